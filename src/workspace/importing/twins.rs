//! Cards that stand twice, of which at least one was brought along.

use super::draft::Draft;
use crate::card::{Card, CardId, Deck, Face};
use crate::desk::Desk;
use crate::matching::{self, Portrait};
use crate::store::shelf::How;
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

/// A card that stands twice.
#[derive(Debug, Serialize)]
pub struct Twin {
    /// The copy.
    pub card: CardId,
    /// Its deck.
    pub deck: String,
    /// Its question.
    pub question: String,
    /// The card that is kept.
    pub other: CardId,
    /// Its deck.
    pub other_deck: String,
    /// Its question.
    pub other_question: String,
    /// Whether they are one card.
    pub merged: bool,
}

impl Twin {
    /// Two cards that could be one.
    fn of(copy: &(&str, Portrait), kept: &(&str, Portrait)) -> Twin {
        Twin {
            card: copy.1.id.clone(),
            deck: copy.0.to_owned(),
            question: copy.1.question.to_string(),
            other: kept.1.id.clone(),
            other_deck: kept.0.to_owned(),
            other_question: kept.1.question.to_string(),
            merged: false,
        }
    }

    /// The same id in two decks: one card already, asked in the other deck.
    fn same(portrait: &Portrait, deck: &str, other_deck: &str) -> Twin {
        let card = (deck, portrait.clone());
        Twin { merged: true, ..Twin::of(&card, &(other_deck, portrait.clone())) }
    }

    /// Their ids.
    pub fn copy_and_kept(&self) -> (CardId, CardId) {
        (self.card.clone(), self.other.clone())
    }
}

/// Names linked drafts as the library does, where two files of a folder have one name.
pub(super) fn name_as_in(drafts: &mut [Draft], desk: &Desk) {
    let place = |card: &Card| card.faces[0].source.file.clone();
    let places: HashMap<Arc<PathBuf>, &str> = (desk.decks.iter())
        .flat_map(|deck| deck.cards.iter().filter_map(move |card| Some((place(card)?, deck.name.as_str()))))
        .collect();
    for draft in drafts.iter_mut().filter(|draft| draft.entry.how == How::Link) {
        if let Some(name) = places.get(&draft.place) {
            draft.deck = (*name).to_owned();
        }
    }
}

/// Cards that stand twice, of which one at least is in a draft.
pub(super) fn duplicates(
    drafts: &[Draft],
    decks: &[Deck],
    merged: &HashSet<CardId>,
    desk: &Desk,
) -> Vec<Twin> {
    let brought: HashSet<&CardId> =
        drafts.iter().flat_map(|draft| draft.file.notes.cards.iter().map(|card| &card.id)).collect();
    let mut cards: Vec<(&str, Portrait)> = Vec::new();
    let in_library: HashSet<&CardId> =
        decks.iter().flat_map(|deck| deck.cards.iter().map(|card| &card.id)).collect();
    for deck in decks {
        cards.extend(portraits(deck).into_iter().map(|portrait| (deck.name.as_str(), portrait)));
    }
    for draft in drafts {
        let new = matching::portraits(&draft.file.notes.cards);
        let new = new
            .into_iter()
            .filter(|portrait| !in_library.contains(&portrait.id) && !merged.contains(&portrait.id));
        cards.extend(
            new.filter(|card| !draft.entry.out.contains(&card.id)).map(|card| (draft.deck.as_str(), card)),
        );
    }
    let portraits: Vec<Portrait> = cards.iter().map(|(_, portrait)| portrait.clone()).collect();
    let mut twins = Vec::new();
    let mut first: HashMap<&CardId, &str> = HashMap::new();
    for (deck, portrait) in &cards {
        match first.get(&portrait.id) {
            Some(other) if other != deck && brought.contains(&portrait.id) => {
                twins.push(Twin::same(portrait, deck, other));
            }
            Some(_) => {}
            None => {
                first.insert(&portrait.id, deck);
            }
        }
    }
    let is_brought = |portrait: &Portrait| brought.contains(&portrait.id);
    for (one, other) in matching::duplicates(&portraits, is_brought) {
        let (one, other) = (&cards[one], &cards[other]);
        let record =
            |portrait: &Portrait| desk.progress.record(&portrait.id).map_or(0, |record| record.state.reps);
        // The card that was learnt more is kept; of two new ones the earlier.
        let (kept, copy) = if record(&other.1) > record(&one.1) { (other, one) } else { (one, other) };
        twins.push(Twin::of(copy, kept));
    }
    let mut met = HashSet::new();
    twins.retain(|twin| met.insert((twin.card.clone(), twin.other.clone())));
    twins
}

/// The cards of a deck as duplicates are looked for.
fn portraits(deck: &Deck) -> Vec<Portrait> {
    let faces = |card: &Card| {
        let face = |face: &Face| Portrait {
            id: card.id.clone(),
            question: face.question.clone(),
            answer: face.answer.clone(),
            topic: face.topic.to_vec(),
            between: (None, None),
        };
        card.faces.iter().map(face).collect::<Vec<_>>()
    };
    deck.cards.iter().flat_map(faces).collect()
}
