//! What is being typed is kept until it is in the log, and stands in the field when the card is asked again.

use super::{AskingPhase, Session};
use crate::desk::{Desk, DraftKey, StateOwner};
use crate::messages::Choice;
use crate::quiz::mode::Task;

impl Session {
    /// The key of what is typed for the card at hand: other gaps and other values have others.
    pub(super) fn draft_key(&self, desk: &Desk) -> Option<DraftKey> {
        let (place, trial) = (self.place()?, self.trial.as_ref()?);
        let is_typed = trial.task.is_typed();
        let task =
            is_typed.then(|| [trial.mode.name.name(), &trial.exercise().unwrap_or_default()].join("\n"))?;
        Some(desk.draft_key(&desk.card(place).id, &task))
    }

    /// Goes on with what was typed before.
    pub(super) fn take_up_draft(&mut self, desk: &Desk) {
        let draft = self.draft_key(desk).and_then(|key| desk.drafts.get(key));
        if let Some(text) = draft {
            self.write(text.to_owned());
        }
    }

    /// Keeps what was typed so far.
    pub fn keep_draft(&self, desk: &mut dyn StateOwner) {
        let typed = self.trial.as_ref().map_or("", |trial| trial.task.typed());
        self.draft_key(desk).into_iter().for_each(|key| desk.keep_draft(key, typed));
    }

    /// The learner gives up what they typed.
    pub fn give_up_draft(&self, desk: &mut dyn StateOwner) {
        self.draft_key(desk).into_iter().for_each(|key| desk.keep_draft(key, ""));
    }

    /// Whether the answer is being typed.
    pub fn is_typing(&self) -> bool {
        let task = self.trial.as_ref().map(|trial| &trial.task);
        task.is_some_and(Task::is_typed) && matches!(self.phase, AskingPhase::Asked(_))
    }
}
