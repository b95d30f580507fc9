//! Answers that all begin with the same name: `Idea: …`, `**要点**`. No chapters of a manual are written so.

use crate::import::page::{Page, mark};
use crate::import::stem::{is_word_of_programs, word_label};
use crate::import::style::Question;
use std::collections::HashMap;

/// Fewer are chance.
const FEWEST: usize = 5;

/// A name is no longer than this many letters.
const LONGEST: usize = 24;

/// Of each question whether its answer begins with the name that at least four of five answers begin with; `None` where
/// there is no such name.
pub(in crate::import) fn named_alike(page: &Page<'_>, questions: &[Question]) -> Option<Vec<bool>> {
    if questions.len() < FEWEST {
        return None;
    }
    let nexts = questions.iter().skip(1).map(|next| next.line).chain([page.len() + 1]);
    let first = |(question, next): (&Question, usize)| {
        (question.last_line + 1..next).find(|line| !page.is_furniture(*line))
    };
    let names: Vec<Option<String>> =
        questions.iter().zip(nexts).map(|own| first(own).and_then(|line| name(page, line))).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    names.iter().flatten().for_each(|name| *counts.entry(name).or_default() += 1);
    let (most, count) = counts.into_iter().max_by_key(|(name, count)| (*count, *name))?;
    let are_alike = count >= FEWEST && count * 5 >= questions.len() * 4 && !is_word_of_programs(most);
    are_alike.then(|| names.iter().map(|name| name.as_deref() == Some(most)).collect())
}

/// The name that a line begins with, or that is all of it where it stands out.
fn name(page: &Page<'_>, line: usize) -> Option<String> {
    if page.level(line).is_some() || page.has(line, mark::WHOLE) {
        let text = page.stem(line).text.trim_matches(|letter: char| !letter.is_alphanumeric());
        return (!text.is_empty() && text.chars().count() <= LONGEST).then(|| text.to_lowercase());
    }
    word_label(page.line(line)).map(|(word, _)| word)
}
