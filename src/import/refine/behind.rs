//! Answers that stand behind their questions on the same line: `什么是召回率？答：…`, `What is recall? The share …`.

use super::extent::{ends, is_bare};
use crate::import::ask::{Asking, asking};
use crate::import::page::Page;
use crate::import::style::{Answer, Question};

/// Words before an answer, in the middle of a line.
const LABELS: [&str; 12] = [
    "答：",
    "答:",
    "答案：",
    "答案:",
    "回答：",
    " A: ",
    " A：",
    " Answer: ",
    " answer: ",
    " Ans: ",
    "答案是：",
    "参考答案：",
];

/// Parts answers from the questions before them on the same lines, where the file is written so.
pub(super) fn part(page: &Page<'_>, questions: &mut [Question]) {
    let parted = |by: fn(&str) -> Option<(usize, usize)>| -> Vec<Option<(usize, usize)>> {
        let is_whole = |question: &&Question| question.line == question.last_line;
        questions
            .iter()
            .map(|question| Some(question).filter(is_whole).and_then(|one| by(&one.text)))
            .collect()
    };
    let enough = |places: &[Option<(usize, usize)>], share: usize| {
        let found = places.iter().flatten().count();
        found > 1 && found * 10 >= questions.len() * share
    };
    let labelled = parted(behind_label);
    let marked = parted(behind_mark);
    let told = parted(behind_colon);
    let (places, with_more) = if enough(&labelled, 3) {
        (labelled, true)
    } else if enough(&marked, 6) && questions.len() > 2 {
        (marked, false)
    } else if enough(&told, 7) && questions.len() > 2 {
        (told, false)
    } else {
        return;
    };
    let ends = ends(page, questions);
    for ((question, place), end) in questions.iter_mut().zip(places).zip(ends) {
        let Some((at, from)) = place else { continue };
        // Behind a label more of the answer may stand below.
        let goes_on = with_more && question.answer == Answer::Below;
        if !goes_on && !is_bare(page, question, end) {
            continue;
        }
        let answer = question.text[from..].trim().to_owned();
        question.text.truncate(at);
        question.answer = match question.answer {
            Answer::Below => Answer::Behind(answer),
            _ => Answer::Beside(answer),
        };
    }
}

/// Where the question ends and the answer behind a label begins.
fn behind_label(text: &str) -> Option<(usize, usize)> {
    let found = LABELS.iter().filter_map(|label| text.find(label).map(|at| (at, at + label.len())));
    let (at, from) = found.filter(|(at, _)| *at > 0).min()?;
    let asked = text[..at].trim_end().trim_end_matches([',', '，', '(', '（', '[', '【']).trim_end();
    (says(asked) && says(&text[from..])).then_some((asked.len(), from))
}

/// Where the question ends with its last mark, and the answer begins, which does not ask.
fn behind_mark(text: &str) -> Option<(usize, usize)> {
    let (at, sign) = text.char_indices().rev().find(|(at, letter)| {
        *letter == '？'
            || (*letter == '?' && text[at + 1..].starts_with(|next: char| next == ' ' || !next.is_ascii()))
    })?;
    let end = at + sign.len_utf8();
    let answer = text[end..].trim();
    let tells = says(answer)
        && !answer.contains(['?', '？'])
        && !answer.starts_with(['(', '（', '[', ']', '*', '`'])
        && asking(answer) == Asking::No;
    (tells && says(&text[..at])).then_some((end, end))
}

/// Where a question ends before a colon, and what is told behind it begins.
fn behind_colon(text: &str) -> Option<(usize, usize)> {
    let (at, sign) = text.char_indices().find(|(_, letter)| matches!(letter, ':' | '：'))?;
    let (asked, answer) = (&text[..at], text[at + sign.len_utf8()..].trim());
    let tells = answer.chars().count() > 3 && !answer.starts_with("//") && asking(answer) == Asking::No;
    (tells && asking(asked) == Asking::Yes).then_some((at, at + sign.len_utf8()))
}

fn says(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}
