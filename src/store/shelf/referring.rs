//! Lines that refer to the user's own files: which file is which mirror's, and what can be referred to.

use super::agreed::{Agreed, MirrorKey, Open};
use super::entry::below;
use super::mirrors::{MirrorPair, Mirrors, inside, said};
use super::{Entry, How, Refers, Shelf};
use crate::card::CardId;
use crate::day::At;
use crate::import::edit;
use crate::messages::{Message, NotesMessage};
use crate::store::library;
use crate::store::problem::Problem;
use crate::store::spelling::{self, safe_path};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Endings of files that can be written back without loss.
const WRITTEN_BACK: [&str; 7] = ["md", "markdown", "mdown", "txt", "csv", "tsv", "org"];

/// Whether a path can be referred to: files of other kinds are not written back, and copied.
pub fn can_be_referred_to(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    path.is_dir() || WRITTEN_BACK.contains(&ending.as_str())
}

/// Whether a path is in a folder that the system empties.
pub fn is_temporary(path: &Path) -> bool {
    let folder = std::env::temp_dir();
    let folder = spelling::real_or_same(&folder);
    path.starts_with(&folder)
}

impl Shelf {
    /// The line that a path belongs to, with its mirror.
    pub(super) fn pair(&self, notes: &Path) -> Option<MirrorPair> {
        let mut lines = self.entries().iter().filter(|entry| entry.refers.is_some());
        lines.find_map(|entry| self.pair_of(entry, notes))
    }

    /// The mirror that a line has of a file.
    pub(super) fn pair_of(&self, entry: &Entry, notes: &Path) -> Option<MirrorPair> {
        let (refers, origin) = (entry.refers?, entry.origin.as_ref()?);
        let path = below(origin, notes)?;
        if path.is_empty() != (refers == Refers::File) {
            return None;
        }
        let copy = self.copy_of(entry)?;
        let mirror = if path.is_empty() { copy } else { copy.join(safe_path(Path::new(&path))) };
        let name = if path.is_empty() { entry.name() } else { path.clone() };
        let stem = Path::new(&name).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let deck = entry.deck.clone().unwrap_or(stem);
        Some(MirrorPair {
            key: (entry.source.to_string_lossy().into_owned(), path),
            notes: notes.to_path_buf(),
            mirror,
            deck,
        })
    }

    /// The key of a mirror.
    pub(super) fn key_of_mirror(&self, mirror: &Path) -> Option<MirrorKey> {
        let is_its = |entry: &&Entry| self.copy_of(entry).is_some_and(|copy| mirror.starts_with(copy));
        let entry = self.entries().iter().find(is_its)?;
        let key = entry.source.to_string_lossy().into_owned();
        let copy = self.copy_of(entry)?;
        if entry.refers != Some(Refers::Folder) {
            return (copy == mirror).then(|| (key, String::new()));
        }
        let own = |path: &String| copy.join(safe_path(Path::new(path))) == mirror;
        let path = below(&copy, mirror).filter(own);
        let path = path.or_else(|| Agreed::load(&self.config).below(&key).into_iter().find(own))?;
        Some((key, path))
    }

    /// Whether a file is a mirror or a copy.
    pub fn is_mirror(&self, file: &Path) -> bool {
        file.starts_with(&self.dir) && self.key_of_mirror(file).is_some()
    }

    /// The mirror of the user's own file.
    pub fn mirror_of(&self, notes: &Path) -> Option<PathBuf> {
        self.pair(notes).map(|pair| pair.mirror)
    }

    /// A place below `decks/` for the mirror of a line, which no line of another machine takes.
    pub fn place_for_mirror(&self, entry: &Entry) -> PathBuf {
        let name = safe_path(Path::new(&entry.name()));
        let key = entry.source.to_string_lossy();
        let mark = key.rsplit_once('~').map_or("", |(_, mark)| mark);
        let stem = name.file_stem().unwrap_or_default().to_string_lossy();
        let group = PathBuf::from(format!("{stem}~{mark}"));
        if entry.refers == Some(Refers::File) { group.join(name) } else { group }
    }

    /// A line of another machine whose notes this file is: it has its name, and says what the mirror says
    /// or holds most of its cards.
    pub fn line_without_notes(&self, notes: &Path, bytes: &[u8]) -> Option<&Entry> {
        let name = notes.file_name()?.to_string_lossy().into_owned();
        let text = edit::plain_text(bytes)?;
        let ids = |bytes: &[u8], style| -> Vec<_> {
            let cards = crate::import::read(bytes, None, style, None).cards;
            cards.into_iter().map(|card| card.id).collect()
        };
        let is_its = |entry: &&Entry| {
            let is_away =
                entry.refers == Some(Refers::File) && entry.origin.is_none() && entry.name() == name;
            let mirror =
                self.copy_of(entry).filter(|_| is_away).and_then(|copy| fs::read_to_string(copy).ok());
            mirror.is_some_and(|mirror| {
                if mirror == text {
                    return true;
                }
                let style = entry.style("");
                let (own, other) = (ids(bytes, style), ids(mirror.as_bytes(), style));
                let common = other.iter().filter(|id| own.contains(id)).count();
                !other.is_empty() && common * 2 >= other.len()
            })
        };
        self.entries().iter().find(is_its)
    }

    /// The line of a file that was moved to this place: its own file is gone, and most
    /// cards of either are the same in its mirror and here. Of several such lines it is the one that has most of them.
    pub fn line_moved(&self, notes: &Path, bytes: &[u8]) -> Option<&Entry> {
        let ids = |bytes: &[u8], entry: &Entry| -> HashSet<CardId> {
            let cards = crate::import::read(bytes, None, entry.style(""), None).cards;
            cards.into_iter().map(|card| card.id).collect()
        };
        let is_gone = |origin: &Path| origin != notes && super::is_missing(origin);
        let in_common = |entry: &Entry| {
            let is_away = entry.refers == Some(Refers::File) && entry.origin.as_deref().is_some_and(is_gone);
            let mirror = self.copy_of(entry).filter(|_| is_away).and_then(|copy| fs::read(copy).ok())?;
            if mirror == bytes {
                return Some(usize::MAX);
            }
            let (here, there) = (ids(bytes, entry), ids(&mirror, entry));
            let common = here.intersection(&there).count();
            (common * 2 > here.len().max(there.len())).then_some(common)
        };
        let moved = self.entries().iter().filter_map(|entry| Some((in_common(entry)?, entry)));
        moved.max_by_key(|(common, _)| *common).map(|(_, entry)| entry)
    }

    /// Whether something that was changed here waits for the notes of this line.
    pub fn waits_for_notes(&self, entry: &Entry) -> bool {
        Open::load(&self.config).edited.contains_key(&*entry.source.to_string_lossy())
    }

    /// Whether something that was changed here waits for its notes, so that [`Shelf::refresh`] has work.
    pub fn has_open(&self) -> bool {
        self.entries().iter().any(|entry| entry.refers.is_some())
            && Open::load(&self.config) != Open::default()
    }

    /// Puts what was changed here while notes were away into those that are back. Gives what to say, also of
    /// what arrived and waits.
    pub fn refresh(&self, now: At) -> Vec<Message> {
        let open = Open::load(&self.config);
        let mut told = Vec::new();
        let is_here = |entry: &Entry| entry.refers.is_some() && entry.origin.is_some();
        let is_edited = |entry: &Entry| open.edited.contains_key(&*entry.source.to_string_lossy());
        if self.entries().iter().any(|entry| is_here(entry) && is_edited(entry)) {
            let settled = Shelf::lock_at(&self.data, &self.config).and_then(|(shelf, _lock)| {
                let mut mirrors = Mirrors::of(&shelf, now);
                let settled = mirrors.settle_edited();
                mirrors.save()?;
                Ok(settled)
            });
            match settled {
                Ok(settled) => {
                    told.extend(settled.into_iter().filter_map(|(notes, settled)| match settled {
                        Ok(settled) => said(&notes, &settled),
                        Err(problem) => Some(Message::from(&problem)),
                    }));
                }
                Err(problem) => told.push(Message::from(&problem)),
            }
        }
        let waits: usize = open.arrived.values().map(|files| files.len()).sum();
        let of = |entry: &&Entry| open.arrived.contains_key(&*entry.source.to_string_lossy());
        let first = self.entries().iter().find(of).and_then(|entry| {
            let path = open.arrived.get(&*entry.source.to_string_lossy())?.first()?;
            Some(inside(entry.origin.as_ref()?, path))
        });
        if let Some(notes) = first {
            let notes = spelling::shown(&notes);
            told.push(NotesMessage::Arrived { files: waits, notes }.into());
        }
        told
    }

    /// Lets all notes and mirrors agree that can. Gives what to say, also of what arrived and waits.
    pub fn agree(&self, now: At) -> Result<Vec<Message>, Problem> {
        if !self.entries().iter().any(|entry| entry.refers.is_some() && entry.origin.is_some()) {
            return Ok(Vec::new());
        }
        let origins = self.entries().iter().filter(|entry| entry.refers.is_some());
        let origins: Vec<PathBuf> = origins.filter_map(|entry| entry.origin.clone()).collect();
        self.sweep(&library::list(&origins).0, now)
    }

    /// Lets the mirrors say what these notes say now. Gives what to say.
    pub fn follow(&self, notes: &[PathBuf], now: At) -> Result<Vec<Message>, Problem> {
        if !notes.iter().any(|notes| self.pair(notes).is_some()) {
            return Ok(Vec::new());
        }
        self.sweep(notes, now)
    }

    /// The same, and sweeps folders from which files went.
    pub fn sweep(&self, notes: &[PathBuf], now: At) -> Result<Vec<Message>, Problem> {
        let (shelf, _lock) = Shelf::lock_at(&self.data, &self.config)?;
        let mut mirrors = Mirrors::of(&shelf, now);
        let mut told = Vec::new();
        for notes in notes {
            let settled = mirrors.settle(notes, super::Wish::Wait)?;
            told.extend(settled.and_then(|settled| said(notes, &settled)));
        }
        for entry in shelf.entries() {
            let gone = mirrors.sweep(entry, super::Wish::Wait)?.into_iter();
            told.extend(gone.filter_map(|gone| {
                let (notes, kept) = (spelling::shown(&gone.notes), spelling::shown(&gone.kept?));
                Some(NotesMessage::GoneFromFolder { notes, kept }.into())
            }));
            told.extend(shelf.without_notes(entry).into_iter().map(|(mirror, notes)| {
                let (mirror, notes) = (spelling::shown(&mirror), spelling::shown(&notes));
                NotesMessage::NoNotesHere { mirror, notes }.into()
            }));
        }
        mirrors.save()?;
        Ok(told)
    }

    /// Whether a folder has fewer files than when it was looked through last, but is there.
    pub fn has_shrunk(&self, files: impl Fn(usize) -> usize) -> bool {
        let folders = self.entries().iter().enumerate();
        let mut folders = folders
            .filter(|(_, entry)| entry.refers == Some(Refers::Folder) && entry.origin.is_some())
            .peekable();
        if folders.peek().is_none() {
            return false;
        }
        let open = Open::load(&self.config);
        folders.any(|(index, entry)| {
            let known = open.counts.get(&*entry.source.to_string_lossy()).copied().unwrap_or_default();
            files(index).saturating_add(entry.left_out.len()) < known
        })
    }

    /// Whether older versions linked to this line's notes by their path alone.
    pub fn is_bare_link(entry: &Entry) -> bool {
        entry.how == How::Link && entry.refers.is_none()
    }
}
