//! From the parser's events to the tree.

mod builder;
mod marks;
mod tag_mark;

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Options, Parser, Tag};

use self::marks::TagMark;
use super::guard::is_formula;
use super::{Alert, Alignment, Block, Content, Inline, Item, MAX_DEPTH, clean, html, url};
use builder::{Builder, Frame, OpenFrame};

/// Reads a prepared source.
pub(super) fn grow(text: &str) -> Vec<Block> {
    let mut builder = Builder {
        text,
        line_starts: std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect(),
        frames: vec![Frame::new(OpenFrame::Root, 0)],
        flattened: 0,
    };
    for (event, range) in
        Parser::new_ext(text, super::options() | Options::ENABLE_DEFINITION_LIST).into_offset_iter()
    {
        builder.event(event, range);
    }
    builder.flush();
    builder.frames.swap_remove(0).blocks
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, &range),
            Event::End(_) => self.end(&range),
            Event::Text(text) => self.say(&text, &range),
            Event::Code(code) => self.push(Inline::Code(clean(&code)), &range),
            Event::InlineMath(source) if !is_formula(&source, &self.text[range.end..]) => {
                self.say(&format!("${source}$"), &range);
            }
            Event::InlineMath(source) => {
                self.push(Inline::Formula { source: formula(&source), display: false }, &range);
            }
            Event::DisplayMath(source) => {
                self.push(Inline::Formula { source: formula(&source), display: true }, &range);
            }
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, &range),
            Event::FootnoteReference(label) => self.push(Inline::Note(clean(&label)), &range),
            Event::SoftBreak | Event::HardBreak => self.push(Inline::Break, &range),
            Event::Rule => self.leaf(Content::Rule, &range),
            Event::TaskListMarker(done) => self.set_task(done),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let nests = matches!(
            tag,
            Tag::BlockQuote(_)
                | Tag::List(_)
                | Tag::FootnoteDefinition(_)
                | Tag::DefinitionList
                | Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Link { .. }
                | Tag::Image { .. }
        );
        if self.flattened > 0 || (nests && self.frames.len() >= MAX_DEPTH) {
            self.flattened += 1;
            return;
        }
        let inline = matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        );
        if !inline {
            self.flush();
        }
        let open = match tag {
            Tag::Heading { level, .. } => OpenFrame::Heading(level as u8),
            Tag::BlockQuote(kind) => OpenFrame::Quote(kind.map(alert)),
            Tag::CodeBlock(kind) => OpenFrame::Code(language(&kind)),
            Tag::HtmlBlock => OpenFrame::Html,
            Tag::List(start) => OpenFrame::List(start),
            Tag::Item => OpenFrame::Item(None),
            Tag::FootnoteDefinition(label) => OpenFrame::Footnote(clean(&label)),
            Tag::DefinitionList => OpenFrame::Definitions,
            Tag::DefinitionListTitle => OpenFrame::Term,
            Tag::DefinitionListDefinition => OpenFrame::Item(None),
            Tag::Table(alignments) => OpenFrame::Table(alignments.into_iter().map(alignment).collect()),
            Tag::TableHead | Tag::TableRow => OpenFrame::Row,
            Tag::TableCell => OpenFrame::Cell,
            Tag::Emphasis => OpenFrame::Emphasis,
            Tag::Strong => OpenFrame::Strong,
            Tag::Strikethrough => OpenFrame::Strike,
            Tag::Link { dest_url, .. } => OpenFrame::Link(clean(&dest_url)),
            Tag::Image { dest_url, .. } => OpenFrame::Image(clean(&dest_url)),
            _ => OpenFrame::Paragraph,
        };
        self.frames.push(Frame::new(open, range.start));
    }

    fn end(&mut self, range: &Range<usize>) {
        if self.flattened > 0 {
            self.flattened -= 1;
            // Paragraphs that lost their container should not run together.
            if self.top().inlines.last().is_some_and(|last| *last != Inline::Break) {
                self.push(Inline::Break, &(range.end..range.end));
            }
            return;
        }
        self.close_marks();
        if let Some(html) = self.frames.iter().rposition(|frame| matches!(frame.open, OpenFrame::Html)) {
            // Inside of HTML nothing but HTML was opened.
            self.close_frames(html + 1, &(range.end..range.end));
        }
        if matches!(
            self.top().open,
            OpenFrame::Quote(_) | OpenFrame::Item(_) | OpenFrame::Footnote(_) | OpenFrame::Html
        ) {
            self.flush();
        }
        if matches!(self.top().open, OpenFrame::Definitions) {
            self.gather();
        }
        if self.frames.len() > 1
            && let Some(frame) = self.frames.pop()
        {
            self.close(frame, range);
        }
    }

    /// Hands a finished frame to its parent.
    fn close(&mut self, mut frame: Frame, range: &Range<usize>) {
        let inlines = self.finished(std::mem::take(&mut frame.inlines), &frame.open);
        match frame.open {
            OpenFrame::Paragraph => {
                let tight_parent = matches!(self.top().open, OpenFrame::Item(_));
                self.top().loose |= tight_parent;
                self.paragraph(inlines, range);
            }
            OpenFrame::Html | OpenFrame::Definitions => self.top().blocks.extend(frame.blocks),
            OpenFrame::Term => {
                self.gather();
                self.paragraph(vec![Inline::Strong(inlines)], range);
            }
            OpenFrame::Heading(level) => self.leaf(Content::Heading { level, text: inlines }, range),
            OpenFrame::Quote(alert) => self.leaf(Content::Quote { alert, blocks: frame.blocks }, range),
            OpenFrame::List(start) => {
                let content = Content::List { start, tight: !frame.loose, items: frame.items };
                self.leaf(content, range);
            }
            OpenFrame::Item(task) => {
                let (first_line, last_line) = self.lines(range);
                let loose = frame.loose;
                let list = self.top();
                list.loose |= loose;
                list.items.push(Item { first_line, last_line, task, blocks: frame.blocks });
            }
            OpenFrame::Code(language) => {
                let text = clean(frame.raw.trim_end_matches('\n'));
                self.leaf(Content::Code { language, text }, range);
            }
            OpenFrame::Table(alignments) => {
                let columns = frame.rows.iter().map(Vec::len).max().unwrap_or(0);
                let mut rows = frame.rows.into_iter().map(|mut row| {
                    row.resize(columns, Vec::new());
                    row
                });
                let head = rows.next().unwrap_or_default();
                let alignments =
                    if alignments.is_empty() { vec![Alignment::Left; columns] } else { alignments };
                self.leaf(Content::Table { alignments, head, rows: rows.collect() }, range);
            }
            OpenFrame::Row => self.top().rows.push(frame.cells),
            OpenFrame::Cell => self.top().cells.push(inlines),
            OpenFrame::Footnote(label) => self.leaf(Content::Footnote { label, blocks: frame.blocks }, range),
            OpenFrame::Strong => self.push(Inline::Strong(inlines), range),
            OpenFrame::Emphasis => self.push(Inline::Emphasis(inlines), range),
            OpenFrame::Strike => self.push(Inline::Strike(inlines), range),
            OpenFrame::Link(url) => self.push(Inline::Link { text: inlines, url }, range),
            OpenFrame::Image(url) => {
                let alt = super::text(&inlines).replace('\n', " ");
                self.push(Inline::Image { alt, url }, range);
            }
            OpenFrame::Mark(mark) => self.push(mark.around(inlines), range),
            OpenFrame::Root => {}
        }
    }

    /// The definitions of a term become a list below it.
    fn gather(&mut self) {
        let frame = self.top();
        let items = std::mem::take(&mut frame.items);
        if let (Some(first), Some(last)) = (items.first(), items.last()) {
            let (first_line, last_line) = (first.first_line, last.last_line);
            let tight = !std::mem::take(&mut frame.loose);
            let content = Content::List { start: None, tight, items };
            frame.blocks.push(Block { first_line, last_line, content });
        }
    }

    fn say(&mut self, text: &str, range: &Range<usize>) {
        match &mut self.top().open {
            OpenFrame::Code(_) => self.top().raw.push_str(text),
            _ => {
                // The parser cuts text at every character that might have been markup.
                if let Some(Inline::Text(before)) = self.top().inlines.last_mut() {
                    before.push_str(text);
                    self.top().span.end = range.end;
                } else {
                    self.push(Inline::Text(text.to_owned()), range);
                }
            }
        }
    }

    fn push(&mut self, inline: Inline, range: &Range<usize>) {
        let frame = self.top();
        if frame.inlines.is_empty() {
            frame.span = range.clone();
        }
        frame.span.end = range.end;
        frame.inlines.push(inline);
    }

    fn leaf(&mut self, content: Content, range: &Range<usize>) {
        self.flush();
        let (first_line, last_line) = self.lines(range);
        self.top().blocks.push(Block { first_line, last_line, content });
    }

    fn paragraph(&mut self, inlines: Vec<Inline>, range: &Range<usize>) {
        if !inlines.is_empty() {
            self.leaf(Content::Paragraph(inlines), range);
        }
    }

    /// Text that stands directly in an item (or a quote, by HTML) becomes a paragraph of it.
    fn flush(&mut self) {
        self.close_marks();
        let frame = self.top();
        if matches!(
            frame.open,
            OpenFrame::Root
                | OpenFrame::Item(_)
                | OpenFrame::Quote(_)
                | OpenFrame::Footnote(_)
                | OpenFrame::Html
        ) && !frame.inlines.is_empty()
        {
            let raw = std::mem::take(&mut frame.inlines);
            let span = frame.span.clone();
            let inlines = self.finished(raw, &OpenFrame::Paragraph);
            if !inlines.is_empty() {
                let (first_line, last_line) = self.lines(&span);
                let content = Content::Paragraph(inlines);
                self.top().blocks.push(Block { first_line, last_line, content });
            }
        }
    }

    /// Inlines as they leave: cleaned, bare addresses linked, no breaks at the ends.
    fn finished(&self, raw: Vec<Inline>, open: &OpenFrame) -> Vec<Inline> {
        let in_link = std::iter::once(open).chain(self.frames.iter().map(|frame| &frame.open)).any(|open| {
            matches!(
                open,
                OpenFrame::Link(_) | OpenFrame::Image(_) | OpenFrame::Mark(TagMark::Link(_) | TagMark::Code)
            )
        });
        let block =
            matches!(open, OpenFrame::Paragraph | OpenFrame::Html | OpenFrame::Heading(_) | OpenFrame::Cell);
        let mut out = Vec::with_capacity(raw.len());
        for inline in raw {
            match inline {
                Inline::Text(text) => {
                    let mut text = clean(&text);
                    if block && out.last().is_none_or(|last| *last == Inline::Break) {
                        text = text.trim_start_matches(' ').to_owned();
                    }
                    match (text.is_empty(), in_link) {
                        (true, _) => {}
                        (false, true) => out.push(Inline::Text(text)),
                        (false, false) => marked(&text, &mut out),
                    }
                }
                Inline::Break if block && out.is_empty() => {}
                other => out.push(other),
            }
        }
        while block && out.last().is_some_and(is_blank) {
            out.pop();
        }
        marks::highlight(&mut out);
        out
    }

    fn set_task(&mut self, done: bool) {
        let item = self.frames.iter_mut().rev().find_map(|frame| match &mut frame.open {
            OpenFrame::Item(task) => Some(task),
            _ => None,
        });
        if let Some(task) = item {
            *task = Some(done);
        }
    }

    fn top(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the root frame stays")
    }

    /// The first and the last line of what is visible in a range.
    fn lines(&self, range: &Range<usize>) -> (usize, usize) {
        let end = range.end.min(self.text.len());
        let start = range.start.min(end);
        let visible = self.text.get(start..end).map_or(end, |text| start + text.trim_end().len());
        let first = self.line(start);
        (first, self.line(visible.saturating_sub(1)).max(first))
    }

    fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }
}

/// Splits text at `==marked==` stretches and bare addresses. `x==1` compares.
fn marked(text: &str, out: &mut Vec<Inline>) {
    let mut plain_from = 0;
    let mut open: Option<usize> = None;
    // Most texts have none.
    let from = memchr::memchr(b'=', text.as_bytes());
    let places =
        from.into_iter().flat_map(|from| text[from..].match_indices("==").map(move |(at, _)| from + at));
    for at in places {
        let before = text[..at].chars().next_back().unwrap_or(' ');
        let after = text[at + 2..].chars().next().unwrap_or(' ');
        match open {
            Some(from)
                if !before.is_whitespace()
                    && before != '='
                    && !marks::is_compared(after)
                    && at > from + 2 =>
            {
                if from > plain_from {
                    url::split(&text[plain_from..from], out);
                }
                let mut inner = Vec::new();
                url::split(&text[from + 2..at], &mut inner);
                out.push(Inline::Strong(inner));
                plain_from = at + 2;
                open = None;
            }
            _ if !marks::is_operand(before) && !after.is_whitespace() && after != '=' => open = Some(at),
            _ => {}
        }
    }
    if plain_from < text.len() {
        url::split(&text[plain_from..], out);
    }
}

fn is_blank(inline: &Inline) -> bool {
    match inline {
        Inline::Break => true,
        Inline::Text(text) => text.trim_matches(' ').is_empty(),
        _ => false,
    }
}

fn language(kind: &CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Fenced(info) => {
            let first = info.split([' ', ',', '\t']).next().unwrap_or("");
            clean(first.trim_matches(['{', '}', '.']))
        }
        CodeBlockKind::Indented => String::new(),
    }
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
        pulldown_cmark::Alignment::Left | pulldown_cmark::Alignment::None => Alignment::Left,
    }
}

/// The source of a formula; notes that were HTML once have entities in it.
fn formula(source: &str) -> String {
    if source.contains('&') { clean(&html::decode(source)) } else { clean(source) }
}
