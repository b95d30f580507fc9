//! Fitting the weights to one learner: the optimiser of the `fsrs` crate, and how far it is.

use crate::card::Grade;
use fsrs::{CombinedProgressState, ComputeParametersInput, FSRSItem, FSRSReview};
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// One answer in a card's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FitAnswer {
    /// How well it was recalled.
    pub grade: Grade,
    /// Study days since the answer before; 0 on the same day, and for the first answer.
    pub days: u32,
}

/// Why no weights came of a fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit(String);

impl fmt::Display for Unfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the optimiser found no weights: {}", self.0)
    }
}

impl std::error::Error for Unfit {}

/// How far a number of fits have come; to be looked at from another thread.
#[derive(Debug, Clone)]
pub struct FitWatch {
    fits: usize,
    done: Arc<AtomicUsize>,
    present: Arc<Mutex<CombinedProgressState>>,
}

impl FitWatch {
    /// A watch over this many fits.
    pub fn over(fits: usize) -> FitWatch {
        FitWatch { fits, done: Arc::default(), present: CombinedProgressState::new_shared() }
    }

    /// The share that is done, 0 to 1.
    pub fn share(&self) -> f32 {
        let present = self.present.lock().map_or(0.0, |state| match state.total() {
            0 => 0.0,
            total => state.current() as f32 / total as f32,
        });
        let done = self.done.load(Ordering::Relaxed) as f32 + present.min(1.0);
        (done / self.fits.max(1) as f32).min(1.0)
    }

    fn next(&self) {
        if let Ok(mut state) = self.present.lock() {
            state.splits.clear();
        }
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}

/// Longer histories are not learnt from; the optimiser leaves them out too.
const LONGEST: usize = 256;

/// The weights that these histories, one a card, speak for: 21 numbers, rounded to four decimals as
/// they are written down. `relearning_steps` is how many of them the learner has.
pub fn fit(histories: &[&[FitAnswer]], relearning_steps: usize, watch: &FitWatch) -> Result<Vec<f32>, Unfit> {
    let (train_set, card_ids) = items(histories);
    let input = ComputeParametersInput {
        train_set,
        card_ids: Some(card_ids),
        progress: Some(watch.present.clone()),
        enable_short_term: true,
        num_relearning_steps: Some(relearning_steps),
        training_config: None,
    };
    let weights = fsrs::compute_parameters(input).map_err(|error| Unfit(format!("{error:?}")));
    watch.next();
    Ok(weights?.into_iter().map(|weight| (weight * 1e4).round() / 1e4).collect())
}

/// What the optimiser learns from: for each answer on a later day, the history up to it.
fn items(histories: &[&[FitAnswer]]) -> (Vec<FSRSItem>, Vec<i64>) {
    let review = |answer: &FitAnswer| FSRSReview { rating: answer.grade as u32 + 1, delta_t: answer.days };
    let (mut items, mut cards) = (Vec::new(), Vec::new());
    for (history, card) in histories.iter().zip(0..) {
        let reviews: Vec<FSRSReview> = history.iter().take(LONGEST).map(review).collect();
        for last in (0..reviews.len()).filter(|last| reviews[*last].delta_t > 0) {
            items.push(FSRSItem { reviews: reviews[..=last].to_vec() });
            cards.push(card);
        }
    }
    (items, cards)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_on_a_later_day_is_learnt_from_with_what_was_before_it() {
        let answer = |grade, days| FitAnswer { grade, days };
        let history =
            [answer(Grade::Again, 0), answer(Grade::Good, 0), answer(Grade::Easy, 2), answer(Grade::Hard, 9)];
        let (items, cards) = items(&[&history[..1], &history]);
        let shapes: Vec<Vec<(u32, u32)>> = (items.iter())
            .map(|item| item.reviews.iter().map(|review| (review.rating, review.delta_t)).collect())
            .collect();
        assert_eq!(shapes, [vec![(1, 0), (3, 0), (4, 2)], vec![(1, 0), (3, 0), (4, 2), (2, 9)]]);
        assert_eq!(cards, [1, 1]);
    }
}
