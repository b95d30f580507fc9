//! The plan towards an interview: a date, minutes a day, what matters how much; and what is next
//! under it.
//!
//! While a plan is in force the queue serves the deadline instead of intervals: the card whose showing
//! gains most on the day of the interview, until nothing is worth showing or the day's minutes are used
//! up. Limits of new cards and reviews a day do not hold, and there are no steps of minutes. Like the
//! queue it is stateless: what is next follows from the cards, the log and the time, so skipped days,
//! other programs and a moved date need no care. Memory stays ordinary FSRS memory, and after the day
//! the queue is plain FSRS again.

pub mod agenda;
pub mod believed;
pub mod forecast;
pub mod pace;
pub mod policy;
pub mod readout;
pub mod scope;
pub mod sheet;
pub mod today;

pub use crate::progress::USUAL_MINUTES;

use super::queue::{Allowance, Next, Scope, before};
use crate::card::Grade;
use crate::day::{At, Day, TimeOfDay};
use crate::desk::{Desk, Place};
use crate::progress::{Record, Target, weights, weights_json};
use crate::state::CardState;
use agenda::Agenda;
use pace::Pace;
use policy::{MAY_BE_SHOWN, Policy, PolicyCard, last_look_days};
use scope::Weights;
use std::collections::BTreeMap;

/// What the learner set, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The day of the interview.
    pub date: Day,
    /// When on that day it begins, where that is known.
    pub hour: Option<TimeOfDay>,
    /// Minutes of study a day, at least 1.
    pub minutes: u32,
    /// Weights by name, see [`scope`].
    pub weights: BTreeMap<String, f32>,
}

impl Plan {
    /// The plan that a target says; `None` where it has no date.
    pub fn of(target: &Target) -> Option<Plan> {
        let (date, minutes) = (target.date?, target.minutes.max(1));
        Some(Plan { date, hour: target.hour, minutes, weights: weights(target) })
    }

    /// The hour on this day: that of the plan is the hour of its own day, and of no other.
    pub fn hour_on(&self, date: Day) -> Option<TimeOfDay> {
        self.hour.filter(|_| self.date == date)
    }

    /// What it says as a target.
    pub fn target(&self) -> Target {
        let (date, weights) = (Some(self.date), weights_json(&self.weights).into());
        Target { date, hour: self.hour, minutes: self.minutes, weights, ..Target::default() }
    }

    /// The target of a plan and the interviews beside it; of two on one day that of the plan stays.
    pub fn with_later(plan: Option<&Plan>, later: &[Plan]) -> Target {
        Target::of_interviews(plan.into_iter().chain(later).map(Plan::target).collect())
    }

    /// The plans of all interviews that are noted, the nearest first.
    fn all(desk: &Desk) -> Vec<Plan> {
        let target = desk.progress.target();
        let plans = target.into_iter().flat_map(Target::interviews).filter_map(|target| Plan::of(&target));
        plans.map(|plan| plan.renamed(desk)).collect()
    }

    /// The plan of the nearest interview that is not over.
    pub fn in_force(desk: &Desk) -> Option<Plan> {
        Plan::all(desk).into_iter().find(|plan| !plan.is_over(desk))
    }

    /// The plan in force, else that of the last interview.
    pub fn current(desk: &Desk) -> Option<Plan> {
        let mut plans = Plan::all(desk);
        let place = plans.iter().position(|plan| !plan.is_over(desk));
        place.map(|place| plans.swap_remove(place)).or_else(|| plans.pop())
    }

    /// The plan of the last interview that is over and was not closed.
    pub fn past(desk: &Desk) -> Option<Plan> {
        Plan::all(desk).into_iter().rfind(|plan| plan.is_over(desk))
    }

    /// With the names that decks have now. What was said by the new name counts before what was said by the old one.
    fn renamed(mut self, desk: &Desk) -> Plan {
        for (name, weight) in std::mem::take(&mut self.weights) {
            let deck = name.split(scope::SEPARATOR).next().unwrap_or_default();
            if let Some(heir) = desk.renamed.get(deck) {
                let name = format!("{heir}{}", &name[deck.len()..]);
                self.weights.entry(name).or_insert(weight);
            } else {
                self.weights.insert(name, weight);
            }
        }
        self
    }

    /// The target once interviews that are over are closed: those ahead with a new one, which is like the last one.
    pub fn closed(desk: &Desk, next: Option<(Day, Option<TimeOfDay>)>) -> Target {
        let ahead = Plan::in_force(desk).into_iter().chain(Plan::later(desk));
        let before = Plan::past(desk).or_else(|| Plan::in_force(desk));
        let like = |(date, hour)| match &before {
            Some(plan) => Plan { date, hour, ..plan.clone() },
            None => Plan { date, hour, minutes: USUAL_MINUTES, weights: BTreeMap::new() },
        };
        let plans: Vec<Plan> = next.map(like).into_iter().chain(ahead).collect();
        match (plans.is_empty(), before) {
            (true, Some(plan)) => Target { date: None, hour: None, ..plan.target() },
            _ => Target::of_interviews(plans.iter().map(Plan::target).collect()),
        }
    }

    /// The plans of the interviews after the one in force, the nearest first.
    pub fn later(desk: &Desk) -> Vec<Plan> {
        let ahead = Plan::all(desk).into_iter().filter(|plan| !plan.is_over(desk));
        ahead.skip(1).collect()
    }

    /// The plan of the last interview whose day is past.
    pub fn last_past(desk: &Desk) -> Option<Plan> {
        Plan::all(desk).into_iter().rev().find(|plan| plan.date < desk.now.day)
    }

    /// When the interview begins, where its hour is known.
    fn begins(&self, desk: &Desk) -> Option<At> {
        self.hour.map(|hour| desk.calendar.at_time(self.date, hour.minutes()))
    }

    /// Whether the interview has begun or its day is past.
    pub fn is_over(&self, desk: &Desk) -> bool {
        self.date < desk.now.day || self.begins(desk).is_some_and(|begins| begins <= desk.now.at)
    }

    /// Whether an interview has begun today, and no other lies ahead: nothing is drilled for the rest of
    /// the day.
    fn was_today(desk: &Desk) -> bool {
        Plan::current(desk).is_some_and(|plan| plan.date == desk.now.day && plan.is_over(desk))
    }

    /// Seconds of study a day.
    pub fn seconds(&self) -> f32 {
        self.minutes as f32 * 60.0
    }

    /// Seconds of study that a day up to the interview still has. On its own day only those before it begins count,
    /// all of them where its hour is not known.
    pub fn seconds_on(&self, day: Day, desk: &Desk) -> f32 {
        let used = if day == desk.now.day { seconds_used(desk) } else { 0.0 };
        let from = desk.calendar.start_of(day).max(desk.now.at);
        let begins = self.begins(desk).filter(|_| day == self.date);
        let before = begins.map_or(f32::INFINITY, |begins| begins.seconds_since(from) as f32);
        (self.seconds() - used).min(before).max(0.0)
    }
}

/// Cards in the scope of a plan that may be asked.
#[derive(Debug)]
pub struct Cards {
    /// Where they stand.
    pub places: Vec<Place>,
    /// What the policy knows of them, in the same order.
    pub items: Vec<PolicyCard>,
}

impl Cards {
    /// The cards of `selection` that this plan is about.
    pub fn of(plan: &Plan, desk: &Desk, selection: &[Place]) -> Cards {
        let mut weights = Weights::new(&plan.weights, desk, selection);
        let mut cards = Cards { places: Vec::new(), items: Vec::new() };
        for place in selection {
            let card = desk.card(*place);
            let record = desk.progress.record(&card.id);
            let held = record.is_some_and(|record| record.suspended || record.buried == Some(desk.now.day));
            if held || !card.is_answered() || !desk.is_open(*place) {
                continue;
            }
            let weight = weights.of(desk, *place, record);
            if weight > 0.0 {
                cards.places.push(*place);
                let item = item(record, weight, scope::topic_of(desk, *place));
                cards.items.push(PolicyCard { siblings: siblings(desk, *place), ..item });
            }
        }
        cards
    }
}

/// A number that a card shares with its siblings; 0 for one without any.
fn siblings(desk: &Desk, place: Place) -> u64 {
    let all = desk.siblings(place);
    if all.len() < 2 { 0 } else { ((place.deck as u64) << 32 | all.start as u64) + 1 }
}

fn item(record: Option<&Record>, weight: f32, topic: u64) -> PolicyCard {
    let state = record.map_or_else(CardState::default, |record| record.state);
    PolicyCard::of(&state, weight, topic)
}

impl PolicyCard {
    /// A card in this state.
    pub fn of(state: &CardState, weight: f32, topic: u64) -> PolicyCard {
        PolicyCard {
            memory: state.memory,
            last: state.last,
            failed: state.grade == Some(Grade::Again),
            lapsed: state.lapses > 0,
            is_young: state.is_young(),
            weight,
            topic,
            siblings: 0,
        }
    }
}

/// Seconds studied today. An answer of which no time is known counts as long as such answers take.
pub fn seconds_used(desk: &Desk) -> f32 {
    let today = desk.progress.tally(desk.now.day);
    let timed = today.ms as f32 / 1000.0;
    if today.untimed == 0 {
        return timed;
    }
    let new = today.new as f32 / today.answers.max(1) as f32;
    timed + today.untimed as f32 * Pace::of(desk).untimed(new)
}

/// Seconds of study that are left today; infinitely many without a plan.
pub fn seconds_left(desk: &Desk) -> f32 {
    Plan::in_force(desk).map_or(f32::INFINITY, |plan| plan.seconds_on(desk.now.day, desk))
}

/// The policy of today, for these cards.
fn policy<'a>(plan: &Plan, desk: &'a Desk, items: &[PolicyCard]) -> Policy<'a> {
    let pace = Pace::of(desk);
    let last_look = desk.now.day >= last_look_from(plan, desk, &pace);
    let mut policy = Policy::new(&desk.scheduler.model, desk.now.day, plan.date, last_look, pace);
    policy.weigh_time(items, plan.seconds_on(desk.now.day, desk), plan.seconds());
    policy
}

/// The day from which on every card may be shown once more: the same whichever of them are studied.
fn last_look_from(plan: &Plan, desk: &Desk, pace: &Pace) -> Day {
    let days = last_look_days(scope::size(&plan.weights, desk), pace, plan.seconds());
    plan.date.plus(-i64::from(days))
}

/// The next card of `selection` under the plan in force; `None` where there is no plan, or it is about
/// none of these cards.
pub fn next(desk: &Desk, selection: &[Place], scope: Scope, allowance: Allowance) -> Option<Next> {
    if scope == Scope::Today && Plan::was_today(desk) {
        return Some(done_for_today(desk));
    }
    let plan = Plan::in_force(desk)?;
    let serving = Serving::of(&plan, desk, selection, scope, allowance)?;
    serving.next(&serving.agenda())
}

/// The interview has begun, and no other one lies ahead.
fn done_for_today(desk: &Desk) -> Next {
    Next::Done { next_due: Some(desk.calendar.start_of(desk.now.day.plus(1))) }
}

/// A plan at a moment, with the cards that it serves.
#[derive(Debug)]
struct Serving<'a> {
    plan: &'a Plan,
    desk: &'a Desk,
    scope: Scope,
    allowance: Allowance,
    cards: Cards,
    policy: Policy<'a>,
}

impl<'a> Serving<'a> {
    /// `None` where the plan is about none of the cards.
    fn of(
        plan: &'a Plan,
        desk: &'a Desk,
        selection: &[Place],
        scope: Scope,
        allowance: Allowance,
    ) -> Option<Serving<'a>> {
        let mut cards = Cards::of(plan, desk, selection);
        if cards.items.is_empty() {
            return None;
        }
        let mut policy = policy(plan, desk, &cards.items);
        if scope == Scope::Ahead {
            policy.allow_all();
        }
        without_new(&mut cards.items, allowance);
        Some(Serving { plan, desk, scope, allowance, cards, policy })
    }

    fn agenda(&self) -> Agenda<'_> {
        Agenda::new(&self.policy, &self.cards.items, self.desk.now.day)
    }

    fn next(&self, agenda: &Agenda<'_>) -> Option<Next> {
        let Serving { desk, policy, cards: Cards { places, items }, .. } = self;
        let is_ahead = self.scope == Scope::Ahead;
        match agenda.next() {
            Some(index) if is_ahead || policy.longest(&items[index]) <= self.allowance.seconds => {
                let may = |other| {
                    places.iter().position(|place| *place == other).is_some_and(|at| is_wanted(&items[at]))
                };
                let is_new = items[index].memory.is_none();
                Some(Next::Ask(if is_new { before(desk, places[index], may) } else { places[index] }))
            }
            // Going on beyond what is worth showing is plain study ahead.
            None if is_ahead => None,
            _ => Some(Next::Done { next_due: Some(next_time(self.plan, items, policy, desk)) }),
        }
    }
}

fn is_wanted(item: &PolicyCard) -> bool {
    item.weight > 0.0
}

/// Where the learner wants no more new cards, they are worth nothing.
fn without_new(items: &mut [PolicyCard], allowance: Allowance) {
    if allowance.new_at_most == Some(0) {
        items.iter_mut().filter(|item| item.memory.is_none()).for_each(|item| item.weight = 0.0);
    }
}

/// When something may be worth showing again, after nothing is any more today.
fn next_time(plan: &Plan, items: &[PolicyCard], policy: &Policy<'_>, desk: &Desk) -> At {
    let tomorrow = desk.now.day.plus(1);
    let last_look = last_look_from(plan, desk, &policy.pace);
    let shown = |item: &PolicyCard| match (item.memory, item.last) {
        (Some(memory), Some(last)) if !item.failed => {
            last.day.plus(desk.scheduler.model.interval(memory, MAY_BE_SHOWN).ceil() as i64)
        }
        _ => tomorrow,
    };
    let day = items.iter().map(shown).min().map_or(tomorrow, |day| day.min(last_look).max(tomorrow));
    desk.calendar.start_of(day)
}
