//! What was answered is saved, whatever ends the program: a kill, a full disk, the user in a hurry.

#![cfg(unix)]

use crate::harness::terminal::{Terminal, log, notes, reviews};
use portable_pty::CommandBuilder;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn grades_survive_a_kill() {
    let home = tempfile::tempdir().unwrap();
    let file = notes(home.path());
    let arguments = ["study", file.to_str().unwrap()];
    let mut terminal = Terminal::start(home.path(), &arguments, &[], 80, 24);
    for card in 1..=3 {
        terminal.wait_for(&format!("Question {card}?"));
        terminal.press(" ");
        terminal.wait_for(&format!("Answer {card}."));
        terminal.press("4");
    }
    // The next question is on the screen, so the grade has to be on the disk.
    terminal.wait_for("Question 4?");
    terminal.signal("-9");
    terminal.end();
    assert_eq!(reviews(home.path()), 3, "{}", log(home.path()));
    serde_json::from_str::<serde_json::Value>(&log(home.path())).unwrap();

    let mut again = Terminal::start(home.path(), &arguments, &[], 80, 24);
    again.wait_for("Question 4?");
    again.press(" 4");
    again.wait_for("Question 5?");
    again.press("u");
    again.wait_for("Answer 4.");
    again.press("q");
    assert!(again.end().success());
    assert_eq!((reviews(home.path()), log(home.path()).matches("\"undo\"").count()), (4, 1));
}

/// A mock interview of ten questions from its set-up to the exported report, by keys alone.
#[test]
fn a_mock_interview_goes_from_start_to_an_exported_report() {
    for (lang, question, grading, score, written) in [
        ("en", "Question # of 10", "Grading # of 10", "Score ", "Written to"),
        ("zh", "第 #/10 题", "打分 #/10", "得分 ", "已写入"),
    ] {
        let home = tempfile::tempdir().unwrap();
        let notes = home.path().join("notes.md");
        let cards =
            (1..=12).map(|card| format!("{card}. What is layer {card}?\n\n- one\n- two\n- three\n\n"));
        fs::write(&notes, cards.collect::<String>()).unwrap();
        let arguments = ["interview", notes.to_str().unwrap(), "--lang", lang];
        let mut terminal = Terminal::start(home.path(), &arguments, &[], 80, 24);
        terminal.wait_for("← 10 →");
        terminal.press("\r");
        let numbered = |text: &str, number: usize| text.replace('#', &number.to_string());
        for number in 1..=10 {
            terminal.wait_for(&numbered(question, number));
            terminal.press(&(1 + number % 4).to_string());
        }
        for number in 1..=10 {
            terminal.wait_for(&numbered(grading, number));
            // All points ticked and accepted, one ticked and overridden, or a grade at once.
            terminal.press(["a\r", " 2", "1", "3"][number % 4]);
        }
        terminal.wait_for(score);
        for _ in 0..2 {
            terminal.press("e");
            terminal.press_away("G", written);
        }
        terminal.press("qq");
        assert!(terminal.end().success());

        let count = |what: &str| log(home.path()).matches(what).count();
        assert_eq!(
            (count("\"answered\""), count("\"mode\":\"interview\"")),
            (10, 10),
            "{}",
            log(home.path())
        );
        let mut reports: Vec<PathBuf> =
            fs::read_dir(home.path().join("reports")).unwrap().map(|entry| entry.unwrap().path()).collect();
        reports.sort();
        assert_eq!(reports.len(), 2, "the second export is another file");
        let texts = reports.iter().map(|path| fs::read_to_string(path).unwrap()).collect::<Vec<_>>();
        assert_eq!(texts[0], texts[1]);
        let rows = texts[0].lines().filter(|line| line.starts_with("| 1") || line.starts_with("| 2"));
        assert!(rows.count() >= 3 && texts[0].lines().any(|line| line.starts_with("| 10 |")), "{}", texts[0]);
    }
}

#[test]
fn a_mock_interview_survives_a_kill_and_is_gone_on_with() {
    let home = tempfile::tempdir().unwrap();
    let count = |what: &str| log(home.path()).matches(what).count();
    let mut terminal =
        Terminal::start(home.path(), &["interview", "deep-learning", "--lang", "en"], &[], 80, 24);
    terminal.wait_for("← 10 →");
    terminal.press("\r");
    for number in 1..=4 {
        terminal.wait_for(&format!("Question {number} of 10"));
        terminal.press("4");
    }
    terminal.wait_for("Question 5 of 10");
    terminal.signal("-9");
    terminal.end();
    assert_eq!((count("\"answered\""), reviews(home.path())), (4, 0), "{}", log(home.path()));
    serde_json::from_str::<serde_json::Value>(&log(home.path())).unwrap();

    // Home offers to go on; killed again in the middle of the grading.
    let mut again = Terminal::start(home.path(), &["--lang", "en"], &[], 80, 24);
    again.wait_for("4 answers of a mock interview wait");
    again.press("i");
    again.wait_for("Go on grading: 4 answers");
    again.press("\r");
    again.wait_for("Grading 1 of 4");
    again.press("3");
    again.wait_for("Grading 2 of 4");
    again.press("2");
    again.wait_for("Grading 3 of 4");
    again.signal("-9");
    again.end();
    assert_eq!(reviews(home.path()), 2);

    // Left in order, which leaves a cached fold: then the log is read whole to go on.
    let mut third =
        Terminal::start(home.path(), &["interview", "deep-learning", "--lang", "en"], &[], 80, 24);
    third.wait_for("Go on grading: 2 answers");
    third.press("qq");
    assert!(third.end().success());
    let mut last = Terminal::start(home.path(), &["interview", "deep-learning", "--lang", "en"], &[], 80, 24);
    last.wait_for("Go on grading: 2 answers");
    last.press("\r");
    last.wait_for("Grading 3 of 4");
    last.press("u");
    last.wait_for("Grading 2 of 4");
    last.press("1");
    last.wait_for("Grading 3 of 4");
    last.press("2");
    last.wait_for("Grading 4 of 4");
    last.press("4");
    last.wait_for("4 questions in");
    last.press("qq");
    assert!(last.end().success());
    assert_eq!((count("\"answered\""), reviews(home.path()), count("\"undo\"")), (4, 5, 1));
}

#[test]
fn answers_of_every_mode_survive_a_kill() {
    // Keys that answer the first card and grade it.
    for (mode, keys) in [("typed", "a softmax\x13"), ("choice", "1"), ("cloze", "a row\r")] {
        let home = tempfile::tempdir().unwrap();
        let arguments = ["study", "transformer", "--lang", "en", "--mode", mode];
        let mut terminal = Terminal::start(home.path(), &arguments, &[], 80, 24);
        terminal.wait_for("scaled dot-product attention");
        terminal.press(keys);
        terminal.wait_for("Again");
        terminal.press("1");
        terminal.wait_for("1 learning");
        terminal.signal("-9");
        terminal.end();
        assert!(
            log(home.path()).contains(&format!(r#""grade":"again","mode":"{mode}""#)),
            "{}",
            log(home.path())
        );
        serde_json::from_str::<serde_json::Value>(&log(home.path())).unwrap();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn answers_that_could_not_be_saved_are_saved_when_there_is_room_again() {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    let home = tempfile::tempdir().unwrap();
    let mut terminal = start_on_a_full_disk(home.path(), &long_notes(home.path()));
    grade_cards(&mut terminal, 1..=5);
    terminal.wait_for("not saved yet");
    // The session goes on, and what is on the disk is whole.
    terminal.wait_for("Question 6?");
    let before = reviews(home.path());
    assert!((1..5).contains(&before), "{}", log(home.path()));
    serde_json::from_str::<serde_json::Value>(&log(home.path())).unwrap();

    let pid = Pid::from_raw(terminal.process_id() as i32);
    prlimit(pid, Resource::Fsize, Rlimit { current: None, maximum: None }).unwrap();
    grade_cards(&mut terminal, 6..=6);
    terminal.wait_for("Question 7?");
    assert_eq!(reviews(home.path()), 6, "{}", log(home.path()));
    terminal.press("q");
    assert!(terminal.end().success());
}

#[test]
fn leaving_with_unsaved_answers_is_told_and_they_are_put_elsewhere() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = start_on_a_full_disk(home.path(), &long_notes(home.path()));
    grade_cards(&mut terminal, 1..=2);
    terminal.wait_for("not saved yet");
    terminal.press("q");
    terminal.wait_for("leave once more, and they go into a file");
    let before = reviews(home.path());
    // Anything else, and the question is open again.
    terminal.press(" ");
    terminal.press("q");
    terminal.wait_for("leave once more, and they go into a file");
    terminal.press("q");
    assert_eq!(terminal.end().exit_code(), 1);
    terminal.wait_for("takes them in");
    let names = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().path());
    let refuge: Vec<PathBuf> =
        names.filter(|path| path.to_str().unwrap().contains("backprop-unsaved-")).collect();
    assert_eq!(refuge.len(), 1);
    let merge = std::process::Command::new(env!("CARGO_BIN_EXE_backprop"))
        .env("BACKPROP_DATA_DIR", home.path())
        .arg("merge")
        .arg(&refuge[0])
        .status()
        .unwrap();
    // How many fit on the disk depends on how long they took.
    assert!(merge.success() && before < 2, "{before} were saved");
    assert_eq!(reviews(home.path()), 2, "{}", log(home.path()));
}

/// The program where a file may have no more than a few hundred bytes: as on a full disk.
fn start_on_a_full_disk(home: &Path, file: &Path) -> Terminal {
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", r#"trap '' XFSZ; ulimit -S -f 1; exec "$0" study "$1""#]);
    command.args([env!("CARGO_BIN_EXE_backprop"), file.to_str().unwrap()]);
    command.env("HOME", home);
    command.env("TMPDIR", home);
    Terminal::start_command(command, home, &[], 100, 24)
}

fn grade_cards(terminal: &mut Terminal, cards: std::ops::RangeInclusive<usize>) {
    for card in cards {
        terminal.wait_for(&format!("Question {card}?"));
        terminal.press(" ");
        terminal.wait_for(&format!("Answer {card}."));
        terminal.press("4");
    }
}

/// Five questions with names long enough that few answers fill the disk.
fn long_notes(folder: &Path) -> PathBuf {
    let file = folder.join("notes.md");
    let id = |card: usize| format!("<!-- id: {} -->", card.to_string().repeat(120));
    let cards = (1..=9).map(|card| format!("{card}. Question {card}?\n{}\nAnswer {card}.\n\n", id(card)));
    fs::write(&file, cards.collect::<String>()).unwrap();
    file
}
