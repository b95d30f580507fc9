//! Whether a statement says something that the answer of a card says as well, or comes near to it.
//!
//! Each point has its terms (see [`super::super::terms`]), from every language of the card, and each term a
//! weight: a concept of the field counts for more than an everyday word, a term that several points
//! have for less, and one that the question has for little. A statement comes near to a point when the
//! terms found for it weigh enough. A clause that says the opposite does not count. This only keeps
//! options apart; it is no judgement of claims.

use super::super::terms::{self, Clause, Term};
use super::super::typed::points_of;
use crate::card::{Card, Face};
use crate::markdown;
use std::collections::{HashMap, HashSet};

/// A concept of the field.
const CONCEPT: f32 = 1.5;
/// A term that the question has already.
const ASKED: f32 = 0.25;
/// A term of the point's name, such as the bold words at its beginning.
const NAMED: f32 = 1.4;
/// A point is covered when this much is found.
const ENOUGH: f32 = 2.8;
/// Of a short point, this share is enough.
const SHARE: f32 = 0.4;
/// A sentence speaks for a point when it shares with it at least this share of what it shares with the
/// point it shares most with.
const NEXT_BEST: f32 = 0.6;

/// Two clauses that share more than this are about the same matter.
const SAME_MATTER: f32 = 0.3;

/// The points of a card, ready to be compared with.
pub(super) struct Rubric {
    points: Vec<Point>,
}

struct Point {
    /// The weight of each term.
    weights: HashMap<String, f32>,
    clauses: Vec<Clause>,
}

impl Rubric {
    /// The points of a card. Its other faces count where they have as many.
    pub(super) fn of(card: &Card, face: &Face) -> Rubric {
        let texts = points_of(&face.answer);
        let others = card.faces.iter().filter(|other| other.lang != face.lang);
        let others = others.map(|other| points_of(&other.answer)).filter(|other| other.len() == texts.len());
        let others: Vec<Vec<String>> = others.collect();
        let asked: HashSet<String> = card
            .faces
            .iter()
            .flat_map(|face| terms::terms(&plain(&face.question)))
            .map(|term| term.key)
            .collect();
        let wordings: Vec<Vec<&str>> = texts
            .iter()
            .enumerate()
            .map(|(at, text)| {
                std::iter::once(text)
                    .chain(others.iter().map(|other| &other[at]))
                    .map(String::as_str)
                    .collect()
            })
            .collect();
        let mut points: Vec<Point> = wordings.iter().map(|wordings| Point::new(wordings, &asked)).collect();
        spread(&mut points);
        Rubric { points }
    }

    /// Whether a statement comes near to any point.
    pub(super) fn comes_near(&self, statement: &str) -> bool {
        let mut found: Vec<HashSet<String>> = vec![HashSet::new(); self.points.len()];
        for sentence in sentences(statement) {
            let shared: Vec<f32> = self.points.iter().map(|point| point.shares(&sentence)).collect();
            let most = shared.iter().copied().fold(0.0, f32::max);
            for (at, point) in self.points.iter().enumerate() {
                if most == 0.0 || shared[at] < NEXT_BEST * most {
                    continue;
                }
                for clause in sentence.iter().filter(|clause| !point.is_opposed_by(clause)) {
                    let known = clause.terms.iter().filter(|term| point.weights.contains_key(&term.key));
                    found[at].extend(known.map(|term| term.key.clone()));
                }
            }
        }
        self.points.iter().zip(found).any(|(point, found)| point.is_near(&found))
    }
}

impl Point {
    fn new(wordings: &[&str], asked: &HashSet<String>) -> Point {
        let mut point = Point { weights: HashMap::new(), clauses: Vec::new() };
        for text in wordings {
            let text = plain(text);
            let named: HashSet<String> =
                terms::terms(name_of(&text)).into_iter().map(|term| term.key).collect();
            for (clause, _) in terms::clauses(&text) {
                for Term { key, is_concept, .. } in &clause.terms {
                    let weight = if *is_concept { CONCEPT } else { 1.0 };
                    let weight = weight * if named.contains(key) { NAMED } else { 1.0 };
                    let weight = weight * if asked.contains(key) { ASKED } else { 1.0 };
                    let present = point.weights.entry(key.clone()).or_insert(0.0);
                    *present = present.max(weight);
                }
                point.clauses.push(clause);
            }
        }
        point
    }

    fn shares(&self, sentence: &[Clause]) -> f32 {
        let keys: HashSet<&str> =
            sentence.iter().flat_map(|clause| &clause.terms).map(|term| term.key.as_str()).collect();
        keys.iter().filter_map(|key| self.weights.get(*key)).sum()
    }

    /// Whether a clause says the opposite of what this point says of the same matter.
    fn is_opposed_by(&self, clause: &Clause) -> bool {
        let keys: HashSet<&str> = clause.terms.iter().map(|term| term.key.as_str()).collect();
        let weight = |own: &Clause| {
            let shared: HashSet<&str> =
                own.terms.iter().map(|term| term.key.as_str()).filter(|key| keys.contains(key)).collect();
            shared.iter().filter_map(|key| self.weights.get(*key)).sum::<f32>()
        };
        let near: Vec<(f32, &Clause)> = self
            .clauses
            .iter()
            .map(|own| (weight(own), own))
            .filter(|(weight, _)| *weight > SAME_MATTER)
            .collect();
        let closest = near.iter().max_by(|a, b| a.0.total_cmp(&b.0));
        let Some((_, own)) = closest else { return false };
        let says = |clause: &Clause, axis: usize, pole: bool| {
            clause.stands.contains(&(axis, pole)) && !clause.stands.contains(&(axis, !pole))
        };
        let opposite = clause.stands.iter().any(|(axis, pole)| {
            says(clause, *axis, *pole)
                && near.iter().any(|(_, own)| says(own, *axis, !*pole))
                && !near.iter().any(|(_, own)| own.stands.contains(&(*axis, *pole)))
        });
        // What is denied of the opposite is the thing itself: it does not increase, it decreases.
        opposite != (own.is_negated != clause.is_negated)
    }

    fn is_near(&self, found: &HashSet<String>) -> bool {
        // Summed in one order, so that the same statement always weighs the same.
        let mut keys: Vec<(&String, &f32)> = self.weights.iter().collect();
        keys.sort_by(|a, b| a.0.cmp(b.0));
        let all: f32 = keys.iter().map(|(_, weight)| **weight).sum();
        let sum: f32 = keys.iter().filter(|(key, _)| found.contains(*key)).map(|(_, weight)| **weight).sum();
        sum > 0.0 && sum >= ENOUGH.min(SHARE * all)
    }
}

/// A term that many points have tells them apart less.
fn spread(points: &mut [Point]) {
    let mut counts: HashMap<String, f32> = HashMap::new();
    for point in points.iter() {
        point.weights.keys().for_each(|key| *counts.entry(key.clone()).or_default() += 1.0);
    }
    for point in points {
        point.weights.iter_mut().for_each(|(key, weight)| *weight /= counts[key]);
    }
}

/// The words before the first colon: what a point is called.
fn name_of(text: &str) -> &str {
    let end = text.find([':', '：']).filter(|end| *end < 60);
    &text[..end.unwrap_or(0)]
}

fn sentences(answer: &str) -> Vec<Vec<Clause>> {
    let mut sentences = vec![Vec::new()];
    for (clause, is_last) in terms::clauses(answer) {
        sentences.last_mut().expect("one is open").push(clause);
        if is_last {
            sentences.push(Vec::new());
        }
    }
    sentences.pop();
    sentences
}

/// The visible text of Markdown, a line for each block.
fn plain(source: &str) -> String {
    markdown::text(&markdown::inlines(source))
}
