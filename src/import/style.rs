//! A style: one way in which people write down questions and answers.
//!
//! Each style is one file in `styles/` and one row in [`STYLES`]. Every style reads the page; the
//! reading that fits best becomes the deck.

use super::diagnostic::Diagnostic;
use super::page::Page;
use super::styles::{headings, numbered};

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
pub const STYLES: &[Style] = &[numbered::STYLE, headings::STYLE];

/// The style of that name.
pub fn named(name: &str) -> Option<&'static Style> {
    STYLES.iter().find(|style| style.name == name)
}

/// What a style makes of a page.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// How well the style fits: 0 not at all, 1 in every line it should.
    pub(super) fit: f32,
    /// The questions, in the order of the page.
    pub(super) questions: Vec<Question>,
    /// What was odd about them.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A question on the page. Its answer runs to the next question or to the next heading above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Question {
    /// Its line, 1-based.
    pub(super) line: usize,
    /// Its text, without number and marks.
    pub(super) text: String,
    /// The level of its heading, where it is one.
    pub(super) level: Option<u8>,
}

/// The reading that fits best, with its style; `None` when no style finds a question.
pub(super) fn best(page: &Page<'_>) -> Option<(&'static Style, Reading)> {
    let mut best: Option<(&'static Style, Reading)> = None;
    for style in STYLES {
        let reading = (style.read)(page);
        let better = best.as_ref().is_none_or(|(_, other)| reading.fit > other.fit);
        if !reading.questions.is_empty() && reading.fit > 0.0 && better {
            best = Some((style, reading));
        }
    }
    best
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
            let (winner, reading) = best(&page).expect("a sample has questions");
            assert_eq!(winner.name, style.name);
            assert!(reading.questions.len() >= 2, "{}", style.name);
        }
    }
}
