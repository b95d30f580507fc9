//! Help: the keys that mean something where the user was, read from the key table.

use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::ui::app::{Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::field::LineField;
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{answer, bar, column, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// The list of keys.
pub struct Help {
    context: Context,
    lines: Vec<Line<'static>>,
    scroll: Scroll,
    /// What the list is narrowed by, and whether it is being typed.
    typed: LineField,
    is_typing: bool,
}

impl Help {
    /// The keys of a context.
    pub fn new(context: Context) -> Help {
        Help {
            context,
            lines: Vec::new(),
            scroll: Scroll::default(),
            typed: LineField::default(),
            is_typing: false,
        }
    }
}

impl Screen for Help {
    fn context(&self) -> Context {
        if self.is_typing { Context::Field } else { Context::List }
    }

    fn is_typing(&self) -> bool {
        self.is_typing
    }

    fn update(&mut self, event: Event, _desk: &mut dyn StateOwner, _look: &Look) -> Step {
        match event {
            Event::Typed(text) => self.typed.insert(&text),
            Event::Key(key) => self.typed.press(key),
            Event::Action(Action::Search) => self.is_typing = true,
            Event::Action(Action::Choose) if self.is_typing => self.is_typing = false,
            Event::Action(Action::Back) if self.is_typing || !self.typed.is_empty() => {
                (self.is_typing, self.typed) = (false, LineField::default());
            }
            Event::Action(Action::Back) => return Step::Close,
            Event::Action(action) => drop(self.scroll.act(action)),
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, _desk: &Desk, look: &Look) {
        let width = column(Rect::new(0, 0, size.width, size.height)).width;
        self.lines = rows(self.context, &self.typed.text().to_lowercase(), usize::from(width), look);
        // How notes come in is nothing a key does.
        self.lines.push(Line::default());
        let notes = look.words.home.first_notes;
        self.lines.extend(answer::lay_out_inline(notes, width, look.theme.text, &look.theme));
        self.scroll.fit(self.lines.len(), usize::from(size.height.saturating_sub(3)));
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        match action {
            // The list is read, not chosen from.
            Action::Choose | Action::Search => self.is_typing == (action == Action::Choose),
            Action::Help | Action::Picture => false,
            _ => true,
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let line = |y: u16| Rect { y, height: 1, ..column };
        let search = format!(
            "/ {}",
            if self.typed.is_empty() { look.words.actions.search } else { self.typed.text() }
        );
        frame.render_widget(spread(look.words.help, &search, column.width, look), line(area.y));
        if self.is_typing {
            frame.set_cursor_position((column.right().saturating_sub(1), area.y));
        }
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..column };
        self.scroll.view(frame, list, &self.lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(self, desk, column.width, look), line(area.bottom() - 1));
    }
}

/// One line an action that has what was typed, with its keys; those with the same label share a line. Keys take at
/// most half of the width, the first ones before the others.
fn rows(context: Context, typed: &str, width: usize, look: &Look) -> Vec<Line<'static>> {
    let mut rows: Vec<(String, &'static str)> = Vec::new();
    for bound in look.keys.of(context) {
        let keys = bound.keys_in(context).map(|key| key.to_string()).collect::<Vec<_>>().join(" ");
        let label = (bound.binding.label)(look.words);
        match rows.iter_mut().find(|(_, other)| *other == label) {
            Some((all, _)) => *all = format!("{all} {keys}"),
            None => rows.push((keys, label)),
        }
    }
    rows.retain(|(keys, label)| keys.to_lowercase().contains(typed) || label.to_lowercase().contains(typed));
    for (keys, _) in &mut rows {
        while keys.width() > width / 2
            && let Some((first, _)) = keys.rsplit_once(' ')
        {
            keys.truncate(first.len());
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
