//! A line of the list of decks, and how it is written down.

use crate::card::{Card, CardId};
use crate::import::{self, LineMarks, Style, Styled, legacy};
use crate::store::spelling;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_64;

/// Whether a deck lives in the data folder or in the user's own files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// It was copied, and lives in the data folder alone.
    Copy,
    /// The user's own file or folder is the truth.
    Link,
}

/// What a line with a mirror refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Refers {
    /// A file; its mirror is a file.
    File,
    /// A folder; its mirror is a folder.
    Folder,
}

/// A built-in card that the learner says in other words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The language of the face, by name.
    pub lang: String,
    /// Hash of what the built-in card said.
    pub original: String,
}

/// One line of the list: a copied file, or a file or folder that is referred to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// What the line is known by on every machine: of a copy the absolute path it came from, of what has
    /// a mirror a name that says no path ([`key_of`]).
    #[serde(with = "spelling::in_json")]
    pub source: PathBuf,
    /// Copied or referred to.
    pub how: How,
    /// The name of its deck; a folder without one gives each file a deck of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deck: Option<String>,
    /// The title the user gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The folder it was imported with.
    #[serde(with = "spelling::in_json::option", default, skip_serializing_if = "Option::is_none")]
    pub folder: Option<PathBuf>,
    /// Where its copy or mirror stands below `decks/`.
    #[serde(with = "spelling::in_json::option", default, skip_serializing_if = "Option::is_none")]
    pub copy: Option<PathBuf>,
    /// What it refers to, where there is a mirror.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refers: Option<Refers>,
    /// The style it has to be read in; none means the one that fits best.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<String>,
    /// Styles that single files of a folder have to be read in, by their places below it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub styles: BTreeMap<String, String>,
    /// Files of a folder that are left out, by their places below it, until they are imported by themselves.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub left_out: BTreeSet<String>,
    /// The style in which it was accepted: it is read so until it is imported again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<String>,
    /// Lines that the user made cards, and cards that the user made text.
    #[serde(default, skip_serializing_if = "LineMarks::is_empty")]
    pub marks: LineMarks,
    /// Hash of the bytes that were copied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<String>,
    /// Cards the user does not want.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub out: BTreeSet<CardId>,
    /// Built-in cards of which this deck has the learner's own version.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub corrects: BTreeMap<CardId, Correction>,
    /// What later versions write.
    #[serde(flatten)]
    pub other: Map<String, Value>,
    /// Where the user's own file or folder stands on this machine, where that is known.
    #[serde(skip)]
    pub origin: Option<PathBuf>,
}

impl Entry {
    /// A line for a file that is to be copied, or for what older versions linked to by its path alone.
    pub fn new(source: PathBuf, how: How) -> Entry {
        Entry {
            origin: Some(source.clone()),
            source,
            how,
            deck: None,
            title: None,
            folder: None,
            copy: None,
            refers: None,
            style: None,
            styles: BTreeMap::new(),
            left_out: BTreeSet::new(),
            accepted: None,
            marks: LineMarks::default(),
            bytes: None,
            out: BTreeSet::new(),
            corrects: BTreeMap::new(),
            other: Map::new(),
        }
    }

    /// A line that refers to a file or a folder.
    pub fn referring(path: &Path, refers: Refers) -> Entry {
        let origin = Some(path.to_path_buf());
        Entry { refers: Some(refers), origin, ..Entry::new(key_of(path), How::Link) }
    }

    /// The same under a key that no other line has: where notes moved, their line keeps the key of their old place.
    pub fn referring_beside(path: &Path, refers: Refers, others: &[Entry]) -> Entry {
        let is_taken = |key: &Path| {
            let is_other = |entry: &Entry| entry.origin.as_deref().is_some_and(|origin| origin != path);
            others.iter().any(|entry| entry.source == key && entry.refers.is_some() && is_other(entry))
        };
        let mut entry = Entry::referring(path, refers);
        let mut salted = path.as_os_str().to_owned();
        while is_taken(&entry.source) {
            salted.push("+");
            let (key, name) = (key_of(Path::new(&salted)), entry.name());
            let mark =
                key.to_string_lossy().rsplit_once('~').map_or(String::new(), |(_, mark)| mark.to_owned());
            entry.source = PathBuf::from(format!("{name}~{mark}"));
        }
        entry
    }

    /// The cards among these of one of its files that are marked out; also those marked by an id of the
    /// version before.
    pub fn out_of(&self, cards: &[Card]) -> Cow<'_, BTreeSet<CardId>> {
        if !self.out.iter().any(|id| legacy::is_old(id.as_str())) {
            return Cow::Borrowed(&self.out);
        }
        let is_out = |old: &Option<CardId>| old.as_ref().is_some_and(|old| self.out.contains(old));
        let had = cards.iter().zip(legacy::ids(cards)).filter(|(_, old)| is_out(old));
        Cow::Owned(had.map(|(card, _)| card.id.clone()).chain(self.out.iter().cloned()).collect())
    }

    /// The style that the file at this place below it has to be read in; the place of a file by itself is empty.
    pub fn style(&self, place: &str) -> Option<&'static Style> {
        let own = self.styles.iter().find(|(file, _)| *file == place || is_mirror_of(file, place));
        own.map(|(_, style)| style).or(self.style.as_ref()).and_then(|style| import::named(style))
    }

    /// Whether the file at this place below it is left out.
    pub fn leaves_out(&self, place: &str) -> bool {
        self.left_out.iter().any(|file| file == place || is_mirror_of(file, place))
    }

    /// All that is known of the style of the file at this place below it.
    pub fn styled(&self, place: &str) -> Styled<'_> {
        let accepted = self.accepted.as_deref().and_then(import::named);
        Styled { forced: self.style(place), accepted, marks: Some(&self.marks) }
    }

    /// Has the file at this place below it read in a style.
    pub fn put_style(&mut self, place: &str, style: &'static Style) {
        if place.is_empty() {
            self.style = Some(style.name.to_owned());
        } else {
            self.styles.insert(place.to_owned(), style.name.to_owned());
        }
    }

    /// The place of one of the user's own files below it.
    pub fn place_of(&self, file: &Path) -> String {
        let root = self.origin.as_deref().filter(|_| self.refers == Some(Refers::Folder));
        root.and_then(|root| below(root, file)).unwrap_or_default()
    }

    /// The folder that was imported, where it came with one: a path, or its name alone where it is on another machine.
    pub fn root(&self) -> Option<PathBuf> {
        match self.refers {
            Some(Refers::Folder) => Some(self.path()),
            _ => self.folder.clone(),
        }
    }

    /// Whether it came with this folder.
    pub fn is_in_folder(&self, folder: &Path) -> bool {
        self.root().is_some_and(|root| root == folder)
    }

    /// The path to show: that of the user's own file, or its name where that is on another machine.
    pub fn path(&self) -> PathBuf {
        self.origin.clone().unwrap_or_else(|| PathBuf::from(self.name()))
    }

    /// The name of the user's file or folder.
    pub fn name(&self) -> String {
        let name = self.source.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match name.rsplit_once('~') {
            Some((name, _)) if self.refers.is_some() => name.to_owned(),
            _ => name,
        }
    }

    /// Older versions read what refers to a file as a copy: its mirror.
    pub(super) fn as_written(&self) -> Entry {
        let how = if self.refers == Some(Refers::File) { How::Copy } else { self.how };
        Entry { how, ..self.clone() }
    }

    pub(super) fn as_read(&mut self) {
        if self.refers.is_some() {
            self.how = How::Link;
        }
    }
}

/// The place of a file below a root; empty for the root itself.
pub(super) fn below(root: &Path, file: &Path) -> Option<String> {
    let inside = file.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> = inside.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

/// Whether the mirror of a file, whose name every system has to take, stands at this place.
fn is_mirror_of(file: &str, place: &str) -> bool {
    spelling::safe_path(Path::new(file)) == Path::new(place)
}

/// The key of a file or folder that is referred to: its name and a hash of its path, so that two machines
/// with other files of that name keep them apart, and no path is shared.
pub fn key_of(path: &Path) -> PathBuf {
    let name = path.file_name().map_or("notes".into(), |name| name.to_string_lossy());
    let name = crate::markdown::clean(&name).replace(['\n', '/', '\\'], "_");
    PathBuf::from(format!("{name}~{:08x}", xxh3_64(path.as_os_str().as_encoded_bytes()) as u32))
}
