//! The end of an answer: titles of what comes next are no part of it, nor adverts, references and lists of the next
//! chapters of the last one.

use super::extent::ends;
use super::sections::cut_at;
use crate::import::page::{LineKind, Page};
use crate::import::style::{Answer, Question, Reading};

/// Cuts what stands below the last answer off it.
pub(super) fn cut(page: &Page<'_>, questions: &mut [Question]) {
    let ends = ends(page, questions);
    let Some((last, before)) = questions.split_last_mut() else { return };
    if before.len() < 2 || !matches!(last.answer, Answer::Below | Answer::Behind(_) | Answer::Lines(..)) {
        return;
    }
    let end = *ends.last().unwrap_or(&0);
    let first = last.last_line + 1;
    let Some((first, end)) = page.trimmed(first, end.max(last.last_line)) else { return };
    let others: Vec<(usize, usize)> = before
        .iter()
        .zip(&ends)
        .filter_map(|(question, end)| page.trimmed(question.last_line + 1, (*end).max(question.last_line)))
        .collect();
    let cut =
        behind_rule(page, first, end, &others).into_iter().chain(links(page, first, end, &others)).min();
    let Some(cut) = cut.filter(|cut| *cut > first) else { return };
    match &mut last.answer {
        Answer::Lines(start, until) if *start < cut => {
            if let Some((_, trimmed)) = page.trimmed(*start, cut - 1) {
                *until = trimmed;
            }
        }
        _ => {}
    }
    last.limit = last.limit.min(cut - 1);
}

/// Takes lines off the answers above them that announce what comes next, where a good part of the answers end with
/// one: they were headings before somebody copied the text. They are the topic of the card below.
pub(super) fn announce(page: &Page<'_>, reading: &mut Reading) {
    let questions = &mut reading.questions;
    let ends = ends(page, questions);
    let announces = |(index, end): (usize, &usize)| {
        let (question, next) = (&questions[index], questions.get(index + 1)?);
        let (first, last) = page.trimmed(question.last_line + 1, *end)?;
        let text = page.line(last).trim();
        let is_title = question.answer == Answer::Below
            && first < last
            && next.line <= last + 2
            && page.kind(last) == LineKind::Text
            && page.item(last) == 0
            && !page.labels_answer(last)
            && text.chars().count() <= LONGEST_TITLE
            && text.trim_end_matches(['*', '_']).ends_with([':', '：']);
        is_title.then_some((index, last))
    };
    let found: Vec<(usize, usize)> = ends.iter().enumerate().filter_map(announces).collect();
    if found.len() < 3 || found.len() * 3 < questions.len() {
        return;
    }
    for (index, line) in found {
        questions[index].limit = line - 1;
        reading.chapters.push(line);
    }
    reading.chapters.sort_unstable();
}

/// A line that announces what comes next has no more letters.
const LONGEST_TITLE: usize = 60;

/// Takes short lines off the answers above them that stand right above the next question, below a blank line, where the
/// other questions stand free: they head chapters.
pub(super) fn head(page: &Page<'_>, reading: &mut Reading) {
    let ends = ends(page, &reading.questions);
    let questions = &mut reading.questions;
    let begin = |question: &Question| question.context.unwrap_or(question.line);
    let stands_free = |question: &Question| begin(question) > 1 && page.is_blank(begin(question) - 1);
    let heads = |index: usize| {
        let question = &questions[index];
        // Several cards of one note stand on the same line.
        let line =
            begin(&questions[index + 1]).checked_sub(1).filter(|line| *line > question.last_line + 1)?;
        let text = page.line(line).trim_end();
        let tells = (question.last_line + 1..line).any(|above| !page.is_furniture(above))
            || !matches!(question.answer, Answer::Below | Answer::Lines(..));
        let is_head = line == ends[index]
            && tells
            && page.kind(line) == LineKind::Text
            && page.is_blank(line - 1)
            && page.item(line) == 0
            && page.stem(line).number.is_none()
            && page.stem(line).label.is_none()
            && text.starts_with(char::is_alphabetic)
            && text.chars().count() <= LONGEST_HEAD
            && text.ends_with(|letter: char| {
                letter.is_alphanumeric() || matches!(letter, ')' | '）' | ':' | '：')
            });
        is_head.then_some((index, line))
    };
    let found: Vec<(usize, usize)> = (0..questions.len().saturating_sub(1)).filter_map(heads).collect();
    let others = questions.len() - found.len();
    let free = questions.iter().filter(|question| stands_free(question)).count();
    if found.len() < 2 || found.len() * 2 > questions.len() || (free + 1) * 5 < others * 4 {
        return;
    }
    for (index, line) in found {
        cut_at(page, &mut questions[index], line);
        reading.chapters.push(line);
    }
    reading.chapters.sort_unstable();
    reading.chapters.dedup();
}

/// The name of a chapter that no mark tells has no more letters.
const LONGEST_HEAD: usize = 40;

/// The rule in the last answer, where no other answer holds one.
fn behind_rule(page: &Page<'_>, first: usize, end: usize, others: &[(usize, usize)]) -> Option<usize> {
    let rule = |line: &usize| page.kind(*line) == LineKind::Rule && !underlines(page, *line);
    let found = (first + 1..end).find(rule)?;
    let used = others.iter().any(|(first, end)| (*first..=*end).any(|line| rule(&line)));
    (!used).then_some(found)
}

/// The line below a heading is no rule.
fn underlines(page: &Page<'_>, line: usize) -> bool {
    line > 1 && page.level(line - 1).is_some()
}

/// The links the last answer ends with, and the line that announces them, where no other answer ends so.
fn links(page: &Page<'_>, first: usize, end: usize, others: &[(usize, usize)]) -> Option<usize> {
    let start = tail_of_links(page, first, end)?;
    let used = others.iter().filter(|(first, end)| tail_of_links(page, *first, *end).is_some()).count();
    (used * 10 <= others.len()).then_some(start)
}

/// Where the links begin that a text ends with: two of them at least.
fn tail_of_links(page: &Page<'_>, first: usize, end: usize) -> Option<usize> {
    let mut start = None;
    let mut count = 0;
    for line in (first..=end).rev() {
        if page.is_furniture(line) {
            continue;
        }
        let text = page.stem(line).text;
        if page.kind(line) != LineKind::Verbatim
            && (page.is_link(line) || is_address(text) || is_link_line(text))
        {
            (start, count) = (Some(line), count + 1);
            continue;
        }
        let announces = count > 0
            && (page.level(line).is_some() || (text.chars().count() <= 24 && text.ends_with([':', '：'])));
        if announces {
            start = Some(line);
        }
        break;
    }
    start.filter(|start| count > 1 && *start > first)
}

fn is_address(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://")) && !text.contains(char::is_whitespace)
}

/// A line that is one link with a few words around it.
fn is_link_line(text: &str) -> bool {
    let Some((before, rest)) = text.split_once("](") else { return false };
    let Some((target, after)) = rest.split_once(')') else { return false };
    let outside = before.split_once('[').map_or(0, |(head, _)| head.chars().count()) + after.chars().count();
    outside <= 12 && target.contains("://")
}
