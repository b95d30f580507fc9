//! The shelf: decks that the user brought along.
//!
//! `decks/decks.json` lists them. Most lines refer to the user's own files, which are the truth; a mirror of
//! each stands in `decks/` for other machines and for when the file is away. Where the files stand is this
//! machine's own matter ([`Machine`]). Other lines are copies that live in the data folder alone. The list
//! is written last, so a killed import leaves every deck as it was or as it should be.

mod agreed;
mod changing;
mod copying;
mod entry;
mod held;
mod image_bounds;
mod manifest;
mod mirrors;
mod moving;
mod own;
mod reading;
mod referring;
mod serving;
pub(super) mod shared;
mod texts;
pub(super) mod uniting;

use super::atomic;
use super::dirs::Dirs;
use super::library;
use super::lock::{self, Lock};
use super::machine::Machine;
use super::problem::Problem;
use super::spelling;
use crate::card::{Card, CardId, Deck, folded};
use crate::import::{Style, legacy};
use crate::messages::{Message, NotesMessage};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use manifest::{Manifest, parse};
use texts::KnownTexts;

pub use copying::{CopyItem, Put, look_at_images, read_image};
pub use entry::{Correction, Entry, How, Refers, key_of};
pub use mirrors::{GoneNotes, MirrorDifference, Mirrors, Settled, Wish, said};
pub use own::OWN_DECK;
pub(super) use own::beginning_of;
pub use reading::Shelved;
pub use referring::{can_be_referred_to, is_temporary};

/// Where copies go that are taken out, below `decks/`.
const REMOVED: &str = "removed";

/// A line that was taken out of the list.
#[derive(Debug)]
pub struct Removed {
    /// The line.
    pub entry: Entry,
    /// Where its copy stands now, if it was one.
    pub aside: Option<PathBuf>,
    /// The file of its folder that is left out from now on; the line stays.
    pub file: Option<PathBuf>,
}

/// How many decks and folders a list of decks has; or why it is none.
pub(super) fn decks_in_list(path: &Path) -> Result<usize, Message> {
    let bytes = fs::read(path).map_err(|cause| Message::Foreign(cause.to_string()))?;
    parse(&bytes).map(|manifest| manifest.sources.len()).map_err(Message::from)
}

/// The list, and the folder it stands in.
#[derive(Debug)]
pub struct Shelf {
    data: PathBuf,
    dir: PathBuf,
    /// The folder of this machine's settings.
    config: PathBuf,
    manifest: Manifest,
    /// Texts that copies were made of, and what was changed in copies; read when they are needed.
    known: Option<KnownTexts>,
}

impl Shelf {
    /// Reads the list; none is an empty one.
    pub fn of(dirs: &Dirs) -> Result<Shelf, Problem> {
        Shelf::open_at(&dirs.data, &dirs.config)
    }

    /// Reads the list of a data folder that holds this machine's settings too.
    pub fn open(data: &Path) -> Result<Shelf, Problem> {
        Shelf::open_at(data, data)
    }

    fn open_at(data: &Path, config: &Path) -> Result<Shelf, Problem> {
        let mut shelf = Shelf { config: config.to_path_buf(), ..Shelf::empty(data) };
        let path = shelf.dir.join("decks.json");
        match fs::read(&path) {
            Ok(bytes) => shelf.manifest = parse(&bytes).map_err(|cause| Problem::Manifest { path, cause })?,
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(shelf),
            Err(cause) => return Err(Problem::io("read", &path)(cause)),
        }
        let refers = |entry: &Entry| entry.refers.is_some();
        let known: BTreeMap<String, PathBuf> = match shelf.entries().iter().any(refers) {
            true => Machine::load(config)?.sources().into_iter().collect(),
            false => BTreeMap::new(),
        };
        for entry in &mut shelf.manifest.sources {
            entry.origin = match entry.refers {
                Some(_) => known.get(&*entry.source.to_string_lossy()).cloned(),
                None => Some(entry.source.clone()).filter(|source| source.is_absolute()),
            };
        }
        Ok(shelf)
    }

    /// A list without lines.
    pub fn empty(data: &Path) -> Shelf {
        Shelf {
            data: data.to_path_buf(),
            dir: data.join("decks"),
            config: data.to_path_buf(),
            manifest: Manifest::empty(),
            known: None,
        }
    }

    /// Reads the list and keeps other programs from changing it.
    pub fn lock_of(dirs: &Dirs) -> Result<(Shelf, Lock), Problem> {
        Shelf::lock_at(&dirs.data, &dirs.config)
    }

    /// The same for a data folder that holds this machine's settings too.
    pub fn lock(data: &Path) -> Result<(Shelf, Lock), Problem> {
        Shelf::lock_at(data, data)
    }

    fn lock_at(data: &Path, config: &Path) -> Result<(Shelf, Lock), Problem> {
        let dir = data.join("decks");
        atomic::make_dir(&dir).map_err(Problem::io("make", &dir))?;
        let lock = lock::hold(&dir.join("decks.json"))?;
        Ok((Shelf::open_at(data, config)?, lock))
    }

    /// Writes the list, unless it stands so already, and where the files it refers to stand on this machine.
    pub fn save(&self) -> Result<(), Problem> {
        self.save_paths()?;
        let path = self.dir.join("decks.json");
        let mut bytes = self.manifest.to_json();
        bytes.push(b'\n');
        if fs::read(&path).is_ok_and(|old| old == bytes) {
            return Ok(());
        }
        atomic::replace(&path, |out| out.write_all(&bytes)).map_err(Problem::io("write", &path))
    }

    fn save_paths(&self) -> Result<(), Problem> {
        let referring = self.entries().iter().filter(|entry| entry.refers.is_some());
        let paths: Vec<(&str, Option<&PathBuf>)> =
            referring.filter_map(|entry| Some((entry.source.to_str()?, entry.origin.as_ref()))).collect();
        if paths.is_empty() {
            return Ok(());
        }
        let (mut machine, _lock) = Machine::lock(&self.config)?;
        let known: BTreeMap<String, PathBuf> = machine.sources().into_iter().collect();
        let mut is_changed = false;
        for (key, path) in paths {
            if known.get(key) != path {
                is_changed |= machine.set_source(key, path.map(PathBuf::as_path));
            }
        }
        if is_changed { machine.save() } else { Ok(()) }
    }

    /// The lines of the list.
    pub fn entries(&self) -> &[Entry] {
        &self.manifest.sources
    }

    /// The line of this file or folder, or of the folder it stands in that is referred to.
    pub fn find(&self, source: &Path) -> Option<&Entry> {
        let exact = self.entries().iter().find(|entry| entry.origin.as_deref() == Some(source));
        exact.or_else(|| self.line_of(source)).or_else(|| {
            let holds =
                |entry: &Entry| entry.origin.as_ref().is_some_and(|origin| source.starts_with(origin));
            self.entries().iter().find(|entry| entry.how == How::Link && holds(entry))
        })
    }

    /// The line of just this source, also when it came from a machine where the source stands alike.
    fn line_of(&self, source: &Path) -> Option<&Entry> {
        let mark = shared::mark(source);
        let exact = self.entries().iter().find(|entry| entry.source == source);
        exact.or_else(|| self.entries().iter().find(|entry| entry.source == mark))
    }

    /// Whether a copy was made of these bytes, and is there, whatever was changed in it since.
    pub fn has_copied(&self, entry: &Entry, bytes: &[u8]) -> bool {
        let is_known = entry.bytes.as_deref() == Some(&texts::hash(bytes));
        is_known && self.copy_of(entry).is_some_and(|copy| copy.is_file())
    }

    /// The folder that images of notes may be in: that of the copy, of the linked folder, or their own.
    pub fn folder_of(&self, notes: &Path) -> PathBuf {
        let own = notes.parent().unwrap_or(Path::new("")).to_path_buf();
        if let Ok(inside) = notes.strip_prefix(&self.dir) {
            return inside.iter().next().map_or(own, |group| self.dir.join(group));
        }
        let linked = self.find(notes).and_then(|entry| entry.origin.clone());
        linked.filter(|source| source.is_dir()).unwrap_or(own)
    }

    /// The style that a file has to be read in, which is a copy or belongs to a source.
    pub fn style_of(&self, file: &Path) -> Option<&'static Style> {
        let is_its = |entry: &&Entry| self.copy_of(entry).is_some_and(|copy| file.starts_with(copy));
        let entry = self.entries().iter().find(is_its).or_else(|| self.find(file))?;
        entry.style(&self.place_in(entry, file))
    }

    /// The style that a file of the line at this place of the list has to be read in.
    pub fn style_in(&self, entry: usize, file: &Path) -> Option<&'static Style> {
        let entry = &self.entries()[entry];
        entry.style(&self.place_in(entry, file))
    }

    /// The place of a file below a folder that is referred to, also of a mirror; else empty.
    pub(super) fn place_in(&self, entry: &Entry, file: &Path) -> String {
        let copy = self.copy_of(entry).filter(|_| entry.refers == Some(Refers::Folder));
        let place = copy.and_then(|copy| entry::below(&copy, file));
        place.unwrap_or_else(|| entry.place_of(file))
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

    /// Takes all lines out of the list that stand below a folder which is now referred to as a whole; gives
    /// them.
    pub fn remove_below(&mut self, folder: &Path) -> Vec<Entry> {
        let is_below = |entry: &Entry| {
            let is_whole = entry.refers.is_some() && entry.origin.as_deref() == Some(folder);
            !is_whole && entry.origin.as_ref().is_some_and(|origin| origin.starts_with(folder))
        };
        let (gone, kept) = std::mem::take(&mut self.manifest.sources).into_iter().partition(is_below);
        self.manifest.sources = kept;
        gone
    }

    /// Takes a line out of the list.
    pub fn take_out(&mut self, source: &Path) {
        self.manifest.sources.retain(|entry| entry.source != source);
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

    /// Takes the lines out of the list that are this deck, or that came from this file or folder, by the path or
    /// by the name of the folder where just one is called so; a file of a folder is left out. Leaves their copies in `decks/removed/` too. Once the list is saved, [`Shelf::delete_copies`] takes
    /// the copies away that it no longer names: at no moment does it name one that is not there.
    pub fn remove(&mut self, deck_or_path: &str) -> Result<Vec<Removed>, Problem> {
        let called = self.called(deck_or_path);
        let mut at = 0..;
        let wanted = |_: &Entry| at.next().is_some_and(|at| called.contains(&at));
        let (gone, kept): (Vec<Entry>, Vec<Entry>) = self.entries().iter().cloned().partition(wanted);
        let mut removed = Vec::new();
        for entry in gone {
            // The mirror of a folder is moved when the list no longer names it.
            let aside = self.copy_of(&entry).filter(|copy| copy.is_file());
            let aside = aside.map(|copy| self.set_aside(&copy)).transpose()?;
            removed.push(Removed { entry, aside, file: None });
        }
        self.manifest.sources = kept;
        if removed.is_empty() {
            removed.extend(self.leave_out(deck_or_path));
        }
        Ok(removed)
    }

    /// Leaves the file of a folder out that this path means, or this deck where just one is called so.
    fn leave_out(&mut self, deck_or_path: &str) -> Option<Removed> {
        let (at, file) = self.file_called(deck_or_path)?;
        let place = self.place_in(&self.entries()[at], &file);
        let entry = &mut self.manifest.sources[at];
        entry.left_out.insert(place);
        Some(Removed { entry: entry.clone(), aside: None, file: Some(file) })
    }

    /// The lines of the list that this deck or path means, by their places.
    pub fn called(&self, deck_or_path: &str) -> Vec<usize> {
        let path = std::path::absolute(deck_or_path).unwrap_or_else(|_| PathBuf::from(deck_or_path));
        let path = spelling::real_or_same(&path);
        let meant = folded(deck_or_path.trim());
        let folders = self.folders_called(deck_or_path);
        let ways: [&dyn Fn(&Entry) -> bool; 4] = [
            &|entry| entry.deck.as_deref() == Some(deck_or_path),
            // A folder above all that was imported means none of it: nor does no path at all, which is where one stands.
            &|entry| {
                let is_below = entry.origin.as_ref().is_some_and(|origin| origin.starts_with(&path));
                let is_within = entry.root().is_some_and(|root| path.starts_with(&root));
                is_below && (is_within || entry.origin.as_deref() == Some(&path))
            },
            &|entry| [&entry.deck, &entry.title].into_iter().flatten().any(|name| folded(name) == meant),
            &|entry| folders.len() == 1 && entry.is_in_folder(&folders[0]),
        ];
        let way = ways.into_iter().find(|way| self.entries().iter().any(way));
        let entries = self.entries().iter().enumerate();
        entries.filter(|(_, entry)| way.is_some_and(|way| way(entry))).map(|(at, _)| at).collect()
    }

    /// The folders of the list that have this name, without regard to case and the like.
    pub fn folders_called(&self, name: &str) -> Vec<PathBuf> {
        let meant = folded(name.trim());
        let mut folders: Vec<PathBuf> = self.entries().iter().filter_map(Entry::root).collect();
        folders
            .retain(|folder| folder.file_name().is_some_and(|name| folded(&name.to_string_lossy()) == meant));
        folders.sort();
        folders.dedup();
        folders
    }

    /// Puts a copy at a free place in `decks/removed/` as well.
    fn set_aside(&self, copy: &Path) -> Result<PathBuf, Problem> {
        let folder = self.dir.join(REMOVED);
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
            if copy.is_dir() && copy != self.dir {
                let folder = self.dir.join(REMOVED);
                let name = copy.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let name = library::unique_name(&name, |name| folder.join(name).exists());
                let _ = atomic::make_dir(&folder).and_then(|()| atomic::rename(&copy, &folder.join(name)));
            } else {
                let _ = fs::remove_file(copy);
            }
        }
    }

    /// The lines that do not count, and why.
    pub fn troubles(&self) -> Vec<Message> {
        let held = self.manifest.held.iter();
        held.map(|held| NotesMessage::ListLine { why: held.why.clone().into() }.into()).collect()
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
}

/// Whether a file is certainly not there: its folder is.
fn is_missing(path: &Path) -> bool {
    path.symlink_metadata().is_err_and(|cause| cause.kind() == std::io::ErrorKind::NotFound)
}
