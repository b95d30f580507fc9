//! Pace: how many seconds answers take, the learner's own where there are enough of them.

use crate::card::Grade;
use crate::progress::{Paces, Showing};

/// Shares of hard, good and easy among answers that were recalled.
pub const RECALLED: [f32; 3] = [0.224, 0.631, 0.145];

/// Seconds of answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// A card seen for the first time: reading the answer takes longer than giving it.
    pub first: f32,
    /// A card shown again on the day it failed.
    pub repeat: f32,
    /// A card of an earlier day, by the grade it gets.
    pub later: [f32; 4],
}

/// Before there is anything to go by: means of real review logs.
impl Default for Pace {
    fn default() -> Pace {
        Pace { first: 20.0, repeat: 12.0, later: [22.0, 12.0, 10.0, 8.0] }
    }
}

/// Longer is not counted as thinking.
const LONGEST: f32 = 120.0;

impl Pace {
    /// The learner's medians, and the usual seconds where there are too few answers.
    pub fn of(paces: &Paces) -> Pace {
        let usual = Pace::default();
        let own =
            |showing: Showing, usual: f32| paces.median(showing).map_or(usual, |s| s.clamp(1.0, LONGEST));
        Pace {
            first: own(Showing::First, usual.first),
            repeat: own(Showing::Repeat, usual.repeat),
            later: Grade::ALL.map(|grade| own(Showing::Later(grade), usual.later[grade as usize])),
        }
    }

    /// Expected seconds of a card of an earlier day that is recalled with this probability.
    pub fn review(&self, recall: f32) -> f32 {
        let [again, passed @ ..] = self.later;
        let pass: f32 = passed.iter().zip(RECALLED).map(|(seconds, share)| seconds * share).sum();
        recall * pass + (1.0 - recall) * again
    }

    /// Seconds of an answer of which no time is known, where this share of the day's answers was to
    /// new cards.
    pub fn untimed(&self, new: f32) -> f32 {
        new * self.first + (1.0 - new) * self.review(0.9)
    }
}
