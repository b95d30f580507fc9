//! Taking in other logs: the copies that sync tools and merges leave beside the file, and files a user
//! names.

use super::ProgressFile;
use super::reading::read_whole;
use crate::day::At;
use crate::progress::{Event, EventRef, Progress};
use crate::store::conflict;
use crate::store::problem::{Notice, Problem};
use crate::store::{atomic, lock};
use std::collections::HashSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

impl ProgressFile {
    /// Appends the events of other logs that this file lacks, and folds them. Gives how many.
    pub fn merge(
        &mut self,
        progress: &mut Progress,
        others: &[PathBuf],
        now: At,
        notices: &mut Vec<Notice>,
    ) -> Result<usize, Problem> {
        atomic::make_dir(self.dir()).map_err(Problem::io("create", self.dir()))?;
        let held = lock::hold(&self.path)?;
        let mut total = 0;
        for other in others {
            self.stale = true;
            total += self.append_lacking(other, now, notices)?;
        }
        drop(held);
        self.load_history(progress, now, notices)?;
        Ok(total)
    }

    /// Appends events of the past that the log lacks, and folds them; the caller has seen to it that
    /// none of them is there already.
    pub fn add(
        &mut self,
        progress: &mut Progress,
        events: &[Event],
        now: At,
        notices: &mut Vec<Notice>,
    ) -> Result<(), Problem> {
        atomic::make_dir(self.dir()).map_err(Problem::io("create", self.dir()))?;
        let held = lock::hold(&self.path)?;
        self.stale = true;
        self.create_if_missing()?;
        self.read_and_mend(now, notices, |_, _| {})?;
        let lines: Vec<String> = events.iter().map(Event::to_json).collect();
        self.write(&lines)?;
        self.saved.extend(lines);
        drop(held);
        self.load_history(progress, now, notices)
    }

    /// Appends the events of copies beside the file, and renames the copies; the lock is held. Gives
    /// how many.
    pub(super) fn take_in(&mut self, copies: &[PathBuf], now: At, notices: &mut Vec<Notice>) -> usize {
        let mut total = 0;
        for copy in copies {
            let renamed = conflict::merged_name(copy);
            let taken = self.append_lacking(copy, now, notices).and_then(|events| {
                total += events;
                fs::rename(copy, &renamed).map_err(Problem::io("rename", copy))?;
                Ok(Notice::TookIn { copy: copy.clone(), events, renamed })
            });
            notices.push(taken.unwrap_or_else(|problem| Notice::LeftAlone {
                copy: copy.clone(),
                cause: problem.to_string(),
            }));
        }
        total
    }

    fn append_lacking(&mut self, other: &Path, now: At, notices: &mut Vec<Notice>) -> Result<usize, Problem> {
        let mut lines = Vec::new();
        let mut keep = |_: &EventRef<'_>, json: &[u8]| lines.push(json.to_vec());
        File::open(other)
            .and_then(|file| read_whole(&file, &mut keep))
            .map_err(Problem::io("read", other))?
            .map_err(|(line, cause)| Problem::NotOurs { path: other.to_path_buf(), line, cause })?;
        self.create_if_missing()?;
        let mut lacking: HashSet<Vec<u8>> = lines.iter().cloned().collect();
        self.read_and_mend(now, notices, |_, json| {
            lacking.remove(json);
        })?;
        let lines: Vec<String> = lines
            .into_iter()
            .filter(|line| lacking.remove(line))
            .map(|line| String::from_utf8(line).expect("an event is text"))
            .collect();
        self.write(&lines)?;
        let events = lines.len();
        self.saved.extend(lines);
        Ok(events)
    }
}
