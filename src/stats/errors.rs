//! The error notebook: cards that failed and are not yet known again, with the learner's own words, the
//! points they missed and how sure they were; the surest mistakes first.
//!
//! A card comes in when it is graded again, and leaves when it was recalled (good or easy) on two study days
//! after its last failure.

use crate::card::{CardId, Grade};
use crate::day::{At, Day};
use crate::desk::{Desk, Place};
use crate::markdown;
use crate::progress::{Confidence, Kind, Points};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// A card in the notebook.
#[derive(Debug, Clone, PartialEq)]
pub struct ErrorEntry {
    /// Where it stands.
    pub place: Place,
    /// How often it failed.
    pub times: u32,
    /// When it failed last.
    pub at: At,
    /// The study day of that.
    pub day: Day,
    /// How sure the learner was then, where they said so.
    pub confidence: Option<Confidence>,
    /// What the learner wrote when it failed, the last time they wrote something.
    pub words: Option<Arc<str>>,
    /// The core points that were missed then; none where no point was ticked, or the card has others now.
    pub missed: Option<Vec<String>>,
}

/// Recalls on so many later days take a card out.
const KNOWN_AFTER: usize = 2;

/// What the log says of one card.
#[derive(Default)]
struct Failures {
    times: u32,
    last: Option<(At, Day)>,
    confidence: Option<Confidence>,
    points: Option<Points>,
    words: Option<Arc<str>>,
    /// Days after the last failure on which it was recalled.
    recalled: BTreeSet<Day>,
}

/// How many cards failed that would stand in the notebook and are in no deck: their notes were studied without being
/// imported, or are gone.
pub fn elsewhere(desk: &Desk) -> usize {
    let known: HashSet<&CardId> =
        desk.places().map(|place| desk.progress.present_id(&desk.card(place).id)).collect();
    let failures = failures(desk);
    let is_open = |failures: &Failures| failures.last.is_some() && failures.recalled.len() < KNOWN_AFTER;
    failures.iter().filter(|(card, failures)| is_open(failures) && !known.contains(card)).count()
}

/// What the log says of each card that failed.
fn failures(desk: &Desk) -> HashMap<CardId, Failures> {
    let mut cards: HashMap<CardId, Failures> = HashMap::new();
    for event in desk.progress.counting() {
        match event.kind {
            Kind::Reset => drop(cards.remove(&event.card)),
            Kind::Review(review) if review.grade == Grade::Again => {
                let failures = cards.entry(event.card).or_default();
                failures.times += 1;
                failures.last = Some((event.at, event.day));
                failures.confidence = review.confidence;
                failures.points = review.points;
                failures.words = review.answer.or(failures.words.take());
                failures.recalled.clear();
            }
            Kind::Review(review) if review.grade >= Grade::Good => {
                if let Some(failures) = cards.get_mut(&event.card)
                    && failures.last.is_some_and(|(_, day)| event.day > day)
                {
                    failures.recalled.insert(event.day);
                }
            }
            _ => {}
        }
    }
    cards
}

/// The entries of the notebook. What is not in memory of the log is not seen.
pub fn errors(desk: &Desk) -> Vec<ErrorEntry> {
    let cards = failures(desk);
    let entry = |place: Place| {
        let failures = cards.get(desk.progress.present_id(&desk.card(place).id))?;
        let (at, day) = failures.last.filter(|_| failures.recalled.len() < KNOWN_AFTER)?;
        Some(ErrorEntry {
            place,
            times: failures.times,
            at,
            day,
            confidence: failures.confidence,
            words: failures.words.clone(),
            missed: failures.points.and_then(|points| missed(points, place, desk)),
        })
    };
    let mut seen = BTreeSet::new();
    let mut entries: Vec<ErrorEntry> = desk.places_in_track().filter_map(entry).collect();
    entries.retain(|entry| seen.insert(desk.progress.present_id(&desk.card(entry.place).id).clone()));
    entries.sort_by(|one, other| {
        let by_confidence = other.confidence.cmp(&one.confidence);
        by_confidence.then(other.times.cmp(&one.times)).then(other.at.cmp(&one.at))
    });
    entries
}

/// The points that were missed, as the card has them now.
fn missed(points: Points, place: Place, desk: &Desk) -> Option<Vec<String>> {
    let texts = markdown::points(&desk.face(place).answer);
    let missed = points.missed().map(|at| texts.get(at).map(|point| point.text.clone()));
    (points.count() == texts.len()).then(|| missed.collect())?
}
