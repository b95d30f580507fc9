//! The ids of cards that were seen by an older version.

use crate::card::CardId;
use crate::import::identity::{self, AskedCard};
use crate::import::legacy;
use crate::matching::Portrait;

/// The ids that cards seen by the version before would have now; those of others are as they were.
pub(super) fn renewed(old: &[Portrait]) -> Vec<CardId> {
    if !old.iter().any(|old| legacy::is_old(old.id.as_str())) {
        return old.iter().map(|old| old.id.clone()).collect();
    }
    let asked = old.iter().map(|old| AskedCard {
        written: (!legacy::is_old(old.id.as_str())).then_some(&old.id),
        question: &old.question,
        answer: &old.answer,
        topic: &old.topic,
    });
    identity::ids_of(&asked.collect::<Vec<_>>())
}

/// The ids that cards of a source had when it was seen, and those they would have now.
pub(super) fn known_ids(old: &[Portrait]) -> Vec<CardId> {
    let mut ids = renewed(old);
    ids.extend(old.iter().map(|old| old.id.clone()));
    ids
}
