//! Showing the answer: all of it, page by page, or point by point; and what that brings with it.

use super::Study;
use crate::card::Grade;
use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::progress::Confidence;
use crate::quiz::mode::Task;
use crate::quiz::session::{AskingPhase, Reveal};
use crate::quiz::typed::grader::GraderRequest;
use crate::ui::app::{Effect, Look, Step};
use crate::ui::keymap::Action;

impl Study {
    /// Shows the answer; once it is shown the same key turns the page, at its end it unfolds the rest, and at the end
    /// of all it grades, where the learner wants that.
    pub(super) fn reveal(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        if matches!(self.session.phase, AskingPhase::Shown(_, Reveal::All)) {
            if self.scroll.is_at_end() && self.has_folded_layers(desk) {
                self.is_unfolded = true;
                return Step::Stay;
            }
            let grade =
                self.grade_of_space().filter(|_| self.scroll.is_at_end() && desk.settings.space_grades);
            if let Some(grade) = grade {
                return self.grade(grade, desk, look);
            }
            self.scroll.act(Action::PageDown);
            return Step::Stay;
        }
        self.session.reveal(desk);
        self.ask_grader(desk)
    }

    /// What the key that turns the pages grades at their end: what the answer speaks for, and good where it was
    /// only said. What was typed and speaks for nothing may be wrong.
    pub(super) fn grade_of_space(&self) -> Option<Grade> {
        let is_typed = self.session.trial.as_ref().is_some_and(|trial| trial.task.is_typed());
        self.session.suggests().or((!is_typed).then_some(Grade::Good))
    }

    pub(super) fn sure(&mut self, confidence: Confidence, desk: &Desk) -> Step {
        self.session.sure(confidence, desk);
        self.ask_grader(desk)
    }

    /// Lets the learner's own grader judge what was written, once the answer is shown.
    pub(super) fn ask_grader(&self, desk: &Desk) -> Step {
        let settings = &desk.settings;
        let (AskingPhase::Shown(place, _), Some(trial)) = (self.session.phase, &self.session.trial) else {
            return Step::Stay;
        };
        match &trial.task {
            Task::Write(writing) if !settings.grader.is_empty() && !writing.text.trim().is_empty() => {
                let request = GraderRequest::new(settings, desk.face(place), &writing.text);
                Step::Ask(Effect::Judge { card: desk.card(place).id.clone(), request })
            }
            _ => Step::Stay,
        }
    }

    /// Ticks a point off, or goes to another one.
    pub(super) fn point(&mut self, action: Action, desk: &Desk) {
        if !self.can(action, desk) {
            return;
        }
        match action {
            Action::Tick => self.session.tick(desk),
            Action::PointBefore => self.session.step(-1),
            _ => self.session.reveal_point(desk),
        }
        self.follows = true;
    }
}
