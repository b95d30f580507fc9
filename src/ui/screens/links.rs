//! The links of an answer, to choose one.

use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::answer::Link;
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, shorten, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::Line;

/// The list of links.
pub struct Links {
    links: Vec<Link>,
    cursor: usize,
    scroll: Scroll,
}

impl Links {
    /// A list of at least one link.
    pub fn new(links: Vec<Link>) -> Links {
        Links { links, cursor: 0, scroll: Scroll::default() }
    }
}

impl Screen for Links {
    fn context(&self) -> Context {
        Context::List
    }

    fn update(&mut self, event: Event, _desk: &mut dyn StateOwner, _look: &Look) -> Step {
        let action = match event {
            Event::Action(action) => action,
            Event::Row(row) if row < self.links.len() => {
                self.cursor = row;
                Action::Choose
            }
            _ => return Step::Stay,
        };
        match action {
            Action::Back => return Step::Close,
            Action::Choose => return Step::Ask(Effect::OpenLink(self.links[self.cursor].url.clone())),
            action => self.cursor = self.scroll.cursor(self.cursor, action).unwrap_or(self.cursor),
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, _desk: &Desk, _look: &Look) {
        self.scroll.fit(self.links.len(), usize::from(size.height.saturating_sub(3)));
        self.scroll.show(self.cursor);
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        !matches!(action, Action::Search | Action::Picture)
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let line = |y: u16| Rect { y, height: 1, ..column };
        frame.render_widget(spread(look.words.links, "", column.width, look), line(area.y));
        let lines: Vec<Line<'static>> = self
            .links
            .iter()
            .enumerate()
            .map(|(index, link)| self.row(index, link, column.width, look))
            .collect();
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..column };
        self.scroll.view(frame, list, &lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(self, desk, column.width, look), line(area.bottom() - 1));
    }
}

impl Links {
    fn row(&self, index: usize, link: &Link, width: u16, look: &Look) -> Line<'static> {
        let chosen = index == self.cursor;
        let mark = if chosen { "> " } else { "  " };
        let text =
            if link.text == link.url { link.url.clone() } else { format!("{}  {}", link.text, link.url) };
        let style = if chosen { look.theme.selected } else { look.theme.text };
        Line::styled(shorten(&format!("{mark}{text}"), usize::from(width)), style)
    }
}
