//! What a mode may know when it asks a card, and what an answer then proves.

use crate::card::{Card, CardId, Face, Grade};
use crate::desk::{Desk, Place};
use std::collections::{HashMap, HashSet};
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// What a right answer proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// The answer was recalled from the question alone.
    Recalled,
    /// A part of it was recalled with the rest as a cue.
    Cued,
    /// It was recognised when shown.
    Recognised,
}

impl Evidence {
    /// The best grade that such an answer can earn.
    pub fn best(self) -> Grade {
        match self {
            Evidence::Recalled => Grade::Easy,
            Evidence::Cued => Grade::Good,
            Evidence::Recognised => Grade::Hard,
        }
    }
}

/// What a mode may know when it asks a card.
#[derive(Debug, Clone, Copy)]
pub struct ModeContext<'a> {
    /// Decks, progress, settings, time.
    pub desk: &'a Desk,
    /// Where the card stands.
    pub place: Place,
    /// What was asked before in this sitting.
    pub sitting: &'a Sitting,
}

impl<'a> ModeContext<'a> {
    /// The card.
    pub fn card(&self) -> &'a Card {
        self.desk.card(self.place)
    }

    /// Its face in the language at hand.
    pub fn face(&self) -> &'a Face {
        self.desk.face(self.place)
    }

    /// A number that stays the same until the card is answered, so that a task does not change while
    /// one looks at it.
    pub fn seed(&self) -> u64 {
        let state = self.desk.state(&self.card().id);
        let last = state.last.map_or(0, |last| last.at.0);
        xxh3_64_with_seed(self.card().id.as_str().as_bytes(), last as u64)
    }
}

/// What was asked in a sitting.
#[derive(Debug, Clone, Default)]
pub struct Sitting {
    /// Gaps that were shown, each with its card.
    pub gaps: HashSet<(CardId, String)>,
    /// Cards that were answered by choice.
    pub chosen: HashSet<CardId>,
    /// The drills that were answered, by their cards: the question with its values, the last one last.
    pub drawn: HashMap<CardId, Vec<String>>,
}
