//! Days, weeks, months and hours: what was answered in them; and the days in a row.

use super::Rate;
use super::sums::shown;
use crate::day::Day;
use chrono::Datelike;
use serde::Serialize;

/// What was done on a day, in a week or in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Period {
    /// Its first day.
    #[serde(serialize_with = "shown")]
    pub from: Day,
    /// Days of it with an answer.
    pub studied: u32,
    /// Answers.
    pub answers: u32,
    /// Cards answered for the first time.
    pub new: u32,
    /// Time spent answering, in milliseconds.
    pub ms: u64,
    /// True retention of young cards.
    pub young: Rate,
    /// True retention of mature cards.
    pub mature: Rate,
    /// True retention of both.
    pub recall: Rate,
}

impl Default for Period {
    fn default() -> Period {
        Period::new(Day(0))
    }
}

impl Period {
    /// A period without answers.
    pub fn new(from: Day) -> Period {
        let none = Rate::default();
        Period { from, studied: 0, answers: 0, new: 0, ms: 0, young: none, mature: none, recall: none }
    }

    fn add(&mut self, other: &Period) {
        self.studied += other.studied;
        self.answers += other.answers;
        self.new += other.new;
        self.ms += other.ms;
        self.young += other.young;
        self.mature += other.mature;
        self.recall += other.recall;
    }

    /// Time spent answering, in minutes.
    pub fn minutes(&self) -> f64 {
        self.ms as f64 / 60_000.0
    }
}

/// Days put together by what `first` says is the first day of their period.
pub(super) fn group(days: &[Period], first: fn(Day) -> Day) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    for day in days {
        let from = first(day.from);
        if periods.last().is_none_or(|last| last.from != from) {
            periods.push(Period::new(from));
        }
        periods.last_mut().expect("one was just there").add(day);
    }
    periods
}

/// The Monday of a day's week.
pub(super) fn week_of(day: Day) -> Day {
    // 1970-01-01 was a Thursday.
    day.plus(-i64::from((day.0 + 3).rem_euclid(7)))
}

/// The first of a day's month.
pub(super) fn month_of(day: Day) -> Day {
    day.plus(-i64::from(day.date().day0()))
}

/// One hour of the clock, over all days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Hour {
    /// 0 to 23, in the zone of this machine.
    pub hour: u32,
    /// Answers.
    pub answers: u32,
    /// True retention of the answers in it.
    pub recall: Rate,
}

/// Study days in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Streak {
    /// Days in a row with an answer, up to today; a day that has only begun does not break it.
    pub days: u32,
    /// The most days in a row there ever were.
    pub longest: u32,
    /// All days with an answer.
    pub studied: u32,
}

impl Streak {
    pub(super) fn of(days: &[Period], today: Day) -> Streak {
        let mut streak = Streak { studied: days.len() as u32, ..Streak::default() };
        let (mut run, mut before) = (0, None);
        for day in days.iter().map(|day| day.from).filter(|day| *day <= today) {
            run = if before == Some(day.plus(-1)) { run + 1 } else { 1 };
            streak.longest = streak.longest.max(run);
            before = Some(day);
        }
        let is_going_on = before.is_some_and(|last| last >= today.plus(-1));
        streak.days = if is_going_on { run } else { 0 };
        streak
    }
}
