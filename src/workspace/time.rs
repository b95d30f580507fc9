//! What is to be said of the clock and of what lies ahead of it.

use crate::day::{At, Calendar, RELEASED};
use crate::progress::Progress;

/// The variable that sets the clock, for tests and simulations: an RFC 3339 time.
pub const NOW: &str = "BACKPROP_NOW";

/// Why nothing is noted by this clock, and the way out.
pub fn too_early(now: At) -> String {
    format!(
        "the clock says {now}, which is before this program was made ({}), so nothing was noted; set the clock, \
         or give the time: `grade` with --at, all commands with {NOW}=2026-11-22T10:00:00Z",
        Calendar::utc().moment(RELEASED).day
    )
}

/// What is to be said of the clock and of what lies ahead of it.
pub(super) fn told(progress: &Progress, now: At) -> Option<String> {
    if now < RELEASED {
        return Some(format!(
            "the clock says {now}, which is before this program was made: nothing of the progress counts by it; \
             set the clock, or look from another time with --at or {NOW}"
        ));
    }
    let mut pending = progress.pending();
    let first = pending.next()?;
    let name = if first.card.as_str().is_empty() { "a plan" } else { first.card.as_str() };
    let more = match pending.count() {
        0 => String::new(),
        events => format!(", and {events} more later"),
    };
    Some(format!(
        "{name} has an event of {}{more}; the clock says {now}, and until then it has no effect. If the clock is \
         wrong, set it; if that event is wrong, `backprop doctor --repair` takes it back and notes it anew",
        first.at
    ))
}
