//! A graded answer with the card it was about: what the exports of reviews have in common.

use super::Material;
use crate::card::{CardId, Deck, Face};
use crate::progress::{Confidence, Kind, LogEvent, Points};
use serde::Serialize;
use std::collections::HashMap;

/// One graded answer.
#[derive(Serialize)]
pub(super) struct GradedAnswer<'a> {
    /// The instant, RFC 3339 in UTC.
    pub(super) at: String,
    /// The study day, `YYYY-MM-DD`.
    pub(super) day: String,
    /// The id the card has now.
    pub(super) card: String,
    /// The name of its deck; nothing when it stands in none.
    pub(super) deck: Option<&'a str>,
    /// The headings above it, outermost first.
    pub(super) topic: &'a [String],
    /// Its question, as Markdown.
    pub(super) question: Option<&'a str>,
    /// `again`, `hard`, `good` or `easy`.
    pub(super) grade: &'static str,
    /// The mode it was asked in.
    pub(super) mode: String,
    /// From question to grade, in milliseconds.
    pub(super) ms: u32,
    /// How sure the learner was before seeing the answer: `no`, `maybe`, `likely` or `sure`.
    pub(super) confidence: Option<&'static str>,
    /// How many points the answer had, where they were ticked off.
    pub(super) points: Option<usize>,
    /// The numbers of the points that were missed, from 1.
    pub(super) missed: Option<Vec<usize>>,
}

/// All answers that count, oldest first; of chosen decks only theirs.
pub(super) fn answers<'a>(material: &Material<'a>) -> impl Iterator<Item = GradedAnswer<'a>> {
    let (desk, is_chosen) = (material.desk, material.is_chosen);
    let mut places: HashMap<&CardId, (&Deck, &Face)> = HashMap::new();
    for place in desk.places() {
        let id = desk.progress.present_id(&desk.card(place).id);
        places.entry(id).or_insert_with(|| (desk.deck(place), desk.face(place)));
    }
    desk.progress.counting().filter_map(move |event| {
        let LogEvent { at, day, card, kind: Kind::Review(review) } = event else {
            return None;
        };
        let place = places.get(&card);
        if is_chosen && place.is_none() {
            return None;
        }
        Some(GradedAnswer {
            at: at.to_string(),
            day: day.to_string(),
            card: card.to_string(),
            deck: place.map(|(deck, _)| deck.name.as_str()),
            topic: place.map_or(&[], |(_, face)| &face.topic[..]),
            question: place.map(|(_, face)| face.question.as_str()),
            grade: review.grade.name(),
            mode: review.mode.to_string(),
            ms: review.ms,
            confidence: review.confidence.map(Confidence::name),
            points: review.points.map(Points::count),
            missed: review.points.map(|points| points.missed().map(|point| point + 1).collect()),
        })
    })
}
