//! Questions over several lines: the lines below the first one that still belong to it.

use super::page::{LineKind, Page, mark};
use super::stem::Stem;
use super::style::Question;

/// How many lines may go on with a question.
const LONGEST: usize = 3;

/// Columns from which a line is so long that its author broke it.
const LONG: usize = 60;

impl Question {
    /// Takes the lines that go on with the question: up to the end of its bold, or up to its question mark.
    pub(super) fn unwrapped(mut self, page: &Page<'_>) -> Question {
        let bold = bold_end(page, self.line);
        let Some(last) = bold.or_else(|| sentence_end(page, self.line)) else { return self };
        for line in self.line + 1..=last {
            let text = unbroken(page.line(line)).trim();
            let text = if bold == Some(line) { text.trim_end_matches(['*', '_']).trim_end() } else { text };
            let spaced = self.text.ends_with(|letter: char| letter.is_ascii()) && !text.is_empty();
            self.text.push_str(if spaced { " " } else { "" });
            self.text.push_str(text);
        }
        self.last_line = last;
        self
    }
}

/// The line on which the bold ends that opens on this line and does not close there.
pub(super) fn bold_end(page: &Page<'_>, line: usize) -> Option<usize> {
    page.has(line, mark::BOLD).then(|| unclosed_bold_end(page, line)).flatten()
}

/// The same for a line whose marks are not known yet.
pub(super) fn unclosed_bold_end(page: &Page<'_>, line: usize) -> Option<usize> {
    let text = page.line(line);
    let close = ["**", "__"].into_iter().find(|mark| text.matches(mark).count() == 1)?;
    let stem = Stem::of(text);
    // A text that only names an answer is none of the line.
    let offset = (stem.text.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    let marks = text.get(..offset).unwrap_or_default();
    let opens = marks.ends_with(close) || text.trim_start().starts_with(close);
    let mut below = (line + 1..=page.len().min(line + LONGEST)).take_while(|below| goes_on(page, *below));
    opens
        .then(|| below.find(|below| page.line(*below).contains(close)))?
        .filter(|end| unbroken(page.line(*end)).ends_with(close))
}

/// A line without the mark that breaks it: `one \`.
fn unbroken(line: &str) -> &str {
    line.trim_end().trim_end_matches('\\').trim_end()
}

/// Whether a long line goes on below to a question mark.
pub(super) fn asks_on(page: &Page<'_>, line: usize) -> bool {
    columns(page.line(line)) >= LONG && sentence_end(page, line).is_some()
}

/// The line with the question mark of a sentence that a line break parts.
fn sentence_end(page: &Page<'_>, line: usize) -> Option<usize> {
    let text = page.line(line).trim_end();
    if page.level(line).is_some() || text.ends_with(['.', '。', ':', '：', ';', '；', '!', '！', '*']) {
        return None;
    }
    let end = (line + 1..=page.len().min(line + LONGEST))
        .take_while(|below| goes_on(page, *below))
        .find(|below| page.line(*below).trim_end().ends_with(['?', '？']))?;
    let alone = end == page.len() || page.is_blank(end + 1);
    let broken = text.ends_with([',', '，', '、'])
        || columns(text) >= LONG
        || page.line(line + 1).starts_with("  ")
        || page.line(line + 1).starts_with(|letter: char| letter.is_ascii_lowercase());
    (if text.ends_with(['?', '？']) { alone } else { broken }).then_some(end)
}

/// Running text that is no item, number or label of its own.
fn goes_on(page: &Page<'_>, line: usize) -> bool {
    page.kind(line) == LineKind::Text && page.item(line) == 0 && {
        let stem = page.stem(line);
        stem.number.is_none() && stem.label.is_none()
    }
}

fn columns(text: &str) -> usize {
    text.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum()
}
