//! The palette: everything the program can do, found by typing a few letters. First what can be done where
//! the user was, then the other screens and the settings.

mod entry;
mod everywhere;
mod rank;

use super::settings::SettingsScreen;
use super::theme::ThemeScreen;
use crate::card::Lang;
use crate::desk::{Desk, StateOwner};
use crate::messages::{self, Messages};
use crate::settings::ROWS;
use crate::ui::app::{Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::field::LineField;
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, heading, pad, shorten, spread};
use entry::{PaletteDeed, PaletteEntry};
use everywhere::WAYS;
use rank::found;
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// The list of what can be done.
pub struct Palette {
    context: Context,
    /// What could be done where the user was.
    live: Vec<Action>,
    /// Something is being written on a screen below, which the way home would lose.
    is_writing: bool,
    typed: LineField,
    cursor: usize,
    found: Vec<PaletteEntry>,
    scroll: Scroll,
}

/// Words of both languages.
fn both(words: fn(&Messages) -> &'static str) -> Vec<&'static str> {
    [Lang::En, Lang::Zh].map(|lang| words(messages::of(lang))).into()
}

impl Palette {
    /// All that can be done, on the screen below first.
    pub fn new(context: Context, live: Vec<Action>, is_writing: bool) -> Palette {
        Palette {
            context,
            live,
            is_writing,
            typed: LineField::default(),
            cursor: 0,
            found: Vec::new(),
            scroll: Scroll::default(),
        }
    }

    fn done(&self, entry: usize, desk: &Desk) -> Step {
        match self.found.get(entry).map(|entry| entry.deed) {
            Some(PaletteDeed::Act(action)) => Step::CloseAnd(action),
            Some(PaletteDeed::Go(way)) => (WAYS[way].go)(desk).unwrap_or(Step::Close),
            Some(PaletteDeed::Set(row)) if ROWS[row].key == "theme" => {
                Step::Replace(Box::new(ThemeScreen::new(0, desk)))
            }
            Some(PaletteDeed::Set(row)) => Step::Replace(Box::new(SettingsScreen::at(row, desk))),
            None => Step::Stay,
        }
    }

    /// Everything there is, as it is called.
    fn entries(&self, desk: &Desk, look: &Look) -> Vec<PaletteEntry> {
        let mut entries: Vec<PaletteEntry> = Vec::new();
        let rows = look.keys.of(self.context).filter(|bound| self.live.contains(&bound.binding.action));
        for bound in rows {
            let (action, label) = (bound.binding.action, (bound.binding.label)(look.words));
            let keys = bound.keys_in(self.context).map(|key| key.to_string()).collect::<Vec<_>>().join(" ");
            let deed = PaletteDeed::Act(action);
            match entries.iter_mut().find(|entry| entry.deed == deed || entry.label == label) {
                Some(entry) if entry.deed != deed => entry.right = format!("{} {keys}", entry.right),
                Some(_) => {}
                None => {
                    let (label, name) = (label.to_owned(), action.name());
                    let also = match action {
                        _ if label == look.words.actions.quit => both(|w| w.found_by.quit),
                        Action::Language => both(|w| w.found_by.language),
                        _ => WAYS
                            .iter()
                            .find(|way| way.action == Some(action))
                            .map_or(Vec::new(), |way| [both(way.also), vec![way.name]].concat()),
                    };
                    entries.push(PaletteEntry { deed, label, name, also, right: keys });
                }
            }
        }
        for (at, way) in WAYS.iter().enumerate() {
            // What is being written would be lost, or another card than the one at hand changed.
            let is_away = matches!(way.name, "home" | "undo" | "redo") && self.is_writing;
            let is_here = way.leads_to == self.context || is_away;
            let is_listed = way.action.is_some_and(|action| self.live.contains(&action));
            if !is_here && !is_listed && (way.is_there)(desk) {
                let kind = if way.is_task { look.words.inside.is_command } else { look.words.home.screen };
                let right = kind.to_owned();
                let label = (way.label)(look.words).to_owned();
                entries.push(PaletteEntry {
                    deed: PaletteDeed::Go(at),
                    label,
                    name: way.name.to_owned(),
                    also: both(way.also),
                    right,
                });
            }
        }
        for (at, row) in ROWS.iter().enumerate() {
            let right = look.words.actions.settings.to_owned();
            let label = (row.words)(look.words).label.to_owned();
            entries.push(PaletteEntry {
                deed: PaletteDeed::Set(at),
                label,
                name: row.key.replace('_', "-"),
                also: Vec::new(),
                right,
            });
        }
        entries
    }
}

impl Screen for Palette {
    fn context(&self) -> Context {
        Context::Field
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, _look: &Look) -> Step {
        match event {
            Event::Typed(text) => {
                self.typed.insert(&text);
                self.cursor = 0;
            }
            Event::Key(key) => self.typed.press(key),
            Event::Row(row) => return self.done(row, desk),
            Event::Action(Action::Back) => return Step::Close,
            Event::Action(Action::Choose) => return self.done(self.cursor, desk),
            Event::Action(action) => {
                self.cursor = self.scroll.cursor(self.cursor, action).unwrap_or(self.cursor);
            }
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        let entries = self.entries(desk, look);
        self.found = found(entries, self.typed.text());
        self.cursor = self.cursor.min(self.found.len().saturating_sub(1));
        self.scroll.fit(self.found.len(), usize::from(size.height.saturating_sub(3)));
        self.scroll.show(self.cursor);
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        match action {
            Action::Choose => !self.found.is_empty(),
            _ => action != Action::Palette,
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let line = |y: u16| Rect { y, height: 1, ..column };
        frame.render_widget(
            spread(&heading(look.words.actions.palette), "", column.width, look),
            line(area.y),
        );
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..column };
        let mut lines: Vec<Line<'static>> =
            (0..self.found.len()).map(|row| self.row(row, column.width, look)).collect();
        if lines.is_empty() {
            lines.push(Line::styled(look.words.home.nothing_by_that_name, look.theme.dim));
        }
        self.scroll.view(frame, list, &lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(self, desk, column.width, look), line(area.bottom() - 1));
        self.typed.view(frame, line(area.y + 1), ": ", look);
    }
}

impl Palette {
    fn row(&self, row: usize, width: u16, look: &Look) -> Line<'static> {
        let PaletteEntry { label, right, deed, .. } = &self.found[row];
        let is_chosen = row == self.cursor;
        let style = |style| if is_chosen { look.theme.selected } else { style };
        let room = usize::from(width).saturating_sub(right.width() + 3);
        let mark = if is_chosen { "> " } else { "  " };
        let of_right = if matches!(deed, PaletteDeed::Act(_)) { look.theme.key } else { look.theme.dim };
        Line::from(vec![
            Span::styled(format!("{mark}{} ", pad(&shorten(label, room), room)), style(look.theme.text)),
            Span::styled(right.clone(), style(of_right)),
        ])
    }
}
