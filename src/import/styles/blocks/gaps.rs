//! Blocks of plain text whose heads no mark tells: several blank lines stand above each, or each ends with a colon or
//! asks.

use crate::import::ask::{Asking, asking};
use crate::import::page::{LineKind, Page, is_verdict, mark};

/// The first lines of blocks, each with so many blank lines above it as stand nowhere within a block.
pub(super) fn spread(page: &Page<'_>, fewest: usize, longest: usize) -> Vec<usize> {
    (2..=WIDEST).rev().find_map(|gap| spread_by(page, gap, fewest, longest)).unwrap_or_default()
}

/// So many blank lines stand between two blocks at most.
const WIDEST: usize = 4;

fn spread_by(page: &Page<'_>, gap: usize, fewest: usize, longest: usize) -> Option<Vec<usize>> {
    let (mut starts, mut blank, mut paired) = (Vec::new(), gap, 0usize);
    for line in 1..=page.len() {
        if page.is_blank(line) {
            blank += 1;
            continue;
        }
        let is_start = blank >= gap;
        // Anything but running text is another form; an answer may be code or a list of HTML.
        let is_told = matches!(page.kind(line), LineKind::Html | LineKind::Verbatim) && !is_start;
        if page.kind(line) != LineKind::Text && !is_told {
            return None;
        }
        if is_start {
            starts.push(line);
        }
        blank = 0;
    }
    if starts.len() < fewest {
        return None;
    }
    let nexts = starts.iter().skip(1).copied().chain([page.len() + 1]);
    for (start, next) in starts.iter().zip(nexts) {
        paired += usize::from(is_pair(page, *start, next));
    }
    // Where each block is one line and one text, the line may be long.
    let are_pairs = gap > 1 && starts.len() >= 2 * fewest && paired * 20 >= starts.len() * 19;
    let longest = if are_pairs { 4 * longest } else { longest };
    let is_head = |line: &&usize| {
        may_ask(page, **line, longest)
            && (**line + 1..=page.len()).take(gap).any(|below| !page.is_blank(below))
    };
    let heads = starts.iter().filter(is_head).count();
    let enough = if are_pairs { heads * 20 >= starts.len() * 19 } else { heads == starts.len() };
    enough.then_some(starts)
}

/// Whether a block is one text of several lines, or two texts with a blank line between.
fn is_pair(page: &Page<'_>, start: usize, next: usize) -> bool {
    match texts(page, start, next) {
        0 => start + 1 < next && !page.is_blank(start + 1),
        more => more == 1,
    }
}

/// How many texts begin in a block below a blank line.
fn texts(page: &Page<'_>, start: usize, next: usize) -> usize {
    (start + 1..next).filter(|line| !page.is_blank(*line) && page.is_blank(line - 1)).count()
}

/// The last line of the question of each block: where a blank line parts most questions from their answers, all of the
/// first text asks.
pub(super) fn lasts(page: &Page<'_>, starts: &[usize]) -> Vec<usize> {
    let nexts = starts.iter().skip(1).copied().chain([page.len() + 1]);
    let first_text = |start: usize, next: usize| {
        (start..next).take_while(|line| !page.is_blank(*line)).last().unwrap_or(start)
    };
    let of = |(start, next): (&usize, usize)| {
        (*start, (texts(page, *start, next) == 1).then(|| first_text(*start, next)))
    };
    let blocks: Vec<(usize, Option<usize>)> = starts.iter().zip(nexts).map(of).collect();
    let parted = blocks.iter().filter(|(_, last)| last.is_some()).count();
    let single = blocks.iter().filter(|(start, last)| *last == Some(*start)).count();
    let is_parted = parted * 2 > starts.len() && single * 3 > parted * 2;
    blocks.into_iter().map(|(start, last)| last.filter(|_| is_parted).unwrap_or(start)).collect()
}

/// Paragraphs with one item below each, in turns through the whole file: the item answers.
pub(super) fn in_turns(page: &Page<'_>, fewest: usize) -> Vec<usize> {
    let (mut starts, mut items, mut is_lead) = (Vec::new(), 0, false);
    for line in (1..=page.len()).filter(|line| !page.is_furniture(*line)) {
        if page.level(line).is_some() {
            return Vec::new();
        }
        let begins = line == 1 || page.is_blank(line - 1);
        if page.has(line, mark::BULLET) {
            // Another item below the first one is that of a list.
            items += 1;
            if items > starts.len() + starts.len() / OTHERS || starts.is_empty() {
                return Vec::new();
            }
            is_lead = false;
        } else if begins && !page.has(line, mark::NUMBER) && page.kind(line) == LineKind::Text {
            if is_lead && starts.len() < fewest {
                return Vec::new();
            }
            starts.push(line);
            is_lead = true;
        }
    }
    let is_even = items * OTHERS >= starts.len() * (OTHERS - 1);
    if starts.len() >= fewest && is_even { starts } else { Vec::new() }
}

/// One of so many may break the turns.
const OTHERS: usize = 8;

/// The first lines of blocks between blank lines, where nearly all end with a colon or ask.
pub(super) fn announced(page: &Page<'_>, fewest: usize, longest: usize) -> Vec<usize> {
    let (mut starts, mut announcing, mut single) = (Vec::new(), 0, 0);
    for line in 1..=page.len() {
        if page.is_blank(line) || (line > 1 && !page.is_blank(line - 1)) {
            continue;
        }
        if page.kind(line) != LineKind::Text {
            return Vec::new();
        }
        let text = page.line(line).trim_end();
        let is_single = line == page.len() || page.is_blank(line + 1);
        let announces = text.ends_with([':', '：', '?', '？']) || asking(text) == Asking::Yes;
        announcing += usize::from(announces && !is_single && may_ask(page, line, longest));
        single += usize::from(is_single);
        if !is_single {
            starts.push(line);
        }
    }
    let colons = starts.iter().filter(|line| page.line(**line).trim_end().ends_with([':', '：'])).count();
    let is_list = starts.len() >= fewest && announcing * 10 >= starts.len() * 9 && single * 4 <= starts.len();
    if is_list && colons > 1 { starts } else { Vec::new() }
}

/// Short lines that stand free above points, numbered from 1 or with a mark before each, where some of them ask.
pub(super) fn pointed(page: &Page<'_>, fewest: usize, longest: usize) -> Vec<usize> {
    if (1..=page.len()).any(|line| page.level(line).is_some()) {
        return Vec::new();
    }
    let below = |line: usize| (line + 1..=page.len()).find(|below| !page.is_blank(*below));
    let is_point = |line: usize| {
        let stem = page.stem(line);
        stem.bullet || stem.number.is_some_and(|number| number.value == 1)
    };
    let is_head = |line: &usize| {
        (*line == 1 || page.is_blank(line - 1))
            && may_ask(page, *line, longest)
            && !page.has(*line, mark::NUMBER)
            && !page.line(*line).trim_end().ends_with(['.', '。', ',', '，', ';', '；', ':', '：'])
            && (*line == 1 || below(*line).is_some_and(is_point))
    };
    let starts: Vec<usize> = (1..=page.len()).filter(is_head).collect();
    let asking = starts.iter().filter(|line| asking(page.line(**line)) > Asking::No).count();
    if starts.len() >= fewest && asking * 3 >= starts.len() { starts } else { Vec::new() }
}

/// The first lines of blocks between blank lines, where nearly all end with options to choose from.
pub(super) fn optioned(page: &Page<'_>, fewest: usize) -> Vec<usize> {
    let (mut starts, mut others, mut line) = (Vec::new(), 0, 1);
    while line <= page.len() {
        if page.is_blank(line) {
            line += 1;
            continue;
        }
        let end = (line..=page.len()).take_while(|below| !page.is_blank(*below)).last().unwrap_or(line);
        if page.level(line).is_some() {
            return Vec::new();
        }
        let is_choice = page.kind(line) == LineKind::Text
            && !page.has(line, mark::NUMBER)
            && page.option(line).is_none()
            && ends_with_options(page, line + 1, end);
        if is_choice {
            starts.push(line);
        } else {
            others += 1;
        }
        line = end + 1;
    }
    if starts.len() >= fewest && others * 3 <= starts.len() { starts } else { Vec::new() }
}

/// Whether lines end with options: from A on, or true and false.
fn ends_with_options(page: &Page<'_>, first: usize, end: usize) -> bool {
    if end > first && is_verdict(page.line(end)) && is_verdict(page.line(end - 1)) {
        return true;
    }
    let letters = (first..=end).filter_map(|line| page.option(line));
    letters.take(2).eq(['A', 'B']) && page.option(end).is_some()
}

/// A line of running text at the margin that may be a question, no longer than that.
pub(super) fn may_ask(page: &Page<'_>, line: usize, longest: usize) -> bool {
    let text = page.line(line).trim_end();
    page.kind(line) == LineKind::Text
        && page.item(line) == 0
        && !page.has(line, mark::BULLET | mark::ANSWER)
        && !text.starts_with([' ', '\t', '\u{3000}', '|', '<', '$', '`', '\\'])
        && text.chars().count() <= longest
        && text.contains(char::is_alphabetic)
}
