//! Fuzz: an interval is moved by some days, so that cards learned together do not come back together.
//! Rules: Anki's scheduler.

use crate::card::CardId;
use rand::RngExt;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use xxhash_rust::xxh3::xxh3_64;

/// The least a pass may give, seen from the interval before.
pub(super) fn not_shorter(ideal: f32, before: u32) -> u32 {
    if ideal.round() as u32 > before {
        return before + 1;
    }
    let (_, upper) = fuzz_bounds(ideal);
    if before <= upper { before } else { 0 }
}

/// A number in 0..1 that is the same whenever this card is graded for the same time, so that an
/// undone answer given again brings the same day.
pub(super) fn fuzz_factor(id: &CardId, reps: u32) -> f32 {
    let seed = xxh3_64(id.as_str().as_bytes()).wrapping_add(u64::from(reps));
    ChaCha8Rng::seed_from_u64(seed).random::<f32>()
}

pub(super) fn fuzzed(ideal: f32, fuzz: impl Fn() -> f32, least: u32, longest: u32) -> u32 {
    let ideal = ideal.clamp(least as f32, longest as f32);
    let (lower, upper) = fuzz_bounds(ideal);
    let lower = lower.clamp(least, longest);
    let mut upper = upper.clamp(least, longest);
    if upper == lower && upper > 2 && upper < longest {
        upper += 1;
    }
    // To draw costs more than all the rest, and many intervals leave nothing to draw.
    if upper <= lower {
        return lower;
    }
    let days = (lower as f32 + fuzz() * (1 + upper - lower) as f32).floor() as u32;
    days.clamp(lower, upper)
}

/// First and last day an interval may be moved to. Source: Anki, as described in the scheduling facts:
/// none below 2.5 days, then 15 % up to 7 days, 10 % up to 20 and 5 % beyond, plus one day.
fn fuzz_bounds(ideal: f32) -> (u32, u32) {
    if ideal < 2.5 {
        let days = ideal.round() as u32;
        return (days, days);
    }
    let part = |from: f32, to: f32, share: f32| share * (ideal.min(to) - from).max(0.0);
    let delta = 1.0 + part(2.5, 7.0, 0.15) + part(7.0, 20.0, 0.10) + part(20.0, f32::MAX, 0.05);
    ((ideal - delta).round() as u32, (ideal + delta).round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fuzz_keeps_to_its_bounds() {
        for (ideal, bounds) in
            [(2.4, (2, 2)), (2.5, (2, 4)), (7.0, (5, 9)), (20.0, (17, 23)), (100.0, (93, 107))]
        {
            assert_eq!(fuzz_bounds(ideal), bounds, "{ideal}");
        }
        for step in 0..1000 {
            let fuzz = step as f32 / 1000.0;
            assert!((93..=107).contains(&fuzzed(100.0, || fuzz, 1, 36_500)));
            assert!((27..=30).contains(&fuzzed(400.0, || fuzz, 1, 30)));
            assert!(fuzzed(3.0, || fuzz, 9, 36_500) >= 9);
        }
    }
}
