//! The queue: which card is next.
//!
//! Nothing is kept between two calls. The next card follows from the cards, the log and the time, so
//! the screen, a script and a second program that studies at the same time all see the same queue, and
//! a killed program goes on where it was. Order within a day is by a hash of card and day: shuffled,
//! yet the same on every look.

mod scope;

use super::plan;
use super::plan::agenda::APART;
use super::plan::today::{self, RestOfDay, Room, count};
use crate::card::CardId;
use crate::day::{At, Day};
use crate::desk::{Desk, Place};
use crate::progress::Record;
use crate::state::{CardState, Due};
pub(super) use scope::before;
pub use scope::{Allowance, Counts, Next, Scope};
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Learning cards may be taken this many seconds before they are due when nothing else is left.
pub const LEARN_AHEAD: i64 = 1200;

impl Allowance {
    /// What the limits of the day leave, counted over all sessions of the day.
    pub fn of_day(desk: &Desk) -> Allowance {
        let today = desk.progress.tally(desk.now.day);
        Allowance {
            new: desk.settings.limits.new.saturating_sub(today.new),
            reviews: desk.settings.limits.reviews.saturating_sub(today.reviews),
            new_at_most: None,
            seconds: plan::seconds_left(desk),
        }
    }
}

/// The next card of `selection`: under a plan the one that serves it best, else the one FSRS has due.
pub fn next(desk: &Desk, selection: &[Place], scope: Scope, allowance: Allowance) -> Next {
    plan::next(desk, selection, scope, allowance)
        .unwrap_or_else(|| WaitingCards::sort(desk, selection, scope).next(desk, allowance))
}

/// The next card, how many wait, and what else a plan has room for today, in one look at all of them.
pub fn look(desk: &Desk, selection: &[Place], allowance: Allowance) -> (Next, Counts, Option<Room>) {
    if let Some((next, today)) = today::look(desk, selection, allowance) {
        return (next, count(desk, today.places()), Some(today.room));
    }
    let waiting = WaitingCards::sort(desk, selection, Scope::Today);
    (waiting.next(desk, allowance), waiting.counts(allowance), None)
}

/// Which of these cards to ask after those in `before`, the last one last: due or not, as many as there
/// are. `None` where all of them are held back.
pub fn next_of(desk: &Desk, cards: &[Place], before: &[Place]) -> Option<Place> {
    let any = Allowance { new: u32::MAX, reviews: u32::MAX, new_at_most: None, seconds: f32::INFINITY };
    if let Some(Next::Ask(place)) = plan::next(desk, cards, Scope::Ahead, any) {
        return Some(place);
    }
    let mut waiting = WaitingCards::sort(desk, cards, Scope::Ahead);
    if let Some(last) = before.last() {
        waiting.recent.insert(0, (desk.now.at, *last));
    }
    waiting.pick(desk, any)
}

/// Whether a card may be asked now, as far as the learner and its answer say.
pub fn may_be_asked(desk: &Desk, place: Place) -> bool {
    Askable::of(desk, place, desk.progress.record(&desk.card(place).id)) == Askable::Now
}

/// The same of a card that the learner chose: one that follows up on another need not wait for it.
pub fn may_be_chosen(desk: &Desk, place: Place) -> bool {
    Askable::if_open(desk, place, desk.progress.record(&desk.card(place).id)) == Askable::Now
}

/// How many cards of `selection` wait today.
pub fn counts(desk: &Desk, selection: &[Place], allowance: Allowance) -> Counts {
    counts_of(desk, selection, allowance, today::today(desk, selection, allowance).as_ref())
}

/// The same where it is known what a plan brings of them, if there is one.
pub fn counts_of(
    desk: &Desk,
    selection: &[Place],
    allowance: Allowance,
    today: Option<&RestOfDay>,
) -> Counts {
    match today {
        Some(today) => count(desk, today.places()),
        None => WaitingCards::sort(desk, selection, Scope::Today).counts(allowance),
    }
}

/// The cards that may be asked, by what they wait for. New cards and those of other days may be all of a
/// large deck, so they are counted and not listed.
struct WaitingCards<'a> {
    selection: &'a [Place],
    scope: Scope,
    /// In steps and due now, or within the learn-ahead time.
    steps: Vec<(At, Place)>,
    /// Due today or before.
    reviews: Vec<(Place, &'a CardState)>,
    /// How many were never seen.
    new: u32,
    /// When the first of the others comes: in a step, or on a day.
    later_at: Option<At>,
    later_on: Option<Day>,
    /// How many of those in steps come today.
    later_today: u32,
    /// Cards before they are due, with their day.
    ahead: Vec<(Day, Place)>,
    /// The cards answered last, and when; the newest first.
    recent: Vec<(At, Place)>,
    /// Their siblings.
    near: Vec<Place>,
}

impl<'a> WaitingCards<'a> {
    fn sort(desk: &'a Desk, selection: &'a [Place], scope: Scope) -> WaitingCards<'a> {
        let mut waiting = WaitingCards {
            selection,
            scope,
            steps: Vec::new(),
            reviews: Vec::new(),
            new: 0,
            later_at: None,
            later_on: None,
            later_today: 0,
            ahead: Vec::new(),
            recent: Vec::with_capacity(APART + 1),
            near: Vec::new(),
        };
        for place in selection {
            let card = desk.card(*place);
            let record = desk.progress.record(&card.id);
            if let Some(last) = record.and_then(|record| record.state.last) {
                waiting.answered(last.at, *place);
            }
            match Askable::of(desk, *place, record) {
                Askable::Now if waiting.is_held(desk, *place, record) => {
                    waiting.later(Due::On(desk.now.day.plus(1)), desk);
                }
                Askable::Now => waiting.file(desk, *place, record),
                Askable::Tomorrow => waiting.later(Due::On(desk.now.day.plus(1)), desk),
                Askable::Never => {}
            }
        }
        let near = waiting.recent.iter().flat_map(|(_, place)| desk.other_siblings(*place));
        waiting.near = near.collect();
        waiting
    }

    /// Keeps the cards answered last.
    fn answered(&mut self, at: At, place: Place) {
        if self.recent.len() == APART && self.recent.last().is_some_and(|last| *last > (at, place)) {
            return;
        }
        let after = self.recent.partition_point(|known| *known > (at, place));
        self.recent.insert(after, (at, place));
        self.recent.truncate(APART);
    }

    /// Whether a card waits for tomorrow because the day belongs to a sibling: one was answered today, or
    /// goes before it. A card that was answered today itself has its day.
    fn is_held(&self, desk: &Desk, place: Place, record: Option<&Record>) -> bool {
        let today = desk.now.day;
        let was_today = |record: Option<&Record>| {
            record.and_then(|record| record.state.last).is_some_and(|last| last.day >= today)
        };
        if self.scope == Scope::Ahead || was_today(record) {
            return false;
        }
        desk.other_siblings(place).any(|sibling| {
            let other = desk.progress.record(&desk.card(sibling).id);
            let waits = Askable::of(desk, sibling, other) == Askable::Now;
            let first = rank(desk, other).filter(|_| waits);
            was_today(other)
                || first
                    .is_some_and(|first| (first, sibling) < (rank(desk, record).unwrap_or(u8::MAX), place))
        })
    }

    fn file(&mut self, desk: &Desk, place: Place, record: Option<&'a Record>) {
        let Some((state, due)) = record.and_then(|record| Some((&record.state, record.state.due?))) else {
            self.new += 1;
            return;
        };
        match due {
            Due::At(at) if at <= desk.now.at.plus_seconds(LEARN_AHEAD) => self.steps.push((at, place)),
            Due::On(day) if day <= desk.now.day => self.reviews.push((place, state)),
            Due::On(day) if self.scope == Scope::Ahead => self.ahead.push((day, place)),
            Due::At(_) if self.scope == Scope::Ahead => self.ahead.push((desk.now.day, place)),
            due => self.later(due, desk),
        }
    }

    fn later(&mut self, due: Due, desk: &Desk) {
        fn earlier<T: Ord>(known: Option<T>, new: T) -> Option<T> {
            known.into_iter().chain([new]).min()
        }
        match due {
            Due::At(at) => {
                self.later_at = earlier(self.later_at, at);
                self.later_today += u32::from(at.seconds_since(desk.now.at) < 12 * 3600);
            }
            Due::On(day) => self.later_on = earlier(self.later_on, day),
        }
    }

    /// The cards never seen, in the order of their decks.
    fn fresh(&self, desk: &Desk) -> impl Iterator<Item = Place> {
        self.selection.iter().copied().filter(|place| {
            let record = desk.progress.record(&desk.card(*place).id);
            let is_new = record.is_none_or(|record| record.state.due.is_none());
            let may_be_asked = is_new && Askable::of(desk, *place, record) == Askable::Now;
            may_be_asked && !self.is_held(desk, *place, record)
        })
    }

    fn next(&self, desk: &Desk, allowance: Allowance) -> Next {
        if let Some(place) = self.pick(desk, allowance) {
            return Next::Ask(place);
        }
        let day = self.later_on.map(|day| desk.calendar.start_of(day));
        // What the limits hold back today comes tomorrow.
        let held_back = !self.reviews.is_empty() || self.new > 0;
        let tomorrow = held_back.then(|| desk.calendar.start_of(desk.now.day.plus(1)));
        Next::Done { next_due: [self.later_at, day, tomorrow].into_iter().flatten().min() }
    }

    fn counts(&self, allowance: Allowance) -> Counts {
        Counts {
            new: self.new_allowed(allowance),
            learning: self.steps.len() as u32 + self.later_today,
            due: (self.reviews.len() as u32).min(allowance.reviews),
        }
    }

    /// Learning cards that are due come first, because minutes count for them; then reviews and new
    /// cards, mixed so that both last to the end of the day; then learning cards a little early. What
    /// the last answers give away comes only where nothing else is left.
    fn pick(&self, desk: &Desk, allowance: Allowance) -> Option<Place> {
        let far = || self.pick_from(desk, allowance, |place| !self.near.contains(&place));
        let any = || self.pick_from(desk, allowance, |_| true);
        let far = if self.near.is_empty() { None } else { far() };
        far.or_else(any).or_else(|| self.soonest(self.steps.iter()))
    }

    fn pick_from(&self, desk: &Desk, allowance: Allowance, fits: impl Fn(Place) -> bool) -> Option<Place> {
        let ready = self.steps.iter().filter(|(at, place)| *at <= desk.now.at && fits(*place));
        self.soonest(ready)
            .or_else(|| self.fresh_or_review(desk, allowance, &fits))
            .or_else(|| self.next_ahead(desk, &fits))
    }

    /// The step that is due first; the card just answered only when it is alone.
    fn soonest<'s>(&self, steps: impl Iterator<Item = &'s (At, Place)>) -> Option<Place> {
        let last = self.last();
        let key = |(at, place): &&(At, Place)| (Some(*place) == last, *at, *place);
        steps.min_by_key(key).map(|(_, place)| *place)
    }

    /// The card answered last.
    fn last(&self) -> Option<Place> {
        self.recent.first().map(|(_, place)| *place)
    }

    fn fresh_or_review(
        &self,
        desk: &Desk,
        allowance: Allowance,
        fits: &impl Fn(Place) -> bool,
    ) -> Option<Place> {
        let new_left = self.new_allowed(allowance);
        let reviews_left = (self.reviews.len() as u32).min(allowance.reviews);
        let today = desk.progress.tally(desk.now.day);
        let new_total = u64::from(today.new) + u64::from(new_left);
        let reviews_total = u64::from(today.reviews) + u64::from(reviews_left);
        // Spread the new cards evenly over the reviews: take one when their share of the day lags.
        let new_lags = u64::from(today.new) * reviews_total < u64::from(today.reviews) * new_total;
        let new = || if new_left > 0 { self.first_new(desk, fits) } else { None };
        let review = || if reviews_left > 0 { self.most_at_risk(desk, fits) } else { None };
        if new_lags { new().or_else(review) } else { review().or_else(new) }
    }

    /// The first new card of the decks that is not about the topic just asked, or what is better learned
    /// before it.
    fn first_new(&self, desk: &Desk, fits: &impl Fn(Place) -> bool) -> Option<Place> {
        let fresh = || self.fresh(desk).filter(|place| fits(*place));
        let unrelated = fresh().find(|place| !self.repeats_topic(desk, *place));
        let place = unrelated.or_else(|| fresh().next())?;
        Some(before(desk, place, |other| fresh().any(|place| place == other)))
    }

    /// The due card of the lowest probability of recall that is not about the topic just asked. Of the
    /// orders that were simulated this one remembers the most cards when not all can be reviewed.
    fn most_at_risk(&self, desk: &Desk, fits: &impl Fn(Place) -> bool) -> Option<Place> {
        let key = |(place, state): &&(Place, &CardState)| {
            let recall = desk.scheduler.retrievability(state, desk.now.day).unwrap_or(0.0);
            let chance = shuffled(&desk.card(*place).id, desk.now.day);
            (self.repeats_topic(desk, *place), (recall * 1e6) as u32, chance)
        };
        let fitting = self.reviews.iter().filter(|(place, _)| fits(*place));
        fitting.min_by_key(key).map(|(place, _)| *place)
    }

    /// Of the cards before their day, the one whose day comes first.
    fn next_ahead(&self, desk: &Desk, fits: &impl Fn(Place) -> bool) -> Option<Place> {
        let key = |(day, place): &&(Day, Place)| {
            (*day, self.repeats_topic(desk, *place), shuffled(&desk.card(*place).id, desk.now.day))
        };
        self.ahead.iter().filter(|(_, place)| fits(*place)).min_by_key(key).map(|(_, place)| *place)
    }

    /// Whether a card is about the same topic as the one answered last, and might be given away by it.
    fn repeats_topic(&self, desk: &Desk, place: Place) -> bool {
        let Some(last) = self.last() else { return false };
        let topic = |place: Place| &desk.card(place).faces[0].topic;
        last.deck == place.deck && !topic(place).is_empty() && topic(last) == topic(place)
    }

    /// New cards within the day's allowance. As in Anki, due reviews go before them: what the review
    /// limit cannot hold after the reviews is no room for new cards either, unless the learner said how many.
    fn new_allowed(&self, allowance: Allowance) -> u32 {
        let room = match allowance.new_at_most {
            Some(_) => u32::MAX,
            None => allowance.reviews.saturating_sub(self.reviews.len() as u32),
        };
        self.new.min(allowance.new).min(room)
    }
}

/// Which of two siblings that wait has the day: one in steps, one that is due, a new one.
fn rank(desk: &Desk, record: Option<&Record>) -> Option<u8> {
    match record.and_then(|record| record.state.due) {
        None => Some(2),
        Some(Due::At(at)) => (at <= desk.now.at.plus_seconds(LEARN_AHEAD)).then_some(0),
        Some(Due::On(day)) => (day <= desk.now.day).then_some(1),
    }
}

/// When a card may be asked, as far as the learner and its answer say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Askable {
    Now,
    Tomorrow,
    /// While it is suspended, has no answer, or follows up on a card that was not recalled yet.
    Never,
}

impl Askable {
    fn of(desk: &Desk, place: Place, record: Option<&Record>) -> Askable {
        if desk.is_open(place) { Askable::if_open(desk, place, record) } else { Askable::Never }
    }

    fn if_open(desk: &Desk, place: Place, record: Option<&Record>) -> Askable {
        let (card, today) = (desk.card(place), desk.now.day);
        let (suspended, buried) = record.map_or((false, None), |record| (record.suspended, record.buried));
        if suspended || (buried != Some(today) && !card.is_answered()) {
            Askable::Never
        } else if buried == Some(today) {
            Askable::Tomorrow
        } else {
            Askable::Now
        }
    }
}

fn shuffled(id: &CardId, day: Day) -> u64 {
    xxh3_64_with_seed(id.as_str().as_bytes(), day.0 as u64)
}
