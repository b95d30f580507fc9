//! The first start of the real program: the welcome, and that it comes once.

#![cfg(unix)]

use crate::harness::terminal::Terminal;
use std::fs;
use std::path::Path;

/// The program as a beginner starts it.
fn start(home: &Path) -> Terminal {
    Terminal::start(home, &[], &[("BACKPROP_NO_WELCOME", "")], 80, 24)
}

#[test]
fn the_first_start_asks_for_the_interview_once() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = start(home.path());
    terminal.wait_for("Your interview");
    terminal.press("soon\r");
    terminal.wait_for("is no day ahead");
    terminal.press("\x15+10d");
    terminal.wait_for("Interview in 10 days");
    terminal.press("\r");
    // The first question is asked at once.
    terminal.wait_for("Space show answer");
    terminal.press(" ");
    terminal.wait_for("Again");
    terminal.press("3q");
    terminal.wait_for("Ready on the day");
    terminal.press("q");
    assert!(terminal.end().success());
    assert!(home.path().join("config.toml").exists());
    assert!(fs::read_to_string(home.path().join("progress.json")).unwrap().contains("\"minutes\":30"));
    let mut terminal = start(home.path());
    terminal.wait_for("Ready on the day");
    assert!(!terminal.screen().contains("Your interview"));
    terminal.press(":welcome\r");
    terminal.wait_for("Your interview");
    terminal.press("\x1b");
    terminal.wait_for("Ready on the day");
    terminal.press("q");
    assert!(terminal.end().success());
}

#[test]
fn any_way_out_of_the_welcome_is_the_last_of_it() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = start(home.path());
    terminal.wait_for("Your interview");
    terminal.press("\x1b");
    terminal.wait_for("Ready today");
    terminal.press("q");
    assert!(terminal.end().success());
    assert!(home.path().join("config.toml").exists());
    assert!(
        !home.path().join("progress.json").exists()
            || !fs::read_to_string(home.path().join("progress.json")).unwrap().contains("plan")
    );
    let mut terminal = start(home.path());
    terminal.wait_for("Ready today");
    terminal.press("q");
    assert!(terminal.end().success());
}

#[test]
fn nobody_who_forbids_the_welcome_sees_it() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(home.path(), &[], &[("BACKPROP_NO_WELCOME", "1")], 80, 24);
    terminal.wait_for("Ready today");
    terminal.press("q");
    assert!(terminal.end().success());
}

#[test]
fn minutes_that_cannot_be_read_are_said_and_lose_no_date() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = start(home.path());
    terminal.wait_for("Your interview");
    terminal.press("+10d\t4500");
    terminal.wait_for("4500");
    // On to the track and to the notes.
    terminal.press("\t\t\r");
    terminal.wait_for("minutes a day are a number from 1 to 1440");
    // The cursor is where the number is wrong.
    terminal.press("\x1545\t\t\r");
    terminal.wait_for("Import notes");
    terminal.press("\x1b");
    terminal.wait_for("Minutes a day   45");
    terminal.press("\x1b");
    terminal.wait_for("Ready on the day");
    terminal.press("q");
    assert!(terminal.end().success());
    assert!(fs::read_to_string(home.path().join("progress.json")).unwrap().contains("\"minutes\":45"));
}

#[test]
fn a_digit_takes_the_place_of_the_usual_minutes() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = start(home.path());
    terminal.wait_for("Your interview");
    terminal.press("+10d\t600");
    terminal.wait_for("Minutes a day   600");
    // Whoever leaves with minutes that cannot be read keeps the date and the usual ones.
    terminal.press("0000\x1b");
    terminal.wait_for("Ready on the day");
    terminal.press("q");
    assert!(terminal.end().success());
    assert!(fs::read_to_string(home.path().join("progress.json")).unwrap().contains("\"minutes\":30"));
}
