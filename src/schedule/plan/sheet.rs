//! The sheet for the last evening or the last hour: the cards most likely to fail in the interview, the
//! weightiest first, as many as can be read in the time.
//!
//! Reading it is no review: nothing is recorded, and the schedule stays as it is.

use super::pace::Pace;
use super::{Cards, Plan};
use crate::desk::{Desk, Place};

/// Cards to read in this many minutes, the one with the greatest loss first: the probability of failing
/// on the day, times the weight. Without a plan in force the day is tomorrow and all weighs the same.
pub fn sheet(desk: &Desk, minutes: u32) -> Vec<Place> {
    let plan = Plan::in_force(desk).unwrap_or_else(|| Plan {
        date: desk.now.day.plus(1),
        hour: None,
        minutes: 1,
        weights: std::collections::BTreeMap::new(),
    });
    let pace = Pace::of(desk);
    let cards = Cards::of(&plan, desk, &desk.places_in_track().collect::<Vec<Place>>());
    let mut losses: Vec<(f32, f32, Place)> = cards
        .places
        .iter()
        .zip(&cards.items)
        .map(|(place, item)| {
            let state = desk.state(&desk.card(*place).id);
            let recall = desk.scheduler.retrievability(&state, plan.date).unwrap_or(0.0);
            let seconds = if item.memory.is_none() { pace.first } else { pace.later[0] };
            ((1.0 - recall) * item.weight, seconds, *place)
        })
        .collect();
    losses.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.2.cmp(&other.2)));
    let mut left = minutes as f32 * 60.0;
    let fits = |(_, seconds, _): &&(f32, f32, Place)| {
        left -= seconds;
        left >= 0.0
    };
    losses.iter().take_while(fits).map(|(_, _, place)| *place).collect()
}
