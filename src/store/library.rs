//! The library: decks inside the binary, and decks read from files and folders.

use super::builtin::BUILTIN;
use crate::card::{Card, CardId, Deck, Lang};
use crate::import::{self, Notes, Style};
use std::collections::HashMap;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file that was read as notes.
#[derive(Debug)]
pub struct ReadFile {
    /// Where it stands.
    pub path: Arc<PathBuf>,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What they were read as.
    pub notes: Notes,
}

/// A path that could not be read.
#[derive(Debug)]
pub struct Unreadable {
    /// The path.
    pub path: PathBuf,
    /// Why.
    pub cause: io::Error,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", shown(&self.path), self.cause)?;
        match self.cause.kind() {
            io::ErrorKind::NotFound => {
                out.write_str("; check the path, or list the decks with `backprop cards`")
            }
            io::ErrorKind::PermissionDenied => out.write_str("; ask for permission to read it"),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for Unreadable {}

/// A path as it may be shown on a terminal.
pub fn shown(path: &Path) -> String {
    crate::markdown::clean(&path.to_string_lossy()).replace('\n', " ")
}

/// Whether a name means a file or a folder rather than a deck.
pub fn is_path(name: &str) -> bool {
    let path = Path::new(name);
    path.components().count() > 1 || path.extension().is_some() || path.exists()
}

/// All decks inside the binary.
pub fn builtin_decks() -> Vec<Deck> {
    BUILTIN.iter().map(super::builtin::Builtin::deck).collect()
}

/// Reads the notes at these paths: a file as it is, a folder with everything below it that looks like
/// notes. What cannot be read is told and does not stop the rest.
pub fn read_notes(paths: &[PathBuf], style: Option<&'static Style>) -> (Vec<ReadFile>, Vec<Unreadable>) {
    let (mut files, mut unreadable) = (Vec::new(), Vec::new());
    for path in paths {
        list(path, true, &mut files, &mut unreadable);
    }
    let mut read = Vec::new();
    for path in files {
        match std::fs::read(&path) {
            Ok(bytes) => {
                let path = Arc::new(path);
                let notes = import::read(&bytes, Some(&path), style, None);
                read.push(ReadFile { path, bytes, notes });
            }
            Err(cause) => unreadable.push(Unreadable { path, cause }),
        }
    }
    (read, unreadable)
}

/// Endings of files that hold notes.
const ENDINGS: [&str; 4] = ["md", "markdown", "mdown", "txt"];

/// Files below a path in the order of their names. Hidden entries and links inside a folder are left
/// out, the latter because they may lead round in circles; a path that was named is always taken.
fn list(path: &Path, named: bool, files: &mut Vec<PathBuf>, unreadable: &mut Vec<Unreadable>) {
    let tell = |cause| Unreadable { path: path.to_path_buf(), cause };
    let metadata = if named { std::fs::metadata(path) } else { std::fs::symlink_metadata(path) };
    let metadata = match metadata {
        Ok(metadata) => metadata,
        Err(cause) => return unreadable.push(tell(cause)),
    };
    if metadata.is_dir() {
        let entries = std::fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries: Vec<PathBuf> = match entries {
            Ok(entries) => entries.iter().map(std::fs::DirEntry::path).collect(),
            Err(cause) => return unreadable.push(tell(cause)),
        };
        entries.sort();
        let visible = |entry: &&PathBuf| {
            !entry.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
        };
        entries.iter().filter(visible).for_each(|entry| list(entry, false, files, unreadable));
    } else if metadata.is_file() && (named || looks_like_notes(path)) {
        files.push(path.to_path_buf());
    } else if named {
        unreadable.push(tell(io::Error::new(io::ErrorKind::InvalidInput, "neither a file nor a folder")));
    }
}

fn looks_like_notes(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    ENDINGS.contains(&ending.as_str())
}

/// The deck of a file of notes. Its name comes from the file's.
pub fn deck_of(file: &ReadFile) -> Deck {
    let stem = file.path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let title = file.notes.title.clone().unwrap_or_else(|| crate::markdown::clean(&stem));
    let lang = file.notes.cards.first().map_or(Lang::of(&title), |card| card.faces[0].lang);
    Deck { name: slug(&stem), titles: vec![(lang, title)], cards: file.notes.cards.clone() }
}

/// Decks without cards left out, names made unique, and cards of the same id joined: faces in other
/// languages join the card, and a card that stands in two decks stays in the first.
pub fn settle(decks: Vec<Deck>) -> Vec<Deck> {
    let mut settled: Vec<Deck> = Vec::new();
    let mut places: HashMap<CardId, (usize, usize)> = HashMap::new();
    for mut deck in decks {
        let cards: Vec<Card> = std::mem::take(&mut deck.cards);
        for card in cards {
            match places.get(&card.id) {
                Some((at, index)) => {
                    let known = if *at == settled.len() {
                        &mut deck.cards[*index]
                    } else {
                        &mut settled[*at].cards[*index]
                    };
                    let new = card
                        .faces
                        .into_iter()
                        .filter(|face| known.faces.iter().all(|old| old.lang != face.lang));
                    let new: Vec<_> = new.collect();
                    known.faces.extend(new);
                }
                None => {
                    places.insert(card.id.clone(), (settled.len(), deck.cards.len()));
                    deck.cards.push(card);
                }
            }
        }
        if !deck.cards.is_empty() {
            deck.name = unique(&deck.name, &settled);
            settled.push(deck);
        }
    }
    settled
}

fn unique(name: &str, decks: &[Deck]) -> String {
    let taken = |name: &str| decks.iter().any(|deck| deck.name == name);
    if !taken(name) {
        return name.to_owned();
    }
    (2..)
        .map(|count| format!("{name}-{count}"))
        .find(|name| !taken(name))
        .expect("there is always a free number")
}

/// A file's name as the name of a deck: letters and digits of any script, `-` for all else.
fn slug(stem: &str) -> String {
    let letters = stem.to_lowercase();
    let parts: Vec<&str> =
        letters.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "deck".to_owned() } else { parts.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn names_of_decks_come_from_files() {
        for (stem, name) in
            [("Deep Learning_v2", "deep-learning-v2"), ("深度学习 笔记", "深度学习-笔记"), ("...", "deck")]
        {
            assert_eq!(slug(stem), name);
        }
    }

    #[test]
    fn a_folder_is_read_with_everything_below_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("sub/.git")).unwrap();
        fs::write(at("b.md"), "1. b?\nx\n2. c?\ny\n").unwrap();
        fs::write(at("sub/a.MD"), "1. a?\nx\n").unwrap();
        fs::write(at("sub/.git/c.md"), "1. hidden?\nx\n").unwrap();
        fs::write(at("picture.png"), [0, 159, 146, 150]).unwrap();
        fs::write(at("essay.txt"), "No questions here.\n").unwrap();
        let (files, unreadable) = read_notes(&[folder.path().to_path_buf(), at("missing.md")], None);
        let names: Vec<_> =
            files.iter().map(|file| file.path.file_name().unwrap().to_str().unwrap()).collect();
        assert_eq!(names, ["b.md", "essay.txt", "a.MD"]);
        assert_eq!(unreadable.len(), 1);
        assert!(unreadable[0].to_string().contains("missing.md"), "{}", unreadable[0]);
        let decks = settle(files.iter().map(deck_of).collect());
        assert_eq!(
            decks.iter().map(|deck| (deck.name.as_str(), deck.cards.len())).collect::<Vec<_>>(),
            [("b", 2), ("a", 1)]
        );
    }

    #[test]
    fn the_same_card_in_two_decks_is_one_card() {
        let deck = |name: &str, text: &str| {
            let notes = import::read(text.as_bytes(), None, None, None);
            Deck { name: name.to_owned(), titles: Vec::new(), cards: notes.cards }
        };
        let decks = settle(vec![
            deck("x", "1. 池化？\n<!-- id: pooling -->\n降维\n"),
            deck("x", "1. Pooling?\n<!-- id: pooling -->\nShrinks.\n2. Other?\ny\n"),
        ]);
        assert_eq!(decks.iter().map(|deck| deck.name.as_str()).collect::<Vec<_>>(), ["x", "x-2"]);
        assert_eq!(decks[0].cards[0].faces.len(), 2);
        assert_eq!(decks[1].cards.len(), 1);
    }
}
