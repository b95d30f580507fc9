//! The error notebook: what failed, with the learner's own words; to read, to study, to write into a file.

use crate::card::CardId;
use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::export;
use crate::quiz::session::{Session, Subject};
use crate::stats::errors::{ErrorEntry, errors};
use crate::ui::app::{Destination, Effect, Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{answer, bar, column, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::Line;

/// The notebook.
#[derive(Default)]
pub struct ErrorNotebook {
    entries: Vec<ErrorEntry>,
    lines: Vec<Line<'static>>,
    scroll: Scroll,
    asked_for_history: bool,
    /// What the lines were laid out for: width, language, events of the log.
    laid_out: Option<(u16, &'static str, u64)>,
}

impl Screen for ErrorNotebook {
    fn context(&self) -> Context {
        Context::Errors
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        match event {
            Event::Action(Action::Back) => return Step::Close,
            Event::Action(Action::Choose) if !self.entries.is_empty() => {
                let cards: Vec<CardId> =
                    self.entries.iter().map(|entry| desk.card(entry.place).id.clone()).collect();
                let session = Session::start(Subject::of_cards(cards), desk);
                return Step::Go(Box::new(Destination::Study(Box::new(session))));
            }
            Event::Action(Action::Export) if !self.entries.is_empty() => {
                return Step::Ask(Effect::WriteReport {
                    name: format!("{}-{}", look.words.errors.file, desk.now.day),
                    text: export::notebook(&self.entries, desk, look.words),
                });
            }
            Event::Action(action) => drop(self.scroll.act(action)),
            Event::DecksChanged(_) | Event::Wake => self.laid_out = None,
            _ => {}
        }
        if !desk.progress.is_whole() && !std::mem::replace(&mut self.asked_for_history, true) {
            return Step::Ask(Effect::LoadHistory);
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        let width = column(Rect::new(0, 0, size.width, size.height)).width;
        let key = Some((width, look.words.language, desk.progress.changes()));
        if self.laid_out != key {
            self.laid_out = key;
            self.entries = errors(desk);
            let source = export::notebook(&self.entries, desk, look.words);
            // The title stands on the first line of the screen already.
            let body = source.split_once('\n').map_or("", |(_, body)| body);
            self.lines = answer::lay_out(body, width, &look.theme).lines;
        }
        self.scroll.fit(self.lines.len(), usize::from(size.height.saturating_sub(3)));
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        !matches!(action, Action::Choose | Action::Export) || !self.entries.is_empty()
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let line = |y: u16| Rect { y, height: 1, ..column };
        let words = look.words.errors;
        let count = (words.count)(self.entries.len());
        frame.render_widget(spread(words.title, &count, column.width, look), line(area.y));
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..column };
        self.scroll.view(frame, list, &self.lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(self, desk, column.width, look), line(area.bottom() - 1));
    }
}
