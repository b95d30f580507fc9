//! What a user says of single lines of notes, over what the reader makes of them: this line begins a card, that one
//! begins none. Lines are known by what they say, so that edits elsewhere change nothing.

use super::page::Page;
use super::style::{Answer, Question, Reading, Style, StyleChoice, end_of_card};
use super::styles::paragraphs;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap, HashSet};
use xxhash_rust::xxh3::xxh3_64;

/// Lines that were taken into the user's own hands, by their keys: see [`LineMarks::keys`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LineMarks {
    /// Lines that begin cards.
    asks: BTreeSet<String>,
    /// Lines that begin none.
    text: BTreeSet<String>,
}

impl LineMarks {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.asks.is_empty() && self.text.is_empty()
    }

    /// The key of each of these lines: a hash of its words, and which line with these words it is.
    pub fn keys<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
        let mut met: HashMap<u64, usize> = HashMap::new();
        let key = |line: &str| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let hash = xxh3_64(words.join(" ").as_bytes());
            let count = met.entry(hash).or_default();
            *count += 1;
            if *count == 1 { format!("{hash:016x}") } else { format!("{hash:016x}-{count}") }
        };
        lines.map(key).collect()
    }

    /// Whether a line was made a card.
    pub fn takes(&self, key: &str) -> bool {
        self.asks.contains(key)
    }

    /// Says of a line the opposite of what it is now.
    pub fn turn(&mut self, key: &str, is_card: bool) {
        let (one, other) =
            if is_card { (&mut self.asks, &mut self.text) } else { (&mut self.text, &mut self.asks) };
        if !one.remove(key) {
            other.insert(key.to_owned());
        }
    }

    /// Adds what is said of other files of the same line of the list.
    pub fn add(&mut self, other: &LineMarks) {
        self.asks.extend(other.asks.iter().cloned());
        self.text.extend(other.text.iter().cloned());
    }

    /// These without others.
    pub fn without(&self, others: &LineMarks) -> LineMarks {
        LineMarks { asks: &self.asks - &others.asks, text: &self.text - &others.text }
    }

    /// A hash of all of them.
    pub fn print(&self) -> u64 {
        xxh3_64(format!("{:?}{:?}", self.asks, self.text).as_bytes())
    }
}

/// The choice with the lines that the user spoke of as the user says.
pub(super) fn applied(
    page: &Page<'_>,
    marks: &LineMarks,
    choice: Result<StyleChoice, Option<Box<(&'static Style, Reading)>>>,
) -> Result<StyleChoice, Option<Box<(&'static Style, Reading)>>> {
    let keys = LineMarks::keys((1..=page.len()).map(|line| page.line(line)));
    let among = |set: &BTreeSet<String>| -> HashSet<usize> {
        (1..=page.len()).filter(|line| !page.is_blank(*line) && set.contains(&keys[line - 1])).collect()
    };
    let (asks, text) = (among(&marks.asks), among(&marks.text));
    match choice {
        Ok(mut choice) => {
            remove(page, &mut choice.reading.questions, &text);
            take(page, &mut choice.reading.questions, &asks);
            Ok(choice)
        }
        Err(doubtful) => {
            let style = doubtful.as_ref().map_or(&paragraphs::STYLE, |doubtful| doubtful.0);
            let mut reading = Reading::default();
            take(page, &mut reading.questions, &asks);
            if reading.questions.is_empty() {
                return Err(doubtful);
            }
            let why = format!("{} taken as questions by hand", reading.questions.len());
            Ok(StyleChoice { style, why, reading })
        }
    }
}

/// Takes cards away; what they say goes on with the card above.
fn remove(page: &Page<'_>, questions: &mut Vec<Question>, lines: &HashSet<usize>) {
    let mut at = 0;
    while at < questions.len() {
        if !lines.contains(&questions[at].line) {
            at += 1;
            continue;
        }
        let next = questions.get(at + 1).map_or(page.len() + 1, |next| next.line);
        let gone = questions.remove(at);
        let end = end_of_card(page, &gone, next).min(next - 1);
        let Some(above) = at.checked_sub(1).and_then(|above| questions.get_mut(above)) else { continue };
        let is_parted = (above.line + 1..=gone.line).any(|line| page.level(line).is_some());
        if let Answer::Lines(first, last) = &mut above.answer
            && !is_parted
        {
            (*first, *last) = if first > last { (gone.line, end) } else { (*first, end.max(*last)) };
        }
    }
}

/// Makes cards of lines, each with what stands below it up to the next card.
fn take(page: &Page<'_>, questions: &mut Vec<Question>, lines: &HashSet<usize>) {
    let mut lines: Vec<usize> = lines.iter().copied().collect();
    lines.sort_unstable();
    for line in lines {
        let at = questions.partition_point(|question| question.line < line);
        if questions.get(at).is_some_and(|question| question.line == line) {
            continue;
        }
        let stem = if page.level(line).is_some() { page.heading_stem(line) } else { page.stem(line) };
        let text = stem.question().to_string();
        if text.trim().is_empty() {
            continue;
        }
        if let Some(above) = at.checked_sub(1).and_then(|above| questions.get_mut(above)) {
            end_above(page, above, line);
        }
        let mut question = Question::new(page, line, text);
        question.sure = true;
        questions.insert(at, question);
    }
}

/// Lets a card end above a line.
fn end_above(page: &Page<'_>, above: &mut Question, line: usize) {
    above.limit = above.limit.min(line - 1);
    above.last_line = above.last_line.min(line - 1);
    let cut = |first: usize| page.trimmed(first, line - 1).unwrap_or((line, line - 1));
    match &mut above.answer {
        Answer::Lines(first, last) if *last >= line && *first < line => (*first, *last) = cut(*first),
        Answer::Lines(first, last) if *last >= line => (*first, *last) = (line, line - 1),
        Answer::Cut(_, last, _) if *last >= line => *last = line - 1,
        Answer::Told { lines: Some((first, last)), .. } if *last >= line && *first < line => {
            (*first, *last) = cut(*first);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{self, Styled};

    /// The cards of notes of which some lines were turned, each with what it was then.
    fn cards(text: &str, turned: &[(usize, bool)]) -> Vec<(String, String)> {
        let keys = LineMarks::keys(text.lines());
        let mut marks = LineMarks::default();
        turned.iter().for_each(|(line, is_card)| marks.turn(&keys[line - 1], *is_card));
        let styled = Styled { marks: Some(&marks), ..Styled::default() };
        let notes = import::read_as(text.as_bytes(), None, styled, None);
        let pair =
            |card: &crate::card::Card| (card.faces[0].question.to_string(), card.faces[0].answer.to_string());
        notes.cards.iter().map(pair).collect()
    }

    fn pairs(rows: &[(&str, &str)]) -> Vec<(String, String)> {
        rows.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
    }

    #[test]
    fn lines_become_cards_and_cards_become_text() {
        let text = "Intro: the gate\nis a factor.\n\n1. What is a?\nx\n2. What is b?\ny\n3. What is c?\nz\n";
        let all = [("What is a?", "x"), ("What is b?", "y"), ("What is c?", "z")];
        assert_eq!(cards(text, &[]), pairs(&all));
        let taken = [("Intro: the gate", "is a factor."), all[0], all[1], all[2]];
        assert_eq!(cards(text, &[(1, false)]), pairs(&taken));
        assert_eq!(cards(text, &[(6, true)]), pairs(&[("What is a?", "x\n2. What is b?\ny"), all[2]]));
        // What was turned twice is as it was.
        assert_eq!(cards(text, &[(6, true), (6, false)]), pairs(&all));
        // A line inside an answer parts it.
        let parted = [all[0], ("What is b?", "y"), ("What is c?", ""), ("z", "")];
        assert_eq!(cards(text, &[(9, false)]), pairs(&parted));
    }

    #[test]
    fn a_file_without_questions_gives_those_that_were_taken() {
        let text = "An essay.\n\nGates\nare factors.\n\nCells\ncarry.\n";
        assert_eq!(cards(text, &[]), []);
        assert_eq!(
            cards(text, &[(3, false), (6, false)]),
            pairs(&[("Gates", "are factors."), ("Cells", "carry.")])
        );
    }

    #[test]
    fn lines_are_known_by_their_words() {
        let keys = LineMarks::keys(["a  b", "c", "a b", "a b "].into_iter());
        assert_eq!(keys[2], format!("{}-2", keys[0]));
        assert_eq!(keys[3], format!("{}-3", keys[0]));
        let mut marks = LineMarks::default();
        marks.turn(&keys[1], true);
        let written = serde_json::to_string(&marks).unwrap();
        assert_eq!(serde_json::from_str::<LineMarks>(&written).unwrap(), marks);
        assert!(LineMarks::default().is_empty() && !marks.is_empty());
    }
}
