//! What was done on one study day: for daily limits, the streak and the recall rate.

use crate::card::Grade;
use crate::day::Day;
use crate::state::{CardState, Phase};

/// What was done on one study day, without what was undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Cards answered for the first time.
    pub new: u32,
    /// Answers to cards that were last answered on an earlier day.
    pub reviews: u32,
    /// All answers.
    pub answers: u32,
    /// Those of `reviews` that were not recalled.
    pub again: u32,
    /// Time spent answering, in milliseconds.
    pub ms: u64,
    /// Answers of which no time is known, as scripts may give them.
    pub untimed: u32,
}

impl Tally {
    /// The tally of one answer to a card in this state.
    pub(super) fn of(state: &CardState, grade: Grade, day: Day, ms: u32) -> Tally {
        let came_back = state.last.is_some_and(|last| last.day < day);
        Tally {
            new: u32::from(state.phase == Phase::New),
            reviews: u32::from(came_back),
            answers: 1,
            again: u32::from(came_back && grade == Grade::Again),
            ms: u64::from(ms),
            untimed: u32::from(ms == 0),
        }
    }

    pub(super) fn add(&mut self, other: &Tally, sign: Sign) {
        let sum = |a: u32, b: u32| if sign == Sign::Add { a.saturating_add(b) } else { a.saturating_sub(b) };
        self.new = sum(self.new, other.new);
        self.reviews = sum(self.reviews, other.reviews);
        self.answers = sum(self.answers, other.answers);
        self.again = sum(self.again, other.again);
        self.untimed = sum(self.untimed, other.untimed);
        self.ms = match sign {
            Sign::Add => self.ms.saturating_add(other.ms),
            Sign::Take => self.ms.saturating_sub(other.ms),
        };
    }
}

/// Whether a replay adds to the days or takes back what an earlier one added.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Sign {
    Add,
    Take,
}
