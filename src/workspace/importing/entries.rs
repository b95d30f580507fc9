//! Lines for the list: whether a file is referred to or copied, and which line it takes the place of.

use super::draft::{Draft, ImportAction};
use super::request::Request;
use crate::import::{self, Diagnostic};
use crate::messages::ReadingMessage;
use crate::store::library::{self, ReadFile};
use crate::store::shelf::{Entry, How, Refers, Shelf, can_be_referred_to, is_temporary, look_at_images};
use std::path::{Path, PathBuf};

/// What importing a file would do; the action is yet to be said.
pub(super) fn draft(
    mut file: ReadFile,
    source: PathBuf,
    folder: Option<PathBuf>,
    request: &Request,
    shelf: &Shelf,
) -> Draft {
    let known = shelf.find(&source);
    let is_named_alone = folder.is_none();
    let moved = known.map_or_else(|| shelf.copy_moved(&source, &file.bytes), |_| None);
    let how = how(&file, &source, folder.as_deref(), request, (known, moved), shelf);
    let mut moved_from = None;
    let (mut entry, replaces) = match how {
        How::Link => referring(&file, &source, folder.as_deref(), request, shelf),
        How::Copy => {
            let old = shelf.entries().iter().find(|entry| entry.source == source);
            moved_from = moved.map(|moved| moved.source.clone());
            let moved = moved.map(|moved| Entry {
                source: source.clone(),
                origin: Some(source.clone()),
                folder: None,
                ..moved.clone()
            });
            let linked = known.filter(|entry| entry.origin.as_deref() == Some(&source) && old.is_none());
            let entry = old.cloned().or(moved).unwrap_or_else(|| Entry::new(source.clone(), how));
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
    if let Some(style) = request.style {
        // A file that is named alone speaks for itself, not for the folder that it came with.
        let place = if is_named_alone { entry.place_of(&source) } else { String::new() };
        entry.put_style(&place, style);
    }
    if is_named_alone && !request.paths.is_empty() {
        entry.left_out.remove(&entry.place_of(&source));
    }
    accept_reading(&mut file, &mut entry, shelf);
    if let Some(name) = &request.deck {
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
    let action = ImportAction::Skipped;
    let (deck, images, waits) = (String::new(), Vec::new(), Vec::new());
    let replaces = replaces.into_iter().collect();
    let is_named = is_named_alone && !request.paths.is_empty();
    Draft { file, entry, action, deck, place, images, replaces, moved_from, waits, is_named }
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
        let message = ReadingMessage::StyleChanged { style: style.to_owned(), old: old.clone() };
        let help = ReadingMessage::KeepStyle { old: old.clone() };
        file.notes.diagnostics.insert(0, Diagnostic::warning(1, message, help));
    }
    entry.accepted = Some(style.to_owned());
}

/// Whether a file is referred to or copied: as the user says, as it was before, and else referred to where
/// it can be.
fn how(
    file: &ReadFile,
    source: &Path,
    folder: Option<&Path>,
    request: &Request,
    (known, moved): (Option<&Entry>, Option<&Entry>),
    shelf: &Shelf,
) -> How {
    // A package has to be unpacked, and another program's format is not written; there is nothing to refer to.
    let is_notes = file.package.is_none() && file.original.is_none();
    let is_stream = file.path.as_os_str() == library::STREAM;
    if request.copy || !is_notes || is_stream || import::edit::plain_text(&file.bytes).is_none() {
        return How::Copy;
    }
    if request.link {
        return How::Link;
    }
    if moved.is_some() {
        return How::Copy;
    }
    if let Some(known) = known {
        return known.how;
    }
    let is_its =
        |entry: &Entry| entry.how == How::Copy && folder.is_some() && entry.folder.as_deref() == folder;
    let was_copied = shelf.entries().iter().any(is_its);
    if was_copied || is_temporary(source) || !can_be_referred_to(source) { How::Copy } else { How::Link }
}

/// The line that refers to a file or to the folder it is in, and the one whose place it takes.
fn referring(
    file: &ReadFile,
    source: &Path,
    folder: Option<&Path>,
    request: &Request,
    shelf: &Shelf,
) -> (Entry, Option<Entry>) {
    let known = shelf.find(source);
    let holder = known.filter(|entry| entry.how == How::Link && entry.origin.as_deref() != Some(source));
    let root = holder.and_then(|entry| entry.origin.as_deref()).or(folder).unwrap_or(source);
    let old = shelf.entries().iter().find(|entry| entry.origin.as_deref() == Some(root));
    let refers = if root == source { Refers::File } else { Refers::Folder };
    // A file that was moved takes the place of its old line.
    let moved = || shelf.line_moved(source, &file.bytes).cloned();
    match old {
        Some(old) if old.refers.is_some() => (old.clone(), moved()),
        // A path that came from another machine is nobody's wish here, unless it is named.
        Some(old) if old.how == How::Link && request.paths.is_empty() => (old.clone(), None),
        Some(old) => {
            let copy = old.copy.clone().filter(|_| refers == Refers::File);
            (
                Entry { copy, ..like(Entry::referring_beside(root, refers, shelf.entries()), old) },
                Some(old.clone()),
            )
        }
        None => match shelf.line_without_notes(source, &file.bytes).filter(|_| refers == Refers::File) {
            Some(line) => (Entry { origin: Some(source.to_path_buf()), ..line.clone() }, None),
            None => match moved() {
                // What was edited here meanwhile goes into the file from the mirror that the line has.
                Some(old) if refers == Refers::File && shelf.waits_for_notes(&old) => {
                    (Entry { origin: Some(source.to_path_buf()), ..old }, None)
                }
                Some(old) if refers == Refers::File => {
                    // A name that the user gave it stays; one after the file does where the file has the same name.
                    let is_called_so = old.origin.as_deref().and_then(Path::file_name) == source.file_name();
                    let stays = old.title.is_some() || is_called_so;
                    let deck = stays.then(|| old.deck.clone().unwrap_or_else(|| old.name()));
                    (
                        Entry { deck, ..like(Entry::referring_beside(root, refers, shelf.entries()), &old) },
                        Some(old),
                    )
                }
                moved => (Entry::referring_beside(root, refers, shelf.entries()), moved),
            },
        },
    }
}

/// A line with what the user chose for another one.
fn like(entry: Entry, old: &Entry) -> Entry {
    let Entry { deck, title, style, styles, left_out, accepted, marks, out, .. } = old.clone();
    Entry { deck, title, style, styles, left_out, accepted, marks, out, ..entry }
}
