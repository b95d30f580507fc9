//! Typed: the learner writes the answer, and it is laid beside the points of the card.
//!
//! Each point shows the sentence of the answer that comes nearest to it, and the learner ticks. Ticked
//! beforehand is only what the answer says practically in the point's own words (see [`compare`]); a point
//! without a tick is not wrong: the program does not know. So it suggests no grade above hard before the
//! learner has ticked.

mod align;
mod certain;
mod claim;
mod compare;
mod denial;
mod evidence;
mod glued;
pub mod grader;
pub mod marked;
mod phrases;
mod points;
mod tokens;
mod words;

pub use compare::Judged;
pub use points::points_of;

use super::recall::Checklist;
use crate::card::{Card, Face};
use grader::Verdict;
use points::plain;

/// What the learner wrote.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Writing {
    /// The text.
    pub text: String,
    /// What was found in it, once the answer is shown.
    pub judged: Option<Vec<Judged>>,
    /// What the learner's own grader said of it.
    pub verdict: Option<Verdict>,
    /// Whether the ticks are those of the grader, as it was measured.
    pub is_ticked: bool,
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

/// Lays an answer beside the points of a card. Its other faces count where they have as many points.
pub fn compare(card: &Card, face: &Face, answer: &str) -> Vec<Judged> {
    let own = points_of(&face.answer);
    let others = card.faces.iter().filter(|other| other.lang != face.lang);
    let others = others.map(|other| points_of(&other.answer)).filter(|other| other.len() == own.len());
    let mut judged = vec![(0.0_f32, Judged::default()); own.len()];
    let tokens = phrases::read(answer);
    for points in std::iter::once(own.clone()).chain(others) {
        let points: Vec<(String, String)> = points.iter().map(|point| named(point)).collect();
        for (best, found) in judged.iter_mut().zip(compare::beside(&points, answer, &tokens)) {
            let is_better = (found.1.is_covered, found.0) > (best.1.is_covered, best.0);
            if is_better {
                *best = found;
            }
        }
    }
    judged.into_iter().map(|(_, judged)| judged).collect()
}

/// The bold words that a point begins with, and what it says: `**Name**: the claim.`
fn named(point: &str) -> (String, String) {
    let bold = point.strip_prefix("**").and_then(|rest| rest.split_once("**"));
    match bold {
        Some((name, rest)) => (plain(name), plain(rest.trim_start_matches([':', '：', ' ']))),
        None => (String::new(), plain(point)),
    }
}
