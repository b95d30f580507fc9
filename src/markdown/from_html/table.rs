//! Tables: the cells of HTML as rows with pipes.

use super::HtmlWriter;
pub(super) use super::rows::HtmlTable;
use crate::markdown::html::Tag;

impl HtmlWriter<'_> {
    pub(super) fn table(&mut self, closing: bool) {
        if !closing && self.table.is_none() {
            self.flush();
            self.table = Some(HtmlTable::default());
        } else if closing && self.table.is_some() {
            self.end_cell();
            let table = self.table.take().unwrap_or_default();
            self.paragraph(&pipes(&table.rows));
        }
    }

    pub(super) fn cell(&mut self, tag: &Tag<'_>) {
        self.end_cell();
        let Some(table) = &mut self.table else { return };
        match tag.name.as_str() {
            "tr" if !tag.closing => table.rows.push(Vec::new()),
            "td" | "th" if !tag.closing => table.has_cell = true,
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        self.close_all();
        let text = std::mem::take(&mut self.line);
        let Some(table) = &mut self.table else { return };
        let text = text.trim().trim_end_matches("<br>").to_owned();
        if table.has_cell || !text.is_empty() {
            if table.rows.is_empty() {
                table.rows.push(Vec::new());
            }
            if let Some(row) = table.rows.last_mut() {
                row.push(text);
            }
        }
        table.has_cell = false;
    }
}

/// The rows of a table with more cells than this are not filled up.
const MOST_CELLS: usize = 1_000_000;

/// A table in Markdown; the first row is its head.
fn pipes(rows: &[Vec<String>]) -> String {
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    // One row without end would make every other one as long.
    let is_vast = widest.saturating_mul(rows.len()) > MOST_CELLS;
    let mut lines = Vec::new();
    for row in rows.iter().filter(|row| !row.is_empty()) {
        let width = if is_vast { row.len() } else { widest };
        let cells: Vec<&str> = (0..width).map(|index| row.get(index).map_or("", String::as_str)).collect();
        lines.push(format!("| {} |", cells.join(" | ")));
        if lines.len() == 1 {
            lines.push(format!("|{}", "---|".repeat(width)));
        }
    }
    lines.join("\n")
}
