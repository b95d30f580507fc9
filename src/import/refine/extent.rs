//! Where the answers of a reading end.

use super::super::page::Page;
use super::super::style::{Answer, Question, end_of_card};

/// The last line of each question's card.
pub(super) fn ends(page: &Page<'_>, questions: &[Question]) -> Vec<usize> {
    let nexts = questions.iter().skip(1).map(|next| next.line).chain([page.len() + 1]);
    questions
        .iter()
        .zip(nexts)
        .map(|(question, next)| end_of_card(page, question, next).min(next - 1))
        .collect()
}

/// Whether a question whose card ends there has no answer: nothing stands below it.
pub(super) fn is_bare(page: &Page<'_>, question: &Question, end: usize) -> bool {
    match question.answer {
        Answer::Below => page.trimmed(question.last_line + 1, end.max(question.last_line)).is_none(),
        Answer::Lines(first, last) => first > last,
        _ => false,
    }
}
