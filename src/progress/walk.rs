//! A walk through the log: each answer with what was remembered before it and after it.
//!
//! The fold keeps only where every card ended. Figures about the past (was it recalled when recall was
//! predicted?) need each answer's own place in the history, and get it here in one replay of phases and
//! memories. The replay leaves intervals and due times out: neither memory nor phase depends on them.

use super::log::What;
use super::{Confidence, NeedsHistory, Progress};
use crate::card::{CardId, Grade};
use crate::day::{At, Day, Moment};
use crate::memory::Memory;
use crate::state::{CardState, Phase, Steps};

/// What was remembered of a card at some instant.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Standing {
    /// Where it was on its way.
    pub phase: Phase,
    /// Stability and difficulty; `None` before the first grade.
    pub memory: Option<Memory>,
    /// The last answer.
    pub last: Option<Moment>,
}

/// One answer that counts, or a card's being reset.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Passage {
    /// When.
    pub at: At,
    /// The learner's study day.
    pub day: Day,
    /// The number of the card, see [`Progress::number`].
    pub card: usize,
    /// The grade; `None` where the card was reset.
    pub grade: Option<Grade>,
    /// Time from question to grade, in milliseconds.
    pub ms: u32,
    /// How sure the learner was, where they were asked.
    pub confidence: Option<Confidence>,
    /// The card before it.
    pub before: Standing,
    /// The card after it.
    pub after: Standing,
}

impl Passage {
    /// Study days since the card's last answer; 0 where there was none.
    pub fn elapsed(&self) -> u32 {
        self.before.last.map_or(0, |last| self.day.days_since(last.day))
    }
}

impl Progress {
    /// The number by which a walk speaks of the card that ever had this id.
    pub fn number(&self, id: &CardId) -> Option<usize> {
        Some(self.ties.card(self.log.ids.find(id.as_str())?) as usize)
    }

    /// How many numbers there are.
    pub fn numbers(&self) -> usize {
        self.log.ids.list().len()
    }

    /// How many events are in memory.
    pub fn len(&self) -> usize {
        self.log.entries().len()
    }

    /// Whether no event is in memory.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Goes through all answers and resets that count, in time order.
    pub fn walk(&self, mut see: impl FnMut(&Passage)) -> Result<(), NeedsHistory> {
        if !self.is_whole() {
            return Err(NeedsHistory);
        }
        let mut cards = vec![Standing::default(); self.numbers()];
        let mut date = None;
        for entry in self.log.entries().iter().filter(|entry| self.counts(entry)) {
            let card = self.ties.card(entry.card) as usize;
            let before = cards[card];
            let (after, review) = match entry.what {
                What::Review(review) => {
                    let state = before.state();
                    let (phase, memory) = self.scheduler.recall(
                        Steps::towards(date, entry.day),
                        &state,
                        review.grade,
                        entry.day,
                    );
                    let last = Some(Moment { at: entry.at, day: entry.day });
                    (Standing { phase, memory: Some(memory), last }, Some(review))
                }
                What::Reset => (Standing::default(), None),
                What::Plan(target) => {
                    date = target.date;
                    continue;
                }
                What::Due { on } => {
                    let mut state = before.state();
                    state.come_back(on);
                    cards[card].phase = state.phase;
                    continue;
                }
                _ => continue,
            };
            cards[card] = after;
            see(&Passage {
                at: entry.at,
                day: entry.day,
                card,
                grade: review.map(|review| review.grade),
                ms: review.map_or(0, |review| review.ms),
                confidence: review.and_then(|review| review.confidence),
                before,
                after,
            });
        }
        Ok(())
    }
}

impl Standing {
    fn state(self) -> CardState {
        CardState { phase: self.phase, memory: self.memory, last: self.last, ..CardState::default() }
    }
}
