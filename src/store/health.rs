//! The health of the files: what a learner has on disk, looked at without changing anything.

mod finding;

pub use finding::{Finding, Health};

use super::builtin::BUILTIN;
use super::cache;
use super::conflict;
use super::dirs::Dirs;
use super::kept;
use super::leaf::{self, LeafCache};
use super::problem::Problem;
use super::progress_file::{Aside, Inspection, ProgressFile};
use super::repair;
use super::seen::Seen;
use super::settings_file::SettingsFile;
use super::shelf::{How, OWN_DECK, Shelf};
use super::spelling::shown;
use super::sync;
use crate::card::CardId;
use crate::day::At;
use crate::messages::{HealthMessage as H, Message, Quoted, WorkMessage};
use crate::settings::ConfigError;
use crate::state::Rules;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What the system said.
fn of(cause: &std::io::Error) -> Quoted {
    Message::of_system(cause).into()
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
            Finding::good(H::Folders, H::FolderToCome { name })
        }
        Err(cause) => Finding::wrong(H::Folders, H::FolderWrong { name, cause: of(&cause) }, H::CheckOwner),
        Ok(metadata) if !metadata.is_dir() => Finding::wrong(H::Folders, H::NotAFolder { name }, H::MoveAway),
        Ok(_) => match tempfile::Builder::new().prefix(".backprop-").tempfile_in(folder) {
            Ok(_) => Finding::good(H::Folders, H::Writable { name }),
            Err(cause) => {
                Finding::wrong(H::Folders, H::NotWritable { name, cause: of(&cause) }, H::AnswersUnsaved)
            }
        },
    }
}

#[cfg(unix)]
fn openness(folder: &Path) -> Option<Finding> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(folder).ok()?.permissions().mode();
    let open = mode & 0o077 != 0;
    let said = H::OpenToOthers { name: shown(folder), mode: format!("{:o}", mode & 0o777) };
    open.then(|| Finding::note(H::Folders, said, H::MakePrivate))
}

fn room(folder: &Path) -> Option<Finding> {
    // A folder not made yet will stand on the disk of the one above it.
    let there = folder.ancestors().find(|folder| folder.exists())?;
    let free = free(there)?;
    let said = H::Free { megabytes: free >> 20 };
    Some(match free {
        ..SCARCE => Finding::wrong(H::Disk, said, H::SoonUnsaved),
        SCARCE..LITTLE => Finding::note(H::Disk, said, H::FreeSpace),
        _ => Finding::good(H::Disk, said),
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
            vec![Finding::good(H::Progress, H::ProgressToCome { name })]
        }
        Err(problem @ Problem::NotOurs { .. }) => {
            let is_beyond = ProgressFile::is_beyond_repair(&path);
            vec![Finding::wrong(
                H::Progress,
                &problem,
                if is_beyond { H::NothingLeftInIt } else { H::RepairBrings },
            )]
        }
        Err(problem) => vec![Finding::plainly_wrong(H::Progress, &problem)],
        Ok(inspection) => {
            let mut found = vec![soundness(&name, &inspection)];
            if inspection.unknown > 0 {
                let said = H::UnknownEvents { count: inspection.unknown };
                found.push(Finding::note(H::Progress, said, H::UpdateElsewhere));
            }
            found.extend(future(&inspection, now));
            found
        }
    }
}

fn soundness(name: &str, inspection: &Inspection) -> Finding {
    let Inspection { events, damaged, .. } = inspection;
    let (name, events) = (name.to_owned(), *events);
    if *damaged > 0 {
        let said = H::DamagedLines { name, events, lines: *damaged };
        return Finding::wrong(H::Progress, said, H::NextStartSetsAside);
    }
    if !inspection.is_sound {
        return Finding::note(H::Progress, H::NotInOrder { name, events }, H::NextStartMends);
    }
    Finding::good(H::Progress, H::Sound { name, events })
}

fn future(inspection: &Inspection, now: At) -> Option<Finding> {
    let (at, card) = inspection.ahead.first()?;
    let card: Quoted = match card.is_empty() {
        true => WorkMessage::APlan.into(),
        false => Message::Foreign(card.to_string()).into(),
    };
    let said = match inspection.ahead.len() {
        1 => H::EventAhead { now, card, at: *at },
        events => H::EventsAhead { now, card, at: *at, more: events - 1 },
    };
    Some(Finding::wrong(H::Clock, said, H::SetClock))
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
        let said = H::CopyLeft { path: shown(&path) };
        found.push(Finding::note(H::Leftovers, said, H::NextStartTakesIn));
    }
    for path in names(&dirs.data) {
        let name = name_of(&path);
        if name.contains(".rejected-") {
            let said = H::SetAside { path: shown(&path) };
            let way_out = match Aside::of(&dirs.progress(), &path) {
                Aside::ComesBack => H::RepairThenDelete,
                Aside::IsBack => H::IsBackDelete,
                Aside::IsBeyond => H::BeyondRepair,
            };
            found.push(Finding::note(H::Leftovers, said, way_out));
        }
        if name.contains(".damaged-") {
            let said = H::BeforeRepair { path: shown(&path) };
            found.push(Finding::note(H::Leftovers, said, H::CanBeDeleted));
        }
        if name.contains(".merged") {
            let said = H::WasTakenIn { path: shown(&path) };
            found.push(Finding::note(H::Leftovers, said, H::CanBeDeleted));
        }
    }
    for path in repair::leftovers(dirs) {
        let said = H::Unfinished { path: shown(&path) };
        found.push(Finding::note(H::Leftovers, said, H::RepairDeletes));
    }
    found
}

fn decks(dirs: &Dirs) -> Vec<Finding> {
    let shelf = match Shelf::of(dirs) {
        Ok(shelf) => shelf,
        Err(problem) => return vec![Finding::plainly_wrong(H::Decks, &problem)],
    };
    let mut found: Vec<Finding> =
        shelf.troubles().into_iter().map(|said| Finding::plainly_wrong(H::Decks, said)).collect();
    // Nothing is written here, not even a cache.
    let cache = LeafCache::none();
    for (index, entry) in shelf.entries().iter().enumerate() {
        let (files, told) = shelf.read(&cache, |other| std::ptr::eq(other, &shelf.entries()[index]));
        found.extend(told.into_iter().map(|told| Finding::plainly_wrong(H::Decks, told)));
        let cards: usize = files.iter().map(|shelved| shelved.leaf.cards.len()).sum();
        // Whatever was written there may have been taken back.
        let is_own = entry.origin.is_none() && entry.deck.as_deref() == Some(OWN_DECK);
        if cards == 0 && !files.is_empty() && !is_own {
            let path = shown(&entry.path());
            let said = H::NoQuestions { path: path.clone() };
            found.push(Finding::wrong(H::Decks, said, H::CheckExplains { path }));
        }
        if entry.how == How::Copy && entry.origin.as_ref().is_some_and(|source| !source.exists()) {
            let said = H::SourceGone { path: shown(&entry.source) };
            found.push(Finding::note(H::Decks, said, H::EditTheCopy));
        }
    }
    found.extend(gone_from_folders(dirs, &shelf, &cache));
    for path in shelf.unread() {
        let path = shown(&path);
        let way_out = H::ImportOrDelete { path: path.clone() };
        found.push(Finding::note(H::Decks, H::UnreadNotes { path }, way_out));
    }
    let (files, _) = shelf.read(&cache, |_| true);
    let decks = shelf.decks(files);
    let cards: usize = decks.iter().map(|deck| deck.cards.len()).sum();
    let builtin = BUILTIN.len();
    let said = H::DeckCount { decks: decks.len(), cards, builtin };
    found.insert(0, Finding::good(H::Decks, said));
    found
}

/// Notes that went from a folder and whose cards stand in no deck, as long as what they said last is kept.
fn gone_from_folders(dirs: &Dirs, shelf: &Shelf, cache: &LeafCache) -> Vec<Finding> {
    let folders: Vec<&Path> = shelf.entries().iter().filter_map(|entry| entry.origin.as_deref()).collect();
    let is_below = |path: &Path| folders.iter().any(|folder| path != *folder && path.starts_with(folder));
    let gone = Seen::new(&dirs.data).gone_files(is_below);
    if gone.is_empty() {
        return Vec::new();
    }
    let (files, _) = shelf.read(cache, |_| true);
    let present: HashSet<&CardId> =
        files.iter().flat_map(|file| &file.leaf.cards).map(|card| &card.id).collect();
    let mut found = Vec::new();
    for (notes, cards) in gone {
        let left = cards.iter().filter(|card| !present.contains(&card.id)).count();
        if let Some(kept) = kept::latest(&dirs.data, &leaf::name_of(&notes)).filter(|_| left > 0) {
            let said = H::GoneFromFolder { path: shown(&notes), cards: left };
            found.push(Finding::note(H::Decks, said, H::KeptIn { kept: shown(&kept) }));
        }
    }
    found
}

fn settings(dirs: &Dirs) -> Vec<Finding> {
    let file = SettingsFile::in_folder(&dirs.config);
    let name = shown(file.path());
    match file.read() {
        Err(problem) => vec![Finding::plainly_wrong(H::Settings, &problem)],
        Ok((_, troubles)) if troubles.is_empty() => {
            let said =
                if file.path().exists() { H::SettingsCount { name } } else { H::SettingsDefault { name } };
            vec![Finding::good(H::Settings, said)]
        }
        Ok((_, troubles)) => {
            let at = |trouble: &ConfigError| {
                let name = shown(&file.path().with_file_name(trouble.file));
                H::SettingWrong { name, line: trouble.line, what: trouble.message.clone().into() }
            };
            troubles.iter().map(|trouble| Finding::wrong(H::Settings, at(trouble), H::CorrectIt)).collect()
        }
    }
}

fn fold_cache(dirs: &Dirs, rules: &Rules) -> Finding {
    let path = dirs.fold_cache();
    let Ok(metadata) = fs::metadata(&path) else {
        return Finding::good(H::Cache, H::NoCache);
    };
    let (size, path) = (metadata.len().div_ceil(1024), shown(&path));
    let Some(cached) = cache::read(&dirs.fold_cache(), rules) else {
        return Finding::good(H::Cache, H::CacheOther { path, size });
    };
    let fits = fs::File::open(dirs.progress()).is_ok_and(|mut log| cache::matches(&mut log, &cached));
    let said = if fits { H::CacheFits { path, size } } else { H::CacheForeign { path, size } };
    Finding::good(H::Cache, said)
}
