//! Effort: how long the cards of a day will take, by the learner's own pace, or by how much there is to read.

use crate::desk::{Desk, Place};
use crate::schedule::plan::pace::{Pace, reading};
use crate::schedule::plan::today::RestOfDay;
use crate::schedule::queue::{Allowance, Counts};

/// Times a card that failed, or a new one, is shown again on the same day.
const REPEATS: f32 = 2.0;

/// Seconds of a day's answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effort {
    /// A new card: it is seen, then repeated twice.
    new: f32,
    /// A review: of ten one fails and is repeated.
    review: f32,
    /// A card in a step of minutes.
    step: f32,
}

impl Effort {
    /// By the learner's own pace; before there is any, reading the cards that are studied takes as long as it takes.
    pub fn of(desk: &Desk) -> Effort {
        let studied =
            || desk.places_in_track().filter(|place| !desk.is_off(desk.deck(*place))).collect::<Vec<Place>>();
        let pace = Pace::from_answers(desk.progress.paces(), || reading(desk, &studied()));
        Effort {
            new: pace.first + REPEATS * pace.repeat,
            review: pace.review(0.9) + 0.1 * REPEATS * pace.repeat,
            step: pace.repeat,
        }
    }

    /// Seconds of so many cards.
    pub fn seconds(self, counts: Counts) -> f32 {
        counts.new as f32 * self.new + counts.learning as f32 * self.step + counts.due as f32 * self.review
    }
}

/// Minutes that the cards of today will take: `today` is what a plan brings, where there is one.
pub fn minutes(desk: &Desk, counts: Counts, today: Option<&RestOfDay>, allowance: Allowance) -> u32 {
    let seconds = match today {
        Some(today) => today.seconds(),
        None => Effort::of(desk).seconds(counts).min(allowance.seconds),
    };
    (seconds / 60.0).ceil() as u32
}
