//! Emphasis that is open.

/// Emphasis that is open: its tag, its mark, and where it began.
pub(in crate::markdown::from_html) struct OpenEmphasis {
    pub(in crate::markdown::from_html) tag: &'static str,
    pub(in crate::markdown::from_html) mark: &'static str,
    pub(in crate::markdown::from_html) start: usize,
}
