//! The app: a stack of screens, the notice on the last line, and what they ask of the shell.

use super::keymap::{Action, Context, Key, Keymap};
use super::pictures::{Job, Pictures, Placed};
use super::screens::{help::Help, home::Home, palette::Palette, settings::Settings};
use super::spot::{self, Spot};
use super::theme::{TerminalLook, Theme};
use super::widgets::answer::Link;
use super::words::{self, Words};
use crate::card::{CardId, Lang};
use crate::day::At;
use crate::desk::{Desk, Place};
use crate::quiz::typed::grader::Verdict;
use crate::settings::ROWS;
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::Line;
use std::path::PathBuf;
use std::sync::Arc;

/// Something that happened, as a screen sees it.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A key that means something where the user is.
    Action(Action),
    /// The time a screen asked to be woken at has come.
    Wake,
    /// The decks of the desk are new; the card at hand was this one.
    DecksChanged(Option<CardId>),
    /// The user typed or pasted this into a field.
    Typed(String),
    /// The user erased the last character of a field.
    Erased,
    /// A key pressed in an editor that takes all keys but a few.
    Key(Key),
    /// A row of the list was clicked, counted from 0.
    Row(usize),
    /// A picture of the page was clicked, counted from 0.
    Picture(usize),
    /// What a grader said of the answer to a card, or why it said nothing.
    Judged(CardId, Result<Verdict, String>),
}

/// What a screen wants after an event.
pub enum Step {
    /// Nothing but to be drawn.
    Stay,
    /// A screen on top of it.
    Open(Box<dyn Screen>),
    /// A screen in its place.
    Replace(Box<dyn Screen>),
    /// To be closed.
    Close,
    /// A line for the user.
    Notice(String),
    /// Something only the shell can do.
    Ask(Effect),
    /// To be closed, and this done where the user was.
    CloseAnd(Action),
}

/// What only the shell can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Write a card into its file, then read the decks again.
    Write {
        /// The card; for a new one, the last card of its file.
        place: Place,
        /// Whether a card is added.
        is_new: bool,
        /// The question.
        question: String,
        /// The answer.
        answer: String,
    },
    /// Let a setting have another value.
    Choose {
        /// Index in the table of settings.
        row: usize,
        /// The value as text.
        value: String,
    },
    /// Have the whole review log in memory, not only its end.
    LoadHistory,
    /// Stop the process until the shell resumes it.
    Stop,
    /// Draw every cell again.
    Redraw,
    /// Show this address in the user's browser.
    OpenLink(String),
    /// Open this file in the user's editor at this line, then read the decks again.
    Edit {
        /// The file.
        file: PathBuf,
        /// The line, 1-based.
        line: usize,
    },
    /// Write a report into a new file.
    WriteReport {
        /// What it is called, without an ending.
        name: String,
        /// What it says, as Markdown.
        text: String,
    },
    /// Let the learner's own program judge an answer, without waiting for it.
    Judge {
        /// The card.
        card: CardId,
        /// The program with its arguments.
        command: String,
        /// What it is given.
        request: String,
    },
    /// Leave the program with what was chosen for each file of a preview.
    Accept(Vec<Chosen>),
}

/// What was chosen for a file of a preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The style to read it in, where that is not the one it was shown in first.
    pub style: Option<&'static str>,
    /// Cards that are not wanted.
    pub out: Vec<CardId>,
}

/// How the program looks and speaks.
#[derive(Debug, Clone)]
pub struct Look {
    /// Styles.
    pub theme: Theme,
    /// Words.
    pub words: &'static Words,
    /// Keys.
    pub keys: Arc<Keymap>,
    /// What is known of the terminal's colours.
    pub terminal: TerminalLook,
    /// Whether lines are drawn with ASCII characters only.
    pub ascii: bool,
    /// What is known of pictures.
    pub pictures: Arc<Pictures>,
}

impl Look {
    /// A look with the usual keys.
    pub fn new(theme: Theme, lang: Lang) -> Look {
        let terminal = TerminalLook { colours: true, true_colour: false, is_dark: None, lines: true };
        let (keys, pictures) = (Arc::default(), Arc::default());
        Look { theme, words: words::of(lang), keys, terminal, ascii: false, pictures }
    }
}

/// One screen. It is given its size and lays itself out after every event, so that drawing needs no
/// more than `&self`.
pub trait Screen {
    /// Where the user is, for the key table.
    fn context(&self) -> Context;
    /// Handles an event.
    fn update(&mut self, event: Event, desk: &mut Desk, look: &Look) -> Step;
    /// Lays out what [`Screen::view`] draws.
    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look);
    /// Draws.
    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look);
    /// Whether characters go into a field instead of meaning actions.
    fn is_typing(&self) -> bool {
        false
    }
    /// Takes in where the report it asked to be written is now.
    fn report_written(&mut self, _path: &str) {}
    /// When it wants an [`Event::Wake`].
    fn wake_at(&self, _desk: &Desk) -> Option<At> {
        None
    }
    /// Where the links it shows lead.
    fn links(&self) -> &[Link] {
        &[]
    }
    /// The pictures it shows, or would.
    fn pictures(&self) -> &[Placed] {
        &[]
    }
    /// The card at hand, to be found again after the decks changed.
    fn card(&self, _desk: &Desk) -> Option<CardId> {
        None
    }
}

/// The smallest size anything is drawn at.
pub const SMALLEST: Size = Size { width: 20, height: 5 };

/// The running user interface.
pub struct App {
    screens: Vec<Box<dyn Screen>>,
    look: Look,
    notice: Option<Notice>,
    size: Size,
}

/// A line for the user.
struct Notice {
    text: String,
    /// When it goes away by itself; not known before it was drawn.
    until: Option<At>,
    /// It stays until the next key.
    stays: bool,
}

impl Notice {
    /// It may tell names of files and what other programs said.
    fn new(text: &str) -> Notice {
        Notice { text: crate::markdown::clean(text), until: None, stays: false }
    }

    /// How long it takes to read, in milliseconds: a few seconds, and more for a longer one.
    fn lasts(&self) -> i64 {
        use unicode_width::UnicodeWidthStr;
        4_000 + 50 * self.text.width() as i64
    }
}

impl App {
    /// Starts at home.
    pub fn home(look: Look) -> App {
        App::with(Box::new(Home::new()), look)
    }

    /// Starts at some screen; leaving it leaves the program.
    pub fn with(screen: Box<dyn Screen>, look: Look) -> App {
        App { screens: vec![screen], look, notice: None, size: Size::default() }
    }

    /// Handles a key: looks it up where the user is and lets the top screen act.
    pub fn key(&mut self, key: Key, desk: &mut Desk) -> Option<Effect> {
        self.notice = None;
        // A key that types what cannot be seen would turn a line round, or hide in an answer.
        if matches!(key, Key::Char(letter) if crate::markdown::is_hidden(letter)) {
            return None;
        }
        let takes_all_keys = matches!(self.top().context(), Context::Editor | Context::Writing);
        if takes_all_keys && self.look.keys.action(self.top().context(), key).is_none() {
            return self.event(Event::Key(key), desk);
        }
        if self.top().is_typing() {
            match key {
                Key::Char(letter) => return self.event(Event::Typed(letter.to_string()), desk),
                Key::Backspace => return self.event(Event::Erased, desk),
                _ => {}
            }
        }
        let action = self.look.keys.action(self.top().context(), key)?;
        let effect = self.act(action, desk);
        self.arrange(desk);
        effect
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Option<Effect> {
        let context = self.top().context();
        match action {
            Action::Quit => Some(Effect::Quit),
            Action::Stop => Some(Effect::Stop),
            Action::Redraw => Some(Effect::Redraw),
            Action::Help => self.open(Box::new(Help::new(context)), desk),
            Action::Palette => self.open(Box::new(Palette::new(context)), desk),
            Action::Settings => self.open(Box::new(Settings::new()), desk),
            Action::Mouse => self.toggle_mouse(desk),
            action => self.event(Event::Action(action), desk),
        }
    }

    fn toggle_mouse(&mut self, desk: &Desk) -> Option<Effect> {
        let row = ROWS.iter().position(|row| row.key == "mouse")?;
        let is_on = desk.settings.mouse == "on";
        self.notify(self.look.words.mouse_is[usize::from(!is_on)]);
        Some(Effect::Choose { row, value: if is_on { "off" } else { "on" }.to_owned() })
    }

    /// Handles pasted text: it goes into a field, and nowhere else.
    pub fn paste(&mut self, text: &str, desk: &mut Desk) -> Option<Effect> {
        if !self.top().is_typing() {
            return None;
        }
        self.event(Event::Typed(crate::markdown::clean(text)), desk)
    }

    /// Lets the top screen handle an event.
    pub fn event(&mut self, event: Event, desk: &mut Desk) -> Option<Effect> {
        let look = self.look.clone();
        let step = self.top_mut().update(event, desk, &look);
        let effect = match step {
            Step::Stay => None,
            Step::Open(screen) => self.open(screen, desk),
            Step::Replace(screen) => {
                self.screens.pop();
                self.open(screen, desk)
            }
            Step::Close => self.close(),
            Step::Notice(text) => {
                self.notice = Some(Notice::new(&text));
                None
            }
            Step::Ask(effect) => Some(effect),
            Step::CloseAnd(action) => {
                self.screens.pop();
                self.act(action, desk)
            }
        };
        self.speak(desk.lang_of_words);
        self.arrange(desk);
        effect
    }

    /// Tells every screen what a grader said of an answer: the one it was typed on may be covered.
    pub fn judged(&mut self, card: &CardId, judged: &Result<Verdict, String>, desk: &mut Desk) {
        let look = self.look.clone();
        for screen in &mut self.screens {
            if let Step::Notice(text) =
                screen.update(Event::Judged(card.clone(), judged.clone()), desk, &look)
            {
                self.notice = Some(Notice::new(&text));
            }
        }
        self.arrange(desk);
    }

    /// Tells every screen that the decks were read again; screens that were about what was there
    /// before close.
    pub fn decks_changed(&mut self, card: Option<&CardId>, desk: &mut Desk) {
        let look = self.look.clone();
        // Its question may have been changed, and its id with it.
        let card = card.map(|card| desk.progress.present_id(card).clone());
        let mut is_first = true;
        self.screens.retain_mut(|screen| {
            let step = screen.update(Event::DecksChanged(card.clone()), desk, &look);
            std::mem::take(&mut is_first) || !matches!(step, Step::Close)
        });
        self.arrange(desk);
    }

    /// Takes on the settings of the desk: theme and language.
    pub fn settings_changed(&mut self, desk: &Desk) {
        self.look.theme = Theme::named(desk.settings.theme, self.look.terminal);
        self.look.ascii = match desk.settings.borders {
            "ascii" => true,
            "lines" => false,
            _ => !self.look.terminal.lines,
        };
        self.speak(desk.lang_of_words);
        self.arrange(desk);
    }

    /// Whether it matters what the terminal's background is, and is not known.
    pub fn wants_background(&self, desk: &Desk) -> bool {
        let terminal = self.look.terminal;
        desk.settings.theme == "auto" && terminal.colours && terminal.is_dark.is_none()
    }

    /// Takes on what the terminal said of its background.
    pub fn background_is(&mut self, is_dark: bool, desk: &Desk) {
        self.look.terminal.is_dark = Some(is_dark);
        self.settings_changed(desk);
    }

    /// Tells that answers are not on the disk yet, and why.
    pub fn not_saved(&mut self, answers: usize, cause: &str) {
        let text = format!("{} {cause}", (self.look.words.not_saved)(answers));
        self.notice = Some(Notice { stays: true, ..Notice::new(&text) });
    }

    /// Shows a line to the user until the next key, or until it was there long enough to be read.
    pub fn notify(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice::new(&text.into()));
    }

    /// Tells that leaving now would leave answers behind that are not on the disk.
    pub fn leaves_unsaved(&mut self, answers: usize, cause: &str) {
        let words = self.look.words;
        self.insist(format!("{} {cause}", (words.leaves_unsaved)(answers)));
    }

    /// Shows a line to the user until the next key.
    pub fn insist(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { stays: true, ..Notice::new(&text.into()) });
    }

    /// Tells that notes were changed by another program and read again.
    pub fn tell_reread(&mut self, files: usize) {
        self.notify((self.look.words.reread)(files));
    }

    /// Tells that the mouse selects text until the next key.
    pub fn tell_mouse_is_free(&mut self) {
        self.insist(self.look.words.mouse_free);
    }

    /// Handles a click on what was drawn.
    pub fn click(&mut self, spot: Spot, desk: &mut Desk) -> Option<Effect> {
        match spot {
            Spot::Key(key) => self.key(key, desk),
            Spot::Link(link) => {
                let url = self.urls().find(|url| spot::link(url) == link)?;
                Some(Effect::OpenLink(url.to_owned()))
            }
            Spot::Row(row) => {
                self.notice = None;
                self.event(Event::Row(row), desk)
            }
            Spot::Picture(picture) => self.event(Event::Picture(picture), desk),
        }
    }

    /// The addresses that the top screen's links lead to.
    pub fn urls(&self) -> impl Iterator<Item = &str> {
        self.top().links().iter().map(|link| link.url.as_str())
    }

    /// What has to be done for the pictures of the top screen.
    pub fn missing_pictures(&self) -> Vec<Job> {
        self.look.pictures.missing(self.top().pictures()).collect()
    }

    /// How pictures are drawn.
    pub fn pictures(&self) -> &Pictures {
        &self.look.pictures
    }

    /// Lets something new be known of pictures; the top screen is laid out with it.
    pub fn with_pictures(&mut self, change: impl FnOnce(&mut Pictures), desk: &Desk) {
        change(Arc::make_mut(&mut self.look.pictures));
        self.arrange(desk);
    }

    /// Where the user is.
    pub fn context(&self) -> Context {
        self.top().context()
    }

    /// Whether the user is writing something that a change of the decks would take away.
    pub fn is_writing(&self) -> bool {
        self.screens.iter().any(|screen| screen.context() == Context::Editor)
    }

    /// Tells where a report was written.
    pub fn report_written(&mut self, path: &str, desk: &Desk) {
        self.notify((self.look.words.interview.written)(path));
        self.top_mut().report_written(path);
        self.arrange(desk);
    }

    /// Takes on a size; the same one again costs nothing.
    pub fn resize(&mut self, size: Size, desk: &Desk) {
        if let Some(notice) = self.notice.as_mut().filter(|notice| !notice.stays) {
            let end = At(desk.now.at.0 + notice.lasts());
            notice.until.get_or_insert(end);
        }
        if self.size != size {
            self.size = size;
            self.arrange(desk);
        }
    }

    /// When the top screen wants to be woken, or the notice goes away.
    pub fn wake_at(&self, desk: &Desk) -> Option<At> {
        let notice = self.notice.as_ref().and_then(|notice| notice.until);
        self.top().wake_at(desk).into_iter().chain(notice).min()
    }

    /// Handles the coming of the time that was asked for.
    pub fn wake(&mut self, desk: &mut Desk) -> Option<Effect> {
        let is_over = |notice: &Notice| notice.until.is_some_and(|until| until <= desk.now.at);
        if self.notice.as_ref().is_some_and(is_over) {
            self.notice = None;
        }
        if self.top().wake_at(desk).is_some_and(|at| at <= desk.now.at) {
            return self.event(Event::Wake, desk);
        }
        None
    }

    /// The card at hand on any screen, top first.
    pub fn card(&self, desk: &Desk) -> Option<CardId> {
        self.screens.iter().rev().find_map(|screen| screen.card(desk))
    }

    /// Draws the top screen and the notice.
    pub fn view(&self, frame: &mut Frame<'_>, desk: &Desk) {
        let area = frame.area();
        if area.width < SMALLEST.width || area.height < SMALLEST.height {
            frame.render_widget(Line::styled(self.look.words.too_small, self.look.theme.warning), area);
            return;
        }
        self.top().view(frame, area, desk, &self.look);
        if let Some(notice) = &self.notice {
            super::widgets::bar::notice(frame, area, &notice.text, &self.look);
        }
        if self.look.ascii {
            super::ascii::replace(frame.buffer_mut());
        }
    }

    fn arrange(&mut self, desk: &Desk) {
        // Nothing is drawn in less room, so no screen has to think of a window without lines.
        let size = Size::new(self.size.width.max(SMALLEST.width), self.size.height.max(SMALLEST.height));
        let look = self.look.clone();
        self.top_mut().arrange(size, desk, &look);
    }

    /// Puts a screen on top, and lets it ask for what it needs.
    fn open(&mut self, screen: Box<dyn Screen>, desk: &mut Desk) -> Option<Effect> {
        self.screens.push(screen);
        self.event(Event::Wake, desk)
    }

    fn close(&mut self) -> Option<Effect> {
        if self.screens.len() == 1 {
            return Some(Effect::Quit);
        }
        self.screens.pop();
        None
    }

    fn speak(&mut self, lang: Lang) {
        self.look.words = words::of(lang);
    }

    fn top(&self) -> &dyn Screen {
        self.screens.last().expect("the first screen is never closed").as_ref()
    }

    fn top_mut(&mut self) -> &mut Box<dyn Screen> {
        self.screens.last_mut().expect("the first screen is never closed")
    }
}
