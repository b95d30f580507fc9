//! What is done from inside the program with files, decks and other machines. Notes are imported here and now; what
//! may take long is a run of this program of its own, whose lines appear as it prints them and which can be stopped.

use super::pending::Importing;
use super::screen::TerminalScreen;
use super::stream::{Streamed, share_of};
use super::{Shell, share};
use crate::card::{Deck, Lang};
use crate::export;
use crate::messages::{self, DiskMessage, Message, Say};
use crate::store::dirs::Dirs;
use crate::store::folder;
use crate::store::reports;
use crate::store::shelf::{Entry, Refers, Shelf, Wish};
use crate::ui::app::{Chosen, Effect, Event, ProgramTask, TaskEnd};
use crate::ui::importing;
use crate::ui::screens::choices::{ChoiceRow, Choices};
use crate::ui::screens::reported::Reported;
use crate::ui::screens::task::TaskScreen;
use crate::workspace::{Command, Drafts, Import, Outcome, ReportNotes, Request, choose};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

impl Shell<'_> {
    fn reader(&self) -> Lang {
        self.workspace.state().lang_of_words
    }

    /// Tells the picker what is known by now of the folder that it asked for.
    pub(super) fn look_at_folder(&mut self, screen: &mut TerminalScreen) -> anyhow::Result<()> {
        let folder = self.folders.view();
        let effect = folder.and_then(|folder| self.app.event(Event::Folder(folder), self.workspace));
        effect.map_or(Ok(()), |effect| self.perform(effect, screen))
    }

    /// Reads what was picked and shows its cards, to be accepted or not.
    pub(super) fn preview(&mut self, paths: &[PathBuf]) {
        let paths = paths.iter().map(|path| folder::meant(&path.to_string_lossy())).collect();
        let request = Request {
            paths,
            deck: None,
            style: None,
            link: false,
            copy: false,
            stream: None,
            wish: Wish::Wait,
            unites_twins: false,
        };
        let lang = self.reader();
        match self.workspace.drafts_watched(&request, Some(share::draw)) {
            Err(error) => self.insist_on(&error),
            Ok(Drafts { drafts, unreadable, .. }) => {
                let shown = importing::worth_a_look(&drafts);
                if let Some(problem) = unreadable.first().filter(|_| shown.is_empty()) {
                    self.app.insist(Message::from(problem).say(lang));
                } else if drafts.is_empty() {
                    self.app.insist(Message::from(DiskMessage::NoNotes).say(lang));
                } else if shown.is_empty() {
                    self.importing = Some(Importing { request, drafts, shown });
                    self.import(Vec::new());
                } else {
                    let preview = importing::preview(&drafts, &shown);
                    self.importing = Some(Importing { request, drafts, shown });
                    self.app.show(Box::new(preview), self.workspace);
                }
            }
        }
    }

    /// Imports what was previewed and tells what came of it.
    pub(super) fn import(&mut self, chosen: Vec<Chosen>) {
        let Some(Importing { request, mut drafts, shown }) = self.importing.take() else { return };
        choose(&mut drafts, &importing::choices(shown, chosen));
        let import = Import { request, drafts, dry_run: false, watcher: Some(share::draw) };
        let lang = self.reader();
        match self.workspace.run(Command::Import(Box::new(import))) {
            Ok(Outcome::Imported(imported)) => {
                let brought = imported.drafts.iter().filter(|draft| draft.action.changes());
                let mut decks: Vec<String> = brought.clone().map(|draft| draft.deck.clone()).collect();
                decks.dedup();
                let questions = brought.map(|draft| draft.file.notes.cards.len()).sum();
                let lines = importing::lines(&imported, lang);
                self.app.decks_changed(None, self.workspace);
                self.follow_notes();
                let end = if decks.is_empty() { TaskEnd::Failed } else { TaskEnd::Done };
                let over = Box::new(TaskScreen::over(ProgramTask::Import, end, lines, decks));
                match end {
                    // Another file can be picked.
                    TaskEnd::Failed => drop(self.app.show(over, self.workspace)),
                    _ => self.app.imported(questions, over, self.workspace),
                }
            }
            Ok(_) => {}
            Err(error) => self.insist_on(&error),
        }
        // The screen tells what could not be saved.
        let _ = self.save();
    }

    /// Reads a report of interviews and shows its questions, with the cards that they may ask.
    fn read_report(&mut self, path: &Path) {
        match self.workspace.run(Command::ReadReport(folder::meant(&path.to_string_lossy()))) {
            Ok(Outcome::ReportRead(report)) => {
                let shown = Reported::new(*report, self.workspace.state());
                self.app.show(Box::new(shown), self.workspace);
            }
            Ok(_) => {}
            Err(error) => self.insist_on(&error),
        }
    }

    /// Writes down questions that were typed, and shows them as those of a report.
    fn write_report(&mut self, text: String) {
        let name = format!("asked-{}", self.workspace.state().now.day);
        match self.workspace.run(Command::WriteReport { name, text }) {
            Ok(Outcome::ReportWritten(path)) => {
                self.app.event(Event::ReportWritten, self.workspace);
                self.read_report(&path);
            }
            Ok(_) => {}
            Err(error) => self.insist_on(&error),
        }
    }

    /// Notes what was said of a report.
    fn note_report(&mut self, notes: ReportNotes) {
        match self.workspace.run(Command::NoteReport(notes)) {
            Ok(_) => {
                self.app.decks_changed(None, self.workspace);
                self.follow_notes();
                self.app.event(Event::ReportNoted, self.workspace);
            }
            Err(error) => self.insist_on(&error),
        }
        // The screen tells what could not be saved.
        let _ = self.save();
    }

    /// Does a task, or begins it.
    pub(super) fn begin_task(&mut self, task: ProgramTask) {
        let task = match task {
            ProgramTask::Export { what, format, .. } => {
                let file =
                    export::named(what).map_or(what.to_owned(), |export| export.file.say(self.reader()));
                let name = format!("{file}-{}", self.workspace.state().now.day);
                let path = reports::free_path(&self.workspace.dirs().data, &name, format);
                ProgramTask::Export { what, format, to: path }
            }
            task => task,
        };
        if let ProgramTask::Remove(deck) = &task {
            let deck = deck.clone();
            return self.remove(task, deck);
        }
        if matches!(task, ProgramTask::Restore { is_agreed: true, .. })
            && let Err(error) = self.workspace.run(Command::LetLogBeReplaced)
        {
            return self.insist_on(&error);
        }
        let mut words = vec![OsString::from("--lang"), self.reader().name().into()];
        let dirs = self.workspace.dirs();
        if dirs.data == dirs.config {
            words.extend(["--data-dir".into(), dirs.data.clone().into_os_string()]);
        }
        words.extend(self.words_of(&task));
        let waker = self.waiter.poker();
        match Streamed::start(&words, move || waker.poke()) {
            Ok(streamed) => {
                self.running = Some(streamed);
                self.app.show(Box::new(TaskScreen::new(task)), self.workspace);
            }
            Err(error) => self.insist_on(&error),
        }
    }

    /// How the task is called on a command line.
    fn words_of(&self, task: &ProgramTask) -> Vec<OsString> {
        let words = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
        match task {
            ProgramTask::Import | ProgramTask::Remove(_) => Vec::new(),
            ProgramTask::Export { what, format, to } => {
                let mut all = words(&["export", what, "--format", format, "--output"]);
                all.push(to.clone().into_os_string());
                all
            }
            ProgramTask::Sync(None) => words(&["sync"]),
            ProgramTask::Sync(Some(remote)) => words(&["sync", "--", remote]),
            ProgramTask::Merge(path) => {
                let mut all = words(&["merge", "--"]);
                all.push(folder::meant(&path.to_string_lossy()).into_os_string());
                all
            }
            ProgramTask::Backup(path) => {
                let mut all = words(&["backup", "--"]);
                let home = || Dirs::refuges().into_iter().next().unwrap_or_default();
                let path = path.as_ref().map_or_else(home, |path| folder::meant(&path.to_string_lossy()));
                all.push(path.into_os_string());
                all
            }
            ProgramTask::Restore { from, is_agreed } => {
                let mut all = words(&["backup", if *is_agreed { "--yes" } else { "--dry-run" }, "--restore"]);
                all.push(folder::meant(&from.to_string_lossy()).into_os_string());
                all
            }
            ProgramTask::Tune => words(&["tune"]),
            ProgramTask::Untune => words(&["tune", "--revert"]),
            ProgramTask::Doctor => words(&["doctor"]),
        }
    }

    /// Hands on what the task has said since the last look; when it is over, takes in what it changed.
    pub(super) fn look_at_task(&mut self) {
        let Some(running) = &mut self.running else { return };
        let lines = running.said();
        let end = running.end();
        let share = lines.iter().rev().find_map(|line| share_of(line));
        let lines: Vec<String> = lines.into_iter().filter(|line| share_of(line).is_none()).collect();
        if !lines.is_empty() || share.is_some() {
            self.app.event(Event::TaskSaid(lines, share), self.workspace);
        }
        let Some(end) = end else { return };
        self.running = None;
        self.app.event(Event::TaskEnded(end), self.workspace);
        if let Err(error) = self.workspace.run(Command::TakeInAgain) {
            self.insist_on(&error);
        }
        self.app.decks_changed(None, self.workspace);
        self.app.settings_changed(self.workspace.state());
        self.follow_notes();
    }

    /// Stops the task that runs.
    pub(super) fn stop_task(&mut self) {
        if let Some(running) = &mut self.running {
            running.stop();
        }
    }

    /// Shows what can be removed: decks, and folders as a whole.
    fn list_removable(&mut self) {
        let shelf = match Shelf::of(self.workspace.dirs()) {
            Ok(shelf) => shelf,
            Err(problem) => return self.insist_on(&problem.into()),
        };
        let state = self.workspace.state();
        let words = messages::of(self.reader()).inside;
        let row = |entry: &Entry| {
            let copy = shelf.copy_of(entry);
            let is_its = |deck: &&Deck| {
                let mut files = deck
                    .cards
                    .iter()
                    .flat_map(|card| &card.faces)
                    .filter_map(|face| face.source.file.as_ref());
                files.any(|file| {
                    entry.origin.as_ref().is_some_and(|origin| file.starts_with(origin))
                        || copy.as_ref().is_some_and(|copy| file.starts_with(copy))
                })
            };
            let decks: Vec<&Deck> = state.decks.iter().filter(is_its).collect();
            let questions = decks.iter().map(|deck| deck.cards.len()).sum();
            let is_folder = entry.refers == Some(Refers::Folder) && entry.deck.is_none();
            let (name, key) = match decks.first().filter(|_| !is_folder) {
                Some(deck) => (deck.title(state.lang_of_words).to_owned(), entry.deck.clone()),
                None => (entry.name(), entry.deck.clone()),
            };
            let task =
                ProgramTask::Remove(key.unwrap_or_else(|| entry.path().to_string_lossy().into_owned()));
            let of = if is_folder { decks.len().max(2) } else { 1 };
            ChoiceRow { name, about: (words.holds)(of, questions), task }
        };
        let rows: Vec<ChoiceRow> = shelf.entries().iter().map(row).collect();
        if rows.is_empty() {
            return self.app.notify(words.nothing_to_remove);
        }
        self.app.show(Box::new(Choices::removable(rows)), self.workspace);
    }

    fn remove(&mut self, task: ProgramTask, deck: String) {
        let lang = self.reader();
        match self.workspace.run(Command::Remove(vec![deck])) {
            Ok(Outcome::Removed(removed)) => {
                let lines = removed.iter().map(|removed| importing::taken_out(removed).say(lang)).collect();
                if let Err(error) = self.workspace.run(Command::Reload(None)) {
                    self.insist_on(&error);
                }
                self.app.decks_changed(None, self.workspace);
                self.follow_notes();
                let over = TaskScreen::over(task, TaskEnd::Done, lines, Vec::new());
                self.app.show(Box::new(over), self.workspace);
            }
            Ok(_) => {}
            Err(error) => self.insist_on(&error),
        }
    }

    /// Does what an effect asks of files, decks or other machines.
    pub(super) fn perform_inside(
        &mut self,
        effect: Effect,
        screen: &mut TerminalScreen,
    ) -> anyhow::Result<()> {
        match effect {
            Effect::LookInto { path, kind } => self.folders.look(path, kind),
            Effect::Import(paths) => self.preview(&paths),
            Effect::Accept(chosen) => self.import(chosen),
            Effect::ReadReport(path) => self.read_report(&path),
            Effect::ReadTyped(text) => self.write_report(text),
            Effect::NoteReport(notes) => self.note_report(notes),
            Effect::Run(task) => self.begin_task(task),
            Effect::ListRemovable => self.list_removable(),
            Effect::StopTask => self.stop_task(),
            _ => {}
        }
        if share::was_drawn() { self.redraw(screen) } else { Ok(()) }
    }
}
