//! Keys: answers that stand together at the end, each by the number of its question.

use crate::import::page::{Page, mark};
use crate::import::stem::names_answer;
use crate::import::style::{Answer, Question};
use std::collections::HashMap;

/// Gives questions the answers that a key below them holds.
pub(super) fn give(page: &Page<'_>, questions: &mut Vec<Question>) {
    let Some(head) = head_of_key(page, questions) else { return };
    let entries = entries(page, head);
    if entries.len() < 2 {
        return;
    }
    let asked = questions.partition_point(|question| question.line < head);
    // Numbers that several chapters share do not say whose answer it is.
    let mut by_number: HashMap<u32, Vec<usize>> = HashMap::new();
    for (place, question) in questions[..asked].iter().enumerate() {
        if let Some(number) = number_of(page, question.line) {
            by_number.entry(number).or_default().push(place);
        }
    }
    let fits = entries.iter().filter(|entry| by_number.contains_key(&entry.number)).count();
    if fits * 5 < entries.len() * 4 || fits * 2 < asked {
        return;
    }
    let mut used: HashMap<u32, usize> = HashMap::new();
    for entry in &entries {
        let turn = used.entry(entry.number).or_default();
        let place = by_number.get(&entry.number).and_then(|places| places.get(*turn));
        *turn += 1;
        let Some(question) = place.map(|place| &mut questions[*place]) else { continue };
        let limit = question.limit.min(head - 1);
        question.limit = limit;
        question.answer = Answer::Keyed { text: entry.text(page), first: entry.first, last: entry.last };
    }
    questions.truncate(asked);
    if let Some(last) = questions.last_mut() {
        last.limit = last.limit.min(head - 1);
    }
}

/// Whether a key at the end holds the answers of nearly all questions above it: what has answers asks.
pub(in crate::import) fn proves(page: &Page<'_>, questions: &[Question]) -> bool {
    let Some(head) = head_of_key(page, questions) else { return false };
    let asked: Vec<u32> = (questions.iter().take_while(|question| question.line < head))
        .filter_map(|question| number_of(page, question.line))
        .collect();
    let answers: Vec<u32> = entries(page, head).iter().map(|entry| entry.number).collect();
    asked.len() > 2 && answers == asked
}

/// One answer of a key.
struct KeyEntry {
    number: u32,
    first: usize,
    last: usize,
    /// The answer, where it is only a part of its line.
    text: Option<String>,
}

impl KeyEntry {
    fn text(&self, page: &Page<'_>) -> String {
        if let Some(text) = &self.text {
            return text.clone();
        }
        let head = page.heading_stem(self.first).question();
        match page.trimmed(self.first + 1, self.last) {
            Some((first, last)) if self.last > self.first => format!("{head}\n{}", page.slice(first, last)),
            _ => head,
        }
    }
}

/// The line that heads a key: it only names answers, and has more than two questions above it and none
/// but numbered lines below.
fn head_of_key(page: &Page<'_>, questions: &[Question]) -> Option<usize> {
    let third = questions.get(2)?;
    let first = third.line;
    let mut heads = (first + 1..=page.len()).filter(|line| names(page, *line));
    let head = heads.next()?;
    if heads.next().is_some() {
        return None;
    }
    let next = (head + 1..=page.len()).find(|line| !page.is_furniture(*line))?;
    (page.has(next, mark::NUMBER) || !pairs(page.line(next)).is_empty()).then_some(head)
}

fn names(page: &Page<'_>, line: usize) -> bool {
    let text = page.line(line);
    text.len() < 80 && (page.level(line).is_some() || page.has(line, mark::ANSWER | mark::BOLD)) && {
        let core = text.trim_matches(|letter: char| !letter.is_alphanumeric());
        names_answer(core) || core.to_lowercase().ends_with("answer key") || core.to_lowercase() == "key"
    }
}

/// The answers below the head of a key.
fn entries(page: &Page<'_>, head: usize) -> Vec<KeyEntry> {
    let mut entries: Vec<KeyEntry> = Vec::new();
    for line in head + 1..=page.len() {
        if page.is_furniture(line) {
            continue;
        }
        let several = pairs(page.line(line));
        if several.len() > 1 {
            let each = several.into_iter();
            entries.extend(each.map(|(number, text)| KeyEntry {
                number,
                first: line,
                last: line,
                text: Some(text),
            }));
            continue;
        }
        match number_of(page, line).filter(|_| page.has(line, mark::NUMBER) && page.item(line) < 2) {
            Some(number) => entries.push(KeyEntry { number, first: line, last: line, text: None }),
            None if page.level(line).is_some() => {}
            None => {
                if let Some(entry) = entries.last_mut() {
                    entry.last = line;
                }
            }
        }
    }
    entries
}

fn number_of(page: &Page<'_>, line: usize) -> Option<u32> {
    page.heading_stem(line).number_of_heading()
}

/// `1. A  2. B  3. C` and `1-5 ABCDE`: several answers on one line.
fn pairs(line: &str) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    let words: Vec<&str> = line
        .split([' ', '\t', ',', '，', ';', '；', '|', '\u{3000}'])
        .filter(|word| !word.is_empty())
        .collect();
    let mut at = 0;
    while at < words.len() {
        let word = words[at];
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let Ok(number) = word[..digits].parse::<u32>() else { return Vec::new() };
        let rest = &word[digits..];
        if let Some(until) = rest.strip_prefix(['-', '~', '–']) {
            let end = until.bytes().take_while(u8::is_ascii_digit).count();
            let Ok(last) = until[..end].parse::<u32>() else { return Vec::new() };
            let mut letters = until[end..].trim_start_matches([':', '：', '.']).to_owned();
            if letters.is_empty() {
                at += 1;
                letters = words.get(at).copied().unwrap_or_default().to_owned();
            }
            let choices: Vec<char> = letters.chars().filter(char::is_ascii_uppercase).collect();
            if choices.len() != (last.saturating_sub(number) + 1) as usize {
                return Vec::new();
            }
            found.extend((number..=last).zip(choices).map(|(number, choice)| (number, choice.to_string())));
        } else {
            let mut answer = rest.trim_start_matches(['.', ':', '：', ')', '）', '、', '．', '-']).to_owned();
            if answer.is_empty() {
                at += 1;
                answer = words.get(at).copied().unwrap_or_default().to_owned();
            }
            let is_choice =
                (1..=5).contains(&answer.len()) && answer.bytes().all(|byte| byte.is_ascii_alphabetic());
            if !is_choice {
                return Vec::new();
            }
            found.push((number, answer));
        }
        at += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_answers_stand_on_one_line() {
        let found = |line: &str| {
            pairs(line).into_iter().map(|(number, text)| format!("{number}{text}")).collect::<Vec<_>>()
        };
        assert_eq!(found("1. A 2. B 3.C"), ["1A", "2B", "3C"]);
        assert_eq!(found("1-3 ABC 4-5 DA"), ["1A", "2B", "3C", "4D", "5A"]);
        assert_eq!(found("1. because"), Vec::<String>::new());
    }
}
