//! A style: one way in which people write down questions and answers.
//!
//! Each style is one file in `styles/` and one row in [`STYLES`]. Every style reads the page and one judge weighs
//! all readings by the same measure: how many of its questions ask, and how many of the lines that ask it takes.
//! The best reading becomes the deck; chapters it leaves out may be read in another style.

mod considered;
mod wider;

pub use considered::Considered;

use super::diagnostic::Diagnostic;
use super::page::{Kind, Page};
use super::parallel;
use super::proof::Evidence;
use super::refine::refined;
use super::styles::{
    anki, blocks, bold, bullets, csv, definitions, details, hashcards, headings, labelled, mochi, native,
    numbered, obsidian, paragraphs, quotes, remnote, table,
};
use crate::messages::ReadingMessage;
use considered::{ReadingFigures, reason, weighed};
use std::collections::HashMap;
use wider::{ReadingShape, outer, wider};

/// One way of writing questions and answers.
pub struct Style {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it looks like, in a few words.
    pub about: &'static str,
    /// A page in this style, which this style has to read better than any other.
    pub sample: &'static str,
    pub(super) read: fn(&Page<'_>) -> Reading,
}

impl std::fmt::Debug for Style {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Style({})", self.name)
    }
}

/// All styles. Where two fit equally well the upper one wins.
pub const STYLES: &[Style] = &[
    native::STYLE,
    anki::STYLE,
    mochi::STYLE,
    hashcards::STYLE,
    obsidian::STYLE,
    remnote::STYLE,
    labelled::STYLE,
    details::STYLE,
    numbered::STYLE,
    headings::STYLE,
    bold::STYLE,
    bullets::STYLE,
    quotes::STYLE,
    paragraphs::STYLE,
    blocks::STYLE,
    table::STYLE,
    definitions::STYLE,
    csv::STYLE,
];

/// The style of that name.
pub fn named(name: &str) -> Option<&'static Style> {
    STYLES.iter().find(|style| style.name == name)
}

/// What a style makes of a page.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// How well the style fits: 0 not at all, 1 in every line it should.
    pub(super) fit: f32,
    /// Why it may not be taken although it fits best; empty when it may.
    pub(super) doubt: Option<ReadingMessage>,
    /// What speaks for it.
    pub(super) evidence: Evidence,
    /// The page itself says that it is in this style: no other is asked.
    pub(super) is_declared: bool,
    /// The questions, in the order of the page.
    pub(super) questions: Vec<Question>,
    /// Lines that are no headings to Markdown, but head a chapter.
    pub(super) chapters: Vec<usize>,
    /// What was odd about them.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A question on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Question {
    /// Its first line, 1-based.
    pub(super) line: usize,
    /// Its last line.
    pub(super) last_line: usize,
    /// Its text, without number and marks.
    pub(super) text: String,
    /// The level of its heading, where it is one.
    pub(super) level: Option<u8>,
    /// Marks that only questions have: a label, a separator, a place in a table.
    pub(super) sure: bool,
    /// Where its answer is.
    pub(super) answer: Answer,
    /// The last line its card may take.
    pub(super) limit: usize,
    /// The line of the question that it is a follow-up of.
    pub(super) parent: Option<usize>,
    /// Where its sources stand, when that is outside of its answer.
    pub(super) sources: Option<(usize, usize)>,
    /// The stem it is a part of.
    pub(super) stem: Option<String>,
    /// Where the stem begins that stands above it.
    pub(super) context: Option<usize>,
    /// What is written beside it of the card itself.
    pub(super) own: Option<Box<Own>>,
}

/// What a table says of a card beside its question and its answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Own {
    /// Its id.
    pub(super) id: Option<String>,
    /// Its topic, outermost level first.
    pub(super) topic: Vec<String>,
    /// The title of the deck; said by the first card.
    pub(super) title: Option<String>,
}

/// Where the answer to a question is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
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
    pub(super) fn new(page: &Page<'_>, line: usize, text: impl Into<String>) -> Question {
        Question {
            line,
            last_line: line,
            text: text.into(),
            level: page.level(line),
            sure: false,
            answer: Answer::Below,
            limit: usize::MAX,
            parent: None,
            sources: None,
            stem: None,
            context: None,
            own: None,
        }
    }

    pub(super) fn weight(&self, page: &Page<'_>) -> f32 {
        if self.sure { 1.0 } else { page.asks(self.line).weight() }
    }
}

/// The last line that may belong to a card: the one before the next question, or before a heading that
/// does not stand below the question.
pub(super) fn end_of_card(page: &Page<'_>, question: &Question, next: usize) -> usize {
    match question.answer {
        Answer::Lines(_, last) | Answer::Cut(_, last, _) => return last.max(question.last_line),
        Answer::Beside(_) => return question.last_line,
        Answer::Told { .. } => return question.limit.min(next - 1),
        Answer::Below | Answer::Behind(_) | Answer::Keyed { .. } => {}
    }
    let ends = |line: &usize| match (page.kind(*line), question.level) {
        (Kind::Heading(level), Some(own)) if level <= own => !inside(page, *line),
        (Kind::Heading(_), None) => !inside(page, *line),
        (Kind::Matter, _) => true,
        _ => false,
    };
    let next = next.min(question.limit.saturating_add(1));
    (question.last_line + 1..next).find(ends).unwrap_or(next) - 1
}

/// A heading that belongs to an answer whatever its level.
fn inside(page: &Page<'_>, line: usize) -> bool {
    page.is_hidden(line) || page.labels_answer(line)
}

impl Reading {
    /// Weighs the questions a style found, without those of a table of contents.
    pub(super) fn judged(page: &Page<'_>, questions: Vec<Question>) -> Reading {
        Reading::weighed(page, without_repeats(page, questions))
    }

    /// Weighs these questions.
    pub(super) fn weighed(page: &Page<'_>, questions: Vec<Question>) -> Reading {
        if questions.is_empty() {
            return Reading::default();
        }
        let evidence = Evidence::of(page, &questions);
        let (fit, doubt) = (evidence.fit(page), evidence.doubt(page, &questions));
        Reading { fit, doubt, evidence, questions, ..Reading::default() }
    }

    /// Takes a doubtful reading all the same.
    pub(super) fn trusted(mut self) -> Reading {
        self.doubt = None;
        self.fit = self.fit.max(0.3);
        self
    }
}

/// How many questions have something below them, and how many lines all cards take.
pub(super) fn extent(page: &Page<'_>, questions: &[Question]) -> (usize, usize) {
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

/// What the styles make of a page together.
pub(super) struct Choice {
    /// The style that fits best, or that was asked for.
    pub(super) style: &'static Style,
    /// The choice in one line.
    pub(super) why: String,
    /// The questions of that style, and of others in the chapters it leaves out.
    pub(super) reading: Reading,
}

/// The reading in a style the user asked for; `None` when it finds no question.
pub(super) fn forced(page: &Page<'_>, style: &'static Style) -> Option<Choice> {
    let mut reading = if style.name == csv::STYLE.name { csv::insisted(page) } else { (style.read)(page) };
    let why = format!("{}, as asked for", style.about);
    if reading.questions.is_empty() {
        return None;
    }
    refined(page, &mut reading);
    Some(Choice { style, why, reading })
}

/// The reading that fits best. `Err` gives the best of those that may not be taken, if there is any.
///
/// A deck keeps the reading in which it was accepted: `accepted` wins where it finds questions.
pub(super) fn best(
    page: &Page<'_>,
    accepted: Option<&'static Style>,
    considered: &mut Vec<Considered>,
) -> Result<Choice, Option<Box<(&'static Style, Reading)>>> {
    let mut readings: Vec<(&'static Style, Reading)> = Vec::new();
    let read = parallel::tasks(page.len(), STYLES.len(), |place| (STYLES[place].read)(page));
    for (style, reading) in STYLES.iter().zip(read) {
        if reading.is_declared && !reading.questions.is_empty() {
            *considered = vec![figures(style, &reading).considered(true, ReadingMessage::Declared)];
            return Ok(Choice { style, why: style.about.to_owned(), reading });
        }
        if !reading.questions.is_empty() && reading.fit > 0.0 {
            readings.push((style, reading));
        }
    }
    let all: Vec<ReadingFigures> = readings.iter().map(|(style, reading)| figures(style, reading)).collect();
    let fittest = |doubtful: bool| {
        let places = (0..readings.len()).filter(|place| readings[*place].1.doubt.is_some() == doubtful);
        places.reduce(|one, other| if better(&readings[other].1, &readings[one].1) { other } else { one })
    };
    let is_accepted =
        |(style, _): &(&'static Style, Reading)| accepted.is_some_and(|own| own.name == style.name);
    let (winner, reason) = match readings.iter().position(is_accepted) {
        Some(accepted) => (accepted, ReadingMessage::AcceptedSo),
        None => {
            let Some(winner) = fittest(false) else {
                *considered = weighed(&all, None);
                return Err(fittest(true).map(|place| Box::new(readings.swap_remove(place))));
            };
            let shapes: Vec<ReadingShape> = readings.iter().map(|(_, reading)| shape(reading)).collect();
            let wide = outer(&shapes, wider(&shapes, winner));
            (wide, reason(&all, winner, wide))
        }
    };
    *considered = weighed(&all, Some((winner, &reason)));
    let (style, mut reading) = readings.swap_remove(winner);
    let mut why = format!("{}: {}", style.about, reading.evidence.told());
    readings.sort_by(|one, other| other.1.fit.total_cmp(&one.1.fit));
    for (other_style, other) in readings {
        let added = fill(page, &mut reading.questions, other.questions);
        if added > 0 {
            why.push_str(&format!("; {added} more as {}", other_style.name));
        }
    }
    refined(page, &mut reading);
    Ok(Choice { style, why, reading })
}

fn figures(
    style: &'static Style,
    Reading { fit, doubt, evidence, questions, .. }: &Reading,
) -> ReadingFigures {
    let (style, questions, counts) = (style.name, questions.len(), evidence.counts());
    ReadingFigures { style, questions, fit: *fit, doubt: doubt.clone(), counts }
}

/// Whether a reading fits better. One question is no list, however well it is marked.
fn better(one: &Reading, other: &Reading) -> bool {
    let rank = |reading: &Reading| (reading.questions.len() > 1, reading.fit);
    rank(one) > rank(other)
}

/// What counts of a reading beside the others.
fn shape(Reading { questions, evidence, .. }: &Reading) -> ReadingShape {
    ReadingShape {
        questions: questions.iter().map(|one| (one.line, one.level, one.sure)).collect(),
        asking: evidence.asking,
        share: evidence.counts().2,
        is_a_list: evidence.is_a_list(),
        is_an_outline: evidence.is_an_outline(),
    }
}

/// Takes questions of another reading in stretches that hold no card: a chapter in another style.
fn fill(page: &Page<'_>, questions: &mut Vec<Question>, others: Vec<Question>) -> usize {
    let mut gaps: Vec<(usize, usize)> = Vec::new();
    let mut free = 1;
    for (index, question) in questions.iter().enumerate() {
        let next = questions.get(index + 1).map_or(page.len() + 1, |next| next.line);
        if question.line > free {
            gaps.push((free, question.line - 1));
        }
        free = end_of_card(page, question, next) + 1;
    }
    if free <= page.len() {
        gaps.push((free, page.len()));
    }
    let mut added = 0;
    let mut others = others.into_iter().peekable();
    for (first, last) in gaps {
        while others.next_if(|other| other.line < first).is_some() {}
        let mut group: Vec<Question> = Vec::new();
        while let Some(other) = others.next_if(|other| other.line <= last) {
            group.push(other);
        }
        let fits = |question: &Question| end_of_card(page, question, question.last_line + 1) <= last;
        let weight: f32 = group.iter().map(|question| question.weight(page)).sum();
        let (answered, _) = extent(page, &group);
        let count = group.len() as f32;
        // A list in which nearly all ask needs no answers.
        let is_list = weight / count >= 0.8 && group.len() > 3 && page.promises;
        if group.len() > 1
            && weight / count >= 0.5
            && (is_list || answered as f32 / count >= 0.5)
            && group.iter().all(fits)
        {
            added += group.len();
            questions.append(&mut group);
        }
    }
    if added > 0 {
        questions.sort_by_key(|question| question.line);
    }
    added
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        for (index, style) in STYLES.iter().enumerate() {
            assert!(STYLES[..index].iter().all(|other| other.name != style.name), "{}", style.name);
            assert_eq!(named(style.name).map(|found| found.about), Some(style.about));
        }
    }

    #[test]
    fn every_style_wins_its_own_sample() {
        for style in STYLES {
            let page = Page::new(style.sample);
            let Ok(choice) = best(&page, None, &mut Vec::new()) else {
                panic!("{} finds nothing in its own sample", style.name)
            };
            assert_eq!(choice.style.name, style.name);
            assert!(choice.reading.questions.len() >= 2, "{}", style.name);
        }
    }
}
