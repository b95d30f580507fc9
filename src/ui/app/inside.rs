//! What the shell puts on top of the screens: the welcome, a task, and what came of an import.

use super::super::screens::welcome::Welcome;
use super::{App, Effect, Event, Screen, Step};
use crate::desk::StateOwner;
use crate::ui::app::Desk;

impl App {
    /// For this run; the setting stays.
    pub(super) fn toggle_mouse(&mut self, desk: &Desk) {
        let is_on = self.wants_mouse(desk);
        self.mouse = Some(!is_on);
        self.notify(if is_on { self.look.words.mouse_lent } else { self.look.words.mouse_ours });
    }

    /// Puts the welcome on top of home.
    pub fn welcome(&mut self, desk: &mut dyn StateOwner) {
        self.show(Box::new(Welcome::new(desk)), desk);
    }

    /// Puts a screen on top.
    pub fn show(&mut self, screen: Box<dyn Screen>, desk: &mut dyn StateOwner) -> Option<Effect> {
        self.notice = None;
        self.open(screen, desk)
    }

    /// Tells every screen that so many questions came in; those that were about bringing them in close. What came of
    /// it goes on top.
    pub fn imported(&mut self, questions: usize, over: Box<dyn Screen>, desk: &mut dyn StateOwner) {
        let look = self.look.clone();
        let mut is_first = true;
        self.screens.retain_mut(|screen| {
            let step = screen.update(Event::Imported(questions), desk, &look);
            std::mem::take(&mut is_first) || !matches!(step, Step::Close)
        });
        self.show(over, desk);
    }
}
