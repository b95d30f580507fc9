//! A learner whom the forecast imagines, as one who answers cards in a trial: what a trial of them comes to
//! is comparable with what the forecast says.

use super::learner::{LearnerAnswer, Student};
use super::plan::believed::Believed;
use super::plan::forecast::{ForecastInput, answer, recall_on};
use super::plan::policy::PolicyCard;
use crate::card::CardId;
use crate::day::{At, Day, Moment};
use crate::desk::{Desk, Place};
use crate::state::CardState;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::collections::HashMap;

/// An imagined learner, and what they remember.
#[derive(Debug)]
pub struct Imagined<'a> {
    outlook: &'a ForecastInput<'a>,
    learner: Believed,
    items: HashMap<CardId, PolicyCard>,
    chance: ChaCha8Rng,
    /// The order of answers within a day.
    clock: i64,
}

impl<'a> Imagined<'a> {
    /// This learner, with what the log says of these cards; another seed draws other answers.
    pub fn new(
        outlook: &'a ForecastInput<'a>,
        learner: Believed,
        desk: &Desk,
        cards: &[Place],
        seed: u64,
    ) -> Imagined<'a> {
        let item = |place: &Place| {
            let id = &desk.card(*place).id;
            (id.clone(), PolicyCard::of(&desk.state(id), 1.0, 0))
        };
        let items = cards.iter().map(item).collect();
        Imagined { outlook, learner, items, chance: ChaCha8Rng::seed_from_u64(seed), clock: i64::MAX / 2 }
    }
}

impl Student for Imagined<'_> {
    fn answer(&mut self, card: &CardId, day: Day) -> LearnerAnswer {
        let new = || PolicyCard::of(&CardState::default(), 1.0, 0);
        let item = self.items.entry(card.clone()).or_insert_with(new);
        self.clock += 1;
        let now = Moment { at: At(self.clock), day };
        let (grade, seconds) = answer(self.outlook, item, &self.learner, now, &mut self.chance);
        LearnerAnswer { grade, ms: (seconds * 1000.0) as u32 }
    }

    fn recalls(&self, card: &CardId, _day: Day) -> f32 {
        self.items.get(card).map_or(0.0, |item| recall_on(self.outlook, item, &self.learner))
    }
}
