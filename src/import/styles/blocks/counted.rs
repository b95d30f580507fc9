//! Lines that begin with one word and a number that counts through the file, whatever the word is: `Exercise 3.`

use crate::import::page::{LineKind, Page, mark};
use crate::import::stem::Stem;
use crate::import::style::{Answer, Question};
use std::collections::HashMap;

/// Words whose numbers count chapters, parts or pictures of a text, not questions.
const OF_CHAPTERS: [&str; 34] = [
    "chapter", "part", "section", "day", "week", "month", "round", "step", "phase", "stage", "lecture",
    "unit", "module", "lesson", "level", "version", "release", "figure", "fig", "table", "appendix",
    "article", "rule", "option", "volume", "book", "page", "line", "note", "act", "scene", "listing",
    "schedule", "sprint",
];
/// A word has no more letters.
const LONGEST_WORD: usize = 16;

/// A number stands within so many bytes of its line.
const MOST_BYTES: usize = 64;

/// The questions of the word that counts in most lines, one after another from 1.
pub(super) fn counted(page: &Page<'_>, fewest: usize) -> Vec<Question> {
    let mut found: HashMap<String, Vec<(usize, u32)>> = HashMap::new();
    for line in 1..=page.len() {
        if let Some((word, number)) = head(page, line) {
            found.entry(word).or_default().push((line, number));
        }
    }
    let runs =
        |lines: &[(usize, u32)]| lines[0].1 == 1 && lines.windows(2).all(|pair| pair[1].1 == pair[0].1 + 1);
    let lists = found.into_iter().filter(|(_, lines)| lines.len() >= fewest && runs(lines));
    let Some((_, lines)) = lists.max_by_key(|(word, lines)| (lines.len(), word.clone())) else {
        return Vec::new();
    };
    let nexts = lines.iter().skip(1).map(|(line, _)| *line).chain([page.len() + 1]);
    lines.iter().zip(nexts).map(|((line, _), next)| question(page, *line, next)).collect()
}

/// The word and the number that a line begins with.
fn head(page: &Page<'_>, line: usize) -> Option<(String, u32)> {
    let is_known = page.has(line, mark::QUESTION | mark::ANSWER | mark::NUMBER);
    if is_known || !matches!(page.kind(line), LineKind::Text | LineKind::Heading(_)) || page.item(line) > 1 {
        return None;
    }
    let source = page.line(line);
    // A word and a number are short; most lines of prose begin with neither.
    if !source.bytes().take(MOST_BYTES).any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (word, rest) = parts(source)?;
    let digits = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let is_parted =
        rest[digits..].is_empty() || rest[digits..].starts_with(['.', ':', '：', ')', '*', ' ', '_', '|']);
    let number = rest[..digits].parse().ok().filter(|_| is_parted && digits < 4)?;
    let word = word.to_lowercase();
    (!OF_CHAPTERS.contains(&word.as_str())).then_some((word, number))
}

/// The word a line begins with behind its marks, and what follows the blank behind it.
fn parts(line: &str) -> Option<(&str, &str)> {
    let text = line.trim_start_matches([' ', '\t', '#', '*', '_', '>', '-', '[', '【']);
    let end = text.find(|letter: char| !letter.is_alphabetic())?;
    let (word, rest) = text.split_at(end);
    let rest = rest.strip_prefix(' ').unwrap_or(rest).trim_start_matches('#');
    (end > 0
        && word.chars().count() <= LONGEST_WORD
        && rest.starts_with(|letter: char| letter.is_ascii_digit()))
    .then_some((word, rest))
}

/// The question behind the word and its number; where nothing stands there, the paragraph below asks.
fn question(page: &Page<'_>, line: usize, next: usize) -> Question {
    let text = parts(page.line(line)).map_or("", |(_, rest)| {
        rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || ".:：)*_|】] -–—".contains(letter))
    });
    let text = Stem::of(text).question().trim_end_matches(['*', '_', '#', ' ']).to_owned();
    let below = || (line + 1..next).find(|below| !page.is_furniture(*below));
    let mut question = Question::new(page, line, text);
    question.sure = true;
    if question.text.is_empty()
        && let Some(below) = below().filter(|below| page.kind(*below) == LineKind::Text)
    {
        let last =
            (below..next).take_while(|within| page.kind(*within) == LineKind::Text).last().unwrap_or(below);
        question.text = page.slice(below, last).trim().to_owned();
        question.last_line = last;
    }
    let first = question.last_line + 1;
    let is_chapter =
        |below: &usize| page.level(*below).zip(question.level).is_some_and(|(level, own)| level <= own);
    let end = (first..next).find(is_chapter).unwrap_or(next);
    question.answer = match page.trimmed(first, end.max(first) - 1) {
        Some((first, last)) if end > first || first == last => Answer::Lines(first, last),
        _ => Answer::Lines(first, first - 1),
    };
    question
}
