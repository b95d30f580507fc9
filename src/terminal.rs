//! The shell: the terminal, the clock, the event loop, and the effects that screens ask for.
//!
//! One thread, no polling: the process sleeps until a key comes, a signal arrives, the terminal goes
//! away or the instant comes that a screen asked to be woken at. Whatever happens, the terminal is
//! left as it was found.

pub mod abilities;
mod bounded;
mod changing;
mod command;
mod drafting;
mod exercise;
mod folders;
pub mod grader;
mod hearing;
mod inside;
mod keys;
mod linking;
mod located;
mod mouse;
mod notes;
mod pending;
mod printed;
mod programs;
mod reply;
mod screen;
mod share;
mod stream;
#[cfg(feature = "images")]
mod studio;
mod wait;

pub use command::words;
pub use located::finds_program;
pub use printed::{printed, roff};
pub use programs::USUAL_EDITOR;
pub use screen::{require, size};
pub use stream::{TELLS_SHARE, share_line};
pub use wait::stop_flag;

use crate::card::CardId;
use crate::desk::StateChange;
use crate::messages::Say;
use crate::store::exercise::written;
use crate::store::notes_file::Wording;
use crate::store::spelling::shown;
use crate::ui::app::{App, Chosen, Effect, Event};
use crate::ui::pictures::Pictures;
use crate::ui::spot::Spot;
use crate::ui::undoing;
use crate::workspace::{Command, Outcome, Workspace, explained};
use anyhow::Context as _;
use crossterm::event::KeyEventKind;
use crossterm::{event, execute, terminal};
use drafting::Drafting;
use exercise::{Run, Runs};
use folders::FolderReader;
use grader::Graders;
use keys::key_of;
use mouse::Mouse;
use notes::NotesWatch;
use programs::{edit, open_link};
use reply::{KeyPart, Replies};
use screen::{ScreenGuard, TerminalScreen, enter, leave};
use std::io::stdout;
use std::time::Instant;
#[cfg(feature = "images")]
use studio::ImageWorker;
use wait::{Gone, Waiter, Woken};

/// Why the program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProgramEnd {
    /// The user left.
    Quit,
    /// The user accepted a preview.
    Accepted(Vec<Chosen>),
    /// A signal asked it to, with its number.
    Signal(i32),
}

/// Runs the user interface until the user leaves.
pub fn run(app: &mut App, workspace: &mut Workspace) -> anyhow::Result<ProgramEnd> {
    require()?;
    let waiter = Waiter::new().context("cannot listen to signals")?;
    let _guard = ScreenGuard::new();
    let mut screen = enter()?;
    let gone = waiter.gone();
    let waker = waiter.poker();
    let folders = FolderReader::new(move || waker.poke());
    let shell = Shell {
        app,
        workspace,
        #[cfg(feature = "images")]
        studio: ImageWorker::new(waiter.poker()),
        notes: NotesWatch::new(&waiter),
        waiter,
        gone: gone.clone(),
        replies: Replies::default(),
        kept: None,
        mouse: Mouse::default(),
        spots: Vec::new(),
        is_leaving: false,
        graders: Graders::new(),
        runs: Runs::new(),
        folders,
        drafting: Drafting::default(),
        importing: None,
        running: None,
    };
    let end = shell.run(&mut screen);
    drop(screen);
    // Nobody is left to be told of a failure.
    let _ = workspace.run(Command::KeepDrafts);
    match end {
        // Whatever failed, it failed because of that.
        Err(_) if gone.is_so() => Ok(ProgramEnd::Signal(wait::HANGUP)),
        end => end,
    }
}

/// From now on a limit of the size of files is an error of the one who writes, not the end of the process.
pub fn take_limit_as_error() {
    wait::take_limit_as_error();
}

struct Shell<'a> {
    app: &'a mut App,
    workspace: &'a mut Workspace,
    waiter: Waiter,
    #[cfg(feature = "images")]
    studio: ImageWorker,
    notes: NotesWatch,
    gone: Gone,
    replies: Replies,
    /// What was read and is yet to be handled.
    kept: Option<event::Event>,
    mouse: Mouse,
    /// What a click on each cell of the last frame means, row by row.
    spots: Vec<Option<Spot>>,
    /// Whether the user has just been told that leaving now leaves answers unsaved.
    is_leaving: bool,
    graders: Graders,
    runs: Runs,
    folders: FolderReader,
    drafting: Drafting,
    /// Notes that are looked at before they are imported.
    importing: Option<pending::Importing>,
    /// The task that runs.
    running: Option<stream::Streamed>,
}

impl Shell<'_> {
    fn run(mut self, screen: &mut TerminalScreen) -> anyhow::Result<ProgramEnd> {
        self.workspace.look_at_clock();
        self.follow_notes();
        self.draw(screen)?;
        self.ask_terminal()?;
        loop {
            let ahead = self.workspace.state().progress.next_visible();
            let now = self.workspace.now();
            let wake_at = self.app.wake_at(self.workspace.state()).into_iter();
            // While the user writes, notes wait for the key that ends it.
            let notes = self.notes.look_at.filter(|_| !self.app.is_writing());
            let wake_at = wake_at.chain(notes).chain(ahead).map(|at| wait::until(at, now));
            let wait = wake_at.chain(self.drafting.wait(self.workspace)).min();
            let begun = Instant::now();
            let woken = self.waiter.wait(wait)?;
            self.replies.waited(begun.elapsed());
            self.workspace.look_at_clock();
            for (card, judged) in self.graders.finished() {
                self.app.judged(&card, &judged, self.workspace);
            }
            for (card, text, report) in self.runs.finished() {
                self.app.tested(card, text, report, self.workspace);
            }
            self.look_at_task();
            self.look_at_folder(screen)?;
            match woken {
                Woken::Input => {
                    while let Some(input) = self.next_event()? {
                        if let Some(end) = self.handle(&input, screen)? {
                            return Ok(end);
                        }
                    }
                }
                Woken::TimeUp => {
                    if let Some(effect) = self.app.wake(self.workspace) {
                        self.perform(effect, screen)?;
                    }
                }
                Woken::Stop => self.stop(screen)?,
                Woken::Signal(number) => {
                    // What cannot be saved now is tried once more when the terminal is back.
                    let _ = self.save();
                    return Ok(ProgramEnd::Signal(number));
                }
                Woken::Gone => {
                    let _ = self.save();
                    return Ok(ProgramEnd::Signal(wait::HANGUP));
                }
            }
            #[cfg(feature = "images")]
            self.studio.deliver(self.app, self.workspace.state());
            self.look_at_log();
            self.look_at_notes();
            self.drafting.keep(self.workspace).iter().for_each(|error| self.notify_of(error));
            self.draw(screen)?;
        }
    }

    fn handle(
        &mut self,
        input: &event::Event,
        screen: &mut TerminalScreen,
    ) -> anyhow::Result<Option<ProgramEnd>> {
        let effect = match input {
            event::Event::Key(key) if key.kind != KeyEventKind::Release => match self.replies.take(key) {
                KeyPart::Key => {
                    self.mouse.is_lent = false;
                    key_of(key).and_then(|key| self.app.key(key, self.workspace))
                }
                KeyPart::Middle => None,
                KeyPart::End(told) => {
                    self.told(&told);
                    None
                }
            },
            event::Event::Paste(text) => self.app.paste(text, self.workspace),
            event::Event::Mouse(mouse) => self.point(*mouse, screen.size()?.width),
            event::Event::Resize(..) => {
                self.app
                    .with_pictures(|pictures| pictures.fit_cells(abilities::cell()), self.workspace.state());
                None
            }
            _ => None,
        };
        // Every grade is on the disk before the next question is drawn.
        let saved = self.save();
        let was_leaving = std::mem::replace(&mut self.is_leaving, false);
        match effect {
            Some(Effect::Quit) => match saved {
                Err(cause) if !was_leaving => {
                    self.app.leaves_unsaved(self.workspace.state().progress.unsaved().len(), &cause);
                    self.is_leaving = true;
                }
                _ => return Ok(Some(ProgramEnd::Quit)),
            },
            Some(Effect::Accept(chosen)) if self.importing.is_none() => {
                return Ok(Some(ProgramEnd::Accepted(chosen)));
            }
            Some(effect) => self.perform(effect, screen)?,
            None => {}
        }
        Ok(None)
    }

    /// An error in the reader's language.
    fn explained(&self, error: &anyhow::Error) -> String {
        explained(error, self.workspace.state().lang_of_words)
    }

    /// Shows an error until the next key.
    fn insist_on(&mut self, error: &anyhow::Error) {
        let said = self.explained(error);
        self.app.insist(said);
    }

    /// Shows an error for a while.
    fn notify_of(&mut self, error: &anyhow::Error) {
        let said = self.explained(error);
        self.app.notify(said);
    }

    /// Saves, or tells why not, and gives that.
    fn save(&mut self) -> Result<(), String> {
        if let Err(error) = self.workspace.run(Command::Save) {
            let cause = self.explained(&error);
            self.app.not_saved(self.workspace.state().progress.unsaved().len(), &cause);
            return Err(cause);
        }
        let notices = self.workspace.take_notices();
        if !notices.is_empty() {
            let lang = self.workspace.state().lang_of_words;
            let notices: Vec<String> = notices.iter().map(|notice| notice.say(lang)).collect();
            self.app.notify(notices.join(" · "));
        }
        Ok(())
    }

    fn perform(&mut self, effect: Effect, screen: &mut TerminalScreen) -> anyhow::Result<()> {
        match effect {
            Effect::Quit => {}
            effect @ (Effect::LookInto { .. }
            | Effect::Import(_)
            | Effect::Accept(_)
            | Effect::ReadReport(_)
            | Effect::ReadTyped(_)
            | Effect::NoteReport(_)
            | Effect::Run(_)
            | Effect::ListRemovable
            | Effect::StopTask) => return self.perform_inside(effect, screen),
            Effect::Stop => self.stop(screen)?,
            Effect::LoadHistory => {
                self.tell_failure(Command::LoadHistory);
                self.app.event(Event::Wake, self.workspace);
                // An undo may have waited for it; the screen tells what could not be saved.
                let _ = self.save();
            }
            Effect::Redraw => self.redraw(screen)?,
            Effect::Write { place, is_new, question, answer } => {
                self.write(place, is_new, Wording { question, answer });
            }
            Effect::Choose { row, value } => {
                self.tell_failure(Command::Choose { row, value });
                self.app.settings_changed(self.workspace.state());
            }
            Effect::Undo(since) => self.undo(StateChange::Undo(since), undoing::said),
            Effect::Redo(since) => self.undo(StateChange::Redo(since), undoing::said_again),
            Effect::Copy(text) => {
                programs::copy(&text)?;
                self.app.notify((crate::messages::of(self.workspace.state().lang_of_words).home.copied)(
                    text.lines().count(),
                ));
            }
            Effect::WriteReport { name, text } => {
                match self.workspace.run(Command::WriteReport { name, text }) {
                    Ok(Outcome::ReportWritten(path)) => {
                        self.app.report_written(&shown(&path), self.workspace.state());
                    }
                    Ok(_) => {}
                    Err(error) => self.notify_of(&error),
                }
            }
            Effect::Judge { card, request } => {
                let poker = self.waiter.poker();
                self.graders.start(card, request, move || poker.poke());
            }
            Effect::WriteCode { card, text } => return self.write_code(card, text, screen),
            Effect::RunTests { card, answer, tests, python } => {
                let poker = self.waiter.poker();
                self.runs.start(Run { card, answer, tests, python }, move || poker.poke());
            }
            Effect::Trust { key, name } => match self.workspace.run(Command::Trust { key, name }) {
                Ok(_) => {
                    let effect = self.app.event(Event::Trusted, self.workspace);
                    self.app.trusted();
                    return effect.map_or(Ok(()), |effect| self.perform(effect, screen));
                }
                Err(error) => self.insist_on(&error),
            },
            Effect::OpenLink(url) => {
                if let Err(error) = open_link(&url, &self.workspace.state().settings.browser) {
                    let why = self.explained(&error);
                    self.app.notify(format!("{url}: {why}"));
                }
            }
            Effect::Edit { file, line } => {
                leave();
                let edited = edit(&self.workspace.state().settings.editor, &file, line);
                self.come_back(screen)?;
                let reloaded = edited.and_then(|()| self.workspace.run(Command::Edited(file)));
                self.app.decks_changed(None, self.workspace);
                self.follow_notes();
                if let Err(error) = reloaded {
                    self.insist_on(&error);
                }
                // The screen tells what could not be saved.
                let _ = self.save();
            }
        }
        Ok(())
    }

    /// Lets the learner write the answer to a code card; what stands in its file then is the answer.
    fn write_code(&mut self, card: CardId, text: String, screen: &mut TerminalScreen) -> anyhow::Result<()> {
        let lines = text.lines().count().max(1);
        let written = match self.workspace.run(Command::Draft { card: card.clone(), text }) {
            Ok(Outcome::Draft(file)) => {
                leave();
                let edited = edit(&self.workspace.state().settings.editor, &file, lines);
                self.come_back(screen)?;
                edited.and_then(|()| Ok(written(&file)?))
            }
            Ok(_) => return Ok(()),
            Err(error) => Err(error),
        };
        match written {
            Ok(text) => {
                let effect = self.app.event(Event::Coded(card, text), self.workspace);
                effect.map_or(Ok(()), |effect| self.perform(effect, screen))
            }
            Err(error) => {
                self.insist_on(&error);
                Ok(())
            }
        }
    }

    /// Does what a command says, or tells why that failed.
    fn tell_failure(&mut self, command: Command) {
        if let Err(error) = self.workspace.run(command) {
            self.notify_of(&error);
        }
    }

    /// Gives the terminal back, sleeps until the user's shell resumes us, and takes it again.
    fn stop(&mut self, screen: &mut TerminalScreen) -> anyhow::Result<()> {
        leave();
        wait::stop_process()?;
        self.come_back(screen)
    }

    /// Takes the terminal again; it has forgotten the mouse and every picture.
    fn come_back(&mut self, screen: &mut TerminalScreen) -> anyhow::Result<()> {
        *screen = enter()?;
        self.mouse = Mouse::default();
        self.app.with_pictures(Pictures::forget_drawings, self.workspace.state());
        Ok(())
    }

    fn redraw(&mut self, screen: &mut TerminalScreen) -> anyhow::Result<()> {
        use ratatui::backend::Backend;
        screen.backend_mut().clear()?;
        self.come_back(screen)
    }

    fn draw(&mut self, screen: &mut TerminalScreen) -> anyhow::Result<()> {
        self.app.resize(screen.size()?, self.workspace.state());
        #[cfg(feature = "images")]
        self.studio.order(self.app);
        self.take_mouse()?;
        let has_links =
            abilities::is_on(self.workspace.state().settings.hyperlinks, |known| known.hyperlinks);
        screen.backend_mut().lead_to(self.app.urls().filter(|_| has_links));
        execute!(stdout(), terminal::BeginSynchronizedUpdate)?;
        let frame = screen.draw(|frame| self.app.view(frame, self.workspace.state()))?;
        self.spots.clear();
        self.spots.extend(frame.buffer.content.iter().map(Spot::of));
        execute!(stdout(), terminal::EndSynchronizedUpdate)?;
        Ok(())
    }
}
