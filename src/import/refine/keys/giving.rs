//! Questions get the answers of a key by their numbers.

use crate::import::style::{Answer, Question};
use std::collections::HashMap;

/// An answer of a key: the number of its question, the lines it stands on, and what it says.
pub(super) struct KeyedAnswer {
    pub(super) number: u32,
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) text: String,
}

/// Gives the answers of a key that begins on the line `head` to questions, whose places are known by their numbers. Of
/// several questions with one number the first one takes the first answer with it.
pub(super) fn give(
    questions: &mut [Question],
    places: &HashMap<u32, Vec<usize>>,
    answers: impl IntoIterator<Item = KeyedAnswer>,
    head: usize,
) {
    let mut used: HashMap<u32, usize> = HashMap::new();
    for KeyedAnswer { number, first, last, text } in answers {
        let turn = used.entry(number).or_default();
        let place = places.get(&number).and_then(|places| places.get(*turn));
        *turn += 1;
        let Some(question) = place.map(|place| &mut questions[*place]) else { continue };
        question.limit = question.limit.min(head - 1);
        question.answer = Answer::Keyed { text, first, last };
    }
}
