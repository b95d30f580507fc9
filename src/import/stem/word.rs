//! Labels of words that no list knows: a word or two and a colon.

use super::Stem;

/// No label is longer.
const LONGEST: usize = 24;

/// The word in small letters that a line has before a colon, without number and marks, and where the text behind the
/// colon begins.
pub(in crate::import) fn word_label(source: &str) -> Option<(String, usize)> {
    // The first byte of the wide colon is one of all wide signs; most lines have neither where a label ends.
    let bytes = source.as_bytes();
    let near = &bytes[..bytes.len().min(4 * (LONGEST + 12))];
    let is_colon = |at: &usize| bytes[*at] == b':' || bytes[*at..].starts_with("：".as_bytes());
    let at = memchr::memchr2_iter(b':', 0xef, near).find(is_colon)?;
    let colon = if bytes[at] == b':' { ':' } else { '：' };
    if source[..at].chars().nth(LONGEST + 11).is_some() {
        return None;
    }
    let text = Stem::of(&source[..at]).text.trim_matches(['*', '_', ' ']);
    let word = text.trim_end_matches(|letter: char| letter.is_numeric() || letter == ' ');
    let is_word = !word.is_empty()
        && word.chars().count() <= LONGEST
        && word.split(' ').count() <= 2
        && word.chars().all(|letter| letter.is_alphabetic() || letter == ' ');
    let rest = &source[at + colon.len_utf8()..];
    let behind = rest.trim_start_matches(['*', '_', ' ', '\t', '\u{3000}']);
    // An address is no label.
    (is_word && !rest.starts_with("//")).then(|| (word.to_lowercase(), source.len() - behind.len()))
}

/// Whether this is a label of the help that programs print: these take turns, and come again and again.
pub(in crate::import) fn is_word_of_programs(word: &str) -> bool {
    OF_PROGRAMS.contains(&word)
}

const OF_PROGRAMS: [&str; 12] = [
    "usage",
    "options",
    "commands",
    "arguments",
    "example",
    "examples",
    "note",
    "default",
    "type",
    "returns",
    "input",
    "output",
];
