//! Notebooks with a question a cell: the first line of each such cell becomes a heading, so that what a cell parts
//! stays apart.

use crate::import::ask::{Asking, asking};

/// Fewer such cells are none by design.
const FEWEST: usize = 4;
/// A question has no more letters.
const LONGEST: usize = 160;
/// A cell that only names something has no more letters.
const LONGEST_NAME: usize = 60;

/// What a cell of text begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CellOpening {
    /// Code, or a heading of the notebook.
    Other,
    /// Running text.
    Text,
    /// A short line alone.
    Name,
    /// A line that asks, or that heads a list.
    Question,
}

/// Makes headings of the first lines, where most cells of text begin with a question. The cells are their texts,
/// nothing for code.
pub(super) fn headed(cells: &[Option<&str>]) -> Option<Vec<String>> {
    let openings: Vec<CellOpening> =
        cells.iter().map(|cell| cell.map_or(CellOpening::Other, opening)).collect();
    let count = |kind: CellOpening| openings.iter().filter(|opening| **opening == kind).count();
    let (questions, others) = (count(CellOpening::Question), count(CellOpening::Text));
    let asks = |cell: &&&str| asking(first_line(cell)) == Asking::Yes;
    let asked = cells.iter().flatten().filter(asks).count();
    if questions < FEWEST || questions < others || asked * 2 < questions {
        return None;
    }
    let mut level = 1;
    let mut headed = Vec::with_capacity(cells.len());
    for (place, cell) in cells.iter().enumerate() {
        let text = cell.unwrap_or_default();
        let is_question = |place: usize| openings.get(place) == Some(&CellOpening::Question);
        let is_head = match openings[place] {
            CellOpening::Question => true,
            CellOpening::Name => place > 0 && is_question(place - 1) && is_question(place + 1),
            _ => false,
        };
        if openings[place] == CellOpening::Other {
            level = level_of(text).unwrap_or(level);
        }
        headed.push(if is_head { with_headings(text, (level + 1).min(6)) } else { text.to_owned() });
    }
    Some(headed)
}

fn first_line(cell: &str) -> &str {
    cell.lines().next().unwrap_or_default().trim()
}

/// The level of the last heading in a text.
fn level_of(text: &str) -> Option<usize> {
    let marks = |line: &str| line.len() - line.trim_start_matches('#').len();
    let mut levels = text
        .lines()
        .map(|line| (marks(line), line))
        .filter(|(marks, line)| (1..=6).contains(marks) && line[*marks..].starts_with(' '));
    levels.next_back().map(|(marks, _)| marks)
}

fn is_item(line: &str) -> bool {
    let text = line.trim_start();
    let digits = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    ["- ", "* ", "+ "].iter().any(|mark| text.starts_with(mark))
        || (digits.len() < text.len() && digits.starts_with(['.', ')']))
}

fn opening(cell: &str) -> CellOpening {
    let first = first_line(cell);
    if first.starts_with('#') {
        return CellOpening::Other;
    }
    let length = first.chars().count();
    let begins =
        first.starts_with(|letter: char| letter.is_alphanumeric() || letter == '*') && !is_item(first);
    let is_closed = first.ends_with(['.', '。', ',', '，', ';', '；']);
    if !begins || length > LONGEST || is_closed {
        return CellOpening::Text;
    }
    let mut below = cell.lines().skip(1);
    let heads_list = below.next().is_some_and(is_item);
    if asking(first) > Asking::No || heads_list {
        CellOpening::Question
    } else if length <= LONGEST_NAME && cell.trim().lines().count() == 1 {
        CellOpening::Name
    } else {
        CellOpening::Text
    }
}

/// A cell with headings in place of its first line, and of the lines below a blank one that ask.
fn with_headings(cell: &str, level: usize) -> String {
    let marks = "#".repeat(level);
    let mut out = String::with_capacity(cell.len() + 8);
    let (mut begins, mut is_first, mut is_code) = (true, true, false);
    for line in cell.split_inclusive('\n') {
        let text = line.trim();
        is_code ^= text.starts_with("```");
        let asks = || text.ends_with(['?', '？', ':', '：', '.']) && asking(text) == Asking::Yes;
        let is_head =
            begins && !is_code && !line.starts_with([' ', '\t']) && (is_first || (asks() && !is_item(text)));
        if is_head {
            out.push_str(&format!("{marks} "));
        }
        out.push_str(line);
        (begins, is_first) = (text.is_empty(), false);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_begin_with_questions_get_headings() {
        let cells = [
            Some("# Notes"),
            Some("What is a seed?\n- a number\n\nWhy fix it?\n- to run again"),
            Some("Bias and variance"),
            Some("Explain a fold:\n- a part"),
            None,
            Some("What is a split?"),
            Some("How large is it?\n1. a fifth"),
        ];
        let headed = headed(&cells).expect("most cells ask");
        assert_eq!(headed[1], "## What is a seed?\n- a number\n\n## Why fix it?\n- to run again");
        assert_eq!((&*headed[2], &*headed[3]), ("## Bias and variance", "## Explain a fold:\n- a part"));
        assert_eq!(headed[0], "# Notes");
    }

    #[test]
    fn a_course_keeps_its_text() {
        let cells = [
            Some("# Course"),
            Some("We load the data first.\nThen we look at it."),
            None,
            Some("What do we see?"),
            Some("The plot rises, as one would think."),
            Some("Next we fit a line.\n- slope\n- offset"),
        ];
        assert_eq!(headed(&cells), None);
    }
}
