//! The forecast: what the coming days will ask for.

use super::cards::Known;
use super::sums::shown;
use crate::card::Grade;
use crate::day::{Day, Moment};
use crate::desk::Desk;
use crate::schedule::effort::Effort;
use crate::schedule::queue::Counts;
use crate::state::{CardState, Due, Steps};
use serde::Serialize;

/// What a coming day will ask for. New cards are not in it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Ahead {
    /// The day.
    #[serde(serialize_with = "shown")]
    pub day: Day,
    /// Cards that are due on it as of now; those overdue count today.
    pub due: u32,
    /// Answers on it when every card is answered good on the day it is due.
    pub answers: u32,
    /// About how many minutes these take, with the learner's own pace, as home says it; one in ten reviews
    /// fails and brings two more answers.
    pub minutes: f64,
}

/// Days of the forecast.
pub(super) const DAYS: usize = 90;

pub(super) fn forecast(desk: &Desk, known: &Known<'_>) -> Vec<Ahead> {
    let today = desk.now.day;
    let day = |index: usize| today.plus(index as i64);
    // When each day begins costs a look at the zone, so it is asked once a day.
    let starts: Vec<Moment> =
        (0..DAYS).map(|index| Moment { at: desk.calendar.start_of(day(index)), day: day(index) }).collect();
    let effort = Effort::of(desk);
    let mut counts = [(0u32, 0u32, 0u32); DAYS];
    for (id, record) in known.asked().filter(|(_, record)| !record.suspended) {
        let held = record.buried == Some(today);
        let Some(first) = first_day(desk, &record.state, held) else { continue };
        let mut next = Some(first);
        if let Some(count) = counts.get_mut(first) {
            count.0 += 1;
        }
        let mut state = record.state;
        while let Some((index, moment)) = next.and_then(|index| Some((index, starts.get(index)?))) {
            counts[index].1 += 1;
            counts[index].2 += u32::from(matches!(state.due, Some(Due::At(_))));
            state = desk.scheduler.answer(Steps::Usual, id, &state, Grade::Good, *moment);
            next = later(&state, index, &starts);
        }
    }
    let ahead = counts.into_iter().enumerate().map(|(index, (due, answers, steps))| {
        let seconds = effort.seconds(Counts { new: 0, learning: steps, due: answers - steps });
        Ahead { day: day(index), due, answers, minutes: f64::from(seconds) / 60.0 }
    });
    ahead.collect()
}

/// The day a card comes back, counted from today.
fn first_day(desk: &Desk, state: &CardState, held: bool) -> Option<usize> {
    let day = match state.due? {
        Due::On(day) => day,
        Due::At(at) => desk.calendar.moment(at).day,
    };
    Some((day.days_since(desk.now.day) as usize).max(usize::from(held)))
}

/// The day after an answer on day `index`, on which the card comes back.
fn later(state: &CardState, index: usize, starts: &[Moment]) -> Option<usize> {
    match state.due? {
        // A step of minutes from the start of a day ends on the same day.
        Due::At(_) => Some(index),
        Due::On(day) => Some(index + day.days_since(starts[index].day).max(1) as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_in_steps_leaves_them() {
        let scheduler = crate::state::Scheduler::default();
        let id = crate::card::CardId::from("x");
        let start = crate::day::Calendar::utc().start_of(Day(20_000));
        let mut state = CardState::default();
        for _ in 0..10 {
            state = scheduler.answer(
                Steps::Usual,
                &id,
                &state,
                Grade::Good,
                Moment { at: start, day: Day(20_000) },
            );
        }
        assert!(matches!(state.due, Some(Due::On(_))));
    }
}
