//! Notes that stand elsewhere now: which line of the list an imported folder is, lines whose notes have changed
//! places, and files of a folder under other names. They are known by their cards, as the mirrors have them.

use super::entry::below;
use super::mirrors::inside;
use super::reading::mirrors;
use super::{Entry, How, Refers, Shelf, is_missing};
use crate::matching::{self, MatchVerdict, Portrait};
use crate::store::dirs::Dirs;
use crate::store::library;
use crate::store::problem::Problem;
use std::collections::{BTreeMap, HashSet};
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

    /// The cards that the mirrors of a line have, by the places of the files.
    fn mirrored_files(&self, entry: &Entry) -> BTreeMap<String, Vec<Portrait>> {
        let Some(copy) = self.copy_of(entry).filter(|_| entry.refers.is_some()) else {
            return BTreeMap::new();
        };
        let files = if entry.refers == Some(Refers::File) { vec![copy.clone()] } else { mirrors(&copy) };
        read(&copy, files, Some(entry))
    }
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

/// How many of these cards are among those, edited or not.
fn common(was: &[Portrait], now: &[Portrait]) -> usize {
    let ids = |cards: &[Portrait]| cards.iter().map(|card| card.id.clone()).collect::<HashSet<_>>();
    let (old, new) = (ids(was), ids(now));
    let without = |cards: &[Portrait], other: &HashSet<_>| -> Vec<Portrait> {
        cards.iter().filter(|card| !other.contains(&card.id)).cloned().collect()
    };
    let (lost, fresh) = (without(was, &new), without(now, &old));
    let pairs = matching::pairs(&lost, &fresh, |_, _| false);
    let sure = pairs.iter().filter(|pair| pair.verdict == MatchVerdict::Sure).count();
    was.len() - lost.len() + sure
}

fn is_most(common: usize, of: usize) -> bool {
    common * 2 > of
}
