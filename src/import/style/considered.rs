//! The readings that were considered: why one was taken, and what speaks against the others.

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
    /// How many of its questions ask.
    pub asking: usize,
    /// How many of them have an answer.
    pub answered: usize,
    /// The share of the text that its cards take, in percent.
    pub share: usize,
    /// Why it was taken, or what speaks against it.
    #[serde(serialize_with = "in_english")]
    pub why: Message,
}

/// What is weighed of a reading.
pub(super) struct ReadingFigures {
    pub(super) style: &'static str,
    pub(super) questions: usize,
    pub(super) fit: f32,
    pub(super) doubt: Option<ReadingMessage>,
    /// How many ask, how many are answered, and the share of the text in percent.
    pub(super) counts: (usize, usize, usize),
}

impl ReadingFigures {
    fn percent(&self) -> usize {
        (self.fit.clamp(0.0, 1.0) * 100.0).round() as usize
    }

    /// The reading with what is said of it.
    pub(super) fn considered(&self, taken: bool, why: impl Into<Message>) -> Considered {
        let (asking, answered, share) = self.counts;
        let (style, questions) = (self.style, self.questions);
        Considered { style, questions, taken, asking, answered, share, why: why.into() }
    }
}

/// Why a reading wins over the others: it is the best, or holds all that the best one does.
pub(super) fn reason(readings: &[ReadingFigures], best: usize, winner: usize) -> ReadingMessage {
    if winner != best {
        return ReadingMessage::HasMore { style: readings[best].style };
    }
    let fit = readings[winner].percent();
    let others = (0..readings.len()).filter(|place| *place != winner && readings[*place].doubt.is_none());
    let rank = |place: &usize| (readings[*place].questions > 1, readings[*place].percent());
    match others.max_by_key(rank) {
        Some(next) => {
            let (style, other) = (readings[next].style, readings[next].percent());
            ReadingMessage::FitsBest { fit, style, other }
        }
        None => ReadingMessage::FitsAlone { fit },
    }
}

/// All readings, the one that was taken first and then the best ones, each with what speaks for or against it.
pub(super) fn weighed(
    readings: &[ReadingFigures],
    taken: Option<(usize, &ReadingMessage)>,
) -> Vec<Considered> {
    let mut order: Vec<usize> = (0..readings.len()).collect();
    let is_taken = |place: usize| taken.is_some_and(|(winner, _)| winner == place);
    order.sort_by(|one, other| {
        let by_fit = readings[*other].fit.total_cmp(&readings[*one].fit);
        is_taken(*other).cmp(&is_taken(*one)).then(by_fit)
    });
    let row = |place: usize| {
        let reading = &readings[place];
        let why = match (taken, &reading.doubt) {
            (Some((winner, reason)), _) if winner == place => reason.clone(),
            (_, Some(doubt)) => doubt.clone(),
            (_, None) => ReadingMessage::Fits { fit: reading.percent() },
        };
        reading.considered(is_taken(place), why)
    };
    order.into_iter().map(row).collect()
}
