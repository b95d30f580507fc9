//! Formats of other programs: what the bytes are, and the Markdown that says the same.
//!
//! Runs before anything else reads the text, so that every later step works on Markdown. A format is known
//! by its bytes, never by the name of its file. Pure; sizes, depths and counts are bounded, and what is
//! beyond the bounds, damaged or not read here is refused with words and a way.

mod deck;
mod docx;
mod html;
mod json;
mod jupyter;
mod mochi;
mod notion;
mod omml;
mod org;
mod packed;
mod pages;
mod pictures;
mod records;
mod refused;
mod xml;
mod yaml;
mod zipped;

pub(super) use html::declared;
pub use pictures::Pictures;

use super::diagnostic::Diagnostic;
use super::encoding;
use crate::markdown;
use crate::messages::FormatMessage;

/// All text that one file is converted to, in bytes.
const LARGEST_TEXT: usize = 64 << 20;

/// A file of another program as notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// What it is.
    pub format: &'static str,
    /// Its text as Markdown.
    pub text: String,
    /// What could not be taken over.
    pub told: Vec<Diagnostic>,
}

/// A file that was recognised and is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    /// What it is, in a word or two.
    pub(super) format: &'static str,
    /// What is to be said of it.
    pub(super) message: FormatMessage,
    /// The way out.
    pub(super) help: FormatMessage,
}

impl Refused {
    /// A file of a format that is read, but not this one.
    fn damaged(format: &'static str, why: &str) -> Refused {
        let why = markdown::clean(why).replace('\n', " ");
        let message = FormatMessage::Damaged { format, why };
        Refused { format, message, help: FormatMessage::ExportAgain }
    }
}

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
    let found = if start.starts_with(['{', '[']) {
        jupyter::read(start).or_else(|| json::read(start))
    } else if start.starts_with('<') && html::is_page(start) {
        Some(Ok(html::read(start)))
    } else if start.starts_with(['*', '#', ':']) && org::is_org(text) {
        Some(Ok(org::read(text)))
    } else {
        yaml::read(start)
    };
    let found = found.or_else(|| refused::textual(start).map(Err))?;
    Some(found.and_then(bounded))
}

fn bounded(converted: Converted) -> Result<Converted, Refused> {
    if converted.text.len() <= LARGEST_TEXT {
        return Ok(converted);
    }
    let why = format!("it has more than {} MB of text", LARGEST_TEXT >> 20);
    Err(Refused::damaged(converted.format, &why))
}

/// A file of another program as notes; `None` where it is text already or cannot be read.
pub fn converted(bytes: &[u8]) -> Option<Converted> {
    let decoded = encoding::decode(bytes);
    decoded.is_converted.then(|| Converted {
        format: decoded.encoding,
        text: decoded.text.into_owned(),
        told: Vec::new(),
    })
}
