//! Pages of HTML, as a browser saves them or a server sends them.

use super::Converted;
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

pub(super) fn read(text: &str) -> Converted {
    let mut markdown = markdown::from_page(text).text;
    markdown.push('\n');
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
