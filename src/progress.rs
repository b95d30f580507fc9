//! Progress: the review log, and the fold over it that says how well each card is known.
//!
//! The log is the truth. Its meaning is the *set* of its events in time order, so neither the order
//! of lines in a file nor the number of times an event was copied matters, and two logs unite by
//! union. Everything else here is a fold over that set:
//!
//! - a review moves its card's state on by [`Scheduler::answer`], without steps of minutes while
//!   a plan is in force;
//! - an undo takes back the event of its card that happened at the instant it names;
//! - a move makes two ids one card, see `ties`.
//!
//! What lies ahead of the clock is in the set and has no effect yet, see `time`.
//!
//! A long log need not be read whole: [`Progress`] can begin with a [`Snapshot`] of the fold and the
//! events after it. Whatever then needs an older event answers [`NeedsHistory`], and the caller comes
//! back with a progress made from the whole log.
//!
//! No card's fold depends on another's, only on the plans; so a long log is folded, and walked, by
//! several threads with a share of the cards each, see [`shares`].

mod carrying;
pub mod event;
mod fold;
mod last;
mod log;
mod paces;
mod retime;
mod salvage;
pub mod shares;
mod snapshot;
mod tally;
pub mod text;
mod ties;
mod time;
mod walk;

pub use event::{
    Answered, Confidence, Event, EventRef, Kind, KindRef, NOTE_MOST, Points, Review, Target, kept, note_text,
    weights, weights_json,
};
pub use last::LastAnswer;
pub use paces::{Paces, Showing};
pub use retime::{Retimed, retimed};
pub use salvage::Salvage;
pub use snapshot::Snapshot;
pub use tally::Tally;
pub use time::{LEEWAY_SECONDS, visible_until};
pub use walk::{Passage, Standing, Watcher};

use crate::card::{CardId, Grade};
use crate::day::{At, Day, Moment};
use crate::state::{CardState, Scheduler, Steps};
use fold::{Days, Fold, Folding, Notes, Undos, is_undone};
use log::{Entry, Log, What};
use tally::Sign;
use ties::Ties;
use time::Lifted;

pub use ties::Move;

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

/// The answer needs events older than the snapshot this progress began with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NeedsHistory;

impl std::fmt::Display for NeedsHistory {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("this needs the whole review log, of which only the end is loaded")
    }
}

impl std::error::Error for NeedsHistory {}

/// How well every card is known, and the events that say so.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    scheduler: Scheduler,
    /// The end of the fold that the log goes on from; empty when the log is whole.
    base: Base,
    log: Log,
    /// The moves of base and log in time order.
    moves: Vec<Move>,
    /// The undos in the log.
    undos: Undos,
    ties: Ties,
    fold: Fold,
    latest: Option<At>,
    /// The last visible instant; all are where nobody said from when to look.
    limit: Option<At>,
    /// What lies behind it, in time order.
    pending: Vec<Entry>,
    unsaved: Vec<Event>,
    /// So many of the unsaved events may be in the file, although writing them failed.
    tried: usize,
    /// Which events happened at another instant than the one they were noted at.
    lifted: Vec<Lifted>,
    /// How often anything changed.
    changes: u64,
}

#[derive(Debug, Clone, Default)]
struct Base {
    latest: Option<At>,
    horizon: Option<At>,
    records: Vec<(u32, Record)>,
    notes: Notes,
    moves: Vec<Move>,
    days: Days,
    has_loose_undo: bool,
    target: Option<Target>,
    paces: Paces,
}

impl Base {
    /// Its moves and then those among the entries.
    fn moves_and<'a>(&self, entries: impl Iterator<Item = &'a Entry>) -> Vec<Move> {
        let moves = entries.filter_map(|entry| match entry.what {
            What::Move { to } => Some(Move::of(entry, to, false)),
            What::Identity { to } => Some(Move::of(entry, to, true)),
            _ => None,
        });
        self.moves.iter().copied().chain(moves).collect()
    }
}

impl Progress {
    /// Progress without any event.
    pub fn new(scheduler: Scheduler) -> Progress {
        Progress { scheduler, ..Progress::default() }
    }

    /// Progress that goes on from a snapshot.
    pub fn resume(scheduler: Scheduler, snapshot: Snapshot) -> Progress {
        Replay::resume(scheduler, snapshot).finish().expect("a snapshot's cards are apart")
    }

    /// The fold of all these events, in whatever order they come.
    pub fn of<'a>(scheduler: Scheduler, events: impl IntoIterator<Item = &'a Event>) -> Progress {
        let mut replay = Replay::of(Progress::new(scheduler));
        for event in events {
            replay.push(&event.borrowed());
        }
        replay.finish().expect("a whole log needs nothing older")
    }

    /// What is known of a card, by any id it ever had; `None` when nothing happened to it.
    pub fn record(&self, id: &CardId) -> Option<&Record> {
        if self.fold.records.is_empty() {
            return None;
        }
        let card = self.ties.card(self.log.ids.find(id.as_str())?);
        self.fold.records[card as usize].as_ref()
    }

    /// All cards that something happened to, by their present ids.
    pub fn records(&self) -> impl Iterator<Item = (&CardId, &Record)> {
        let cards = self.fold.records.iter().zip(0..);
        cards.filter_map(|(record, card)| Some((self.log.ids.get(self.ties.name(card)), record.as_ref()?)))
    }

    /// The learner's own note on a card, by any id it ever had.
    pub fn own_note(&self, id: &CardId) -> Option<&str> {
        if self.fold.notes.is_empty() {
            return None;
        }
        let card = self.ties.card(self.log.ids.find(id.as_str())?);
        self.fold.notes.get(&card).map(|text| &**text)
    }

    /// All notes of the learner, by the present ids of their cards.
    pub fn own_notes(&self) -> impl ExactSizeIterator<Item = (&CardId, &str)> {
        self.fold.notes.iter().map(|(card, text)| (self.log.ids.get(self.ties.name(*card)), &**text))
    }

    /// The present id of the card that ever had this one.
    pub fn present_id<'a>(&'a self, id: &'a CardId) -> &'a CardId {
        self.log.ids.find(id.as_str()).map_or(id, |number| self.ties.name_of(&self.log.ids, number))
    }

    /// All moves in time order: instant, from, to, and whether it was taken back.
    pub fn moves(&self) -> impl DoubleEndedIterator<Item = (At, &CardId, &CardId, bool)> {
        let ids = &self.log.ids;
        let told = |step: &Move| (step.at, ids.get(step.from), ids.get(step.to), self.is_undone_move(step));
        self.moves.iter().map(told)
    }

    /// What was done on a day.
    pub fn tally(&self, day: Day) -> Tally {
        self.fold.days.get(&day).copied().unwrap_or_default()
    }

    /// The days on which something was answered, in order.
    pub fn days(&self) -> impl DoubleEndedIterator<Item = (Day, Tally)> {
        self.fold.days.iter().map(|(day, tally)| (*day, *tally))
    }

    /// What the learner studies for; none when they never said, or took it back.
    pub fn target(&self) -> Option<&Target> {
        self.fold.target.as_ref().filter(|target| target.date.is_some())
    }

    /// What the learner studies for, where its day is not past on `day`.
    pub fn target_on(&self, day: Day) -> Option<&Target> {
        self.target().filter(|target| target.date >= Some(day))
    }

    /// Whether a grade given on `day` leads through steps of minutes: not while there is a plan.
    pub fn steps_on(&self, day: Day) -> Steps {
        Steps::towards(self.target().and_then(|target| target.date), day)
    }

    /// How long answers take.
    pub fn paces(&self) -> &Paces {
        &self.fold.paces
    }

    /// The time of the last visible event that is no undo.
    pub fn latest_at(&self) -> Option<At> {
        self.latest
    }

    /// A number that is another one whenever anything has changed.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Progress without any event that looks from the same instant.
    pub fn emptied(&self) -> Progress {
        Progress { limit: self.limit, ..Progress::new(self.scheduler.clone()) }
    }

    /// The scheduler the log is folded with.
    pub fn scheduler(&self) -> &Scheduler {
        &self.scheduler
    }

    /// Whether all events are in memory, not only those after a snapshot.
    pub fn is_whole(&self) -> bool {
        self.base.horizon.is_none()
    }

    /// The events in memory in time order, with the undone and the pending ones; all there are when
    /// [`Self::is_whole`].
    pub fn events(&self) -> impl Iterator<Item = Event> {
        self.log.entries().iter().chain(&self.pending).map(|entry| self.log.event(entry))
    }

    /// The events in memory that count: visible, neither undone nor undos. Cards bear their present ids.
    pub fn counting(&self) -> impl Iterator<Item = Event> {
        let folding = self.folding();
        let counting = self.log.entries().iter().filter(move |entry| folding.counts(entry));
        counting.map(|entry| {
            let card = self.ties.name_of(&self.log.ids, entry.card).clone();
            Event { card, ..self.log.event(entry) }
        })
    }

    /// Folds an event that is in the file already; one known before changes nothing.
    pub fn absorb(&mut self, event: &Event) -> Result<(), NeedsHistory> {
        let Some(entry) = self.log.entry(&event.borrowed()) else { return Ok(()) };
        self.ties.grow(self.log.ids.list().len());
        self.fold.records.resize(self.log.ids.list().len(), None);
        if self.is_pending(&entry) {
            self.defer(entry);
            return Ok(());
        }
        self.admit(entry)
    }

    /// Folds a visible entry whose ids are known.
    fn admit(&mut self, entry: Entry) -> Result<(), NeedsHistory> {
        let Err(place) = self.log.place(&entry) else { return Ok(()) };
        self.reaches(&entry)?;
        let is_last = place == self.log.entries().len();
        if let What::Identity { .. } = entry.what {
            // It may part what another one joined.
            self.assume_entry(entry)?;
        } else if !is_last || matches!(entry.what, What::Undo { .. } | What::Move { .. }) {
            self.rework(place, entry)?;
        } else {
            self.log.push(entry);
            self.apply(&entry, Sign::Add);
        }
        if !matches!(entry.what, What::Undo { .. }) {
            self.latest = self.latest.max(Some(entry.at));
        }
        self.changes += 1;
        Ok(())
    }

    /// Events not yet in the file, in the order they happened.
    pub fn unsaved(&self) -> &[Event] {
        &self.unsaved
    }

    /// The first `count` unsaved events are in the file now.
    pub fn mark_saved(&mut self, count: usize) {
        self.unsaved.drain(..count.min(self.unsaved.len()));
        self.tried = self.tried.saturating_sub(count);
    }

    /// Folds the whole log anew with other rules or weights.
    pub fn refold(&mut self, scheduler: Scheduler) -> Result<(), NeedsHistory> {
        if !self.is_whole() {
            return Err(NeedsHistory);
        }
        self.scheduler = scheduler;
        self.changes += 1;
        self.fold()
    }

    /// Takes over the whole log, as loaded from the file; what is unsaved here stays unsaved.
    pub fn replace_history(&mut self, mut whole: Progress) {
        (whole.lifted, whole.changes) = (std::mem::take(&mut self.lifted), self.changes + 1);
        whole.note_again(&self.unsaved, self.tried).expect("a whole log needs nothing older");
        *self = whole;
    }

    /// Whether an event can be folded without older ones than are in memory.
    fn reaches(&self, entry: &Entry) -> Result<(), NeedsHistory> {
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
    fn rework(&mut self, place: usize, entry: Entry) -> Result<(), NeedsHistory> {
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
    fn fold(&mut self) -> Result<(), NeedsHistory> {
        self.settle();
        check_apart(&self.base, &self.ties)?;
        self.fold = self.fold_in_shares(shares::count(self.log.entries().len()));
        Ok(())
    }

    fn fold_in_shares(&self, count: usize) -> Fold {
        let mut parts = shares::each(count, |share| self.fold_of_share(share, count)).into_iter();
        let mut whole = parts.next().expect("there is a first share");
        parts.for_each(|part| whole.unite(part));
        whole
    }

    /// Brings the log in order, and with it all that says which events count for which card.
    fn settle(&mut self) {
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
    fn fold_of_share(&self, share: usize, count: usize) -> Fold {
        let folding = self.folding();
        let is_mine = |id: u32| self.ties.card(id) as usize % count == share;
        let mut fold = Fold { records: vec![None; self.log.ids.list().len()], ..Fold::default() };
        fold.target.clone_from(&self.base.target);
        if share == 0 {
            fold.days.clone_from(&self.base.days);
            fold.paces.clone_from(&self.base.paces);
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
    fn replay(&mut self, chosen: impl Fn(&Ties, u32) -> bool, sign: Sign) {
        let mut fold = std::mem::take(&mut self.fold);
        self.replay_in(&mut fold, self.log.entries(), chosen, sign);
        self.fold = fold;
    }

    fn replay_in(&self, fold: &mut Fold, entries: &[Entry], chosen: impl Fn(&Ties, u32) -> bool, sign: Sign) {
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

    fn folding(&self) -> Folding<'_> {
        let Progress { scheduler, log, ties, undos, .. } = self;
        Folding { scheduler, log, ties, undos }
    }

    /// Lets an entry happen if it counts.
    fn apply(&mut self, entry: &Entry, sign: Sign) {
        let Progress { scheduler, log, ties, undos, fold, .. } = self;
        let folding = Folding { scheduler, log, ties, undos };
        if folding.counts(entry) {
            folding.apply(fold, entry, sign);
        }
    }

    fn ties_of(&self, moves: &[Move], undos: &Undos) -> Ties {
        let ids = self.log.ids.list().len();
        Ties::new(ids, moves, |ties, step| is_undone(undos, ties, step.at, step.from))
    }

    fn is_undone_move(&self, step: &Move) -> bool {
        step.undone || is_undone(&self.undos, &self.ties, step.at, step.from)
    }
}

/// Two cards of a snapshot that became one can only be folded from their events.
fn check_apart(base: &Base, ties: &Ties) -> Result<(), NeedsHistory> {
    let mut seen = vec![false; ties.len()];
    let is_first = |(id, _): &(u32, Record)| !std::mem::replace(&mut seen[ties.card(*id) as usize], true);
    if base.records.iter().all(is_first) { Ok(()) } else { Err(NeedsHistory) }
}

/// Many events at once, in any order, then one fold.
#[derive(Debug)]
pub struct Replay {
    progress: Progress,
    beyond: bool,
    /// Whether the fold is known before its events are.
    is_folded: bool,
}

impl Replay {
    /// A replay of further events over a progress.
    pub fn of(progress: Progress) -> Replay {
        Replay { progress, beyond: false, is_folded: false }
    }

    /// A replay of all events that `progress` is the fold of, also of those in its snapshot: what they
    /// come to is taken from it.
    pub fn behind(progress: &Progress) -> Replay {
        let (fold, log) = (progress.fold.clone(), Log::new(progress.log.ids.list().to_vec()));
        Replay { is_folded: true, ..Replay::of(Progress { log, fold, ..progress.emptied() }) }
    }

    /// The same, looked at from an instant.
    pub fn seen_from(mut self, now: At) -> Replay {
        self.progress.limit = Some(visible_until(now));
        self
    }

    /// A replay of the events after a snapshot.
    pub fn resume(scheduler: Scheduler, snapshot: Snapshot) -> Replay {
        let base = Base {
            latest: snapshot.latest,
            horizon: snapshot.horizon,
            records: snapshot.records,
            notes: snapshot.notes.into_iter().collect(),
            moves: snapshot.moves,
            days: snapshot.days.into_iter().collect(),
            has_loose_undo: snapshot.has_loose_undo,
            target: snapshot.target,
            paces: snapshot.paces,
        };
        let log = Log::new(snapshot.ids);
        let mut replay = Replay::of(Progress { scheduler, base, log, ..Progress::default() });
        snapshot.later.iter().for_each(|event| replay.push(&event.borrowed()));
        replay
    }

    /// Adds an event.
    pub fn push(&mut self, event: &EventRef<'_>) {
        let Some(entry) = self.progress.log.entry(event) else { return };
        self.beyond |= self.progress.reaches(&entry).is_err();
        self.progress.log.push(entry);
    }

    /// Adds the events of a replay that began with nothing.
    pub fn append(&mut self, other: Replay) {
        self.progress.log.append(other.progress.log);
    }

    /// The fold of all of them.
    pub fn finish(mut self) -> Result<Progress, NeedsHistory> {
        if self.beyond {
            return Err(NeedsHistory);
        }
        if !self.is_folded {
            self.progress.fold()?;
            return Ok(self.progress);
        }
        self.progress.settle();
        self.progress.fold.records.resize(self.progress.log.ids.list().len(), None);
        Ok(self.progress)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
                }),
                4..8 if !instants.is_empty() => {
                    Kind::Undo { of: instants[draw(instants.len() as u64) as usize] }
                }
                40.. => Kind::Note { text: ["", "one", "two"][draw(3) as usize].into() },
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
                    (&fold.days, &fold.paces, &fold.target),
                    (&whole.days, &whole.paces, &whole.target)
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
