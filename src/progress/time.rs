//! Time in the log: which events are visible at an instant, and when a new one happens.
//!
//! Clocks are wrong now and then, and other machines have clocks of their own. So every fold is one of
//! the *visible* events: those that lie no more than [`LEEWAY_SECONDS`] ahead of the instant it is
//! looked at from. The others are *pending*: known, kept, told of, and without any effect until their
//! time comes. An undo works on its target whenever either is.
//!
//! A new event happens at the instant it is said to happen at; only an earlier event of the same card
//! within that leeway can push it on, by a millisecond, so that two answers never become one.

use super::event::KindOf;
pub(super) use super::lifted::Lifted;
use super::log::{LogEntry, What};
use super::{Kind, LogEvent, NeedsHistory, Progress};
use crate::card::CardId;
use crate::day::{At, Moment};

/// How far ahead of the clock an event may lie and still count: clocks of two machines differ a little.
pub const LEEWAY_SECONDS: i64 = 600;

/// The last instant that is visible from `now`.
pub fn visible_until(now: At) -> At {
    now.plus_seconds(LEEWAY_SECONDS)
}

impl Progress {
    /// Looks from this instant: what lies beyond it is pending. To look from an instant before the end
    /// of the snapshot that this began with needs the whole log.
    pub fn look_from(&mut self, now: At) -> Result<(), NeedsHistory> {
        let limit = visible_until(now);
        if self.limit.is_some_and(|before| before <= limit) {
            self.limit = Some(limit);
            return self.reveal();
        }
        if self.base.horizon.is_some_and(|horizon| horizon >= now) {
            return Err(NeedsHistory);
        }
        self.limit = Some(limit);
        if self.latest.is_some_and(|latest| latest > limit) {
            self.fold()?;
            self.changes += 1;
        }
        Ok(())
    }

    /// The instant it is looked at from; none where nobody said.
    pub fn seen_from(&self) -> Option<At> {
        self.limit.map(|limit| limit.plus_seconds(-LEEWAY_SECONDS))
    }

    /// Lets pending events happen whose time has come. One that needs older events waits for them.
    fn reveal(&mut self) -> Result<(), NeedsHistory> {
        let come = self.pending.partition_point(|entry| self.limit.is_none_or(|limit| entry.at <= limit));
        if come == 0 {
            return Ok(());
        }
        let later = self.pending.split_off(come);
        let mut waiting = Vec::new();
        for entry in std::mem::take(&mut self.pending) {
            if self.admit(entry).is_err() {
                waiting.push(entry);
            }
        }
        let is_done = waiting.is_empty();
        self.pending = [waiting, later].concat();
        if is_done { Ok(()) } else { Err(NeedsHistory) }
    }

    /// Whether an entry has no effect yet.
    pub(super) fn is_pending(&self, entry: &LogEntry) -> bool {
        let is_later = self.limit.is_some_and(|limit| entry.at > limit);
        is_later && !matches!(entry.what, What::Undo { .. })
    }

    /// Remembers an entry whose time has not come.
    pub(super) fn defer(&mut self, entry: LogEntry) {
        let place = self.pending.binary_search_by(|known| self.log.order(known, &entry));
        if let Err(place) = place {
            self.pending.insert(place, entry);
            self.changes += 1;
        }
    }

    /// Events that lie ahead and were not taken back, in time order.
    pub fn pending(&self) -> impl Iterator<Item = LogEvent> {
        self.pending_entries().map(|entry| self.log.event(entry))
    }

    /// Whether an event is neither undone nor an undo.
    pub(super) fn is_counting(&mut self, event: &LogEvent) -> bool {
        let entry = self.log.entry(&event.borrowed());
        self.ties.grow(self.log.ids.list().len());
        entry.is_some_and(|entry| self.folding().counts(&entry))
    }

    fn pending_entries(&self) -> impl Iterator<Item = &LogEntry> {
        let folding = self.folding();
        self.pending.iter().filter(move |entry| folding.counts(entry))
    }

    /// The first event of a card that lies ahead; of a plan under the empty id.
    pub fn pending_of(&self, card: &CardId) -> Option<LogEvent> {
        if self.pending.is_empty() {
            return None;
        }
        let kin = self.ties.kin(self.log.ids.find(card.as_str())?);
        let entry = self.pending_entries().find(|entry| self.ties.kin(entry.card) == kin)?;
        Some(self.log.event(entry))
    }

    /// When the next pending event becomes visible.
    pub fn next_visible(&self) -> Option<At> {
        self.pending.first().map(|entry| entry.at.plus_seconds(-LEEWAY_SECONDS))
    }

    /// The time of the newest event that counts or will, whether visible or not.
    pub fn newest_at(&self) -> Option<At> {
        self.latest.max(self.pending_entries().last().map(|entry| entry.at))
    }

    /// Lets something happen to a card at present, or takes back what happened: looks from there too.
    /// Gives the event's instant, by which it can be undone.
    pub fn note(&mut self, now: Moment, card: &CardId, kind: Kind) -> Result<At, NeedsHistory> {
        if self.limit.is_some_and(|limit| limit < visible_until(now.at)) {
            // What needs older events waits until somebody loads them.
            let _ = self.look_from(now.at);
        }
        // A clock that was set back behind the snapshot while the program runs is the one that is wrong.
        let after = self.base.horizon.map_or(now.at, |horizon| At(horizon.0.saturating_add(1)));
        let day = if after > now.at { self.day_of_horizon(now) } else { now.day };
        self.note_at(Moment { at: now.at.max(after), day }, card, kind)
    }

    fn day_of_horizon(&self, now: Moment) -> crate::day::Day {
        let days = self.base.records.iter().filter_map(|(_, record)| record.state.last);
        days.map(|last| last.day).max().map_or(now.day, |day| day.max(now.day))
    }

    /// Lets something happen to a card at a time that was given. One that lies ahead is pending.
    pub fn note_at(&mut self, given: Moment, card: &CardId, kind: Kind) -> Result<At, NeedsHistory> {
        let kind = self.renamed(card, kind);
        let ahead = self.overtaken(given.at, card, &kind);
        let at = self.note_one(given, card, kind)?;
        for of in ahead {
            self.note_one(given, card, Kind::Undo { of })?;
        }
        Ok(at)
    }

    fn note_one(&mut self, given: Moment, card: &CardId, kind: Kind) -> Result<At, NeedsHistory> {
        let Moment { at, day } = self.stamped(given, card);
        let kind = self.based(kind);
        let event = LogEvent { at, day, card: card.clone(), kind };
        self.absorb(&event)?;
        self.unsaved.push(event);
        Ok(at)
    }

    /// A change of the plan as one of the plan that is in force; where it says that it was made from another one, what
    /// changed since stays.
    pub fn based(&self, kind: Kind) -> Kind {
        match kind {
            Kind::Plan(change) => Kind::Plan(change.changed_from(self.fold.target.as_ref())),
            kind => kind,
        }
    }

    /// The pending events of a card that a new answer takes back, or a new plan: they would drop in
    /// later against what the learner said since.
    fn overtaken(&self, at: At, card: &CardId, kind: &Kind) -> Vec<At> {
        let is_taken_back: fn(&What) -> bool = match kind {
            Kind::Review(_) | Kind::Answered(_) => of_schedule,
            Kind::Plan(_) => |what| matches!(what, KindOf::Plan(_)),
            _ => return Vec::new(),
        };
        let Some(id) = self.log.ids.find(card.as_str()).filter(|_| !self.pending.is_empty()) else {
            return Vec::new();
        };
        let kin = self.ties.kin(id);
        let ahead = self.pending_entries().filter(|entry| entry.at > at && self.ties.kin(entry.card) == kin);
        let mut instants: Vec<At> =
            ahead.filter(|entry| is_taken_back(&entry.what)).map(|entry| entry.at).collect();
        instants.dedup();
        instants
    }

    /// When an event of a card happens that is said to happen now: at least a millisecond after the
    /// card's latest event, where that is a little ahead.
    fn stamped(&self, given: Moment, card: &CardId) -> Moment {
        let Some(id) = self.log.ids.find(card.as_str()) else { return given };
        let kin = self.ties.kin(id);
        let until = visible_until(given.at);
        let within = |entries: &[LogEntry]| {
            let first = entries.partition_point(|entry| entry.at < given.at);
            let near = entries[first..].iter().take_while(|entry| entry.at <= until);
            near.filter(|entry| self.ties.kin(entry.card) == kin).map(|entry| (entry.at, entry.day)).last()
        };
        let latest = within(self.log.entries()).max(within(&self.pending));
        latest.map_or(given, |(at, day)| Moment { at: At(at.0 + 1), day: day.max(given.day) })
    }

    /// An undo of an event that was lifted since it was noted names its new instant.
    fn renamed(&self, card: &CardId, kind: Kind) -> Kind {
        let Kind::Undo { of } = kind else { return kind };
        let lifted = self.lifted.iter().rev().find(|lifted| lifted.from == of && lifted.card == *card);
        Kind::Undo { of: lifted.map_or(of, |lifted| lifted.to) }
    }

    /// Takes in what other programs noted before what is unsaved here will be written. An unsaved event
    /// that meets one of theirs happens later by as little as it takes; both count.
    pub fn take_in(&mut self, others: &[LogEvent]) -> Result<(), NeedsHistory> {
        // Moves of identity come by the hundred, and each may change what many cards are.
        if others.iter().any(|other| matches!(other.kind, Kind::Identity { .. })) {
            return Err(NeedsHistory);
        }
        let meets = |other: &LogEvent| {
            matches!(other.kind, Kind::Move { .. })
                || self.unsaved.iter().any(|mine| self.present_id(&mine.card) == self.present_id(&other.card))
        };
        if !others.iter().any(meets) {
            return others.iter().try_for_each(|event| self.absorb(event));
        }
        let (unsaved, tried) = (std::mem::take(&mut self.unsaved), std::mem::take(&mut self.tried));
        for event in &unsaved {
            let entry = self.log.entry(&event.borrowed());
            entry.into_iter().for_each(|entry| self.take_out(&entry));
        }
        let folded = self.fold().and_then(|()| others.iter().try_for_each(|event| self.absorb(event)));
        if let Err(problem) = folded.and_then(|()| self.note_again(&unsaved, tried)) {
            (self.unsaved, self.tried) = (unsaved, tried);
            return Err(problem);
        }
        Ok(())
    }

    /// Notes what is unsaved over a log that others have written to; the first `tried` of them may be in
    /// it, since a write that failed may have come through all the same.
    pub(super) fn note_again(&mut self, unsaved: &[LogEvent], tried: usize) -> Result<(), NeedsHistory> {
        for (index, event) in unsaved.iter().enumerate() {
            if index < tried && self.has(event) {
                continue;
            }
            let LogEvent { at, day, card, kind } = event.clone();
            let kind = self.renamed(&card, kind);
            let to = self.note_one(Moment { at, day }, &card, kind)?;
            if to != at {
                self.lifted.push(Lifted { card, from: at, to });
            }
        }
        for LogEvent { at, day, card, kind } in unsaved {
            for of in self.overtaken(*at, card, kind) {
                self.note_one(Moment { at: *at, day: *day }, card, Kind::Undo { of })?;
            }
        }
        Ok(())
    }

    fn has(&mut self, event: &LogEvent) -> bool {
        let entry = self.log.entry(&event.borrowed());
        entry.is_some_and(|entry| self.log.place(&entry).is_ok() || self.pending.contains(&entry))
    }

    fn take_out(&mut self, entry: &LogEntry) {
        if self.is_pending(entry) {
            self.pending.retain(|known| known != entry);
        } else if let Ok(place) = self.log.place(entry) {
            self.log.remove(place);
        }
    }

    /// The unsaved events were to be written, and it is not certain that they were not.
    pub fn mark_tried(&mut self) {
        self.tried = self.unsaved.len();
    }
}

/// Whether an event is about when a card is asked.
fn of_schedule(what: &What) -> bool {
    use KindOf::{Answered, Bury, Due, Reset, Resume, Review, Suspend};
    matches!(what, Review(_) | Answered(_) | Reset | Due { .. } | Suspend | Resume | Bury)
}
