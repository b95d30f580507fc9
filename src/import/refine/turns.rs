//! Labels of words that no list knows, among questions: `they asked: …` and `I said: …`, one right below the other.

use super::extent::{ends, is_bare};
use crate::import::page::Page;
use crate::import::style::{Answer, Question};
use std::collections::HashMap;

/// A label has no more letters and no more words.
const LONGEST: usize = 24;
const MOST_WORDS: usize = 3;

/// Makes what one label answers the answer of what the other asks, where two take turns again and again.
pub(super) fn join(page: &Page<'_>, questions: &mut Vec<Question>) {
    let labels: Vec<Option<(String, usize)>> =
        questions.iter().map(|question| label(&question.text)).collect();
    if labels.iter().flatten().count() < 4 {
        return;
    }
    let bare: Vec<bool> = questions
        .iter()
        .zip(ends(page, questions))
        .map(|(question, end)| question.line == question.last_line && is_bare(page, question, end))
        .collect();
    let word = |place: usize| labels.get(place).and_then(Option::as_ref).map(|(word, _)| word.as_str());
    let mut counts: HashMap<&str, usize> = HashMap::new();
    (0..labels.len()).filter_map(word).for_each(|word| *counts.entry(word).or_default() += 1);
    let mut pairs: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (place, is_bare) in bare.iter().enumerate().take(labels.len() - 1) {
        if let Some((one, other)) = word(place).zip(word(place + 1))
            && one != other
            && *is_bare
        {
            pairs.entry((one, other)).or_default().push(place);
        }
    }
    // Each label of one kind stands right above one of the other.
    let is_pair = |(one, other): &(&str, &str), places: &Vec<usize>| {
        places.len() > 1 && counts[one] == places.len() && counts[other] == places.len()
    };
    let found = pairs.iter().filter(|(pair, places)| is_pair(pair, places));
    let Some((_, places)) = found.max_by_key(|(pair, places)| (places.len(), **pair)) else { return };
    let places = places.clone();
    for place in places.into_iter().rev() {
        let answer = questions.remove(place + 1);
        let (skip, own) = (labels[place + 1].as_ref().map_or(0, |(_, skip)| *skip), &mut questions[place]);
        let skip_own = labels[place].as_ref().map_or(0, |(_, skip)| *skip);
        let line = page.line(answer.line);
        let told = &answer.text[skip..];
        let start = line.rfind(told).unwrap_or(0);
        let last = match answer.answer {
            Answer::Lines(_, last) if last > answer.line => last,
            _ => answer.line,
        };
        own.text.drain(..skip_own);
        own.answer = Answer::Cut(answer.line, last, start);
    }
}

/// The label that a text begins with, in small letters, and where the text behind it begins.
fn label(text: &str) -> Option<(String, usize)> {
    let (at, sign) = text.char_indices().take(LONGEST).find(|(_, letter)| matches!(letter, ':' | '：'))?;
    let name = &text[..at];
    let is_name = !name.is_empty()
        && name.split(' ').count() <= MOST_WORDS
        && name.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '\''));
    let from = at + sign.len_utf8();
    let rest = text[from..].trim_start();
    (is_name && !rest.is_empty() && !rest.starts_with("//"))
        .then(|| (name.to_lowercase(), text.len() - rest.len()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_was_asked_and_what_was_said_are_one_card() {
        let text = "# Acme\n- they asked: How would you find drift?\n- I said: PSI, a KS test\n- they asked: what to do then?\n- I said: retrain, alert\n# Globex\n- How do you deploy without a stop?\n  blue and green\n- Which metric for ranking?\n  NDCG\n";
        let notes = crate::import::read(text.as_bytes(), None, None, None);
        let cards: Vec<(&str, &str)> =
            notes.cards.iter().map(|card| (&*card.faces[0].question, card.faces[0].answer.trim())).collect();
        assert_eq!(
            cards,
            [
                ("How would you find drift?", "PSI, a KS test"),
                ("what to do then?", "retrain, alert"),
                ("How do you deploy without a stop?", "blue and green"),
                ("Which metric for ranking?", "NDCG"),
            ]
        );
    }
}
