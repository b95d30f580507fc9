//! What the database of a package holds: notes, note types, cards, decks and the review log.

#[cfg(feature = "anki")]
mod database;

#[cfg(not(feature = "anki"))]
use super::PackageRefused;
use super::{Created, Logged};
use crate::messages::FormatMessage;
use std::collections::HashMap;

/// A note as it is kept.
pub(super) struct RawNote {
    pub(super) guid: String,
    pub(super) kind: i64,
    pub(super) fields: Vec<String>,
    pub(super) tags: String,
}

/// A card as it is kept.
pub(super) struct RawCard {
    pub(super) id: i64,
    /// Index of its note.
    pub(super) note: usize,
    pub(super) deck: i64,
    /// Which template, or which hole, of its note it shows.
    pub(super) ord: i64,
    pub(super) suspended: bool,
    pub(super) flagged: bool,
    pub(super) due: Option<i64>,
}

/// How notes of one kind become cards.
#[derive(Default)]
pub(super) struct NoteType {
    pub(super) name: String,
    pub(super) is_cloze: bool,
    pub(super) fields: Vec<String>,
    /// Front and back of each template.
    pub(super) templates: Vec<(String, String)>,
}

/// What a database says.
pub(super) struct Collection {
    pub(super) notes: Vec<RawNote>,
    /// Deck by deck, and in each in the order of the notes.
    pub(super) cards: Vec<RawCard>,
    pub(super) kinds: HashMap<i64, NoteType>,
    pub(super) log: HashMap<i64, Vec<Logged>>,
    pub(super) created: Created,
    pub(super) told: Vec<FormatMessage>,
    pub(super) decks: HashMap<i64, String>,
}

impl Collection {
    /// The names of the decks a card stands in, outermost first.
    pub(super) fn deck(&self, card: &RawCard) -> Vec<String> {
        let name = self.decks.get(&card.deck).map_or("", String::as_str);
        // The newer tables have a sign of their own between levels.
        let levels = name.split(['\u{1f}', '\u{1e}']).flat_map(|level| level.split("::"));
        levels.map(|level| level.trim().to_owned()).filter(|level| !level.is_empty()).take(16).collect()
    }

    /// Nothing here knows how to read a database; see [`super::IS_BUILT`].
    #[cfg(not(feature = "anki"))]
    pub(super) fn read(_: Vec<u8>) -> Result<Collection, PackageRefused> {
        Err(PackageRefused::not_built())
    }
}
