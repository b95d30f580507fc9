//! One card more: written like the cards above it, or in a way that reads as a card there.

use super::{CardEdit, EditSheet, Wording, holes};
use crate::import::styles::native;
use crate::import::written_id;
use xxhash_rust::xxh3::xxh3_64;

/// So many cards are tried as a model, from the last one on.
const MODELS: usize = 4;

/// Styles whose cards stand on lines that follow one another.
const TIGHT: [&str; 3] = ["table", "csv", "anki"];

/// The text with one card more.
pub(super) fn added(sheet: &EditSheet, wording: &Wording) -> Option<String> {
    let wording = &with_mark(sheet, wording);
    let count = sheet.notes.cards.len();
    let is_model = |index: &usize| {
        let face = sheet.face(*index);
        !face.answer.is_empty() && !holes::has(&face.question)
    };
    let models = (0..count).rev().filter(is_model).take(MODELS);
    let blocks = models.filter_map(|index| like(sheet, index, wording));
    let blocks = blocks.chain(usual(sheet, wording)).map(|block| with_new_id(sheet, &block));
    for block in blocks {
        if let Some(text) = sheet.first(placed(sheet, &block), CardEdit::New(wording)) {
            return Some(text);
        }
    }
    None
}

/// The text with one card more, which stands in other notes.
pub(super) fn carried(sheet: &EditSheet, other: &EditSheet, index: usize) -> Option<String> {
    let wording = Wording::of(other.face(index));
    let (first, last) = other.lines(index);
    let block = other.text[other.range(first, last)].trim_matches('\n').trim_end();
    sheet.first(placed(sheet, block), CardEdit::New(&wording)).or_else(|| added(sheet, &wording.tidied()))
}

/// A definition begins with its colon, and is read with it.
fn with_mark(sheet: &EditSheet, wording: &Wording) -> Wording {
    let is_bare = sheet.notes.style == Some("definitions")
        && !wording.answer.is_empty()
        && !wording.answer.starts_with([':', '：']);
    let mark = if is_bare { ": " } else { "" };
    Wording { answer: format!("{mark}{}", wording.answer), ..wording.clone() }
}

/// The lines of a card, saying something else, with the number that comes after the last card's.
fn like(sheet: &EditSheet, index: usize, wording: &Wording) -> Option<String> {
    let filled = Wording {
        answer: if wording.answer.is_empty() { "…".to_owned() } else { wording.answer.clone() },
        ..wording.clone()
    };
    let text = sheet.reworded(index, &filled)?;
    let changed = EditSheet::new(text, sheet.style);
    let (first, last) = changed.lines(index);
    let opens = |line: usize| changed.text[changed.range(line, line)].contains("<details");
    let first = if first > 1 && !opens(first) && opens(first - 1) { first - 1 } else { first };
    let block = changed.text[changed.range(first, last)].trim_end().to_owned();
    let question = changed.face(index).question.lines().next().unwrap_or_default().to_owned();
    let steps = (sheet.notes.cards.len() - index) as u64;
    let block = numbered(&block, &question, steps);
    Some(if wording.answer.is_empty() { without_answer(&block) } else { block })
}

/// A block whose answer is still to be written.
fn without_answer(block: &str) -> String {
    match block.rsplit_once('…') {
        Some((before, behind)) => format!("{}{behind}", before.trim_end_matches(['\n'])),
        None => block.to_owned(),
    }
}

/// A block with its number raised: the last digits before the question, on its line.
fn numbered(block: &str, question: &str, steps: u64) -> String {
    let Some(at) = block.find(question) else { return block.to_owned() };
    let start = block[..at].rfind('\n').map_or(0, |end| end + 1);
    let before = &block[start..at];
    let digits = before.rfind(|letter: char| letter.is_ascii_digit()).map(|end| {
        let from = before[..end].rfind(|letter: char| !letter.is_ascii_digit());
        from.map_or(0, |from| from + before[from..].chars().next().map_or(1, char::len_utf8))..end + 1
    });
    let Some(digits) = digits else { return block.to_owned() };
    let Ok(number) = before[digits.clone()].parse::<u64>() else { return block.to_owned() };
    format!(
        "{}{}{}{}",
        &block[..start + digits.start],
        number.saturating_add(steps),
        &before[digits.end..],
        &block[at..]
    )
}

/// Ways of writing a card that some style takes.
fn usual(sheet: &EditSheet, wording: &Wording) -> Vec<String> {
    let Wording { question, answer } = wording;
    let next = sheet.notes.cards.len() + 1;
    let level = "#".repeat(if sheet.text.contains("\n### ") { 3 } else { 2 });
    let rows = [
        format!("Q: {question}\nA: {answer}"),
        format!("问：{question}\n答：{answer}"),
        format!("{level} {question}\n\n{answer}"),
        format!("{level} {next}. {question}\n\n{answer}"),
        format!("{next}. {question}\n   {}", answer.replace('\n', "\n   ")),
        format!("{next}. {question}\n{answer}"),
        format!("**{question}**\n\n{answer}"),
        format!("{question}\n{answer}"),
        // What follows a blank line belongs to a definition where it is set in.
        format!("{question}\n{}", answer.replace("\n\n", "\n\n    ")),
        format!("{question}\n?\n{answer}"),
        format!("{question} :: {answer}"),
    ];
    let is_declared = sheet.text.trim_start().starts_with(native::MARK);
    let declared = is_declared.then(|| format!("{level} {question}\n\n<!-- id: new -->\n\n{answer}"));
    let is_record = sheet.notes.style == Some("mochi");
    let property = sheet.text.lines().nth(1).and_then(|line| line.split_once(':')).filter(|_| is_record);
    let record = property.map(|(name, _)| format!("---\n{name}: null\n---\n{question}\n---\n{answer}"));
    let mut rows: Vec<String> = rows.into();
    // A file of a single card has no model that its neighbours show; its own lines still say how it is written.
    rows.sort_by_key(|row| !is_marked_as(row, &sheet.text));
    declared.into_iter().chain(record).chain(rows).collect()
}

/// Whether some line of a text begins with the mark that a way of writing begins with.
fn is_marked_as(row: &str, text: &str) -> bool {
    let mark = |line: &str| -> Option<String> {
        let line = line.trim_end();
        let digits = line.len() - line.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let level = line.len() - line.trim_start_matches('#').len();
        match line {
            _ if digits > 0 => {
                let sign = line[digits..].chars().next().filter(|sign| ".、)）".contains(*sign))?;
                Some(format!("1{}", if sign == '.' { '.' } else { ')' }))
            }
            _ if level > 1 && line[level..].starts_with(' ') => {
                let is_numbered = line[level + 1..].starts_with(|letter: char| letter.is_ascii_digit());
                Some(format!("{}{}", "#".repeat(level), if is_numbered { "1" } else { "" }))
            }
            _ if line.starts_with("**") => Some("**".to_owned()),
            _ => {
                ["Q:", "问："].iter().find(|label| line.starts_with(**label)).map(|label| (*label).to_owned())
            }
        }
    };
    mark(row).is_some_and(|own| text.lines().any(|line| mark(line).as_deref() == Some(own.as_str())))
}

/// A block whose written id is nobody else's.
fn with_new_id(sheet: &EditSheet, block: &str) -> String {
    let lines = block.split_inclusive('\n').map(|line| match written_id(line) {
        Some(id) => {
            let new = xxh3_64(format!("{block}{}", sheet.text).as_bytes());
            line.replacen(id, &format!("{new:016x}"), 1)
        }
        None => line.to_owned(),
    });
    lines.collect()
}

/// A block behind all others: at the end of the text, or right behind the last card.
fn placed(sheet: &EditSheet, block: &str) -> Vec<String> {
    let is_tight = sheet.notes.style.is_some_and(|style| TIGHT.contains(&style));
    let gaps = if is_tight { ["\n", "\n\n"] } else { ["\n\n", "\n"] };
    let whole = sheet.text.trim_end_matches('\n').len();
    let last = sheet.notes.cards.len().checked_sub(1).map(|last| {
        let (first, last) = sheet.lines(last);
        let range = sheet.range(first, last);
        range.start + sheet.text[range].trim_end().len()
    });
    let mut texts = Vec::new();
    for gap in gaps {
        // Blank lines at the end stay.
        let ends = &sheet.text[whole..];
        let more = gap.len().saturating_sub(ends.len());
        texts.push(format!("{}{}{block}\n", sheet.text, "\n".repeat(more)));
        texts.push(format!("{}{gap}{block}\n", &sheet.text[..whole]));
    }
    for (gap, end) in gaps.into_iter().zip(last.into_iter().cycle()).filter(|(_, end)| *end < whole) {
        texts.push(sheet.with(end..end, &format!("{gap}{block}")));
        texts.push(sheet.with(end..end, &format!("{gap}{block}\n")));
    }
    texts
}
