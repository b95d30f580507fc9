//! Cards with holes: question and answer are one text, in which the holes are marked.

use super::{EditSheet, Wording, is_same};
use crate::card::Card;
use std::ops::Range;

/// What a hole is to the question.
const HOLE: &str = "[…]";

/// What stands before a hole and behind it.
type Marks<'a> = (&'a str, &'a str);

/// A hole's marks are no longer than this, in bytes.
const LONGEST_MARK: usize = 24;

/// Whether a question has holes.
pub(super) fn has(question: &str) -> bool {
    question.contains(HOLE)
}

/// Whether a card says a wording of which only one half was changed: the other half follows.
pub(super) fn says(old: &Card, new: &Card, wording: &Wording) -> bool {
    let (old, new) = (&old.faces[0], &new.faces[0]);
    let kept = |old: &str, wanted: &str| is_same(old, wanted, true);
    has(&old.question)
        && ((kept(&old.answer, &wording.answer) && is_same(&new.question, &wording.question, true))
            || (kept(&old.question, &wording.question) && is_same(&new.answer, &wording.answer, true)))
}

/// Texts in which a card with holes may say this.
pub(super) fn texts(sheet: &EditSheet, index: usize, wording: &Wording) -> Vec<String> {
    let old = sheet.wording(index);
    let (first, last) = sheet.lines(index);
    let block = sheet.range(first, last);
    let new_text = || -> Option<String> {
        let parts: Vec<&str> = old.question.split(HOLE).collect();
        let holes = filled(&parts, &old.answer)?;
        let (range, marks) = marked(&sheet.text[block.clone()], &parts, &holes)?;
        let new_parts: Vec<&str> = wording.question.split(HOLE).collect();
        let is_old_answer = is_same(&old.answer, &wording.answer, true);
        let new_holes = match is_old_answer {
            true => holes,
            false => filled(&new_parts, &wording.answer)?,
        };
        if new_holes.len() + 1 != new_parts.len() {
            return None;
        }
        let mut text = new_parts[0].to_owned();
        for (at, (hole, part)) in new_holes.iter().zip(&new_parts[1..]).enumerate() {
            let (open, close) = marks.get(at).or(marks.last())?;
            text = format!("{text}{open}{hole}{close}{part}");
        }
        Some(sheet.with(block.start + range.start..block.start + range.end, &text))
    };
    new_text().into_iter().collect()
}

/// What stands in the holes between the parts of a question.
fn filled<'a>(parts: &[&str], answer: &'a str) -> Option<Vec<&'a str>> {
    let mut rest = answer.strip_prefix(*parts.first()?)?;
    let mut holes = Vec::new();
    for (at, part) in parts.iter().enumerate().skip(1) {
        let is_last = at + 1 == parts.len();
        let end = if is_last { rest.len().checked_sub(part.len())? } else { rest.find(part)? };
        if !rest.is_char_boundary(end) || !rest[end..].starts_with(part) {
            return None;
        }
        holes.push(&rest[..end]);
        rest = &rest[end + part.len()..];
    }
    Some(holes)
}

/// Where the text with its marked holes stands, and the marks around each.
fn marked<'a>(block: &'a str, parts: &[&str], holes: &[&str]) -> Option<(Range<usize>, Vec<Marks<'a>>)> {
    'places: for (start, _) in block.match_indices(parts[0]).take(64) {
        let mut at = start + parts[0].len();
        let mut marks = Vec::new();
        for (hole, part) in holes.iter().zip(&parts[1..]) {
            let Some(open) = block[at..].find(hole).filter(|open| *open > 0 && *open <= LONGEST_MARK) else {
                continue 'places;
            };
            let behind = at + open + hole.len();
            let close = match part.is_empty() {
                true => {
                    block[behind..].find(|letter: char| letter.is_alphanumeric() || letter.is_whitespace())
                }
                false => block[behind..].find(part),
            };
            let close = close.unwrap_or(block.len() - behind);
            if close > LONGEST_MARK || close == 0 {
                continue 'places;
            }
            marks.push((&block[at..at + open], &block[behind..behind + close]));
            at = behind + close + part.len();
        }
        return Some((start..at, marks));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_found_with_their_marks() {
        let parts = ["A kernel of size ", " has ", " weights."];
        let holes = filled(&parts, "A kernel of size 3 has 9 weights.").unwrap();
        assert_eq!(holes, ["3", "9"]);
        for block in [
            "C: A kernel of size [3] has [9] weights.",
            "A kernel of size ==3== has ==9== weights.",
            "A kernel of size {{c1::3}} has {{c2::9::hint}} weights.",
        ] {
            let (_, marks) = marked(block, &parts, &holes).unwrap();
            assert_eq!(marks.len(), 2, "{block}");
        }
        assert_eq!(filled(&parts, "Other"), None);
    }
}
