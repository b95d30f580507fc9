//! What is known of a card, in Anki's words.
//!
//! Days count from the creation of the collection, instants are seconds, and the memory of FSRS is a
//! JSON object. Source: the schema of Anki 26.09, read from collections it wrote.

use crate::card::{CardId, Grade};
use crate::day::{At, Day, Moment};
use crate::desk::Desk;
use crate::progress::{Kind, LogEvent, Record};
use crate::state::{CardState, Due, Phase, Scheduler, Steps};
use serde_json::{Value, json};

/// The columns of a card that speak of its schedule.
pub(super) struct ScheduleColumns {
    pub(super) kind: i64,
    pub(super) queue: i64,
    pub(super) due: i64,
    pub(super) interval: i64,
    pub(super) factor: i64,
    pub(super) reps: u32,
    pub(super) lapses: u32,
    pub(super) left: i64,
    pub(super) flags: i64,
    pub(super) data: String,
}

/// What every card that is not new has for the old algorithm.
const EASE: i64 = 2500;

/// The columns of a card. `position` is its place among the new cards, `first_day` the day that Anki's
/// days count from.
pub(super) fn columns(desk: &Desk, record: &Record, position: usize, first_day: Day) -> ScheduleColumns {
    let state = &record.state;
    let steps = |steps: &[u32], step: u8| (steps.len() as i64 - i64::from(step)).max(1);
    let (kind, left) = match state.phase {
        Phase::New => (0, 0),
        Phase::Learning(step) => (1, steps(&desk.scheduler.rules.learning_steps, step)),
        Phase::Review => (2, 0),
        Phase::Relearning(step) => (3, steps(&desk.scheduler.rules.relearning_steps, step)),
    };
    let days = |day: Day| i64::from(day.0) - i64::from(first_day.0);
    let (queue, due) = match (state.phase, state.due) {
        (Phase::New, _) | (_, None) => (0, position as i64),
        (Phase::Review, Some(due)) => (2, days(day_of(desk, due))),
        (_, Some(Due::On(day))) => (3, days(day)),
        (_, Some(Due::At(at))) => (1, at.0.div_euclid(1000)),
    };
    let queue = match record {
        Record { suspended: true, .. } => -1,
        Record { buried: Some(day), .. } if *day == desk.now.day => -2,
        _ => queue,
    };
    // A card in its steps has no interval yet; Anki gives a forgotten one the next it would have.
    let interval = match state.phase {
        Phase::Review => i64::from(state.interval.max(1)),
        Phase::Relearning(_) => 1,
        _ => 0,
    };
    ScheduleColumns {
        kind,
        queue,
        due,
        interval,
        factor: if kind == 0 { 0 } else { EASE },
        reps: state.reps,
        lapses: state.lapses,
        left,
        flags: i64::from(record.flagged),
        data: data(&desk.scheduler, state, position).to_string(),
    }
}

fn day_of(desk: &Desk, due: Due) -> Day {
    match due {
        Due::On(day) => day,
        Due::At(at) => desk.calendar.moment(at).day,
    }
}

fn data(scheduler: &Scheduler, state: &CardState, position: usize) -> Value {
    let mut data = json!({ "pos": position });
    if let (Some(memory), Some(last)) = (state.memory, state.last) {
        // Written as the shortest number that means the same, not as its neighbour among the longer ones.
        let number = |value: f32| value.to_string().parse::<f64>().expect("a finite number reads back");
        data["s"] = number(memory.stability).into();
        data["d"] = number(memory.difficulty).into();
        data["dr"] = number(scheduler.rules.retention).into();
        data["decay"] = number(scheduler.model.decay()).into();
        data["lrt"] = last.at.0.div_euclid(1000).into();
    }
    data
}

/// A line of Anki's review log.
pub(super) struct AnkiReview {
    pub(super) at: At,
    pub(super) ease: i64,
    pub(super) interval: i64,
    pub(super) last_interval: i64,
    pub(super) factor: i64,
    pub(super) ms: u32,
    pub(super) kind: i64,
}

/// Lines of the review log for one card, made from its events in time order.
pub(super) struct AnkiReviews<'a> {
    pub(super) card: &'a CardId,
    state: CardState,
    pub(super) lines: Vec<AnkiReview>,
}

impl<'a> AnkiReviews<'a> {
    pub(super) fn new(card: &'a CardId) -> AnkiReviews<'a> {
        AnkiReviews { card, state: CardState::default(), lines: Vec::new() }
    }

    pub(super) fn add(&mut self, event: &LogEvent, scheduler: &Scheduler) {
        let before = self.state;
        let moment = Moment { at: event.at, day: event.day };
        let (ease, ms, kind) = match &event.kind {
            Kind::Review(review) => {
                self.state = scheduler.answer(Steps::Usual, self.card, &before, review.grade, moment);
                (ease(review.grade), review.ms, kind_of(before.phase))
            }
            // A line by hand: without an ease it forgets the card, with one it moves its due date.
            Kind::Reset => {
                self.state = CardState::default();
                (0, 0, 4)
            }
            Kind::Due { on } => {
                self.state.come_back(*on);
                (0, 0, 4)
            }
            _ => return,
        };
        let factor = match (&event.kind, self.state.memory) {
            (Kind::Reset, _) | (_, None) => 0,
            // Difficulty from 1 to 10 on a scale from 100 to 1100.
            (_, Some(memory)) => (((memory.difficulty - 1.0) / 9.0 + 0.1) * 1000.0).round() as i64,
        };
        self.lines.push(AnkiReview {
            at: event.at,
            ease,
            interval: interval(&self.state),
            last_interval: interval(&before),
            factor,
            ms,
            kind,
        });
    }
}

fn ease(grade: Grade) -> i64 {
    grade as i64 + 1
}

fn kind_of(before: Phase) -> i64 {
    match before {
        Phase::New | Phase::Learning(_) => 0,
        Phase::Review => 1,
        Phase::Relearning(_) => 2,
    }
}

/// Days, or negative seconds while in steps.
fn interval(state: &CardState) -> i64 {
    match (state.due, state.last) {
        (Some(Due::At(at)), Some(last)) => -at.seconds_since(last.at).max(1),
        _ => i64::from(state.interval),
    }
}
