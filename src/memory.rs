//! Memory of a card: stability and difficulty, as FSRS-6 models them.
//!
//! The only room that touches the `fsrs` crate. Source of the formulas: FSRS-6, open-spaced-repetition;
//! the crate is the code that Anki runs, so the same history gives the same figures there.

pub mod fit;

use crate::card::Grade;
use fsrs::{FSRS, FSRSItem, FSRSReview, MemoryState};
use serde::{Deserialize, Serialize};

/// What is remembered of a card right after a review.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// Stability: days until recall falls to 90 %. From 0.001 to 36 500.
    pub stability: f32,
    /// Difficulty, from 1 to 10.
    pub difficulty: f32,
}

/// The memory model with one learner's weights.
#[derive(Debug, Clone)]
pub struct Model {
    fsrs: FSRS,
    decay: f32,
    /// What makes the curve pass through 90 % after stability days.
    factor: f32,
}

/// Weights that FSRS-6 cannot be built from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadWeights;

impl std::fmt::Display for BadWeights {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("FSRS weights must be 21 finite numbers (or none, for the defaults)")
    }
}

impl std::error::Error for BadWeights {}

/// The decay of the forgetting curve is the last of the 21 weights.
const DECAY: usize = 20;

impl Default for Model {
    fn default() -> Model {
        Model::new(&[]).expect("the default weights are legal")
    }
}

impl Model {
    /// A model with these 21 weights; none means the FSRS-6 defaults. Out-of-range weights are
    /// clipped to their legal ranges by the `fsrs` crate.
    pub fn new(weights: &[f32]) -> Result<Model, BadWeights> {
        let weights = if weights.is_empty() { &fsrs::DEFAULT_PARAMETERS } else { weights };
        if weights.len() != fsrs::DEFAULT_PARAMETERS.len() || weights.iter().any(|w| !w.is_finite()) {
            return Err(BadWeights);
        }
        let fsrs = FSRS::new(weights).map_err(|_| BadWeights)?;
        // The crate clips the decay to this range; the curve below has to use the same number.
        let decay = weights[DECAY].clamp(0.1, 0.8);
        Ok(Model { fsrs, decay, factor: 0.9f32.powf(1.0 / -decay) - 1.0 })
    }

    /// Memory after each of the four grades, worst first, `days` study days after the last review;
    /// 0 is a review on the same day. `None` is a card never reviewed.
    pub fn next(&self, memory: Option<Memory>, days: u32) -> [Memory; 4] {
        let state = memory.map(|m| MemoryState { stability: m.stability, difficulty: m.difficulty });
        // The retention only shapes the intervals of the answer, which are not used here.
        let next = self.fsrs.next_states(state, 0.9, days).expect("finite memory stays finite");
        [next.again, next.hard, next.good, next.easy]
            .map(|s| Memory { stability: s.memory.stability, difficulty: s.memory.difficulty })
    }

    /// Memory after one grade: the same as its place in [`Model::next`], at a quarter of the work.
    pub fn after(&self, memory: Option<Memory>, days: u32, grade: Grade) -> Memory {
        let state = memory.map(|m| MemoryState { stability: m.stability, difficulty: m.difficulty });
        let review = FSRSReview { rating: grade as u32 + 1, delta_t: days };
        let next = self.fsrs.memory_state(FSRSItem { reviews: vec![review] }, state);
        let next = next.expect("finite memory stays finite");
        Memory { stability: next.stability, difficulty: next.difficulty }
    }

    /// The probability of recall `days` study days after the last review.
    pub fn retrievability(&self, memory: Memory, days: f32) -> f32 {
        self.recall(memory.stability, days)
    }

    /// How fast the forgetting curve flattens: the last of the weights.
    pub fn decay(&self) -> f32 {
        self.decay
    }

    /// The same at a stability in days, which is all that the curve needs of a memory.
    pub fn recall(&self, stability: f32, days: f32) -> f32 {
        (days / stability * self.factor + 1.0).powf(-self.decay)
    }

    /// Days until recall falls from 1 to `retention`; not rounded, may be below one.
    pub fn interval(&self, memory: Memory, retention: f32) -> f32 {
        self.fsrs.next_interval(Some(memory.stability), retention, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The history of the design's table: Good, then Good after that many study days.
    #[test]
    fn elapsed_days_decide_how_stability_grows() {
        let model = Model::default();
        let first = model.next(None, 0)[2];
        for (days, stability) in [(0, 2.3065), (1, 7.3153), (2, 10.9643)] {
            let second = model.next(Some(first), days)[2];
            assert!((second.stability - stability).abs() < 1e-3, "{days} days: {}", second.stability);
        }
    }

    #[test]
    fn recall_falls_to_ninety_percent_after_stability_days() {
        let model = Model::default();
        let memory = Memory { stability: 12.0, difficulty: 5.0 };
        assert_eq!(model.retrievability(memory, 0.0), 1.0);
        assert!((model.retrievability(memory, 12.0) - 0.9).abs() < 1e-5);
        assert!((model.interval(memory, 0.9) - 12.0).abs() < 1e-3);
    }

    #[test]
    fn one_grade_gives_what_it_gives_among_all_four() {
        let model = Model::default();
        for step in 0..20_000u32 {
            let spread = |salt: u32| step.wrapping_mul(2_654_435_761).wrapping_add(salt) % 9973;
            let stability = 0.001 * 1.0018f32.powi(spread(1) as i32);
            let memory = Memory { stability, difficulty: 1.0 + spread(2) as f32 / 1108.2 };
            let memory = Some(memory).filter(|_| step % 50 > 0);
            let days = spread(3) % 400 * u32::from(step % 3 > 0);
            let one = Grade::ALL.map(|grade| model.after(memory, days, grade));
            assert_eq!(one, model.next(memory, days), "{memory:?} {days}");
        }
    }

    #[test]
    fn the_curve_is_that_of_the_crate() {
        let model = Model::default();
        for days in 0..2000 {
            let memory = Memory { stability: 0.01 * 1.007f32.powi(days), difficulty: 5.0 };
            let state = MemoryState { stability: memory.stability, difficulty: 5.0 };
            let theirs = fsrs::current_retrievability(state, days as f32, fsrs::DEFAULT_PARAMETERS[DECAY]);
            assert_eq!(model.retrievability(memory, days as f32), theirs);
        }
    }

    #[test]
    fn recall_asks_of_a_memory_only_its_stability() {
        let model = Model::default();
        for stability in [0.001, 0.2, 3.0, 400.0, 36_500.0] {
            for days in [0.0, 1.0, 7.0, 60.0, 10_000.0] {
                let memory = Memory { stability, difficulty: 5.0 };
                let (short, long) = (model.recall(stability, days), model.retrievability(memory, days));
                assert!((short - long).abs() < 1e-5, "{stability} {days}: {short} {long}");
            }
        }
    }

    #[test]
    fn weights_that_are_no_weights_are_refused() {
        assert!(Model::new(&[1.0; 20]).is_err());
        assert!(Model::new(&[f32::NAN; 21]).is_err());
        assert!(Model::new(&[]).is_ok());
    }
}
