//! What the log says about a card.

use super::event::{Answered, Points};
use crate::card::Grade;
use crate::day::{Day, Moment};
use crate::state::CardState;

/// What the log says about a card.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Record {
    /// Memory, phase and due time.
    pub state: CardState,
    /// Whether it is out of all queues until resumed.
    pub suspended: bool,
    /// The study day on which it was last put off until the next.
    pub buried: Option<Day>,
    /// Whether the user marked it.
    pub flagged: bool,
    /// What was said of its points when they were last ticked off.
    pub points: Option<Points>,
    /// How often it was asked in a real interview.
    pub asked: u32,
    /// How that went the last time.
    pub went: Option<Grade>,
    /// An answer that waits for its grade.
    pub waiting: Option<Waiting>,
}

/// An answer that waits for its grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// When it was given: the instant by which it can be taken back, and the study day.
    pub given: Moment,
    /// The answer.
    pub answered: Answered,
}
