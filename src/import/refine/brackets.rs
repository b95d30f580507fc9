//! Answers in brackets behind their questions: `Which net is fixed?（the target net）`.

use super::extent::ends;
use crate::import::ask::{Asking, asking};
use crate::import::page::Page;
use crate::import::style::{Answer, Question};

/// This share of the questions has to be written so.
const MOST: usize = 2;
/// Where fewer are, so many have to ask before their brackets, which do not.
const FEWEST_TOLD: usize = 4;

/// Takes the brackets behind a question mark for the answer, where the file is written so and nothing stands
/// below.
pub(super) fn open(page: &Page<'_>, questions: &mut [Question]) {
    let parted_by = |marked: bool| -> Vec<Option<(usize, String)>> {
        questions.iter().map(|question| parted(&question.text, marked)).collect()
    };
    // Where nearly all questions have brackets behind them, no mark is needed.
    let unmarked = parted_by(false);
    let all = questions.len() > 4 && unmarked.iter().flatten().count() * 4 >= questions.len() * 3;
    let parted = if all { unmarked } else { parted_by(true) };
    let count = parted.iter().flatten().count();
    let parted = if count > 1 && count * MOST >= questions.len() {
        parted
    } else {
        let told: Vec<Option<(usize, String)>> =
            questions.iter().map(|question| parted_told(&question.text)).collect();
        let count = told.iter().flatten().count();
        if count < FEWEST_TOLD || count * 8 < questions.len() {
            return;
        }
        told
    };
    let ends = ends(page, questions);
    for ((question, parted), end) in questions.iter_mut().zip(parted).zip(ends) {
        let has_below = match question.answer {
            Answer::Below => page.trimmed(question.last_line + 1, end.max(question.last_line)).is_some(),
            Answer::Lines(first, last) => first <= last,
            _ => true,
        };
        if let Some((at, answer)) = parted.filter(|_| !has_below && question.line == question.last_line) {
            question.text.truncate(at);
            question.answer = Answer::Beside(answer);
        }
    }
}

/// Some questions of a list have answers in brackets: what asks, with brackets behind it that do not.
fn parted_told(text: &str) -> Option<(usize, String)> {
    let (at, answer) = parted(text, false).or_else(|| parted(text, true))?;
    let asks = asking(&text[..at]) == Asking::Yes && asking(&answer) == Asking::No;
    asks.then_some((at, answer))
}

/// Whether statements with a verdict in brackets behind each are what a file asks.
pub(in crate::import) fn judge(page: &Page<'_>, questions: &[Question]) -> bool {
    let has_verdict = |question: &&Question| {
        parted(page.stem(question.line).text, false).is_some_and(|(_, answer)| is_verdict(&answer))
    };
    questions.len() > 2 && questions.iter().filter(has_verdict).count() * 5 >= questions.len() * 4
}

/// Whether a text says no more than that something is right or wrong.
fn is_verdict(text: &str) -> bool {
    const VERDICTS: [&str; 20] = [
        "t", "f", "true", "false", "y", "n", "yes", "no", "right", "wrong", "对", "错", "是", "否", "正确",
        "错误", "√", "×", "✓", "✗",
    ];
    VERDICTS.contains(&text.to_lowercase().trim())
}

/// Where the question ends, and what stands in the brackets behind it. A question that is not marked as one
/// has wide brackets.
fn parted(text: &str, marked: bool) -> Option<(usize, String)> {
    let text = text.trim_end();
    let inner = text.strip_suffix(['）', ')'])?;
    let mut depth = 1usize;
    let open = inner.char_indices().rev().find(|(_, letter)| {
        match letter {
            '）' | ')' => depth += 1,
            '（' | '(' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    let (at, letter) = open?;
    let asked = text[..at].trim_end();
    let answer = inner[at + letter.len_utf8()..].trim();
    let is_wide = letter == '（' || is_verdict(answer);
    let ends = asked.ends_with(['?', '？', '؟']) || (!marked && is_wide && !asked.is_empty());
    (ends && !answer.is_empty()).then(|| (asked.len(), answer.to_owned()))
}
