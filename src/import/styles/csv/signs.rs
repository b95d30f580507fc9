//! Lines of two fields that any sign parts, whichever it is: `RAM*holds what is in use`, `What is a bit?|0 or 1`.

use super::records::{CsvRecord, question};
use crate::import::page::{LineKind, Page};
use crate::import::style::Reading;
use std::collections::HashSet;

/// Signs that part fields where they stand in the middle of nearly every line. Commas and their kind are weighed elsewhere.
const SIGNS: [char; 8] = ['|', '*', '#', '~', '^', '¦', '§', '\\'];
/// Fewer lines are no list.
const FEWEST: usize = 6;
/// What is asked has no more letters.
const LONGEST: usize = 240;

/// The lines of a page that one sign parts.
pub(super) fn read(page: &Page<'_>) -> Reading {
    let lines: Vec<usize> = (1..=page.len()).filter(|line| !page.is_blank(*line)).collect();
    let is_text = |line: &&usize| matches!(page.kind(**line), LineKind::Text | LineKind::Verbatim);
    if lines.len() < FEWEST || lines.iter().filter(is_text).count() * 20 < lines.len() * 19 {
        return Reading::default();
    }
    // A sign that too many lines lack is none; how many have it makes no odds then.
    let bearing = |sign: char| {
        let (mut bearing, mut others) = (0, 0);
        for line in &lines {
            if parts(page.line(*line), sign).is_some() {
                bearing += 1;
            } else {
                others += 1;
                if others * 10 > lines.len() {
                    break;
                }
            }
        }
        bearing
    };
    let Some((count, sign)) = SIGNS.into_iter().map(|sign| (bearing(sign), sign)).max() else {
        return Reading::default();
    };
    if count < FEWEST || count * 10 < lines.len() * 9 {
        return Reading::default();
    }
    let record = |line: &usize| {
        let (asked, told) = parts(page.line(*line), sign)?;
        let fields = vec![asked.to_owned(), told.to_owned()];
        Some(CsvRecord { first: *line, last: *line, fields })
    };
    let records: Vec<CsvRecord> = lines.iter().filter_map(record).collect();
    if !are_sides(&records, sign) {
        return Reading::default();
    }
    let card = |record: &CsvRecord| question(page, record, &record.fields[0], &record.fields[1]);
    Reading::judged(page, records.iter().filter_map(card).collect()).trusted()
}

/// What stands before the sign and behind it, where both say something.
fn parts(line: &str, sign: char) -> Option<(&str, &str)> {
    // What a sign begins with rules it out on most lines; what a wide one ends with is in many letters.
    let at = memchr::memchr(sign.encode_utf8(&mut [0; 4]).as_bytes()[0], line.as_bytes())?;
    let at = at + line[at..].find(sign)?;
    let (asked, told) = (&line[..at], &line[at + sign.len_utf8()..]);
    let (asked, told) = (asked.trim(), told.trim_start_matches(sign).trim());
    let says = |text: &str| text.chars().any(char::is_alphabetic);
    (says(asked) && says(told)).then_some((asked, told))
}

/// Whether the fields are words that ask and words that tell: hardly one comes twice, nearly every line has the sign once,
/// and neither side is code.
fn are_sides(records: &[CsvRecord], sign: char) -> bool {
    let count = records.len();
    let asked: HashSet<&str> = records.iter().map(|record| record.fields[0].as_str()).collect();
    let worded = |text: &str| {
        let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        letters * 2 >= text.chars().count().min(40)
    };
    let is_code = |text: &str| text.contains(['{', '}', '=', ';', '\\', '$']) || text.starts_with("//");
    let is_side = |record: &&CsvRecord| {
        let asked = &record.fields[0];
        worded(asked)
            && asked.chars().count() <= LONGEST
            && !is_code(asked)
            && !asked.starts_with(['-', '>', '#', '/'])
    };
    let is_single = |record: &&CsvRecord| !record.fields[1].contains(sign);
    let is_told =
        |record: &&CsvRecord| record.fields[1].contains(char::is_whitespace) || !record.fields[1].is_ascii();
    let share = |of: &dyn Fn(&&CsvRecord) -> bool| records.iter().filter(of).count() * 10 / count;
    asked.len() * 10 >= count * 9 && share(&is_side) >= 9 && share(&is_single) >= 8 && share(&is_told) >= 5
}

#[cfg(test)]
mod tests {
    use crate::import;

    #[test]
    fn one_sign_on_every_line_parts_the_fields() {
        let rows = ["epoch", "What is a batch?", "stride", "What does padding add?", "logit", "dropout"];
        for sign in ["|", "*", " ~ ", "#"] {
            let text: String = rows
                .iter()
                .map(|row| format!("{row}{sign}what it is, told in a few words of {row}\n"))
                .collect();
            let notes = import::read(text.as_bytes(), None, None, None);
            assert_eq!(notes.cards.len(), 6, "{sign}: {}", notes.why);
            assert_eq!(notes.cards[1].faces[0].question, "What is a batch?");
            assert_eq!(notes.cards[0].faces[0].answer, "what it is, told in a few words of epoch");
        }
    }

    #[test]
    fn lines_of_programs_are_no_fields() {
        for text in [
            "2026-01-02|INFO|server up\n2026-01-02|INFO|client in\n".repeat(6),
            (1..9).map(|at| format!("x{at} = {at} # the setting of {at}\n")).collect(),
            (1..9).map(|at| format!("say *this {at}* and *that {at}* aloud\n")).collect(),
        ] {
            let notes = import::read(text.as_bytes(), None, None, None);
            assert_ne!(notes.style, Some("csv"), "{text}");
        }
    }
}
