//! The clock of recall: an interviewer wants the answer in 60 to 90 seconds, by its size. It runs while the
//! question is shown and somebody is there: after five minutes without a key it stands still, and nothing
//! wakes the program any more.

use super::Study;
use super::recall_clock::{RecallClock, limit};
use crate::day::At;
use crate::desk::Desk;
use crate::quiz::mode::Task;
use crate::quiz::session::AskingPhase;
use crate::ui::app::Look;
use ratatui::text::Line;

impl Study {
    /// Sets the clock for the card at hand, where it is one to answer aloud.
    pub(super) fn set_clock(&mut self, desk: &Desk) {
        self.clock = match (self.session.phase, &self.session.trial) {
            (AskingPhase::Asked(place), Some(trial)) if trial.task == Task::Say && desk.settings.clock => {
                let limit = limit(desk.face(place));
                Some(RecallClock { asked_at: trial.asked_at, limit, key_at: desk.now.at })
            }
            _ => None,
        };
    }

    /// Somebody pressed a key.
    pub(super) fn keep_clock_going(&mut self, desk: &Desk) {
        if let Some(clock) = &mut self.clock {
            clock.key_at = desk.now.at;
        }
    }

    /// The clock while it is on screen.
    fn visible_clock(&self) -> Option<RecallClock> {
        self.clock.filter(|_| matches!(self.session.phase, AskingPhase::Asked(_)))
    }

    /// When the clock shows another second.
    pub(super) fn clock_ticks(&self, desk: &Desk) -> Option<At> {
        self.visible_clock()?.next(desk.now.at)
    }

    /// The clock as it is shown.
    pub(super) fn clock_shown(&self, desk: &Desk) -> Option<String> {
        Some(self.visible_clock()?.shown(desk.now.at).0)
    }

    /// The clock at the right of a line of its own.
    pub(super) fn clock_line(&self, desk: &Desk, look: &Look) -> Option<Line<'static>> {
        let (text, is_over) = self.visible_clock()?.shown(desk.now.at);
        let style = if is_over { look.theme.warning } else { look.theme.dim };
        Some(Line::styled(text, style).right_aligned())
    }
}
