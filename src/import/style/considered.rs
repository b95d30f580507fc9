//! The readings that were considered: why one was taken, and what speaks against the others.

use super::{Reading, Style, better};
use crate::import::diagnostic::in_english;
use crate::messages::{Message, ReadingMessage};
use serde::Serialize;

/// A reading of a page, taken or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Considered {
    /// Its style.
    pub style: &'static str,
    /// How many questions it finds.
    pub questions: usize,
    /// Whether it was taken.
    pub taken: bool,
    /// How many of its questions ask, and how many have an answer.
    pub asking: usize,
    /// See there.
    pub answered: usize,
    /// The share of the text that its cards take, in percent.
    pub share: usize,
    /// Why it was taken, or what speaks against it.
    #[serde(serialize_with = "in_english")]
    pub why: Message,
}

impl Considered {
    fn of(style: &'static Style, reading: &Reading, taken: bool, why: impl Into<Message>) -> Considered {
        let (style, questions, why) = (style.name, reading.questions.len(), why.into());
        let (asking, answered, share) = reading.evidence.counts();
        Considered { style, questions, taken, asking, answered, share, why }
    }

    /// A reading whose file says that it is in its style.
    pub(super) fn declared(style: &'static Style, reading: &Reading) -> Considered {
        Considered::of(style, reading, true, ReadingMessage::Declared)
    }
}

/// In percent.
fn percent(fit: f32) -> usize {
    (fit.clamp(0.0, 1.0) * 100.0).round() as usize
}

/// Why a reading wins over the others.
pub(super) fn reason(readings: &[(&'static Style, Reading)], winner: usize, wide: usize) -> ReadingMessage {
    if wide != winner {
        return ReadingMessage::HasMore { style: readings[winner].0.name };
    }
    let fit = percent(readings[winner].1.fit);
    let others = (0..readings.len()).filter(|place| *place != winner && readings[*place].1.doubt.is_none());
    match others.reduce(|one, other| if better(&readings[other].1, &readings[one].1) { other } else { one }) {
        Some(next) => {
            let (style, other) = (readings[next].0.name, percent(readings[next].1.fit));
            ReadingMessage::FitsBest { fit, style, other }
        }
        None => ReadingMessage::FitsAlone { fit },
    }
}

/// All readings, the best ones first, each with what speaks for or against it.
pub(super) fn weighed(
    readings: &[(&'static Style, Reading)],
    taken: Option<(usize, &ReadingMessage)>,
) -> Vec<Considered> {
    let mut order: Vec<usize> = (0..readings.len()).collect();
    let is_taken = |place: usize| taken.is_some_and(|(winner, _)| winner == place);
    order.sort_by(|one, other| {
        let (one_fit, other_fit) = (readings[*one].1.fit, readings[*other].1.fit);
        is_taken(*other).cmp(&is_taken(*one)).then(other_fit.total_cmp(&one_fit))
    });
    let row = |place: usize| {
        let (style, reading) = &readings[place];
        let why = match (taken, &reading.doubt) {
            (Some((winner, reason)), _) if winner == place => reason.clone(),
            (_, Some(doubt)) => doubt.clone(),
            (_, None) => ReadingMessage::Fits { fit: percent(reading.fit) },
        };
        Considered::of(style, reading, is_taken(place), why)
    };
    order.into_iter().map(row).collect()
}
