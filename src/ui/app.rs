//! The app: a stack of screens, the notice on the last line, and what they ask of the shell.

use super::keymap::{Action, Context, Key, Keymap};
use super::screens::{help::Help, home::Home, palette::Palette, settings::Settings};
use super::theme::{TerminalLook, Theme};
use super::words::{self, Words};
use crate::card::{CardId, Lang};
use crate::day::At;
use crate::desk::{Desk, Place};
use crate::quiz::typed::grader::Verdict;
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
    /// What a grader said of the answer to a card, or why it said nothing.
    Judged(CardId, Result<Verdict, String>),
}

/// What a screen wants after an event.
pub enum Step {
    /// Nothing but to be drawn.
    Stay,
    /// A screen on top of it.
    Open(Box<dyn Screen>),
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
}

impl Look {
    /// A look with the usual keys.
    pub fn new(theme: Theme, lang: Lang) -> Look {
        let terminal = TerminalLook { colours: true, true_colour: false, is_dark: None };
        Look { theme, words: words::of(lang), keys: Arc::default(), terminal }
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
    /// When it wants an [`Event::Wake`].
    fn wake_at(&self, _desk: &Desk) -> Option<At> {
        None
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
    notice: Option<String>,
    size: Size,
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
            action => self.event(Event::Action(action), desk),
        }
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
            Step::Close => self.close(),
            Step::Notice(text) => {
                self.notice = Some(text);
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
                self.notice = Some(text);
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
        self.speak(desk.lang_of_words);
        self.arrange(desk);
    }

    /// Tells that answers are not on the disk yet, and why.
    pub fn not_saved(&mut self, answers: usize, cause: &str) {
        self.notice = Some(format!("{} {cause}", (self.look.words.not_saved)(answers)));
    }

    /// Shows a line to the user until the next key.
    pub fn notify(&mut self, text: impl Into<String>) {
        self.notice = Some(text.into());
    }

    /// Takes on a size; the same one again costs nothing.
    pub fn resize(&mut self, size: Size, desk: &Desk) {
        if self.size != size {
            self.size = size;
            self.arrange(desk);
        }
    }

    /// When the top screen wants to be woken.
    pub fn wake_at(&self, desk: &Desk) -> Option<At> {
        self.top().wake_at(desk)
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
            super::widgets::bar::notice(frame, area, notice, &self.look);
        }
    }

    fn arrange(&mut self, desk: &Desk) {
        let (size, look) = (self.size, self.look.clone());
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
