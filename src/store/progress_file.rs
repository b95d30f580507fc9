//! The progress file: the review log on disk.
//!
//! It only ever grows. To append: take the lock, read what others appended, overwrite the closing
//! bracket by the new lines and a new bracket in one write, sync, let go. It is valid JSON after every
//! completed write; what a power loss leaves of an uncompleted one is set aside when it is next read.
//!
//! The file is opened anew each time, because another program may have replaced it. What this process
//! has once saved it saves again should the file have lost it.

use super::atomic;
use super::cache::{self, Cached, Identity};
use super::conflict;
use super::lock::{self, Lock};
use super::problem::{Notice, Problem};
use crate::day::At;
use crate::progress::text::{END, HEADER, NotOurs, Piece, Scan, is_remains};
use crate::progress::{Event, EventRef, Progress, Replay};
use crate::state::Scheduler;
use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The review log on disk, and how much of it is known.
#[derive(Debug)]
pub struct ProgressFile {
    path: PathBuf,
    cache: PathBuf,
    /// The file as it was last read or written; `None` while there is none.
    seen: Option<Seen>,
    /// The lines this process appended.
    saved: Vec<String>,
    /// Block hashes of the file up to somewhere before its end.
    blocks: Vec<u64>,
    /// What the cache on disk was made of.
    cached: Option<Identity>,
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

/// How the file looked.
#[derive(Debug, Clone)]
struct Seen {
    identity: Identity,
    /// Where its closing bracket stands.
    end: u64,
    /// The bytes before it.
    last: Vec<u8>,
}

/// What happened to the file since it was last seen.
enum News {
    Nothing,
    /// Others appended these events, and the bracket moved here.
    Grown(Vec<Event>, Seen),
    /// It is another file, or parts of it are.
    Changed,
}

/// What an append found.
struct Appended {
    others: Vec<Event>,
    reload: bool,
}

/// A whole file read line by line.
struct Reading {
    scan: Scan,
    lines: usize,
    damaged: Vec<u8>,
    damaged_lines: usize,
}

const LAST_BYTES: u64 = 256;

impl ProgressFile {
    /// Opens a progress file and folds it, with the help of the cache at `cache`. A file that is not
    /// there is made by the first event; one that is not ours is left as it is.
    pub fn open(path: &Path, cache: &Path, scheduler: Scheduler, now: At) -> Result<Opened, Problem> {
        // A rename must replace the file, not a link to it.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let mut file = ProgressFile {
            path,
            cache: cache.to_path_buf(),
            seen: None,
            saved: Vec::new(),
            blocks: Vec::new(),
            cached: None,
            stale: false,
        };
        let _lock = file.lock_to_read()?;
        let copies = conflict::copies(&file.path).unwrap_or_default();
        if copies.is_empty()
            && let Some((progress, replayed)) = file.start_from_cache(&scheduler)
        {
            return Ok(Opened { file, progress, notices: Vec::new(), replayed });
        }
        let mut notices = Vec::new();
        let (mut progress, mut replayed) = file.load(scheduler, now, &mut notices)?;
        if file.take_in(&copies, now, &mut notices)? > 0 {
            (progress, replayed) = file.load(progress.scheduler().clone(), now, &mut notices)?;
        }
        Ok(Opened { file, progress, notices, replayed })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes file and progress equal: appends what is unsaved here, folds what others appended. After
    /// it returns without a problem, every event is on disk. After a problem, what was unsaved still
    /// is, and the next call tries again.
    pub fn sync(&mut self, progress: &mut Progress, now: At) -> Result<Vec<Notice>, Problem> {
        let mut notices = Vec::new();
        if progress.unsaved().is_empty() && self.saved.is_empty() && !self.path.exists() {
            return Ok(notices);
        }
        let appended = self.append(progress.unsaved(), now, &mut notices)?;
        progress.mark_saved(progress.unsaved().len());
        let folded = appended.others.iter().try_for_each(|event| progress.absorb(event));
        self.stale |= appended.reload || folded.is_err();
        if self.stale {
            self.load_history(progress, now, &mut notices)?;
        }
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
        let (whole, _) = self.load(progress.scheduler().clone(), now, notices)?;
        progress.replace_history(whole);
        self.stale = false;
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
        let mut log = File::open(&self.path).map_err(Problem::io("read", &self.path))?;
        if identity(&log).ok() != Some(seen.identity) {
            return Ok(false);
        }
        let blocks =
            cache::hash_blocks(&mut log, &self.blocks, seen.end).map_err(Problem::io("read", &self.path))?;
        // What was hashed must be what was folded.
        if identity(&log).ok() != Some(seen.identity) {
            return Ok(false);
        }
        let cached = Cached { identity: seen.identity, end: seen.end, blocks, snapshot: progress.snapshot() };
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

    fn start_from_cache(&mut self, scheduler: &Scheduler) -> Option<(Progress, usize)> {
        let mut log = File::open(&self.path).ok()?;
        let cached = cache::read(&self.cache, &scheduler.rules)?;
        if !cache::matches(&mut log, &cached) {
            return None;
        }
        let mut replay = Replay::of(Progress::resume(scheduler.clone(), cached.snapshot));
        let mut scan = Scan::resume(cached.end);
        let (mut replayed, mut is_whole) = (0, true);
        log.seek(SeekFrom::Start(cached.end)).ok()?;
        each_line(&log, |line| {
            match scan.take(line) {
                Ok(Piece::Event(event, _)) => {
                    replay.push(&event);
                    replayed += 1;
                }
                Ok(Piece::Header | Piece::Frame) => (),
                Ok(Piece::Damaged) | Err(_) => is_whole = false,
            }
            is_whole
        })
        .ok()?;
        let end = scan.sound_end().filter(|_| is_whole)?;
        self.seen = Some(Seen::at(&mut log, end).ok()?);
        (self.blocks, self.cached) = (cached.blocks, Some(cached.identity));
        Some((replay.finish().ok()?, replayed))
    }

    /// Folds the whole file.
    fn load(
        &mut self,
        scheduler: Scheduler,
        now: At,
        notices: &mut Vec<Notice>,
    ) -> Result<(Progress, usize), Problem> {
        let mut replay = Replay::of(Progress::new(scheduler));
        let replayed = self.read_and_mend(now, notices, |event, _| replay.push(event))?;
        Ok((replay.finish().expect("a whole log needs nothing older"), replayed))
    }

    /// Reads the whole file; when it is damaged, mends it and reads it again. `each` may therefore see
    /// a line twice.
    fn read_and_mend(
        &mut self,
        now: At,
        notices: &mut Vec<Notice>,
        mut each: impl FnMut(&EventRef<'_>, &[u8]),
    ) -> Result<usize, Problem> {
        (self.seen, self.cached) = (None, None);
        self.blocks.clear();
        let Some(reading) = self.read(&mut each, now, notices)? else { return Ok(0) };
        if let Some(end) = reading.scan.sound_end() {
            return self.see(end).map(|()| reading.lines);
        }
        if let Err(problem) = self.mend(&reading, now, notices) {
            notices.push(Notice::NotMended { log: self.path.clone(), cause: problem.to_string() });
            return Ok(reading.lines);
        }
        if let Some(end) = self.read(&mut each, now, notices)?.and_then(|reading| reading.scan.sound_end()) {
            self.see(end)?;
        }
        Ok(reading.lines)
    }

    fn see(&mut self, end: u64) -> Result<(), Problem> {
        let seen = File::open(&self.path).and_then(|mut log| Seen::at(&mut log, end));
        self.seen = Some(seen.map_err(Problem::io("read", &self.path))?);
        Ok(())
    }

    /// Reads the whole file; `None` when there is none, or nothing in it.
    fn read(
        &self,
        each: &mut impl FnMut(&EventRef<'_>, &[u8]),
        now: At,
        notices: &mut Vec<Notice>,
    ) -> Result<Option<Reading>, Problem> {
        let read = Problem::io("read", &self.path);
        match File::open(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(read(error)),
            Ok(log) => match read_whole(&log, each).map_err(read)? {
                Ok(reading) if reading.scan.line() == 0 => return Ok(None),
                Ok(reading) if reading.scan.has_begun() => return Ok(Some(reading)),
                Err((line, cause @ NotOurs::Newer(_))) => return Err(self.not_ours(line, cause)),
                Ok(_) => (),
                Err((line, cause)) if !is_all_remains(&log).unwrap_or(false) => {
                    return Err(self.not_ours(line, cause));
                }
                Err(_) => (),
            },
        }
        // A power loss left nothing but the beginning of a header, or blocks never written.
        let kept_in = self.free_name(now);
        if let Err(cause) = fs::rename(&self.path, &kept_in) {
            notices.push(Notice::NotMended { log: self.path.clone(), cause: cause.to_string() });
            return Ok(None);
        }
        notices.push(Notice::SetAside { log: self.path.clone(), lines: 1, kept_in });
        Ok(None)
    }

    fn not_ours(&self, line: u64, cause: NotOurs) -> Problem {
        Problem::NotOurs { path: self.path.clone(), line, cause }
    }

    /// Makes the file valid again: sets damaged lines aside and keeps all others as they stand.
    fn mend(&self, reading: &Reading, now: At, notices: &mut Vec<Notice>) -> Result<(), Problem> {
        if reading.damaged_lines > 0 {
            let kept_in = self.free_name(now);
            atomic::create(&kept_in, |file| file.write_all(&reading.damaged))
                .map_err(Problem::io("write", &kept_in))?;
            let (log, lines) = (self.path.clone(), reading.damaged_lines);
            notices.push(Notice::SetAside { log, lines, kept_in });
        }
        let log = File::open(&self.path).map_err(Problem::io("read", &self.path))?;
        let mended = atomic::replace(&self.path, |file| {
            writeln!(file, "{HEADER}")?;
            let mut result = Ok(());
            let _ = read_whole(&log, &mut |_: &EventRef<'_>, json: &[u8]| {
                if result.is_ok() {
                    result = write_line(file, json);
                }
            })?;
            result?;
            file.write_all(END.as_bytes())
        });
        mended.map_err(Problem::io("write", &self.path))
    }

    /// The name under which damaged lines are set aside.
    fn free_name(&self, now: At) -> PathBuf {
        let time: String = now.to_string().chars().filter(char::is_ascii_alphanumeric).collect();
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let first = format!("{name}.rejected-{time}");
        let others = (2..).map(|number| format!("{first}-{number}"));
        std::iter::once(first.clone())
            .chain(others)
            .map(|name| self.path.with_file_name(name))
            .find(|path| !path.exists())
            .expect("some number is free")
    }

    /// Appends the events of others' copies that the file lacks, and renames the copies. Gives how many.
    fn take_in(&mut self, copies: &[PathBuf], now: At, notices: &mut Vec<Notice>) -> Result<usize, Problem> {
        let mut total = 0;
        for copy in copies {
            match self.take_in_one(copy, now, notices) {
                Ok(events) => total += events,
                Err(problem) => {
                    notices.push(Notice::LeftAlone { copy: copy.clone(), cause: problem.to_string() });
                }
            }
        }
        Ok(total)
    }

    fn take_in_one(&mut self, copy: &Path, now: At, notices: &mut Vec<Notice>) -> Result<usize, Problem> {
        let mut lines = Vec::new();
        let reading = File::open(copy)
            .and_then(|file| {
                read_whole(&file, &mut |_: &EventRef<'_>, json: &[u8]| lines.push(json.to_vec()))
            })
            .map_err(Problem::io("read", copy))?;
        let path = copy.to_path_buf();
        reading.map_err(|(line, cause)| Problem::NotOurs { path, line, cause })?;
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
        let events = lines.len();
        self.write(&lines)?;
        self.saved.extend(lines);
        let renamed = conflict::merged_name(copy);
        fs::rename(copy, &renamed).map_err(Problem::io("rename", copy))?;
        notices.push(Notice::TookIn { copy: copy.to_path_buf(), events, renamed });
        Ok(events)
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

    fn append(&mut self, events: &[Event], now: At, notices: &mut Vec<Notice>) -> Result<Appended, Problem> {
        let dir = self.path.parent().unwrap_or(Path::new("."));
        atomic::make_dir(dir).map_err(Problem::io("create", dir))?;
        let _lock = match lock::hold(&self.path) {
            Ok(lock) => Some(lock),
            Err(problem) if events.is_empty() && problem.is_read_only() => None,
            Err(problem) => return Err(problem),
        };
        self.create_if_missing()?;
        match self.look().map_err(Problem::io("read", &self.path))? {
            News::Nothing => {
                self.save(events.iter())?;
                Ok(Appended { others: Vec::new(), reload: false })
            }
            News::Grown(others, seen) => {
                let before = self.seen.replace(seen);
                // After a failed write they may be there although it said no.
                if let Err(problem) = self.save(events.iter().filter(|event| !others.contains(event))) {
                    // The events of others were not handed on yet.
                    self.seen = before;
                    return Err(problem);
                }
                Ok(Appended { others, reload: false })
            }
            News::Changed => {
                self.stale = true;
                let lost = self.lost(now, notices)?;
                if !lost.is_empty() {
                    self.write(&lost)?;
                    notices.push(Notice::Restored { log: self.path.clone(), events: lost.len() });
                }
                self.save(events.iter())?;
                Ok(Appended { others: Vec::new(), reload: true })
            }
        }
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

    fn look(&self) -> io::Result<News> {
        let Some(seen) = &self.seen else { return Ok(News::Changed) };
        let mut log = File::open(&self.path)?;
        let now = identity(&log)?;
        if now == seen.identity {
            return Ok(News::Nothing);
        }
        let has_grown = now.is_same_file(&seen.identity) && now.len > seen.identity.len;
        if !has_grown || bytes_before(&mut log, seen.end)? != seen.last {
            return Ok(News::Changed);
        }
        let mut scan = Scan::resume(seen.end);
        let mut others = Vec::new();
        let mut is_whole = true;
        log.seek(SeekFrom::Start(seen.end))?;
        each_line(&log, |line| {
            match scan.take(line) {
                Ok(Piece::Event(event, _)) => others.push(event.to_event()),
                Ok(Piece::Header | Piece::Frame) => (),
                Ok(Piece::Damaged) | Err(_) => is_whole = false,
            }
            is_whole
        })?;
        match scan.sound_end() {
            Some(end) if is_whole => Ok(News::Grown(others, Seen::at(&mut log, end)?)),
            _ => Ok(News::Changed),
        }
    }

    /// Writes events at the end of the file and remembers that they are there.
    fn save<'a>(&mut self, events: impl Iterator<Item = &'a Event>) -> Result<(), Problem> {
        let lines: Vec<String> = events.map(Event::to_json).collect();
        self.write(&lines)?;
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
            return Err(write(io::Error::other("it is damaged and could not be mended")));
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
            if let Ok(identity) = identity(&log) {
                seen.identity = identity;
            }
            return Err(write(error));
        }
        *seen = Seen::at(&mut log, end).map_err(write)?;
        Ok(())
    }
}

impl Seen {
    fn at(log: &mut File, end: u64) -> io::Result<Seen> {
        Ok(Seen { identity: identity(log)?, end, last: bytes_before(log, end)? })
    }
}

/// What the end of a log is written to: a file, or in tests one that fails.
trait Log: Write + Seek {
    fn sync(&mut self) -> io::Result<()>;
    fn cut(&mut self, len: u64) -> io::Result<()>;
}

impl Log for File {
    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        self.set_len(len)
    }
}

/// Overwrites the closing bracket at `end` in one write, down to the disk. When that fails, puts the
/// bracket back; should that fail too, the next reader mends the file.
fn overwrite_end(log: &mut impl Log, end: u64, text: &[u8]) -> io::Result<()> {
    let write = |log: &mut dyn Log, text: &[u8]| {
        log.seek(SeekFrom::Start(end))?;
        log.write_all(text)?;
        log.sync()
    };
    let written = write(log, text);
    if written.is_err() {
        let _ = write(log, END.as_bytes()).and_then(|()| log.cut(end + END.len() as u64));
    }
    written
}

fn write_line(file: &mut (impl Write + ?Sized), json: &[u8]) -> io::Result<()> {
    file.write_all(b",")?;
    file.write_all(json)?;
    file.write_all(b"\n")
}

fn write_empty(file: &mut dyn Write) -> io::Result<()> {
    write!(file, "{HEADER}\n{END}")
}

fn identity(file: &File) -> io::Result<Identity> {
    file.metadata().map(|metadata| Identity::of(&metadata))
}

fn bytes_before(file: &mut File, end: u64) -> io::Result<Vec<u8>> {
    let start = end.saturating_sub(LAST_BYTES);
    file.seek(SeekFrom::Start(start))?;
    let mut bytes = Vec::new();
    file.take(end - start).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads a log from its start: each event with its JSON object. Inner errors bear the line.
fn read_whole(
    mut log: &File,
    each: &mut impl FnMut(&EventRef<'_>, &[u8]),
) -> io::Result<Result<Reading, (u64, NotOurs)>> {
    let mut reading = Reading { scan: Scan::default(), lines: 0, damaged: Vec::new(), damaged_lines: 0 };
    let mut problem = None;
    log.seek(SeekFrom::Start(0))?;
    each_line(log, |line| {
        match reading.scan.take(line) {
            Ok(Piece::Event(event, json)) => {
                reading.lines += 1;
                each(&event, json);
            }
            Ok(Piece::Header | Piece::Frame) => (),
            Ok(Piece::Damaged) => {
                reading.damaged.extend_from_slice(line);
                reading.damaged_lines += 1;
            }
            Err(cause) => problem = Some((reading.scan.line(), cause)),
        }
        problem.is_none()
    })?;
    Ok(problem.map_or(Ok(reading), Err))
}

/// Goes through the lines of a file from where it stands, until told to stop.
fn each_line(file: &File, mut each: impl FnMut(&[u8]) -> bool) -> io::Result<()> {
    // A file that is not ours may be one endless line.
    const LONGEST_FIRST: u64 = 1 << 20;
    let mut reader = BufReader::with_capacity(1 << 20, file);
    let mut line = Vec::new();
    reader.by_ref().take(LONGEST_FIRST).read_until(b'\n', &mut line)?;
    while !line.is_empty() && each(&line) {
        line.clear();
        reader.read_until(b'\n', &mut line)?;
    }
    Ok(())
}

/// Whether a file holds nothing but what a power loss leaves, see [`is_remains`].
fn is_all_remains(mut file: &File) -> io::Result<bool> {
    file.seek(SeekFrom::Start(0))?;
    if file.metadata()?.len() <= HEADER.len() as u64 {
        let mut text = Vec::new();
        file.read_to_end(&mut text)?;
        return Ok(is_remains(&text));
    }
    let mut reader = BufReader::with_capacity(1 << 16, file);
    loop {
        let block = reader.fill_buf()?;
        if block.is_empty() || block.iter().any(|byte| *byte != 0) {
            return Ok(block.is_empty());
        }
        let len = block.len();
        reader.consume(len);
    }
}
