//! Letters that count questions: `a. What is entropy?`, `b. …`, `c. …`.

use crate::import::style::Question;

/// Fewer letters are chance.
const FEWEST: usize = 3;

/// Takes the letters off questions that follow one another from `a` on.
pub(super) fn strip(questions: &mut [Question]) {
    let letters: Vec<Option<u8>> = questions.iter().map(|question| letter(&question.text)).collect();
    let mut place = 0;
    while place < letters.len() {
        let run =
            letters[place..].iter().zip(b'a'..=b'z').take_while(|(own, next)| **own == Some(*next)).count();
        if run >= FEWEST {
            for question in &mut questions[place..place + run] {
                let from = question.text.len() - question.text[2..].trim_start().len();
                question.text.drain(..from);
            }
        }
        place += run.max(1);
    }
}

/// The letter that a text begins with, small, where a sign and a blank follow it.
fn letter(text: &str) -> Option<u8> {
    let [letter, b'.' | b')', b' ', ..] = text.as_bytes() else { return None };
    letter.is_ascii_alphabetic().then(|| letter.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    #[test]
    fn letters_in_their_order_are_no_part_of_questions() {
        let questions = |text: &str| -> Vec<String> {
            let notes = crate::import::read(text.as_bytes(), None, None, None);
            notes.cards.iter().map(|card| card.faces[0].question.to_string()).collect()
        };
        let text = "a. What is entropy?\n   -sum p log p\nb. What is a prior?\n   what is known before\nc. What is a logit?\n   what goes into softmax\n";
        assert_eq!(questions(text), ["What is entropy?", "What is a prior?", "What is a logit?"]);
    }
}
