//! Reading: the decks that were asked for, from the library and from notes. Each file is read once.

use crate::card::{Card, CardId, Deck, folded};
use crate::card::{NamedDecks, deck_named};
use crate::day::At;
use crate::messages::{DiskMessage, Lines, Message, Quoted, WorkMessage};
use crate::store::Dirs;
use crate::store::apart::{Apart, Read, place_of};
use crate::store::builtin::BUILTIN;
use crate::store::carry::{CarriedFile, Searched};
use crate::store::leaf::{Leaf, LeafCache, Leaves};
use crate::store::library;
use crate::store::seen::{Seen, SeenSource};
use crate::store::shelf::{Entry, Shelf, Shelved};
use crate::store::spelling;
use crate::store::twins::standing_twice;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// What was asked for, and where it is read.
pub(super) struct WantedNotes {
    /// The folders of the learner.
    pub(super) dirs: Dirs,
    /// The folder of the library.
    pub(super) data: PathBuf,
    /// When it is read.
    pub(super) now: At,
    /// Notes as they were read last.
    pub(super) leaves: LeafCache,
    /// Ids of the version before that no card had.
    pub(super) searched: Searched,
    /// Files and folders.
    pub(super) notes: Vec<PathBuf>,
    /// The style files and folders have to be read in; `None` for the one that fits each best.
    pub(super) style: Option<&'static crate::import::Style>,
    /// Names of decks; none means all of them, unless notes were named.
    pub(super) names: Vec<String>,
}

/// The files of the library and the notes that were named, as they were read: what the decks are made of.
pub(super) struct LibraryReading {
    /// The notes that were named.
    leaves: Vec<Leaf>,
    /// The built-in decks.
    builtin: Vec<Deck>,
    /// The files of the shelf.
    shelved: Vec<Shelved>,
    shelf: Shelf,
    /// Whether some id stands twice.
    has_twins: bool,
    /// What could not be read.
    told: Vec<Message>,
}

impl LibraryReading {
    /// The decks of the whole library, one card in as many of them as hold it; and the cards that are
    /// another one written twice.
    pub(super) fn raw(&self) -> (Vec<Deck>, HashSet<CardId>) {
        let mut decks = self.builtin.clone();
        decks.extend(self.shelf.decks(self.shelved.clone()));
        self.shelf.apply_corrections(&mut decks);
        self.shelf.leave_out_copies(&mut decks);
        (decks, self.shelf.merged().keys().cloned().collect())
    }
}

/// What was read of the whole library, for commands that look at more than its decks.
pub(super) struct Library {
    /// Every file, whether it changed or not.
    pub(super) sources: Vec<ReadSource>,
    /// The decks, one card in as many of them as hold it.
    pub(super) decks: Vec<Deck>,
    /// Cards that are another card written twice.
    pub(super) merged: HashSet<CardId>,
}

/// Decks as they were found.
pub(super) struct Found {
    pub(super) decks: Vec<Deck>,
    /// What could not be read.
    pub(super) told: Vec<Message>,
    /// Cards that are another card written twice.
    pub(super) merged: HashSet<CardId>,
}

/// A source as it was read.
pub(super) struct ReadSource {
    /// Where it stands; what it is remembered by.
    pub(super) path: PathBuf,
    /// The style it had to be read in.
    pub(super) style: Option<String>,
    /// All its cards, also those marked out.
    pub(super) cards: Vec<Card>,
    print: u64,
}

impl ReadSource {
    fn of(leaf: &Leaf, style: Option<&str>) -> ReadSource {
        ReadSource {
            path: place_of(&leaf.path),
            style: style.map(str::to_owned),
            cards: leaf.cards.clone(),
            print: leaf.print,
        }
    }

    /// The same, to be compared.
    pub(super) fn borrowed(&self) -> SeenSource<'_> {
        SeenSource { path: &self.path, style: self.style.as_deref(), cards: &self.cards, print: self.print }
    }
}

/// The names of the decks that are meant by these, each a name or a title.
pub(crate) fn resolved(names: &[String], decks: &[Deck]) -> anyhow::Result<Vec<String>> {
    let name_of = |name: &String| match deck_named(decks, name) {
        NamedDecks::One(place) => Ok(decks[place].name.clone()),
        NamedDecks::Several(found) => {
            let (name, found) = (name.clone(), found.join(", "));
            Err(Message::from(WorkMessage::SeveralDecks { name, found }).into())
        }
        NamedDecks::None => {
            let known: Vec<&str> = decks.iter().map(|deck| deck.name.as_str()).collect();
            let (name, known) = (name.clone(), known.join(", "));
            Err(Message::from(WorkMessage::NoDeck { name, known }).into())
        }
    };
    names.iter().map(name_of).collect()
}

/// Whether a name is that of a deck although a folder here has it too, which is not where that deck comes from. With
/// `./` before it the folder is meant.
fn is_deck_beside_folder(name: &str, dirs: &Dirs) -> bool {
    let path = Path::new(name);
    let is_plain =
        path.components().count() == 1 && !name.contains(['/', '\\']) && path.extension().is_none();
    if !is_plain || matches!(name, "." | "..") || !path.is_dir() {
        return false;
    }
    let name = folded(name);
    if BUILTIN.iter().any(|deck| deck.name == name) {
        return true;
    }
    let Ok(shelf) = Shelf::of(dirs) else { return false };
    let folder = std::path::absolute(path).map(|folder| spelling::real_or_same(&folder)).unwrap_or_default();
    let is_its = |entry: &Entry| entry.root().is_some_and(|root| root == folder);
    !shelf.entries().iter().any(is_its) && shelf.names().iter().any(|known| folded(known) == name)
}

impl WantedNotes {
    /// What these arguments ask for.
    pub(super) fn new(
        names: &[String],
        style: Option<&'static crate::import::Style>,
        dirs: &Dirs,
        now: At,
    ) -> WantedNotes {
        let (notes, names): (Vec<&String>, Vec<&String>) =
            names.iter().partition(|name| library::is_path(name) && !is_deck_beside_folder(name, dirs));
        WantedNotes {
            dirs: dirs.clone(),
            data: dirs.data.clone(),
            now,
            leaves: LeafCache::below(&dirs.cache),
            searched: Searched::below(&dirs.cache),
            style,
            notes: notes.into_iter().map(PathBuf::from).collect(),
            names: names.into_iter().cloned().collect(),
        }
    }

    /// Reads the files that make up the decks. Of the library only what is named is read.
    pub(super) fn reading(&self) -> LibraryReading {
        let Leaves { leaves, unreadable, copies } = self.leaves.leaves(&self.notes, self.style);
        let mut told: Vec<Message> = unreadable.iter().map(Message::from).collect();
        told.extend(copies.iter().map(Message::from));
        told.extend(leaves.iter().filter(|leaf| leaf.cards.is_empty()).map(no_cards));
        let shelf = Shelf::empty(&self.data);
        let mut reading = LibraryReading {
            leaves,
            builtin: Vec::new(),
            shelved: Vec::new(),
            shelf,
            has_twins: false,
            told,
        };
        if self.is_everything() || !self.names.is_empty() {
            self.read_library(&mut reading);
        }
        let LibraryReading { leaves, builtin, shelved, shelf, told, .. } = &mut reading;
        reading.has_twins = self.tell_apart(builtin, shelved, Some(shelf), leaves, told);
        let LibraryReading { shelved, shelf, .. } = &mut reading;
        shelf.renew_merged(shelved.iter().map(|file| &*file.leaf.cards));
        reading
    }

    /// What the list of imports calls the deck that is meant: where it knows no such name, a title that stands on
    /// the screen.
    pub(super) fn name_to_remove(&self, name: &str) -> anyhow::Result<String> {
        if !Shelf::of(&self.dirs)?.called(name).is_empty() {
            return Ok(name.to_owned());
        }
        let (mut decks, _) = self.whole_library().reading().raw();
        decks.retain(|deck| deck.cards.iter().any(Card::is_own));
        match deck_named(&decks, name) {
            NamedDecks::None => Ok(name.to_owned()),
            _ => Ok(resolved(&[name.to_owned()], &decks)?.remove(0)),
        }
    }

    /// The whole library of the same learner.
    pub(super) fn whole_library(&self) -> WantedNotes {
        WantedNotes::new(&[], None, &self.dirs, self.now)
    }

    /// Whether the whole library is asked for, and nothing else.
    pub(super) fn is_everything(&self) -> bool {
        self.notes.is_empty() && self.names.is_empty()
    }

    fn read_library(&self, reading: &mut LibraryReading) {
        let told = &mut reading.told;
        let shelf = Shelf::of(&self.dirs).unwrap_or_else(|problem| {
            told.push(Message::from(&problem));
            Shelf::empty(&self.data)
        });
        if shelf.has_open() {
            told.extend(shelf.refresh(self.now));
        }
        let (with_builtin, shelved, missing) = self.library(&shelf);
        told.extend(missing);
        // What was not read has not shrunk.
        let files = |entry| match shelved.iter().filter(|shelved| shelved.entry == entry).count() {
            0 => usize::MAX,
            files => files,
        };
        if shelf.has_shrunk(files) {
            match shelf.sweep(&[], self.now) {
                Ok(swept) => told.extend(swept),
                Err(problem) => told.push(Message::from(&problem)),
            }
        }
        told.extend(shelf.troubles());
        if with_builtin {
            reading.builtin = self.leaves.builtin();
        }
        (reading.shelf, reading.shelved) = (shelf, shelved);
    }

    /// The decks of what was read, with what could not be read.
    pub(super) fn decks(&self, reading: LibraryReading) -> anyhow::Result<Found> {
        let LibraryReading { leaves, builtin, shelved, shelf, has_twins, mut told } = reading;
        let count = leaves.len() + builtin.len() + shelved.len();
        let mut library = builtin;
        let mut decks: Vec<Deck> = leaves.into_iter().map(Leaf::into_deck).collect();
        library.extend(shelf.decks(shelved));
        told.extend(shelf.apply_corrections(&mut library));
        if self.is_everything() {
            decks = settled(library, count, has_twins);
        } else if self.names.is_empty() {
            decks = settled(decks, count, has_twins);
        } else {
            library = settled(library, count, has_twins);
            let names = resolved(&self.names, &library)?;
            let mut named = HashSet::new();
            for name in names.iter().filter(|name| named.insert(*name)) {
                let place = library.iter().position(|deck| deck.name == *name);
                decks.extend(place.map(|place| library.remove(place)));
            }
            if !self.notes.is_empty() {
                decks = library::settle(decks);
            }
        }
        shelf.leave_out_copies(&mut decks);
        found(Found { decks, told, merged: shelf.merged().keys().cloned().collect() })
    }

    /// The files of the shelf that are wanted, whether the built-in decks are, and what is missing. When
    /// all names are of decks whose place is known, no other is read.
    fn library(&self, shelf: &Shelf) -> (bool, Vec<Shelved>, Vec<Message>) {
        let is_builtin = |name: &String| BUILTIN.iter().any(|deck| deck.name == name);
        let is_shelved =
            |name: &String| shelf.entries().iter().any(|entry| entry.deck.as_ref() == Some(name));
        let all_known =
            !self.names.is_empty() && self.names.iter().all(|name| is_builtin(name) || is_shelved(name));
        let with_builtin = !all_known || self.names.iter().any(is_builtin);
        let wants = |entry: &Entry| {
            let is_named = entry.deck.as_ref().is_some_and(|deck| self.names.contains(deck));
            !all_known || is_named || (with_builtin && !entry.corrects.is_empty())
        };
        let (files, told) = shelf.read(&self.leaves, wants);
        (with_builtin, files, told)
    }

    /// Gives cards that ask the same and answer otherwise ids of their own, and tells what is new of them;
    /// gives whether some id stands twice.
    fn tell_apart(
        &self,
        builtin: &[Deck],
        shelved: &mut [Shelved],
        shelf: Option<&Shelf>,
        leaves: &mut [Leaf],
        told: &mut Vec<Message>,
    ) -> bool {
        let cards = builtin.iter().flat_map(|deck| &deck.cards);
        let cards = cards.chain(shelved.iter().flat_map(|file| &file.leaf.cards));
        let cards = cards.chain(leaves.iter().flat_map(|leaf| &leaf.cards));
        let twice = standing_twice(cards.map(|card| &card.id));
        let mut apart = Apart::open(&self.data);
        let out = |entry: usize| shelf.map(|shelf| &shelf.entries()[entry].out);
        let shelved = shelved.iter_mut().map(|file| Read::of(&mut file.leaf, out(file.entry)));
        let leaves = leaves.iter_mut().map(|leaf| Read::of(leaf, None));
        let met = apart.tell(&mut shelved.chain(leaves).collect::<Vec<_>>(), &twice);
        if apart.is_changed() {
            // What cannot be written is found again.
            let _ = apart.keep();
        }
        told.extend(met.iter().map(Message::from));
        !twice.is_empty()
    }

    /// What `look` makes of all files of the library and those asked for, in the order of the decks. Files
    /// that were not asked for are read for it.
    pub(super) fn with_all<T>(
        &self,
        reading: &LibraryReading,
        look: impl FnOnce(&[CarriedFile<'_>]) -> T,
    ) -> T {
        if self.is_everything() {
            return look(&shown_of(&reading.shelved, &reading.shelf, &reading.leaves));
        }
        let shelf = Shelf::of(&self.dirs).unwrap_or_else(|_| Shelf::empty(&self.data));
        let (mut files, _) = shelf.read(&self.leaves, |_| true);
        let mut leaves = reading.leaves.clone();
        self.tell_apart(&[], &mut files, Some(&shelf), &mut leaves, &mut Vec::new());
        look(&shown_of(&files, &shelf, &leaves))
    }

    /// Each file that was read, once.
    pub(super) fn sources(&self, reading: &LibraryReading) -> Vec<ReadSource> {
        let mut known = HashSet::new();
        let sources = self.styled(reading).map(|(leaf, style)| ReadSource::of(leaf, style));
        sources.filter(|source| known.insert(source.path.clone())).collect()
    }

    /// Whether some file does not look as it did last.
    pub(super) fn has_changed(&self, reading: &LibraryReading, seen: &Seen) -> bool {
        self.styled(reading).any(|(leaf, _)| !seen.is_unchanged(&place_of(&leaf.path), leaf.print))
    }

    /// Lets lines of the list follow notes that changed places among them; gives whether they are to be read again.
    pub(super) fn follow_places(&self, reading: &LibraryReading, seen: &Seen) -> bool {
        let files = self.styled(reading).map(|(leaf, _)| (&leaf.path, leaf.print));
        let changed = files.filter(|(path, print)| !seen.is_unchanged(&place_of(path), *print));
        let changed: Vec<PathBuf> = changed.map(|(path, _)| path.to_path_buf()).collect();
        // A list that cannot be written is told of when something is imported.
        Shelf::follow_places(&self.dirs, &changed).unwrap_or_default()
    }

    /// Each file that was read, with the style it has to be read in.
    fn styled<'a>(&self, reading: &'a LibraryReading) -> impl Iterator<Item = (&'a Leaf, Option<&'a str>)> {
        let style = self.style.map(|style| style.name);
        let shelved = reading.shelved.iter().map(|Shelved { leaf, entry }| {
            let forced = reading.shelf.style_in(*entry, &leaf.path);
            (leaf, forced.map(|style| style.name))
        });
        reading.leaves.iter().map(move |leaf| (leaf, style)).chain(shelved)
    }
}

/// Files as they are shown: without the cards marked out.
fn shown_of<'a>(files: &'a [Shelved], shelf: &'a Shelf, leaves: &'a [Leaf]) -> Vec<CarriedFile<'a>> {
    let files = files.iter().map(|Shelved { leaf, entry }| CarriedFile {
        cards: &leaf.cards,
        out: Some(&shelf.entries()[*entry].out),
    });
    files.chain(leaves.iter().map(|leaf| CarriedFile { cards: &leaf.cards, out: None })).collect()
}

/// The decks of so many sources, settled. The cards of one have different ids as they are.
fn settled(decks: Vec<Deck>, sources: usize, has_twins: bool) -> Vec<Deck> {
    if sources > 1 {
        return library::settle_known(decks, has_twins);
    }
    decks.into_iter().filter(|deck| !deck.cards.is_empty()).collect()
}

/// What was found, unless that is nothing.
fn found(found: Found) -> anyhow::Result<Found> {
    if found.decks.is_empty() {
        if found.told.is_empty() {
            return Err(Message::from(DiskMessage::NoNotes).into());
        }
        return Err(Message::from(WorkMessage::AllOf {
            lines: Lines(found.told.iter().map(Quoted::of).collect()),
        })
        .into());
    }
    Ok(found)
}

fn no_cards(leaf: &Leaf) -> Message {
    DiskMessage::NoQuestionsIn { path: spelling::shown(&leaf.path) }.into()
}
