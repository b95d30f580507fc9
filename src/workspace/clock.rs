//! The clock: the one place that asks the machine for the time.

use crate::day::At;
use crate::progress::visible_until;
use std::time::{SystemTime, UNIX_EPOCH};

/// The present, as the machine's clock or an instant given from outside tells it.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    /// What is added to the machine's clock, in milliseconds.
    shift: i64,
    /// The instant at which it stands still.
    still: Option<At>,
}

impl Clock {
    /// A clock that tells `start` now and goes on from there; without it, the machine's clock.
    pub fn new(start: Option<At>) -> Clock {
        Clock { shift: start.map_or(0, |start| start.0 - machine_ms()), still: None }
    }

    /// A clock that stands at `instant`; without it, the machine's clock. A command is over at once, and
    /// what it notes has just the time that was given.
    pub fn standing(instant: Option<At>) -> Clock {
        Clock { still: instant, ..Clock::new(None) }
    }

    /// Whether it tells a time that has not come yet, since it was set to one.
    pub fn is_ahead(&self) -> bool {
        self.now() > visible_until(At(machine_ms()))
    }

    /// The present instant.
    pub fn now(&self) -> At {
        self.still.unwrap_or_else(|| At(machine_ms() + self.shift))
    }
}

fn machine_ms() -> i64 {
    let since = |time: SystemTime| time.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since(SystemTime::now()).as_millis()).unwrap_or(i64::MAX)
}
