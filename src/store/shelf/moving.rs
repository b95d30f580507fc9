//! Notes that stand elsewhere now: which line of the list an imported folder is, lines whose notes have changed
//! places, and files of a folder under other names. They are known by their cards, as the mirrors have them.

use super::agreed::{Agreed, Open};
use super::entry::below;
use super::mirrors::inside;
use super::reading::mirrors;
use super::texts::{KnownTexts, hash};
use super::{Entry, How, Refers, Shelf, is_missing};
use crate::import;
use crate::matching::{self, Portrait, in_common as common, is_most};
use crate::store::dirs::Dirs;
use crate::store::library;
use crate::store::problem::Problem;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

impl Shelf {
    /// The lines of folders that this folder is now, by their places: their own folders are gone, or on another
    /// machine, and most cards of their mirrors are here. The one with most of them first.
    pub fn lines_now_at(&self, folder: &Path) -> Vec<usize> {
        let holds = |entry: &Entry| {
            entry.how == How::Link && entry.origin.as_ref().is_some_and(|at| folder.starts_with(at))
        };
        let is_without_notes = |entry: &Entry| entry.origin.as_deref().is_none_or(is_missing);
        let mut lines: Vec<usize> = (0..self.entries().len()).collect();
        lines.retain(|line| {
            let entry = &self.entries()[*line];
            entry.refers == Some(Refers::Folder) && is_without_notes(entry)
        });
        if lines.is_empty() || self.entries().iter().any(holds) {
            return Vec::new();
        }
        let now = files_now(folder, None);
        let mut found: Vec<(usize, usize)> = Vec::new();
        for line in lines {
            let was = self.mirrored_files(&self.entries()[line]);
            let common = common(&all(&was), &all(&now));
            if is_most(common, all(&was).len()) {
                found.push((common, line));
            }
        }
        found.sort_by_key(|(common, line)| (std::cmp::Reverse(*common), *line));
        found.into_iter().map(|(_, line)| line).collect()
    }

    /// The folder that a file stands in which was referred to elsewhere: what remains of its path above the place of a
    /// file that a line without notes has mirrored.
    pub fn moved_with_folder(&self, file: &Path) -> Option<PathBuf> {
        let is_away = |entry: &&Entry| {
            entry.refers == Some(Refers::Folder) && entry.origin.as_deref().is_none_or(is_missing)
        };
        let mut roots = self.entries().iter().filter(is_away).filter_map(|entry| {
            let copy = self.copy_of(entry)?;
            let places = mirrors(&copy).into_iter().filter_map(|mirror| below(&copy, &mirror));
            let place = places.into_iter().find(|place| file.ends_with(place))?;
            file.ancestors().nth(Path::new(&place).components().count()).map(Path::to_path_buf)
        });
        roots.find(|root| !self.lines_now_at(root).is_empty())
    }

    /// The line of a copy that was made of this file where it stood before: its own file is gone, and it has the same
    /// bytes, or most cards of either are in its copy and here.
    pub fn copy_moved(&self, file: &Path, bytes: &[u8]) -> Option<&Entry> {
        let is_gone = |entry: &Entry| entry.origin.as_deref().is_some_and(|at| at != file && is_missing(at));
        let is_away = |entry: &&Entry| entry.how == How::Copy && entry.refers.is_none() && is_gone(entry);
        let cards = |bytes: &[u8], entry: &Entry| {
            matching::portraits(&import::read(bytes, None, entry.style(""), None).cards)
        };
        let is_called_so = |entry: &Entry| entry.source.file_name() == file.file_name();
        let in_common = |entry: &Entry| {
            if entry.bytes.as_deref() == Some(&hash(bytes)) {
                return Some(usize::MAX);
            }
            let copy = fs::read(self.copy_of(entry)?).ok()?;
            let (was, now) = (cards(&copy, entry), cards(bytes, entry));
            let common = common(&was, &now);
            is_most(common, was.len().max(now.len())).then_some(common)
        };
        let found =
            self.entries().iter().filter(is_away).filter_map(|entry| Some((in_common(entry)?, entry)));
        found.max_by_key(|(common, entry)| (*common, is_called_so(entry))).map(|(_, entry)| entry)
    }

    /// Lets the copy of a file be that of the file where it stands now, and that it came with this folder.
    pub fn stand_copy_at(&mut self, before: &Path, now: &Path, folder: Option<&Path>) {
        let Some(line) = self.entries().iter().position(|entry| entry.source == before) else { return };
        let key = |source: &Path| (source.to_string_lossy().into_owned(), String::new());
        let known = self.known.get_or_insert_with(|| KnownTexts {
            agreed: Agreed::load(&self.config),
            open: Open::load(&self.config),
        });
        let text = known.agreed.get(&key(before)).map(str::to_owned);
        known.agreed.set(&key(now), text.as_deref());
        known.agreed.set(&key(before), None);
        if let Some(edited) = known.open.edited.remove(&key(before).0) {
            known.open.edited.insert(key(now).0, edited);
        }
        let entry = &mut self.manifest.sources[line];
        entry.source = now.to_path_buf();
        entry.origin = Some(now.to_path_buf());
        entry.folder = folder.map(Path::to_path_buf);
    }

    /// Lets a line refer to this folder, with what was said of its files; gives the line.
    pub fn stand_at(&mut self, line: usize, folder: &Path) -> &Entry {
        self.manifest.sources[line].origin = Some(folder.to_path_buf());
        self.follow_files(line);
        &self.manifest.sources[line]
    }

    /// The line of a folder that stands beside this one, with most of its cards: this is a copy of it, or it of this.
    pub fn copied_folder(&self, folder: &Path) -> Option<PathBuf> {
        let others = self.entries().iter().filter(|entry| {
            let origin = entry.origin.as_deref();
            entry.refers == Some(Refers::Folder) && origin.is_some_and(|at| at != folder && at.is_dir())
        });
        let mut others = others.peekable();
        others.peek()?;
        let now = all(&files_now(folder, None));
        let is_copy = |entry: &&Entry| {
            let was = all(&self.mirrored_files(entry));
            is_most(common(&was, &now), was.len())
        };
        others.find(is_copy).and_then(|entry| entry.origin.clone())
    }

    /// Lets lines follow their notes where those have changed places among the places of the list, and what was said
    /// of single files where these have other names. Gives whether the list is another one now.
    pub fn follow_places(dirs: &Dirs, changed: &[PathBuf]) -> Result<bool, Problem> {
        let known = Shelf::of(dirs)?;
        if known.strangers(changed).is_empty() && !known.has_said_of_files(changed) {
            return Ok(false);
        }
        let (mut shelf, _lock) = Shelf::lock_of(dirs)?;
        let before = shelf.manifest.sources.clone();
        let places = shelf.exchanged(&shelf.strangers(changed));
        for (line, place) in &places {
            shelf.manifest.sources[*line].origin.clone_from(place);
        }
        for line in 0..before.len() {
            if places.iter().any(|(moved, _)| *moved == line) || shelf.is_touched(line, changed) {
                shelf.follow_files(line);
            }
        }
        if shelf.manifest.sources == before {
            return Ok(false);
        }
        shelf.save().map(|()| true)
    }

    /// Whether one of these files stands below the place of a line.
    fn is_touched(&self, line: usize, changed: &[PathBuf]) -> bool {
        let origin = self.entries()[line].origin.as_deref();
        origin.is_some_and(|origin| changed.iter().any(|path| path.starts_with(origin)))
    }

    fn has_said_of_files(&self, changed: &[PathBuf]) -> bool {
        let says = |entry: &Entry| !entry.styles.is_empty() || !entry.left_out.is_empty();
        (0..self.entries().len()).any(|line| says(&self.entries()[line]) && self.is_touched(line, changed))
    }

    /// Lines at whose places stands something else now than their mirrors say; none where no file of these is at one.
    fn strangers(&self, changed: &[PathBuf]) -> Vec<usize> {
        let lines = self.entries().iter().enumerate().filter(|(_, entry)| entry.refers.is_some());
        let lines: Vec<usize> = lines.map(|(line, _)| line).collect();
        let is_hit = |line: &&usize| self.is_much_touched(**line, changed) && self.is_stranger(**line);
        if lines.len() < 2 || !lines.iter().any(|line| is_hit(&line)) {
            return Vec::new();
        }
        lines.into_iter().filter(|line| self.is_stranger(*line)).collect()
    }

    /// Whether so many files changed at the place of a line that all of them may be others.
    fn is_much_touched(&self, line: usize, changed: &[PathBuf]) -> bool {
        let Some(origin) = &self.entries()[line].origin else { return false };
        let touched = changed.iter().filter(|path| path.starts_with(origin)).count();
        touched > 0 && touched * 2 >= library::list(std::slice::from_ref(origin)).0.len()
    }

    fn is_stranger(&self, line: usize) -> bool {
        let entry = &self.entries()[line];
        let Some(origin) = entry.origin.as_deref().filter(|origin| origin.exists()) else { return false };
        let was = all(&self.mirrored_files(entry));
        !was.is_empty() && !is_most(common(&was, &all(&files_now(origin, Some(entry)))), was.len())
    }

    /// Which place is whose now, where the notes of one line stand at the place of another: lines with their places.
    /// Who loses its place and has no other has none on this machine.
    fn exchanged(&self, strangers: &[usize]) -> Vec<(usize, Option<PathBuf>)> {
        let is_away = |line: &usize| {
            let entry = &self.entries()[*line];
            entry.refers.is_some() && entry.origin.as_deref().is_some_and(is_missing)
        };
        let away = (0..self.entries().len()).filter(is_away);
        let owners: Vec<usize> = strangers.iter().copied().chain(away).collect();
        let mut taken: BTreeMap<usize, PathBuf> = BTreeMap::new();
        for stranger in strangers {
            let entry = &self.entries()[*stranger];
            let Some(place) = entry.origin.clone() else { continue };
            let now = all(&files_now(&place, Some(entry)));
            let fits = |line: &&usize| {
                let other = &self.entries()[**line];
                let was = all(&self.mirrored_files(other));
                other.refers == entry.refers && is_most(common(&was, &now), was.len())
            };
            let owner =
                owners.iter().filter(|line| *line != stranger && !taken.contains_key(line)).find(fits);
            if let Some(owner) = owner {
                taken.insert(*owner, place);
            }
        }
        let places: HashSet<PathBuf> = taken.values().cloned().collect();
        let loses = |line: &&usize| {
            let origin = self.entries()[**line].origin.as_ref();
            !taken.contains_key(line) && origin.is_some_and(|origin| places.contains(origin))
        };
        let homeless: Vec<usize> = strangers.iter().filter(loses).copied().collect();
        let moved = taken.into_iter().map(|(line, place)| (line, Some(place)));
        moved.chain(homeless.into_iter().map(|line| (line, None))).collect()
    }

    /// What was said of single files of a folder holds for the files that have their cards now.
    fn follow_files(&mut self, line: usize) {
        let entry = &self.entries()[line];
        let Some(origin) = entry.origin.clone().filter(|_| entry.refers == Some(Refers::Folder)) else {
            return;
        };
        let said: HashSet<&String> = entry.styles.keys().chain(&entry.left_out).collect();
        let said: Vec<&String> = said.into_iter().filter(|place| !inside(&origin, place).is_file()).collect();
        if said.is_empty() {
            return;
        }
        let (was, now) = (self.mirrored_files(entry), files_now(&origin, Some(entry)));
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        for place in said {
            let Some(old) = was.get(place).filter(|old| !old.is_empty()) else { continue };
            let is_new = |(name, _): &(&String, &Vec<Portrait>)| !was.contains_key(*name);
            let shared = now.iter().filter(is_new).map(|(name, new)| (common(old, new), name));
            if let Some((_, name)) = shared.max().filter(|(common, _)| is_most(*common, old.len())) {
                names.insert(place.clone(), name.clone());
            }
        }
        let entry = &mut self.manifest.sources[line];
        let renamed = |place: String| names.get(&place).cloned().unwrap_or(place);
        let styles = std::mem::take(&mut entry.styles).into_iter();
        entry.styles = styles.map(|(place, style)| (renamed(place), style)).collect();
        entry.left_out = std::mem::take(&mut entry.left_out).into_iter().map(renamed).collect();
    }

    /// Mirrors of a folder that came from other machines and have no notes in it, each with the place for them.
    pub(super) fn without_notes(&self, entry: &Entry) -> Vec<(PathBuf, PathBuf)> {
        let (Some(Refers::Folder), Some(origin)) = (entry.refers, &entry.origin) else { return Vec::new() };
        let (files, unreadable) = library::list(std::slice::from_ref(origin));
        let Some(copy) = self.copy_of(entry).filter(|_| unreadable.is_empty() && !files.is_empty()) else {
            return Vec::new();
        };
        let mirror_of = |file: &PathBuf| self.pair_of(entry, file).map(|pair| pair.mirror);
        let known: BTreeSet<PathBuf> = files.iter().filter_map(mirror_of).collect();
        let mut mirrors = mirrors(&copy);
        mirrors.retain(|mirror| !known.contains(mirror) && !is_other_version(mirror));
        let is_left_out = |place: &String| entry.leaves_out(place);
        let placed = mirrors.into_iter().filter_map(|mirror| {
            let place = below(&copy, &mirror).filter(|place| !is_left_out(place))?;
            Some((mirror, inside(origin, &place)))
        });
        placed.collect()
    }

    /// The cards that the mirrors of a line have, by the places of the files.
    fn mirrored_files(&self, entry: &Entry) -> BTreeMap<String, Vec<Portrait>> {
        let Some(copy) = self.copy_of(entry).filter(|_| entry.refers.is_some()) else {
            return BTreeMap::new();
        };
        let files = if entry.refers == Some(Refers::File) { vec![copy.clone()] } else { mirrors(&copy) };
        read(&copy, files, Some(entry))
    }
}

/// Whether a file is a version that was put beside another one, which was said then.
fn is_other_version(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name.to_string_lossy().contains(" (other version "))
}

/// The cards of the files at a place, read as those of a line where one is given.
fn files_now(root: &Path, entry: Option<&Entry>) -> BTreeMap<String, Vec<Portrait>> {
    let (files, _) = library::list(&[root.to_path_buf()]);
    read(root, files, entry)
}

fn read(root: &Path, files: Vec<PathBuf>, entry: Option<&Entry>) -> BTreeMap<String, Vec<Portrait>> {
    let read = files.into_iter().filter_map(|file| {
        let place = below(root, &file)?;
        let styled = entry.map_or_else(Default::default, |entry| entry.styled(&place));
        let cards = library::read_file_as(&file, styled).ok()?.notes.cards;
        Some((place, matching::portraits(&cards)))
    });
    read.collect()
}

fn all(files: &BTreeMap<String, Vec<Portrait>>) -> Vec<Portrait> {
    files.values().flatten().cloned().collect()
}
