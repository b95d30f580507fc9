//! The manual, a page a subject, drawn by the same code as an answer.

use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::ui::app::{Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::manual::PAGES;
use crate::ui::widgets::answer::{self, Link};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, heading, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::Line;

/// The page that is being read.
pub struct Manual {
    /// Its place in [`PAGES`].
    page: usize,
    title: String,
    lines: Vec<Line<'static>>,
    links: Vec<Link>,
    scroll: Scroll,
    /// What the lines were laid out for: width, page, language.
    laid_out: Option<(u16, usize, &'static str)>,
}

impl Manual {
    /// Opens it at one of [`PAGES`].
    pub fn new(page: usize) -> Manual {
        let (lines, links) = (Vec::new(), Vec::new());
        Manual { page, title: String::new(), lines, links, scroll: Scroll::default(), laid_out: None }
    }

    fn turn(&mut self, by: usize) {
        self.page = (self.page + by) % PAGES.len();
        self.scroll = Scroll::default();
    }
}

impl Screen for Manual {
    fn context(&self) -> Context {
        Context::Manual
    }

    fn update(&mut self, event: Event, _desk: &mut dyn StateOwner, _look: &Look) -> Step {
        match event {
            Event::Action(Action::Back) => return Step::Close,
            Event::Action(Action::Next) => self.turn(1),
            Event::Action(Action::Previous) => self.turn(PAGES.len() - 1),
            Event::Action(action) => drop(self.scroll.act(action)),
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        let width = column(Rect::new(0, 0, size.width, size.height)).width;
        let key = Some((width, self.page, look.words.language));
        if self.laid_out != key {
            self.laid_out = key;
            let lang = desk.lang_of_words;
            let page = &PAGES[self.page];
            self.title = page.title(lang).to_owned();
            // The title stands on the first line of the screen already.
            let body = page.text(lang).split_once('\n').map_or("", |(_, body)| body);
            let laid_out = answer::lay_out(body, width, &look.theme);
            (self.lines, self.links) = (laid_out.lines, laid_out.links);
        }
        self.scroll.fit(self.lines.len(), usize::from(size.height.saturating_sub(3)));
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let line = |y: u16| Rect { y, height: 1, ..column };
        let place = format!("{} · {}/{}", look.words.actions.manual, self.page + 1, PAGES.len());
        frame.render_widget(spread(&heading(&self.title), &place, column.width, look), line(area.y));
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..column };
        self.scroll.view(frame, list, &self.lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(self, desk, column.width, look), line(area.bottom() - 1));
    }

    fn links(&self) -> &[Link] {
        &self.links
    }
}
