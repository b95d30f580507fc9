//! The report: what a round came to, by topic, by time and by confidence, and what to study now.

use super::grading::{Grading, RoundEntry};
use crate::card::{CardId, Grade};
use crate::day::{At, Day};
use crate::desk::{Desk, Place};
use crate::progress::Confidence;
use crate::schedule::plan::Plan;
use crate::schedule::plan::scope::Weights;

/// What a round came to.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundReport {
    /// When the round began.
    pub began: At,
    /// The study day of its first answer.
    pub day: Day,
    /// Its graded answers in the order they were given.
    pub rows: Vec<ReportRow>,
    /// Its topics, the worst first.
    pub topics: Vec<Topic>,
    /// By confidence, the least sure first: how many answers, and what they were worth.
    pub confidence: [(u32, f32); 4],
    /// Indices of rows that are to be studied now, the most urgent first.
    pub study: Vec<usize>,
}

/// A graded answer.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportRow {
    /// Where its card stands.
    pub place: Place,
    /// Its card.
    pub card: CardId,
    /// The grade.
    pub grade: Grade,
    /// Time from question to answer, in milliseconds.
    pub ms: u32,
    /// Time there was for each question, in milliseconds.
    pub pace: u32,
    /// How sure the learner was.
    pub confidence: Confidence,
    /// Points said, of how many; `None` where none were ticked.
    pub points: Option<(usize, usize)>,
}

impl ReportRow {
    /// Whether it took longer than there was time for each question.
    pub fn is_slow(&self) -> bool {
        self.ms > self.pace
    }

    /// Whether the learner thought to know what they did not.
    pub fn is_sure_but_wrong(&self) -> bool {
        self.confidence >= Confidence::Likely && self.grade == Grade::Again
    }
}

/// What one topic came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    /// A card of it.
    pub place: Place,
    /// Questions asked.
    pub questions: u32,
    /// What the answers were worth together, see [`worth`].
    pub worth: f32,
    /// Time of all answers, in milliseconds.
    pub ms: u64,
}

/// What an answer is worth in the score: nothing, half, or all of it.
pub fn worth(grade: Grade) -> f32 {
    match grade {
        Grade::Again => 0.0,
        Grade::Hard => 0.5,
        Grade::Good | Grade::Easy => 1.0,
    }
}

impl RoundReport {
    /// The report on the graded answers; `None` where there are none.
    pub fn of(grading: &Grading, desk: &Desk) -> Option<RoundReport> {
        let rows: Vec<ReportRow> = grading.entries.iter().filter_map(row).collect();
        let day = grading.entries.first()?.given.day;
        if rows.is_empty() {
            return None;
        }
        let mut confidence = [(0, 0.0); 4];
        for row in &rows {
            let level = &mut confidence[row.confidence as usize];
            *level = (level.0 + 1, level.1 + worth(row.grade));
        }
        let (topics, study) = (topics(&rows, desk), to_study(&rows, desk));
        Some(RoundReport { began: grading.round, day, rows, topics, confidence, study })
    }

    /// The share of what all answers could be worth, from 0 to 1.
    pub fn score(&self) -> f32 {
        self.rows.iter().map(|row| worth(row.grade)).sum::<f32>() / self.rows.len() as f32
    }

    /// Time of all answers, in milliseconds.
    pub fn ms(&self) -> u64 {
        self.rows.iter().map(|row| u64::from(row.ms)).sum()
    }

    /// Follows a change of the decks: cards that are gone leave the report.
    pub fn look_again(&mut self, desk: &Desk) {
        self.rows.retain_mut(|row| match desk.find(&row.card) {
            Some(place) => {
                row.place = place;
                true
            }
            None => false,
        });
        self.topics = topics(&self.rows, desk);
        self.study = to_study(&self.rows, desk);
    }
}

fn row(entry: &RoundEntry) -> Option<ReportRow> {
    let said = entry.said.iter().filter(|said| **said).count();
    Some(ReportRow {
        place: entry.place,
        card: entry.card.clone(),
        grade: entry.graded?.0,
        ms: entry.answered.ms,
        pace: entry.answered.pace,
        confidence: entry.answered.confidence,
        points: entry.points().map(|_| (said, entry.said.len())),
    })
}

fn topics(rows: &[ReportRow], desk: &Desk) -> Vec<Topic> {
    let name = |place: Place| (place.deck, &desk.face(place).topic);
    let mut topics: Vec<Topic> = Vec::new();
    for row in rows {
        let known = topics.iter().position(|topic| name(topic.place) == name(row.place));
        let index = known.unwrap_or_else(|| {
            topics.push(Topic { place: row.place, questions: 0, worth: 0.0, ms: 0 });
            topics.len() - 1
        });
        let topic = &mut topics[index];
        topic.questions += 1;
        topic.worth += worth(row.grade);
        topic.ms += u64::from(row.ms);
    }
    let share = |topic: &Topic| topic.worth / topic.questions as f32;
    topics.sort_by(|one, other| share(one).total_cmp(&share(other)));
    topics
}

/// What was not known before what was known in part, what matters more first.
fn to_study(rows: &[ReportRow], desk: &Desk) -> Vec<usize> {
    let named = Plan::current(desk).map(|plan| plan.weights).unwrap_or_default();
    let everything: Vec<Place> = desk.places_in_track().collect();
    let mut weights = Weights::new(&named, desk, &everything);
    let importance: Vec<f32> = (rows.iter())
        .map(|row| weights.of(desk, row.place, desk.progress.record(&desk.card(row.place).id)))
        .collect();
    let mut study: Vec<usize> = (0..rows.len()).filter(|index| rows[*index].grade <= Grade::Hard).collect();
    study.sort_by(|one, other| {
        let by_grade = rows[*one].grade.cmp(&rows[*other].grade);
        by_grade.then_with(|| importance[*other].total_cmp(&importance[*one]))
    });
    study
}
