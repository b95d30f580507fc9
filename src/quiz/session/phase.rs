//! How far the card at hand is.

use crate::day::At;
use crate::desk::Desk;
use crate::desk::Place;
use crate::quiz::mode::{Task, Trial};

/// How far the card at hand is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskingPhase {
    /// The question is shown.
    Asked(Place),
    /// The learner is asked how sure they are: before so much of the answer is shown, or before the
    /// statements or the passage of the question are, which help.
    Sure(Place, Option<Reveal>),
    /// So much of the answer is shown as well.
    Shown(Place, Reveal),
    /// Nothing is left to ask.
    Finished {
        /// When the next card is due, if any will be.
        next_due: Option<At>,
    },
}

/// How much of an answer is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reveal {
    /// What stands before the first point, and this many points.
    Points(usize),
    /// All of it.
    All,
}

/// How far a card is that was not answered yet: where the task itself helps, the learner says first how
/// sure they are.
pub(super) fn first_phase(place: Place, trial: &Trial, desk: &Desk) -> AskingPhase {
    let helps = match &trial.task {
        Task::Pick(_) => true,
        Task::Fill(passage) => !passage.asked.is_empty(),
        Task::Say | Task::Write(_) | Task::Compute(_) | Task::Code(_) => false,
    };
    if helps && desk.settings.confidence && trial.confidence.is_none() {
        return AskingPhase::Sure(place, None);
    }
    AskingPhase::Asked(place)
}
