//! Where the lines of a converted text stand in its file, found by what they say.

use crate::import::page::columns;
use std::borrow::Cow;

/// What is looked for has at most so many letters, and at least these; wide ones count twice.
const LONGEST: usize = 24;
const SHORTEST: usize = 6;
/// So far below the line before it is looked for a line, in bytes.
const FARTHEST: usize = 32 << 10;

/// For each line of a text the line of its source; those that are not found stand where the one above them does.
pub(super) fn by_text(source: &str, converted: &str) -> Vec<usize> {
    let bytes = source.as_bytes();
    let (mut at, mut counted, mut line) = (0, 0, 1);
    let place = |text: &str| {
        if let Some(words) = words(text).map(Cow::Borrowed).or_else(|| whole(text).map(Cow::Owned)) {
            let end = bytes.len().min(at + FARTHEST);
            if let Some(found) = memchr::memmem::find(&bytes[at..end], words.as_bytes()) {
                at += found + words.len();
                line += memchr::memchr_iter(b'\n', &bytes[counted..at]).count();
                counted = at;
            }
        }
        line
    };
    converted.lines().map(place).collect()
}

/// The last line of each stretch of a source that begins at a place: all up to where the next one begins, but for lines
/// without a word.
pub(super) fn ends(source: &str, places: &[usize]) -> Vec<usize> {
    let lines: Vec<&str> = source.lines().collect();
    let says = |line: &usize| lines.get(line - 1).is_some_and(|text| has_words(text));
    let (mut start, mut next, mut end) = (usize::MAX, lines.len() + 1, lines.len());
    let of_place = |place: &usize| {
        if *place != start {
            next = if start == usize::MAX { next } else { start };
            start = *place;
            end = (start..next).rev().find(says).unwrap_or(start);
        }
        end
    };
    let mut ends: Vec<usize> = places.iter().rev().map(of_place).collect();
    ends.reverse();
    ends
}

/// Whether a line has more than tags.
fn has_words(line: &str) -> bool {
    let mut inside = false;
    line.chars().any(|letter| {
        inside = (inside || letter == '<') && letter != '>';
        !inside && letter != '>' && !letter.is_whitespace()
    })
}

/// The first words of a line, without anything that may be written in another way.
fn words<'a>(text: &'a str) -> Option<&'a str> {
    let is_plain = |letter: char| letter.is_alphanumeric() || letter == ' ';
    // A number may stand in a tag of its own.
    let unnumbered = |run: &'a str| {
        run.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ').trim_end()
    };
    let mut runs = text.split(|letter| !is_plain(letter)).map(unnumbered);
    let run = runs.find(|run| columns(run) >= SHORTEST)?;
    let end = run.char_indices().nth(LONGEST).map_or(run.len(), |(at, _)| at);
    Some(&run[..end])
}

/// All of a heading too short for that, with the end of its tag.
fn whole(text: &str) -> Option<String> {
    let title = text.strip_prefix('#')?.trim_start_matches('#');
    let title =
        title.trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '.'));
    (!title.is_empty()).then(|| format!("{title}</"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_by_their_words() {
        let source = "<html>\n<body>\n<ul>\n<li>What is a <b>norm</b>?</li>\nIt scales.\n</ul>\n<p>为什么要归一化？</p>\n";
        let converted = "- What is a **norm**?\n\nIt scales.\n\n为什么要归一化？\n";
        let places = by_text(source, converted);
        assert_eq!(places, [4, 4, 5, 5, 7]);
        assert_eq!(ends(source, &places), [4, 4, 5, 5, 7]);
    }

    #[test]
    fn numbers_in_tags_and_short_headings_are_found() {
        let source = "<div>\n<h3><span>1.1</span> 红黑树为什么快</h3>\n</div>\n<div>\n<h3><span>1.2</span> b+树</h3>\n</div>\n";
        assert_eq!(by_text(source, "### 1.1 红黑树为什么快\n\n### 1.2 b+树\n"), [2, 2, 5]);
    }

    #[test]
    fn a_line_of_text_may_be_several_of_its_source() {
        let source = "<p>Why does it\n  shrink the map?</p>\n<p>The kernel\n  <b>steps\n</b> over it.</p>\n<br>\n\n<hr>\n<p>Next</p>\n";
        let converted = "Why does it shrink the map?\n\nThe kernel **steps** over it.\n\nNext one\n";
        let places = by_text(source, converted);
        assert_eq!(places, [1, 1, 3, 3, 3]);
        assert_eq!(ends(source, &places), [2, 2, 9, 9, 9]);
    }
}
