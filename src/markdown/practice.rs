//! What of an answer is for practice and not for reading: drills, and the starter and the tests of code
//! to be written. They are fenced blocks that say so:
//!
//! ````text
//! ```drill
//! ```python starter
//! ```python tests
//! ```python solution      this one is read, as ordinary code
//! ````

use std::borrow::Cow;

/// The marks of a fence and the words behind them.
fn fence(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let marks = line.len() - line.trim_start_matches('`').len();
    (marks >= 3).then(|| (&line[..marks], line[marks..].trim()))
}

fn is_practice(words: &str) -> bool {
    let mut words = words.split_whitespace();
    matches!(
        (words.next(), words.next(), words.next()),
        (Some("drill"), None, _) | (Some(_), Some("starter" | "tests"), None)
    )
}

/// Whether a block that is for practice begins on this line: a drill, the starter or the tests of code.
pub fn begins_practice(line: &str) -> bool {
    fence(line).is_some_and(|(_, words)| is_practice(words))
}

/// An answer as it is read: without what is for practice.
pub fn readable(answer: &str) -> Cow<'_, str> {
    if !answer.lines().any(begins_practice) {
        return Cow::Borrowed(answer);
    }
    let mut out: Vec<&str> = Vec::new();
    // The fence of the block at hand, and whether it is left out.
    let mut open: Option<(&str, bool)> = None;
    for line in answer.lines() {
        let is_end = open.is_some_and(|(marks, _)| line.trim() == marks);
        match open {
            None => {
                open = fence(line).map(|(marks, words)| (marks, is_practice(words)));
                if open.is_none_or(|(_, hidden)| !hidden) {
                    out.push(line);
                }
            }
            Some((_, hidden)) => {
                if !hidden {
                    out.push(line);
                }
                if is_end {
                    open = None;
                }
            }
        }
    }
    // Where a block stood, two blank lines meet.
    let mut text = String::with_capacity(answer.len());
    let mut was_blank = false;
    for line in out {
        let is_blank = line.trim().is_empty();
        if !(is_blank && was_blank) {
            text.push_str(line);
            text.push('\n');
        }
        was_blank = is_blank;
    }
    text.truncate(text.trim_end().len());
    Cow::Owned(text)
}

/// The blocks behind a fence with just these words, in order.
pub fn practice(answer: &str, words: &str) -> Vec<String> {
    practice_with_lines(answer, words).into_iter().map(|(_, block)| block).collect()
}

/// The same, each with the line of its fence, counted from 0.
pub fn practice_with_lines(answer: &str, words: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut lines = answer.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        let Some((marks, said)) = fence(line) else { continue };
        let inside = lines.by_ref().map(|(_, line)| line).take_while(|line| line.trim() != marks);
        let block: Vec<&str> = inside.collect();
        if said.split_whitespace().eq(words.split_whitespace()) {
            found.push((at, block.join("\n")));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWER: &str = "Gist.\n\n- a\n\n```drill\nHow?\na = 1\n```\n\n```python starter\n# x\n```\n\n```python tests\nassert 1\n```\n\n```python solution\ny = 1\n```\n\nEnd.";

    #[test]
    fn practice_is_not_read() {
        assert_eq!(readable(ANSWER), "Gist.\n\n- a\n\n```python solution\ny = 1\n```\n\nEnd.");
        for plain in ["", "a\n\n\nb", "```python\nx\n\n\ny\n```", "```\n```drill\n```", "drill"] {
            assert_eq!(readable(plain), plain, "{plain}");
        }
        assert_eq!(readable("a\n```drill\nnever closed"), "a");
    }

    #[test]
    fn practice_is_found() {
        assert_eq!(practice(ANSWER, "drill"), ["How?\na = 1"]);
        assert_eq!(practice(ANSWER, "python tests"), ["assert 1"]);
        assert_eq!(practice("```text\n```drill\n```\n", "drill"), [""; 0]);
    }
}
