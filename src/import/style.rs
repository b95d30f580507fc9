//! A style: one way in which people write down questions and answers.
//!
//! Each style is one file in `styles/` and one row in [`STYLES`]. Every style reads the page and one
//! judge weighs all readings by the same measure: how many of its questions ask, and how many of the
//! lines that ask it takes. The best reading becomes the deck; chapters it leaves out may be read in
//! another style.

use super::ask::Asking;
use super::diagnostic::Diagnostic;
use super::page::{Kind, Page, mark};
use super::parallel;
use super::styles::{
    anki, bold, bullets, csv, definitions, details, hashcards, headings, labelled, native, numbered,
    obsidian, table,
};
use std::collections::HashMap;

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

/// All styles. Where two fit equally well the upper one wins.
pub const STYLES: &[Style] = &[
    native::STYLE,
    anki::STYLE,
    hashcards::STYLE,
    obsidian::STYLE,
    labelled::STYLE,
    details::STYLE,
    numbered::STYLE,
    headings::STYLE,
    bold::STYLE,
    bullets::STYLE,
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
    pub(super) doubt: Option<&'static str>,
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
    /// This text, on the lines of the question.
    Beside(String),
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
        }
    }

    fn weight(&self, page: &Page<'_>) -> f32 {
        if self.sure { 1.0 } else { page.asks(self.line).weight() }
    }
}

/// The last line that may belong to a card: the one before the next question, or before a heading that
/// does not stand below the question.
pub(super) fn end_of_card(page: &Page<'_>, question: &Question, next: usize) -> usize {
    match question.answer {
        Answer::Lines(_, last) => return last.max(question.last_line),
        Answer::Beside(_) => return question.last_line,
        Answer::Told { .. } => return question.limit.min(next - 1),
        Answer::Below | Answer::Behind(_) => {}
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

/// A file needs this share of asking lines among its questions, or half of it where its title
/// promises questions.
const ASKING: f32 = 0.45;

/// Among fewer questions than this, without numbers and in a file that does not promise any, a larger
/// share has to ask: by chance one of a few headings often does.
const FEW: f32 = 12.0;
const MOST: f32 = 0.62;

impl Reading {
    /// Weighs the questions a style found, without those of a table of contents.
    pub(super) fn judged(page: &Page<'_>, questions: Vec<Question>) -> Reading {
        Reading::weighed(page, without_repeats(page, questions))
    }

    /// Weighs these questions.
    pub(super) fn weighed(page: &Page<'_>, questions: Vec<Question>) -> Reading {
        let count = questions.len() as f32;
        if questions.is_empty() {
            return Reading::default();
        }
        let weight: f32 = questions.iter().map(|question| question.weight(page)).sum();
        let extra: f32 =
            questions.iter().map(|question| question.weight(page) - page.asks(question.line).weight()).sum();
        let (precision, recall) = (weight / count, (weight / (page.asked + extra).max(weight).max(0.01)));
        let harmonic = 2.0 * precision * recall / (precision + recall).max(0.01);
        let (answered, covered) = extent(page, &questions);
        let answered = answered as f32 / count;
        let links = questions.iter().filter(|question| page.is_link(question.line)).count() as f32 / count;
        let is_numbered = |question: &&Question| page.has(question.line, mark::NUMBER);
        let numbered = questions.iter().filter(is_numbered).count() as f32 / count;
        let coverage = covered as f32 / page.told.max(1) as f32;
        let sure = questions.iter().filter(|question| question.sure).count() as f32 / count;
        let asking = questions.iter().filter(|question| question.weight(page) > 0.0).count() as f32;
        let doubt = if page.form {
            Some("the file is a form to fill in")
        } else if page.chapters_of_a_project > 2 && count < 10.0 && !page.promises {
            Some("the file describes a project")
        } else if links > 0.5 && answered < 0.5 {
            Some("they are links to other places")
        } else if questions.len() == 1 && sure < 0.5 && !is_one_note(page, &questions[0], coverage) {
            Some("one heading or line that asks is not enough")
        } else if sure > 0.5 {
            (coverage < 0.15 && !page.promises).then_some("they are a small part of the file")
        } else if precision < ASKING && is_numbered_deck(page, &questions, answered, coverage) {
            None
        } else if precision < if page.promises { ASKING / 2.0 } else { ASKING }
            || (!page.promises && numbered < 0.5 && count < FEW && asking < MOST * count)
        {
            Some("most of them do not ask anything")
        } else {
            (coverage < if page.promises { 0.1 } else { 0.35 }).then_some("they are a small part of the file")
        };
        // Where nothing asks, the reading that takes most of the file is the outermost.
        let fit = harmonic.max(0.02 * coverage) * (0.8 + 0.2 * answered);
        Reading { fit, doubt, questions, ..Reading::default() }
    }

    /// Takes a doubtful reading all the same.
    pub(super) fn trusted(mut self) -> Reading {
        self.doubt = None;
        self.fit = self.fit.max(0.3);
        self
    }
}

/// A note that is one question with its answer and nothing else. "How to build" above a manual is none.
fn is_one_note(page: &Page<'_>, question: &Question, coverage: f32) -> bool {
    let signs = ['?', '？', '吗', '呢'];
    let marked = question.text.contains(signs) || !question.text.is_ascii();
    let headings = (1..=page.len()).filter(|line| *line != question.line && page.level(*line).is_some());
    marked && page.asks(question.line) == Asking::Yes && coverage > 0.7 && headings.count() == 0
}

/// Numbered entries may be questions though they are tasks or terms: in a file that promises questions,
/// and where they are many and count anew in each chapter, as the steps of a manual never do.
fn is_numbered_deck(page: &Page<'_>, questions: &[Question], answered: f32, coverage: f32) -> bool {
    let numbered = questions.iter().all(|question| {
        let stem = page.stem(question.line);
        page.has(question.line, mark::NUMBER)
            && (stem.heading || question.level.is_some() || stem.indent == 0)
    });
    if !numbered || answered < 0.8 || coverage < 0.5 {
        return false;
    }
    let first = |question: &&Question| page.heading_stem(question.line).number_of_heading() == Some(1);
    let chapters = questions.iter().filter(first).count();
    let asks = questions.iter().any(|question| page.asks(question.line) > Asking::No);
    (page.promises_questions && questions.len() > 4) || (asks && questions.len() >= 12 && chapters > 2)
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
    let repeats = |(index, question): &(usize, Question)| {
        bare[*index] && answered.get(&key(question)).is_some_and(|later| later > index)
    };
    questions.into_iter().enumerate().filter(|row| !repeats(row)).map(|(_, question)| question).collect()
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
    let reading = (style.read)(page);
    let why = format!("{}, as asked for", style.about);
    (!reading.questions.is_empty()).then_some(Choice { style, why, reading })
}

/// The reading that fits best. `Err` gives the best of those that may not be taken, if there is any.
///
/// A deck keeps the reading in which it was accepted: `accepted` wins where it finds questions.
pub(super) fn best(
    page: &Page<'_>,
    accepted: Option<&'static Style>,
) -> Result<Choice, Option<(&'static Style, Reading)>> {
    let mut readings: Vec<(&'static Style, Reading)> = Vec::new();
    let all = parallel::tasks(page.len(), STYLES.len(), |place| (STYLES[place].read)(page));
    for (style, reading) in STYLES.iter().zip(all) {
        if reading.is_declared && !reading.questions.is_empty() {
            return Ok(Choice { style, why: style.about.to_owned(), reading });
        }
        if !reading.questions.is_empty() && reading.fit > 0.0 {
            readings.push((style, reading));
        }
    }
    let fittest = |doubtful: bool| {
        let places = (0..readings.len()).filter(|place| readings[*place].1.doubt.is_some() == doubtful);
        places.reduce(|one, other| if readings[other].1.fit > readings[one].1.fit { other } else { one })
    };
    let is_accepted =
        |(style, _): &(&'static Style, Reading)| accepted.is_some_and(|own| own.name == style.name);
    let Some(winner) = readings.iter().position(is_accepted).or_else(|| fittest(false)) else {
        return Err(fittest(true).map(|place| readings.swap_remove(place)));
    };
    let (style, mut reading) = readings.swap_remove(winner);
    let asking = reading.questions.iter().filter(|question| question.weight(page) > 0.0).count();
    let mut why = format!("{}: {asking} of {} ask", style.about, reading.questions.len());
    readings.sort_by(|one, other| other.1.fit.total_cmp(&one.1.fit));
    for (other_style, other) in readings {
        let added = fill(page, &mut reading.questions, other.questions);
        if added > 0 {
            why.push_str(&format!("; {added} more as {}", other_style.name));
        }
    }
    Ok(Choice { style, why, reading })
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
        if group.len() > 1
            && weight / count >= 0.5
            && answered as f32 / count >= 0.5
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
            let Ok(choice) = best(&page, None) else {
                panic!("{} finds nothing in its own sample", style.name)
            };
            assert_eq!(choice.style.name, style.name);
            assert!(choice.reading.questions.len() >= 2, "{}", style.name);
        }
    }
}
