//! What a file of notes was read as.

use super::diagnostic::Diagnostic;
use super::marks::LineMarks;
use super::style::{Considered, Style};
use crate::card::Card;
use std::collections::HashMap;

/// What a file of notes was read as.
#[derive(Debug, Clone, PartialEq)]
pub struct Notes {
    /// The encoding it was in.
    pub encoding: &'static str,
    /// Whether their text was converted from another program's format, whose name stands for the encoding then.
    pub is_converted: bool,
    /// The style that fitted best; `None` when the file holds no questions.
    pub style: Option<&'static str>,
    /// The choice of the style in one line; empty when the file holds no questions.
    pub why: String,
    /// All readings that find questions, the one that was taken first; none where a style was asked for.
    pub readings: Vec<Considered>,
    /// Its only first-level heading, where that stands above all questions.
    pub title: Option<String>,
    /// Its cards, each with one face.
    pub cards: Vec<Card>,
    /// Whose each line is: ordered, without gaps, from the first line to the last.
    pub spans: Vec<Span>,
    /// What stood where an answer is still to be written, by the line its question begins on.
    pub placeholders: HashMap<usize, String>,
    /// What was odd, in the order of the lines.
    pub diagnostics: Vec<Diagnostic>,
}

/// The style notes are read in, where something is known of it.
#[derive(Clone, Copy, Default)]
pub struct Styled<'a> {
    /// No other counts.
    pub forced: Option<&'static Style>,
    /// They were accepted in this one: it wins where it still finds questions.
    pub accepted: Option<&'static Style>,
    /// What the user says of single lines.
    pub marks: Option<&'a LineMarks>,
}

/// Lines and whose they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first line, 1-based.
    pub first: usize,
    /// The last line.
    pub last: usize,
    /// Whose they are.
    pub owner: Owner,
}

/// Whose a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The card at this place in [`Notes::cards`]: question, answer and what stands around them.
    Card(usize),
    /// The title and the topics.
    Topic,
    /// Blank lines, rules, comments, links to the top: they say nothing.
    Furniture,
    /// Nobody's, and told by a diagnostic.
    Rest,
}
