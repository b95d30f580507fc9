//! The scope: which cards a plan is about, and how much each of them matters.
//!
//! A plan's weights are named by a deck, `deep-learning`, or a deck and a heading above cards of it,
//! `deep-learning › CNN`. The weight of a card is that of the deepest heading above it that is named,
//! in any of its languages, else that of its deck, else 1. Weight 0 is out of scope. The importance that
//! its author gave it, 3, 2 or 1, multiplies it.
//!
//! Real interviews move weights: see [`asked_factor`].

use crate::card::{Grade, NamedDecks, deck_named, heading_named};
use crate::desk::{Desk, Place};
use crate::progress::Record;
use std::collections::{BTreeMap, HashMap};
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// What stands between deck and heading in the name of a weight.
pub const SEPARATOR: &str = " › ";

/// The largest weight.
pub const HEAVIEST: f32 = 100.0;

/// Weights of the cards of a desk.
#[derive(Debug)]
pub struct Weights<'a> {
    named: &'a BTreeMap<String, f32>,
    /// Weights by deck and topic that were looked up before.
    known: HashMap<(usize, u64), f32>,
    /// How often cards of a topic were asked in real interviews.
    asked: HashMap<u64, u32>,
}

impl<'a> Weights<'a> {
    /// The weights by these names, moved by what was asked of the cards in `selection`.
    pub fn new(named: &'a BTreeMap<String, f32>, desk: &Desk, selection: &[Place]) -> Weights<'a> {
        let mut asked = HashMap::new();
        for place in selection {
            let times = desk.progress.record(&desk.card(*place).id).map_or(0, |record| record.asked);
            if times > 0 {
                *asked.entry(topic_of(desk, *place)).or_default() += times;
            }
        }
        Weights { named, known: HashMap::new(), asked }
    }

    /// The weight of the card at a place; 0 is out of scope.
    pub fn of(&mut self, desk: &Desk, place: Place, record: Option<&Record>) -> f32 {
        if desk.is_off(desk.deck(place)) {
            return 0.0;
        }
        let topic = topic_of(desk, place);
        let named = self.named;
        let importance = f32::from(desk.card(place).importance().number());
        let chosen =
            importance * *self.known.entry((place.deck, topic)).or_insert_with(|| chosen(named, desk, place));
        if self.asked.is_empty() {
            return chosen;
        }
        let of_topic = self.asked.get(&topic).copied().unwrap_or(0);
        chosen * asked_factor(record, of_topic)
    }
}

/// How many cards a plan is about, wherever only some of them are studied: what all of them together need
/// decides when the last look begins, and when a card comes back.
pub fn size(named: &BTreeMap<String, f32>, desk: &Desk) -> usize {
    if desk.settings.track.is_none() && named.values().all(|weight| *weight > 0.0) {
        return desk.decks.iter().map(|deck| deck.cards.len()).sum();
    }
    places(named, desk).len()
}

/// The answered cards of the track with weights above 0, in order.
pub fn places(named: &BTreeMap<String, f32>, desk: &Desk) -> Vec<Place> {
    let mut weights = Weights { named, known: HashMap::new(), asked: HashMap::new() };
    let mut is_in = |place: &Place| weights.of(desk, *place, None) > 0.0;
    desk.places_in_track()
        .filter(|place| desk.card(*place).is_answered())
        .filter(|place| is_in(place))
        .collect()
}

/// What was asked in a real interview is likely to be asked in the next. A card asked once counts
/// double, asked more often threefold, and one more when it went again or hard the last time. Each
/// time a card is asked adds a quarter to the other cards of its topic, up to double.
fn asked_factor(record: Option<&Record>, of_topic: u32) -> f32 {
    let own = record.map_or(0, |record| record.asked);
    if own == 0 {
        return 1.0 + 0.25 * of_topic.min(4) as f32;
    }
    let went_badly = record.and_then(|record| record.went).is_some_and(|went| went <= Grade::Hard);
    1.0 + own.min(2) as f32 + if went_badly { 1.0 } else { 0.0 }
}

/// The weight that was chosen for the card at a place.
fn chosen(named: &BTreeMap<String, f32>, desk: &Desk, place: Place) -> f32 {
    if named.is_empty() {
        return 1.0;
    }
    let (deck, card) = (&desk.deck(place).name, desk.card(place));
    let depth = card.faces.iter().map(|face| face.topic.len()).max().unwrap_or(0);
    let heading = |level: usize| {
        let mut headings = card.faces.iter().filter_map(move |face| face.topic.get(level));
        headings.find_map(|heading| named.get(&name(deck, Some(heading))))
    };
    let weight = (0..depth).rev().find_map(heading).or_else(|| named.get(&name(deck, None)));
    weight.map_or(1.0, |weight| weight.min(HEAVIEST))
}

/// The name of the weight of a deck, or of a heading in it.
pub fn name(deck: &str, heading: Option<&str>) -> String {
    heading.map_or(deck.to_owned(), |heading| format!("{deck}{SEPARATOR}{heading}"))
}

/// What a learner may mean by a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamedScope {
    /// Nothing that has cards.
    None,
    /// The deck or heading of this name.
    One(String),
    /// Each of these decks, by name.
    Several(Vec<String>),
}

/// What a learner means by `text`: a deck, or a deck and a heading with `›`, `>` or `/` between them; both as they
/// stand on the screen in any language, or by name.
pub fn find(desk: &Desk, text: &str) -> NamedScope {
    // A title may have the sign itself.
    let whole = std::iter::once((text, None));
    let signs = text.char_indices().filter(|(_, letter)| "›>/".contains(*letter));
    let parted = signs.map(|(at, sign)| (&text[..at], Some(&text[at + sign.len_utf8()..])));
    for (deck, heading) in whole.chain(parted) {
        let deck = match deck_named(&desk.decks, deck) {
            NamedDecks::One(place) => &desk.decks[place],
            NamedDecks::Several(found) => return NamedScope::Several(found),
            NamedDecks::None => continue,
        };
        match heading.map(|heading| heading_named(deck, heading)) {
            None => return NamedScope::One(name(&deck.name, None)),
            Some(Some(known)) => return NamedScope::One(name(&deck.name, Some(known))),
            Some(None) => {}
        }
    }
    NamedScope::None
}

/// The heading right above a card, in the language at hand.
pub fn heading(desk: &Desk, place: Place) -> Option<&str> {
    desk.face(place).topic.last().map(String::as_str)
}

/// A number that cards of one deck and topic share; 0 for a card without a topic.
pub fn topic_of(desk: &Desk, place: Place) -> u64 {
    let topic = &desk.card(place).faces[0].topic;
    if topic.is_empty() {
        return 0;
    }
    let hash = |hash, heading: &String| xxh3_64_with_seed(heading.as_bytes(), hash);
    topic.iter().fold(place.deck as u64 + 1, hash).max(1)
}
