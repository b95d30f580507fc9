//! What the machine may put in the way: files without end, pipes, limits, clocks and folders that are the
//! wrong ones. Every command ends, soon and with words.

#![cfg(unix)]

use crate::harness::home::{Home, text};
use crate::harness::run::program;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const NOTES: &str = "1. What is a?\nIt is b.\n\n2. What is c?\nIt is d.\n";

/// Longer than anything here takes on a busy machine, and less than for ever.
const SOON: Duration = Duration::from_secs(20);

/// Runs the program, which has to end soon.
#[track_caller]
fn run_at(home: &Home, now: &str, arguments: &[&str]) -> Output {
    let begun = Instant::now();
    let mut command = program(home.path("data"));
    command.args(arguments).env("BACKPROP_NOW", now);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let (mut out, mut err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let read = |from: &mut dyn std::io::Read| {
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes).map(|_| bytes)
    };
    let (sender, done) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let stdout = read(&mut out).unwrap();
            sender.send((stdout, read(&mut err).unwrap())).unwrap();
        });
        let Ok((stdout, stderr)) = done.recv_timeout(SOON) else {
            child.kill().unwrap();
            panic!("{arguments:?} has run for {:?}", begun.elapsed());
        };
        Output { status: child.wait().unwrap(), stdout, stderr }
    })
}

#[track_caller]
fn run(home: &Home, arguments: &[&str]) -> Output {
    run_at(home, "2026-11-22T10:00:00Z", arguments)
}

/// What is said of something that is refused.
#[track_caller]
fn refusal(home: &Home, arguments: &[&str]) -> String {
    let output = run(home, arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", text(&output.stderr));
    text(&output.stderr)
}

fn pipe(path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let _ = fs::remove_file(path);
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn notes_without_end_are_refused_with_words() {
    let home = Home::new();
    let huge = home.name("huge.md");
    fs::File::create(&huge).unwrap().set_len(3 << 30).unwrap();
    for arguments in
        [&["check", &huge][..], &["import", "--yes", &huge], &["import", "--link", "--yes", &huge]]
    {
        let said = refusal(&home, arguments);
        assert!(said.contains("huge.md: it is larger than 64 MB; split it"), "{said}");
    }
    // Beside others it does not stop them.
    let folder = home.path("folder");
    fs::create_dir(&folder).unwrap();
    fs::rename(&huge, folder.join("huge.md")).unwrap();
    fs::write(folder.join("a.md"), NOTES).unwrap();
    let output = run(&home, &["check", folder.to_str().unwrap()]);
    assert!(text(&output.stdout).contains("What is a?"), "{}", text(&output.stdout));
    assert!(text(&output.stderr).contains("huge.md: it is larger"), "{}", text(&output.stderr));
}

#[test]
fn pipes_and_links_to_nowhere_hold_nothing_up() {
    let home = Home::new();
    let notes = home.write("notes.md", NOTES);
    let old = fs::File::options().append(true).open(&notes).unwrap();
    old.set_modified(std::time::SystemTime::now() - Duration::from_secs(60)).unwrap();
    assert!(run(&home, &["import", "--yes", &notes]).status.success());
    assert!(run(&home, &["cards"]).status.success());
    // Every file that is kept and that the program reads by itself, as a pipe and as a link to nowhere.
    let kept = |folder: &str| {
        let entries = fs::read_dir(home.path(folder)).into_iter().flatten();
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect::<Vec<_>>()
    };
    let files = [kept("data/cache"), kept("data/cache/notes"), kept("data/seen"), kept("data/decks/notes")];
    let files = files.concat();
    assert!(files.len() >= 3, "{files:?}");
    for file in files.iter().chain([&home.path("data/config.toml")]) {
        let before = fs::read(file).ok();
        pipe(file);
        for arguments in [&["cards"][..], &["next"], &["doctor"]] {
            run(&home, arguments);
        }
        let _ = fs::remove_file(file);
        std::os::unix::fs::symlink("/nowhere/at/all", file).unwrap();
        for arguments in [&["cards"][..], &["next"], &["doctor"]] {
            run(&home, arguments);
        }
        let _ = fs::remove_file(file);
        before.into_iter().for_each(|bytes| fs::write(file, bytes).unwrap());
    }
    assert!(text(&run(&home, &["cards"]).stdout).contains("What is a?"));
    let folder = home.path("folder");
    pipe(&folder.join("pipe.md"));
    pipe(&folder.join("pipe.csv"));
    std::os::unix::fs::symlink("/nowhere/at/all", folder.join("gone.md")).unwrap();
    fs::write(folder.join("a.md"), NOTES).unwrap();
    let folder = folder.to_str().unwrap();
    assert!(run(&home, &["check", folder]).status.success());
    for name in ["pipe.md", "gone.md"] {
        let said = refusal(&home, &["check", &format!("{folder}/{name}")]);
        assert!(said.contains(name), "{said}");
    }
}

#[test]
fn a_limit_of_the_size_of_files_is_an_error_with_words() {
    let home = Home::new();
    assert!(run(&home, &["cards"]).status.success());
    let card = "when-not-deep-learning";
    assert!(run(&home, &["grade", card, "good"]).status.success());
    let log = fs::read_to_string(home.path("data/progress.json")).unwrap();
    let output = Command::new("sh")
        .args(["-c", "ulimit -c 0; ulimit -f 0; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_backprop")])
        .args(["grade", card, "good"])
        .env("BACKPROP_DATA_DIR", home.path("data"))
        .stdin(Stdio::null())
        // The message goes into a pipe, which has no limit.
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{:?} {}", output.status, text(&output.stderr));
    assert!(text(&output.stderr).contains("progress.json"), "{}", text(&output.stderr));
    assert_eq!(fs::read_to_string(home.path("data/progress.json")).unwrap(), log);
}

#[test]
fn a_clock_thousands_of_years_from_the_plan_holds_nothing_up() {
    let home = Home::new();
    let first = "2026-11-20T10:00:00Z";
    assert!(run_at(&home, first, &["grade", "when-not-deep-learning", "good"]).status.success());
    assert!(run_at(&home, first, &["plan", "--date", "2026-12-20", "--minutes", "30"]).status.success());
    for now in ["0001-01-01T10:00:00Z", "1970-01-01T00:00:00Z", "9999-12-31T23:00:00Z"] {
        for arguments in [
            &["plan"][..],
            &["plan", "--json"],
            &["plan", "--sheet", "5"],
            &["plan", "--simulate"],
            &["next"],
            &["cards"],
            &["stats"],
            &["export", "stats", "--format", "html"],
            &["doctor"],
        ] {
            run_at(&home, now, arguments);
        }
    }
    run_at(&home, first, &["plan", "--date", "2120-12-31", "--minutes", "30"]);
    let simulated = run_at(&home, first, &["plan", "--simulate"]);
    assert!(text(&simulated.stderr).contains("days away"), "{}", text(&simulated.stderr));
}

#[test]
fn unreadable_settings_stop_no_command() {
    let home = Home::new();
    fs::create_dir_all(home.path("data")).unwrap();
    let config = home.path("data/config.toml");
    let is_folder = || fs::create_dir(&config).unwrap();
    let is_bytes = || fs::write(&config, [0xff, 0xfe, 0x00]).unwrap();
    let is_endless = || fs::File::create(&config).unwrap().set_len(3 << 30).unwrap();
    let is_pipe = || pipe(&config);
    let ways: [(&str, &dyn Fn()); 4] =
        [("folder", &is_folder), ("UTF-8", &is_bytes), ("larger", &is_endless), ("pipe", &is_pipe)];
    for (word, make) in ways {
        make();
        for arguments in [
            &["cards"][..],
            &["next"],
            &["stats"],
            &["plan"],
            &["grade", "when-not-deep-learning", "good"],
            &["export", "reviews", "--format", "csv"],
        ] {
            let output = run(&home, arguments);
            let said = text(&output.stderr);
            assert!(output.status.success(), "{word} {arguments:?}: {said}");
        }
        let said = text(&run(&home, &["grade", "when-not-deep-learning", "good"]).stderr);
        assert!(said.contains("config.toml") && said.contains(word) && said.contains("defaults"), "{said}");
        assert!(!run(&home, &["doctor"]).status.success());
        if config.is_dir() { fs::remove_dir(&config).unwrap() } else { fs::remove_file(&config).unwrap() }
    }
}

#[test]
fn the_root_of_all_folders_is_no_folder_of_notes() {
    let home = Home::new();
    std::os::unix::fs::symlink("/", home.path("link")).unwrap();
    let link = home.name("link");
    for arguments in [
        &["check", "/"][..],
        &["check", &link],
        &["import", "--link", "--yes", "/"],
        &["import", "--link", "--yes", &link],
    ] {
        let said = refusal(&home, arguments);
        assert!(said.contains("the root of all folders; name the folder"), "{said}");
    }
    // One that was linked before is told, and stops nothing.
    assert!(run(&home, &["cards"]).status.success());
    let list = r#"{"backprop":"decks","version":1,"sources":[{"source":"/","how":"link"}]}"#;
    fs::create_dir_all(home.path("data/decks")).unwrap();
    fs::write(home.path("data/decks/decks.json"), list).unwrap();
    let output = run(&home, &["next"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
}
