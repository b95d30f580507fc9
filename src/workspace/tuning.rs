//! Fitting the weights of the memory model, and going back to those before.

use super::{Outcome, Workspace};
use crate::desk::Desk;
use crate::memory::fit::FitWatch;
use crate::messages::{Message, Quoted, WorkMessage};
use crate::schedule::tune::{self, FITS, Refusal, Tuning};

/// Shows how far a long calculation is until it is over; nothing where nobody looks.
pub type Watcher = Option<fn(&FitWatch, &dyn Fn() -> bool)>;

/// What tuning found.
#[derive(Debug)]
pub struct Tuned {
    /// How the weights predict.
    pub tuning: Tuning,
    /// Whether the fitted ones are in use now.
    pub taken: bool,
    /// Cards that were due before.
    pub due_before: usize,
}

impl Workspace {
    pub(super) fn tune(&mut self, takes: bool, watcher: Watcher) -> anyhow::Result<Tuned> {
        self.files.load_history(&mut self.state)?;
        let tuning = match watched(&self.state, watcher) {
            Ok(tuning) => tuning,
            Err(refusal) => {
                let why = Quoted::from(Message::from(&refusal));
                return Err(Message::from(WorkMessage::NotTuned { why }).into());
            }
        };
        let (taken, due_before) = (takes && tuning.is_better(), self.due_now());
        if taken {
            let before = self.state.settings.rules.weights.clone();
            self.files.choose_weights(&mut self.state, &tuning.weights, &before)?;
        }
        Ok(Tuned { tuning, taken, due_before })
    }

    pub(super) fn revert_weights(&mut self) -> anyhow::Result<Outcome> {
        self.files.load_history(&mut self.state)?;
        let Some(before) = self.state.settings.weights_before.clone() else {
            return Err(Message::from(WorkMessage::NoWeightsBefore).into());
        };
        let present = self.state.settings.rules.weights.clone();
        let due_before = self.due_now();
        self.files.choose_weights(&mut self.state, &before, &present)?;
        Ok(Outcome::Reverted { are_published: before.is_empty(), due_before })
    }

    /// How many cards have come due by now.
    pub fn due_now(&self) -> usize {
        let state = &self.state;
        let is_due =
            |place| state.state(&state.card(place).id).due.is_some_and(|due| due.has_come(state.now));
        state.places().filter(|place| is_due(*place)).count()
    }
}

fn watched(state: &Desk, watcher: Watcher) -> Result<Tuning, Refusal> {
    let watch = FitWatch::over(FITS);
    std::thread::scope(|scope| {
        let tuning = scope.spawn(|| tune::tune(&state.progress, &watch));
        if let Some(show) = watcher {
            show(&watch, &|| tuning.is_finished());
        }
        tuning.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}
