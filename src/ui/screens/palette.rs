//! The palette: everything that can be done where the user was, found by typing a few letters.

use crate::desk::Desk;
use crate::ui::app::{Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, heading, pad, shorten, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// The list of actions.
pub struct Palette {
    context: Context,
    typed: String,
    cursor: usize,
    /// Actions that fit, with their keys and label.
    found: Vec<(Action, String, &'static str)>,
    scroll: Scroll,
}

impl Palette {
    /// The actions of a context.
    pub fn new(context: Context) -> Palette {
        Palette { context, typed: String::new(), cursor: 0, found: Vec::new(), scroll: Scroll::default() }
    }
}

impl Screen for Palette {
    fn context(&self) -> Context {
        Context::Field
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn update(&mut self, event: Event, _desk: &mut Desk, _look: &Look) -> Step {
        match event {
            Event::Typed(text) => self.typed.push_str(&text),
            Event::Erased => drop(self.typed.pop()),
            Event::Row(row) => {
                return self.found.get(row).map_or(Step::Stay, |(action, ..)| Step::CloseAnd(*action));
            }
            Event::Action(Action::Back) => return Step::Close,
            Event::Action(Action::Choose) => {
                return match self.found.get(self.cursor) {
                    Some((action, ..)) => Step::CloseAnd(*action),
                    None => Step::Close,
                };
            }
            Event::Action(Action::Up) => self.cursor = self.cursor.saturating_sub(1),
            Event::Action(Action::Down) => self.cursor += 1,
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, _desk: &Desk, look: &Look) {
        self.found = found(self.context, &self.typed, look);
        self.cursor = self.cursor.min(self.found.len().saturating_sub(1));
        self.scroll.fit(self.found.len(), usize::from(size.height.saturating_sub(3)));
        self.scroll.show(self.cursor);
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, _desk: &Desk, look: &Look) {
        let column = column(area);
        let line = |y: u16| Rect { y, height: 1, ..column };
        frame.render_widget(
            spread(&heading(look.words.actions.palette), "", column.width, look),
            line(area.y),
        );
        let field = line(area.y + 1);
        let room = usize::from(field.width).saturating_sub(3);
        let typed = shorten(&self.typed, room);
        let cursor = field.x + 2 + typed.width() as u16;
        let prompt = [Span::styled(": ", look.theme.key), Span::styled(typed, look.theme.text)];
        frame.render_widget(Line::from_iter(prompt), field);
        frame.set_cursor_position((cursor, field.y));
        let lines: Vec<Line<'static>> =
            (0..self.found.len()).map(|row| self.row(row, column.width, look)).collect();
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..column };
        self.scroll.view(frame, list, &lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(Context::Field, column.width, look), line(area.bottom() - 1));
    }
}

impl Palette {
    fn row(&self, row: usize, width: u16, look: &Look) -> Line<'static> {
        let (_, keys, label) = &self.found[row];
        let is_chosen = row == self.cursor;
        let style = |style| if is_chosen { look.theme.selected } else { style };
        let room = usize::from(width).saturating_sub(keys.width() + 3);
        let mark = if is_chosen { "> " } else { "  " };
        Line::from(vec![
            Span::styled(format!("{mark}{} ", pad(&shorten(label, room), room)), style(look.theme.text)),
            Span::styled(keys.clone(), style(look.theme.key)),
        ])
    }
}

/// The actions of a context whose label or name has all the typed letters in their order.
fn found(context: Context, typed: &str, look: &Look) -> Vec<(Action, String, &'static str)> {
    let typed = typed.to_lowercase();
    let is_deed = |action: Action| {
        use Action::{Down, First, Last, PageDown, PageUp, Palette, Up};
        !matches!(action, Up | Down | PageUp | PageDown | First | Last | Palette)
    };
    let rows = look.keys.of(context).filter(|bound| is_deed(bound.binding.action));
    let mut found: Vec<(Action, String, &'static str)> = Vec::new();
    for bound in rows {
        let action = bound.binding.action;
        let label = (bound.binding.label)(look.words);
        let keys = bound.keys_in(context).map(|key| key.to_string()).collect::<Vec<_>>().join(" ");
        let fits = has_letters(&label.to_lowercase(), &typed) || has_letters(&action.name(), &typed);
        match found.iter_mut().find(|(known, _, other)| *known == action || *other == label) {
            Some((known, all, _)) if *known != action && fits => *all = format!("{all} {keys}"),
            None if fits => found.push((action, keys, label)),
            _ => {}
        }
    }
    found
}

fn has_letters(text: &str, letters: &str) -> bool {
    let mut rest = text.chars();
    letters.chars().filter(|letter| !letter.is_whitespace()).all(|letter| rest.any(|other| other == letter))
}
