//! The app: a stack of screens, the notice on the last line, and what they ask of the shell.

use super::keymap::{self, Action, Context, Key};
use super::screens::{help::Help, home::Home};
use super::theme::Theme;
use super::words::{self, Words};
use crate::card::{CardId, Lang};
use crate::day::At;
use crate::desk::Desk;
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::Line;
use std::path::PathBuf;

/// Something that happened, as a screen sees it.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A key that means something where the user is.
    Action(Action),
    /// The time a screen asked to be woken at has come.
    Wake,
    /// The decks of the desk are new; the card at hand was this one.
    DecksChanged(Option<CardId>),
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
}

/// What only the shell can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Quit,
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
        let action = keymap::action(self.top().context(), key)?;
        let effect = match action {
            Action::Quit => Some(Effect::Quit),
            Action::Stop => Some(Effect::Stop),
            Action::Redraw => Some(Effect::Redraw),
            Action::Help if self.top().context() == Context::List => None,
            Action::Help => {
                let help = Help::new(self.top().context());
                self.open(Box::new(help))
            }
            action => self.event(Event::Action(action), desk),
        };
        self.arrange(desk);
        effect
    }

    /// Lets the top screen handle an event.
    pub fn event(&mut self, event: Event, desk: &mut Desk) -> Option<Effect> {
        let look = self.look.clone();
        let step = self.top_mut().update(event, desk, &look);
        let effect = match step {
            Step::Stay => None,
            Step::Open(screen) => self.open(screen),
            Step::Close => self.close(),
            Step::Notice(text) => {
                self.notice = Some(text);
                None
            }
            Step::Ask(effect) => Some(effect),
        };
        self.speak(desk.lang_of_words);
        self.arrange(desk);
        effect
    }

    /// Tells every screen that the decks were read again.
    pub fn decks_changed(&mut self, card: Option<&CardId>, desk: &mut Desk) {
        let look = self.look.clone();
        for screen in &mut self.screens {
            screen.update(Event::DecksChanged(card.cloned()), desk, &look);
        }
        self.arrange(desk);
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

    fn open(&mut self, screen: Box<dyn Screen>) -> Option<Effect> {
        self.screens.push(screen);
        None
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
