//! Pace: how many seconds answers take, the learner's own where there are enough of them.

use crate::card::Grade;
use crate::card::han::is_han;
use crate::desk::{Desk, Place};
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

/// Who takes longer over a first look, or less, takes longer over the others too, within these bounds.
const RATIO: (f32, f32) = (0.5, 4.0);

impl Pace {
    /// The pace of a desk's learner over all its cards.
    pub fn of(desk: &Desk) -> Pace {
        Pace::from_answers(desk.progress.paces(), || reading(desk, &spread(desk)))
    }

    /// The learner's means. Where there are too few answers, a first look takes as long as there is to `read`, in
    /// seconds, at least the usual time; and the others are to the usual ones as the first look is.
    pub fn from_answers(paces: &Paces, read: impl FnOnce() -> Option<f32>) -> Pace {
        let usual = Pace::default();
        let own = |showing: Showing| paces.mean(showing).map(|seconds| seconds.clamp(1.0, LONGEST));
        let first = own(Showing::First).unwrap_or_else(|| read().unwrap_or(0.0).clamp(usual.first, LONGEST));
        let ratio = (first / usual.first).clamp(RATIO.0, RATIO.1);
        let like_first = |usual: f32| (usual * ratio).min(LONGEST);
        Pace {
            first,
            repeat: own(Showing::Repeat).unwrap_or(like_first(usual.repeat)),
            later: Grade::ALL
                .map(|grade| own(Showing::Later(grade)).unwrap_or(like_first(usual.later[grade as usize]))),
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

/// Han characters that are read in a second, with care.
const HAN_A_SECOND: f32 = 5.0;

/// Words of other scripts that are read in a second, with care.
const WORDS_A_SECOND: f32 = 3.0;

/// Seconds of thinking before an answer is looked at.
const THINKING: f32 = 6.0;

/// Cards that stand for all of them.
const SAMPLE: usize = 40;

/// Cards spread evenly over all decks.
fn spread(desk: &Desk) -> Vec<Place> {
    let all: usize = desk.decks.iter().map(|deck| deck.cards.len()).sum();
    let taken = all.min(SAMPLE);
    let (mut places, mut before, mut number) = (Vec::with_capacity(taken), 0, 0);
    for (deck, cards) in desk.decks.iter().map(|deck| deck.cards.len()).enumerate() {
        while number < taken && number * all / taken < before + cards {
            places.push(Place { deck, card: number * all / taken - before });
            number += 1;
        }
        before += cards;
    }
    places
}

/// Mean seconds to think about a question and to read it and its answer, of cards never seen.
pub fn reading(desk: &Desk, cards: &[Place]) -> Option<f32> {
    let is_new = |place: &&Place| desk.state(&desk.card(**place).id).last.is_none();
    let new = cards.iter().filter(is_new).filter(|place| desk.card(**place).is_answered());
    let seconds: Vec<f32> = new.take(SAMPLE).map(|place| seconds_to_read(desk, *place)).collect();
    (!seconds.is_empty()).then(|| seconds.iter().sum::<f32>() / seconds.len() as f32)
}

/// Seconds to think about a card's question and to read it and its answer, in the mean of its languages: a plan takes
/// as long in any of them.
fn seconds_to_read(desk: &Desk, place: Place) -> f32 {
    let faces = &desk.card(place).faces;
    let seconds: f32 = faces.iter().map(|face| THINKING + seconds_of([&face.question, &face.answer])).sum();
    seconds / faces.len() as f32
}

fn seconds_of(texts: [&str; 2]) -> f32 {
    let (mut han, mut words) = (0u32, 0u32);
    for text in texts {
        han += text.chars().filter(|letter| is_han(*letter)).count() as u32;
        let is_word = |word: &&str| word.chars().any(|letter| letter.is_alphanumeric() && !is_han(letter));
        words += text.split(|letter: char| letter.is_whitespace() || is_han(letter)).filter(is_word).count()
            as u32;
    }
    han as f32 / HAN_A_SECOND + words as f32 / WORDS_A_SECOND
}
