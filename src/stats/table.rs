//! A table: figures in rows and columns.
//!
//! It says what it counts, and which of its columns make a chart; who can draw draws it, and the table
//! is there for those who would rather read.

use crate::day::Day;
use crate::markdown;
use crate::messages::Heading;

/// Figures in rows and columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its key in exports; unique.
    pub key: &'static str,
    /// Its title, and what it counts.
    pub heading: Heading,
    /// Keys and titles of its columns.
    pub columns: Vec<(&'static str, &'static str)>,
    /// The rows, each with a cell a column.
    pub rows: Vec<Vec<Cell>>,
    /// What can be drawn of it.
    pub charts: Vec<Chart>,
    /// Whether it belongs to a short account.
    pub is_brief: bool,
    /// For each row how its figure was on days before, or will be on days to come; a table may have none, and a row.
    pub trends: Vec<Vec<f64>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// There is no such figure.
    None,
    /// A text.
    Text(String),
    /// A question, as Markdown.
    Question(String),
    /// A deck: its name, and what it is called on the screen.
    Deck(String, String),
    /// A day.
    Day(Day),
    /// A number of things.
    Count(u64),
    /// A number with so many decimals.
    Number(f64, usize),
    /// A share or a probability, 0 to 1.
    Share(f64),
    /// The end of a range of shares, at a round number.
    Edge(f64),
}

impl Cell {
    /// As people read it where formulas are not typeset.
    pub fn shown(&self) -> String {
        match self {
            Cell::None => "–".to_owned(),
            Cell::Text(text) | Cell::Deck(_, text) => text.clone(),
            Cell::Question(question) => markdown::text(&markdown::inlines(question)),
            Cell::Day(day) => day.to_string(),
            Cell::Count(count) => count.to_string(),
            Cell::Number(number, decimals) => format!("{number:.decimals$}"),
            Cell::Share(share) => format!("{:.1}%", share * 100.0),
            Cell::Edge(share) => format!("{:.0}%", share * 100.0),
        }
    }

    /// As programs read it: all digits; empty where there is no figure.
    pub fn exact(&self) -> String {
        match self {
            Cell::None => String::new(),
            Cell::Deck(name, _) => name.clone(),
            Cell::Number(number, _) | Cell::Share(number) | Cell::Edge(number) => number.to_string(),
            cell => cell.shown(),
        }
    }

    /// Its height in a chart.
    pub fn number(&self) -> Option<f64> {
        match self {
            Cell::Count(count) => Some(*count as f64),
            Cell::Number(number, _) | Cell::Share(number) | Cell::Edge(number) => Some(*number),
            Cell::None | Cell::Text(_) | Cell::Question(_) | Cell::Deck(..) | Cell::Day(_) => None,
        }
    }

    /// Whether it is aligned to the right.
    pub fn is_number(&self) -> bool {
        self.number().is_some()
    }
}

/// What can be drawn of a table; columns by their index. Labels are in column 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chart {
    /// A bar for each row.
    Bars(usize),
    /// A point for each row that has the figure, joined; the scale is that of shares or begins at 0.
    Line(usize),
    /// A square for each day of the last 53 weeks.
    Calendar(usize),
    /// A share with its range for each row: share, least, most.
    Ranges(usize, usize, usize),
    /// Actual against predicted, with the diagonal: predicted, actual, answers.
    Against(usize, usize, usize),
}

pub(super) fn table(key: &'static str, heading: Heading, columns: &[(&'static str, &'static str)]) -> Table {
    let (columns, charts) = (columns.to_vec(), Vec::new());
    Table { key, heading, columns, rows: Vec::new(), charts, is_brief: false, trends: Vec::new() }
}

impl Table {
    pub(super) fn charts(self, charts: &[Chart]) -> Table {
        Table { charts: charts.to_vec(), ..self }
    }

    pub(super) fn trends(self, trends: Vec<Vec<f64>>) -> Table {
        Table { trends, ..self }
    }

    pub(super) fn brief(self) -> Table {
        Table { is_brief: true, ..self }
    }

    pub(super) fn rows(self, rows: impl Iterator<Item = Vec<Cell>>) -> Table {
        Table { rows: rows.collect(), ..self }
    }

    /// What a row is called in a chart: its first cell, or both ends of a range.
    pub fn name(&self, row: usize) -> String {
        let cells = &self.rows[row];
        let from = cells[0].shown();
        match (self.columns[1].0, &cells[1]) {
            ("to", Cell::None) => format!("≥ {from}"),
            ("to", to) => format!("{from}–{}", to.shown()),
            _ => from,
        }
    }

    /// Where each row stands on the way from the first to the last, 0 to 1: days by the calendar, others
    /// one after the other.
    pub fn places(&self) -> Vec<f64> {
        let index = |row: usize| row as f64;
        let day = |row: usize| match self.rows[row][0] {
            Cell::Day(day) => f64::from(day.0),
            _ => index(row),
        };
        let all = 0..self.rows.len();
        let (first, last) = (all.clone().next().map_or(0.0, day), all.clone().last().map_or(0.0, day));
        let way = if last > first { last - first } else { 1.0 };
        all.map(|row| (day(row) - first) / way).collect()
    }

    /// Whether it has anything to say.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

pub(super) fn count(number: u32) -> Cell {
    Cell::Count(number.into())
}

pub(super) fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

pub(super) fn share(share: Option<f64>) -> Cell {
    share.map_or(Cell::None, Cell::Share)
}
