//! Repairing the file on request: salvage from a damaged one, and right times for wrong ones.

use super::ProgressFile;
use super::reading::{end_of_text, read_whole};
use super::tail::write_line;
use crate::day::{At, Calendar, Moment};
use crate::progress::text::{END, HEADER, NotOurs};
use crate::progress::{EventRef, Retimed, Salvage, retimed};
use crate::store::atomic;
use crate::store::problem::Problem;
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What a repair makes of a log.
#[derive(Debug, Default)]
pub struct Mended {
    /// Whether the file cannot be read as it stands.
    pub is_damaged: bool,
    /// The events in it.
    pub lines: Vec<String>,
    /// How many of its lines are no events.
    pub scraps: usize,
    /// Events that it lacks, and that are in what was once set aside.
    pub set_aside: Vec<String>,
    /// Its events of a wrong clock.
    pub retimed: Vec<Retimed>,
}

impl Mended {
    /// Whether nothing is to be done.
    pub fn is_nothing(&self) -> bool {
        !self.is_damaged && self.set_aside.is_empty() && self.retimed.is_empty()
    }
}

impl ProgressFile {
    /// Whether a log that cannot be read has nothing that a repair could bring back.
    pub fn is_beyond_repair(path: &Path) -> bool {
        matches!(salvage(path), Err(Problem::NotOurs { cause: NotOurs::NoHeader, .. }))
    }

    /// What a repair would make of the log at `path`; changes nothing. One without any event in it is
    /// nothing to repair.
    pub fn mended(path: &Path, now: Moment, calendar: &Calendar) -> Result<Mended, Problem> {
        let mut mended = Mended::default();
        match salvage(path) {
            Ok((salvage, is_sound)) => {
                mended.is_damaged = !is_sound;
                (mended.lines, mended.scraps) = (salvage.lines, salvage.scraps.len());
            }
            Err(problem) if problem.is_missing() => (),
            Err(problem) => return Err(problem),
        }
        let mut known: HashSet<String> = mended.lines.iter().cloned().collect();
        for file in set_aside(path) {
            let text = fs::read(&file).map_err(Problem::io("read", &file))?;
            let lines = Salvage::of(&text).lines.into_iter();
            mended.set_aside.extend(lines.filter(|line| known.insert(line.clone())));
        }
        let all = [&mended.lines[..], &mended.set_aside].concat();
        mended.retimed = retimed(&all, now, calendar);
        Ok(mended)
    }

    /// Makes the log at `path` what a repair made of it; the lock is held. Gives where the old file is,
    /// where it was written anew.
    pub fn write_mended(path: &Path, mended: &Mended, now: At) -> Result<Option<PathBuf>, Problem> {
        let added = || {
            let retimed = mended.retimed.iter().flat_map(|retimed| &retimed.lines);
            mended.set_aside.iter().chain(retimed)
        };
        if !mended.is_damaged {
            let mut file = ProgressFile::unread(path.to_path_buf(), PathBuf::new());
            file.create_if_missing()?;
            file.read_and_mend(now, &mut Vec::new(), |_, _| ())?;
            file.write(&added().cloned().collect::<Vec<_>>())?;
            return Ok(None);
        }
        let kept = ProgressFile::unread(path.to_path_buf(), PathBuf::new()).free_name("damaged", now);
        let read = || File::open(path).and_then(|log| text_of(&log));
        let mut text = read().map_err(Problem::io("read", path))?;
        atomic::create(&kept, move |out| io::copy(&mut text, out).map(drop))
            .map_err(Problem::io("write", &kept))?;
        let replaced = atomic::replace(path, |out| {
            writeln!(out, "{HEADER}")?;
            mended.lines.iter().chain(added()).try_for_each(|line| write_line(out, line.as_bytes()))?;
            out.write_all(END.as_bytes())
        });
        replaced.map_err(Problem::io("write", path))?;
        Ok(Some(kept))
    }
}

/// What is left to do with lines that were set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// Some of them are whole events that the log lacks.
    ComesBack,
    /// The log has every whole event of them.
    IsBack,
    /// None of them is an event.
    IsBeyond,
}

impl Aside {
    /// Looks at a file that lies beside the log.
    pub fn of(log: &Path, file: &Path) -> Aside {
        let lines = Salvage::of(&fs::read(file).unwrap_or_default()).lines;
        let known: HashSet<String> =
            salvage(log).map_or_else(|_| Vec::new(), |(found, _)| found.lines).into_iter().collect();
        match lines.iter().any(|line| !known.contains(line)) {
            true => Aside::ComesBack,
            false if lines.is_empty() => Aside::IsBeyond,
            false => Aside::IsBack,
        }
    }
}

/// The whole events of a log, and whether it is as it should be. Fails where there is nothing of a log in
/// it, or where a newer program wrote it.
pub(super) fn salvage(path: &Path) -> Result<(Salvage, bool), Problem> {
    let read = |cause| Problem::io("read", path)(cause);
    let log = File::open(path).map_err(read)?;
    let looked = read_whole(&log, &mut |_: &EventRef<'_>, _: &[u8]| ()).map_err(read)?;
    let mut text = Vec::new();
    text_of(&log).and_then(|mut file| file.read_to_end(&mut text)).map_err(read)?;
    let salvage = Salvage::of(&text);
    match looked {
        Ok(reading) => {
            let is_new = reading.scan.line() == 0;
            let is_sound = reading.scan.sound_end().is_some() && reading.damaged_lines == 0;
            Ok((salvage, is_new || is_sound))
        }
        // A newer program may mean something else even by what looks familiar.
        Err((line, cause))
            if salvage.lines.is_empty()
                || (matches!(cause, NotOurs::Newer(_)) && !salvage.is_understood()) =>
        {
            Err(Problem::NotOurs { path: path.to_path_buf(), line, cause })
        }
        Err(_) => Ok((salvage, false)),
    }
}

/// A file without the blocks at its end that were never written.
fn text_of(log: &File) -> io::Result<io::Take<File>> {
    let end = end_of_text(log)?;
    let mut log = log.try_clone()?;
    io::Seek::rewind(&mut log)?;
    Ok(log.take(end))
}

/// The files beside a log that hold what was set aside, by name.
fn set_aside(path: &Path) -> Vec<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_aside = |path: &PathBuf| {
        path.file_name()
            .is_some_and(|other| other.to_string_lossy().starts_with(&format!("{name}.rejected-")))
    };
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(is_aside).filter(|path| path.is_file()).collect();
    files.sort();
    files
}
