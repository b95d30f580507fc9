//! The list: date and minutes, then decks and topics with their weight and what is expected of each.

use super::draft::weight_of;
use super::told::told_day;
use super::{PlanScreen, SETTINGS, Shown};
use crate::desk::Desk;
use crate::schedule::plan::forecast::Expected;
use crate::schedule::plan::readout::ReadoutRow;
use crate::ui::app::Look;
use crate::ui::format::markdown_text;
use crate::ui::widgets::{pad, setting, shorten};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

impl PlanScreen {
    pub(super) fn line(&self, row: usize, width: u16, desk: &Desk, look: &Look) -> Line<'static> {
        let words = look.words;
        match row {
            0 => {
                let told = |date| told_day(&self.draft.plan(date), words);
                let date = self.draft.date.map_or(words.plan.no_date.to_owned(), told);
                self.setting(row, words.plan.date, &date, width, look)
            }
            1 => self.setting(row, words.plan.minutes, &self.draft.minutes.to_string(), width, look),
            _ => self.topic(row, &self.rows()[row - SETTINGS], width, desk, look),
        }
    }

    fn setting(&self, row: usize, name: &str, value: &str, width: u16, look: &Look) -> Line<'static> {
        setting(name, value, row == self.cursor, (width, 24), look)
    }

    /// What the columns of decks and topics are.
    pub(super) fn heading(&self, width: u16, look: &Look) -> Line<'static> {
        let widths = PlanColumns::of(width, look);
        let is_dated = matches!(self.shown, Shown::Ahead(_));
        let mut text = " ".repeat(widths.title);
        let columns = heads(look).into_iter().zip(widths.figures).enumerate();
        for (number, (head, width)) in columns.filter(|(number, _)| is_dated || *number < 2) {
            // The weight under the cursor stands between arrows.
            let behind = if number == 0 { 2 } else { 0 };
            if width > 0 {
                text.push_str(&" ".repeat(width.saturating_sub(head.width() + behind)));
                text.push_str(&format!("{head}{}", " ".repeat(behind)));
            }
        }
        Line::styled(text, look.theme.dim)
    }

    /// A deck or a topic: its weight, and what is expected of it.
    fn topic(&self, number: usize, row: &ReadoutRow, width: u16, desk: &Desk, look: &Look) -> Line<'static> {
        let is_chosen = number == self.cursor;
        let style = |style| if is_chosen { look.theme.selected } else { style };
        let mark = if is_chosen { "> " } else { "  " };
        let title = match &row.heading {
            Some(heading) => format!("  › {}", markdown_text(heading)),
            None => desk.decks[row.deck].title(desk.lang).to_owned(),
        };
        let weight = weight_of(row, &self.draft.weights);
        let widths = PlanColumns::of(width, look);
        let group = row.group;
        let percent = |expected: Expected| match group.cards {
            0 => "–".to_owned(),
            cards => format!("{:.0}%", 100.0 * expected.mean / cards as f32),
        };
        let is_dated = matches!(self.shown, Shown::Ahead(_));
        let figure = |text: String, width: usize| match width {
            0 => String::new(),
            width => format!("{text:>width$}"),
        };
        let told = |text: String| if is_dated { text } else { String::new() };
        let missed = if group.unreached >= 0.5 { format!("{:.0}", group.unreached) } else { String::new() };
        Line::from(vec![
            Span::styled(
                pad(&format!("{mark}{}", shorten(&title, widths.title - 2)), widths.title),
                style(look.theme.text),
            ),
            Span::styled(figure(weight_text(weight, is_chosen), widths.figures[0]), style(look.theme.marker)),
            Span::styled(figure(row.cards.to_string(), widths.figures[1]), style(look.theme.dim)),
            Span::styled(figure(told(percent(group.stopped)), widths.figures[2]), style(look.theme.dim)),
            Span::styled(figure(told(percent(group.followed)), widths.figures[3]), style(look.theme.right)),
            Span::styled(figure(told(missed), widths.figures[4]), style(look.theme.warning)),
        ])
    }
}

/// What the columns of figures are called.
fn heads(look: &Look) -> [&'static str; 5] {
    let words = look.words.plan;
    [words.column_weight, words.column_cards, words.column_stop, words.column_follow, words.column_missed]
}

/// `1`, `0.5`; 0 is out of scope and says so with a sign.
fn weight_text(weight: f32, is_chosen: bool) -> String {
    let text = if weight == 0.0 { "✗".to_owned() } else { format!("×{weight}") };
    if is_chosen { format!("← {text} →") } else { format!("{text}  ") }
}

/// Columns of the list of decks and topics.
struct PlanColumns {
    title: usize,
    figures: [usize; 5],
}

impl PlanColumns {
    fn of(width: u16, look: &Look) -> PlanColumns {
        let mut figures = [10, 7, 8, 8, 8];
        for (figure, head) in figures.iter_mut().zip(heads(look)) {
            *figure = head.width().max(*figure - 2) + 2;
        }
        let width = usize::from(width);
        // A narrow window keeps the weight, which can be changed, and what is expected.
        for dropped in [1, 4, 2, 3] {
            if figures.iter().sum::<usize>() + 18.min(width / 2) > width {
                figures[dropped] = 0;
            }
        }
        PlanColumns { title: width.saturating_sub(figures.iter().sum()).max(3), figures }
    }
}
