//! The rows of the list of decks, and its columns.

use crate::desk::Desk;
use crate::ui::app::Look;
use crate::ui::widgets::{pad, shorten};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HomeRow {
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
/// or come first; below the fold the others.
pub(super) fn rows(desk: &Desk) -> Vec<HomeRow> {
    let count = desk.decks.len();
    let mut rows: Vec<HomeRow> = (count > 1).then_some(HomeRow::All).into_iter().collect();
    if count <= FEW {
        rows.extend((0..count).map(HomeRow::Deck));
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
            rows.push(HomeRow::Deck(at));
        } else {
            folded.push(HomeRow::Deck(at));
        }
    }
    if !folded.is_empty() {
        rows.push(HomeRow::Fold);
        rows.extend(folded);
    }
    rows
}

/// The columns of the list, in cells; the last three may be without any.
pub(super) struct ListColumns {
    pub(super) title: usize,
    pub(super) bar: usize,
    pub(super) percent: usize,
    pub(super) today: usize,
    pub(super) cards: usize,
    /// All of them together.
    pub(super) all: usize,
}

impl ListColumns {
    pub(super) fn of(width: u16, look: &Look) -> ListColumns {
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
        ListColumns { title: all.saturating_sub(taken).max(3), bar, percent, today, cards, all }
    }
}

/// What the columns are.
pub(super) fn heading(width: u16, look: &Look) -> Line<'static> {
    let (columns, words) = (ListColumns::of(width, look), look.words);
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
