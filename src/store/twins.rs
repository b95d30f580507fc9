//! Cards that stand twice: ids that several decks have.

use crate::card::CardId;
use std::collections::HashSet;
use xxhash_rust::xxh3::xxh3_64;

/// The hashes of ids that stand more than once. Nearly always there are none, so all are looked at in
/// the fastest way.
pub fn standing_twice<'a>(ids: impl Iterator<Item = &'a CardId>) -> HashSet<u64> {
    let mut hashes: Vec<u64> = ids.map(hash).collect();
    hashes.sort_unstable();
    hashes.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0]).collect()
}

pub(super) fn hash(id: &CardId) -> u64 {
    xxh3_64(id.as_str().as_bytes())
}
