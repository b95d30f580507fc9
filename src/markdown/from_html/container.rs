//! A block that is open.

/// A container around the lines at hand.
pub(in crate::markdown::from_html) enum Container {
    Quote,
    /// A list; nothing for bullets, the next number otherwise.
    List(Option<u64>),
    /// An item with the width of its marker, which is still to be written.
    Item {
        marker: String,
        is_written: bool,
    },
}
