//! The answer to what needs more of the log than is in memory.

use crate::messages::{Message, WorkMessage};

/// The answer needs events older than the snapshot this progress began with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NeedsHistory;

impl std::fmt::Display for NeedsHistory {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Message::from(*self).fmt(out)
    }
}

impl From<NeedsHistory> for Message {
    fn from(_: NeedsHistory) -> Message {
        WorkMessage::NeedsHistory.into()
    }
}

impl std::error::Error for NeedsHistory {}
