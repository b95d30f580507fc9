//! A page: the lines of a text, what Markdown makes of each, and which of them ask.

use super::ask::{Asking, asking};
use super::stem::{Bold, Label, Stem, bare_number, begins_label, is_han_digit};
use super::wrap::unclosed_bold_end;
use crate::markdown;
use aho_corasick::AhoCorasick;
use memchr::{memchr_iter, memchr2, memmem};
use pulldown_cmark::{Event, Parser, Tag};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

/// What Markdown makes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing but white space.
    Blank,
    /// Running text, in a paragraph or a list item.
    Text,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// Code or a displayed formula: nothing in it can be a question.
    Verbatim,
    /// YAML or TOML at the top of the file.
    Matter,
    /// A block of HTML or a comment.
    Html,
    /// A row of a table.
    Table,
    /// Quoted.
    Quote,
    /// A rule, or the line below a heading.
    Rule,
}

/// The lines of a text. Line numbers in all calls are 1-based.
pub(super) struct Page<'a> {
    text: &'a str,
    lines: Vec<Line>,
    /// What all lines that ask weigh together.
    pub(super) asked: f32,
    /// Lines that are neither blank nor marks only.
    pub(super) told: usize,
    /// Whether the file calls itself interview notes: "Interview", "面试".
    pub(super) promises: bool,
    /// Whether it calls itself questions: "Questions", "面试题", "Quiz".
    pub(super) promises_questions: bool,
    /// How many headings are those under which projects describe themselves: "Installation", "License".
    pub(super) chapters_of_a_project: usize,
    /// Whether the front matter is that of a template for bug reports.
    pub(super) form: bool,
}

/// Sixteen bytes for each line, because there may be many millions.
#[derive(Clone, Copy)]
struct Line {
    start: u32,
    end: u32,
    kind: Kind,
    /// How deep the list is whose item begins here; 0 where none begins.
    item: u8,
    traits: u8,
    marks: u8,
}

const ASKING: u8 = 0b11;
/// Inside `<details>` whose summary only says "answer".
const HIDDEN: u8 = 0b100;
/// Nothing but a link.
const LINK: u8 = 0b1000;
/// Nothing but a link to a place in the same file.
const ANCHOR: u8 = 0b1_0000;
/// The summary of `<details>` that asks or names something.
const SUMMARY: u8 = 0b10_0000;
/// Inside `<details>` of any kind.
const FOLDED: u8 = 0b100_0000;

/// A line that says nothing by itself.
const FURNITURE: u8 = 0b1000_0000;

/// Marks of a line; what they are exactly is found by taking it apart again.
pub(super) mod mark {
    /// It begins with a number.
    pub(in crate::import) const NUMBER: u8 = 1;
    /// It is labelled as a question.
    pub(in crate::import) const QUESTION: u8 = 1 << 1;
    /// It is labelled as an answer.
    pub(in crate::import) const ANSWER: u8 = 1 << 2;
    /// Its beginning or all of it is bold.
    pub(in crate::import) const BOLD: u8 = 1 << 3;
    /// It is an item of a list without numbers.
    pub(in crate::import) const BULLET: u8 = 1 << 4;
    /// All of it is bold, or it goes on in bold on the next line.
    pub(in crate::import) const WHOLE: u8 = 1 << 5;
}

/// How many lines a summary may take.
const LONGEST_SUMMARY: usize = 60;

/// More containers than this on one line are hidden from the parser, which visits each of them on
/// every line below.
const DEEPEST: usize = 32;

impl<'a> Page<'a> {
    pub(super) fn new(text: &'a str) -> Page<'a> {
        let mut page = Page {
            text,
            lines: split(text),
            asked: 0.0,
            told: 0,
            promises: false,
            promises_questions: false,
            chapters_of_a_project: 0,
            form: false,
        };
        let body = page.mark_matter();
        page.mark_blocks(body);
        page.mark_formulas();
        page.mark_details();
        page.mark_askers();
        page
    }

    /// How many lines there are.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// A line without its end.
    pub(super) fn line(&self, number: usize) -> &'a str {
        let line = &self.lines[number - 1];
        &self.text[line.start as usize..line.end as usize]
    }

    pub(super) fn kind(&self, number: usize) -> Kind {
        self.lines[number - 1].kind
    }

    pub(super) fn is_blank(&self, number: usize) -> bool {
        self.kind(number) == Kind::Blank
    }

    /// How deep the list is whose item begins on this line; 0 where none begins.
    pub(super) fn item(&self, number: usize) -> u8 {
        self.lines[number - 1].item
    }

    /// How much the line asks. A link to a question asks nothing.
    pub(super) fn asks(&self, number: usize) -> Asking {
        match self.lines[number - 1].traits & ASKING {
            0 => Asking::No,
            1 => Asking::Maybe,
            _ => Asking::Yes,
        }
    }

    /// Inside a fold that is labelled as an answer.
    pub(super) fn is_hidden(&self, number: usize) -> bool {
        self.lines[number - 1].traits & HIDDEN != 0
    }

    /// Inside any fold.
    pub(super) fn is_folded(&self, number: usize) -> bool {
        self.lines[number - 1].traits & FOLDED != 0
    }

    /// Nothing but a link.
    pub(super) fn is_link(&self, number: usize) -> bool {
        self.lines[number - 1].traits & LINK != 0
    }

    /// Nothing but a link to a place in the same file.
    pub(super) fn is_anchor(&self, number: usize) -> bool {
        self.lines[number - 1].traits & ANCHOR != 0
    }

    /// The summary of a fold, where that is more than the word "answer".
    pub(super) fn is_summary(&self, number: usize) -> bool {
        self.lines[number - 1].traits & SUMMARY != 0
    }

    /// The text from line `first` to line `last`, line ends as in the file but without `\r`.
    pub(super) fn slice(&self, first: usize, last: usize) -> Cow<'a, str> {
        let range = self.lines[first - 1].start as usize..self.lines[last - 1].end as usize;
        let text = &self.text[range];
        if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
    }

    /// The line taken apart.
    pub(super) fn stem(&self, number: usize) -> Stem<'a> {
        Stem::of(self.line(number))
    }

    /// A heading taken apart, whichever way it is marked.
    pub(super) fn heading_stem(&self, number: usize) -> Stem<'a> {
        Stem::of(heading_text(self.line(number)))
    }

    /// Whether the line is labelled as an answer. The first of lettered options is not.
    pub(super) fn labels_answer(&self, number: usize) -> bool {
        if !self.has(number, mark::ANSWER) {
            return false;
        }
        let text = self.line(number);
        option(text) != Some('A')
            || (number + 1..=self.len().min(number + 4))
                .find(|below| !self.is_blank(*below))
                .is_none_or(|below| option(self.line(below)) != Some('B'))
    }

    /// The level and the text of the heading on this line, with its number.
    pub(super) fn heading(&self, number: usize) -> Option<(u8, &'a str)> {
        let Kind::Heading(level) = self.kind(number) else { return None };
        Some((level, heading_text(self.line(number))))
    }

    /// The level of the heading on this line.
    pub(super) fn level(&self, number: usize) -> Option<u8> {
        match self.kind(number) {
            Kind::Heading(level) => Some(level),
            _ => None,
        }
    }

    /// The lines from `first` to `last` without blank ones, rules, wrappers, links to the top and lone
    /// labels around them; `None` when nothing is left.
    pub(super) fn trimmed(&self, first: usize, last: usize) -> Option<(usize, usize)> {
        let start =
            (first..=last).find(|number| !self.is_furniture(*number) && !self.is_lone_label(*number))?;
        let end = (start..=last).rev().find(|number| !self.is_furniture(*number))?;
        Some((start, end))
    }

    /// A line that says nothing by itself.
    pub(super) fn is_furniture(&self, number: usize) -> bool {
        self.lines[number - 1].traits & FURNITURE != 0
    }

    /// Whether the line has one of these marks.
    pub(super) fn has(&self, number: usize, marks: u8) -> bool {
        self.lines[number - 1].marks & marks != 0
    }

    /// Whether the text holds this anywhere.
    pub(super) fn contains(&self, text: &str) -> bool {
        memmem::find(self.text.as_bytes(), text.as_bytes()).is_some()
    }

    /// A line that only says that the answer follows.
    fn is_lone_label(&self, number: usize) -> bool {
        let line = self.line(number);
        if line.len() > 48 || self.kind(number) == Kind::Verbatim {
            return false;
        }
        let core = line.trim_matches(|letter: char| !letter.is_alphanumeric());
        begins_label(core) && (matches!(core, "A" | "答" | "답") || super::stem::names_answer(core))
    }

    /// Front matter; gives the place behind it.
    fn mark_matter(&mut self) -> usize {
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
        self.lines[..end].iter_mut().for_each(|line| line.kind = Kind::Matter);
        self.lines[end - 1].end as usize
    }

    /// Formulas between lines of `$$`, or of `\[` and `\]`. CommonMark lets a list interrupt them.
    fn mark_formulas(&mut self) {
        if !self.contains("$$") && !self.contains("\\[") {
            return;
        }
        let mut open: Option<(usize, &str)> = None;
        for index in 0..self.lines.len() {
            let line = self.line(index + 1).trim();
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

    fn mark_blocks(&mut self, from: usize) {
        let body = shallow(&self.text[from..]);
        let body: &str = &body;
        let (mut quote_end, mut lists) = (0, Vec::new());
        let mut cursor = 0;
        for (event, range) in Parser::new_ext(body, markdown::options()).into_offset_iter() {
            let range = from + range.start..from + range.end;
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    self.mark_heading(range, level as u8, &mut cursor);
                }
                Event::Start(Tag::CodeBlock(_)) => self.mark_lines(range, Kind::Verbatim, &mut cursor),
                Event::DisplayMath(_) => self.mark_whole_lines(range, &mut cursor),
                Event::Start(Tag::HtmlBlock) => self.mark_html(range, &mut cursor),
                Event::Start(Tag::Table(_)) => self.mark_lines(range, Kind::Table, &mut cursor),
                // A nested quote lies inside lines that are marked already.
                Event::Start(Tag::BlockQuote(_)) if range.start >= quote_end => {
                    quote_end = range.end;
                    self.mark_lines(range, Kind::Quote, &mut cursor);
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
                Event::Rule => self.mark_lines(range, Kind::Rule, &mut cursor),
                _ => {}
            }
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

    /// A heading, unless a rule right below a text made it one by accident.
    fn mark_heading(&mut self, range: Range<usize>, level: u8, cursor: &mut usize) {
        let first = self.line_at(range.start, cursor);
        let text = self.text[range].trim_end();
        let Some((above, underline)) = text.rsplit_once('\n') else {
            self.lines[first].kind = Kind::Heading(level);
            return;
        };
        let underline = underline.trim();
        let last = first + above.matches('\n').count() + 1;
        let letters = above.trim().chars().count();
        let accident = underline.starts_with('-') && underline.len() <= 3 && letters > 6;
        if !accident && !above.contains('\n') && super::stem::Stem::of(above).label.is_none() {
            self.lines[first].kind = Kind::Heading(level);
        }
        if let Some(line) = self.lines.get_mut(last) {
            line.kind = Kind::Rule;
        }
    }

    fn mark_html(&mut self, range: Range<usize>, cursor: &mut usize) {
        let first = self.line_at(range.start, cursor);
        let head = self.text[range.clone()].trim_start();
        let opaque = ["<!--", "<script", "<style", "<pre", "<!DOCTYPE", "<?"];
        let opaque = opaque
            .iter()
            .any(|tag| head.get(..tag.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(tag)));
        let mut index = first;
        while index < self.lines.len() && (self.lines[index].start as usize) < range.end {
            let line = self.line(index + 1).trim();
            let kind = match line.bytes().next() {
                None => Kind::Blank,
                Some(_) if opaque => Kind::Html,
                Some(b'<') => html_heading(line).map_or(Kind::Html, Kind::Heading),
                // Text right below a tag: Markdown hides it in the tag, its author did not mean that.
                Some(b'#') => marked_heading(line).map_or(Kind::Text, Kind::Heading),
                Some(_) => Kind::Text,
            };
            self.lines[index].kind = kind;
            index += 1;
        }
        *cursor = index.saturating_sub(1).max(first);
    }

    fn mark_lines(&mut self, range: Range<usize>, kind: Kind, cursor: &mut usize) {
        let first = self.line_at(range.start, cursor);
        for line in self.lines.iter_mut().skip(first).take_while(|line| (line.start as usize) < range.end) {
            // A blank line between two questions stays blank, one inside code is code.
            if line.kind != Kind::Blank || kind == Kind::Verbatim {
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
                self.lines[index].kind = Kind::Verbatim;
            }
            index += 1;
        }
    }

    /// Folds: what `<details>` hides, and whether its summary is a question or the word "answer".
    fn mark_details(&mut self) {
        if !self.contains("<details") && !self.contains("<DETAILS") {
            return;
        }
        let mut open: Vec<bool> = Vec::new();
        for index in 0..self.lines.len() {
            let line = self.line(index + 1);
            if self.lines[index].kind == Kind::Verbatim || !line.contains('<') {
                self.set_fold(index, &open);
                continue;
            }
            let lower = line.to_ascii_lowercase();
            let (opens, closes) = (lower.matches("<details").count(), lower.matches("</details").count());
            open.extend(std::iter::repeat_n(false, opens.min(64)));
            if lower.contains("<summary") {
                let text = self.summary(index);
                let generic = reveals(&text);
                if let Some(last) = open.last_mut() {
                    *last = generic;
                    if !generic && !text.is_empty() {
                        self.lines[index].traits |= SUMMARY | asking(&text) as u8;
                    }
                }
            }
            self.set_fold(index, &open);
            for _ in 0..closes.min(open.len()) {
                open.pop();
            }
        }
    }

    fn set_fold(&mut self, index: usize, open: &[bool]) {
        // A fold nobody closed ends with the file; more than a few levels say nothing new.
        if !open.is_empty() {
            self.lines[index].traits |= FOLDED;
        }
        if open.iter().rev().take(4).any(|generic| *generic) {
            self.lines[index].traits |= HIDDEN;
        }
    }

    /// The last line of the summary that begins on this line. One that is never closed ends at once.
    pub(super) fn summary_end(&self, line: usize) -> usize {
        let last = self.len().min(line + LONGEST_SUMMARY);
        for end in line..=last {
            let text = self.line(end);
            if text.contains("</summary") {
                return end;
            }
            if end > line && (text.contains("<summary") || text.contains("<details")) {
                break;
            }
        }
        line
    }

    /// The text of the summary that begins on a line; it may go on over a few more.
    fn summary(&self, index: usize) -> String {
        let last = self.summary_end(index + 1);
        let text = &self.text[self.lines[index].start as usize..self.lines[last - 1].end as usize];
        summary_text(text)
    }

    /// Which lines ask, which are only links, and how they are marked.
    fn mark_askers(&mut self) {
        let (mut asked, mut told) = (0.0, 0);
        let (mut promises, mut seen_heading) = (Promise::default(), false);
        for index in 0..self.lines.len() {
            let Line { kind, item, .. } = self.lines[index];
            if matches!(kind, Kind::Blank | Kind::Rule | Kind::Matter) {
                self.lines[index].traits |= FURNITURE;
                if kind == Kind::Matter {
                    if self.line(index + 1).starts_with("title") {
                        promises.read(self.line(index + 1));
                    }
                    self.form |= self.line(index + 1).starts_with("about:");
                }
                continue;
            }
            told += 1;
            if kind == Kind::Verbatim {
                continue;
            }
            let line = self.line(index + 1);
            if furniture(line) {
                self.lines[index].traits |= FURNITURE;
            }
            if self.lines[index].traits & SUMMARY != 0 {
                asked += self.asks(index + 1).weight();
                continue;
            }
            let stands_out = match kind {
                Kind::Heading(_) => true,
                Kind::Text => item > 0 || may_stand_out(line),
                Kind::Html | Kind::Quote => may_stand_out(line.trim_start_matches(['>', ' '])),
                _ => false,
            };
            if !stands_out {
                continue;
            }
            asked += self.mark_asker(index);
            if let Some((level, text)) = self.heading(index + 1) {
                self.chapters_of_a_project += usize::from(describes_project(text));
                if !seen_heading || level == 1 {
                    promises.read(text);
                    seen_heading = true;
                }
            }
        }
        (self.asked, self.told) = (asked, told);
        (self.promises, self.promises_questions) = (promises.notes || promises.questions, promises.questions);
    }

    /// Marks one line that stands out, and gives how much it asks.
    fn mark_asker(&mut self, index: usize) -> f32 {
        let Line { kind, item, mut traits, .. } = self.lines[index];
        let line = self.line(index + 1);
        let heading = matches!(kind, Kind::Heading(_));
        let stem = match kind {
            Kind::Heading(_) if line.trim_start().starts_with('<') => Stem::of(heading_text(line)),
            Kind::Quote => Stem::of(line.trim_start_matches(['>', ' '])),
            _ => Stem::of(line),
        };
        let bold = stem.bold != Bold::No || line.trim_start().starts_with("**");
        let wrapped = (bold && stem.bold == Bold::No).then(|| unclosed_bold_end(self, index + 1)).flatten();
        let marks = [
            (stem.number.is_some() || (heading && bare_number(stem.text).is_some()), mark::NUMBER),
            (stem.label == Some(Label::Question), mark::QUESTION),
            (stem.label == Some(Label::Answer), mark::ANSWER),
            (bold, mark::BOLD),
            (stem.bullet, mark::BULLET),
            (stem.bold == Bold::Whole || wrapped.is_some(), mark::WHOLE),
        ];
        let marks = marks.iter().filter(|(set, _)| *set).fold(0, |marks, (_, mark)| marks | mark);
        if let Some(target) = only_link(stem.text).or_else(|| leading_link(stem.text)) {
            traits |= LINK;
            if target.starts_with('#') {
                traits |= ANCHOR;
            }
        }
        let plain = item == 0 && !heading && stem.number.is_none() && !bold && stem.label.is_none();
        let dead = plain
            || matches!(kind, Kind::Html | Kind::Quote)
            || traits & (ANCHOR | HIDDEN) != 0
            || (traits & LINK != 0 && !heading);
        let mut weight = 0.0;
        if !dead {
            let wrapped =
                (bold && stem.bold == Bold::No).then(|| unclosed_bold_end(self, index + 1)).flatten();
            let text = match wrapped {
                Some(end) => Cow::Owned(self.slice(index + 1, end).replace('\n', " ")),
                None => plain_text(stem.text),
            };
            let head = match stem.bold {
                Bold::Lead(at) => text.get(..at).unwrap_or(&text),
                _ => &text,
            };
            let mut asks = asking(head);
            if head.len() < text.len() && stem.number.is_some() {
                asks = asks.max(asking(&text));
            }
            traits |= asks as u8;
            weight = asks.weight();
        }
        let line = &mut self.lines[index];
        (line.traits, line.marks) = (traits, marks);
        weight
    }
}

/// Cheap look at a line of running text: might it be numbered, bold or labelled?
fn may_stand_out(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t', '\u{3000}']);
    match line.bytes().next() {
        Some(b'*' | b'_' | b'<' | b'(' | b'[' | b'#' | b'0'..=b'9' | b'-' | b'+') => true,
        Some(0x80..) => {
            let first = line.chars().next().unwrap_or_default();
            matches!(first, '①'..='⑳' | '０'..='９' | '（' | '【' | '第' | '\u{200b}' | '\u{feff}')
                || is_han_digit(first)
                || begins_label(line)
        }
        Some(_) => begins_label(line),
        None => false,
    }
}

/// What titles promise.
#[derive(Default)]
struct Promise {
    notes: bool,
    questions: bool,
}

impl Promise {
    fn read(&mut self, title: &str) {
        const NOTES: [&str; 7] =
            ["interview", "面试", "面試", "собеседован", "entrevista", "colloquio", "면접"];
        const QUESTIONS: [&str; 17] = [
            "question",
            "quiz",
            "faq",
            "q&a",
            "flashcard",
            "trivia",
            "题",
            "題",
            "问答",
            "問答",
            "八股",
            "宝典",
            "вопрос",
            "pregunta",
            "pergunta",
            "domande",
            "질문",
        ];
        let lower = title.to_lowercase();
        self.notes |= NOTES.iter().any(|word| lower.contains(word));
        // "问题" alone is as often a problem that was met.
        let told = lower.replace("问题", "").replace("標題", "").replace("标题", "").replace("主题", "");
        self.questions |= QUESTIONS.iter().any(|word| told.contains(word));
        self.notes |= lower.contains("问题");
    }
}

/// Chapters with which projects describe themselves.
fn describes_project(heading: &str) -> bool {
    const CHAPTERS: [&str; 17] = [
        "install",
        "usage",
        "license",
        "licence",
        "features",
        "contributing",
        "getting started",
        "quick start",
        "quickstart",
        "requirements",
        "building",
        "prerequisites",
        "changelog",
        "安装",
        "用法",
        "许可证",
        "快速开始",
    ];
    let start = heading.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    CHAPTERS.iter().any(|name| {
        start.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name))
            && start.chars().count() < 32
    })
}

/// The target of a text that is nothing but one link.
fn only_link(text: &str) -> Option<&str> {
    let text = text.trim_matches(|letter: char| matches!(letter, '*' | '_' | ' ' | '.' | '\t'));
    let inner = text.strip_prefix('[')?;
    let close = inner.rfind("](")?;
    let target = inner[close + 2..].strip_suffix(')')?;
    let name = &inner[..close];
    // Of two links in a row the first one's end lies inside.
    (!target.contains(['(', '[']) && !name.contains("](")).then_some(target)
}

/// The target of the link that a text begins with, where the rest is only a remark on it.
fn leading_link(text: &str) -> Option<&str> {
    let inner = text.trim_start_matches('*').strip_prefix('[')?;
    let (_, behind) = inner.split_once("](")?;
    let (target, rest) = behind.split_once(')')?;
    let remark = rest.trim_start_matches(['*', ' ']).starts_with(['-', '–', '—', ':', '：', ',', '，']);
    (remark && target.contains("://")).then_some(target)
}

/// Text without tags and with links replaced by what they show.
pub(super) fn plain_text(text: &str) -> Cow<'_, str> {
    if memchr2(b'<', b'[', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '[', ']']) {
        out.push_str(&rest[..at]);
        let from = &rest[at..];
        let taken = match from.as_bytes()[0] {
            b'<' => from
                .find('>')
                .filter(|_| {
                    from[1..].starts_with(|letter: char| {
                        letter.is_ascii_alphabetic() || letter == '/' || letter == '!'
                    })
                })
                .map(|end| end + 1),
            b']' if from[1..].starts_with('(') => from.find(')').map(|end| end + 1),
            _ => Some(1),
        };
        match taken {
            Some(taken) => rest = &from[taken..],
            None => {
                out.push_str(from);
                return Cow::Owned(out);
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What stands between `<summary>` and `</summary>`, or up to the end.
pub(super) fn summary_text(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let Some(start) = lower.find("<summary").and_then(|at| lower[at..].find('>').map(|end| at + end + 1))
    else {
        return String::new();
    };
    let end = lower[start..].find("</summary").map_or(text.len(), |end| start + end);
    let inner = plain_text(text[start..end].trim()).into_owned();
    let stem = Stem::of(inner.trim());
    stem.question().split_whitespace().collect::<Vec<_>>().join(" ").trim_start_matches('#').trim().to_owned()
}

/// A summary that only says that something is hidden.
fn reveals(summary: &str) -> bool {
    let lower = summary.to_lowercase();
    let words = [
        "answer",
        "solution",
        "reveal",
        "click",
        "show",
        "hint",
        "expand",
        "view",
        "details",
        "explanation",
        "toggle",
        "see ",
        "contents",
        "toc",
        "答案",
        "解答",
        "解析",
        "查看",
        "展开",
        "点击",
        "點擊",
        "点我",
        "目录",
        "提示",
        "ответ",
        "решение",
        "resposta",
        "respuesta",
        "risposta",
        "solución",
        "답",
        "정답",
        "해설",
        "回答",
        "réponse",
        "antwort",
    ];
    lower.is_empty()
        || (lower.chars().count() <= 40
            && asking(&lower) != Asking::Yes
            && words.iter().any(|word| lower.contains(word)))
}

fn split(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(memchr_iter(b'\n', bytes).count() + 1);
    let place = |at: usize| u32::try_from(at).expect("longer texts are not decoded");
    let mut add = |start: usize, end: usize| {
        let line = &text[start..end];
        let line = line.strip_suffix('\r').unwrap_or(line);
        let kind = if is_white(line) { Kind::Blank } else { Kind::Text };
        let (start, end) = (place(start), place(start + line.len()));
        lines.push(Line { start, end, kind, item: 0, traits: 0, marks: 0 });
    };
    let mut start = 0;
    for end in memchr_iter(b'\n', bytes) {
        add(start, end);
        start = end + 1;
    }
    if start < bytes.len() {
        add(start, bytes.len());
    }
    lines
}

/// Whether a line holds nothing but white space and marks of no width.
fn is_white(line: &str) -> bool {
    // Most lines begin with a sign one can see.
    let seen = |byte: &u8| matches!(byte, b'!'..=b'~' | 0xe4..=0xe9);
    !line.as_bytes().first().is_some_and(seen)
        && line.chars().all(|letter| letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}'))
}

/// The letter of an option, `X` for one with a box to tick.
pub(super) fn option(line: &str) -> Option<char> {
    let text = line.trim_start();
    let text =
        ["- ", "* ", "+ "].iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or(text).trim_start();
    if ["[ ]", "[x]", "[X]"].iter().any(|tick| text.starts_with(tick)) {
        return Some('X');
    }
    let text = text.trim_start_matches(['*', '(', '（', '`']);
    let mut letters = text.chars();
    let letter = match letters.next()? {
        letter @ 'A'..='H' => letter,
        letter @ 'a'..='h' => letter.to_ascii_uppercase(),
        letter @ 'Ａ'..='Ｈ' => char::from_u32(u32::from(letter) - u32::from('Ａ') + u32::from('A'))?,
        _ => return None,
    };
    matches!(letters.next(), Some('.' | ')' | '）' | '、' | ':' | '：' | '．')).then_some(letter)
}

/// The text, with one sign changed on every line that opens more containers than the parser should see.
/// No place moves.
fn shallow(text: &str) -> Cow<'_, str> {
    let mut changed: Option<Vec<u8>> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(at) = deep(line.as_bytes()) {
            changed.get_or_insert_with(|| text.as_bytes().to_vec())[start + at] = b'.';
        }
        start += line.len();
    }
    match changed.map(String::from_utf8) {
        Some(Ok(changed)) => Cow::Owned(changed),
        _ => Cow::Borrowed(text),
    }
}

/// The place of the first container mark beyond the deepest allowed.
fn deep(line: &[u8]) -> Option<usize> {
    let mut at = 0;
    for _ in 0..DEEPEST {
        at += line[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let rest = &line[at..];
        at += match rest.first()? {
            b'>' => 1,
            b'-' | b'+' | b'*' if matches!(rest.get(1), Some(b' ' | b'\t' | b'\n' | b'\r') | None) => 1,
            b'0'..=b'9' => {
                let digits = rest.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
                matches!(rest.get(digits), Some(b'.' | b')')).then_some(digits + 1)?
            }
            _ => return None,
        };
    }
    at += line[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    line.get(at).filter(|byte| byte.is_ascii_graphic()).map(|_| at)
}

/// `<h3>…</h3>` on one line.
fn html_heading(line: &str) -> Option<u8> {
    let bytes = line.as_bytes();
    let level = match bytes {
        [b'<', b'h' | b'H', level @ b'1'..=b'6', b'>' | b' ', ..] => level - b'0',
        _ => return None,
    };
    let tail = bytes.get(bytes.len().saturating_sub(5)..).unwrap_or_default();
    let closed = bytes.len() > 9 && tail.eq_ignore_ascii_case(format!("</h{level}>").as_bytes());
    closed.then_some(level)
}

/// `### …` that stands where Markdown does not look for headings.
fn marked_heading(line: &str) -> Option<u8> {
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    let spaced = line.as_bytes().get(marks).is_some_and(|byte| matches!(byte, b' ' | b'\t'));
    (spaced && marks <= 6).then(|| u8::try_from(marks).unwrap_or(6))
}

/// A heading line without its marks.
pub(super) fn heading_text(line: &str) -> &str {
    let text = line.trim();
    if text.starts_with('<') && html_heading(text).is_some() {
        let inner = text.find('>').map_or(text, |at| &text[at + 1..]);
        return inner.rfind("</").map_or(inner, |at| inner[..at].trim());
    }
    // In a list, the item's mark stands before the heading's.
    let text = match text.find('#') {
        Some(at) if at <= 8 && Stem::of(&text[..at]).text.is_empty() => &text[at..],
        _ => text,
    };
    let text = text.trim_start_matches('#').trim();
    // Closing marks count only behind a space: "C#" is a name.
    match text.trim_end_matches('#') {
        cut if cut.len() < text.len() && (cut.is_empty() || cut.ends_with([' ', '\t'])) => cut.trim_end(),
        _ => text,
    }
}

/// A line that is only a rule, a wrapper, a comment, a link to the top or an empty bullet.
fn furniture(line: &str) -> bool {
    let text =
        line.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}'));
    let Some(first) = text.bytes().next() else { return true };
    match first {
        b'-' | b'*' | b'_' | b'=' | b'+' if rule(text) || empty_item(text) => true,
        b'0'..=b'9' if text.len() < 8 && empty_item(text) => true,
        b'<' if wrappers(text) => true,
        b'c' | b'i' if line.starts_with([' ', '\t']) && property(text) => true,
        _ => text.len() < 200 && to_top(text),
    }
}

fn rule(text: &str) -> bool {
    let mark = text.chars().next().unwrap_or_default();
    text.chars().all(|letter| letter == mark || letter.is_whitespace()) && text.matches(mark).count() >= 3
}

fn empty_item(text: &str) -> bool {
    let rest = match text.strip_prefix(['-', '*', '+']) {
        Some(rest) => rest,
        None => {
            match text.trim_start_matches(|letter: char| letter.is_ascii_digit()).strip_prefix(['.', ')']) {
                Some(rest) => rest,
                None => return false,
            }
        }
    };
    matches!(rest.trim(), "" | "[ ]" | "[x]" | "[X]")
}

/// What an outliner notes about a block.
fn property(text: &str) -> bool {
    ["collapsed:: ", "id:: ", "created:: "].iter().any(|name| text.starts_with(name))
}

/// Only tags that hold other things, a whole summary, or a comment.
fn wrappers(text: &str) -> bool {
    let mut rest = text;
    while let Some(inner) = rest.strip_prefix('<') {
        if let Some(comment) = rest.strip_prefix("<!--") {
            return comment.ends_with("-->");
        }
        let name = inner.trim_start_matches('/');
        let end = name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len());
        let tag = name[..end].to_ascii_lowercase();
        if tag == "a" {
            // An empty anchor; it belongs to what follows.
            match inner.find("></a>").filter(|at| !inner[..*at].contains("href")) {
                Some(at) => rest = inner[at + 5..].trim_start(),
                None => return false,
            }
            continue;
        }
        if !matches!(&*tag, "details" | "p" | "div" | "br" | "b" | "i" | "center" | "span" | "summary") {
            return false;
        }
        let Some(close) = inner.find('>') else { return false };
        rest = inner[close + 1..].trim_start();
        if tag == "summary" && !inner.starts_with('/') {
            match rest.to_ascii_lowercase().find("</summary>") {
                Some(at) => rest = rest[at + "</summary>".len()..].trim_start(),
                None if rest.is_empty() => {}
                None => return false,
            }
        }
    }
    rest.is_empty()
}

/// A link back to the top or to the table of contents.
fn to_top(text: &str) -> bool {
    if memchr2(b'[', b'<', text.as_bytes()).is_none() && !text.starts_with(['返', '回', '↑', '⬆']) {
        return false;
    }
    let hint = text.contains("](")
        || text.contains("</a>")
        || text.contains("返回")
        || text.contains("回到")
        || text.contains('↑')
        || text.contains('⬆');
    if !hint {
        return false;
    }
    let lower = text.to_lowercase();
    if !TO_TOP.is_match(&lower) {
        return false;
    }
    let shown: String = plain_text(&lower)
        .chars()
        .filter(|letter| !letter.is_whitespace() && !"[]#*()↑⬆↥^".contains(*letter))
        .collect();
    shown.chars().count() <= 18
}

/// What such links say, in lower case.
static TO_TOP: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let words = [
        "back to top",
        "go to top",
        "返回顶部",
        "回到顶部",
        "返回目录",
        "回到目录",
        "목차로 이동",
        "[↑]",
        "[⬆]",
        "[⬆️]",
        "[↥]",
        "[^]",
        "table of contents",
        "back to toc",
        "наверх",
        "к содержанию",
        "оглавлени",
        "목차로",
        "위로",
        "返回首页",
        "zurück",
        "nach oben",
        "retour en haut",
        "torna su",
        "volver",
        "voltar",
    ];
    AhoCorasick::new(words).expect("a few words make a small automaton")
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_its_kind() {
        let text = "---\ntitle: x\n---\n# One #\n\ntext\n```\n# no\n\n1. no\n```\n> quote\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- id: x -->\n\n$$\n1. x\n$$\n\nTwo\n===\n\nnot a heading\n---\n<a name=x></a>\n### Three\n<h2>Four</h2>\n";
        let page = Page::new(text);
        let kinds: Vec<Kind> = (1..=page.len()).map(|line| page.kind(line)).collect();
        use Kind::*;
        let expected = [
            Matter,
            Matter,
            Matter,
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
            Rule,
            Blank,
            Text,
            Rule,
            Text,
            Heading(3),
            Heading(2),
        ];
        assert_eq!(kinds, expected);
        assert_eq!(page.heading(4), Some((1, "One")));
        assert_eq!(page.heading(31), Some((2, "Four")));
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
        for (line, text) in [
            ("## A b ##", "A b"),
            ("# C#", "C#"),
            ("#", ""),
            ("###1.x", "1.x"),
            ("# #", ""),
            ("1. ### x", "x"),
        ] {
            assert_eq!(heading_text(line), text, "{line}");
        }
    }

    #[test]
    fn furniture_says_nothing() {
        for (line, expected) in [
            ("<details><summary>Answer</summary>", true),
            ("</b></details>", true),
            ("<br>[⬆ Back to top](#toc)", true),
            ("**[⬆ Back to Top](#table-of-contents)**", true),
            ("[[↑] Back to top](#Sass)", true),
            ("<!-- note -->", true),
            ("- [ ]", true),
            ("* * *", true),
            ("1.", true),
            ("- a", false),
            ("<img src=x>", false),
            ("[a link](https://x.y)", false),
            ("text", false),
        ] {
            assert_eq!(furniture(line), expected, "{line}");
        }
    }

    #[test]
    fn folds_hide_answers_or_ask() {
        let page = Page::new(
            "<details>\n<summary>View answer</summary>\n\nx\n\n</details>\n\n<details>\n<summary>What is it?</summary>\n\ny\n</details>\n\nz\n",
        );
        assert_eq!(
            (page.is_hidden(4), page.is_hidden(11), page.is_folded(11), page.is_folded(14)),
            (true, false, true, false)
        );
        assert!(page.is_summary(9) && !page.is_summary(2));
    }

    #[test]
    fn only_a_link_is_a_link() {
        assert_eq!(only_link("[a](#b)"), Some("#b"));
        assert_eq!(only_link("**[a [x] b](c)**"), Some("c"));
        assert_eq!(only_link("[a](b) and [c](d)"), None);
        assert_eq!(only_link("see [a](b)"), None);
    }
}
