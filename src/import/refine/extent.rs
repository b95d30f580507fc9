//! Where the answers of a reading end.

use super::super::page::Page;
use super::super::style::Question;
use super::super::style::end_of_card;

/// The last line of each question's card.
pub(super) fn ends(page: &Page<'_>, questions: &[Question]) -> Vec<usize> {
    let nexts = questions.iter().skip(1).map(|next| next.line).chain([page.len() + 1]);
    questions
        .iter()
        .zip(nexts)
        .map(|(question, next)| end_of_card(page, question, next).min(next - 1))
        .collect()
}
