//! The mark behind the right option of each question, whatever it is: found by counting.

use crate::import::page::{LineKind, Page, option};
use crate::import::style::Question;
use std::collections::{HashMap, HashSet};

/// A mark has no more letters.
const LONGEST: usize = 4;
/// Marks of fewer questions are chance.
const FEWEST: usize = 3;

/// The word that ends one option of most questions and no other option of these, not always at the same place.
pub(super) fn mark(page: &Page<'_>, questions: &[Question]) -> Option<String> {
    let mut found: HashMap<&str, (usize, HashSet<usize>)> = HashMap::new();
    let mut lists = 0;
    let nexts = questions.iter().skip(1).map(|next| next.line).chain([page.len() + 1]);
    for (question, next) in questions.iter().zip(nexts) {
        let ends = ends(page, question.last_line + 1, next);
        if ends.len() < 2 {
            continue;
        }
        lists += 1;
        for (place, end) in ends.iter().enumerate() {
            if let Some(end) = end.filter(|_| ends.iter().filter(|other| *other == end).count() == 1) {
                let (count, places) = found.entry(end).or_default();
                *count += 1;
                places.insert(place);
            }
        }
    }
    let is_mark = |(_, (count, places)): &(&str, (usize, HashSet<usize>))| {
        *count >= FEWEST && *count * 5 >= lists * 3 && places.len() > 1
    };
    found
        .into_iter()
        .filter(is_mark)
        .max_by_key(|(mark, (count, _))| (*count, *mark))
        .map(|(mark, _)| mark.to_owned())
}

/// What ends each option below a question, from A on; nothing where that is no mark.
fn ends<'a>(page: &Page<'a>, first: usize, until: usize) -> Vec<Option<&'a str>> {
    let mut ends = Vec::new();
    for line in (first..until).filter(|line| page.kind(*line) == LineKind::Text) {
        let text = page.line(line);
        let wanted = u32::try_from(ends.len()).ok().and_then(|count| char::from_u32(u32::from('A') + count));
        if option(text).is_none() || option(text) != wanted {
            continue;
        }
        let mut words = text.split_whitespace().rev();
        let end = words.next().filter(|word| {
            let is_sign = !word.contains(char::is_alphanumeric) || !word.chars().any(char::is_lowercase);
            is_sign
                && word.chars().count() <= LONGEST
                && !word.contains(|letter: char| letter.is_ascii_digit())
        });
        // Behind the letter of the option and the mark something has to be left.
        ends.push(end.filter(|_| words.count() > 1));
    }
    ends
}

#[cfg(test)]
mod tests {
    use crate::import;

    #[test]
    fn a_mark_behind_one_option_of_each_question_tells() {
        for mark in ["X", "V", "(C)", "<--", "OK"] {
            let rows = [("Which one shrinks?", "B"), ("Which one grows?", "A"), ("Which one gates?", "C")];
            let text: String = (1..)
                .zip(rows)
                .map(|(number, (asked, right))| {
                    let option = |letter: &str, name: &str| {
                        let told = if letter == right { format!(" {mark}") } else { String::new() };
                        format!("   {letter}. the {name}{told}\n")
                    };
                    format!(
                        "{number}. {asked}\n{}{}{}\n",
                        option("A", "filter"),
                        option("B", "pool"),
                        option("C", "LSTM")
                    )
                })
                .collect();
            let notes = import::read(text.as_bytes(), None, None, None);
            let lines: Vec<_> = notes.cards.iter().map(|card| card.faces[0].source.answer_lines).collect();
            assert_eq!(lines, [Some((2, 4)), Some((7, 9)), Some((12, 14))], "{mark}");
            assert!(!notes.cards[0].faces[0].question.contains(mark), "{mark}");
            assert!(notes.cards[0].faces[0].answer.contains(mark), "{mark}");
        }
    }

    #[test]
    fn what_ends_the_same_option_everywhere_is_no_mark() {
        let text: String = (1..6)
            .map(|at| {
                format!(
                    "{at}. Which one is {at}?\n   A. one of {at}\n   B. two of {at}\n   C. both A and B\n"
                )
            })
            .collect();
        let notes = import::read(text.as_bytes(), None, None, None);
        assert!(notes.cards.iter().all(|card| card.faces[0].source.answer_lines.is_none()));
    }
}
