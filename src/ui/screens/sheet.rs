//! The sheet: the cards most likely to fail, to read through before an interview. Nothing is recorded.

use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::export::sheet;
use crate::schedule::plan::sheet as choice;
use crate::ui::app::{Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{answer, bar, column, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::Line;

/// The sheet of so many minutes.
pub struct Sheet {
    minutes: u32,
    title: String,
    lines: Vec<Line<'static>>,
    scroll: Scroll,
    /// What the lines were laid out for: width, minutes, language.
    laid_out: Option<(u16, u32, &'static str)>,
}

/// Minutes at first: the last hour has other things in it too.
const MINUTES: u32 = 30;

/// What a key adds or takes away.
const STEP: u32 = 5;

/// The most that are read in one go.
const MOST: u32 = 600;

impl Default for Sheet {
    fn default() -> Sheet {
        Sheet {
            minutes: MINUTES,
            title: String::new(),
            lines: Vec::new(),
            scroll: Scroll::default(),
            laid_out: None,
        }
    }
}

impl Screen for Sheet {
    fn context(&self) -> Context {
        Context::Sheet
    }

    fn update(&mut self, event: Event, _desk: &mut dyn StateOwner, _look: &Look) -> Step {
        match event {
            Event::Action(Action::Back) => return Step::Close,
            Event::Action(Action::Next) => self.minutes = (self.minutes + STEP).min(MOST),
            Event::Action(Action::Previous) => self.minutes = self.minutes.saturating_sub(STEP).max(STEP),
            Event::Action(action) => drop(self.scroll.act(action)),
            Event::DecksChanged(_) => self.laid_out = None,
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        let width = column(Rect::new(0, 0, size.width, size.height)).width;
        let key = Some((width, self.minutes, look.words.language));
        if self.laid_out != key {
            self.laid_out = key;
            let places = choice::sheet(desk, self.minutes);
            self.title = (look.words.plan.sheet)(self.minutes, places.len());
            let source = sheet::markdown(&self.title, &places, desk);
            // The title stands on the first line of the screen already.
            let body = source.split_once('\n').map_or("", |(_, body)| body);
            self.lines = answer::lay_out(body, width, &look.theme).lines;
        }
        self.scroll.fit(self.lines.len(), usize::from(size.height.saturating_sub(3)));
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        match action {
            Action::Next => self.minutes < MOST,
            Action::Previous => self.minutes > STEP,
            _ => true,
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let line = |y: u16| Rect { y, height: 1, ..column };
        frame.render_widget(spread(&self.title, look.words.practice, column.width, look), line(area.y));
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..column };
        self.scroll.view(frame, list, &self.lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(self, desk, column.width, look), line(area.bottom() - 1));
    }
}
