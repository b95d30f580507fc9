//! What a format comes to: Markdown that says the same, or words why it is not read.

use crate::import::diagnostic::Diagnostic;
use crate::messages::{Damage, FormatMessage};

/// All text that one file is converted to, in bytes.
pub(in crate::import::format) const LARGEST_TEXT: usize = 64 << 20;

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
pub(in crate::import) struct Refused {
    /// What it is, in a word or two.
    pub(in crate::import) format: &'static str,
    /// What is to be said of it.
    pub(in crate::import) message: FormatMessage,
    /// The way out.
    pub(in crate::import) help: FormatMessage,
}

impl Refused {
    /// A file of a format that is read, but not this one.
    pub(in crate::import::format) fn damaged(format: &'static str, why: Damage) -> Refused {
        let message = FormatMessage::Damaged { format, why: why.into() };
        Refused { format, message, help: FormatMessage::ExportAgain }
    }
}
