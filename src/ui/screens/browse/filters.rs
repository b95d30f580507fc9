//! The list of filters: states, decks and topics, narrowed by typing.

use crate::desk::Desk;
use crate::messages::Messages;
use crate::search::FILTERS;
use crate::ui::app::Look;
use crate::ui::format::markdown_text;
use crate::ui::keymap::{Action, Key};
use crate::ui::widgets::field::LineField;
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{pad, shorten};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// What cards to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FilterChoice {
    /// Those in a state, by its index in the table of filters; the first is all.
    State(usize),
    /// Those of a deck.
    Deck(usize),
    /// Those of a deck below these headings.
    Topic(usize, Vec<String>),
}

/// The list, and what was typed to narrow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Filters {
    /// Each choice by its name, with how deep it stands.
    rows: Vec<(FilterChoice, String, usize)>,
    typed: LineField,
    /// Indices of the rows that have what was typed.
    found: Vec<usize>,
    cursor: usize,
    scroll: Scroll,
}

impl Filters {
    /// All states, and all decks with the headings in them.
    pub(super) fn new(desk: &Desk, words: &Messages) -> Filters {
        let states = FILTERS.iter().enumerate();
        let states =
            states.map(|(state, filter)| (FilterChoice::State(state), (filter.label)(words).to_owned(), 0));
        let mut rows: Vec<(FilterChoice, String, usize)> = states.collect();
        for (at, deck) in desk.decks.iter().enumerate() {
            rows.push((FilterChoice::Deck(at), deck.title(desk.lang).to_owned(), 0));
            let mut known = std::collections::HashSet::new();
            for card in 0..deck.cards.len() {
                let topic = &desk.face(crate::desk::Place { deck: at, card }).topic;
                for depth in 1..=topic.len() {
                    if known.insert(&topic[..depth]) {
                        let name = markdown_text(&topic[depth - 1]);
                        rows.push((FilterChoice::Topic(at, topic[..depth].to_vec()), name, depth));
                    }
                }
            }
        }
        let found = (0..rows.len()).collect();
        Filters { rows, typed: LineField::default(), found, cursor: 0, scroll: Scroll::default() }
    }

    /// What was typed.
    pub(super) fn text(&self) -> &LineField {
        &self.typed
    }

    /// Narrows the list.
    pub(super) fn typed(&mut self, text: &str) {
        self.typed.insert(text);
        self.find();
    }

    /// Edits what narrows it.
    pub(super) fn edited(&mut self, key: Key) {
        self.typed.press(key);
        self.find();
    }

    fn find(&mut self) {
        let typed = self.typed.text().trim().to_lowercase();
        let has = |row: &usize| self.rows[*row].1.to_lowercase().contains(&typed);
        self.found = (0..self.rows.len()).filter(has).collect();
        self.cursor = 0;
    }

    /// Moves the cursor.
    pub(super) fn act(&mut self, action: Action) {
        self.cursor = self.scroll.cursor(self.cursor, action).unwrap_or(self.cursor);
    }

    /// Puts the cursor on a row that is seen; `true` when it was there.
    pub(super) fn point(&mut self, row: usize) -> bool {
        std::mem::replace(&mut self.cursor, row.min(self.found.len().saturating_sub(1))) == row
    }

    /// Takes on the height of the list.
    pub(super) fn fit(&mut self, height: usize) {
        self.scroll.fit(self.found.len(), height);
        self.scroll.show(self.cursor);
    }

    /// The choice under the cursor.
    pub(super) fn chosen(&self) -> Option<FilterChoice> {
        self.found.get(self.cursor).map(|row| self.rows[*row].0.clone())
    }

    /// Draws the list.
    pub(super) fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let shown = self.found.iter().enumerate().skip(self.scroll.top).take(usize::from(area.height));
        let mut lines: Vec<Line<'static>> =
            shown.map(|(at, row)| self.row(at, *row, area.width, desk, look)).collect();
        if lines.is_empty() {
            lines.push(Line::styled(look.words.nothing_found, look.theme.dim));
        }
        let bar = Rect { width: area.width + 2, ..area }.intersection(frame.area());
        self.scroll.view_rows(frame, area, &lines, bar, look);
    }

    fn row(&self, at: usize, row: usize, width: u16, desk: &Desk, look: &Look) -> Line<'static> {
        let (choice, name, depth) = &self.rows[row];
        let is_chosen = at == self.cursor;
        let count = match choice {
            FilterChoice::Deck(deck) => desk.decks[*deck].cards.len().to_string(),
            _ => String::new(),
        };
        let mark = if is_chosen { "> " } else { "  " };
        let room = usize::from(width).saturating_sub(3 + count.width());
        let name = shorten(&format!("{}{name}", "  ".repeat(*depth)), room);
        let style = match (is_chosen, choice) {
            (true, _) => look.theme.selected,
            (false, FilterChoice::Deck(_)) => look.theme.strong,
            (false, _) => look.theme.text,
        };
        Line::from(Span::styled(format!("{mark}{} {count}", pad(&name, room)), style))
    }
}
