//! Taking in other logs: the copies that sync tools and merges leave beside the file, and files a user
//! names.

use super::ProgressFile;
use super::reading::read_whole;
use super::salvaging::salvage;
use crate::day::At;
use crate::progress::{EventRef, LogEvent, Progress};
use crate::store::conflict;
use crate::store::problem::{Notice, Problem};
use crate::store::{atomic, lock};
use std::collections::HashSet;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// What taking in another log came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The other log.
    pub log: PathBuf,
    /// How many different events it has.
    pub events: usize,
    /// How many of them were new here.
    pub new: usize,
    /// How many of its lines are no events; they were left where they are.
    pub damaged: usize,
}

/// Another log as it was read.
struct Other {
    lines: Vec<Vec<u8>>,
    is_sound: bool,
    damaged: usize,
}

impl ProgressFile {
    /// Appends the events of other logs that this file lacks, and folds them. The others stay as they
    /// are; the first that cannot be read stops it.
    pub fn merge(
        &mut self,
        progress: &mut Progress,
        others: &[PathBuf],
        now: At,
        notices: &mut Vec<Notice>,
    ) -> Result<Vec<Taken>, Problem> {
        atomic::make_dir(self.dir()).map_err(Problem::io("create", self.dir()))?;
        let held = lock::hold(&self.path)?;
        let mut taken = Vec::new();
        for other in others {
            self.stale = true;
            taken.push(self.append_lacking(other, now, notices)?);
        }
        drop(held);
        self.load_history(progress, now, notices)?;
        Ok(taken)
    }

    /// Lets the file at `path` have the events of another log as well. Where that one has all events
    /// of this one, it takes its place byte for byte, so that two machines come to the same file.
    pub fn unite(path: &Path, other: &Path, now: At, notices: &mut Vec<Notice>) -> Result<Taken, Problem> {
        let mut file = ProgressFile::unread(path.to_path_buf(), PathBuf::new());
        atomic::make_dir(file.dir()).map_err(Problem::io("create", file.dir()))?;
        let _held = lock::hold(path)?;
        let Other { lines, is_sound, damaged } = read_other(other)?;
        let theirs: HashSet<&[u8]> = lines.iter().map(Vec::as_slice).collect();
        let mut mine = HashSet::new();
        file.read_and_mend(now, notices, |_, json| {
            mine.insert(json.to_vec());
        })?;
        let has_all = mine.iter().all(|line| theirs.contains(line.as_slice()));
        if !has_all || !is_sound {
            return file.append_lacking(other, now, notices);
        }
        let mut source = File::open(other).map_err(Problem::io("read", other))?;
        atomic::replace(path, move |out| io::copy(&mut source, out).map(drop))
            .map_err(Problem::io("write", path))?;
        let events = theirs.len();
        Ok(Taken { log: other.to_path_buf(), events, new: events - mine.len(), damaged })
    }

    /// Appends events of the past that the log lacks, and folds them; the caller has seen to it that
    /// none of them is there already.
    pub fn add(
        &mut self,
        progress: &mut Progress,
        events: &[LogEvent],
        now: At,
        notices: &mut Vec<Notice>,
    ) -> Result<(), Problem> {
        atomic::make_dir(self.dir()).map_err(Problem::io("create", self.dir()))?;
        let held = lock::hold(&self.path)?;
        self.stale = true;
        self.create_if_missing()?;
        self.read_and_mend(now, notices, |_, _| {})?;
        let lines: Vec<String> = events.iter().map(LogEvent::to_json).collect();
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
            let taken = self.append_lacking(copy, now, notices).and_then(|Taken { new: events, .. }| {
                total += events;
                atomic::rename(copy, &renamed).map_err(Problem::io("rename", copy))?;
                Ok(Notice::TookIn { copy: copy.clone(), events, renamed })
            });
            notices.push(taken.unwrap_or_else(|problem| Notice::LeftAlone {
                copy: copy.clone(),
                cause: problem.to_string(),
            }));
        }
        total
    }

    fn append_lacking(&mut self, other: &Path, now: At, notices: &mut Vec<Notice>) -> Result<Taken, Problem> {
        let Other { lines, damaged, .. } = read_other(other)?;
        self.create_if_missing()?;
        let mut lacking: HashSet<Vec<u8>> = lines.iter().cloned().collect();
        let events = lacking.len();
        self.read_and_mend(now, notices, |_, json| {
            lacking.remove(json);
        })?;
        let lines: Vec<String> = lines
            .into_iter()
            .filter(|line| lacking.remove(line))
            .map(|line| String::from_utf8(line).expect("an event is text"))
            .collect();
        self.write(&lines)?;
        let new = lines.len();
        self.saved.extend(lines);
        Ok(Taken { log: other.to_path_buf(), events, new, damaged })
    }
}

/// A damaged log is salvaged: every whole event of it counts.
fn read_other(other: &Path) -> Result<Other, Problem> {
    let mut lines = Vec::new();
    let mut keep = |_: &EventRef<'_>, json: &[u8]| lines.push(json.to_vec());
    let reading = File::open(other)
        .and_then(|file| read_whole(&file, &mut keep))
        .map_err(Problem::io("read", other))?;
    if let Ok(reading) = reading
        && reading.damaged_lines == 0
    {
        return Ok(Other { lines, is_sound: reading.is_sound(), damaged: 0 });
    }
    let (salvage, _) = salvage(other)?;
    let lines = salvage.lines.into_iter().map(String::into_bytes).collect();
    Ok(Other { lines, is_sound: false, damaged: salvage.scraps.len() })
}
