//! What was found out about one thing.

use crate::messages::{HealthMessage, Message};

/// How it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// As it should be.
    Good,
    /// Worth knowing.
    Note,
    /// Something does not work.
    Wrong,
}

/// What a look at one thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at: "progress", "decks", …
    pub area: HealthMessage,
    /// How it is.
    pub verdict: Health,
    /// What was found.
    pub said: Message,
    /// What to do about it; nothing where all is good.
    pub way_out: Option<Message>,
}

impl Finding {
    /// All is well.
    pub fn good(area: HealthMessage, said: impl Into<Message>) -> Finding {
        Finding { area, verdict: Health::Good, said: said.into(), way_out: None }
    }

    /// Worth knowing.
    pub fn note(area: HealthMessage, said: impl Into<Message>, way_out: impl Into<Message>) -> Finding {
        Finding { area, verdict: Health::Note, said: said.into(), way_out: Some(way_out.into()) }
    }

    /// Something does not work.
    pub fn wrong(area: HealthMessage, said: impl Into<Message>, way_out: impl Into<Message>) -> Finding {
        Finding { area, verdict: Health::Wrong, said: said.into(), way_out: Some(way_out.into()) }
    }

    /// Something does not work, and what was found says itself what to do.
    pub fn plainly_wrong(area: HealthMessage, said: impl Into<Message>) -> Finding {
        Finding { area, verdict: Health::Wrong, said: said.into(), way_out: None }
    }
}
