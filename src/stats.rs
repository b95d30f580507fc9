//! Figures about the learner, computed from progress and the day.

use crate::day::Day;
use crate::progress::Progress;
use crate::schedule::queue::Counts;

/// Study days in a row with at least one answer, up to today; a day that has only begun does not
/// break the streak.
pub fn streak(progress: &Progress, today: Day) -> u32 {
    let studied = |day: Day| progress.tally(day).answers > 0;
    let last = if studied(today) { today } else { today.plus(-1) };
    (0..).take_while(|back| studied(last.plus(-i64::from(*back)))).count() as u32
}

/// Seconds an answer takes: the learner's own mean over the last 14 study days, once there are 20
/// answers to go by; until then 15.
pub fn seconds_per_answer(progress: &Progress, today: Day) -> f32 {
    let days = (0..14).map(|back| progress.tally(today.plus(-back)));
    let (answers, ms) = days.fold((0u32, 0u64), |(answers, ms), day| (answers + day.answers, ms + day.ms));
    if answers < 20 { 15.0 } else { ms as f32 / answers as f32 / 1000.0 }
}

/// Minutes that these cards will take: a new card is answered about three times before it leaves for
/// days, a review 1.2 times (one in ten fails and comes back twice).
pub fn minutes(counts: Counts, seconds_per_answer: f32) -> u32 {
    let answers = 3.0 * counts.new as f32 + counts.learning as f32 + 1.2 * counts.due as f32;
    (answers * seconds_per_answer / 60.0).ceil() as u32
}
