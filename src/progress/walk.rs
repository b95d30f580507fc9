//! A walk through the log: each answer with what was remembered before it and after it.
//!
//! The fold keeps only where every card ended. Figures about the past (was it recalled when recall was
//! predicted?) need each answer's own place in the history, and get it here in one replay of phases and
//! memories. The replay leaves intervals and due times out: neither memory nor phase depends on them.

use super::event::ReviewOf;
use super::log::What;
use super::{Confidence, Kind, NeedsHistory, Progress, shares};
use crate::card::{CardId, Grade};
use crate::day::{At, Day, Moment};
use crate::memory::Memory;
use crate::state::{CardState, Phase, Steps};
use rayon::prelude::*;

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
pub struct ReviewStep {
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

impl ReviewStep {
    /// Study days since the card's last answer; 0 where there was none.
    pub fn elapsed(&self) -> u32 {
        self.before.last.map_or(0, |last| self.day.days_since(last.day))
    }
}

/// Who is shown the passages of a walk.
pub type ReviewVisitor<'a> = &'a mut (dyn FnMut(&ReviewStep) + Send);

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
    pub fn walk(&self, mut see: impl FnMut(&ReviewStep) + Send) -> Result<(), NeedsHistory> {
        self.walk_together([&mut see])
    }

    /// The same for several who see it, each on a thread of its own where the log is long.
    pub fn walk_together<const N: usize>(&self, see: [ReviewVisitor<'_>; N]) -> Result<(), NeedsHistory> {
        if !self.is_whole() {
            return Err(NeedsHistory);
        }
        self.walk_in_shares(shares::count(self.len()), see);
        Ok(())
    }

    /// Memories are the dear part, and no card's depend on another's: they are found share by share.
    pub(super) fn walk_in_shares<const N: usize>(&self, count: usize, see: [ReviewVisitor<'_>; N]) {
        let memories = shares::each(count, |share| self.memories(share, count));
        let show = |see: ReviewVisitor<'_>| {
            let mut memories: Vec<_> = memories.iter().map(|share| share.iter()).collect();
            let known = |card: usize, _: &Standing, _: &ReviewOf<u32>, _: Steps, _: Day| {
                *memories[card % count].next().expect("a share has a memory for each answer to its cards")
            };
            self.pass(|_| true, known, see);
        };
        if count == 1 {
            return see.into_iter().for_each(show);
        }
        see.into_par_iter().for_each(show);
    }

    /// Phase and memory after each answer to the cards of one share.
    fn memories(&self, share: usize, count: usize) -> Vec<(Phase, Memory)> {
        let mut memories = Vec::with_capacity(self.len() / count);
        let recall = |_: usize, before: &Standing, review: &ReviewOf<u32>, steps: Steps, day: Day| {
            self.scheduler.recall(steps, &before.state(), review.grade, day)
        };
        self.pass(
            |card| card % count == share,
            recall,
            |passage| {
                if let (Some(_), Some(memory)) = (passage.grade, passage.after.memory) {
                    memories.push((passage.after.phase, memory));
                }
            },
        );
        memories
    }

    /// Goes through the answers and resets of some cards; `recall` says what an answer leads to.
    fn pass(
        &self,
        is_chosen: impl Fn(usize) -> bool,
        mut recall: impl FnMut(usize, &Standing, &ReviewOf<u32>, Steps, Day) -> (Phase, Memory),
        mut see: impl FnMut(&ReviewStep),
    ) {
        let folding = self.folding();
        let mut cards = vec![Standing::default(); self.numbers()];
        let (mut plan, mut date) = (None, None);
        for entry in self.log.entries().iter().filter(|entry| folding.counts(entry)) {
            let card = self.ties.card(entry.card) as usize;
            if let What::Plan(_) = entry.what {
                if let Kind::Plan(change) = self.log.event(entry).kind {
                    let target = change.applied_to(plan.as_ref());
                    date = target.last_day();
                    plan = Some(target);
                }
                continue;
            }
            if !is_chosen(card) {
                continue;
            }
            let before = cards[card];
            let (after, review) = match entry.what {
                What::Review(review) => {
                    let steps = Steps::towards(date, entry.day);
                    let (phase, memory) = recall(card, &before, &review, steps, entry.day);
                    let last = Some(Moment { at: entry.at, day: entry.day });
                    (Standing { phase, memory: Some(memory), last }, Some(review))
                }
                What::Reset => (Standing::default(), None),
                What::Due { on } => {
                    let mut state = before.state();
                    state.come_back(on);
                    cards[card].phase = state.phase;
                    continue;
                }
                _ => continue,
            };
            cards[card] = after;
            see(&ReviewStep {
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
    }
}

impl Standing {
    fn state(self) -> CardState {
        CardState { phase: self.phase, memory: self.memory, last: self.last, ..CardState::default() }
    }
}
