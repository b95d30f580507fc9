//! What may be asked, and how much of it: scope, allowance and counts.

use crate::day::At;
use crate::desk::{Desk, Place};

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// What is due, and new cards up to the day's limit.
    Today,
    /// Cards before they are due, the next due first. Real reviews: FSRS credits them with less.
    Ahead,
}

/// How much more may come today.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Allowance {
    /// New cards; under a plan only [`Self::new_at_most`] counts.
    pub new: u32,
    /// Reviews; not under a plan.
    pub reviews: u32,
    /// New cards that the learner asked for at most in this session.
    pub new_at_most: Option<u32>,
    /// Seconds of study under a plan.
    pub seconds: f32,
}

/// The answer to "what now?"
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Ask this card.
    Ask(Place),
    /// Nothing is left to ask now.
    Done {
        /// When the next card is due, if any will be.
        next_due: Option<At>,
    },
}

/// How many cards wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// New cards that the day's limit lets in.
    pub new: u32,
    /// Cards in learning or relearning steps that come back today.
    pub learning: u32,
    /// Reviews due that the day's limit lets in.
    pub due: u32,
}

impl Counts {
    /// All of them together.
    pub fn total(self) -> u32 {
        self.new + self.learning + self.due
    }
}

/// The card to begin with where this new one is wanted: a prerequisite that was never seen and `may` be
/// asked, or one of that.
pub(in crate::schedule) fn before(desk: &Desk, mut place: Place, may: impl Fn(Place) -> bool) -> Place {
    // A circle of prerequisites ends somewhere.
    for _ in 0..16 {
        match desk.prerequisite(desk.card(place)).filter(|other| may(*other)) {
            Some(other) => place = other,
            None => break,
        }
    }
    place
}
