//! Drafts: what importing each file would do.

use super::Args;
use super::report::Twin;
use crate::card::{Card, CardId, Deck, Face};
use crate::cli::tell;
use crate::desk::Desk;
use crate::import::{self, Diagnostic, Style};
use crate::matching::{self, Portrait, Verdict};
use crate::store::builtin::BUILTIN;
use crate::store::leaf;
use crate::store::library::{self, Listing, ReadFile, Unreadable};
use crate::store::seen::{self, Seen};
use crate::store::shelf::{Entry, How, Shelf, look_at_images};
use crate::ui::app::Chosen;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// What importing a file does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Action {
    /// It is new in the library.
    Added,
    /// It has changed.
    Updated,
    /// It is as it was.
    Unchanged,
    /// It holds no cards.
    Skipped,
}

impl Action {
    /// Whether something is to be written.
    pub(super) fn changes(self) -> bool {
        matches!(self, Action::Added | Action::Updated)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Action::Added => "added",
            Action::Updated => "updated",
            Action::Unchanged => "unchanged",
            Action::Skipped => "skipped",
        }
    }
}

/// A file that was found, and its line for the list.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) file: ReadFile,
    pub(super) entry: Entry,
    pub(super) action: Action,
    /// The name of its deck.
    pub(super) deck: String,
    /// Where it will be read from: the copy, or the notes themselves.
    pub(super) place: PathBuf,
    /// Images that were carried along.
    pub(super) images: Vec<PathBuf>,
}

impl Draft {
    /// Adds remarks, in the order of the lines.
    pub(super) fn told(&mut self, remarks: Vec<Diagnostic>) {
        for remark in remarks {
            if !self.file.notes.diagnostics.contains(&remark) {
                self.file.notes.diagnostics.push(remark);
            }
        }
        self.file.notes.diagnostics.sort_by_key(|diagnostic| diagnostic.line);
    }
}

/// Reads what the arguments name; without paths, everything on the shelf from where it came.
pub(super) fn gather(
    args: &Args,
    style: Option<&'static Style>,
    shelf: &Shelf,
    seen: &Seen,
) -> anyhow::Result<(Vec<Draft>, Vec<Unreadable>)> {
    let again = args.paths.is_empty();
    let paths = if again { roots(shelf) } else { args.paths.clone() };
    let (mut drafts, mut unreadable, mut met) = (Vec::new(), Vec::new(), HashSet::new());
    let mut names: HashMap<String, PathBuf> = HashMap::new();
    for path in paths {
        let folder = path.is_dir().then(|| path.canonicalize()).transpose()?;
        let Listing { files, unreadable: problems, copies } = library::listing(std::slice::from_ref(&path));
        copies.iter().for_each(|copy| tell(&format!("note: {copy}")));
        unreadable.extend(problems);
        for file in files {
            let source = file.canonicalize().unwrap_or_else(|_| file.clone());
            if !met.insert(source.clone()) {
                continue;
            }
            if source.to_str().is_none() {
                let cause = io::Error::other("its name is not Unicode text; rename it, then import it");
                unreadable.push(Unreadable { path: file, cause });
                continue;
            }
            let known = shelf.find(&source);
            let style = style.or_else(|| known.and_then(Entry::style));
            match library::read_file(&file, style) {
                Ok(read) => {
                    let mut draft = draft(read, source, folder.clone(), args, shelf, again);
                    follow_marks(&mut draft, seen);
                    draft.action = action(&draft, shelf, seen);
                    name_deck(&mut draft, args, shelf, &mut names);
                    drafts.push(draft);
                }
                Err(problem) => unreadable.push(problem),
            }
        }
    }
    Ok((drafts, unreadable))
}

/// What everything on the shelf came from, folders before single files.
fn roots(shelf: &Shelf) -> Vec<PathBuf> {
    let mut roots: Vec<PathBuf> = Vec::new();
    for entry in shelf.entries() {
        let root = entry.folder.as_ref().filter(|folder| folder.is_dir()).unwrap_or(&entry.source);
        // A source that is gone stays in the library as the copy that was made of it.
        let is_there = entry.how == How::Link || root.exists();
        if is_there && !roots.contains(root) {
            roots.push(root.clone());
        }
    }
    roots
}

/// The folders whose missing files leave the library.
pub(super) fn folders(args: &Args, shelf: &Shelf) -> Vec<PathBuf> {
    let paths = if args.paths.is_empty() { roots(shelf) } else { args.paths.clone() };
    paths.iter().filter(|path| path.is_dir()).filter_map(|path| path.canonicalize().ok()).collect()
}

fn draft(
    mut file: ReadFile,
    source: PathBuf,
    folder: Option<PathBuf>,
    args: &Args,
    shelf: &Shelf,
    again: bool,
) -> Draft {
    let known = shelf.find(&source);
    // A file below a linked folder belongs to that folder's line.
    let linked_folder = known.filter(|entry| entry.how == How::Link && entry.source != source);
    let stays_linked =
        known.is_some_and(|entry| entry.how == How::Link) && (again || linked_folder.is_some());
    // A package has to be unpacked; there is nothing to link to.
    let is_package = file.package.is_some();
    let how = if (args.link || stays_linked) && !is_package { How::Link } else { How::Copy };
    let line_source = match (how, linked_folder, &folder) {
        (How::Link, Some(entry), _) => entry.source.clone(),
        (How::Link, None, Some(folder)) => folder.clone(),
        _ => source.clone(),
    };
    let old = shelf.entries().iter().find(|entry| entry.source == line_source);
    let mut entry = old.cloned().unwrap_or_else(|| Entry::new(line_source, how));
    if entry.how != how {
        (entry.copy, entry.bytes, entry.how) = (None, None, how);
    }
    // What was imported with a folder stays with it, also when it is named alone.
    if how == How::Copy && entry.folder.is_none() {
        entry.folder = folder;
    }
    if let Some(style) = &args.style {
        entry.style = Some(style.clone());
    }
    if let Some(name) = &args.deck {
        entry.deck = Some(library::slug(name));
        entry.title = Some(crate::markdown::clean(name));
    }
    if how == How::Copy && !is_package {
        let told = look_at_images(&entry, &import::images(&file.notes.cards));
        file.notes.diagnostics.extend(told);
        file.notes.diagnostics.sort_by_key(|diagnostic| diagnostic.line);
    }
    let place = match how {
        How::Link => source,
        How::Copy => shelf.copy_of(&entry).unwrap_or(source),
    };
    Draft { file, entry, action: Action::Skipped, deck: String::new(), place, images: Vec::new() }
}

fn action(draft: &Draft, shelf: &Shelf, seen: &Seen) -> Action {
    let Draft { file, entry, .. } = draft;
    if file.notes.cards.is_empty() {
        return Action::Skipped;
    }
    let Some(old) = shelf.entries().iter().find(|old| old.source == entry.source) else {
        return Action::Added;
    };
    let same = match entry.how {
        How::Copy => shelf.has_copied(entry, &file.bytes),
        How::Link => seen.is_unchanged(&draft.place, seen::print(&file.notes.cards)),
    };
    if same && old == entry { Action::Unchanged } else { Action::Updated }
}

/// A card that was marked out stays out when it was edited.
fn follow_marks(draft: &mut Draft, seen: &Seen) {
    let Draft { file, entry, place, .. } = draft;
    let ids: HashSet<&CardId> = file.notes.cards.iter().map(|card| &card.id).collect();
    if entry.out.iter().all(|id| ids.contains(id)) {
        return;
    }
    let old = seen.last(place);
    let known: HashSet<&CardId> = old.iter().map(|old| &old.id).collect();
    let lost: Vec<Portrait> =
        old.iter().filter(|old| entry.out.contains(&old.id) && !ids.contains(&old.id)).cloned().collect();
    let mut new = matching::portraits(&file.notes.cards);
    new.retain(|now| !known.contains(&now.id));
    for pair in matching::pairs(&lost, &new, |_, _| false) {
        if pair.verdict == Verdict::Sure {
            entry.out.remove(&lost[pair.lost].id);
            entry.out.insert(new[pair.new].id.clone());
        }
    }
}

/// Names linked drafts as the library does, where two files of a folder have one name.
pub(super) fn name_as_in(drafts: &mut [Draft], desk: &Desk) {
    let place = |card: &Card| card.faces[0].source.file.clone();
    let places: HashMap<Arc<PathBuf>, &str> = (desk.decks.iter())
        .flat_map(|deck| deck.cards.iter().filter_map(move |card| Some((place(card)?, deck.name.as_str()))))
        .collect();
    for draft in drafts.iter_mut().filter(|draft| draft.entry.how == How::Link) {
        if let Some(name) = places.get(&draft.place) {
            draft.deck = (*name).to_owned();
        }
    }
}

/// A deck keeps its name; a new one takes its file's, with a number where that is taken.
fn name_deck(draft: &mut Draft, args: &Args, shelf: &Shelf, names: &mut HashMap<String, PathBuf>) {
    let own = leaf::name_of(&draft.file.path);
    let is_folder = draft.entry.how == How::Link && draft.entry.source.is_dir();
    if is_folder {
        draft.deck = draft.entry.deck.clone().unwrap_or(own);
        return;
    }
    if draft.entry.deck.is_none() || args.deck.is_some() {
        let wanted = draft.entry.deck.clone().unwrap_or(own);
        let free = shelf.free_name(&wanted, &draft.entry.source);
        let is_builtin = |name: &str| BUILTIN.iter().any(|deck| deck.name == name);
        let source = &draft.entry.source;
        let taken = |name: &str| names.get(name).is_some_and(|other| other != source);
        // Several files named with --deck go into one deck.
        let name = match args.deck {
            Some(_) => library::unique_name(&wanted, is_builtin),
            None => library::unique_name(&free, taken),
        };
        draft.entry.deck = Some(name);
    }
    draft.deck = draft.entry.deck.clone().unwrap_or_default();
    if draft.action != Action::Skipped {
        names.insert(draft.deck.clone(), draft.entry.source.clone());
    }
}

/// Takes over what was chosen on the preview screen.
pub(super) fn choose(drafts: &mut [Draft], chosen: &[(usize, Chosen)]) {
    let mut out: HashMap<PathBuf, BTreeSet<CardId>> = HashMap::new();
    for (index, choice) in chosen {
        let draft = &mut drafts[*index];
        let style = choice.style.and_then(import::named);
        if let Some(style) = style
            && draft.file.notes.style != Some(style.name)
        {
            let path = draft.file.path.clone();
            draft.file.notes = import::read(&draft.file.bytes, Some(&path), Some(style), None);
            draft.entry.style = Some(style.name.to_owned());
        }
        if draft.file.notes.cards.is_empty() {
            draft.action = Action::Skipped;
        }
        out.entry(draft.entry.source.clone()).or_default().extend(choice.out.iter().cloned());
    }
    // Files of one linked folder share a line.
    for (index, _) in chosen {
        let draft = &mut drafts[*index];
        draft.entry.out.clone_from(&out[&draft.entry.source]);
    }
}

/// Cards that stand twice, of which one at least is in a draft.
pub(super) fn duplicates(
    drafts: &[Draft],
    decks: &[Deck],
    merged: &HashSet<CardId>,
    desk: &Desk,
) -> Vec<Twin> {
    let brought: HashSet<&CardId> =
        drafts.iter().flat_map(|draft| draft.file.notes.cards.iter().map(|card| &card.id)).collect();
    let mut cards: Vec<(&str, Portrait)> = Vec::new();
    let in_library: HashSet<&CardId> =
        decks.iter().flat_map(|deck| deck.cards.iter().map(|card| &card.id)).collect();
    for deck in decks {
        cards.extend(portraits(deck).into_iter().map(|portrait| (deck.name.as_str(), portrait)));
    }
    for draft in drafts {
        let new = matching::portraits(&draft.file.notes.cards);
        let new = new
            .into_iter()
            .filter(|portrait| !in_library.contains(&portrait.id) && !merged.contains(&portrait.id));
        cards.extend(
            new.filter(|card| !draft.entry.out.contains(&card.id)).map(|card| (draft.deck.as_str(), card)),
        );
    }
    let portraits: Vec<Portrait> = cards.iter().map(|(_, portrait)| portrait.clone()).collect();
    let mut twins = Vec::new();
    let mut first: HashMap<&CardId, &str> = HashMap::new();
    for (deck, portrait) in &cards {
        match first.get(&portrait.id) {
            Some(other) if other != deck && brought.contains(&portrait.id) => {
                twins.push(Twin::same(portrait, deck, other));
            }
            Some(_) => {}
            None => {
                first.insert(&portrait.id, deck);
            }
        }
    }
    for (one, other) in matching::duplicates(&portraits) {
        let (one, other) = (&cards[one], &cards[other]);
        if !brought.contains(&one.1.id) && !brought.contains(&other.1.id) {
            continue;
        }
        let record =
            |portrait: &Portrait| desk.progress.record(&portrait.id).map_or(0, |record| record.state.reps);
        // The card that was learnt more is kept; of two new ones the earlier.
        let (kept, copy) = if record(&other.1) > record(&one.1) { (other, one) } else { (one, other) };
        twins.push(Twin::of(copy, kept));
    }
    let mut met = HashSet::new();
    twins.retain(|twin| met.insert((twin.card.clone(), twin.other.clone())));
    twins
}

/// The cards of a deck as duplicates are looked for.
fn portraits(deck: &Deck) -> Vec<Portrait> {
    let faces = |card: &Card| {
        let face = |face: &Face| Portrait {
            id: card.id.clone(),
            question: face.question.clone(),
            answer: face.answer.clone(),
            topic: face.topic.to_vec(),
            between: (None, None),
        };
        card.faces.iter().map(face).collect::<Vec<_>>()
    };
    deck.cards.iter().flat_map(faces).collect()
}
