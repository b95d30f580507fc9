//! Formulas in HTML: taken out before the tags are read, put back as Markdown.

use crate::markdown::html::{HtmlToken, decode, tokens};

/// Around the number of a formula, while the tags are read.
pub(super) const OPEN: char = '\u{f0000}';

pub(super) const CLOSE: char = '\u{f0001}';

/// A formula as it was found.
pub(super) struct Formula {
    pub(super) whole: String,
    pub(super) source: String,
    pub(super) display: bool,
}

/// The ways to mark a formula: before, after, whether it stands on its own line.
const MARKS: [(&str, &str, bool); 5] = [
    ("\\(", "\\)", false),
    ("\\[", "\\]", true),
    ("[$$]", "[/$$]", true),
    ("[$]", "[/$]", false),
    ("[latex]", "[/latex]", true),
];

/// The HTML with formulas replaced by their numbers, so that no sign in them is taken for Markdown.
pub(super) fn without_formulas(html: &str) -> (String, Vec<Formula>) {
    let (mut out, mut formulas, mut rest) = (String::with_capacity(html.len()), Vec::new(), html);
    // A mark that is never closed is not looked for again from every later place.
    let mut hopeless = [false; MARKS.len()];
    while let Some(at) = rest.find(['\\', '[']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let place = MARKS.iter().position(|(open, ..)| from.starts_with(open));
        let found = place.filter(|place| !hopeless[*place]).and_then(|place| {
            let (open, close, display) = MARKS[place];
            let inner = &from[open.len()..];
            let end = inner.find(close);
            hopeless[place] = end.is_none();
            end.map(|end| (&inner[..end], open.len() + end + close.len(), display))
        });
        match found {
            Some((inner, length, display)) => {
                out.extend([OPEN.to_string(), formulas.len().to_string(), CLOSE.to_string()]);
                formulas.push(Formula { whole: from[..length].to_owned(), source: plain(inner), display });
                rest = &from[length..];
            }
            None => {
                out.push_str(&from[..1]);
                rest = &from[1..];
            }
        }
    }
    out.push_str(rest);
    (out, formulas)
}

/// The text of a piece of HTML.
pub(super) fn plain(html: &str) -> String {
    let mut text = String::new();
    for (_, token) in tokens(html) {
        match token {
            HtmlToken::Text(piece) => text.push_str(&decode(piece)),
            HtmlToken::Tag(tag) if matches!(tag.name.as_str(), "br" | "div" | "p") => text.push(' '),
            HtmlToken::Tag(_) => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text with its formulas back in place.
pub(super) fn restored(text: &str, formulas: &[Formula], written: impl Fn(&Formula) -> String) -> String {
    let mut pieces = text.split(OPEN);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once(CLOSE).unwrap_or_default();
        if let Some(formula) = number.parse::<usize>().ok().and_then(|number| formulas.get(number)) {
            out.push_str(&written(formula));
        }
        out.push_str(rest);
    }
    out
}
