//! The program's own way: what [`crate::export`] writes comes back word for word.
//!
//! ```text
//! <!-- backprop deck -->
//!
//! # Title
//!
//! ## Topic
//!
//! ### What does pooling do?
//!
//! <!-- id: pooling -->
//!
//! It shrinks the map.
//! ```
//!
//! The first line says so. A heading with an id below it is a question, and everything up to the next
//! one, or to the topics above that, is its answer, whatever it looks like. A question of several lines
//! stands between two more comments, and its heading is only a label.

use super::super::page::{Kind, Page};
use super::super::style::{Answer, Question, Reading, Style};
use super::super::written_id;

/// The first line of a file in this style.
pub(crate) const MARK: &str = "<!-- backprop deck -->";
/// Above a question of several lines.
pub(crate) const QUESTION: &str = "<!-- question -->";
/// Below it.
pub(crate) const ANSWER: &str = "<!-- answer -->";
/// Below an answer whose last lines could be taken for a topic.
pub(crate) const END: &str = "<!-- end -->";

pub(in crate::import) const STYLE: Style = Style {
    name: "native",
    about: "backprop's own: a heading with an id below it is a question",
    sample: "<!-- backprop deck -->\n\n# CNN\n\n## Pooling\n\n<!-- id: pooling -->\n\nIt shrinks the map.\n\n## 为什么提出CNN？\n\n<!-- id: why-cnn -->\n\n参数太多。\n",
    read,
};

fn read(page: &Page<'_>) -> Reading {
    let first = (1..=page.len()).find(|line| !page.is_blank(*line));
    if first.is_none_or(|line| page.line(line).trim() != MARK) {
        return Reading::default();
    }
    let heads: Vec<Head> = (1..=page.len()).filter_map(|line| head(page, line)).collect();
    let cards = heads.iter().enumerate().map(|(index, head)| {
        let last = heads.get(index + 1).map_or(page.len(), |next| above_topics(page, head, next));
        card(page, head, last)
    });
    let mut reading = Reading::judged(page, cards.collect()).trusted();
    reading.is_declared = true;
    reading
}

/// A question's heading and the comment with its id.
struct Head {
    line: usize,
    level: u8,
    id: usize,
}

fn head(page: &Page<'_>, id: usize) -> Option<Head> {
    if !is(page, id, |line| written_id(line).is_some()) {
        return None;
    }
    let line = (1..id).rev().find(|above| !page.is_blank(*above))?;
    Some(Head { line, level: page.level(line)?, id })
}

/// A comment of this style at the start of a line; in code it is only an example of one.
fn is(page: &Page<'_>, line: usize, what: impl Fn(&str) -> bool) -> bool {
    page.kind(line) != Kind::Verbatim && page.line(line).starts_with("<!--") && what(page.line(line))
}

/// The last line before the next question and the topics right above it.
fn above_topics(page: &Page<'_>, head: &Head, next: &Head) -> usize {
    let mut level = next.level;
    let mut free = next.line - 1;
    for line in (head.id + 1..next.line).rev() {
        match page.level(line) {
            Some(above) if above < level => (level, free) = (above, line - 1),
            _ if page.is_blank(line) => {}
            _ => break,
        }
    }
    free
}

fn card(page: &Page<'_>, head: &Head, last: usize) -> Question {
    let label = page.line(head.line).trim_start_matches('#').trim();
    let mut question = Question::new(page, head.line, label);
    question.sure = true;
    question.last_line = head.id;
    let marked = |line: &usize, mark: &str| is(page, *line, |text| text.trim_end() == mark);
    let below = (head.id + 1..=last).find(|line| !page.is_blank(*line));
    if let Some(first) = below.filter(|line| marked(line, QUESTION))
        && let Some(until) = (first + 1..=last).find(|line| marked(line, ANSWER))
    {
        question.text = filled(page, first + 1, until - 1)
            .map_or(String::new(), |(first, last)| page.slice(first, last).into_owned());
        question.last_line = until;
    }
    let mut lines = filled(page, question.last_line + 1, last);
    if let Some((first, last)) = lines.filter(|(_, last)| marked(last, END)) {
        lines = filled(page, first, last - 1);
    }
    question.answer = Answer::Told { id: head.id, lines };
    question.limit = last;
    question
}

/// The lines without blank ones around them.
fn filled(page: &Page<'_>, first: usize, last: usize) -> Option<(usize, usize)> {
    let first = (first..=last).find(|line| !page.is_blank(*line))?;
    let last = (first..=last).rev().find(|line| !page.is_blank(*line))?;
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use crate::import;

    #[test]
    fn answers_are_taken_as_they_stand() {
        let text = "<!-- backprop deck -->\n\n# T\n\n## A\n\n### Q1\n\n<!-- id: a -->\n\nA: x\n\n## inside\n\n- [x] A. one\n\n## B\n\n### label\n\n<!-- id: b -->\n<!-- question -->\ntwo\n\nlines\n<!-- answer -->\n\n### c\n<!-- id: c -->\nx\n\n## last\n\n<!-- end -->\n";
        let notes = import::read(text.as_bytes(), None, None, None);
        assert_eq!((notes.style, notes.title.as_deref()), (Some("native"), Some("T")));
        let cards: Vec<_> = (notes.cards.iter())
            .map(|card| {
                let face = &card.faces[0];
                (card.id.as_str(), face.topic.join("/"), face.question.as_str(), face.answer.as_str())
            })
            .collect();
        assert_eq!(
            cards,
            [
                ("a", "A".to_owned(), "Q1", "A: x\n\n## inside\n\n- [x] A. one"),
                ("b", "B".to_owned(), "two\n\nlines", ""),
                ("c", "B".to_owned(), "c", "x\n\n## last"),
            ]
        );
        assert_eq!(notes.diagnostics.len(), 1, "{:?}", notes.diagnostics);
    }
}
