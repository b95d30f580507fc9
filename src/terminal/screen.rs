//! The screen: the terminal taken over, and given back as it was found, also when a panic ends the program.

use super::linking::Linking;
use crate::messages::{Message, TerminalMessage, WorkMessage};
use crossterm::{cursor, event, execute, terminal};
use ratatui::Terminal;
use std::backtrace::BacktraceStatus;
use std::io::{self, IsTerminal, Stdout, Write, stdout};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

pub(super) type TerminalScreen = Terminal<Linking<Stdout>>;

/// Fails with the way out when there is no terminal to draw on.
pub fn require() -> anyhow::Result<()> {
    if !std::io::stdin().is_terminal() || !stdout().is_terminal() {
        return Err(Message::from(WorkMessage::NeedsTerminal).into());
    }
    if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        return Err(Message::from(WorkMessage::DumbTerminal).into());
    }
    #[cfg(windows)]
    if !crossterm::ansi_support::supports_ansi() {
        return Err(Message::from(WorkMessage::LegacyConsole).into());
    }
    Ok(())
}

/// Columns and rows of the terminal, where there is one.
pub fn size() -> Option<(u16, u16)> {
    stdout().is_terminal().then(|| terminal::size().ok()).flatten()
}

/// Takes the terminal. Where the mouse is left to the terminal, the wheel sends arrow keys (alternate
/// scroll).
pub(super) fn enter() -> anyhow::Result<TerminalScreen> {
    // NO_COLOR is honoured by a theme without colours; crossterm would drop bold and reverse as well.
    crossterm::style::force_color_output(true);
    terminal::enable_raw_mode().map_err(|cause| not_taken(&cause))?;
    // The alternate screen may still show what a program left there that was killed.
    execute!(stdout(), terminal::EnterAlternateScreen, terminal::Clear(terminal::ClearType::All))?;
    let screen = Terminal::new(Linking::new(stdout())).map_err(|cause| not_taken(&cause))?;
    write!(stdout(), "\x1b[?1007h")?;
    // Pasted text arrives as one event, so that it cannot press keys.
    execute!(stdout(), event::EnableBracketedPaste)?;
    // The first look makes crossterm listen to changes of size.
    event::poll(Duration::ZERO)?;
    Ok(screen)
}

fn not_taken(cause: &io::Error) -> Message {
    TerminalMessage::CannotTakeOver { cause: Message::of_system(cause).into() }.into()
}

/// Gives the terminal back as it was found.
pub(super) fn leave() {
    // Nothing can be done about a terminal that no longer takes bytes, and nothing be told: the way to tell
    // may have gone with it.
    let _ = tell_clicks(false);
    let _ = write!(stdout(), "\x1b[?1007l");
    let _ = execute!(stdout(), event::DisableBracketedPaste);
    let _ = terminal::disable_raw_mode();
    let _ = execute!(stdout(), terminal::LeaveAlternateScreen);
    let _ = execute!(stdout(), cursor::Show);
}

/// Gives the terminal back when it is dropped, and tells of the panic that ends the program, if one does.
pub(super) struct ScreenGuard {
    told: PanicText,
}

/// What the last panic said.
type PanicText = Arc<Mutex<String>>;

impl ScreenGuard {
    /// From now on panics are kept and not printed over the screen. Most of them end no more than a picture or the
    /// reading of a file, and the program goes on.
    pub(super) fn new() -> ScreenGuard {
        let told = PanicText::default();
        let kept = told.clone();
        std::panic::set_hook(Box::new(move |info| {
            let trace = std::backtrace::Backtrace::capture();
            let trace =
                if trace.status() == BacktraceStatus::Captured { trace.to_string() } else { String::new() };
            *kept.lock().unwrap_or_else(PoisonError::into_inner) = format!("{info}\n{trace}");
        }));
        ScreenGuard { told }
    }
}

impl Drop for ScreenGuard {
    fn drop(&mut self) {
        leave();
        if std::thread::panicking() {
            let told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
            let _ = write!(io::stderr(), "{told}");
        }
    }
}

/// Has the terminal tell clicks, or leave the mouse to itself.
#[cfg(unix)]
pub(super) fn tell_clicks(told: bool) -> std::io::Result<()> {
    stdout().write_all(if told { CLICKS } else { NO_CLICKS })
}

/// The same of a console, which tells them as input of its own kind.
#[cfg(not(unix))]
pub(super) fn tell_clicks(told: bool) -> std::io::Result<()> {
    if told {
        execute!(stdout(), event::EnableMouseCapture)
    } else {
        execute!(stdout(), event::DisableMouseCapture)
    }
}

/// Buttons and the wheel are told, movements are not: they would wake the program for nothing.
#[cfg(unix)]
const CLICKS: &[u8] = b"\x1b[?1000h\x1b[?1006h";

#[cfg(unix)]
const NO_CLICKS: &[u8] = b"\x1b[?1006l\x1b[?1000l";
