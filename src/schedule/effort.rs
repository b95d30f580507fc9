//! Effort: how long the cards of a day will take, by the learner's own pace, or by how much there is to read.

use crate::desk::{Desk, Place};
use crate::schedule::plan::pace::{Pace, reading};
use crate::schedule::queue::{Allowance, Counts};

/// Times a new card is shown again on its first day.
const REPEATS: f32 = 2.0;

/// Seconds that so many of these cards will take: a new one is seen, then repeated twice; of ten reviews one
/// fails and is repeated. Times are the learner's medians; before there are any, reading the cards takes as
/// long as it takes.
pub fn seconds(desk: &Desk, cards: &[Place], counts: Counts) -> f32 {
    let pace = Pace::from_answers(desk.progress.paces(), || reading(desk, cards));
    let new = pace.first + REPEATS * pace.repeat;
    let due = pace.review(0.9) + 0.1 * REPEATS * pace.repeat;
    counts.new as f32 * new + counts.learning as f32 * pace.repeat + counts.due as f32 * due
}

/// Minutes that they will take, within what the day allows.
pub fn minutes(desk: &Desk, cards: &[Place], counts: Counts, allowance: Allowance) -> u32 {
    (seconds(desk, cards, counts).min(allowance.seconds) / 60.0).ceil() as u32
}
