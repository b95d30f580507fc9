//! Tables in HTML within Markdown: their cells with the lines they stand on.

use crate::import::page::{LineKind, Page, plain_text};
use std::ops::Range;

/// A cell: what it shows, its lines, and whether it is of the head.
pub(super) struct HtmlCell {
    pub(super) text: String,
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) is_head: bool,
}

/// The rows of all tables of the page, a list for each table.
pub(super) fn tables(page: &Page<'_>) -> Vec<Vec<Vec<HtmlCell>>> {
    let mut found = Vec::new();
    let mut line = 1;
    while line <= page.len() {
        if page.kind(line) != LineKind::Html || !begins(page.line(line), "table") {
            line += 1;
            continue;
        }
        let end = (line..=page.len()).find(|below| page.line(*below).contains("</table")).unwrap_or(line);
        found.push(rows(page, line, end));
        line = end + 1;
    }
    found
}

fn begins(text: &str, name: &str) -> bool {
    let inner = text.trim_start().strip_prefix('<');
    inner.and_then(|inner| inner.get(..name.len())).is_some_and(|begin| begin.eq_ignore_ascii_case(name))
}

fn rows(page: &Page<'_>, first: usize, last: usize) -> Vec<Vec<HtmlCell>> {
    let text = page.slice(first, last);
    let line_of = |at: usize| first + memchr::memchr_iter(b'\n', &text.as_bytes()[..at]).count();
    let mut rows: Vec<Vec<HtmlCell>> = Vec::new();
    // Where the open cell begins, and whether it is of the head.
    let mut open: Option<(usize, bool)> = None;
    let mut from = 0;
    while let Some(tag) = next_tag(&text, from) {
        let inner = text[tag.start + 1..tag.end].to_ascii_lowercase();
        let name =
            inner.trim_start_matches('/').split([' ', '>', '\n', '\t', '/']).next().unwrap_or_default();
        let is_cell = matches!(name, "td" | "th");
        if is_cell || name == "tr" {
            if let (Some((start, is_head)), Some(row)) = (open.take(), rows.last_mut()) {
                let inside = &text[start..tag.start];
                let shown = plain_text(inside.trim()).trim().to_owned();
                let lead = inside.len() - inside.trim_start().len();
                let (first, last) =
                    (line_of(start + lead), line_of(start + inside.trim_end().len().max(lead)));
                row.push(HtmlCell { text: shown, first, last, is_head });
            }
            match (name, inner.starts_with('/')) {
                ("tr", false) => rows.push(Vec::new()),
                (_, false) => open = Some((tag.end, name == "th")),
                _ => {}
            }
        }
        from = tag.end;
    }
    rows
}

/// The next tag from a byte on.
fn next_tag(text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text.get(from..)?.find('<')?;
    let end = start + text[start..].find('>')? + 1;
    Some(start..end)
}
