//! Terms with their meaning behind a dash or a colon on the same line: `- recall – found of all that is there`.

use crate::import::page::{Kind, Page, mark};
use crate::import::style::{Answer, Question, Reading, extent};
use std::collections::HashSet;

/// What parts a term from its meaning, the surest first.
const SIGNS: [&str; 8] = [" — ", " – ", "——", " -- ", " - ", " => ", "：", ": "];
/// From this place on, signs are those of labels too: words have to say that these are terms.
const COLONS: usize = 6;
/// A term has no more letters and no more words.
const LONGEST: usize = 40;
const MOST_WORDS: usize = 6;
/// Fewer lines are no list of terms.
const FEWEST: usize = 5;
/// Lines of a list of terms that are none take this share at most.
const OTHERS: usize = 6;

/// The terms of a file that is nothing but a list of them.
pub(super) fn read(page: &Page<'_>) -> Reading {
    let lines: Vec<usize> = (1..=page.len()).filter(|line| is_entry(page, *line)).collect();
    let bearing = |sign: &str| lines.iter().filter(|line| page.line(**line).contains(sign)).count();
    let counts: Vec<usize> = SIGNS.iter().map(|sign| bearing(sign)).collect();
    let most = counts.iter().copied().max().unwrap_or(0);
    let Some(place) = counts.iter().position(|count| *count == most).filter(|_| most >= FEWEST) else {
        return Reading::default();
    };
    if (lines.len() - most) * OTHERS > lines.len() + OTHERS {
        return Reading::default();
    }
    let questions: Vec<Question> = lines.iter().filter_map(|line| term(page, *line, SIGNS[place])).collect();
    let terms: HashSet<String> = questions.iter().map(|question| question.text.to_lowercase()).collect();
    let title = lines.first().is_some_and(|line| questions.first().is_some_and(|one| one.line > *line));
    let others = lines.len() - questions.len() - usize::from(title);
    let (_, covered) = extent(page, &questions);
    if questions.len() < FEWEST || terms.len() < questions.len() || others * OTHERS > questions.len() {
        return Reading::default();
    }
    let mut reading = Reading::judged(page, questions);
    if place >= COLONS && !page.promises && !page.promises_terms {
        reading.doubt = Some(crate::messages::ReadingMessage::ColonsElsewhere);
    }
    if covered * 5 < page.told * 4 { Reading::default() } else { reading }
}

/// A line at the margin that may say a term.
fn is_entry(page: &Page<'_>, line: usize) -> bool {
    let is_text = page.kind(line) == Kind::Text && !page.line(line).starts_with([' ', '\t']);
    // Below an item, lazy text goes on with it.
    let begins = page.has(line, mark::BULLET | mark::NUMBER)
        || page.item(line) == 0 && (line == 1 || page.item(line - 1) == 0 || page.is_blank(line - 1));
    is_text && begins && !page.is_furniture(line)
}

fn term(page: &Page<'_>, line: usize, sign: &str) -> Option<Question> {
    let stem = page.stem(line);
    let (term, meaning) = stem.text.split_once(sign)?;
    let term = term.trim().trim_matches(['*', '_']).trim();
    let meaning = meaning.trim_start_matches(['*', '_', '—', ' ']).trim();
    let says = |text: &str| text.chars().any(char::is_alphabetic);
    let is_code = |letter: char| matches!(letter, '`' | '[' | ']' | '<' | '>' | '_' | '\\' | '@' | '"' | '=');
    let is_term = says(term)
        && term.chars().count() <= LONGEST
        && term.split_whitespace().count() <= MOST_WORDS
        && !term.contains(is_code)
        && !term.contains(['.', '。', ';', '；', '?', '？', '!', '！', ':', '：', '，'])
        && !term.starts_with(['-', '/', '$']);
    if !is_term || !says(meaning) || meaning.starts_with("//") || page.labels_answer(line) {
        return None;
    }
    let mut question = Question::new(page, line, term);
    question.sure = true;
    question.answer = Answer::Behind(meaning.to_owned());
    Some(question)
}
