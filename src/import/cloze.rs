//! Logseq's holes: `{{cloze what is hidden}}`, maybe with a hint behind two backslashes.

use std::borrow::Cow;

const OPEN: &str = "{{cloze ";

/// What stands before a hole, what is in it, and its hint.
type ClozePiece<'a> = (&'a str, &'a str, Option<&'a str>);

/// The holes of a text, and what follows the last one.
fn pieces(text: &str) -> (Vec<ClozePiece<'_>>, &str) {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while let Some((before, inner)) = rest.split_once(OPEN) {
        let Some(end) = end(inner) else { break };
        let (hidden, hint) = match inner[..end].split_once("\\\\") {
            Some((hidden, hint)) => (hidden, Some(hint.trim())),
            None => (&inner[..end], None),
        };
        pieces.push((before, hidden.trim(), hint.filter(|hint| !hint.is_empty())));
        rest = &inner[end + 2..];
    }
    (pieces, rest)
}

/// Where a hole ends: at two braces that close none of its own. `{{cloze \frac{a}{b}}}` ends with its last two.
fn end(inner: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, letter) in inner.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' if inner[at..].starts_with("}}") => return Some(at),
            '\n' => return None,
            _ => {}
        }
    }
    None
}

/// The text with its holes empty.
pub(super) fn asked(text: &str) -> String {
    let (pieces, rest) = pieces(text);
    let empty = |(before, _, hint): &ClozePiece<'_>| format!("{before}[{}]", hint.unwrap_or("…"));
    pieces.iter().map(empty).collect::<String>() + rest
}

/// The text with its holes filled; `None` where it has none.
pub(super) fn filled(text: &str) -> Option<String> {
    if !text.contains(OPEN) {
        return None;
    }
    let (pieces, rest) = pieces(text);
    let full = |(before, hidden, _): &ClozePiece<'_>| match hidden.contains(['$', '*', '`']) {
        true => format!("{before}{hidden}"),
        false => format!("{before}**{hidden}**"),
    };
    (!pieces.is_empty()).then(|| pieces.iter().map(full).collect::<String>() + rest)
}

/// An answer without the braces of the holes in it.
pub(super) fn opened(answer: &str) -> Cow<'_, str> {
    filled(answer).map_or(Cow::Borrowed(answer), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_emptied_and_filled() {
        for (text, empty, full) in [
            ("A {{cloze gate}} is b", "A […] is b", "A **gate** is b"),
            ("{{cloze $\\frac{a}{b}$}}, {{cloze x \\\\ a hint}}", "[…], [a hint]", "$\\frac{a}{b}$, **x**"),
        ] {
            assert_eq!((asked(text).as_str(), filled(text).as_deref()), (empty, Some(full)));
        }
        assert_eq!(filled("{{cloze never closed"), None);
        assert_eq!(filled("{{query x}}"), None);
    }
}
