//! The files of the list: the user's own where they are there, their mirrors where not.

use super::agreed::Open;
use super::entry::below;
use super::mirrors::is_mostly_gone;
use super::{Entry, How, Refers, Shelf};
use crate::card::{Deck, Lang, folded};
use crate::messages::{Message, NotesMessage};
use crate::store::leaf::{Leaf, LeafCache, name_of};
use crate::store::library::{self, Listing, Unreadable};
use crate::store::spelling::{self, shown};
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A file of the shelf, as read now.
#[derive(Debug, Clone)]
pub struct Shelved {
    /// The file with all its cards.
    pub leaf: Leaf,
    /// Which line of the list it belongs to.
    pub entry: usize,
}

/// The files of a line, and what to say of those that are not there.
#[derive(Default)]
struct ListedFiles {
    paths: Vec<PathBuf>,
    told: Vec<Message>,
}

impl Shelf {
    /// Reads the files of the lines that `wanted` wants. What is not there is told.
    pub fn read(&self, cache: &LeafCache, wanted: impl Fn(&Entry) -> bool) -> (Vec<Shelved>, Vec<Message>) {
        let (mut files, mut told) = (Vec::new(), Vec::new());
        let refers = self.entries().iter().any(|entry| entry.refers.is_some());
        let open = if refers { Open::load(&self.config) } else { Open::default() };
        for (index, entry) in self.entries().iter().enumerate().filter(|(_, entry)| wanted(entry)) {
            let found = self.files_of(entry, &open);
            told.extend(found.told);
            for path in found.paths {
                let place = self.place_in(entry, &path);
                if entry.leaves_out(&place) {
                    continue;
                }
                let styled = entry.styled(&place);
                let leaf = cache.leaf_as(&path, styled).or_else(|problem| {
                    let mirror =
                        self.pair_of(entry, &path).map(|pair| pair.mirror).filter(|_| is_own(entry, &path));
                    match mirror.and_then(|mirror| cache.leaf_as(&mirror, styled).ok()) {
                        Some(leaf) => {
                            told.push(away(&path, Message::of_system(&problem.cause)));
                            Ok(leaf)
                        }
                        None => Err(problem),
                    }
                });
                match leaf {
                    Ok(leaf) => files.push(Shelved { leaf, entry: index }),
                    // The import said so; a file of a folder that never had cards is not missed.
                    Err(problem) if is_too_large(entry, &problem) => {}
                    Err(problem) => told.push(missing(entry, &problem)),
                }
            }
        }
        (files, told)
    }

    /// The file of a folder that this path means, or this deck where just one is called so, with the place of its line.
    pub(super) fn file_called(&self, deck_or_path: &str) -> Option<(usize, PathBuf)> {
        let path = std::path::absolute(deck_or_path).unwrap_or_else(|_| PathBuf::from(deck_or_path));
        let path = spelling::real_or_same(&path);
        let meant = folded(deck_or_path.trim());
        let folders = self.entries().iter().enumerate();
        let files =
            folders.filter(|(_, entry)| entry.refers == Some(Refers::Folder)).flat_map(|(at, entry)| {
                let files = match &entry.origin {
                    Some(origin) => library::list(std::slice::from_ref(origin)).0,
                    // It came from another machine, and its mirror serves.
                    None => self.copy_of(entry).map_or_else(Vec::new, |mirror| mirrors(&mirror)),
                };
                let is_in = |file: &PathBuf| !entry.leaves_out(&self.place_in(entry, file));
                files.into_iter().filter(is_in).map(|file| (at, file)).collect::<Vec<_>>()
            });
        // A file of another machine has no path here but that below the name of its folder.
        let is_named = |at: usize, file: &PathBuf| {
            let entry = &self.entries()[at];
            let within = Path::new(&entry.name()).join(self.place_in(entry, file));
            *file == path || (entry.origin.is_none() && within == Path::new(deck_or_path))
        };
        let (mut by_path, mut by_name): (Vec<_>, Vec<_>) = files
            .map(|(at, file)| (is_named(at, &file), at, file))
            .filter(|(is_named, _, file)| *is_named || folded(&name_of(file)) == meant)
            .partition(|(is_named, ..)| *is_named);
        let found = |(_, at, file)| (at, file);
        by_path.pop().or_else(|| by_name.pop().filter(|_| by_name.is_empty())).map(found)
    }

    /// What the decks of the list are called, by names and titles: those of folders are named after their files.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for entry in self.entries() {
            names.extend([&entry.deck, &entry.title].into_iter().flatten().cloned());
            if let Some(mirror) = self.copy_of(entry).filter(|_| entry.refers == Some(Refers::Folder)) {
                names.extend(mirrors(&mirror).iter().map(|file| name_of(file)));
            }
        }
        names
    }

    fn files_of(&self, entry: &Entry, open: &Open) -> ListedFiles {
        let alone = |path: PathBuf| ListedFiles { paths: vec![path], told: Vec::new() };
        let key = entry.source.to_string_lossy();
        match (entry.refers, &entry.origin, self.copy_of(entry)) {
            (None, _, Some(copy)) => alone(copy),
            (None, Some(origin), None) => {
                let Listing { files, unreadable, copies } = library::listing(std::slice::from_ref(origin));
                let copies = copies.iter().map(Message::from);
                let told = copies.chain(unreadable.iter().map(|problem| missing(entry, problem))).collect();
                ListedFiles { paths: files, told }
            }
            (Some(Refers::File), None, Some(mirror)) => alone(mirror),
            (Some(Refers::File), Some(origin), Some(mirror)) => {
                if open.edited.contains_key(&*key) {
                    return alone(mirror);
                }
                if origin.is_file() || !mirror.is_file() {
                    return alone(origin.clone());
                }
                let deck = entry.deck.clone().unwrap_or_else(|| entry.name());
                let told = vec![NotesMessage::AwayFile { path: shown(origin), deck }.into()];
                ListedFiles { paths: vec![mirror], told }
            }
            (Some(Refers::Folder), None, Some(mirror)) => {
                ListedFiles { paths: mirrors(&mirror), told: Vec::new() }
            }
            (Some(Refers::Folder), Some(origin), Some(mirror)) => {
                self.files_below(entry, origin, &mirror, open)
            }
            (_, _, None) => ListedFiles::default(),
        }
    }

    /// The files of a folder that is referred to.
    fn files_below(&self, entry: &Entry, origin: &Path, mirror: &Path, open: &Open) -> ListedFiles {
        let key = entry.source.to_string_lossy().into_owned();
        let Listing { files: mut paths, unreadable, copies } = library::listing(&[origin.to_path_buf()]);
        let mut told: Vec<Message> = copies.iter().map(Message::from).collect();
        let known = open.counts.get(&key).copied().unwrap_or_default();
        let is_away = !unreadable.is_empty() || is_mostly_gone(paths.len(), known);
        let edited = open.edited.get(&key);
        if !is_away && edited.is_none() {
            return ListedFiles { paths, told };
        }
        let present: HashSet<PathBuf> = (paths.iter())
            .filter(|path| {
                !edited.is_some_and(|edited| below(origin, path).is_some_and(|at| edited.contains_key(&at)))
            })
            .filter_map(|path| Some(self.pair_of(entry, path)?.mirror))
            .collect();
        paths.retain(|path| self.pair_of(entry, path).is_none_or(|pair| present.contains(&pair.mirror)));
        let all = mirrors(mirror);
        if is_away {
            paths.extend(all.into_iter().filter(|mirror| !present.contains(mirror)));
        } else {
            let edited =
                |path: &PathBuf| self.key_of_mirror(path).is_some_and(|key| open.edited_hash(&key).is_some());
            paths.extend(all.into_iter().filter(|path| !present.contains(path) && edited(path)));
        }
        if let Some(problem) = unreadable.first() {
            told.push(away(&problem.path, Message::of_system(&problem.cause)));
        } else if is_away && present.is_empty() {
            told.push(away(origin, NotesMessage::NoNotesInIt));
        } else if is_away {
            let gone = known - present.len().min(known);
            let origin = shown(origin);
            told.push(NotesMessage::WentAtOnce { origin, gone, known }.into());
        }
        ListedFiles { paths, told }
    }

    /// Notes below `decks/` that no line of the list reads; not those that were taken out knowingly.
    pub fn unread(&self) -> Vec<PathBuf> {
        let is_read = |path: &PathBuf| {
            let lines = self.entries().iter().filter_map(|entry| Some((self.copy_of(entry)?, entry.refers)));
            lines.into_iter().any(|(copy, refers)| match refers {
                Some(Refers::Folder) => path.starts_with(&copy) && is_mirror(path),
                _ => *path == copy,
            })
        };
        let removed = self.dir.join(super::REMOVED);
        let mut found = notes_below(&self.dir);
        found.retain(|path| !path.starts_with(&removed) && !is_read(path));
        found
    }

    /// The decks of files of the shelf, without the cards marked out. ListedFiles of one named deck are one.
    pub fn decks(&self, files: Vec<Shelved>) -> Vec<Deck> {
        let mut decks: Vec<Deck> = Vec::new();
        let mut named: BTreeMap<&str, usize> = BTreeMap::new();
        for shelved in files {
            let entry = &self.entries()[shelved.entry];
            let mut deck = shelved.leaf.into_deck();
            let out = entry.out_of(&deck.cards);
            if !out.is_empty() {
                deck.cards.retain(|card| !out.contains(&card.id));
            }
            let Some(name) = &entry.deck else {
                decks.push(deck);
                continue;
            };
            deck.name.clone_from(name);
            if let Some(title) = &entry.title {
                deck.titles = vec![(Lang::of(title), title.clone())];
            }
            match named.get(name.as_str()) {
                Some(index) => decks[*index].cards.extend(deck.cards),
                None => {
                    named.insert(name, decks.len());
                    decks.push(deck);
                }
            }
        }
        decks
    }
}

/// Whether a file below a folder is larger than notes are.
fn is_too_large(entry: &Entry, problem: &Unreadable) -> bool {
    entry.refers == Some(Refers::Folder) && problem.cause.kind() == ErrorKind::FileTooLarge
}

/// Whether a file is the user's own, not its mirror.
fn is_own(entry: &Entry, path: &Path) -> bool {
    entry.origin.as_ref().is_some_and(|origin| path.starts_with(origin))
}

/// All files of notes below the mirror of a folder. No ignore file counts there: it would be another's.
pub(super) fn mirrors(folder: &Path) -> Vec<PathBuf> {
    let mut found = notes_below(folder);
    found.retain(|path| is_mirror(path));
    found
}

/// All files below a folder that have an ending of notes.
fn notes_below(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                Ok(kind) if kind.is_file() && library::has_ending_of_notes(&entry.path()) => {
                    found.push(entry.path());
                }
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// Whether notes below the mirror of a folder are one. What a conflict left there is none.
fn is_mirror(path: &Path) -> bool {
    !path.file_stem().is_some_and(|stem| stem.to_string_lossy().contains("(other version "))
}

fn away(path: &Path, cause: impl Into<Message>) -> Message {
    NotesMessage::Away { path: shown(path), cause: cause.into().into() }.into()
}

/// What to say of a source that is not there.
fn missing(entry: &Entry, problem: &Unreadable) -> Message {
    let (path, cause) = (shown(&problem.path), Message::of_system(&problem.cause).into());
    Message::from(match entry.how {
        How::Link => NotesMessage::LinkMissing { path, cause },
        How::Copy => NotesMessage::DeckMissing { path, cause },
    })
}
