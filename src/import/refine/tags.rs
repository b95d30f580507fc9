//! Tags before the text of a question: how hard it is, where it was asked, how many points it brings.

use crate::import::style::Question;
use std::collections::HashMap;

/// No tag is longer.
const LONGEST: usize = 24;

/// Takes tags in brackets off the beginning of the questions, where most have one of the same few.
pub(super) fn strip(questions: &mut [Question]) {
    for _ in 0..3 {
        let tags: Vec<Option<(String, usize)>> =
            questions.iter().map(|question| tag(&question.text)).collect();
        let mut kinds: HashMap<&str, usize> = HashMap::new();
        for (kind, _) in tags.iter().flatten() {
            *kinds.entry(kind).or_default() += 1;
        }
        let tagged = tags.iter().flatten().count();
        let repeated: usize = kinds.values().filter(|count| **count > 1).sum();
        let few = kinds.len() <= 4 && repeated > 1 && tagged * 5 >= questions.len() * 4;
        if tagged < 3 || tagged * 2 < questions.len() || (repeated * 5 < tagged * 4 && !few) {
            return;
        }
        let common = kinds.iter().filter(|(_, count)| few || **count > 1);
        let common: Vec<String> = common.map(|(kind, _)| (*kind).to_owned()).collect();
        for (question, tag) in questions.iter_mut().zip(tags) {
            if let Some((kind, length)) = tag
                && common.contains(&kind)
            {
                question.text.drain(..length);
            }
        }
    }
}

/// The tag a text begins with, its digits as one, and where the text behind it begins.
fn tag(text: &str) -> Option<(String, usize)> {
    const PAIRS: [(char, char); 5] = [('[', ']'), ('(', ')'), ('（', '）'), ('【', '】'), ('`', '`')];
    let first = text.chars().next()?;
    let (open, close) = PAIRS.into_iter().find(|(open, _)| *open == first)?;
    let inner = &text[open.len_utf8()..];
    let end = inner.find(close)?;
    let tag = &inner[..end];
    let behind = &inner[end + close.len_utf8()..];
    let rest = behind.trim_start_matches([' ', '\t', '\u{3000}', '-', '–', '—', ':', '：', '·', '*']);
    let is_tag = tag.chars().count() <= LONGEST && !rest.is_empty() && !behind.starts_with(['(', '[', ':']);
    let kind = tag.chars().map(|letter| if letter.is_numeric() { '0' } else { letter });
    let mut kind: String = kind.collect();
    while kind.contains("00") {
        kind = kind.replace("00", "0");
    }
    is_tag.then(|| (kind, text.len() - rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_short_and_stands_first() {
        assert_eq!(tag("[E] Draw it"), Some(("E".to_owned(), 4)));
        assert_eq!(tag("(15 pts) - Matrices"), Some(("0 pts".to_owned(), 11)));
        assert_eq!(tag("[a](b)"), None);
        assert_eq!(tag("Draw [E]"), None);
        assert_eq!(tag("[E]"), None);
    }
}
