//! Chapters in several styles: the questions of other readings in the stretches that the best one leaves out.

use crate::import::ask::{Asking, asking};
use crate::import::page::{LineKind, Page};
use crate::import::style::{Answer, Question, Reading, end_of_card, extent};
use crate::messages::ReadingMessage;

/// Takes questions of another reading in stretches that hold no card; gives how many.
pub(in crate::import) fn fill(page: &Page<'_>, reading: &mut Reading, mut other: Reading) -> usize {
    if other.questions.is_empty() || matches!(other.doubt, Some(ReadingMessage::LinksElsewhere)) {
        return 0;
    }
    other.chapters.sort_unstable();
    // Where answers are marked, what looks like the name of a chapter is a label in them.
    if !reading.evidence.has_marked_answers() {
        give_way(page, &mut reading.questions, &other);
    }
    give_up(page, &mut reading.questions, &other);
    let gaps = gaps(page, &reading.questions);
    let asking = reading.questions.iter().filter(|question| question.weight(page) > 0.0).count();
    let asks_on = page.promises || asking > 3 && asking * 5 >= reading.questions.len() * 4;
    let mut added = 0;
    let mut others = other.questions.into_iter().peekable();
    for (first, last) in gaps {
        while others.next_if(|other| other.line < first).is_some() {}
        let mut group: Vec<Question> = Vec::new();
        while let Some(other) = others.next_if(|other| other.line <= last) {
            group.push(other);
        }
        let from = other.chapters.partition_point(|line| *line < first);
        let until = other.chapters.partition_point(|line| *line <= last);
        let heads = &other.chapters[from..until];
        let is_list = !heads.is_empty() || group.len() > 3 && asks_on;
        if is_chapter(page, &group, last, is_list) {
            added += group.len();
            reading.chapters.extend_from_slice(heads);
            reading.questions.append(&mut group);
        }
    }
    if added > 0 {
        reading.questions.sort_by_key(|question| question.line);
        reading.chapters.sort_unstable();
        reading.chapters.dedup();
    }
    added
}

/// The stretches before, between and behind the cards.
pub(super) fn gaps(page: &Page<'_>, questions: &[Question]) -> Vec<(usize, usize)> {
    let mut gaps: Vec<(usize, usize)> = Vec::new();
    let mut free = 1;
    for (index, question) in questions.iter().enumerate() {
        let next = questions.get(index + 1).map_or(page.len() + 1, |next| next.line);
        if question.line > free {
            gaps.push((free, question.line - 1));
        }
        free = end_of_card(page, question, next) + 1;
    }
    if free <= page.len() {
        gaps.push((free, page.len()));
    }
    gaps
}

/// Whether questions between two cards are a chapter: most ask, and have answers or are a list.
fn is_chapter(page: &Page<'_>, group: &[Question], last: usize, is_list: bool) -> bool {
    let fits = |question: &Question| end_of_card(page, question, question.last_line + 1) <= last;
    let weight: f32 = group.iter().map(|question| question.weight(page)).sum();
    let (answered, _) = extent(page, group);
    let count = group.len() as f32;
    // A list in which nearly all ask needs no answers.
    let is_list = weight / count >= 0.8 && is_list;
    group.len() > 1
        && weight / count >= 0.5
        && (is_list || answered as f32 / count >= 0.5)
        && group.iter().all(fits)
}

/// So many questions of a chapter are looked at.
const NEAR: usize = 8;

/// Cuts answers at the heads of chapters whose questions only the other reading has.
fn give_way(page: &Page<'_>, questions: &mut [Question], other: &Reading) {
    for head in &other.chapters {
        let place = questions.partition_point(|question| question.line < *head);
        let next = questions.get(place).map_or(page.len() + 1, |next| next.line);
        let from = other.questions.partition_point(|one| one.line < *head);
        // A few tell what list it is.
        let inside = other.questions[from..].iter().take(NEAR).take_while(|one| one.line < next);
        let is_list = inside.clone().count() > 1 && inside.clone().all(|one| one.sure && one.level.is_none());
        let Some(above) = place.checked_sub(1).filter(|_| is_list) else { continue };
        let above = &mut questions[above];
        match &mut above.answer {
            Answer::Below | Answer::Behind(_) => above.limit = above.limit.min(head - 1),
            Answer::Lines(first, last) if *first < *head && *last >= *head => {
                *last = page.trimmed(*first, head - 1).map_or(*first - 1, |(_, last)| last);
            }
            _ => {}
        }
    }
}

/// Drops headings that do not ask and have nothing below them but a table of questions that the other reading has.
fn give_up(page: &Page<'_>, questions: &mut Vec<Question>, other: &Reading) {
    let rows = &other.questions;
    if rows.len() < 2 || !rows.iter().all(|row| row.sure && row.level.is_none()) {
        return;
    }
    let nexts: Vec<usize> = questions.iter().skip(1).map(|next| next.line).chain([page.len() + 1]).collect();
    let mut nexts = nexts.into_iter();
    questions.retain(|question| {
        let next = nexts.next().unwrap_or(page.len() + 1);
        if question.level.is_none() || question.sure || page.asks(question.line) > Asking::No {
            return true;
        }
        let end = end_of_card(page, question, next);
        let from = rows.partition_point(|row| row.line <= question.line);
        let own = &rows[from..rows.partition_point(|row| row.line <= end)];
        let is_table = |line: usize| page.is_furniture(line) || page.kind(line) == LineKind::Table;
        let asked = own.iter().filter(|row| asking(&row.text) > Asking::No).count();
        own.len() < 2 || asked * 2 < own.len() || !(question.last_line + 1..=end).all(is_table)
    });
}

/// Readings that are each a small part of the file and together most of it; with the place of the first one.
pub(in crate::import) fn join<'r>(
    page: &Page<'_>,
    readings: impl Iterator<Item = &'r Reading>,
) -> Option<(usize, Reading)> {
    let is_part = |reading: &&Reading| {
        matches!(reading.doubt, Some(ReadingMessage::SmallPart)) && !reading.questions.is_empty()
    };
    let mut parts = readings.enumerate().filter(|(_, reading)| is_part(reading));
    let (place, first) = parts.next()?;
    let copied = |reading: &Reading| Reading {
        questions: reading.questions.clone(),
        chapters: reading.chapters.clone(),
        ..Reading::default()
    };
    let mut all = copied(first);
    let mut joined = 0;
    for (_, part) in parts {
        joined += usize::from(fill(page, &mut all, copied(part)) > 0);
    }
    let weighed = Reading::weighed(page, all.questions);
    let is_whole = joined > 0 && weighed.doubt.is_none() && weighed.evidence.covers(MOST);
    is_whole.then_some((place, Reading { chapters: all.chapters, ..weighed }))
}

/// Parts that are together so much of the file are all of it.
const MOST: f32 = 0.6;
