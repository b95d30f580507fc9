//! The events of a log in memory: small numbers instead of names, in an order that does not depend
//! on the order of lines in a file.

use super::event::{Event, EventRef, Kind, KindRef, Review};
use crate::card::{CardId, Grade};
use crate::day::{At, Day};
use std::borrow::Borrow;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

/// An event whose names are numbers in [`Log`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) at: At,
    pub(super) day: Day,
    pub(super) card: u32,
    pub(super) what: What,
}

/// A [`Kind`] whose names are numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Review { grade: Grade, mode: u32, ms: u32 },
    Undo { of: At },
    Suspend,
    Resume,
    Bury,
    Flag,
    Unflag,
    Reset,
    Due { on: Day },
    Move { to: u32 },
}

/// Names and their numbers.
#[derive(Debug, Clone)]
pub(super) struct Names<T> {
    list: Vec<T>,
    numbers: HashMap<T, u32>,
}

impl<T> Default for Names<T> {
    fn default() -> Names<T> {
        Names { list: Vec::new(), numbers: HashMap::new() }
    }
}

impl<T: Clone + Eq + Hash + Borrow<str> + for<'a> From<&'a str>> Names<T> {
    pub(super) fn from_list(list: Vec<T>) -> Names<T> {
        let numbers = list.iter().cloned().zip(0..).collect();
        Names { list, numbers }
    }

    pub(super) fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = u32::try_from(self.list.len()).expect("a log has fewer than 4 billion names");
        let name = T::from(name);
        self.list.push(name.clone());
        self.numbers.insert(name, number);
        number
    }

    pub(super) fn find(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    pub(super) fn get(&self, number: u32) -> &T {
        &self.list[number as usize]
    }

    pub(super) fn list(&self) -> &[T] {
        &self.list
    }
}

/// Events in time order, each once.
#[derive(Debug, Clone, Default)]
pub(super) struct Log {
    pub(super) ids: Names<CardId>,
    modes: Names<Arc<str>>,
    entries: Vec<Entry>,
}

impl Log {
    pub(super) fn new(ids: Vec<CardId>) -> Log {
        Log { ids: Names::from_list(ids), ..Log::default() }
    }

    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of an event, its names numbered; `None` for what is not understood.
    pub(super) fn entry(&mut self, event: &EventRef<'_>) -> Option<Entry> {
        let what = match &event.kind {
            KindRef::Review { grade, mode, ms } => {
                What::Review { grade: *grade, mode: self.modes.number(mode), ms: *ms }
            }
            KindRef::Undo { of } => What::Undo { of: *of },
            KindRef::Suspend => What::Suspend,
            KindRef::Resume => What::Resume,
            KindRef::Bury => What::Bury,
            KindRef::Flag => What::Flag,
            KindRef::Unflag => What::Unflag,
            KindRef::Reset => What::Reset,
            KindRef::Due { on } => What::Due { on: *on },
            KindRef::Move { to } => What::Move { to: self.ids.number(to) },
            KindRef::Unknown => return None,
        };
        Some(Entry { at: event.at, day: event.day, card: self.ids.number(&event.card), what })
    }

    /// Where the entry is, or where it belongs.
    pub(super) fn place(&self, entry: &Entry) -> Result<usize, usize> {
        // Nearly every event is later than all others.
        match self.entries.last() {
            Some(last) if self.order(last, entry) == Ordering::Less => Err(self.entries.len()),
            _ => self.entries.binary_search_by(|known| self.order(known, entry)),
        }
    }

    pub(super) fn insert(&mut self, place: usize, entry: Entry) {
        self.entries.insert(place, entry);
    }

    /// Adds entries in any order; [`Log::settle`] has to follow.
    pub(super) fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// Brings pushed entries into time order and drops those that are there twice.
    pub(super) fn settle(&mut self) {
        let mut entries = std::mem::take(&mut self.entries);
        if !entries.is_sorted_by(|a, b| self.order(a, b) == Ordering::Less) {
            entries.sort_by(|a, b| self.order(a, b));
            entries.dedup();
        }
        self.entries = entries;
    }

    /// The event of an entry.
    pub(super) fn event(&self, entry: &Entry) -> Event {
        let kind = match entry.what {
            What::Review { grade, mode, ms } => {
                Kind::Review(Review { grade, mode: self.modes.get(mode).clone(), ms })
            }
            What::Undo { of } => Kind::Undo { of },
            What::Suspend => Kind::Suspend,
            What::Resume => Kind::Resume,
            What::Bury => Kind::Bury,
            What::Flag => Kind::Flag,
            What::Unflag => Kind::Unflag,
            What::Reset => Kind::Reset,
            What::Due { on } => Kind::Due { on },
            What::Move { to } => Kind::Move { to: self.ids.get(to).clone() },
        };
        Event { at: entry.at, day: entry.day, card: self.ids.get(entry.card).clone(), kind }
    }

    /// Time order; ties are broken by content, never by place in a file or by numbering.
    fn order(&self, a: &Entry, b: &Entry) -> Ordering {
        a.at.cmp(&b.at).then_with(|| self.content_order(a, b))
    }

    fn content_order(&self, a: &Entry, b: &Entry) -> Ordering {
        let names = |a: u32, b: u32| self.ids.get(a).cmp(self.ids.get(b));
        let same_kind = || match (a.what, b.what) {
            (What::Review { grade, mode, ms }, What::Review { grade: grade_b, mode: mode_b, ms: ms_b }) => {
                grade
                    .cmp(&grade_b)
                    .then_with(|| self.modes.get(mode).cmp(self.modes.get(mode_b)))
                    .then(ms.cmp(&ms_b))
            }
            (What::Undo { of }, What::Undo { of: of_b }) => of.cmp(&of_b),
            (What::Due { on }, What::Due { on: on_b }) => on.cmp(&on_b),
            (What::Move { to }, What::Move { to: to_b }) => names(to, to_b),
            _ => Ordering::Equal,
        };
        a.day
            .cmp(&b.day)
            .then_with(|| names(a.card, b.card))
            .then_with(|| rank(&a.what).cmp(&rank(&b.what)))
            .then_with(same_kind)
    }
}

fn rank(what: &What) -> u8 {
    match what {
        What::Move { .. } => 0,
        What::Review { .. } => 1,
        What::Suspend => 2,
        What::Resume => 3,
        What::Bury => 4,
        What::Flag => 5,
        What::Unflag => 6,
        What::Reset => 7,
        What::Due { .. } => 8,
        What::Undo { .. } => 9,
    }
}
