//! Commands that change the log and the list of decks.

use super::{Outcome, Workspace, notes};
use crate::card::{CardId, folded};
use crate::day::Moment;
use crate::desk::{Changed, StateChange, When};
use crate::messages::{Message, WorkMessage};
use crate::progress::{Kind, visible_until};
use crate::store::dirs::Dirs;
use crate::store::leaf;
use crate::store::library;
use crate::store::progress_file::Taken;
use crate::store::seen::{Change, Seen};
use crate::store::shelf::{Entry, Mirrors, Refers, Removed, Settled, Shelf, Wish};
use crate::store::spelling;
use crate::store::spelling::shown;
use std::path::{Path, PathBuf};

impl Workspace {
    /// Appends what is unsaved to the progress file.
    pub(super) fn save(&mut self) -> anyhow::Result<()> {
        if self.state.progress.unsaved().is_empty() {
            return Ok(());
        }
        self.sync_log()
    }

    /// The same, and folds in what others wrote even where nothing is unsaved.
    pub(super) fn sync_log(&mut self) -> anyhow::Result<()> {
        let notices = self.files.sync(&mut self.state)?;
        self.files.told.extend(notices);
        Ok(())
    }

    /// Takes in what other programs noted meanwhile.
    pub(crate) fn take_in_log(&mut self) -> anyhow::Result<()> {
        self.sync_log()
    }

    /// Changes the state and makes that durable; loads the whole log where the change needs it.
    pub(super) fn change_for_good(&mut self, change: StateChange) -> anyhow::Result<Changed> {
        if let StateChange::Undo(since) = change
            && self.state.undoable.is_in_files(since)
        {
            let taken = self.undo_in_files(since)?;
            self.save()?;
            return Ok(Changed::TakenBack(taken));
        }
        if let StateChange::Redo(since) = change
            && self.state.undoable.is_undone_in_files(since)
        {
            let again = self.redo_in_files(since)?;
            self.save()?;
            return Ok(Changed::TakenBack(again));
        }
        let given = match &change {
            StateChange::Record { when: When::At(given), .. } => Some(*given),
            StateChange::Record { .. } => {
                self.files.trusts_clock(&self.state)?;
                None
            }
            _ => None,
        };
        if let Some(given) = given {
            self.files.trust(&mut self.state, given)?;
        }
        let changed = match self.state.change(change.clone()) {
            Ok(changed) => changed,
            Err(_) => {
                self.files.load_history(&mut self.state)?;
                self.state.change(change)?
            }
        };
        if matches!(&changed, Changed::Undone(answers) if answers.is_empty()) {
            return Err(Message::from(WorkMessage::NothingToUndo).into());
        }
        self.sync_log()?;
        if let Some(given) = given {
            self.go_to(given)?;
        }
        Ok(changed)
    }

    /// Takes a time that was given for the present.
    fn go_to(&mut self, given: Moment) -> anyhow::Result<()> {
        let is_ahead = given.at > visible_until(self.state.now.at);
        self.state.now = given;
        if is_ahead {
            self.files.told.push(WorkMessage::Ahead { at: given.at }.into());
            self.files.look_from(&mut self.state)?;
        }
        Ok(())
    }

    /// Takes back the last move of a card.
    pub(super) fn undo_move(&mut self, given: &CardId) -> anyhow::Result<Outcome> {
        let progress = &self.state.progress;
        let name = progress.present_id(given).clone();
        let is_its = |id: &CardId| progress.present_id(id) == &name;
        let last = progress.moves().rev().find(|(_, from, to, undone)| !undone && is_its(from) && is_its(to));
        let Some((of, from, to, _)) =
            last.map(|(at, from, to, undone)| (at, from.clone(), to.clone(), undone))
        else {
            return Err(Message::from(WorkMessage::NothingMoved { card: given.to_string() }).into());
        };
        self.files.note(&mut self.state, &from, Kind::Undo { of })?;
        self.sync_log()?;
        let (mut shelf, _lock) = Shelf::lock_of(self.files.dirs())?;
        shelf.part(&from);
        shelf.save()?;
        Ok(Outcome::Parted { from, to })
    }

    /// Carries progress over where the user said yes; gives those pairs. The others are not asked about again.
    pub(super) fn answer_doubts(&mut self, answers: Vec<(Change, bool)>) -> anyhow::Result<Vec<Change>> {
        let (mut moved, mut answered) = (Vec::new(), Vec::new());
        for (change, is_same) in answers {
            let is_free = self.state.progress.record(&change.to.id).is_none();
            if is_same && is_free {
                let kind = Kind::Move { to: change.to.id.clone() };
                self.files.note(&mut self.state, &change.from.id, kind)?;
                moved.push(change);
            } else {
                answered.push((change.from.id, change.to.id));
            }
        }
        self.sync_log()?;
        Seen::new(&self.files.dirs().data).answered(&answered)?;
        Ok(moved)
    }

    pub(super) fn unite(&mut self, pairs: Vec<(CardId, CardId)>) -> anyhow::Result<()> {
        let (mut shelf, _lock) = Shelf::lock_of(self.files.dirs())?;
        for (copy, kept) in pairs {
            self.files.note(&mut self.state, &copy, Kind::Move { to: kept.clone() })?;
            shelf.merge(copy, kept);
        }
        self.sync_log()?;
        Ok(shelf.save()?)
    }

    pub(super) fn settle(&mut self, notes: &Path, wish: Wish) -> anyhow::Result<Option<Settled>> {
        let (shelf, _lock) = Shelf::lock_of(self.files.dirs())?;
        let mut mirrors = Mirrors::of(&shelf, self.state.now.at);
        let settled = mirrors.settle(notes, wish)?;
        mirrors.save()?;
        drop(_lock);
        if matches!(settled, Some(Settled::Written | Settled::Met(_))) {
            self.files.reload(&mut self.state)?;
        }
        Ok(settled)
    }

    pub(super) fn remove(&mut self, decks: &[String]) -> anyhow::Result<Vec<Removed>> {
        let decks: Vec<String> =
            decks.iter().map(|name| self.files.wanted.name_to_remove(name)).collect::<anyhow::Result<_>>()?;
        let (mut shelf, lock) = Shelf::lock_of(self.files.dirs())?;
        let mut removed = Vec::new();
        for name in &decks {
            let taken = shelf.remove(name)?;
            if taken.is_empty() {
                return Err(not_removed(name, &shelf).into());
            }
            removed.extend(taken);
        }
        shelf.save()?;
        let gone = removed.iter().filter(|removed| removed.file.is_none());
        shelf.delete_copies(gone.map(|removed| &removed.entry));
        drop(lock);
        if !self.state.decks.is_empty() {
            self.files.reload(&mut self.state)?;
        }
        Ok(removed)
    }

    pub(super) fn merge(&mut self, others: &[PathBuf]) -> anyhow::Result<Vec<Taken>> {
        let log =
            |other: &PathBuf| if other.is_dir() { Dirs::below(other).progress() } else { other.clone() };
        let others: Vec<PathBuf> = others.iter().map(log).collect();
        for other in &others {
            let is_own = spelling::real(other).is_ok_and(|other| other == self.files.progress_path());
            if is_own {
                return Err(Message::from(WorkMessage::OwnProgress { path: shown(other) }).into());
            }
        }
        let notes_before = notes::all(&self.state.progress);
        let taken = self.files.merge(&mut self.state, &others)?;
        self.files.told.extend(notes::united(&notes_before, &self.state));
        Ok(taken)
    }
}

/// Why nothing is removed by this name, and what could have been meant.
fn not_removed(name: &str, shelf: &Shelf) -> Message {
    let given = name.to_owned();
    let folders = shelf.folders_called(name);
    if folders.len() > 1 {
        let found = folders.iter().map(|folder| shown(folder)).collect::<Vec<_>>().join(", ");
        return WorkMessage::SeveralFolders { name: given, found }.into();
    }
    let meant = folded(name.trim());
    let has_it = |folder: &PathBuf| {
        let (files, _) = library::list(std::slice::from_ref(folder));
        files.iter().any(|file| folded(&leaf::name_of(file)) == meant)
    };
    let referred = shelf.entries().iter().filter(|entry| entry.refers == Some(Refers::Folder));
    if let Some(folder) = referred.filter_map(|entry| entry.origin.clone()).find(has_it) {
        return WorkMessage::PartOfFolder { name: given, folder: shown(&folder) }.into();
    }
    let name = |entry: &Entry| entry.deck.clone().unwrap_or(shown(&entry.path()));
    let mut names: Vec<String> = shelf.entries().iter().map(name).collect();
    names.dedup();
    Message::from(match names.is_empty() {
        true => WorkMessage::NeverImported { name: given },
        false => WorkMessage::NotImported { name: given, known: names.join(", ") },
    })
}
