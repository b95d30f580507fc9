//! What can be done with the card at hand, and after the last one.

use super::Study;
use crate::desk::{Desk, Place};
use crate::markdown::code_of;
use crate::quiz::mode::Task;
use crate::quiz::session::{AskingPhase, Reveal};
use crate::ui::keymap::Action;

impl Study {
    /// Whether an action does something to what is shown.
    pub(super) fn can(&self, action: Action, desk: &Desk) -> bool {
        let place = self.session.place();
        match action {
            Action::Reveal => {
                let is_shown = matches!(self.session.phase, AskingPhase::Shown(_, Reveal::All));
                !is_shown
                    || !self.scroll.is_at_end()
                    || self.has_folded_layers(desk)
                    || desk.settings.space_grades && self.grade_of_space().is_some()
            }
            Action::RevealPoint => self.has_next_point(),
            Action::PointBefore => self.shows_cursor() && self.point_at_hand().is_some_and(|(at, _)| at > 0),
            Action::Layers => self.is_unfolded || self.has_folded_layers(desk),
            Action::TickByDigit => self.is_ticking || self.has_points(),
            Action::Tick => self.point_at_hand().is_some_and(|(_, points)| points > 0),
            Action::PickThird => self.claims() > 2,
            Action::PickFourth => self.claims() > 3,
            Action::AcceptGrade => self.session.suggests().is_some(),
            Action::RunTests => {
                self.coding().is_some_and(|(_, coding)| !coding.text.is_empty() && !coding.is_running)
            }
            Action::Undo => self.session.may_undo(desk) && (!self.is_writing() || self.field.is_empty()),
            Action::Redo => self.session.may_redo(desk),
            Action::Language => place.is_some_and(|place| has_other_language(place, desk)),
            Action::Edit => place.is_some_and(|place| desk.face(place).source.file.is_some()),
            Action::Link => !self.sheet.links.is_empty(),
            Action::Copy => place.is_some_and(|place| desk.card(place).is_answered()),
            Action::CopyCode => place.is_some_and(|place| !code_of(&desk.face(place).answer).is_empty()),
            Action::Picture => !self.sheet.pictures.is_empty(),
            Action::ReadAgain => !self.session.tally().failed.is_empty(),
            Action::Ahead | Action::MoreNew | Action::Practise => self.goes_on.contains(&action),
            Action::Asked | Action::Note | Action::Write | Action::Suspend | Action::Bury => place.is_some(),
            _ => true,
        }
    }

    /// Whether the points bear their marks, so that the cursor among them is seen.
    fn shows_cursor(&self) -> bool {
        let counts = self.session.trial.as_ref().is_some_and(|trial| trial.checklist.counts);
        counts || matches!(self.session.phase, AskingPhase::Shown(_, Reveal::Points(_)))
    }

    /// Whether the point at the cursor is ticked.
    pub(super) fn is_ticked_here(&self) -> bool {
        let list = self.session.trial.as_ref().map(|trial| &trial.checklist);
        list.is_some_and(|list| self.shows_cursor() && list.said.get(list.cursor) == Some(&true))
    }

    /// The point at the cursor, and how many there are; none while no answer is shown.
    fn point_at_hand(&self) -> Option<(usize, usize)> {
        let AskingPhase::Shown(..) = self.session.phase else { return None };
        let list = &self.session.trial.as_ref()?.checklist;
        Some((list.cursor, list.said.len()))
    }

    /// Whether the answer has a point to show or to go to.
    fn has_next_point(&self) -> bool {
        let Some(trial) = &self.session.trial else { return false };
        let points = trial.checklist.said.len();
        match self.session.phase {
            AskingPhase::Asked(_) => points > 0 && trial.task == Task::Say,
            AskingPhase::Shown(_, Reveal::Points(_)) => true,
            AskingPhase::Shown(..) => trial.checklist.counts && trial.checklist.cursor + 1 < points,
            _ => false,
        }
    }

    fn claims(&self) -> usize {
        match self.session.trial.as_ref().map(|trial| &trial.task) {
            Some(Task::Pick(options)) => options.claims.len(),
            _ => 0,
        }
    }

    /// How one may go on after the last card.
    pub(super) fn ways_on(&self, desk: &Desk) -> Vec<Action> {
        if !matches!(self.session.phase, AskingPhase::Finished { .. }) {
            return Vec::new();
        }
        let (ahead, new, all) = self.session.ways_on(desk);
        let ways = [(ahead, Action::Ahead), (new, Action::MoreNew), (all, Action::Practise)];
        ways.into_iter().filter(|(is_open, _)| *is_open).map(|(_, action)| action).collect()
    }
}

/// Whether a card can be read in another language than the one it is shown in.
pub(in crate::ui::screens) fn has_other_language(place: Place, desk: &Desk) -> bool {
    desk.card(place).faces.iter().any(|face| face.lang != desk.face(place).lang)
}
