//! The progress file: the review log on disk.
//!
//! It only ever grows. To append: take the lock, read what others appended, overwrite the closing
//! bracket by the new lines and a new bracket in one write, sync, let go. It is valid JSON after every
//! completed write; what a power loss leaves of an uncompleted one is set aside when it is next read.
//!
//! The file is opened anew each time, because another program may have replaced it. What this process
//! has once saved it saves again should the file have lost it.

mod inspect;
mod mend;
mod parts;
mod reading;
mod rescue;
mod salvaging;
mod tail;
mod take_in;

use super::atomic;
use super::cache::{self, Cached, FileIdentity};
use super::conflict;
use super::lock::{self, Lock};
use super::problem::{Notice, Problem};
use super::spelling;
use crate::day::At;
use crate::messages::{DiskMessage, Message};
use crate::progress::text::END;
use crate::progress::{LogEvent, Progress, Replay};
use crate::state::Scheduler;
pub use inspect::Inspection;
use reading::{SeenLog, bytes_before, end_of_text_at, identity, read_tail};
pub use salvaging::{Aside, Mended};
use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use tail::{overwrite_end, write_empty, write_line};
pub use take_in::Taken;

/// The review log on disk, and how much of it is known.
#[derive(Debug)]
pub struct ProgressFile {
    path: PathBuf,
    cache: PathBuf,
    /// The file as it was last read or written; `None` while there is none.
    seen: Option<SeenLog>,
    /// The lines this process appended.
    saved: Vec<String>,
    /// Block hashes of the file up to somewhere before its end.
    blocks: Vec<u64>,
    /// What the cache on disk was made of.
    cached: Option<FileIdentity>,
    /// Whether the file has events that the progress in memory lacks.
    stale: bool,
}

/// A progress file with its fold.
#[derive(Debug)]
pub struct Opened {
    /// The file.
    pub file: ProgressFile,
    /// The fold of its events.
    pub progress: Progress,
    /// What the user should know.
    pub notices: Vec<Notice>,
    /// How many lines had to be folded; when they are many, [`ProgressFile::save_cache`] pays at once.
    pub replayed: usize,
}

/// What a cache says of a log that is empty now.
fn emptied(path: &Path, known: &Cached) -> Option<Notice> {
    let answers: u64 = known.snapshot.days.iter().map(|(_, tally)| u64::from(tally.answers)).sum();
    let log = path.to_path_buf();
    (answers > 0).then_some(Notice::Emptied { log, answers, latest: known.snapshot.latest })
}

/// What happened to the file since it was last seen.
enum FileNews {
    Nothing,
    /// Others appended these events, and the bracket moved here.
    Grown(Vec<LogEvent>, SeenLog),
    /// It is another file, or parts of it are.
    Changed,
}

/// The cache holds nothing that is younger than so many seconds: what is taken back, and what other
/// machines wrote, mostly is.
const SETTLED_SECONDS: i64 = 3600;

/// A cache that holds more events than this beside its fold saves nobody anything.
const MOST_LATER: usize = 10_000;

impl ProgressFile {
    /// Opens a progress file and folds it, with the help of the cache at `cache`. A file that is not
    /// there is made by the first event; one that is not ours is left as it is.
    pub fn open(path: &Path, cache: &Path, scheduler: Scheduler, now: At) -> Result<Opened, Problem> {
        // A rename must replace the file, not a link to it.
        let path = spelling::real_or_same(path);
        let mut file = ProgressFile::unread(path, cache.to_path_buf());
        let _lock = file.lock_to_read()?;
        let copies = conflict::copies(&file.path).unwrap_or_default();
        if copies.is_empty()
            && let Some((progress, replayed)) = file.start_from_cache(&scheduler, now)
        {
            return Ok(Opened { file, progress, notices: Vec::new(), replayed });
        }
        let mut notices = Vec::new();
        let is_empty = end_of_text_at(&file.path) == Some(0);
        let known = is_empty.then(|| cache::read(&file.cache, &scheduler.rules)).flatten();
        let mut empty = Progress::new(scheduler);
        empty.look_from(now).expect("nothing needs nothing older");
        let (mut progress, mut replayed) = file.load(&empty, now, &mut notices)?;
        if file.take_in(&copies, now, &mut notices) > 0 {
            (progress, replayed) = file.load(&empty, now, &mut notices)?;
        }
        notices.extend(known.and_then(|known| emptied(&file.path, &known)));
        Ok(Opened { file, progress, notices, replayed })
    }

    fn unread(path: PathBuf, cache: PathBuf) -> ProgressFile {
        let (seen, cached) = (None, None);
        ProgressFile { path, cache, seen, saved: Vec::new(), blocks: Vec::new(), cached, stale: false }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn dir(&self) -> &Path {
        self.path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }

    /// Makes file and progress equal: folds what others appended, appends what is unsaved here. After
    /// it returns without a problem, every event is on disk. After a problem, what was unsaved still
    /// is, and the next call tries again.
    ///
    /// What is unsaved is stamped here, under the lock: an event that meets one of another program, of
    /// the same card at the same instant, happens a little later.
    pub fn sync(&mut self, progress: &mut Progress, now: At) -> Result<Vec<Notice>, Problem> {
        let mut notices = Vec::new();
        if progress.unsaved().is_empty() && self.saved.is_empty() && !self.path.exists() {
            return Ok(notices);
        }
        atomic::make_dir(self.dir()).map_err(Problem::io("create", self.dir()))?;
        let _lock = match lock::hold(&self.path) {
            Ok(lock) => Some(lock),
            Err(problem) if progress.unsaved().is_empty() && problem.is_read_only() => None,
            Err(problem) => return Err(problem),
        };
        self.create_if_missing()?;
        match self.look().map_err(Problem::io("read", &self.path))? {
            FileNews::Nothing => (),
            FileNews::Grown(others, seen) => {
                self.seen = Some(seen);
                self.stale |= progress.take_in(&others).is_err();
            }
            FileNews::Changed => {
                self.stale = true;
                let lost = self.lost(now, &mut notices)?;
                if !lost.is_empty() {
                    self.write(&lost)?;
                    notices.push(Notice::Restored { log: self.path.clone(), events: lost.len() });
                }
            }
        }
        if self.stale {
            self.load_whole(progress, now, &mut notices)?;
        }
        self.save(progress)?;
        Ok(notices)
    }

    /// Loads the whole log into a progress that began with the cache. What is unsaved in it stays so.
    pub fn load_history(
        &mut self,
        progress: &mut Progress,
        now: At,
        notices: &mut Vec<Notice>,
    ) -> Result<(), Problem> {
        let _lock = self.lock_to_read()?;
        self.load_whole(progress, now, notices)
    }

    /// The same; the lock is held.
    fn load_whole(
        &mut self,
        progress: &mut Progress,
        now: At,
        notices: &mut Vec<Notice>,
    ) -> Result<(), Problem> {
        let whole = match self.load_folded(progress) {
            Some(whole) => whole,
            None => self.load(&progress.emptied(), now, notices)?.0,
        };
        progress.replace_history(whole);
        self.stale = false;
        Ok(())
    }

    /// Folds events that cannot be written now, or are not to be: the cache is not saved with them.
    pub fn assume(
        &mut self,
        progress: &mut Progress,
        events: &[LogEvent],
        now: At,
        notices: &mut Vec<Notice>,
    ) -> Result<(), Problem> {
        if !progress.is_whole() {
            self.load_history(progress, now, notices)?;
        }
        progress.assume(events).expect("a whole log needs nothing older");
        self.stale = true;
        Ok(())
    }

    /// Saves the fold so that the next start need not repeat it. Does nothing when the cache is good
    /// as it is, or when file and progress are not the same; gives whether it saved.
    pub fn save_cache(&mut self, progress: &Progress) -> Result<bool, Problem> {
        let Some(seen) = self.seen.clone() else { return Ok(false) };
        let is_same = progress.unsaved().is_empty() && !self.stale;
        if !is_same || self.cached == Some(seen.identity) {
            return Ok(false);
        }
        let until = progress.seen_from().map_or(At(i64::MAX), |now| now.plus_seconds(-SETTLED_SECONDS));
        let snapshot = progress.snapshot_until(until);
        let mut log = File::open(&self.path).map_err(Problem::io("read", &self.path))?;
        if snapshot.later.len() > MOST_LATER || identity(&log).ok() != Some(seen.identity) {
            return Ok(false);
        }
        let blocks =
            cache::hash_blocks(&mut log, &self.blocks, seen.end).map_err(Problem::io("read", &self.path))?;
        // What was hashed must be what was folded.
        if identity(&log).ok() != Some(seen.identity) {
            return Ok(false);
        }
        let cached = Cached { identity: seen.identity, end: seen.end, blocks, snapshot };
        cache::write(&self.cache, &progress.scheduler().rules, &cached)?;
        (self.blocks, self.cached) = (cached.blocks, Some(seen.identity));
        Ok(true)
    }

    /// A folder that cannot be written to can be read without a lock: nobody appends there.
    fn lock_to_read(&self) -> Result<Option<Lock>, Problem> {
        match lock::hold(&self.path) {
            Ok(lock) => Ok(Some(lock)),
            Err(problem) if problem.is_read_only() || problem.is_missing() => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    fn start_from_cache(&mut self, scheduler: &Scheduler, now: At) -> Option<(Progress, usize)> {
        let mut log = File::open(&self.path).ok()?;
        let cached = cache::read(&self.cache, &scheduler.rules)?;
        // By a clock that was set back, some of what was folded has not happened yet.
        let is_past = cached.snapshot.horizon.is_none_or(|horizon| horizon < now);
        if !is_past || !cache::matches(&mut log, &cached) {
            return None;
        }
        let before = identity(&log).ok()?;
        let mut replay = Replay::resume(scheduler.clone(), cached.snapshot).seen_from(now);
        let mut replayed = 0;
        let end = read_tail(&log, cached.end, |event| {
            replay.push(event);
            replayed += 1;
        });
        self.seen = Some(SeenLog::new(before, &mut log, end.ok()??).ok()?);
        (self.blocks, self.cached) = (cached.blocks, Some(cached.identity));
        Some((replay.finish().ok()?, replayed))
    }

    /// Folds the whole file into a progress without events.
    fn load(
        &mut self,
        empty: &Progress,
        now: At,
        notices: &mut Vec<Notice>,
    ) -> Result<(Progress, usize), Problem> {
        let mut replay = Replay::of(empty.clone());
        if let Ok(Some(parts)) = parts::read(&self.path, &mut replay)
            && let Ok(mut log) = File::open(&self.path)
            && let Ok(seen) = SeenLog::new(parts.identity, &mut log, parts.end)
        {
            self.forget();
            self.seen = Some(seen);
            return Ok((replay.finish().expect("a whole log needs nothing older"), parts.lines));
        }
        let mut replay = Replay::of(empty.clone());
        let replayed = self.read_and_mend(now, notices, |event, _| replay.push(event))?;
        Ok((replay.finish().expect("a whole log needs nothing older"), replayed))
    }

    /// The whole log of which a progress is the fold already; `None` where that is not certain.
    fn load_folded(&self, progress: &Progress) -> Option<Progress> {
        let seen = self.seen.as_ref()?;
        if self.stale || !progress.unsaved().is_empty() {
            return None;
        }
        let mut replay = Replay::behind(progress);
        let parts = parts::read(&self.path, &mut replay).ok()??;
        (parts.identity == seen.identity).then(|| replay.finish().ok())?
    }

    fn create_if_missing(&mut self) -> Result<(), Problem> {
        // An empty file is as good as none.
        match fs::metadata(&self.path) {
            Ok(metadata) if metadata.len() > 0 || !metadata.is_file() => return Ok(()),
            Ok(_) => atomic::replace(&self.path, write_empty),
            Err(_) => atomic::create(&self.path, write_empty),
        }
        .map_err(Problem::io("create", &self.path))
    }

    /// The lines this process saved that the file, read anew, does not have.
    fn lost(&mut self, now: At, notices: &mut Vec<Notice>) -> Result<Vec<String>, Problem> {
        let mut lost: HashSet<String> = self.saved.iter().cloned().collect();
        self.read_and_mend(now, notices, |_, json| {
            if let Ok(json) = std::str::from_utf8(json) {
                lost.remove(json);
            }
        })?;
        if self.seen.is_none() {
            // Mending may have set the whole file aside.
            self.create_if_missing()?;
            self.read_and_mend(now, notices, |_, _| ())?;
        }
        Ok(self.saved.iter().filter(|line| lost.remove(*line)).cloned().collect())
    }

    fn look(&self) -> io::Result<FileNews> {
        let Some(seen) = &self.seen else { return Ok(FileNews::Changed) };
        let mut log = File::open(&self.path)?;
        let now = identity(&log)?;
        if now == seen.identity {
            return Ok(FileNews::Nothing);
        }
        let has_grown = now.is_same_file(&seen.identity) && now.len > seen.identity.len;
        if !has_grown || bytes_before(&mut log, seen.end)? != seen.last {
            return Ok(FileNews::Changed);
        }
        let mut others = Vec::new();
        match read_tail(&log, seen.end, |event| others.push(event.to_event()))? {
            Some(end) => Ok(FileNews::Grown(others, SeenLog::new(now, &mut log, end)?)),
            None => Ok(FileNews::Changed),
        }
    }

    /// Writes what is unsaved at the end of the file and remembers that it is there.
    fn save(&mut self, progress: &mut Progress) -> Result<(), Problem> {
        let lines: Vec<String> = progress.unsaved().iter().map(LogEvent::to_json).collect();
        if let Err(problem) = self.write(&lines) {
            progress.mark_tried();
            return Err(problem);
        }
        progress.mark_saved(lines.len());
        self.saved.extend(lines);
        Ok(())
    }

    /// Writes lines at the end of the file, which is as it was last seen; the lock is held.
    fn write(&mut self, lines: &[String]) -> Result<(), Problem> {
        if lines.is_empty() {
            return Ok(());
        }
        let write = Problem::io("write", &self.path);
        let Some(seen) = &mut self.seen else {
            return Err(write(io::Error::other(Message::from(DiskMessage::NotMendable))));
        };
        let mut text = Vec::new();
        if seen.last.last() != Some(&b'\n') {
            text.push(b'\n');
        }
        for line in lines {
            write_line(&mut text, line.as_bytes()).expect("writing to memory never fails");
        }
        let end = seen.end + text.len() as u64;
        text.extend_from_slice(END.as_bytes());
        let mut log = match OpenOptions::new().read(true).write(true).open(&self.path) {
            Ok(log) => log,
            Err(error) => return Err(write(error)),
        };
        if let Err(error) = overwrite_end(&mut log, seen.end, &text) {
            // When the bracket is back in its place, nothing has changed but the time.
            let is_back = |now: &FileIdentity| now.len == seen.end + END.len() as u64;
            seen.identity = identity(&log).ok().filter(is_back).unwrap_or(seen.identity);
            return Err(write(error));
        }
        let now = identity(&log);
        *seen = now.and_then(|now| SeenLog::new(now, &mut log, end)).map_err(write)?;
        Ok(())
    }
}
