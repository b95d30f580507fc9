//! Several answers on one line: `1. A  2. B`, `1-5 ABCDE`.

use crate::import::page::is_verdict;

/// The answers on a line, which may begin with the name of their section: `判断题：1. × 2. √`.
pub(super) fn pairs_of(line: &str) -> Vec<(u32, String)> {
    let found = pairs(line);
    let named = || {
        let (name, rest) = line.split_once([':', '：'])?;
        let is_name = name.chars().count() <= LONGEST_NAME && name.contains(char::is_alphabetic);
        Some(pairs(rest.trim_start_matches('*'))).filter(|pairs| is_name && pairs.len() > 1)
    };
    if found.is_empty() { named().unwrap_or_default() } else { found }
}

/// The name of a section has no more letters.
const LONGEST_NAME: usize = 24;

/// `1. A  2. B  3. C` and `1-5 ABCDE`: several answers on one line.
pub(super) fn pairs(line: &str) -> Vec<(u32, String)> {
    const BETWEEN: [char; 8] = [' ', '\t', ',', '，', ';', '；', '|', '\u{3000}'];
    // Nearly all lines begin with something else.
    if !line.trim_start_matches(BETWEEN).starts_with(|first: char| first.is_ascii_digit()) {
        return Vec::new();
    }
    let line = &apart(line);
    let mut found = Vec::new();
    let words: Vec<&str> = line.split(BETWEEN).filter(|word| !word.is_empty()).collect();
    let mut at = 0;
    while at < words.len() {
        let word = words[at];
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let Ok(number) = word[..digits].parse::<u32>() else { return Vec::new() };
        let rest = &word[digits..];
        let range = rest.strip_prefix(['-', '~', '–']);
        if let Some(until) = range.filter(|until| until.starts_with(|sign: char| sign.is_ascii_digit())) {
            let end = until.bytes().take_while(u8::is_ascii_digit).count();
            let Ok(last) = until[..end].parse::<u32>() else { return Vec::new() };
            let mut letters = until[end..].trim_start_matches([':', '：', '.']).to_owned();
            if letters.is_empty() {
                at += 1;
                letters = words.get(at).copied().unwrap_or_default().to_owned();
            }
            let is_choice = |letter: &char| letter.is_ascii_uppercase() || is_sign(*letter);
            let count = (last.saturating_sub(number) + 1) as usize;
            let mut choices: Vec<String> =
                letters.chars().filter(is_choice).map(|choice| choice.to_string()).collect();
            // `1-2 ABC AD`: each has several.
            let is_word = |word: &&&str| word.chars().all(|letter| is_choice(&letter));
            let more: Vec<&&str> = words[at + 1..].iter().take(count - 1).take_while(is_word).collect();
            if count > 1 && more.len() + 1 == count {
                at += more.len();
                choices =
                    [letters].into_iter().chain(more.into_iter().map(|word| (*word).to_owned())).collect();
            }
            if choices.len() != count {
                return Vec::new();
            }
            found.extend((number..=last).zip(choices));
        } else {
            let mut answer =
                rest.trim_start_matches(['.', ':', '：', ')', '）', '、', '．', '-', '–', '=']).to_owned();
            if answer.is_empty() {
                at += 1;
                answer = words.get(at).copied().unwrap_or_default().to_owned();
            }
            let is_choice =
                (1..=5).contains(&answer.len()) && answer.bytes().all(|byte| byte.is_ascii_alphabetic());
            if !is_choice && !is_verdict(&answer) {
                return Vec::new();
            }
            found.push((number, answer));
        }
        at += 1;
    }
    found
}

/// A line with a blank behind each verdict that the next number stands at: `1.×2.√`.
fn apart(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        text.push(letter);
        if is_sign(letter) && letters.peek().is_some_and(char::is_ascii_digit) {
            text.push(' ');
        }
    }
    text
}

/// Whether a letter is a verdict in one sign.
fn is_sign(letter: char) -> bool {
    matches!(letter, '√' | '×' | '✓' | '✗' | '对' | '错')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_a_key_too() {
        let questions = "1. Which layer has no weights?\n   A. pooling\n   B. attention\n2. Which one mixes places?\n   \
                         A. pooling\n   B. attention\n3. 哪一个要位置编码？\n   A. 池化\n   B. 注意力\n\n## Answers\n\n";
        for key in [
            "| No. | Answer |\n|---|---|\n| 1 | A |\n| 2 | B |\n| 3 | B |\n",
            "| 1 | 2 | 3 |\n|---|---|---|\n| A | B | B |\n",
            "| Q1. | **A** | easy |\n|---|---|---|\n| Q2. | **B** | easy |\n| Q3. | **B** | hard |\n",
        ] {
            let notes = crate::import::read(format!("{questions}{key}").as_bytes(), None, None, None);
            let answers: Vec<&str> = notes.cards.iter().map(|card| &*card.faces[0].answer).collect();
            assert_eq!(answers, ["A", "B", "B"], "{key}");
        }
    }

    #[test]
    fn several_answers_stand_on_one_line() {
        let found = |line: &str| {
            pairs(line).into_iter().map(|(number, text)| format!("{number}{text}")).collect::<Vec<_>>()
        };
        assert_eq!(found("1. A 2. B 3.C"), ["1A", "2B", "3C"]);
        assert_eq!(found("1-3 ABC 4-5 DA"), ["1A", "2B", "3C", "4D", "5A"]);
        assert_eq!(found("1-B, 2-A, 3-D"), ["1B", "2A", "3D"]);
        assert_eq!(found("1. because"), Vec::<String>::new());
    }
}
