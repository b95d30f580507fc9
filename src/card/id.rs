//! The id of a card.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a card is known by in the progress file. Written by hand (`<!-- id: pooling -->`) or made from
/// the question and its topic; see [`crate::import`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CardId(pub(super) CompactString);

impl CardId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for CardId {
    fn from(id: &str) -> CardId {
        CardId(id.into())
    }
}

impl fmt::Display for CardId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for CardId {
    fn borrow(&self) -> &str {
        &self.0
    }
}
