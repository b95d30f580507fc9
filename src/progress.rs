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
mod lifted;
mod log;
mod needs;
mod paces;
mod recalls;
mod record;
mod refold;
mod replay;
mod retime;
mod salvage;
pub mod shares;
mod snapshot;
mod tally;
pub mod text;
mod ties;
mod time;
mod walk;

pub use crate::card::Confidence;
pub use event::{
    Answered, EventRef, Foretold, Kind, KindRef, LogEvent, MOST_MINUTES, NOTE_MOST, Points, Review, Target,
    USUAL_MINUTES, both_notes, kept, note_mark, note_text, weights, weights_json,
};
pub use last::LastAnswer;
pub use needs::NeedsHistory;
pub use paces::{Paces, Showing};
pub use recalls::{Recalled, Recalls};
pub use record::{Record, Waiting};
pub use replay::Replay;
pub use retime::{Retimed, retimed};
pub use salvage::Salvage;
pub use snapshot::Snapshot;
pub use tally::Tally;
pub use time::{LEEWAY_SECONDS, visible_until};
pub use walk::{ReviewStep, ReviewVisitor, Standing};

use crate::card::CardId;
use crate::day::{At, Day};
use crate::state::{Scheduler, Steps};
use fold::{Days, Fold, Folding, OwnNotes, Undos, is_undone};
use log::{Log, LogEntry, What};
use tally::Sign;
use ties::Ties;
use time::Lifted;

pub use ties::Move;

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
    pending: Vec<LogEntry>,
    unsaved: Vec<LogEvent>,
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
    notes: OwnNotes,
    moves: Vec<Move>,
    days: Days,
    has_loose_undo: bool,
    target: Option<Target>,
    paces: Paces,
    recalls: Recalls,
}

impl Base {
    /// Its moves and then those among the entries.
    fn moves_and<'a>(&self, entries: impl Iterator<Item = &'a LogEntry>) -> Vec<Move> {
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

    /// Whether a grade given on `day` leads through steps of minutes: not while there is a plan.
    pub fn steps_on(&self, day: Day) -> Steps {
        Steps::towards(self.target().and_then(Target::last_day), day)
    }

    /// How long answers take.
    pub fn paces(&self) -> &Paces {
        &self.fold.paces
    }

    /// How often cards were recalled, by the time since their last answer.
    pub fn recalls(&self) -> &Recalls {
        &self.fold.recalls
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
    pub fn events(&self) -> impl Iterator<Item = LogEvent> {
        self.log.entries().iter().chain(&self.pending).map(|entry| self.log.event(entry))
    }

    /// The events in memory that count: visible, neither undone nor undos. Cards bear their present ids.
    pub fn counting(&self) -> impl Iterator<Item = LogEvent> {
        let folding = self.folding();
        let counting = self.log.entries().iter().filter(move |entry| folding.counts(entry));
        counting.map(|entry| {
            let card = self.ties.name_of(&self.log.ids, entry.card).clone();
            LogEvent { card, ..self.log.event(entry) }
        })
    }

    /// Folds an event that is in the file already; one known before changes nothing.
    pub fn absorb(&mut self, event: &LogEvent) -> Result<(), NeedsHistory> {
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
    fn admit(&mut self, entry: LogEntry) -> Result<(), NeedsHistory> {
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
    pub fn unsaved(&self) -> &[LogEvent] {
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

    fn folding(&self) -> Folding<'_> {
        let Progress { scheduler, log, ties, undos, .. } = self;
        Folding { scheduler, log, ties, undos }
    }

    /// Lets an entry happen if it counts.
    fn apply(&mut self, entry: &LogEntry, sign: Sign) {
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
