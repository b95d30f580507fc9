//! Grading: after the round its answers are gone through one by one, each with the answer the card
//! has, points ticked off, and a grade. What is not graded waits in the log and can be gone on with.

use super::{MODE, places_of};
use crate::card::{CardId, Grade};
use crate::day::{At, Day, Moment};
use crate::desk::{Desk, Place, StateOwner, When};
use crate::markdown;
use crate::progress::{Answered, Confidence, Kind, Points, Review, Waiting};
use std::collections::BTreeMap;

/// A round with answers that wait for their grades.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interrupted {
    /// When it began.
    pub round: At,
    /// The study day of its first waiting answer.
    pub day: Day,
    /// How many of its answers wait.
    pub answers: usize,
}

/// The rounds with waiting answers to cards that are there, the oldest first.
pub fn interrupted(desk: &Desk) -> Vec<Interrupted> {
    let mut rounds: BTreeMap<At, Interrupted> = BTreeMap::new();
    for (_, _, waiting) in waiting(desk) {
        let (round, day) = (waiting.answered.round, waiting.given.day);
        let found = rounds.entry(round).or_insert(Interrupted { round, day, answers: 0 });
        found.day = found.day.min(day);
        found.answers += 1;
    }
    rounds.into_values().collect()
}

/// Every waiting answer, with its card.
fn waiting(desk: &Desk) -> Vec<(CardId, Place, Waiting)> {
    // Hardly ever does anything wait; the decks need not be gone through then.
    let mut waiting = desk.progress.records().filter(|(_, record)| record.waiting.is_some()).peekable();
    if waiting.peek().is_none() {
        return Vec::new();
    }
    let places = places_of(desk);
    waiting.filter_map(|(card, record)| Some((card.clone(), *places.get(card)?, record.waiting?))).collect()
}

/// Takes back all waiting answers of a round; the whole log has to be in memory.
pub fn discard(round: At, desk: &mut dyn StateOwner) {
    for (card, _, waiting) in waiting(desk) {
        if waiting.answered.round == round {
            desk.take_back(&card, waiting.given.at);
        }
    }
}

/// An answer of the round.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundEntry {
    /// Where its card stands.
    pub place: Place,
    /// Its card.
    pub card: CardId,
    /// When it was given.
    pub given: Moment,
    /// Time, pace and confidence.
    pub answered: Answered,
    /// Which points of the card's answer were said.
    pub said: Vec<bool>,
    /// What was said of the points the last time.
    pub before: Option<Points>,
    /// Its grade, and the event that recorded it.
    pub graded: Option<(Grade, At)>,
}

impl RoundEntry {
    /// The grade that the ticks speak for: all points are good, or easy when they came fast and sure;
    /// half of them are hard, fewer are again. `None` where nothing was ticked.
    pub fn suggestion(&self) -> Option<Grade> {
        let said = self.said.iter().filter(|said| **said).count();
        if said == 0 {
            return None;
        }
        let Answered { ms, pace, confidence, .. } = self.answered;
        let is_fast = ms <= pace / 2 && confidence == Confidence::Sure;
        Some(match said {
            _ if said == self.said.len() && is_fast => Grade::Easy,
            _ if said == self.said.len() => Grade::Good,
            _ if said * 2 >= self.said.len() => Grade::Hard,
            _ => Grade::Again,
        })
    }

    /// What was said of the points; `None` where nothing was ticked.
    pub fn points(&self) -> Option<Points> {
        self.said.contains(&true).then(|| Points::of_said(&self.said))
    }
}

/// The answers of one round, on their way to grades.
#[derive(Debug, Clone, PartialEq)]
pub struct Grading {
    /// When the round began.
    pub round: At,
    /// Its answers in the order they were given.
    pub entries: Vec<RoundEntry>,
    /// Which entries have been graded, the newest last.
    done: Vec<usize>,
    /// Grades that were taken back since another one was given, each with its entry, the last at the end.
    undone: Vec<(usize, Grade)>,
}

impl Grading {
    /// The answers of the round that began then, as far as the log in memory and the decks have them.
    pub fn of(round: At, desk: &Desk) -> Grading {
        let mut found: Vec<LoggedAnswer> = Vec::new();
        for event in desk.progress.counting() {
            let known = found.iter().rposition(|answer| answer.card == event.card);
            match (event.kind, known) {
                (Kind::Answered(answered), _) if answered.round == round => {
                    let given = Moment { at: event.at, day: event.day };
                    found.push(LoggedAnswer { card: event.card, given, answered, graded: None });
                }
                (Kind::Review(review), Some(index)) if found[index].graded.is_none() => {
                    if &*review.mode == MODE {
                        found[index].graded = Some((review.grade, event.at, review.points));
                    } else {
                        // Studied before it was graded: what was said then can no longer be told.
                        found.remove(index);
                    }
                }
                // Asked again in another round, or forgotten on purpose.
                (Kind::Answered(_) | Kind::Reset, Some(index)) if found[index].graded.is_none() => {
                    found.remove(index);
                }
                _ => {}
            }
        }
        for (card, _, Waiting { given, answered }) in waiting(desk) {
            let is_new = !found.iter().any(|answer| answer.given == given && answer.card == card);
            if answered.round == round && is_new {
                found.push(LoggedAnswer { card, given, answered, graded: None });
            }
        }
        found.sort_by_key(|answer| answer.given.at);
        let places = places_of(desk);
        let entries: Vec<RoundEntry> = found
            .into_iter()
            .filter_map(|answer| Some(answer.at_place(*places.get(&answer.card)?, desk)))
            .collect();
        let mut done: Vec<usize> =
            (0..entries.len()).filter(|index| entries[*index].graded.is_some()).collect();
        done.sort_by_key(|index| entries[*index].graded.map(|(_, at)| at));
        Grading { round, entries, done, undone: Vec::new() }
    }

    /// The answer to be graded now; none when all are.
    pub fn at_hand(&self) -> Option<&RoundEntry> {
        self.entries.iter().find(|entry| entry.graded.is_none())
    }

    /// How many are graded.
    pub fn graded(&self) -> usize {
        self.done.len()
    }

    /// The answer graded last.
    pub fn last_graded(&self) -> Option<&RoundEntry> {
        self.done.last().map(|index| &self.entries[*index])
    }

    /// Ticks a point of the answer at hand, or takes the tick away.
    pub fn tick(&mut self, point: usize) {
        if let Some(said) = self.at_hand_mut().and_then(|entry| entry.said.get_mut(point)) {
            *said = !*said;
        }
    }

    /// Ticks all points of the answer at hand; when all are ticked, none.
    pub fn tick_all(&mut self) {
        if let Some(entry) = self.at_hand_mut() {
            let all = entry.said.iter().all(|said| *said);
            entry.said.fill(!all);
        }
    }

    /// Grades the answer at hand. The review counts for the study day on which the answer was given.
    pub fn grade(&mut self, grade: Grade, desk: &mut dyn StateOwner) {
        self.undone.clear();
        self.note(grade, desk);
    }

    fn note(&mut self, grade: Grade, desk: &mut dyn StateOwner) {
        let Some(index) = self.index_at_hand() else { return };
        let entry = &mut self.entries[index];
        let review = Review {
            confidence: Some(entry.answered.confidence),
            points: entry.points(),
            ..Review::new(grade, MODE, entry.answered.ms)
        };
        let day = entry.given.day.min(desk.now.day);
        let at = desk.record_at(&entry.card, Kind::Review(review), When::OnDay(day));
        entry.graded = Some((grade, at));
        self.done.push(index);
    }

    /// Takes back the newest grade; `false` when there is none. The whole log has to be in memory where
    /// it was given in an earlier run.
    pub fn undo(&mut self, desk: &mut dyn StateOwner) -> bool {
        let Some(index) = self.done.pop() else { return false };
        let entry = &mut self.entries[index];
        if let Some((grade, of)) = entry.graded.take() {
            desk.take_back(&entry.card, of);
            self.undone.push((index, grade));
        }
        true
    }

    /// Gives the grade again that was taken back last, with the ticks as they are; which it was. Nothing where another
    /// answer is at hand.
    pub fn redo(&mut self, desk: &mut dyn StateOwner) -> Option<(CardId, Grade)> {
        let (index, grade) = self.undone()?;
        let card = self.entries[index].card.clone();
        self.undone.pop();
        self.note(grade, desk);
        Some((card, grade))
    }

    /// Whether a grade was taken back that can be given again.
    pub fn may_redo(&self) -> bool {
        self.undone().is_some()
    }

    fn undone(&self) -> Option<(usize, Grade)> {
        self.undone.last().copied().filter(|(index, _)| self.index_at_hand() == Some(*index))
    }

    fn index_at_hand(&self) -> Option<usize> {
        self.entries.iter().position(|entry| entry.graded.is_none())
    }

    /// Follows a change of the decks or of the language: places and points are looked up again.
    pub fn look_again(&mut self, desk: &Desk) {
        let places = places_of(desk);
        let entries = std::mem::take(&mut self.entries);
        let mut kept = Vec::new();
        for (index, mut entry) in entries.into_iter().enumerate() {
            let Some(place) = places.get(desk.progress.present_id(&entry.card)) else {
                self.done.retain(|done| *done != index);
                self.done.iter_mut().filter(|done| **done > index).for_each(|done| *done -= 1);
                self.undone.clear();
                continue;
            };
            entry.place = *place;
            let points = points_at(*place, desk);
            if entry.said.len() != points {
                entry.said = vec![false; points];
            }
            kept.push(entry);
        }
        self.entries = kept;
    }

    fn at_hand_mut(&mut self) -> Option<&mut RoundEntry> {
        self.entries.iter_mut().find(|entry| entry.graded.is_none())
    }
}

/// An answer as the log has it.
struct LoggedAnswer {
    card: CardId,
    given: Moment,
    answered: Answered,
    graded: Option<(Grade, At, Option<Points>)>,
}

impl LoggedAnswer {
    fn at_place(&self, place: Place, desk: &Desk) -> RoundEntry {
        let count = points_at(place, desk);
        let points = self.graded.and_then(|(_, _, points)| points).filter(|points| points.count() == count);
        let mut said = vec![points.is_some(); count];
        points.into_iter().flat_map(Points::missed).for_each(|missed| said[missed] = false);
        RoundEntry {
            place,
            card: self.card.clone(),
            given: self.given,
            answered: self.answered,
            said,
            before: desk.progress.record(&self.card).and_then(|record| record.points),
            graded: self.graded.map(|(grade, at, _)| (grade, at)),
        }
    }
}

/// How many points the answer has; more than are told apart count as none.
fn points_at(place: Place, desk: &Desk) -> usize {
    let points = markdown::points(&desk.face(place).answer).len();
    if points > Points::MOST { 0 } else { points }
}
