//! The draw: which question an interviewer asks next.
//!
//! What matters and is weak is asked more often; after an answer given with some confidence the next
//! question goes deeper into the same topic, as interviewers do, until the topic has had its share. What follows up a
//! card makes no sense without it, so it comes right behind that card or not at all.

use crate::card::Card;
use crate::desk::{Desk, Place};
use crate::progress::{Confidence, Record};
use crate::schedule::plan::Plan;
use crate::schedule::plan::scope::Weights;
use rand::{Rng, RngExt};

/// A question to be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DrawnQuestion {
    pub(super) place: Place,
    /// How many questions of its chain came before it; 0 begins a new topic.
    pub(super) depth: u32,
}

/// The question before, and how sure the learner was of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Before {
    pub(super) drawn: DrawnQuestion,
    pub(super) confidence: Confidence,
}

/// Whether a card may be asked in a mock interview now.
pub fn may_be_asked(card: &Card, desk: &Desk) -> bool {
    let is_held =
        |record: &Record| record.suspended || record.buried == Some(desk.now.day) || record.waiting.is_some();
    card.is_answered() && !desk.progress.record(&card.id).is_some_and(is_held)
}

/// The next question from `pool`, of which those in `asked` were there before; `None` when all were.
pub(super) fn next(
    desk: &Desk,
    pool: &[Place],
    asked: &[Place],
    before: Option<Before>,
    rng: &mut impl Rng,
) -> Option<DrawnQuestion> {
    let rest: Vec<Place> = pool.iter().copied().filter(|place| !asked.contains(place)).collect();
    let named = Plan::current(desk).map(|plan| plan.weights).unwrap_or_default();
    let everything: Vec<Place> = desk.places_in_track().collect();
    let mut chances = Chances { desk, weights: Weights::new(&named, desk, &everything) };
    if let Some(before) = before.filter(|before| before.drawn.depth < follow_ups(before.confidence)) {
        let last = before.drawn.place;
        let own: Vec<Place> = rest.iter().copied().filter(|place| follows_up(desk, *place, last)).collect();
        let own: Vec<(Place, f64)> = own.into_iter().map(|place| (place, chances.of(place))).collect();
        if !own.is_empty()
            && let Some(place) = pick(own, rng)
        {
            return Some(DrawnQuestion { place, depth: before.drawn.depth + 1 });
        }
        // Where no heading stands, what comes next is about something else.
        let has_topic = !desk.card(last).faces[0].topic.is_empty();
        let related = rest.iter().copied().filter(|place| {
            has_topic && same_topic(desk, *place, last) && desk.card(*place).parent().is_none()
        });
        // Notes go from a thing to its details: what stands near is asked next.
        let mut near =
            |place: Place| chances.of(place) / f64::from(place.card.abs_diff(last.card).max(1) as u32);
        if let Some(place) = pick(related.map(|place| (place, near(place))).collect(), rng) {
            return Some(DrawnQuestion { place, depth: before.drawn.depth + 1 });
        }
    }
    // A topic that was asked gives way to the others.
    let mut share = |place: Place| {
        let times = asked.iter().filter(|other| same_topic(desk, place, **other)).count();
        chances.of(place) * 0.5_f64.powi(times as i32)
    };
    let rest = rest.into_iter().filter(|place| desk.card(*place).parent().is_none());
    let weighted = rest.map(|place| (place, share(place))).collect();
    Some(DrawnQuestion { place: pick(weighted, rng)?, depth: 0 })
}

/// How many follow-up questions a topic gets after an answer of this confidence.
fn follow_ups(confidence: Confidence) -> u32 {
    match confidence {
        Confidence::No => 0,
        Confidence::Maybe => 1,
        Confidence::Likely | Confidence::Sure => 2,
    }
}

/// Whether a card follows up the one that was just asked, or with that one a third.
fn follows_up(desk: &Desk, place: Place, last: Place) -> bool {
    let last = desk.card(last);
    desk.card(place).parent().is_some_and(|parent| last.id == *parent || last.parent() == Some(parent))
}

fn same_topic(desk: &Desk, one: Place, other: Place) -> bool {
    one.deck == other.deck && desk.card(one).faces[0].topic == desk.card(other).faces[0].topic
}

/// How likely each card is asked, before topics come in.
struct Chances<'a> {
    desk: &'a Desk,
    weights: Weights<'a>,
}

/// What even a well-known card of no weight is asked with: the learner chose its topic.
const LEAST: f32 = 0.1;

impl Chances<'_> {
    fn of(&mut self, place: Place) -> f64 {
        let record = self.desk.progress.record(&self.desk.card(place).id);
        let importance = self.weights.of(self.desk, place, record).max(LEAST);
        f64::from(importance * (LEAST + weakness(record, self.desk)))
    }
}

/// How weak a card is, from 0 to 1.5: the probability that it is forgotten now, and a tenth for each
/// lapse up to five. A card never seen counts as somewhat weaker than a coin toss.
fn weakness(record: Option<&Record>, desk: &Desk) -> f32 {
    const NEVER_SEEN: f32 = 0.6;
    let Some(record) = record else { return NEVER_SEEN };
    let recall = desk.scheduler.retrievability(&record.state, desk.now.day);
    recall.map_or(NEVER_SEEN, |recall| 1.0 - recall) + record.state.lapses.min(5) as f32 / 10.0
}

fn pick(weighted: Vec<(Place, f64)>, rng: &mut impl Rng) -> Option<Place> {
    let sum: f64 = weighted.iter().map(|(_, weight)| weight).sum();
    let mut left = rng.random::<f64>() * sum;
    let last = weighted.last().map(|(place, _)| *place);
    let found = weighted.into_iter().find(|(_, weight)| {
        left -= weight;
        left < 0.0
    });
    // Rounding may leave a crumb beyond the last one.
    found.map(|(place, _)| place).or(last)
}
