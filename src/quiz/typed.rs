//! Typed: the learner writes the answer, and it is laid beside the points of the card.
//!
//! Each point shows the sentence of the answer that comes nearest to it, and the learner ticks. Ticked
//! beforehand is only what the answer says practically in the point's own words (see [`compare`]); a point
//! without a tick is not wrong: the program does not know. So it suggests no grade above hard before the
//! learner has ticked.

pub mod compare;
pub mod grader;

use super::mode::{Asking, Evidence, Mode, Task};
use super::recall::Checklist;
use crate::card::{Card, Face};
use crate::markdown;
use compare::{Alignment, Token};
use grader::Verdict;
use std::ops::Range;

/// The row of this mode.
pub static MODE: Mode = Mode { name: "typed", evidence: Evidence::Recalled, task };

fn task(_asking: &Asking<'_>) -> Option<Task> {
    Some(Task::Write(Writing::default()))
}

/// What the learner wrote.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Writing {
    /// The text.
    pub text: String,
    /// What was found in it, once the answer is shown.
    pub judged: Option<Vec<Judged>>,
    /// What the learner's own grader said of it.
    pub verdict: Option<Verdict>,
}

impl Writing {
    /// Compares the text with a card, whose face is shown; gives the ticks.
    pub fn judge(&mut self, card: &Card, face: &Face) -> Checklist {
        let judged = compare(card, face, &self.text);
        let said = judged.iter().map(|point| point.is_covered).collect();
        self.judged = Some(judged);
        Checklist::filled(said)
    }
}

/// What an answer has for one point.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Judged {
    /// Whether it certainly says the point.
    pub is_covered: bool,
    /// The sentence nearest to the point, or two; empty where none comes near.
    pub evidence: String,
    /// Where the words that both share stand in it, in bytes.
    pub shared: Vec<Range<usize>>,
}

/// A sentence with less of a point than this share is not near to it.
const NEAR: f32 = 0.2;

/// Lays an answer beside the points of a card. Its other faces count where they have as many points.
pub fn compare(card: &Card, face: &Face, answer: &str) -> Vec<Judged> {
    let own = points_of(&face.answer);
    let others = card.faces.iter().filter(|other| other.lang != face.lang);
    let others = others.map(|other| points_of(&other.answer)).filter(|other| other.len() == own.len());
    let faces: Vec<Vec<String>> = std::iter::once(own.clone()).chain(others).collect();
    let tokens = compare::tokens(answer);
    let mut judged = vec![(0.0_f32, Judged::default()); own.len()];
    for points in faces {
        let points: Vec<String> = points.iter().map(|point| plain(point)).collect();
        for (best, found) in judged.iter_mut().zip(beside(&points, answer, &tokens)) {
            let is_better = (found.1.is_covered, found.0) > (best.1.is_covered, best.0);
            if is_better {
                *best = found;
            }
        }
    }
    judged.into_iter().map(|(_, judged)| judged).collect()
}

/// What an answer has for the points of one face, each with the share of its words that was found.
fn beside(points: &[String], answer: &str, tokens: &[Token]) -> Vec<(f32, Judged)> {
    let own: Vec<Vec<Token>> = points.iter().map(|point| compare::tokens(point)).collect();
    let aligned: Vec<Alignment> = own.iter().map(|point| compare::align(point, tokens)).collect();
    let card = points.join("\n").to_lowercase();
    let judge = |at: usize| {
        let found = &aligned[at];
        let others = || aligned.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
        let taken = |token: usize| {
            others().any(|other| other.is_enough() && other.pairs.iter().any(|pair| pair.1 == token))
        };
        let place = compare::sentences(answer, tokens, found);
        let text = &answer[place.clone()];
        let is_covered = compare::is_certain(&own[at], tokens, found, &taken)
            && !compare::is_denied(&text.to_lowercase(), &card);
        if found.share < NEAR {
            return (found.share, Judged::default());
        }
        let start = place.start + (text.len() - text.trim_start().len());
        let shared = found.pairs.iter().map(|pair| &tokens[pair.1].at);
        let shared = shared.map(|at| at.start - start..at.end - start).collect();
        (found.share, Judged { is_covered, evidence: text.trim().to_owned(), shared })
    };
    (0..own.len()).map(judge).collect()
}

/// The points of an answer; one that has none is one point.
pub fn points_of(answer: &str) -> Vec<String> {
    let points = markdown::points(answer);
    match points.is_empty() {
        true => vec![answer.to_owned()],
        false => points.into_iter().map(|point| point.text).collect(),
    }
}

/// The visible text of Markdown, a line for each block.
fn plain(source: &str) -> String {
    markdown::text(&markdown::inlines(source))
}
