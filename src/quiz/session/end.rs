//! The end of a session: why it is over, and what the schedule has after it.

use super::{Feed, Session};
use crate::day::At;
use crate::desk::{Desk, Place};
use crate::schedule::plan::Plan;
use crate::schedule::queue::{self, Allowance, Counts, Next, Scope};

/// Why a session is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Nothing is left to ask now.
    Through,
    /// So many answers were wanted.
    Limit(u32),
    /// The limits of new cards and of reviews hold these back.
    HeldBack(Counts),
}

/// What the schedule has after a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// So many cards wait now.
    Waiting(u32),
    /// The next card is due then.
    Due(At),
    /// Nothing will ever be due.
    Nothing,
}

impl Session {
    /// Why nothing is asked any more.
    pub fn end(&self, desk: &Desk) -> End {
        if let Some(limit) = self.subject.limit.filter(|limit| self.tally().answers >= *limit) {
            return End::Limit(limit);
        }
        if self.feed != Feed::Queue || Plan::in_force(desk).is_some() {
            return End::Through;
        }
        let all = Allowance { new: u32::MAX, reviews: u32::MAX, ..self.allowance(desk) };
        let Counts { new, due, .. } = queue::counts(desk, &self.selection, all);
        let held_back = Counts { new, due, learning: 0 };
        if held_back.total() > 0 { End::HeldBack(held_back) } else { End::Through }
    }

    /// What the schedule has next: of what the session is about, after chosen cards of everything.
    pub fn outlook(&self, desk: &Desk) -> Outlook {
        let everything: Vec<Place> =
            desk.places_in_track().filter(|_| self.subject.cards.is_some()).collect();
        let selection = if self.subject.cards.is_some() { &everything } else { &self.selection };
        let allowance =
            if self.subject.cards.is_some() { Allowance::of_day(desk) } else { self.allowance(desk) };
        let (next, counts) = queue::look(desk, selection, Scope::Today, allowance);
        match next {
            Next::Ask(_) => Outlook::Waiting(counts.total().max(1)),
            Next::Done { next_due } => next_due.map_or(Outlook::Nothing, Outlook::Due),
        }
    }
}
