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
use crate::store::shelf::{Entry, How, Refers, Shelf, is_temporary, look_at_images, why_copied};
use crate::ui::app::Chosen;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
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
    /// A line for the same notes that this one takes the place of.
    pub(super) replaces: Option<Entry>,
    /// Lines of its mirror that are not in the notes, or the other way round.
    pub(super) waits: Vec<(bool, String)>,
}

impl Draft {
    /// Whether it refers to this folder as a whole.
    pub(super) fn refers_to(&self, folder: &Path) -> bool {
        self.entry.how == How::Link && self.entry.origin.as_deref() == Some(folder)
    }

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
    let paths = if again { roots(shelf) } else { args.paths.iter().map(|path| meant(path, shelf)).collect() };
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
                    let mut draft = draft(read, source, folder.clone(), args, shelf);
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
        let Some(origin) = &entry.origin else { continue };
        let root = entry.folder.as_ref().filter(|folder| folder.is_dir()).unwrap_or(origin);
        // A source that is gone stays in the library as the copy that was made of it.
        let is_there = (entry.how == How::Link && entry.refers.is_none()) || root.exists();
        if is_there && !roots.contains(root) {
            roots.push(root.clone());
        }
    }
    roots
}

/// The notes of a deck that is named in place of a path.
fn meant(path: &Path, shelf: &Shelf) -> PathBuf {
    let named = |entry: &&Entry| entry.refers.is_some() && entry.deck.as_deref() == path.to_str();
    let entry = shelf.entries().iter().find(named).filter(|_| !path.exists());
    entry.and_then(|entry| entry.origin.clone()).unwrap_or_else(|| path.to_path_buf())
}

/// Whether the notes of a line left, and not only the line.
pub(super) fn has_left(entry: &Entry) -> bool {
    entry.origin.as_ref().is_none_or(|origin| !origin.exists())
}

/// The folders whose missing files leave the library.
pub(super) fn folders(args: &Args, shelf: &Shelf) -> Vec<PathBuf> {
    let paths: Vec<PathBuf> = match args.paths.is_empty() {
        true => roots(shelf),
        false => args.paths.iter().map(|path| meant(path, shelf)).collect(),
    };
    paths.iter().filter(|path| path.is_dir()).filter_map(|path| path.canonicalize().ok()).collect()
}

fn draft(mut file: ReadFile, source: PathBuf, folder: Option<PathBuf>, args: &Args, shelf: &Shelf) -> Draft {
    let known = shelf.find(&source);
    let how = how(&file, &source, folder.as_deref(), args, shelf);
    let (mut entry, replaces) = match how {
        How::Link => referring(&file, &source, folder.as_deref(), args, shelf),
        How::Copy => {
            let old = shelf.entries().iter().find(|entry| entry.source == source);
            let linked = known.filter(|entry| entry.origin.as_deref() == Some(&source) && old.is_none());
            let entry = old.cloned().unwrap_or_else(|| Entry::new(source.clone(), how));
            let entry = linked.map_or(entry, |linked| like(Entry::new(source.clone(), how), linked));
            // What older versions linked to has the same key.
            let entry = if entry.how == how { entry } else { Entry { bytes: None, how, ..entry } };
            (entry, linked.cloned())
        }
    };
    // What was imported with a folder stays with it, also when it is named alone.
    if how == How::Copy && entry.folder.is_none() {
        entry.folder = folder;
    }
    if let Some(style) = &args.style {
        entry.style = Some(style.clone());
    }
    accept_reading(&mut file, &mut entry, shelf);
    if let Some(name) = &args.deck {
        entry.deck = Some(library::slug(name));
        entry.title = Some(crate::markdown::clean(name));
    }
    if how == How::Copy && file.package.is_none() {
        let told = look_at_images(&entry, &import::images(&file.notes.cards), file.original.as_deref());
        file.notes.diagnostics.extend(told);
        file.notes.diagnostics.sort_by_key(|diagnostic| diagnostic.line);
    }
    let place = match how {
        How::Link => source,
        How::Copy => shelf.copy_of(&entry).unwrap_or(source),
    };
    let action = Action::Skipped;
    Draft { file, entry, action, deck: String::new(), place, images: Vec::new(), replaces, waits: Vec::new() }
}

/// From now on the file is read in the style it was read in now; it is told where that is another one than
/// before.
fn accept_reading(file: &mut ReadFile, entry: &mut Entry, shelf: &Shelf) {
    let is_known = shelf.entries().iter().any(|old| old.source == entry.source);
    let is_folder = entry.refers == Some(Refers::Folder);
    if entry.style.is_some() || is_folder || file.package.is_some() || (is_known && entry.accepted.is_none())
    {
        return;
    }
    let Some(style) = file.notes.style else { return };
    if let Some(old) = entry.accepted.as_ref().filter(|old| *old != style) {
        let message = format!("it is read in the style {style} now; it was read in {old}");
        let help = format!("`--style {old}` keeps the cards as they were");
        file.notes.diagnostics.insert(0, Diagnostic::warning(1, message, help));
    }
    entry.accepted = Some(style.to_owned());
}

/// Whether a file is referred to or copied: as the user says, as it was before, and else referred to where
/// it can be.
fn how(file: &ReadFile, source: &Path, folder: Option<&Path>, args: &Args, shelf: &Shelf) -> How {
    // A package has to be unpacked, and another program's format is not written; there is nothing to refer to.
    let is_notes = file.package.is_none() && file.original.is_none();
    if args.copy || !is_notes || import::edit::plain_text(&file.bytes).is_none() {
        return How::Copy;
    }
    if args.link {
        return How::Link;
    }
    if let Some(known) = shelf.find(source) {
        return known.how;
    }
    let is_its =
        |entry: &Entry| entry.how == How::Copy && folder.is_some() && entry.folder.as_deref() == folder;
    let was_copied = shelf.entries().iter().any(is_its);
    if was_copied || is_temporary(source) || why_copied(source).is_some() { How::Copy } else { How::Link }
}

/// The line that refers to a file or to the folder it is in, and the one whose place it takes.
fn referring(
    file: &ReadFile,
    source: &Path,
    folder: Option<&Path>,
    args: &Args,
    shelf: &Shelf,
) -> (Entry, Option<Entry>) {
    let known = shelf.find(source);
    let holder = known.filter(|entry| entry.how == How::Link && entry.origin.as_deref() != Some(source));
    let root = holder.and_then(|entry| entry.origin.as_deref()).or(folder).unwrap_or(source);
    let old = shelf.entries().iter().find(|entry| entry.origin.as_deref() == Some(root));
    let refers = if root == source { Refers::File } else { Refers::Folder };
    match old {
        Some(old) if old.refers.is_some() => (old.clone(), None),
        // A path that came from another machine is nobody's wish here, unless it is named.
        Some(old) if old.how == How::Link && args.paths.is_empty() => (old.clone(), None),
        Some(old) => {
            let copy = old.copy.clone().filter(|_| refers == Refers::File);
            (Entry { copy, ..like(Entry::referring(root, refers), old) }, Some(old.clone()))
        }
        None => match shelf.line_without_notes(source, &file.bytes).filter(|_| refers == Refers::File) {
            Some(line) => (Entry { origin: Some(source.to_path_buf()), ..line.clone() }, None),
            None => (Entry::referring(root, refers), None),
        },
    }
}

/// A line with what the user chose for another one.
fn like(entry: Entry, old: &Entry) -> Entry {
    let Entry { deck, title, style, accepted, out, .. } = old.clone();
    Entry { deck, title, style, accepted, out, ..entry }
}

fn action(draft: &Draft, shelf: &Shelf, seen: &Seen) -> Action {
    let Draft { file, entry, .. } = draft;
    if file.notes.cards.is_empty() {
        return Action::Skipped;
    }
    if draft.replaces.is_some() {
        return Action::Updated;
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
    let is_folder =
        draft.entry.how == How::Link && draft.entry.origin.as_ref().is_some_and(|path| path.is_dir());
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
    let is_brought = |portrait: &Portrait| brought.contains(&portrait.id);
    for (one, other) in matching::duplicates(&portraits, is_brought) {
        let (one, other) = (&cards[one], &cards[other]);
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
