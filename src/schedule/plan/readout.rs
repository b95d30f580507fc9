//! The readout: everything the learner is told about a plan, as figures.

use super::forecast::{self, Expected, ForecastGroup, ForecastInput};
use super::pace::Pace;
use super::policy::PolicyCard;
use super::scope;
use super::today::{self, RestOfDay, count};
use super::{Cards, Plan, seconds_used};
use crate::card::{CardId, Grade};
use crate::day::Day;
use crate::desk::{Desk, Place};
use crate::progress::{Foretold, Kind, LogEvent, NeedsHistory, Progress};
use crate::schedule::queue::{Allowance, Counts};
use crate::state::CardState;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What is told about a plan whose day is not past.
#[derive(Debug, Clone, PartialEq)]
pub struct Readout {
    /// Days until the interview; 0 on its day.
    pub days_left: u32,
    /// Cards in scope that were never seen.
    pub unseen: usize,
    /// What was done today: new cards, and minutes.
    pub done: (u32, f32),
    /// What today still brings.
    pub today: Counts,
    /// Minutes that it takes.
    pub minutes: f32,
    /// Minutes on the day of the interview itself that the forecast counts, while that lies ahead.
    pub minutes_on_the_day: f32,
    /// All cards in scope.
    pub all: ForecastGroup,
    /// Decks and the topics in them, in order.
    pub rows: Vec<ReadoutRow>,
}

/// A deck, or a topic of one.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadoutRow {
    /// Index of the deck.
    pub deck: usize,
    /// The heading; none for the whole deck.
    pub heading: Option<String>,
    /// The name its weight has in a plan.
    pub name: String,
    /// The weight chosen for it; none where it has that of its deck, or 1.
    pub weight: Option<f32>,
    /// Its answered cards, also those out of scope; follow-ups once they are open.
    pub cards: usize,
    /// Those in scope, and what is expected of them.
    pub group: ForecastGroup,
}

/// The readout of a plan as if it were in force now.
pub fn readout(plan: &Plan, desk: &Desk) -> Readout {
    readout_of(plan, desk, |_| true)
}

/// The same of some decks, each by its index: what they come to while the whole plan is followed.
pub fn readout_of(plan: &Plan, desk: &Desk, wants: impl Fn(usize) -> bool) -> Readout {
    let places: Vec<Place> = desk.places_in_track().collect();
    let (mut rows, row_of) = rows(plan, desk, &places);
    let cards = Cards::of(plan, desk, &places);
    let groups: Vec<Vec<usize>> = cards
        .places
        .iter()
        .map(|place| {
            let (deck, topic) = row_of[place];
            let all = wants(place.deck).then_some(0);
            all.into_iter().chain(Some(deck + 1)).chain(topic.map(|topic| topic + 1)).collect()
        })
        .collect();
    let used = seconds_used(desk);
    let outlook = outlook(plan, desk);
    let mut expected = forecast::forecast(&outlook, &cards.items, &groups, rows.len() + 1);
    for (row, group) in rows.iter_mut().zip(expected.drain(1..)) {
        row.group = group;
    }
    let wanted = |(place, _): &(&Place, &PolicyCard)| wants(place.deck);
    let mine = cards.places.iter().zip(&cards.items).filter(wanted);
    let unseen = mine.filter(|(_, item)| item.memory.is_none()).count();
    let allowance =
        Allowance { new: u32::MAX, reviews: u32::MAX, new_at_most: None, seconds: outlook.seconds_today };
    let mut today: RestOfDay = today::of_plan(plan, desk, &places, allowance).unwrap_or_default();
    today.shares.retain(|(place, _)| wants(place.deck));
    rows.retain(|row| wants(row.deck));
    Readout {
        days_left: plan.date.days_since(desk.now.day),
        unseen,
        done: (desk.progress.tally(desk.now.day).new, used / 60.0),
        today: count(desk, today.places()),
        minutes: today.seconds() / 60.0,
        minutes_on_the_day: if plan.date > desk.now.day { outlook.seconds_on_the_day / 60.0 } else { 0.0 },
        all: expected[0],
        rows,
    }
}

/// What the forecast of a plan is made from, now.
pub fn outlook<'a>(plan: &Plan, desk: &'a Desk) -> ForecastInput<'a> {
    ForecastInput {
        model: &desk.scheduler.model,
        today: desk.now.day,
        date: plan.date,
        seconds: plan.seconds(),
        seconds_today: plan.seconds_on(desk.now.day, desk),
        seconds_on_the_day: plan.seconds_on(plan.date, desk),
        pace: Pace::of(desk),
        recalls: desk.progress.recalls(),
        missed: missed(desk),
    }
}

/// So many days back it is looked how often a day is missed.
const LATELY: i64 = 14;

/// The days without any answer, and all days, since the first answer of the last two weeks and before today.
fn missed(desk: &Desk) -> (u32, u32) {
    let today = desk.now.day;
    let lately = || (1..=LATELY).map(|days| today.plus(-days));
    let studied = |day: &Day| desk.progress.tally(*day).answers > 0;
    let all = lately().rfind(studied).map_or(0, |first| today.days_since(first));
    (all - lately().filter(studied).count() as u32, all)
}

/// Decks and their topics without any expectation, for a plan that has no date yet.
pub fn rows_of(weights: &BTreeMap<String, f32>, desk: &Desk) -> Vec<ReadoutRow> {
    let plan = Plan { date: desk.now.day, hour: None, minutes: 1, weights: weights.clone() };
    rows(&plan, desk, &desk.places_in_track().collect::<Vec<Place>>()).0
}

/// Which rows a card counts in: the row of its deck, and that of its topic.
type RowsOf = HashMap<Place, (usize, Option<usize>)>;

fn rows(plan: &Plan, desk: &Desk, places: &[Place]) -> (Vec<ReadoutRow>, RowsOf) {
    let mut rows: Vec<ReadoutRow> = Vec::new();
    let mut row_of = HashMap::new();
    let row = |deck: usize, heading: Option<&str>| {
        let name = scope::name(&desk.decks[deck].name, heading);
        let weight = plan.weights.get(&name).copied();
        ReadoutRow {
            deck,
            heading: heading.map(str::to_owned),
            name,
            weight,
            cards: 0,
            group: ForecastGroup::default(),
        }
    };
    for deck in 0..desk.decks.len() {
        let first = rows.len();
        rows.push(row(deck, None));
        let mut topics: HashMap<&str, usize> = HashMap::new();
        let is_of =
            |place: &&Place| place.deck == deck && desk.card(**place).is_answered() && desk.is_open(**place);
        for place in places.iter().filter(is_of) {
            let topic = scope::heading(desk, *place).map(|heading| {
                *topics.entry(heading).or_insert_with(|| {
                    // The weight may have been set in the other language of the card.
                    let headings = desk.card(*place).faces.iter().filter_map(|face| face.topic.last());
                    let named = headings.map(|other| row(deck, Some(other))).find(|row| row.weight.is_some());
                    let found = named.unwrap_or_else(|| row(deck, Some(heading)));
                    rows.push(ReadoutRow { heading: Some(heading.to_owned()), ..found });
                    rows.len() - 1
                })
            });
            for row in std::iter::once(first).chain(topic) {
                rows[row].cards += 1;
            }
            row_of.insert(*place, (first, topic));
        }
        // One topic that is all of a deck says no more than the deck.
        if let [only] = &rows[first + 1..]
            && only.cards == rows[first].cards
            && only.weight.is_none()
        {
            rows.pop();
            for place in places.iter().filter(|place| place.deck == deck) {
                row_of.entry(*place).and_modify(|(_, topic)| *topic = None);
            }
        }
    }
    (rows, row_of)
}

impl Readout {
    /// Topics, and decks without any, that the time does not suffice to begin: most of their cards will
    /// not be seen even once. To take them out gives their minutes to others.
    pub fn does_not_fit(&self) -> impl Iterator<Item = &ReadoutRow> {
        let has_topics = |row: &ReadoutRow| {
            row.heading.is_none()
                && self.rows.iter().any(|other| other.deck == row.deck && other.heading.is_some())
        };
        self.rows.iter().filter(move |row| {
            !has_topics(row) && row.group.unreached >= 0.5 * row.group.cards as f32 && row.group.cards > 0
        })
    }

    /// What is told of the day of the interview on its eve and on the day itself, for the log; `None` earlier,
    /// and where the log has it.
    pub fn foretold(&self, plan: &Plan, desk: &Desk) -> Option<Foretold> {
        if self.days_left > 1 || plan.is_over(desk) {
            return None;
        }
        let foretold = self.all.followed.foretold(plan.date, self.all.cards);
        let is_known = desk.progress.events().any(|event| event.kind == Kind::Foretold(foretold));
        (!is_known).then_some(foretold)
    }
}

impl Expected {
    fn foretold(self, date: Day, cards: usize) -> Foretold {
        let [mean, low, high] = [self.mean, self.low, self.high].map(|cards| (cards * 10.0).round() as u32);
        Foretold { date, cards: cards as u32, mean, low, high }
    }

    fn of(foretold: &Foretold) -> Expected {
        let [mean, low, high] =
            [foretold.mean, foretold.low, foretold.high].map(|tenths| tenths as f32 / 10.0);
        Expected { mean, low, high }
    }
}

/// What became of a plan whose day is past.
#[derive(Debug, Clone, PartialEq)]
pub struct PastPlan {
    /// Cards in scope.
    pub cards: usize,
    /// Cards that were expected to be recalled on the day, as it was shown on the eve; where nothing was
    /// shown then, from the log as it was.
    pub predicted: Expected,
    /// What was asked in the interview, with the recall that was expected of it.
    pub asked: Vec<AskedInInterview>,
    /// Cards studied since, with the recall expected at that time and whether they were recalled.
    pub since: Vec<(f32, bool)>,
}

/// A card that was asked in a real interview.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedInInterview {
    /// The card.
    pub card: CardId,
    /// How it went.
    pub went: Grade,
    /// The recall expected of it on the day of the plan; 0 for a card never seen.
    pub predicted: f32,
}

/// What was predicted on the eve of a plan's day, and what happened. Needs the whole log.
pub fn review(plan: &Plan, desk: &Desk) -> Result<PastPlan, NeedsHistory> {
    if !desk.progress.is_whole() {
        return Err(NeedsHistory);
    }
    let events: Vec<LogEvent> = desk.progress.counting().collect();
    let before: Vec<&LogEvent> = events.iter().filter(|event| event.day < plan.date).collect();
    let eve = Progress::of(desk.scheduler.clone(), before);
    let model = &desk.scheduler;
    let recall_on = |card: &CardId, day: Day| {
        eve.record(card).and_then(|record| model.retrievability(&record.state, day)).unwrap_or(0.0)
    };
    let places: Vec<Place> = desk.places_in_track().collect();
    let cards = Cards::of(plan, desk, &places);
    let on_eve = |place: &Place| {
        let state = eve.record(&desk.card(*place).id).map_or_else(CardState::default, |record| record.state);
        PolicyCard::of(&state, 1.0, 0)
    };
    let items: Vec<PolicyCard> = cards.places.iter().map(on_eve).collect();
    let outlook = ForecastInput {
        model: &model.model,
        today: plan.date,
        date: plan.date,
        seconds: 0.0,
        seconds_today: 0.0,
        seconds_on_the_day: 0.0,
        pace: Pace::from_answers(eve.paces(), || None),
        recalls: eve.recalls(),
        missed: (0, 0),
    };
    let shown = events.iter().filter_map(|event| match event.kind {
        Kind::Foretold(foretold) if foretold.date == plan.date => Some((event.day < plan.date, foretold)),
        _ => None,
    });
    // What was said on the eve counts; who did not look then was told first on the day itself.
    let shown: Vec<(bool, Foretold)> = shown.collect();
    let shown = shown.iter().rfind(|(on_eve, _)| *on_eve).or(shown.first()).map(|(_, foretold)| *foretold);
    let (cards, predicted) = match shown {
        Some(shown) => (shown.cards as usize, Expected::of(&shown)),
        None => (items.len(), forecast::stopped(&outlook, &items)),
    };
    let mut review = PastPlan { cards, predicted, asked: Vec::new(), since: Vec::new() };
    let mut studied = HashSet::new();
    for event in events.iter().filter(|event| event.day >= plan.date) {
        let card = &event.card;
        match event.kind {
            Kind::Asked { went: Some(went), .. } => {
                review.asked.push(AskedInInterview {
                    card: card.clone(),
                    went,
                    predicted: recall_on(card, plan.date),
                });
            }
            // Only the first answer says what was still known; the later ones say what was learnt since.
            Kind::Review(ref answer) if studied.insert(card) && eve.record(card).is_some() => {
                review.since.push((recall_on(card, event.day), answer.grade != Grade::Again));
            }
            _ => {}
        }
    }
    Ok(review)
}
