//! The shell: the terminal, the clock, the event loop, and the effects that screens ask for.
//!
//! One thread, no polling: the process sleeps until a key comes, a signal arrives, the terminal goes
//! away or the instant comes that a screen asked to be woken at. Whatever happens, the terminal is
//! left as it was found.

pub mod abilities;
mod clock;
mod command;
mod grader;
mod hearing;
mod keys;
mod linking;
mod mouse;
mod notes;
mod programs;
mod reply;
mod screen;
mod studio;
mod wait;

pub use clock::Clock;
pub use command::words;
pub use programs::{USUAL_EDITOR, finds_program};
pub use screen::{require, size};

use crate::card::CardId;
use crate::day::At;
use crate::desk::{Desk, Place};
use crate::store::library::shown;
use crate::store::notes_file::Wording;
use crate::ui::app::{App, Chosen, Effect, Event};
use crate::ui::pictures::Pictures;
use crate::ui::spot::Spot;
use anyhow::Context as _;
use crossterm::event::KeyEventKind;
use crossterm::{event, execute, terminal};
use grader::Graders;
use keys::key_of;
use mouse::Mouse;
use notes::Notes;
use programs::{edit, open_link};
use reply::{Part, Replies};
use screen::{Guard, Screen, enter, leave, leave_on_panic};
use std::io::stdout;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use studio::Studio;
use wait::{Gone, Waiter, Woken};

/// What the shell needs of the disk, handed in from above so that it opens no file itself.
pub trait Disk {
    /// Makes every event durable that the log has and the file has not; folds in what others wrote.
    fn save(&mut self, desk: &mut Desk) -> anyhow::Result<Option<String>>;
    /// Loads the whole review log where only its end is in memory.
    fn load_history(&mut self, desk: &mut Desk) -> anyhow::Result<()>;
    /// Writes a card into its file; gives the id of a changed card.
    fn write(
        &mut self,
        desk: &mut Desk,
        place: Place,
        is_new: bool,
        wording: &Wording,
    ) -> anyhow::Result<Option<CardId>>;
    /// Lets a setting have another value, now and at the next start.
    fn choose(&mut self, desk: &mut Desk, row: usize, value: &str) -> anyhow::Result<()>;
    /// Writes a report into a new file; gives its path.
    fn write_report(&mut self, name: &str, text: &str) -> anyhow::Result<PathBuf>;
    /// Reads the decks again.
    fn reload(&mut self, desk: &mut Desk) -> anyhow::Result<()>;
    /// Reads the decks again after the user's editor had one of their files.
    fn edited(&mut self, desk: &mut Desk, file: &Path) -> anyhow::Result<()>;
    /// Files and folders of the user's own that decks are read from where they stand.
    fn notes(&self) -> Vec<PathBuf>;
}

/// Why the program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// The user left.
    Quit,
    /// The user accepted a preview.
    Accepted(Vec<Chosen>),
    /// A signal asked it to, with its number.
    Signal(i32),
}

/// Runs the user interface until the user leaves.
pub fn run(app: &mut App, desk: &mut Desk, clock: &Clock, disk: &mut dyn Disk) -> anyhow::Result<End> {
    require()?;
    let waiter = Waiter::new().context("cannot listen to signals")?;
    leave_on_panic();
    let mut screen = enter()?;
    let _guard = Guard;
    let gone = waiter.gone();
    let shell = Shell {
        app,
        desk,
        clock,
        disk,
        studio: Studio::new(waiter.poker()),
        notes: Notes::new(&waiter),
        waiter,
        gone: gone.clone(),
        replies: Replies::default(),
        kept: None,
        mouse: Mouse::default(),
        spots: Vec::new(),
        is_leaving: false,
        graders: Graders::new(),
    };
    let end = shell.run(&mut screen);
    drop(screen);
    match end {
        // Whatever failed, it failed because of that.
        Err(_) if gone.is_so() => Ok(End::Signal(wait::HANGUP)),
        end => end,
    }
}

/// From now on a limit of the size of files is an error of the one who writes, not the end of the process.
pub fn take_limit_as_error() {
    wait::take_limit_as_error();
}

struct Shell<'a> {
    app: &'a mut App,
    desk: &'a mut Desk,
    clock: &'a Clock,
    disk: &'a mut dyn Disk,
    waiter: Waiter,
    studio: Studio,
    notes: Notes,
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
}

impl Shell<'_> {
    fn run(mut self, screen: &mut Screen) -> anyhow::Result<End> {
        self.look_at_clock();
        self.follow_notes();
        self.draw(screen)?;
        self.ask_terminal()?;
        loop {
            let ahead = self.desk.progress.next_visible();
            let wake_at =
                self.app.wake_at(self.desk).into_iter().chain(self.notes.look_at).chain(ahead).min();
            let wait = wake_at.map(|at| self.until(at));
            let begun = Instant::now();
            let woken = self.waiter.wait(wait)?;
            self.replies.waited(begun.elapsed());
            self.look_at_clock();
            for (card, judged) in self.graders.finished() {
                self.app.judged(&card, &judged, self.desk);
            }
            match woken {
                Woken::Input => {
                    while let Some(input) = self.next_event()? {
                        if let Some(end) = self.handle(&input, screen)? {
                            return Ok(end);
                        }
                    }
                }
                Woken::TimeUp => {
                    if let Some(effect) = self.app.wake(self.desk) {
                        self.perform(effect, screen)?;
                    }
                }
                Woken::Stop => self.stop(screen)?,
                Woken::Signal(number) => {
                    // What cannot be saved now is tried once more when the terminal is back.
                    let _ = self.save();
                    return Ok(End::Signal(number));
                }
                Woken::Gone => {
                    let _ = self.save();
                    return Ok(End::Signal(wait::HANGUP));
                }
            }
            self.studio.deliver(self.app, self.desk);
            self.look_at_notes();
            self.draw(screen)?;
        }
    }

    /// Takes the time for all that follows. What lay ahead may have come; by a clock that was set back,
    /// what had come may lie ahead.
    fn look_at_clock(&mut self) {
        self.desk.now = self.desk.calendar.moment(self.clock.now());
        let now = self.desk.now.at;
        if self.desk.progress.look_from(now).is_err() && self.disk.load_history(self.desk).is_ok() {
            // The whole log needs nothing older.
            let _ = self.desk.progress.look_from(now);
        }
    }

    /// How long until an instant; half a day at the most, since clocks are set and machines sleep.
    fn until(&self, at: At) -> Duration {
        let ms = (at.0 - self.clock.now().0).clamp(0, 12 * 3600 * 1000);
        Duration::from_millis(ms.unsigned_abs() + 1)
    }

    fn handle(&mut self, input: &event::Event, screen: &mut Screen) -> anyhow::Result<Option<End>> {
        let effect = match input {
            event::Event::Key(key) if key.kind != KeyEventKind::Release => match self.replies.take(key) {
                Part::Key => {
                    self.mouse.is_lent = false;
                    key_of(key).and_then(|key| self.app.key(key, self.desk))
                }
                Part::Middle => None,
                Part::End(told) => {
                    self.told(&told);
                    None
                }
            },
            event::Event::Paste(text) => self.app.paste(text, self.desk),
            event::Event::Mouse(mouse) => self.point(*mouse, screen.size()?.width),
            event::Event::Resize(..) => {
                self.app.with_pictures(|pictures| pictures.fit_cells(abilities::cell()), self.desk);
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
                    self.app.leaves_unsaved(self.desk.progress.unsaved().len(), &cause);
                    self.is_leaving = true;
                }
                _ => return Ok(Some(End::Quit)),
            },
            Some(Effect::Accept(chosen)) => return Ok(Some(End::Accepted(chosen))),
            Some(effect) => self.perform(effect, screen)?,
            None => {}
        }
        Ok(None)
    }

    /// Saves, or tells why not, and gives that.
    fn save(&mut self) -> Result<(), String> {
        match self.disk.save(self.desk) {
            Ok(None) => Ok(()),
            Ok(Some(notice)) => {
                self.app.notify(notice);
                Ok(())
            }
            Err(error) => {
                let cause = format!("{error:#}");
                self.app.not_saved(self.desk.progress.unsaved().len(), &cause);
                Err(cause)
            }
        }
    }

    fn perform(&mut self, effect: Effect, screen: &mut Screen) -> anyhow::Result<()> {
        match effect {
            Effect::Quit | Effect::Accept(_) => {}
            Effect::Stop => self.stop(screen)?,
            Effect::LoadHistory => {
                if let Err(error) = self.disk.load_history(self.desk) {
                    self.app.notify(format!("{error:#}"));
                }
                self.app.event(Event::Wake, self.desk);
                // An undo may have waited for it; the screen tells what could not be saved.
                let _ = self.save();
            }
            Effect::Redraw => self.redraw(screen)?,
            Effect::Write { place, is_new, question, answer } => {
                let card = self.app.card(self.desk);
                match self.disk.write(self.desk, place, is_new, &Wording { question, answer }) {
                    Ok(changed) => {
                        self.app.decks_changed(changed.or(card).as_ref(), self.desk);
                        self.follow_notes();
                    }
                    Err(error) => self.app.insist(format!("{error:#}")),
                }
                // The screen tells what could not be saved.
                let _ = self.save();
            }
            Effect::Choose { row, value } => {
                if let Err(error) = self.disk.choose(self.desk, row, &value) {
                    self.app.notify(format!("{error:#}"));
                }
                self.app.settings_changed(self.desk);
            }
            Effect::WriteReport { name, text } => match self.disk.write_report(&name, &text) {
                Ok(path) => self.app.report_written(&shown(&path), self.desk),
                Err(error) => self.app.notify(format!("{error:#}")),
            },
            Effect::Judge { card, command, request } => {
                let poker = self.waiter.poker();
                self.graders.start(card, command, request, move || poker.poke());
            }
            Effect::OpenLink(url) => {
                if let Err(error) = open_link(&url, &self.desk.settings.browser) {
                    self.app.notify(format!("{url}: {error:#}"));
                }
            }
            Effect::Edit { file, line } => {
                leave();
                let edited = edit(&self.desk.settings.editor, &file, line);
                self.come_back(screen)?;
                let card = self.app.card(self.desk);
                let reloaded = edited.and_then(|()| self.disk.edited(self.desk, &file));
                self.app.decks_changed(card.as_ref(), self.desk);
                self.follow_notes();
                if let Err(error) = reloaded {
                    self.app.insist(format!("{error:#}"));
                }
                // The screen tells what could not be saved.
                let _ = self.save();
            }
        }
        Ok(())
    }

    /// Gives the terminal back, sleeps until the user's shell resumes us, and takes it again.
    fn stop(&mut self, screen: &mut Screen) -> anyhow::Result<()> {
        leave();
        wait::stop_process()?;
        self.come_back(screen)
    }

    /// Takes the terminal again; it has forgotten the mouse and every picture.
    fn come_back(&mut self, screen: &mut Screen) -> anyhow::Result<()> {
        *screen = enter()?;
        self.mouse = Mouse::default();
        self.app.with_pictures(Pictures::forget_drawings, self.desk);
        Ok(())
    }

    fn redraw(&mut self, screen: &mut Screen) -> anyhow::Result<()> {
        use ratatui::backend::Backend;
        screen.backend_mut().clear()?;
        self.come_back(screen)
    }

    fn draw(&mut self, screen: &mut Screen) -> anyhow::Result<()> {
        self.app.resize(screen.size()?, self.desk);
        self.studio.order(self.app);
        self.take_mouse()?;
        let has_links = abilities::is_on(self.desk.settings.hyperlinks, |known| known.hyperlinks);
        screen.backend_mut().lead_to(self.app.urls().filter(|_| has_links));
        execute!(stdout(), terminal::BeginSynchronizedUpdate)?;
        let frame = screen.draw(|frame| self.app.view(frame, self.desk))?;
        self.spots.clear();
        self.spots.extend(frame.buffer.content.iter().map(Spot::of));
        execute!(stdout(), terminal::EndSynchronizedUpdate)?;
        Ok(())
    }
}
