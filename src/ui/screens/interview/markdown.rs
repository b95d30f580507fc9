//! The report on a mock interview as a Markdown file.

use super::share::percent;
use super::{clock, topic_in};
use crate::card::Confidence;
use crate::desk::Desk;
use crate::messages::Messages;
use crate::quiz::interview::report::{ReportRow, RoundReport};
use std::fmt::{self, Write};

/// The file.
pub(super) fn text(report: &RoundReport, desk: &Desk, words: &Messages) -> String {
    let mut text = String::new();
    write(&mut text, report, desk, words).expect("writing to a string never fails");
    text
}

fn write(out: &mut String, report: &RoundReport, desk: &Desk, words: &Messages) -> fmt::Result {
    let mock = words.interview;
    let sure = |row: &ReportRow| (words.names.confidence)(row.confidence);
    let name = |row: &ReportRow| (words.names.grade)(row.grade);
    let (questions, score, time) = (mock.column_questions, mock.column_score, mock.column_time);
    let confidence = mock.column_confidence;
    writeln!(out, "# {} · {}\n", mock.title, report.day)?;
    let summary = (mock.summary)(report.rows.len(), &clock(report.ms() as i64));
    writeln!(out, "**{} {}** · {summary}", mock.score, percent(report.score()))?;

    writeln!(out, "\n## {}\n", mock.by_topic)?;
    writeln!(out, "| {} | {questions} | {score} | {time} |\n|---|--:|--:|--:|", mock.column_topic)?;
    for of_topic in &report.topics {
        let share = percent(of_topic.worth / of_topic.questions as f32);
        let mean = clock((of_topic.ms / u64::from(of_topic.questions)) as i64);
        let name = cell(&topic_in(report, of_topic.place, desk));
        writeln!(out, "| {name} | {} | {share} | {mean} |", of_topic.questions)?;
    }

    writeln!(out, "\n## {}\n", mock.sure_but_wrong)?;
    let wrong = report.rows.iter().filter(|row| row.is_sure_but_wrong());
    list(out, wrong.map(|row| format!("{} ({})", asked(row, desk), sure(row))), mock.none)?;
    let pace = report.rows.first().map_or(String::new(), |row| clock(row.pace));
    writeln!(out, "\n## {}\n", (mock.slow)(&pace))?;
    let slow = report.rows.iter().filter(|row| row.is_slow());
    list(out, slow.map(|row| format!("{} ({})", asked(row, desk), clock(row.ms))), mock.none)?;
    writeln!(out, "\n## {}\n", mock.study_now)?;
    let study = report.study.iter().map(|row| &report.rows[*row]);
    list(out, study.map(|row| format!("{} ({})", asked(row, desk), name(row))), mock.none)?;

    writeln!(out, "\n## {}\n", mock.by_confidence)?;
    writeln!(out, "| {confidence} | {questions} | {score} |\n|---|--:|--:|")?;
    for (name, (count, worth)) in Confidence::ALL.map(words.names.confidence).iter().zip(report.confidence) {
        if count > 0 {
            writeln!(out, "| {name} | {count} | {} |", percent(worth / count as f32))?;
        }
    }

    writeln!(out, "\n## {}\n", mock.answers)?;
    writeln!(
        out,
        "| | {} | {} | {confidence} | {} | {time} |\n|--:|---|---|---|--:|--:|",
        mock.column_question, mock.column_grade, mock.column_points
    )?;
    for (number, row) in (1..).zip(&report.rows) {
        let points = row.points.map_or(String::new(), |(said, of)| format!("{said}/{of}"));
        let question = cell(&asked(row, desk));
        writeln!(
            out,
            "| {number} | {question} | {} | {} | {points} | {} |",
            name(row),
            sure(row),
            clock(row.ms)
        )?;
    }
    Ok(())
}

fn list(out: &mut String, items: impl Iterator<Item = String>, none: &str) -> fmt::Result {
    let mut items = items.peekable();
    if items.peek().is_none() {
        writeln!(out, "{none}")?;
    }
    items.try_for_each(|item| writeln!(out, "- {item}"))
}

/// The question as its author wrote it, on one line.
fn asked(row: &ReportRow, desk: &Desk) -> String {
    desk.face(row.place).question.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text for a table: a bar would end its cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
