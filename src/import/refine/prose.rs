//! Titles whose question stands in the prose below: "Singleton", and below it "Would you write one?".

use super::extent::ends;
use crate::import::ask::{Asking, asking};
use crate::import::page::{LineKind, Page, mark};
use crate::import::stem::word_label;
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

/// Whether the text below a title asks: its first or its last sentence does, or it begins with a task.
fn body_asks(page: &Page<'_>, first: usize, last: usize) -> bool {
    let Some((first, last)) = page.trimmed(first, last) else { return false };
    if last - first > LONGEST || page.labels_answer(first) {
        return false;
    }
    let prose: Vec<usize> = (first..=last).filter(|line| page.kind(*line) == LineKind::Text).collect();
    let Some(head) = prose.first() else { return false };
    // An answer may ask on its way; a question asks in its first sentence or in its last one.
    let tail = prose.iter().rev().find(|line| !is_remark(page, **line));
    let marked = first_asks(page.line(*head)) || tail.is_some_and(|line| last_asks(page.line(*line)));
    let text = page.stem(*head).text;
    marked || (text.is_ascii() && asking(text) > Asking::No)
}

/// Whether a line is an item, or something that a name announces: `Follow-up: why?`.
fn is_remark(page: &Page<'_>, line: usize) -> bool {
    page.has(line, mark::BULLET) || word_label(page.line(line)).is_some()
}

/// What ends a sentence.
const ENDS: [char; 7] = ['?', '？', '؟', '。', '！', '；', '.'];
const ASKS: [char; 3] = ['?', '？', '؟'];

/// Whether the first sentence asks. A dot inside a word or a number ends none.
fn first_asks(text: &str) -> bool {
    let ends = |(at, letter): &(usize, char)| {
        let behind = &text[at + letter.len_utf8()..];
        ENDS.contains(letter) && (*letter != '.' || behind.is_empty() || behind.starts_with(' '))
    };
    text.char_indices().find(ends).is_some_and(|(_, letter)| ASKS.contains(&letter))
}

/// Whether the last sentence asks.
fn last_asks(text: &str) -> bool {
    let text = text.trim_end_matches(|letter: char| letter.is_whitespace() || "*_\"”）)".contains(letter));
    text.ends_with(ASKS)
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
