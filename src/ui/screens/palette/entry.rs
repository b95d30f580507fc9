//! A line of the palette.

use crate::ui::keymap::Action;

/// What an entry does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PaletteDeed {
    /// What a key would do where the user was.
    Act(Action),
    /// A way to another screen, by its place in the table.
    Go(usize),
    /// A setting, by its row.
    Set(usize),
}

/// A line of the list.
#[derive(Debug, Clone)]
pub(super) struct PaletteEntry {
    pub(super) deed: PaletteDeed,
    pub(super) label: String,
    /// Its English name, by which it is found too.
    pub(super) name: String,
    /// Other words by which it is looked for, in both languages.
    pub(super) also: Vec<&'static str>,
    /// The keys, or what kind of thing it is.
    pub(super) right: String,
}
