//! What can be taken back: one list for the whole program, the newest last. A screen takes back what was done since
//! it was opened, whoever did it.

use crate::card::{CardId, Grade};
use crate::day::At;
use crate::progress::Kind;
use std::collections::VecDeque;
use std::path::PathBuf;

/// What was done, for the one who takes it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A card was graded.
    Graded(Grade),
    /// A card was answered in a mock interview.
    Answered,
    /// Cards were suspended.
    Suspended,
    /// Cards were resumed.
    Resumed,
    /// Cards were put off until tomorrow.
    Buried,
    /// Cards were marked.
    Flagged,
    /// A mark was taken away.
    Unflagged,
    /// Cards count as never seen.
    Reset,
    /// The user said when cards come back.
    SetDue,
    /// The learner wrote a note of their own on a card.
    Noted,
    /// Cards were asked in a real interview.
    Asked,
    /// A whole report of interviews was noted.
    Reported,
    /// The plan was changed.
    Planned,
    /// A setting has another value: its row.
    Chosen(usize),
    /// A card says something else.
    Rewritten,
    /// A card was added to notes.
    Added,
}

impl Reversal {
    /// What takes back that it was taken back: files say again what they said after the edit.
    pub fn of_edit_again(card: CardId, files: Vec<EditedFile>) -> Reversal {
        Reversal::Files(card, files.into_iter().map(EditedFile::turned).collect())
    }
}

impl Done {
    /// What an event of the log means to the one who takes it back; nothing where the user did not do it.
    pub fn of(kind: &Kind) -> Option<Done> {
        Some(match kind {
            Kind::Review(review) => Done::Graded(review.grade),
            Kind::Answered(_) => Done::Answered,
            Kind::Suspend => Done::Suspended,
            Kind::Resume => Done::Resumed,
            Kind::Bury => Done::Buried,
            Kind::Flag => Done::Flagged,
            Kind::Unflag => Done::Unflagged,
            Kind::Reset => Done::Reset,
            Kind::Due { .. } => Done::SetDue,
            Kind::Note { .. } => Done::Noted,
            Kind::Asked { .. } => Done::Asked,
            Kind::Plan(_) => Done::Planned,
            Kind::Undo { .. }
            | Kind::Move { .. }
            | Kind::Identity { .. }
            | Kind::Foretold(_)
            | Kind::Unknown => return None,
        })
    }
}

/// A file that an edit changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditedFile {
    /// The file.
    pub path: PathBuf,
    /// What it said before.
    pub before: Vec<u8>,
    /// What it says since.
    pub after: Vec<u8>,
}

impl EditedFile {
    /// The edit that takes this one back.
    pub fn turned(self) -> EditedFile {
        EditedFile { path: self.path, before: self.after, after: self.before }
    }
}

/// A report of interviews that is in the log, or was taken out of it again.
#[derive(Debug, Clone, PartialEq)]
pub struct LoggedReport {
    /// Whether it is in the log.
    pub is_noted: bool,
    /// What happened to each card, and when.
    pub events: Vec<(CardId, At, Kind)>,
    /// Files that gained questions, or lost them again.
    pub files: Vec<EditedFile>,
}

/// How it is taken back.
#[derive(Debug, Clone, PartialEq)]
pub enum Reversal {
    /// Each card's event of that instant is taken back.
    Events(Vec<(CardId, At)>),
    /// The setting has its value of before again.
    Setting(String),
    /// The files of a card say again what they said.
    Files(CardId, Vec<EditedFile>),
    /// The events of a report are taken back or noted again, and files say again what they said.
    Report(LoggedReport),
}

/// Something that can be taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct UndoEntry {
    /// What was done.
    pub done: Done,
    /// How it is taken back.
    pub how: Reversal,
    /// What happened to the cards, where it stands in the log: it is noted again when it is done again.
    pub kind: Option<Kind>,
}

impl UndoEntry {
    /// What happened to cards, each at its instant.
    pub fn of_events(done: Done, events: Vec<(CardId, At)>, kind: Kind) -> UndoEntry {
        UndoEntry { done, how: Reversal::Events(events), kind: Some(kind) }
    }

    /// What was done to files or settings.
    pub fn of_files(done: Done, how: Reversal) -> UndoEntry {
        UndoEntry { done, how, kind: None }
    }

    /// The cards it was done to.
    pub fn cards(&self) -> Vec<CardId> {
        match &self.how {
            Reversal::Events(events) => events.iter().map(|(card, _)| card.clone()).collect(),
            Reversal::Files(card, _) => vec![card.clone()],
            Reversal::Report(report) => report.events.iter().map(|(card, ..)| card.clone()).collect(),
            Reversal::Setting(_) => Vec::new(),
        }
    }
}

/// Something that was taken back, or done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBack {
    /// What it was.
    pub done: Done,
    /// The cards it was done to.
    pub cards: Vec<CardId>,
}

/// A moment among the things that were done: what was done before it is not taken back by who has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct UndoMark(u64);

/// So much can be taken back; older answers are found in the log.
const MOST: usize = 1000;

/// What can be taken back.
#[derive(Debug, Clone, Default)]
pub struct UndoList {
    entries: VecDeque<(UndoMark, UndoEntry)>,
    /// What was taken back since something else was done, the last at the end.
    undone: Vec<(UndoMark, UndoEntry)>,
    next: UndoMark,
}

impl UndoList {
    /// The present moment.
    pub fn mark(&self) -> UndoMark {
        self.next
    }

    /// The newest thing that was done since then.
    pub fn last(&self, since: UndoMark) -> Option<&UndoEntry> {
        self.entries.back().filter(|(at, _)| *at >= since).map(|(_, entry)| entry)
    }

    /// Whether such a thing was done since then and not taken back.
    pub fn has(&self, done: Done, since: UndoMark) -> bool {
        self.entries.iter().rev().take_while(|(at, _)| *at >= since).any(|(_, entry)| entry.done == done)
    }

    /// Whether files have to be written to take that back, which only the workspace can.
    pub fn is_in_files(&self, since: UndoMark) -> bool {
        self.last(since).is_some_and(|entry| !matches!(entry.how, Reversal::Events(_)))
    }

    /// The last thing that was taken back of what was done since then, and can be done again.
    pub fn undone(&self, since: UndoMark) -> Option<&UndoEntry> {
        self.undone.last().filter(|(at, _)| *at >= since).map(|(_, entry)| entry)
    }

    /// Whether files have to be written to do that again.
    pub fn is_undone_in_files(&self, since: UndoMark) -> bool {
        self.undone(since).is_some_and(|entry| !matches!(entry.how, Reversal::Events(_)))
    }

    /// Something was done: what was taken back before stays so.
    pub fn push(&mut self, entry: UndoEntry) {
        self.undone.clear();
        self.put(entry);
    }

    fn put(&mut self, entry: UndoEntry) {
        if self.entries.len() == MOST {
            self.entries.pop_front();
        }
        self.entries.push_back((self.next, entry));
        self.next.0 += 1;
    }

    /// The newest thing is taken back, and can be done again so.
    pub fn pop(&mut self, again: Reversal) -> Option<TakenBack> {
        let (at, entry) = self.entries.pop_back()?;
        let taken = TakenBack { done: entry.done, cards: entry.cards() };
        self.undone.push((at, UndoEntry { how: again, ..entry }));
        Some(taken)
    }

    /// The newest thing cannot be taken back any more.
    pub fn drop_last(&mut self) {
        self.entries.pop_back();
    }

    /// What was taken back last cannot be done again.
    pub fn drop_undone(&mut self) {
        self.undone.pop();
    }

    /// Something that an earlier run did was taken back.
    pub fn was_undone(&mut self, entry: UndoEntry) {
        self.undone.push((self.next, entry));
        self.next.0 += 1;
    }

    /// What was taken back last is done again, and is taken back so.
    pub fn put_back(&mut self, how: Reversal) -> Option<TakenBack> {
        let (_, entry) = self.undone.pop()?;
        let entry = UndoEntry { how, ..entry };
        let again = TakenBack { done: entry.done, cards: entry.cards() };
        self.put(entry);
        Some(again)
    }

    /// An event was taken back by its instant.
    pub fn forget(&mut self, card: &CardId, at: At) {
        let is_it = |(of, done): &(CardId, At)| of == card && *done == at;
        self.entries.retain(
            |(_, entry)| !matches!(&entry.how, Reversal::Events(events) if events.len() == 1 && is_it(&events[0])),
        );
    }

    /// The log and the files are others now.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.undone.clear();
    }
}
