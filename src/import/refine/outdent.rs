//! Items nested in others: a card ends where a less deep item begins, which heads what is nested in it.

use super::extent::ends;
use crate::import::page::{Page, mark};
use crate::import::style::{Answer, Reading};

/// Ends the cards of nested items at the items above them.
pub(super) fn cut(page: &Page<'_>, reading: &mut Reading) {
    let ends = ends(page, &reading.questions);
    for (place, end) in ends.into_iter().enumerate() {
        let question = &reading.questions[place];
        let depth = page.item(question.line);
        if depth < 2 || !page.has(question.line, mark::BULLET) {
            continue;
        }
        let is_above = |line: &usize| (1..depth).contains(&page.item(*line));
        let Some(head) = (question.last_line + 1..=end).find(is_above) else { continue };
        let next = reading.questions.get(place + 1).map(|next| next.line);
        let question = &mut reading.questions[place];
        match &mut question.answer {
            Answer::Below | Answer::Behind(_) => question.limit = question.limit.min(head - 1),
            _ => continue,
        }
        let heads_next =
            next.is_some_and(|next| (head + 1..=next).all(|line| line == next || page.is_blank(line)));
        if heads_next {
            reading.chapters.push(head);
        }
    }
    reading.chapters.sort_unstable();
    reading.chapters.dedup();
}
