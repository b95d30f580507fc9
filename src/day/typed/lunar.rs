//! Days of the lunar calendar: `正月十五`, `腊月二十`, `农历八月十五`. It is known for the years of a table.

use super::super::Day;
use super::super::hour::chinese_number;
use super::read::ReadDay;
use chrono::{Datelike, NaiveDate};

/// A year: the month and day of the calendar on which it begins, the month that comes twice (0 for none), and of its
/// months in order whether they have 30 days (`L`) or 29 (`s`).
type LunarYear = (u32, u32, u32, &'static str);

/// The first year of the table.
const FIRST: i32 = 2026;

/// A month begins on the day of the new moon in China. A table, since a new moon about midnight needs an almanac.
const LUNAR_YEARS: [LunarYear; 15] = [
    (2, 17, 0, "LsLssLssLLLs"),
    (2, 6, 0, "LLsLssLssLLs"),
    (1, 26, 5, "LLLsLssLssLLs"),
    (2, 13, 0, "LLsLsLsLssLL"),
    (2, 3, 0, "sLsLLsLsLsLs"),
    (1, 23, 3, "sLLsLsLLsLsLs"),
    (2, 11, 0, "LssLsLLsLLsL"),
    (1, 31, 11, "sLssLsLsLLLsL"),
    (2, 19, 0, "sLssLsLsLLsL"),
    (2, 8, 0, "LsLssLssLLsL"),
    (1, 28, 6, "LLsLssLssLsLL"),
    (2, 15, 0, "LLsLssLssLsL"),
    (2, 4, 0, "LLsLsLsLssLs"),
    (1, 24, 5, "LLsLLsLsLsLss"),
    (2, 12, 0, "LsLLsLsLLsLs"),
];

/// A day of the lunar calendar, of a year where one is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LunarDay {
    year: Option<i32>,
    month: u32,
    day: u32,
}

impl LunarDay {
    /// The day of the calendar; without a year the next one. `None` beyond the table, and where the month is shorter.
    pub(super) fn day(self, today: Day) -> Option<ReadDay> {
        match self.year {
            Some(year) => on(year, self.month, self.day).map(ReadDay::said),
            None => {
                let now = today.date().year();
                ReadDay::next((-2..3).filter_map(|later| on(now + later, self.month, self.day)), today)
            }
        }
    }
}

/// A day of a lunar year; of a month that comes twice the first one is meant.
pub(super) fn on(year: i32, month: u32, day: u32) -> Option<Day> {
    let (first_month, first_day, twice, months) = LUNAR_YEARS.get(usize::try_from(year - FIRST).ok()?)?;
    let before = month.checked_sub(1)? + u32::from(*twice != 0 && month > *twice);
    let days = |long: char| if long == 'L' { 30 } else { 29 };
    let length = months.chars().nth(before as usize).map(days)?;
    let behind: i64 = months.chars().take(before as usize).map(days).sum();
    let first = NaiveDate::from_ymd_opt(year, *first_month, *first_day)?;
    (1..=length).contains(&i64::from(day)).then(|| Day::of(first).plus(behind + i64::from(day) - 1))
}

/// What a text says of a day of the lunar calendar: by a month that only this one has, or as one of it.
pub(super) fn said(text: &str, today: Day) -> Option<LunarDay> {
    const MONTHS: [(&str, u32); 4] = [("大年", 1), ("正月", 1), ("冬月", 11), ("腊月", 12)];
    let named = ["农历", "阴历", "旧历"].iter().find_map(|name| text.split_once(name));
    let (year, rest) = year_of(named.map_or(text, |(before, _)| before), today);
    let rest = named.map_or(rest, |(_, behind)| behind).trim();
    let month = MONTHS.iter().find_map(|(name, month)| Some((*month, rest.strip_prefix(name)?)));
    let by_number = || {
        let (month, day) = rest.split_once('月').filter(|_| named.is_some())?;
        Some((month.parse().ok().filter(|month| (1..=12).contains(month))?, day))
    };
    let (month, day) = month.or_else(by_number)?;
    let day = day.trim().trim_end_matches(['日', '号']);
    let day = day.strip_prefix('初').unwrap_or(day);
    let day = day.parse().ok().or_else(|| chinese_number(day))?;
    (1..=30).contains(&day).then_some(LunarDay { year, month, day })
}

/// The year that a text begins with, and the rest.
fn year_of(text: &str, today: Day) -> (Option<i32>, &str) {
    let now = today.date().year();
    let words = [("今年", now), ("明年", now + 1), ("后年", now + 2)];
    let word = words.iter().find_map(|(name, year)| Some((Some(*year), text.strip_prefix(name)?)));
    let number = || {
        let (year, rest) = text.split_once('年').filter(|(year, _)| year.len() == 4)?;
        Some((Some(year.parse().ok()?), rest))
    };
    let (year, rest) = word.or_else(number).unwrap_or((None, text));
    (year, rest.trim_start_matches('的'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lunar_year_ends_where_the_next_one_begins() {
        for (year, [this, next]) in (FIRST..).zip(LUNAR_YEARS.array_windows()) {
            let days = this.3.chars().map(|long| if long == 'L' { 30 } else { 29 }).sum();
            let first = |year, (month, day, ..): &LunarYear| {
                Day::of(NaiveDate::from_ymd_opt(year, *month, *day).unwrap())
            };
            assert_eq!(first(year, this).plus(days), first(year + 1, next), "{year}");
            assert_eq!(this.3.len(), if this.2 == 0 { 12 } else { 13 }, "{year}");
        }
    }

    #[test]
    fn days_of_the_lunar_calendar_are_those_of_the_almanac() {
        for (year, month, day, civil) in [
            (2026, 1, 15, Some("2026-03-03")),
            (2026, 8, 15, Some("2026-09-25")),
            (2026, 12, 23, Some("2027-01-30")),
            (2026, 12, 30, None),
            (2028, 5, 5, Some("2028-05-28")),
            (2028, 8, 15, Some("2028-10-03")),
            (2029, 12, 30, Some("2030-02-02")),
            (2033, 8, 15, Some("2033-09-08")),
            (2025, 12, 30, None),
            (2041, 1, 1, None),
        ] {
            assert_eq!(on(year, month, day), civil.and_then(Day::parse), "{year} {month} {day}");
        }
    }
}
