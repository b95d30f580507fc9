//! The state of a card, and what one grade does to it: learning steps, intervals, fuzz.
//!
//! [`Scheduler::choices`] is the one pure call behind the grade buttons, `next`, `grade` and the
//! replay of the log, so that what is shown is what happens. Rules: Anki's scheduler.

mod fuzz;

use crate::card::{CardId, Grade};
use crate::day::{At, Calendar, Day, Moment};
use crate::memory::{Memory, Model};
use fuzz::{fuzz_factor, fuzzed, not_shorter};
use serde::{Deserialize, Serialize};

/// Where a card is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Phase {
    /// Never graded.
    #[default]
    New,
    /// In the learning steps; the number counts steps from 0.
    Learning(u8),
    /// Comes back after days.
    Review,
    /// Forgotten, in the relearning steps.
    Relearning(u8),
}

impl Phase {
    /// Its name in `--json` output.
    pub fn name(self) -> &'static str {
        match self {
            Phase::New => "new",
            Phase::Learning(_) => "learning",
            Phase::Review => "review",
            Phase::Relearning(_) => "relearning",
        }
    }
}

/// When a card comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Due {
    /// At an instant: a step of minutes.
    At(At),
    /// On a study day.
    On(Day),
}

impl Due {
    /// The instant it comes back; for a day, when that day begins.
    pub fn instant(self, calendar: &Calendar) -> At {
        match self {
            Due::At(at) => at,
            Due::On(day) => calendar.start_of(day),
        }
    }

    /// Whether that time has come.
    pub fn has_come(self, now: Moment) -> bool {
        match self {
            Due::At(at) => at <= now.at,
            Due::On(day) => day <= now.day,
        }
    }
}

/// Everything the log says about how well a card is known.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct CardState {
    /// Where it is on its way.
    pub phase: Phase,
    /// Stability and difficulty; `None` before the first grade.
    pub memory: Option<Memory>,
    /// When it comes back; `None` before the first grade.
    pub due: Option<Due>,
    /// The interval last given, in days; 0 while in steps.
    pub interval: u32,
    /// The last review.
    pub last: Option<Moment>,
    /// Reviews so far.
    pub reps: u32,
    /// Days on which it was forgotten after it had left the learning steps.
    pub lapses: u32,
    /// The last grade.
    pub grade: Option<Grade>,
}

impl CardState {
    /// Whether it was answered on one day only, as far as its state tells: once, or so often that it is
    /// remembered for less than a day all the same. A card that is recalled on a later day is remembered longer.
    pub fn is_young(&self) -> bool {
        self.reps <= 1 || (self.lapses == 0 && self.memory.is_none_or(|memory| memory.stability < 1.0))
    }

    /// Whether it was graded good or easy before: it has left the learning steps, or is on its way.
    pub fn was_recalled(&self) -> bool {
        matches!(self.phase, Phase::Review | Phase::Relearning(_)) || self.grade >= Some(Grade::Good)
    }

    /// Lets a card come back on a day of the user's choice; its memory stays as it is. A card never
    /// graded stays new.
    pub fn come_back(&mut self, on: Day) {
        let Some(last) = self.last else { return };
        self.phase = Phase::Review;
        self.due = Some(Due::On(on));
        self.interval = on.days_since(last.day);
    }
}

/// What a learner may set about scheduling.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    /// Desired retention: the probability of recall at which a card comes back, 0.70 to 0.99.
    pub retention: f32,
    /// Learning steps in seconds.
    pub learning_steps: Vec<u32>,
    /// Relearning steps in seconds.
    pub relearning_steps: Vec<u32>,
    /// The longest interval, in days.
    pub longest_interval: u32,
    /// FSRS-6 weights; empty means the defaults.
    pub weights: Vec<f32>,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            retention: 0.9,
            learning_steps: vec![60, 600],
            relearning_steps: vec![600],
            longest_interval: 36_500,
            weights: Vec::new(),
        }
    }
}

/// Whether a card goes through steps of minutes before it leaves for days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Steps {
    /// The steps of the rules.
    Usual,
    /// None: every grade sends it away for days. So it is while a plan is in force, which itself
    /// says when a failed card comes again on the same day.
    None,
}

impl Steps {
    /// The steps of a grade given on `day` while a plan aims at `date`.
    pub fn towards(date: Option<Day>, day: Day) -> Steps {
        if date.is_some_and(|date| date >= day) { Steps::None } else { Steps::Usual }
    }
}

const DAY_SECONDS: u32 = 86_400;

/// The rules with the memory model they ask for.
#[derive(Debug, Clone, Default)]
pub struct Scheduler {
    /// The rules in force.
    pub rules: Rules,
    /// The memory model.
    pub model: Model,
}

impl Scheduler {
    /// A scheduler for these rules; fails when the weights are no FSRS-6 weights.
    pub fn new(rules: Rules) -> Result<Scheduler, crate::memory::BadWeights> {
        let model = Model::new(&rules.weights)?;
        Ok(Scheduler { rules, model })
    }

    /// The card's state after each of the four grades given now, worst first.
    pub fn choices(&self, id: &CardId, state: &CardState, now: Moment) -> [CardState; 4] {
        self.choices_with(Steps::Usual, id, state, now)
    }

    /// The same with or without steps of minutes.
    pub fn choices_with(&self, steps: Steps, id: &CardId, state: &CardState, now: Moment) -> [CardState; 4] {
        let days = state.last.map_or(0, |last| now.day.days_since(last.day));
        let memories = self.model.next(state.memory, days);
        Grade::ALL.map(|grade| {
            let step = self.step_with(steps, grade, state.phase);
            after(grade, state, memories[grade as usize], step, now, || {
                self.interval(id, state, grade, &|grade| memories[grade as usize])
            })
        })
    }

    /// The card's state after `grade`, given now. A replay is made of this: nothing is computed of the
    /// grades that were not given, unless an interval has to be longer than theirs.
    pub fn answer(
        &self,
        steps: Steps,
        id: &CardId,
        state: &CardState,
        grade: Grade,
        now: Moment,
    ) -> CardState {
        let days = state.last.map_or(0, |last| now.day.days_since(last.day));
        let memory = self.model.after(state.memory, days, grade);
        let memory_after = |other: Grade| {
            if other == grade { memory } else { self.model.after(state.memory, days, other) }
        };
        let step = self.step_with(steps, grade, state.phase);
        after(grade, state, memory, step, now, || self.interval(id, state, grade, &memory_after))
    }

    /// Memory and phase of the card after `grade`, without when it comes back. For figures over a long
    /// log: neither depends on the intervals that were given.
    pub fn recall(&self, steps: Steps, state: &CardState, grade: Grade, day: Day) -> (Phase, Memory) {
        let days = state.last.map_or(0, |last| day.days_since(last.day));
        let phase = self.step_with(steps, grade, state.phase).map_or(Phase::Review, |(phase, _)| phase);
        (phase, self.model.after(state.memory, days, grade))
    }

    /// The probability of recall on `day`; `None` for a card never graded.
    pub fn retrievability(&self, state: &CardState, day: Day) -> Option<f32> {
        let days = day.days_since(state.last?.day);
        Some(self.model.retrievability(state.memory?, days as f32))
    }

    fn step_with(&self, steps: Steps, grade: Grade, phase: Phase) -> Option<(Phase, u32)> {
        (steps == Steps::Usual).then(|| self.step(grade, phase))?
    }

    /// The step a grade leads to, with its length in seconds; `None` when the card leaves for days.
    fn step(&self, grade: Grade, phase: Phase) -> Option<(Phase, u32)> {
        let learning: fn(u8) -> Phase = Phase::Learning;
        let relearning: fn(u8) -> Phase = Phase::Relearning;
        let (steps, current, phase) = match phase {
            Phase::New => (&self.rules.learning_steps, 0, learning),
            Phase::Learning(step) => (&self.rules.learning_steps, step, learning),
            Phase::Relearning(step) => (&self.rules.relearning_steps, step, relearning),
            Phase::Review if grade == Grade::Again => (&self.rules.relearning_steps, 0, relearning),
            Phase::Review => return None,
        };
        // Settings may have fewer steps now than when the card took its last one.
        let current = usize::from(current).min(steps.len().checked_sub(1)?);
        let (step, seconds) = match grade {
            Grade::Again => (0, steps[0]),
            Grade::Hard => (current, hard_step(steps, current)),
            Grade::Good => (current + 1, *steps.get(current + 1)?),
            Grade::Easy => return None,
        };
        Some((phase(step as u8), seconds))
    }

    /// Days that a grade gives when it sends the card away for days. They are more than those of the
    /// grade below, and a passed card never gets less than before while its memory grew.
    fn interval(
        &self,
        id: &CardId,
        state: &CardState,
        grade: Grade,
        memory: &dyn Fn(Grade) -> Memory,
    ) -> u32 {
        let longest = self.rules.longest_interval.max(1);
        let ideal = self.model.interval(memory(grade), self.rules.retention);
        let below = |grade: Grade| self.interval(id, state, grade, memory) + 1;
        let is_review = state.phase == Phase::Review;
        let least = match (is_review, grade) {
            (true, Grade::Again) => return (ideal.round() as u32).clamp(1, longest),
            (true, Grade::Good) => below(Grade::Hard),
            (_, Grade::Easy) => below(Grade::Good),
            _ => 1,
        };
        let least = if is_review { not_shorter(ideal, state.interval).max(least) } else { least };
        fuzzed(ideal, || fuzz_factor(id, state.reps), least.min(longest), longest)
    }
}

/// The state after a grade that gives this memory and leads to this step, or else away for days.
fn after(
    grade: Grade,
    state: &CardState,
    memory: Memory,
    step: Option<(Phase, u32)>,
    now: Moment,
    interval: impl Fn() -> u32,
) -> CardState {
    let failed_today =
        state.grade == Some(Grade::Again) && state.last.is_some_and(|last| last.day == now.day);
    let lapsed = grade == Grade::Again && state.phase == Phase::Review && !failed_today;
    // A forgotten card keeps no interval: the next one starts from its new stability.
    let interval = if step.is_some() { 0 } else { interval() };
    CardState {
        phase: step.map_or(Phase::Review, |(phase, _)| phase),
        memory: Some(memory),
        due: Some(match step {
            Some((_, seconds)) => due_after(seconds, now),
            None => Due::On(now.day.plus(i64::from(interval))),
        }),
        interval,
        last: Some(now),
        reps: state.reps.saturating_add(1),
        lapses: state.lapses.saturating_add(u32::from(lapsed)),
        grade: Some(grade),
    }
}

fn due_after(seconds: u32, now: Moment) -> Due {
    // A step of a day or more is counted in study days, like an interval.
    if seconds >= DAY_SECONDS {
        return Due::On(now.day.plus(i64::from((seconds + DAY_SECONDS / 2) / DAY_SECONDS)));
    }
    Due::At(now.at.plus_seconds(i64::from(seconds)))
}

fn hard_step(steps: &[u32], current: usize) -> u32 {
    match (current, steps) {
        (0, [only]) => only.saturating_add(only / 2).min(only.saturating_add(DAY_SECONDS)),
        (0, [first, second, ..]) => ((u64::from(*first) + u64::from(*second)) / 2) as u32,
        _ => steps[current],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "pooling";

    fn moment(text: &str) -> Moment {
        Calendar::utc().moment(At::parse(text).unwrap())
    }

    /// Grades with their times; gives the state they lead to.
    fn replay(scheduler: &Scheduler, reviews: &[(Grade, &str)]) -> CardState {
        reviews.iter().fold(CardState::default(), |state, (grade, time)| {
            scheduler.answer(Steps::Usual, &ID.into(), &state, *grade, moment(time))
        })
    }

    fn seconds(state: &CardState, now: Moment) -> i64 {
        match state.due.unwrap() {
            Due::At(at) => at.seconds_since(now.at),
            Due::On(day) => i64::from(day.days_since(now.day)) * 86_400,
        }
    }

    #[test]
    fn a_new_card_goes_through_the_learning_steps() {
        let scheduler = Scheduler::default();
        let now = moment("2026-11-22T10:00:00.000Z");
        let first = scheduler.choices(&ID.into(), &CardState::default(), now);
        let minutes = first.map(|state| seconds(&state, now));
        assert_eq!(minutes[..3], [60, 330, 600]);
        assert!((6..=11).contains(&(minutes[3] / 86_400)), "{minutes:?}");
        let second = scheduler.choices(&ID.into(), &first[2], now);
        assert_eq!(
            second.map(|state| state.phase)[..3],
            [Phase::Learning(0), Phase::Learning(1), Phase::Review]
        );
        assert_eq!(seconds(&second[2], now), 2 * 86_400);
    }

    #[test]
    fn a_forgotten_card_comes_back_in_the_same_sitting_and_counts_as_a_lapse() {
        let scheduler = Scheduler::default();
        let state = replay(
            &scheduler,
            &[(Grade::Easy, "2026-11-22T10:00:00.000Z"), (Grade::Again, "2026-12-01T10:00:00.000Z")],
        );
        assert_eq!(state.phase, Phase::Relearning(0));
        assert_eq!(state.due, Some(Due::At(At::parse("2026-12-01T10:10:00.000Z").unwrap())));
        assert_eq!((state.reps, state.lapses), (2, 1));
        let back = scheduler.answer(
            Steps::Usual,
            &ID.into(),
            &state,
            Grade::Good,
            moment("2026-12-01T10:11:00.000Z"),
        );
        assert_eq!((back.phase, back.lapses), (Phase::Review, 1));
    }

    #[test]
    fn an_evening_and_the_next_morning_are_one_day_apart() {
        let state = replay(
            &Scheduler::default(),
            &[(Grade::Good, "2026-11-22T20:00:00.000Z"), (Grade::Good, "2026-11-23T08:00:00.000Z")],
        );
        assert!((state.memory.unwrap().stability - 7.3153).abs() < 1e-3);
        let state = replay(
            &Scheduler::default(),
            &[(Grade::Good, "2026-11-22T03:30:00.000Z"), (Grade::Good, "2026-11-22T04:30:00.000Z")],
        );
        assert!((state.memory.unwrap().stability - 7.3153).abs() < 1e-3);
    }

    #[test]
    fn a_better_grade_never_comes_back_sooner() {
        let scheduler = Scheduler::default();
        for id in 0..200 {
            let id = CardId::from(format!("card-{id}").as_str());
            let mut state = CardState::default();
            let mut now = moment("2026-01-01T12:00:00.000Z");
            for round in 0..12 {
                let choices = scheduler.choices(&id, &state, now);
                let waits = choices.map(|choice| seconds(&choice, now));
                assert!(waits.is_sorted(), "{id} {round}: {waits:?}");
                let answers = Grade::ALL.map(|grade| scheduler.answer(Steps::Usual, &id, &state, grade, now));
                assert_eq!(choices, answers, "what a grade does is what was shown");
                let recalled = Grade::ALL.map(|grade| scheduler.recall(Steps::Usual, &state, grade, now.day));
                assert_eq!(choices.map(|next| (next.phase, next.memory.unwrap())), recalled);
                state = choices[[2, 2, 1, 3, 0, 2][round % 6]];
                now = Calendar::utc().moment(now.at.plus_seconds(waits[2].max(60)));
            }
        }
    }

    #[test]
    fn without_steps_a_card_leaves_for_days_at_once() {
        let rules = Rules { learning_steps: vec![], relearning_steps: vec![], ..Rules::default() };
        let scheduler = Scheduler::new(rules).unwrap();
        let now = moment("2026-11-22T10:00:00.000Z");
        for state in scheduler.choices(&ID.into(), &CardState::default(), now) {
            assert_eq!(state.phase, Phase::Review);
            assert!(state.interval >= 1);
        }
    }
}
