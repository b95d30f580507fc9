//! The forecast: what will be recalled on the day of the interview if the plan is followed, and if one
//! stops now.
//!
//! The rest of the plan is played through day by day with the very policy that serves it, its answers
//! drawn by the memory model. That is done [`RUNS`] times, each time for another learner: one who
//! forgets faster than the model has it, ..., one who forgets slower, spread as real users are spread
//! around the default weights. The mean over them is what is expected. The range given holds the real
//! outcome four times in five: it unites the spread over these learners with the luck of the day, for
//! which each card is a coin of its own. Seeds are fixed, so the same log gives the same forecast.

use super::agenda::Agenda;
use super::pace::Pace;
use super::policy::{AFTER_FAILURE, FIRST, Item, Policy, RECALLED, last_look_days};
use crate::card::Grade;
use crate::day::{At, Day, Moment};
use crate::memory::Model;
use rand::RngExt;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// Learners that are played through.
pub const RUNS: usize = 8;

/// How many times as long as the model has it a learner remembers: the standard deviation of its
/// logarithm. Chosen so that the ranges hold four in five outcomes of learners with the weights of real
/// users.
const SPREAD: f32 = 0.85;

/// The middles of eight equally likely parts of the normal distribution.
const PARTS: [f32; RUNS] = [-1.534, -0.887, -0.489, -0.157, 0.157, 0.489, 0.887, 1.534];

/// Standard deviations on either side of the mean that hold four in five.
const FOUR_IN_FIVE: f32 = 1.282;

/// More cards than this are represented by so many of them, and the time in proportion.
const SAMPLE: usize = 400;

/// Earlier than so many days before the interview nothing is played through: study then changes little on
/// its day, and a date may be thousands of years away where a clock is wrong.
const HORIZON: u32 = 2 * 365;

/// A number of cards that is expected.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Expected {
    /// The mean.
    pub mean: f32,
    /// One in ten outcomes is lower.
    pub low: f32,
    /// One in ten outcomes is higher.
    pub high: f32,
}

/// What is expected of one group of cards.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ForecastGroup {
    /// Cards.
    pub cards: usize,
    /// Cards recalled on the day if the plan is followed.
    pub followed: Expected,
    /// Cards recalled on the day without any more study.
    pub stopped: Expected,
    /// Cards that the time does not suffice to see even once.
    pub unreached: f32,
}

/// What a forecast is made from.
#[derive(Debug, Clone)]
pub struct ForecastInput<'a> {
    /// The memory model.
    pub model: &'a Model,
    /// Today.
    pub today: Day,
    /// The day of the interview.
    pub date: Day,
    /// Seconds of study a day.
    pub seconds: f32,
    /// Of them, what is left today.
    pub seconds_today: f32,
    /// Seconds of answers.
    pub pace: Pace,
}

/// What one learner comes to, by group: sums of recall, of its variance, and of cards not seen.
#[derive(Debug, Clone, Copy, Default)]
struct GroupSums {
    recall: f32,
    variance: f32,
    unseen: f32,
}

/// The forecast for these cards; `groups` gives for each of them all groups it counts in, of `count`.
pub fn forecast(
    outlook: &ForecastInput<'_>,
    items: &[Item],
    groups: &[Vec<usize>],
    count: usize,
) -> Vec<ForecastGroup> {
    let sample: Vec<usize> = match items.len() {
        all if all > SAMPLE => (0..SAMPLE).map(|number| number * all / SAMPLE).collect(),
        all => (0..all).collect(),
    };
    let share = sample.len() as f32 / items.len().max(1) as f32;
    let scaled = ForecastInput {
        seconds: outlook.seconds * share,
        seconds_today: outlook.seconds_today * share,
        ..outlook.clone()
    };
    let mut result = vec![ForecastGroup::default(); count];
    let mut sampled = vec![0usize; count];
    groups.iter().flatten().for_each(|group| result[*group].cards += 1);
    sample.iter().flat_map(|index| &groups[*index]).for_each(|group| sampled[*group] += 1);
    let start: Vec<Item> = sample.iter().map(|index| items[*index]).collect();
    let sums = |items: &[Item], memory: f32| {
        let mut sums = vec![GroupSums::default(); count];
        for (item, index) in items.iter().zip(&sample) {
            let recall = recall_on(outlook, item, memory);
            for group in &groups[*index] {
                let sum = &mut sums[*group];
                sum.recall += recall;
                sum.variance += recall * (1.0 - recall);
                sum.unseen += f32::from(u8::from(item.last.is_none()));
            }
        }
        sums
    };
    let memories = PARTS.map(|part| (SPREAD * part).exp());
    let stopped = memories.map(|memory| sums(&start, memory));
    let mut seed = 0;
    let followed = memories.map(|memory| {
        seed += 1;
        let mut items = start.clone();
        follow(&scaled, &mut items, memory, &mut ChaCha8Rng::seed_from_u64(seed));
        sums(&items, memory)
    });
    for (number, group) in result.iter_mut().enumerate() {
        // A group too small to be in the sample says nothing but its size.
        let scale = group.cards as f32 / sampled[number].max(1) as f32;
        let of = |runs: &[Vec<GroupSums>; RUNS]| {
            expected(&runs.each_ref().map(|run| run[number]), scale, group.cards)
        };
        (group.followed, group.stopped) = (of(&followed), of(&stopped));
        group.unreached = scale * followed.iter().map(|run| run[number].unseen).sum::<f32>() / RUNS as f32;
    }
    result
}

/// What the learners come to together.
fn expected(sums: &[GroupSums; RUNS], scale: f32, cards: usize) -> Expected {
    let mean = |value: fn(&GroupSums) -> f32| sums.iter().map(value).sum::<f32>() / RUNS as f32;
    let recall = mean(|sum| sum.recall);
    let between = sums.iter().map(|sum| (sum.recall - recall).powi(2)).sum::<f32>() / (RUNS - 1) as f32;
    // Luck is of single cards, so it grows with the root of their number; what sort of learner one is
    // goes for all cards alike.
    let deviation = (between * scale * scale + mean(|sum| sum.variance) * scale).sqrt();
    let within = |number: f32| number.clamp(0.0, cards as f32);
    Expected {
        mean: recall * scale,
        low: within(recall * scale - FOUR_IN_FIVE * deviation),
        high: within(recall * scale + FOUR_IN_FIVE * deviation),
    }
}

/// How many of cards with these probabilities of recall are expected, where only luck is left.
pub fn of_recalls(recalls: &[f32]) -> Expected {
    let mean: f32 = recalls.iter().sum();
    let deviation = recalls.iter().map(|recall| recall * (1.0 - recall)).sum::<f32>().sqrt();
    let within = |number: f32| number.clamp(0.0, recalls.len() as f32);
    let reach = FOUR_IN_FIVE * deviation;
    Expected { mean, low: within(mean - reach), high: within(mean + reach) }
}

/// Recall on the day of a learner who remembers this many times as long as the model has it; 0 for a
/// card never seen.
fn recall_on(outlook: &ForecastInput<'_>, item: &Item, memory: f32) -> f32 {
    match (item.memory, item.last) {
        (Some(known), Some(last)) => {
            outlook.model.recall(known.stability * memory, outlook.date.days_since(last.day) as f32)
        }
        _ => 0.0,
    }
}

/// Plays the plan through to its day.
fn follow(outlook: &ForecastInput<'_>, items: &mut [Item], memory: f32, chance: &mut ChaCha8Rng) {
    let last_look =
        outlook.date.plus(-i64::from(last_look_days(items.len(), &outlook.pace, outlook.seconds)));
    let days = outlook.date.days_since(outlook.today).max(1);
    // Only the order of answers within a day matters, and those of today come after the real ones.
    let mut clock = At(i64::MAX / 2);
    for number in days.saturating_sub(HORIZON)..days {
        let today = outlook.today.plus(i64::from(number));
        let policy = Policy::new(outlook.model, today, outlook.date, today >= last_look, outlook.pace);
        let mut agenda = Agenda::new(&policy, items, today);
        let mut left = if number == 0 { outlook.seconds_today } else { outlook.seconds };
        while let Some(index) = agenda.next() {
            if policy.longest(&items[index]) > left {
                break;
            }
            clock = At(clock.0 + 1);
            left -= answer(outlook, &mut items[index], memory, Moment { at: clock, day: today }, chance);
            agenda.answered(index, &items[index]);
        }
    }
}

/// Lets a learner answer; gives the seconds it takes.
fn answer(
    outlook: &ForecastInput<'_>,
    item: &mut Item,
    memory: f32,
    now: Moment,
    chance: &mut ChaCha8Rng,
) -> f32 {
    let days = item.last.map_or(0, |last| now.day.days_since(last.day));
    let (shares, seconds) = match (item.memory, item.last) {
        (Some(_), Some(last)) if last.day >= now.day => {
            (AFTER_FAILURE[usize::from(item.lapsed)], [outlook.pace.repeat; 4])
        }
        (Some(known), Some(_)) => {
            let recall = outlook.model.recall(known.stability * memory, days as f32);
            let [hard, good, easy] = RECALLED.map(|share| recall * share);
            ([1.0 - recall, hard, good, easy], outlook.pace.later)
        }
        _ => (FIRST, [outlook.pace.first; 4]),
    };
    let grade = draw(&shares, chance);
    item.memory = Some(outlook.model.next(item.memory, days)[grade as usize]);
    item.failed = grade == Grade::Again;
    item.lapsed |= item.failed && days > 0;
    item.last = Some(now);
    seconds[grade as usize]
}

/// A grade by its share.
pub fn draw(shares: &[f32; 4], chance: &mut ChaCha8Rng) -> Grade {
    let mut left = chance.random::<f32>() * shares.iter().sum::<f32>();
    let drawn = Grade::ALL.into_iter().find(|grade| {
        left -= shares[*grade as usize];
        left < 0.0
    });
    drawn.unwrap_or(Grade::Easy)
}
