//! The health of the files: what a learner has on disk, looked at without changing anything.

use super::builtin::BUILTIN;
use super::cache;
use super::conflict;
use super::dirs::Dirs;
use super::leaf::LeafCache;
use super::library::shown;
use super::problem::Problem;
use super::progress_file::{Inspection, ProgressFile};
use super::repair;
use super::settings_file::SettingsFile;
use super::shelf::{How, Shelf};
use super::sync;
use crate::day::At;
use crate::settings::Trouble;
use crate::state::Rules;
use std::fs;
use std::path::{Path, PathBuf};

/// How it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// As it should be.
    Good,
    /// Worth knowing.
    Note,
    /// Something does not work.
    Wrong,
}

/// What a look at one thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at: "progress", "decks", …
    pub area: &'static str,
    /// How it is.
    pub verdict: Verdict,
    /// What was found.
    pub said: String,
    /// What to do about it; nothing where all is good.
    pub way_out: String,
}

impl Finding {
    /// All is well.
    pub fn good(area: &'static str, said: String) -> Finding {
        Finding { area, verdict: Verdict::Good, said, way_out: String::new() }
    }

    /// Worth knowing.
    pub fn note(area: &'static str, said: String, way_out: impl Into<String>) -> Finding {
        Finding { area, verdict: Verdict::Note, said, way_out: way_out.into() }
    }

    /// Something does not work.
    pub fn wrong(area: &'static str, said: String, way_out: impl Into<String>) -> Finding {
        Finding { area, verdict: Verdict::Wrong, said, way_out: way_out.into() }
    }
}

/// Looks at all files of a learner.
pub fn look(dirs: &Dirs, rules: &Rules, now: At) -> Vec<Finding> {
    let mut found = folders(dirs);
    found.extend(progress(dirs, now));
    found.extend(leftovers(dirs));
    found.extend(decks(dirs));
    found.extend(settings(dirs));
    found.push(fold_cache(dirs, rules));
    found.extend(sync::findings(&dirs.data));
    found
}

/// Less room than this, in bytes, and the next answers may not fit.
const SCARCE: u64 = 1 << 20;
/// Less than this is worth knowing.
const LITTLE: u64 = 100 << 20;

fn folders(dirs: &Dirs) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut seen: Vec<&Path> = Vec::new();
    for folder in [&dirs.data, &dirs.config, &dirs.cache] {
        if seen.contains(&folder.as_path()) {
            continue;
        }
        seen.push(folder);
        found.push(folder_finding(folder));
        #[cfg(unix)]
        found.extend(openness(folder));
    }
    found.extend(room(&dirs.data));
    found
}

fn folder_finding(folder: &Path) -> Finding {
    let name = shown(folder);
    match fs::metadata(folder) {
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
            Finding::good("folders", format!("{name}: not there yet; made when it is needed"))
        }
        Err(cause) => {
            Finding::wrong("folders", format!("{name}: {cause}"), "check who owns it and the folders above")
        }
        Ok(metadata) if !metadata.is_dir() => {
            Finding::wrong("folders", format!("{name}: not a folder"), "move it away")
        }
        Ok(_) => match tempfile::Builder::new().prefix(".backprop-").tempfile_in(folder) {
            Ok(_) => Finding::good("folders", format!("{name}: can be written to")),
            Err(cause) => Finding::wrong(
                "folders",
                format!("{name}: cannot be written to: {cause}"),
                "answers cannot be saved: check who owns it, or name another folder with --data-dir",
            ),
        },
    }
}

#[cfg(unix)]
fn openness(folder: &Path) -> Option<Finding> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(folder).ok()?.permissions().mode();
    let open = mode & 0o077 != 0;
    let said = format!("{}: others on this machine may read it (mode {:o})", shown(folder), mode & 0o777);
    open.then(|| Finding::note("folders", said, "chmod 700 makes it private"))
}

fn room(folder: &Path) -> Option<Finding> {
    // A folder not made yet will stand on the disk of the one above it.
    let there = folder.ancestors().find(|folder| folder.exists())?;
    let free = free(there)?;
    let said = format!("{} MB free", free >> 20);
    Some(match free {
        ..SCARCE => Finding::wrong("disk", said, "answers will soon not be saved: free some space"),
        SCARCE..LITTLE => Finding::note("disk", said, "free some space"),
        _ => Finding::good("disk", said),
    })
}

/// How many bytes this user may still write to the disk of a folder.
#[cfg(unix)]
fn free(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

#[cfg(windows)]
fn free(folder: &Path) -> Option<u64> {
    fs4::available_space(folder).ok()
}

fn progress(dirs: &Dirs, now: At) -> Vec<Finding> {
    let path = dirs.progress();
    let name = shown(&path);
    match ProgressFile::inspect(&path, now) {
        Err(problem) if problem.is_missing() => {
            vec![Finding::good("progress", format!("{name}: not there yet; the first answer makes it"))]
        }
        Err(problem @ Problem::NotOurs { .. }) => {
            let way_out =
                "`backprop doctor --repair` brings back every whole line, where it is a damaged one";
            vec![Finding::wrong("progress", problem.to_string(), way_out)]
        }
        Err(problem) => vec![Finding::wrong("progress", problem.to_string(), "")],
        Ok(inspection) => {
            let mut found = vec![soundness(&name, &inspection)];
            if inspection.unknown > 0 {
                found.push(Finding::note(
                    "progress",
                    format!(
                        "{} events are of a kind this version does not know; they are kept",
                        inspection.unknown
                    ),
                    "update backprop where it runs on several machines",
                ));
            }
            found.extend(future(&inspection, now));
            found
        }
    }
}

fn soundness(name: &str, inspection: &Inspection) -> Finding {
    let Inspection { events, damaged, .. } = inspection;
    if *damaged > 0 {
        let said = format!("{name}: {events} events, and {damaged} damaged lines");
        return Finding::wrong(
            "progress",
            said,
            "the next start sets the damaged lines aside and keeps all others",
        );
    }
    if !inspection.is_sound {
        let said = format!("{name}: {events} events, but its end or order is not as it should be");
        return Finding::note("progress", said, "the next start mends it; nothing is lost");
    }
    Finding::good("progress", format!("{name}: {events} events, sound to its end"))
}

fn future(inspection: &Inspection, now: At) -> Option<Finding> {
    let (at, card) = inspection.ahead.first()?;
    let card = if card.is_empty() { "a plan" } else { card };
    let more = match inspection.ahead.len() {
        1 => String::new(),
        events => format!(", and {} more", events - 1),
    };
    Some(Finding::wrong(
        "clock",
        format!("it is {now} here, but {card} has an event of {at}{more}; it has no effect until then"),
        "set the clock of this machine, if it is wrong; `backprop doctor --repair` takes the event back and notes it anew",
    ))
}

/// Files that stayed behind: lines set aside, copies not taken in, half-written files.
fn leftovers(dirs: &Dirs) -> Vec<Finding> {
    let mut found = Vec::new();
    let names = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        paths
    };
    let name_of = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for path in conflict::copies(&dirs.progress()).unwrap_or_default() {
        let said = format!("{}: a copy of the progress file, not taken in yet", shown(&path));
        let way_out = "the next start takes it in; if it stays, `backprop merge` says why";
        found.push(Finding::note("leftovers", said, way_out));
    }
    for path in names(&dirs.data) {
        let name = name_of(&path);
        if name.contains(".rejected-") {
            let said = format!("{}: damaged lines that were set aside", shown(&path));
            let way_out = "`backprop doctor --repair` brings back every event in it; then it can be deleted";
            found.push(Finding::note("leftovers", said, way_out));
        }
        if name.contains(".damaged-") {
            let said = format!("{}: the progress file as it was before it was repaired", shown(&path));
            found.push(Finding::note("leftovers", said, "it can be deleted"));
        }
        if name.contains(".merged") {
            let said = format!("{}: a copy that was taken in", shown(&path));
            found.push(Finding::note("leftovers", said, "it can be deleted"));
        }
    }
    for path in repair::leftovers(dirs) {
        let said = format!("{}: a file that was not finished", shown(&path));
        found.push(Finding::note("leftovers", said, "`backprop doctor --repair` deletes it"));
    }
    found
}

fn decks(dirs: &Dirs) -> Vec<Finding> {
    let shelf = match Shelf::of(dirs) {
        Ok(shelf) => shelf,
        Err(problem) => return vec![Finding::wrong("decks", problem.to_string(), "")],
    };
    let mut found: Vec<Finding> =
        shelf.troubles().into_iter().map(|said| Finding::wrong("decks", said, "")).collect();
    // Nothing is written here, not even a cache.
    let cache = LeafCache::none();
    for (index, entry) in shelf.entries().iter().enumerate() {
        let (files, told) = shelf.read(&cache, |other| std::ptr::eq(other, &shelf.entries()[index]));
        found.extend(told.into_iter().map(|told| Finding::wrong("decks", told, "")));
        let cards: usize = files.iter().map(|shelved| shelved.leaf.cards.len()).sum();
        if cards == 0 && !files.is_empty() {
            let path = shown(&entry.path());
            let said = format!("{path}: no questions found");
            found.push(Finding::wrong("decks", said, format!("`backprop check {path}` explains")));
        }
        if entry.how == How::Copy && entry.origin.as_ref().is_some_and(|source| !source.exists()) {
            let said = format!("{}: the notes a deck was copied from are gone", shown(&entry.source));
            found.push(Finding::note("decks", said, "the copy is complete; edits have to be made in it"));
        }
    }
    let (files, _) = shelf.read(&cache, |_| true);
    let decks = shelf.decks(files);
    let cards: usize = decks.iter().map(|deck| deck.cards.len()).sum();
    let builtin = BUILTIN.len();
    let said = format!("{} imported with {cards} cards, {builtin} built in", decks.len());
    found.insert(0, Finding::good("decks", said));
    found
}

fn settings(dirs: &Dirs) -> Vec<Finding> {
    let file = SettingsFile::in_folder(&dirs.config);
    let name = shown(file.path());
    match file.read() {
        Err(problem) => vec![Finding::wrong("settings", problem.to_string(), "")],
        Ok((_, troubles)) if troubles.is_empty() => {
            let said = if file.path().exists() {
                format!("{name}: every setting counts")
            } else {
                format!("{name}: not there; the defaults count")
            };
            vec![Finding::good("settings", said)]
        }
        Ok((_, troubles)) => {
            let at = |trouble: &Trouble| {
                let name = shown(&file.path().with_file_name(trouble.file));
                format!("{name}, line {}: {}", trouble.line, trouble.message)
            };
            let way_out = "correct it there; until then it does not count";
            troubles.iter().map(|trouble| Finding::wrong("settings", at(trouble), way_out)).collect()
        }
    }
}

fn fold_cache(dirs: &Dirs, rules: &Rules) -> Finding {
    let path = dirs.fold_cache();
    let Ok(metadata) = fs::metadata(&path) else {
        return Finding::good("cache", "none; made when the history is long".to_owned());
    };
    let size = format!("{}: {} kB", shown(&path), metadata.len().div_ceil(1024));
    let Some(cached) = cache::read(&path, rules) else {
        return Finding::good(
            "cache",
            format!("{size}, of another version or other settings; it is made again"),
        );
    };
    let fits = fs::File::open(dirs.progress()).is_ok_and(|mut log| cache::matches(&mut log, &cached));
    let said =
        if fits { "up to date or behind by a few events" } else { "of another history; it is made again" };
    Finding::good("cache", format!("{size}, {said}"))
}
