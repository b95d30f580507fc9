//! The shelf: decks that the user brought along, copied into the data folder or linked by their path.
//!
//! `decks/decks.json` lists them; the copies stand beside it. A copy is replaced whole or not at all,
//! and the list is written last, so a killed import leaves every deck as it was or as it should be.

mod copying;
mod manifest;
pub(super) mod shared;
pub(super) mod uniting;

use super::atomic;
use super::leaf::{Leaf, LeafCache};
use super::library::{self, Listing, Unreadable, shown};
use super::lock::{self, Lock};
use super::problem::Problem;
use crate::card::{Card, CardId, Deck, Lang};
use crate::import::{self, Style, legacy};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use manifest::{Manifest, parse};

pub use copying::{Item, Put, look_at_images, read_image};

/// Whether a deck is a copy or stands in the user's own folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// It was copied.
    Copy,
    /// It is read where it stands.
    Link,
}

/// One line of the list: a copied file, or a linked file or folder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Where it came from: an absolute path.
    pub source: PathBuf,
    /// Copied or linked.
    pub how: How,
    /// The name of its deck; a linked folder without one gives each file a deck of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deck: Option<String>,
    /// The title the user gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The folder it was imported with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub folder: Option<PathBuf>,
    /// Where its copy stands below `decks/`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy: Option<PathBuf>,
    /// The style it has to be read in; none means the one that fits best.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<String>,
    /// Hash of the bytes that were copied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<String>,
    /// Cards the user does not want.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub out: BTreeSet<CardId>,
    /// What later versions write.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Entry {
    /// A line for a source that is to be copied or linked.
    pub fn new(source: PathBuf, how: How) -> Entry {
        Entry {
            source,
            how,
            deck: None,
            title: None,
            folder: None,
            copy: None,
            style: None,
            bytes: None,
            out: BTreeSet::new(),
            other: Map::new(),
        }
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

    /// The style it has to be read in.
    pub fn style(&self) -> Option<&'static Style> {
        self.style.as_deref().and_then(import::named)
    }
}

/// A line that was taken out of the list.
#[derive(Debug)]
pub struct Removed {
    /// The line.
    pub entry: Entry,
    /// Where its copy stands now, if it was one.
    pub aside: Option<PathBuf>,
}

/// The list, and the folder it stands in.
#[derive(Debug, Clone)]
pub struct Shelf {
    dir: PathBuf,
    manifest: Manifest,
}

/// A file of the shelf, as read now.
#[derive(Debug)]
pub struct Shelved {
    /// The file with all its cards.
    pub leaf: Leaf,
    /// Which line of the list it belongs to.
    pub entry: usize,
}

impl Shelf {
    /// Reads the list in this data folder; none is an empty one.
    pub fn open(data: &Path) -> Result<Shelf, Problem> {
        let dir = data.join("decks");
        let path = dir.join("decks.json");
        let manifest = match fs::read(&path) {
            Ok(bytes) => parse(&bytes).map_err(|cause| Problem::Manifest { path, cause })?,
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(Shelf::empty(data)),
            Err(cause) => return Err(Problem::io("read", &path)(cause)),
        };
        Ok(Shelf { dir, manifest })
    }

    /// A list without lines.
    pub fn empty(data: &Path) -> Shelf {
        Shelf { dir: data.join("decks"), manifest: Manifest::empty() }
    }

    /// Reads the list and keeps other programs from changing it.
    pub fn lock(data: &Path) -> Result<(Shelf, Lock), Problem> {
        let dir = data.join("decks");
        atomic::make_dir(&dir).map_err(Problem::io("make", &dir))?;
        let lock = lock::hold(&dir.join("decks.json"))?;
        Ok((Shelf::open(data)?, lock))
    }

    /// Writes the list, unless it stands so already.
    pub fn save(&self) -> Result<(), Problem> {
        let path = self.dir.join("decks.json");
        let mut bytes = self.manifest.to_json();
        bytes.push(b'\n');
        if fs::read(&path).is_ok_and(|old| old == bytes) {
            return Ok(());
        }
        atomic::replace(&path, |out| out.write_all(&bytes)).map_err(Problem::io("write", &path))
    }

    /// The lines of the list.
    pub fn entries(&self) -> &[Entry] {
        &self.manifest.sources
    }

    /// The line of this source, or of the linked folder it stands in.
    pub fn find(&self, source: &Path) -> Option<&Entry> {
        self.line_of(source).or_else(|| {
            self.entries().iter().find(|entry| entry.how == How::Link && source.starts_with(&entry.source))
        })
    }

    /// The line of just this source, also when it came from a machine where the source stands alike.
    fn line_of(&self, source: &Path) -> Option<&Entry> {
        let mark = shared::mark(source);
        let exact = self.entries().iter().find(|entry| entry.source == source);
        exact.or_else(|| self.entries().iter().find(|entry| entry.source == mark))
    }

    /// Whether the copy of a source has these bytes.
    pub fn has_copied(&self, entry: &Entry, bytes: &[u8]) -> bool {
        self.copy_of(entry).and_then(|copy| fs::read(copy).ok()).is_some_and(|copy| copy == bytes)
    }

    /// The folder that images of notes may be in: that of the copy, of the linked folder, or their own.
    pub fn folder_of(&self, notes: &Path) -> PathBuf {
        let own = notes.parent().unwrap_or(Path::new("")).to_path_buf();
        if let Ok(inside) = notes.strip_prefix(&self.dir) {
            return inside.iter().next().map_or(own, |group| self.dir.join(group));
        }
        let linked = self.find(notes).map(|entry| entry.source.clone());
        linked.filter(|source| source.is_dir()).unwrap_or(own)
    }

    /// The style that a file has to be read in, which is a copy or belongs to a source.
    pub fn style_of(&self, file: &Path) -> Option<&'static Style> {
        let is_its = |entry: &&Entry| self.copy_of(entry).is_some_and(|copy| copy == file);
        self.entries().iter().find(is_its).or_else(|| self.find(file))?.style()
    }

    /// Where the copy of a source stands.
    pub fn copy_of(&self, entry: &Entry) -> Option<PathBuf> {
        entry.copy.as_ref().map(|copy| self.dir.join(copy))
    }

    /// Takes a source into the list, or changes its line.
    pub fn set(&mut self, entry: Entry) {
        let known = self.line_of(&entry.source).map(|known| known.source.clone());
        match self.manifest.sources.iter_mut().find(|old| Some(&old.source) == known.as_ref()) {
            Some(old) => *old = Entry { other: std::mem::take(&mut old.other), ..entry },
            None => self.manifest.sources.push(entry),
        }
    }

    /// Takes all lines out of the list that stand below a folder which is now linked as a whole.
    pub fn remove_below(&mut self, folder: &Path) {
        self.manifest.sources.retain(|entry| entry.source == folder || !entry.source.starts_with(folder));
    }

    /// Takes copies out of the list that came from this folder and whose source is no longer there;
    /// gives their lines.
    pub fn remove_missing(&mut self, folder: &Path) -> Vec<Entry> {
        let gone = |entry: &Entry| {
            entry.how == How::Copy && entry.folder.as_deref() == Some(folder) && is_missing(&entry.source)
        };
        let (gone, kept) = std::mem::take(&mut self.manifest.sources).into_iter().partition(gone);
        self.manifest.sources = kept;
        gone
    }

    /// Takes the lines out of the list that are this deck, or that came from this file or folder, and
    /// leaves their copies in `decks/removed/` too. Once the list is saved, [`Shelf::delete_copies`] takes
    /// the copies away that it no longer names: at no moment does it name one that is not there.
    pub fn remove(&mut self, deck_or_path: &str) -> Result<Vec<Removed>, Problem> {
        let path = std::path::absolute(deck_or_path).unwrap_or_else(|_| PathBuf::from(deck_or_path));
        let path = path.canonicalize().unwrap_or(path);
        let named = self.entries().iter().any(|entry| entry.deck.as_deref() == Some(deck_or_path));
        let wanted = |entry: &Entry| match named {
            true => entry.deck.as_deref() == Some(deck_or_path),
            false => entry.source.starts_with(&path),
        };
        let (gone, kept): (Vec<Entry>, Vec<Entry>) = self.entries().iter().cloned().partition(wanted);
        let mut removed = Vec::new();
        for entry in gone {
            let aside = self.copy_of(&entry).filter(|copy| copy.exists());
            let aside = aside.map(|copy| self.set_aside(&copy)).transpose()?;
            removed.push(Removed { entry, aside });
        }
        self.manifest.sources = kept;
        Ok(removed)
    }

    /// Puts a copy at a free place in `decks/removed/` as well.
    fn set_aside(&self, copy: &Path) -> Result<PathBuf, Problem> {
        let folder = self.dir.join("removed");
        atomic::make_dir(&folder).map_err(Problem::io("make", &folder))?;
        let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        let (stem, ending) = (part(copy.file_stem()), part(copy.extension()));
        let name = library::unique_name(&stem, |name| folder.join(format!("{name}.{ending}")).exists());
        let aside = folder.join(format!("{name}.{ending}"));
        // Not every file system has two names for one file.
        fs::hard_link(copy, &aside)
            .or_else(|_| {
                let bytes = fs::read(copy)?;
                atomic::create(&aside, |out| out.write_all(&bytes))
            })
            .map_err(Problem::io("copy", copy))?;
        Ok(aside)
    }

    /// Deletes the copies of lines that were taken out of the list. One that stays costs only space.
    pub fn delete_copies<'a>(&self, gone: impl IntoIterator<Item = &'a Entry>) {
        for copy in gone.into_iter().filter_map(|entry| self.copy_of(entry)) {
            let _ = fs::remove_file(copy);
        }
    }

    /// The lines that do not count, and why.
    pub fn troubles(&self) -> Vec<String> {
        let held = self.manifest.held.iter();
        held.map(|held| format!("decks.json, {}; it does not count; take it out there", held.why)).collect()
    }

    /// Cards that are another card written twice: copy and kept card.
    pub fn merged(&self) -> &BTreeMap<CardId, CardId> {
        &self.manifest.merged
    }

    /// Lets what was said of cards by ids of the version before hold for the ids they have now. In memory
    /// only: that version may share the list.
    pub fn renew_merged<'a>(&mut self, files: impl Iterator<Item = &'a [Card]>) {
        if !self.merged().iter().any(|(copy, kept)| [copy, kept].iter().any(|id| legacy::is_old(id.as_str())))
        {
            return;
        }
        let mut now: HashMap<CardId, CardId> = HashMap::new();
        for cards in files {
            for (card, old) in cards.iter().zip(legacy::ids(cards)) {
                if let Some(old) = old {
                    now.entry(old).or_insert_with(|| card.id.clone());
                }
            }
        }
        let renewed = |id: &CardId| now.get(id).unwrap_or(id).clone();
        let pairs: Vec<(CardId, CardId)> =
            self.merged().iter().map(|(copy, kept)| (renewed(copy), renewed(kept))).collect();
        self.manifest.merged.extend(pairs.into_iter().filter(|(copy, kept)| copy != kept));
    }

    /// Remembers that `copy` is `kept` written twice.
    pub fn merge(&mut self, copy: CardId, kept: CardId) {
        self.manifest.merged.insert(copy, kept);
    }

    /// Forgets that a card is another one written twice.
    pub fn part(&mut self, copy: &CardId) {
        self.manifest.merged.remove(copy);
    }

    /// Leaves out of the decks what is another card written twice, where that one stands in them.
    pub fn leave_out_copies(&self, decks: &mut Vec<Deck>) {
        if self.merged().is_empty() {
            return;
        }
        let present: HashSet<CardId> =
            decks.iter().flat_map(|deck| deck.cards.iter().map(|card| card.id.clone())).collect();
        for deck in decks.iter_mut() {
            deck.cards.retain(|card| !self.merged().get(&card.id).is_some_and(|kept| present.contains(kept)));
        }
        decks.retain(|deck| !deck.cards.is_empty());
    }

    /// A name for the deck of a source that no other deck has.
    pub fn free_name(&self, wanted: &str, source: &Path) -> String {
        library::unique_name(wanted, |name| {
            let builtin = super::builtin::BUILTIN.iter().any(|deck| deck.name == name);
            let own = self.line_of(source).map(|own| &own.source);
            let other = |entry: &Entry| Some(&entry.source) != own && entry.deck.as_deref() == Some(name);
            builtin || self.entries().iter().any(other)
        })
    }

    /// Reads the files of the lines that `wanted` wants. What is not there is told.
    pub fn read(&self, cache: &LeafCache, wanted: impl Fn(&Entry) -> bool) -> (Vec<Shelved>, Vec<String>) {
        let (mut files, mut told) = (Vec::new(), Vec::new());
        for (index, entry) in self.entries().iter().enumerate().filter(|(_, entry)| wanted(entry)) {
            let Listing { files: paths, unreadable, copies } = match &entry.copy {
                Some(copy) => Listing { files: vec![self.dir.join(copy)], ..Listing::default() },
                None => library::listing(std::slice::from_ref(&entry.source)),
            };
            told.extend(copies.iter().map(ToString::to_string));
            told.extend(unreadable.iter().map(|problem| missing(entry, problem)));
            for path in paths {
                match cache.leaf(&path, entry.style()) {
                    Ok(leaf) => files.push(Shelved { leaf, entry: index }),
                    Err(problem) => told.push(missing(entry, &problem)),
                }
            }
        }
        (files, told)
    }

    /// The decks of files of the shelf, without the cards marked out. Files of one named deck are one.
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

/// What to say of a source that is not there.
fn missing(entry: &Entry, problem: &Unreadable) -> String {
    let what = if entry.how == How::Link { "linked notes" } else { "an imported deck" };
    let way_out = match entry.how {
        How::Link => "its cards wait until it is back",
        How::Copy => "import it again",
    };
    format!("{what}: {}: {}; {way_out}", shown(&problem.path), problem.cause)
}

/// Whether a file is certainly not there: its folder is.
fn is_missing(path: &Path) -> bool {
    path.symlink_metadata().is_err_and(|cause| cause.kind() == std::io::ErrorKind::NotFound)
}
