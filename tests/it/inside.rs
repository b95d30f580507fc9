//! Files, decks and other machines from inside the real program: what is picked, what comes of it, what comes next.

#![cfg(unix)]

use crate::harness::run::program;
use crate::harness::terminal::Terminal;
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
    terminal.wait_for("Enter again does it");
    terminal.press("\r");
    terminal.wait_for("Its progress stays;");
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

const LOG: &str = "[{\"backprop\":\"progress\",\"version\":1}\n\
    ,{\"at\":\"2026-01-22T10:00:00.123Z\",\"day\":\"2026-01-22\",\"card\":\"pooling\",\
    \"event\":\"review\",\"grade\":\"good\",\"mode\":\"recall\",\"ms\":5400}\n]\n";

#[test]
fn a_backup_is_restored_from_inside_and_what_gives_way_is_kept() {
    let (home, disk) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (log, archive) = (home.path().join("progress.json"), disk.path().join("kept.zip"));
    fs::write(&log, LOG).unwrap();
    let mut terminal = start(home.path());
    terminal.press(":backup\r");
    terminal.wait_for("A new file, or a folder");
    terminal.press(&format!("{}\r", typed(&archive)));
    ends(&terminal, &["done"]);
    let kept = fs::read_to_string(&log).unwrap();
    // An answer that this run of the program saved, and would save again if a log lost it by accident.
    terminal.press("q\r");
    terminal.wait_for("show answer");
    terminal.press(" 3q");
    terminal.wait_for("All decks");
    let later = fs::read_to_string(&log).unwrap();
    assert_ne!(later, kept);
    let look = |terminal: &mut Terminal| {
        terminal.press(":restore\r");
        terminal.wait_for("Restore a backup: its ZIP file");
        terminal.press("\u{15}");
        terminal.press(&format!("{}/", typed(disk.path())));
        terminal.wait_for("kept.zip");
        terminal.press("kept\r");
        terminal.wait_for("Nothing has been changed yet");
        terminal.wait_for("1 answer");
    };
    look(&mut terminal);
    terminal.press("\x1b");
    terminal.wait_for("All decks");
    assert_eq!(fs::read_to_string(&log).unwrap(), later);
    look(&mut terminal);
    terminal.press("\r");
    terminal.wait_for("were read again");
    terminal.press("q");
    terminal.wait_for("All decks");
    assert_eq!(fs::read_to_string(&log).unwrap(), kept);
    // Once more there is nothing to do, and nothing is offered.
    terminal.press(":restore\r");
    terminal.wait_for("Restore a backup: its ZIP file");
    terminal.press(&format!("\u{15}{}\r", typed(&archive)));
    terminal.wait_for("You have all of it");
    assert!(!terminal.screen().contains("Enter restore"));
    // What is answered from now on goes on from there.
    terminal.press("q\r");
    terminal.wait_for("show answer");
    terminal.press(" 4qq");
    assert!(terminal.end().success());
    let now = fs::read_to_string(&log).unwrap();
    assert!(now.contains("\"easy\"") && now.lines().count() == kept.lines().count() + 1, "{now}");
    let replaced = fs::read_dir(home.path().join("replaced")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(fs::read_to_string(replaced.join("progress.json")).unwrap(), later);
}

#[test]
fn a_huge_folder_holds_up_nobody() {
    let (home, notes) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for number in 0..50_000 {
        fs::write(notes.path().join(format!("{number:05}.md")), "").unwrap();
    }
    fs::write(notes.path().join("pooling.md"), NOTES).unwrap();
    let mut terminal = start(home.path());
    terminal.press(":import\r");
    terminal.wait_for("Import notes");
    // What is chosen before the folder is known is taken once it is.
    terminal.press(&format!("{}/pool\r", typed(notes.path())));
    terminal.wait_for("Enter import");
    terminal.wait_for("What is pooling for?");
    terminal.press("\x1b");
    terminal.wait_for("Import notes");
    terminal.press("\u{17}4999");
    terminal.wait_for("49998.md");
    terminal.press("\x1b");
    terminal.wait_for("All decks");
    terminal.press("q");
    assert!(terminal.end().success());
}

#[test]
fn another_progress_file_is_merged_from_inside() {
    let (home, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(other.path().join("progress.json"), LOG).unwrap();
    let mut terminal = start(home.path());
    terminal.press(":merge\r");
    terminal.wait_for("Merge: another");
    terminal.press(&format!("{}/progress.json\r", typed(other.path())));
    terminal.wait_for("Both histories count");
    terminal.press("qq");
    assert!(terminal.end().success());
    assert!(fs::read_to_string(home.path().join("progress.json")).unwrap().contains("5400"));
}

#[test]
fn a_card_that_was_added_at_home_is_said_and_taken_back_there() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = start(home.path());
    terminal.press("n");
    terminal.wait_for("New card");
    terminal.press("What is a gate?\rA factor.\x13");
    terminal.wait_for("Saved in “My cards”");
    terminal.press("u");
    terminal.wait_for("Undone: new card");
    terminal.press("q");
    assert!(terminal.end().success());
    let doctor = program(home.path()).arg("doctor").output().unwrap();
    let said = String::from_utf8_lossy(&doctor.stdout).into_owned();
    assert!(doctor.status.success() && !said.contains("WRONG"), "{said}");
}

#[test]
fn what_an_interview_asked_is_typed_or_pasted() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = start(home.path());
    terminal.press(":report\r");
    terminal.wait_for("type or paste the questions");
    // A question is no path, although it is typed where paths are.
    terminal.press("What is warm restart for?\r");
    terminal.wait_for("One question a line.");
    terminal.press("\rWhy does the moon shine?\x13");
    terminal.wait_for("Questions asked");
    terminal.press("\r");
    terminal.wait_for("recorded as asked");
    terminal.press("q");
    terminal.wait_for("All decks");
    terminal.press("q");
    assert!(terminal.end().success());
    let cards = program(home.path()).args(["cards", "--deck", "my-cards"]).output().unwrap();
    let said = String::from_utf8_lossy(&cards.stdout).into_owned();
    assert!(
        said.contains("Why does the moon shine?") && said.contains("What is warm restart for?"),
        "{said}"
    );
}

#[test]
fn a_report_is_chosen_from_recorded_and_taken_back_as_a_whole() {
    let (home, notes) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let report = notes.path().join("round.md");
    fs::write(
        &report,
        "# Acme\n\n1. dropout\n2. embedding 怎么训练\n3. What did you do at the weekend?\n4. 谢谢大佬\n",
    )
    .unwrap();
    let mut terminal = start(home.path());
    let log = || fs::read_to_string(home.path().join("progress.json")).unwrap_or_default();
    let own = || {
        let folder = home.path().join("decks/my-cards");
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        files.map(|file| fs::read_to_string(file.path()).unwrap()).collect::<String>()
    };
    terminal.press(":report\r");
    terminal.wait_for("What was asked?");
    terminal.press(&format!("{}\r", typed(&report)));
    terminal.wait_for("Questions asked");
    terminal.wait_for("line 6");
    terminal.press("\t1");
    terminal.wait_for("3 to record");
    assert!(!log().contains("asked") && !own().contains("weekend"), "nothing is recorded before Enter");
    terminal.press("\r");
    terminal.wait_for("3 recorded as asked, 1 of them new");
    assert_eq!(log().matches("\"asked\"").count(), 3, "{}", log());
    assert!(own().contains("weekend"));
    terminal.press("u");
    terminal.wait_for("Undone: interview report · 3 cards");
    assert!(!own().contains("weekend"), "{}", own());
    terminal.press("U");
    terminal.wait_for("Done again: interview report · 3 cards");
    assert!(own().contains("weekend"));
    terminal.press("u");
    terminal.wait_for("3 to record");
    terminal.press("q");
    terminal.wait_for("Nothing is recorded yet");
    terminal.press("q");
    terminal.wait_for("What was asked?");
    assert!(!own().contains("weekend"));
}
