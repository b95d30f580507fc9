//! Code cards in the real program: written in an editor, tested by an interpreter, and only where the learner
//! trusts the tests.

#![cfg(unix)]

use crate::harness::not_run;
use crate::harness::terminal::{Terminal, log, reviews};
use std::fs;
use std::path::Path;

const CARD: &str = "### Write the mean\n\nSum over count.\n\n```python starter\ndef mean(values):\n    \"\"\"The mean.\"\"\"\n```\n\n```python tests\nxs = mean([1, 2, 3])\nassert xs == 2\nassert mean([4]) == 4\n```\n\n```python solution\ndef mean(values):\n    return sum(values) / len(values)\n```\n\n### What is a mode?\n\nThe most frequent value.\n";

/// A home with notes, and an editor that puts `text` into its file; nothing where there is no interpreter.
fn home(notes: &str) -> Option<tempfile::TempDir> {
    if !backprop::terminal::finds_program("python3") {
        not_run("code cards in the terminal", "there is no python3");
        return None;
    }
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("notes.md"), notes).unwrap();
    Some(home)
}

/// The command of an editor that runs these lines of a shell on its file, `$file`.
fn editor(home: &Path, lines: &str) -> String {
    let script = home.join("editor.sh");
    fs::write(&script, format!("for file; do :; done\n{lines}\n")).unwrap();
    format!("/bin/sh '{}'", script.display())
}

fn writes(home: &Path, code: &str) -> String {
    fs::write(home.join("answer"), code).unwrap();
    editor(home, &format!("cat '{}' > \"$file\"", home.join("answer").display()))
}

fn study(home: &Path, editor: &str, lang: &str) -> Terminal {
    let notes = home.join("notes.md");
    let words = ["study", notes.to_str().unwrap(), "--mode", "code", "--lang", lang];
    Terminal::start(home, &words, &[("EDITOR", editor)], 100, 40)
}

const RIGHT: &str = "def mean(values):\n    return sum(values) / len(values)\n";

#[test]
fn tests_of_notes_run_once_the_learner_trusts_this_very_text() {
    let Some(home) = home(CARD) else { return };
    let home = home.path();
    let trusts = |home: &Path| {
        fs::read_to_string(home.join("machine.toml")).unwrap_or_default().contains("= \"Write the mean\"")
    };
    let mut terminal = study(home, &writes(home, RIGHT), "en");
    terminal.wait_for("Enter opens your editor");
    terminal.wait_for("def mean(values)");
    terminal.press("\r");
    terminal.wait_for("have not run on this machine");
    terminal.wait_for("assert mean([4]) == 4");
    assert!(!trusts(home), "nothing is trusted unasked");
    terminal.press("y");
    terminal.wait_for("All 2 checks pass.");
    assert!(trusts(home));
    terminal.press(" ");
    terminal.wait_for("Sum over count.");
    terminal.press("\r");
    terminal.wait_for("What is a mode?");
    let logged = log(home);
    assert!(logged.contains(r#""grade":"good","mode":"code""#), "{logged}");
    assert!(logged.contains(r"return sum(values) / len(values)"), "the answer is kept: {logged}");
    // It is undone, and what was written is still there.
    terminal.press("u");
    terminal.wait_for("All 2 checks pass.");
    terminal.press("q");
    assert!(terminal.end().success());

    // Trusted: no question any more. Another text: it asks again.
    let mut terminal = study(home, &writes(home, "def mean(values):\n    return sum(values)\n"), "en");
    terminal.wait_for("def mean");
    terminal.press("\r");
    terminal.wait_for("1 of 2 checks fail.");
    terminal.wait_for("xs = 6");
    terminal.wait_for("tests, line 2");
    terminal.press("q");
    assert!(terminal.end().success());
    fs::write(home.join("notes.md"), CARD.replace("mean([4]) == 4", "mean([4]) == 4.0")).unwrap();
    let mut terminal = study(home, &writes(home, RIGHT), "zh");
    terminal.wait_for("按 Enter 打开编辑器");
    terminal.press("\r");
    terminal.wait_for("还没有在这台机器上运行过");
    terminal.press(" ");
    terminal.wait_for("Sum over count.");
    assert!(!terminal.screen().contains("检查"), "nothing ran:\n{}", terminal.screen());
}

#[test]
fn a_copied_built_in_card_is_not_built_in() {
    let built_in = include_str!("../../content/en/coding.md");
    let Some(home) = home(built_in) else { return };
    let home = home.path();
    let mut terminal = study(home, &writes(home, "x = 1\n"), "en");
    terminal.wait_for("def cross_entropy");
    terminal.press("\r");
    terminal.wait_for("have not run on this machine");
    drop(terminal);
    let words = ["study", "coding", "--mode", "code", "--lang", "en"];
    let mut terminal = Terminal::start(home, &words, &[("EDITOR", &writes(home, "x = 1\n"))], 100, 40);
    terminal.wait_for("def cross_entropy");
    terminal.press("\r");
    // With or without NumPy something was run.
    terminal.wait_until("the tests to run", |screen| {
        screen.contains("An error ended the tests") || screen.contains("has no package numpy")
    });
}

#[test]
fn what_is_being_written_outlives_the_program() {
    let Some(home) = home(CARD) else { return };
    let home = home.path();
    let hangs = editor(home, "echo '# half of it' >> \"$file\"; touch \"$HOME/written\"; exec sleep 30");
    let notes = home.join("notes.md");
    let words = ["study", notes.to_str().unwrap(), "--mode", "code", "--lang", "en"];
    let environment = [("EDITOR", hangs.as_str()), ("HOME", home.to_str().unwrap())];
    let mut terminal = Terminal::start(home, &words, &environment, 100, 40);
    terminal.wait_for("Enter opens your editor");
    terminal.press("\r");
    while !home.join("written").exists() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    terminal.signal("-KILL");
    drop(terminal);
    let mut terminal = study(home, &editor(home, "true"), "en");
    terminal.wait_for("Enter opens your editor");
    terminal.press("\r");
    terminal.wait_for("have not run on this machine");
    terminal.press("\r");
    terminal.wait_for("have not run on this machine");
    terminal.press(" ");
    terminal.wait_for("half of it");
    terminal.press_away("3", "Easy");
    assert_eq!(reviews(home), 1);
    assert!(log(home).contains("half of it"));
}

#[test]
fn without_an_interpreter_it_is_compared_by_eye() {
    let Some(home) = home(CARD) else { return };
    let home = home.path();
    let bin = home.join("bin");
    fs::create_dir(&bin).unwrap();
    std::os::unix::fs::symlink("/bin/cat", bin.join("cat")).unwrap();
    let notes = home.join("notes.md");
    let words = ["study", notes.to_str().unwrap(), "--mode", "code", "--lang", "en"];
    let environment = [("EDITOR", &*writes(home, RIGHT)), ("PATH", bin.to_str().unwrap())];
    let mut terminal = Terminal::start(home, &words, &environment, 100, 40);
    terminal.wait_for("Enter opens your editor");
    terminal.press("\r");
    terminal.wait_for("y trusts exactly this text");
    terminal.press("y");
    terminal.wait_for("No Python was found");
    terminal.press(" ");
    terminal.wait_for("Sum over count.");
    terminal.press_away("3", "Easy");
}

#[test]
fn an_endless_loop_ends_in_words_and_holds_nothing_up() {
    let Some(home) = home(CARD) else { return };
    let home = home.path();
    let mut terminal = study(home, &writes(home, "def mean(values):\n    while True: pass\n"), "en");
    terminal.wait_for("Enter opens your editor");
    terminal.press("\r");
    terminal.wait_for("y trusts exactly this text");
    terminal.press("y");
    terminal.wait_for("Running the tests");
    // Meanwhile the program answers to keys.
    terminal.press("?");
    terminal.wait_for("Keys");
    terminal.press("\x1b");
    terminal.wait_for("Stopped: it took longer than 10 seconds");
    terminal.press(" ");
    terminal.wait_for("Sum over count.");
    terminal.press_away("\r", "Easy");
    assert!(log(home).contains(r#""grade":"again","mode":"code""#), "{}", log(home));
}
