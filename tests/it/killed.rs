//! `kill -9` right after an answer, in each way of asking: what was asked and answered is in the log.

#![cfg(unix)]

use crate::harness::emulator::{Terminal, log, reviews};
use crate::harness::not_run;
use std::fs;

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
        "[…]",
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
