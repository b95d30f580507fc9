//! What a package of Anki says: its review log, and why it is not read.

use crate::card::{Grade, Lang};
use crate::day::At;
use crate::messages::{Damage, Say};
use std::fmt;

/// Why a package is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageRefused(pub Damage);

impl fmt::Display for PackageRefused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.say(Lang::En))
    }
}

impl std::error::Error for PackageRefused {}

#[cfg(not(feature = "anki"))]
impl PackageRefused {
    /// This build reads none.
    pub(super) fn not_built() -> PackageRefused {
        PackageRefused(Damage::NotBuilt)
    }
}

/// One line of the review log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Logged {
    /// When.
    pub at: At,
    /// What.
    pub what: PackageEvent,
}

/// What a line of the review log says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackageEvent {
    /// The card was graded.
    Graded {
        /// How well it was recalled.
        grade: Grade,
        /// From question to grade, in milliseconds.
        ms: u32,
    },
    /// It was made a new card again.
    Forgotten,
    /// It was given another due date, so many days later.
    Moved {
        /// Days from that day.
        days: i64,
    },
}

/// When a collection was made: its days count from then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Created {
    pub(super) at: At,
    /// Minutes that its zone is west of UTC, where that is known.
    pub(super) west: Option<i64>,
    /// The hour at which its days begin.
    pub(super) rollover: i64,
}

/// The name of the note type that packages of this program have.
pub(crate) const NOTE_TYPE: &str = "backprop";

/// Its fields.
pub(crate) const FIELDS: [&str; 3] = ["Question", "Answer", "Topic"];

/// Between the headings of a topic in its field.
pub(crate) const TOPIC: &str = " > ";
