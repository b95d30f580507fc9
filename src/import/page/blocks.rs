//! What Markdown makes of each line: front matter, headings, code, formulas, tables, quotes, lists.

use super::super::stem::Stem;
pub(super) use super::html_heading::html_heading;
use super::seen::ParsedPage;
use super::{LineKind, Page};
use crate::markdown;
use pulldown_cmark::{Event, Parser, Tag};
use std::ops::Range;

impl Page<'_> {
    /// Front matter; gives the place behind it.
    pub(super) fn mark_matter(&mut self) -> usize {
        let fence = match self.lines.first().map(|_| self.line(1).trim_end()) {
            Some(fence @ ("---" | "+++")) => fence,
            _ => return 0,
        };
        let last = self.lines.len().min(300);
        let closes = |number: &usize| {
            let line = self.line(*number).trim_end();
            line == fence || (line == "..." && fence == "---")
        };
        let Some(end) = (2..=last).find(closes) else { return 0 };
        let key = |number: usize| {
            let line = self.line(number);
            let name = line.split([':', '=']).next().unwrap_or(line);
            let named = name.len() < line.len()
                && name.trim().chars().all(|letter| letter.is_alphanumeric() || "_-.\"' ".contains(letter));
            named || line.starts_with(['#', ' ', '-', '[', ']', '\t', '}']) || line.trim().is_empty()
        };
        let first_key = (2..end)
            .find(|number| !self.line(*number).trim().is_empty() && !self.line(*number).starts_with('#'));
        let labelled = first_key.is_some_and(|number| Stem::of(self.line(number)).label.is_some());
        if labelled || !(2..end).all(key) || end == 2 {
            return 0;
        }
        self.lines[..end].iter_mut().for_each(|line| line.kind = LineKind::Matter);
        self.lines[end - 1].end as usize
    }

    /// Records through the whole file, each with properties between two rules as the front matter has them:
    /// their properties are matter too, and a rule below a line makes no heading of it.
    pub(super) fn mark_records(&mut self) {
        if self.lines.first().is_none_or(|line| line.kind != LineKind::Matter) || self.len() < 4 {
            return;
        }
        let Some((name, _)) = self.line(2).split_once(':') else { return };
        let is_rule = |number: usize| self.line(number).trim_end() == "---";
        let mut records = Vec::new();
        let mut line = 3;
        while line < self.len() {
            let begins = is_rule(line)
                && self.line(line + 1).strip_prefix(name).is_some_and(|rest| rest.starts_with(':'));
            let end = (line + 2..=self.len().min(line + MOST_PROPERTIES)).find(|below| is_rule(*below));
            match end.filter(|end| begins && (line + 1..*end).all(|between| is_property(self.line(between))))
            {
                Some(end) => {
                    records.push((line, end));
                    line = end + 1;
                }
                None => line += 1,
            }
        }
        if records.is_empty() {
            return;
        }
        for number in 1..=self.len() {
            let marked = self.line(number).trim_start().starts_with(['#', '<']);
            if matches!(self.kind(number), LineKind::Heading(_)) && !marked {
                self.lines[number - 1].kind = LineKind::Text;
            }
        }
        for (first, last) in records {
            self.lines[first - 1..last].iter_mut().for_each(|line| line.kind = LineKind::Matter);
        }
    }

    /// Formulas between lines of `$$`, or of `\[` and `\]`. CommonMark lets a list interrupt them.
    pub(super) fn mark_formulas(&mut self) {
        if !self.contains("$$") && !self.contains("\\[") {
            return;
        }
        let mut open: Option<(usize, &str)> = None;
        for index in 0..self.lines.len() {
            let line = self.line(index + 1).trim();
            match open {
                Some((start, close)) if line == close => {
                    self.lines[start..=index].iter_mut().for_each(|line| line.kind = LineKind::Verbatim);
                    open = None;
                }
                // A formula has no blank line; a lone `$$` does not swallow the rest of the file.
                Some(_) if line.is_empty() => open = None,
                Some(_) => {}
                None if self.lines[index].kind == LineKind::Verbatim => {}
                None if line == "$$" => open = Some((index, "$$")),
                None if line == "\\[" => open = Some((index, "\\]")),
                None => {}
            }
        }
    }

    pub(super) fn mark_blocks(&mut self, from: usize) {
        let seen = ParsedPage::of(&self.text[from..]);
        let body: &str = &seen.text;
        let (mut quote_end, mut lists) = (0, Vec::new());
        let mut framed = Vec::new();
        let mut cursor = 0;
        for (event, range) in Parser::new_ext(body, markdown::options()).into_offset_iter() {
            // What a tab indents is said to begin at the end of the line before.
            let is_early = body[range.start..].starts_with('\n');
            let range = from + range.start + usize::from(is_early)..from + range.end;
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    framed.extend(self.mark_heading(range, level as u8, &mut cursor));
                }
                // The line of a label that code begins on is the label's.
                Event::Start(Tag::CodeBlock(_))
                    if seen.parted.binary_search(&(range.start - from)).is_ok() =>
                {
                    let below =
                        self.text[range.clone()].find('\n').map_or(range.end, |end| range.start + end + 1);
                    self.mark_lines(below..range.end, LineKind::Verbatim, &mut cursor);
                }
                Event::Start(Tag::CodeBlock(_)) => self.mark_lines(range, LineKind::Verbatim, &mut cursor),
                Event::DisplayMath(_) => self.mark_whole_lines(range, &mut cursor),
                Event::Start(Tag::HtmlBlock) => self.mark_html(range, &mut cursor),
                Event::Start(Tag::Table(_)) => self.mark_lines(range, LineKind::Table, &mut cursor),
                // A nested quote lies inside lines that are marked already.
                Event::Start(Tag::BlockQuote(_)) if range.start >= quote_end => {
                    quote_end = range.end;
                    self.mark_lines(range, LineKind::Quote, &mut cursor);
                }
                Event::Start(Tag::List(_)) => {
                    while lists.last().is_some_and(|end| *end <= range.start) {
                        lists.pop();
                    }
                    lists.push(range.end);
                }
                Event::Start(Tag::Item) => {
                    while lists.last().is_some_and(|end| *end <= range.start) {
                        lists.pop();
                    }
                    let at = self.line_at(range.start, &mut cursor);
                    let line = &mut self.lines[at];
                    if line.item == 0 {
                        line.item = u8::try_from(lists.len()).unwrap_or(u8::MAX);
                    }
                }
                Event::Rule => self.mark_lines(range, LineKind::Rule, &mut cursor),
                _ => {}
            }
        }
        self.mark_unspaced();
        self.mark_equal_signs();
        if framed.len() >= FEWEST_FRAMED {
            framed.into_iter().for_each(|line: usize| self.lines[line].kind = LineKind::Heading(2));
        }
    }

    /// Headings whose author never sets a blank behind the marks: `##What is it`.
    fn mark_unspaced(&mut self) {
        if self.lines.iter().any(|line| matches!(line.kind, LineKind::Heading(_))) || !self.contains("#") {
            return;
        }
        let counts = |text: &str| {
            let words = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
            words.len() < text.len()
                && words.trim_start().starts_with(char::is_alphabetic)
                && words.starts_with(' ')
        };
        let level = |line: &str| {
            let marks = line.bytes().take_while(|byte| *byte == b'#').count();
            let rest = &line[marks..];
            let names = rest.starts_with(char::is_alphabetic) || counts(rest);
            (names && (1..=6).contains(&marks)).then(|| u8::try_from(marks).unwrap_or(6))
        };
        let is_text = |number: &usize| self.kind(*number) == LineKind::Text;
        let found: Vec<(usize, u8)> = (1..=self.len())
            .filter(is_text)
            .filter_map(|number| Some((number, level(self.line(number))?)))
            .collect();
        // One mark alone is a tag as often.
        let deeper = found.iter().filter(|(_, level)| *level > 1).count();
        let counted = found
            .iter()
            .filter(|(number, _)| self.line(*number)[1..].starts_with(|sign: char| sign.is_ascii_digit()));
        let least = if deeper > 1 || counted.count() > 3 { 1 } else { 7 };
        for (number, level) in found.into_iter().filter(|(_, level)| *level >= least) {
            self.lines[number - 1].kind = LineKind::Heading(level);
        }
    }

    /// Headings and attributes of AsciiDoc: `== Pooling`, `:toc: left`.
    fn mark_equal_signs(&mut self) {
        let level = |line: &str| {
            let marks = line.bytes().take_while(|byte| *byte == b'=').count();
            let rest = line[marks..].strip_prefix(' ').filter(|rest| rest.starts_with(char::is_alphanumeric));
            rest.filter(|_| (2..=6).contains(&marks)).and_then(|_| u8::try_from(marks).ok())
        };
        if !self.contains("== ") {
            return;
        }
        let found: Vec<(usize, u8)> = (1..=self.len())
            .filter(|number| self.kind(*number) == LineKind::Text)
            .filter_map(|number| Some((number, level(self.line(number))?)))
            .collect();
        if found.len() < 2 {
            return;
        }
        let is_attribute = |number: &usize| {
            let name = self.line(*number).strip_prefix(':').and_then(|rest| rest.split_once(':'));
            name.is_some_and(|(name, _)| !name.is_empty() && !name.contains(' '))
        };
        let attributes: Vec<usize> = (2..found[0].0.min(MOST_PROPERTIES))
            .take_while(|number| is_attribute(number) || self.is_blank(*number))
            .collect();
        attributes.into_iter().for_each(|number| self.lines[number - 1].kind = LineKind::Matter);
        for (number, level) in found {
            self.lines[number - 1].kind = LineKind::Heading(level);
        }
    }

    /// The index of the line that holds this place. Events come in order, so the search goes on from
    /// the last one.
    fn line_at(&self, place: usize, cursor: &mut usize) -> usize {
        if self.lines.get(*cursor).is_some_and(|line| line.start as usize > place) {
            *cursor = self.lines.partition_point(|line| (line.end as usize) < place);
        }
        while *cursor + 1 < self.lines.len() && self.lines[*cursor + 1].start as usize <= place {
            *cursor += 1;
        }
        *cursor
    }

    /// A heading, unless a rule right below a text made it one by accident. Gives the index of such a text where a
    /// rule stands right above it too: authors who set several lines so mean titles.
    fn mark_heading(&mut self, range: Range<usize>, level: u8, cursor: &mut usize) -> Option<usize> {
        let first = self.line_at(range.start, cursor);
        let text = self.text[range].trim_end();
        let Some((above, underline)) = text.rsplit_once('\n') else {
            // `### -----` parts chapters; `### ---` may be a question.
            let drawn = text.trim_start_matches('#').trim();
            let is_drawn = drawn.len() > 3 && is_rule_of(drawn);
            self.lines[first].kind = if is_drawn { LineKind::Rule } else { LineKind::Heading(level) };
            return None;
        };
        let underline = underline.trim();
        let last = first + above.matches('\n').count() + 1;
        let letters = above.trim().chars().count();
        let accident = underline.starts_with('-') && underline.len() <= 3 && letters > 6;
        if !accident && !above.contains('\n') && Stem::of(above).label.is_none() {
            // Other marks than those of Markdown stand below the titles of parts.
            let level = if underline.starts_with(['-', '=']) { level } else { 3 };
            self.lines[first].kind = LineKind::Heading(level);
        }
        // A title between two lines of marks.
        if let Some((head, title)) = above.split_once('\n')
            && !title.contains('\n')
            && is_rule_of(head.trim())
        {
            self.lines[first].kind = LineKind::Rule;
            self.lines[first + 1].kind = LineKind::Heading(level);
        }
        if let Some(line) = self.lines.get_mut(last) {
            line.kind = LineKind::Rule;
        }
        let is_framed = accident && last == first + 1 && first > 0 && self.line(first).trim() == underline;
        is_framed.then_some(first)
    }

    fn mark_html(&mut self, range: Range<usize>, cursor: &mut usize) {
        let first = self.line_at(range.start, cursor);
        let head = self.text[range.clone()].trim_start();
        let opaque = ["<!--", "<script", "<style", "<pre", "<!DOCTYPE", "<?"];
        let opaque = opaque
            .iter()
            .any(|tag| head.get(..tag.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(tag)));
        let mut index = first;
        // The level of a heading whose tag stands alone on its line.
        let mut open = None;
        while index < self.lines.len() && (self.lines[index].start as usize) < range.end {
            let line = self.line(index + 1).trim();
            if line.to_ascii_lowercase().starts_with("</h") {
                open = None;
            }
            let kind = match line.bytes().next() {
                None => LineKind::Blank,
                Some(_) if opaque => LineKind::Html,
                Some(_) if lone_heading(line).is_some() => {
                    open = lone_heading(line);
                    LineKind::Html
                }
                Some(_) if open.is_some() && says(line) => {
                    open.take().map_or(LineKind::Text, LineKind::Heading)
                }
                Some(b'<') => html_heading(line).map_or(LineKind::Html, LineKind::Heading),
                // Text right below a tag: Markdown hides it in the tag, its author did not mean that.
                Some(b'#') => marked_heading(line).map_or(LineKind::Text, LineKind::Heading),
                Some(_) => LineKind::Text,
            };
            self.lines[index].kind = kind;
            index += 1;
        }
        *cursor = index.saturating_sub(1).max(first);
    }

    fn mark_lines(&mut self, range: Range<usize>, kind: LineKind, cursor: &mut usize) {
        let first = self.line_at(range.start, cursor);
        for line in self.lines.iter_mut().skip(first).take_while(|line| (line.start as usize) < range.end) {
            // A blank line between two questions stays blank, one inside code is code.
            if line.kind != LineKind::Blank || kind == LineKind::Verbatim {
                line.kind = kind;
            }
        }
    }

    /// Marks the lines that hold nothing but this formula: one in the middle of a question does not
    /// make the question a formula.
    fn mark_whole_lines(&mut self, range: Range<usize>, cursor: &mut usize) {
        let mut index = self.line_at(range.start, cursor);
        while index < self.lines.len() && (self.lines[index].start as usize) < range.end {
            let text = self.line(index + 1);
            let start = self.lines[index].start as usize;
            let indent = text.len() - text.trim_start().len();
            if start + indent >= range.start && start + text.trim_end().len() <= range.end {
                self.lines[index].kind = LineKind::Verbatim;
            }
            index += 1;
        }
    }
}

/// Fewer lines between two rules each are no titles.
const FEWEST_FRAMED: usize = 3;

/// `=====` or `-----`.
fn is_rule_of(text: &str) -> bool {
    text.len() > 2 && ["=", "-", "*", "~", "#"].iter().any(|mark| text.trim_start_matches(mark).is_empty())
}

/// The level of `<h3 align="center">` alone on its line.
fn lone_heading(line: &str) -> Option<u8> {
    let inner = line.strip_prefix("<h").or_else(|| line.strip_prefix("<H"))?.strip_suffix('>')?;
    let level = inner.chars().next()?.to_digit(10).filter(|level| (1..=6).contains(level))?;
    (!inner.contains(['<', '>'])).then(|| u8::try_from(level).unwrap_or(6))
}

/// Whether a line shows anything.
fn says(line: &str) -> bool {
    super::plain_text(line).chars().any(char::is_alphanumeric)
}

/// `### …` that stands where Markdown does not look for headings.
fn marked_heading(line: &str) -> Option<u8> {
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    let spaced = line.as_bytes().get(marks).is_some_and(|byte| matches!(byte, b' ' | b'\t'));
    (spaced && marks <= 6).then(|| u8::try_from(marks).unwrap_or(6))
}

/// A record has no more lines of properties.
const MOST_PROPERTIES: usize = 40;

/// `name: value`
fn is_property(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, value)| {
        !name.is_empty()
            && name.chars().all(|letter| letter.is_alphanumeric() || "_-".contains(letter))
            && (value.is_empty() || value.starts_with(' '))
    })
}
