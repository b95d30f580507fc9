//! Records of values and the columns they have.

use crate::import::fields::{ANSWERED, Roles, plain_name};
use crate::import::format::records::options::names_option;
use crate::import::page::Page;
use crate::import::style::{Answer, Question};

/// What the program's own tables have above them.
pub(crate) const OWN: [&str; 5] = ["question", "answer", "topic", "deck", "id"];

/// What the columns hold.
pub(in crate::import) struct CsvColumns {
    pub(in crate::import) asked: usize,
    pub(in crate::import) answered: usize,
    pub(in crate::import) topic: Option<usize>,
    pub(in crate::import) deck: Option<usize>,
    pub(in crate::import) id: Option<usize>,
    /// The names of the others.
    pub(in crate::import) others: Vec<String>,
}

impl CsvColumns {
    /// The columns of a head that says which ones ask and answer.
    pub(in crate::import) fn named<'a>(head: impl Iterator<Item = &'a str>) -> Option<CsvColumns> {
        let head: Vec<&str> = head.map(|field| field.trim().trim_matches('"')).collect();
        let names: Vec<String> = head.iter().map(|name| plain_name(name)).collect();
        let is_own = names == OWN;
        let Roles { asked, answered, explained, topic, deck, mut others } = Roles::of(&names)?;
        let id = is_own.then_some(4);
        others.retain(|place| Some(*place) != id);
        others.extend(explained);
        others.sort_unstable();
        let others = others.into_iter().map(|place| head[place].to_owned()).collect();
        Some(CsvColumns { asked, answered, topic, deck, id, others })
    }

    /// The columns of records with options and an answer: whatever its name, the column with the most text asks.
    pub(in crate::import) fn with_options(records: &[CsvRecord]) -> Option<CsvColumns> {
        let (head, rows) = records.split_first()?;
        let names: Vec<String> = head.fields.iter().map(|name| plain_name(name)).collect();
        let option = |place: usize| names.iter().position(|name| names_option(name, place));
        let options: Vec<usize> = (0..names.len()).map_while(option).collect();
        let is_free = |place: &usize| !options.contains(place);
        let answered = (0..names.len()).filter(is_free).find(|place| ANSWERED.contains(&&*names[*place]))?;
        if options.len() < FEWEST_OPTIONS {
            return None;
        }
        let length = |place: &usize| -> usize {
            rows.iter().filter_map(|row| row.fields.get(*place)).map(|field| field.chars().count()).sum()
        };
        let others = || (0..names.len()).filter(is_free).filter(|place| *place != answered);
        let asked = others().max_by_key(length)?;
        let others =
            others().filter(|place| *place != asked).map(|place| head.fields[place].trim().to_owned());
        Some(CsvColumns { asked, answered, topic: None, deck: None, id: None, others: others.collect() })
    }
}

/// Fewer columns of options are columns of something else.
const FEWEST_OPTIONS: usize = 3;

/// The card of a record; none where it asks nothing.
pub(in crate::import) fn question(
    page: &Page<'_>,
    record: &CsvRecord,
    asked: &str,
    answer: &str,
) -> Option<Question> {
    if asked.trim().is_empty() {
        return None;
    }
    let mut question = Question::new(page, record.first, asked);
    question.last_line = record.last;
    question.level = None;
    question.sure = true;
    question.answer = if answer.trim().is_empty() {
        Answer::Lines(record.last + 1, record.last)
    } else {
        Answer::Beside(answer.to_owned())
    };
    Some(question)
}

/// A record and the lines it stands on.
pub(in crate::import) struct CsvRecord {
    pub(in crate::import) first: usize,
    pub(in crate::import) last: usize,
    pub(in crate::import) fields: Vec<String>,
}

/// The records of a page. Lines that begin with `#` are the exporter's own notes.
pub(in crate::import) fn records(page: &Page<'_>, separator: char) -> Vec<CsvRecord> {
    let mut records: Vec<CsvRecord> = Vec::new();
    let (mut line, mut longest) = (1, LONGEST);
    while line <= page.len() {
        let source = page.line(line);
        if page.is_blank(line) || (separator == '\t' && source.starts_with('#')) {
            line += 1;
            continue;
        }
        let (fields, last) = record(page, line, separator, longest);
        if records.is_empty() && fields == OWN {
            longest = usize::MAX;
        }
        records.push(CsvRecord { first: line, last, fields });
        line = last + 1;
    }
    records
}

/// How many lines a quoted field may take: a lone quote must not swallow the file.
const LONGEST: usize = 200;

fn record(page: &Page<'_>, first: usize, separator: char, longest: usize) -> (Vec<String>, usize) {
    let quoted = page.line(first).contains('"');
    if quoted {
        let (mut fields, mut field, mut open) = (Vec::new(), String::new(), false);
        for line in first..=page.len().min(first.saturating_add(longest)) {
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
