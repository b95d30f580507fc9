//! Questions numbered below others, `1.1` below `1.`: each is a follow-up with an answer of its own.

use super::extent::ends;
use crate::import::ask::{Asking, asking};
use crate::import::page::{LineKind, Page, mark};
use crate::import::stem::Delimiter;
use crate::import::style::{Answer, Question};

/// Parts numbered sub-questions from the answers they stand in, where all of the file's ask.
pub(super) fn part(page: &Page<'_>, questions: &mut Vec<Question>) {
    let ends = ends(page, questions);
    let found: Vec<Vec<usize>> =
        questions.iter().zip(&ends).map(|(question, end)| numbered_below(page, question, *end)).collect();
    let all: usize = found.iter().map(Vec::len).sum();
    let asks = |line: &usize| asking(page.heading_stem(*line).text) == Asking::Yes;
    if all < 2 || !found.iter().flatten().all(asks) {
        return;
    }
    let mut parted = Vec::with_capacity(questions.len() + all);
    for ((mut question, lines), end) in std::mem::take(questions).into_iter().zip(found).zip(ends) {
        let parent = question.line;
        if let Some(first) = lines.first() {
            question.limit = question.limit.min(first - 1);
            if let Answer::Lines(from, last) = &mut question.answer {
                *last = page.trimmed(*from, first - 1).map_or(*from, |(_, last)| last);
            }
        }
        parted.push(question);
        let nexts = lines.iter().skip(1).copied().chain([end + 1]);
        parted.extend(lines.iter().zip(nexts).map(|(line, next)| {
            let mut follow = Question::new(page, *line, page.heading_stem(*line).question());
            follow.answer = match page.trimmed(line + 1, next - 1) {
                Some((first, last)) if next > line + 1 => Answer::Lines(first, last),
                _ => Answer::Lines(line + 1, *line),
            };
            (follow.limit, follow.parent) = (next - 1, Some(parent));
            follow
        }));
    }
    *questions = parted;
}

/// The lines of an answer that are numbered 1, 2, … below the number of its question, and have a text below each.
fn numbered_below(page: &Page<'_>, question: &Question, end: usize) -> Vec<usize> {
    let Some(own) = page.heading_stem(question.line).number.filter(|own| own.delimiter == Delimiter::Dot)
    else {
        return Vec::new();
    };
    let number =
        |line: usize| page.heading_stem(line).number.filter(|one| one.delimiter == Delimiter::Parts(2));
    let lines: Vec<usize> = (question.last_line + 1..=end)
        .filter(|line| {
            page.has(*line, mark::NUMBER) && matches!(page.kind(*line), LineKind::Text | LineKind::Heading(_))
        })
        .filter(|line| number(*line).is_some_and(|one| one.prefix == own.value))
        .collect();
    let runs = lines.iter().zip(1..).all(|(line, value)| number(*line).is_some_and(|one| one.value == value));
    let nexts = lines.iter().skip(1).copied().chain([end + 1]);
    let answered =
        lines.iter().zip(nexts).all(|(line, next)| (line + 1..next).any(|below| !page.is_furniture(below)));
    if runs && answered { lines } else { Vec::new() }
}
