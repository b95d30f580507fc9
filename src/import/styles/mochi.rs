//! Mochi's decks: records, each with properties between two rules, the front of a card, a rule, and its back.

use super::super::page::{LineKind, Page};
use super::super::style::{Answer, Question, Reading, Style};

pub(in crate::import) const STYLE: Style = Style {
    name: "mochi",
    about: "records of Mochi: properties between rules, then front and back of a card",
    sample: "---\ncard_id: null\n---\nWhat does pooling do?\n---\nIt shrinks the map.\n---\ncard_id: null\n---\n为什么提出CNN？\n---\n参数太多。\n",
    read,
    insisted: read,
};

fn read(page: &Page<'_>) -> Reading {
    let is_matter = |line: usize| page.kind(line) == LineKind::Matter;
    if page.len() == 0 || !is_matter(1) {
        return Reading::default();
    }
    // Where the properties of each record end, and the next ones begin.
    let ends: Vec<usize> = (1..=page.len())
        .filter(|line| is_matter(*line) && (*line == page.len() || !is_matter(line + 1)))
        .collect();
    if ends.len() < 2 {
        return Reading::default();
    }
    let mut questions = Vec::new();
    for (index, end) in ends.iter().enumerate() {
        let stop = match ends.get(index + 1) {
            Some(next) => (end + 1..=*next).find(|line| is_matter(*line)).unwrap_or(*next) - 1,
            None => page.len(),
        };
        questions.extend(card(page, end + 1, stop));
    }
    let reading = Reading::weighed(page, questions).trusted();
    Reading { is_declared: true, ..reading }
}

/// The card on these lines.
fn card(page: &Page<'_>, first: usize, last: usize) -> Option<Question> {
    let says = |line: &usize| !page.is_blank(*line) && page.kind(*line) != LineKind::Rule;
    let parts = |line: &usize| page.kind(*line) == LineKind::Rule && page.line(*line).trim_end() == "---";
    let from = (first..=last).find(says)?;
    let rule = (from..=last).find(parts);
    let until = (from..rule.unwrap_or(last + 1)).rev().find(|line| !page.is_blank(*line))?;
    let mut question = Question::new(page, from, page.slice(from, until).trim());
    (question.last_line, question.sure, question.level) = (until, true, None);
    let below = rule.map_or(last + 1, |rule| rule + 1);
    let start = (below..=last).find(says);
    let end = (below..=last).rev().find(says);
    question.answer = match start.zip(end) {
        Some((start, end)) => Answer::Lines(start, end),
        None => Answer::Lines(until + 1, until),
    };
    question.limit = last;
    Some(question)
}
