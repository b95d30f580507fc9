//! Answers in brackets behind their questions: `Which net is fixed?（the target net）`.

use super::behind::behind_verdict;
use super::blanks::{are_filled, emptied};
use super::extent::{ends, is_bare};
use crate::import::ask::{Asking, asking};
use crate::import::page::Page;
use crate::import::style::{Answer, Question};

/// This share of the questions has to be written so.
const MOST: usize = 2;
/// Where fewer are, so many have to ask before their brackets, which do not.
const FEWEST_TOLD: usize = 4;

/// Takes the brackets behind a question mark for the answer, where the file is written so and nothing stands
/// below.
pub(super) fn open(page: &Page<'_>, questions: &mut [Question]) {
    clear_keyed(questions);
    open_letters(page, questions);
    open_verdicts(page, questions);
    let is_open = |question: &&Question| !matches!(question.answer, Answer::Keyed { .. });
    let open = questions.iter().filter(is_open).count();
    let parted_by = |marked: bool| -> Vec<Option<(usize, String)>> {
        let own = |question| Some(question).filter(is_open).and_then(|one| parted(&one.text, marked));
        questions.iter().map(own).collect()
    };
    // Where nearly all questions have brackets behind them, no mark is needed.
    let unmarked = parted_by(false);
    let count = unmarked.iter().flatten().count();
    let are_verdicts = count > 2 && unmarked.iter().flatten().all(|(_, answer)| is_verdict(answer));
    let all = (open > 4 || are_verdicts) && count * 4 >= open * 3;
    let parted = if all { unmarked } else { parted_by(true) };
    let count = parted.iter().flatten().count();
    let parted = if count > 1 && count * MOST >= open {
        parted
    } else {
        let told: Vec<Option<(usize, String)>> =
            questions.iter().map(|question| parted_told(&question.text)).collect();
        let count = told.iter().flatten().count();
        if count < FEWEST_TOLD || count * 8 < questions.len() {
            return;
        }
        told
    };
    let ends = ends(page, questions);
    for ((question, parted), end) in questions.iter_mut().zip(parted).zip(ends) {
        let has_below = match question.answer {
            Answer::Below => page.trimmed(question.last_line + 1, end.max(question.last_line)).is_some(),
            Answer::Lines(first, last) => first <= last,
            _ => true,
        };
        if let Some((at, answer)) = parted.filter(|_| !has_below && question.line == question.last_line) {
            question.text.truncate(at);
            question.answer = Answer::Beside(answer);
        }
    }
}

/// Takes answers in brackets out of questions whose answers a key tells.
fn clear_keyed(questions: &mut [Question]) {
    for question in questions {
        let Answer::Keyed { text, .. } = &question.answer else { continue };
        let key = text.trim();
        if let Some((at, _)) = parted(&question.text, false).filter(|(_, answer)| is_verdict(answer)) {
            question.text.truncate(at);
            continue;
        }
        let word = key.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
        let is_choice = !word.is_empty() && word.bytes().all(|letter| (b'A'..=b'H').contains(&letter));
        let is_told = |inner: &str| {
            let is_letters = is_choice && letters(&format!("（{inner}）")).is_some();
            let mut parts = key.split(['；', ';', '，', ',', '、']);
            is_letters || inner == key || parts.any(|part| part.trim() == inner)
        };
        let is_answer = |inner: &str| !inner.is_empty() && is_told(inner);
        question.text = emptied(&question.text, |_, inner| is_answer(inner.trim()));
    }
}

/// Takes verdicts in brackets for the answers of statements, whatever else the file holds.
fn open_verdicts(page: &Page<'_>, questions: &mut [Question]) {
    let ends = ends(page, questions);
    let is_open = |(question, end): (&Question, &usize)| {
        question.line == question.last_line && is_bare(page, question, *end)
    };
    let all = questions.iter().zip(&ends).filter(|one| is_open(*one)).count();
    let own = |one: (&Question, &usize)| is_open(one).then(|| verdict(&one.0.text)).flatten();
    let found: Vec<Option<(usize, String)>> = questions.iter().zip(&ends).map(own).collect();
    let told = found.iter().flatten().count();
    let sure = found.iter().flatten().filter(|(_, answer)| !answer.is_ascii()).count();
    // Letters and words of English end other sentences, too.
    let are_all = told > FEWEST_VERDICTS && told * 5 >= all * 4;
    if sure < FEWEST_VERDICTS && !are_all {
        return;
    }
    for (question, found) in questions.iter_mut().zip(found) {
        let Some((at, answer)) = found.filter(|(_, answer)| are_all || !answer.is_ascii()) else { continue };
        question.text.truncate(at);
        question.answer = Answer::Beside(answer);
    }
}

/// Where a statement ends, and the verdict behind it: in brackets, or behind a blank or a stop.
fn verdict(text: &str) -> Option<(usize, String)> {
    let in_brackets = parted(text, false).filter(|(_, answer)| is_verdict(answer));
    in_brackets.or_else(|| {
        let text = text.trim_end();
        let (at, blank) =
            text.char_indices().rfind(|(_, letter)| matches!(letter, ' ' | '\t' | '\u{3000}' | '。'))?;
        let from = at + blank.len_utf8();
        let word = text[from..].trim_matches(['*', '[', ']', '【', '】']);
        let asked = if blank == '。' {
            &text[..from]
        } else {
            text[..at].trim_end_matches([' ', '\t', '\u{3000}', '-', '–', '—'])
        };
        // Small letters are words of the sentence: `it is true`.
        let is_told = is_verdict(word) && !word.starts_with(|first: char| first.is_ascii_lowercase());
        (is_told && asked.chars().filter(|letter| letter.is_alphabetic()).count() > 1)
            .then(|| (asked.len(), word.to_owned()))
    })
}

/// One verdict is chance.
const FEWEST_VERDICTS: usize = 2;

/// Fewer letters in brackets are chance.
const FEWEST_LETTERS: usize = 3;

/// Takes letters in brackets for the answers, where options to choose from stand below: `Which one is fixed?（ B ）`.
fn open_letters(page: &Page<'_>, questions: &mut [Question]) {
    let ends = ends(page, questions);
    let has_options = |question: &Question, end: usize| {
        (question.last_line + 1..=end).any(|line| page.option(line) == Some('A'))
    };
    let own = |(question, end): (&Question, &usize)| {
        let is_open = question.answer == Answer::Below && has_options(question, *end);
        is_open.then(|| letters(&question.text)).flatten()
    };
    let found: Vec<Option<(usize, usize)>> = questions.iter().zip(&ends).map(own).collect();
    let optioned = questions.iter().zip(&ends).filter(|(question, end)| has_options(question, **end)).count();
    let count = found.iter().flatten().count();
    if count < FEWEST_LETTERS || count * 3 < optioned * 2 {
        return;
    }
    for (question, found) in questions.iter_mut().zip(found) {
        let Some((from, until)) = found else { continue };
        let (first, last) = (question.line, question.last_line);
        question.answer = Answer::Keyed { text: question.text[from..until].trim().to_owned(), first, last };
        question.text.replace_range(from..until, "  ");
    }
}

/// Where the letters of options stand between brackets and nothing else does.
fn letters(text: &str) -> Option<(usize, usize)> {
    let opens = text.char_indices().filter(|(_, letter)| matches!(letter, '（' | '('));
    opens.map(|(at, letter)| at + letter.len_utf8()).find_map(|from| {
        let until = from + text[from..].find(['）', ')'])?;
        let inner = text[from..until].trim();
        let is_choice = |letter: char| ('A'..='H').contains(&letter) || matches!(letter, ',' | '、' | ' ');
        ((1..=9).contains(&inner.len()) && inner.chars().all(is_choice)).then_some((from, until))
    })
}

/// Whether brackets in a text wait for the letters of options, or hold some.
fn waits_for_letters(text: &str) -> bool {
    if !text.contains(['（', '(']) {
        return false;
    }
    let is_empty = |open: char, close: char| {
        text.split(open)
            .skip(1)
            .any(|rest| rest.split_once(close).is_some_and(|(inner, _)| inner.trim().is_empty()))
    };
    letters(text).is_some() || is_empty('（', '）')
}

/// Some questions of a list have answers in brackets: what asks, with brackets behind it that do not.
fn parted_told(text: &str) -> Option<(usize, String)> {
    let (at, answer) = parted(text, false).or_else(|| parted(text, true))?;
    let asks = asking(&text[..at]) == Asking::Yes && asking(&answer) == Asking::No;
    asks.then_some((at, answer))
}

/// Whether statements with a verdict behind each, or sentences with blanks, are what a file asks.
pub(in crate::import) fn judge(page: &Page<'_>, questions: &[Question]) -> bool {
    let has_verdict = |question: &&Question| {
        let text = page.stem(question.line).text;
        waits_for_letters(text)
            || parted(text, false).is_some_and(|(_, answer)| is_verdict(&answer))
            || behind_verdict(text).is_some()
            || verdict(text).is_some()
            || are_filled(page, question.line)
            || page.is_below_terms(question.line)
    };
    if questions.len() < 3 {
        return false;
    }
    let (tested, others): (Vec<&Question>, Vec<&Question>) = questions.iter().partition(has_verdict);
    // An exam has sections that ask in words, too.
    let asking = others.iter().filter(|question| question.weight(page) > 0.0).count();
    let count = questions.len();
    tested.len() * 5 >= count * 4 || tested.len() * 2 >= count && (tested.len() + asking) * 5 >= count * 4
}

/// Whether a text says no more than that something is right or wrong.
fn is_verdict(text: &str) -> bool {
    const VERDICTS: [&str; 20] = [
        "t", "f", "true", "false", "y", "n", "yes", "no", "right", "wrong", "对", "错", "是", "否", "正确",
        "错误", "√", "×", "✓", "✗",
    ];
    let text = text.trim();
    text.len() <= "wrong".len() + 1 && VERDICTS.iter().any(|verdict| verdict.eq_ignore_ascii_case(text))
}

/// Where the question ends, and what stands in the brackets behind it. A question that is not marked as one
/// has wide brackets.
fn parted(text: &str, marked: bool) -> Option<(usize, String)> {
    let text = text.trim_end();
    let inner = text.strip_suffix(['）', ')'])?;
    let mut depth = 1usize;
    let open = inner.char_indices().rev().find(|(_, letter)| {
        match letter {
            '）' | ')' => depth += 1,
            '（' | '(' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    let (at, letter) = open?;
    let asked = text[..at].trim_end();
    let answer = inner[at + letter.len_utf8()..].trim();
    let is_wide = letter == '（' || is_verdict(answer);
    let ends = asked.ends_with(['?', '？', '؟']) || (!marked && is_wide && !asked.is_empty());
    (ends && !answer.is_empty()).then(|| (asked.len(), answer.to_owned()))
}
