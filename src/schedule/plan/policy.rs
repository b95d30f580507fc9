//! The policy: what showing a card now is worth on the day of the interview.
//!
//! Worth is the expected gain in the probability of recall on that day, per second the answer takes,
//! times the weight of the card. Of all rules that were simulated this greedy one comes within a per
//! cent of the best possible, whether time is scarce (then it spreads the time over many cards) or
//! ample (then it is a last look at each). All recall is FSRS-6 with the learner's weights. One thing
//! is planned more darkly than FSRS has it: a card whose last grade was again is taken to keep a tenth
//! of its stability, since real learners forget such cards far faster than the model says; so passing
//! it on the same day competes with new cards.
//!
//! Where each card is seen only once, what is seen last is recalled best, and still the weightiest cards come
//! first: left for the end they gained between -0.4 and +0.2 per cent of the weighted sum with simulated learners
//! who study every day, and lost 7 per cent with those who miss three days in ten.

use super::pace::Pace;
pub use super::pace::RECALLED;
use crate::card::Grade;
use crate::day::{Day, Moment};
use crate::memory::{Memory, Model};

/// A card as the policy sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PolicyCard {
    /// Its memory; `None` before the first grade.
    pub memory: Option<Memory>,
    /// When it was answered last.
    pub last: Option<Moment>,
    /// Whether its last grade was again.
    pub failed: bool,
    /// Whether it was forgotten on a day after its first.
    pub lapsed: bool,
    /// Whether it was answered on one day only.
    pub is_young: bool,
    /// How much it matters; more than 0.
    pub weight: f32,
    /// A number that cards of one topic share; 0 where it has none.
    pub topic: u64,
    /// A number that siblings share; 0 where it has none.
    pub siblings: u64,
}

/// Shares of the grades at the first showing: again, hard, good, easy. This and the two below are the
/// means over real users that the fsrs crate's simulator has as its defaults.
pub const FIRST: [f32; 4] = [0.24, 0.094, 0.495, 0.171];

/// Shares of the grades of a card shown again on the day it failed: on its first day, on a later one.
pub const AFTER_FAILURE: [[f32; 4]; 2] = [[0.37, 0.06, 0.51, 0.06], [0.22, 0.06, 0.66, 0.06]];

/// What of its stability a card keeps that was left on again.
pub const LEFT_FAILED: f32 = 0.1;

/// A card seen on an earlier day may be shown when its recall has fallen to this.
pub const MAY_BE_SHOWN: f32 = 0.95;

/// What cards are worth on one day.
#[derive(Debug, Clone)]
pub struct Policy<'a> {
    model: &'a Model,
    today: Day,
    /// Days until the interview, at least 1.
    horizon: f32,
    /// Whether every card may be shown once more today.
    last_look: bool,
    /// Seconds of answers.
    pub pace: Pace,
    /// Whether not every new card fits into the time that is left.
    pub is_scarce: bool,
    /// The worth of a new card of weight 1, and of repeating one that failed.
    new: f32,
    failed_new: f32,
}

impl<'a> Policy<'a> {
    /// The policy of `today` towards an interview on `date`. `last_look` lets every card be shown that
    /// was not shown today, see [`last_look_days`].
    pub fn new(model: &'a Model, today: Day, date: Day, last_look: bool, pace: Pace) -> Policy<'a> {
        let horizon = date.days_since(today).max(1) as f32;
        let mut policy =
            Policy { model, today, horizon, last_look, pace, is_scarce: false, new: 0.0, failed_new: 0.0 };
        let memories = model.next(None, 0);
        policy.new = policy.hoped(&memories, &FIRST) / pace.first;
        policy.failed_new = policy.repeat(false, memories[Grade::Again as usize]);
        policy
    }

    /// What showing this card now is worth: gained recall a second, weighted. `None` when it may not be
    /// shown now, or showing it gains nothing.
    pub fn worth(&self, item: &PolicyCard) -> Option<f32> {
        let worth = match (item.memory, item.last) {
            (Some(memory), Some(last)) if last.day >= self.today => {
                item.failed.then(|| self.repeat(item.lapsed, memory))?
            }
            (Some(memory), Some(last)) => self.review(item, memory, last.day)?,
            _ => self.new,
        };
        Some(worth * item.weight).filter(|worth| *worth > 0.0)
    }

    /// Tells the policy what is to be shown, in how many seconds today and on each later day.
    pub fn weigh_time(&mut self, items: &[PolicyCard], today: f32, later: f32) {
        let unseen = items.iter().filter(|item| item.last.is_none() && item.weight > 0.0).count();
        self.is_scarce = unseen as f32 * self.pace.first > today + (self.horizon - 1.0) * later;
    }

    /// Lets every card be shown that was not shown today.
    pub fn allow_all(&mut self) {
        self.last_look = true;
    }

    /// Seconds that showing a card not shown today is expected to take.
    pub fn showing(&self, item: &PolicyCard) -> f32 {
        if item.last.is_none() { self.pace.first } else { self.pace.review(self.recall_now(item)) }
    }

    /// Seconds that the repeats of a card which failed today are expected to take, until it is recalled.
    pub fn repeats(&self, item: &PolicyCard) -> f32 {
        self.pace.repeat / (1.0 - AFTER_FAILURE[usize::from(item.lapsed)][0])
    }

    /// What repeating a card would be worth if it failed now, and the seconds that this is expected to take, however
    /// likely it is to fail. `None` where a repeat gains nothing.
    pub fn failing(&self, item: &PolicyCard) -> Option<(f32, f32)> {
        let days = item.last.map_or(0, |last| self.today.days_since(last.day));
        let chance = if item.last.is_none() { FIRST[0] } else { 1.0 - self.recall_now(item) };
        let failed = PolicyCard { lapsed: item.lapsed || days > 0, ..*item };
        let worth = match item.memory {
            None => self.failed_new,
            Some(memory) => {
                self.repeat(failed.lapsed, self.model.next(Some(memory), days)[Grade::Again as usize])
            }
        };
        Some((worth * item.weight, chance * self.repeats(&failed))).filter(|(worth, _)| *worth > 0.0)
    }

    /// Seconds that a repeat usually takes at most.
    pub fn longest_repeat(&self) -> f32 {
        self.pace.repeat.max(self.pace.later[0])
    }

    /// Seconds that showing this card usually takes at most.
    pub fn longest(&self, item: &PolicyCard) -> f32 {
        match item.last {
            None => self.pace.first,
            Some(last) if last.day >= self.today => self.longest_repeat(),
            Some(_) => self.pace.later[0],
        }
    }

    /// The probability that an answer given now is right, as the plan sees it; 0 for a new card.
    pub fn recall_now(&self, item: &PolicyCard) -> f32 {
        match (item.memory, item.last) {
            (Some(memory), Some(last)) => {
                self.model.recall(planned(item, memory).stability, self.today.days_since(last.day) as f32)
            }
            _ => 0.0,
        }
    }

    fn review(&self, item: &PolicyCard, memory: Memory, last: Day) -> Option<f32> {
        let days = self.today.days_since(last);
        let memory = planned(item, memory);
        let now = self.model.recall(memory.stability, days as f32);
        if now > MAY_BE_SHOWN && !self.last_look {
            return None;
        }
        let shares = [1.0 - now, now * RECALLED[0], now * RECALLED[1], now * RECALLED[2]];
        let hoped = self.hoped(&self.model.next(Some(memory), days), &shares);
        let kept = self.model.recall(memory.stability, days as f32 + self.horizon);
        Some((hoped - kept) / self.pace.review(now))
    }

    /// The worth of repeating a card of weight 1 that failed today and was left with this memory.
    fn repeat(&self, has_lapsed: bool, memory: Memory) -> f32 {
        let shares = &AFTER_FAILURE[usize::from(has_lapsed)];
        let hoped = self.hoped(&self.model.next(Some(memory), 0), shares);
        let kept = self.model.recall(memory.stability * LEFT_FAILED, self.horizon);
        (hoped - kept) / self.pace.repeat
    }

    /// Expected recall on the day after grades of these shares, each with the memory it leaves.
    fn hoped(&self, memories: &[Memory; 4], shares: &[f32; 4]) -> f32 {
        let recall = |grade: Grade| {
            let kept = if grade == Grade::Again { LEFT_FAILED } else { 1.0 };
            self.model.recall(memories[grade as usize].stability * kept, self.horizon)
        };
        Grade::ALL.into_iter().map(|grade| shares[grade as usize] * recall(grade)).sum()
    }
}

/// The memory the policy plans with.
fn planned(item: &PolicyCard, memory: Memory) -> Memory {
    let kept = if item.failed { LEFT_FAILED } else { 1.0 };
    Memory { stability: memory.stability * kept, ..memory }
}

/// How many days before the interview the last look begins: as many as it takes to show all of these
/// cards once more.
pub fn last_look_days(cards: usize, pace: &Pace, seconds_a_day: f32) -> u32 {
    (cards as f32 * pace.review(0.9) / seconds_a_day.max(1.0)).ceil().max(1.0) as u32
}
