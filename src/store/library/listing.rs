//! The files of notes at some paths: which files of a folder are notes, and how many there are below one.

use super::Unreadable;
use crate::import;
use crate::import::package::is_package;
use crate::messages::{Message, NotesMessage};
use crate::store::bounded;
use crate::store::conflict::{self, Conflict};
use crate::store::spelling;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The files of notes at these paths, in the order of their names. Below a folder, hidden files and
/// what its ignore files name are left out, and links too, because they may lead round in circles; a
/// path that was named is always taken.
pub fn list(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Unreadable>) {
    let Listing { files, unreadable, .. } = listing(paths);
    (files, unreadable)
}

/// Files of notes as they were found.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files.
    pub files: Vec<PathBuf>,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
    /// Copies that sync tools left beside the notes of a folder; they are not among the files.
    pub copies: Vec<Conflict>,
}

/// The same, with what was left out because it is a copy.
pub fn listing(paths: &[PathBuf]) -> Listing {
    let Listing { mut files, mut unreadable, mut copies } = Listing::default();
    for path in paths {
        let tell = |cause| Unreadable { path: path.clone(), cause };
        match std::fs::metadata(path) {
            Err(cause) => unreadable.push(tell(cause)),
            Ok(metadata) if metadata.is_dir() => {
                let mut below = Vec::new();
                list_below(path, &mut below, &mut unreadable);
                copies.extend(conflict::take_out(&mut below));
                files.extend(below);
            }
            Ok(metadata) if metadata.is_file() => files.push(path.clone()),
            Ok(_) => {
                unreadable.push(tell(io::Error::new(
                    io::ErrorKind::InvalidInput,
                    Message::from(NotesMessage::NoFile),
                )));
            }
        }
    }
    Listing { files, unreadable, copies }
}

/// More files and folders than this are not looked at below one folder: it is the wrong one.
const MOST_ENTRIES: usize = 400_000;
/// More files of notes than this are not read below one folder.
const MOST_FILES: usize = 40_000;

fn list_below(folder: &Path, files: &mut Vec<PathBuf>, unreadable: &mut Vec<Unreadable>) {
    let refuse = |why: NotesMessage| {
        let cause = Message::from(NotesMessage::TooManyBelow { why: why.into() });
        Unreadable { path: folder.to_path_buf(), cause: io::Error::new(io::ErrorKind::InvalidInput, cause) }
    };
    if spelling::real(folder).is_ok_and(|folder| folder.parent().is_none()) {
        unreadable.push(refuse(NotesMessage::RootOfAll));
        return;
    }
    let before = (files.len(), unreadable.len());
    let mut seen = 0;
    for entry in walk(folder) {
        seen += 1;
        if seen > MOST_ENTRIES || files.len() - before.0 > MOST_FILES {
            files.truncate(before.0);
            unreadable.truncate(before.1);
            unreadable.push(refuse(match seen > MOST_ENTRIES {
                true => NotesMessage::FilesBelow { most: MOST_ENTRIES },
                false => NotesMessage::NotesBelow { most: MOST_FILES },
            }));
            return;
        }
        match entry {
            Ok(entry) => files.extend(Some(entry).filter(is_notes).map(ignore::DirEntry::into_path)),
            Err(error) => unreadable.push(unreadable_entry(folder, error)),
        }
    }
}

fn unreadable_entry(folder: &Path, error: ignore::Error) -> Unreadable {
    let (mut path, mut error) = (folder.to_path_buf(), error);
    while let ignore::Error::WithPath { path: inner, err } = error {
        (path, error) = (inner, *err);
    }
    let message = error.to_string();
    let cause = error.into_io_error().unwrap_or_else(|| io::Error::other(message));
    Unreadable { path, cause }
}

/// The files and folders below a folder, in the order of their names.
fn walk(folder: &Path) -> ignore::Walk {
    let mut walk = ignore::WalkBuilder::new(folder);
    // An ignore file holds with or without a repository; the user's global one is about code.
    walk.follow_links(false).require_git(false).git_global(false).sort_by_file_path(Path::cmp);
    walk.build()
}

/// Files of notes below a folder, as far as somebody waits for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotesBelow {
    /// All of them: an import of the folder takes these.
    All(Vec<PathBuf>),
    /// There are more files and folders than were looked at.
    TooMany,
    /// Nobody waits any more.
    Left,
}

/// The files that an import of a folder takes, while no more than so many files and folders are looked at and
/// somebody waits.
pub fn below(folder: &Path, most: usize, mut is_wanted: impl FnMut() -> bool) -> NotesBelow {
    let mut files = Vec::new();
    for (seen, entry) in walk(folder).enumerate() {
        if !is_wanted() {
            return NotesBelow::Left;
        }
        if seen > most {
            return NotesBelow::TooMany;
        }
        files.extend(entry.ok().filter(is_notes).map(ignore::DirEntry::into_path));
    }
    conflict::take_out(&mut files);
    NotesBelow::All(files)
}

fn is_notes(entry: &ignore::DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file()) && looks_like_notes(entry.path())
}

/// Whether a path below a folder of notes may be notes or hold some, by its name.
pub(in crate::store) fn may_be_notes(path: &Path) -> bool {
    let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let ending = ending(path);
    let is_notes = [&ENDINGS[..], &TABLES[..]].concat().contains(&ending.as_str());
    !is_hidden && (ending.is_empty() || is_notes || path.is_dir())
}

fn ending(path: &Path) -> String {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase()
}

fn looks_like_notes(path: &Path) -> bool {
    let ending = ending(path);
    ENDINGS.contains(&ending.as_str()) || (TABLES.contains(&ending.as_str()) && begins_with_cards(path))
}

/// Endings of files that hold notes.
const ENDINGS: [&str; 9] = ["md", "markdown", "mdown", "txt", "ipynb", "docx", "mochi", "org", "tex"];
/// Endings of tables. Most of those beside notes are data, so below a folder only cards are taken.
const TABLES: [&str; 2] = ["csv", "tsv"];

/// Whether a file may hold notes by its ending.
pub(in crate::store) fn has_ending_of_notes(path: &Path) -> bool {
    let ending = ending(path);
    ENDINGS.contains(&ending.as_str()) || TABLES.contains(&ending.as_str())
}

/// Whether a file that the user picks may be notes, by its ending.
pub(in crate::store) fn may_be_picked(path: &Path) -> bool {
    let others = ["html", "htm", "json", "yaml", "yml"];
    has_ending_of_notes(path) || is_package(path) || others.contains(&ending(path).as_str())
}

/// Whether the first lines of a table are questions with answers.
fn begins_with_cards(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let read = bounded::open(path).and_then(|file| file.take(4096).read_to_end(&mut bytes));
    if read.is_ok_and(|length| length == 4096) {
        bytes.truncate(bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1));
    }
    // One on which the reader fails is named where it is read.
    super::caught(|| import::read(&bytes, None, None, None).cards.len()).map_or(true, |cards| cards > 0)
}
