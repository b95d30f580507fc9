//! One question above all that another reading takes for questions: these are parts of its answer.

use super::{Question, Reading};
use crate::import::ask::Asking;
use crate::import::page::Page;

/// The only heading of a file that asks, where nothing asks below it and all other headings there are deeper.
pub(super) fn above(page: &Page<'_>, best: &Reading) -> Option<Reading> {
    let first = best.questions.first()?;
    let count = best.questions.len();
    if count < FEWEST || best.evidence.asking * 10 > count || page.chapters_of_a_project > 0 {
        return None;
    }
    let headings =
        || (1..=page.len()).filter_map(|line| page.heading(line).map(|(level, text)| (line, level, text)));
    let is_signed = |text: &str| text.trim_end_matches(['*', '_', ' ', '#']).ends_with(['?', '？']);
    let mut askers = headings().filter(|(line, _, text)| page.asks(*line) == Asking::Yes && is_signed(text));
    let (line, own, _) = askers.next().filter(|_| askers.next().is_none())?;
    let is_outer =
        |(at, level, _): (usize, u8, &str)| at == line || if at < line { level < own } else { level > own };
    let says = |line: usize| !page.is_furniture(line) && page.level(line).is_none();
    // A title asks only where its answer begins right below, and promises nothing; so does what stands below a promise.
    let begins = (line + 1..first.line).any(says);
    let is_one = line < first.line
        && best.questions.iter().all(|part| part.level.is_some_and(|level| level > own))
        && headings().all(is_outer)
        && !(1..line).any(says)
        && (begins && !(own == 1 && page.promises) || own > 1 && !page.promises);
    let question = Question::new(page, line, page.heading_stem(line).question());
    is_one.then(|| Reading::weighed(page, vec![question]).trusted())
}

/// Fewer parts are no list.
const FEWEST: usize = 3;
