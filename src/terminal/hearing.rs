//! What is read of the terminal: keys, the mouse, and what it says about itself when it is asked.

use super::reply::{self, TerminalReply};
use super::{Shell, abilities};
use crate::messages::AutoSwitch;
use crate::ui::pictures::Protocol;
use crossterm::event;
use std::io::{Write, stdout};
use std::time::Duration;

impl Shell<'_> {
    /// What was read of the terminal, if something was. An `Esc` that stands alone may be the beginning of
    /// what the terminal says, torn off.
    pub(super) fn next_event(&mut self) -> anyhow::Result<Option<event::Event>> {
        if let Some(kept) = self.kept.take() {
            return Ok(Some(kept));
        }
        if self.gone.is_so() || !event::poll(Duration::ZERO)? {
            return Ok(None);
        }
        let first = event::read()?;
        if !reply::is_esc(&first) || !event::poll(reply::REST)? {
            return Ok(Some(first));
        }
        let second = event::read()?;
        let joined = reply::joined(&second);
        self.kept = Some(second).filter(|_| joined.is_none());
        Ok(joined.or(Some(first)))
    }

    /// Asks once, and goes on: theme and pictures follow when the answers come. Until then the theme reads
    /// on both grounds, and pictures are shown as every terminal can.
    pub(super) fn ask_terminal(&mut self) -> anyhow::Result<()> {
        let setting = self.workspace.state().settings.ask_background;
        if abilities::is_on(setting, |known| known.is_near)
            && self.app.wants_background(self.workspace.state())
        {
            stdout().write_all(reply::BACKGROUND)?;
        }
        if setting != AutoSwitch::Off && self.may_choose_pictures() && abilities::abilities().asks_version {
            stdout().write_all(reply::VERSION)?;
        }
        Ok(stdout().flush()?)
    }

    /// Whether pictures are shown in the best way of the terminal, whichever that is.
    fn may_choose_pictures(&self) -> bool {
        Protocol::chosen(self.workspace.state().settings.images).is_none() && abilities::look().colours
    }

    /// Takes on what the terminal told.
    pub(super) fn told(&mut self, told: &TerminalReply) {
        match told {
            TerminalReply::Background { is_dark } => self.app.background_is(*is_dark, self.workspace.state()),
            TerminalReply::Version(version)
                if abilities::has_placeholders(version) && self.may_choose_pictures() =>
            {
                self.app.with_pictures(|pictures| pictures.draw_by(Protocol::Kitty), self.workspace.state());
            }
            TerminalReply::Version(_) | TerminalReply::Other => {}
        }
    }
}
