//! Random keys, clicks, pastes, sizes, decks and logs over all screens: nothing panics, and nothing that a
//! terminal would obey is ever drawn.
//!
//! `BACKPROP_EVENTS=1000000 cargo test --release --test random_keys -- --nocapture` plays so many events.

#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]
#![allow(clippy::print_stdout, reason = "a test says which game failed, and how far it is")]

mod player;

use backprop::ui::keymap::Context;
use player::play;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;

/// Events of one game; another one begins with another seed.
const GAME: usize = 500;

/// Says which game it was when it fails.
struct Seed(u64);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("this was game {}", self.0);
        }
    }
}

#[test]
fn whatever_is_pressed_nothing_panics_and_only_text_is_drawn() {
    let wanted: usize = std::env::var("BACKPROP_EVENTS").map_or(800, |count| count.parse().unwrap());
    let first: u64 = std::env::var("BACKPROP_GAME").map_or(0, |game| game.parse().unwrap());
    let (mut events, mut places) = (0, BTreeMap::<String, usize>::new());
    for seed in first.. {
        if events >= wanted {
            break;
        }
        let _seed = Seed(seed);
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let mut bytes = std::iter::from_fn(|| Some(chance.random::<u8>()));
        let (played, drawn) = play(&mut bytes, GAME);
        events += played;
        for (place, count) in drawn {
            *places.entry(place).or_default() += count;
        }
    }
    println!("{events} events; drawn: {places:?}");
    let missing: Vec<String> = Context::SCREENS.iter().map(|context| format!("{context:?}")).collect();
    let missing: Vec<&String> = missing.iter().filter(|place| !places.contains_key(*place)).collect();
    assert!(wanted < 100_000 || missing.is_empty(), "never reached: {missing:?}");
}
