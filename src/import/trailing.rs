//! What programs for notes put behind a line: tags (`#cnn`) and the names of blocks (`^37066d`).

use crate::markdown::without_block;
use std::borrow::Cow;

/// Words of C's preprocessor, which begin like tags.
const DIRECTIVES: [&str; 13] = [
    "define", "elif", "else", "endif", "error", "if", "ifdef", "ifndef", "include", "line", "pragma",
    "region", "undef",
];

/// A question without the name of its block, and without the tags behind its question mark.
pub(super) fn without_marks(question: &str) -> Cow<'_, str> {
    if !question.contains(['^', '#']) {
        return Cow::Borrowed(question);
    }
    let lines: Vec<&str> = question.split('\n').map(without_tags_behind).collect();
    if lines.iter().map(|line| line.len() + 1).sum::<usize>() == question.len() + 1 {
        return Cow::Borrowed(question);
    }
    Cow::Owned(lines.join("\n").trim_end().to_owned())
}

fn without_tags_behind(line: &str) -> &str {
    let line = without_block(line);
    let mut rest = line;
    while let Some((before, word)) = rest.trim_end().rsplit_once(' ') {
        if !is_tag(word) {
            break;
        }
        rest = before.trim_end();
    }
    if rest.ends_with(['?', '？']) { rest } else { line }
}

/// `#tag` or `#tag/below`; not `#1`, not `#define`.
pub(super) fn is_tag(word: &str) -> bool {
    let Some(name) = word.strip_prefix('#') else { return false };
    let is_named = |letter: char| letter.is_alphanumeric() || "/-_".contains(letter);
    name.contains(char::is_alphabetic) && name.chars().all(is_named) && !DIRECTIVES.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_marks_behind_a_line_go() {
        for (question, left) in [
            ("What is pooling? #cnn #ml/basics ^a1b2c3", "What is pooling?"),
            ("池化是什么？ #卷积", "池化是什么？"),
            ("What is C# ?", "What is C# ?"),
            ("What does #define do?", "What does #define do?"),
            ("Why is Rust #1?", "Why is Rust #1?"),
            ("What is x ^2", "What is x ^2"),
            ("State the rule ^rule-1", "State the rule"),
            ("`a ^b-12`", "`a ^b-12`"),
            ("Which tag? #include", "Which tag? #include"),
        ] {
            assert_eq!(without_marks(question), left, "{question}");
        }
    }
}
