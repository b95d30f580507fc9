//! Keys: answers that stand together at the end, each by the number of its question.

mod choices;
mod giving;
mod letters;
mod line;
mod naming;
mod numbered;
mod pairs;
mod sectioned;

use line::behind_name;
pub(in crate::import) use line::heads_key;
use naming::{is_han_counted, names, number_of};

use crate::import::page::{LineKind, Page, colons, is_verdict, mark};
use crate::import::style::{Answer, Question};
use crate::markdown;
use giving::KeyedAnswer;
use pairs::{pairs, pairs_of};
use std::collections::HashMap;

/// Gives questions the answers that keys below them hold: one at the end of the file, or one a chapter.
pub(super) fn give(page: &Page<'_>, questions: &mut Vec<Question>) {
    sectioned::give(page, questions);
    numbered::give(page, questions);
    let lettered = letters::given(page, questions);
    // From the last one on, so that the places of the questions above stay.
    for key in keys(page, questions).iter().rev() {
        give_of(page, questions, key);
    }
    if let Some(lettered) = lettered.filter(|lettered| keyed(lettered) > keyed(questions)) {
        *questions = lettered;
    }
}

/// How many questions have their answers in a key.
fn keyed(questions: &[Question]) -> usize {
    questions.iter().filter(|question| matches!(question.answer, Answer::Keyed { .. })).count()
}

fn give_of(page: &Page<'_>, questions: &mut Vec<Question>, key: &AnswerKey) {
    let entries = entries(page, key);
    if entries.len() < 2 {
        return;
    }
    let head = key.head;
    let place = |line: usize| questions.partition_point(|question| question.line < line);
    let (mut first, asked, behind) = (place(key.from), place(head), place(key.until));
    // Where numbers begin anew above a key whose own run once, it is that of the last chapter, if it fits.
    let number_at = |place: usize| {
        let question = &questions[place];
        number_of(page, question.context.unwrap_or(question.line))
    };
    let runs = entries.windows(2).all(|pair| pair[0].number < pair[1].number);
    if let Some(begin) = (first + 1..asked).rev().find(|place| number_at(*place) == Some(1)).filter(|_| runs)
    {
        let own: Vec<u32> = (begin..asked).filter_map(number_at).collect();
        if entries.iter().all(|entry| own.contains(&entry.number)) {
            first = begin;
        }
    }
    // Numbers that several chapters share do not say whose answer it is.
    let mut by_number: HashMap<u32, Vec<usize>> = HashMap::new();
    for (place, question) in questions[..asked].iter().enumerate().skip(first) {
        if let Some(number) = number_of(page, question.context.unwrap_or(question.line)) {
            by_number.entry(number).or_default().push(place);
        }
    }
    let fits = entries.iter().filter(|entry| by_number.contains_key(&entry.number)).count();
    if fits * 5 < entries.len() * 4 || fits * 2 < asked - first {
        return;
    }
    let answers = entries.iter().map(|entry| {
        let &KeyEntry { number, first, last, .. } = entry;
        KeyedAnswer { number, first, last, text: entry.text(page) }
    });
    giving::give(questions, &by_number, answers, head);
    questions.drain(asked..behind);
    if let Some(last) = asked.checked_sub(1).and_then(|last| questions.get_mut(last)) {
        last.limit = last.limit.min(head - 1);
    }
}

/// Whether keys hold the answers of nearly all questions above them: what has answers asks.
pub(in crate::import) fn proves(page: &Page<'_>, questions: &[Question]) -> bool {
    let keys = keys(page, questions);
    let fits = |key: &AnswerKey| {
        let own = questions.iter().filter(|question| (key.from..key.head).contains(&question.line));
        let asked: Vec<u32> =
            own.filter_map(|question| number_of(page, question.context.unwrap_or(question.line))).collect();
        let answers: Vec<u32> = entries(page, key).iter().map(|entry| entry.number).collect();
        asked.len() > 2 && answers == asked
    };
    !keys.is_empty() && keys.iter().all(fits)
}

/// A key: the line that heads it, the first line of the questions above it, and the line behind it.
struct AnswerKey {
    from: usize,
    head: usize,
    until: usize,
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

/// The keys below the third question. Where several name answers, numbers begin anew twice between two of them: with
/// the answers, and with the questions of the next chapter.
fn keys(page: &Page<'_>, questions: &[Question]) -> Vec<AnswerKey> {
    // What has given its answers already is none.
    let has_given = |line: usize| {
        let above = questions.partition_point(|question| question.line < line).checked_sub(1);
        above.is_some_and(
            |above| matches!(questions[above].answer, Answer::Keyed { first, .. } if first > line),
        )
    };
    let is_head = |line: &usize| (names(page, *line) || of_line(page, *line).len() > 1) && !has_given(*line);
    let behind_two = |second: &Question| {
        let until = questions.get(2).map_or(page.len() + 1, |third| third.line);
        (second.line + 1..until).find(is_head).filter(|head| is_short(page, *head, until))
    };
    let first =
        questions.get(1).and_then(behind_two).or_else(|| questions.get(2).map(|third| third.line + 1));
    let Some(first) = first else { return Vec::new() };
    let heads: Vec<usize> = (first..=page.len()).filter(is_head).take(MOST_KEYS).collect();
    if heads.is_empty() || heads.len() == MOST_KEYS || !heads.iter().all(|head| opens_key(page, *head)) {
        return Vec::new();
    }
    let mut keys: Vec<AnswerKey> = Vec::with_capacity(heads.len());
    let nexts = heads.iter().skip(1).map(Some).chain([None]);
    for (head, next) in heads.iter().zip(nexts) {
        let from = keys.last().map_or(1, |key| key.until);
        let until = match next {
            // What stands on the line of the key is all of it; other questions may follow.
            None if of_line(page, *head).len() > 1 => {
                let goes_on = |line: &usize| page.is_furniture(*line) || pairs(page.line(*line)).len() > 1;
                (head + 1..=page.len()).find(|line| !goes_on(line)).unwrap_or(page.len() + 1)
            }
            // Behind the last of several keys numbers begin anew with what has none.
            None if keys.is_empty() => page.len() + 1,
            next => {
                let end = next.map_or(page.len() + 1, |next| *next);
                let is_first =
                    |line: &usize| page.has(*line, mark::NUMBER) && number_of(page, *line) == Some(1);
                let skipped = usize::from(of_line(page, *head).len() < 2 && opens_with_number(page, *head));
                match ((head + 1..end).filter(is_first).nth(skipped), next) {
                    (Some(until), _) => until,
                    (None, None) => page.len() + 1,
                    (None, Some(_)) => return Vec::new(),
                }
            }
        };
        keys.push(AnswerKey { from, head: *head, until });
    }
    keys
}

/// Whether a key below two questions has the choice or the verdict of each, and nothing else: longer ones are a list.
fn is_short(page: &Page<'_>, head: usize, until: usize) -> bool {
    // What stands on the line of the key is all of it.
    let own = of_line(page, head);
    if own.len() > 1 {
        return own.iter().map(|(number, _)| *number).eq([1, 2]);
    }
    let entries = entries(page, &AnswerKey { from: 1, head, until });
    let is_choice = |text: &str| text.len() < 3 && text.bytes().all(|byte| (b'A'..=b'H').contains(&byte));
    let is_told = |entry: &KeyEntry| {
        let text = entry.text(page);
        is_choice(text.trim()) || is_verdict(&text)
    };
    entries.iter().map(|entry| entry.number).eq([1, 2]) && entries.iter().all(is_told)
}

/// So many lines that name answers are labels of single answers.
const MOST_KEYS: usize = 40;

/// Whether answers by number follow a line, or stand on it.
fn opens_key(page: &Page<'_>, head: usize) -> bool {
    if of_line(page, head).len() > 1 {
        return true;
    }
    let next = (head + 1..=page.len()).find(|line| !page.is_furniture(*line));
    next.is_some_and(|next| {
        page.kind(next) == LineKind::Table
            || page.has(next, mark::NUMBER)
            || !pairs_of(page.line(next)).is_empty()
    })
}

/// Whether the answers below a line are numbered lines of their own.
fn opens_with_number(page: &Page<'_>, head: usize) -> bool {
    let next = (head + 1..=page.len()).find(|line| !page.is_furniture(*line));
    next.is_some_and(|next| page.has(next, mark::NUMBER) && number_of(page, next) == Some(1))
}

/// The answers on the line of the label itself: `Answers: 1-B, 2-A`.
fn of_line(page: &Page<'_>, line: usize) -> Vec<(u32, String)> {
    if !page.has(line, mark::ANSWER) {
        return named_pairs(page.line(line));
    }
    let found = pairs(page.stem(line).text);
    // The first number may have been taken for that of the label: `答案：1、B 2、B`.
    let behind = || page.line(line).split_once([':', '：']).map(|(_, rest)| pairs(rest));
    if found.len() > 1 { found } else { behind().filter(|found| found.len() > 1).unwrap_or_default() }
}

/// The answers behind the name of a key that is no label: `Answer key: 1-B 2-False`.
fn named_pairs(line: &str) -> Vec<(u32, String)> {
    let begins =
        |rest: &str| rest.trim_start_matches(['*', ' ']).starts_with(|first: char| first.is_ascii_digit());
    // Nearly all lines have no number behind their first colon.
    if !colons(line).next().is_some_and(|colon| begins(&line[colon.end..])) {
        return Vec::new();
    }
    let found =
        behind_name(line.trim_matches(['*', '#', ' '])).map(|rest| pairs(rest.trim_matches(['*', ' '])));
    found.filter(|found| found.len() > 1).unwrap_or_default()
}

/// The answers of a key.
fn entries(page: &Page<'_>, key: &AnswerKey) -> Vec<KeyEntry> {
    let head = key.head;
    let own = of_line(page, head).into_iter();
    let own = own.map(|(number, text)| KeyEntry { number, first: head, last: head, text: Some(text) });
    let mut entries: Vec<KeyEntry> = own.collect();
    let ends = |line: usize| {
        let level = page.level(line).zip(page.level(head));
        level.is_some_and(|(level, own)| level <= own) && number_of(page, line).is_none()
    };
    let mut counted = (!entries.is_empty()).then_some(false);
    for line in head + 1..key.until {
        if page.is_furniture(line) {
            continue;
        }
        if ends(line) && !entries.is_empty() {
            break;
        }
        if page.kind(line) == LineKind::Table {
            entries.extend(of_row(page, line, head));
            continue;
        }
        let several = pairs_of(page.line(line));
        let is_one = several.len() == 1 && !page.has(line, mark::NUMBER);
        if several.len() > 1 || is_one {
            let each = several.into_iter();
            entries.extend(each.map(|(number, text)| KeyEntry {
                number,
                first: line,
                last: line,
                text: Some(text),
            }));
            continue;
        }
        let is_numbered = page.has(line, mark::NUMBER) && page.item(line) < 2;
        // Chapters are counted in another way than answers: `五、名词解释` below `3、…`.
        if is_numbered
            && *counted.get_or_insert_with(|| is_han_counted(page, line)) != is_han_counted(page, line)
        {
            break;
        }
        match number_of(page, line).filter(|_| is_numbered) {
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

/// The answers in a row of a table: the number and behind it the answer, or an answer below each number of the head.
fn of_row(page: &Page<'_>, line: usize, head: usize) -> Vec<KeyEntry> {
    let cells = |line: usize| -> Vec<String> {
        let text = page.line(line);
        markdown::cells(text, None)
            .into_iter()
            .map(|cell| text[cell].trim_matches(['*', ' ']).to_owned())
            .collect()
    };
    let number = |cell: &String| {
        let digits = cell.trim_start_matches(['Q', 'q', '第']).trim_end_matches(['.', ')', '、', '题']);
        digits.parse::<u32>().ok()
    };
    let entry = |number: u32, text: &String| {
        let is_told = !text.is_empty() && number > 0;
        is_told.then(|| KeyEntry { number, first: line, last: line, text: Some(text.clone()) })
    };
    let own = cells(line);
    let top = (head + 1..=line).rev().take_while(|above| page.kind(*above) == LineKind::Table).last();
    let numbers: Vec<Option<u32>> =
        top.map(|top| cells(top).iter().map(number).collect()).unwrap_or_default();
    let is_wide = numbers.iter().flatten().count() > 1;
    if is_wide {
        let is_head = top == Some(line);
        let is_rule = own.iter().all(|cell| cell.chars().all(|sign| matches!(sign, '-' | ':' | ' ')));
        let pairs = numbers.iter().zip(&own).filter(|_| !is_rule && !is_head);
        return pairs.filter_map(|(number, text)| entry((*number)?, text)).collect();
    }
    let Some(number) = own.first().and_then(number) else { return Vec::new() };
    // What explains an answer stands in a column that says so.
    let heads = top.filter(|top| *top < line).map(cells).unwrap_or_default();
    let is_reason = |(place, text): &(usize, &String)| {
        *place > 1 && !text.is_empty() && heads.get(*place).is_some_and(|name| explains(name))
    };
    let reasons = own.iter().enumerate().filter(is_reason).map(|(_, text)| text.as_str());
    let text =
        own.get(1).map(|text| [text.as_str()].into_iter().chain(reasons).collect::<Vec<_>>().join("\n"));
    text.and_then(|text| entry(number, &text)).into_iter().collect()
}

/// Whether the name of a column says that it explains.
fn explains(name: &str) -> bool {
    const WORDS: [&str; 12] = [
        "解析",
        "解释",
        "说明",
        "理由",
        "原因",
        "explanation",
        "explain",
        "reason",
        "rationale",
        "why",
        "because",
        "note",
    ];
    let name = name.to_lowercase();
    WORDS.iter().any(|word| name.contains(word))
}
