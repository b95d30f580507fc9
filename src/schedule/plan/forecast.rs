//! The forecast: what will be recalled on the day of the interview if the plan is followed, and if one
//! stops now.
//!
//! The rest of the plan is played through day by day with the very policy that serves it, its answers
//! drawn by the memory model. That is done for several learners, from one who forgets faster than the
//! model has it to one who forgets slower, as the answers so far make them likely (see [`Believed`]). Days are
//! missed as often as they were lately; the day of the interview itself counts with the minutes before its hour. The
//! mean over the learners is what is expected. The range given is the narrowest that holds the real outcome four times in five: it unites
//! the spread over these learners with the luck of the day, for which each card is a coin of its own. Seeds are fixed,
//! so the same log gives the same forecast.

use super::agenda::Agenda;
use super::believed::{Believed, LEARNERS};
use super::pace::Pace;
use super::policy::{AFTER_FAILURE, FIRST, Policy, PolicyCard, RECALLED, last_look_days};
use crate::card::Grade;
use crate::day::{At, Day, Moment};
use crate::memory::Model;
use crate::progress::Recalls;
use rand::RngExt;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

/// The share of outcomes that a range holds.
const HELD: f32 = 0.8;

/// Into so many parts the outcomes of many cards are sorted.
const PARTS: usize = 300;

/// So often each learner is played where days are missed.
const DRAWS: usize = 4;

/// So many learners are thought of between two that are played.
const BETWEEN: usize = 4;

/// A card never shown is taken not to be recalled; so much of such cards may be known all the same.
const KNOWN_BEFORE: f32 = 0.1;

/// An interview on the day of an answer asks half a day later.
const HALF_A_DAY: f32 = 0.5;

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
    /// Four outcomes in five lie from here …
    pub low: f32,
    /// … to here.
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
    /// What there is on the day of the interview before it begins; today's where that is today.
    pub seconds_on_the_day: f32,
    /// Seconds of answers.
    pub pace: Pace,
    /// What the answers so far say about the learner.
    pub recalls: &'a Recalls,
    /// The days so far on which nothing was studied, and all of them.
    pub missed: (u32, u32),
}

/// What one learner comes to, by group: sums of recall, of its variance, and of cards not seen.
#[derive(Debug, Clone, Copy, Default)]
struct GroupSums {
    recall: f32,
    variance: f32,
    unseen: f32,
}

impl GroupSums {
    fn add(&mut self, item: &PolicyCard, recall: f32) {
        self.recall += recall;
        self.variance += recall * (1.0 - recall);
        self.unseen += f32::from(u8::from(item.last.is_none()));
    }

    /// One between two.
    fn mixed(&self, other: &GroupSums, share: f32) -> GroupSums {
        let mixed = |one: f32, other: f32| one + share * (other - one);
        GroupSums {
            recall: mixed(self.recall, other.recall),
            variance: mixed(self.variance, other.variance),
            unseen: mixed(self.unseen, other.unseen),
        }
    }

    /// What so many times as many cards come to.
    fn scaled(&self, scale: f32) -> GroupSums {
        GroupSums {
            recall: self.recall * scale,
            variance: self.variance * scale,
            unseen: self.unseen * scale,
        }
    }
}

/// The forecast for these cards; `groups` gives for each of them all groups it counts in, of `count`.
pub fn forecast(
    outlook: &ForecastInput<'_>,
    items: &[PolicyCard],
    groups: &[Vec<usize>],
    count: usize,
) -> Vec<ForecastGroup> {
    let numbers: Vec<usize> = match items.len() {
        all if all > SAMPLE => (0..SAMPLE).map(|number| number * all / SAMPLE).collect(),
        all => (0..all).collect(),
    };
    let mut result = vec![ForecastGroup::default(); count];
    let mut sampled = vec![0usize; count];
    groups.iter().flatten().for_each(|group| result[*group].cards += 1);
    // The cards of the sample, each with the groups that it speaks for.
    let mut sample: Vec<(usize, Vec<usize>)> =
        numbers.into_iter().map(|index| (index, groups[index].clone())).collect();
    sample.iter().flat_map(|(_, told)| told).for_each(|group| sampled[*group] += 1);
    // A group too small to be in it is spoken for by one of its cards, which speaks for no other.
    for (index, all) in groups.iter().enumerate() {
        for group in all {
            if sampled[*group] == 0 && sample.len() < 2 * SAMPLE {
                sample.push((index, vec![*group]));
                sampled[*group] = 1;
            }
        }
    }
    sample.sort_by_key(|(index, _)| *index);
    let share = sample.len() as f32 / items.len().max(1) as f32;
    let scaled = ForecastInput {
        seconds: outlook.seconds * share,
        seconds_today: outlook.seconds_today * share,
        seconds_on_the_day: outlook.seconds_on_the_day * share,
        ..outlook.clone()
    };
    let start: Vec<PolicyCard> = sample.iter().map(|(index, _)| items[*index]).collect();
    let sums = |items: &[PolicyCard], learner: &Believed| {
        let mut sums = vec![GroupSums::default(); count];
        for (item, (_, told)) in items.iter().zip(&sample) {
            let recall = recall_on(outlook, item, learner);
            told.iter().for_each(|group| sums[*group].add(item, recall));
        }
        sums
    };
    let learners = Believed::after(outlook.model, outlook.recalls);
    let stopped: Vec<Vec<GroupSums>> = learners.iter().map(|learner| sums(&start, learner)).collect();
    // Which days are missed is chance, and one draw of it says little.
    let runs = if outlook.missed.0 > 0 { LEARNERS * DRAWS } else { LEARNERS };
    let followed: Vec<Vec<GroupSums>> = (0..runs)
        .into_par_iter()
        .with_max_len(1)
        .map(|run| {
            let (mut items, learner) = (start.clone(), &learners[run % LEARNERS]);
            follow(&scaled, &mut items, learner, run as u64 + 1);
            sums(&items, learner)
        })
        .collect();
    result.par_iter_mut().enumerate().for_each(|(number, group)| {
        // Of very many small groups some are in no sample, and say nothing but their size.
        let scale = group.cards as f32 / sampled[number].max(1) as f32;
        let of = |runs: &[Vec<GroupSums>]| {
            expected(runs.iter().map(|run| run[number].scaled(scale)).collect(), group.cards)
        };
        (group.followed, group.stopped) = (of(&followed), of(&stopped));
        group.unreached = scale * followed.iter().map(|run| run[number].unseen).sum::<f32>() / runs as f32;
    });
    result
}

/// How many of these cards are recalled on the day without any more study.
pub fn stopped(outlook: &ForecastInput<'_>, items: &[PolicyCard]) -> Expected {
    let learners = Believed::after(outlook.model, outlook.recalls);
    let sums = learners.map(|learner| {
        let mut sum = GroupSums::default();
        items.iter().for_each(|item| sum.add(item, recall_on(outlook, item, &learner)));
        sum
    });
    expected(sums.into(), items.len())
}

/// What the learners come to together.
fn expected(mut sums: Vec<GroupSums>, cards: usize) -> Expected {
    sums.sort_by(|one, other| one.recall.total_cmp(&other.recall));
    let mean = |value: fn(&GroupSums) -> f32| sums.iter().map(value).sum::<f32>() / sums.len() as f32;
    let (recall, known) = (mean(|sum| sum.recall), KNOWN_BEFORE * mean(|sum| sum.unseen));
    let (low, high) = narrowest(&sums, cards);
    // The mean of a long tail lies far from most outcomes, and is shown with them.
    Expected {
        mean: recall,
        low: low.min(recall.floor()),
        high: (high.max(recall.ceil()) + known).min(cards as f32),
    }
}

/// The narrowest range of numbers of cards that holds as nearly as possible [`HELD`] of the outcomes. Where most
/// learners recall nearly all, it ends there, and what it leaves out lies below.
fn narrowest(sums: &[GroupSums], cards: usize) -> (f32, f32) {
    // Neighbouring numbers of very many cards are one.
    let step = cards.div_ceil(PARTS).max(1);
    let parts = cards / step + 1;
    let is_below = shares_below(sums);
    let below: Vec<f32> = (0..=parts)
        .map(|part| match part {
            0 => 0.0,
            _ if part == parts => 1.0,
            _ => is_below((part * step) as f32 - 0.5),
        })
        .collect();
    let held = |(from, to): (usize, usize)| below[to] - below[from];
    let enough = (0..parts).filter_map(|from| {
        let to = (from + 1..=parts).find(|to| held((from, *to)) >= HELD)?;
        Some((from, to))
    });
    let width = |(from, to): &(usize, usize)| to - from;
    let by_width = |one: &(usize, usize), other: &(usize, usize)| {
        width(one).cmp(&width(other)).then(held(*other).total_cmp(&held(*one)))
    };
    let (from, to) = enough.min_by(by_width).unwrap_or((0, parts));
    // Without one of its ends it may come nearer.
    let fewer = [(from + 1, to), (from, to - 1)].into_iter().filter(|(from, to)| from < to);
    let miss = |range: &(usize, usize)| (held(*range) - HELD).abs();
    let nearest =
        std::iter::once((from, to)).chain(fewer).min_by(|one, other| miss(one).total_cmp(&miss(other)));
    let (from, to) = nearest.unwrap_or((from, to));
    ((from * step) as f32, (to * step - 1).min(cards) as f32)
}

/// Which share of all outcomes lies below a number. Those of one learner are spread by luck, which is of single cards;
/// what sort of learner one is goes for all cards alike.
fn shares_below(sums: &[GroupSums]) -> impl Fn(f32) -> f32 {
    let bell = |sum: &GroupSums| (sum.recall, sum.variance.sqrt().max(0.01));
    // Between two learners there are others.
    let between: Vec<(f32, f32)> = sums
        .windows(2)
        .flat_map(|pair| {
            (0..BETWEEN).map(move |step| pair[0].mixed(&pair[1], (step as f32 + 0.5) / BETWEEN as f32))
        })
        .map(|sum| bell(&sum))
        .collect();
    let (first, last) = (bell(&sums[0]), bell(&sums[sums.len() - 1]));
    let learners = sums.len() as f32;
    move |number: f32| {
        let of = |(mean, deviation): (f32, f32)| normal((number - mean) / deviation);
        // Half a part lies before the first learner and behind the last.
        let ends = of(first) + of(last);
        (ends / 2.0 + between.iter().map(|bell| of(*bell)).sum::<f32>() / BETWEEN as f32) / learners
    }
}

/// The share of the normal distribution below so many standard deviations, to one per cent.
fn normal(deviations: f32) -> f32 {
    1.0 / (1.0 + (-1.702 * deviations).exp())
}

/// Recall on the day of this learner; 0 for a card never seen.
pub fn recall_on(outlook: &ForecastInput<'_>, item: &PolicyCard, learner: &Believed) -> f32 {
    match (item.memory, item.last) {
        (Some(known), Some(last)) => {
            let days = (outlook.date.days_since(last.day) as f32).max(HALF_A_DAY);
            learner.recall(outlook.model, known.stability, item.is_young, days)
        }
        _ => 0.0,
    }
}

/// Plays the plan through to its day, as the learner of this number.
fn follow(outlook: &ForecastInput<'_>, items: &mut [PolicyCard], learner: &Believed, number: u64) {
    let mut chance = ChaCha8Rng::seed_from_u64(number);
    let mut absences = Absences::of(outlook.missed, number);
    let last_look =
        outlook.date.plus(-i64::from(last_look_days(items.len(), &outlook.pace, outlook.seconds)));
    let days = outlook.date.days_since(outlook.today);
    // Only the order of answers within a day matters, and those of today come after the real ones.
    let mut clock = At(i64::MAX / 2);
    for number in days.saturating_sub(HORIZON)..=days {
        let today = outlook.today.plus(i64::from(number));
        // Who looks at the plan is there today.
        if number > 0 && absences.misses_next() {
            continue;
        }
        let mut policy = Policy::new(outlook.model, today, outlook.date, today >= last_look, outlook.pace);
        let mut left = match number {
            0 => outlook.seconds_today,
            _ if number == days => outlook.seconds_on_the_day,
            _ => outlook.seconds,
        };
        policy.weigh_time(items, left, outlook.seconds);
        let mut agenda = Agenda::new(&policy, items, today);
        while let Some(index) = agenda.next() {
            if policy.longest(&items[index]) > left {
                break;
            }
            clock = At(clock.0 + 1);
            let now = Moment { at: clock, day: today };
            left -= answer(outlook, &mut items[index], learner, now, &mut chance).1;
            agenda.answered(index, &items[index]);
        }
    }
}

/// The days to come on which a learner does not study.
#[derive(Debug)]
pub struct Absences {
    /// The share of days.
    share: f32,
    chance: ChaCha8Rng,
}

impl Absences {
    /// Those of the learner of this number. Their share of days is drawn from what it may be where so many of all
    /// days were missed so far; who missed none is taken to miss none.
    pub fn of((missed, all): (u32, u32), number: u64) -> Absences {
        let mut chance = ChaCha8Rng::seed_from_u64(number);
        let mut drawn: Vec<f32> = (1..all).map(|_| chance.random()).collect();
        drawn.sort_by(f32::total_cmp);
        let share = (missed as usize).checked_sub(1).and_then(|place| drawn.get(place).copied());
        Absences { share: share.unwrap_or(0.0), chance }
    }

    /// Whether the next day is one of them.
    pub fn misses_next(&mut self) -> bool {
        self.share > 0.0 && self.chance.random::<f32>() < self.share
    }
}

/// Lets a learner answer; gives the grade, and the seconds it takes.
pub fn answer(
    outlook: &ForecastInput<'_>,
    item: &mut PolicyCard,
    learner: &Believed,
    now: Moment,
    chance: &mut ChaCha8Rng,
) -> (Grade, f32) {
    let days = item.last.map_or(0, |last| now.day.days_since(last.day));
    let (shares, seconds) = match (item.memory, item.last) {
        (Some(_), Some(last)) if last.day >= now.day => {
            (AFTER_FAILURE[usize::from(item.lapsed)], [outlook.pace.repeat; 4])
        }
        (Some(known), Some(_)) => {
            let recall = learner.recall(outlook.model, known.stability, item.is_young, days as f32);
            let [hard, good, easy] = RECALLED.map(|share| recall * share);
            ([1.0 - recall, hard, good, easy], outlook.pace.later)
        }
        _ => (FIRST, [outlook.pace.first; 4]),
    };
    let grade = draw(&shares, chance);
    item.memory = Some(outlook.model.next(item.memory, days)[grade as usize]);
    item.failed = grade == Grade::Again;
    item.lapsed |= item.failed && days > 0;
    item.is_young &= days == 0;
    item.last = Some(now);
    (grade, seconds[grade as usize])
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
