//! Private: whatever the program makes in its own folders is for its owner alone, and what was there
//! before keeps its mode.

#![cfg(unix)]

use crate::harness::home::{Home, text};
use crate::harness::{has_git, not_run};
use backprop::card::Grade;
use backprop::day::At;
use backprop::progress::{Kind, Progress, Review};
use backprop::settings::ROWS;
use backprop::state::Scheduler;
use backprop::store::settings_file::SettingsFile;
use backprop::store::{Dirs, ProgressFile, reports};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
}

fn all(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all(&path, found);
        }
        found.push(path);
    }
}

/// Everything in a folder that somebody else may read, list or write.
fn open_to_others(folder: &Path) -> Vec<String> {
    let mut found = vec![folder.to_path_buf()];
    all(folder, &mut found);
    let shown = |path: &PathBuf| format!("{:o} {}", mode(path), path.display());
    found.iter().filter(|path| mode(path) & 0o077 != 0).map(shown).collect()
}

/// The umask of most users; a stricter one would hide what is asked here.
fn has_usual_umask() -> bool {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x");
    fs::write(&path, "").unwrap();
    let usual = mode(&path) == 0o644;
    if !usual {
        not_run("who may read the files", "the umask is not 022");
    }
    usual
}

#[test]
fn files_and_folders_are_made_for_their_owner_alone() {
    if !has_usual_umask() {
        return;
    }
    let home = Home::cold();
    fs::create_dir(home.path("notes")).unwrap();
    let card = "1. What is pooling?\n\n![](p.png)\n\nIt shrinks.\n\n2. And dropout?\n\nIt drops.\n";
    home.write("notes/a.md", card);
    home.write("notes/p.png", "a picture");
    let data = home.path("data");
    let notes = home.name("notes");
    home.say(&["import", "--yes", &notes]);
    home.say(&["grade", "pooling", "good"]);
    // A damaged line is set aside, a copy that was edited as well.
    let log = data.join("progress.json");
    fs::write(&log, fs::read_to_string(&log).unwrap().replace("]\n", "what is this\n]\n")).unwrap();
    fs::write(data.join("decks/notes/a.md"), "1. Edited?\n\nYes.\n").unwrap();
    home.write("notes/a.md", card.replace("shrinks", "grows"));
    home.say(&["import", "--yes", &notes]);
    home.say(&["cards"]);
    home.say(&["remove", "a"]);
    home.say(&["import", "--yes", &notes]);
    // What the screens write: settings, reports, the cache.
    let row = ROWS.iter().find(|row| row.key == "new_cards").unwrap();
    SettingsFile::in_folder(&data).write(row, "7").unwrap();
    reports::write(&data, "interview", "text").unwrap();
    let dirs = Dirs::below(&data);
    let now = At::parse("2026-11-23T10:00:00Z").unwrap();
    let mut opened =
        ProgressFile::open(&dirs.progress(), &dirs.fold_cache(), Scheduler::default(), now).unwrap();
    assert!(opened.file.save_cache(&opened.progress).unwrap());
    if has_git("who may read a shared folder") {
        let remote = home.path("remote.git");
        let made = Command::new("git").args(["init", "--quiet", "--bare"]).arg(&remote).status().unwrap();
        assert!(made.success());
        let sent = home.run(&["sync", &home.name("remote.git")]);
        assert!(sent.status.success(), "{}", text(&sent.stderr));
    }
    for there in [
        "progress.json",
        "decks/decks.json",
        "decks/notes/a.md",
        "kept",
        "decks/notes/p.png",
        "decks/removed/a.md",
        "seen",
        "config.toml",
        "reports/interview.md",
        "cache/fold.cache",
    ] {
        assert!(data.join(there).exists(), "{there} was not made");
    }
    let names: Vec<PathBuf> = fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(names.iter().any(|name| name.to_string_lossy().contains("rejected")), "{names:?}");
    assert_eq!(open_to_others(&data), Vec::<String>::new());

    // The other machine gets everything from git.
    if has_git("who may read a shared folder") {
        let other = home.path("other");
        let sent = home.run(&["--data-dir", other.to_str().unwrap(), "sync", &home.name("remote.git")]);
        assert!(sent.status.success() && other.join("decks/notes/a.md").exists(), "{}", text(&sent.stderr));
        assert_eq!(open_to_others(&other), Vec::<String>::new());
    }

    // Answers that found no place, and an export.
    let mut progress = Progress::new(Scheduler::default());
    let moment = backprop::day::Calendar::utc().moment(now);
    progress.note(moment, &"x".into(), Kind::Review(Review::new(Grade::Good, "recall", 1))).unwrap();
    let refuge = tempfile::tempdir().unwrap();
    let path = ProgressFile::rescue(&progress, &[refuge.path().to_path_buf()], now).unwrap();
    assert_eq!(mode(&path), 0o600);
    let exported = home.name("reviews.csv");
    home.say(&["export", "reviews", "--output", &exported]);
    assert_eq!(mode(Path::new(&exported)), 0o600);
}

#[test]
fn what_was_there_keeps_its_mode() {
    let home = Home::cold();
    let data = home.path("data");
    let set = |path: &Path, to: u32| fs::set_permissions(path, fs::Permissions::from_mode(to)).unwrap();
    home.say(&["grade", "pooling", "good"]);
    home.write("notes.md", "1. What is pooling?\n\nIt shrinks.\n\n2. And?\n\nYes.\n");
    set(&home.path("notes.md"), 0o640);
    home.say(&["import", "--yes", &home.name("notes.md")]);
    let row = ROWS.iter().find(|row| row.key == "new_cards").unwrap();
    SettingsFile::in_folder(&data).write(row, "7").unwrap();
    let copy = data.join("decks/notes/notes.md");
    set(&data, 0o755);
    for path in [&data.join("progress.json"), &data.join("config.toml"), &copy] {
        set(path, 0o644);
    }
    // Each of them is replaced whole: the log because it is damaged, the others because they change.
    let log = data.join("progress.json");
    fs::write(&log, fs::read_to_string(&log).unwrap().replace("]\n", "what is this\n]\n")).unwrap();
    home.say(&["grade", "pooling", "good"]);
    SettingsFile::in_folder(&data).write(row, "8").unwrap();
    home.write("notes.md", "1. What is pooling?\n\nIt grows.\n\n2. And?\n\nYes.\n");
    home.say(&["import", "--yes", &home.name("notes.md")]);
    assert!(fs::read_to_string(&copy).unwrap().contains("grows"));
    for path in [&log, &data.join("config.toml"), &copy] {
        assert_eq!(mode(path), 0o644, "{}", path.display());
    }
    assert_eq!((mode(&data), mode(&home.path("notes.md"))), (0o755, 0o640));
}
