//! Drafts: what importing each file would do. Nothing is written here.

use super::draft::{Draft, Drafts, ImportAction, ImportChoice};
use super::entries;
use super::request::ImportWatcher;
use super::request::Request;
use crate::card::CardId;
use crate::import::{self, LineMarks, Styled};
use crate::matching::{self, MatchVerdict, Portrait};
use crate::messages::{DiskMessage, Message, NotesMessage};
use crate::store::builtin::BUILTIN;
use crate::store::leaf;
use crate::store::library::{self, Listing, Unreadable};
use crate::store::seen::{self, Seen};
use crate::store::shelf::{Entry, How, Shelf};
use crate::store::spelling;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

/// Reads what is asked for; without paths, everything on the shelf from where it came.
pub(super) fn gather(
    request: &Request,
    mut shelf: Shelf,
    seen: &Seen,
    watcher: ImportWatcher,
) -> anyhow::Result<Drafts> {
    let again = request.paths.is_empty();
    let paths: Vec<PathBuf> =
        if again { roots(&shelf) } else { request.paths.iter().map(|path| meant(path, &shelf)).collect() };
    let (mut all, mut met) = (Drafts::default(), HashSet::new());
    let mut names: HashMap<String, PathBuf> = HashMap::new();
    for path in paths {
        if let Some(bytes) = request.stream.as_ref().filter(|_| path.as_os_str() == library::STREAM) {
            let mut draft = streamed(bytes, request, &shelf);
            follow_marks(&mut draft, seen);
            draft.action = action(&draft, &shelf, seen);
            name_deck(&mut draft, request, &shelf, &mut names);
            all.drafts.push(draft);
            continue;
        }
        let folder = path.is_dir().then(|| spelling::real(&path)).transpose()?;
        let Listing { files, unreadable, copies } = library::listing(std::slice::from_ref(&path));
        let mut moved = Moved::default();
        let alone = || shelf.moved_with_folder(&spelling::real_or_same(&path));
        if let Some(root) = folder.clone().or_else(alone).filter(|_| !request.copy) {
            moved = Moved::look(&mut shelf, &root);
            all.told.extend(moved.told.take());
        }
        all.told.extend(copies.iter().map(Message::from));
        all.unreadable.extend(unreadable);
        let of = files.len();
        for (done, file) in files.into_iter().enumerate() {
            if let Some(watcher) = watcher {
                watcher(done, of, &file);
            }
            let source = spelling::real_or_same(&file);
            if !met.insert(source.clone()) {
                continue;
            }
            if source.to_str().is_none() {
                let cause = io::Error::other(Message::from(DiskMessage::NotUnicode));
                all.unreadable.push(Unreadable { path: file, cause });
                continue;
            }
            let known = shelf.find(&source);
            let is_out = |known: &Entry| known.leaves_out(&known.place_of(&source));
            if folder.is_some() && known.is_some_and(is_out) {
                continue;
            }
            let style_of = |known: &Entry| known.style(&known.place_of(&source));
            let forced = request.style.or_else(|| known.and_then(style_of));
            let marks = known.map(|known| &known.marks);
            match library::read_file_as(&file, Styled { forced, marks, ..Styled::default() }) {
                Ok(read) => {
                    let mut draft = entries::draft(read, source, folder.clone(), request, &shelf);
                    if let Some(before) = &draft.moved_from {
                        // No other file is the one that was copied there.
                        shelf.stand_copy_at(before, &draft.entry.source, draft.entry.folder.as_deref());
                    }
                    follow_marks(&mut draft, seen);
                    draft.action = action(&draft, &shelf, seen);
                    moved.take(&mut draft);
                    name_deck(&mut draft, request, &shelf, &mut names);
                    all.drafts.push(draft);
                }
                Err(problem) => all.unreadable.push(problem),
            }
        }
    }
    share_styles(&mut all.drafts);
    Ok(all)
}

/// The lines that an imported folder takes up: it is theirs under another name or at another place.
#[derive(Default)]
struct Moved {
    /// The key of the line that goes on with it.
    line: Option<PathBuf>,
    /// Other lines whose notes stand in it now.
    absorbed: Vec<Entry>,
    told: Option<Message>,
}

impl Moved {
    fn look(shelf: &mut Shelf, folder: &Path) -> Moved {
        let mut lines = shelf.lines_now_at(folder).into_iter();
        let Some(line) = lines.next() else {
            let is_new = shelf.find(folder).is_none();
            let copied = shelf.copied_folder(folder).filter(|_| is_new);
            let told = copied.map(|other| NotesMessage::FolderCopied {
                folder: spelling::shown(folder),
                other: spelling::shown(&other),
            });
            return Moved { told: told.map(Message::from), ..Moved::default() };
        };
        let absorbed: Vec<Entry> = lines.map(|line| shelf.entries()[line].clone()).collect();
        let from = shelf.entries()[line].origin.clone();
        let told = from.map(|from| NotesMessage::FolderMoved {
            folder: spelling::shown(folder),
            from: spelling::shown(&from),
        });
        let key = shelf.stand_at(line, folder).source.clone();
        Moved { line: Some(key), absorbed, told: told.map(Message::from) }
    }

    /// A file of the folder: its line has another place, and takes the place of the others.
    fn take(&mut self, draft: &mut Draft) {
        if self.line.as_ref() != Some(&draft.entry.source) || draft.action == ImportAction::Skipped {
            return;
        }
        draft.action = ImportAction::Updated;
        for absorbed in &self.absorbed {
            draft.entry.out.extend(absorbed.out.iter().cloned());
            draft.entry.marks.add(&absorbed.marks);
        }
        draft.replaces.append(&mut self.absorbed);
    }
}

/// The draft of what came by standard input. It is known by the name of its deck: the one that was given, or its
/// own title.
fn streamed(bytes: &[u8], request: &Request, shelf: &Shelf) -> Draft {
    let read = |style| library::read_streamed(bytes.to_vec(), style);
    let mut file = read(Styled { forced: request.style, ..Styled::default() });
    let title = request.deck.as_deref().or(file.notes.title.as_deref()).unwrap_or("notes");
    let source = library::place_of_stream(title);
    if let Some(known) = shelf.find(&source) {
        let forced = request.style.or_else(|| known.style(""));
        file = read(Styled { forced, marks: Some(&known.marks), ..Styled::default() });
    }
    entries::draft(file, source, None, request, shelf)
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
pub(super) fn folders(request: &Request, shelf: &Shelf) -> Vec<PathBuf> {
    let paths: Vec<PathBuf> = match request.paths.is_empty() {
        true => roots(shelf),
        false => request.paths.iter().map(|path| meant(path, shelf)).collect(),
    };
    paths.iter().filter(|path| path.is_dir()).filter_map(|path| spelling::real(path).ok()).collect()
}

fn action(draft: &Draft, shelf: &Shelf, seen: &Seen) -> ImportAction {
    let Draft { file, entry, .. } = draft;
    if file.notes.cards.is_empty() {
        return ImportAction::Skipped;
    }
    if !draft.replaces.is_empty() || draft.moved_from.is_some() {
        return ImportAction::Updated;
    }
    let Some(old) = shelf.entries().iter().find(|old| old.source == entry.source) else {
        return ImportAction::Added;
    };
    let same = match entry.how {
        How::Copy => shelf.has_copied(entry, &file.bytes),
        How::Link => seen.is_unchanged(&draft.place, seen::print(&file.notes.cards)),
    };
    if same && old == entry { ImportAction::Unchanged } else { ImportAction::Updated }
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
        if pair.verdict == MatchVerdict::Sure {
            entry.out.remove(&lost[pair.lost].id);
            entry.out.insert(new[pair.new].id.clone());
        }
    }
}

/// A deck keeps its name; a new one takes its file's, with a number where that is taken.
fn name_deck(draft: &mut Draft, request: &Request, shelf: &Shelf, names: &mut HashMap<String, PathBuf>) {
    let is_stream = draft.file.path.as_os_str() == library::STREAM;
    let own = leaf::name_of(if is_stream { &draft.entry.source } else { &draft.file.path });
    let is_folder =
        draft.entry.how == How::Link && draft.entry.origin.as_ref().is_some_and(|path| path.is_dir());
    if is_folder {
        draft.deck = draft.entry.deck.clone().unwrap_or(own);
        return;
    }
    if draft.entry.deck.is_none() || request.deck.is_some() {
        let wanted = draft.entry.deck.clone().unwrap_or(own);
        let free = shelf.free_name(&wanted, &draft.entry.source);
        let is_builtin = |name: &str| BUILTIN.iter().any(|deck| deck.name == name);
        let source = &draft.entry.source;
        let taken = |name: &str| names.get(name).is_some_and(|other| other != source);
        // Several files named with --deck go into one deck.
        let name = match request.deck {
            Some(_) => library::unique_name(&wanted, is_builtin),
            None => library::unique_name(&free, taken),
        };
        draft.entry.deck = Some(name);
    }
    draft.deck = draft.entry.deck.clone().unwrap_or_default();
    if draft.action != ImportAction::Skipped {
        names.insert(draft.deck.clone(), draft.entry.source.clone());
    }
}

/// Takes over what the user chose.
pub(crate) fn choose(drafts: &mut [Draft], chosen: &[ImportChoice]) {
    let mut out: HashMap<PathBuf, BTreeSet<CardId>> = HashMap::new();
    // What was said, and what was taken back.
    let mut marks: HashMap<PathBuf, (LineMarks, LineMarks)> = HashMap::new();
    for choice in chosen {
        let draft = &mut drafts[choice.draft];
        let style = choice.style.and_then(import::named);
        let restyled = style.filter(|style| draft.file.notes.style != Some(style.name));
        if restyled.is_some() || choice.marks != draft.entry.marks {
            let path = draft.file.path.clone();
            let forced = style.or_else(|| draft.entry.style(&draft.inside()));
            let styled = Styled { forced, marks: Some(&choice.marks), ..Styled::default() };
            draft.file.notes = import::read_as(&draft.file.bytes, Some(&path), styled, None);
        }
        if let Some(style) = restyled {
            let place = draft.inside();
            draft.entry.put_style(&place, style);
            draft.action =
                if draft.action == ImportAction::Unchanged { ImportAction::Updated } else { draft.action };
        }
        draft.action = match (draft.file.notes.cards.is_empty(), draft.action) {
            (true, _) => ImportAction::Skipped,
            (false, ImportAction::Skipped) => ImportAction::Added,
            (false, action) => action,
        };
        out.entry(draft.entry.source.clone()).or_default().extend(choice.out.iter().cloned());
        let (said, gone) = marks.entry(draft.entry.source.clone()).or_default();
        said.add(&choice.marks);
        gone.add(&draft.entry.marks.without(&choice.marks));
    }
    // Files of one linked folder share a line.
    for choice in chosen {
        let draft = &mut drafts[choice.draft];
        let before = (draft.entry.out.clone(), draft.entry.marks.clone());
        draft.entry.out.clone_from(&out[&draft.entry.source]);
        let (said, gone) = &marks[&draft.entry.source];
        draft.entry.marks = said.without(gone);
        let is_other = before != (draft.entry.out.clone(), draft.entry.marks.clone());
        if is_other && draft.action == ImportAction::Unchanged {
            draft.action = ImportAction::Updated;
        }
    }
    share_styles(drafts);
}

/// Files of one linked folder share a line: each says in which style it is read itself, and of the others what was
/// known. What one of them brings back is left out by none.
fn share_styles(drafts: &mut [Draft]) {
    let mut styles: HashMap<PathBuf, BTreeMap<String, String>> = HashMap::new();
    let mut left_out: HashMap<PathBuf, BTreeSet<String>> = HashMap::new();
    for draft in &*drafts {
        let out = left_out.entry(draft.entry.source.clone()).or_insert(draft.entry.left_out.clone());
        out.retain(|place| draft.entry.left_out.contains(place));
        let (of_line, own) = (styles.entry(draft.entry.source.clone()).or_default(), draft.inside());
        for (file, style) in &draft.entry.styles {
            if *file == own {
                of_line.insert(file.clone(), style.clone());
            } else {
                of_line.entry(file.clone()).or_insert_with(|| style.clone());
            }
        }
    }
    for draft in drafts {
        draft.entry.styles.clone_from(&styles[&draft.entry.source]);
        draft.entry.left_out.clone_from(&left_out[&draft.entry.source]);
    }
}
