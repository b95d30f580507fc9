//! The subject of a session: which cards it is about, and how many of them.

use crate::card::{CardId, Deck, folded, is_below};
use crate::desk::{Desk, Place};
use std::collections::HashSet;

/// What a session is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    /// Names of decks; none means all that are switched on.
    pub decks: Vec<String>,
    /// Only cards below a heading that contains this, in any language, ignoring case, width and the like.
    pub topic: Option<String>,
    /// At most this many new cards, instead of what the day's limit leaves.
    pub new: Option<u32>,
    /// At most this many answers.
    pub limit: Option<u32>,
    /// Just these cards, each once, due or not.
    pub cards: Option<Vec<CardId>>,
}

impl Subject {
    /// Just these cards.
    pub fn of_cards(cards: Vec<CardId>) -> Subject {
        Subject { cards: Some(cards), ..Subject::default() }
    }

    /// The cards it names, in the order of their decks.
    pub fn selection(&self, desk: &Desk) -> Vec<Place> {
        if let Some(cards) = &self.cards {
            let wanted: HashSet<&CardId> = cards.iter().map(|id| desk.progress.present_id(id)).collect();
            let is_wanted = |place: &Place| {
                let id = &desk.card(*place).id;
                wanted.contains(id) || wanted.contains(desk.progress.present_id(id))
            };
            return desk.places().filter(is_wanted).collect();
        }
        let decks = (0..).zip(&desk.decks).filter(|(_, deck)| self.wants_deck(deck, desk));
        let places =
            decks.flat_map(|(deck, cards)| (0..cards.cards.len()).map(move |card| Place { deck, card }));
        let places = places.filter(|place| desk.is_in_track(*place));
        match self.topic.as_ref().map(|topic| folded(topic.trim())) {
            Some(topic) => places.filter(|place| is_below(desk.card(*place), &topic)).collect(),
            None => places.collect(),
        }
    }

    /// A file that was renamed is another deck: what was chosen by the name before goes on where the card at hand is
    /// now.
    pub(super) fn follow(&mut self, at_hand: Option<Place>, desk: &Desk) {
        let is_there = |name: &String| desk.decks.iter().any(|deck| deck.name == *name);
        if let Some(place) = at_hand
            && self.decks.iter().any(|name| !is_there(name))
            && !self.decks.contains(&desk.deck(place).name)
        {
            self.decks.push(desk.deck(place).name.clone());
        }
    }

    /// A deck that is switched off is studied by its name alone.
    fn wants_deck(&self, deck: &Deck, desk: &Desk) -> bool {
        if self.decks.is_empty() { !desk.is_off(deck) } else { self.decks.contains(&deck.name) }
    }
}
