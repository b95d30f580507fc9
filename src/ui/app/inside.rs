//! What the shell puts on top of the screens: the welcome, a task, and what came of an import.

use super::super::screens::welcome::Welcome;
use super::{App, Effect, Event, Screen, Step};
use crate::desk::Desk;

impl App {
    /// Puts the welcome on top of home.
    pub fn welcome(&mut self, desk: &mut Desk) {
        self.show(Box::new(Welcome::new(desk)), desk);
    }

    /// Puts a screen on top.
    pub fn show(&mut self, screen: Box<dyn Screen>, desk: &mut Desk) -> Option<Effect> {
        self.notice = None;
        self.open(screen, desk)
    }

    /// Tells every screen that so many questions came in; those that were about bringing them in close. What came of
    /// it goes on top.
    pub fn imported(&mut self, questions: usize, over: Box<dyn Screen>, desk: &mut Desk) {
        let look = self.look.clone();
        let mut is_first = true;
        self.screens.retain_mut(|screen| {
            let step = screen.update(Event::Imported(questions), desk, &look);
            std::mem::take(&mut is_first) || !matches!(step, Step::Close)
        });
        self.show(over, desk);
    }
}
