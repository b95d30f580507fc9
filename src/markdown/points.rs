//! The points of an answer: what an interviewer would tick off.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use super::{Block, Content, blocks, sections};

/// One point of an answer. Lines count from 0 and are relative to the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Where the point begins.
    pub first_line: usize,
    /// The line before the next point, or the end of the list or paragraph that the last point is in.
    pub last_line: usize,
    /// The point's Markdown without its marker, outdented.
    pub text: String,
}

/// A number at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Enumerator {
    /// The shape that the numbers of one sequence share.
    pub form: EnumeratorForm,
    /// What it counts; `b` and `二` are 2.
    pub number: u32,
    /// Bytes from the line's start to the text, spaces included.
    pub length: usize,
}

/// The shapes of enumerators. Full-width and ASCII marks count as the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnumeratorForm {
    /// `（1）`, `(a)`, `（一）`
    Bracketed(Digits),
    /// `1）`, `a)`
    Closed(Digits),
    /// `1.`, `1、`, `一、`
    Dotted(Digits),
    /// `①`, `⑴`, `⒈`
    Circled,
    /// `第一步：`, `第1点，`, `Step 1:`; the character tells `步` from `点`
    Ordinal(char),
}

/// What the number of an enumerator is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    /// `12`
    Arabic,
    /// `十二`
    Chinese,
    /// `b`, `B`
    Letter,
}

/// The points of an answer that a good one has: above the labels of [`super::sections`], its top-level
/// list items or, where lines are enumerated outside of any list (at least two of them, counting from
/// 1), these lines.
///
/// A plain note has none of both: then the points of what [`super::itemised`] makes of it, whose lines they
/// count in.
pub fn points(source: &str) -> Vec<Point> {
    let source = super::clean(source);
    let source = super::readable(&source);
    let written = core_points(&source);
    if !written.is_empty() {
        return written;
    }
    match super::itemised(&source) {
        Cow::Owned(parted) => core_points(&parted),
        Cow::Borrowed(_) => written,
    }
}

/// The same without taking a plain note apart: only what its author marked as points.
pub fn written_points(source: &str) -> Vec<Point> {
    core_points(&super::clean(source))
}

fn core_points(source: &str) -> Vec<Point> {
    core(source).1
}

/// The lines above the sections of a text without control codes, and the points in them.
pub(super) fn core(source: &str) -> (Vec<&str>, Vec<Point>) {
    let blocks = blocks(source);
    let mut lines: Vec<&str> = source.lines().collect();
    let first = sections::starts(&blocks, &lines).next().map_or(lines.len(), |(first, _)| first);
    lines.truncate(first);
    let above = &blocks[..blocks.partition_point(|block| block.last_line < first)];
    let points = match blocks.get(above.len()) {
        // A label that goes on in the paragraph above it, or in an item, ends what it stands in.
        Some(block) if block.first_line < first => points_in(&lines.join("\n")),
        _ => points_of(above, &lines),
    };
    (lines, points)
}

/// The points of a text without sections, and without control codes.
pub(super) fn points_in(source: &str) -> Vec<Point> {
    points_of(&blocks(source), &source.lines().collect::<Vec<_>>())
}

/// The points of these blocks of these lines.
pub(super) fn points_of(blocks: &[Block], lines: &[&str]) -> Vec<Point> {
    let starts = item_starts(blocks);
    let enumerated = enumerated_starts(blocks, lines);
    let outer = match (starts.first(), enumerated.first()) {
        // A list below the first numbered line is a part of that point.
        (Some(item), Some(line)) if line < item => enumerated,
        (None, _) => enumerated,
        _ => starts,
    };
    // Items of HTML may stand on one line: they are one point.
    let mut outer = outer;
    outer.dedup();
    let last = outer.last().map_or(0, |start| end_of(blocks, *start));
    let before = |place: usize| end_before(outer[place], outer[place + 1], lines);
    let ends = (0..outer.len().saturating_sub(1)).map(before).chain([last]);
    outer.iter().zip(ends).map(|(first, last)| point(lines, *first..=last)).collect()
}

/// The enumerator that a line begins with.
pub fn enumerator(line: &str) -> Option<Enumerator> {
    let (form, number, rest) = circled(line)
        .or_else(|| ordinal(line))
        .or_else(|| step(line))
        .or_else(|| bracketed(line))
        .or_else(|| closed(line))?;
    let length = line.len() - rest.trim_start().len();
    Some(Enumerator { form, number, length })
}

fn item_starts(blocks: &[Block]) -> Vec<usize> {
    blocks
        .iter()
        .filter_map(|block| match &block.content {
            Content::List { items, .. } => Some(items.iter().map(|item| item.first_line)),
            _ => None,
        })
        .flatten()
        .collect()
}

/// The last line of a point before the next one: what announces another list is no part of it.
fn end_before(first: usize, next: usize, lines: &[&str]) -> usize {
    let text = |line: usize| lines.get(line).copied().unwrap_or("");
    let begins = is_first(text(next));
    let mut end = next.saturating_sub(1);
    while end > first && (text(end).trim().is_empty() || is_label(text(end), begins)) {
        end -= 1;
    }
    // Blank lines alone are not cut off.
    let is_cut = (end + 1..next).any(|line| !text(line).trim().is_empty());
    if is_cut { end } else { next.saturating_sub(1) }
}

/// Whether a line has the first number of an enumeration.
fn is_first(line: &str) -> bool {
    enumerator(after_marks(line).1).is_some_and(|enumerator| enumerator.number == 1)
}

/// Whether a line at the margin announces what follows it. Before the first number of a list a few words do.
fn is_label(line: &str, begins: bool) -> bool {
    const FEW: usize = 12;
    let is_heading = line.starts_with('#');
    let said = line.trim_end().trim_end_matches(['*', '_']);
    let is_bold =
        line.trim_end().ends_with("**") && said.strip_prefix("**").is_some_and(|inner| !inner.contains("**"));
    let is_short =
        || said.chars().count() <= FEW && !said.contains(|letter: char| ".,;!?。，；！？".contains(letter));
    let is_at_margin = !line.starts_with([' ', '\t']) && enumerator(after_marks(line).1).is_none();
    is_at_margin
        && !line.starts_with(['-', '+', '|', '>', '`'])
        && (is_heading || is_bold || said.ends_with([':', '：']) || (begins && is_short()))
}

/// The lines of the first enumeration that has at least two, and of those that are announced behind it.
fn enumerated_starts(blocks: &[Block], lines: &[&str]) -> Vec<usize> {
    let mut found: Vec<(usize, Enumerator)> = Vec::new();
    for line in open_lines(blocks) {
        let text = lines.get(line).copied().unwrap_or("");
        if text.len() - text.trim_start_matches(' ').len() < 4
            && let Some(enumerator) = enumerator(after_marks(text).1)
        {
            found.push((line, enumerator));
        }
    }
    let mut tried: Vec<EnumeratorForm> = Vec::new();
    for (at, (_, first)) in found.iter().enumerate() {
        if first.number != 1 || tried.contains(&first.form) {
            continue;
        }
        tried.push(first.form);
        let mut number = 0;
        let mut starts: Vec<usize> = Vec::new();
        for (line, next) in &found[at..] {
            let announced = || (0..*line).rev().map(|line| lines[line]).find(|line| !line.trim().is_empty());
            if next.form == first.form
                && next.number == 1
                && starts.len() > 1
                && announced().is_some_and(|line| is_label(line, true))
            {
                number = 0;
            }
            // Authors skip a number now and then.
            if next.form == first.form && next.number > number && next.number <= number + 2 {
                number = next.number;
                starts.push(*line);
            }
        }
        if starts.len() > 1 {
            return starts;
        }
    }
    Vec::new()
}

/// Lines of text: not in code, tables and quotes.
fn open_lines(blocks: &[Block]) -> Vec<usize> {
    let mut out = Vec::new();
    for block in blocks {
        match &block.content {
            Content::Paragraph(_) | Content::Heading { .. } => {
                out.extend(block.first_line..=block.last_line);
            }
            Content::List { items, .. } => {
                items.iter().for_each(|item| out.extend(open_lines(&item.blocks)));
            }
            _ => {}
        }
    }
    out
}

fn end_of(blocks: &[Block], line: usize) -> usize {
    let around = blocks.iter().find(|block| (block.first_line..=block.last_line).contains(&line));
    around.map_or(line, |block| block.last_line)
}

fn point(lines: &[&str], range: RangeInclusive<usize>) -> Point {
    let (first_line, last_line) = (*range.start(), *range.end());
    let own = lines.get(range).unwrap_or(&[]);
    let head = own.first().copied().unwrap_or("");
    let (indent, mut text) = without_marker(head);
    for line in own.iter().skip(1) {
        let blank = line.len() - line.trim_start_matches(' ').len();
        text.push('\n');
        text.push_str(&line[blank.min(indent)..]);
    }
    Point { first_line, last_line, text: text.trim_end().to_owned() }
}

/// The first line of a point without its marker, and the column where its text began.
fn without_marker(line: &str) -> (usize, String) {
    let trimmed = line.trim_start();
    let bullet = trimmed.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with([' ', '\t']));
    if let Some(rest) = bullet {
        let rest = rest.trim_start();
        let task = ["[ ] ", "[x] ", "[X] "].iter().find_map(|task| rest.strip_prefix(task));
        return (line.len() - rest.len(), task.unwrap_or(rest).to_owned());
    }
    let (marks, rest) = after_marks(line);
    let Some(enumerator) = enumerator(rest) else {
        return (0, trimmed.to_owned());
    };
    let text = &rest[enumerator.length..];
    // `**（1）局部感知**` keeps its stars, `**（1）** 局部感知` loses them.
    let text = match text.strip_prefix(marks) {
        Some(after) if !marks.is_empty() => after.trim_start().to_owned(),
        _ => format!("{marks}{text}"),
    };
    (line.len() - rest.len() + enumerator.length, text)
}

/// Emphasis marks (returned) and heading marks (dropped) in front of a line, and the rest.
fn after_marks(line: &str) -> (&str, &str) {
    let line = line.trim_start();
    let hashes = line.trim_start_matches('#');
    let line = if hashes.starts_with(' ') { hashes.trim_start() } else { line };
    let rest = line.trim_start_matches(['*', '_']);
    let length = line.len() - rest.len();
    if length > 3 { ("", line) } else { (&line[..length], rest) }
}

type FoundPoint<'a> = (EnumeratorForm, u32, &'a str);

fn circled(line: &str) -> Option<FoundPoint<'_>> {
    let c = line.chars().next()?;
    let number = match c {
        '①'..='⑳' => c as u32 - '①' as u32 + 1,
        '⑴'..='⒇' => c as u32 - '⑴' as u32 + 1,
        '⒈'..='⒛' => c as u32 - '⒈' as u32 + 1,
        '❶'..='❿' => c as u32 - '❶' as u32 + 1,
        '1'..='9' if line[1..].starts_with("\u{fe0f}\u{20e3}") => {
            return Some((
                EnumeratorForm::Circled,
                c as u32 - '0' as u32,
                &line["1\u{fe0f}\u{20e3}".len()..],
            ));
        }
        _ => return None,
    };
    Some((EnumeratorForm::Circled, number, &line[c.len_utf8()..]))
}

/// `第一步：`, `第2点，`, `第三，`
fn ordinal(line: &str) -> Option<FoundPoint<'_>> {
    let (digits, number, rest) = number(line.strip_prefix('第')?)?;
    if digits == Digits::Letter {
        return None;
    }
    let unit = rest.chars().next().filter(|c| "步点条种类个".contains(*c));
    let rest = unit.map_or(rest, |unit| &rest[unit.len_utf8()..]);
    let rest = rest.strip_prefix(['：', ':', '，', ',', '、', '.'])?;
    Some((EnumeratorForm::Ordinal(unit.unwrap_or('第')), number, rest))
}

/// `Step 1:`
fn step(line: &str) -> Option<FoundPoint<'_>> {
    let head = line.get(..4)?;
    if !head.eq_ignore_ascii_case("step") {
        return None;
    }
    let (digits, number, rest) = number(line[4..].trim_start())?;
    let rest = rest.strip_prefix([':', '：', '.'])?;
    (digits == Digits::Arabic).then_some((EnumeratorForm::Ordinal('S'), number, rest))
}

fn bracketed(line: &str) -> Option<FoundPoint<'_>> {
    let (digits, number, rest) = number(line.strip_prefix(['(', '（'])?.trim_start())?;
    let rest = rest.trim_start().strip_prefix([')', '）'])?;
    Some((EnumeratorForm::Bracketed(digits), number, rest))
}

fn closed(line: &str) -> Option<FoundPoint<'_>> {
    let (digits, number, after) = number(line)?;
    if let Some(rest) = after.strip_prefix([')', '）']) {
        return Some((EnumeratorForm::Closed(digits), number, rest));
    }
    let rest = after.strip_prefix(['.', '．', '、'])?;
    let ascii_dot = after.starts_with('.');
    // `1.5 倍` and `a.b` are no enumerators.
    if ascii_dot
        && (rest.starts_with(|c: char| c.is_ascii_digit())
            || digits == Digits::Letter && !rest.starts_with(' '))
    {
        return None;
    }
    Some((EnumeratorForm::Dotted(digits), number, rest))
}

fn number(text: &str) -> Option<(Digits, u32, &str)> {
    let arabic = text.bytes().take_while(u8::is_ascii_digit).count();
    if arabic > 0 {
        let number = text[..arabic].parse().ok().filter(|_| arabic < 4)?;
        return Some((Digits::Arabic, number, &text[arabic..]));
    }
    let c = text.chars().next()?;
    if c.is_ascii_alphabetic() {
        let number = u32::from(c.to_ascii_lowercase() as u8 - b'a') + 1;
        return Some((Digits::Letter, number, &text[1..]));
    }
    chinese(text).map(|(number, rest)| (Digits::Chinese, number, rest))
}

/// `一` to `九十九`.
fn chinese(text: &str) -> Option<(u32, &str)> {
    let digit = |text: &str| {
        let c = text.chars().next()?;
        let at = "一二三四五六七八九".chars().position(|other| other == c)?;
        Some((u32::try_from(at).ok()? + 1, c.len_utf8()))
    };
    let (tens, rest) = match digit(text) {
        Some((value, length)) if text[length..].starts_with('十') => (value, &text[length..]),
        Some((value, length)) => return Some((value, &text[length..])),
        None => (1, text),
    };
    let rest = rest.strip_prefix('十')?;
    let (ones, length) = digit(rest).unwrap_or((0, 0));
    Some((tens * 10 + ones, &rest[length..]))
}

#[cfg(test)]
mod tests;
