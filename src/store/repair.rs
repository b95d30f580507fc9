//! Repair: what `doctor --repair` does, told before it is done.
//!
//! Whole lines are brought back from a damaged log and from what was set aside; the old file stays beside
//! the new one. Well-formed lines are only added to: an event of a wrong clock is taken back and noted
//! anew, since a line that was changed would come back from the next machine as it was.

use super::atomic;
use super::backup;
use super::dirs::Dirs;
use super::lock::{self, Lock};
use super::problem::Problem;
use super::progress_file::{Mended, ProgressFile};
use super::spelling::shown;
use super::sync;
use crate::day::{Calendar, Moment};
use crate::messages::{HealthMessage, Message};
use crate::progress::Retimed;
use std::fs;
use std::path::{Path, PathBuf};

/// What is to be repaired.
#[derive(Debug, Default)]
pub struct Repairs {
    /// The progress file, where something is to be done to it.
    pub log: Option<Mended>,
    /// Files that were never finished.
    pub leftovers: Vec<PathBuf>,
    /// Locks that a killed git left behind.
    pub locks: Vec<PathBuf>,
}

impl Repairs {
    /// Looks for what can be repaired; changes nothing.
    pub fn find(dirs: &Dirs, now: Moment, calendar: &Calendar) -> Result<Repairs, Problem> {
        let log = ProgressFile::mended(&dirs.progress(), now, calendar)?;
        Ok(Repairs {
            log: Some(log).filter(|log| !log.is_nothing()),
            leftovers: leftovers(dirs),
            locks: sync::stale_locks(&dirs.data),
        })
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.log.is_none() && self.leftovers.is_empty() && self.locks.is_empty()
    }

    /// What will be done, a line each.
    pub fn told(&self, dirs: &Dirs) -> Vec<HealthMessage> {
        let path = shown(&dirs.progress());
        let mut told = Vec::new();
        if let Some(log) = &self.log {
            if log.is_damaged {
                told.push(HealthMessage::Rewritten { path: path.clone(), events: log.lines.len() });
            }
            if log.scraps > 0 {
                told.push(HealthMessage::Unreadable { path: path.clone(), lines: log.scraps });
            }
            if !log.set_aside.is_empty() {
                let events = log.set_aside.len();
                told.push(HealthMessage::ComeBack { path: path.clone(), events });
            }
            told.extend(log.retimed.iter().map(told_of_time));
        }
        let half = |path: &PathBuf| HealthMessage::DeletesUnfinished { path: shown(path) };
        told.extend(self.leftovers.iter().map(half));
        let left = |path: &PathBuf| HealthMessage::DeletesLock { path: shown(path) };
        told.extend(self.locks.iter().map(left));
        told
    }

    /// Does it, after another look with everything locked; gives what was done.
    pub fn perform(dirs: &Dirs, now: Moment, calendar: &Calendar) -> Result<Vec<HealthMessage>, Problem> {
        let held = hold(dirs)?;
        let repairs = Repairs::find(dirs, now, calendar)?;
        let mut told = Vec::new();
        if let Some(log) = &repairs.log {
            let path = dirs.progress();
            let kept = ProgressFile::write_mended(&path, log, now.at)?;
            let events = log.lines.len() + log.set_aside.len();
            let (path, retimed) = (shown(&path), log.retimed.len());
            told.push(HealthMessage::Mended { path, events, retimed });
            told.extend(kept.map(|kept| HealthMessage::AsItWas { path: shown(&kept) }));
        }
        for path in &repairs.leftovers {
            let deleted = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
            deleted.map_err(Problem::io("delete", path))?;
            told.push(HealthMessage::Deleted { path: shown(path) });
        }
        drop(held);
        let cleared = sync::clear_locks(&dirs.data)?;
        told.extend(cleared.iter().map(|path| HealthMessage::Deleted { path: shown(path) }));
        Ok(told)
    }
}

fn told_of_time(retimed: &Retimed) -> HealthMessage {
    let Retimed { event, to, .. } = retimed;
    let card = match event.card.as_str() {
        "" => HealthMessage::ThePlan.into(),
        card => Message::Foreign(card.to_owned()).into(),
    };
    let Some(to) = to else { return HealthMessage::ForecastGoes { from: event.at } };
    let (from, to, day, new_day) = (event.at, to.at, event.day, to.day);
    match from.0.abs_diff(to.0) < 1000 {
        true => HealthMessage::RetimedDay { card, from, to, day, new_day },
        false => HealthMessage::Retimed { card, from, to },
    }
}

/// The folder of the data may be another program's at this moment.
fn hold(dirs: &Dirs) -> Result<Option<Lock>, Problem> {
    if !dirs.data.is_dir() {
        return Ok(None);
    }
    atomic::make_dir(&dirs.data).map_err(Problem::io("create", &dirs.data))?;
    lock::hold(&dirs.progress()).map(Some)
}

/// Files that a program began and did not finish.
pub(super) fn leftovers(dirs: &Dirs) -> Vec<PathBuf> {
    let mut folders = vec![dirs.data.clone(), dirs.data.join("decks"), dirs.data.join("seen")];
    folders.extend([dirs.config.clone(), dirs.cache.clone()]);
    folders.dedup();
    let mut found: Vec<PathBuf> = folders.iter().flat_map(|folder| half_made(folder)).collect();
    found.sort();
    found.dedup();
    found
}

fn half_made(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_half = |entry: &fs::DirEntry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        entry.file_type().is_ok_and(|kind| match kind.is_dir() {
            true => name.starts_with(backup::STAGING),
            false => name.starts_with(".backprop-") && kind.is_file(),
        })
    };
    entries.filter(is_half).map(|entry| entry.path()).collect()
}
