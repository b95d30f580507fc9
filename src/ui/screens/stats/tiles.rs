//! A table of single figures as tiles: the figure first, what it is below it, a share with a bar of its own.

use crate::stats::table::{Cell, Table};
use crate::ui::app::Look;
use crate::ui::widgets::{gauge, pad, shorten};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// Fewer tiles than this beside each other are no better than lines.
const FEWEST: usize = 3;
/// The widest tile.
const WIDEST: usize = 28;
/// Between two tiles.
const GAP: usize = 3;
/// More figures than this are needed for tiles to be worth it.
const FEW: usize = 4;

/// The tiles; none where the table has more than one figure a row, a chart of its own, or no room.
pub(super) fn lines(table: &Table, width: u16, look: &Look) -> Option<Vec<Line<'static>>> {
    if table.columns.len() != 2 || !table.charts.is_empty() || table.rows.len() <= FEW {
        return None;
    }
    let label = |row: &Vec<Cell>| row[0].shown();
    let widest = table.rows.iter().map(|row| label(row).width()).max().unwrap_or(0).min(WIDEST);
    let tile = widest + GAP;
    let across = usize::from(width) / tile;
    if across < FEWEST {
        return None;
    }
    let mut lines = Vec::new();
    for (chunk, rows) in table.rows.chunks(across).enumerate() {
        let figure = |(at, row): (usize, &Vec<Cell>)| {
            let trend = table.trends.get(chunk * across + at).filter(|trend| trend.len() > 1);
            of_row(row, trend, (widest, tile), look)
        };
        let name = |row: &Vec<Cell>| Span::styled(pad(&shorten(&label(row), widest), tile), look.theme.dim);
        lines.push(Line::from_iter(rows.iter().enumerate().flat_map(figure)));
        lines.push(Line::from_iter(rows.iter().map(name)));
        lines.push(Line::default());
    }
    lines.pop();
    Some(lines)
}

/// The figure of a tile: a share with a bar, another one with how it was or will be.
fn of_row(
    row: &[Cell],
    trend: Option<&Vec<f64>>,
    (widest, tile): (usize, usize),
    look: &Look,
) -> Vec<Span<'static>> {
    match &row[1] {
        Cell::Share(share) => {
            let text = format!("{} ", row[1].shown());
            let cells = widest.saturating_sub(text.width()).min(12);
            let bar = gauge::gauge(*share as f32, cells, look.theme.right, look);
            let rest = " ".repeat(tile.saturating_sub(text.width() + cells));
            let mut spans = vec![Span::styled(text, look.theme.title)];
            spans.extend(bar);
            spans.push(Span::raw(rest));
            spans
        }
        Cell::None => {
            vec![Span::styled(pad(&shorten(look.words.stats.missing_figure, widest), tile), look.theme.dim)]
        }
        cell => {
            let figure = shorten(&cell.shown(), widest);
            let room = widest.saturating_sub(figure.width() + 1);
            let line = trend.map_or(String::new(), |trend| sparkline(trend, room, look.ascii));
            let used = figure.width() + 1 + line.width();
            vec![
                Span::styled(format!("{figure} "), look.theme.title),
                Span::styled(line, look.theme.right),
                Span::raw(" ".repeat(tile.saturating_sub(used))),
            ]
        }
    }
}

/// How a figure went: a cell for each day, the last ones where not all have room. ASCII has no heights.
fn sparkline(trend: &[f64], room: usize, ascii: bool) -> String {
    const HEIGHTS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    let most = trend.iter().copied().fold(0.0, f64::max);
    if ascii || most <= 0.0 || room < FEW {
        return String::new();
    }
    let height = |value: &f64| HEIGHTS[((value / most * 7.0).round() as usize).min(7)];
    trend[trend.len().saturating_sub(room)..].iter().map(height).collect()
}
