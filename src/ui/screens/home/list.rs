//! The list of decks: how ready each is, and what it brings today. Decks that nobody asked for yet are folded.

use super::Home;
use super::rows::{HomeRow, ListColumns};
use crate::desk::Desk;
use crate::ui::app::Look;
use crate::ui::widgets::gauge;
use crate::ui::widgets::{pad, shorten};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

impl Home {
    /// How many decks are behind the fold.
    fn folded(&self, desk: &Desk) -> usize {
        let shown = self.rows.iter().filter(|row| matches!(row, HomeRow::Deck(_))).count();
        match self.is_unfolded {
            true => {
                let fold = self.rows.iter().position(|row| *row == HomeRow::Fold);
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
        let columns = ListColumns::of(width, look);
        let (title, ready, counts, cards, is_on, brings) = match self.rows[at] {
            HomeRow::All => {
                let of_decks = desk.decks.iter().zip(&self.figures.cards);
                let on = of_decks.filter(|(deck, _)| !desk.is_off(deck));
                let cards = on.map(|(_, cards)| *cards).sum();
                let brings = self.figures.all.total() > 0;
                (
                    words.home.all_decks.to_owned(),
                    self.figures.ready_all,
                    self.figures.all,
                    cards,
                    true,
                    brings,
                )
            }
            HomeRow::Deck(deck) => {
                let counts = self.figures.decks.get(deck).copied().unwrap_or_default();
                let ready = self.figures.ready.get(deck).copied().unwrap_or(0.0);
                let brings = self.figures.brings.get(deck).copied().unwrap_or_default();
                let cards = self.figures.cards.get(deck).copied().unwrap_or_default();
                let deck = &desk.decks[deck];
                (deck.title(desk.lang).to_owned(), ready, counts, cards, !desk.is_off(deck), brings)
            }
            HomeRow::Fold => {
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
        // Today may need nothing of a deck that has something to ask all the same.
        let today = if brings { counts.total().to_string() } else { "–".to_owned() };
        spans.push(Span::styled(number(today, columns.today), style(look.theme.text)));
        spans.push(Span::styled(number(cards.to_string(), columns.cards), style(look.theme.dim)));
        Line::from(spans)
    }
}
