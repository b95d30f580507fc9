//! `kill -9` right after an answer, in each way of asking: what was asked and answered is in the log. And while
//! an answer is typed: it stands in the field when the card is asked again.

#![cfg(unix)]

use crate::harness::not_run;
use crate::harness::terminal::{Terminal, log, reviews};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

const NOTES: &str = "# Notes

## What does a convolution share?

- **Weights**: A convolution shares one ==kernel== over all places of its input.
- **Cost**: Its memory grows with the number of channels.
- **Reach**: Depth widens the field of view step by step.

Mistakes:

- A convolution shares nothing at all between its places. → One kernel serves all of them.
- A convolution sees the whole of its input in the very first layer. → It sees as far as its kernel reaches.

```drill
How many GB do {n} billion weights of 2 bytes take?
n = 7, 70
answer = n * 2 GB
```

```python starter
def share(values):
```

```python tests
assert share([4]) == 4
```

## What is the mode of a sample?

Its most frequent value.
";

/// A way of asking; what is seen first; keys, each with what is seen then; what the log says.
type Row = (&'static str, &'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

const WAYS: [Row; 6] = [
    (
        "recall",
        "What does a convolution share?",
        &[(" ", "one kernel"), ("3", "mode of a sample")],
        &[r#""grade":"good""#],
    ),
    (
        "typed",
        "What does a convolution share?",
        &[("它共享 words of mine", "words of mine"), ("\x13", "Your answer"), ("3", "mode of a sample")],
        &[r#""answer":"它共享 words of mine""#],
    ),
    (
        "choice",
        "Which claim is right?",
        &[("1", "Again"), ("1", "mode of a sample")],
        &[r#""answer":"A convolution s"#, r#""exercise":"A convolution s"#, r"\nA convolution s"],
    ),
    (
        "cloze",
        "[k…]",
        &[("kernell", "kernell"), ("\r", "Again"), ("2", "mode of a sample")],
        &[r#""answer":"kernell""#, r#""exercise":"**Weights**: A convolution shares one […] over"#],
    ),
    (
        "numbers",
        "billion weights",
        &[("13.9", "13.9"), ("\r", "Again"), ("2", "mode of a sample")],
        &[r#""answer":"13.9""#, r#""exercise":"n = 7"#],
    ),
    (
        "code",
        "Enter opens your editor",
        &[("\r", "have not run"), ("\r", "have not run"), (" ", "Again"), ("1", "mode of a sample")],
        &[r#""answer":"def share(values):\n    return values[0]"#],
    ),
];

#[test]
fn what_was_asked_and_answered_is_in_the_log_before_the_next_question() {
    for (mode, first, keys, told) in WAYS {
        if mode == "code" && !backprop::terminal::finds_program("python3") {
            not_run("a code card killed", "there is no python3");
            continue;
        }
        let home = tempfile::tempdir().unwrap();
        let home = home.path();
        let notes = home.join("notes.md");
        fs::write(&notes, NOTES).unwrap();
        let script = home.join("editor.sh");
        fs::write(
            &script,
            "for file; do :; done\nprintf 'def share(values):\\n    return values[0]\\n' > \"$file\"\n",
        )
        .unwrap();
        let editor = format!("/bin/sh '{}'", script.display());
        let words = ["study", notes.to_str().unwrap(), "--mode", mode, "--lang", "en"];
        let mut terminal = Terminal::start(home, &words, &[("EDITOR", &editor)], 100, 40);
        terminal.wait_for(first);
        for (keys, seen) in keys {
            terminal.press(keys);
            terminal.wait_for(seen);
        }
        terminal.signal("-KILL");
        drop(terminal);
        let log = log(home);
        assert_eq!(reviews(home), 1, "{mode}: {log}");
        assert!(log.contains(&format!(r#""mode":"{mode}""#)), "{mode}: {log}");
        told.iter().for_each(|text| assert!(log.contains(text), "{mode}: {text} is not in {log}"));
    }
}

/// Keys of a half answer, by mode, what hands it in, and what is seen before.
const HALVES: [(&str, &str, &str, &str); 3] = [
    ("typed", "What does a convolution share?", "它共享\rhalf of mine", "\x13"),
    ("cloze", "[k…]", "kernell", "\r"),
    ("numbers", "billion weights", "13.9", "\r"),
];

/// What stands in the files of drafts.
fn drafts(home: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(home.join("drafts")) else { return Vec::new() };
    let text = |entry: std::io::Result<fs::DirEntry>| fs::read_to_string(entry.unwrap().path()).unwrap();
    entries.map(text).collect()
}

fn wait_for_drafts(home: &Path, wanted: &[&str]) {
    let end = Instant::now() + Duration::from_secs(20);
    while drafts(home) != wanted {
        assert!(Instant::now() < end, "{:?} instead of {wanted:?}", drafts(home));
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn study(home: &Path, mode: &str) -> Terminal {
    let notes = home.join("notes.md");
    if !notes.exists() {
        fs::write(&notes, NOTES).unwrap();
    }
    let words = ["study", notes.to_str().unwrap(), "--mode", mode, "--lang", "en"];
    Terminal::start(home, &words, &[], 100, 40)
}

#[test]
fn what_is_being_typed_stands_in_the_field_again_and_leaves_once_it_is_in_the_log() {
    for (mode, first, typed, hands_in) in HALVES {
        let home = tempfile::tempdir().unwrap();
        let home = home.path();
        let text = typed.replace('\r', "\n");
        let last = text.lines().last().unwrap().to_owned();
        let mut terminal = study(home, mode);
        terminal.wait_for(first);
        terminal.press(typed);
        terminal.wait_for(&last);
        wait_for_drafts(home, &[&text]);
        terminal.signal("-KILL");
        drop(terminal);
        // Compared and not graded, it is still no more than a draft.
        let mut terminal = study(home, mode);
        terminal.wait_for("typed before");
        terminal.wait_for(&last);
        terminal.press(hands_in);
        terminal.wait_for("Your answer");
        terminal.signal("-KILL");
        drop(terminal);
        assert_eq!(drafts(home), [text.as_str()], "{mode}");
        let mut terminal = study(home, mode);
        terminal.press_away("x", "typed before");
        terminal.wait_for(&format!("{last}x"));
        terminal.press(hands_in);
        terminal.wait_for("Again");
        terminal.press("1");
        terminal.wait_for("mode of a sample");
        wait_for_drafts(home, &[]);
        terminal.signal("-KILL");
        drop(terminal);
        let log = log(home);
        assert_eq!(reviews(home), 1, "{mode}: {log}");
        assert!(log.contains(&format!("{last}x\"")), "{mode}: {log}");
    }
}

#[test]
fn a_draft_goes_when_it_is_given_up_and_never_comes_where_answers_are_not_kept() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let mut terminal = study(home, "typed");
    terminal.wait_for("What does a convolution share?");
    terminal.press("words of mine");
    wait_for_drafts(home, &["words of mine"]);
    // Another mode and back: it was never given up.
    terminal.press("\t");
    terminal.wait_for("Which claim is right?");
    terminal.press("M");
    terminal.wait_for("[k…]");
    terminal.press("\x03");
    assert!(terminal.end().success());
    assert_eq!(drafts(home), ["words of mine"]);
    let mut terminal = study(home, "typed");
    terminal.wait_for("words of mine");
    terminal.press("\x1b");
    terminal.wait_for("Esc again");
    terminal.press("\x1b");
    assert!(terminal.end().success());
    assert_eq!(drafts(home), [""; 0]);

    fs::write(home.join("config.toml"), "[quiz]\nkeep_answers = \"off\"\n").unwrap();
    let mut terminal = study(home, "typed");
    terminal.wait_for("What does a convolution share?");
    terminal.press("nobody else's");
    terminal.wait_for("nobody else's");
    terminal.press("\x03");
    assert!(terminal.end().success());
    assert_eq!(drafts(home), [""; 0]);
}

/// What is written besides answers: the keys that open its field, what is seen there, what is typed, what saves it,
/// and where it stands then: in the log, or in the notes.
const WRITINGS: [(&str, &str, &str, &str, &str); 3] = [
    ("N", "Your note", "my own\rremark", "\x13", "log"),
    ("w", "Edit card", " and more of mine", "\x13", "notes"),
    ("n", "New card", "Mine?\rwords of mine", "\x13", "notes"),
];

#[test]
fn a_note_and_a_card_that_are_being_written_stand_in_their_fields_again_until_they_are_saved() {
    for (opens, title, typed, saves, into) in WRITINGS {
        let home = tempfile::tempdir().unwrap();
        let home = home.path();
        // Who keeps no answers keeps notes all the same.
        fs::write(home.join("config.toml"), "[quiz]\nkeep_answers = \"off\"\n").unwrap();
        let last = typed.rsplit('\r').next().unwrap();
        let open = || {
            let mut terminal = study(home, "recall");
            terminal.wait_for("What does a convolution share?");
            terminal.press(" ");
            terminal.wait_for("one kernel");
            terminal.press(opens);
            terminal.wait_for(title);
            terminal
        };
        let mut terminal = open();
        terminal.press(typed);
        terminal.wait_for(last);
        wait_for_any_draft(home);
        terminal.signal("-KILL");
        drop(terminal);
        assert!(!log(home).contains(last.trim()) && !read(home).contains(last.trim()), "{title}");
        let mut terminal = open();
        terminal.wait_for("typed before");
        terminal.wait_for(last.trim());
        terminal.press_away(saves, "Ctrl-S save");
        wait_for_drafts(home, &[]);
        terminal.signal("-KILL");
        drop(terminal);
        let stands_in = if into == "log" { log(home) } else { read(home) };
        assert!(stands_in.contains(last.trim()), "{title}: {stands_in}");
        // What is given up is gone.
        let mut terminal = open();
        terminal.press("given up");
        wait_for_any_draft(home);
        terminal.press("\x1b");
        terminal.wait_for("Esc again");
        terminal.press_away("\x1b", "Ctrl-S save");
        wait_for_drafts(home, &[]);
    }
}

/// The notes as they stand.
fn read(home: &Path) -> String {
    fs::read_to_string(home.join("notes.md")).unwrap()
}

fn wait_for_any_draft(home: &Path) {
    let end = Instant::now() + Duration::from_secs(20);
    while drafts(home).is_empty() {
        assert!(Instant::now() < end, "nothing is kept");
        std::thread::sleep(Duration::from_millis(20));
    }
}
