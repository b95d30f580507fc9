//! Carrying histories over when the rule changes by which cards get their ids, see `ties`.

use super::log::LogEntry;
use super::{LogEvent, NeedsHistory, Progress};
use crate::card::CardId;

impl Progress {
    /// The ids with a history that `is_old` names and from which none was carried over yet, each with its
    /// card's present id.
    pub fn not_carried(&self, is_old: impl Fn(&str) -> bool) -> Vec<(CardId, CardId)> {
        let ids = self.log.ids.list();
        let mut carried = vec![false; ids.len()];
        for step in self.moves.iter().filter(|step| step.is_identity) {
            carried[step.from as usize] = true;
        }
        let is_left = |number: usize| {
            let card = self.ties.card(number as u32) as usize;
            !carried[number] && is_old(ids[number].as_str()) && self.fold.records[card].is_some()
        };
        let told = |number: usize| {
            let name = self.ties.name_of(&self.log.ids, number as u32);
            (ids[number].clone(), name.clone())
        };
        (0..ids.len()).filter(|number| is_left(*number)).map(told).collect()
    }

    /// Folds many events at once that are not in the file.
    pub fn assume(&mut self, events: &[LogEvent]) -> Result<(), NeedsHistory> {
        if !self.is_whole() {
            return Err(NeedsHistory);
        }
        for event in events {
            if let Some(entry) = self.log.entry(&event.borrowed()) {
                self.log.push(entry);
            }
        }
        self.fold()
    }

    /// The same for one entry that belongs where nothing is yet.
    pub(super) fn assume_entry(&mut self, entry: LogEntry) -> Result<(), NeedsHistory> {
        if !self.is_whole() {
            return Err(NeedsHistory);
        }
        self.log.push(entry);
        self.fold()
    }
}
