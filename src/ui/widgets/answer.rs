//! An answer: Markdown laid out for the screen, so that its caller only slices lines to scroll.

mod formula;
mod inline;
mod table;
mod wrap;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::markdown::{self, Alert, Block, Content, Item};
use crate::ui::theme::Theme;
use inline::{Flow, Links};
use wrap::{Piece, Row, cells, chop, row_width, wrap};

/// Below this many cells for its text, a container gives up its indent.
const MIN_TEXT: usize = 6;
/// Markers of nested bullet lists. All of them take one cell, whatever width a terminal gives to
/// ambiguous characters.
const BULLETS: [&str; 3] = ["▪", "◦", "‣"];

/// An answer as lines, and where its links lead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// No line is wider than the width asked for.
    pub lines: Vec<Line<'static>>,
    /// Web addresses, each once, in order. The first is marked `[1]` in the lines.
    pub links: Vec<Link>,
}

/// A link on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What stands for it on the page.
    pub text: String,
    /// An `http` or `https` address.
    pub url: String,
}

/// Lays Markdown out in lines of at most `width` cells.
pub fn lay_out(source: &str, width: u16, theme: &Theme) -> Page {
    let width = usize::from(width).max(1);
    let mut layout = Layout { theme, links: Links::numbered(), notes: Vec::new(), lists: 0 };
    let blocks = markdown::blocks(source);
    let mut rows = layout.blocks(&blocks, width, theme.text);
    for part in [layout.note_rows(width), layout.address_rows(width)] {
        if !rows.is_empty() && !part.is_empty() {
            rows.push(Row::new());
        }
        rows.extend(part);
    }
    Page { lines: rows.into_iter().map(Line::from).collect(), links: layout.links.found }
}

/// Lays a short text out, such as a question: markup inside lines counts, blocks do not.
pub fn lay_out_inline(source: &str, width: u16, base: Style, theme: &Theme) -> Vec<Line<'static>> {
    let width = usize::from(width).max(1);
    let flows = inline::flows(&markdown::inlines(source), base, theme, &mut Links::silent());
    let mut rows = Vec::new();
    for flow in &flows {
        rows.extend(wrap(&flow.on_one_line(), width, width));
    }
    rows.into_iter().map(Line::from).collect()
}

/// A short text on one line without markup, for lists and titles.
pub fn plain(source: &str) -> String {
    inline::plain(&markdown::inlines(source))
}

struct Layout<'a> {
    theme: &'a Theme,
    links: Links,
    /// Footnotes, which go to the end.
    notes: Vec<(String, Vec<Block>)>,
    /// Lists around the current block.
    lists: usize,
}

impl Layout<'_> {
    fn blocks(&mut self, blocks: &[Block], width: usize, style: Style) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let mut before: Option<&Block> = None;
        for block in blocks {
            let own = self.block(block, width, style);
            if own.is_empty() {
                continue;
            }
            if before.is_some_and(|before| has_gap(before, block)) {
                rows.push(Row::new());
            }
            rows.extend(own);
            before = Some(block);
        }
        rows
    }

    fn block(&mut self, block: &Block, width: usize, style: Style) -> Vec<Row> {
        match &block.content {
            Content::Paragraph(text) => self.paragraph(text, width, style),
            Content::Heading { text, .. } => self.paragraph(text, width, style.patch(self.theme.heading)),
            Content::List { start, tight, items } => self.list(*start, *tight, items, width, style),
            Content::Code { language, text } => self.code(language, text, width),
            Content::Quote { alert, blocks } => self.quote(*alert, blocks, width, style),
            Content::Table { alignments, head, rows } => {
                let mut cell = |text: &Vec<_>, style| {
                    let flows = inline::flows(text, style, self.theme, &mut self.links);
                    flows.iter().map(Flow::on_one_line).collect()
                };
                let head: Vec<_> =
                    head.iter().map(|text| cell(text, style.patch(self.theme.strong))).collect();
                let rows: Vec<Vec<_>> =
                    rows.iter().map(|row| row.iter().map(|text| cell(text, style)).collect()).collect();
                table::Table { alignments, head, rows, rule: self.theme.rule }.rows(width)
            }
            Content::Rule => vec![vec![Span::styled("─".repeat(width), self.theme.rule)]],
            Content::Footnote { label, blocks } => {
                self.notes.push((label.clone(), blocks.clone()));
                Vec::new()
            }
        }
    }

    fn paragraph(&mut self, text: &[markdown::Inline], width: usize, style: Style) -> Vec<Row> {
        let mut rows = Vec::new();
        for flow in inline::flows(text, style, self.theme, &mut self.links) {
            match flow {
                Flow::Line(pieces) => rows.extend(line(&pieces, width)),
                Flow::Formula(formulas) => {
                    for piece in formulas {
                        rows.extend(formula_rows(&piece, width));
                    }
                }
            }
        }
        rows
    }

    fn list(
        &mut self,
        start: Option<u64>,
        tight: bool,
        items: &[Item],
        width: usize,
        style: Style,
    ) -> Vec<Row> {
        let bullet = BULLETS[self.lists % BULLETS.len()];
        let last = start.map(|start| start.saturating_add(items.len() as u64 - 1).to_string().len());
        self.lists += 1;
        let mut rows = Vec::new();
        for (n, item) in items.iter().enumerate() {
            if n > 0 && !tight {
                rows.push(Row::new());
            }
            let mut marker = match (start, last) {
                (Some(start), Some(digits)) => format!("{:>digits$}. ", start.saturating_add(n as u64)),
                _ if item.task.is_some() => String::new(),
                _ => format!("{bullet} "),
            };
            if let Some(done) = item.task {
                marker.push_str(if done { "[x] " } else { "[ ] " });
            }
            let style_of_marker = self.theme.marker;
            let inner = self.blocks(&item.blocks, inside(width, cells(&marker)), style);
            rows.extend(hang(&marker, style_of_marker, inner, width));
        }
        self.lists -= 1;
        rows
    }

    fn quote(&mut self, alert: Option<Alert>, blocks: &[Block], width: usize, style: Style) -> Vec<Row> {
        let bar = Span::styled("│ ", self.theme.rule);
        let room = inside(width, 2);
        let mut inner = Vec::new();
        if let Some(alert) = alert {
            let (name, style) = match alert {
                Alert::Note => ("NOTE", self.theme.strong),
                Alert::Tip => ("TIP", self.theme.strong),
                Alert::Important => ("IMPORTANT", self.theme.strong),
                Alert::Warning => ("WARNING", self.theme.warning),
                Alert::Caution => ("CAUTION", self.theme.warning),
            };
            inner.extend(wrap(&[Piece::new(name, style)], room, room));
        }
        inner.extend(self.blocks(blocks, room, style.patch(self.theme.quote)));
        if room < width { prefixed(&bar, inner) } else { inner }
    }

    fn code(&self, language: &str, text: &str, width: usize) -> Vec<Row> {
        let room = inside(width, 2);
        let framed = room < width;
        let mut rows: Vec<Row> = Vec::new();
        if !language.is_empty() {
            rows.extend(
                chop(language, room, room).into_iter().map(|part| vec![Span::styled(part, self.theme.dim)]),
            );
        }
        for line in text.split('\n') {
            let rest = if framed { room - 2 } else { room };
            for (n, part) in chop(line, room, rest).into_iter().enumerate() {
                let mut row = Row::new();
                if n > 0 && framed {
                    row.push(Span::styled("↪ ", self.theme.dim));
                }
                row.push(Span::styled(part, self.theme.code));
                rows.push(row);
            }
        }
        if framed { prefixed(&Span::styled("┊ ", self.theme.rule), rows) } else { rows }
    }

    fn note_rows(&mut self, width: usize) -> Vec<Row> {
        let mut rows = Vec::new();
        for (label, blocks) in std::mem::take(&mut self.notes) {
            let marker = format!("{} ", inline::note_mark(&label));
            let inner = self.blocks(&blocks, inside(width, cells(&marker)), self.theme.text);
            rows.extend(hang(&marker, self.theme.marker, inner, width));
        }
        rows
    }

    fn address_rows(&self, width: usize) -> Vec<Row> {
        let mut rows = Vec::new();
        for number in &self.links.listed {
            let marker = format!("[{number}] ");
            let room = inside(width, cells(&marker));
            let address = Piece::new(self.links.found[number - 1].url.as_str(), self.theme.address);
            rows.extend(hang(&marker, self.theme.dim, wrap(&[address], room, room), width));
        }
        rows
    }
}

/// A blank line stands where the author left one, and above headings.
fn has_gap(before: &Block, after: &Block) -> bool {
    let heading = |block: &Block| matches!(block.content, Content::Heading { .. });
    heading(after) || (!heading(before) && after.first_line > before.last_line + 1)
}

/// The cells left beside a marker, or all of them where that would be too few.
fn inside(width: usize, marker: usize) -> usize {
    if width >= marker + MIN_TEXT { width - marker } else { width }
}

/// Rows with a marker before the first and an indent before the others.
fn hang(marker: &str, style: Style, inner: Vec<Row>, width: usize) -> Vec<Row> {
    let size = cells(marker);
    if inside(width, size) == width {
        let above = chop(marker.trim(), width, width).into_iter().map(|part| vec![Span::styled(part, style)]);
        return above.chain(inner).collect();
    }
    let mut rows = Vec::with_capacity(inner.len().max(1));
    if inner.is_empty() {
        rows.push(vec![Span::styled(marker.trim_end().to_owned(), style)]);
    }
    for (n, mut row) in inner.into_iter().enumerate() {
        if n == 0 {
            row.insert(0, Span::styled(marker.to_owned(), style));
        } else if !row.is_empty() {
            row.insert(0, Span::raw(" ".repeat(size)));
        }
        rows.push(row);
    }
    rows
}

fn prefixed(bar: &Span<'static>, mut rows: Vec<Row>) -> Vec<Row> {
    rows.iter_mut().for_each(|row| row.insert(0, bar.clone()));
    rows
}

/// One line of the author: an enumerated one hangs under its text.
fn line(pieces: &[Piece], width: usize) -> Vec<Row> {
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let indent = markdown::enumerator(&text).map_or(0, |enumerator| cells(&text[..enumerator.length]));
    if indent == 0 || inside(width, indent * 2) == width {
        return wrap(pieces, width, width);
    }
    let mut rows = wrap(pieces, width, width - indent);
    rows.iter_mut().skip(1).for_each(|row| row.insert(0, Span::raw(" ".repeat(indent))));
    rows
}

/// A formula on lines of its own, indented by two cells, its later lines by four.
fn formula_rows(piece: &Piece, width: usize) -> Vec<Row> {
    let room = inside(width, 4);
    if room == width {
        return wrap(std::slice::from_ref(piece), width, width);
    }
    let mut rows = wrap(std::slice::from_ref(piece), width - 2, room);
    for (n, row) in rows.iter_mut().enumerate() {
        row.insert(0, Span::raw(if n == 0 { "  " } else { "    " }));
    }
    debug_assert!(rows.iter().all(|row| row_width(row) <= width), "a formula row is too wide");
    rows
}
