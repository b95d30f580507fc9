//! Typed: the learner writes the answer, and it is compared with the points of the card.
//!
//! Each point has its terms (see [`super::terms`]), from every language of the card, and each term a
//! weight: a concept of the field counts for more than an everyday word, a term that several points
//! have for less, and one that the question has for little. Each sentence of the answer speaks for the
//! points that it shares most with. A point is covered when the terms found for it weigh enough.
//! A clause that says the opposite of the point's own clause about the same thing earns nothing.

pub mod grader;

use super::mode::{Asking, Evidence, Mode, Task};
use super::recall::Checklist;
use super::terms::{self, Clause, Term};
use crate::card::{Card, Face};
use crate::markdown;
use grader::Verdict;
use std::collections::{HashMap, HashSet};

/// The row of this mode.
pub static MODE: Mode = Mode { name: "typed", evidence: Evidence::Recalled, task };

fn task(_asking: &Asking<'_>) -> Option<Task> {
    Some(Task::Write(Writing::default()))
}

/// What the learner wrote.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Writing {
    /// The text.
    pub text: String,
    /// What was found in it, once the answer is shown.
    pub judged: Option<Vec<Judged>>,
    /// What the learner's own grader said of it.
    pub verdict: Option<Verdict>,
}

impl Writing {
    /// Compares the text with a card, whose face is shown; gives the ticks.
    pub fn judge(&mut self, card: &Card, face: &Face) -> Checklist {
        let judged = Rubric::of(card, face).judge(&self.text);
        let said = judged.iter().map(|point| point.is_covered).collect();
        self.judged = Some(judged);
        Checklist::filled(said)
    }
}

/// What an answer says of one point.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// Whether it is covered.
    pub is_covered: bool,
    /// The terms found, as the answer has them, the weightiest first.
    pub found: Vec<String>,
    /// The weightiest terms that were not, as the point has them.
    pub lacking: Vec<String>,
    /// Whether the answer says the opposite.
    pub is_opposed: bool,
}

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
pub struct Rubric {
    points: Vec<Point>,
}

struct Point {
    /// The weight of each term.
    weights: HashMap<String, f32>,
    /// How the face that is shown has the terms, the weightiest first.
    shown: Vec<(String, String)>,
    clauses: Vec<Clause>,
}

impl Rubric {
    /// The points of a card. Its other faces count where they have as many.
    pub fn of(card: &Card, face: &Face) -> Rubric {
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

    /// What an answer says of each point.
    pub fn judge(&self, answer: &str) -> Vec<Judged> {
        let mut found: Vec<HashMap<String, String>> = vec![HashMap::new(); self.points.len()];
        let mut opposed = vec![false; self.points.len()];
        for sentence in sentences(answer) {
            let shared: Vec<f32> = self.points.iter().map(|point| point.shares(&sentence)).collect();
            let most = shared.iter().copied().fold(0.0, f32::max);
            for (at, point) in self.points.iter().enumerate() {
                if most == 0.0 || shared[at] < NEXT_BEST * most {
                    continue;
                }
                for clause in &sentence {
                    if point.is_opposed_by(clause) {
                        opposed[at] = true;
                        continue;
                    }
                    let known = clause.terms.iter().filter(|term| point.weights.contains_key(&term.key));
                    found[at].extend(known.map(|term| (term.key.clone(), term.surface.clone())));
                }
            }
        }
        let judged = self.points.iter().zip(found).zip(opposed);
        judged.map(|((point, found), is_opposed)| point.judged(&found, is_opposed)).collect()
    }
}

impl Point {
    fn new(wordings: &[&str], asked: &HashSet<String>) -> Point {
        let mut point = Point { weights: HashMap::new(), shown: Vec::new(), clauses: Vec::new() };
        for (at, text) in wordings.iter().enumerate() {
            let text = plain(text);
            let named: HashSet<String> =
                terms::terms(name_of(&text)).into_iter().map(|term| term.key).collect();
            for (clause, _) in terms::clauses(&text) {
                for Term { key, surface, is_concept } in &clause.terms {
                    let weight = if *is_concept { CONCEPT } else { 1.0 };
                    let weight = weight * if named.contains(key) { NAMED } else { 1.0 };
                    let weight = weight * if asked.contains(key) { ASKED } else { 1.0 };
                    let present = point.weights.entry(key.clone()).or_insert(0.0);
                    *present = present.max(weight);
                    if at == 0 && !point.shown.iter().any(|(known, _)| known == key) {
                        point.shown.push((key.clone(), surface.clone()));
                    }
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

    fn judged(&self, found: &HashMap<String, String>, is_opposed: bool) -> Judged {
        let weight = |key: &str| self.weights.get(key).copied().unwrap_or(0.0);
        let sum: f32 = found.keys().map(|key| weight(key)).sum();
        let all: f32 = self.weights.values().sum();
        let by_weight = |terms: Vec<(&String, &String)>| {
            let mut terms = terms;
            terms.sort_by(|a, b| weight(b.0).total_cmp(&weight(a.0)).then(a.0.cmp(b.0)));
            let mut shown: Vec<String> = Vec::new();
            for (_, surface) in terms {
                if !shown.contains(surface) {
                    shown.push(surface.clone());
                }
            }
            shown
        };
        let lacking = self.shown.iter().filter(|(key, _)| !found.contains_key(key));
        Judged {
            is_covered: sum > 0.0 && sum >= ENOUGH.min(SHARE * all),
            found: by_weight(found.iter().collect()),
            lacking: by_weight(lacking.map(|(key, surface)| (key, surface)).collect()),
            is_opposed,
        }
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

/// The points of an answer; one that has none is one point.
fn points_of(answer: &str) -> Vec<String> {
    let points = markdown::points(answer);
    match points.is_empty() {
        true => vec![answer.to_owned()],
        false => points.into_iter().map(|point| point.text).collect(),
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
