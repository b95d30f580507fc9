//! Glossaries: chapters of terms among questions. Their heading says so, and nearly each line is a term and its meaning.

use super::extent::ends;
use crate::import::ask::Asking;
use crate::import::page::Page;
use crate::import::style::Reading;
use crate::import::styles::terms_within;

/// Takes the terms of chapters that hold no cards, or whose heading alone is one.
pub(super) fn take(page: &Page<'_>, reading: &mut Reading) {
    let heads: Vec<usize> = (1..=page.len()).filter(|line| page.heads_terms(*line)).take(MOST).collect();
    if heads.is_empty() {
        return;
    }
    let ends_of_cards = ends(page, &reading.questions);
    let cards: Vec<(usize, usize)> =
        reading.questions.iter().map(|question| question.line).zip(ends_of_cards).collect();
    let mut added = Vec::new();
    for head in heads {
        // Inside an answer it parts it.
        let above = cards.partition_point(|(line, _)| *line < head).checked_sub(1);
        let is_part = above.is_some_and(|above| head <= cards[above].1);
        if is_part || page.asks(head) > Asking::No {
            continue;
        }
        let level = page.level(head);
        let ends = |line: &usize| page.level(*line).is_some();
        let last = (head + 1..=page.len()).find(ends).map_or(page.len(), |next| next - 1);
        let is_inside = |line: usize| (head..=last).contains(&line);
        let is_head = |line: usize, own: Option<u8>| line == head && own == level;
        let others = |line: usize, own: Option<u8>| is_inside(line) && !is_head(line, own);
        if reading.questions.iter().any(|question| others(question.line, question.level)) {
            continue;
        }
        let mut terms = terms_within(page, head + 1, last);
        if terms.is_empty() {
            continue;
        }
        terms.iter_mut().for_each(|term| term.limit = last);
        reading.questions.retain(|question| !is_inside(question.line));
        for question in reading.questions.iter_mut().filter(|question| question.line < head) {
            question.limit = question.limit.min(head - 1);
        }
        added.append(&mut terms);
    }
    if !added.is_empty() {
        reading.questions.append(&mut added);
        reading.questions.sort_by_key(|question| question.line);
    }
}

/// A file has no more glossaries.
const MOST: usize = 64;
