//! Characters counted: there are many of them, and each is looked up.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What is known of each character.
pub(super) type ByLetter<T> = HashMap<char, T, BuildHasherDefault<LetterHasher>>;

/// How many there are of each character.
pub(super) type LetterCounts = ByLetter<usize>;

/// Notes have too few characters for anybody to gain by those that meet in one place.
#[derive(Default)]
pub(super) struct LetterHasher(u64);

impl Hasher for LetterHasher {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32(u32::from(*byte)));
    }

    fn write_u32(&mut self, letter: u32) {
        self.0 = (self.0 ^ u64::from(letter)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
