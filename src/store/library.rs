//! The library: decks inside the binary, and decks read from files and folders.

mod listing;
mod stream;

pub use listing::{Listing, NotesBelow, below, list, listing};
pub(super) use listing::{has_ending_of_notes, may_be_notes, may_be_picked};
pub use stream::{STREAM, place_of_stream, read_stream, read_streamed, stream_bytes};

use super::bounded;
use super::builtin::BUILTIN;
use super::spelling::shown;
use super::twins::standing_twice;
use crate::card::{Card, CardId, Deck, tell_titles_apart};
use crate::import::package::{self, Package, is_package};
use crate::import::{self, Diagnostic, Notes, Style, Styled};
use crate::messages::{BuildMessage, DiskMessage, Message, NotesMessage, ReadingMessage};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
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
    /// The package it is, if it is one: then the bytes are its cards as notes.
    pub package: Option<Box<Package>>,
    /// The bytes of the file where it is of another program's format: then `bytes` are its text as notes.
    pub original: Option<Vec<u8>>,
}

/// A path that could not be read.
#[derive(Debug)]
pub struct Unreadable {
    /// The path.
    pub path: PathBuf,
    /// Why.
    pub cause: io::Error,
}

impl From<&Unreadable> for Message {
    fn from(problem: &Unreadable) -> Message {
        let (path, cause) = (shown(&problem.path), Message::of_system(&problem.cause).into());
        Message::from(match problem.cause.kind() {
            io::ErrorKind::NotFound => DiskMessage::UnreadableMissing { path, cause },
            io::ErrorKind::PermissionDenied => DiskMessage::UnreadableDenied { path, cause },
            io::ErrorKind::FileTooLarge => DiskMessage::UnreadableLarge { path, cause },
            _ => DiskMessage::Unreadable { path, cause },
        })
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        Message::from(self).fmt(out)
    }
}

impl std::error::Error for Unreadable {}

/// Whether a name means a file or a folder rather than a deck.
pub fn is_path(name: &str) -> bool {
    let path = Path::new(name);
    path.components().count() > 1 || path.extension().is_some() || path.exists()
}

/// All decks inside the binary.
pub fn builtin_decks() -> Vec<Deck> {
    BUILTIN.par_iter().map(super::builtin::Builtin::deck).collect()
}

/// Reads the notes at these paths: a file as it is, a folder with everything below it that looks like
/// notes. What cannot be read is told and does not stop the rest.
pub fn read_notes(paths: &[PathBuf], style: Option<&'static Style>) -> (Vec<ReadFile>, Vec<Unreadable>) {
    let (files, mut unreadable) = list(paths);
    let mut read = Vec::new();
    for path in files {
        match read_file(&path, style) {
            Ok(file) => read.push(file),
            Err(problem) => unreadable.push(problem),
        }
    }
    (read, unreadable)
}

/// A larger file is not read as notes, in bytes: the longest notes that people write have a few MB.
pub const LARGEST: u64 = 64 << 20;

/// A typed answer in a file, of which no more than so many bytes are read.
pub fn read_answer(path: &Path, most: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut std::io::Read::take(std::fs::File::open(path)?, most), &mut bytes)?;
    Ok(bytes)
}

/// Reads one file of notes.
pub fn read_file(path: &Path, style: Option<&'static Style>) -> Result<ReadFile, Unreadable> {
    read_file_as(path, Styled { forced: style, ..Styled::default() })
}

/// The same where a style is known in which the notes were accepted. A file on which the reader fails takes no
/// other with it.
pub fn read_file_as(path: &Path, style: Styled<'_>) -> Result<ReadFile, Unreadable> {
    caught(|| read_unguarded(path, style)).unwrap_or_else(|cause| {
        let path = path.to_path_buf();
        Err(Unreadable { path, cause })
    })
}

/// What a reading gives, or that the reader failed: that is a fault of the program, and no reason to stop.
fn caught<T>(read: impl FnOnce() -> T) -> io::Result<T> {
    let failed = |_| io::Error::other(Message::from(NotesMessage::ReaderFailed));
    catch_unwind(AssertUnwindSafe(read)).map_err(failed)
}

fn read_unguarded(path: &Path, style: Styled<'_>) -> Result<ReadFile, Unreadable> {
    let wrong = |cause| Unreadable { path: path.to_path_buf(), cause };
    if is_package(path) {
        let bytes = bounded::read(path, package::LARGEST).map_err(wrong)?;
        return read_package(path, bytes).map_err(wrong);
    }
    let bytes = bounded::read(path, LARGEST).map_err(wrong)?;
    if package::is_packed(&bytes) {
        return read_package(path, bytes).map_err(wrong);
    }
    Ok(read_bytes(path, bytes, style))
}

/// Reads the bytes of a file of notes.
fn read_bytes(path: &Path, bytes: Vec<u8>, style: Styled<'_>) -> ReadFile {
    let path = Arc::new(path.to_path_buf());
    let mut notes = import::read_as(&bytes, Some(&path), style, None);
    let converted = if notes.is_converted { import::format::converted(&bytes) } else { None };
    let (bytes, original) = match converted {
        Some(converted) => (converted.text.into_bytes(), Some(bytes)),
        None => (bytes, None),
    };
    if original.is_some() && !notes.cards.is_empty() {
        let message = ReadingMessage::Converted { format: notes.encoding.to_owned() };
        let help = ReadingMessage::ConvertedStays;
        notes.diagnostics.insert(0, Diagnostic::note(1, message, help));
    }
    ReadFile { path, bytes, notes, package: None, original }
}

/// Reads a package of Anki as notes.
fn read_package(path: &Path, bytes: Vec<u8>) -> io::Result<ReadFile> {
    if !package::IS_BUILT {
        let message = Message::from(BuildMessage::Without { feature: "anki" });
        return Err(io::Error::new(io::ErrorKind::Unsupported, message));
    }
    let package = Package::read(bytes).map_err(|refused| io::Error::other(Message::from(refused.0)))?;
    let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let bytes = package.markdown(&crate::markdown::clean(&stem)).into_bytes();
    let path = Arc::new(path.to_path_buf());
    let mut notes = import::read(&bytes, Some(&path), None, None);
    let remarks =
        package.told.iter().map(|told| Diagnostic::warning(1, told.clone(), ReadingMessage::OthersComplete));
    notes.diagnostics.splice(0..0, remarks);
    Ok(ReadFile { path, bytes, notes, package: Some(Box::new(package)), original: None })
}

/// Decks without cards left out, names made unique, and cards of the same id joined: faces in other
/// languages join the card, and a card that stands in two decks stays in the first. Cards that ask the
/// same and answer otherwise have other ids by then, see [`super::apart`].
pub fn settle(decks: Vec<Deck>) -> Vec<Deck> {
    let ids = decks.iter().flat_map(|deck| &deck.cards).map(|card| &card.id);
    let has_twins = !standing_twice(ids).is_empty();
    settle_known(decks, has_twins)
}

/// The same, where it is known whether some id stands twice.
pub fn settle_known(decks: Vec<Deck>, has_twins: bool) -> Vec<Deck> {
    let decks = if has_twins { join_twins(decks) } else { decks };
    let mut settled: Vec<Deck> = decks.into_iter().filter(|deck| !deck.cards.is_empty()).collect();
    let mut taken: HashSet<String> = HashSet::with_capacity(settled.len());
    // The first number that may be free for a name: thousands of folders may hold a file of one name.
    let mut free: HashMap<String, usize> = HashMap::new();
    for deck in &mut settled {
        if !taken.insert(deck.name.clone()) {
            let count = free.entry(deck.name.clone()).or_insert(2);
            while !taken.insert(format!("{}-{count}", deck.name)) {
                *count += 1;
            }
            deck.name = format!("{}-{count}", deck.name);
        }
    }
    tell_titles_apart(&mut settled);
    settled
}

fn join_twins(decks: Vec<Deck>) -> Vec<Deck> {
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
                    for face in card.faces {
                        match known.faces.iter_mut().find(|old| old.lang == face.lang) {
                            // A question in a table of contents does not hide its answer.
                            Some(old) if old.answer.is_empty() && !face.answer.is_empty() => *old = face,
                            Some(_) => (),
                            None => known.faces.push(face),
                        }
                    }
                }
                None => {
                    places.insert(card.id.clone(), (settled.len(), deck.cards.len()));
                    deck.cards.push(card);
                }
            }
        }
        settled.push(deck);
    }
    settled
}

/// The name, with a number where it is taken.
pub fn unique_name(name: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(name) {
        return name.to_owned();
    }
    (2..)
        .map(|count| format!("{name}-{count}"))
        .find(|name| !taken(name))
        .expect("there is always a free number")
}

/// A file's name as the name of a deck: letters and digits of any script, `-` for all else.
pub fn slug(stem: &str) -> String {
    let letters = stem.to_lowercase();
    let parts: Vec<&str> =
        letters.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "deck".to_owned() } else { parts.join("-") }
}

#[cfg(test)]
mod tests {
    use super::super::leaf::{Leaf, LeafCache};
    use super::*;
    use crate::card::Lang;
    use crate::messages::Say;
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
    fn a_file_on_which_the_reader_fails_is_unreadable_and_says_so() {
        assert_eq!(caught(|| 1).unwrap(), 1);
        let cause = caught(|| -> usize { [1, 2][std::hint::black_box(7)] }).unwrap_err();
        let told = Message::from(&Unreadable { path: "a/notes.md".into(), cause });
        for (lang, words) in [(Lang::En, "the reader failed"), (Lang::Zh, "解析时出错")] {
            let said = told.say(lang);
            assert!(said.contains("a/notes.md") && said.contains(words), "{said}");
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
        fs::write(at("data.csv"), "x,y\n1,2\n3,4\n").unwrap();
        fs::write(at("export.csv"), "question,answer\nWhat is it?,a\nWhy?,b\n").unwrap();
        fs::write(at("essay.txt"), "No questions here.\n").unwrap();
        let (files, unreadable) = read_notes(&[folder.path().to_path_buf(), at("missing.md")], None);
        let names: Vec<_> =
            files.iter().map(|file| file.path.file_name().unwrap().to_str().unwrap()).collect();
        assert_eq!(names, ["b.md", "essay.txt", "export.csv", "a.MD"]);
        assert_eq!(unreadable.len(), 1);
        assert!(unreadable[0].to_string().contains("missing.md"), "{}", unreadable[0]);
        let leaves = LeafCache::none().leaves(&[folder.path().to_path_buf()], None).leaves;
        let decks = settle(leaves.into_iter().map(Leaf::into_deck).collect());
        assert_eq!(
            decks.iter().map(|deck| (deck.name.as_str(), deck.cards.len())).collect::<Vec<_>>(),
            [("b", 2), ("export", 2), ("a", 1)]
        );
    }

    #[test]
    fn thousands_of_files_of_one_name_have_names_of_their_own_at_once() {
        let cards = import::read(b"1. a?\nx\n", None, None, None).cards;
        let deck = |(number, name): (usize, &str)| {
            let mut card = cards[0].clone();
            card.id = CardId::from(number.to_string().as_str());
            Deck { name: name.to_owned(), titles: Vec::new(), cards: vec![card] }
        };
        let names = ["a-2", "a"].into_iter().chain(std::iter::repeat_n("a", 20_000));
        let settled = settle(names.enumerate().map(deck).collect());
        let named: Vec<&str> = settled.iter().take(4).map(|deck| deck.name.as_str()).collect();
        assert_eq!(named, ["a-2", "a", "a-3", "a-4"]);
        assert_eq!(settled.last().unwrap().name, "a-20002");
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
