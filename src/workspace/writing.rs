//! Cards that are written into their files, and files that say again what they said before.

use super::files::Files;
use super::{Outcome, Workspace};
use crate::card::{CardId, Lang};
use crate::desk::{Desk, Done, EditedFile, Place, Reversal, TakenBack, UndoEntry, UndoMark};
use crate::progress::Kind;
use crate::settings::ROWS;
use crate::store::edited::{self, FilesBefore};
use crate::store::library;
use crate::store::notes_file::Wording;
use crate::store::problem::Problem;
use crate::store::shelf::Shelf;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

impl Workspace {
    /// Takes back the newest thing done since then for which files have to be written.
    pub(super) fn undo_in_files(&mut self, since: UndoMark) -> anyhow::Result<Option<TakenBack>> {
        let Some(entry) = self.state.undoable.last(since).cloned() else { return Ok(None) };
        match self.turn(entry) {
            Ok(again) => Ok(again.and_then(|again| self.state.undoable.pop(again))),
            Err(error) => {
                // It cannot be taken back any more, and what was done before it still can.
                if is_changed_meanwhile(&error) {
                    self.state.undoable.drop_last();
                }
                Err(error)
            }
        }
    }

    /// Does again what was taken back last since then, for which files have to be written.
    pub(super) fn redo_in_files(&mut self, since: UndoMark) -> anyhow::Result<Option<TakenBack>> {
        let Some(entry) = self.state.undoable.undone(since).cloned() else { return Ok(None) };
        match self.turn(entry) {
            Ok(how) => Ok(how.and_then(|how| self.state.undoable.put_back(how))),
            Err(error) => {
                if is_changed_meanwhile(&error) {
                    self.state.undoable.drop_undone();
                }
                Err(error)
            }
        }
    }

    /// Lets files and settings say what an entry of the list says; gives what takes that back.
    fn turn(&mut self, entry: UndoEntry) -> anyhow::Result<Option<Reversal>> {
        let (state, files) = (&mut self.state, &mut self.files);
        Ok(match (entry.done, entry.how) {
            (Done::Chosen(row), Reversal::Setting(value)) => {
                let now = (ROWS[row].get)(&state.settings);
                files.set(state, row, &value)?;
                Some(Reversal::Setting(now))
            }
            (_, Reversal::Files(card, edited)) => {
                files.restore(state, &edited)?;
                Some(Reversal::of_edit_again(card, edited))
            }
            (_, Reversal::Report(report)) => {
                if !report.files.is_empty() {
                    files.restore(state, &report.files)?;
                }
                files.load_history(state)?;
                Some(Reversal::Report(state.turn_report(report)?))
            }
            _ => None,
        })
    }
}

fn is_changed_meanwhile(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(Problem::ChangedMeanwhile { .. }))
}

impl Files {
    /// Writes a card into its file. Where another program has changed it there, nothing is written and the decks are
    /// read again, so that the user can choose between both versions. Where the file went away, it is written into what
    /// serves in its place.
    pub(super) fn write_or_meet(
        &mut self,
        state: &mut Desk,
        place: Place,
        is_new: bool,
        wording: &Wording,
    ) -> anyhow::Result<Outcome> {
        let (id, face) = (state.card(place).id.clone(), state.face(place));
        let (file, line, lang) = (face.source.file.clone(), face.source.question_line, face.lang);
        let ids: HashSet<CardId> = state.places().map(|place| state.card(place).id.clone()).collect();
        match self.write(state, place, is_new, wording) {
            Ok(card) => Ok(Outcome::Written(card)),
            Err(error) => {
                if file.as_deref().is_some_and(|file| !file.exists()) {
                    self.reload(state)?;
                    let place = state.find(&id).filter(|place| state.face(*place).source.file != file);
                    let Some(place) = place else { return Err(error) };
                    return self.write(state, place, is_new, wording).map(Outcome::Written);
                }
                let Some(Problem::ChangedMeanwhile { .. }) = error.downcast_ref() else { return Err(error) };
                self.reload(state)?;
                let stood = (&id, file.as_deref().map(PathBuf::as_path), line);
                let now = written(state, stood, &ids, wording, lang).and_then(|card| state.find(&card));
                let is_beside = |place: &Place| state.face(*place).source.file == file;
                Ok(Outcome::Met { place: now, beside: state.places().find(is_beside) })
            }
        }
    }

    /// Writes a card into its file; gives the id of a changed card.
    fn write(
        &mut self,
        state: &mut Desk,
        place: Place,
        is_new: bool,
        wording: &Wording,
    ) -> anyhow::Result<Option<CardId>> {
        let ids: HashSet<CardId> = state.places().map(|place| state.card(place).id.clone()).collect();
        let (before, files, after) = match is_new {
            true => {
                let files = self.add_card(state, place, wording)?;
                let after = added(state, files.first(), &ids, wording);
                (None, files, after)
            }
            false => {
                let before = state.card(place).id.clone();
                let (files, after) = self.rewrite(state, place, &before, wording)?;
                (Some(before), files, after)
            }
        };
        let done = if is_new { Done::Added } else { Done::Rewritten };
        let card = after.clone().or(before).unwrap_or_else(|| CardId::from(""));
        state.undoable.push(UndoEntry::of_files(done, Reversal::Files(card, files)));
        Ok(after)
    }

    fn add_card(
        &mut self,
        state: &mut Desk,
        place: Place,
        wording: &Wording,
    ) -> anyhow::Result<Vec<EditedFile>> {
        let edited = match &state.face(place).source.file {
            Some(file) => {
                let shelf = Shelf::of(&self.wanted.dirs)?;
                let before = FilesBefore::of(written_with(file, &shelf));
                self.told.extend(shelf.append(file, wording, state.now.at)?);
                before.changed()
            }
            None => {
                let (mut shelf, _lock) = Shelf::lock_of(&self.wanted.dirs)?;
                let before = FilesBefore::of([shelf.own_file(None)?]);
                shelf.add_own(wording)?;
                before.changed()
            }
        };
        self.reload(state)?;
        Ok(edited)
    }

    /// Lets a card say something else; gives the files that changed, and its id since.
    fn rewrite(
        &mut self,
        state: &mut Desk,
        place: Place,
        before: &CardId,
        wording: &Wording,
    ) -> anyhow::Result<(Vec<EditedFile>, Option<CardId>)> {
        let (face, now) = (state.face(place), state.now.at);
        let (file, line, lang) = (face.source.file.clone(), face.source.question_line, face.lang);
        let ids: HashSet<CardId> = state.places().map(|place| state.card(place).id.clone()).collect();
        let Some(own) = &file else {
            let (mut shelf, lock) = Shelf::lock_of(&self.wanted.dirs)?;
            let files = FilesBefore::of([shelf.own_file(Some(lang))?]);
            shelf.correct(before, face, wording)?;
            drop(lock);
            self.reload(state)?;
            return Ok((files.changed(), Some(before.clone())));
        };
        let shelf = Shelf::of(&self.wanted.dirs)?;
        let files = FilesBefore::of(written_with(own, &shelf));
        self.told.extend(shelf.rewrite(own, face, wording, now)?);
        if shelf.is_mirror(own) {
            let (mut shelf, _lock) = Shelf::lock_of(&self.wanted.dirs)?;
            shelf.renew_correction(before, own, &library::builtin_decks)?;
        }
        let files = files.changed();
        self.reload(state)?;
        let place = (before, file.as_deref().map(PathBuf::as_path), line);
        let after = written(state, place, &ids, wording, lang);
        // Reading it again may have recognised it already.
        let is_new_name = |to: &CardId| state.progress.present_id(before) != to;
        if let Some(to) = after.clone().filter(is_new_name)
            && state.progress.record(before).is_some()
        {
            self.note(state, before, Kind::Move { to })?;
        }
        Ok((files, after))
    }

    /// Lets files say again what they said before an edit, where nothing else has changed them since. Two ids of a
    /// card whose question was edited stay one card, so its history follows.
    fn restore(&mut self, state: &mut Desk, files: &[EditedFile]) -> anyhow::Result<()> {
        edited::restore(files)?;
        let shelf = Shelf::of(&self.wanted.dirs)?;
        for file in files.iter().filter(|file| shelf.is_mirror(&file.path)) {
            shelf.mark_edited(&file.path, state.now.at)?;
        }
        self.reload(state)
    }
}

/// The id of a card that came into a file.
fn added(
    state: &Desk,
    file: Option<&EditedFile>,
    known: &HashSet<CardId>,
    wording: &Wording,
) -> Option<CardId> {
    let file = &file?.path;
    let is_it = |place: &Place| {
        let card = state.card(*place);
        let face = &card.faces[0];
        face.source.file.as_deref() == Some(file)
            && !known.contains(&card.id)
            && face.question.trim() == wording.question.trim()
    };
    state.places().find(is_it).map(|place| state.card(place).id.clone())
}

/// The files that change with a file of notes.
fn written_with(file: &Path, shelf: &Shelf) -> Vec<PathBuf> {
    [file.to_path_buf()].into_iter().chain(shelf.mirror_of(file)).collect()
}

/// The id of a card that was written, once its file is read again: it may stand on another line, since another
/// program may have written too, and without a written id it is known by its question. `known` are all ids there
/// were: none of them is what this card became.
fn written(
    state: &Desk,
    (before, file, line): (&CardId, Option<&Path>, usize),
    known: &HashSet<CardId>,
    wording: &Wording,
    lang: Lang,
) -> Option<CardId> {
    let face = |place: Place| state.card(place).face(lang);
    let here =
        || state.places().filter(|place| face(*place).source.file.as_deref().map(PathBuf::as_path) == file);
    let may_be = |place: &Place| {
        let id = &state.card(*place).id;
        id == before || !known.contains(id)
    };
    let says_it = |place: &Place| face(*place).question.trim() == wording.question.trim();
    let away = |place: &Place| face(*place).source.question_line.abs_diff(line);
    let said = here().filter(|place| may_be(place) && says_it(place)).min_by_key(away);
    let same = || here().find(|place| state.card(*place).id == *before);
    let on_its_line = || here().find(|place| may_be(place) && away(place) == 0);
    said.or_else(same).or_else(on_its_line).map(|place| state.card(place).id.clone())
}
