//! The decks that were asked for, read from the library and from notes.

use crate::card::{Card, CardId, Deck};
use crate::day::At;
use crate::store::Dirs;
use crate::store::apart::{Apart, Read, place_of, standing_twice};
use crate::store::builtin::BUILTIN;
use crate::store::carry::{Searched, Shown};
use crate::store::leaf::{Leaf, LeafCache, Leaves};
use crate::store::library;
use crate::store::seen::{Seen, Source};
use crate::store::shelf::{Entry, Shelf, Shelved};
use anyhow::bail;
use std::collections::HashSet;
use std::path::PathBuf;

/// What was asked for, and where it is read.
pub(super) struct Wanted {
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

/// Decks as they were found.
pub(super) struct Found {
    pub(super) decks: Vec<Deck>,
    pub(super) sources: Vec<ReadSource>,
    /// What could not be read.
    pub(super) told: Vec<String>,
    /// Cards that are another card written twice.
    pub(super) merged: HashSet<CardId>,
}

/// A source as it was read.
pub(in crate::cli) struct ReadSource {
    /// Where it stands; what it is remembered by.
    pub(in crate::cli) path: PathBuf,
    /// The style it had to be read in.
    pub(in crate::cli) style: Option<String>,
    /// All its cards, also those marked out.
    pub(in crate::cli) cards: Vec<Card>,
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
    pub(in crate::cli) fn borrowed(&self) -> Source<'_> {
        Source { path: &self.path, style: self.style.as_deref(), cards: &self.cards, print: self.print }
    }
}

impl Wanted {
    /// What these arguments ask for.
    pub(super) fn new(
        names: &[String],
        style: Option<&'static crate::import::Style>,
        dirs: &Dirs,
        now: At,
    ) -> Wanted {
        let (notes, names): (Vec<&String>, Vec<&String>) =
            names.iter().partition(|name| library::is_path(name));
        Wanted {
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

    /// The decks, with what could not be read. Of the library only what is named is read. Sources are
    /// given where one of them does not look as it did last, or where `all_sources` are wanted.
    pub(super) fn read(&self, all_sources: bool) -> anyhow::Result<Found> {
        let Leaves { mut leaves, unreadable, copies } = self.leaves.leaves(&self.notes, self.style);
        let mut told: Vec<String> = unreadable.iter().map(ToString::to_string).collect();
        told.extend(copies.iter().map(ToString::to_string));
        told.extend(leaves.iter().filter(|leaf| leaf.cards.is_empty()).map(no_cards));
        let everything = self.notes.is_empty() && self.names.is_empty();
        if !everything && self.names.is_empty() {
            let has_twins = self.tell_apart(&[], &mut [], None, &mut leaves, &mut told);
            let sources = self.sources(&leaves, &[], &Shelf::empty(&self.data), all_sources);
            let count = leaves.len();
            let decks = settled(leaves.into_iter().map(Leaf::into_deck).collect(), count, has_twins);
            return found(Found { decks, sources, told, merged: HashSet::new() });
        }
        let mut shelf = Shelf::of(&self.dirs).unwrap_or_else(|problem| {
            told.push(problem.to_string());
            Shelf::empty(&self.data)
        });
        if shelf.has_open() {
            told.extend(shelf.refresh(self.now));
        }
        let (with_builtin, mut shelved, missing) = self.library(&shelf);
        told.extend(missing);
        // What was not read has not shrunk.
        let files = |entry| match shelved.iter().filter(|shelved| shelved.entry == entry).count() {
            0 => usize::MAX,
            files => files,
        };
        if shelf.has_shrunk(files) {
            told.extend(shelf.sweep(&[], self.now).unwrap_or_else(|problem| vec![problem.to_string()]));
        }
        told.extend(shelf.troubles());
        let mut library = if with_builtin { self.leaves.builtin() } else { Vec::new() };
        let has_twins = self.tell_apart(&library, &mut shelved, Some(&shelf), &mut leaves, &mut told);
        shelf.renew_merged(shelved.iter().map(|file| &*file.leaf.cards));
        let sources = self.sources(&leaves, &shelved, &shelf, all_sources);
        let count = library.len() + shelved.len();
        library.extend(shelf.decks(shelved));
        told.extend(shelf.apply_corrections(&mut library));
        let mut library = settled(library, count, has_twins);
        let mut decks: Vec<Deck> = leaves.into_iter().map(Leaf::into_deck).collect();
        if everything {
            decks = library;
        } else {
            let mut named = HashSet::new();
            for name in self.names.iter().filter(|name| named.insert(*name)) {
                let Some(place) = library.iter().position(|deck| deck.name == *name) else {
                    let known: Vec<&str> =
                        (library.iter().chain(&decks)).map(|deck| deck.name.as_str()).collect();
                    bail!("there is no deck or file named {name}; decks: {}", known.join(", "));
                };
                decks.push(library.remove(place));
            }
            if !self.notes.is_empty() {
                decks = library::settle(decks);
            }
        }
        shelf.leave_out_copies(&mut decks);
        found(Found { decks, sources, told, merged: shelf.merged().keys().cloned().collect() })
    }

    /// The decks of the whole library, one card in as many of them as hold it; and the cards that are
    /// another one written twice.
    pub(super) fn raw_library(&self) -> anyhow::Result<(Vec<Deck>, HashSet<CardId>)> {
        let mut shelf = Shelf::of(&self.dirs)?;
        let (mut files, _) = shelf.read(&self.leaves, |_| true);
        let mut decks = self.leaves.builtin();
        self.tell_apart(&decks, &mut files, Some(&shelf), &mut [], &mut Vec::new());
        shelf.renew_merged(files.iter().map(|file| &*file.leaf.cards));
        decks.extend(shelf.decks(files));
        shelf.apply_corrections(&mut decks);
        shelf.leave_out_copies(&mut decks);
        Ok((decks, shelf.merged().keys().cloned().collect()))
    }

    /// The files of the shelf that are wanted, whether the built-in decks are, and what is missing. When
    /// all names are of decks whose place is known, no other is read.
    fn library(&self, shelf: &Shelf) -> (bool, Vec<Shelved>, Vec<String>) {
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
        told: &mut Vec<String>,
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
        told.extend(met.iter().map(ToString::to_string));
        !twice.is_empty()
    }

    /// What `look` makes of all files of the library and those asked for, in the order of the decks.
    pub(super) fn with_all<T>(&self, look: impl FnOnce(&[Shown<'_>]) -> T) -> T {
        let shelf = Shelf::of(&self.dirs).unwrap_or_else(|_| Shelf::empty(&self.data));
        let (mut files, _) = shelf.read(&self.leaves, |_| true);
        let mut leaves = self.leaves.leaves(&self.notes, self.style).leaves;
        self.tell_apart(&[], &mut files, Some(&shelf), &mut leaves, &mut Vec::new());
        let shown = files.iter().map(|Shelved { leaf, entry }| Shown {
            cards: &leaf.cards,
            out: Some(&shelf.entries()[*entry].out),
        });
        let asked_for = leaves.iter().map(|leaf| Shown { cards: &leaf.cards, out: None });
        look(&shown.chain(asked_for).collect::<Vec<_>>())
    }

    /// Each file that was read, once; none when all look as they did last.
    fn sources(&self, leaves: &[Leaf], shelved: &[Shelved], shelf: &Shelf, all: bool) -> Vec<ReadSource> {
        let seen = Seen::new(&self.data);
        let shelved =
            shelved.iter().map(|Shelved { leaf, entry }| (leaf, shelf.entries()[*entry].style.as_deref()));
        let read =
            || leaves.iter().map(|leaf| (leaf, self.style.map(|style| style.name))).chain(shelved.clone());
        if !all && read().all(|(leaf, _)| seen.is_unchanged(&place_of(&leaf.path), leaf.print)) {
            return Vec::new();
        }
        let mut known = HashSet::new();
        let sources = read().map(|(leaf, style)| ReadSource::of(leaf, style));
        sources.filter(|source| known.insert(source.path.clone())).collect()
    }
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
        bail!("{}", found.told.join("\n       "));
    }
    Ok(found)
}

fn no_cards(leaf: &Leaf) -> String {
    let path = library::shown(&leaf.path);
    format!("{path}: no questions found; `backprop check {path}` explains")
}
