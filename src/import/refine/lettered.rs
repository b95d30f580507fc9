//! Letters that count questions: `a. What is entropy?`, `b. …`, `c. …`.

use super::extent::ends;
use super::sections::cut_at;
use crate::import::ask::{Asking, asking};
use crate::import::page::{LineKind, Page};
use crate::import::style::{Answer, Question};

/// Fewer letters are chance.
const FEWEST: usize = 3;

/// Parts what other letters count from the question that begins with the first: `a) What is a prior?`, `b) …`, each of
/// which asks and has a text below it.
pub(super) fn part(page: &Page<'_>, questions: &mut Vec<Question>) {
    if !questions.iter().any(is_first) {
        return;
    }
    let ends = ends(page, questions);
    let found: Vec<Vec<usize>> =
        questions.iter().zip(&ends).map(|(question, end)| others(page, question, *end)).collect();
    if found.iter().all(Vec::is_empty) {
        return;
    }
    let mut parted = Vec::with_capacity(questions.len());
    for ((mut question, lines), end) in std::mem::take(questions).into_iter().zip(found).zip(ends) {
        let Some(first) = lines.first() else {
            parted.push(question);
            continue;
        };
        cut_at(page, &mut question, *first);
        let (stem, sure) = (question.stem.clone(), question.sure);
        if let Some((_, rest)) = counted(&question.text) {
            question.text = rest.to_owned();
        }
        parted.push(question);
        let nexts = lines.iter().skip(1).map(|next| next - 1).chain([end]);
        parted.extend(lines.iter().zip(nexts).map(|(line, limit)| {
            let text = page.stem(*line).question();
            let text = counted(&text).map_or(text.as_str(), |(_, rest)| rest);
            Question { limit, sure, stem: stem.clone(), ..Question::new(page, *line, text) }
        }));
    }
    *questions = parted;
}

fn is_first(question: &Question) -> bool {
    counted(&question.text).is_some_and(|(letter, _)| letter == b'a')
}

/// The lines of the letters behind `a` below a question that begins with it.
fn others(page: &Page<'_>, question: &Question, end: usize) -> Vec<usize> {
    if !is_first(question) || !matches!(question.answer, Answer::Below | Answer::Lines(..)) {
        return Vec::new();
    }
    let indent = page.stem(question.line).indent;
    let mut found: Vec<usize> = Vec::new();
    for line in question.last_line + 1..=end {
        let wanted = b'b' + found.len() as u8;
        let is_next = page.kind(line) == LineKind::Text
            && page.stem(line).indent == indent
            && counted(page.stem(line).text).is_some_and(|(letter, _)| letter == wanted);
        if is_next && wanted <= b'z' {
            found.push(line);
        }
    }
    let asks = |text: &str| asking(text) > Asking::No;
    let tells = |from: usize, until: usize| {
        page.trimmed(from, until.max(from)).is_some_and(|(first, _)| first <= until)
    };
    let firsts = [question.last_line].into_iter().chain(found.iter().copied());
    let nexts = found.iter().copied().chain([end + 1]);
    let all_tell = firsts.zip(nexts).all(|(line, next)| tells(line + 1, next - 1));
    let all_ask = asks(&question.text)
        && found.iter().all(|line| counted(page.stem(*line).text).is_some_and(|(_, rest)| asks(rest)));
    if all_tell && all_ask { found } else { Vec::new() }
}

/// The small letter that a text begins with, and what follows it: `a) …`, `(a) …`, `a. …`.
fn counted(text: &str) -> Option<(u8, &str)> {
    let inner = text.strip_prefix(['(', '（']).unwrap_or(text);
    let letter = inner.bytes().next().filter(u8::is_ascii_lowercase)?;
    let rest = inner[1..].strip_prefix(['.', ')', '）', '、'])?;
    rest.starts_with([' ', '\t']).then(|| (letter, rest.trim_start()))
}

/// Takes the letters off questions that follow one another from `a` on.
pub(super) fn strip(questions: &mut [Question]) {
    let letters: Vec<Option<u8>> = questions.iter().map(|question| letter(&question.text)).collect();
    let run_at = |place: usize| {
        letters[place..].iter().zip(b'a'..=b'z').take_while(|(own, next)| **own == Some(*next)).count()
    };
    // Where each letter is one of a list from `a` on, two lists of two are enough.
    let counted = letters.iter().flatten().count();
    let (mut place, mut lists, mut inside) = (0, 0, 0);
    while place < letters.len() {
        let run = run_at(place);
        (lists, inside) = (lists + usize::from(run > 1), inside + if run > 1 { run } else { 0 });
        place += run.max(1);
    }
    let fewest = if lists > 1 && inside == counted { 2 } else { FEWEST };
    let mut place = 0;
    while place < letters.len() {
        let run = run_at(place);
        if run >= fewest {
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

    #[test]
    fn letters_below_one_number_are_questions_of_their_own() {
        let cards = |text: &str| -> Vec<(String, String)> {
            let notes = crate::import::read(text.as_bytes(), None, None, None);
            let face = |card: &crate::card::Card| {
                (card.faces[0].question.to_string(), card.faces[0].answer.trim().to_owned())
            };
            notes.cards.iter().map(face).collect()
        };
        for text in [
            "## Question 1\na) What is a token?\n   A piece.\nb) What is a merge?\n   Two pieces.\n## Question 2\na) Why bytes?\n   No gaps.\nb) Why not words?\n   Too many.\n",
            "## Problem 1: Tokens\na. What is a token?\nA piece.\nb. What is a merge?\nTwo pieces.\n\n## Problem 2: Sizes\na. Why bytes?\nNo gaps.\nb. Why not words?\nToo many.\n",
            "### 1. Explain tokens\n\n(a) What is a token?\n\nA piece.\n\n(b) What is a merge?\n\nTwo pieces.\n\n### 2. Explain sizes\n\n(a) Why bytes?\n\nNo gaps.\n\n(b) Why not words?\n\nToo many.\n",
        ] {
            let expected = [
                ("What is a token?", "A piece."),
                ("What is a merge?", "Two pieces."),
                ("Why bytes?", "No gaps."),
                ("Why not words?", "Too many."),
            ];
            let found = cards(text);
            let found: Vec<(&str, &str)> =
                found.iter().map(|(asked, told)| (asked.as_str(), told.as_str())).collect();
            assert_eq!(found, expected, "{text}");
        }
        // Points by letters are an answer.
        assert_eq!(
            cards("1. How does it train?\na) forward\nb) backward\n2. What is an epoch?\na) all data once\n")
                .len(),
            2
        );
    }
}
