//! A simulated learner: a memory of their own, which is not the one the program believes in.
//!
//! For measuring what a way of scheduling is worth. The learner's memory follows FSRS-6 with the
//! weights of a real user, each moved by up to ten per cent; every card is easier or harder than that
//! (standard deviation of the logarithm of stability 0.3); one grade in twenty is given by mistake; and
//! times of answers spread around their means. Within a day answers follow the shares that real users
//! have after a failed or a hard card.

use super::plan::forecast::draw;
use super::plan::policy::{FIRST, RECALLED};
use crate::card::{CardId, Grade};
use crate::day::Day;
use crate::memory::{Memory, Model};
use rand::RngExt;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::collections::HashMap;

/// Seconds of a first showing.
const FIRST_SECONDS: f32 = 20.0;
/// Seconds of a card of an earlier day, by grade.
const LATER_SECONDS: [f32; 4] = [22.0, 12.0, 10.0, 8.0];
/// Seconds of a card shown before on the same day, by grade.
const SAME_DAY_SECONDS: [f32; 4] = [16.0, 12.0, 10.0, 8.0];

/// Shares of grades of a card shown again on its first day, by the grade before. Source, also of the
/// next table: the defaults of the fsrs crate's simulator, means over real users.
const LEARNING: [[f32; 4]; 4] = [
    [0.3686, 0.0628, 0.5108, 0.0577],
    [0.0442, 0.4553, 0.4457, 0.0549],
    [0.0519, 0.047, 0.8462, 0.055],
    [0.0519, 0.047, 0.8462, 0.055],
];

/// The same on a later day.
const RELEARNING: [[f32; 4]; 4] = [
    [0.2157, 0.0643, 0.6595, 0.0604],
    [0.05, 0.4638, 0.4475, 0.0387],
    [0.1057, 0.1434, 0.7266, 0.0244],
    [0.1057, 0.1434, 0.7266, 0.0244],
];

/// FSRS-6 weights fitted to 49 real users. Source: the public results of srs-benchmark by
/// open-spaced-repetition (`FSRS-6-recency`).
const USERS: &str = include_str!("../../assets/learners.csv");

/// The weights of real users.
pub fn users() -> Vec<Vec<f32>> {
    let weights = |line: &str| line.split(',').filter_map(|weight| weight.trim().parse().ok()).collect();
    USERS.lines().map(weights).filter(|weights: &Vec<f32>| weights.len() == 21).collect()
}

/// What a simulated learner is like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nature {
    /// Spread of the weights around those given.
    pub weights: f32,
    /// Standard deviation of the logarithm of the stability of cards.
    pub cards: f32,
    /// Share of grades given by mistake.
    pub mistakes: f32,
    /// Standard deviation of the logarithm of times.
    pub times: f32,
    /// What of its stability a card keeps that is left on again overnight; 1 is what FSRS says.
    pub left_failed: f32,
}

impl Default for Nature {
    fn default() -> Nature {
        Nature { weights: 0.1, cards: 0.3, mistakes: 0.05, times: 0.3, left_failed: 1.0 }
    }
}

/// A simulated learner.
#[derive(Debug)]
pub struct Learner {
    nature: Nature,
    model: Model,
    chance: ChaCha8Rng,
    cards: HashMap<CardId, Truth>,
}

/// What the learner really remembers of a card.
#[derive(Debug, Clone, Copy)]
struct Truth {
    memory: Memory,
    first: Day,
    last: Day,
    grade: Grade,
}

/// An answer of the learner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LearnerAnswer {
    /// The grade they give.
    pub grade: Grade,
    /// The time it took, in milliseconds.
    pub ms: u32,
}

/// Who answers cards in a trial.
pub trait Student {
    /// Answers a card.
    fn answer(&mut self, card: &CardId, day: Day) -> LearnerAnswer;

    /// The probability that they recall a card on a day; 0 for one never seen.
    fn recalls(&self, card: &CardId, day: Day) -> f32;
}

impl Student for Learner {
    fn answer(&mut self, card: &CardId, day: Day) -> LearnerAnswer {
        let known = self.cards.get(card).copied();
        let (shares, seconds) = match known {
            None => (FIRST, [FIRST_SECONDS; 4]),
            Some(truth) if truth.last >= day => {
                let rows = if truth.first >= day { &LEARNING } else { &RELEARNING };
                (rows[truth.grade as usize], SAME_DAY_SECONDS)
            }
            Some(truth) => {
                let recall = self.recall(&truth, day);
                let [hard, good, easy] = RECALLED.map(|share| recall * share);
                ([1.0 - recall, hard, good, easy], LATER_SECONDS)
            }
        };
        let grade = draw(&shares, &mut self.chance);
        self.learn(card, known, grade, day);
        let spread = self.nature.times;
        let noise = (spread * self.normal() - spread * spread / 2.0).exp();
        let ms = (seconds[grade as usize] * noise * 1000.0).max(500.0) as u32;
        LearnerAnswer { grade: self.told(grade), ms }
    }

    fn recalls(&self, card: &CardId, day: Day) -> f32 {
        self.cards.get(card).map_or(0.0, |truth| self.recall(truth, day))
    }
}

impl Learner {
    /// A learner around the weights of a real user; another seed is another learner.
    pub fn new(weights: &[f32], nature: Nature, seed: u64) -> Learner {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let moved: Vec<f32> = weights
            .iter()
            .map(|weight| weight * (1.0 + nature.weights * (2.0 * chance.random::<f32>() - 1.0)))
            .collect();
        let model = Model::new(&moved).unwrap_or_default();
        Learner { nature, model, chance, cards: HashMap::new() }
    }

    /// Lets the learner know a card as well as the program believes it to be known.
    pub fn knows(&mut self, card: &CardId, memory: Memory, last: Day) {
        let memory = self.own(memory);
        self.cards.insert(card.clone(), Truth { memory, first: last, last, grade: Grade::Good });
    }

    fn recall(&self, truth: &Truth, day: Day) -> f32 {
        self.model.recall(self.kept(truth, day).stability, day.days_since(truth.last) as f32)
    }

    /// The memory a card has left on a day; one left on again may have lost more than FSRS says.
    fn kept(&self, truth: &Truth, day: Day) -> Memory {
        let lost = truth.grade == Grade::Again && day > truth.last;
        let kept = if lost { self.nature.left_failed } else { 1.0 };
        Memory { stability: (truth.memory.stability * kept).max(0.001), ..truth.memory }
    }

    fn learn(&mut self, card: &CardId, known: Option<Truth>, grade: Grade, day: Day) {
        let before = known.map(|truth| self.kept(&truth, day));
        let days = known.map_or(0, |truth| day.days_since(truth.last));
        let mut memory = self.model.next(before, days)[grade as usize];
        if known.is_none() {
            memory = self.own(memory);
        }
        let first = known.map_or(day, |truth| truth.first);
        self.cards.insert(card.clone(), Truth { memory, first, last: day, grade });
    }

    /// A memory with this card's own ease.
    fn own(&mut self, memory: Memory) -> Memory {
        let ease = (self.nature.cards * self.normal()).exp();
        Memory { stability: (memory.stability * ease).clamp(0.001, 36_500.0), ..memory }
    }

    /// The grade the learner gives, which sometimes is another one.
    fn told(&mut self, grade: Grade) -> Grade {
        if self.chance.random::<f32>() >= self.nature.mistakes {
            return grade;
        }
        Grade::ALL[(grade as usize + 1 + (self.chance.random::<f32>() * 3.0) as usize) % 4]
    }

    /// A draw from the normal distribution, as Box and Muller have it.
    fn normal(&mut self) -> f32 {
        let (one, two): (f32, f32) = (self.chance.random(), self.chance.random());
        (-2.0 * (1.0 - one).ln()).sqrt() * (std::f32::consts::TAU * two).cos()
    }
}
