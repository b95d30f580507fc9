//! Tuning, on simulated learners whose memory follows known weights: what it finds, refuses and writes.
//!
//! `BACKPROP_LEARNERS=FILE cargo test --test it tune::many -- --nocapture` reads a file of 21 weights a line
//! and prints, for several lengths of history, how often tuning accepts and what is gained.

use crate::harness::run::program;
use backprop::card::{CardId, Grade};
use backprop::day::{At, Calendar, Day};
use backprop::memory::fit::FitWatch;
use backprop::memory::{Memory, Model};
use backprop::progress::{Kind, LogEvent, Progress, Review};
use backprop::schedule::tune::{FITS, NEEDED, Refusal, Tuning, tune};
use backprop::state::{Due, Rules, Scheduler};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// A learner who forgets sooner and unlike the published weights say. Source: one of the public results
/// of srs-benchmark.
const FORGETFUL: [f32; 21] = [
    0.3386, 0.1813, 0.6832, 3.1445, 6.5993, 0.598, 3.1175, 0.0481, 1.5838, 0.2013, 0.4683, 1.748, 0.0207,
    0.6015, 1.8318, 0.4184, 1.7677, 0.3788, 0.3086, 0.1323, 0.4643,
];

/// A learner in a simulated world.
struct Learner {
    truth: Model,
    progress: Progress,
    memories: HashMap<CardId, Memory>,
    chance: ChaCha8Rng,
    /// Surprise of a judge who knows the truth, over all answers on a later day.
    surprise: Vec<f64>,
}

const FIRST: Day = Day(20_000);

impl Learner {
    fn new(weights: &[f32], seed: u64) -> Learner {
        Learner {
            truth: Model::new(weights).unwrap(),
            progress: Progress::default(),
            memories: HashMap::new(),
            chance: ChaCha8Rng::seed_from_u64(seed),
            surprise: Vec::new(),
        }
    }

    /// Studies day after day, twenty new cards a day, until so many answers came on a later day.
    fn study(&mut self, later: usize) {
        let mut day = 0;
        while self.surprise.len() < later {
            let day_begins = Calendar::utc().start_of(FIRST.plus(day));
            let mut at = day_begins.plus_seconds(6 * 3600);
            let mut due: Vec<CardId> = (self.progress.records())
                .filter(|(_, record)| matches!(record.state.due, Some(Due::On(on)) if on <= FIRST.plus(day)))
                .map(|(id, _)| id.clone())
                .collect();
            due.sort();
            due.extend((0..20).map(|card| CardId::from(format!("card-{day}-{card}").as_str())));
            for card in due {
                // Until it leaves for days.
                loop {
                    at = at.plus_seconds(20);
                    self.answer(&card, at);
                    let state = self.progress.record(&card).unwrap().state;
                    if matches!(state.due, Some(Due::On(_))) {
                        break;
                    }
                }
            }
            day += 1;
        }
    }

    fn answer(&mut self, card: &CardId, at: At) {
        let now = Calendar::utc().moment(at);
        let state = self.progress.record(card).map(|record| record.state).unwrap_or_default();
        let days = state.last.map_or(0, |last| now.day.days_since(last.day));
        let memory = self.memories.get(card).copied();
        let grade = match memory {
            None => [Grade::Again, Grade::Hard, Grade::Good, Grade::Good, Grade::Easy]
                [self.chance.random_range(0..5)],
            Some(memory) => {
                let recall = f64::from(self.truth.retrievability(memory, days as f32));
                let recalls = self.chance.random_bool(recall.clamp(0.0, 1.0));
                if days > 0 {
                    self.surprise.push(-if recalls { recall.ln() } else { (1.0 - recall).ln() });
                }
                match (recalls, self.chance.random_range(0..10)) {
                    (false, _) => Grade::Again,
                    (true, 0) => Grade::Hard,
                    (true, 9) => Grade::Easy,
                    (true, _) => Grade::Good,
                }
            }
        };
        self.memories.insert(card.clone(), self.truth.next(memory, days)[grade as usize]);
        self.progress.note(now, card, Kind::Review(Review::new(grade, "recall", 5000))).unwrap();
    }

    fn tune(&self) -> Result<Tuning, Refusal> {
        let watch = FitWatch::over(FITS);
        let tuning = tune(&self.progress, &watch);
        if tuning.is_ok() {
            assert_eq!(watch.share(), 1.0);
        }
        tuning
    }

    /// What one who knows the truth is surprised by, over the last answers.
    fn least_loss(&self, last: usize) -> f64 {
        self.surprise[self.surprise.len() - last..].iter().sum::<f64>() / last as f64
    }
}

#[test]
fn weights_fitted_to_a_learner_foretell_that_learner_better() {
    let mut learner = Learner::new(&FORGETFUL, 7);
    learner.study(6_000);
    let tuning = learner.tune().unwrap();
    assert_eq!(tuning.next_day, learner.surprise.len());
    assert!(tuning.held_out.abs_diff(tuning.next_day / 5) <= 1, "{tuning:?}");
    assert_eq!(tuning.present, tuning.defaults, "the published weights are in use");
    let least = learner.least_loss(tuning.held_out);
    assert!(tuning.is_better() && tuning.fitted.rmse < tuning.defaults.rmse, "{tuning:?}");
    let (gap, before) = (tuning.fitted.log_loss - least, tuning.defaults.log_loss - least);
    assert!(gap < before / 3.0, "of {before} above the least possible, {gap} is left: {tuning:?}");
    // Tuned once, the same answers give nothing better.
    let rules = Rules { weights: tuning.weights.clone(), ..Rules::default() };
    learner.progress.refold(Scheduler::new(rules).unwrap()).unwrap();
    let again = learner.tune().unwrap();
    assert!((again.defaults.log_loss - tuning.defaults.log_loss).abs() < 1e-9);
    assert!(again.present.log_loss < again.defaults.log_loss && !again.is_better(), "{again:?}");
}

#[test]
fn a_learner_as_the_published_weights_say_keeps_them() {
    let mut learner = Learner::new(&[], 3);
    learner.study(3_000);
    let tuning = learner.tune().unwrap();
    let least = learner.least_loss(tuning.held_out);
    assert!((tuning.defaults.log_loss - least).abs() < 1e-4, "{least} {tuning:?}");
    assert!(!tuning.is_better(), "{tuning:?}");
}

#[test]
fn too_few_answers_are_refused_and_undone_ones_and_resets_are_heeded() {
    let mut learner = Learner::new(&[], 5);
    learner.study(NEEDED / 2);
    let have = learner.surprise.len();
    assert_eq!(learner.tune(), Err(Refusal::TooFew { have }));
    let last: LogEvent =
        learner.progress.events().filter(|event| event.card.as_str() == "card-0-0").last().unwrap();
    let now = |minute: i64| Calendar::utc().moment(At(last.at.0).plus_seconds(400 * 86_400 + 60 * minute));
    learner.progress.note(now(0), &last.card, Kind::Undo { of: last.at }).unwrap();
    assert_eq!(learner.tune(), Err(Refusal::TooFew { have: have - 1 }), "the last answer is undone");
    learner.progress.note(now(1), &"card-1-0".into(), Kind::Reset).unwrap();
    let review = || Kind::Review(Review::new(Grade::Good, "recall", 1));
    learner.progress.note(now(2), &"card-1-0".into(), review()).unwrap();
    assert_eq!(learner.tune(), Err(Refusal::TooFew { have: have - 1 }), "after a reset a card is new");
}

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output =
        program(folder).env("BACKPROP_NOW", "2030-01-01T10:00:00Z").args(arguments).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn the_command_takes_better_weights_and_gives_them_back() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("config.toml");
    let mine = "# mine\n[study]\nretention = 0.85 # enough\n";
    fs::write(&config, mine).unwrap();
    assert_eq!(run(folder.path(), &["tune", "--revert"]).0, Some(1));
    let (code, _, told) = run(folder.path(), &["tune"]);
    assert!(code == Some(1) && told.contains("0 answers"), "{told}");

    let mut learner = Learner::new(&FORGETFUL, 7);
    learner.study(3_000);
    let lines: String = learner.progress.events().map(|event| format!(",{}\n", event.to_json())).collect();
    let log = folder.path().join("progress.json");
    fs::write(&log, format!("{}\n{lines}]\n", backprop::progress::text::HEADER)).unwrap();
    let (code, dry, _) = run(folder.path(), &["tune", "--dry-run", "--json"]);
    let dry: serde_json::Value = serde_json::from_str(&dry).unwrap();
    assert_eq!((code, &dry["better"], &dry["taken"]), (Some(0), &true.into(), &false.into()), "{dry}");
    assert_eq!(fs::read_to_string(&config).unwrap(), mine, "a dry run changes nothing");

    let before = run(folder.path(), &["cards", "--json"]).1;
    let (code, text, _) = run(folder.path(), &["tune"]);
    assert!(code == Some(0) && text.contains("in use from now on"), "{text}");
    let tuned = fs::read_to_string(&config).unwrap();
    assert!(tuned.starts_with(mine) && tuned.contains("weights_before = []"), "{tuned}");
    let (settings, troubles) = backprop::settings::read(&tuned);
    assert_eq!((settings.rules.weights.len(), troubles), (21, vec![]));
    let (code, text, _) = run(folder.path(), &["tune", "--revert"]);
    assert!(code == Some(0) && text.contains("published"), "{text}");
    let (settings, _) = backprop::settings::read(&fs::read_to_string(&config).unwrap());
    assert_eq!((settings.rules.weights.len(), settings.weights_before.map(|w| w.len())), (0, Some(21)));
    assert_eq!(run(folder.path(), &["cards", "--json"]).1, before, "the fold is as it was");
}

#[test]
fn many_learners() {
    let Some(path) = std::env::var_os("BACKPROP_LEARNERS") else { return };
    let text = fs::read_to_string(path).unwrap();
    let learners: Vec<Vec<f32>> =
        text.lines().map(|line| line.split(',').map(|weight| weight.parse().unwrap()).collect()).collect();
    let learners: Vec<Vec<f32>> = learners.into_iter().chain(vec![vec![]; 10]).collect();
    for later in [1_000, 2_000, 5_000, 10_000] {
        let (mut taken, mut default_taken, mut worse) = (0, 0, 0);
        let (mut before, mut after) = (0.0, 0.0);
        for (weights, seed) in learners.iter().zip(0..) {
            let mut learner = Learner::new(weights, seed);
            learner.study(later);
            let tuning = learner.tune().unwrap();
            if weights.is_empty() {
                default_taken += usize::from(tuning.is_better());
                continue;
            }
            let least = learner.least_loss(tuning.held_out);
            taken += usize::from(tuning.is_better());
            worse += usize::from(tuning.fitted.log_loss > tuning.defaults.log_loss);
            before += tuning.defaults.log_loss - least;
            after += tuning.fitted.log_loss.min(tuning.defaults.log_loss) - least;
        }
        let count = learners.len() - 10;
        let mean = |sum: f64| sum / count as f64;
        println!(
            "{later} answers on a later day: of {count} learners {taken} tuned, {worse} kept theirs; mean \
             log loss above the least possible {:.4} -> {:.4}; of 10 as published {default_taken} tuned",
            mean(before),
            mean(after)
        );
    }
}
