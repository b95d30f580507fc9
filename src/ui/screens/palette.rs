//! The palette: everything the program can do, found by typing a few letters. First what can be done where
//! the user was, then the other screens and the settings.

mod everywhere;

use super::settings::SettingsScreen;
use super::theme::ThemeScreen;
use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::search::sounds_like;
use crate::settings::ROWS;
use crate::ui::app::{Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::field::LineField;
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, heading, pad, shorten, spread};
use everywhere::WAYS;
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

/// What an entry does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PaletteDeed {
    /// What a key would do where the user was.
    Act(Action),
    /// A way to another screen, by its place in the table.
    Go(usize),
    /// A setting, by its row.
    Set(usize),
}

/// A line of the list.
#[derive(Debug, Clone)]
struct PaletteEntry {
    deed: PaletteDeed,
    label: String,
    /// Its English name, by which it is found too.
    name: String,
    /// The keys, or what kind of thing it is.
    right: String,
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
                    entries.push(PaletteEntry { deed, label, name, right: keys });
                }
            }
        }
        let has_cards = desk.places().next().is_some();
        for (at, way) in WAYS.iter().enumerate() {
            let is_here = way.leads_to == self.context || (way.name == "home" && self.is_writing);
            let is_listed = way.action.is_some_and(|action| self.live.contains(&action));
            if !is_here && !is_listed && (has_cards || !way.needs_cards) {
                let kind = if way.is_task { look.words.inside.is_command } else { look.words.home.screen };
                let right = kind.to_owned();
                let label = (way.label)(look.words).to_owned();
                entries.push(PaletteEntry {
                    deed: PaletteDeed::Go(at),
                    label,
                    name: way.name.to_owned(),
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
        self.found = found(entries, &self.typed.text().to_lowercase());
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

/// The entries that were meant, those first that begin with what was typed, then those that have it, by letters
/// or by sound, then those that have its letters in their order.
fn found(entries: Vec<PaletteEntry>, typed: &str) -> Vec<PaletteEntry> {
    let typed = typed.trim();
    let rank = |entry: &PaletteEntry| {
        let texts = [entry.label.to_lowercase(), entry.name.clone()];
        let any = |has: &dyn Fn(&str) -> bool| texts.iter().any(|text| has(text));
        if any(&|text| text.starts_with(typed)) {
            Some(0)
        } else if any(&|text| text.contains(typed) || sounds_like(text, typed)) {
            Some(1)
        } else {
            any(&|text| has_letters(text, typed)).then_some(2)
        }
    };
    let mut ranked: Vec<(i32, PaletteEntry)> =
        entries.into_iter().filter_map(|entry| Some((rank(&entry)?, entry))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, entry)| entry).collect()
}

fn has_letters(text: &str, letters: &str) -> bool {
    let mut rest = text.chars();
    letters.chars().filter(|letter| !letter.is_whitespace()).all(|letter| rest.any(|other| other == letter))
}
