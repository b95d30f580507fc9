//! Notes that are read where they stand: watched, and read again when another program changed them.

mod state;

use super::Shell;
use crate::day::At;
use crate::workspace::Command;
pub(super) use state::NotesWatch;
use state::QUIET;
use std::sync::atomic::Ordering;

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
        match self.workspace.run(Command::Reload(card)) {
            Ok(_) => {
                self.app.decks_changed(None, self.workspace);
                self.app.tell_reread(changed);
            }
            // What was read before stays.
            Err(error) => self.insist_on(&error),
        }
        self.follow_notes();
        let _ = self.save();
    }

    /// Takes in what other programs wrote into the log.
    pub(super) fn look_at_log(&mut self) {
        if self.notes.log.touched.swap(false, Ordering::SeqCst) {
            // What cannot be read or written now is told when something is saved.
            let _ = self.workspace.take_in_log();
            self.app.arrange(self.workspace.state());
        }
    }

    pub(super) fn follow_notes(&mut self) {
        if let Some(watch) = &mut self.notes.log.watch {
            watch.follow(&[self.workspace.progress_path().to_path_buf()]);
        }
        if let Some(watch) = &mut self.notes.watch {
            watch.follow(&self.workspace.notes());
        }
    }
}
