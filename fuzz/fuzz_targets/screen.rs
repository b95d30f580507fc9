//! Any bytes are a deck, a log, settings, sizes, keys, clicks and pastes: no panic, and nothing that a
//! terminal would obey is ever drawn. The player is the one of `tests/it/random_keys.rs`.
//!
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run screen -- -max_total_time=300 -max_len=2000`

#![no_main]

#[path = "../../tests/it/harness/desk.rs"]
#[allow(dead_code, reason = "the player makes a desk of its own")]
mod desk;
#[path = "../../tests/it/harness/player.rs"]
mod player;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    player::play(&mut bytes.iter().copied(), usize::MAX);
});
