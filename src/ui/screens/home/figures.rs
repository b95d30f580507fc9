//! What home shows, counted: what waits, how ready the learner is, what was weak.

use crate::card::{CardId, Grade};
use crate::day::At;
use crate::desk::{Desk, Place};
use crate::progress::Record;
use crate::schedule::plan::forecast::ForecastGroup;
use crate::schedule::plan::readout::{Readout, readout};
use crate::schedule::plan::{Plan, today};
use crate::schedule::queue::{self, Allowance, Counts, Next, Scope};
use crate::schedule::{effort, ready};
use std::collections::HashSet;

/// Days that count as lately.
const LATELY: u32 = 14;

/// The figures of home.
#[derive(Default)]
pub(super) struct Figures {
    /// What waits in each deck, and in all that are switched on.
    pub(super) decks: Vec<Counts>,
    pub(super) all: Counts,
    /// How many cards of each deck are open.
    pub(super) cards: Vec<usize>,
    /// Whether studying a deck brings a card today, be it one that the plan leaves for later.
    pub(super) brings: Vec<bool>,
    /// Minutes that it will take.
    pub(super) minutes: u32,
    /// The share of its cards that would be recalled, of each deck and of all.
    pub(super) ready: Vec<f32>,
    pub(super) ready_all: f32,
    /// What the plan in force comes to; it takes a while to compute, so it is there a moment later.
    pub(super) plan: Option<Readout>,
    /// Cards that failed lately, the weakest first, with how often they were forgotten.
    pub(super) weak: Vec<(Place, u32)>,
    /// How many failed lately that are in no deck.
    pub(super) weak_elsewhere: usize,
    /// Cards without an answer.
    pub(super) unanswered: usize,
    /// When the next card is due, where none is now.
    pub(super) next_due: Option<At>,
}

impl Figures {
    /// Counts everything but the forecast of the plan.
    pub(super) fn of(desk: &Desk) -> Figures {
        let mut figures = Figures::default();
        let allowance = Allowance::of_day(desk);
        let places: Vec<Place> =
            desk.places_in_track().filter(|place| !desk.is_off(desk.deck(*place))).collect();
        figures.decks = vec![Counts::default(); desk.decks.len()];
        let today = today::today(desk, &places, allowance);
        figures.all = queue::counts_of(desk, &places, allowance, today.as_ref());
        match &today {
            // The minutes of a plan are for all decks together, so the day is dealt out, not counted.
            Some(today) => {
                for (deck, counts) in figures.decks.iter_mut().enumerate() {
                    *counts = today::count(desk, today.places().filter(|place| place.deck == deck));
                }
            }
            None => {
                for cards in places.chunk_by(|one, other| one.deck == other.deck) {
                    figures.decks[cards[0].deck] = queue::counts(desk, cards, allowance);
                }
            }
        }
        figures.brings = figures.decks.iter().map(|counts| counts.total() > 0).collect();
        for cards in places.chunk_by(|one, other| one.deck == other.deck) {
            let brings = &mut figures.brings[cards[0].deck];
            *brings = *brings || matches!(queue::next(desk, cards, Scope::Today, allowance), Next::Ask(_));
        }
        figures.cards = (0..desk.decks.len()).map(|deck| open_cards(deck, desk)).collect();
        figures.minutes = effort::minutes(desk, figures.all, today.as_ref(), allowance);
        figures.unanswered = places.iter().filter(|place| !desk.card(**place).is_answered()).count();
        if figures.all.total() == 0
            && let Next::Done { next_due } = queue::next(desk, &places, Scope::Today, allowance)
        {
            figures.next_due = next_due;
        }
        figures.count_ready(desk);
        figures.find_weak(desk, &places);
        figures
    }

    /// The forecast of the plan in force.
    pub(super) fn foresee(&mut self, desk: &Desk) {
        self.plan = Plan::in_force(desk).map(|plan| readout(&plan, desk));
        if let Some(plan) = &self.plan {
            // One figure for one question, here and on the screen of the plan.
            let share = |group: &ForecastGroup| group.stopped.mean / group.cards.max(1) as f32;
            self.ready_all = share(&plan.all);
            for row in plan.rows.iter().filter(|row| row.heading.is_none() && row.group.cards > 0) {
                self.ready[row.deck] = share(&row.group);
            }
        }
    }

    /// What is recalled on the day of the interview, or today where none is set, if nothing more is studied.
    fn count_ready(&mut self, desk: &Desk) {
        let date = ready::date(desk);
        let places = |deck: usize| (0..desk.decks[deck].cards.len()).map(move |card| Place { deck, card });
        self.ready =
            (0..desk.decks.len()).map(|deck| ready::of(places(deck), date, desk).unwrap_or(0.0)).collect();
        self.ready_all = ready::of_all(desk).unwrap_or(0.0);
    }

    fn find_weak(&mut self, desk: &Desk, places: &[Place]) {
        for place in places {
            let Some(record) = desk.progress.record(&desk.card(*place).id) else { continue };
            let state = &record.state;
            let is_lately = state.last.is_some_and(|last| desk.now.day.days_since(last.day) < LATELY);
            let is_weak = state.grade == Some(Grade::Again) || state.lapses > 0;
            if is_lately && is_weak && !record.suspended {
                self.weak.push((*place, state.lapses.max(1)));
            }
        }
        let weak: HashSet<&CardId> =
            self.weak.iter().map(|(place, _)| desk.progress.present_id(&desk.card(*place).id)).collect();
        let is_lately = |record: &Record| {
            let last = record.state.last.filter(|_| record.state.grade == Some(Grade::Again));
            last.is_some_and(|last| desk.now.day.days_since(last.day) < LATELY)
        };
        let is_elsewhere = |card: &CardId| !weak.contains(card) && desk.find(card).is_none();
        let failed = desk.progress.records().filter(|(_, record)| is_lately(record));
        self.weak_elsewhere = failed.filter(|(card, _)| is_elsewhere(card)).count();
        let failed = |place: &Place| desk.state(&desk.card(*place).id).grade == Some(Grade::Again);
        self.weak.sort_by_key(|(place, lapses)| (!failed(place), std::cmp::Reverse(*lapses), *place));
    }
}

/// How many questions of a deck there are, follow-ups among them once their card was recalled.
fn open_cards(deck: usize, desk: &Desk) -> usize {
    let cards = 0..desk.decks[deck].cards.len();
    cards.filter(|card| desk.is_open(Place { deck, card: *card })).count()
}
