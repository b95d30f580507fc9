//! What waits for the user's word: notes that are being looked at before they are imported.

use crate::workspace::{Draft, Request};

/// Notes that are being looked at before they are imported.
pub(super) struct Importing {
    /// What was asked for.
    pub(super) request: Request,
    /// What was read.
    pub(super) drafts: Vec<Draft>,
    /// Which of them the preview shows.
    pub(super) shown: Vec<usize>,
}
