//! Keys by section: `一、1.C 2.B` and `二、1. 0.9 2. MLM` at the end of a paper whose sections are counted so, each with
//! numbers of its own.

use super::naming::{names, number_of};
use crate::import::page::Page;
use crate::import::stem::{Delimiter, Stem, number};
use crate::import::style::{Answer, Question};
use std::collections::HashMap;

/// Fewer sections need no such key.
const FEWEST: usize = 2;

/// An answer: its section, its number, the line, and what it says.
struct SectionAnswer {
    section: u32,
    number: u32,
    line: usize,
    text: String,
}

/// Gives questions the answers that the last key of the file holds for their sections.
pub(super) fn give(page: &Page<'_>, questions: &mut Vec<Question>) {
    let Some(head) = (1..=page.len()).rev().find(|line| names(page, *line)) else { return };
    let asked = questions.partition_point(|question| question.line < head);
    let answers = answers(page, head);
    let sections = answers.windows(2).filter(|pair| pair[0].section != pair[1].section).count() + 1;
    if answers.is_empty() || sections < FEWEST || asked < answers.len() {
        return;
    }
    let places: HashMap<(u32, u32), usize> = (0..asked)
        .filter_map(|place| {
            let line = questions[place].line;
            let section = (1..line).rev().find_map(|above| section_of(page, above))?;
            Some(((section.0, number_of(page, line)?), place))
        })
        .collect();
    let own: Vec<Option<&usize>> =
        answers.iter().map(|answer| places.get(&(answer.section, answer.number))).collect();
    if own.iter().any(Option::is_none) || own.len() * 5 < asked * 4 {
        return;
    }
    for (place, answer) in own.into_iter().flatten().zip(&answers) {
        questions[*place].answer =
            Answer::Keyed { text: answer.text.clone(), first: answer.line, last: answer.line };
    }
    for question in &mut questions[..asked] {
        question.limit = question.limit.min(head - 1);
    }
    questions.truncate(asked);
}

/// The section that a line heads, and what stands behind its number.
fn section_of<'a>(page: &Page<'a>, line: usize) -> Option<(u32, &'a str)> {
    let stem = page.stem(line);
    let number = stem.number.filter(|own| matches!(own.delimiter, Delimiter::Han | Delimiter::Roman))?;
    Some((number.value, stem.text))
}

/// The answers below the head of a key, in order: behind the number of their section, or on lines of their own.
fn answers(page: &Page<'_>, head: usize) -> Vec<SectionAnswer> {
    let mut found: Vec<SectionAnswer> = Vec::new();
    let mut section = None;
    for line in (head + 1..=page.len()).filter(|line| !page.is_furniture(*line)) {
        let text = match section_of(page, line) {
            Some((value, text)) => {
                section = Some(value);
                text
            }
            None => page.line(line).trim(),
        };
        let Some(section) = section else { return Vec::new() };
        let last = found.iter().rev().find(|answer| answer.section == section);
        for (number, text) in counted(text, last.map_or(1, |last| last.number + 1)) {
            found.push(SectionAnswer { section, number, line, text: text.to_owned() });
        }
    }
    found
}

/// The parts of a text that are numbered from `next` on: `1. 0.9  2. MLM`.
fn counted(text: &str, mut next: u32) -> Vec<(u32, &str)> {
    let mut starts: Vec<(usize, usize, u32)> = Vec::new();
    let begins = |at: usize| {
        at == 0 || text[..at].ends_with([' ', '\t', '\u{3000}', ',', '，', ';', '；', '。', ':', '：', '、'])
    };
    for (at, _) in text
        .char_indices()
        .filter(|(at, letter)| (letter.is_ascii_digit() || matches!(letter, '(' | '（')) && begins(*at))
    {
        let Some((own, rest)) = number(&text[at..]) else { continue };
        // A decimal is no number of a list.
        if own.value == next && own.prefix == 0 && !matches!(own.delimiter, Delimiter::Parts(_)) {
            starts.push((at, text.len() - rest.len(), own.value));
            next += 1;
        }
    }
    let ends = starts.iter().skip(1).map(|(at, ..)| *at).chain([text.len()]);
    let part = |((_, from, number), end): (&(usize, usize, u32), usize)| {
        let told = text[*from..end].trim().trim_end_matches([',', '，', ';', '；']);
        (!told.is_empty() && !Stem::of(told).text.is_empty()).then_some((*number, told))
    };
    starts.iter().zip(ends).filter_map(part).collect()
}
