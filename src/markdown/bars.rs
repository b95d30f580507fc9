//! Bars of tables: which of them part cells. Those in code and formulas do not, nor those behind a
//! backslash, nor those beyond the last column.

use super::guard::{Guard, guarded, holds};
use std::ops::Range;

/// Stands for a bar that the parser should not see; cleaning makes it one again. No text has this sign.
pub(super) const BAR: char = '\u{fdd0}';

/// More cells of a row than these are one.
const MOST: usize = 64;

/// The cells of a row, without the blanks around them. `columns` says how many there should be, where that
/// is known.
pub(crate) fn cells(row: &str, columns: Option<usize>) -> Vec<Range<usize>> {
    let borders = borders(row, columns);
    let mut cells = Vec::new();
    let mut start = 0;
    for border in borders.into_iter().chain([row.len()]) {
        let text = &row[start..border];
        let from = start + text.len() - text.trim_start().len();
        let cell = from..from + text.trim().len();
        let is_edge = (start == 0 || border == row.len()) && cell.is_empty();
        if !is_edge {
            cells.push(cell);
        }
        start = border + 1;
    }
    cells
}

/// The bars between cells, and those around the row.
fn borders(row: &str, columns: Option<usize>) -> Vec<usize> {
    let found = guarded(row);
    let all = row.match_indices('|').map(|(at, _)| at);
    let is_escaped = |at: &usize| row[..*at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
    let raw: Vec<usize> = all.filter(|at| !is_escaped(at)).collect();
    let mut borders: Vec<usize> = raw.iter().copied().filter(|at| !holds(&found, *at)).collect();
    // A lone tick or dollar in two cells protects nothing.
    if columns.is_some_and(|columns| count(row, &borders) < columns && count(row, &raw) == columns) {
        borders = raw;
    }
    borders.truncate(MOST);
    borders
}

fn count(row: &str, borders: &[usize]) -> usize {
    let is_blank = |range: Option<&str>| range.is_some_and(|text| text.trim().is_empty());
    let lead = borders.first().is_some_and(|first| is_blank(row.get(..*first)));
    let tail = borders.last().is_some_and(|last| is_blank(row.get(last + 1..)));
    (borders.len() + 1).saturating_sub(usize::from(lead) + usize::from(tail))
}

/// The text with every bar of a table hidden that does not part cells.
pub(super) fn protected(text: String) -> String {
    if !text.contains('|')
        || !text.contains("-|")
            && !text.contains("- |")
            && !text.contains("|-")
            && !text.contains("| -")
            && !text.contains("|:")
    {
        return text;
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let mut written: Vec<String> = Vec::new();
    let mut columns = None;
    for (index, line) in lines.iter().enumerate() {
        let (lead, row) = inside(line);
        if let Some(below) = lines.get(index + 1).and_then(|below| rule(inside(below).1)) {
            // The head of a table has as many cells as its rule.
            let fits = cells(row, Some(below)).len() == below;
            columns = fits.then_some(below);
        } else if row.trim().is_empty() {
            columns = None;
        }
        match columns.filter(|_| row.contains('|') && rule(row).is_none()) {
            Some(columns) => written.push(format!("{lead}{}", hidden(row, columns))),
            None => written.push((*line).to_owned()),
        }
    }
    written.join("\n")
}

/// A row whose other bars are hidden.
fn hidden(row: &str, columns: usize) -> String {
    let mut borders = borders(row, Some(columns));
    let lead = usize::from(borders.first().is_some_and(|first| row[..*first].trim().is_empty()));
    if count(row, &borders) > columns {
        let closing = borders.last().copied().filter(|last| row[last + 1..].trim().is_empty());
        borders.truncate(columns - 1 + lead);
        borders.extend(closing.filter(|closing| !borders.contains(closing)));
    }
    let found = guarded(row);
    let in_formula = |at: usize| {
        found.iter().any(|one| one.range.contains(&at) && matches!(one.guard, Guard::Code | Guard::Formula))
    };
    let mut out = String::with_capacity(row.len());
    for (at, letter) in row.char_indices() {
        let is_escaped = letter == '|' && row[..at].ends_with('\\');
        if letter == '|' && !borders.contains(&at) && (!is_escaped || in_formula(at)) {
            if is_escaped {
                out.pop();
            }
            out.push(BAR);
        } else {
            out.push(letter);
        }
    }
    out
}

/// The marks of quotes before a line, and the rest.
fn inside(line: &str) -> (&str, &str) {
    let rest = line.trim_start_matches(['>', ' ']);
    line.split_at(line.len() - rest.len())
}

/// How many columns the line of dashes below a table's head has.
fn rule(line: &str) -> Option<usize> {
    let line = line.trim();
    let is_rule =
        line.contains('-') && line.contains('|') && line.bytes().all(|byte| b"|-: \t\r".contains(&byte));
    let cells = line.trim_matches('|').split('|');
    let is_cell = |cell: &str| {
        let dashes = cell.trim().trim_matches(':');
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    };
    (is_rule && cells.clone().all(is_cell)).then(|| cells.count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(row: &str, columns: Option<usize>) -> Vec<&str> {
        cells(row, columns).into_iter().map(|cell| &row[cell]).collect()
    }

    #[test]
    fn bars_inside_cells_are_no_borders() {
        for (row, columns, expected) in [
            ("| a | b |", None, &["a", "b"][..]),
            ("a|b\\|c|`d|e`", None, &["a", "b\\|c", "`d|e`"]),
            ("| a |  | c |", None, &["a", "", "c"]),
            (
                "| Bayes | $P(A|B)=\\frac{P(B|A)}{P(B)}$ |",
                Some(2),
                &["Bayes", "$P(A|B)=\\frac{P(B|A)}{P(B)}$"],
            ),
            ("| or | \\(a | b\\) | $$c|d$$ |", None, &["or", "\\(a | b\\)", "$$c|d$$"]),
            ("| a ` b | c ` d |", Some(2), &["a ` b", "c ` d"]),
            ("|  |", None, &[""]),
        ] {
            assert_eq!(shown(row, columns), expected, "{row}");
        }
    }

    #[test]
    fn rows_are_written_so_that_no_cell_is_lost() {
        for (text, expected) in [
            ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", "| a | b |\n|---|---|\n| 1 | 2 ¦ 3 |"),
            ("> a|b\n> -|-\n> $x|y$|z|w", "> a|b\n> -|-\n> $x¦y$|z¦w"),
            ("|a|\n|-|\n|`x\\|y`|", "|a|\n|-|\n|`x¦y`|"),
            ("a|b\n\n|x|y|z|", "a|b\n\n|x|y|z|"),
            ("|a|b|\n|---|\n|x|y|", "|a|b|\n|---|\n|x|y|"),
        ] {
            assert_eq!(protected(text.to_owned()).replace(BAR, "¦"), expected, "{text}");
        }
    }
}
