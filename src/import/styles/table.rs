//! Tables: one column asks, the next one answers.

mod html;

use super::super::ask::{Asking, asking};
use super::super::diagnostic::Diagnostic;
use super::super::fields::{ANSWERED, ASKED, names_answers};
use super::super::page::{LineKind, Page, plain_text};
use super::super::style::{Answer, Question, Reading, Style};
use crate::markdown::{self, Guard, Guarded, guarded};
use crate::messages::ReadingMessage;

pub(in crate::import) const STYLE: Style = Style {
    name: "table",
    about: "rows of tables are cards: one column asks, the next one answers",
    sample: "| Question | Answer |\n|---|---|\n| What does pooling do? | It shrinks the map. |\n| 为什么提出CNN？ | 参数太多。 |\n",
    read,
    insisted,
};

fn read(page: &Page<'_>) -> Reading {
    let reading = tables(page, WantedRows::Asking);
    if !reading.questions.is_empty() {
        // Beside tables that ask, those of two columns are cards too, where the file is cards and nothing else.
        let wide = if page.promises_questions { tables(page, WantedRows::OfTwo) } else { Reading::default() };
        if wide.questions.len() > reading.questions.len() && fill(page, &wide) {
            return wide.trusted();
        }
        return if are_headed(page, &reading) { reading.trusted() } else { reading };
    }
    let (mut reading, html) = (tables(page, WantedRows::OfTwo), of_html(page));
    if fill(page, &reading) {
        reading = reading.trusted();
    }
    if html.questions.is_empty() { reading } else { html }
}

/// Whether rows stand in tables whose heads name what asks and what answers, and nearly all do ask: they are cards,
/// however small a part of the file they are.
fn are_headed(page: &Page<'_>, reading: &Reading) -> bool {
    // The head of the table at hand, and the last row that was looked at.
    let (mut head, mut last) = (0, 0);
    let mut is_headed = |question: &Question| {
        let is_inside = last > 0 && (last..question.line).all(|line| page.kind(line) == LineKind::Table);
        if !is_inside {
            let above = (1..question.line).rev().take_while(|line| page.kind(*line) == LineKind::Table);
            head = above.last().unwrap_or(question.line);
        }
        last = question.line;
        head < question.line && columns(page, head).named
    };
    let asks = |question: &&Question| asking(&plain_text(&question.text)) == Asking::Yes;
    let all = reading.questions.len();
    all >= FEWEST_ROWS
        && reading.questions.iter().all(&mut is_headed)
        && reading.questions.iter().filter(asks).count() * 5 >= all * 4
}

/// Whether rows of two columns are all that a file holds. Names of code are those of a manual.
fn fill(page: &Page<'_>, reading: &Reading) -> bool {
    let (_, answered, _) = reading.evidence.counts();
    let all = reading.questions.len();
    let coded =
        |question: &&Question| question.text.contains(['`', '_', '/', '<']) || question.text.contains("()");
    let heads = (1..=page.len()).filter(|line| page.level(*line).is_some()).count();
    // Each table has a head and a line below it.
    let rows = (1..=page.len()).filter(|line| page.kind(*line) == LineKind::Table).count();
    all >= FEWEST_ROWS
        && answered * 4 >= all * 3
        && page.told <= rows + heads + 2
        && page.chapters_of_a_project == 0
        && reading.questions.iter().filter(coded).count() * 4 <= all
}

/// Fewer rows are no list.
const FEWEST_ROWS: usize = 4;

/// The rows of tables in HTML that ask, or whose head names both columns.
fn of_html(page: &Page<'_>) -> Reading {
    let mut questions = Vec::new();
    for table in html::tables(page) {
        let name = |cell: &html::HtmlCell| {
            cell.text.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase()
        };
        let place = |names: &[&str]| {
            table.first().and_then(|head| head.iter().position(|cell| names.contains(&name(cell).as_str())))
        };
        let named = place(&ASKED).zip(place(&ANSWERED)).filter(|(asked, answered)| asked != answered);
        let (asked, answered) = named.unwrap_or((0, 1));
        let is_row =
            |row: &&Vec<html::HtmlCell>| row.iter().any(|cell| !cell.is_head && !cell.text.is_empty());
        let rows = table.iter().skip(usize::from(named.is_some())).filter(is_row);
        let cells = rows.filter_map(|row| row.get(asked).zip(row.get(answered)));
        let mut found: Vec<Question> = Vec::new();
        let mut asks = 0.0;
        for (one, other) in cells.filter(|(one, _)| !one.text.is_empty()) {
            let weight = asking(&one.text);
            asks += weight.weight();
            let mut question = Question::new(page, one.first, one.text.clone());
            question.sure = named.is_some() || weight > Asking::No;
            (question.last_line, question.limit) = (one.last, one.last);
            question.answer = match (other.text.is_empty(), other.first > one.last) {
                (true, _) => Answer::Lines(one.last + 1, one.last),
                (false, false) => Answer::Beside(other.text.clone()),
                (false, true) => {
                    Answer::Keyed { text: other.text.clone(), first: other.first, last: other.last }
                }
            };
            found.push(question);
        }
        if named.is_some() || asks >= 0.6 * found.len() as f32 {
            questions.append(&mut found);
        }
    }
    if questions.is_empty() { Reading::default() } else { Reading::judged(page, questions) }
}

/// The reading of a page of which somebody says that its tables are cards, whatever they ask.
fn insisted(page: &Page<'_>) -> Reading {
    let reading = read(page);
    if reading.questions.is_empty() { tables(page, WantedRows::Every) } else { reading }
}

/// Beside what a head says to ask and the column behind it, so many more may stand.
const MOST_OTHERS: usize = 2;

/// Of which tables the rows are cards.
#[derive(Clone, Copy, PartialEq)]
enum WantedRows {
    /// Of those that ask.
    Asking,
    /// Of all that have two columns, or whose head says what asks, too.
    OfTwo,
    /// Of all.
    Every,
}

/// The rows of tables.
fn tables(page: &Page<'_>, wanted: WantedRows) -> Reading {
    let (mut questions, mut diagnostics) = (Vec::new(), Vec::new());
    let mut line = 1;
    while line <= page.len() {
        if page.kind(line) != LineKind::Table {
            line += 1;
            continue;
        }
        // Tables that follow one another are told apart by their second lines.
        let mut end = line;
        while end < page.len() && page.kind(end + 1) == LineKind::Table {
            end += 1;
        }
        rows(page, (line, end), wanted, &mut questions, &mut diagnostics);
        line = end + 1;
    }
    Reading { diagnostics, ..Reading::judged(page, questions) }
}

/// Which columns of a table ask and answer.
struct TableColumns {
    all: usize,
    asked: usize,
    answered: usize,
    /// Whether the head names both, and whether it names what asks.
    named: bool,
    has_head: bool,
    /// The names of the others, but for those of numbers.
    others: Vec<String>,
}

fn columns(page: &Page<'_>, first: usize) -> TableColumns {
    let all = cells(page.line(first + 1), None).len();
    let head = cells(page.line(first), Some(all));
    let name = |cell: &&str| cell.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let names: Vec<String> = head.iter().map(name).collect();
    let asked = names.iter().position(|name| ASKED.contains(&name.as_str()));
    let answered = names.iter().position(|name| names_answers(name));
    let has_head = asked.is_some();
    let named = asked.is_some() && answered.is_some();
    let asked = asked.unwrap_or_else(|| {
        let second = cells(page.line(first + 2), Some(all));
        let figure = second.first().is_some_and(|cell| cell.chars().all(|letter| !letter.is_alphabetic()));
        usize::from(figure && head.len() > 2)
    });
    let answered = answered.filter(|place| *place != asked).unwrap_or(asked + 1);
    let is_other =
        |index: &usize| *index != asked && *index != answered && names[*index].contains(char::is_alphabetic);
    let others = (0..head.len()).filter(is_other).map(|index| plain_text(head[index]).into_owned()).collect();
    TableColumns { all, asked, answered, named, has_head, others }
}

fn rows(
    page: &Page<'_>,
    (first, last): (usize, usize),
    wanted: WantedRows,
    questions: &mut Vec<Question>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if last < first + 2 {
        return;
    }
    let TableColumns { all, asked, answered, named, has_head, others } = columns(page, first);
    let (mut found, mut told) = (Vec::new(), Vec::new());
    let mut asks = 0.0;
    let mut count = 0usize;
    for line in first + 2..=last {
        let (row, beyond) = row(page.line(line), all);
        let Some(text) = row.get(asked).filter(|text| !text.is_empty() && !text.contains("](#")) else {
            continue;
        };
        let mut answer = plain(row.get(answered).copied().unwrap_or_default());
        if let Some(beyond) = beyond {
            let message = ReadingMessage::TooManyCells { beyond: beyond.to_string() };
            let help = ReadingMessage::EscapeBar;
            told.push(Diagnostic::warning(line, message, help));
            let gap = if answer.is_empty() {
                ""
            } else if answered + 1 == all {
                " | "
            } else {
                "\n\n"
            };
            answer = format!("{answer}{gap}{}", plain(beyond));
        }
        count += 1;
        let weight = asking(&plain_text(text));
        asks += weight.weight();
        let mut question = Question::new(page, line, plain(text));
        question.sure = named || weight > Asking::No;
        question.answer =
            if answer.is_empty() { Answer::Lines(line + 1, line) } else { Answer::Beside(answer) };
        found.push(question);
    }
    // A first row that asks as the others do is no head.
    let head = cells(page.line(first), Some(all));
    let asks_too = |text: &&str| {
        !named && count > 0 && asks >= 0.6 * count as f32 && asking(&plain_text(text)) == Asking::Yes
    };
    if let Some(text) = head.get(asked).copied().filter(asks_too) {
        let mut question = Question::new(page, first, plain(text));
        question.sure = true;
        question.answer = match head.get(answered).map(|cell| plain(cell)).filter(|cell| !cell.is_empty()) {
            Some(answer) => Answer::Beside(answer),
            None => Answer::Lines(first + 1, first),
        };
        found.insert(0, question);
    }
    let is_wanted = match wanted {
        WantedRows::Asking => false,
        WantedRows::OfTwo => others.is_empty() || has_head && others.len() <= MOST_OTHERS,
        WantedRows::Every => true,
    };
    if named || is_wanted || (count > 0 && asks / count as f32 >= 0.6) {
        questions.append(&mut found);
        if !others.is_empty() {
            let columns = others.join(", ");
            let message = match others.len() {
                1 => ReadingMessage::ColumnNotShown { columns },
                _ => ReadingMessage::TableColumnsNotShown { columns },
            };
            let help = ReadingMessage::TableColumns;
            diagnostics.push(Diagnostic::note(first, message, help));
        }
        diagnostics.append(&mut told);
    }
}

/// The cells of a row, and what stands beyond the last column.
fn row(line: &str, columns: usize) -> (Vec<&str>, Option<&str>) {
    let ranges = markdown::cells(line, Some(columns));
    let beyond = ranges.get(columns).zip(ranges.last()).map(|(first, last)| &line[first.start..last.end]);
    (ranges.into_iter().take(columns).map(|cell| &line[cell]).collect(), beyond)
}

/// A cell as the text it stands for. In a formula, a backslash before a bar belongs to the formula.
fn plain(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut from = 0;
    for Guarded { range, guard } in guarded(cell) {
        out.push_str(&cell[from..range.start]);
        let inside = &cell[range.clone()];
        match guard {
            Guard::Tag if BREAKS.contains(&inside) => out.push('\n'),
            Guard::Escape if inside == "\\|" => out.push('|'),
            Guard::Code => out.push_str(&inside.replace("\\|", "|")),
            _ => out.push_str(inside),
        }
        from = range.end;
    }
    out.push_str(&cell[from..]);
    out
}

const BREAKS: [&str; 4] = ["<br>", "<br/>", "<br />", "<BR>"];

pub(in crate::import) fn cells(line: &str, columns: Option<usize>) -> Vec<&str> {
    markdown::cells(line, columns).into_iter().map(|cell| &line[cell]).collect()
}

#[cfg(test)]
mod tests {
    use crate::import;

    type Rows = Vec<(String, String)>;

    fn read(text: &str) -> (Rows, Vec<(usize, String)>) {
        let notes = import::read(text.as_bytes(), None, None, None);
        let cards = notes
            .cards
            .iter()
            .map(|card| (card.faces[0].question.to_string(), card.faces[0].answer.to_string()));
        let told = notes.diagnostics.iter().map(|found| (found.line, found.message.to_string()));
        (cards.collect(), told.collect())
    }

    fn pairs(rows: &[(&str, &str)]) -> Rows {
        rows.iter().map(|(question, answer)| ((*question).to_owned(), (*answer).to_owned())).collect()
    }

    #[test]
    fn formulas_and_code_keep_their_bars() {
        let text = "| Term | Definition |\n|---|---|\n| Bayes | $P(A|B)=\\frac{P(B|A)P(A)}{P(B)}$ |\n| Or | `a | b` is true \\| false |\n| Norm | \\(|x|\\) and $$\\|y\\|$$ |\n";
        let expected = pairs(&[
            ("Bayes", "$P(A|B)=\\frac{P(B|A)P(A)}{P(B)}$"),
            ("Or", "`a | b` is true | false"),
            ("Norm", "\\(|x|\\) and $$\\|y\\|$$"),
        ]);
        assert_eq!(read(text).0, expected);
    }

    #[test]
    fn a_head_says_which_tables_are_cards() {
        let text = "| Concept | What to say | seen at |\n|---|---|---|\n| Recall | found of all there is | A |\n| F1 |  | B |\n| AUC | pairs in order | A |\n| MCC | one figure for four | B |\n";
        let (cards, _) = read(text);
        assert_eq!(cards[0], ("Recall".to_owned(), "found of all there is".to_owned()));
        assert_eq!((cards.len(), cards[1].1.as_str()), (4, ""));
        // A table in a long text of other things.
        let code = "import numpy as np\nx = np.zeros(3)\nprint(x)\n".repeat(20);
        let rows = "| Question | Expected Answer |\n|---|---|\n| What is a token? | a piece |\n| Why stem? | fewer forms |\n| What is a lemma? | a base form |\n| Which is faster? | stemming |\n";
        assert_eq!(read(&format!("{code}\n{rows}")).0.len(), 4);
    }

    #[test]
    fn cells_that_do_not_fit_are_shown_and_told() {
        let text = "| Question | Answer | Level |\n|---|---|---|\n| What is x? | one | easy |\n| What is y? | two | hard | more | still |\n| What is z? |\n";
        let (cards, told) = read(text);
        assert_eq!(cards[..2], pairs(&[("What is x?", "one"), ("What is y?", "two\n\nmore | still")]));
        let told: Vec<(usize, &str)> = told.iter().map(|(line, message)| (*line, message.as_str())).collect();
        assert!(
            told.contains(&(4, "this row has more cells than the table has columns: more | still")),
            "{told:?}"
        );
        assert!(told.contains(&(1, "a column is not shown: Level")), "{told:?}");
    }
}
