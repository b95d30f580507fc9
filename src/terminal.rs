//! The shell: the terminal, the clock, the event loop, and the effects that screens ask for.
//!
//! One thread, no polling: the process sleeps until a key comes, a signal arrives, the terminal goes
//! away or the instant comes that a screen asked to be woken at. Whatever happens, the terminal is
//! left as it was found.

mod grader;
mod wait;

use crate::card::CardId;
use crate::day::At;
use crate::desk::{Desk, Place};
use crate::store::notes_file::Wording;
use crate::ui::app::{App, Chosen, Effect, Event};
use crate::ui::keymap::{Action, Key};
use anyhow::Context as _;
use crossterm::event::{KeyCode, KeyEventKind, KeyModifiers, MouseEventKind};
use crossterm::{cursor, event, execute, terminal};
use grader::Graders;
use ratatui::DefaultTerminal;
use std::io::{IsTerminal, Write, stdout};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use wait::{Waiter, Woken};

/// The present, as the machine's clock or an instant given from outside tells it.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    /// What is added to the machine's clock, in milliseconds.
    shift: i64,
}

impl Clock {
    /// A clock that tells `start` now and goes on from there; without it, the machine's clock.
    pub fn new(start: Option<At>) -> Clock {
        Clock { shift: start.map_or(0, |start| start.0 - machine_ms()) }
    }

    /// The present instant.
    pub fn now(&self) -> At {
        At(machine_ms() + self.shift)
    }
}

fn machine_ms() -> i64 {
    let since = |time: SystemTime| time.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since(SystemTime::now()).as_millis()).unwrap_or(i64::MAX)
}

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
    /// Reads the decks again.
    fn reload(&mut self, desk: &mut Desk) -> anyhow::Result<()>;
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

/// Fails with the way out when there is no terminal to draw on.
pub fn require() -> anyhow::Result<()> {
    if !std::io::stdin().is_terminal() || !stdout().is_terminal() {
        anyhow::bail!("this needs a terminal; for scripts there are `backprop next`, `grade` and `cards`");
    }
    if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        anyhow::bail!("TERM=dumb cannot draw a screen; use another terminal, or `backprop next` and `grade`");
    }
    Ok(())
}

/// Runs the user interface until the user leaves.
pub fn run(app: &mut App, desk: &mut Desk, clock: &Clock, disk: &mut dyn Disk) -> anyhow::Result<End> {
    require()?;
    let waiter = Waiter::new().context("cannot listen to signals")?;
    leave_on_panic();
    wait::leave_with_terminal();
    let mut screen = enter()?;
    let _guard = Guard;
    let end = Shell { app, desk, clock, disk, waiter, graders: Graders::new() }.run(&mut screen);
    drop(screen);
    end
}

struct Shell<'a> {
    app: &'a mut App,
    desk: &'a mut Desk,
    clock: &'a Clock,
    disk: &'a mut dyn Disk,
    waiter: Waiter,
    graders: Graders,
}

impl Shell<'_> {
    fn run(mut self, screen: &mut DefaultTerminal) -> anyhow::Result<End> {
        self.desk.now = self.desk.calendar.moment(self.clock.now());
        self.draw(screen)?;
        loop {
            let wait = self.app.wake_at(self.desk).map(|at| self.until(at));
            let woken = self.waiter.wait(self.waiter.at_most(wait, self.graders.at_work()))?;
            self.desk.now = self.desk.calendar.moment(self.clock.now());
            for (card, judged) in self.graders.finished() {
                self.app.judged(&card, &judged, self.desk);
            }
            match woken {
                Woken::Input => {
                    while event::poll(Duration::ZERO)? {
                        let input = event::read()?;
                        if let Some(end) = self.handle(&input, screen)? {
                            return Ok(end);
                        }
                    }
                }
                Woken::TimeUp => {
                    self.app.event(Event::Wake, self.desk);
                }
                Woken::Stop => self.stop(screen)?,
                Woken::Signal(number) => {
                    self.save();
                    return Ok(End::Signal(number));
                }
                Woken::Gone => {
                    self.save();
                    return Ok(End::Signal(wait::HANGUP));
                }
            }
            self.draw(screen)?;
        }
    }

    /// How long until an instant; half a day at the most, since clocks are set and machines sleep.
    fn until(&self, at: At) -> Duration {
        let ms = (at.0 - self.clock.now().0).clamp(0, 12 * 3600 * 1000);
        Duration::from_millis(ms.unsigned_abs() + 1)
    }

    fn handle(&mut self, input: &event::Event, screen: &mut DefaultTerminal) -> anyhow::Result<Option<End>> {
        let effect = match input {
            event::Event::Key(key) if key.kind != KeyEventKind::Release => match key_of(key) {
                Some(key) => self.app.key(key, self.desk),
                None => None,
            },
            event::Event::Paste(text) => self.app.paste(text, self.desk),
            event::Event::Mouse(mouse) => match mouse.kind {
                MouseEventKind::ScrollDown => self.scroll(Action::Down),
                MouseEventKind::ScrollUp => self.scroll(Action::Up),
                _ => None,
            },
            _ => None,
        };
        // Every grade is on the disk before the next question is drawn.
        self.save();
        match effect {
            Some(Effect::Quit) => return Ok(Some(End::Quit)),
            Some(Effect::Accept(chosen)) => return Ok(Some(End::Accepted(chosen))),
            Some(effect) => self.perform(effect, screen)?,
            None => {}
        }
        Ok(None)
    }

    fn scroll(&mut self, action: Action) -> Option<Effect> {
        let mut effect = None;
        for _ in 0..3 {
            effect = effect.or(self.app.event(Event::Action(action), self.desk));
        }
        effect
    }

    fn save(&mut self) {
        match self.disk.save(self.desk) {
            Ok(None) => {}
            Ok(Some(notice)) => self.app.notify(notice),
            Err(error) => self.app.not_saved(self.desk.progress.unsaved().len(), &format!("{error:#}")),
        }
    }

    fn perform(&mut self, effect: Effect, screen: &mut DefaultTerminal) -> anyhow::Result<()> {
        match effect {
            Effect::Quit | Effect::Accept(_) => {}
            Effect::Stop => self.stop(screen)?,
            Effect::LoadHistory => {
                if let Err(error) = self.disk.load_history(self.desk) {
                    self.app.notify(format!("{error:#}"));
                }
                self.app.event(Event::Wake, self.desk);
            }
            Effect::Redraw => self.redraw(screen)?,
            Effect::Write { place, is_new, question, answer } => {
                let card = self.app.card(self.desk);
                match self.disk.write(self.desk, place, is_new, &Wording { question, answer }) {
                    Ok(changed) => self.app.decks_changed(changed.or(card).as_ref(), self.desk),
                    Err(error) => self.app.notify(format!("{error:#}")),
                }
                self.save();
            }
            Effect::Choose { row, value } => {
                if let Err(error) = self.disk.choose(self.desk, row, &value) {
                    self.app.notify(format!("{error:#}"));
                }
                self.app.settings_changed(self.desk);
            }
            Effect::Judge { card, command, request } => {
                self.graders.start(card, command, request, self.waiter.waker()?);
            }
            Effect::OpenLink(url) => {
                if let Err(error) = open_link(&url) {
                    self.app.notify(format!("{url}: {error:#}"));
                }
            }
            Effect::Edit { file, line } => {
                leave();
                let edited = edit(&file, line);
                *screen = enter()?;
                let card = self.app.card(self.desk);
                let reloaded = edited.and_then(|()| self.disk.reload(self.desk));
                self.app.decks_changed(card.as_ref(), self.desk);
                if let Err(error) = reloaded {
                    self.app.notify(format!("{error:#}"));
                }
            }
        }
        Ok(())
    }

    /// Gives the terminal back, sleeps until the user's shell resumes us, and takes it again.
    fn stop(&mut self, screen: &mut DefaultTerminal) -> anyhow::Result<()> {
        leave();
        wait::stop_process()?;
        *screen = enter()?;
        Ok(())
    }

    fn redraw(&mut self, screen: &mut DefaultTerminal) -> anyhow::Result<()> {
        use ratatui::backend::Backend;
        screen.backend_mut().clear()?;
        *screen = enter()?;
        Ok(())
    }

    fn draw(&mut self, screen: &mut DefaultTerminal) -> anyhow::Result<()> {
        self.app.resize(screen.size()?, self.desk);
        execute!(stdout(), terminal::BeginSynchronizedUpdate)?;
        screen.draw(|frame| self.app.view(frame, self.desk))?;
        execute!(stdout(), terminal::EndSynchronizedUpdate)?;
        Ok(())
    }
}

/// Takes the terminal. The wheel sends arrow keys (alternate scroll), so that the mouse stays free to
/// select text.
fn enter() -> anyhow::Result<DefaultTerminal> {
    // NO_COLOR is honoured by a theme without colours; crossterm would drop bold and reverse as well.
    crossterm::style::force_color_output(true);
    let screen = ratatui::try_init().context("cannot take over the terminal")?;
    write!(stdout(), "\x1b[?1007h")?;
    // Pasted text arrives as one event, so that it cannot press keys.
    execute!(stdout(), event::EnableBracketedPaste)?;
    // The first look makes crossterm listen to changes of size.
    event::poll(Duration::ZERO)?;
    Ok(screen)
}

/// Gives the terminal back as it was found.
fn leave() {
    // Nothing can be done about a terminal that no longer takes bytes.
    let _ = write!(stdout(), "\x1b[?1007l");
    let _ = execute!(stdout(), event::DisableBracketedPaste);
    ratatui::restore();
    let _ = execute!(stdout(), cursor::Show);
}

struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

fn leave_on_panic() {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        leave();
        hook(info);
    }));
}

fn key_of(key: &event::KeyEvent) -> Option<Key> {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    if key.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::META) {
        return None;
    }
    Some(match key.code {
        KeyCode::Char(letter) if control => Key::Ctrl(letter.to_ascii_lowercase()),
        KeyCode::Char(letter) => Key::Char(half_width(letter)),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Tab => Key::Tab,
        KeyCode::Delete => Key::Delete,
        _ => return None,
    })
}

/// A key typed while a Chinese input method is on: `１` and `？` mean `1` and `?`.
fn half_width(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        _ => letter,
    }
}

/// Shows a web address in the user's browser, without a shell and without waiting for it.
fn open_link(url: &str) -> anyhow::Result<()> {
    anyhow::ensure!(
        url.starts_with("https://") || url.starts_with("http://"),
        "only web addresses are opened"
    );
    open::that_detached(url).context("no browser could be started; copy the address")
}

/// Opens a file in `$VISUAL` or `$EDITOR` at a line, without a shell, and waits for it.
fn edit(file: &Path, line: usize) -> anyhow::Result<()> {
    let editor = ["VISUAL", "EDITOR"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let editor = editor.unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.to_owned());
    let mut words = editor.split_whitespace();
    let program = words.next().context("EDITOR is blank; set it to the name of your editor")?;
    let status = Command::new(program)
        .args(words)
        .args(editor_arguments(program, file, line))
        .status()
        .with_context(|| format!("cannot start the editor {program}; set EDITOR to the name of yours"))?;
    anyhow::ensure!(status.success(), "the editor {program} ended with {status}");
    Ok(())
}

/// How an editor is told a line: most take `+7 FILE`, some `FILE:7`.
fn editor_arguments(program: &str, file: &Path, line: usize) -> Vec<std::ffi::OsString> {
    let name = Path::new(program).file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let with_line = |prefix: &str| {
        let mut argument = std::ffi::OsString::from(prefix);
        argument.push(file);
        argument.push(format!(":{line}"));
        argument
    };
    match name {
        "code" | "codium" | "cursor" => vec!["--wait".into(), "--goto".into(), with_line("")],
        "subl" | "zed" => vec!["--wait".into(), with_line("")],
        "hx" | "helix" => vec![with_line("")],
        "notepad" | "gedit" => vec![file.into()],
        _ => vec![format!("+{line}").into(), file.into()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editors_are_told_the_line_in_their_own_way() {
        let file = Path::new("/notes/a b.md");
        for (program, arguments) in [
            ("vi", vec!["+7", "/notes/a b.md"]),
            ("/usr/bin/nano", vec!["+7", "/notes/a b.md"]),
            ("code", vec!["--wait", "--goto", "/notes/a b.md:7"]),
            ("hx", vec!["/notes/a b.md:7"]),
        ] {
            assert_eq!(editor_arguments(program, file, 7), arguments, "{program}");
        }
    }

    #[test]
    fn only_web_addresses_are_opened() {
        for url in ["file:///etc/passwd", "javascript:alert(1)", "ftp://x", "-h", ""] {
            assert!(open_link(url).is_err(), "{url}");
        }
    }

    #[test]
    fn keys_typed_with_an_input_method_mean_the_same() {
        for (typed, meant) in [('１', '1'), ('？', '?'), ('　', ' '), ('ｑ', 'q'), ('中', '中')] {
            assert_eq!(half_width(typed), meant);
        }
    }
}
