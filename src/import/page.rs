//! A page: the lines of a text, and what Markdown makes of each.

use crate::markdown;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// What Markdown makes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing but white space.
    Blank,
    /// Running text, in a paragraph or a list item.
    Text,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// Code, front matter, a displayed formula: nothing in it can be a question.
    Verbatim,
    /// A block of HTML or a comment.
    Html,
    /// A row of a table.
    Table,
    /// Quoted.
    Quote,
}

/// The lines of a text. Line numbers in all calls are 1-based.
pub(super) struct Page<'a> {
    text: &'a str,
    lines: Vec<Line>,
}

struct Line {
    range: Range<usize>,
    kind: Kind,
}

impl<'a> Page<'a> {
    pub(super) fn new(text: &'a str) -> Page<'a> {
        let mut page = Page { text, lines: split(text) };
        page.mark();
        page
    }

    /// How many lines there are.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// A line without its end.
    pub(super) fn line(&self, number: usize) -> &'a str {
        &self.text[self.lines[number - 1].range.clone()]
    }

    pub(super) fn kind(&self, number: usize) -> Kind {
        self.lines[number - 1].kind
    }

    pub(super) fn is_blank(&self, number: usize) -> bool {
        self.kind(number) == Kind::Blank || self.line(number).trim().is_empty()
    }

    /// The text from line `first` to line `last`, line ends as in the file but without `\r`.
    pub(super) fn slice(&self, first: usize, last: usize) -> String {
        (first..=last).map(|number| self.line(number)).collect::<Vec<_>>().join("\n")
    }

    /// The level and the text of the heading on this line.
    pub(super) fn heading(&self, number: usize) -> Option<(u8, &'a str)> {
        let Kind::Heading(level) = self.kind(number) else { return None };
        Some((level, heading_text(self.line(number))))
    }

    /// The lines from `first` to `last` without the blank ones around them; `None` when all are blank.
    pub(super) fn trimmed(&self, first: usize, last: usize) -> Option<(usize, usize)> {
        let start = (first..=last).find(|number| !self.is_blank(*number))?;
        let end = (start..=last).rev().find(|number| !self.is_blank(*number))?;
        Some((start, end))
    }

    fn mark(&mut self) {
        self.mark_blocks();
        self.mark_formulas();
    }

    /// Formulas between lines of `$$`, or of `\[` and `\]`. CommonMark lets a list interrupt them.
    fn mark_formulas(&mut self) {
        let mut open: Option<(usize, &str)> = None;
        for index in 0..self.lines.len() {
            let line = self.text[self.lines[index].range.clone()].trim();
            match open {
                Some((start, close)) if line == close => {
                    self.lines[start..=index].iter_mut().for_each(|line| line.kind = Kind::Verbatim);
                    open = None;
                }
                // A formula has no blank line; a lone `$$` does not swallow the rest of the file.
                Some(_) if line.is_empty() => open = None,
                Some(_) => {}
                None if self.lines[index].kind == Kind::Verbatim => {}
                None if line == "$$" => open = Some((index, "$$")),
                None if line == "\\[" => open = Some((index, "\\]")),
                None => {}
            }
        }
    }

    fn mark_blocks(&mut self) {
        let mut depth_of_quote = 0usize;
        let options = markdown::options() | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
        for (event, range) in Parser::new_ext(self.text, options).into_offset_iter() {
            match event {
                // Only the first line: the `===` below a heading says nothing.
                Event::Start(Tag::Heading { level, .. }) => {
                    let end = range.start + 1;
                    self.mark_lines(range.start..end, Kind::Heading(level as u8));
                }
                Event::Start(Tag::CodeBlock(_) | Tag::MetadataBlock(_)) => {
                    self.mark_lines(range, Kind::Verbatim);
                }
                Event::DisplayMath(_) => self.mark_whole_lines(range, Kind::Verbatim),
                Event::Start(Tag::HtmlBlock) => self.mark_lines(range, Kind::Html),
                Event::Start(Tag::Table(_)) => self.mark_lines(range, Kind::Table),
                Event::Start(Tag::BlockQuote(_)) => {
                    // A nested quote lies inside lines that are marked already.
                    if depth_of_quote == 0 {
                        self.mark_lines(range, Kind::Quote);
                    }
                    depth_of_quote += 1;
                }
                Event::End(TagEnd::BlockQuote(_)) => depth_of_quote = depth_of_quote.saturating_sub(1),
                _ => {}
            }
        }
    }

    fn mark_lines(&mut self, range: Range<usize>, kind: Kind) {
        let first = self.lines.partition_point(|line| line.range.end < range.start);
        for line in self.lines.iter_mut().skip(first).take_while(|line| line.range.start < range.end) {
            // A blank line between two questions stays blank, one inside code is code.
            if line.kind != Kind::Blank || kind == Kind::Verbatim {
                line.kind = kind;
            }
        }
    }

    /// Marks the lines that hold nothing but this span: a formula in the middle of a question does
    /// not make the question a formula.
    fn mark_whole_lines(&mut self, range: Range<usize>, kind: Kind) {
        let first = self.lines.partition_point(|line| line.range.end < range.start);
        for line in self.lines.iter_mut().skip(first).take_while(|line| line.range.start < range.end) {
            let text = &self.text[line.range.clone()];
            let indent = text.len() - text.trim_start().len();
            let starts_inside = line.range.start + indent >= range.start;
            if starts_inside && line.range.start + text.trim_end().len() <= range.end {
                line.kind = kind;
            }
        }
    }
}

fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for part in text.split_inclusive('\n') {
        let line = part.strip_suffix('\n').unwrap_or(part);
        let line = line.strip_suffix('\r').unwrap_or(line);
        let kind = if line.trim().is_empty() { Kind::Blank } else { Kind::Text };
        lines.push(Line { range: start..start + line.len(), kind });
        start += part.len();
    }
    lines
}

/// A heading line without its marks.
pub(super) fn heading_text(line: &str) -> &str {
    let text = line.trim().trim_start_matches('#').trim();
    // Closing marks count only behind a space: "C#" is a name.
    match text.trim_end_matches('#') {
        cut if cut.len() < text.len() && (cut.is_empty() || cut.ends_with([' ', '\t'])) => cut.trim_end(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_its_kind() {
        let text = "---\ntitle: x\n---\n# One #\n\ntext\n```\n# no\n\n1. no\n```\n> quote\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- id: x -->\n\n$$\n1. x\n$$\n\nTwo\n===\n";
        let page = Page::new(text);
        let kinds: Vec<Kind> = (1..=page.len()).map(|line| page.kind(line)).collect();
        use Kind::*;
        let expected = [
            Verbatim,
            Verbatim,
            Verbatim,
            Heading(1),
            Blank,
            Text,
            Verbatim,
            Verbatim,
            Verbatim,
            Verbatim,
            Verbatim,
            Quote,
            Blank,
            Table,
            Table,
            Table,
            Blank,
            Html,
            Blank,
            Verbatim,
            Verbatim,
            Verbatim,
            Blank,
            Heading(1),
            Text,
        ];
        assert_eq!(kinds, expected);
        assert_eq!(page.heading(4), Some((1, "One")));
    }

    #[test]
    fn line_ends_are_no_part_of_a_line() {
        let page = Page::new("a\r\nb\n\r\nc");
        assert_eq!((page.len(), page.line(1), page.line(4)), (4, "a", "c"));
        assert_eq!(page.slice(1, 2), "a\nb");
        assert_eq!(page.trimmed(3, 4), Some((4, 4)));
        assert_eq!(page.trimmed(3, 3), None);
        assert_eq!(Page::new("").len(), 0);
    }

    #[test]
    fn a_heading_loses_its_marks_only() {
        for (line, text) in [("## A b ##", "A b"), ("# C#", "C#"), ("#", ""), ("###1.x", "1.x"), ("# #", "")]
        {
            assert_eq!(heading_text(line), text, "{line}");
        }
    }
}
