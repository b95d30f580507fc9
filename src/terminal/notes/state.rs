//! The watch over notes that are read where they stand, and over the log.

use super::super::wait::Waiter;
use crate::day::At;
use crate::store::watch::Watch;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The watch over notes that are read where they stand.
pub(in crate::terminal) struct NotesWatch {
    pub(in crate::terminal) watch: Option<Watch>,
    /// Something was written in their folders since the last look.
    pub(super) touched: Arc<AtomicBool>,
    /// When to look: a program may write a file in several steps.
    pub(in crate::terminal) look_at: Option<At>,
    pub(super) log: LogWatch,
}

/// The watch over the log, which other programs write too.
pub(super) struct LogWatch {
    pub(super) watch: Option<Watch>,
    pub(super) touched: Arc<AtomicBool>,
}

/// A file is read again when nothing was written for as long, in milliseconds.
pub(super) const QUIET: i64 = 200;

impl NotesWatch {
    pub(in crate::terminal) fn new(waiter: &Waiter) -> NotesWatch {
        let ((notes, touched), (log, log_touched)) = (watch(waiter), watch(waiter));
        let log = LogWatch { watch: log, touched: log_touched };
        NotesWatch { watch: notes, touched, look_at: None, log }
    }
}

/// A watch, and what it raises when something was written.
fn watch(waiter: &Waiter) -> (Option<Watch>, Arc<AtomicBool>) {
    let touched = Arc::new(AtomicBool::new(false));
    let (flag, poker) = (touched.clone(), waiter.poker());
    let poke = move || {
        flag.store(true, Ordering::SeqCst);
        poker.poke();
    };
    (Watch::new(poke), touched)
}
