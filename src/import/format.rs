//! Formats of other programs: what the bytes are, and the Markdown that says the same.
//!
//! Runs before anything else reads the text, so that every later step works on Markdown. A format is known
//! by its bytes, never by the name of its file. Pure; sizes, depths and counts are bounded, and what is
//! beyond the bounds, damaged or not read here is refused with words and a way.

mod boxes;
mod chat;
mod converted;
mod deck;
mod docx;
mod html;
mod indented;
mod json;
mod jupyter;
mod latex;
mod mochi;
mod notion;
mod omml;
mod org;
mod packed;
mod pages;
mod pictures;
mod places;
pub(super) mod records;
mod refused;
mod running;
mod xml;
mod yaml;
mod zipped;

use crate::messages::Damage;
pub use converted::Converted;
use converted::{LARGEST_TEXT, Refused};
pub(super) use html::declared;
pub use pictures::FilePictures;

use super::diagnostic::Diagnostic;
use super::encoding::{Decoded, LARGEST, decode_text, no_text};
use std::borrow::Cow;

/// What the bytes of another program's format say; `None` for what is no such format, but text or unknown.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<Result<Converted, Refused>> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(zipped::read(bytes).and_then(bounded));
    }
    refused::binary(bytes).map(Err)
}

/// The same for formats that are text.
pub(super) fn of_text(text: &str) -> Option<Result<Converted, Refused>> {
    let start = text.trim_start();
    let copied = || copied(text).map(|(converted, _)| Ok(converted));
    let found = if start.starts_with(['{', '[']) {
        jupyter::read(start).or_else(|| json::read(start)).or_else(copied)
    } else if start.starts_with('<') && (html::is_page(start) || html::is_fragment(start)) {
        Some(Ok(html::read(start)))
    } else if start.starts_with(['*', '#', ':']) && org::is_org(text) {
        Some(Ok(org::read(text)))
    } else if latex::is_latex(text) {
        Some(Ok(latex::read(text)))
    } else {
        yaml::read(start).or_else(copied)
    };
    let found = found.or_else(|| refused::textual(start).map(Err))?;
    Some(found.and_then(bounded))
}

/// Text copied from elsewhere, and the line of the file for each of its lines where these are not the same.
fn copied(text: &str) -> Option<(Converted, Option<Vec<usize>>)> {
    let running = || running::read(text).map(|(converted, lines)| (converted, Some(lines)));
    chat::read(text).map(|converted| (converted, None)).or_else(running).or_else(|| {
        let lines = || (1..=text.lines().count()).collect();
        let found = indented::read(text).or_else(|| boxes::read(text));
        found.map(|converted| (converted, Some(lines())))
    })
}

fn bounded(converted: Converted) -> Result<Converted, Refused> {
    if converted.text.len() <= LARGEST_TEXT {
        return Ok(converted);
    }
    Err(Refused::damaged(converted.format, Damage::TooMuchText { mb: LARGEST_TEXT >> 20 }))
}

/// For each line of the text that a file is converted to the first and the last line of the file that it stands for,
/// where the file has lines of its own.
pub(super) fn places(bytes: &[u8]) -> Option<Vec<(usize, usize)>> {
    let decoded = decode_text(bytes);
    let text = &*decoded.text;
    let start = text.trim_start();
    if start.starts_with('{') {
        // What stands above the text counts too.
        let above = text[..text.len() - start.len()].matches('\n').count();
        return Some(jupyter::places(start)?.into_iter().map(|line| (line + above, line + above)).collect());
    }
    if start.starts_with(|letter: char| letter.is_alphanumeric() || letter == '#') && !org::is_org(text) {
        let (_, lines) = copied(text)?;
        return Some(lines?.into_iter().map(|line| (line, line)).collect());
    }
    let is_known = start.starts_with('<') && (html::is_page(start) || html::is_fragment(start))
        || start.starts_with(['*', '#', ':']) && org::is_org(text);
    let converted = is_known.then(|| of_text(text)).flatten()?.ok()?;
    let places = places::by_text(text, &converted.text);
    let ends = places::ends(text, &places);
    Some(places.into_iter().zip(ends).collect())
}

/// A file of another program as notes; `None` where it is text already or cannot be read.
pub fn converted(bytes: &[u8]) -> Option<Converted> {
    let decoded = decode(bytes);
    decoded.is_converted.then(|| Converted {
        format: decoded.encoding,
        text: decoded.text.into_owned(),
        told: Vec::new(),
    })
}

/// The text of a file: its own, or that which a format of another program is converted to.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    let is_too_large = bytes.len() > LARGEST;
    let found = if is_too_large { None } else { of_bytes(bytes) };
    if let Some(found) = found {
        return as_text(found, Vec::new());
    }
    let decoded = decode_text(bytes);
    if decoded.binary {
        return decoded;
    }
    match of_text(&decoded.text) {
        Some(found) => as_text(found, decoded.diagnostics),
        None => decoded,
    }
}

/// What a format came to. Lines of its file are none of the text, so what was told of them is said of all.
fn as_text<'a>(found: Result<Converted, Refused>, told: Vec<Diagnostic>) -> Decoded<'a> {
    match found {
        Ok(Converted { format, text, told: own }) => {
            let diagnostics =
                told.into_iter().take(1).map(|told| Diagnostic { line: 1, last_line: 1, ..told });
            let diagnostics = diagnostics.chain(own);
            Decoded {
                text: Cow::Owned(text),
                encoding: format,
                diagnostics: diagnostics.collect(),
                binary: false,
                is_converted: true,
            }
        }
        Err(Refused { format, message, help }) => no_text(format, message, help),
    }
}
