//! A table as lines of text. What does not fit beside the first column goes on further lines below it,
//! so that a narrow window loses nothing.

use crate::stats::table::{Cell, Table};
use crate::ui::app::Look;
use crate::ui::format::figure;
use crate::ui::widgets::{pad, shorten};
use ratatui::text::{Line, Span};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

const GAP: usize = 2;
/// The first column is no shorter where the figures could stand beside it.
const SHORTEST: usize = 24;

pub(super) fn lines(table: &Table, width: u16, look: &Look) -> Vec<Line<'static>> {
    let sheet = TableSheet::of(table, usize::from(width));
    let titles: Vec<(String, bool)> = (0..table.columns.len())
        .map(|column| (table.columns[column].1.to_owned(), sheet.is_number[column]))
        .collect();
    let mut lines = sheet.row(&titles, look, true);
    for row in &table.rows {
        let cells: Vec<(String, bool)> =
            row.iter().zip(&sheet.is_number).map(|(cell, is_number)| (figure(cell), *is_number)).collect();
        lines.extend(sheet.row(&cells, look, false));
    }
    lines
}

/// The widths of the columns, and which of them share a line.
struct TableSheet {
    width: usize,
    widths: Vec<usize>,
    is_number: Vec<bool>,
    groups: Vec<Range<usize>>,
}

impl TableSheet {
    fn of(table: &Table, width: usize) -> TableSheet {
        let columns = 0..table.columns.len();
        let widest = |column: usize| {
            let cells = table.rows.iter().map(|row| figure(&row[column]).width());
            cells.chain([table.columns[column].1.width()]).max().unwrap_or(0)
        };
        let is_number = |column: usize| {
            let figure = table.rows.iter().map(|row| &row[column]).find(|cell| **cell != Cell::None);
            figure.is_some_and(Cell::is_number)
        };
        let mut widths: Vec<usize> = columns.clone().map(widest).collect();
        // Beside others a text is shortened before the first column is.
        let beside: Vec<usize> = (columns.clone())
            .map(
                |column| {
                    if is_number(column) { widths[column] } else { widths[column].min((width / 5).max(12)) }
                },
            )
            .collect();
        let rest: usize = beside.iter().skip(1).map(|width| width + GAP).sum();
        // A long text gives way to the figures, down to a part of the line.
        widths[0] = widths[0].min(width.saturating_sub(rest).max((width / 2).min(SHORTEST))).max(1);
        let mut groups: Vec<Range<usize>> = Vec::new();
        let mut used = widths[0];
        for column in columns.clone().skip(1) {
            let fits = used + beside[column] + GAP <= width;
            widths[column] =
                if fits { beside[column] } else { widths[column].min(width.saturating_sub(GAP)) };
            match groups.last_mut() {
                Some(group) if fits => group.end = column + 1,
                None if fits => groups.push(column..column + 1),
                _ => {
                    groups.push(column..column + 1);
                    used = 0;
                }
            }
            used += widths[column] + GAP;
        }
        TableSheet { width, widths, is_number: columns.map(is_number).collect(), groups }
    }

    fn row(&self, cells: &[(String, bool)], look: &Look, is_head: bool) -> Vec<Line<'static>> {
        let theme = &look.theme;
        let (name, figure) = if is_head { (theme.dim, theme.dim) } else { (theme.text, theme.text) };
        let first = pad(&shorten(&cells[0].0, self.widths[0]), self.widths[0]);
        let mut lines: Vec<Line<'static>> = Vec::new();
        let mut spans = vec![Span::styled(first, name)];
        // When nothing fits beside the first column, it has its line alone.
        let is_alone = self.groups.first().is_some_and(|group| {
            let cells: usize = group.clone().map(|column| self.widths[column] + GAP).sum();
            self.widths[0] + cells > self.width
        });
        for (index, group) in self.groups.iter().enumerate() {
            if index > 0 || is_alone {
                lines.push(Line::from(std::mem::take(&mut spans)));
            }
            for column in group.clone() {
                let text = shorten(&cells[column].0, self.widths[column]);
                let air = " ".repeat(self.widths[column] - text.width());
                let gap = " ".repeat(GAP);
                let text =
                    if cells[column].1 { format!("{gap}{air}{text}") } else { format!("{gap}{text}{air}") };
                spans.push(Span::styled(text, figure));
            }
        }
        lines.push(Line::from(spans));
        lines
    }
}
