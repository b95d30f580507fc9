//! A notice: a line for the user that goes away by itself.

use crate::day::At;

/// A line for the user.
pub(super) struct NoticeLine {
    pub(super) text: String,
    /// When it goes away by itself; not known before it was drawn.
    pub(super) until: Option<At>,
    /// It stays until the next key.
    pub(super) stays: bool,
}

impl NoticeLine {
    /// It may tell names of files and what other programs said.
    pub(super) fn new(text: &str) -> NoticeLine {
        NoticeLine { text: crate::markdown::clean(text), until: None, stays: false }
    }

    /// How long it takes to read, in milliseconds: a few seconds, and more for a longer one.
    pub(super) fn lasts(&self) -> i64 {
        use unicode_width::UnicodeWidthStr;
        4_000 + 50 * self.text.width() as i64
    }
}
