//! Pages of HTML, as a browser saves them or a server sends them.

use super::Converted;
use crate::import::ask::{Asking, asking};
use crate::markdown;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use encoding_rs::Encoding;
use std::collections::HashMap;

/// Whether a text is a whole page. Notes may have HTML in them, or begin with some; a page says what it is.
pub(super) fn is_page(text: &str) -> bool {
    let mut rest = text.trim_start();
    loop {
        let behind = match rest.get(..4) {
            Some("<!--") => rest.find("-->").map(|at| &rest[at + 3..]),
            Some("<?xm") => rest.find("?>").map(|at| &rest[at + 2..]),
            _ => None,
        };
        match behind {
            Some(behind) => rest = behind.trim_start(),
            None => break,
        }
    }
    let begins = |beginning: &str| {
        let start = rest.as_bytes().get(..beginning.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(beginning.as_bytes()))
            && rest[beginning.len()..].starts_with(|letter: char| letter.is_whitespace() || letter == '>')
    };
    begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body")
}

/// Whether a text is the inside of a page as a program writes it: it begins with a block, nearly each line has tags, on
/// one at least a block follows another or containers hold its headings, and none has marks of Markdown. What people write
/// has each block on lines of its own, and is read where it stands.
pub(super) fn is_fragment(text: &str) -> bool {
    const BLOCKS: [&str; 10] = ["<h1", "<h2", "<h3", "<h4", "<p", "<ul", "<ol", "<dl", "<section", "<div"];
    const MARKS: [&str; 9] = ["# ", "## ", "### ", "- ", "* ", "1. ", "> ", "```", "| "];
    let start = text.trim_start();
    let begins = |block: &&str| {
        start.get(..block.len()).is_some_and(|start| start.eq_ignore_ascii_case(block))
            && start[block.len()..].starts_with(['>', ' '])
    };
    if !BLOCKS.iter().any(begins) || text.contains("<details") || text.contains("align=") {
        return false;
    }
    let holds_headings = begins(&"<div") && ["<h2", "<h3"].iter().any(|tag| text.matches(tag).count() > 1);
    let (mut all, mut tagged, mut is_run) = (0usize, 0usize, holds_headings);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if MARKS.iter().any(|mark| line.starts_with(mark)) {
            return false;
        }
        all += 1;
        is_run |= follows_another(line);
        tagged += usize::from(line.contains("</") || line.contains('<') && line.ends_with('>'));
    }
    is_run && tagged * 10 >= all * 9 && text.matches("</").count() > 3
}

/// Whether a heading or a paragraph ends on a line, and another block follows it there.
fn follows_another(line: &str) -> bool {
    let mut pieces = line.split("</").skip(1);
    pieces.any(|piece| {
        let closed = piece.starts_with(['h', 'H', 'p', 'P']) && piece.find('>').is_some_and(|end| end <= 2);
        let behind = piece.split_once('>').map_or("", |(_, behind)| behind.trim_start());
        closed && behind.starts_with('<') && !behind.starts_with("</")
    })
}

/// What a page is called, where that is a line that asks nothing.
fn title(text: &str) -> Option<&str> {
    let start = ["<title>", "<TITLE>"].iter().find_map(|tag| text.find(tag).map(|at| at + tag.len()))?;
    let end = text[start..].find("</")?;
    let title = text[start..start + end].trim();
    (!title.is_empty()
        && title.len() < 200
        && !title.contains(['\n', '<', '&'])
        && asking(title) == Asking::No)
        .then_some(title)
}

pub(super) fn read(text: &str) -> Converted {
    let mut markdown = markdown::from_page(text).text;
    markdown.push('\n');
    if let Some(title) = title(text) {
        markdown.insert_str(0, &format!("---\ntitle: {title}\n---\n\n"));
    }
    Converted { format: "HTML page", text: markdown, told: Vec::new() }
}

/// The pictures that a page holds itself, by the names that the Markdown has for them.
pub(super) fn pictures(text: &str) -> HashMap<String, Vec<u8>> {
    if !is_page(text) || !text.contains("data:image/") {
        return HashMap::new();
    }
    let pictures = markdown::from_page(text).pictures.into_iter().filter_map(|(name, data)| {
        let data: String = data.split_ascii_whitespace().collect();
        Some((name, STANDARD.decode(data).ok()?))
    });
    pictures.collect()
}

/// The encoding that a page says it has.
pub(in crate::import) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    if !is_page(&start) {
        return None;
    }
    let (_, behind) = start.split_once("charset=")?;
    let name: String = behind
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter))
        .collect();
    Encoding::for_label(name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::is_fragment;

    #[test]
    fn a_fragment_is_of_tags_alone() {
        assert!(is_fragment("<h2>What is it?</h2><p>a net</p><h2>Why?</h2><ul><li>x</li></ul>"));
        assert!(is_fragment("<h2>What is it?</h2><p>a net</p>\n<h2>Why?</h2><p>x</p>\n"));
        // Each block on its line is read where it stands.
        assert!(!is_fragment("<h2>What is it?</h2>\n<p>a net</p>\n<h2>Why?</h2>\n<p>x</p>\n"));
        let part = "<div id=\"a\">\n<h3>What is it?</h3>\n<div>\n<p>a net</p>\n</div>\n</div>\n";
        assert!(is_fragment(&part.repeat(2)));
        assert!(!is_fragment("<div>\n<h3>What is it?</h3>\na net of\nmany layers\n</div>\n"));
        assert!(!is_fragment("<h1>Notes</h1>\n\n## What is it?\n\na net\n"));
        assert!(!is_fragment("<p align=\"center\"><b>x</b><i>y</i><u>z</u><s>v</s></p>"));
        assert!(!is_fragment("<pre>x</pre>"));
    }
}
