//! Notebooks with a question a cell: the first line of each such cell becomes a heading, so that what a cell parts
//! stays apart. Notebooks of tasks: the text of each is a question, and the code below it the answer.

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

/// What stands before each cell where every text but for headings sets a task that code below it solves; nothing for code.
pub(super) fn tasked(cells: &[Option<&str>]) -> Option<Vec<&'static str>> {
    let is_heading = |cell: &str| cell.lines().all(|line| line.trim().is_empty() || line.starts_with('#'));
    let is_task = |place: usize| cells[place].is_some_and(sets_task) && cells.get(place + 1) == Some(&None);
    let texts = (0..cells.len()).filter(|place| cells[*place].is_some_and(|cell| !is_heading(cell)));
    let texts: Vec<usize> = texts.collect();
    if texts.is_empty() || !texts.iter().all(|place| is_task(*place)) {
        return None;
    }
    let lead = |place: usize| match place {
        place if texts.contains(&place) => "Question: ",
        place if place > 0 && texts.contains(&(place - 1)) => "Answer:\n",
        _ => "",
    };
    Some((0..cells.len()).map(lead).collect())
}

/// Whether a text tells somebody to write a program, as steps of a course do not.
fn sets_task(cell: &str) -> bool {
    const VERBS: [&str; 20] = [
        "print",
        "write",
        "implement",
        "given",
        "return",
        "reverse",
        "count",
        "compute",
        "calculate",
        "design",
        "solve",
        "编写",
        "写一",
        "实现",
        "给定",
        "打印",
        "输出",
        "求",
        "找出",
        "计算",
    ];
    let text = cell.trim_start_matches(['*', '_', ' ']).to_lowercase();
    let says = cell.split_whitespace().count() >= FEWEST_WORDS
        || cell.chars().filter(|letter| !letter.is_ascii()).count() >= FEWEST_WORDS;
    let begins =
        |verb: &&str| text.strip_prefix(*verb).is_some_and(|rest| !verb.is_ascii() || rest.starts_with(' '));
    says && text.chars().count() <= LONGEST_TASK && VERBS.iter().any(begins)
}

/// A task has so many words at least, and no more letters.
const FEWEST_WORDS: usize = 6;
const LONGEST_TASK: usize = 1200;

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
    fn tasks_are_questions_and_code_their_answers() {
        let task = "print the numbers up to 50, for those of three\nprint fizz";
        let found = tasked(&[Some("# Interview"), Some(task), None, None]);
        assert_eq!(found, Some(vec!["", "Question: ", "Answer:\n", ""]));
        assert_eq!(
            tasked(&[Some("编写一个函数，返回最长的公共前缀"), None]),
            Some(vec!["Question: ", "Answer:\n"])
        );
        for cells in [
            &[Some("Load the data and look at the first rows"), None][..],
            &[Some(task)],
            &[Some(task), Some("We go on with a longer text."), None],
            &[Some("Print it"), None],
            &[None],
        ] {
            assert_eq!(tasked(cells), None, "{cells:?}");
        }
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
