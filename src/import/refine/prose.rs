//! Titles whose question stands in the prose below: "Singleton", and below it "Would you write one?".

use super::extent::ends;
use crate::import::ask::{Asking, asking};
use crate::import::page::{LineKind, Page};
use crate::import::style::{Answer, Question};

/// No question in prose takes more lines.
const LONGEST: usize = 40;

/// The share of questions that do not ask themselves, but in the text below them. Zero where answers are
/// marked or most questions ask.
pub(in crate::import) fn asks_below(page: &Page<'_>, questions: &[Question]) -> f32 {
    let titled = questions
        .iter()
        .filter(|question| question.answer == Answer::Below && !question_asks(page, question));
    if titled.count() * 3 < questions.len() * 2 {
        return 0.0;
    }
    let ends = ends(page, questions);
    let bodies = questions.iter().zip(&ends).map(|(question, end)| (question.last_line + 1, *end));
    let asking = bodies.filter(|(first, last)| body_asks(page, *first, *last)).count();
    asking as f32 / questions.len().max(1) as f32
}

/// Whether the line of a question asks, or holds a question mark.
fn question_asks(page: &Page<'_>, question: &Question) -> bool {
    question.text.contains(['?', '？']) || page.asks(question.line) == Asking::Yes
}

/// Makes the prose below the titles part of the questions, where the file is written so.
pub(super) fn take(page: &Page<'_>, questions: &mut [Question]) {
    if questions.len() < 3 {
        return;
    }
    let scored = questions.iter().filter(|question| brings_points(&question.text)).count();
    // Where most lines ask themselves, what stands below them answers.
    let asking = questions.iter().filter(|question| question_asks(page, question)).count();
    let is_exam = scored * 3 >= questions.len() * 2 && asking * 2 < questions.len();
    if !is_exam && asks_below(page, questions) < 0.6 {
        return;
    }
    let ends = ends(page, questions);
    for (question, end) in questions.iter_mut().zip(ends) {
        if question.answer != Answer::Below {
            continue;
        }
        if let Some((first, last)) = page.trimmed(question.last_line + 1, end) {
            let title = std::mem::take(&mut question.text);
            let body = page.slice(first, last);
            question.text = if title.is_empty() { body.into_owned() } else { format!("{title}\n\n{body}") };
            question.answer = Answer::Lines(last + 1, last);
            question.last_line = last;
        }
    }
}

/// Whether the text below a title asks: it holds a question mark, or begins with a task.
fn body_asks(page: &Page<'_>, first: usize, last: usize) -> bool {
    let Some((first, last)) = page.trimmed(first, last) else { return false };
    if last - first > LONGEST || page.labels_answer(first) {
        return false;
    }
    let prose: Vec<usize> = (first..=last).filter(|line| page.kind(*line) == LineKind::Text).collect();
    let Some(head) = prose.first() else { return false };
    // An answer may ask on its way; a question asks first or last.
    let near = prose.iter().take(1).chain(prose.iter().rev().take(2));
    let marked = near.into_iter().any(|line| {
        let text = page.line(*line).trim_end();
        text.ends_with(['?', '？', '؟']) || text.contains("? ") || text.contains('？')
    });
    let text = page.stem(*head).text;
    marked || (text.is_ascii() && asking(text) > Asking::No)
}

/// "(15 pts)", "（10 分）": an exam paper, which gives no answers.
fn brings_points(text: &str) -> bool {
    const POINTS: [&str; 9] =
        ["pts", "points", "point", "marks", "puntos", "pontos", "punkte", "分", "баллов"];
    const OPENING: [char; 4] = ['(', '（', '[', '【'];
    if !text.chars().take(40).any(|letter| OPENING.contains(&letter)) {
        return false;
    }
    let head: String = text.chars().take(40).collect::<String>().to_lowercase();
    let opened = head.find(OPENING);
    opened.is_some_and(|at| {
        let inner = head[at..].trim_start_matches(['(', '（', '[', '【', ' ']);
        let digits = inner.chars().take_while(char::is_ascii_digit).count();
        let rest = inner[digits..].trim_start();
        digits > 0 && POINTS.iter().any(|word| rest.starts_with(word))
    })
}
