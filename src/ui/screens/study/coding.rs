//! A code card on the study screen: the text that the learner writes in their editor, whether its tests may
//! run, and what came of them.

use super::Study;
use crate::card::CardId;
use crate::desk::{Desk, Place};
use crate::quiz::code::{Coding, Exercise};
use crate::quiz::mode::Task;
use crate::quiz::session::AskingPhase;
use crate::store::builtin;
use crate::ui::app::{Effect, Step};
use crate::ui::format::markdown_text;

/// Whether the tests of the card at a place may run here: it is built in, as the binary itself says, or the
/// learner trusts this very text.
pub(super) fn may_run(exercise: &Exercise, place: Place, desk: &Desk) -> bool {
    let is_built_in = desk.face(place).source.file.is_none() && builtin::has_tests(&exercise.tests);
    is_built_in || desk.settings.trusted.contains(&exercise.key())
}

impl Study {
    /// The exercise at hand, while its card is asked.
    pub(super) fn coding(&self) -> Option<(Place, &Coding)> {
        let AskingPhase::Asked(place) = self.session.phase else { return None };
        match &self.session.trial.as_ref()?.task {
            Task::Code(coding) => Some((place, coding)),
            _ => None,
        }
    }

    /// Whether the learner is to say that they trust the tests before these run.
    pub(super) fn asks_for_trust(&self) -> bool {
        self.is_untrusted && self.coding().is_some_and(|(_, coding)| !coding.text.is_empty())
    }

    /// Opens the learner's editor on what they wrote, or on the starter.
    pub(super) fn write_code(&self, desk: &Desk) -> Step {
        let Some((place, coding)) = self.coding() else { return Step::Stay };
        let text = if coding.text.is_empty() { &coding.exercise.starter } else { &coding.text };
        Step::Ask(Effect::WriteCode {
            card: desk.card(place).id.clone(),
            text: format!("{}\n", text.trim_end()),
        })
    }

    /// Takes on what was written, and runs its tests where they may.
    pub(super) fn coded(&mut self, card: &CardId, text: &str, desk: &Desk) -> Step {
        let is_at_hand = self.coding().is_some_and(|(place, _)| desk.card(place).id == *card);
        if !is_at_hand {
            return Step::Stay;
        }
        self.session.write(text.trim_end().to_owned());
        self.run_tests(desk)
    }

    /// Runs the tests, or lets the screen ask whether they may.
    pub(super) fn run_tests(&mut self, desk: &Desk) -> Step {
        let Some((place, coding)) = self.coding() else { return Step::Stay };
        if coding.text.is_empty() || coding.is_running {
            return Step::Stay;
        }
        let (answer, exercise) = (coding.text.clone(), coding.exercise.clone());
        self.is_untrusted = !may_run(&exercise, place, desk);
        if self.is_untrusted {
            return Step::Stay;
        }
        let card = desk.card(place).id.clone();
        self.session.run_tests();
        Step::Ask(Effect::RunTests {
            card,
            answer,
            tests: exercise.tests,
            python: desk.settings.python.clone(),
        })
    }

    /// Trusts the tests at hand, once the shell has written that down.
    pub(super) fn trust(&self, desk: &Desk) -> Step {
        let Some((place, coding)) = self.coding() else { return Step::Stay };
        let name = markdown_text(&desk.face(place).question);
        Step::Ask(Effect::Trust { key: coding.exercise.key(), name })
    }
}
