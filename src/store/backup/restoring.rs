//! Bringing a backup back. It is unpacked into a folder of its own; from the moment that folder is renamed
//! to `restoring`, the next start of any program here ends what was begun. What is replaced is moved aside first.

use super::archive::Backup;
use super::paths::{LOG, MACHINE, place};
use crate::day::At;
use crate::store::dirs::Dirs;
use crate::store::lock;
use crate::store::problem::Problem;
use crate::store::restored::Restored;
use crate::store::shelf::Shelf;
use crate::store::{atomic, bounded, library, spelling};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;
use xxhash_rust::xxh3::xxh3_64;

/// What is to be put in place, in the data folder.
const PENDING: &str = "restoring";
/// What was replaced, by time.
const REPLACED: &str = "replaced";
/// Where an archive's names of programs and places go: they are to be read, and count for nothing.
pub const MACHINE_ASIDE: &str = "machine-of-backup.toml";

/// What bringing a backup back would change.
#[derive(Debug, Default)]
pub struct Changes {
    /// Files that are put in place, by their paths in the data folder.
    pub new: Vec<String>,
    /// Files here that say something else; they are moved aside.
    pub replaced: Vec<String>,
    /// Those of them that were changed here after the backup was made.
    pub newer: Vec<String>,
    /// Decks and what belongs to them that the backup does not have; they are moved aside.
    pub gone: Vec<String>,
    /// Events of the log here that the backup does not have.
    pub events: usize,
}

#[derive(Serialize, Deserialize)]
struct RestorePlan {
    /// Where what is replaced goes, below the data folder.
    aside: String,
    gone: Vec<String>,
}

impl Changes {
    /// Whether all is here as it is in the backup.
    pub fn is_none(&self) -> bool {
        self.new.is_empty() && self.replaced.is_empty() && self.gone.is_empty()
    }

    /// Whether something that is here gives way.
    pub fn moves_aside(&self) -> bool {
        !self.replaced.is_empty() || !self.gone.is_empty()
    }
}

/// Where a path goes, which for what names programs is not where it came from.
fn destination(dirs: &Dirs, path: &str) -> PathBuf {
    if path == MACHINE { dirs.config.join(MACHINE_ASIDE) } else { place(dirs, path) }
}

impl Backup {
    /// What would change.
    pub fn changes(&self, dirs: &Dirs) -> Result<Changes, Problem> {
        let mut changes = Changes::default();
        let inside: HashSet<String> = paths(&self.staging.path().join("new"))?.into_iter().collect();
        for path in &inside {
            let (new, here) = (self.staging.place(path), place(dirs, path));
            if is_same(&new, &here).map_err(Problem::io("read", &here))? {
                continue;
            }
            let there = fs::metadata(destination(dirs, path)).ok();
            match there {
                None => changes.new.push(path.clone()),
                Some(there) => {
                    changes.newer.extend(modified(&there).filter(|at| *at > self.at).map(|_| path.clone()));
                    changes.replaced.push(path.clone());
                }
            }
        }
        // Only what says which decks there are has to be as it was; reports and the like stay beside.
        for folder in ["decks", "seen"] {
            let here = paths(&dirs.data.join(folder))?.into_iter().map(|path| format!("{folder}/{path}"));
            changes.gone.extend(here.filter(|path| !inside.contains(path)));
        }
        let lists = [&changes.new, &changes.replaced, &changes.gone];
        if !lists.into_iter().flatten().any(|path| path.starts_with("decks/")) {
            // How sources looked last changes with every start.
            for list in [&mut changes.new, &mut changes.replaced, &mut changes.newer, &mut changes.gone] {
                list.retain(|path| !path.starts_with("seen/"));
            }
        }
        if changes.replaced.iter().any(|path| path == LOG) {
            changes.events = lacking(&place(dirs, LOG), &self.staging.place(LOG))?;
        }
        for list in [&mut changes.new, &mut changes.replaced, &mut changes.newer, &mut changes.gone] {
            list.sort();
        }
        Ok(changes)
    }

    /// Brings it back; gives where what was here stands now.
    pub fn restore(self, dirs: &Dirs, changes: &Changes, now: At) -> Result<Option<PathBuf>, Problem> {
        finish(dirs)?;
        let aside = format!("{REPLACED}/{}", spelling::time_in_name(now));
        let aside = library::unique_name(&aside, |name| dirs.data.join(name).exists());
        let plan = RestorePlan { aside, gone: changes.gone.clone() };
        let wanted: HashSet<&String> = changes.new.iter().chain(&changes.replaced).collect();
        let folder = self.staging.path();
        for path in paths(&folder.join("new"))? {
            if !wanted.contains(&path) {
                let file = self.staging.place(&path);
                fs::remove_file(&file).map_err(Problem::io("delete", &file))?;
            }
        }
        let file = folder.join("plan.json");
        atomic::create(&file, |out| out.write_all(&serde_json::to_vec(&plan)?))
            .map_err(Problem::io("write", &file))?;
        let pending = dirs.data.join(PENDING);
        atomic::rename(&self.staging.keep(), &pending).map_err(Problem::io("create", &pending))?;
        atomic::sync_dir(&dirs.data).map_err(Problem::io("write", &dirs.data))?;
        finish(dirs)
    }
}

/// Ends a restoring that was begun; gives where what was here stands now, if something had to give way.
pub fn finish(dirs: &Dirs) -> Result<Option<PathBuf>, Problem> {
    let pending = dirs.data.join(PENDING);
    if !pending.is_dir() {
        return Ok(None);
    }
    let decks = dirs.data.join("decks");
    atomic::make_dir(&decks).map_err(Problem::io("create", &decks))?;
    let _log = lock::hold(&place(dirs, LOG))?;
    let _decks = lock::hold(&decks.join("decks.json"))?;
    let file = pending.join("plan.json");
    let plan = match bounded::read(&file, 64 << 20) {
        Ok(bytes) => serde_json::from_slice::<RestorePlan>(&bytes)
            .map_err(|cause| Problem::io("read", &file)(cause.into()))?,
        // Another program has just ended it.
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return clear(&pending).map(|()| None),
        Err(cause) => return Err(Problem::io("read", &file)(cause)),
    };
    note_for_sync(dirs, &plan, &pending)?;
    let aside = dirs.data.join(&plan.aside);
    for path in &plan.gone {
        carry(&place(dirs, path), &aside.join(path))?;
    }
    for path in paths(&pending.join("new"))? {
        let target = destination(dirs, &path);
        carry(&target, &aside.join(&path))?;
        carry(&pending.join("new").join(&path), &target)?;
    }
    // What cannot be told of mirrors now costs the deck of a note that is gone, and nothing else.
    let _ = Shelf::serve_restored(dirs);
    fs::remove_file(&file).map_err(Problem::io("delete", &file))?;
    clear(&pending)?;
    Ok(Some(aside).filter(|aside| aside.is_dir()))
}

/// Remembers for the next synchronisation which decks are as the backup had them.
fn note_for_sync(dirs: &Dirs, plan: &RestorePlan, pending: &Path) -> Result<(), Problem> {
    let mut restored = Restored::load(&dirs.data)?.unwrap_or_default();
    let is_deck = |path: &String| path.starts_with("decks/");
    plan.gone.iter().filter(|path| is_deck(path)).for_each(|path| restored.goes(path));
    let new = pending.join("new");
    for path in paths(&new)?.iter().filter(|path| is_deck(path)) {
        let file = new.join(path);
        restored.puts(path, &fs::read(&file).map_err(Problem::io("read", &file))?);
    }
    restored.keep(&dirs.data)
}

fn clear(folder: &Path) -> Result<(), Problem> {
    match fs::remove_dir_all(folder) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(Problem::io("delete", folder)(cause)),
        _ => Ok(()),
    }
}

/// Moves a file, to another disk too; one that is not there was moved before. What stands at the target is
/// never written over.
fn carry(from: &Path, to: &Path) -> Result<(), Problem> {
    if fs::symlink_metadata(from).is_err() {
        return Ok(());
    }
    let folder = to.parent().unwrap_or(Path::new("."));
    atomic::make_dir(folder).map_err(Problem::io("create", folder))?;
    let to = &beside(to);
    match atomic::rename(from, to) {
        Err(cause) if cause.kind() == io::ErrorKind::CrossesDevices => {
            let bytes = fs::read(from).map_err(Problem::io("read", from))?;
            atomic::create(to, |out| out.write_all(&bytes)).map_err(Problem::io("write", to))?;
            fs::remove_file(from).map_err(Problem::io("delete", from))
        }
        moved => moved.map_err(Problem::io("rename", from)),
    }?;
    atomic::sync_dir(folder).map_err(Problem::io("write", folder))
}

/// The path, or one beside it that is free.
fn beside(path: &Path) -> PathBuf {
    let numbered = |number: u32| {
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(format!(".{number}"));
        path.with_file_name(name)
    };
    let is_free = |path: &PathBuf| fs::symlink_metadata(path).is_err();
    std::iter::once(path.to_path_buf()).chain((2..).map(numbered)).find(is_free).expect("some number is free")
}

/// The files below a folder, with `/` between names; locks are none.
fn paths(folder: &Path) -> Result<Vec<String>, Problem> {
    let mut found = Vec::new();
    let mut open = vec![String::new()];
    while let Some(inside) = open.pop() {
        let folder = folder.join(&inside);
        let entries = match fs::read_dir(&folder) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => continue,
            entries => entries.map_err(Problem::io("read", &folder))?,
        };
        for entry in entries {
            let entry = entry.map_err(Problem::io("read", &folder))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if inside.is_empty() { name } else { format!("{inside}/{name}") };
            match entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                true => open.push(path),
                false if path.ends_with(".lock") => {}
                false => found.push(path),
            }
        }
    }
    Ok(found)
}

/// When a file was changed last.
fn modified(file: &fs::Metadata) -> Option<At> {
    let since = file.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok().map(At)
}

/// Whether two files say the same.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let (Ok(length), Ok(other_length)) = (fs::metadata(one), fs::metadata(other)) else { return Ok(false) };
    if length.len() != other_length.len() {
        return Ok(false);
    }
    let (mut one, mut other) = (BufReader::new(File::open(one)?), BufReader::new(bounded::open(other)?));
    loop {
        let (here, there) = (one.fill_buf()?, other.fill_buf()?);
        let common = here.len().min(there.len());
        if common == 0 || here[..common] != there[..common] {
            return Ok(here.is_empty() && there.is_empty());
        }
        one.consume(common);
        other.consume(common);
    }
}

/// How many events of a log another one lacks.
fn lacking(log: &Path, other: &Path) -> Result<usize, Problem> {
    let lines = |path: &Path| -> io::Result<HashSet<u64>> {
        let mut lines = BufReader::new(File::open(path)?);
        let (mut line, mut found) = (Vec::new(), HashSet::new());
        while lines.read_until(b'\n', &mut line)? > 0 {
            if line.starts_with(b",") {
                found.insert(xxh3_64(line.trim_ascii_end()));
            }
            line.clear();
        }
        Ok(found)
    };
    let (here, there) =
        (lines(log).map_err(Problem::io("read", log))?, lines(other).map_err(Problem::io("read", other))?);
    Ok(here.difference(&there).count())
}
