//! Bytes to text: UTF-8, with or without a byte-order mark. Bytes that are no text are replaced and
//! reported with their line.

use super::diagnostic::Diagnostic;
use std::borrow::Cow;

/// The text of a file, and how it was found.
pub(super) struct Decoded<'a> {
    /// The text, without a byte-order mark.
    pub(super) text: Cow<'a, str>,
    /// The name of the encoding.
    pub(super) encoding: &'static str,
    /// What could not be decoded.
    pub(super) diagnostics: Vec<Diagnostic>,
}

pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    let (bytes, encoding) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (rest, "UTF-8 with byte-order mark"),
        None => (bytes, "UTF-8"),
    };
    let text = String::from_utf8_lossy(bytes);
    let diagnostics = match std::str::from_utf8(bytes) {
        Ok(_) => Vec::new(),
        Err(error) => {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
            let message = "these bytes are not UTF-8 text; they are shown as \u{fffd}";
            vec![Diagnostic::warning(line, message, "save the file as UTF-8")]
        }
    };
    Decoded { text, encoding, diagnostics }
}
