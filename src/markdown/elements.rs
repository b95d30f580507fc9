//! What in angle brackets is a tag: the names that HTML knows. `<CLS>`, `Vec<T>` and `</s>` are text.

use std::collections::HashMap;

/// Elements whose tags stand alone or whose end may be left out: each of them is a tag wherever it stands.
const LOOSE: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "img",
    "li",
    "nav",
    "ol",
    "p",
    "picture",
    "pre",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "wbr",
];

/// The other elements of HTML. Without attributes and without the other tag of the pair, their names are
/// words: `Vec<i>`, `git mv <source> <object>`.
const PAIRED: &[&str] = &[
    "a", "abbr", "acronym", "address", "applet", "area", "audio", "b", "base", "bdi", "bdo", "big", "body",
    "button", "canvas", "cite", "code", "data", "datalist", "del", "dfn", "dialog", "dir", "em", "embed",
    "fieldset", "font", "form", "frame", "frameset", "head", "html", "i", "iframe", "input", "ins", "kbd",
    "label", "legend", "link", "main", "map", "mark", "marquee", "math", "menu", "meta", "meter", "nobr",
    "noscript", "object", "optgroup", "option", "output", "param", "progress", "q", "rp", "rt", "ruby", "s",
    "samp", "script", "search", "section", "select", "small", "source", "span", "strike", "strong", "style",
    "sub", "sup", "svg", "template", "textarea", "time", "title", "track", "tt", "u", "var", "video",
];

/// A longer tag is text.
const LONGEST: usize = 4096;

/// Whether HTML knows an element of that name, in lower case.
pub(super) fn is_known(name: &str) -> bool {
    is_loose(name) || PAIRED.binary_search(&name).is_ok()
}

fn is_loose(name: &str) -> bool {
    LOOSE.binary_search(&name).is_ok()
}

/// Looks for tags in one text, from its beginning to its end.
pub(crate) struct Tags<'a> {
    text: &'a str,
    /// The next closing tag by its name; the end of the text where there is none.
    closers: HashMap<String, usize>,
}

impl<'a> Tags<'a> {
    pub(crate) fn new(text: &'a str) -> Tags<'a> {
        Tags { text, closers: HashMap::new() }
    }

    /// The place behind the tag or comment that begins at `at`, where there is one.
    pub(crate) fn end(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            let close = self.next("-->", at + 4);
            return (close < self.text.len() || comment.ends_with("-->")).then_some(close + 3);
        }
        let is_closing = rest.starts_with('/');
        let named = &rest[usize::from(is_closing)..];
        let length = named.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
        if !named.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            return None;
        }
        let name = named[..length].to_ascii_lowercase();
        let behind = &named[length..];
        if !behind.starts_with(['>', '/', ' ', '\t', '\n', '\r']) || !is_known(&name) {
            return None;
        }
        let close = tag_end(behind)?;
        let attributes = behind[..close].trim_matches(['/', ' ', '\t', '\r', '\n']);
        let end = self.text.len() - behind.len() + close + 1;
        let is_tag = is_loose(&name) && !self.is_parameter(&name, at)
            || if is_closing { name != "s" || self.is_struck_before(at) } else { !attributes.is_empty() }
            || (!is_closing && self.is_opening(&name, at, end));
        is_tag.then_some(end)
    }

    /// Whether a `<P>` follows a name, as in `Box<P>`, and nothing closes it.
    fn is_parameter(&mut self, name: &str, at: usize) -> bool {
        name.len() == 1
            && self.text[..at].ends_with(|letter: char| letter.is_ascii_alphanumeric())
            && self.next(&format!("</{name}"), at) == self.text.len()
    }

    /// Whether what an element without attributes opens is closed near by, or further down where it
    /// begins a line.
    fn is_opening(&mut self, name: &str, at: usize, end: usize) -> bool {
        let close = self.next(&format!("</{name}"), end);
        if close == self.text.len() || STANDS_ALONE.contains(&name) {
            return false;
        }
        let inner = self.text.get(end..close).filter(|inner| inner.len() < LONGEST);
        if name == "s" {
            // `<s>` and `</s>` are where a sentence begins and ends; what is struck has no blank at its ends.
            return inner.is_some_and(is_struck);
        }
        // `Vec<i>` does not open what `<i>this</i>` closes.
        if name.len() == 1 && inner.is_some_and(|inner| inner.contains(&format!("<{name}>"))) {
            return false;
        }
        let is_first = self.text[..at].bytes().rev().find(|byte| !matches!(byte, b' ' | b'\t'));
        inner.is_some_and(|inner| !inner.contains("\n\n")) || is_first.is_none_or(|byte| byte == b'\n')
    }

    /// Whether the `</s>` at a place closes what was struck.
    fn is_struck_before(&self, at: usize) -> bool {
        let bytes = &self.text.as_bytes()[at.saturating_sub(LONGEST)..at];
        let open = memchr::memmem::rfind(bytes, b"<s>");
        open.is_some_and(|open| is_struck(&self.text[at - bytes.len() + open + 3..at]))
    }

    /// Where a pattern stands next, the end of the text where it does not. Case of letters is that of HTML
    /// as people write it: all small, or all large.
    fn next(&mut self, pattern: &str, from: usize) -> usize {
        if let Some(known) = self.closers.get(pattern).filter(|known| **known >= from) {
            return *known;
        }
        let rest = self.text.get(from..).unwrap_or_default();
        let found = rest.find(pattern).or_else(|| rest.find(&pattern.to_ascii_uppercase()));
        let place = found.map_or(self.text.len(), |found| from + found);
        self.closers.insert(pattern.to_owned(), place);
        place
    }
}

/// Elements that hold nothing; without attributes they are words.
const STANDS_ALONE: [&str; 9] =
    ["area", "base", "embed", "input", "link", "meta", "param", "source", "track"];

fn is_struck(inner: &str) -> bool {
    !inner.is_empty()
        && !inner.contains("\n\n")
        && !inner.contains("<s>")
        && !inner.starts_with('[')
        && !inner.starts_with(char::is_whitespace)
        && !inner.ends_with(char::is_whitespace)
}

/// The place of the `>` that ends a tag; quotes may contain others, no blank line may stand in it.
fn tag_end(rest: &str) -> Option<usize> {
    let (mut quote, mut is_blank) = (None, false);
    for (at, byte) in rest.bytes().enumerate().take(LONGEST) {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'<') => return None,
            (_, b'\n') if is_blank => return None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        is_blank = byte == b'\n' || (is_blank && matches!(byte, b' ' | b'\t' | b'\r'));
    }
    None
}

/// The length of `<https://…>` or `<mail@example.org>` at the start of a text. `<std::string>` is none.
pub(crate) fn address(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let end = inner.find(|letter: char| letter == '>' || letter == '<' || letter.is_whitespace())?;
    if !inner[end..].starts_with('>') {
        return None;
    }
    let inner = &inner[..end];
    let (scheme, rest) = inner.split_once(':').unwrap_or_default();
    let is_web = rest.starts_with("//") || matches!(scheme, "mailto" | "tel");
    let is_mail = inner.split_once('@').is_some_and(|(name, host)| {
        let is_plain =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_+".contains(&byte));
        !name.is_empty() && host.contains('.') && is_plain(name) && is_plain(host)
    });
    let is_scheme = !scheme.is_empty()
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte));
    (is_web && is_scheme || is_mail).then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_in_order() {
        assert!(LOOSE.is_sorted() && PAIRED.is_sorted());
    }

    /// Which of the texts in angle brackets are tags.
    #[test]
    fn only_what_html_knows_is_a_tag() {
        for (text, tags) in [
            ("What are <CLS> and <pad>?", &[][..]),
            ("Vec<T>, Option<Box<i>>, HashMap<String, u32>", &[]),
            ("Vec<i> and <i>this</i>", &["<i>", "</i>"]),
            ("Vec<i>\n\n<i>this</i>", &["<i>", "</i>"]),
            ("<s> and </s> frame a sentence", &[]),
            ("<s>struck</s> H<sub>2</sub>O", &["<s>", "</s>", "<sub>", "</sub>"]),
            ("mv <source> <object> <title> <input>", &[]),
            ("Box<P> or Arc<p>", &[]),
            ("a<br>b<br/>c<hr>", &["<br>", "<br/>", "<hr>"]),
            ("<p>x <li>y <a href=\"a>b\">z</a>", &["<p>", "<li>", "<a href=\"a>b\">", "</a>"]),
            ("a <!-- <b> --> b <!-- c", &["<!-- <b> -->"]),
            ("x < y > z, a<b, c>d", &[]),
            ("<B>x</B> <im_start> <|end|> <?php ?> <!x>", &["<B>", "</B>"]),
            ("<my-tag> <o:p> <h7> <bdi>x</bdi>", &["<bdi>", "</bdi>"]),
        ] {
            let mut looking = Tags::new(text);
            let (mut found, mut at) = (Vec::new(), 0);
            while let Some(open) = text[at..].find('<').map(|open| at + open) {
                at = looking.end(open).inspect(|end| found.push(&text[open..*end])).unwrap_or(open + 1);
            }
            assert_eq!(found, tags, "{text}");
        }
    }

    #[test]
    fn addresses_are_told_from_names() {
        for (text, length) in [
            ("<https://a.b/c> x", Some(15)),
            ("<a@b.org>", Some(9)),
            ("<std::string>", None),
            ("<key:value>", None),
            ("<x@y>", None),
            ("<https://a b>", None),
        ] {
            assert_eq!(address(text), length, "{text}");
        }
    }

    #[test]
    fn hostile_brackets_end_soon() {
        for piece in ["<b>", "<!--", "<a ", "</s>", "<s>", "<i x", "<u>\n", "<div "] {
            let text = piece.repeat(200_000 / piece.len());
            let begun = std::time::Instant::now();
            let mut looking = Tags::new(&text);
            let mut at = 0;
            while let Some(open) = text[at..].find('<').map(|open| at + open) {
                at = looking.end(open).unwrap_or(open + 1);
            }
            assert!(begun.elapsed().as_secs() < 10, "{piece} took {:?}", begun.elapsed());
        }
    }
}
