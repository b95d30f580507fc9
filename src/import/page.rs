//! A page: the lines of a text, what Markdown makes of each, and which of them ask.

mod askers;
mod blocks;
mod columns;
mod contents;
mod decks;
mod folds;
mod furniture;
mod html_heading;
mod sections;
mod seen;
mod text;

pub(super) use columns::columns;
pub(super) use folds::summary_text;
pub(super) use text::{colon_of_term, colons, heading_text, is_verdict, option, plain_text, unquoted};

use super::ask::Asking;
use super::stem::{Stem, says_answer};
use memchr::{memchr_iter, memmem};
use std::borrow::Cow;
use std::sync::OnceLock;
use text::is_white;

/// What Markdown makes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
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
    /// The lines that were taken apart already, since every style asks for the same ones; none where there are
    /// more than [`MOST_STEMS`].
    stems: Vec<OnceLock<Stem<'a>>>,
    /// The same for lines as headings, which few are.
    heading_stems: Vec<OnceLock<Box<Stem<'a>>>>,
    /// The heads of sections, once a question was looked for below one.
    sections: OnceLock<Vec<SectionHead>>,
    /// What all lines that ask weigh together.
    pub(super) asked: f32,
    /// Lines that are neither blank nor marks only.
    pub(super) told: usize,
    /// Whether the file calls itself interview notes: "Interview", "面试".
    pub(super) promises: bool,
    /// Whether it calls itself questions: "Questions", "面试题", "Quiz".
    pub(super) promises_questions: bool,
    /// Whether it calls itself a list of terms: "Glossary", "术语".
    pub(super) promises_terms: bool,
    /// How many headings are those under which projects describe themselves: "Installation", "License".
    pub(super) chapters_of_a_project: usize,
    /// Whether the front matter is that of a template for bug reports.
    pub(super) form: bool,
    /// Whether much of it shows Markdown in blocks of code: it tells how notes are written, and is none.
    pub(super) shows_samples: bool,
}

/// The head of a section, and what it says of the questions below it.
struct SectionHead {
    line: usize,
    says_terms: bool,
    says_blanks: bool,
}

/// Of more lines no stems are kept, for the sake of memory: a file of a hundred thousand cards has fewer.
const MOST_STEMS: usize = 500_000;

/// Sixteen bytes for each line, because there may be many millions.
#[derive(Clone, Copy)]
struct Line {
    start: u32,
    end: u32,
    kind: LineKind,
    /// How deep the list is whose item begins here; 0 where none begins.
    item: u8,
    traits: u8,
    marks: u8,
    /// The letter of the option that the line is; 0 where it is none.
    option: u8,
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
    /// A sign stands before it: an emoji, a square.
    pub(in crate::import) const SIGN: u8 = 1 << 6;
}

impl<'a> Page<'a> {
    pub(super) fn new(text: &'a str) -> Page<'a> {
        let mut page = Page {
            text,
            lines: split(text),
            stems: Vec::new(),
            heading_stems: Vec::new(),
            sections: OnceLock::new(),
            asked: 0.0,
            told: 0,
            promises: false,
            promises_questions: false,
            promises_terms: false,
            chapters_of_a_project: 0,
            form: false,
            shows_samples: false,
        };
        let body = page.mark_matter();
        page.mark_blocks(body);
        page.mark_decks();
        page.mark_records();
        page.mark_formulas();
        page.mark_details();
        // From here on no line changes its kind.
        if page.len() <= MOST_STEMS {
            page.stems.resize_with(page.len(), OnceLock::new);
            page.heading_stems.resize_with(page.len(), OnceLock::new);
        }
        page.mark_askers();
        page
    }

    /// How many lines there are.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// A line without its end.
    #[inline(always)]
    pub(super) fn line(&self, number: usize) -> &'a str {
        let line = &self.lines[number - 1];
        &self.text[line.start as usize..line.end as usize]
    }

    #[inline(always)]
    pub(super) fn kind(&self, number: usize) -> LineKind {
        self.lines[number - 1].kind
    }

    #[inline(always)]
    pub(super) fn is_blank(&self, number: usize) -> bool {
        self.kind(number) == LineKind::Blank
    }

    /// How deep the list is whose item begins on this line; 0 where none begins.
    #[inline(always)]
    pub(super) fn item(&self, number: usize) -> u8 {
        self.lines[number - 1].item
    }

    /// How much the line asks. A link to a question asks nothing.
    #[inline]
    pub(super) fn asks(&self, number: usize) -> Asking {
        match self.lines[number - 1].traits & ASKING {
            0 => Asking::No,
            1 => Asking::Maybe,
            _ => Asking::Yes,
        }
    }

    /// Inside a fold that is labelled as an answer.
    #[inline]
    pub(super) fn is_hidden(&self, number: usize) -> bool {
        self.lines[number - 1].traits & HIDDEN != 0
    }

    /// Inside any fold.
    #[inline]
    pub(super) fn is_folded(&self, number: usize) -> bool {
        self.lines[number - 1].traits & FOLDED != 0
    }

    /// Nothing but a link.
    #[inline]
    pub(super) fn is_link(&self, number: usize) -> bool {
        self.lines[number - 1].traits & LINK != 0
    }

    /// Nothing but a link to a place in the same file.
    #[inline]
    pub(super) fn is_anchor(&self, number: usize) -> bool {
        self.lines[number - 1].traits & ANCHOR != 0
    }

    /// The summary of a fold, where that is more than the word "answer".
    #[inline]
    pub(super) fn is_summary(&self, number: usize) -> bool {
        self.lines[number - 1].traits & SUMMARY != 0
    }

    /// The text from line `first` to line `last`, line ends as in the file but without `\r`.
    pub(super) fn slice(&self, first: usize, last: usize) -> Cow<'a, str> {
        let range = self.lines[first - 1].start as usize..self.lines[last - 1].end as usize;
        let text = &self.text[range];
        if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
    }

    /// The line taken apart, without the marks of a quote.
    pub(super) fn stem(&self, number: usize) -> Stem<'a> {
        let stem = || match self.kind(number) {
            LineKind::Quote => Stem::of(unquoted(self.line(number))),
            _ => Stem::of(self.line(number)),
        };
        self.stems.get(number - 1).map_or_else(stem, |known| *known.get_or_init(stem))
    }

    /// A heading taken apart, whichever way it is marked.
    pub(super) fn heading_stem(&self, number: usize) -> Stem<'a> {
        let stem = || {
            let line = self.line(number);
            match heading_text(line) {
                // Nothing was marked.
                text if text.len() == line.len() && self.kind(number) != LineKind::Quote => self.stem(number),
                text => Stem::of(text),
            }
        };
        self.heading_stems.get(number - 1).map_or_else(stem, |known| **known.get_or_init(|| Box::new(stem())))
    }

    /// Whether the line is labelled as an answer. The first of lettered options is not.
    pub(super) fn labels_answer(&self, number: usize) -> bool {
        if !self.has(number, mark::ANSWER) {
            return false;
        }
        self.option(number) != Some('A')
            || (number + 1..=self.len().min(number + 4))
                .find(|below| !self.is_blank(*below))
                .is_none_or(|below| self.option(below) != Some('B'))
    }

    /// The letter of the option on this line, `X` for one with a box to tick.
    #[inline]
    pub(super) fn option(&self, number: usize) -> Option<char> {
        Some(self.lines[number - 1].option).filter(|letter| *letter > 0).map(char::from)
    }

    /// The level and the text of the heading on this line, with its number.
    pub(super) fn heading(&self, number: usize) -> Option<(u8, &'a str)> {
        let LineKind::Heading(level) = self.kind(number) else { return None };
        Some((level, heading_text(self.line(number))))
    }

    /// The level of the heading on this line.
    #[inline(always)]
    pub(super) fn level(&self, number: usize) -> Option<u8> {
        match self.kind(number) {
            LineKind::Heading(level) => Some(level),
            _ => None,
        }
    }

    /// The lines from `first` to `last` without blank ones, rules, wrappers, links to the top and lone
    /// labels around them; `None` when nothing is left.
    pub(super) fn trimmed(&self, first: usize, last: usize) -> Option<(usize, usize)> {
        let says = |number: &usize| !self.is_furniture(*number);
        let end = (first..=last).rev().find(says)?;
        let start = (first..=end).find(|number| says(number) && !self.is_lone_label(*number));
        // A label with a number and nothing below it is all that was written: `Answer 1.`
        let is_counted = || self.line(end).bytes().any(|byte| byte.is_ascii_digit());
        start.or_else(|| is_counted().then_some(end)).map(|start| (start, end))
    }

    /// A line that says nothing by itself.
    #[inline(always)]
    pub(super) fn is_furniture(&self, number: usize) -> bool {
        self.lines[number - 1].traits & FURNITURE != 0
    }

    /// Whether the line begins with the mark of a quote.
    pub(super) fn is_quoted(&self, number: usize) -> bool {
        self.line(number).trim_start().starts_with('>')
    }

    /// Whether the line has one of these marks.
    #[inline(always)]
    pub(super) fn has(&self, number: usize, marks: u8) -> bool {
        self.lines[number - 1].marks & marks != 0
    }

    /// Whether the text holds this anywhere.
    pub(super) fn contains(&self, text: &str) -> bool {
        memmem::find(self.text.as_bytes(), text.as_bytes()).is_some()
    }

    /// A line that only says that the answer follows.
    fn is_lone_label(&self, number: usize) -> bool {
        self.kind(number) != LineKind::Verbatim && says_answer(self.line(number))
    }
}

/// Whether a text is only tags that hold other things, a rule or a comment.
pub(super) fn says_nothing(text: &str) -> bool {
    furniture::furniture(text)
}

fn split(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(memchr_iter(b'\n', bytes).count() + 1);
    let place = |at: usize| u32::try_from(at).expect("longer texts are not decoded");
    let mut add = |start: usize, end: usize| {
        let line = &text[start..end];
        let line = line.strip_suffix('\r').unwrap_or(line);
        let kind = if is_white(line) { LineKind::Blank } else { LineKind::Text };
        let (start, end) = (place(start), place(start + line.len()));
        lines.push(Line { start, end, kind, item: 0, traits: 0, marks: 0, option: 0 });
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

#[cfg(test)]
mod tests {
    use super::askers::only_link;
    use super::*;

    #[test]
    fn every_line_has_its_kind() {
        let text = "---\ntitle: x\n---\n# One #\n\ntext\n```\n# no\n\n1. no\n```\n> quote\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- id: x -->\n\n$$\n1. x\n$$\n\nTwo\n===\n\nnot a heading\n---\n<a name=x></a>\n### Three\n<h2>Four</h2>\n";
        let page = Page::new(text);
        let kinds: Vec<LineKind> = (1..=page.len()).map(|line| page.kind(line)).collect();
        use LineKind::*;
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
