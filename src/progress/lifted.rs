//! Events that happened at another instant than they were noted at.

use crate::card::CardId;
use crate::day::At;

/// An event that was noted at one instant, and happened at another because of one that another program
/// had noted meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::progress) struct Lifted {
    pub(in crate::progress) card: CardId,
    pub(in crate::progress) from: At,
    pub(in crate::progress) to: At,
}
