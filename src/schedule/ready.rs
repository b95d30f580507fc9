//! Readiness: what share of the cards would be recalled on a day, without another look at them.

use crate::card::{Card, CardId};
use crate::day::Day;
use crate::desk::{Desk, Place};
use crate::schedule::plan::Plan;
use crate::schedule::queue::Counts;
use crate::state::{CardState, Due};
use std::collections::HashMap;

/// The day that readiness is about: that of the interview, or today where none is ahead.
pub fn date(desk: &Desk) -> Day {
    Plan::in_force(desk).map_or(desk.now.day, |plan| plan.date)
}

/// The share of these cards that would be recalled on a day, from 0 to 1. Cards without an answer and follow-ups
/// that are not open yet do not count, as they do not under a plan; one never seen counts as not recalled.
pub fn of(places: impl Iterator<Item = Place>, date: Day, desk: &Desk) -> Option<f32> {
    share(places, date, desk, |card| desk.state(&card.id))
}

fn share(
    places: impl Iterator<Item = Place>,
    date: Day,
    desk: &Desk,
    state: impl Fn(&Card) -> CardState,
) -> Option<f32> {
    let counted = places.filter(|place| desk.card(*place).is_answered() && desk.is_open(*place));
    let recall = |place: Place| desk.scheduler.retrievability(&state(desk.card(place)), date).unwrap_or(0.0);
    let (sum, count) = counted.fold((0.0, 0u32), |(sum, count), place| (sum + recall(place), count + 1));
    (count > 0).then(|| sum / count as f32)
}

/// The same of all cards of the track whose decks are switched on.
pub fn of_all(desk: &Desk) -> Option<f32> {
    of(all(desk), date(desk), desk)
}

/// The same on a day if some cards still stood as they did.
pub fn of_all_as(desk: &Desk, date: Day, stood: &HashMap<CardId, CardState>) -> Option<f32> {
    share(all(desk), date, desk, |card| stood.get(&card.id).copied().unwrap_or_else(|| desk.state(&card.id)))
}

fn all(desk: &Desk) -> impl Iterator<Item = Place> {
    desk.places_in_track().filter(|place| !desk.is_off(desk.deck(*place)))
}

/// What tomorrow brings of these cards, as far as it is known now: reviews that will be due, and new cards up to
/// the limit.
pub fn tomorrow(desk: &Desk, cards: &[Place]) -> Counts {
    let tomorrow = desk.now.day.plus(1);
    let end = desk.calendar.start_of(tomorrow.plus(1));
    let (mut due, mut new) = (0, 0);
    for place in cards {
        let card = desk.card(*place);
        let record = desk.progress.record(&card.id);
        if record.is_some_and(|record| record.suspended) || !card.is_answered() || !desk.is_open(*place) {
            continue;
        }
        match record.and_then(|record| record.state.due) {
            Some(Due::On(day)) => due += u32::from(day <= tomorrow),
            Some(Due::At(at)) => due += u32::from(at < end),
            None => new += u32::from(record.is_none_or(|record| record.state.last.is_none())),
        }
    }
    let limits = desk.settings.limits;
    Counts { new: new.min(limits.new), learning: 0, due: due.min(limits.reviews) }
}
