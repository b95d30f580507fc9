//! The fold: what the events of a log make of cards, days and paces.

use super::event::{ReviewOf, both_notes, note_mark};
use super::log::{Log, LogEntry, Quick, What};
use super::tally::Sign;
use super::ties::Ties;
use super::{Kind, Paces, Recalls, Record, Showing, Tally, Target, Waiting};
use crate::day::{At, Day, Moment};
use crate::state::{CardState, Scheduler, Steps};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// What was done on each day.
pub(super) type Days = BTreeMap<Day, Tally>;

/// The learner's own notes, by the number of the card; each such card has a record.
pub(super) type OwnNotes = BTreeMap<u32, Arc<str>>;

/// Which ids an undo names for an instant.
pub(super) type Undos = HashMap<At, Vec<u32>, Quick>;

/// Where the events so far have led.
#[derive(Debug, Clone, Default)]
pub(super) struct Fold {
    /// By the number of the card.
    pub(super) records: Vec<Option<Record>>,
    pub(super) notes: OwnNotes,
    pub(super) days: Days,
    pub(super) paces: Paces,
    pub(super) recalls: Recalls,
    pub(super) target: Option<Target>,
}

/// What it takes to fold an event.
#[derive(Clone, Copy)]
pub(super) struct Folding<'a> {
    pub(super) scheduler: &'a Scheduler,
    pub(super) log: &'a Log,
    pub(super) ties: &'a Ties,
    pub(super) undos: &'a Undos,
}

impl Fold {
    /// Adds a fold of the same log in which other cards were followed.
    pub(super) fn unite(&mut self, other: Fold) {
        for (mine, theirs) in self.records.iter_mut().zip(other.records) {
            *mine = mine.take().or(theirs);
        }
        self.notes.extend(other.notes);
        for (day, tally) in other.days {
            self.days.entry(day).or_default().add(&tally, Sign::Add);
        }
        self.paces.add(&other.paces);
        self.recalls.add(&other.recalls);
    }
}

impl Folding<'_> {
    /// Whether an entry is neither undone nor an undo.
    pub(super) fn counts(&self, entry: &LogEntry) -> bool {
        let is_undo = matches!(entry.what, What::Undo { .. });
        !is_undo && !is_undone(self.undos, self.ties, entry.at, entry.card)
    }

    /// Lets an entry that counts happen.
    pub(super) fn apply(&self, fold: &mut Fold, entry: &LogEntry, sign: Sign) {
        let card = self.ties.card(entry.card);
        match entry.what {
            What::Suspend => record_of(&mut fold.records, card).suspended = true,
            What::Resume => {
                let record = record_of(&mut fold.records, card);
                (record.suspended, record.buried) = (false, None);
            }
            What::Bury => record_of(&mut fold.records, card).buried = Some(entry.day),
            What::Flag => record_of(&mut fold.records, card).flagged = true,
            What::Unflag => record_of(&mut fold.records, card).flagged = false,
            What::Reset => {
                let record = record_of(&mut fold.records, card);
                (record.state, record.points, record.waiting) = (CardState::default(), None, None);
            }
            What::Due { on } => record_of(&mut fold.records, card).state.come_back(on),
            What::Asked { went, .. } => {
                let record = record_of(&mut fold.records, card);
                record.asked = record.asked.saturating_add(1);
                record.went = went.or(record.went);
            }
            What::Answered(answered) => {
                let given = Moment { at: entry.at, day: entry.day };
                record_of(&mut fold.records, card).waiting = Some(Waiting { given, answered });
            }
            What::Note { text, over } => {
                record_of(&mut fold.records, card);
                let before = fold.notes.get(&card).map_or("", |note| note);
                let met = over.is_some_and(|over| over != note_mark(before)) && !before.is_empty();
                match self.log.text(text) {
                    text if met => drop(fold.notes.insert(card, both_notes(before, text).into())),
                    text if text.is_empty() => drop(fold.notes.remove(&card)),
                    text => drop(fold.notes.insert(card, text.clone())),
                }
            }
            What::Review(ReviewOf { grade, ms, points, .. }) => {
                let record = record_of(&mut fold.records, card);
                record.points = points.or(record.points);
                record.waiting = None;
                let done = Tally::of(&record.state, grade, entry.day, ms);
                fold.paces.count(Showing::of(&record.state, grade, entry.day), ms, sign);
                fold.recalls.count(&record.state, grade, entry.day, sign);
                // The name it had then gives the interval it was shown then.
                let id = self.log.ids.get(entry.card);
                let moment = Moment { at: entry.at, day: entry.day };
                let date = fold.target.as_ref().and_then(Target::last_day);
                let steps = Steps::towards(date, entry.day);
                record.state = self.scheduler.answer(steps, id, &record.state, grade, moment);
                let tally = fold.days.entry(entry.day).or_default();
                tally.add(&done, sign);
                if *tally == Tally::default() {
                    fold.days.remove(&entry.day);
                }
            }
            What::Plan(_) => {
                if let Kind::Plan(target) = self.log.event(entry).kind {
                    fold.target = Some(target.applied_to(fold.target.as_ref()));
                }
            }
            What::Undo { .. }
            | What::Move { .. }
            | What::Identity { .. }
            | What::Foretold(_)
            | What::Unknown => {}
        }
    }
}

/// The record of a card, a new one where it has none.
fn record_of(records: &mut [Option<Record>], card: u32) -> &mut Record {
    records[card as usize].get_or_insert_default()
}

/// Whether an undo names the event of this id at this instant.
pub(super) fn is_undone(undos: &Undos, ties: &Ties, at: At, id: u32) -> bool {
    !undos.is_empty()
        && undos.get(&at).is_some_and(|ids| ids.iter().any(|other| ties.kin(*other) == ties.kin(id)))
}
