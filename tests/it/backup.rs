//! Backups: what goes into one comes back, what is here gives way without being lost, archives that are none
//! are refused, and being killed in the middle costs nothing.

use crate::harness::run::program;
use backprop::progress::text::HEADER;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NOTES: &str = "1. What is pooling for?\n- fewer activations\n- small shifts matter less\n\n\
    2. Why ReLU?\nIts gradient is 1 where the input is positive.\n";

fn backprop(home: &Path, arguments: &[&str]) -> Command {
    let mut command = program(home);
    command.args(arguments).env("LANG", "en_US.UTF-8").env_remove("LC_ALL").current_dir(home);
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn run(home: &Path, arguments: &[&str]) -> Output {
    backprop(home, arguments).output().unwrap()
}

/// What a command that has to succeed prints.
fn done(home: &Path, arguments: &[&str]) -> String {
    let output = run(home, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A home with a deck of notes, answers, a note on a card and a setting.
fn lived_in(home: &Path, notes: &Path) {
    fs::write(notes.join("cnn.md"), NOTES).unwrap();
    done(home, &["import", "--yes", path(notes)]);
    let card = first_card(home);
    done(home, &["grade", &card, "good"]);
    done(home, &["note", &card, "mine"]);
    fs::write(home.join("config.toml"), "[study]\nnew_cards = 7\n").unwrap();
}

fn first_card(home: &Path) -> String {
    let next: Value = serde_json::from_str(&done(home, &["next", "cnn", "--json"])).unwrap();
    next["card"].as_str().unwrap().to_owned()
}

/// The files of a folder but locks, caches and what was replaced.
fn files(home: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![home.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let inside = path.strip_prefix(home).unwrap();
            let is_other = ["cache", "replaced"].iter().any(|name| inside.starts_with(name));
            match path.is_dir() {
                _ if is_other
                    || path.extension().is_some_and(|ending| ending == "lock" || ending == "zip") => {}
                true => open.push(path),
                false => drop(found.insert(inside.to_path_buf(), fs::read(&path).unwrap())),
            }
        }
    }
    found
}

#[test]
fn what_was_kept_comes_back_on_an_empty_machine() {
    let [home, notes, other] = [(); 3].map(|()| tempfile::tempdir().unwrap());
    lived_in(home.path(), notes.path());
    let cards = done(home.path(), &["cards", "--json"]);
    let said = done(home.path(), &["backup"]);
    let file = home.path().join("backprop-2026-11-22.zip");
    assert!(said.starts_with("backprop-2026-11-22.zip · "), "{said}");
    // A second one never takes the place of the first.
    done(home.path(), &["backup"]);
    assert!(home.path().join("backprop-2026-11-22-2.zip").exists());
    let refused = run(home.path(), &["backup", path(&file)]);
    assert!(!refused.status.success() && text(&refused.stderr).contains("is not overwritten"));
    let said = done(other.path(), &["backup", "--restore", path(&file)]);
    assert!(said.contains("files came back") && !said.contains("replaced"), "{said}");
    // The notes themselves are not there: what they said last is.
    fs::remove_dir_all(notes.path()).unwrap();
    assert_eq!(done(other.path(), &["cards", "--json"]), cards);
    let log = |home: &Path| fs::read(home.join("progress.json")).unwrap();
    assert_eq!(log(other.path()), log(home.path()));
    assert_eq!(fs::read_to_string(other.path().join("config.toml")).unwrap(), "[study]\nnew_cards = 7\n");
    // Once more there is nothing to do.
    let said = done(other.path(), &["backup", "--restore", path(&file)]);
    assert!(said.contains("nothing to do"), "{said}");
}

#[test]
fn answers_that_were_taken_back_are_not_counted() {
    let [home, notes, other] = [(); 3].map(|()| tempfile::tempdir().unwrap());
    fs::write(notes.path().join("cnn.md"), NOTES).unwrap();
    done(home.path(), &["import", "--yes", path(notes.path())]);
    let card = first_card(home.path());
    for arguments in [
        &["grade", &card, "good"][..],
        &["grade", &card, "good"],
        &["undo"],
        &["undo", "--redo"],
        &["grade", &card, "again"],
        &["undo"],
    ] {
        done(home.path(), arguments);
    }
    done(home.path(), &["backup"]);
    let file = home.path().join("backprop-2026-11-22.zip");
    let said = done(other.path(), &["backup", "--restore", path(&file)]);
    assert!(said.contains("2 answers"), "{said}");
}

#[test]
fn the_deck_of_a_note_that_was_deleted_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let (home, notes) = (folder.path().join("home"), folder.path().join("notes"));
    fs::create_dir(&home).unwrap();
    fs::create_dir(&notes).unwrap();
    fs::write(notes.join("cnn.md"), NOTES).unwrap();
    fs::write(
        notes.join("rnn.md"),
        "1. What is a GRU?\nA cell with two gates.\n\n2. Why gates?\nTo forget.\n",
    )
    .unwrap();
    done(&home, &["import", "--link", "--yes", path(&notes)]);
    let file = folder.path().join("backup.zip");
    done(&home, &["backup", path(&file)]);
    fs::remove_file(notes.join("rnn.md")).unwrap();
    done(&home, &["import", "--yes"]);
    assert!(!done(&home, &["cards", "--json"]).contains("What is a GRU?"));
    done(&home, &["backup", "--restore", path(&file), "--yes"]);
    for _ in 0..2 {
        let cards = done(&home, &["cards", "--json"]);
        assert!(cards.contains("What is a GRU?") && cards.contains("Why ReLU?"), "{cards}");
    }
}

#[test]
fn what_is_here_gives_way_only_when_asked_and_is_moved_aside() {
    let [home, notes] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    lived_in(home.path(), notes.path());
    let file = home.path().join("one.zip");
    done(home.path(), &["backup", path(&file)]);
    let before = files(home.path());
    // An answer more, another deck, another setting.
    let card = first_card(home.path());
    done(home.path(), &["grade", &card, "hard"]);
    fs::write(home.path().join("config.toml"), "[study]\nnew_cards = 9\n").unwrap();
    let more = tempfile::tempdir().unwrap();
    fs::write(more.path().join("rnn.md"), "1. What is a gate?\nA factor between 0 and 1.\n").unwrap();
    done(home.path(), &["import", "--yes", path(more.path())]);
    let after = files(home.path());
    let restore = ["backup", "--restore", path(&file)];
    let refused = run(home.path(), &restore);
    assert_eq!(refused.status.code(), Some(1));
    let (said, why) = (text(&refused.stdout), text(&refused.stderr));
    assert!(said.contains("1 event of the log here is not in the backup"), "{said}");
    assert!(said.contains("config.toml") && said.contains("moved aside: "), "{said}");
    assert!(why.contains("--yes"), "{why}");
    done(home.path(), &[&restore[..], &["--dry-run"]].concat());
    assert_eq!(files(home.path()), after);
    let told: Value =
        serde_json::from_str(&done(home.path(), &[&restore[..], &["--yes", "--json"]].concat())).unwrap();
    assert_eq!(told["events_only_here"], 1, "{told}");
    let now = files(home.path());
    for (path, bytes) in &before {
        assert!(now.get(path) == Some(bytes), "{} is not as it was", path.display());
    }
    let aside = PathBuf::from(told["aside"].as_str().unwrap());
    for (path, bytes) in after.iter().filter(|(path, bytes)| now.get(*path) != Some(*bytes)) {
        assert!(fs::read(aside.join(path)).unwrap() == *bytes, "{} is lost", path.display());
    }
    // And the way back: the answer counts again.
    let said = done(home.path(), &["merge", path(&aside)]);
    assert!(said.contains("1 of them new"), "{said}");
}

/// An archive of these files.
fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const OURS: &[u8] = br#"{"backprop":"backup","version":1,"at":"2026-11-22T09:00:00.000Z","program":"0.2.0"}"#;

#[test]
fn archives_that_are_none_are_refused_and_say_why() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("progress.json"), format!("{HEADER}\n]\n")).unwrap();
    let log = format!("{HEADER}\n]\n");
    let with = |name: &str, bytes: &[u8]| archive(&[("backup.json", OURS), (name, bytes)]);
    let bomb = vec![b' '; 300 << 20];
    let newer = br#"{"backprop":"backup","version":9,"at":"2026-11-22T09:00:00.000Z","program":"9"}"#;
    let mut cut = with("progress.json", log.as_bytes());
    cut.truncate(cut.len() / 2);
    let mut link = ZipWriter::new(Cursor::new(Vec::new()));
    link.start_file("backup.json", SimpleFileOptions::default()).unwrap();
    link.write_all(OURS).unwrap();
    link.add_symlink("decks/x.md", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    let link = link.finish().unwrap().into_inner();
    let rows: Vec<(Vec<u8>, &str)> = vec![
        (b"no archive".to_vec(), "no ZIP archive"),
        (Vec::new(), "no ZIP archive"),
        (cut, "no ZIP archive"),
        (archive(&[("progress.json", log.as_bytes())]), "no backup that backprop wrote"),
        (archive(&[("backup.json", b"{}")]), "no backup that backprop wrote"),
        (archive(&[("backup.json", newer)]), "a newer backprop wrote it"),
        (with("../evil.md", b"x"), "nothing that a backup holds"),
        (with("decks/../../evil.md", b"x"), "hidden"),
        (with("/etc/passwd", b"x"), "nothing that a backup holds"),
        (with("decks/a\\..\\b.md", b"x"), "Windows forbids"),
        (with("sync/git/config", b"x"), "nothing that a backup holds"),
        (with("cache/fold.cache", b"x"), "nothing that a backup holds"),
        (with("decks/.git/config", b"x"), "hidden"),
        (with("decks/CON.md", b"x"), "device"),
        (with("progress.json", b"[]"), "not a backprop progress file"),
        (with("decks/decks.json", b"[1]"), "decks/decks.json"),
        (with("config.toml", b"= ["), "not TOML"),
        (archive(&[("backup.json", OURS), ("decks/a.md", b"x"), ("decks/A.md", b"y")]), "another file in it"),
        (with("decks/bomb.md", &bomb), "swells"),
        (link, "no plain file"),
    ];
    let file = home.path().join("x.zip");
    for (bytes, why) in rows {
        fs::write(&file, bytes).unwrap();
        let output = run(home.path(), &["backup", "--restore", path(&file), "--yes"]);
        let said = text(&output.stderr);
        assert!(output.status.code() == Some(1) && said.contains(why), "{why}: {said}");
        let left: Vec<String> = fs::read_dir(home.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| !name.ends_with(".lock"))
            .collect();
        assert_eq!(left.len(), 2, "{why}: {left:?}");
        assert_eq!(fs::read_to_string(home.path().join("progress.json")).unwrap(), log);
    }
}

#[test]
fn programs_of_an_archive_are_not_started() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("x.zip");
    let machine = b"[quiz]\ngrader = \"touch /tmp/evil\"\n";
    fs::write(&file, archive(&[("backup.json", OURS), ("machine.toml", machine)])).unwrap();
    let output = run(home.path(), &["backup", "--restore", path(&file)]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("machine-of-backup.toml"));
    assert!(!home.path().join("machine.toml").exists());
    assert_eq!(fs::read(home.path().join("machine-of-backup.toml")).unwrap(), machine);
}

/// Runs a command and kills it after so long, unless it has ended.
fn killed_after(home: &Path, arguments: &[&str], span: Duration) -> bool {
    let mut child = backprop(home, arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let end = Instant::now() + span;
    while Instant::now() < end {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        std::thread::sleep(Duration::from_micros(200));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    true
}

#[test]
fn being_killed_in_the_middle_costs_nothing() {
    let rounds: usize = std::env::var("BACKPROP_BREAKS").map_or(8, |rounds| rounds.parse().unwrap());
    let [old, notes] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    lived_in(old.path(), notes.path());
    let file = old.path().join("one.zip");
    done(old.path(), &["backup", path(&file)]);
    let kept = files(old.path());
    let mut chance = ChaCha8Rng::seed_from_u64(26);
    let (mut killed, mut halfway) = (0, 0);
    let mut longest = Duration::from_millis(400);
    for round in 0..rounds {
        let home = tempfile::tempdir().unwrap();
        for (path, bytes) in &kept {
            let path = home.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let card = first_card(home.path());
        done(home.path(), &["grade", &card, "hard"]);
        fs::write(home.path().join("config.toml"), format!("[study]\nnew_cards = {round}\n")).unwrap();
        let here = files(home.path());
        let began = Instant::now();
        let span = Duration::from_micros(chance.random_range(0..longest.as_micros() as u64));
        if killed_after(home.path(), &["backup", "--restore", path(&file), "--yes"], span) {
            killed += 1;
        } else {
            longest = longest.min(began.elapsed() + Duration::from_millis(20));
        }
        halfway += usize::from(home.path().join("restoring").exists());
        // Any start ends what was begun.
        done(home.path(), &["stats", "--json"]);
        let now = files(home.path());
        let is_back = now[Path::new("progress.json")] == kept[Path::new("progress.json")];
        let wanted = if is_back { &kept } else { &here };
        for name in ["progress.json", "config.toml", "decks/decks.json"].map(Path::new) {
            assert!(now[name] == wanted[name], "round {round}: {} is of neither", name.display());
        }
        if is_back {
            let aside = fs::read_dir(home.path().join("replaced")).unwrap().next().unwrap().unwrap().path();
            for name in ["progress.json", "config.toml"].map(Path::new) {
                assert!(
                    fs::read(aside.join(name)).unwrap() == here[name],
                    "round {round}: an old file is lost"
                );
            }
        }
        assert!(!home.path().join("restoring").exists());
        done(home.path(), &["doctor", "--repair", "--yes"]);
        let left = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let half: Vec<_> = left.filter(|name| name.to_string_lossy().starts_with(".backprop-")).collect();
        assert!(half.is_empty(), "round {round}: {half:?} is left");
        // A backup that is killed is not there, or whole.
        let target = home.path().join("two.zip");
        killed_after(home.path(), &["backup", path(&target)], span);
        if target.exists() {
            done(home.path(), &["backup", "--restore", path(&target), "--dry-run"]);
        }
    }
    println!("{rounds} rounds, {killed} killed, {halfway} with a restoring begun");
}
