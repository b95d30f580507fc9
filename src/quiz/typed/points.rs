//! The points of an answer, as they are compared.

use crate::markdown;

/// The points of an answer; one that has none is one point.
pub fn points_of(answer: &str) -> Vec<String> {
    let points = markdown::points(answer);
    match points.is_empty() {
        true => vec![answer.to_owned()],
        false => points.into_iter().map(|point| point.text).collect(),
    }
}

/// The visible text of Markdown, a line for each block.
pub(super) fn plain(source: &str) -> String {
    markdown::text(&markdown::inlines(source))
}
