//! Importing: files become drafts, which may be changed before they go into the library. Then the library
//! is read once, and what that brings to light (edited cards, doubtful ones, cards that stand twice) is part
//! of the outcome; commands of their own answer it.

mod agreeing;
mod draft;
mod drafts;
mod entries;
mod history;
mod request;
mod twins;

pub use draft::{Draft, Drafts, ImportAction, ImportChoice};
pub use history::Brought;
pub use request::{ImportWatcher, Request};
pub use twins::Twin;

pub(crate) use drafts::choose;

use super::Workspace;
use super::files::{self, Files};
use super::reading::{Library, ReadSource};
use crate::day::At;
use crate::desk::Desk;
use crate::import;
use crate::store::apart::Apart;
use crate::store::seen::{self, Change, Seen, SeenSource};
use crate::store::shelf::{CopyItem, GoneNotes, How, Shelf};
use std::path::{Path, PathBuf};

/// Drafts to be put into the library.
#[derive(Debug)]
pub struct Import {
    /// What was asked for.
    pub request: Request,
    /// What was made of it.
    pub drafts: Vec<Draft>,
    /// Whether nothing is written.
    pub dry_run: bool,
    /// Is told before each file how many are done, and of how many; none where nobody looks.
    pub watcher: ImportWatcher,
}

/// What an import did, or would do.
#[derive(Debug, Default)]
pub struct Imported {
    /// The files.
    pub drafts: Vec<Draft>,
    /// Edited cards that keep their progress.
    pub moves: Vec<Change>,
    /// Cards that may be old ones, edited; nothing was moved.
    pub doubtful: Vec<Change>,
    /// Cards that stand twice.
    pub twins: Vec<Twin>,
    /// What packages brought into the progress file, by their paths.
    pub history: Vec<(PathBuf, Brought)>,
    /// Sources that left the library with their folder.
    pub removed: Vec<GoneNotes>,
}

impl Workspace {
    /// Reads what is asked for and says what importing it would do.
    pub fn drafts(&self, request: &Request) -> anyhow::Result<Drafts> {
        self.drafts_watched(request, None)
    }

    /// The same, and tells how many files were read, and of how many.
    pub fn drafts_watched(&self, request: &Request, watcher: ImportWatcher) -> anyhow::Result<Drafts> {
        let dirs = self.files.dirs();
        drafts::gather(request, Shelf::of(dirs)?, &Seen::new(&dirs.data), watcher)
    }

    pub(super) fn import(&mut self, import: Import) -> anyhow::Result<Imported> {
        let Import { request, drafts, dry_run, watcher } = import;
        let mut done = Imported { drafts, ..Imported::default() };
        if !dry_run {
            put(&mut self.files, &request, self.clock.now(), &mut done, watcher)?;
        }
        // From here on the library is as it will be, and is read once.
        let (state, files) = (&mut self.state, &mut self.files);
        let is_everything = files.wanted.is_everything();
        let whole = files.wanted.whole_library();
        let asked_for = std::mem::replace(&mut files.wanted, whole);
        let looked = look_at_library(state, files, &mut done, dry_run);
        files.wanted = asked_for;
        looked?;
        if !is_everything {
            files.reload(state)?;
        }
        if request.unites_twins && !dry_run {
            let open = || done.twins.iter().filter(|twin| !twin.merged);
            self.unite(open().map(Twin::copy_and_kept).collect())?;
            done.twins.iter_mut().for_each(|twin| twin.merged = true);
        }
        Ok(done)
    }
}

/// Puts the drafts on the shelf.
fn put(
    files: &mut Files,
    request: &Request,
    now: At,
    done: &mut Imported,
    watcher: ImportWatcher,
) -> anyhow::Result<()> {
    let is_idle = |draft: &Draft| !draft.action.changes() && draft.entry.refers.is_none();
    if done.drafts.iter().all(is_idle) && request.paths.is_empty() {
        return Ok(());
    }
    let (mut shelf, _lock) = Shelf::lock_of(files.dirs())?;
    for draft in done.drafts.iter().filter(|draft| draft.action.changes()) {
        if let Some(before) = &draft.moved_from {
            shelf.stand_copy_at(before, &draft.entry.source, draft.entry.folder.as_deref());
        }
    }
    let mut gone = Vec::new();
    for folder in drafts::folders(request, &shelf) {
        gone.extend(shelf.remove_missing(&folder));
        if done.drafts.iter().any(|draft| draft.refers_to(&folder)) {
            gone.extend(shelf.remove_below(&folder));
        }
    }
    let left = gone.iter().filter(|entry| drafts::has_left(entry));
    done.removed = left.map(|entry| GoneNotes { notes: entry.path(), kept: None }).collect();
    gone.extend(done.drafts.iter().flat_map(|draft| agreeing::replaced(&mut shelf, draft)));
    let told = shelf.keep_edited(&gone, now)?;
    let of = done.drafts.len();
    for (index, draft) in done.drafts.iter_mut().enumerate() {
        if let Some(watcher) = watcher {
            watcher(index, of, &draft.file.path);
        }
        put_draft(&mut shelf, draft, now)?;
        // A long import that is broken off keeps what it has.
        if index % 200 == 199 {
            shelf.save()?;
        }
    }
    shelf.save()?;
    shelf.save_known()?;
    shelf.delete_copies(&gone);
    done.removed.extend(agreeing::settle(request, &shelf, now, &mut done.drafts)?);
    if let Some(watcher) = watcher {
        watcher(of, of, Path::new(""));
    }
    files.told.extend(told);
    Ok(())
}

fn put_draft(shelf: &mut Shelf, draft: &mut Draft, now: At) -> anyhow::Result<()> {
    if draft.entry.how == How::Link && draft.action != ImportAction::Skipped {
        agreeing::set(shelf, draft)?;
    }
    let images = import::images(&draft.file.notes.cards);
    // Images may have changed although the notes have not.
    let is_to_copy =
        draft.action.changes() || (draft.action == ImportAction::Unchanged && !images.is_empty());
    if draft.entry.how == How::Link || !is_to_copy {
        return Ok(());
    }
    let (package, original) = (draft.file.package.as_deref(), draft.file.original.as_deref());
    let (entry, bytes) = (draft.entry.clone(), draft.file.bytes.as_slice());
    let put = shelf.put(&CopyItem { entry, bytes, images: &images, package, original, now })?;
    draft.told(put.told);
    draft.images = put.images;
    Ok(())
}

/// Reads the whole library as it is now, and says what became of edited cards and which stand twice.
fn look_at_library(
    state: &mut Desk,
    files: &mut Files,
    done: &mut Imported,
    dry_run: bool,
) -> anyhow::Result<()> {
    let reading = files.wanted.reading();
    let library = files.library(&reading);
    let seen = Seen::new(&files.dirs().data);
    if dry_run {
        files.assume(state, reading, &seen)?;
        foresee(&seen, files, state, &library, done);
    } else {
        let news = files.take_in(state, reading)?;
        let sources: Vec<SeenSource<'_>> = library.sources.iter().map(ReadSource::borrowed).collect();
        (done.moves, done.doubtful) = (news.moves, seen.doubts(&sources, &state.progress));
        done.history = history::bring(&done.drafts, state, files)?;
    }
    let Library { mut decks, merged, .. } = library;
    twins::name_as_in(&mut done.drafts, state);
    if dry_run {
        // What is to be updated does not stand beside its new self.
        decks.retain(|deck| !done.drafts.iter().any(|draft| draft.deck == deck.name));
    }
    done.twins = twins::duplicates(&done.drafts, &decks, &merged, state);
    Ok(())
}

/// What importing the drafts would do to edited cards.
fn foresee(seen: &Seen, files: &Files, state: &Desk, library: &Library, done: &mut Imported) {
    let replaced: Vec<&Path> = done.drafts.iter().map(|draft| draft.place.as_path()).collect();
    let read = library.sources.iter().map(ReadSource::borrowed);
    let mut sources: Vec<SeenSource<'_>> = read.filter(|source| !replaced.contains(&source.path)).collect();
    let brought = done.drafts.iter().filter(|draft| draft.action != ImportAction::Skipped);
    sources.extend(brought.map(|draft| {
        let cards = &draft.file.notes.cards;
        let style = draft.entry.style(&draft.entry.place_of(&draft.place)).map(|style| style.name);
        SeenSource { path: &draft.place, style, cards, print: seen::print(cards) }
    }));
    let apart = Apart::open(&files.dirs().data);
    let reread = |path: &Path, style: Option<&str>| files::reread(&apart, path, style);
    let news = seen.compare(&sources, &state.progress, None, reread);
    (done.moves, done.doubtful) = (news.moves, news.doubtful);
}
