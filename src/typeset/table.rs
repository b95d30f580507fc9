//! Tables: boxes fitted to the width, or records where a box would be too narrow to read.

use ratatui::style::Style;
use ratatui::text::Span;

use super::wrap::{Piece, ScreenRow, cells, han, row_width, wrap};
use crate::markdown::Alignment;

/// A column narrower than this and than its text is not worth reading.
const MIN_COLUMN: usize = 4;
/// Words up to this length are kept whole if the width allows it.
const LONG_WORD: usize = 16;

/// The lines of a cell before they are filled.
type CellLines = Vec<Vec<Piece>>;

/// A table ready to be drawn.
pub(super) struct DrawnTable<'a> {
    pub(super) alignments: &'a [Alignment],
    pub(super) head: Vec<CellLines>,
    pub(super) rows: Vec<Vec<CellLines>>,
    /// The style of its lines.
    pub(super) rule: Style,
}

impl DrawnTable<'_> {
    /// The table in rows of at most `width` cells.
    pub(super) fn rows(&self, width: usize) -> Vec<ScreenRow> {
        let columns = self.head.len();
        let frame = 3 * columns + 1;
        match width.checked_sub(frame).and_then(|room| self.fit(room)) {
            Some(widths) if columns > 0 => self.boxed(&widths),
            _ => self.records(width),
        }
    }

    /// Widths of the columns, fair where not all get what they want.
    fn fit(&self, room: usize) -> Option<Vec<usize>> {
        // A column without a text has its place, too.
        let natural =
            self.widest(|cell| cell.iter().map(|line| pieces_width(line)).max().unwrap_or(0).max(1));
        let least: Vec<usize> = natural.iter().map(|width| (*width).min(MIN_COLUMN)).collect();
        if least.iter().sum::<usize>() > room {
            return None;
        }
        let words = self.widest(|cell| cell.iter().map(|line| longest_word(line)).max().unwrap_or(0));
        let words: Vec<usize> =
            words.iter().zip(&least).map(|(word, least)| *word.min(&LONG_WORD).max(least)).collect();
        let floor = if words.iter().sum::<usize>() <= room { words } else { least };
        let at_level = |level: usize| -> Vec<usize> {
            natural.iter().zip(&floor).map(|(natural, floor)| *natural.min(&level.max(*floor))).collect()
        };
        // The highest level at which the columns fit; at zero they do.
        let (mut level, mut above) = (0, room + 1);
        while level + 1 < above {
            let middle = level.midpoint(above);
            if at_level(middle).iter().sum::<usize>() <= room {
                level = middle;
            } else {
                above = middle;
            }
        }
        let mut widths = at_level(level);
        let mut spare = room - widths.iter().sum::<usize>();
        for (width, natural) in widths.iter_mut().zip(&natural) {
            if *width < *natural && spare > 0 {
                *width += 1;
                spare -= 1;
            }
        }
        Some(widths)
    }

    fn widest(&self, size: impl Fn(&CellLines) -> usize) -> Vec<usize> {
        let mut widest: Vec<usize> = self.head.iter().map(&size).collect();
        for row in &self.rows {
            for (widest, cell) in widest.iter_mut().zip(row) {
                *widest = size(cell).max(*widest);
            }
        }
        widest
    }

    fn boxed(&self, widths: &[usize]) -> Vec<ScreenRow> {
        let line = |left: &str, cross: &str, right: &str| {
            let bars: Vec<String> = widths.iter().map(|width| "─".repeat(width + 2)).collect();
            vec![Span::styled(format!("{left}{}{right}", bars.join(cross)), self.rule)]
        };
        let body: Vec<Vec<ScreenRow>> = self.rows.iter().map(|row| self.boxed_row(row, widths)).collect();
        let spread = body.iter().any(|rows| rows.len() > 1);
        let mut out = vec![line("┌", "┬", "┐")];
        out.extend(self.boxed_row(&self.head, widths));
        for (n, rows) in body.into_iter().enumerate() {
            if n == 0 || spread {
                out.push(line("├", "┼", "┤"));
            }
            out.extend(rows);
        }
        out.push(line("└", "┴", "┘"));
        out
    }

    fn boxed_row(&self, row: &[CellLines], widths: &[usize]) -> Vec<ScreenRow> {
        let filled: Vec<Vec<ScreenRow>> = widths
            .iter()
            .enumerate()
            .map(|(at, width)| {
                let lines = row.get(at).into_iter().flatten();
                lines.flat_map(|line| wrap(line, *width, *width)).collect()
            })
            .collect();
        let height = filled.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let mut out = Vec::with_capacity(height);
        for n in 0..height {
            let mut line = vec![Span::styled("│ ", self.rule)];
            for (at, width) in widths.iter().enumerate() {
                let text = filled[at].get(n).cloned().unwrap_or_default();
                let space = width.saturating_sub(row_width(&text));
                let left = match self.alignments.get(at) {
                    Some(Alignment::Right) => space,
                    Some(Alignment::Center) => space / 2,
                    _ => 0,
                };
                line.push(Span::raw(" ".repeat(left)));
                line.extend(text);
                line.push(Span::raw(" ".repeat(space - left)));
                line.push(Span::styled(if at + 1 < widths.len() { " │ " } else { " │" }, self.rule));
            }
            line.retain(|span| !span.content.is_empty());
            out.push(line);
        }
        out
    }

    /// `header: value`, one row of the table after the other.
    fn records(&self, width: usize) -> Vec<ScreenRow> {
        let mut out = Vec::new();
        let indent = if width > 8 { 2 } else { 0 };
        let mut record = |lines: Vec<Piece>| {
            for (n, mut row) in wrap(&lines, width, width - indent).into_iter().enumerate() {
                if n > 0 && indent > 0 {
                    row.insert(0, Span::raw(" ".repeat(indent)));
                }
                out.push(row);
            }
        };
        if self.rows.is_empty() {
            self.head.iter().for_each(|cell| record(joined(cell)));
        }
        for (n, row) in self.rows.iter().enumerate() {
            if n > 0 {
                record(Vec::new());
            }
            for (head, cell) in self.head.iter().zip(row) {
                let (mut name, value) = (joined(head), joined(cell));
                if let (Some(last), true) = (name.last(), pieces_width(&value) > 0) {
                    name.push(Piece::new(": ", last.style));
                }
                record(name.into_iter().chain(value).collect());
            }
        }
        out
    }
}

fn joined(cell: &CellLines) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for line in cell {
        if let Some(last) = out.last() {
            out.push(Piece::new(" ", last.style));
        }
        out.extend(line.iter().cloned());
    }
    out
}

fn pieces_width(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| cells(&piece.text)).sum()
}

/// The widest stretch without a space or a Chinese character.
fn longest_word(pieces: &[Piece]) -> usize {
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    text.split(|c: char| c == ' ' || han(c)).map(cells).max().unwrap_or(0)
}
