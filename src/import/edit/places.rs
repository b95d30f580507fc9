//! Where the words of a card may stand in its lines, and how new ones may be put there.

use super::{EditSheet, Wording};
use std::ops::Range;

/// No more places than these are tried for one wording: the first and the last ones are the likely ones.
const MOST_PLACES: usize = 6;

/// How a text is written down where some of its letters mean something else.
type CodeFence = fn(&str) -> String;

const CODINGS: [CodeFence; 6] = [
    str::to_owned,
    |text| cell(text, "<br>"),
    |text| cell(text, "<br/>"),
    |text| cell(text, "<br />"),
    |text| text.replace('"', "\"\""),
    |text| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"),
];

/// A cell of a table.
fn cell(text: &str, line_end: &str) -> String {
    text.replace('|', "\\|").replace('\n', line_end)
}

/// A field of comma-separated values in quotes.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Texts in which a card may have this answer.
pub(super) fn answers(sheet: &EditSheet, index: usize, new: &str) -> Vec<String> {
    let face = sheet.face(index);
    let Some((first, last)) = face.source.answer_lines.filter(|_| !face.answer.is_empty()) else {
        return first_answers(sheet, index, new);
    };
    let region = sheet.range(first, last);
    let old = face.answer.as_str();
    let mut texts = Vec::new();
    let shapes = shapes(&sheet.text[region.clone()], old, new);
    for shape in &shapes {
        texts.extend(replaced(sheet, &region, old, shape, true));
    }
    // What stands between the label and the rest of an answer may be no part of it.
    let head = old.lines().next().unwrap_or_default();
    if let Some(at) = sheet.text[region.clone()].find(head) {
        let from = region.start + at..region.end;
        texts.extend(shapes.iter().map(|shape| sheet.with(from.clone(), shape)));
    }
    texts.extend(shapes.iter().map(|shape| sheet.with(region.clone(), shape)));
    if new.is_empty() {
        let with_end = region.start..(region.end + 1).min(sheet.text.len());
        texts.push(sheet.with(with_end, ""));
    }
    texts
}

/// A new answer as it is, and with each line set in as far as the old one's lines are.
fn shapes(region: &str, old: &str, new: &str) -> Vec<String> {
    let margin = |line: &str| line[..line.len() - line.trim_start_matches(['>', ' ', '\t']).len()].to_owned();
    let is_below = |line: &&str| !line.trim().is_empty();
    let first = region.lines().find(is_below).map(margin).unwrap_or_default();
    let next = region.lines().filter(is_below).nth(1).map(margin);
    let set_in = |margin: &str, also_first: bool| {
        let lines = new.lines().enumerate().map(|(at, line)| match line {
            "" if !margin.contains('>') => String::new(),
            line if line.starts_with(margin) || (at == 0 && !also_first) => line.to_owned(),
            line => format!("{margin}{line}"),
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    let mut shapes = vec![new.to_owned()];
    // An answer behind its label is set in from its second line on, if at all.
    let is_behind =
        !region.trim_start_matches(['>', ' ', '\t']).starts_with(old.lines().next().unwrap_or("").trim());
    for margin in [next, Some(first), Some("  ".to_owned()), Some("    ".to_owned())].into_iter().flatten() {
        if !margin.is_empty() {
            shapes.push(set_in(&margin, !is_behind));
            shapes.push(set_in(&margin, false));
        }
    }
    let mut known = Vec::new();
    shapes.retain(|shape| {
        !known.contains(shape) && {
            known.push(shape.clone());
            true
        }
    });
    shapes
}

/// Texts in which a card without an answer may have this one.
fn first_answers(sheet: &EditSheet, index: usize, new: &str) -> Vec<String> {
    let (first, last) = sheet.lines(index);
    let block = sheet.range(first, last);
    let question_end = sheet.range(first, first).end;
    let is_id = |line: &usize| sheet.text[sheet.range(*line, *line)].trim_start().starts_with("<!--");
    let below = (first + 1..=last.max(first + 2))
        .find(is_id)
        .map_or(question_end, |line| sheet.range(line, line).end);
    let bare = sheet.text[block.clone()].trim_end().len() + block.start;
    let margin: String = sheet.text[block.start..].chars().take_while(|letter| *letter == ' ').collect();
    let mut texts = Vec::new();
    for at in [below, bare] {
        let heads = sheet.text[block.start..].starts_with('#');
        let gaps = if heads { ["\n\n", "\n"] } else { ["\n", "\n\n"] };
        texts.extend(gaps.map(|gap| sheet.with(at..at, &format!("{gap}{new}"))));
        for label in labels(sheet) {
            texts.push(sheet.with(at..at, &format!("\n{label}{new}")));
            texts.push(sheet.with(at..at, &format!("\n\n{label}{new}")));
        }
        let set_in: Vec<String> = new.lines().map(|line| format!("{margin}  {line}")).collect();
        texts.push(sheet.with(at..at, &format!("\n{}", set_in.join("\n"))));
        for coded in [new.to_owned(), quoted(new), format!(": {new}"), format!(" {new}")] {
            texts.push(sheet.with(at..at, &coded));
        }
    }
    // An empty cell, field or label.
    for (empty, full) in [("| |", "| "), ("|  |", "| "), ("||", "| ")] {
        for (at, _) in sheet.text[block.clone()].rmatch_indices(empty).take(MOST_PLACES) {
            let range = block.start + at..block.start + at + empty.len();
            texts.push(sheet.with(range, &format!("{full}{} |", cell(new, "<br>"))));
        }
    }
    for separator in [",", ";", "\t"] {
        for (at, _) in sheet.text[block.clone()].rmatch_indices(separator).take(MOST_PLACES) {
            let at = block.start + at + 1;
            texts.push(sheet.with(at..at, new));
            texts.push(sheet.with(at..at, &quoted(new)));
        }
    }
    for mark in [":", "：", "</summary>"] {
        for (at, _) in sheet.text[block.clone()].rmatch_indices(mark).take(MOST_PLACES) {
            let at = block.start + at + mark.len();
            texts.push(sheet.with(at..at, &format!(" {new}")));
            texts.push(sheet.with(at..at, &format!("\n\n{new}\n")));
        }
    }
    texts
}

/// What stands before the answers of other cards in this text, and what else is usual.
fn labels(sheet: &EditSheet) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    let others = sheet.notes.cards.iter().map(|card| &card.faces[0]);
    for (face, (first, _)) in others.filter_map(|face| Some((face, face.source.answer_lines?))).take(3) {
        let line = &sheet.text[sheet.range(first, first)];
        let head = face.answer.lines().next().unwrap_or_default();
        let label = line.find(head).map(|at| line[..at].to_owned()).filter(|label| !label.is_empty());
        labels.extend(label.filter(|_| first != face.source.question_line));
    }
    labels.extend(["A: ", "答："].map(str::to_owned));
    labels.dedup();
    labels
}

/// Texts in which a card may have this question.
pub(super) fn questions(sheet: &EditSheet, index: usize, new: &str) -> Vec<String> {
    let face = sheet.face(index);
    let old = face.question.as_str();
    let (first, last) = sheet.lines(index);
    let region = sheet.range(face.source.question_line.min(first), last);
    let mut texts = replaced(sheet, &region, old, new, false);
    let (olds, news): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    if olds.len() == news.len() && olds.len() > 1 {
        texts.extend(line_by_line(sheet, &region, &olds, &news));
    }
    if let Some(range) = wrapped(&sheet.text[region.clone()], old) {
        texts.push(sheet.with(region.start + range.start..region.start + range.end, new));
    }
    texts
}

/// A question whose lines stand apart from one another, as before a choice of answers.
fn line_by_line(sheet: &EditSheet, region: &Range<usize>, olds: &[&str], news: &[&str]) -> Option<String> {
    let mut text = sheet.text[..region.start].to_owned();
    let mut rest = &sheet.text[region.clone()];
    for (old, new) in olds.iter().zip(news) {
        if old.trim().is_empty() {
            continue;
        }
        let at = rest.find(old.trim())?;
        text.push_str(&rest[..at]);
        text.push_str(new.trim());
        rest = &rest[at + old.trim().len()..];
    }
    Some(text + rest + &sheet.text[region.end..])
}

/// Where words stand that are broken over several lines.
fn wrapped(text: &str, words: &str) -> Option<Range<usize>> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let first = words.first()?;
    'places: for (start, _) in text.match_indices(first).take(64) {
        let mut at = start;
        for word in &words {
            let rest = &text[at..];
            let rest = if at == start { rest } else { rest.trim_start() };
            let Some(behind) = rest.strip_prefix(word) else { continue 'places };
            at = text.len() - behind.len();
        }
        return Some(start..at);
    }
    None
}

/// Texts with words in place of others, in each way they may be written down.
fn replaced(
    sheet: &EditSheet,
    region: &Range<usize>,
    old: &str,
    new: &str,
    from_behind: bool,
) -> Vec<String> {
    let mut texts = Vec::new();
    let mut tried: Vec<String> = Vec::new();
    for coding in CODINGS {
        let (old, coded) = (coding(old), coding(new));
        let pair = format!("{old}\u{0}{coded}");
        if old.is_empty() || tried.contains(&pair) {
            continue;
        }
        tried.push(pair);
        let within = &sheet.text[region.clone()];
        let found: Vec<usize> = within.match_indices(old.as_str()).map(|(at, _)| at).collect();
        let found: Vec<usize> = match from_behind {
            true => found.into_iter().rev().take(MOST_PLACES).collect(),
            false => found.into_iter().take(MOST_PLACES).collect(),
        };
        for at in found {
            let range = region.start + at..region.start + at + old.len();
            texts.push(sheet.with(range.clone(), &coded));
            if coded == new && new.contains(['"', ',', ';', '\t', '\n']) {
                texts.push(sheet.with(range, &quoted(new)));
            }
        }
    }
    texts
}

impl EditSheet {
    /// The text with other words in a range.
    pub(super) fn with(&self, range: Range<usize>, words: &str) -> String {
        let EditSheet { text, .. } = self;
        [&text[..range.start], words, &text[range.end..]].concat()
    }

    /// The wording of a card.
    pub(super) fn wording(&self, index: usize) -> Wording {
        Wording::of(self.face(index))
    }
}
