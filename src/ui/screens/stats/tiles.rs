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
    for rows in table.rows.chunks(across) {
        let figure = |row: &Vec<Cell>| match &row[1] {
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
            Cell::None => vec![Span::styled(pad(&row[1].shown(), tile), look.theme.dim)],
            cell => vec![Span::styled(pad(&shorten(&cell.shown(), widest), tile), look.theme.title)],
        };
        let name = |row: &Vec<Cell>| Span::styled(pad(&shorten(&label(row), widest), tile), look.theme.dim);
        lines.push(Line::from_iter(rows.iter().flat_map(figure)));
        lines.push(Line::from_iter(rows.iter().map(name)));
        lines.push(Line::default());
    }
    lines.pop();
    Some(lines)
}
