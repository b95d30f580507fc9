//! A style as a row, and what it makes of a page.

use super::question::{Answer, Question};
use crate::import::diagnostic::Diagnostic;
use crate::import::page::{LineKind, Page};
use crate::import::proof::ReadingEvidence;
use crate::import::stem::Label;
use crate::messages::ReadingMessage;
use std::collections::HashMap;

/// One way of writing questions and answers.
pub struct Style {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it looks like, in a few words.
    pub about: &'static str,
    /// A page in this style, which this style has to read better than any other.
    pub sample: &'static str,
    pub(in crate::import) read: fn(&Page<'_>) -> Reading,
    /// What it reads where somebody insists on it, whether anything asks or not.
    pub(in crate::import) insisted: fn(&Page<'_>) -> Reading,
}

impl std::fmt::Debug for Style {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Style({})", self.name)
    }
}

/// What a style makes of a page.
#[derive(Debug, Default)]
pub(in crate::import) struct Reading {
    /// How well the style fits: 0 not at all, 1 in every line it should.
    pub(in crate::import) fit: f32,
    /// Why it may not be taken although it fits best; empty when it may.
    pub(in crate::import) doubt: Option<ReadingMessage>,
    /// What speaks for it.
    pub(in crate::import) evidence: ReadingEvidence,
    /// The page itself says that it is in this style: no other is asked.
    pub(in crate::import) is_declared: bool,
    /// Its numbers stand in another order than they count.
    pub(in crate::import) is_moved: bool,
    /// The questions, in the order of the page.
    pub(in crate::import) questions: Vec<Question>,
    /// Lines that are no headings to Markdown, but head a chapter.
    pub(in crate::import) chapters: Vec<usize>,
    /// What was odd about them.
    pub(in crate::import) diagnostics: Vec<Diagnostic>,
}

impl Reading {
    /// Weighs the questions a style found, without those of a table of contents.
    pub(in crate::import) fn judged(page: &Page<'_>, questions: Vec<Question>) -> Reading {
        Reading::weighed(page, without_repeats(page, questions))
    }

    /// The same; or, where it found nothing, the reading in which every line of text with a mark is a question. What is
    /// labelled as an answer is none.
    pub(in crate::import) fn or_marked(self, page: &Page<'_>, has_mark: impl Fn(usize) -> bool) -> Reading {
        if !self.questions.is_empty() {
            return self;
        }
        let is_text = |line: &usize| matches!(page.kind(*line), LineKind::Text) && !page.is_hidden(*line);
        let lines = (1..=page.len()).filter(is_text).filter(|line| has_mark(*line));
        let stems = lines.map(|line| (line, page.stem(line)));
        let asked = stems.filter(|(_, stem)| stem.label != Some(Label::Answer) && !stem.text.is_empty());
        Reading::judged(page, asked.map(|(line, stem)| Question::new(page, line, stem.question())).collect())
    }

    /// Weighs these questions.
    pub(in crate::import) fn weighed(page: &Page<'_>, questions: Vec<Question>) -> Reading {
        if questions.is_empty() {
            return Reading::default();
        }
        let evidence = ReadingEvidence::of(page, &questions);
        let (fit, doubt) = (evidence.fit(page), evidence.doubt(page, &questions));
        Reading { fit, doubt, evidence, questions, ..Reading::default() }
    }

    /// Whether it fits, and nothing speaks against it.
    pub(in crate::import) fn may_be_taken(&self) -> bool {
        self.doubt.is_none() && self.fit > 0.0
    }

    /// Of two readings by one style, the one that fits better; this one where both fit alike.
    pub(in crate::import) fn or_better(self, other: Reading) -> Reading {
        let rank = |reading: &Reading| (reading.may_be_taken(), reading.fit);
        if rank(&other) > rank(&self) { other } else { self }
    }

    /// Takes a doubtful reading all the same.
    pub(in crate::import) fn trusted(mut self) -> Reading {
        self.doubt = None;
        self.fit = self.fit.max(0.3);
        self
    }
}

/// A table of contents repeats the questions without their answers: of two equal questions of which
/// only the later one has an answer, the earlier one goes.
fn without_repeats(page: &Page<'_>, questions: Vec<Question>) -> Vec<Question> {
    let bare = |index: usize| {
        let question = &questions[index];
        let next = questions.get(index + 1).map_or(page.len() + 1, |next| next.line);
        question.answer == Answer::Below
            && (question.last_line + 1..next)
                .find(|line| !page.is_blank(*line))
                .is_none_or(|line| page.level(line).is_some())
    };
    let bare: Vec<bool> = (0..questions.len()).map(bare).collect();
    if !bare.contains(&true) || !bare.contains(&false) {
        return questions;
    }
    let key = |question: &Question| -> String {
        question.text.chars().filter(|letter| letter.is_alphanumeric()).collect()
    };
    let mut answered: HashMap<String, usize> = HashMap::new();
    for (index, question) in questions.iter().enumerate().filter(|(index, _)| !bare[*index]) {
        answered.insert(key(question), index);
    }
    let repeats = |index: usize| {
        bare[index] && answered.get(&key(&questions[index])).is_some_and(|later| *later > index)
    };
    let repeated: Vec<bool> = (0..questions.len()).map(repeats).collect();
    // A question that was asked twice is no table of contents.
    if repeated.iter().filter(|repeated| **repeated).count() * 2 < bare.iter().filter(|bare| **bare).count() {
        return questions;
    }
    questions.into_iter().zip(repeated).filter(|row| !row.1).map(|(question, _)| question).collect()
}
