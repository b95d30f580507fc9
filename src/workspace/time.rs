//! What is to be said of the clock and of what lies ahead of it.

use crate::day::{At, Calendar, RELEASED};
use crate::messages::{Message, WorkMessage};
use crate::progress::Progress;

/// The variable that sets the clock, for tests and simulations: an RFC 3339 time.
pub const NOW: &str = "BACKPROP_NOW";

/// Why nothing is noted by this clock, and the way out.
pub fn too_early(now: At) -> anyhow::Error {
    let released = Calendar::utc().moment(RELEASED).day;
    anyhow::Error::new(Message::from(WorkMessage::TooEarly { now, released, variable: NOW }))
}

/// What is to be said of the clock and of what lies ahead of it.
pub(super) fn told(progress: &Progress, now: At) -> Option<Message> {
    if now < RELEASED {
        return Some(WorkMessage::LooksTooEarly { now, variable: NOW }.into());
    }
    let mut pending = progress.pending();
    let first = pending.next()?;
    let name = match first.card.as_str() {
        "" => WorkMessage::APlan.into(),
        card => Message::Foreign(card.to_owned()).into(),
    };
    let at = first.at;
    Some(Message::from(match pending.count() {
        0 => WorkMessage::Pending { name, at, now },
        more => WorkMessage::PendingMore { name, at, now, more },
    }))
}
