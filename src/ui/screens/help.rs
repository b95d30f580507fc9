//! Help: the keys that mean something where the user was, read from the key table.

use crate::desk::Desk;
use crate::ui::app::{Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// The list of keys.
pub struct Help {
    context: Context,
    lines: Vec<Line<'static>>,
    scroll: Scroll,
}

impl Help {
    /// The keys of a context.
    pub fn new(context: Context) -> Help {
        Help { context, lines: Vec::new(), scroll: Scroll::default() }
    }
}

impl Screen for Help {
    fn context(&self) -> Context {
        Context::List
    }

    fn update(&mut self, event: Event, _desk: &mut Desk, _look: &Look) -> Step {
        match event {
            Event::Action(Action::Back | Action::Choose) => Step::Close,
            Event::Action(action) => {
                self.scroll.act(action);
                Step::Stay
            }
            _ => Step::Stay,
        }
    }

    fn arrange(&mut self, size: Size, _desk: &Desk, look: &Look) {
        self.lines = rows(self.context, look);
        self.scroll.fit(self.lines.len(), usize::from(size.height.saturating_sub(3)));
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, _desk: &Desk, look: &Look) {
        let column = column(area);
        let line = |y: u16| Rect { y, height: 1, ..column };
        frame.render_widget(spread(look.words.help, "", column.width, look), line(area.y));
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..column };
        self.scroll.view(frame, list, &self.lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(Context::List, column.width, look), line(area.bottom() - 1));
    }
}

/// One line an action, with all its keys; neighbours with the same label share a line.
fn rows(context: Context, look: &Look) -> Vec<Line<'static>> {
    let mut rows: Vec<(String, &'static str)> = Vec::new();
    for bound in look.keys.of(context) {
        let keys = bound.keys_in(context).map(|key| key.to_string()).collect::<Vec<_>>().join(" ");
        let label = (bound.binding.label)(look.words);
        match rows.iter_mut().find(|(_, other)| *other == label) {
            Some((all, _)) => *all = format!("{all} {keys}"),
            None => rows.push((keys, label)),
        }
    }
    let widest = rows.iter().map(|(keys, _)| keys.width()).max().unwrap_or(0);
    let line = |(keys, label): (String, &'static str)| {
        let gap = " ".repeat(widest - keys.width() + 2);
        Line::from(vec![
            Span::styled(keys, look.theme.key),
            Span::raw(gap),
            Span::styled(label, look.theme.text),
        ])
    };
    rows.into_iter().map(line).collect()
}
