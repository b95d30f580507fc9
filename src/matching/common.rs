//! How many cards of one source are in another, by which notes are known that stand elsewhere now.

use super::{MatchVerdict, Portrait, pairs};
use std::collections::HashSet;

/// How many of these cards are among those, edited or not.
pub fn in_common(was: &[Portrait], now: &[Portrait]) -> usize {
    let ids = |cards: &[Portrait]| cards.iter().map(|card| card.id.clone()).collect::<HashSet<_>>();
    let (old, new) = (ids(was), ids(now));
    let without = |cards: &[Portrait], other: &HashSet<_>| -> Vec<Portrait> {
        cards.iter().filter(|card| !other.contains(&card.id)).cloned().collect()
    };
    let (lost, fresh) = (without(was, &new), without(now, &old));
    let pairs = pairs(&lost, &fresh, |_, _| false);
    let sure = pairs.iter().filter(|pair| pair.verdict == MatchVerdict::Sure).count();
    was.len() - lost.len() + sure
}

/// Whether so many in common say that the two are the same.
pub fn is_most(common: usize, of: usize) -> bool {
    common * 2 > of
}
