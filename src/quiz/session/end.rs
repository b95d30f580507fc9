//! The end of a session: why it is over, and what the schedule has after it.

use super::{Deed, DeedKind, Feed, Session};
use crate::card::Grade;
use crate::day::At;
use crate::desk::{Desk, Place};
use crate::schedule::plan::Plan;
use crate::schedule::queue::{self, Allowance, Counts, Next};
use crate::state::Phase as CardPhase;

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

    /// Seconds that the answers took.
    pub fn seconds(&self) -> i64 {
        let ms = |deed: &Deed| if let DeedKind::Graded { ms, .. } = deed.kind { i64::from(ms) } else { 0 };
        self.deeds.iter().map(ms).sum::<i64>() / 1000
    }

    /// The points of a card that were not ticked when it failed last; none where none was ticked at all.
    pub fn missed_points(&self, place: Place) -> Vec<usize> {
        let mut deeds = self.deeds.iter().rev();
        let is_it = |deed: &&Deed| {
            deed.place == place && matches!(deed.kind, DeedKind::Graded { grade: Grade::Again, .. })
        };
        let list = deeds.find(is_it).and_then(|deed| deed.trial.as_ref()).map(|trial| &trial.checklist);
        let list = list.filter(|list| list.counts);
        list.map_or(Vec::new(), |list| (0..list.said.len()).filter(|at| !list.said[*at]).collect())
    }

    /// For each topic a card of it, how many of its cards were recalled at the first answer, and how many there
    /// were; the worst first.
    pub fn by_topic(&self, desk: &Desk) -> Vec<(Place, u32, u32)> {
        let mut topics: Vec<(Place, u32, u32)> = Vec::new();
        let mut seen: Vec<Place> = Vec::new();
        for deed in &self.deeds {
            let DeedKind::Graded { grade, .. } = deed.kind else { continue };
            if seen.contains(&deed.place) {
                continue;
            }
            seen.push(deed.place);
            let topic = |place: &Place| (place.deck, desk.face(*place).topic.last());
            let known = topics.iter().position(|(place, ..)| topic(place) == topic(&deed.place));
            let at = known.unwrap_or_else(|| {
                topics.push((deed.place, 0, 0));
                topics.len() - 1
            });
            topics[at].1 += u32::from(grade != Grade::Again);
            topics[at].2 += 1;
        }
        topics.sort_by(|one, other| {
            let share = |(_, recalled, of): &(Place, u32, u32)| *recalled as f32 / *of as f32;
            share(one).total_cmp(&share(other))
        });
        topics
    }

    /// Whether something could be taken back, here or of earlier sessions.
    pub fn may_undo(&self, desk: &Desk) -> bool {
        !self.deeds.is_empty()
            || desk.undoable.last(self.began).is_some()
            || (!self.is_practice() && desk.progress.days().any(|(_, tally)| tally.answers > 0))
    }

    /// Whether one may go on: with cards before they are due, with more new cards, with practice.
    pub fn ways_on(&self, desk: &Desk) -> (bool, bool, bool) {
        let allowance = self.allowance(desk);
        let is_planned = Plan::in_force(desk).is_some();
        let may_be_new = allowance.new_at_most.unwrap_or(if is_planned { 1 } else { allowance.new }) > 0;
        let is_new = |place: &Place| desk.state(&desk.card(*place).id).phase == CardPhase::New;
        let open = self.selection.iter().filter(|place| queue::may_be_asked(desk, **place));
        open.fold((false, false, false), |(ahead, new, _), place| match is_new(place) {
            true => (ahead || may_be_new, true, true),
            false => (true, new, true),
        })
    }

    /// What the schedule has next: of what the session is about, after chosen cards of everything.
    pub fn outlook(&self, desk: &Desk) -> Outlook {
        let everything: Vec<Place> =
            desk.places_in_track().filter(|_| self.subject.cards.is_some()).collect();
        let selection = if self.subject.cards.is_some() { &everything } else { &self.selection };
        let allowance =
            if self.subject.cards.is_some() { Allowance::of_day(desk) } else { self.allowance(desk) };
        let (next, counts, _) = queue::look(desk, selection, allowance);
        match next {
            Next::Ask(_) => Outlook::Waiting(counts.total().max(1)),
            Next::Done { next_due } => next_due.map_or(Outlook::Nothing, Outlook::Due),
        }
    }
}
