//! What stands between a term and its meaning: arrows, written and drawn, also before what follows; and behind bold, a
//! colon or a dash.

use std::ops::Range;

/// Arrows of ASCII signs; one that holds another comes before it.
const WRITTEN: [&str; 4] = ["-->", "==>", "->", "=>"];

/// Arrows of one letter.
const DRAWN: [char; 8] = ['→', '⇒', '⟶', '⟹', '➜', '➔', '➡', '⇨'];
const DRAWN_BYTE: u8 = 0xe2;

/// The first arrow of ASCII signs in a text; where it has to stand apart, between two blanks.
pub(super) fn written(text: &str, apart: bool) -> Option<Range<usize>> {
    // Every arrow ends in it, and few lines have one.
    memchr::memchr(b'>', text.as_bytes())?;
    let stands = |range: &Range<usize>| {
        !apart || (text[..range.start].ends_with(' ') && text[range.end..].starts_with(' '))
    };
    let found = WRITTEN
        .iter()
        .flat_map(|arrow| text.match_indices(arrow).map(|(at, arrow)| at..at + arrow.len()).find(stands));
    found.min_by_key(|range| range.start)
}

/// The first arrows in a text that are drawn, with what makes pictures of them.
pub(super) fn drawn(text: &str) -> Option<Range<usize>> {
    // All of them begin with this byte, and few lines have it.
    let from = memchr::memchr(DRAWN_BYTE, text.as_bytes())?;
    let at = from + text[from..].find(DRAWN)?;
    let rest = text[at..].trim_start_matches(|letter| DRAWN.contains(&letter) || letter == '\u{fe0f}');
    Some(at..text.len() - rest.len())
}

/// A term that was bold and its meaning, by the bold text and what stands behind it; nothing where no colon, no dash and no
/// full stop parts them.
pub(super) fn bold_term<'a>(bold: &'a str, behind: &'a str) -> Option<(&'a str, &'a str)> {
    let (bold, behind) = (bold.trim_end(), behind.trim_start());
    let term = bold.trim_end_matches([':', '：', ' ', '.', '。']);
    let behind_dot =
        behind.strip_prefix(['.', '。']).filter(|rest| rest.starts_with(' ') || !rest.is_ascii());
    let meaning = behind_dot.unwrap_or(behind).trim_start_matches([':', '：', '-', '–', '—', ' ']);
    let is_parted = bold.ends_with([':', '：', '.', '。']) || meaning.len() < behind.len();
    let says = |text: &str| text.contains(char::is_alphanumeric);
    (is_parted && says(term) && says(meaning)).then_some((term, meaning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_arrow_is_found_whole() {
        assert_eq!(written("a --> b -> c", false), Some(2..5));
        assert_eq!(written("a->b ==> c", false), Some(1..3));
        assert_eq!(written("a - b", false), None);
        assert_eq!(written("a->b ==> c", true), Some(5..8));
        assert_eq!(drawn("a →→ b"), Some(2..8));
        assert_eq!(drawn("a -> b"), None);
        assert!(DRAWN.iter().all(|arrow| arrow.to_string().as_bytes()[0] == DRAWN_BYTE));
    }
}
