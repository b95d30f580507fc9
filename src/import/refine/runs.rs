//! Runs: a number that is missing between two questions stands on a line that is set in another way.

use crate::import::page::{LineKind, Page};
use crate::import::stem::{Delimiter, Number};
use crate::import::style::{Question, Reading};

/// So many numbers may be missing in one place.
const MOST_MISSING: u32 = 6;

/// Adds the questions that bear the numbers missing in a run.
pub(super) fn complete(page: &Page<'_>, reading: &mut Reading) {
    // What is missing above a number may have been moved away.
    if reading.questions.len() < 2 || !reading.evidence.runs_on() || reading.is_moved {
        return;
    }
    let numbers: Vec<Option<Number>> =
        reading.questions.iter().map(|question| page.heading_stem(question.line).number).collect();
    let mut added = Vec::new();
    for (index, question) in reading.questions.iter().enumerate() {
        let Some(number) = numbers[index] else { continue };
        let before = index.checked_sub(1);
        let reached = before.and_then(|before| numbers[before]).map_or(0, |number| number.value);
        let reached = if reached >= number.value { 0 } else { reached };
        let from = before.map_or(1, |before| reading.questions[before].last_line + 1);
        let missing = number.value.saturating_sub(reached + 1);
        if (1..=MOST_MISSING).contains(&missing) {
            let found = bearers(page, (from, question.line), number, reached + 1);
            let is_counted = before.is_none_or(|before| numbers[before].is_some());
            if found.len() == missing as usize {
                added.extend(found.into_iter().map(|(line, text)| Question::new(page, line, text)));
            } else if is_counted {
                added.extend(in_place(page, (from, question.line), reached, number.value));
            }
        }
    }
    if !added.is_empty() {
        reading.questions.append(&mut added);
        reading.questions.sort_by_key(|question| question.line);
    }
}

/// The lines between two questions that stand in the places of the missing numbers: each bears one of them, whatever
/// sign is behind it; or it asks where one is missing.
fn in_place(page: &Page<'_>, (from, until): (usize, usize), reached: u32, next: u32) -> Vec<Question> {
    let mut found: Vec<(u32, Question)> = Vec::new();
    let mut unnumbered = Vec::new();
    for line in from..until {
        let source = page.line(line);
        if page.kind(line) != LineKind::Text
            || source.starts_with([' ', '\t', '-', '*'])
            || page.is_hidden(line)
        {
            continue;
        }
        let digits = source.bytes().take_while(u8::is_ascii_digit).count();
        let rest = &source[digits..];
        let Ok(number) = source[..digits].parse::<u32>() else {
            if source.trim_end().ends_with(['?', '？']) {
                unnumbered.push(line);
            }
            continue;
        };
        let text = rest.trim_start_matches(['.', '．', '、', ')', '）', ':', '：', ' ']);
        if text.len() == rest.len() || !text.starts_with(char::is_alphabetic) {
            continue;
        }
        if number <= reached {
            // A list of points: no way to tell.
            return Vec::new();
        }
        let last = found.last().map_or(reached, |(last, _)| *last);
        if number > last && number < next {
            found.push((number, Question::new(page, line, text.trim())));
        }
    }
    let numbers: Vec<u32> =
        [reached].into_iter().chain(found.iter().map(|(number, _)| *number)).chain([next]).collect();
    let lines: Vec<usize> = (found.iter().map(|(_, question)| question.line)).chain([until]).collect();
    let mut questions: Vec<Question> = Vec::new();
    for (place, pair) in numbers.windows(2).enumerate() {
        let before = place.checked_sub(1).map_or(from, |before| lines[before] + 1);
        let mut between = unnumbered.iter().filter(|line| (before..lines[place]).contains(*line));
        if let (2, Some(line), None) = (pair[1] - pair[0], between.next(), between.next()) {
            questions.push(Question::new(page, *line, page.line(*line).trim()));
        }
    }
    questions.extend(found.into_iter().map(|(_, question)| question));
    if questions.len() * 2 < (next - reached - 1) as usize {
        return Vec::new();
    }
    questions.sort_by_key(|question| question.line);
    questions
}

/// The lines that bear the numbers from one up to another, in order, with the texts behind them.
fn bearers(page: &Page<'_>, (from, until): (usize, usize), next: Number, first: u32) -> Vec<(usize, String)> {
    let mut wanted = first;
    let mut found = Vec::new();
    let bears = |line: usize, number: u32| {
        let text = page.line(line).trim_start_matches(['*', '#', ' ']);
        let rest = text.strip_prefix(&number.to_string())?;
        let sign = rest.chars().next()?;
        let alike = match next.delimiter {
            Delimiter::Dot => matches!(sign, '.' | '．'),
            Delimiter::Comma => sign == '、',
            Delimiter::Bracket => matches!(sign, ')' | '）'),
            _ => false,
        };
        let text = rest[sign.len_utf8()..].trim();
        (alike && !text.is_empty()).then(|| text.trim_end_matches(['*', '#', ' ']).to_owned())
    };
    for line in from..until {
        let stands = matches!(page.kind(line), LineKind::Text | LineKind::Heading(_))
            && !page.line(line).starts_with([' ', '\t']);
        if !stands || page.is_anchor(line) || page.is_hidden(line) {
            continue;
        }
        if let Some(text) = bears(line, wanted).filter(|_| wanted < next.value) {
            found.push((line, text));
            wanted += 1;
        } else if wanted > first && bears(line, first).is_some() {
            // A list of points stands between: no way to tell.
            return Vec::new();
        }
    }
    found
}
