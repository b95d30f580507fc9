//! The layers of an answer: gist and core first, the rest (bonus, mistakes, follow-ups) when it is asked for.

use super::open_layers::OpenLayers;
use super::{Study, sheet};
use crate::desk::Desk;
use crate::markdown;
use crate::quiz::session::{AskingPhase, Reveal};

impl Study {
    /// Whether the answer at hand has points to tick.
    pub(super) fn has_points(&self) -> bool {
        self.session.trial.as_ref().is_some_and(|trial| !trial.checklist.said.is_empty())
    }

    /// Whether layers of the answer at hand are not shown yet.
    pub(super) fn has_folded_layers(&self, desk: &Desk) -> bool {
        if matches!(self.session.phase, AskingPhase::Shown(_, Reveal::All)) {
            return self.sheet.is_folded;
        }
        let (Some(place), Some(trial)) = (self.session.place(), &self.session.trial) else { return false };
        let answer = markdown::readable(&desk.face(place).answer);
        sheet::is_folded(trial, self.sheet_view()) && OpenLayers::below(&answer, place, desk).is_some()
    }
}
