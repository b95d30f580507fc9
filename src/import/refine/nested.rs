//! Follow-ups that are nested in the answer of the question they follow, each with an answer of its own.

use super::extent::ends;
use crate::import::page::{LineKind, Page, mark};
use crate::import::stem::Label;
use crate::import::style::{Answer, Question};

/// An item that asks, nested in an answer, and the last line it takes.
struct Nested {
    line: usize,
    text: String,
    last: usize,
}

/// Parts nested follow-ups from the answers they stand in, where the file is written so.
pub(super) fn part(page: &Page<'_>, questions: &mut Vec<Question>) {
    let ends = ends(page, questions);
    let found: Vec<Vec<Nested>> =
        questions.iter().zip(&ends).map(|(question, end)| nested(page, question, *end)).collect();
    if found.iter().filter(|nested| !nested.is_empty()).count() < 2 {
        return;
    }
    let mut parted = Vec::with_capacity(questions.len());
    for (mut question, nested) in std::mem::take(questions).into_iter().zip(found) {
        let Some(first) = nested.first().map(|first| first.line) else {
            parted.push(question);
            continue;
        };
        let parent = question.line;
        question.limit = question.limit.min(first - 1);
        if let Answer::Lines(from, last) = &mut question.answer {
            *last = page.trimmed(*from, first - 1).map_or(*from, |(_, last)| last);
        }
        parted.push(question);
        parted.extend(nested.into_iter().map(|Nested { line, text, last }| {
            let mut follow = Question::new(page, line, text);
            follow.answer = match page.trimmed(line + 1, last) {
                Some((first, last)) => Answer::Lines(first, last),
                None => Answer::Lines(line + 1, line),
            };
            (follow.limit, follow.parent) = (last, Some(parent));
            follow
        }));
    }
    *questions = parted;
}

/// Parts labelled follow-ups from the answers they stand in: `**Q: …?**` with `A: …` behind it or below.
pub(super) fn part_labelled(page: &Page<'_>, questions: &mut Vec<Question>) {
    let asks = |line: &usize| {
        let text = page.line(*line).trim_end().trim_end_matches(['*', '_']);
        page.has(*line, mark::QUESTION)
            && page.kind(*line) == LineKind::Text
            && text.ends_with(['?', '？'])
            && page.stem(*line).label == Some(Label::Question)
    };
    let answers = |line: usize| page.has(line, mark::ANSWER) && page.stem(line).label == Some(Label::Answer);
    let ends = ends(page, questions);
    let found: Vec<Vec<(usize, usize)>> = questions
        .iter()
        .zip(&ends)
        .map(|(question, end)| {
            if question.answer != Answer::Below {
                return Vec::new();
            }
            let lines: Vec<usize> = (question.last_line + 1..=*end).filter(asks).collect();
            let below = |line: usize| (line + 1..=*end).find(|below| !page.is_furniture(*below));
            lines
                .iter()
                .filter_map(|line| Some((*line, below(*line).filter(|below| answers(*below))?)))
                .collect()
        })
        .collect();
    if found.iter().map(Vec::len).sum::<usize>() < 2 {
        return;
    }
    let mut parted = Vec::with_capacity(questions.len());
    for ((mut question, pairs), end) in std::mem::take(questions).into_iter().zip(found).zip(ends) {
        let (parent, limit) = (question.line, question.limit);
        if let Some((first, _)) = pairs.first() {
            question.limit = limit.min(first - 1);
        }
        parted.push(question);
        let nexts = pairs.iter().skip(1).map(|(line, _)| line - 1).chain([end]);
        parted.extend(pairs.iter().zip(nexts).map(|((line, answer), last)| {
            let mut follow = Question::new(page, *line, page.stem(*line).question());
            (follow.limit, follow.parent, follow.sure) = (last, Some(parent), true);
            let (first, until) = page.trimmed(*answer, last).unwrap_or((*answer, *answer));
            follow.answer = Answer::Lines(first, until);
            follow
        }));
    }
    *questions = parted;
}

/// Parts headings that ask from the answers of headings above them.
pub(super) fn part_headings(page: &Page<'_>, questions: &mut Vec<Question>) {
    let ends = ends(page, questions);
    let found: Vec<Vec<usize>> =
        questions.iter().zip(&ends).map(|(question, end)| headings(page, question, *end)).collect();
    let some = found.iter().filter(|lines| !lines.is_empty()).count();
    // Where many answers have them, they part what is told.
    if some == 0 || some * 4 > questions.len() {
        return;
    }
    let mut parted = Vec::with_capacity(questions.len() + some);
    for ((mut question, lines), end) in std::mem::take(questions).into_iter().zip(found).zip(ends) {
        let (parent, limit) = (question.line, question.limit);
        if let Some(first) = lines.first() {
            question.limit = limit.min(first - 1);
        }
        parted.push(question);
        let nexts = lines.iter().skip(1).copied().chain([end + 1]);
        parted.extend(lines.iter().zip(nexts).map(|(line, next)| {
            let mut follow = Question::new(page, *line, page.heading_stem(*line).question());
            (follow.limit, follow.parent) = (next - 1, Some(parent));
            follow
        }));
    }
    *questions = parted;
}

/// The headings below that of a question, where all of them end with a question mark and have a text, and the answer
/// itself stands above them.
fn headings(page: &Page<'_>, question: &Question, end: usize) -> Vec<usize> {
    let Some(level) = question.level.filter(|_| question.answer == Answer::Below) else { return Vec::new() };
    let lines: Vec<usize> = (question.last_line + 1..=end)
        .filter(|line| page.level(*line).is_some_and(|own| own > level) && !page.is_hidden(*line))
        .collect();
    let has_text = |from: usize, until: usize| (from..until).any(|line| !page.is_furniture(line));
    let nexts = lines.iter().skip(1).copied().chain([end + 1]);
    let asks =
        |line: usize| page.heading(line).is_some_and(|(_, text)| text.trim_end().ends_with(['?', '？']));
    let is_told = lines.first().is_some_and(|first| has_text(question.last_line + 1, *first));
    let all = lines.iter().zip(nexts).all(|(line, next)| asks(*line) && has_text(line + 1, next));
    if is_told && all { lines } else { Vec::new() }
}

/// The numbered items at the end of an answer that all end with a question mark and have something nested in
/// them; the answer itself stands above them.
fn nested(page: &Page<'_>, question: &Question, end: usize) -> Vec<Nested> {
    let (first, end) = match question.answer {
        Answer::Below | Answer::Behind(_) => (question.last_line + 1, end),
        Answer::Lines(first, last) => (first, last),
        _ => return Vec::new(),
    };
    let own = page.stem(question.line).indent;
    let mut found: Vec<Nested> = Vec::new();
    let mut depth = None;
    for line in first..=end {
        if page.kind(line) != LineKind::Text || page.item(line) == 0 {
            continue;
        }
        let stem = page.stem(line);
        let is_number = page.has(line, mark::NUMBER) && stem.number.is_some();
        match depth {
            Some(depth) if stem.indent > depth => continue,
            None if !is_number || stem.indent <= own => continue,
            _ => {}
        }
        if !is_number || depth.is_some_and(|depth| depth != stem.indent) || !stem.text.ends_with(['?', '？'])
        {
            return Vec::new();
        }
        depth = Some(stem.indent);
        if let Some(before) = found.last_mut() {
            before.last = line - 1;
        }
        found.push(Nested { line, text: stem.question(), last: end });
    }
    let has_answer = |nested: &Nested| page.trimmed(nested.line + 1, nested.last.max(nested.line)).is_some();
    let is_answered = found.first().is_some_and(|head| page.trimmed(first, head.line - 1).is_some());
    if is_answered && found.iter().all(has_answer) { found } else { Vec::new() }
}
