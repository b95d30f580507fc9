//! The list of decks: how ready each is, and what it brings today. Decks that nobody asked for yet are folded.

use super::Home;
use crate::desk::Desk;
use crate::ui::app::Look;
use crate::ui::widgets::gauge;
use crate::ui::widgets::{pad, shorten};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// All decks that are switched on.
    All,
    /// A deck, by its index.
    Deck(usize),
    /// The decks that are folded.
    Fold,
}

/// So many decks are listed without a fold.
const FEW: usize = 9;

/// So many of the built-in decks, those of what is asked most, are listed in any case.
const FIRST: usize = 6;

/// The rows: all decks together where there are several, then those that are the learner's own, were studied
/// or come first; the others behind a fold.
pub(super) fn rows(is_unfolded: bool, desk: &Desk) -> Vec<Row> {
    let count = desk.decks.len();
    let mut rows: Vec<Row> = (count > 1).then_some(Row::All).into_iter().collect();
    if count <= FEW {
        rows.extend((0..count).map(Row::Deck));
        return rows;
    }
    let mut built_in = 0;
    let mut folded = Vec::new();
    for (at, deck) in desk.decks.iter().enumerate() {
        let is_own = deck.cards.iter().any(|card| card.faces.iter().any(|face| face.source.file.is_some()));
        built_in += usize::from(!is_own);
        let is_studied = || deck.cards.iter().any(|card| desk.state(&card.id).last.is_some());
        let is_first = built_in <= FIRST;
        if is_own || is_first || is_studied() {
            rows.push(Row::Deck(at));
        } else {
            folded.push(Row::Deck(at));
        }
    }
    if !folded.is_empty() {
        rows.push(Row::Fold);
        rows.extend(folded.into_iter().filter(|_| is_unfolded));
    }
    rows
}

impl Home {
    /// How many decks are behind the fold.
    fn folded(&self, desk: &Desk) -> usize {
        let shown = self.rows.iter().filter(|row| matches!(row, Row::Deck(_))).count();
        match self.is_unfolded {
            true => {
                let fold = self.rows.iter().position(|row| *row == Row::Fold);
                fold.map_or(0, |fold| self.rows.len() - fold - 1)
            }
            false => desk.decks.len() - shown,
        }
    }

    pub(super) fn row(&self, at: usize, desk: &Desk, width: u16, look: &Look) -> Line<'static> {
        let words = look.words;
        let is_chosen = at == self.cursor;
        // Colours under the cursor would make a patchwork of it.
        let style = |style: Style| if is_chosen { look.theme.selected } else { style };
        let mark = if is_chosen { "> " } else { "  " };
        let columns = Columns::of(width, look);
        let (title, ready, counts, cards, is_on) = match self.rows[at] {
            Row::All => {
                let on = desk.decks.iter().filter(|deck| !desk.is_off(deck));
                let cards = on.map(|deck| deck.cards.len()).sum();
                (words.home.all_decks.to_owned(), self.figures.ready_all, self.figures.all, cards, true)
            }
            Row::Deck(deck) => {
                let counts = self.figures.decks.get(deck).copied().unwrap_or_default();
                let ready = self.figures.ready.get(deck).copied().unwrap_or(0.0);
                let deck = &desk.decks[deck];
                (deck.title(desk.lang).to_owned(), ready, counts, deck.cards.len(), !desk.is_off(deck))
            }
            Row::Fold => {
                let arrow = if self.is_unfolded { "▾" } else { "▸" };
                let text = format!("{mark}{arrow} {}", (words.home.more_decks)(self.folded(desk)));
                let text = pad(&shorten(&text, usize::from(width)), columns.all);
                return Line::styled(text, style(look.theme.dim));
            }
        };
        let of_text = if is_on { look.theme.text } else { look.theme.dim };
        let name = pad(&shorten(&format!("{mark}{title}"), columns.title), columns.title);
        let mut spans = vec![Span::styled(name, style(of_text))];
        if !is_on {
            let rest = columns.all.saturating_sub(columns.title);
            let off = pad(&shorten(&format!(" {}", words.home.is_off), rest), rest);
            spans.push(Span::styled(off, style(look.theme.dim)));
            return Line::from(spans);
        }
        if columns.bar > 0 {
            spans.push(Span::styled(" ", style(look.theme.text)));
            spans.push(gauge::bar(ready, columns.bar, style(look.theme.right), look));
        }
        let number = |text: String, width: usize| {
            if width == 0 { text[..0].to_owned() } else { format!("{text:>width$}") }
        };
        spans.push(Span::styled(
            number(format!("{:.0}%", 100.0 * ready), columns.percent),
            style(look.theme.right),
        ));
        let today = if counts.total() == 0 { "–".to_owned() } else { counts.total().to_string() };
        spans.push(Span::styled(number(today, columns.today), style(look.theme.text)));
        spans.push(Span::styled(number(cards.to_string(), columns.cards), style(look.theme.dim)));
        Line::from(spans)
    }
}

/// The columns of the list, in cells; the last three may be without any.
struct Columns {
    title: usize,
    bar: usize,
    percent: usize,
    today: usize,
    cards: usize,
    /// All of them together.
    all: usize,
}

impl Columns {
    fn of(width: u16, look: &Look) -> Columns {
        let all = usize::from(width);
        let head = |name: &str| name.width().max(4) + 2;
        let today = head(look.words.home.today_column);
        // A narrow window keeps the name, and what there is to do.
        let (bar, percent, cards) = match all {
            64.. => (16, 5, head(look.words.cards)),
            48.. => (10, 5, head(look.words.cards)),
            30.. => (0, 5, 0),
            _ => (0, 0, 0),
        };
        let taken = bar + usize::from(bar > 0) + percent + today + cards;
        Columns { title: all.saturating_sub(taken).max(3), bar, percent, today, cards, all }
    }
}

/// What the columns are.
pub(super) fn heading(width: u16, look: &Look) -> Line<'static> {
    let (columns, words) = (Columns::of(width, look), look.words);
    let right = |name: &str, width: usize| match width {
        0 => String::new(),
        width => format!("{}{name}", " ".repeat(width.saturating_sub(name.width()))),
    };
    let ready = columns.bar + usize::from(columns.bar > 0) + columns.percent;
    let name = pad(&shorten(&format!("  {}", words.deck), columns.title), columns.title);
    let ready = match columns.bar {
        0 => right(&shorten(words.home.ready_column, ready), ready),
        _ => pad(&format!(" {}", words.home.ready_column), ready),
    };
    let today = right(words.home.today_column, columns.today);
    Line::styled(format!("{name}{ready}{today}{}", right(words.cards, columns.cards)), look.theme.dim)
}
