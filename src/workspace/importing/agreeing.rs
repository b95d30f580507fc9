//! Notes and their mirrors agree again after an import.

use super::draft::{Draft, ImportAction};
use super::request::Request;
use crate::day::At;
use crate::import;
use crate::store::shelf::{Entry, GoneNotes, Mirrors, Refers, Shelf};
use std::path::PathBuf;

/// Takes the lines out of the list whose place a draft takes; gives those whose copies go too.
pub(super) fn replaced(shelf: &mut Shelf, draft: &Draft) -> Vec<Entry> {
    let mut replaced = if draft.action.changes() { draft.replaces.clone() } else { Vec::new() };
    for old in &replaced {
        shelf.take_out(&old.source);
    }
    // The copy of a file becomes its mirror.
    replaced.retain(|old| old.copy.is_none() || old.copy != draft.entry.copy);
    replaced
}

/// Puts the line of notes that are referred to into the list, and carries their images along.
pub(super) fn set(shelf: &mut Shelf, draft: &mut Draft) -> anyhow::Result<()> {
    if draft.entry.refers.is_some() && draft.entry.copy.is_none() {
        draft.entry.copy = Some(shelf.place_for_mirror(&draft.entry));
    }
    if draft.action.changes() {
        shelf.set(draft.entry.clone());
    }
    for old in std::mem::take(&mut draft.replaces).iter().filter(|old| old.copy == draft.entry.copy) {
        shelf.adopt(old, &draft.entry)?;
    }
    let images = import::images(&draft.file.notes.cards);
    if draft.entry.refers.is_some() && !images.is_empty() {
        draft.images = shelf.mirror_images(&draft.entry, &draft.place, &images)?.images;
    }
    Ok(())
}

/// Lets notes and mirrors agree; gives files that are gone.
pub(super) fn settle(
    request: &Request,
    shelf: &Shelf,
    now: At,
    drafts: &mut [Draft],
) -> anyhow::Result<Vec<GoneNotes>> {
    let mut mirrors = Mirrors::of(shelf, now);
    let referring = drafts.iter_mut().filter(|draft| draft.entry.refers.is_some());
    for draft in referring.filter(|draft| draft.action != ImportAction::Skipped) {
        if let Some(settled) = mirrors.settle(&draft.place, request.wish)? {
            draft.is_settled(&settled);
        }
    }
    let mut gone = Vec::new();
    let keys: Vec<PathBuf> = drafts.iter().map(|draft| draft.entry.source.clone()).collect();
    let folders = shelf.entries().iter().filter(|entry| entry.refers == Some(Refers::Folder));
    for entry in folders.filter(|entry| keys.contains(&entry.source) || request.paths.is_empty()) {
        gone.extend(mirrors.sweep(entry, request.wish)?);
    }
    mirrors.save()?;
    Ok(gone)
}
