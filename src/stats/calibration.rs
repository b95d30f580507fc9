//! Calibration: whether what was predicted came about, by the scheduler and by the learner.

use super::Rate;
use crate::card::Grade;
use crate::progress::{Confidence, ReviewStep};
use crate::state::Scheduler;
use serde::{Serialize, Serializer};

/// Predicted against actual recall, over the answers at least one study day after the card's last.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Calibration {
    /// How many answers there were, and how many were recalled.
    pub recall: Rate,
    /// The mean of the predicted probabilities.
    pub predicted: Option<f64>,
    /// Mean log loss, in nats; lower is better. Probabilities are kept within 10⁻⁶ of 0 and 1.
    pub log_loss: Option<f64>,
    /// The log loss of always predicting the share recalled; what a scheduler has to beat.
    pub log_loss_of_mean: Option<f64>,
    /// The root mean square of predicted minus actual recall over bins of like history, weighted by
    /// their answers. Bins and formula: FSRS, by elapsed days, earlier answers and lapses.
    pub rmse_bins: Option<f64>,
    /// Twenty bins of predicted recall.
    pub bins: Vec<Predicted>,
}

/// The answers whose predicted recall was in a range.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Predicted {
    /// The least.
    pub from: f64,
    /// The most.
    pub to: f64,
    /// Their mean predicted recall.
    pub predicted: Option<f64>,
    /// How many were recalled.
    pub recall: Rate,
}

/// The answers before which the learner was this sure.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Sure {
    /// How sure.
    #[serde(serialize_with = "name")]
    pub confidence: Confidence,
    /// How many were recalled.
    pub recall: Rate,
}

fn name<S: Serializer>(confidence: &Confidence, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(confidence.name())
}

const BINS: usize = 20;
/// The closest a probability comes to 0 and 1 before its logarithm is taken.
const CLOSEST: f64 = 1e-6;

/// Predictions and outcomes as they are gathered.
pub(super) struct CalibrationGathering {
    recall: Rate,
    predicted: f64,
    loss: f64,
    bins: [(f64, Rate); BINS],
    /// By the logarithms of elapsed days, earlier answers and lapses.
    alike: Vec<(f64, Rate)>,
    /// Earlier answers a day or more apart, and lapses among them, of each card.
    past: Vec<(u32, u32)>,
    elapsed: Logs,
    answers: Logs,
    lapses: Logs,
    sure: [Rate; 4],
}

/// Places for each of the three logarithms; 32-bit numbers stay below them.
const PLACES: (usize, usize, usize) = (20, 40, 48);

impl CalibrationGathering {
    pub(super) fn new(cards: usize) -> CalibrationGathering {
        CalibrationGathering {
            recall: Rate::default(),
            predicted: 0.0,
            loss: 0.0,
            bins: [(0.0, Rate::default()); BINS],
            alike: vec![(0.0, Rate::default()); PLACES.0 * PLACES.1 * PLACES.2],
            past: vec![(0, 0); cards],
            elapsed: Logs::new(3.62),
            answers: Logs::new(1.89),
            lapses: Logs::new(1.73),
            sure: [Rate::default(); 4],
        }
    }

    /// Takes in an answer; `counts` says whether it belongs to the figures.
    pub(super) fn take(&mut self, passage: &ReviewStep, scheduler: &Scheduler, counts: bool) {
        let Some(grade) = passage.grade else {
            self.past[passage.card] = (0, 0);
            return;
        };
        let rate = Rate::one(grade != Grade::Again);
        if let Some(confidence) = passage.confidence.filter(|_| counts) {
            self.sure[confidence as usize] += rate;
        }
        let elapsed = passage.elapsed();
        let Some(memory) = passage.before.memory.filter(|_| elapsed > 0) else { return };
        let past = &mut self.past[passage.card];
        let (answers, lapses) = *past;
        *past = (answers + 1, lapses + u32::from(grade == Grade::Again));
        if counts {
            let predicted = f64::from(scheduler.model.retrievability(memory, elapsed as f32));
            self.score(predicted, rate, [elapsed, answers, lapses]);
        }
    }

    fn score(&mut self, predicted: f64, rate: Rate, [elapsed, answers, lapses]: [u32; 3]) {
        let likely = predicted.clamp(CLOSEST, 1.0 - CLOSEST);
        self.loss -= if rate.recalled > 0 { likely.ln() } else { (1.0 - likely).ln() };
        self.predicted += predicted;
        self.recall += rate;
        let add = |bin: &mut (f64, Rate)| *bin = (bin.0 + predicted, bin.1 + rate);
        add(&mut self.bins[((predicted * BINS as f64) as usize).min(BINS - 1)]);
        // FSRS counts the answer itself, and one more.
        let (elapsed, answers) = (self.elapsed.of(elapsed), self.answers.of(answers.saturating_add(2)));
        let lapses = if lapses == 0 { 0 } else { 1 + self.lapses.of(lapses) };
        add(&mut self.alike[(elapsed * PLACES.1 + answers) * PLACES.2 + lapses]);
    }

    pub(super) fn finish(self) -> (Calibration, Vec<Sure>) {
        let of = f64::from(self.recall.of);
        let mean = |sum: f64| (self.recall.of > 0).then(|| sum / of);
        let squares = self.alike.iter().filter(|(_, rate)| rate.of > 0).map(|(predicted, rate)| {
            let of = f64::from(rate.of);
            let error = predicted / of - f64::from(rate.recalled) / of;
            error * error * of
        });
        let bins = self.bins.iter().enumerate().map(|(index, (predicted, rate))| Predicted {
            from: index as f64 / BINS as f64,
            to: (index + 1) as f64 / BINS as f64,
            predicted: (rate.of > 0).then(|| predicted / f64::from(rate.of)),
            recall: *rate,
        });
        let calibration = Calibration {
            recall: self.recall,
            predicted: mean(self.predicted),
            log_loss: mean(self.loss),
            log_loss_of_mean: self.recall.share().map(entropy),
            rmse_bins: mean(squares.sum()).map(f64::sqrt),
            bins: bins.collect(),
        };
        let sure = |confidence| Sure { confidence, recall: self.sure[confidence as usize] };
        (calibration, Confidence::ALL.map(sure).into())
    }
}

/// The log loss of a constant prediction that is right on average.
fn entropy(share: f64) -> f64 {
    let part = |share: f64| if share > 0.0 { -share * share.ln() } else { 0.0 };
    part(share) + part(1.0 - share)
}

/// Whole parts of the logarithms of counts, those of small ones at hand.
struct Logs {
    base: f64,
    small: Vec<u8>,
}

impl Logs {
    fn new(base: f64) -> Logs {
        let mut logs = Logs { base, small: Vec::new() };
        logs.small = (0..2048).map(|count| logs.log(count) as u8).collect();
        logs
    }

    fn of(&self, count: u32) -> usize {
        self.small.get(count as usize).map_or_else(|| self.log(count), |log| usize::from(*log))
    }

    fn log(&self, count: u32) -> usize {
        f64::from(count.max(1)).log(self.base).floor() as usize
    }
}
