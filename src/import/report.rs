//! Reports of interviews: what was asked, one question a line, whatever begins it.

mod remarks;

use super::ask::{Asking, asking};
use super::fields::{ASKED, names_answers};
use super::notes::{Notes, Owner};
use super::page::{LineKind, Page, columns, mark, plain_text};
use super::stem::Label;
use super::styles::paragraphs::is_round;
use super::styles::table::cells;

/// A head is no wider.
const WIDEST_HEAD: usize = 48;
/// A line that is wider may go on below.
const WRAPPED: usize = 60;
/// A question is no wider.
const WIDEST: usize = 240;

/// The report as a numbered list with a question a line, on the lines where it is; `None` where it holds more than
/// such lines: answers, code, tables, texts.
pub fn as_list(text: &str) -> Option<String> {
    let page = Page::new(text);
    let told = |line: usize| !page.is_furniture(line) && !page.is_blank(line);
    let is_marked = |line: usize| page.has(line, mark::BULLET | mark::NUMBER);
    let (mut out, mut count) = (String::with_capacity(text.len() + 64), 0usize);
    // A line alone that neither asks nor has a mark is a text.
    let mut is_list = false;
    // The line of the last question.
    let mut above: Option<usize> = None;
    for line in 1..=page.len() {
        let (stem, source) = (page.stem(line), page.line(line));
        match page.kind(line) {
            LineKind::Heading(_) | LineKind::Matter => {
                (out, above) = (out + source, None);
            }
            LineKind::Blank | LineKind::Rule => {}
            LineKind::Text | LineKind::Quote if !told(line) => {}
            LineKind::Text | LineKind::Quote => {
                let asked = stem.question();
                let asked = asked.trim();
                if stem.label == Some(Label::Answer) || columns(asked) > WIDEST {
                    return None;
                }
                let next = (line + 1..=page.len()).find(|below| told(*below));
                let heads = !is_marked(line)
                    && columns(asked) <= WIDEST_HEAD
                    && asking(asked) == Asking::No
                    && next.is_some_and(|next| {
                        is_round(asked)
                            || is_marked(next) && (above.is_none() || page.is_blank(line - 1))
                            || count == 0 && next > line + 1
                    });
                let goes_on = |above: usize| {
                    let before = page.line(above).trim_end();
                    let is_inner = stem.indent > page.stem(above).indent + 1 && !is_marked(line);
                    let is_wrapped = above + 1 == line
                        && columns(before) >= WRAPPED
                        && !before.ends_with(['?', '？', '.', '。'])
                        && asked.starts_with(char::is_lowercase);
                    !is_marked(line) && (is_inner || is_wrapped)
                };
                if asked.is_empty() {
                } else if heads {
                    (out, above) = (out + "## " + asked, None);
                } else if above.is_some_and(goes_on) {
                    out = out + "   " + asked;
                } else {
                    count += 1;
                    is_list |= count > 1 || is_marked(line) || asking(asked) > Asking::No;
                    (out, above) = (format!("{out}{count}. {asked}"), Some(line));
                }
            }
            _ => return None,
        }
        out.push('\n');
    }
    is_list.then_some(out)
}

/// A row of a report that is a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedRow {
    /// Its line, 1-based.
    pub line: usize,
    /// What the other columns say: company, round, day.
    pub place: String,
    /// What was asked.
    pub question: String,
    /// What the learner answered, where the table says so.
    pub answer: Option<String>,
}

/// The rows of a report that is a table whose head names what was asked; `None` where there is none.
pub fn as_rows(text: &str) -> Option<Vec<AskedRow>> {
    let page = Page::new(text);
    let is_row = |line: usize| line <= page.len() && page.kind(line) == LineKind::Table;
    let mut rows = Vec::new();
    let mut line = 1;
    while line <= page.len() {
        let Some(last) = (line..).take_while(|line| is_row(*line)).last() else {
            line += 1;
            continue;
        };
        rows.extend(rows_of(&page, line, last).into_iter().flatten());
        line = last + 1;
    }
    (!rows.is_empty()).then_some(rows)
}

fn rows_of(page: &Page<'_>, first: usize, last: usize) -> Option<Vec<AskedRow>> {
    let all = cells(page.line(first), None).len();
    let name = |cell: &&str| cell.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let head: Vec<String> = cells(page.line(first), Some(all)).iter().map(name).collect();
    let asked = head.iter().position(|name| ASKED.contains(&name.as_str()))?;
    let answered = (0..head.len()).find(|at| *at != asked && is_answer(&head[*at]));
    let row = |line: usize| {
        let read: Vec<String> =
            cells(page.line(line), Some(all)).iter().map(|cell| plain_text(cell).trim().to_owned()).collect();
        let question = read.get(asked).filter(|cell| !cell.is_empty())?.clone();
        let is_place =
            |at: &usize| *at != asked && Some(*at) != answered && read[*at].contains(char::is_alphanumeric);
        let is_figure = |at: &usize| read[*at].chars().all(|letter| !letter.is_alphabetic() && letter != '-');
        let place = (0..read.len()).filter(is_place).filter(|at| !is_figure(at)).map(|at| read[at].as_str());
        let place = place.collect::<Vec<_>>().join(" · ");
        let answer = answered.and_then(|at| read.get(at)).filter(|cell| !cell.is_empty()).cloned();
        Some(AskedRow { line, place, question, answer })
    };
    Some((first + 2..=last).filter_map(row).collect())
}

/// Whether a column is the learner's own answer or remark: 我的回答, my answer.
fn is_answer(name: &str) -> bool {
    names_answers(name)
        || ["回答", "答案", "备注", "answer", "notes", "remark"].iter().any(|word| name.contains(word))
}

/// Whether a text that stands below a question answers it: what asks itself is one question more.
pub fn answers(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty());
    first.is_some_and(|line| asking(line.trim_start_matches(['-', '*', ' '])) == Asking::No)
}

pub use remarks::is_remark;

/// The lines of a report that are part of no question, with their numbers.
pub fn left_out(text: &str, notes: &Notes) -> Vec<(usize, String)> {
    let page = Page::new(text);
    let rest = notes.spans.iter().filter(|span| span.owner == Owner::Rest);
    let lines = rest.flat_map(|span| span.first..=span.last.min(page.len()));
    let says = |line: &usize| page.line(*line).contains(char::is_alphanumeric);
    lines.filter(says).map(|line| (line, page.line(line).trim().to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::{as_list, as_rows};

    #[test]
    fn a_table_gives_a_question_and_its_interview_a_row() {
        let text = "# 面经\n\n| 公司 | 轮次 | 问题 | 我的回答 |\n|---|---|---|---|\n| 甲厂 | 一面 | 讲讲池化 | 缩小特征图 |\n\
            | 乙厂 | 二面 | 反转链表 |  |\n| 乙厂 | 三面 |  | 忘了 |\n";
        let rows = as_rows(text).unwrap();
        let read: Vec<(usize, &str, &str, Option<&str>)> = rows
            .iter()
            .map(|row| (row.line, row.place.as_str(), row.question.as_str(), row.answer.as_deref()))
            .collect();
        assert_eq!(
            read,
            [(5, "甲厂 · 一面", "讲讲池化", Some("缩小特征图")), (6, "乙厂 · 二面", "反转链表", None)]
        );
        let english =
            "| # | Company | Question | My answer |\n|---|---|---|---|\n| 1 | Acme | pooling | max |\n";
        assert_eq!(as_rows(english).unwrap()[0].place, "Acme");
        for text in ["| a | b |\n|---|---|\n| 1 | 2 |\n", "1. What is pooling?\n", ""] {
            assert_eq!(as_rows(text), None, "{text}");
        }
    }

    #[test]
    fn each_line_of_a_report_is_a_question() {
        let text =
            "# Onsite\n- they asked what pooling is for\n- dropout: how does it work?\n\n- KV cache size\n";
        let list = "# Onsite\n1. they asked what pooling is for\n2. dropout: how does it work?\n\n3. KV cache size\n";
        assert_eq!(as_list(text).as_deref(), Some(list));
        let text = "Acme, round 2\n1) design a recsys\nwhy divide by sqrt(d_k)??\n- KV cache memory?\n";
        let list =
            "## Acme, round 2\n1. design a recsys\n2. why divide by sqrt(d_k)??\n3. KV cache memory?\n";
        assert_eq!(as_list(text).as_deref(), Some(list));
        for text in [
            "A paragraph of a text.\n",
            "Q: why?\nA: so\n",
            "```\ncode\n```\n",
            "",
            "| a | b |\n|---|---|\n| 1 | 2 |\n",
        ] {
            assert_eq!(as_list(text), None, "{text}");
        }
    }
}
