//! Sections: lines between two questions that head what follows, and are no part of the answer above:
//! `二、填空题`, `Part B: short answers`, `Day 2`.

mod kinds;

use super::extent::ends;
use crate::import::page::{LineKind, Page};
use crate::import::stem::{Delimiter, Stem};
use crate::import::style::{Answer, Question, Reading};
use crate::import::styles::chapter_above;

/// So many lines of instructions stand between the head of a section and its first question at most.
const LONGEST_INSTRUCTION: usize = 3;
/// The head of a section is no longer.
const LONGEST_HEAD: usize = 60;

/// What the head of a section counts with: the word before its number, and the number.
#[derive(PartialEq, Eq)]
struct Ordinal {
    word: String,
    value: u32,
}

/// Cuts the heads of sections off the answers above them.
pub(super) fn cut(page: &Page<'_>, reading: &mut Reading) {
    let ends = ends(page, &reading.questions);
    let numbered = numbered_heads(page, &reading.questions, &ends);
    let named = named_heads(page, &reading.questions);
    let kinds = kinds::heads(page, &reading.questions);
    let is_moved = reading.is_moved;
    for index in 1..reading.questions.len() {
        let (above, end) = (&reading.questions[index - 1], ends[index - 1]);
        let (from, line) = (above.last_line + 1, reading.questions[index].line);
        let begins_anew = || {
            let numbers = [above.line, line].map(|line| page.heading_stem(line).number_of_heading());
            numbers == [numbers[0], Some(1)] && numbers[0].is_some()
        };
        // Where the order was changed the only line below a question is its answer.
        let is_apart = |head: usize| !is_moved || (from..head).any(|between| !page.is_furniture(between));
        let head = numbered[index]
            .or(named[index])
            .or(kinds[index])
            .filter(|head| (from..=end).contains(head))
            .or_else(|| chapter_above(page, from, line).filter(|head| begins_anew() && is_apart(*head)));
        let Some(head) = head.filter(|head| *head > above.line) else { continue };
        cut_at(page, &mut reading.questions[index - 1], head);
        reading.chapters.push(head);
    }
    // A head above the first question belongs to none.
    reading.chapters.extend(numbered.first().copied().flatten());
    reading.chapters.extend(named.first().copied().flatten());
    reading.chapters.extend(kinds.first().copied().flatten());
    reading.chapters.sort_unstable();
    reading.chapters.dedup();
}

/// A line of a key heads no chapter.
pub(super) fn without_keys(reading: &mut Reading) {
    let lines = |question: &Question| match question.answer {
        Answer::Keyed { first, last, .. } => first..last + 1,
        _ => 0..0,
    };
    let Reading { chapters, questions, .. } = reading;
    chapters.retain(|line| !questions.iter().any(|question| lines(question).contains(line)));
}

/// Ends a card above a line.
pub(super) fn cut_at(page: &Page<'_>, question: &mut Question, head: usize) {
    question.limit = question.limit.min(head - 1);
    let (first, last) = match &mut question.answer {
        Answer::Lines(first, last) | Answer::Cut(first, last, _) => (first, last),
        _ => return,
    };
    if *last >= head && *first < head {
        *last = page.trimmed(*first, head - 1).map_or(*first, |(_, last)| last);
    }
}

/// For each question the line above it that heads a section, where such lines are numbered one after another.
fn numbered_heads(page: &Page<'_>, questions: &[Question], ends: &[usize]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<(usize, Ordinal)>> = Vec::with_capacity(questions.len());
    for (index, question) in questions.iter().enumerate() {
        let from = index.checked_sub(1).map_or(1, |before| questions[before].last_line + 1);
        let until = index.checked_sub(1).map_or(question.line - 1, |before| ends[before]);
        // Where the card above ends before this question, what stands between is cut off already.
        let is_open = index == 0 || until + 1 >= question.line;
        found.push(if is_open { head_above(page, from, question.line) } else { None });
    }
    let heads: Vec<&Ordinal> = found.iter().flatten().map(|(_, ordinal)| ordinal).collect();
    let runs = heads.len() > 1
        && heads.windows(2).all(|pair| pair[0].word == pair[1].word && pair[0].value + 1 == pair[1].value)
        && heads.len() * 2 <= questions.len() + 1
        && !are_answers(page, questions, ends, &found);
    found.into_iter().map(|head| head.filter(|_| runs).map(|(line, _)| line)).collect()
}

/// For each question the line right above it that one word before a colon heads, `Topic: CNN`, where the first question
/// has one, others do, and the word stands nowhere else.
fn named_heads(page: &Page<'_>, questions: &[Question]) -> Vec<Option<usize>> {
    let above = |question: &Question| {
        let line = question.context.unwrap_or(question.line) - 1;
        Some((line, name(page, line)?)).filter(|_| line > 0)
    };
    let found: Vec<Option<(usize, String)>> = questions.iter().map(above).collect();
    let own = found.first().cloned().flatten().map(|(_, name)| name);
    let is_own = |head: &(usize, String)| Some(&head.1) == own.as_ref();
    let count = found.iter().flatten().filter(|head| is_own(head)).count();
    let everywhere = || (1..=page.len()).filter(|line| name(page, *line) == own).count();
    let are_heads = count > 1 && everywhere() == count;
    found
        .into_iter()
        .map(|head| head.filter(|head| are_heads && is_own(head)).map(|(line, _)| line))
        .collect()
}

/// The word before the colon of a line that stands free and tells no more than a name.
fn name(page: &Page<'_>, line: usize) -> Option<String> {
    let is_free = line > 0 && (line == 1 || page.is_furniture(line - 1)) && page.kind(line) == LineKind::Text;
    if !is_free || page.item(line) > 0 || page.has(line, u8::MAX) {
        return None;
    }
    let text = page.line(line);
    let (name, rest) = text.split_once([':', '：'])?;
    let is_name = (1..=LONGEST_NAME).contains(&name.chars().count())
        && name.chars().all(|letter| letter.is_alphabetic() || letter == ' ')
        && !name.starts_with(' ');
    let rest = rest.trim();
    let names = rest.contains(char::is_alphanumeric)
        && text.chars().count() <= LONGEST_HEAD
        && !rest.starts_with("//")
        && !rest.ends_with(['.', '。', '?', '？']);
    (is_name && names).then(|| name.to_lowercase())
}

/// The word before a colon has no more letters.
const LONGEST_NAME: usize = 16;

/// Whether these lines are answers themselves: without them the questions above have none, and the others do.
fn are_answers(
    page: &Page<'_>,
    questions: &[Question],
    ends: &[usize],
    heads: &[Option<(usize, Ordinal)>],
) -> bool {
    let is_empty = |from: usize, until: usize| (from..until).all(|line| page.is_furniture(line));
    let (mut emptied, mut others, mut unanswered) = (0, 0, 0);
    for (index, question) in questions.iter().enumerate() {
        match heads.get(index + 1) {
            Some(Some((head, _))) => emptied += usize::from(is_empty(question.last_line + 1, *head)),
            _ => {
                others += 1;
                unanswered += usize::from(is_empty(question.last_line + 1, ends[index] + 1));
            }
        }
    }
    emptied > 0 && unanswered * 2 < others
}

/// The numbered line that stands free above a question, with nothing but instructions between.
fn head_above(page: &Page<'_>, from: usize, line: usize) -> Option<(usize, Ordinal)> {
    let mut told = 0;
    for above in (from..line).rev() {
        if page.is_furniture(above) {
            continue;
        }
        if page.kind(above) != LineKind::Text {
            return None;
        }
        // Right above a list that begins with 1 it need not stand free.
        let opens = above + 1 == line && page.heading_stem(line).number_of_heading() == Some(1);
        let is_free = above == 1 || page.is_furniture(above - 1) || opens;
        if let Some(ordinal) = ordinal(page, above).filter(|_| is_free) {
            return Some((above, ordinal));
        }
        told += 1;
        if told > LONGEST_INSTRUCTION {
            return None;
        }
    }
    None
}

/// `二、…`, `（三）…`, `IV. …`, `Part B …`, `Day 2`, `第三部分`.
fn ordinal(page: &Page<'_>, line: usize) -> Option<Ordinal> {
    let stem = page.stem(line);
    let length = page.line(line).chars().count();
    if stem.indent > 0 || stem.bullet || stem.label.is_some() || length > LONGEST_HEAD {
        return None;
    }
    match stem.number.map(|number| (number.delimiter, number.value)) {
        Some((Delimiter::Han | Delimiter::HanBrackets | Delimiter::Roman, value)) => {
            Some(Ordinal { word: String::new(), value })
        }
        Some(_) => None,
        None => worded(&stem),
    }
}

/// A word and behind it a number, a letter or a Roman figure; or `第二部分`.
fn worded(stem: &Stem<'_>) -> Option<Ordinal> {
    if let Some(rest) = stem.text.strip_prefix('第') {
        const FIGURES: &str = "一二三四五六七八九十";
        let figure = rest.chars().next()?;
        let place = FIGURES.chars().position(|one| one == figure).map(|place| place as u32 + 1);
        let value = place.or(figure.to_digit(10))?;
        let word = rest.chars().nth(1).filter(|letter| letter.is_alphabetic())?;
        return Some(Ordinal { word: word.to_string(), value });
    }
    let word_end = stem.text.find(|letter: char| !letter.is_alphabetic())?;
    let (word, rest) = stem.text.split_at(word_end);
    let rest = rest.trim_start_matches([' ', '#']);
    let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
    let value = match &rest[..end] {
        figure if figure.bytes().all(|byte| byte.is_ascii_digit()) => figure.parse().ok()?,
        letter if letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_uppercase()) => {
            u32::from(letter.bytes().next()? - b'A') + 1
        }
        _ => return None,
    };
    (word.chars().count() > 2).then(|| Ordinal { word: word.to_lowercase(), value })
}
