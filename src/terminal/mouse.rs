//! The mouse: who has it, and what clicks and the wheel mean.

mod state;

use super::Shell;
use super::screen::tell_clicks;
use crate::ui::app::{Effect, Event};
use crate::ui::keymap::Action;
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
pub(super) use state::Mouse;

impl Shell<'_> {
    /// Handles the mouse: the wheel, and a click, which is a button that comes up where it went down.
    pub(super) fn point(&mut self, mouse: MouseEvent, width: u16) -> Option<Effect> {
        let here = (mouse.column, mouse.row);
        match mouse.kind {
            MouseEventKind::ScrollDown => self.scroll(Action::Down),
            MouseEventKind::ScrollUp => self.scroll(Action::Up),
            MouseEventKind::Down(MouseButton::Left) => {
                self.mouse.pressed = Some(here);
                None
            }
            MouseEventKind::Up(MouseButton::Left) if self.mouse.pressed.take() == Some(here) => {
                let cell = usize::from(mouse.row) * usize::from(width) + usize::from(mouse.column);
                let spot = self.spots.get(cell).copied().flatten()?;
                self.app.click(spot, self.workspace)
            }
            // Who drags wants to select text.
            MouseEventKind::Up(MouseButton::Left) => {
                self.mouse.is_lent = true;
                self.app.tell_mouse_is_free();
                None
            }
            _ => None,
        }
    }

    pub(super) fn scroll(&mut self, action: Action) -> Option<Effect> {
        let mut effect = None;
        for _ in 0..3 {
            effect = effect.or(self.app.event(Event::Action(action), self.workspace));
        }
        effect
    }

    /// Has the terminal tell clicks, or leave the mouse to itself.
    pub(super) fn take_mouse(&mut self) -> anyhow::Result<()> {
        let wanted = self.app.wants_mouse(self.workspace.state()) && !self.mouse.is_lent;
        if wanted != std::mem::replace(&mut self.mouse.is_ours, wanted) {
            tell_clicks(wanted)?;
        }
        Ok(())
    }
}
