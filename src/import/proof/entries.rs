//! Questions that are none: releases, dates, names of code; and a file that is one question.

use crate::import::ask::Asking;
use crate::import::page::{LineKind, Page, columns, mark};
use crate::import::style::{Question, end_of_card};

/// Whether headings are releases, dates or names of code: entries of a reference, not questions.
pub(in crate::import) fn are_entries(page: &Page<'_>, questions: &[Question]) -> bool {
    // `1.2.3`, `2026-01-02`.
    let is_version = |word: &str| {
        if word.len() < 5 || !word.bytes().any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        let word = word.trim_matches(|letter: char| !letter.is_ascii_digit());
        word.len() > 4
            && word.chars().all(|letter| letter.is_ascii_digit() || ".-/".contains(letter))
            && word.chars().filter(|letter| ".-/".contains(*letter)).count() > 1
    };
    let is_entry = |question: &&Question| {
        // Most lines have nothing that a version could be, and no code.
        let source = page.line(question.line);
        let is_of_version = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'-');
        let mut runs = source.as_bytes().split(|byte| !is_of_version(byte));
        let may_be_version = runs.any(|run| run.len() > 4);
        if !may_be_version && memchr::memchr(b'`', source.as_bytes()).is_none() {
            return false;
        }
        let text = match page.heading(question.line) {
            Some((_, text)) => text,
            None => page.stem(question.line).text,
        };
        // Names of code are none in Chinese.
        let is_code = text.starts_with('`') && text.is_ascii();
        if is_code || !may_be_version {
            return is_code;
        }
        let mut words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
        let (first, others) = (words.next().unwrap_or_default(), words.next());
        let is_named = first.starts_with(['v', 'V', '[']) || others.is_none_or(|word| word.starts_with('('));
        // The number of a release may be taken for that of a question.
        let mut parts = source.trim_start_matches(['#', ' ']).split_whitespace();
        let (number, day) = (parts.next().unwrap_or_default(), parts.next());
        let is_release =
            number.contains('.') && is_version(number) && day.is_none_or(|day| day.starts_with('('));
        is_release
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

/// The name of a term has no more columns.
const LONGEST_TERM: usize = 64;

/// Whether nearly all questions are short lines with a text below that would have had room beside them: no line of
/// prose is broken so.
pub(super) fn are_terms(page: &Page<'_>, questions: &[Question]) -> bool {
    let below = |question: &Question| {
        let line = question.last_line + 1;
        (line <= page.len() && page.kind(line) == LineKind::Text).then(|| page.line(line).trim())
    };
    let lines = questions.iter().flat_map(|question| [Some(page.line(question.line)), below(question)]);
    let widest = lines.flatten().map(columns).max().unwrap_or(0).min(100);
    let is_term = |question: &&Question| {
        let own = columns(page.line(question.line));
        let first = below(question).map_or(0, |text| match text.chars().next() {
            Some(letter) if letter > '\u{2e7f}' => 2,
            _ => {
                columns(text.split(|sign: char| sign == ' ' || sign > '\u{2e7f}').next().unwrap_or_default())
            }
        });
        let ends = question.text.ends_with(['.', '。', ',', '，', ';', '；', '、']);
        own <= LONGEST_TERM && !ends && (own + 1 + first) * 5 <= widest * 4
    };
    questions.iter().filter(is_term).count() * 6 >= questions.len() * 5
}

/// A line that is longer tells rather than asks; wide letters count twice.
const LONGEST_ASKED: usize = 160;

/// Whether most of the lines are sentences that tell: closed by a full stop, several in one, or long.
pub(super) fn are_statements(page: &Page<'_>, questions: &[Question]) -> bool {
    let tells = |question: &&Question| {
        if page.asks(question.line) == Asking::Yes {
            return false;
        }
        let text = page.stem(question.line).text.trim_end();
        // Tasks end with a full stop in English too, but they are one sentence.
        let several = text.ends_with(['.', ';']) && text.contains(". ");
        let is_closed = several || text.ends_with(['。', '；', '：']);
        // Wide text has clauses where questions have none; in others a comma says little.
        let has_clauses = text.contains('，') && columns(text) > LONGEST_ASKED / 3;
        is_closed || text.contains(['。', '；']) || has_clauses || columns(text) > LONGEST_ASKED
    };
    questions.iter().filter(tells).count() * 2 >= questions.len()
}

/// Whether lines from A on stand near the beginning of a stretch, one below the other.
pub(super) fn has_options(page: &Page<'_>, first: usize, end: usize) -> bool {
    let mut wanted = ['A', 'B', 'C'].into_iter().peekable();
    for line in (first..=end).filter(|line| !page.is_blank(*line)).take(MOST_ABOVE_OPTIONS) {
        let letter = if page.kind(line) == LineKind::Text { page.option(line) } else { None };
        if letter.is_some() && letter == wanted.peek().copied() && !page.has(line, mark::ANSWER) {
            wanted.next();
        }
    }
    wanted.peek().is_none()
}

/// The first options stand within so many lines below their question.
const MOST_ABOVE_OPTIONS: usize = 8;

/// Whether most texts below headings point to other sites: a guide to what there is to read.
pub(super) fn are_resources(page: &Page<'_>, questions: &[Question]) -> bool {
    let nexts = questions.iter().skip(1).map(|next| next.line).chain([page.len() + 1]);
    let points = |(question, next): &(&Question, usize)| {
        let end = end_of_card(page, question, *next);
        let told = (question.last_line + 1..=end).filter(|line| !page.is_furniture(*line));
        let (lines, links) = told.fold((0usize, 0usize), |(lines, links), line| {
            (lines + 1, links + usize::from(page.line(line).contains("](")))
        });
        (question.last_line + 1..=end).any(|line| page.line(line).contains("](http"))
            || links > 1 && links * 2 >= lines
    };
    questions.iter().zip(nexts).filter(points).count() * 5 >= questions.len() * 3
}
