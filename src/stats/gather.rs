//! The one walk through the log from which all figures about answers come.

use super::cards::Known;
use super::sums::marks;
use super::{Calibration, Grades, Hour, MATURE, Period, Rate, Readiness, Sure, calibration, readiness};
use crate::card::Grade;
use crate::day::{At, Calendar, Day};
use crate::desk::Desk;
use crate::progress::{NeedsHistory, ReviewStep};
use crate::state::Phase;
use std::collections::{BTreeMap, HashSet};

/// What the walk found.
pub(super) struct Gathered {
    pub(super) days: Vec<Period>,
    pub(super) hours: Vec<Hour>,
    pub(super) grades: Grades,
    /// Different cards answered today.
    pub(super) today_cards: u32,
    /// True retention of each card, by its number.
    pub(super) recall_of: Vec<Rate>,
    pub(super) calibration: Calibration,
    pub(super) confidence: Vec<Sure>,
    pub(super) readiness: Option<Readiness>,
}

pub(super) fn gather(desk: &Desk, known: &Known<'_>, only: bool) -> Result<Gathered, NeedsHistory> {
    let cards = desk.progress.numbers();
    let chosen = marks(cards, known.numbers());
    let mut calibration = calibration::CalibrationGathering::new(cards);
    let mut readiness = readiness::ReadinessGathering::new(desk, known);
    let mut answers = Answers::new(desk, cards);
    let counts = |passage: &ReviewStep| !only || chosen[passage.card];
    // The two dearest do not need each other.
    desk.progress.walk_together([
        &mut |passage| calibration.take(passage, &desk.scheduler, counts(passage)),
        &mut |passage| {
            if let Some(readiness) = &mut readiness {
                readiness.take(passage, &desk.scheduler);
            }
            if counts(passage) {
                answers.take(passage);
            }
        },
    ])?;
    let (calibration, confidence) = calibration.finish();
    let readiness = readiness.map(readiness::ReadinessGathering::finish);
    let (days, hours) = (answers.days.into_all(), answers.hours.into());
    Ok(Gathered {
        days,
        hours,
        grades: answers.grades,
        today_cards: answers.today_cards.len() as u32,
        recall_of: answers.recall_of,
        calibration,
        confidence,
        readiness,
    })
}

/// Answers as they are counted.
struct Answers {
    today: Day,
    days: DayCounter,
    clock: LocalHours,
    hours: [Hour; 24],
    grades: Grades,
    today_cards: HashSet<usize>,
    recall_of: Vec<Rate>,
}

impl Answers {
    fn new(desk: &Desk, cards: usize) -> Answers {
        let mut hours = [Hour::default(); 24];
        hours.iter_mut().zip(0..).for_each(|(place, hour)| place.hour = hour);
        Answers {
            today: desk.now.day,
            days: DayCounter::default(),
            clock: LocalHours { calendar: desk.calendar, known: None },
            hours,
            grades: Grades::default(),
            today_cards: HashSet::new(),
            recall_of: vec![Rate::default(); cards],
        }
    }

    fn take(&mut self, passage: &ReviewStep) {
        let Some(grade) = passage.grade else { return };
        *match grade {
            Grade::Again => &mut self.grades.again,
            Grade::Hard => &mut self.grades.hard,
            Grade::Good => &mut self.grades.good,
            Grade::Easy => &mut self.grades.easy,
        } += 1;
        let day = self.days.at(passage.day);
        day.answers += 1;
        day.new += u32::from(passage.before.phase == Phase::New);
        day.ms += u64::from(passage.ms);
        if passage.day == self.today {
            self.today_cards.insert(passage.card);
        }
        let hour = &mut self.hours[self.clock.hour(passage.at)];
        hour.answers += 1;
        let Some(rate) = true_retention(passage, grade) else { return };
        hour.recall += rate;
        self.recall_of[passage.card] += rate;
        day.recall += rate;
        let is_mature = passage.before.memory.is_some_and(|memory| memory.stability >= MATURE);
        *(if is_mature { &mut day.mature } else { &mut day.young }) += rate;
    }
}

/// The answer as true retention counts it; `None` where it does not.
fn true_retention(passage: &ReviewStep, grade: Grade) -> Option<Rate> {
    let counts = passage.before.phase == Phase::Review && passage.elapsed() > 0;
    counts.then(|| Rate::one(grade != Grade::Again))
}

/// Days as they are counted. Nearly every answer falls on the day of the one before.
#[derive(Default)]
struct DayCounter {
    present: Period,
    others: BTreeMap<Day, Period>,
}

impl DayCounter {
    fn at(&mut self, day: Day) -> &mut Period {
        if self.present.from != day || self.present.studied == 0 {
            let next = self.others.remove(&day).unwrap_or(Period { studied: 1, ..Period::new(day) });
            self.put_away(next);
        }
        &mut self.present
    }

    fn put_away(&mut self, next: Period) {
        let last = std::mem::replace(&mut self.present, next);
        if last.studied > 0 {
            self.others.insert(last.from, last);
        }
    }

    fn into_all(mut self) -> Vec<Period> {
        self.put_away(Period::default());
        self.others.into_values().collect()
    }
}

/// Hours of the local clock. A zone keeps its offset for a whole day of UTC, or changes it once.
struct LocalHours {
    calendar: Calendar,
    /// A UTC day with its offset in seconds, where that is the same from end to end.
    known: Option<(i64, Option<i64>)>,
}

const DAY: i64 = 86_400;

impl LocalHours {
    fn hour(&mut self, at: At) -> usize {
        let seconds = at.0.div_euclid(1000);
        let day = seconds.div_euclid(DAY);
        if self.known.is_none_or(|(known, _)| known != day) {
            let offset = |second: i64| self.calendar.offset(At(second * 1000));
            let (first, last) = (offset(day * DAY), offset((day + 1) * DAY - 1));
            self.known = Some((day, Some(first).filter(|_| first == last)));
        }
        let offset = self.known.and_then(|(_, offset)| offset).unwrap_or_else(|| self.calendar.offset(at));
        ((seconds + offset).rem_euclid(DAY) / 3600) as usize
    }
}
