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
//! The first line says so, or every heading of a question has an id below it. Such a heading is a
//! question, and everything up to the next one, or to the topics above that, is its answer, whatever it
//! looks like. A question of several lines stands between two more comments, and its heading is only a
//! label. Deeper questions below a label `Follow-ups:` at the end of an answer are its follow-ups.

use super::super::page::{LineKind, Page};
use super::super::stem::Stem;
use super::super::style::{Answer, Question, Reading, Style};
use super::super::written_id;
use crate::markdown::{Section, section};

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
    insisted: read,
};

fn read(page: &Page<'_>) -> Reading {
    let first = (1..=page.len()).find(|line| !page.is_blank(*line));
    let is_marked = first.is_some_and(|line| page.line(line).trim() == MARK);
    let heads: Vec<NativeHead> = (1..=page.len()).filter_map(|line| head(page, line)).collect();
    if !is_marked && !all_have_ids(page, &heads) {
        return Reading::default();
    }
    let mut cards: Vec<Question> = Vec::with_capacity(heads.len());
    for (index, head) in heads.iter().enumerate() {
        let last = heads.get(index + 1).map_or(page.len(), |next| above_topics(page, head, next));
        cards.push(card(page, head, last, is_marked));
    }
    follow_ups(page, &heads, &mut cards);
    let mut reading = Reading::judged(page, cards).trusted();
    reading.is_declared = true;
    reading
}

/// Whether every heading of the levels that questions have has an id: then these are the questions, and
/// nothing has to be guessed.
fn all_have_ids(page: &Page<'_>, heads: &[NativeHead]) -> bool {
    let mut levels = [false; 7];
    heads.iter().for_each(|head| levels[usize::from(head.level)] = true);
    let mut ids = heads.iter().map(|head| head.line).peekable();
    let mut headings =
        (1..=page.len()).filter(|line| page.level(*line).is_some_and(|level| levels[usize::from(level)]));
    heads.len() > 1 && headings.all(|line| ids.next_if_eq(&line).is_some())
}

/// A question's heading and the comment with its id.
struct NativeHead {
    line: usize,
    level: u8,
    id: usize,
}

fn head(page: &Page<'_>, id: usize) -> Option<NativeHead> {
    if !is(page, id, |line| written_id(line).is_some()) {
        return None;
    }
    let line = (1..id).rev().find(|above| !page.is_blank(*above))?;
    Some(NativeHead { line, level: page.level(line)?, id })
}

/// Questions deeper than one whose answer ends with the label of follow-ups belong to it, and so do the
/// sources that stand below the last of them.
fn follow_ups(page: &Page<'_>, heads: &[NativeHead], cards: &mut [Question]) {
    let mut parent: Option<usize> = None;
    for index in 0..heads.len() {
        if parent.is_some_and(|parent| heads[index].level <= heads[parent].level) {
            parent = None;
        }
        if let Some(parent) = parent {
            cards[index].parent = Some(heads[parent].line);
            let is_last = heads.get(index + 1).is_none_or(|next| next.level <= heads[parent].level);
            if is_last && let Some(sources) = cut_sources(page, &mut cards[index]) {
                cards[parent].sources = Some(sources);
            }
        } else if cut_label(page, &mut cards[index]) {
            parent = Some(index);
        }
    }
}

/// Takes the label of follow-ups off the end of an answer.
fn cut_label(page: &Page<'_>, card: &mut Question) -> bool {
    let Answer::Told { lines, .. } = &mut card.answer else { return false };
    let Some((first, last)) = *lines else { return false };
    let is_label = page.kind(last) != LineKind::Verbatim
        && section(page.line(last))
            .is_some_and(|(section, rest)| section == Section::FollowUps && rest.is_empty());
    if is_label {
        *lines = filled(page, first, last - 1);
    }
    is_label
}

/// Takes the sources off the end of an answer.
fn cut_sources(page: &Page<'_>, card: &mut Question) -> Option<(usize, usize)> {
    let Answer::Told { lines, .. } = &mut card.answer else { return None };
    let (first, last) = (*lines)?;
    let is_label = |line: &usize| {
        page.kind(*line) != LineKind::Verbatim
            && section(page.line(*line)).is_some_and(|(section, _)| section == Section::Sources)
    };
    let label = (first..=last).rev().find(is_label)?;
    *lines = filled(page, first, label - 1);
    Some((label, last))
}

/// A comment of this style at the start of a line; in code it is only an example of one.
fn is(page: &Page<'_>, line: usize, what: impl Fn(&str) -> bool) -> bool {
    page.kind(line) != LineKind::Verbatim && page.line(line).starts_with("<!--") && what(page.line(line))
}

/// The last line before the next question and the topics right above it.
fn above_topics(page: &Page<'_>, head: &NativeHead, next: &NativeHead) -> usize {
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

fn card(page: &Page<'_>, head: &NativeHead, last: usize, is_marked: bool) -> Question {
    // What the program wrote comes back word for word; people number their questions.
    let label = match page.heading(head.line) {
        Some((_, text)) if !is_marked => Stem::of(text).question(),
        _ => page.line(head.line).trim_start_matches('#').trim().to_owned(),
    };
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

    const FOLLOWED: &str = "# Deck\n\n## Attention\n\n### 1. Why divide by √d?\n\n<!-- id: scaling; importance: 3; tracks: llm, vision; after: attention -->\n\nThe gist.\n\n- **A**: one.\n\nMistakes:\n\n- x → y\n\nFollow-ups:\n\n#### What with QK-norm?\n\n<!-- id: scaling-qk -->\n\nA scale.\n\n#### And additive?\n\n<!-- id: scaling-additive; importance: 3 -->\n\nNo factor.\n\nSources: X 2017, §3;\nY 2020.\n\n### 2. What is a mask?\n\n<!-- id: mask; colour: red -->\n\nIt hides.\n\n追问：\n\n## RNN\n\n### Gate?\n\n<!-- id: gate -->\n\nA factor.\n\nSources: Z.\n";

    #[test]
    fn follow_ups_and_sources_belong_to_the_card_above() {
        let notes = import::read(FOLLOWED.as_bytes(), None, None, None);
        assert_eq!(notes.style, Some("native"));
        let rows: Vec<_> = (notes.cards.iter())
            .map(|card| {
                let face = &card.faces[0];
                let parent = card.parent().map(crate::card::CardId::as_str);
                (card.id.as_str(), &*face.topic[0], &*face.question, parent, card.importance().number())
            })
            .collect();
        assert_eq!(
            rows,
            [
                ("scaling", "Attention", "Why divide by √d?", None, 3),
                ("scaling-qk", "Attention", "What with QK-norm?", Some("scaling"), 2),
                ("scaling-additive", "Attention", "And additive?", Some("scaling"), 3),
                ("mask", "Attention", "What is a mask?", None, 2),
                ("gate", "RNN", "Gate?", None, 2),
            ]
        );
        let answers: Vec<&str> = notes.cards.iter().map(|card| &*card.faces[0].answer).collect();
        assert_eq!(answers[0], "The gist.\n\n- **A**: one.\n\nMistakes:\n\n- x → y");
        assert_eq!(answers[1..], ["A scale.", "No factor.", "It hides.", "A factor.\n\nSources: Z."]);
        let metadata = notes.cards[0].metadata().unwrap();
        assert_eq!((&*metadata.sources, metadata.tracks.len()), ("Sources: X 2017, §3;\nY 2020.", 2));
        assert_eq!(metadata.after, [crate::card::CardId::from("attention")]);
        let messages: Vec<String> = notes.diagnostics.iter().map(|told| told.message.to_string()).collect();
        assert_eq!(messages, ["not understood in the comment of this card: colour: red"]);
    }

    #[test]
    fn some_ids_do_not_make_a_deck() {
        let text = "# T\n\n## a?\n\n<!-- id: a -->\n\nx\n\n## b?\n\n<!-- id: b -->\n\ny\n\n## c?\n\nz\n";
        assert_eq!(import::read(text.as_bytes(), None, None, None).style, Some("headings"));
    }

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
