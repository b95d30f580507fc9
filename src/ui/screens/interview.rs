//! The mock interview: set-up, round, grading and report, one file each.

pub mod grading;
mod markdown;
pub mod report;
pub mod round;
pub mod setup;
mod share;

use crate::desk::{Desk, Place};
use crate::quiz::interview::report::RoundReport;
use crate::ui::app::Look;
use crate::ui::format::markdown_text;
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::shorten;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// A time as minutes and seconds: `3:07`.
fn clock(ms: impl Into<i64>) -> String {
    let seconds = ms.into().max(0) / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Deck and topic of a card on one line.
fn topic(place: Place, desk: &Desk) -> String {
    let deck = desk.deck(place).title(desk.lang).to_owned();
    let topic = desk.face(place).topic.iter().map(|heading| markdown_text(heading));
    std::iter::once(deck).chain(topic).collect::<Vec<_>>().join(" › ")
}

/// The topic of a card in a report; its deck goes without saying where all cards are of one.
fn topic_in(report: &RoundReport, place: Place, desk: &Desk) -> String {
    let is_one_deck = report.rows.iter().all(|row| row.place.deck == place.deck);
    if is_one_deck && !desk.face(place).topic.is_empty() {
        let topic = desk.face(place).topic.iter().map(|heading| markdown_text(heading));
        return topic.collect::<Vec<_>>().join(" › ");
    }
    topic(place, desk)
}

/// The innermost heading of a card; its deck where it has none.
fn heading(place: Place, desk: &Desk) -> String {
    let innermost = desk.face(place).topic.last().map(|heading| markdown_text(heading));
    innermost.unwrap_or_else(|| desk.deck(place).title(desk.lang).to_owned())
}

/// Four things to choose from, with the keys of their actions, as wide as fits; the marked one has a
/// star.
fn choices(
    context: Context,
    actions: [Action; 4],
    names: [&str; 4],
    marked: Option<usize>,
    width: u16,
    look: &Look,
) -> Line<'static> {
    let styles = [look.theme.wrong, look.theme.warning, look.theme.right, look.theme.easy];
    let keys = actions.map(|action| key_of(context, action, look));
    let star = |index: usize| if marked == Some(index) { "*" } else { "" };
    let width = usize::from(width);
    let taken = |gap: usize, most: usize| {
        let name =
            |index: usize| names[index].width().min(most) + usize::from(most > 0) + star(index).width();
        (0..4).map(|index| keys[index].width() + name(index)).sum::<usize>() + 3 * gap
    };
    let ways = [(4, 40), (2, 40), (1, 40), (1, 8), (1, 6), (1, 4), (1, 2), (2, 0)];
    let (gap, most) = ways.into_iter().find(|(gap, most)| taken(*gap, *most) <= width).unwrap_or((1, 0));
    let mut spans = Vec::new();
    for index in 0..4 {
        let name = if most == 0 { String::new() } else { format!(" {}", shorten(names[index], most)) };
        let style = if marked == Some(index) { look.theme.selected } else { styles[index] };
        spans.push(Span::styled(keys[index].clone(), look.theme.key));
        spans.push(Span::styled(format!("{name}{}", star(index)), style));
        spans.push(Span::styled(" ".repeat(gap), Style::default()));
    }
    Line::from(spans)
}

fn key_of(context: Context, action: Action, look: &Look) -> String {
    let mut rows = look.keys.of(context);
    let key =
        rows.find(|bound| bound.binding.action == action).and_then(|bound| bound.keys_in(context).next());
    key.map_or(String::new(), |key| key.to_string())
}

/// A rule across the page with a label near its right end.
fn rule(label: &str, width: u16, look: &Look) -> Line<'static> {
    let width = usize::from(width);
    if label.is_empty() || label.width() + 4 > width {
        return Line::styled("─".repeat(width), look.theme.rule);
    }
    Line::from(vec![
        Span::styled("─".repeat(width - label.width() - 4), look.theme.rule),
        Span::styled(format!(" {label} "), look.theme.dim),
        Span::styled("──", look.theme.rule),
    ])
}
