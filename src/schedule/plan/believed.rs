//! Whom the forecast plays: learners as the answers so far make them likely.
//!
//! The memory model is that of the average learner, or fitted to this one; nobody is just like it. A
//! learner is told apart by three numbers: how many times as long as the model has it they remember a card
//! after its first day, how many times as long one that came back on a later day, and which share of what
//! they then should recall they do recall. The first two differ, because learners are least alike after a
//! first look: a card that was nearly forgotten gains more by its next recall than one that was not.
//! Before the first answer learners are as likely as real users are found around the default weights. Every
//! answer to a card of an earlier day weighs them by how well each foretold it, see [`Recalls`]; no number
//! of answers is needed first.

use crate::memory::Model;
use crate::progress::Recalls;

/// Learners that are played through.
pub const LEARNERS: usize = 8;

/// A learner of the forecast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Believed {
    /// How many times as long as the model has it this learner remembers a card after its first day.
    pub young: f32,
    /// The same of a card that was recalled on a later day.
    pub older: f32,
    /// The share of what the model expects of such a memory that is recalled.
    pub share: f32,
}

/// Of the logarithm of [`Believed::young`]: the mean and the standard deviation. These three lines are rounded
/// from what simulated learners with the weights of real users come to.
const YOUNG: (f32, f32) = (0.0, 1.3);

/// Of the logarithm of [`Believed::older`]: the mean where [`Believed::young`] is 1, how much of its logarithm
/// comes to it, and the standard deviation around that.
const OLDER: (f32, f32, f32) = (0.2, 0.65, 0.5);

/// Standard deviations from the middle at which learners are thought of, and how many.
const FARTHEST: f32 = 3.0;
const OF_YOUNG: usize = 25;
const OF_OLDER: usize = 9;

/// Shares of recall, with how likely each is before any answer.
const SHARES: [(f32, f32); 6] =
    [(1.0, 0.95), (0.93, 0.02), (0.8, 0.01), (0.6, 0.01), (0.4, 0.005), (0.2, 0.005)];

/// One grade in twenty is given by mistake, and then mostly another that was recalled.
const HIT: f32 = 0.98;
const SLIP: f32 = 0.05;

/// Answers count in full up to so many; of more of them each counts less, since a learner of tomorrow is not
/// just that of yesterday, and no card is the average one.
const TELLING: f32 = 80.0;

/// Where learners are compared to put them in order: after so many stabilities.
const COMPARED: [f32; 2] = [1.0, 4.0];

impl Believed {
    /// One who is just as the model has it.
    pub const AVERAGE: Believed = Believed { young: 1.0, older: 1.0, share: 1.0 };

    /// The probability of recall of a card, this many days after an answer that left it this stability.
    pub fn recall(&self, model: &Model, stability: f32, is_young: bool, days: f32) -> f32 {
        let factor = if is_young { self.young } else { self.older };
        self.share * model.recall(stability * factor, days)
    }

    /// Equally likely learners, from the weakest to the strongest.
    pub fn after(model: &Model, recalls: &Recalls) -> [Believed; LEARNERS] {
        let mut learners = thought_of();
        let answers: u32 = recalls.classes().map(|class| class.forgotten + class.recalled).sum();
        let power = (TELLING / answers.max(1) as f32).min(1.0);
        for (learner, likely) in &mut learners {
            let told = recalls.classes().map(|class| {
                let recall = learner.recall(model, 1.0, class.is_young, class.time);
                let answered_well = SLIP + (HIT - SLIP) * recall;
                class.recalled as f32 * answered_well.ln()
                    + class.forgotten as f32 * (1.0 - answered_well).ln()
            });
            *likely += power * told.sum::<f32>();
        }
        let strength = |learner: &Believed| -> f32 {
            let both = |time: &f32| {
                [true, false].map(|is_young| learner.recall(model, 1.0, is_young, *time)).iter().sum::<f32>()
            };
            COMPARED.iter().map(both).sum()
        };
        learners.sort_by(|(one, _), (other, _)| strength(one).total_cmp(&strength(other)));
        means(&learners)
    }
}

/// All learners that are thought of, with the logarithm of how likely they are before any answer.
fn thought_of() -> Vec<(Believed, f32)> {
    let deviations = |number: usize, of: usize| FARTHEST * (2.0 * number as f32 / (of - 1) as f32 - 1.0);
    let mut all = Vec::with_capacity(OF_YOUNG * OF_OLDER * SHARES.len());
    for young in (0..OF_YOUNG).map(|number| deviations(number, OF_YOUNG)) {
        let of_young = YOUNG.0 + YOUNG.1 * young;
        for older in (0..OF_OLDER).map(|number| deviations(number, OF_OLDER)) {
            let of_older = OLDER.0 + OLDER.1 * of_young + OLDER.2 * older;
            let likely = -(young * young + older * older) / 2.0;
            all.extend(SHARES.map(|(share, of_share)| {
                (Believed { young: of_young.exp(), older: of_older.exp(), share }, likely + of_share.ln())
            }));
        }
    }
    all
}

/// The means of equally likely parts of learners that are in order.
fn means(learners: &[(Believed, f32)]) -> [Believed; LEARNERS] {
    let most = learners.iter().map(|(_, likely)| *likely).fold(f32::NEG_INFINITY, f32::max);
    let weights: Vec<f32> = learners.iter().map(|(_, likely)| (likely - most).exp()).collect();
    let part = weights.iter().sum::<f32>() / LEARNERS as f32;
    let (mut sums, mut at, mut room) = ([[0.0f32; 4]; LEARNERS], 0, part);
    for ((learner, _), weight) in learners.iter().zip(&weights) {
        let mut left = *weight;
        loop {
            let share = if at + 1 < LEARNERS { left.min(room) } else { left };
            let values = [1.0, learner.young.ln(), learner.older.ln(), learner.share];
            sums[at].iter_mut().zip(values).for_each(|(sum, value)| *sum += share * value);
            (left, room) = (left - share, room - share);
            if left <= 0.0 {
                break;
            }
            (at, room) = (at + 1, part);
        }
    }
    sums.map(|[all, young, older, share]| Believed {
        young: (young / all).exp(),
        older: (older / all).exp(),
        share: share / all,
    })
}
