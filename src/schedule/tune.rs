//! Tuning: weights fitted to one learner's answers, and whether they predict that learner better.
//!
//! Only answers on a later day than the one before say something about forgetting. Weights are judged
//! on the last fifth of these, in four windows: those of a window are predicted by weights that were
//! fitted to what came before it. So nothing is judged by answers it has seen, and the judgement is
//! about what matters in use: the answers to come.

use crate::card::CardId;
use crate::day::Day;
use crate::memory::fit::{self, FitAnswer, FitWatch, Unfit};
use crate::memory::{Memory, Model};
use crate::messages::{Message, WorkMessage};
use crate::progress::{Kind, NeedsHistory, Progress};
use std::collections::{BTreeMap, HashMap};
use std::fmt;

/// How many answers on a later day it takes. With fewer, fitted weights are as often worse as better.
pub const NEEDED: usize = 1_000;

/// The windows that weights are judged on, each a twentieth of the answers on a later day.
const WINDOWS: usize = 4;
const WINDOW: usize = 20;

/// How many fits a tuning takes; what a [`FitWatch`] watches over.
pub const FITS: usize = WINDOWS + 1;

/// Why there are no weights to judge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Too few answers on a later day.
    TooFew {
        /// How many there are.
        have: usize,
    },
    /// The optimiser gave up.
    Unfit(Unfit),
    /// Only the end of the log is in memory.
    NeedsHistory,
}

impl From<&Refusal> for Message {
    fn from(refusal: &Refusal) -> Message {
        match refusal {
            Refusal::TooFew { have } => WorkMessage::TooFewAnswers { have: *have, needed: NEEDED }.into(),
            Refusal::Unfit(cause) => Message::Foreign(cause.to_string()),
            Refusal::NeedsHistory => NeedsHistory.into(),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::TooFew { .. } => Message::from(self).fmt(out),
            Refusal::Unfit(cause) => cause.fmt(out),
            Refusal::NeedsHistory => NeedsHistory.fmt(out),
        }
    }
}

impl std::error::Error for Refusal {}

/// How well weights predict answers they have not seen; less is better.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Score {
    /// Mean of −ln(the probability given to what happened).
    pub log_loss: f64,
    /// Root of the mean squared distance between predicted and actual recall, over bins of answers
    /// alike in waiting time, length of history and lapses. Source: srs-benchmark.
    pub rmse: f64,
}

/// Fitted weights, and how they compare.
#[derive(Debug, Clone, PartialEq)]
pub struct Tuning {
    /// All answers.
    pub answers: usize,
    /// Those on a later day than the one before.
    pub next_day: usize,
    /// How many of them the scores are about.
    pub held_out: usize,
    /// The weights in use.
    pub present: Score,
    /// The published weights.
    pub defaults: Score,
    /// Weights fitted to what came before.
    pub fitted: Score,
    /// The weights fitted to everything.
    pub weights: Vec<f32>,
}

impl Tuning {
    /// Whether the fitted weights are to be taken.
    pub fn is_better(&self) -> bool {
        self.fitted.log_loss < self.present.log_loss.min(self.defaults.log_loss)
    }
}

/// Fits weights to all answers of a log, and judges them.
pub fn tune(progress: &Progress, watch: &FitWatch) -> Result<Tuning, Refusal> {
    if !progress.is_whole() {
        return Err(Refusal::NeedsHistory);
    }
    let scheduler = progress.scheduler();
    let steps = scheduler.rules.relearning_steps.len();
    let histories = Histories::of(progress);
    let next_day = histories.later.len();
    if next_day < NEEDED {
        return Err(Refusal::TooFew { have: next_day });
    }
    let cut = |window: usize| match histories.later.get(next_day - (WINDOWS - window) * next_day / WINDOW) {
        Some(number) => *number,
        None => histories.answers,
    };
    let mut sums = [PredictionSum::default(), PredictionSum::default(), PredictionSum::default()];
    for window in 0..WINDOWS {
        let (from, to) = (cut(window), cut(window + 1));
        let weights = fit::fit(&histories.before(from), steps, watch).map_err(Refusal::Unfit)?;
        let fitted = Model::new(&weights).expect("fitted weights are finite and complete");
        for (sum, model) in sums.iter_mut().zip([&scheduler.model, &Model::default(), &fitted]) {
            histories.judge(model, from, to, sum);
        }
    }
    let weights = fit::fit(&histories.before(histories.answers), steps, watch).map_err(Refusal::Unfit)?;
    let [present, defaults, fitted] = sums.each_ref().map(PredictionSum::score);
    Ok(Tuning {
        answers: histories.answers,
        next_day,
        held_out: sums[0].count,
        present,
        defaults,
        fitted,
        weights,
    })
}

/// The answers of every card.
struct Histories {
    /// Each card's answers in time order; a card that was reset starts again as another.
    cards: Vec<Vec<FitAnswer>>,
    /// The numbers of these answers, counted over all cards in time order.
    numbers: Vec<Vec<usize>>,
    answers: usize,
    /// The numbers of answers on a later day than the one before.
    later: Vec<usize>,
}

impl Histories {
    fn of(progress: &Progress) -> Histories {
        let mut histories =
            Histories { cards: Vec::new(), numbers: Vec::new(), answers: 0, later: Vec::new() };
        let mut open: HashMap<CardId, (usize, Day)> = HashMap::new();
        for event in progress.counting() {
            match event.kind {
                Kind::Reset => drop(open.remove(&event.card)),
                Kind::Review(review) => {
                    let (place, last) = open.entry(event.card).or_insert_with(|| {
                        histories.cards.push(Vec::new());
                        histories.numbers.push(Vec::new());
                        (histories.cards.len() - 1, event.day)
                    });
                    let days = event.day.days_since(*last);
                    *last = event.day;
                    if days > 0 {
                        histories.later.push(histories.answers);
                    }
                    histories.cards[*place].push(FitAnswer { grade: review.grade, days });
                    histories.numbers[*place].push(histories.answers);
                    histories.answers += 1;
                }
                _ => (),
            }
        }
        histories
    }

    /// The answers numbered below `end`.
    fn before(&self, end: usize) -> Vec<&[FitAnswer]> {
        let cards = self.cards.iter().zip(&self.numbers);
        cards.map(|(card, numbers)| &card[..numbers.partition_point(|number| *number < end)]).collect()
    }

    /// Lets a model predict the answers numbered from `from` to below `to`.
    fn judge(&self, model: &Model, from: usize, to: usize, sum: &mut PredictionSum) {
        for (card, numbers) in self.cards.iter().zip(&self.numbers) {
            let end = numbers.partition_point(|number| *number < to);
            if end == 0 || numbers[end - 1] < from {
                continue;
            }
            let mut memory: Option<Memory> = None;
            let (mut length, mut lapses) = (0, 0);
            for (answer, number) in card[..end].iter().zip(numbers) {
                let recalled = answer.grade != crate::card::Grade::Again;
                if let Some(memory) = memory
                    && answer.days > 0
                {
                    length += 1;
                    if *number >= from {
                        let predicted = model.retrievability(memory, answer.days as f32);
                        sum.add(predicted, recalled, bin(answer.days, length, lapses));
                    }
                    lapses += u32::from(!recalled);
                }
                memory = Some(model.next(memory, answer.days)[answer.grade as usize]);
            }
        }
    }
}

type CalibrationBin = (u32, u32, u32);

/// Answers alike in waiting time, answers on later days so far (with this one), and lapses before it.
/// Source: the bins of srs-benchmark.
fn bin(days: u32, length: u32, lapses: u32) -> CalibrationBin {
    let group = |scale: f64, base: f64, value: u32| scale * base.powf(f64::from(value).log(base).floor());
    let lapse = if lapses == 0 { 0 } else { group(1.65, 1.73, lapses).round() as u32 };
    ((group(2.48, 3.62, days) * 100.0).round() as u32, group(1.99, 1.89, length + 1).round() as u32, lapse)
}

/// Predictions against answers, summed up.
#[derive(Debug, Default)]
struct PredictionSum {
    count: usize,
    loss: f64,
    /// By bin: how many, predicted recall, actual recall.
    bins: BTreeMap<CalibrationBin, (f64, f64, f64)>,
}

impl PredictionSum {
    fn add(&mut self, predicted: f32, recalled: bool, bin: CalibrationBin) {
        let predicted = f64::from(predicted).clamp(1e-7, 1.0 - 1e-7);
        self.count += 1;
        self.loss -= if recalled { predicted.ln() } else { (1.0 - predicted).ln() };
        let bin = self.bins.entry(bin).or_default();
        *bin = (bin.0 + 1.0, bin.1 + predicted, bin.2 + f64::from(u8::from(recalled)));
    }

    fn score(&self) -> Score {
        let count = self.count.max(1) as f64;
        let squares =
            self.bins.values().map(|(count, predicted, actual)| (predicted - actual).powi(2) / count);
        Score { log_loss: self.loss / count, rmse: (squares.sum::<f64>() / count).sqrt() }
    }
}
