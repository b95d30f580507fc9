//! The app: a stack of screens, the notice on the last line, and what they ask of the shell.

mod destination;
mod inside;
mod look;
mod notice;
mod screen;
mod task;

use crate::desk::StateOwner;
pub use look::Look;
pub use screen::{Chosen, Destination, Effect, Event, Screen, Step};
pub use task::{ProgramTask, TaskEnd};

use super::keymap::{Action, Context, Key};
use super::manual;
use super::pictures::{Job, Pictures};
use super::screens::{help::Help, home::Home, manual::Manual, palette::Palette, settings::SettingsScreen};
use super::spot::Spot;
use crate::card::{CardId, Lang};
use crate::day::At;
use crate::desk::Desk;
use crate::messages;
use crate::messages::{Borders, ThemeName, behind};
use crate::quiz::code::Report;
use crate::quiz::typed::grader::{GraderFailure, Verdict};
use crate::typeset::mark;
use crate::typeset::theme::Theme;
use notice::NoticeLine;
use ratatui::Frame;
use ratatui::layout::Size;
use ratatui::text::Line;
use std::sync::Arc;

/// The smallest size anything is drawn at.
pub const SMALLEST: Size = Size { width: 20, height: 5 };

/// The running user interface.
pub struct App {
    screens: Vec<Box<dyn Screen>>,
    look: Look,
    notice: Option<NoticeLine>,
    size: Size,
    /// The key that is being handled.
    pressed: Option<Key>,
    /// Whether the mouse works here, where the user said so in this run.
    mouse: Option<bool>,
}

impl App {
    /// Starts at home.
    pub fn home(look: Look) -> App {
        App::with(Box::new(Home::new()), look)
    }

    /// Starts at some screen; leaving it leaves the program.
    pub fn with(screen: Box<dyn Screen>, look: Look) -> App {
        App { screens: vec![screen], look, notice: None, size: Size::default(), pressed: None, mouse: None }
    }

    /// Handles a key: looks it up where the user is and lets the top screen act.
    pub fn key(&mut self, key: Key, desk: &mut dyn StateOwner) -> Option<Effect> {
        self.notice = None;
        // A key that types what cannot be seen would turn a line round, or hide in an answer.
        if matches!(key, Key::Char(letter) if crate::markdown::is_hidden(letter)) {
            return None;
        }
        let context = self.top().context();
        let takes_all_keys =
            matches!(context, Context::Editor | Context::Note | Context::Writing | Context::Ticking);
        let meant = key.meant();
        // What is typed stays as it is: a full-width comma is one.
        if takes_all_keys && self.look.keys.action(context, meant).is_none() {
            return self.event(Event::Key(key), desk);
        }
        if self.top().is_typing() && !takes_all_keys {
            match key {
                Key::Char(letter) => return self.event(Event::Typed(letter.to_string()), desk),
                key if key.edits_a_line() => return self.event(Event::Key(key), desk),
                _ => {}
            }
        }
        let action = self.look.keys.action(context, meant)?;
        self.pressed = Some(meant);
        let effect = self.act(action, desk);
        self.pressed = None;
        self.arrange(desk);
        effect
    }

    fn act(&mut self, action: Action, desk: &mut dyn StateOwner) -> Option<Effect> {
        let context = self.top().context();
        match action {
            Action::Quit => Some(Effect::Quit),
            Action::Stop => Some(Effect::Stop),
            Action::Redraw => Some(Effect::Redraw),
            Action::Palette | Action::Help if !self.top().is_live(action, desk) => None,
            Action::Help => self.open(Box::new(Help::new(context)), desk),
            Action::Palette => {
                let (live, is_writing) = (self.live(desk), self.is_writing());
                self.open(Box::new(Palette::new(context, live, is_writing)), desk)
            }
            Action::Manual => self.open(Box::new(Manual::new(self.page_of_manual())), desk),
            Action::Settings => self.open(Box::new(SettingsScreen::new(desk)), desk),
            Action::Mouse => {
                self.toggle_mouse(desk);
                None
            }
            action => self.event(Event::Action(action), desk),
        }
    }

    /// The page about the screen on top; a list, such as that of the keys, is about the screen below it.
    fn page_of_manual(&self) -> usize {
        let mut contexts = self.screens.iter().rev().map(|screen| screen.context());
        manual::about(contexts.find(|context| *context != Context::List).unwrap_or(Context::Home))
    }

    /// Handles pasted text: it goes into a field, and nowhere else.
    pub fn paste(&mut self, text: &str, desk: &mut dyn StateOwner) -> Option<Effect> {
        if !self.top().is_typing() {
            return None;
        }
        // Terminals send line ends as Enter does.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        self.event(Event::Typed(crate::markdown::clean(&text)), desk)
    }

    /// Lets the top screen handle an event.
    pub fn event(&mut self, event: Event, desk: &mut dyn StateOwner) -> Option<Effect> {
        let look = self.look.clone();
        let step = self.top_mut().update(event, desk, &look);
        let effect = match step {
            Step::Stay => None,
            Step::Open(screen) => self.open(screen, desk),
            Step::Replace(screen) => self.open_at(self.screens.len() - 1, screen, desk),
            Step::Begin(screen) => self.open_at(1, screen, desk),
            Step::Go(destination) => self.open(destination::screen(*destination), desk),
            Step::GoInstead(to) => self.open_at(self.screens.len() - 1, destination::screen(*to), desk),
            Step::Close => self.close(),
            Step::Leave => {
                self.pressed = None;
                self.close()
            }
            Step::Return(event) => {
                self.screens.pop();
                return self.event(event, desk);
            }
            Step::Notice(text) => {
                self.notice = Some(NoticeLine::new(&text));
                None
            }
            Step::Ask(effect) => Some(effect),
            Step::CloseAsking(effect) => {
                self.screens.pop();
                self.arrange(desk);
                Some(effect)
            }
            Step::ReplaceAsking(screen, effect) => {
                self.screens.pop();
                // A screen that is begun asks for nothing.
                self.open(screen, desk).or(Some(effect))
            }
            Step::CloseAnd(action) => {
                self.screens.pop();
                self.act(action, desk)
            }
            Step::GoHome => {
                self.screens.clear();
                self.open(Box::new(Home::new()), desk)
            }
        };
        self.speak(desk.lang_of_words);
        self.arrange(desk);
        effect
    }

    /// Tells every screen what a grader said of an answer: the one it was typed on may be covered.
    pub fn judged(
        &mut self,
        card: &CardId,
        judged: &Result<Verdict, GraderFailure>,
        desk: &mut dyn StateOwner,
    ) {
        self.tell_all(&Event::Judged(card.clone(), judged.clone()), desk);
    }

    /// Tells every screen what came of the tests of a code card, run on this text.
    pub fn tested(&mut self, card: CardId, text: String, report: Report, desk: &mut dyn StateOwner) {
        self.tell_all(&Event::Tested(card, text, report), desk);
    }

    fn tell_all(&mut self, event: &Event, desk: &mut dyn StateOwner) {
        let look = self.look.clone();
        for screen in &mut self.screens {
            if let Step::Notice(text) = screen.update(event.clone(), desk, &look) {
                self.notice = Some(NoticeLine::new(&text));
            }
        }
        self.arrange(desk);
    }

    /// Tells every screen that the decks were read again; screens that were about what was there
    /// before close. A card that the user changed may have another id: the one before, and the one now.
    pub fn decks_changed(&mut self, renamed: Option<&(CardId, CardId)>, desk: &mut dyn StateOwner) {
        let look = self.look.clone();
        let mut is_first = true;
        self.screens.retain_mut(|screen| {
            let step = screen.update(Event::DecksChanged(renamed.cloned()), desk, &look);
            std::mem::take(&mut is_first) || !matches!(step, Step::Close)
        });
        self.arrange(desk);
    }

    /// Takes on the settings of the desk: theme and language.
    pub fn settings_changed(&mut self, desk: &Desk) {
        self.look.theme = Theme::chosen(desk.settings.theme, self.look.terminal);
        self.look.ascii = match desk.settings.borders {
            Borders::Ascii => true,
            Borders::Lines => false,
            Borders::Auto => !self.look.terminal.lines,
        };
        self.speak(desk.lang_of_words);
        self.arrange(desk);
    }

    /// Whether it matters what the terminal's background is, and is not known.
    pub fn wants_background(&self, desk: &Desk) -> bool {
        let terminal = self.look.terminal;
        desk.settings.theme == ThemeName::Auto && terminal.colours && terminal.is_dark.is_none()
    }

    /// Takes on what the terminal said of its background.
    pub fn background_is(&mut self, is_dark: bool, desk: &Desk) {
        self.look.terminal.is_dark = Some(is_dark);
        self.settings_changed(desk);
    }

    /// Tells that answers are not on the disk yet, and why.
    pub fn not_saved(&mut self, answers: usize, cause: &str) {
        let text = behind(&(self.look.words.not_saved)(answers), cause);
        self.notice = Some(NoticeLine { stays: true, ..NoticeLine::new(&text) });
    }

    /// Shows a line to the user until the next key, or until it was there long enough to be read.
    pub fn notify(&mut self, text: impl Into<String>) {
        self.notice = Some(NoticeLine::new(&text.into()));
    }

    /// Tells that leaving now would leave answers behind that are not on the disk.
    pub fn leaves_unsaved(&mut self, answers: usize, cause: &str) {
        let words = self.look.words;
        self.insist(behind(&(words.leaves_unsaved)(answers), cause));
    }

    /// Shows a line to the user until the next key.
    pub fn insist(&mut self, text: impl Into<String>) {
        self.notice = Some(NoticeLine { stays: true, ..NoticeLine::new(&text.into()) });
    }

    /// Tells that notes were changed by another program and read again.
    pub fn tell_reread(&mut self, files: usize) {
        self.notify((self.look.words.reread)(files));
    }

    /// Tells that the tests at hand are trusted.
    pub fn trusted(&mut self) {
        self.notify(self.look.words.code.trusted);
    }

    /// Tells that the mouse selects text until the next key.
    pub fn tell_mouse_is_free(&mut self) {
        self.insist(self.look.words.mouse_free);
    }

    /// Handles a click on what was drawn.
    pub fn click(&mut self, spot: Spot, desk: &mut dyn StateOwner) -> Option<Effect> {
        match spot {
            Spot::Key(key) => self.key(key, desk),
            Spot::Link(link) => {
                let url = self.urls().find(|url| mark::link(url) == link)?;
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
        let is_writing = |context| matches!(context, Context::Editor | Context::Note);
        self.screens.iter().any(|screen| is_writing(screen.context()))
    }

    /// What can be done on the top screen as it is now, in the order of the key table. Moving about is not
    /// among it.
    pub fn live(&self, desk: &Desk) -> Vec<Action> {
        let (top, mut live) = (self.top(), Vec::new());
        for bound in self.look.keys.of(top.context()) {
            let action = bound.binding.action;
            if !action.moves() && !live.contains(&action) && top.is_live(action, desk) {
                live.push(action);
            }
        }
        live
    }

    /// Whether the user wants clicks and the wheel to work here.
    pub fn wants_mouse(&self, desk: &Desk) -> bool {
        self.mouse.unwrap_or(desk.settings.mouse)
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
    pub fn wake(&mut self, desk: &mut dyn StateOwner) -> Option<Effect> {
        let is_over = |notice: &NoticeLine| notice.until.is_some_and(|until| until <= desk.now.at);
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

    /// Lays out the state as it is now; another program may have written into the log.
    pub fn arrange(&mut self, desk: &Desk) {
        // Nothing is drawn in less room, so no screen has to think of a window without lines.
        let size = Size::new(self.size.width.max(SMALLEST.width), self.size.height.max(SMALLEST.height));
        self.look.is_alone = self.screens.len() == 1;
        let look = self.look.clone();
        self.top_mut().arrange(size, desk, &look);
    }

    /// Puts a screen on top, and lets it ask for what it needs.
    fn open(&mut self, screen: Box<dyn Screen>, desk: &mut dyn StateOwner) -> Option<Effect> {
        self.screens.push(screen);
        self.event(Event::Wake, desk)
    }

    /// Puts a screen on top of so many.
    fn open_at(&mut self, at: usize, screen: Box<dyn Screen>, desk: &mut dyn StateOwner) -> Option<Effect> {
        self.screens.truncate(at);
        self.open(screen, desk)
    }

    fn close(&mut self) -> Option<Effect> {
        if self.screens.len() == 1 {
            // Keys that go back a step too easily leave the program by accident.
            // Out of a preview they lead back to the shell, and nothing is lost.
            if matches!(self.pressed, Some(Key::Esc | Key::Left)) && self.context() != Context::Preview {
                let key = self.look.keys.leaving(self.context());
                let key = key.map_or(String::new(), |key| key.to_string());
                self.notify((self.look.words.home.leave_by)(&key));
                return None;
            }
            return Some(Effect::Quit);
        }
        self.screens.pop();
        None
    }

    fn speak(&mut self, lang: Lang) {
        self.look.words = messages::of(lang);
    }

    fn top(&self) -> &dyn Screen {
        self.screens.last().expect("the first screen is never closed").as_ref()
    }

    fn top_mut(&mut self) -> &mut Box<dyn Screen> {
        self.screens.last_mut().expect("the first screen is never closed")
    }
}
