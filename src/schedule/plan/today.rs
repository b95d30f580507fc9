//! What is left of today under a plan: its cards, their minutes, and when a card comes back.

use super::agenda::{APART, Agenda};
use super::pace::Pace;
use super::policy::{MAY_BE_SHOWN, PolicyCard};
use super::{Cards, Plan, Serving, done_for_today, last_look_from};
use crate::card::{CardId, Grade};
use crate::day::Day;
use crate::desk::{Desk, Place};
use crate::schedule::queue::{Allowance, Counts, Next, Scope};
use crate::state::{CardState, Due};

/// What today still brings.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RestOfDay {
    /// The cards in the order in which they come, each with the seconds that are expected of it and its repeats.
    pub shares: Vec<(Place, f32)>,
    /// What would come besides.
    pub room: Room,
}

/// What a day has room for beside what it brings.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Room {
    /// The worth of what no longer fits; 0 where everything does.
    above: f32,
    /// Seconds that nothing needs.
    seconds: f32,
    /// Seconds that the new cards take which do not fit.
    new: f32,
}

impl RestOfDay {
    /// The cards in order.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.shares.iter().map(|(place, _)| *place)
    }

    /// Seconds that all of them take.
    pub fn seconds(&self) -> f32 {
        // The sum of none would be -0.
        self.shares.iter().fold(0.0, |sum, (_, seconds)| sum + seconds)
    }
}

/// What today still brings of these cards within its minutes; `None` where there is no plan, or it is about none of
/// them.
pub fn today(desk: &Desk, selection: &[Place], allowance: Allowance) -> Option<RestOfDay> {
    if Plan::was_today(desk) {
        return Some(RestOfDay::default());
    }
    of_plan(&Plan::in_force(desk)?, desk, selection, allowance)
}

/// The same with the next card, in one look at the cards.
pub fn look(desk: &Desk, selection: &[Place], allowance: Allowance) -> Option<(Next, RestOfDay)> {
    if Plan::was_today(desk) {
        return Some((done_for_today(desk), RestOfDay::default()));
    }
    let plan = Plan::in_force(desk)?;
    let serving = Serving::of(&plan, desk, selection, Scope::Today, allowance)?;
    let agenda = serving.agenda();
    Some((serving.next(&agenda)?, serving.today(&agenda)))
}

/// The same of any plan as if it were in force, without the next card.
pub fn of_plan(plan: &Plan, desk: &Desk, selection: &[Place], allowance: Allowance) -> Option<RestOfDay> {
    let serving = Serving::of(plan, desk, selection, Scope::Today, allowance)?;
    Some(serving.today(&serving.agenda()))
}

/// What the repeats of a card take that failed, or may fail.
struct Repeats {
    worth: f32,
    place: Place,
    /// Where it stands in the shares; a card that failed before is not in them yet.
    share: Option<usize>,
    seconds: f32,
}

impl Serving<'_> {
    /// The day as [`Serving::next`] will serve it, with the failures that are expected.
    pub(super) fn today(&self, agenda: &Agenda<'_>) -> RestOfDay {
        let Serving { allowance, policy, cards: Cards { places, items }, .. } = self;
        let (mut today, mut left, mut repeated) = (RestOfDay::default(), allowance.seconds, 0.0);
        let mut new = allowance.new_at_most.unwrap_or(u32::MAX);
        let mut waiting: Vec<Repeats> = Vec::new();
        let wait = |waiting: &mut Vec<Repeats>, repeats: Repeats| {
            // The one of most worth is the last.
            let at = waiting.partition_point(|other| other.worth <= repeats.worth);
            waiting.insert(at, repeats);
        };
        for (worth, index) in agenda.failed() {
            let seconds = policy.repeats(&items[index]);
            wait(&mut waiting, Repeats { worth, place: places[index], share: None, seconds });
        }
        let mut unshown = agenda.unshown().peekable();
        loop {
            let most = waiting.last().map_or(0.0, |repeats| repeats.worth);
            if let Some((worth, index)) = unshown.next_if(|(worth, _)| *worth >= most) {
                let item = &items[index];
                if item.memory.is_none() {
                    let Some(rest) = new.checked_sub(1) else { continue };
                    new = rest;
                }
                if policy.longest(item) > left {
                    today.room.above = worth;
                    let is_new = |item: &PolicyCard| item.memory.is_none();
                    let beyond = unshown.filter(|(_, index)| is_new(&items[*index])).count();
                    today.room.new = (usize::from(is_new(item)) + beyond) as f32 * policy.pace.first;
                    break;
                }
                let seconds = policy.showing(item);
                left -= seconds;
                today.shares.push((places[index], seconds));
                if let Some((worth, seconds)) = policy.failing(item) {
                    let share = Some(today.shares.len() - 1);
                    wait(&mut waiting, Repeats { worth, place: places[index], share, seconds });
                }
            } else if let Some(Repeats { worth, place, share, seconds }) = waiting.pop() {
                if policy.longest_repeat() > left {
                    // Of repeats that are worth the same, the later ones come first.
                    let beyond = waiting.iter().fold(seconds, |sum, repeats| sum + repeats.seconds);
                    today.room.above = if repeated > beyond { worth.next_down() } else { worth };
                    break;
                }
                left -= seconds;
                repeated += seconds;
                match share {
                    Some(share) => today.shares[share].1 += seconds,
                    None => today.shares.push((place, seconds)),
                }
            } else {
                break;
            }
        }
        today.room.seconds = left;
        today
    }
}

/// Cards by what they are today.
pub fn count(desk: &Desk, places: impl IntoIterator<Item = Place>) -> Counts {
    let mut counts = Counts::default();
    for place in places {
        let state = desk.state(&desk.card(place).id);
        match state.last {
            None => counts.new += 1,
            Some(last) if last.day >= desk.now.day => counts.learning += 1,
            Some(_) => counts.due += 1,
        }
    }
    counts
}

/// The day on which a card is asked next that fails now, in a day with this room: today, or once the new cards are
/// through, which gain more.
pub fn asked_again(place: Place, desk: &Desk, room: Room) -> Day {
    let today = desk.now.day;
    let Some(plan) = Plan::in_force(desk) else { return today };
    let cards = Cards::of(&plan, desk, &[place]);
    let Some(item) = cards.items.first() else { return today };
    let policy = super::policy(&plan, desk, &cards.items);
    let fits = policy.failing(item).is_some_and(|(worth, _)| match room.above {
        0.0 => room.seconds >= policy.longest_repeat(),
        above => worth > above,
    });
    if fits { today } else { room.later(&plan, desk) }
}

/// The same of a card that has just failed.
pub fn failed_again(card: &CardId, desk: &Desk) -> Day {
    let all: Vec<Place> = desk.places_in_track().collect();
    let today = today(desk, &all, Allowance::of_day(desk));
    let Some((plan, today)) = Plan::in_force(desk).zip(today) else { return desk.now.day };
    let comes = today.places().any(|place| desk.card(place).id == *card);
    if comes { desk.now.day } else { today.room.later(&plan, desk) }
}

impl Room {
    /// The first day that has room for what is worth less than a new card.
    fn later(self, plan: &Plan, desk: &Desk) -> Day {
        desk.now.day.plus(1 + (self.new / plan.seconds()) as i64)
    }
}

/// When the plan shows a card again, were it in this state after an answer now. One that failed comes on the day
/// `again`, see [`asked_again`], and if that is today after some others; any other comes on the first day on which it
/// may be worth showing. Without a plan, or beyond its day, when FSRS has it due.
pub fn comes_back(state: &CardState, again: Day, desk: &Desk) -> Option<Due> {
    let due = state.due?;
    let (Some(plan), Some(memory)) = (Plan::in_force(desk), state.memory) else { return Some(due) };
    let pace = Pace::of(desk);
    let has_failed = state.grade == Some(Grade::Again);
    if has_failed && again == desk.now.day {
        return Some(Due::At(desk.now.at.plus_seconds((APART as f32 * pace.review(0.9)) as i64)));
    }
    let tomorrow = desk.now.day.plus(1);
    let day = if has_failed {
        again
    } else {
        let days = desk.scheduler.model.interval(memory, MAY_BE_SHOWN).ceil();
        let last_look = last_look_from(&plan, desk, &pace);
        desk.now.day.plus(days as i64).min(last_look).max(tomorrow)
    };
    // Nothing is asked from the hour of the interview on.
    let is_beyond = day > plan.date || (day == plan.date && plan.seconds_on(day, desk) == 0.0);
    Some(Due::On(match due {
        Due::On(due) if is_beyond => due.max(plan.date),
        Due::At(_) if is_beyond => plan.date,
        _ => day,
    }))
}
