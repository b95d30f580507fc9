//! What a reading could not take, with the line it stands on and the way out.

use serde::Serialize;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file gives no card.
    Error,
    /// A card or a line is not as the author meant it.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// Its name in output.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One remark on one line of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// The line it is about, 1-based.
    pub line: usize,
    /// What is wrong.
    pub message: String,
    /// The way out.
    pub help: String,
}

impl Diagnostic {
    pub(crate) fn error(line: usize, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Error, line, message: message.into(), help: help.into() }
    }

    pub(crate) fn warning(line: usize, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, line, message: message.into(), help: help.into() }
    }

    pub(crate) fn note(line: usize, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Note, line, message: message.into(), help: help.into() }
    }
}
