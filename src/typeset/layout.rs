//! The layout: blocks of Markdown as rows, with room for their markers and bars.

use super::album::Album;
use super::inline::{self, Flow, MetLinks};
use super::mark::Mark;
use super::page::AnswerPage;
use super::theme::Theme;
use super::wrap::{Glue, Piece, ScreenRow, cells, chop, inside, wrap};
use super::{code, formula, picture, table};
use crate::markdown::{self, Alert, Block, Content, Item};
use crate::messages::Messages;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Markers of nested bullet lists. All of them take one cell, whatever width a terminal gives to
/// ambiguous characters.
const BULLETS: [&str; 3] = ["▪", "◦", "‣"];

pub(super) fn page(source: &str, width: u16, mut layout: Layout<'_>) -> AnswerPage {
    let (width, theme) = (usize::from(width).max(1), layout.theme);
    let blocks = markdown::blocks(source);
    let mut rows = layout.blocks(&blocks, width, theme.text);
    for part in [layout.note_rows(width), layout.address_rows(width)] {
        if !rows.is_empty() && !part.is_empty() {
            rows.push(ScreenRow::new());
        }
        rows.extend(part);
    }
    let lines: Vec<Line<'static>> = rows.into_iter().map(Line::from).collect();
    let mut placed = layout.album.placed;
    picture::settle(&lines, &mut placed);
    AnswerPage { lines, links: layout.links.found, pictures: placed }
}

pub(super) struct Layout<'a> {
    theme: &'a Theme,
    words: &'static Messages,
    album: Album<'a>,
    links: MetLinks,
    /// Footnotes, which go to the end.
    notes: Vec<(String, Vec<Block>)>,
    /// Whether boxes have a cell before them.
    pub(super) has_cursor: bool,
    /// Lists around the current block.
    lists: usize,
    /// The row of the blocks just laid out beside which a list marker belongs.
    lead: usize,
}

impl<'a> Layout<'a> {
    pub(super) fn new(theme: &'a Theme, words: &'static Messages, album: Album<'a>) -> Layout<'a> {
        Layout {
            theme,
            words,
            album,
            links: MetLinks::default(),
            notes: Vec::new(),
            has_cursor: false,
            lists: 0,
            lead: 0,
        }
    }

    fn blocks(&mut self, blocks: &[Block], width: usize, style: Style) -> Vec<ScreenRow> {
        let mut rows: Vec<ScreenRow> = Vec::new();
        let mut before: Option<&Block> = None;
        let mut lead = 0;
        for block in blocks {
            self.lead = 0;
            let own = self.block(block, width, style);
            if own.is_empty() {
                continue;
            }
            if before.is_none() {
                lead = self.lead;
            }
            if before.is_some_and(|before| has_gap(before, block)) {
                rows.push(ScreenRow::new());
            }
            rows.extend(own);
            before = Some(block);
        }
        self.lead = lead;
        rows
    }

    fn block(&mut self, block: &Block, width: usize, style: Style) -> Vec<ScreenRow> {
        match &block.content {
            Content::Paragraph(text) => self.paragraph(text, width, style),
            Content::Heading { text, .. } => self.paragraph(text, width, style.patch(self.theme.heading)),
            Content::List { start, tight, items } => self.list(*start, *tight, items, width, style),
            Content::Code { language, text } => self.code(language, text, width),
            Content::Quote { alert, blocks } => self.quote(*alert, blocks, width, style),
            Content::Table { alignments, head, rows } => {
                let mut cell = |text: &Vec<_>, style| {
                    let flows = inline::flows(text, style, self.theme, &mut self.links);
                    let lines = flows.iter().filter(|flow| !matches!(flow, Flow::Picture { .. }));
                    lines.map(Flow::on_one_line).collect()
                };
                let head: Vec<_> =
                    head.iter().map(|text| cell(text, style.patch(self.theme.strong))).collect();
                let rows: Vec<Vec<_>> =
                    rows.iter().map(|row| row.iter().map(|text| cell(text, style)).collect()).collect();
                table::DrawnTable { alignments, head, rows, rule: self.theme.rule }.rows(width)
            }
            Content::Rule => vec![vec![Span::styled("─".repeat(width), self.theme.rule)]],
            Content::Footnote { label, blocks } => {
                self.notes.push((label.clone(), blocks.clone()));
                Vec::new()
            }
        }
    }

    fn paragraph(&mut self, text: &[markdown::Inline], width: usize, style: Style) -> Vec<ScreenRow> {
        let mut rows = Vec::new();
        // Rows of the formula that was last, if it was.
        let mut formula_before = 0;
        for flow in inline::flows(text, style, self.theme, &mut self.links) {
            match flow {
                Flow::Line(pieces) => {
                    rows.extend(line(&pieces, width));
                    formula_before = 0;
                }
                Flow::Formula(source, style) => {
                    let display = formula::display(&source, style, width);
                    if rows.is_empty() {
                        self.lead = display.base;
                    }
                    // The foot of one fraction would stand on the head of the next.
                    if formula_before > 0 && formula_before + display.rows.len() > 2 {
                        rows.push(ScreenRow::new());
                    }
                    formula_before = display.rows.len();
                    rows.extend(display.rows);
                }
                Flow::Picture { target, text } => {
                    if let Some((number, size)) = self.album.place(&target, &text, width) {
                        let style = Mark::Picture(number).on(Style::new());
                        let free = Span::styled(" ".repeat(usize::from(size.width)), style);
                        rows.extend(vec![vec![free]; usize::from(size.height)]);
                    }
                    formula_before = 0;
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
    ) -> Vec<ScreenRow> {
        let bullet = BULLETS[self.lists % BULLETS.len()];
        let count = items.len() as u64;
        let last = start.map(|start| start.saturating_add(count.saturating_sub(1)).to_string().len());
        self.lists += 1;
        let mut first = None;
        let mut rows = Vec::new();
        for (n, item) in items.iter().enumerate() {
            if n > 0 && !tight {
                rows.push(ScreenRow::new());
            }
            let mut marker = match (start, last) {
                (Some(start), Some(digits)) => {
                    format!("{:>digits$}. ", start.saturating_add(n as u64))
                }
                _ if item.task.is_some() => " ".repeat(usize::from(self.has_cursor)),
                _ => format!("{bullet} "),
            };
            if let Some(done) = item.task {
                marker.push_str(if done { "[x] " } else { "[ ] " });
            }
            let style_of_marker = self.theme.marker;
            let inner = self.blocks(&item.blocks, inside(width, cells(&marker)), style);
            let lead = self.lead;
            rows.extend(hang(&marker, style_of_marker, inner, lead, width));
            first.get_or_insert(lead);
        }
        self.lead = first.unwrap_or(0);
        self.lists -= 1;
        rows
    }

    fn quote(
        &mut self,
        alert: Option<Alert>,
        blocks: &[Block],
        width: usize,
        style: Style,
    ) -> Vec<ScreenRow> {
        let bar = Span::styled("│ ", self.theme.rule);
        let room = inside(width, 2);
        let mut inner = Vec::new();
        if let Some(alert) = alert {
            let name = match alert {
                Alert::Note => self.words.names.alert_note,
                Alert::Tip => self.words.names.alert_tip,
                Alert::Important => self.words.names.alert_important,
                Alert::Warning => self.words.names.alert_warning,
                Alert::Caution => self.words.names.alert_caution,
            };
            let style = match alert {
                Alert::Note | Alert::Tip | Alert::Important => self.theme.strong,
                Alert::Warning | Alert::Caution => self.theme.warning,
            };
            inner.extend(wrap(&[Piece::new(name, style)], room, room));
        }
        inner.extend(self.blocks(blocks, room, style.patch(self.theme.quote)));
        if alert.is_some() {
            self.lead = 0;
        }
        if room < width { prefixed(&bar, inner) } else { inner }
    }

    fn code(&self, language: &str, text: &str, width: usize) -> Vec<ScreenRow> {
        let room = inside(width, 2);
        let framed = room < width;
        let rest = if framed { room - 2 } else { room };
        let mut rows: Vec<ScreenRow> = Vec::new();
        // A fence that says that it is text says nothing.
        if !["", "text", "txt", "plain", "plaintext"].contains(&language) {
            rows.extend(
                chop(language, room, room).into_iter().map(|part| vec![Span::styled(part, self.theme.dim)]),
            );
        }
        let parts = code::parts(language, text);
        for (number, line) in text.split('\n').enumerate() {
            let parts = parts.as_ref().and_then(|lines| lines.get(number)).map_or(&[][..], Vec::as_slice);
            let mut at = 0;
            for (n, cut) in chop(line, room, rest).into_iter().enumerate() {
                let mut row = ScreenRow::new();
                if n > 0 && framed {
                    row.push(Span::styled("↪ ", self.theme.dim));
                }
                let end = at + cut.len();
                row.extend(code::spans(&cut, at, parts, self.theme));
                rows.push(row);
                at = end;
            }
        }
        if framed { prefixed(&Span::styled("┊ ", self.theme.rule), rows) } else { rows }
    }

    fn note_rows(&mut self, width: usize) -> Vec<ScreenRow> {
        let mut rows = Vec::new();
        for (label, blocks) in std::mem::take(&mut self.notes) {
            let marker = format!("{} ", inline::note_mark(&label));
            let inner = self.blocks(&blocks, inside(width, cells(&marker)), self.theme.text);
            rows.extend(hang(&marker, self.theme.marker, inner, self.lead, width));
        }
        rows
    }

    fn address_rows(&self, width: usize) -> Vec<ScreenRow> {
        let mut rows = Vec::new();
        for number in &self.links.listed {
            let marker = format!("[{number}] ");
            let room = inside(width, cells(&marker));
            let text = self.links.found[number - 1].url.clone();
            let address = Piece { text, style: self.theme.address, glue: Glue::Word };
            rows.extend(hang(&marker, self.theme.dim, wrap(&[address], room, room), 0, width));
        }
        rows
    }
}

/// A blank line stands where the author left one, and above headings.
fn has_gap(before: &Block, after: &Block) -> bool {
    let heading = |block: &Block| matches!(block.content, Content::Heading { .. });
    heading(after) || (!heading(before) && after.first_line > before.last_line + 1)
}

/// Rows with a marker before the leading one and an indent before the others.
fn hang(marker: &str, style: Style, inner: Vec<ScreenRow>, lead: usize, width: usize) -> Vec<ScreenRow> {
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
        if n == lead {
            row.insert(0, Span::styled(marker.to_owned(), style));
        } else if !row.is_empty() {
            row.insert(0, Span::raw(" ".repeat(size)));
        }
        rows.push(row);
    }
    rows
}

fn prefixed(bar: &Span<'static>, mut rows: Vec<ScreenRow>) -> Vec<ScreenRow> {
    rows.iter_mut().for_each(|row| row.insert(0, bar.clone()));
    rows
}

/// One line of the author: an enumerated one hangs under its text.
pub(super) fn line(pieces: &[Piece], width: usize) -> Vec<ScreenRow> {
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let indent = markdown::enumerator(&text).map_or(0, |enumerator| cells(&text[..enumerator.length]));
    if indent == 0 || inside(width, indent * 2) == width {
        return wrap(pieces, width, width);
    }
    let mut rows = wrap(pieces, width, width - indent);
    rows.iter_mut().skip(1).for_each(|row| row.insert(0, Span::raw(" ".repeat(indent))));
    rows
}
