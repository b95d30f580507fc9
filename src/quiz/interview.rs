//! A mock interview: a round of questions against the clock, graded only when it is over.
//!
//! In the round the learner sees a question, answers aloud and says how sure they are; each such
//! answer is an event of the log, so that a killed program loses none. [`grading`] then goes through
//! the answers, and [`report`] says what they came to.

mod draw;
pub mod grading;
pub mod report;

use crate::desk::StateOwner;
pub use draw::may_be_asked;

use crate::card::CardId;
use crate::day::At;
use crate::desk::{Desk, Place};
use crate::progress::{Answered, Confidence, Kind};
use draw::{Before, DrawnQuestion};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::collections::{HashMap, HashSet};

/// The name of this mode in reviews.
pub const MODE: &str = "interview";

/// How long a round is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// Questions, at least 1.
    pub questions: u32,
    /// Minutes for all of them, at least 1.
    pub minutes: u32,
}

impl Length {
    /// The longest round.
    pub const MOST: Length = Length { questions: 100, minutes: 240 };

    /// Time for each question, in milliseconds.
    pub fn pace(self) -> u32 {
        self.minutes * 60_000 / self.questions
    }
}

impl Default for Length {
    fn default() -> Length {
        Length { questions: 10, minutes: 30 }
    }
}

/// A round of questions.
#[derive(Debug, Clone)]
pub struct Round {
    /// How long it is; never more questions than there are cards that follow up no other.
    pub length: Length,
    /// When it began.
    pub began: At,
    pool: Vec<CardId>,
    answers: Vec<Given>,
    /// Answers that were taken back since another one was given, the last at the end.
    undone: Vec<Given>,
    at_hand: Option<RoundQuestion>,
}

/// The question being asked.
#[derive(Debug, Clone, PartialEq, Eq)]
struct RoundQuestion {
    card: CardId,
    drawn: DrawnQuestion,
    /// When its clock began, moved back by the time it took before it was taken back.
    since: At,
}

/// An answer given in the round.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Given {
    question: RoundQuestion,
    confidence: Confidence,
    /// The event that recorded it.
    at: At,
    ms: u32,
}

/// A question left open while its learner is away does not count for longer.
const LONGEST_ANSWER_MS: i64 = 1_800_000;

impl Round {
    /// Begins a round over the cards at these places; one without any is over at once.
    pub fn start(length: Length, places: &[Place], desk: &Desk) -> Round {
        let mut pool: Vec<CardId> = Vec::new();
        let mut known = HashSet::new();
        for card in places.iter().map(|place| desk.card(*place)) {
            if may_be_asked(card, desk) && known.insert(&card.id) {
                pool.push(card.id.clone());
            }
        }
        // What only follows up may not come in its turn.
        let begin = places.iter().map(|place| desk.card(*place)).filter(|card| card.parent().is_none());
        let begin: HashSet<&CardId> = begin.map(|card| &card.id).filter(|id| known.contains(id)).collect();
        let questions = length.questions.min(begin.len() as u32).max(1);
        let length = Length { questions, ..length };
        let mut round = Round {
            length,
            began: desk.now.at,
            pool,
            answers: Vec::new(),
            undone: Vec::new(),
            at_hand: None,
        };
        round.draw(desk);
        round
    }

    /// The card being asked; none when the round is over.
    pub fn place(&self) -> Option<Place> {
        self.at_hand.as_ref().map(|question| question.drawn.place)
    }

    /// Whether the question at hand follows up the one before.
    pub fn is_follow_up(&self) -> bool {
        self.at_hand.as_ref().is_some_and(|question| question.drawn.depth > 0)
    }

    /// How many questions were answered.
    pub fn answered(&self) -> usize {
        self.answers.len()
    }

    /// Whether no question is left, or no time.
    pub fn is_over(&self) -> bool {
        self.at_hand.is_none()
    }

    /// Milliseconds since the question at hand was asked.
    pub fn on_question(&self, now: At) -> i64 {
        self.at_hand.as_ref().map_or(0, |question| now.0 - question.since.0).max(0)
    }

    /// Milliseconds until the time of the round is up; negative when it is over.
    pub fn left(&self, now: At) -> i64 {
        self.began.0 + i64::from(self.length.minutes) * 60_000 - now.0
    }

    /// When the clock of the question shows another second.
    pub fn next_second(&self, now: At) -> At {
        At(now.0 + 1000 - self.on_question(now).rem_euclid(1000))
    }

    /// Takes the answer to the question at hand, and asks the next one if there is time.
    pub fn answer(&mut self, confidence: Confidence, desk: &mut dyn StateOwner) {
        let Some(question) = self.at_hand.take() else { return };
        self.undone.clear();
        let ms = self.ms_on(&question, desk.now.at);
        self.note(question, ms, confidence, desk);
    }

    fn note(&mut self, question: RoundQuestion, ms: u32, confidence: Confidence, desk: &mut dyn StateOwner) {
        let answered = Answered { round: self.began, ms, pace: self.length.pace(), confidence };
        let at = desk.record(&question.card, Kind::Answered(answered));
        self.answers.push(Given { question, confidence, at, ms });
        if self.left(desk.now.at) > 0 {
            self.draw(desk);
        }
    }

    /// Ends the round early; the question at hand counts as not asked.
    pub fn end(&mut self) {
        self.at_hand = None;
    }

    /// Takes back the last answer and asks its question again; its clock goes on from where it stood.
    /// `false` when there is none.
    pub fn undo(&mut self, desk: &mut dyn StateOwner) -> bool {
        let Some(given) = self.answers.pop() else { return false };
        desk.take_back(&given.question.card, given.at);
        let since = At(desk.now.at.0 - i64::from(given.ms));
        self.at_hand = Some(RoundQuestion { since, ..given.question.clone() });
        self.undone.push(given);
        true
    }

    /// Gives the answer again that was taken back last; `false` when there is none.
    pub fn redo(&mut self, desk: &mut dyn StateOwner) -> bool {
        let Some(Given { question, confidence, ms, .. }) = self.undone.pop() else { return false };
        self.note(question, ms, confidence, desk);
        true
    }

    /// Whether an answer was taken back that can be given again.
    pub fn may_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Follows a change of the decks: the cards are looked up again, by id.
    pub fn decks_changed(&mut self, desk: &Desk) {
        let places = places_of(desk);
        let questions = self.answers.iter_mut().map(|given| &mut given.question).chain(&mut self.at_hand);
        for question in questions {
            if let Some(place) = places.get(desk.progress.present_id(&question.card)) {
                question.drawn.place = *place;
            }
        }
        self.undone.clear();
        self.answers.retain(|given| places.contains_key(desk.progress.present_id(&given.question.card)));
        let is_gone =
            |question: &RoundQuestion| !places.contains_key(desk.progress.present_id(&question.card));
        if self.at_hand.as_ref().is_some_and(is_gone) {
            self.draw(desk);
        }
    }

    fn ms_on(&self, question: &RoundQuestion, now: At) -> u32 {
        (now.0 - question.since.0).clamp(0, LONGEST_ANSWER_MS) as u32
    }

    /// Draws the next question, if there is to be one.
    fn draw(&mut self, desk: &Desk) {
        self.at_hand = None;
        if self.answers.len() >= self.length.questions as usize {
            return;
        }
        let places = places_of(desk);
        let place = |card: &CardId| places.get(desk.progress.present_id(card)).copied();
        let pool: Vec<Place> = self.pool.iter().filter_map(place).collect();
        let asked: Vec<Place> = self.answers.iter().map(|given| given.question.drawn.place).collect();
        let last = self.answers.last();
        let before = last.map(|given| Before { drawn: given.question.drawn, confidence: given.confidence });
        // An answer taken back and given again leads to the same question.
        let seed = (self.began.0 as u64).wrapping_add(self.answers.len() as u64);
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let drawn = draw::next(desk, &pool, &asked, before, &mut rng);
        self.at_hand = drawn.map(|drawn| {
            let card = desk.card(drawn.place).id.clone();
            RoundQuestion { card, drawn, since: desk.now.at }
        });
    }
}

/// Where every card stands, by its present id.
fn places_of(desk: &Desk) -> HashMap<&CardId, Place> {
    desk.places().map(|place| (desk.progress.present_id(&desk.card(place).id), place)).collect()
}
