//! The events of a log in memory: small numbers instead of names, in an order that does not depend
//! on the order of lines in a file.

use super::event::{EventRef, KindOf, LogEvent, note_text};
use crate::card::CardId;
use crate::day::{At, Day};
use std::borrow::Borrow;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// An event whose names are numbers in [`Log`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LogEntry {
    pub(super) at: At,
    pub(super) day: Day,
    pub(super) card: u32,
    pub(super) what: What,
}

/// A [`Kind`](super::event::Kind) whose names are numbers.
pub(super) type What = KindOf<u32, u32>;

/// Hashes by XXH3: a long log looks up a million names, and is the learner's own.
pub(super) type Quick = BuildHasherDefault<QuickHasher>;

#[derive(Debug, Clone, Default)]
pub(super) struct QuickHasher(u64);

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = xxh3_64_with_seed(bytes, self.0);
    }

    /// What ends a text, so that two of them are not one. Only one is ever hashed here.
    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Names and their numbers.
#[derive(Debug, Clone)]
pub(super) struct Names<T> {
    list: Vec<T>,
    numbers: HashMap<T, u32, Quick>,
}

impl<T> Default for Names<T> {
    fn default() -> Names<T> {
        Names { list: Vec::new(), numbers: HashMap::default() }
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
    texts: Names<Arc<str>>,
    entries: Vec<LogEntry>,
}

impl Log {
    pub(super) fn new(ids: Vec<CardId>) -> Log {
        Log { ids: Names::from_list(ids), ..Log::default() }
    }

    pub(super) fn entries(&self) -> &[LogEntry] {
        &self.entries
    }

    /// The entry of an event, its names numbered; `None` for what is not understood.
    pub(super) fn entry(&mut self, event: &EventRef<'_>) -> Option<LogEntry> {
        if event.kind == KindOf::Unknown {
            return None;
        }
        let what = match &event.kind {
            KindOf::Note { text, over } => {
                KindOf::Note { text: self.texts.number(&note_text(text)), over: *over }
            }
            kind => kind.map(|id| self.ids.number(id), |text| self.texts.number(text)),
        };
        Some(LogEntry { at: event.at, day: event.day, card: self.ids.number(&event.card), what })
    }

    /// A text by its number.
    pub(super) fn text(&self, number: u32) -> &Arc<str> {
        self.texts.get(number)
    }

    /// Where the entry is, or where it belongs.
    pub(super) fn place(&self, entry: &LogEntry) -> Result<usize, usize> {
        // Nearly every event is later than all others.
        match self.entries.last() {
            Some(last) if self.order(last, entry) == Ordering::Less => Err(self.entries.len()),
            _ => self.entries.binary_search_by(|known| self.order(known, entry)),
        }
    }

    pub(super) fn insert(&mut self, place: usize, entry: LogEntry) {
        self.entries.insert(place, entry);
    }

    pub(super) fn remove(&mut self, place: usize) {
        self.entries.remove(place);
    }

    /// A log of these entries with the same names.
    pub(super) fn with_entries(&self, entries: Vec<LogEntry>) -> Log {
        Log { ids: self.ids.clone(), texts: self.texts.clone(), entries }
    }

    /// Takes out what lies behind an instant, but for undos.
    pub(super) fn take_later(&mut self, limit: At) -> Vec<LogEntry> {
        let first = self.entries.partition_point(|entry| entry.at <= limit);
        let later = self.entries.split_off(first);
        let (undos, pending) = later.into_iter().partition(|entry| matches!(entry.what, What::Undo { .. }));
        self.entries.extend::<Vec<LogEntry>>(undos);
        pending
    }

    /// Adds entries in any order; [`Log::settle`] has to follow.
    pub(super) fn push(&mut self, entry: LogEntry) {
        self.entries.push(entry);
    }

    /// Adds the entries of another log; [`Log::settle`] has to follow.
    pub(super) fn append(&mut self, other: Log) {
        let ids: Vec<u32> = other.ids.list().iter().map(|id| self.ids.number(id.as_str())).collect();
        let texts: Vec<u32> = other.texts.list().iter().map(|text| self.texts.number(text)).collect();
        let mut entries = other.entries;
        for entry in &mut entries {
            entry.card = ids[entry.card as usize];
            entry.what = entry.what.map(|id| ids[*id as usize], |text| texts[*text as usize]);
        }
        if self.entries.is_empty() {
            self.entries = entries;
        } else {
            self.entries.append(&mut entries);
        }
    }

    /// Brings pushed entries into time order and drops those that are there twice.
    pub(super) fn settle(&mut self) {
        let mut entries = std::mem::take(&mut self.entries);
        if !entries.is_sorted_by(|a, b| a.at < b.at || self.order(a, b) == Ordering::Less) {
            entries.sort_by(|a, b| self.order(a, b));
            entries.dedup();
        }
        self.entries = entries;
    }

    /// The event of an entry.
    pub(super) fn event(&self, entry: &LogEntry) -> LogEvent {
        let kind = entry.what.map(|id| self.ids.get(*id).clone(), |text| self.texts.get(*text).clone());
        LogEvent { at: entry.at, day: entry.day, card: self.ids.get(entry.card).clone(), kind }
    }

    /// Time order; ties are broken by content, never by place in a file or by numbering.
    pub(super) fn order(&self, a: &LogEntry, b: &LogEntry) -> Ordering {
        a.at.cmp(&b.at).then_with(|| self.content_order(a, b))
    }

    fn content_order(&self, a: &LogEntry, b: &LogEntry) -> Ordering {
        let named = |what: &What| what.map(|id| self.ids.get(*id), |text| self.texts.get(*text));
        let card = |entry: &LogEntry| self.ids.get(entry.card);
        (a.day, card(a)).cmp(&(b.day, card(b))).then_with(|| named(&a.what).cmp(&named(&b.what)))
    }
}
