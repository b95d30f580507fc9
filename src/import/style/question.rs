//! A question on a page, where its answer is, and how far its card reaches.

use crate::import::page::{LineKind, Page};

/// A question on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Question {
    /// Its first line, 1-based.
    pub(in crate::import) line: usize,
    /// Its last line.
    pub(in crate::import) last_line: usize,
    /// Its text, without number and marks.
    pub(in crate::import) text: String,
    /// The level of its heading, where it is one.
    pub(in crate::import) level: Option<u8>,
    /// Marks that only questions have: a label, a separator, a place in a table.
    pub(in crate::import) sure: bool,
    /// A label stands before its answer, whatever the word.
    pub(in crate::import) told: bool,
    /// Where its answer is.
    pub(in crate::import) answer: Answer,
    /// The last line its card may take.
    pub(in crate::import) limit: usize,
    /// The line of the question that it is a follow-up of.
    pub(in crate::import) parent: Option<usize>,
    /// Where its sources stand, when that is outside of its answer.
    pub(in crate::import) sources: Option<(usize, usize)>,
    /// The stem it is a part of.
    pub(in crate::import) stem: Option<String>,
    /// Where the stem begins that stands above it.
    pub(in crate::import) context: Option<usize>,
    /// What is written beside it of the card itself.
    pub(in crate::import) own: Option<Box<Own>>,
}

/// What a table says of a card beside its question and its answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct Own {
    /// Its id.
    pub(in crate::import) id: Option<String>,
    /// Its topic, outermost level first.
    pub(in crate::import) topic: Vec<String>,
    /// The title of the deck; said by the first card.
    pub(in crate::import) title: Option<String>,
}

/// Where the answer to a question is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum Answer {
    /// Below it, up to the next question or to the next heading that does not stand below the question.
    Below,
    /// On the line of the question, behind it, and going on below.
    Behind(String),
    /// On these lines.
    Lines(usize, usize),
    /// The same word for word, from this byte of the first line on.
    Cut(usize, usize, usize),
    /// This text, on the lines of the question.
    Beside(String),
    /// This text, which stands on other lines further down: in a key.
    Keyed {
        /// What it says.
        text: String,
        /// Its first line.
        first: usize,
        /// Its last line.
        last: usize,
    },
    /// These lines word for word, or none; the card's id is written on another.
    Told {
        /// The line of the id.
        id: usize,
        /// First and last line of the answer.
        lines: Option<(usize, usize)>,
    },
}

impl Question {
    /// A question of one line whose answer is below it.
    pub(in crate::import) fn new(page: &Page<'_>, line: usize, text: impl Into<String>) -> Question {
        Question {
            line,
            last_line: line,
            text: text.into(),
            level: page.level(line),
            sure: false,
            told: false,
            answer: Answer::Below,
            limit: usize::MAX,
            parent: None,
            sources: None,
            stem: None,
            context: None,
            own: None,
        }
    }

    pub(in crate::import) fn weight(&self, page: &Page<'_>) -> f32 {
        if self.sure { 1.0 } else { page.asks(self.line).weight() }
    }
}

/// The last line that may belong to a card: the one before the next question, or before a heading that
/// does not stand below the question.
pub(in crate::import) fn end_of_card(page: &Page<'_>, question: &Question, next: usize) -> usize {
    match question.answer {
        Answer::Lines(_, last) | Answer::Cut(_, last, _) => return last.max(question.last_line),
        Answer::Beside(_) => return question.last_line,
        Answer::Told { .. } => return question.limit.min(next - 1),
        Answer::Below | Answer::Behind(_) | Answer::Keyed { .. } => {}
    }
    // One in a quote is a part of the quote.
    let is_inside =
        |line: &usize| inside(page, *line) || page.is_quoted(*line) && !page.is_quoted(question.line);
    let ends = |line: &usize| match (page.kind(*line), question.level) {
        (LineKind::Heading(level), Some(own)) if level <= own => !is_inside(line),
        (LineKind::Heading(_), None) => !is_inside(line),
        (LineKind::Matter, _) => true,
        _ => false,
    };
    let next = next.min(question.limit.saturating_add(1));
    (question.last_line + 1..next).find(ends).unwrap_or(next) - 1
}

/// A heading that belongs to an answer whatever its level.
fn inside(page: &Page<'_>, line: usize) -> bool {
    page.is_hidden(line) || page.labels_answer(line)
}

/// How many questions have something below them, and how many lines all cards take.
pub(in crate::import) fn extent(page: &Page<'_>, questions: &[Question]) -> (usize, usize) {
    let (mut answered, mut covered) = (0, 0);
    for (index, question) in questions.iter().enumerate() {
        let next = questions.get(index + 1).map_or(page.len() + 1, |next| next.line);
        let end = end_of_card(page, question, next);
        let has_text = (question.last_line + 1..=end).any(|line| !page.is_furniture(line));
        answered += usize::from(has_text || !matches!(question.answer, Answer::Below));
        covered += (question.line..=end).filter(|line| !page.is_blank(*line)).count();
    }
    (answered, covered)
}
