//! Notes that are read where they stand: watched, and read again when another program changed them.

use super::Shell;
use super::wait::Waiter;
use crate::day::At;
use crate::store::watch::Watch;
use crate::workspace::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The watch over notes that are read where they stand.
pub(super) struct Notes {
    pub(super) watch: Option<Watch>,
    /// Something was written in their folders since the last look.
    touched: Arc<AtomicBool>,
    /// When to look: a program may write a file in several steps.
    pub(super) look_at: Option<At>,
}

/// A file is read again when nothing was written for as long, in milliseconds.
const QUIET: i64 = 200;

impl Notes {
    pub(super) fn new(waiter: &Waiter) -> Notes {
        let touched = Arc::new(AtomicBool::new(false));
        let (flag, poker) = (touched.clone(), waiter.poker());
        let poke = move || {
            flag.store(true, Ordering::SeqCst);
            poker.poke();
        };
        Notes { watch: Watch::new(poke), touched, look_at: None }
    }
}

impl Shell<'_> {
    /// Reads the notes again when another program has changed them, once it is done, and not while the
    /// user is writing.
    pub(super) fn look_at_notes(&mut self) {
        let now = self.workspace.state().now.at;
        if self.notes.touched.swap(false, Ordering::SeqCst) {
            self.notes.look_at = Some(At(now.0 + QUIET));
        }
        let is_time = self.notes.look_at.is_some_and(|at| at <= now);
        if !is_time || self.app.is_writing() {
            return;
        }
        self.notes.look_at = None;
        let paths = self.workspace.notes();
        let changed = self.notes.watch.as_ref().map_or(0, |watch| watch.changed(&paths));
        if changed == 0 {
            return;
        }
        let card = self.app.card(self.workspace.state());
        match self.workspace.run(Command::Reload) {
            Ok(_) => {
                self.app.decks_changed(card.as_ref(), self.workspace.state_of_screens());
                self.app.tell_reread(changed);
            }
            // What was read before stays.
            Err(error) => self.insist_on(&error),
        }
        self.follow_notes();
        let _ = self.save();
    }

    pub(super) fn follow_notes(&mut self) {
        if let Some(watch) = &mut self.notes.watch {
            watch.follow(&self.workspace.notes());
        }
    }
}
