//! What is known of the mouse.

/// Who has the mouse.
#[derive(Default)]
pub(in crate::terminal) struct Mouse {
    /// The terminal tells us clicks.
    pub(super) is_ours: bool,
    /// The user wants to select text; the mouse comes back with the next key.
    pub(in crate::terminal) is_lent: bool,
    /// Where the button went down.
    pub(super) pressed: Option<(u16, u16)>,
}
