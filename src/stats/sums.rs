//! What several figures are made of: answers by grade, sums of probabilities, the bounds of words.

use crate::card::Grade;
use serde::{Serialize, Serializer};
use std::fmt::Display;

/// From this stability on, in days, a card is mature.
pub const MATURE: f32 = 21.0;

/// A card forgotten this often is a leech.
pub const LEECH: u32 = 8;

/// Answers by grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Grades {
    /// Not recalled.
    pub again: u32,
    /// Recalled with effort.
    pub hard: u32,
    /// Recalled.
    pub good: u32,
    /// Recalled at once.
    pub easy: u32,
}

impl Grades {
    /// How often it was this grade.
    pub fn of(&self, grade: Grade) -> u32 {
        match grade {
            Grade::Again => self.again,
            Grade::Hard => self.hard,
            Grade::Good => self.good,
            Grade::Easy => self.easy,
        }
    }
}

/// Written as it is shown: days and instants as text.
pub(super) fn shown<T: Display, S: Serializer>(value: &T, out: S) -> Result<S::Ok, S::Error> {
    out.collect_str(value)
}

/// Probabilities summed up in units of 2⁻³², so that the sum is the same in any order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct ProbabilitySum(pub(super) i64);

impl ProbabilitySum {
    const ONE: f64 = 4_294_967_296.0;

    pub(super) fn of(probability: f32) -> ProbabilitySum {
        ProbabilitySum((f64::from(probability) * ProbabilitySum::ONE).round() as i64)
    }

    pub(super) fn cards(self) -> f64 {
        self.0 as f64 / ProbabilitySum::ONE
    }
}

/// For each card by its number, whether it is among these.
pub(super) fn marks(cards: usize, numbers: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut marks = vec![false; cards];
    numbers.for_each(|number| marks[number] = true);
    marks
}
