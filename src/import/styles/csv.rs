//! Comma-separated values: two columns, the first one asks. Quoted fields may hold commas and line ends.

use super::super::ask::{Asking, asking};
use super::super::page::Page;
use super::super::style::{Answer, Question, Reading, Style};

pub(in crate::import) const STYLE: Style = Style {
    name: "csv",
    about: "comma-separated values: a question and its answer in each record",
    sample: "question,answer\nWhat does pooling do?,It shrinks the map.\n\"为什么提出CNN？\",\"参数太多，\n难训练。\"\n",
    read,
};

fn read(page: &Page<'_>) -> Reading {
    // Tables of values have the same shape on every line, so the first few tell.
    let first = (1..=page.len()).find(|line| !page.is_blank(*line));
    let Some(separator) = first.and_then(|line| {
        let line = page.line(line);
        [',', ';', '\t'].into_iter().find(|separator| line.contains(*separator))
    }) else {
        return Reading::default();
    };
    // Prose has commas too, but not on every line.
    let filled = (1..=page.len()).filter(|line| !page.is_blank(*line)).take(12);
    let (lines, separated) = filled.fold((0usize, 0usize), |(lines, separated), line| {
        (lines + 1, separated + usize::from(page.line(line).contains(separator)))
    });
    let is_headed = first.is_some_and(|line| columns(page.line(line).split(separator)).is_some());
    if separated * 2 < lines && !is_headed {
        return Reading::default();
    }
    let records = records(page, separator);
    let width = records.first().map_or(0, |record| record.fields.len());
    if width < 2 || records.iter().filter(|record| record.fields.len() != width).count() * 20 > records.len()
    {
        return Reading::default();
    }
    let head = columns(records[0].fields.iter().map(String::as_str));
    let named = head.is_some();
    let (asked, answered) = head.unwrap_or((0, 1));
    let records = &records[usize::from(named)..];
    let asking = records
        .iter()
        .filter(|record| record.fields.get(asked).is_some_and(|field| asking(field) > Asking::No))
        .count();
    if records.is_empty() || !(named || asking * 10 >= records.len() * 6) {
        return Reading::default();
    }
    Reading::judged(page, questions(page, records, asked, answered))
}

/// The columns that a header says ask and answer.
fn columns<'a>(head: impl Iterator<Item = &'a str>) -> Option<(usize, usize)> {
    let head: Vec<String> = head.map(|field| field.trim().trim_matches('"').to_lowercase()).collect();
    let place = |names: &[&str]| head.iter().position(|field| names.contains(&field.as_str()));
    let asked = place(&["question", "front", "q", "prompt", "term", "问题", "正面", "题目"]);
    let answered = place(&["answer", "back", "a", "response", "definition", "答案", "背面", "回答"]);
    asked.zip(answered)
}

/// The cards of records: one column asks, another answers.
pub(in crate::import) fn questions(
    page: &Page<'_>,
    records: &[Record],
    asked: usize,
    answered: usize,
) -> Vec<Question> {
    let mut questions = Vec::new();
    for record in records {
        let Some(text) = record.fields.get(asked).filter(|text| !text.trim().is_empty()) else { continue };
        let answer = record.fields.get(answered).map_or("", |answer| answer.trim());
        let mut question = Question::new(page, record.first, text.trim());
        question.last_line = record.last;
        question.level = None;
        question.sure = true;
        question.answer = if answer.is_empty() {
            Answer::Lines(record.last + 1, record.last)
        } else {
            Answer::Beside(answer.to_owned())
        };
        questions.push(question);
    }
    questions
}

/// A record and the lines it stands on.
pub(in crate::import) struct Record {
    pub(in crate::import) first: usize,
    pub(in crate::import) last: usize,
    pub(in crate::import) fields: Vec<String>,
}

/// The records of a page. Lines that begin with `#` are the exporter's own notes.
pub(in crate::import) fn records(page: &Page<'_>, separator: char) -> Vec<Record> {
    let mut records = Vec::new();
    let mut line = 1;
    while line <= page.len() {
        let source = page.line(line);
        if page.is_blank(line) || (separator == '\t' && source.starts_with('#')) {
            line += 1;
            continue;
        }
        let (fields, last) = record(page, line, separator);
        records.push(Record { first: line, last, fields });
        line = last + 1;
    }
    records
}

/// How many lines a quoted field may take: a lone quote must not swallow the file.
const LONGEST: usize = 200;

fn record(page: &Page<'_>, first: usize, separator: char) -> (Vec<String>, usize) {
    let quoted = page.line(first).contains('"');
    if quoted {
        let (mut fields, mut field, mut open) = (Vec::new(), String::new(), false);
        for line in first..=page.len().min(first + LONGEST) {
            let mut letters = page.line(line).chars().peekable();
            while let Some(letter) = letters.next() {
                match letter {
                    '"' if open && letters.peek() == Some(&'"') => {
                        letters.next();
                        field.push('"');
                    }
                    '"' if open => open = false,
                    '"' if field.is_empty() => open = true,
                    _ if letter == separator && !open => fields.push(std::mem::take(&mut field)),
                    _ => field.push(letter),
                }
            }
            if !open {
                fields.push(field);
                return (fields, line);
            }
            field.push('\n');
        }
    }
    (page.line(first).split(separator).map(str::to_owned).collect(), first)
}
