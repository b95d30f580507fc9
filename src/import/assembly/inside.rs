//! What stands in an answer and is marked as a question itself.

use crate::import::page::{LineKind, Page, mark};
use crate::import::stem::Label;

/// The first line of an answer that is labelled as a question, or that stands free, is all bold and ends with a question
/// mark.
pub(super) fn question_in(page: &Page<'_>, (first, last): (usize, usize)) -> Option<usize> {
    let asks = |line: &usize| {
        if !page.has(*line, mark::QUESTION | mark::WHOLE)
            || page.kind(*line) != LineKind::Text
            || page.is_folded(*line)
            || page.line(*line).starts_with([' ', '\t'])
        {
            return false;
        }
        let stem = page.stem(*line);
        let is_free = *line > 1 && page.is_furniture(line - 1);
        let is_bold = page.has(*line, mark::WHOLE) && is_free && stem.text.trim_end().ends_with(['?', '？']);
        is_bold || stem.label == Some(Label::Question) && !stem.text.is_empty()
    };
    // What the answer begins with heads it.
    (first + 1..=last).find(asks)
}
