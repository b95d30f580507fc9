//! The answer to what needs more of the log than is in memory.

/// The answer needs events older than the snapshot this progress began with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NeedsHistory;

impl std::fmt::Display for NeedsHistory {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("this needs the whole review log, of which only the end is loaded")
    }
}

impl std::error::Error for NeedsHistory {}
