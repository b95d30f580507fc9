//! Gaps: in a numbered list without answers, what bears numbers below one of its questions is no answer either,
//! though the numbers jump, go back, or begin anew behind a blank line.

use super::chapters::gaps as stretches;
use super::extent::ends;
use crate::import::page::{LineKind, Page, mark};
use crate::import::stem::Stem;
use crate::import::style::{Answer, Question, Reading};
use crate::import::styles::lists_within;

/// Fewer questions are no list.
const FEWEST: usize = 3;

/// Adds the questions that bear numbers of the same list, set alike.
pub(super) fn fill(page: &Page<'_>, reading: &mut Reading) {
    let questions = &mut reading.questions;
    if questions.len() < FEWEST || !questions.iter().all(|question| page.has(question.line, mark::NUMBER)) {
        return;
    }
    let ends = ends(page, questions);
    let first_told = |question: &Question, end: usize| match question.answer {
        Answer::Below => (question.last_line + 1..=end).find(|line| !page.is_furniture(*line)),
        _ => None,
    };
    let bare = questions
        .iter()
        .zip(&ends)
        .filter(|(question, end)| {
            first_told(question, **end)
                .is_none_or(|first| list_behind(page, question.line, first, **end).is_some())
        })
        .count();
    if bare * 10 < questions.len() * 7 || questions.iter().any(|question| question.answer != Answer::Below) {
        return;
    }
    let mut added = Vec::new();
    for (question, end) in questions.iter_mut().zip(&ends) {
        let Some(first) = first_told(question, *end) else { continue };
        let behind = list_behind(page, question.line, first, *end);
        let first = behind.unwrap_or(first);
        let (own, head) = (page.stem(question.line), page.stem(first));
        let number = head.number.map_or(0, |number| number.value);
        // Points of an answer are counted from 1.
        if !is_alike(page, &own, first) || (number == 1 && first == question.last_line + 1) {
            continue;
        }
        let alike = (first..=*end).filter(|line| is_alike(page, &own, *line));
        if behind.is_some() {
            // The remark above the list answers nothing.
            question.limit = question.last_line;
        }
        added.extend(alike.map(|line| Question::new(page, line, page.stem(line).question())));
    }
    if !added.is_empty() {
        questions.append(&mut added);
        questions.sort_by_key(|question| question.line);
    }
}

/// The head of a list that begins anew behind a remark, below a blank line, as the list of the question is written.
fn list_behind(page: &Page<'_>, question: usize, first: usize, end: usize) -> Option<usize> {
    let own = page.stem(question);
    if is_alike(page, &own, first) || !page.is_furniture(first - 1) {
        return None;
    }
    let begins = |line: &usize| {
        let number = |line: usize| page.stem(line).number.map(|number| number.value);
        is_alike(page, &own, *line)
            && page.is_furniture(line - 1)
            && number(*line) == Some(1)
            && is_alike(page, &own, line + 1)
            && number(line + 1) == Some(2)
    };
    (first..end).find(begins)
}

/// Adds the lists between the cards that are numbered in another way: `1)` where the others have `1.`; and where hardly
/// any question has an answer, those that stand in the answers of the others.
pub(super) fn count_anew(page: &Page<'_>, reading: &mut Reading) {
    if !reading.evidence.runs_on() || reading.questions.len() < FEWEST {
        return;
    }
    let mut found = lists_within(page, &stretches(page, &reading.questions));
    let questions = &mut reading.questions;
    let told: Vec<(usize, (usize, usize))> = (questions.iter().zip(ends(page, questions)).enumerate())
        .filter(|(_, (question, _))| question.answer == Answer::Below)
        .filter_map(|(place, (question, end))| Some((place, page.trimmed(question.last_line + 1, end)?)))
        .collect();
    if told.len() * 10 <= questions.len() * 3 {
        let stretches: Vec<(usize, usize)> = told.iter().map(|(_, stretch)| *stretch).collect();
        let within = lists_within(page, &stretches);
        for (place, (first, last)) in told {
            let from = within.partition_point(|question| question.line < first);
            let Some(head) = within.get(from).map(|question| question.line).filter(|head| *head <= last)
            else {
                continue;
            };
            // A line right above the list names it.
            let is_named = (first..head).filter(|line| !page.is_furniture(*line)).count() < 2;
            questions[place].limit = if is_named { questions[place].last_line } else { head - 1 };
        }
        found.extend(within);
    }
    if !found.is_empty() {
        reading.questions.append(&mut found);
        reading.questions.sort_by_key(|question| question.line);
    }
}

/// Whether a line bears a number that is written and set as that of a question.
fn is_alike(page: &Page<'_>, own: &Stem<'_>, line: usize) -> bool {
    if page.kind(line) != LineKind::Text || !page.has(line, mark::NUMBER) {
        return false;
    }
    let stem = page.stem(line);
    let delimiter = |stem: &Stem<'_>| stem.number.map(|number| number.delimiter);
    delimiter(&stem) == delimiter(own)
        && stem.indent == own.indent
        && stem.heading == own.heading
        && !stem.text.is_empty()
}
