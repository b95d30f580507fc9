//! Filters of a query that no card can have: there is no such state, deck or topic.

use super::text::named;
use crate::card::folded;
use crate::desk::{Desk, Place};
use std::collections::BTreeSet;

/// What a query filters by that no card at hand has, with what there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnmetFilter {
    /// There is no such state.
    State(String),
    /// No deck is called so.
    Deck(String, Vec<String>),
    /// No heading above a card says so; the outermost ones that there are.
    Topic(String, Vec<String>),
}

/// The first of these decks and topics that no card at hand has.
pub(super) fn unmet(decks: &[String], topics: &[String], desk: &Desk) -> Option<UnmetFilter> {
    if let Some(deck) = missing(decks, desk.decks.iter().map(named)) {
        return Some(UnmetFilter::Deck(deck, desk.decks.iter().map(|deck| deck.name.clone()).collect()));
    }
    let headings = |place: Place| desk.card(place).faces.iter().flat_map(|face| face.topic.iter().cloned());
    let topic = missing(topics, desk.places().flat_map(headings))?;
    let outermost = desk.places().filter_map(|place| desk.face(place).topic.first().cloned());
    Some(UnmetFilter::Topic(topic, outermost.collect::<BTreeSet<_>>().into_iter().collect()))
}

/// The first of these that none of those has in it.
fn missing(wanted: &[String], known: impl Iterator<Item = String>) -> Option<String> {
    if wanted.is_empty() {
        return None;
    }
    let known: BTreeSet<String> = known.map(|known| folded(&known)).collect();
    wanted.iter().find(|wanted| !known.iter().any(|known| known.contains(wanted.as_str()))).cloned()
}
