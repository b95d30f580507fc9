//! A snapshot of the fold, from which a fold can go on without the events before it.
//!
//! It ends somewhat before the present: what happened later, and what lies ahead, goes along as events.
//! So an undo, a clock that is set, and what other machines noted meanwhile find what they need.

use super::fold::{Fold, is_undone};
use super::log::{LogEntry, What};
use super::tally::Sign;
use super::ties::{Move, Ties};
use super::{LogEvent, Paces, Progress, Recalls, Record, Tally, Target};
use crate::card::CardId;
use crate::day::{At, Day};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// A fold of a log up to some instant, from which a fold can go on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Snapshot {
    /// The time of the last event in it that is no undo.
    pub latest: Option<At>,
    /// The last instant that its events speak of; only a later event can be added to it.
    pub horizon: Option<At>,
    /// All ids; the numbers below count in this list.
    pub ids: Vec<CardId>,
    /// The record of each card, under one of its ids.
    pub records: Vec<(u32, Record)>,
    /// The learner's own notes, by the number of the card.
    pub notes: Vec<(u32, Arc<str>)>,
    /// All moves in time order.
    pub moves: Vec<Move>,
    /// What was done on each day.
    pub days: Vec<(Day, Tally)>,
    /// Whether it has an undo that found nothing to take back, or named an instant at which another card
    /// was answered too. A later move may join its card to the one that it was about.
    pub has_loose_undo: bool,
    /// What the learner studies for.
    pub target: Option<Target>,
    /// How long answers take.
    pub paces: Paces,
    /// How often cards were recalled.
    pub recalls: Recalls,
    /// The events that are no part of it: later ones, and those that lie ahead.
    pub later: Vec<LogEvent>,
}

impl Progress {
    /// The fold so far, from which [`Progress::resume`] goes on.
    pub fn snapshot(&self) -> Snapshot {
        self.snapshot_until(At(i64::MAX))
    }

    /// The fold of what happened up to an instant, with what happened later as events.
    pub fn snapshot_until(&self, cut: At) -> Snapshot {
        let cut = cut.max(self.base.horizon.unwrap_or(At(i64::MIN)));
        let entries = self.log.entries();
        let (before, after) = entries.split_at(entries.partition_point(|entry| entry.at <= cut));
        let fold = match self.fold_without(before, after) {
            Some(fold) => fold,
            None => return self.snapshot_of(before, cut),
        };
        let moves = self.moves.iter().filter(|step| step.at <= cut);
        let is_undone_move =
            |step: &Move| step.undone || is_undone(&self.undos, &self.ties, step.at, step.from);
        let ends = before.iter().filter(|entry| !is_undo(entry)).map(|entry| entry.at);
        let named = self.undos.keys().copied().filter(|of| *of <= cut);
        Snapshot {
            latest: ends.clone().max().max(self.base.latest),
            horizon: ends.chain(named).max().max(self.base.horizon),
            ids: self.log.ids.list().to_vec(),
            records: (fold.records.iter().zip(0..))
                .filter_map(|(record, card)| Some((card, (*record)?)))
                .collect(),
            notes: fold.notes.iter().map(|(card, text)| (*card, text.clone())).collect(),
            moves: moves.map(|step| Move { undone: is_undone_move(step), ..*step }).collect(),
            days: fold.days.iter().map(|(day, tally)| (*day, *tally)).collect(),
            has_loose_undo: self.has_loose_undo(cut),
            target: fold.target.clone(),
            paces: fold.paces.clone(),
            recalls: fold.recalls.clone(),
            later: self.after(cut),
        }
    }

    /// The fold as it was before some events; `None` where they change what others mean.
    fn fold_without(&self, before: &[LogEntry], after: &[LogEntry]) -> Option<Cow<'_, Fold>> {
        let mut after = after.iter().filter(|entry| !is_undo(entry)).peekable();
        if after.peek().is_none() {
            return Some(Cow::Borrowed(&self.fold));
        }
        // Cards by their numbers: each of the log is looked up.
        let mut is_later = vec![false; self.ties.len()];
        for entry in after {
            if matches!(entry.what, What::Move { .. } | What::Identity { .. } | What::Plan(_)) {
                return None;
            }
            is_later[self.ties.kin(entry.card) as usize] = true;
        }
        let mut fold = self.fold.clone();
        let entries = self.log.entries();
        let chosen = |ties: &Ties, id: u32| is_later[ties.kin(id) as usize];
        self.replay_in(&mut fold, entries, chosen, Sign::Take);
        self.replay_in(&mut fold, before, chosen, Sign::Add);
        Some(Cow::Owned(fold))
    }

    /// The snapshot of a fold of its own.
    fn snapshot_of(&self, before: &[LogEntry], cut: At) -> Snapshot {
        let undos = self.log.entries().iter().filter(|entry| is_undo_until(entry, cut));
        let entries = before.iter().filter(|entry| !is_undo(entry)).chain(undos).copied().collect();
        let (scheduler, base) = (self.scheduler.clone(), self.base.clone());
        let mut earlier =
            Progress { scheduler, base, log: self.log.with_entries(entries), ..Progress::default() };
        match (earlier.fold(), self.base.horizon) {
            (Ok(()), _) => Snapshot { later: self.after(cut), ..earlier.snapshot() },
            // Two cards are one by a move that is undone later: nothing but what was known is certain.
            (Err(_), Some(horizon)) => self.snapshot_until(horizon),
            (Err(_), None) => Snapshot { later: self.after(At(i64::MIN)), ..Snapshot::default() },
        }
    }

    /// The events that a snapshot of what happened up to an instant does not hold.
    fn after(&self, cut: At) -> Vec<LogEvent> {
        let is_after = |entry: &&LogEntry| match entry.what {
            What::Undo { of } => of > cut,
            _ => entry.at > cut,
        };
        let entries = self.log.entries();
        // Undos may stand anywhere.
        let from = if self.undos.keys().any(|of| *of > cut) {
            0
        } else {
            entries.partition_point(|entry| entry.at <= cut)
        };
        entries[from..]
            .iter()
            .filter(is_after)
            .chain(&self.pending)
            .map(|entry| self.log.event(entry))
            .collect()
    }

    /// Whether an undo of what happened up to an instant found nothing, or might find more once its card
    /// is another one's too.
    fn has_loose_undo(&self, cut: At) -> bool {
        if self.base.has_loose_undo || self.undos.is_empty() {
            return self.base.has_loose_undo;
        }
        let mut kin_at: HashMap<At, Vec<u32>> = HashMap::new();
        let entries = self.log.entries().iter();
        for entry in entries.filter(|entry| !is_undo(entry) && self.undos.contains_key(&entry.at)) {
            kin_at.entry(entry.at).or_default().push(self.ties.kin(entry.card));
        }
        let mut undos = self.undos.iter().filter(|(of, _)| **of <= cut);
        undos.any(|(of, cards)| {
            let there = kin_at.get(of).map_or(&[][..], Vec::as_slice);
            there.is_empty() || cards.iter().any(|card| there.iter().any(|kin| self.ties.kin(*card) != *kin))
        })
    }
}

fn is_undo(entry: &LogEntry) -> bool {
    matches!(entry.what, What::Undo { .. })
}

fn is_undo_until(entry: &LogEntry, cut: At) -> bool {
    matches!(entry.what, What::Undo { of } if of <= cut)
}
