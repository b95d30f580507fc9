//! Questions that are none: releases, dates, names of code; and a file that is one question.

use crate::import::ask::Asking;
use crate::import::page::Page;
use crate::import::style::Question;

/// Whether headings are releases, dates or names of code: entries of a reference, not questions.
pub(super) fn are_entries(page: &Page<'_>, questions: &[Question]) -> bool {
    // `1.2.3`, `2026-01-02`.
    let is_version = |word: &str| {
        let word = word.trim_matches(|letter: char| !letter.is_ascii_digit());
        word.len() > 4
            && word.chars().all(|letter| letter.is_ascii_digit() || ".-".contains(letter))
            && word.chars().filter(|letter| ".-".contains(*letter)).count() > 1
    };
    let is_entry = |question: &&Question| {
        let stem = page.stem(question.line);
        let text = page.heading(question.line).map_or(stem.text, |(_, text)| text);
        let mut words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
        let (first, others) = (words.next().unwrap_or_default(), words.next());
        let is_named = first.starts_with(['v', 'V', '[']) || others.is_none_or(|word| word.starts_with('('));
        text.starts_with('`')
            || (is_version(first) && is_named)
            || others.into_iter().chain(words).take(3).any(is_version)
    };
    // What stands below releases is a part of them. Days are chapters of questions too.
    let level = questions.iter().filter_map(|question| question.level).min();
    let above = (1..=page.len()).filter(|line| page.level(*line).is_some_and(|own| Some(own) < level));
    let (mut releases, mut all) = (0, 0);
    for (_, text) in above.filter_map(|line| page.heading(line)) {
        let first = text.split_whitespace().next().unwrap_or_default();
        releases += usize::from(first.contains('.') && is_version(first));
        all += 1;
    }
    (releases > 1 && releases * 2 >= all) || questions.iter().filter(is_entry).count() * 4 >= questions.len()
}

/// A note that is one question with its answer and nothing else. "How to build" above a manual is none.
pub(super) fn is_one_note(page: &Page<'_>, question: &Question, coverage: f32) -> bool {
    let signs = ['?', '？', '吗', '呢'];
    let marked = question.text.contains(signs) || !question.text.is_ascii();
    // Headings below it part its answer.
    let is_above = |line: usize| match (page.level(line), question.level) {
        (Some(level), Some(own)) => line > question.line && level > own,
        (Some(_), None) => false,
        (None, _) => true,
    };
    let alone = (1..=page.len()).all(|line| line == question.line || is_above(line));
    let project = page.chapters_of_a_project > 0;
    marked && page.asks(question.line) == Asking::Yes && coverage > 0.7 && alone && !project
}
