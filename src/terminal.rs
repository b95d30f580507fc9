//! The shell: the terminal, the clock, the event loop, and the effects that screens ask for.
//!
//! One thread, no polling: the process sleeps until a key comes, a signal arrives, the terminal goes
//! away or the instant comes that a screen asked to be woken at. Whatever happens, the terminal is
//! left as it was found.

pub mod abilities;
mod grader;
mod linking;
mod reply;
mod studio;
mod wait;

use crate::card::CardId;
use crate::day::At;
use crate::desk::{Desk, Place};
use crate::store::notes_file::Wording;
use crate::store::watch::Watch;
use crate::ui::app::{App, Chosen, Effect, Event};
use crate::ui::keymap::{Action, Key};
use crate::ui::pictures::Pictures;
use crate::ui::spot::Spot;
use anyhow::Context as _;
use crossterm::event::{KeyCode, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use crossterm::{cursor, event, execute, terminal};
use grader::Graders;
use linking::Linking;
use ratatui::Terminal;
use reply::{Part, Reply};
use std::io::{IsTerminal, Stdout, Write, stdout};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use studio::Studio;
use wait::{Waiter, Woken};

type Screen = Terminal<Linking<Stdout>>;

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
    /// Writes a report into a new file; gives its path.
    fn write_report(&mut self, name: &str, text: &str) -> anyhow::Result<PathBuf>;
    /// Reads the decks again.
    fn reload(&mut self, desk: &mut Desk) -> anyhow::Result<()>;
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

/// Columns and rows of the terminal, where there is one.
pub fn size() -> Option<(u16, u16)> {
    stdout().is_terminal().then(|| terminal::size().ok()).flatten()
}

/// Whether a program can be started by this name or path.
pub fn finds_program(name: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let is_file = |path: &Path| path.is_file() || path.with_extension("exe").is_file();
    if Path::new(name).components().count() > 1 {
        return is_file(Path::new(name));
    }
    std::env::split_paths(&folders).any(|folder| is_file(&folder.join(name)))
}

/// Runs the user interface until the user leaves.
pub fn run(app: &mut App, desk: &mut Desk, clock: &Clock, disk: &mut dyn Disk) -> anyhow::Result<End> {
    require()?;
    let waiter = Waiter::new().context("cannot listen to signals")?;
    leave_on_panic();
    wait::leave_with_terminal();
    let mut screen = enter()?;
    let _guard = Guard;
    let studio = Studio::new(waiter.poker());
    let (notes, reply, mouse) = (Notes::new(&waiter), Reply::default(), Mouse::default());
    let (spots, is_leaving, graders) = (Vec::new(), false, Graders::new());
    let shell =
        Shell { app, desk, clock, disk, waiter, studio, notes, reply, mouse, spots, is_leaving, graders };
    let end = shell.run(&mut screen);
    drop(screen);
    end
}

struct Shell<'a> {
    app: &'a mut App,
    desk: &'a mut Desk,
    clock: &'a Clock,
    disk: &'a mut dyn Disk,
    waiter: Waiter,
    studio: Studio,
    notes: Notes,
    reply: Reply,
    mouse: Mouse,
    /// What a click on each cell of the last frame means, row by row.
    spots: Vec<Option<Spot>>,
    /// Whether the user has just been told that leaving now leaves answers unsaved.
    is_leaving: bool,
    graders: Graders,
}

/// The watch over notes that are read where they stand.
struct Notes {
    watch: Option<Watch>,
    /// Something was written in their folders since the last look.
    touched: Arc<AtomicBool>,
    /// When to look: a program may write a file in several steps.
    look_at: Option<At>,
}

/// A file is read again when nothing was written for as long, in milliseconds.
const QUIET: i64 = 200;

impl Notes {
    fn new(waiter: &Waiter) -> Notes {
        let touched = Arc::new(AtomicBool::new(false));
        let (flag, poker) = (touched.clone(), waiter.poker());
        let poke = move || {
            flag.store(true, Ordering::SeqCst);
            poker.poke();
        };
        Notes { watch: Watch::new(poke), touched, look_at: None }
    }
}

/// Who has the mouse.
#[derive(Default)]
struct Mouse {
    /// The terminal tells us clicks.
    is_ours: bool,
    /// The user wants to select text; the mouse comes back with the next key.
    is_lent: bool,
    /// Where the button went down.
    pressed: Option<(u16, u16)>,
}

impl Shell<'_> {
    fn run(mut self, screen: &mut Screen) -> anyhow::Result<End> {
        self.desk.now = self.desk.calendar.moment(self.clock.now());
        self.follow_notes();
        self.draw(screen)?;
        self.ask_for_background()?;
        loop {
            let wake_at = self.app.wake_at(self.desk).into_iter().chain(self.notes.look_at).min();
            let wait = wake_at.map(|at| self.until(at));
            let woken = self.waiter.wait(wait)?;
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

    /// Asks once, and goes on: the theme follows when the answer comes. Until then it reads on both.
    fn ask_for_background(&mut self) -> anyhow::Result<()> {
        let may = abilities::is_on(self.desk.settings.ask_background, |known| known.is_near);
        if may && self.app.wants_background(self.desk) {
            stdout().write_all(reply::QUESTION)?;
            stdout().flush()?;
        }
        Ok(())
    }

    /// Reads the notes again when another program has changed them, once it is done, and not while the
    /// user is writing.
    fn look_at_notes(&mut self) {
        let now = self.desk.now.at;
        if self.notes.touched.swap(false, Ordering::SeqCst) {
            self.notes.look_at = Some(At(now.0 + QUIET));
        }
        let is_time = self.notes.look_at.is_some_and(|at| at <= now);
        if !is_time || self.app.is_writing() {
            return;
        }
        self.notes.look_at = None;
        let paths = self.disk.notes();
        let changed = self.notes.watch.as_ref().map_or(0, |watch| watch.changed(&paths));
        if changed == 0 {
            return;
        }
        let card = self.app.card(self.desk);
        match self.disk.reload(self.desk) {
            Ok(()) => {
                self.app.decks_changed(card.as_ref(), self.desk);
                self.app.tell_reread(changed);
            }
            // What was read before stays.
            Err(error) => self.app.insist(format!("{error:#}")),
        }
        self.follow_notes();
        let _ = self.save();
    }

    fn follow_notes(&mut self) {
        if let Some(watch) = &mut self.notes.watch {
            watch.follow(&self.disk.notes());
        }
    }

    /// How long until an instant; half a day at the most, since clocks are set and machines sleep.
    fn until(&self, at: At) -> Duration {
        let ms = (at.0 - self.clock.now().0).clamp(0, 12 * 3600 * 1000);
        Duration::from_millis(ms.unsigned_abs() + 1)
    }

    fn handle(&mut self, input: &event::Event, screen: &mut Screen) -> anyhow::Result<Option<End>> {
        let effect = match input {
            event::Event::Key(key) if key.kind != KeyEventKind::Release => match self.reply.take(key) {
                Part::Nothing => {
                    self.mouse.is_lent = false;
                    key_of(key).and_then(|key| self.app.key(key, self.desk))
                }
                Part::Middle => None,
                Part::End(is_dark) => {
                    is_dark.into_iter().for_each(|is_dark| self.app.background_is(is_dark, self.desk));
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

    /// Handles the mouse: the wheel, and a click, which is a button that comes up where it went down.
    fn point(&mut self, mouse: MouseEvent, width: u16) -> Option<Effect> {
        let here = (mouse.column, mouse.row);
        match mouse.kind {
            MouseEventKind::ScrollDown => self.scroll(Action::Down),
            MouseEventKind::ScrollUp => self.scroll(Action::Up),
            MouseEventKind::Down(MouseButton::Left) => {
                self.mouse.pressed = Some(here);
                None
            }
            MouseEventKind::Up(MouseButton::Left) if self.mouse.pressed.take() == Some(here) => {
                let cell = usize::from(mouse.row) * usize::from(width) + usize::from(mouse.column);
                let spot = self.spots.get(cell).copied().flatten()?;
                self.app.click(spot, self.desk)
            }
            // Who drags wants to select text.
            MouseEventKind::Up(MouseButton::Left) => {
                self.mouse.is_lent = true;
                self.app.tell_mouse_is_free();
                None
            }
            _ => None,
        }
    }

    fn scroll(&mut self, action: Action) -> Option<Effect> {
        let mut effect = None;
        for _ in 0..3 {
            effect = effect.or(self.app.event(Event::Action(action), self.desk));
        }
        effect
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
                Ok(path) => self.app.report_written(&path.display().to_string(), self.desk),
                Err(error) => self.app.notify(format!("{error:#}")),
            },
            Effect::Judge { card, command, request } => {
                let poker = self.waiter.poker();
                self.graders.start(card, command, request, move || poker.poke());
            }
            Effect::OpenLink(url) => {
                if let Err(error) = open_link(&url) {
                    self.app.notify(format!("{url}: {error:#}"));
                }
            }
            Effect::Edit { file, line } => {
                leave();
                let edited = edit(&file, line);
                self.come_back(screen)?;
                let card = self.app.card(self.desk);
                let reloaded = edited.and_then(|()| self.disk.reload(self.desk));
                self.app.decks_changed(card.as_ref(), self.desk);
                self.follow_notes();
                if let Err(error) = reloaded {
                    self.app.insist(format!("{error:#}"));
                }
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

    /// Has the terminal tell clicks, or leave the mouse to itself.
    fn take_mouse(&mut self) -> anyhow::Result<()> {
        let wanted = self.desk.settings.mouse == "on" && !self.mouse.is_lent;
        if wanted != std::mem::replace(&mut self.mouse.is_ours, wanted) {
            stdout().write_all(if wanted { CLICKS } else { NO_CLICKS })?;
        }
        Ok(())
    }
}

/// Buttons and the wheel are told, movements are not: they would wake the program for nothing.
const CLICKS: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const NO_CLICKS: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// Takes the terminal. Where the mouse is left to the terminal, the wheel sends arrow keys (alternate
/// scroll).
fn enter() -> anyhow::Result<Screen> {
    // NO_COLOR is honoured by a theme without colours; crossterm would drop bold and reverse as well.
    crossterm::style::force_color_output(true);
    terminal::enable_raw_mode().context("cannot take over the terminal")?;
    execute!(stdout(), terminal::EnterAlternateScreen)?;
    let screen = Terminal::new(Linking::new(stdout())).context("cannot take over the terminal")?;
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
    let _ = stdout().write_all(NO_CLICKS);
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
        // A picture that cannot be decoded is told on the screen.
        if std::thread::current().name() == Some(studio::NAME) {
            return;
        }
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
    open::that_detached(strict(url)).context("no browser could be started; copy the address")
}

/// An address of nothing but the characters that one is made of, the others in hexadecimal: on some
/// systems only a shell can start a browser, and a quote would end the address there.
fn strict(url: &str) -> String {
    let may_stay = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    url.bytes()
        .map(|byte| if may_stay(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// Opens a file in `$VISUAL` or `$EDITOR` at a line, without a shell, and waits for it.
fn edit(file: &Path, line: usize) -> anyhow::Result<()> {
    let editor = ["VISUAL", "EDITOR"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let editor = editor.unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.to_owned());
    // A name like `+x` or `-x` would be taken for an order to the editor.
    let file = &Path::new(".").join(file);
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
    fn an_address_is_opened_without_what_would_end_it() {
        for (url, opened) in [
            ("https://x.org/a?b=c&d=%20#e", "https://x.org/a?b=c&d=%20#e"),
            ("https://x.org/\"&calc&\"", "https://x.org/%22&calc&%22"),
            ("https://x.org/反 `x`\u{1b}\\^|<>", "https://x.org/%E5%8F%8D%20%60x%60%1B%5C%5E%7C%3C%3E"),
        ] {
            assert_eq!(strict(url), opened);
        }
    }

    #[test]
    fn keys_typed_with_an_input_method_mean_the_same() {
        for (typed, meant) in [('１', '1'), ('？', '?'), ('　', ' '), ('ｑ', 'q'), ('中', '中')] {
            assert_eq!(half_width(typed), meant);
        }
    }
}
