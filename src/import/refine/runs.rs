//! Runs: a number that is missing between two questions stands on a line that is set in another way.

use crate::import::page::{Kind, Page, mark};
use crate::import::stem::Number;
use crate::import::style::{Question, Reading};

/// So many numbers may be missing in one place.
const MOST_MISSING: u32 = 4;

/// Adds the questions that bear the numbers missing in a run.
pub(super) fn complete(page: &Page<'_>, reading: &mut Reading) {
    if reading.questions.len() < 2 || !reading.evidence.runs_on() {
        return;
    }
    let numbers: Vec<Option<Number>> =
        reading.questions.iter().map(|question| page.heading_stem(question.line).number).collect();
    let mut added = Vec::new();
    for (index, question) in reading.questions.iter().enumerate() {
        let Some(number) = numbers[index] else { continue };
        let before = index.checked_sub(1);
        let reached = before.and_then(|before| numbers[before]).map_or(0, |number| number.value);
        let reached = if reached >= number.value { 0 } else { reached };
        let from = before.map_or(1, |before| reading.questions[before].last_line + 1);
        let missing = number.value.saturating_sub(reached + 1);
        if (1..=MOST_MISSING).contains(&missing) {
            let found = bearers(page, (from, question.line), number, reached + 1);
            if found.len() == missing as usize {
                added
                    .extend(found.iter().map(|line| Question::new(page, *line, page.stem(*line).question())));
            }
        }
    }
    if !added.is_empty() {
        reading.questions.append(&mut added);
        reading.questions.sort_by_key(|question| question.line);
    }
}

/// The lines that bear the numbers from one up to another, in order.
fn bearers(page: &Page<'_>, (from, until): (usize, usize), next: Number, first: u32) -> Vec<usize> {
    let mut wanted = first;
    let mut found = Vec::new();
    for line in from..until {
        if !page.has(line, mark::NUMBER) || page.kind(line) != Kind::Text || page.is_anchor(line) {
            continue;
        }
        let stem = page.stem(line);
        let Some(number) = stem.number else { continue };
        let alike = number.delimiter == next.delimiter && number.prefix == next.prefix;
        if alike && stem.indent == 0 && number.value == wanted && wanted < next.value {
            found.push(line);
            wanted += 1;
        } else if alike && stem.indent == 0 && !found.is_empty() && number.value == first {
            // A list of points stands between: no way to tell.
            return Vec::new();
        }
    }
    found
}
