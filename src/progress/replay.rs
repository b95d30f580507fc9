//! A replay: many events at once, in any order, then one fold.

use super::event::{EventRef, LogEvent};
use super::log::Log;
use super::needs::NeedsHistory;
use super::snapshot::Snapshot;
use super::time::visible_until;
use super::{Base, Progress};
use crate::day::At;
use crate::state::Scheduler;

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
            recalls: snapshot.recalls,
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

impl Progress {
    /// Progress that goes on from a snapshot.
    pub fn resume(scheduler: Scheduler, snapshot: Snapshot) -> Progress {
        Replay::resume(scheduler, snapshot).finish().expect("a snapshot's cards are apart")
    }

    /// The fold of all these events, in whatever order they come.
    pub fn of<'a>(scheduler: Scheduler, events: impl IntoIterator<Item = &'a LogEvent>) -> Progress {
        let mut replay = Replay::of(Progress::new(scheduler));
        for event in events {
            replay.push(&event.borrowed());
        }
        replay.finish().expect("a whole log needs nothing older")
    }
}
