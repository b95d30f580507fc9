//! What a reading could not take, with the line it stands on and the way out.

use crate::messages::{FormatMessage, Message, ReadingMessage};
use serde::{Serialize, Serializer};

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
    /// The last line it is about, 1-based.
    pub last_line: usize,
    /// What is wrong.
    #[serde(serialize_with = "in_english")]
    pub message: Message,
    /// The way out.
    #[serde(serialize_with = "in_english")]
    pub help: Message,
}

/// As programs read it.
pub(super) fn in_english<S: Serializer>(message: &Message, out: S) -> Result<S::Ok, S::Error> {
    out.collect_str(message)
}

/// Whether columns or fields are said not to be shown.
pub(super) fn leaves_columns(message: &Message) -> bool {
    match message {
        Message::ReadingMessage(message) => matches!(
            message,
            ReadingMessage::ColumnsNotShown { .. }
                | ReadingMessage::ColumnNotShown { .. }
                | ReadingMessage::TableColumnsNotShown { .. }
                | ReadingMessage::FieldsNotShown { .. }
        ),
        Message::FormatMessage(message) => matches!(message, FormatMessage::ColumnsOfPart { .. }),
        _ => false,
    }
}

impl Diagnostic {
    pub(crate) fn error(line: usize, message: impl Into<Message>, help: impl Into<Message>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            line,
            last_line: line,
            message: message.into(),
            help: help.into(),
        }
    }

    pub(crate) fn warning(line: usize, message: impl Into<Message>, help: impl Into<Message>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Warning,
            line,
            last_line: line,
            message: message.into(),
            help: help.into(),
        }
    }

    pub(crate) fn note(line: usize, message: impl Into<Message>, help: impl Into<Message>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Note,
            line,
            last_line: line,
            message: message.into(),
            help: help.into(),
        }
    }

    /// The same remark on all lines up to `last`.
    pub(crate) fn to(mut self, last: usize) -> Diagnostic {
        self.last_line = last.max(self.line);
        self
    }
}
