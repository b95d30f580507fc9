//! The HTML that notes contain: cut into tags and text, nothing more.

use super::elements;
use pulldown_cmark::{Event, Parser};

/// A piece of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum HtmlToken<'a> {
    /// Text between tags, entities not yet decoded.
    Text(&'a str),
    /// `<name …>` or `</name>`.
    Tag(Tag<'a>),
}

/// One tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// In lower case.
    pub(super) name: String,
    /// `</name>`.
    pub(super) closing: bool,
    attributes: &'a str,
}

impl Tag<'_> {
    /// The value of an attribute, entities decoded.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/' || c == '=');
            if rest.is_empty() {
                return None;
            }
            let key_end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
            let (key, after) = rest.split_at(key_end);
            let (value, after) = value(after);
            if key.eq_ignore_ascii_case(name) {
                return Some(decode(value));
            }
            rest = after;
        }
    }
}

/// Cuts HTML into tokens, each with its place. Comments, declarations and the text of scripts and style
/// sheets are dropped.
pub(super) fn tokens(html: &str) -> Vec<(usize, HtmlToken<'_>)> {
    let mut out = Vec::new();
    let mut text_from = 0;
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        let open = at + found;
        if is_word(&html[open + 1..]) {
            at = open + 1;
            continue;
        }
        let Some((token, end)) = markup(html, open) else {
            at = open + 1;
            // An unclosed tag would be searched again from every later `<`.
            if html[at..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) {
                break;
            }
            continue;
        };
        if open > text_from {
            out.push((text_from, HtmlToken::Text(&html[text_from..open])));
        }
        out.extend(token.map(|tag| (open, HtmlToken::Tag(tag))));
        text_from = end;
        at = end;
    }
    if text_from < html.len() {
        out.push((text_from, HtmlToken::Text(&html[text_from..])));
    }
    out
}

/// The elements of formulas that pages of other programs hold.
const MATHEMATICS: [&str; 18] = [
    "annotation",
    "mfrac",
    "mi",
    "mn",
    "mo",
    "mover",
    "mrow",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "semantics",
];

/// Whether what follows a `<` is a word that HTML does not know, and so text. Names with a hyphen or a
/// colon are those of a program's own elements.
fn is_word(behind: &str) -> bool {
    let named = behind.strip_prefix('/').unwrap_or(behind);
    let length = named.bytes().take(16).take_while(u8::is_ascii_alphanumeric).count();
    let name = named[..length].to_ascii_lowercase();
    named.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && !named[length..].starts_with(['-', ':'])
        && !elements::is_known(&name)
        && !MATHEMATICS.contains(&name.as_str())
}

/// Decodes entities.
pub(super) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        match end.and_then(|end| Some((end, entity(&rest[1..end])?))) {
            Some((end, text)) => {
                out.push_str(&text);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The markup that opens at `open` (nothing for comments) and the place after it.
fn markup(html: &str, open: usize) -> Option<(Option<Tag<'_>>, usize)> {
    let rest = &html[open + 1..];
    if let Some(comment) = rest.strip_prefix("!--") {
        return Some((None, open + 4 + comment.find("-->")? + 3));
    }
    if rest.starts_with(['!', '?']) {
        return Some((None, open + 1 + rest.find('>')? + 1));
    }
    let closing = rest.starts_with('/');
    let name_from = usize::from(closing);
    let name_length = rest[name_from..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    if !rest[name_from..].starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let name_end = name_from + name_length;
    let length = name_end + tag_end(&rest[name_end..])?;
    let name = rest[name_from..name_end].to_ascii_lowercase();
    let mut end = open + 1 + length + 1;
    if !closing && matches!(name.as_str(), "script" | "style") {
        end = html[end..].find("</").map_or(html.len(), |at| end + at);
    }
    Some((Some(Tag { name, closing, attributes: &rest[name_end..length] }), end))
}

/// The place of the `>` that ends a tag; quotes may contain others.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// The value that follows an attribute's name, and what follows it.
fn value(after: &str) -> (&str, &str) {
    let Some(rest) = after.trim_start().strip_prefix('=') else {
        return ("", after);
    };
    let rest = rest.trim_start();
    if let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let inner = &rest[1..];
        let end = inner.find(quote).unwrap_or(inner.len());
        return (&inner[..end], inner.get(end + 1..).unwrap_or(""));
    }
    rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()))
}

fn entity(name: &str) -> Option<String> {
    let named = |c: u8| c.is_ascii_alphanumeric() || c == b'#';
    if name.is_empty() || !name.bytes().all(named) {
        return None;
    }
    // The Markdown parser has the table of all names.
    let source = format!("&{name};");
    let text = Parser::new(&source).find_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    text.filter(|text| name == "amp" || *text != "&" && *text != source)
}
