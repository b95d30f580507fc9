//! Tables pasted with tabs between their columns: heads that name what asks and what answers stand anywhere in the
//! text, and lines between two tables are their titles.

use super::records::{CsvColumns, CsvRecord, question};
use crate::import::fields::plain_name;
use crate::import::page::Page;
use crate::import::style::{Question, Reading};

/// Fewer rows are no table.
const FEWEST: usize = 3;
/// A cell takes no more lines.
const LONGEST: usize = 40;

/// The rows below all heads; none where the only head is the first line, as other tables have it.
pub(super) fn read(page: &Page<'_>) -> Reading {
    let told = || (1..=page.len()).filter(|line| !page.is_blank(*line));
    let heads: Vec<(usize, CsvColumns, usize)> = told().filter_map(|line| head(page, line)).collect();
    let is_first = heads.first().map(|(line, ..)| *line) == told().next();
    if heads.is_empty() || heads.len() == 1 && is_first {
        return Reading::default();
    }
    let (mut questions, mut titles) = (Vec::new(), Vec::new());
    let nexts = heads.iter().skip(1).map(|(line, ..)| *line).chain([page.len() + 1]);
    for ((line, columns, width), next) in heads.iter().zip(nexts) {
        let title = (1..*line).rev().find(|above| !page.is_blank(*above));
        let own = title.filter(|above| !page.line(*above).contains('\t'));
        titles.extend(own);
        let next_title = (*line..next).rev().find(|above| !page.is_blank(*above));
        let next_title = next_title.filter(|above| next <= page.len() && !page.line(*above).contains('\t'));
        let rows = rows(page, line + 1, next_title.unwrap_or(next), *width);
        questions.extend(rows.iter().filter_map(|row| card(page, row, columns)));
    }
    if questions.len() < FEWEST {
        return Reading::default();
    }
    let mut reading = Reading::judged(page, questions).trusted();
    reading.chapters = titles;
    reading
}

/// A line that names its columns, and how many it has. A name may say more than its last word does.
fn head(page: &Page<'_>, line: usize) -> Option<(usize, CsvColumns, usize)> {
    let text = page.line(line);
    let last_word = |name: &str| plain_name(name).rsplit(' ').next().unwrap_or_default().to_owned();
    let width = text.matches('\t').count() + 1;
    let is_short = text.len() < 160 && width > 1;
    let columns = is_short.then(|| {
        let short: Vec<String> = text.split('\t').map(last_word).collect();
        CsvColumns::named(text.split('\t')).or_else(|| CsvColumns::named(short.iter().map(String::as_str)))
    });
    Some((line, columns??, width))
}

/// The rows from a line to before another one. A row whose cells are not full goes on below, and so does the last cell.
fn rows(page: &Page<'_>, from: usize, until: usize, width: usize) -> Vec<CsvRecord> {
    let mut rows: Vec<CsvRecord> = Vec::new();
    for line in (from..until).filter(|line| !page.is_blank(*line)) {
        let text = page.line(line);
        let is_open = rows.last().is_some_and(|row| row.fields.len() < width);
        match rows.last_mut().filter(|row| (is_open || !text.contains('\t')) && line - row.first < LONGEST) {
            Some(row) => {
                let mut cells = text.split('\t').map(str::to_owned);
                if let (Some(last), Some(first)) = (row.fields.last_mut(), cells.next()) {
                    last.push('\n');
                    last.push_str(&first);
                }
                row.fields.extend(cells);
                row.last = line;
            }
            None => {
                let fields = text.split('\t').map(str::to_owned).collect();
                rows.push(CsvRecord { first: line, last: line, fields });
            }
        }
    }
    rows
}

fn card(page: &Page<'_>, row: &CsvRecord, columns: &CsvColumns) -> Option<Question> {
    let cell = |place: usize| row.fields.get(place).map_or("", |cell| cell.trim());
    question(page, row, cell(columns.asked), cell(columns.answered))
}

#[cfg(test)]
mod tests {
    #[test]
    fn tables_with_tabs_stand_below_titles() {
        let text = "Week one, norms\nNo.\tQuestion\tModel answer\n1\tWhat does RMSNorm leave out?\tThe mean.\n\
                    2\tWhat does this print?\nprint(x.std())\tThe spread.\n\n第二周\n序号\t问题\t答案\n1\t批归一化依赖什么\t批\n\
                    2\t层归一化呢\t一个样本\n与批无关\n";
        let notes = crate::import::read(text.as_bytes(), None, None, None);
        let found: Vec<(&str, &str, usize)> = (notes.cards.iter())
            .map(|card| &card.faces[0])
            .map(|face| (face.question.as_str(), face.answer.as_str(), face.source.question_line))
            .collect();
        let expected = [
            ("What does RMSNorm leave out?", "The mean.", 3),
            ("What does this print?\nprint(x.std())", "The spread.", 4),
            ("批归一化依赖什么", "批", 9),
            ("层归一化呢", "一个样本\n与批无关", 10),
        ];
        assert_eq!(found, expected);
        assert_eq!(notes.cards[2].faces[0].topic[..], ["第二周".to_owned()]);
    }
}
