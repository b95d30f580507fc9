//! Scrolling through lines that are longer than the window.

use crate::ui::app::Look;
use crate::ui::keymap::Action;
use crate::ui::spot::Spot;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Scrollbar, ScrollbarOrientation, ScrollbarState};

/// Where a window stands over lines. Kept within them by [`Scroll::fit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scroll {
    /// The first line shown.
    pub top: usize,
    lines: usize,
    window: usize,
    /// The first line after the last page was turned, which may leave the window half empty.
    turned: usize,
}

impl Scroll {
    /// Takes on the number of lines and the height of the window.
    pub fn fit(&mut self, lines: usize, window: usize) {
        (self.lines, self.window) = (lines, window);
        self.top = self.top.min(self.furthest().max(self.turned.min(lines.saturating_sub(1))));
    }

    /// Moves as an action says; `false` when the action does not scroll.
    pub fn act(&mut self, action: Action) -> bool {
        if action == Action::PageDown && self.top < self.furthest() {
            // The last page begins where the one before ended, as every page does.
            self.top += self.page();
            self.turned = self.top;
            return true;
        }
        self.turned = 0;
        let moved = self.moved(self.top, self.furthest().max(self.top), action);
        self.top = moved.unwrap_or(self.top);
        moved.is_some()
    }

    /// Where a cursor among as many rows as there are lines goes by an action; `None` when the action
    /// moves nothing.
    pub fn cursor(&self, cursor: usize, action: Action) -> Option<usize> {
        self.moved(cursor, self.lines.saturating_sub(1), action)
    }

    /// How far a page turns: two lines stay in sight.
    fn page(&self) -> usize {
        self.window.saturating_sub(2).max(1)
    }

    fn moved(&self, from: usize, last: usize, action: Action) -> Option<usize> {
        let page = self.page();
        let to = match action {
            Action::Up => from.saturating_sub(1),
            Action::Down => from + 1,
            Action::PageUp => from.saturating_sub(page),
            Action::PageDown => from + page,
            Action::First => 0,
            Action::Last => last,
            _ => return None,
        };
        Some(to.min(last))
    }

    /// Brings a line into the window.
    pub fn show(&mut self, line: usize) {
        let highest = (line + 1).saturating_sub(self.window).min(line);
        self.top = self.top.clamp(highest, line).min(self.furthest());
    }

    /// Whether there is more than the window shows.
    pub fn is_needed(&self) -> bool {
        self.lines > self.window
    }

    /// Whether the last line is in the window.
    pub fn is_at_end(&self) -> bool {
        self.top >= self.furthest()
    }

    /// First line shown, last line shown, and how many there are; counted from 1.
    pub fn position(&self) -> (usize, usize, usize) {
        (self.top + 1, (self.top + self.window).min(self.lines), self.lines)
    }

    fn furthest(&self) -> usize {
        self.lines.saturating_sub(self.window)
    }

    /// Draws the lines in the window, and a bar at its right edge when there are more.
    pub fn view(&self, frame: &mut Frame<'_>, area: Rect, lines: &[Line<'static>], bar: Rect, look: &Look) {
        let visible = lines.get(self.top..).unwrap_or_default();
        self.view_rows(frame, area, visible, bar, look);
    }

    /// The same for callers that made only the lines in the window.
    pub fn view_rows(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        visible: &[Line<'static>],
        bar: Rect,
        look: &Look,
    ) {
        for (row, line) in visible.iter().take(usize::from(area.height)).enumerate() {
            let spot = Spot::Row(self.top + row);
            let row = Rect { y: area.y + row as u16, height: 1, ..area };
            frame.render_widget(line, row);
            spot.below(frame, row);
        }
        if self.is_needed() {
            let mut state = ScrollbarState::new(self.furthest() + 1)
                .position(self.top)
                .viewport_content_length(self.window);
            let scrollbar = Scrollbar::new(ScrollbarOrientation::VerticalRight)
                .begin_symbol(None)
                .end_symbol(None)
                .track_symbol(Some("│"))
                .thumb_symbol("┃")
                .track_style(look.theme.rule)
                .thumb_style(look.theme.dim);
            frame.render_stateful_widget(scrollbar, bar, &mut state);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_never_leaves_the_lines() {
        let mut scroll = Scroll::default();
        scroll.fit(10, 4);
        for (action, top) in [
            (Action::Up, 0),
            (Action::Down, 1),
            (Action::PageDown, 3),
            (Action::PageDown, 5),
            (Action::PageDown, 7),
            (Action::PageDown, 7),
            (Action::Down, 7),
            (Action::PageUp, 5),
            (Action::Down, 6),
            (Action::Down, 6),
            (Action::First, 0),
            (Action::Last, 6),
        ] {
            assert!(scroll.act(action));
            assert_eq!(scroll.top, top, "{action:?}");
        }
        assert!(!scroll.act(Action::Help));
        assert_eq!(scroll.position(), (7, 10, 10));
        scroll.show(2);
        assert_eq!(scroll.top, 2);
        scroll.show(9);
        assert_eq!(scroll.top, 6);
        for (cursor, action, moved) in [
            (0, Action::Up, Some(0)),
            (0, Action::PageDown, Some(2)),
            (9, Action::Down, Some(9)),
            (4, Action::Help, None),
        ] {
            assert_eq!(scroll.cursor(cursor, action), moved, "{action:?}");
        }
        scroll.fit(3, 4);
        assert_eq!((scroll.top, scroll.is_needed(), scroll.is_at_end()), (0, false, true));
        scroll.fit(0, 0);
        scroll.show(5);
    }
}
