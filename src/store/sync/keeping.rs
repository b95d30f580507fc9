//! What a synchronisation takes out or writes over: a copy of notes is kept, and that is told.

use super::names::{self, DECKS, LIST, SharedKind};
use super::under_way::Sync;
use crate::import;
use crate::store::kept;
use crate::store::problem::Problem;
use std::path::Path;

/// Keeps the bytes of notes that give way; the list of decks and what is no deck are in the history alone.
pub(super) fn keep(sync: &mut Sync<'_>, path: &str, bytes: &[u8]) -> Result<(), Problem> {
    if path == LIST || !path.starts_with(DECKS) {
        return Ok(());
    }
    let (stem, ending) = match Path::new(path).extension().and_then(|ending| ending.to_str()) {
        Some(ending) => (&path[..path.len() - ending.len() - 1], ending),
        None => (path, "bak"),
    };
    let deck = stem.rsplit('/').next().unwrap_or(stem);
    let kept = kept::keep(sync.data(), deck, ending, sync.now, bytes)?;
    sync.report.kept.push((path.to_owned(), kept));
    Ok(())
}

/// Whether a version of notes lacks cards that the one before has.
pub(super) fn loses_cards(path: &str, before: &[u8], after: &[u8]) -> bool {
    let count = |bytes: &[u8]| import::read(bytes, None, None, None).cards.len();
    matches!(names::kind(path), Ok(SharedKind::Notes)) && count(after) < count(before)
}
