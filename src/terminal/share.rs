//! How far an import is, drawn over the screen while this thread is at work with the notes.

use crossterm::cursor::MoveTo;
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType, size};
use crossterm::{execute, queue};
use std::cell::Cell;
use std::io::{Write, stdout};
use std::path::Path;
use std::time::{Duration, Instant};

/// What is over sooner shows nothing.
const PATIENCE: Duration = Duration::from_millis(300);

thread_local! {
    /// When the work was begun, and the share that was drawn last.
    static DRAWN: Cell<(Option<Instant>, Option<usize>)> = const { Cell::new((None, None)) };
}

/// Draws how many files are done, and of how many.
pub(super) fn draw(done: usize, of: usize, file: &Path) {
    let (begun, drawn) = DRAWN.get();
    let begun = begun.unwrap_or_else(Instant::now);
    let share = done * 100 / of.max(1);
    let is_due = begun.elapsed() >= PATIENCE && drawn != Some(share);
    DRAWN.set((Some(begun), if is_due { Some(share) } else { drawn }));
    if is_due {
        // A terminal that takes no bytes is noticed by who waits for keys.
        let _ = put(share, done, of, file);
    }
}

fn put(share: usize, done: usize, of: usize, file: &Path) -> std::io::Result<()> {
    let width = usize::from(size()?.0);
    let cells = width.saturating_sub(10).min(40);
    let full = share * cells / 100;
    let name = file.file_name().map_or(String::new(), |name| name.to_string_lossy().into_owned());
    let told = crate::ui::widgets::shorten(&crate::markdown::clean(&name), width.saturating_sub(24));
    let bar = format!("  {}{} {share}%", "#".repeat(full), ".".repeat(cells - full));
    let mut out = stdout();
    queue!(out, MoveTo(0, 0), Clear(ClearType::All), MoveTo(0, 1), Print(bar))?;
    execute!(out, MoveTo(2, 2), Print(format!("{done}/{of}  {told}")))?;
    out.flush()
}

/// Whether something was drawn since the last time this was asked: the screen below has to be drawn anew.
pub(super) fn was_drawn() -> bool {
    DRAWN.replace((None, None)).1.is_some()
}
