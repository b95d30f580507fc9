//! Whom the forecast plays: learners as the answers so far make them likely.
//!
//! The memory model is that of the average learner, or fitted to this one; nobody is just like it. A
//! learner is told apart by two numbers: how many times as long as the model has it they remember, and
//! which share of what they then should recall they do recall. Before the first answer learners are as
//! likely as real users are found around the default weights. Every answer to a card of an earlier day
//! weighs them by how well each foretold it, see [`Recalls`]; no number of answers is needed first.

use crate::memory::Model;
use crate::progress::Recalls;

/// Learners that are played through.
pub const LEARNERS: usize = 8;

/// A learner of the forecast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Believed {
    /// How many times as long as the model has it this learner remembers.
    pub memory: f32,
    /// The share of what the model expects of such a memory that is recalled.
    pub share: f32,
}

/// The standard deviation of the logarithm of [`Believed::memory`]. Chosen so that the ranges hold four in
/// five outcomes of learners with the weights of real users.
const SPREAD: f32 = 0.95;

/// Standard deviations from the middle at which learners are thought of, and how many.
const FARTHEST: f32 = 3.0;
const MEMORIES: usize = 25;

/// Shares of recall, with how likely each is before any answer.
const SHARES: [(f32, f32); 6] =
    [(1.0, 0.88), (0.93, 0.05), (0.8, 0.03), (0.6, 0.02), (0.4, 0.01), (0.2, 0.01)];

/// One grade in twenty is given by mistake, and then mostly another that was recalled.
const HIT: f32 = 0.98;
const SLIP: f32 = 0.05;

/// Answers count in full up to so many; of more of them each counts less, since a learner of tomorrow is not
/// just that of yesterday, and no card is the average one.
const TELLING: f32 = 100.0;

/// Where learners are compared to put them in order: after so many stabilities.
const COMPARED: [f32; 2] = [1.0, 4.0];

impl Believed {
    /// One who is just as the model has it.
    pub const AVERAGE: Believed = Believed { memory: 1.0, share: 1.0 };

    /// The probability of recall, this many days after an answer that left this stability.
    pub fn recall(&self, model: &Model, stability: f32, days: f32) -> f32 {
        self.share * model.recall(stability * self.memory, days)
    }

    /// Equally likely learners, from the weakest to the strongest.
    pub fn after(model: &Model, recalls: &Recalls) -> [Believed; LEARNERS] {
        let mut learners = thought_of();
        let answers: u32 = recalls.classes().map(|class| class.forgotten + class.recalled).sum();
        let power = (TELLING / answers.max(1) as f32).min(1.0);
        for (learner, likely) in &mut learners {
            let told = recalls.classes().map(|class| {
                let recall = learner.recall(model, 1.0, class.time);
                let answered_well = SLIP + (HIT - SLIP) * recall;
                class.recalled as f32 * answered_well.ln()
                    + class.forgotten as f32 * (1.0 - answered_well).ln()
            });
            *likely += power * told.sum::<f32>();
        }
        let strength = |learner: &Believed| -> f32 {
            COMPARED.iter().map(|time| learner.recall(model, 1.0, *time)).sum()
        };
        learners.sort_by(|(one, _), (other, _)| strength(one).total_cmp(&strength(other)));
        quantiles(&learners)
    }
}

/// All learners that are thought of, with the logarithm of how likely they are before any answer.
fn thought_of() -> Vec<(Believed, f32)> {
    let memories = (0..MEMORIES).map(|number| {
        let deviations = FARTHEST * (2.0 * number as f32 / (MEMORIES - 1) as f32 - 1.0);
        ((SPREAD * deviations).exp(), -deviations * deviations / 2.0)
    });
    let with_share = |(memory, likely): (f32, f32)| {
        SHARES.map(|(share, of_share)| (Believed { memory, share }, likely + of_share.ln()))
    };
    memories.flat_map(with_share).collect()
}

/// The middles of equally likely parts of learners that are in order.
fn quantiles(learners: &[(Believed, f32)]) -> [Believed; LEARNERS] {
    let most = learners.iter().map(|(_, likely)| *likely).fold(f32::NEG_INFINITY, f32::max);
    let weights: Vec<f32> = learners.iter().map(|(_, likely)| (likely - most).exp()).collect();
    let all: f32 = weights.iter().sum();
    std::array::from_fn(|part| {
        let mut left = all * (part as f32 + 0.5) / LEARNERS as f32;
        let found = learners.iter().zip(&weights).find(|(_, weight)| {
            left -= **weight;
            left < 0.0
        });
        found.map_or(Believed::AVERAGE, |((learner, _), _)| *learner)
    })
}
