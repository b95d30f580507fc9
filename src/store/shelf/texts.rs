//! The texts that mirrors have, as they are known.

use super::agreed::{Agreed, Open};
use xxhash_rust::xxh3::xxh3_64;

/// The texts that copies were made of, and what was changed in them here.
#[derive(Debug)]
pub(super) struct KnownTexts {
    pub(super) agreed: Agreed,
    pub(super) open: Open,
}

pub(super) fn hash(bytes: &[u8]) -> String {
    format!("{:016x}", xxh3_64(bytes))
}
