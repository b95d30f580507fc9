//! Files, decks and other machines from inside the real program: what is picked, what comes of it, what comes next.

#![cfg(unix)]

use crate::harness::emulator::Terminal;
use std::fs;
use std::path::Path;

const NOTES: &str = "1. What is pooling for?\n- fewer activations\n- small shifts matter less\n\n\
    2. Why ReLU?\nIts gradient is 1 where the input is positive.\n";

/// The program at home, and its data folder.
fn start(home: &Path) -> Terminal {
    let terminal = Terminal::start(home, &[], &[], 100, 30);
    terminal.wait_for("Ready today");
    terminal
}

/// Waits until the task on the screen has ended in one of these ways.
fn ends(terminal: &Terminal, ways: &[&str]) {
    let has_ended = |screen: &str| {
        let head = screen.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim_end();
        ways.iter().any(|way| head.ends_with(way))
    };
    terminal.wait_until(&format!("a task that is {ways:?}"), has_ended);
}

fn typed(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn notes_are_imported_from_inside_and_asked_at_once() {
    let (home, notes) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(notes.path().join("cnn.md"), NOTES).unwrap();
    fs::write(notes.path().join("essay.md"), "An essay. It asks nothing.\n").unwrap();
    let mut terminal = start(home.path());
    terminal.press(":import\r");
    terminal.wait_for("Import notes");
    terminal.press(&format!("{}/", typed(notes.path())));
    terminal.wait_for("2 questions");
    terminal.wait_for("no questions");
    terminal.press("cnn\r");
    // The preview, with the cards and their lines.
    terminal.wait_for("What is pooling for?");
    terminal.wait_for("Enter import");
    terminal.press("\x1b");
    // Whoever does not want them is where they were.
    terminal.wait_for("Import notes");
    terminal.press("\r");
    terminal.wait_for("Enter import");
    terminal.press("\r");
    terminal.wait_for("Enter study them");
    terminal.press("\r");
    terminal.wait_for("What is pooling for?");
    terminal.wait_for("show answer");
    terminal.press("q");
    terminal.wait_for("All decks");
    // And out again.
    terminal.press(":remove\r");
    terminal.wait_for("Remove which deck?");
    terminal.press("\r");
    terminal.wait_for("Its progress stays");
    terminal.press("qq");
    assert!(terminal.end().success());
    assert!(notes.path().join("cnn.md").exists());
}

#[test]
fn what_takes_long_says_what_it_does_and_how_it_ended() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = start(home.path());
    terminal.press(":doctor\r");
    terminal.wait_for("Doctor: check");
    ends(&terminal, &["done", "failed"]);
    terminal.press("q:tune the\r");
    // Without a history there is nothing to fit, and it says what would be enough.
    ends(&terminal, &["failed"]);
    terminal.press("q:export\r");
    terminal.wait_for("Export what?");
    terminal.press("\r");
    ends(&terminal, &["done"]);
    terminal.press("qq:sync\r");
    terminal.wait_for("Address of a git repository");
    terminal.press("\r");
    ends(&terminal, &["done", "failed"]);
    terminal.press("qq");
    assert!(terminal.end().success());
    let written = fs::read_dir(home.path().join("reports")).unwrap().count();
    assert_eq!(written, 1);
}

#[test]
fn another_progress_file_is_merged_from_inside() {
    let (home, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let log = "[{\"backprop\":\"progress\",\"version\":1}\n\
        ,{\"at\":\"2026-01-22T10:00:00.123Z\",\"day\":\"2026-01-22\",\"card\":\"pooling\",\
        \"event\":\"review\",\"grade\":\"good\",\"mode\":\"recall\",\"ms\":5400}\n]\n";
    fs::write(other.path().join("progress.json"), log).unwrap();
    let mut terminal = start(home.path());
    terminal.press(":merge\r");
    terminal.wait_for("Merge: another");
    terminal.press(&format!("{}/progress.json\r", typed(other.path())));
    terminal.wait_for("Both histories count");
    terminal.press("qq");
    assert!(terminal.end().success());
    assert!(fs::read_to_string(home.path().join("progress.json")).unwrap().contains("5400"));
}
