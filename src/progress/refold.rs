//! The fold made anew: whole, or of the kin of an event that changes what others mean.

use super::fold::{Fold, Undos};
use super::log::{LogEntry, What};
use super::needs::NeedsHistory;
use super::record::Record;
use super::shares;
use super::tally::Sign;
use super::ties::Ties;
use super::{Base, Progress};

impl Progress {
    /// Whether an event can be folded without older ones than are in memory.
    pub(super) fn reaches(&self, entry: &LogEntry) -> Result<(), NeedsHistory> {
        let oldest = match entry.what {
            // When it was said matters nowhere.
            What::Undo { of } => of,
            What::Move { .. } | What::Identity { .. } if self.base.has_loose_undo => {
                return Err(NeedsHistory);
            }
            _ => entry.at,
        };
        if self.base.horizon.is_some_and(|horizon| oldest <= horizon) { Err(NeedsHistory) } else { Ok(()) }
    }

    /// Adds an event that changes what others mean: takes back what its kin added, and folds them anew.
    pub(super) fn rework(&mut self, place: usize, entry: LogEntry) -> Result<(), NeedsHistory> {
        let (before, after) = self.log.entries().split_at(place);
        let moves = self.base.moves_and(before.iter().chain([&entry]).chain(after));
        let mut undos = None;
        if let What::Undo { of } = entry.what {
            let known: &mut Undos = undos.insert(self.undos.clone());
            known.entry(of).or_default().push(entry.card);
        }
        let ties = self.ties_of(&moves, undos.as_ref().unwrap_or(&self.undos));
        check_apart(&self.base, &ties)?;

        let other_end = if let What::Move { to } = entry.what { to } else { entry.card };
        let kin = [self.ties.kin(entry.card), self.ties.kin(other_end)];
        // What grades lead to depends on the plan that was in force, so a change of plans is one of all.
        // Plans are filed under the empty id.
        let is_plan = self.log.ids.find("").is_some_and(|plans| {
            kin.contains(&self.ties.kin(plans)) || ties.kin(entry.card) == ties.kin(plans)
        });
        self.replay(|ties, id| is_plan || kin.contains(&ties.kin(id)), Sign::Take);
        self.log.insert(place, entry);
        (self.moves, self.ties) = (moves, ties);
        self.undos = undos.unwrap_or_else(|| std::mem::take(&mut self.undos));
        let kin = self.ties.kin(entry.card);
        self.replay(|ties, id| is_plan || ties.kin(id) == kin, Sign::Add);
        Ok(())
    }

    /// Folds everything anew.
    pub(super) fn fold(&mut self) -> Result<(), NeedsHistory> {
        self.settle();
        check_apart(&self.base, &self.ties)?;
        self.fold = self.fold_in_shares(shares::count(self.log.entries().len()));
        Ok(())
    }

    pub(super) fn fold_in_shares(&self, count: usize) -> Fold {
        let mut parts = shares::each(count, |share| self.fold_of_share(share, count)).into_iter();
        let mut whole = parts.next().expect("there is a first share");
        parts.for_each(|part| whole.unite(part));
        whole
    }

    /// Brings the log in order, and with it all that says which events count for which card.
    pub(super) fn settle(&mut self) {
        std::mem::take(&mut self.pending).into_iter().for_each(|entry| self.log.push(entry));
        self.log.settle();
        self.pending = self.limit.map_or_else(Vec::new, |limit| self.log.take_later(limit));
        let mut latest =
            self.log.entries().iter().rev().filter(|entry| !matches!(entry.what, What::Undo { .. }));
        self.latest = self.base.latest.max(latest.next().map(|entry| entry.at));
        self.moves = self.base.moves_and(self.log.entries().iter());
        self.undos.clear();
        for entry in self.log.entries() {
            if let What::Undo { of } = entry.what {
                self.undos.entry(of).or_default().push(entry.card);
            }
        }
        self.ties = self.ties_of(&self.moves, &self.undos);
    }

    /// What becomes of one share of the cards. No card depends on another; all depend on the plans.
    pub(super) fn fold_of_share(&self, share: usize, count: usize) -> Fold {
        let folding = self.folding();
        let is_mine = |id: u32| self.ties.card(id) as usize % count == share;
        let mut fold = Fold { records: vec![None; self.log.ids.list().len()], ..Fold::default() };
        fold.target.clone_from(&self.base.target);
        if share == 0 {
            fold.days.clone_from(&self.base.days);
            fold.paces.clone_from(&self.base.paces);
            fold.recalls.clone_from(&self.base.recalls);
        }
        for (id, record) in self.base.records.iter().filter(|(id, _)| is_mine(*id)) {
            fold.records[self.ties.card(*id) as usize] = Some(*record);
        }
        for (id, text) in self.base.notes.iter().filter(|(id, _)| is_mine(**id)) {
            fold.notes.insert(self.ties.card(*id), text.clone());
        }
        for entry in self.log.entries() {
            if (is_mine(entry.card) || matches!(entry.what, What::Plan(_))) && folding.counts(entry) {
                folding.apply(&mut fold, entry, Sign::Add);
            }
        }
        fold
    }

    /// Folds the events of the chosen ids from the base on.
    pub(super) fn replay(&mut self, chosen: impl Fn(&Ties, u32) -> bool, sign: Sign) {
        let mut fold = std::mem::take(&mut self.fold);
        self.replay_in(&mut fold, self.log.entries(), chosen, sign);
        self.fold = fold;
    }

    pub(super) fn replay_in(
        &self,
        fold: &mut Fold,
        entries: &[LogEntry],
        chosen: impl Fn(&Ties, u32) -> bool,
        sign: Sign,
    ) {
        for id in 0..fold.records.len() as u32 {
            if chosen(&self.ties, id) {
                fold.records[id as usize] = None;
            }
        }
        fold.notes.retain(|card, _| !chosen(&self.ties, *card));
        fold.target.clone_from(&self.base.target);
        for (id, record) in &self.base.records {
            if chosen(&self.ties, *id) {
                fold.records[self.ties.card(*id) as usize] = Some(*record);
            }
        }
        for (id, text) in self.base.notes.iter().filter(|(id, _)| chosen(&self.ties, **id)) {
            fold.notes.insert(self.ties.card(*id), text.clone());
        }
        let folding = self.folding();
        for entry in entries {
            let is_chosen = matches!(entry.what, What::Plan(_)) || chosen(&self.ties, entry.card);
            if is_chosen && folding.counts(entry) {
                folding.apply(fold, entry, sign);
            }
        }
    }
}

/// Two cards of a snapshot that became one can only be folded from their events.
fn check_apart(base: &Base, ties: &Ties) -> Result<(), NeedsHistory> {
    let mut seen = vec![false; ties.len()];
    let is_first = |(id, _): &(u32, Record)| !std::mem::replace(&mut seen[ties.card(*id) as usize], true);
    if base.records.iter().all(is_first) { Ok(()) } else { Err(NeedsHistory) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::{CardId, Grade};
    use crate::day::At;
    use crate::progress::{Kind, Review, Target};
    use crate::state::Scheduler;

    /// A log in which cards are moved, reset and put off, plans come and go, and some of it is undone.
    fn eventful(seed: u64) -> Progress {
        let mut progress = Progress::new(Scheduler::default());
        let mut chance = seed;
        let mut draw = |below: u64| {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (chance >> 33) % below
        };
        let mut instants = Vec::new();
        for step in 0..300 {
            let now = crate::day::Calendar::utc().moment(At(1_795_000_000_000 + step * 9 * 3_600_000));
            let card = CardId::from(["a", "b", "c", "d", "e", "f", "g"][draw(7) as usize]);
            let kind = match draw(44) {
                0 => Kind::Move { to: CardId::from(["a", "b", "x"][draw(3) as usize]) },
                1 => Kind::Reset,
                2 => Kind::Due { on: now.day.plus(draw(9) as i64) },
                3 => Kind::Plan(Target {
                    date: Some(now.day.plus(draw(9) as i64)),
                    minutes: 5,
                    weights: "{}".into(),
                    ..Target::default()
                }),
                4..8 if !instants.is_empty() => {
                    Kind::Undo { of: instants[draw(instants.len() as u64) as usize] }
                }
                40.. => {
                    let texts = ["", "one", "two", "one\ntwo"];
                    let (text, before) = (texts[draw(4) as usize], texts[draw(4) as usize]);
                    Kind::note(text.to_owned(), before)
                }
                _ => Kind::Review(Review::new(Grade::ALL[draw(4) as usize], "recall", draw(9000) as u32)),
            };
            let card = if matches!(kind, Kind::Plan(_)) { CardId::from("") } else { card };
            instants.push(progress.note(now, &card, kind).expect("a whole log"));
        }
        progress
    }

    #[test]
    fn cards_folded_and_walked_in_shares_come_to_the_same() {
        for seed in 0..40 {
            let progress = eventful(seed);
            let whole = &progress.fold;
            let mut steps = Vec::new();
            progress.walk_in_shares(1, [&mut |passage| steps.push(*passage)]);
            for count in [1, 2, 3, 8] {
                let fold = progress.fold_in_shares(count);
                assert_eq!(fold.notes, whole.notes, "seed {seed}, {count} shares");
                assert_eq!(fold.records, whole.records, "seed {seed}, {count} shares");
                assert_eq!(
                    (&fold.days, &fold.paces, &fold.recalls, &fold.target),
                    (&whole.days, &whole.paces, &whole.recalls, &whole.target)
                );
                let (mut one, mut other) = (Vec::new(), Vec::new());
                progress.walk_in_shares(
                    count,
                    [&mut |passage| one.push(*passage), &mut |passage| {
                        other.push(*passage);
                    }],
                );
                assert!(one == steps && other == steps, "seed {seed}, {count} shares");
            }
        }
    }
}
