//! Headings whose answers are counted: the text below each begins with a number, and these numbers run through the file.

use crate::import::page::{Page, mark};

/// Fewer headings are chapters with a list each.
const FEWEST: usize = 3;

/// A heading: its line, and its level.
pub(super) type HeadingPlace = (usize, u8);

/// The headings of the first level at which nearly each has one number of a running count right below it.
pub(super) fn entries(page: &Page<'_>, headings: &[HeadingPlace]) -> Vec<HeadingPlace> {
    if page.chapters_of_a_project > 0 {
        return Vec::new();
    }
    let of_level = |level: u8| -> Vec<HeadingPlace> {
        headings.iter().copied().filter(|heading| heading.1 == level && says(page, *heading)).collect()
    };
    (1..=6).map(of_level).find(|own| are_counted(page, own)).unwrap_or_default()
}

/// The first line behind a heading's chapter: that of the next heading no deeper, even if it says nothing.
fn end(page: &Page<'_>, (line, own): HeadingPlace) -> usize {
    let is_next = |line: &usize| page.level(*line).is_some_and(|level| level <= own);
    (line + 1..=page.len()).find(is_next).unwrap_or(page.len() + 1)
}

fn says(page: &Page<'_>, heading: HeadingPlace) -> bool {
    (heading.0 + 1..end(page, heading)).any(|line| !page.is_furniture(line))
}

fn are_counted(page: &Page<'_>, own: &[HeadingPlace]) -> bool {
    if own.len() < FEWEST {
        return false;
    }
    let (mut numbers, mut others): (Vec<u32>, usize) = (Vec::new(), 0);
    for heading in own {
        match number(page, *heading) {
            Some(number) => numbers.push(number),
            None => others += 1,
        }
        if others * 5 > own.len() {
            return false;
        }
    }
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { return false };
    let span = (last.saturating_sub(*first) + 1) as usize;
    numbers.len() >= FEWEST
        && numbers.windows(2).all(|pair| pair[0] < pair[1])
        && span * 2 <= numbers.len() * 3
}

/// The number that the text below a heading begins with, where it is the only one at the margin.
fn number(page: &Page<'_>, heading: HeadingPlace) -> Option<u32> {
    let end = end(page, heading);
    let first = (heading.0 + 1..end).find(|line| !page.is_furniture(*line) && page.level(*line).is_none())?;
    let own = |line: usize| {
        let may_be = page.has(line, mark::NUMBER) && page.level(line).is_none();
        let stem = may_be.then(|| page.stem(line)).filter(|stem| stem.indent == 0)?;
        stem.number.map(|number| number.value)
    };
    let number = own(first)?;
    let is_only = !(first + 1..end).any(|line| own(line).is_some());
    is_only.then_some(number)
}
