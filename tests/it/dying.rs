//! A terminal that goes away, on every screen: the program ends in order, and nothing that waits is lost.

#![cfg(unix)]

use crate::harness::disk::Disk;
use crate::harness::terminal::Terminal;
use portable_pty::{CommandBuilder, ExitStatus};
use std::fs;
use std::io::Write;
use std::path::Path;

/// What a terminal that hung up leaves as an exit code.
const HUNG_UP: u32 = 129;

/// Opens a window with a program of these words, its home and temporary files in `home`.
fn window(words: &[&str], data: &Path, home: &Path) -> Terminal {
    let mut command = CommandBuilder::new(words[0]);
    command.args(&words[1..]);
    let place = home.to_str().unwrap();
    let environment = [("HOME", place), ("TMPDIR", place), ("BACKPROP_NO_WELCOME", "")];
    Terminal::start_command(command, data, &environment, 80, 24)
}

const PROGRAM: &str = env!("CARGO_BIN_EXE_backprop");

fn notes(folder: &Path) -> String {
    let file = folder.join("notes.md");
    let card = |card: u32| {
        format!("{card}. Question {card}?\nAnswer {card}, see [paper](https://example.org/{card}).\n\n")
    };
    fs::write(&file, (1..=9).map(card).collect::<String>()).unwrap();
    file.to_str().unwrap().to_owned()
}

/// Every screen: its name, how the program is started (`NOTES` is a file of notes), the keys that lead
/// there, and what is then seen.
const SCREENS: [(&str, &[&str], &[&str], &str); 23] = [
    ("home", &[], &[], "q quit"),
    ("question", &["study", "NOTES"], &[], "Question 1?"),
    ("answer", &["study", "NOTES"], &[" "], "Answer 1"),
    ("points", &["study"], &["l"], "next point"),
    ("links", &["study", "NOTES"], &[" ", "o"], "example.org"),
    ("asked", &["study", "NOTES"], &["A"], "How did it go"),
    ("typed", &["study", "NOTES", "--mode", "typed"], &["words of mine"], "words of mine"),
    ("compared", &["study", "NOTES", "--mode", "typed"], &["words of mine", "\x13"], "Your answer"),
    ("choice", &["study", "NOTES", "--mode", "choice"], &[], "Question 1?"),
    ("editor", &["study", "NOTES"], &[" ", "w"], "Edit card"),
    ("help", &["study", "NOTES"], &["?"], "Keys"),
    ("palette", &[], &[":"], "All actions"),
    ("browse", &[], &["b"], "best fit"),
    ("search", &[], &["b", "/lstm"], "lstm"),
    ("details", &[], &["b", "i"], "Never reviewed"),
    ("picture", &[], &["b", "/lstm steps\r", "i", "i"], "Image"),
    ("settings", &[], &[","], "Settings"),
    ("statistics", &[], &["s"], "Statistics"),
    ("plan", &[], &["p"], "Interview plan"),
    ("sheet", &[], &["p", "s"], "Most likely to fail"),
    ("interview", &[], &["i"], "Mock interview"),
    ("interview question", &["interview"], &["\r"], "0:0"),
    ("preview", &["import", "NOTES"], &[], "Question 1?"),
];

fn on_screen(row: usize, around: &[&str], data: &Path, home: &Path) -> Terminal {
    let (_, arguments, keys, seen) = SCREENS[row];
    let notes = notes(home);
    let arguments = arguments.iter().map(|word| if *word == "NOTES" { notes.as_str() } else { word });
    let words: Vec<&str> =
        around.iter().copied().chain([PROGRAM]).chain(arguments).chain(["--lang", "en"]).collect();
    let mut window = window(&words, data, home);
    if arguments_of(row).is_empty() {
        // The first start asks before home is there.
        window.wait_for("Your interview");
        window.settle();
        window.press("\x1b");
        window.wait_for("q quit");
    }
    for keys in keys {
        window.settle();
        window.press(keys);
    }
    window.wait_for(seen);
    window
}

fn arguments_of(row: usize) -> &'static [&'static str] {
    SCREENS[row].1
}

#[track_caller]
fn assert_in_order(status: &ExitStatus, name: &str) {
    assert_eq!(status.signal(), None, "{name}: {status:?}");
    assert!([HUNG_UP, 1].contains(&status.exit_code()), "{name}: {status:?}");
}

#[test]
fn on_every_screen_the_end_of_the_terminal_is_an_end_in_order() {
    for (row, (name, ..)) in SCREENS.iter().enumerate() {
        let home = tempfile::tempdir().unwrap();
        let window = on_screen(row, &[], &home.path().join("data"), home.path());
        let status = window.close();
        assert_in_order(&status, name);
        assert_eq!(status.exit_code(), HUNG_UP, "{name}");
    }
}

#[test]
fn whichever_streams_are_on_the_terminal_and_whoever_ignores_the_signal_it_ends_in_order() {
    let home = tempfile::tempdir().unwrap();
    for (name, script) in [
        ("messages elsewhere", "exec \"$@\" 2> \"$HOME/messages\""),
        ("messages nowhere", "exec \"$@\" 2>&-"),
        ("no signal", "trap '' HUP; \"$@\"; code=$?; echo $code > \"$HOME/code\"; exit $code"),
    ] {
        let window = on_screen(2, &["sh", "-c", script, "sh"], &home.path().join("data"), home.path());
        assert_in_order(&window.close(), name);
    }
    assert_eq!(fs::read_to_string(home.path().join("code")).unwrap().trim(), "129");
}

/// The events in a file that holds what could not be saved.
fn rescued(home: &Path) -> usize {
    let entries = fs::read_dir(home).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.to_string_lossy().contains("backprop-unsaved"));
    files.map(|path| fs::read_to_string(path).unwrap().matches("\"review\"").count()).sum()
}

#[test]
fn with_a_full_disk_the_answers_that_wait_are_in_the_rescue_file() {
    for (name, keys, seen) in [
        ("question", "", "Question 4?"),
        ("answer", " ", "Answer 4"),
        ("editor", " w", "Edit card"),
        ("help", "?", "Keys"),
        ("palette", ":", "All actions"),
    ] {
        let Some(disk) = Disk::new("size=512k") else { return };
        let home = tempfile::tempdir().unwrap();
        let mut window = on_screen(1, &[], &disk.folder, home.path());
        // All the room there is, to the last byte.
        let mut out = fs::File::create(disk.folder.join("ballast")).unwrap();
        while out.write(&[1; 512]).is_ok_and(|count| count > 0) {}
        let log = || fs::read_to_string(disk.folder.join("progress.json")).unwrap_or_default();
        for card in 1..=3 {
            window.press(" ");
            window.wait_for(&format!("Answer {card}"));
            window.press("3");
            window.wait_for(&format!("Question {}?", card + 1));
        }
        keys.chars().for_each(|key| {
            window.settle();
            window.press(&key.to_string());
        });
        window.wait_for(seen);
        let status = window.close();
        assert_in_order(&status, name);
        assert_eq!(log().matches("\"review\"").count() + rescued(home.path()), 3, "{name}: {status:?}");
        assert!(rescued(home.path()) > 0, "{name}: the disk never was full");
    }
}
