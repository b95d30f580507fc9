//! Effort: how long the cards of a day will take, by the learner's own pace, or by how much there is to read.

use crate::desk::{Desk, Place};
use crate::progress::Showing;
use crate::schedule::plan::pace::Pace;
use crate::schedule::queue::{Allowance, Counts};

/// Han characters that are read in a second, with care.
const HAN_A_SECOND: f32 = 5.0;

/// Words of other scripts that are read in a second, with care.
const WORDS_A_SECOND: f32 = 3.0;

/// Seconds of thinking before an answer is looked at.
const THINKING: f32 = 6.0;

/// Cards that stand for all of them.
const SAMPLE: usize = 40;

/// Times a new card is shown again on its first day.
const REPEATS: f32 = 2.0;

/// Seconds that so many of these cards will take: a new one is seen, then repeated twice; of ten reviews one
/// fails and is repeated. Times are the learner's medians; before there are any, reading the cards takes as
/// long as it takes.
pub fn seconds(desk: &Desk, cards: &[Place], counts: Counts) -> f32 {
    let paces = desk.progress.paces();
    let mut pace = Pace::of(paces);
    if paces.median(Showing::First).is_none() {
        pace.first = reading(desk, cards).unwrap_or(pace.first);
    }
    let new = pace.first + REPEATS * pace.repeat;
    let due = pace.review(0.9) + 0.1 * REPEATS * pace.repeat;
    counts.new as f32 * new + counts.learning as f32 * pace.repeat + counts.due as f32 * due
}

/// Minutes that they will take, within what the day allows.
pub fn minutes(desk: &Desk, cards: &[Place], counts: Counts, allowance: Allowance) -> u32 {
    (seconds(desk, cards, counts).min(allowance.seconds) / 60.0).ceil() as u32
}

/// Mean seconds to think about a question and to read it and its answer, of cards never seen.
fn reading(desk: &Desk, cards: &[Place]) -> Option<f32> {
    let is_new = |place: &&Place| desk.state(&desk.card(**place).id).last.is_none();
    let new = cards.iter().filter(is_new).filter(|place| desk.card(**place).is_answered());
    let seconds: Vec<f32> = new.take(SAMPLE).map(|place| seconds_to_read(desk, *place)).collect();
    (!seconds.is_empty()).then(|| seconds.iter().sum::<f32>() / seconds.len() as f32)
}

/// Seconds to think about a card's question and to read it and its answer.
fn seconds_to_read(desk: &Desk, place: Place) -> f32 {
    let face = desk.face(place);
    let is_han = |letter: char| ('\u{3400}'..='\u{9fff}').contains(&letter);
    let (mut han, mut words) = (0u32, 0u32);
    for text in [&*face.question, &*face.answer] {
        han += text.chars().filter(|letter| is_han(*letter)).count() as u32;
        let is_word = |word: &&str| word.chars().any(|letter| letter.is_alphanumeric() && !is_han(letter));
        words += text.split(|letter: char| letter.is_whitespace() || is_han(letter)).filter(is_word).count()
            as u32;
    }
    THINKING + han as f32 / HAN_A_SECOND + words as f32 / WORDS_A_SECOND
}
