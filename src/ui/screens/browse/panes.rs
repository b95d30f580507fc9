//! The panes of the list of cards: where each stands, and the lines it shows.

use super::{Browse, Field};
use crate::desk::Desk;
use crate::messages::behind;
use crate::progress::Record;
use crate::search::{FILTERS, Filter, unknown_filters};
use crate::state::Phase;
use crate::ui::app::Look;
use crate::ui::format;
use crate::ui::format::markdown_text;
use crate::ui::widgets::answer;
use crate::ui::widgets::{last_cells, pad, shorten};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

impl Browse {
    /// What is shown: cards in a state, of a deck, below a heading.
    pub(super) fn filter_name(&self, desk: &Desk, look: &Look) -> String {
        let deck = self.deck.and_then(|deck| desk.decks.get(deck)).map(|deck| deck.title(desk.lang));
        let heading =
            self.topic.as_ref().and_then(|topic| topic.last()).map(|heading| markdown_text(heading));
        let state =
            (self.filter != 0 || deck.is_none()).then(|| (FILTERS[self.filter].label)(look.words).to_owned());
        state.into_iter().chain(heading.or(deck.map(str::to_owned))).collect::<Vec<_>>().join(" · ")
    }

    /// The search field, or the field for days; the cursor of the terminal stands in it.
    pub(super) fn view_field(&self, frame: &mut Frame<'_>, area: Rect, look: &Look) {
        // An input method opens its window where the terminal's cursor is: in the field.
        match &self.field {
            Field::Days(days) => days.view(frame, area, &behind(look.words.due_in_days, ""), look),
            Field::Filters(filters) => {
                filters.text().view(frame, area, &behind(look.words.filter_by, ""), look);
            }
            Field::Query => self.query.view(frame, area, "/ ", look),
            Field::None => {
                let room = usize::from(area.width).saturating_sub(3);
                let (text, style) = match self.query.is_empty() {
                    true => (hint(look.words.search_hint, room), look.theme.dim),
                    false => (last_cells(self.query.text(), room), look.theme.text),
                };
                let spans = [Span::styled("/ ", look.theme.key), Span::styled(text, style)];
                frame.render_widget(Line::from_iter(spans), area);
            }
        }
    }

    /// Why the list is empty.
    pub(super) fn nothing(&self, width: u16, look: &Look) -> Vec<Line<'static>> {
        let unknown = unknown_filters(self.query.text());
        if unknown.is_empty() {
            return vec![Line::styled(look.words.nothing_found, look.theme.dim)];
        }
        let named = |filter: &Filter| (look.words.home.state_filter)(filter.name, (filter.label)(look.words));
        let known = FILTERS.iter().map(named).collect::<Vec<_>>().join(" ");
        let told = (look.words.home.no_such_filter)(&unknown.join(" "), &known);
        answer::wrap_plain(&told, width, look.theme.warning)
    }

    pub(super) fn row(&self, row: usize, width: u16, desk: &Desk, look: &Look) -> Line<'static> {
        let place = self.found[row];
        let card = desk.card(place);
        let record = desk.progress.record(&card.id).copied().unwrap_or_default();
        let is_chosen = row == self.cursor;
        let style = |style: Style| if is_chosen { look.theme.selected } else { style };
        let mark = match (is_chosen, self.marked.contains(&card.id)) {
            (true, true) => ">*",
            (true, false) => "> ",
            (false, true) => " *",
            (false, false) => "  ",
        };
        let state = state_of(card.is_answered(), &record, desk, look);
        let state_width = state.width() + 1;
        let room = usize::from(width).saturating_sub(2 + state_width);
        let question = markdown_text(&desk.face(place).question);
        Line::from(vec![
            Span::styled(mark, style(look.theme.key)),
            Span::styled(pad(&shorten(&question, room), room), style(look.theme.text)),
            Span::styled(format!(" {state}"), style(look.theme.dim)),
        ])
    }
}

/// What a card waits for, in a few letters.
fn state_of(is_answered: bool, record: &Record, desk: &Desk, look: &Look) -> String {
    let words = look.words;
    let flag = if record.flagged { "! " } else { "" };
    let state = match record.state.phase {
        _ if !is_answered => words.names.filter_unanswered.to_owned(),
        _ if record.suspended => words.names.filter_suspended.to_owned(),
        Phase::New => words.new.to_owned(),
        _ => match record.state.due.map(|due| format::seconds_until(due, desk.now)) {
            Some(seconds) if seconds > 0 => (words.after)(&format::span(seconds, words)),
            _ => words.due.to_owned(),
        },
    };
    format!("{flag}{state}")
}

/// What stands in the empty field: the filters alone where there is no room for all of it.
fn hint(text: &str, room: usize) -> String {
    let filters = text.split_once([',', '，']).map(|(_, filters)| filters.trim());
    let short = filters.filter(|filters| text.width() > room && filters.width() <= room);
    shorten(short.unwrap_or(text), room)
}
