//! Time as a learner counts it: instants in UTC milliseconds, and study days that change at the
//! rollover hour instead of midnight.
//!
//! FSRS wants whole days between reviews. A study day is the local calendar date of the local time
//! minus the rollover hours, taken once when the review happens and stored with it; elapsed days are
//! differences of stored days, so no clock change and no journey shifts them.

mod about;
mod hour;
mod parts;
mod typed;

pub use hour::{HourBasis, TimeOfDay, TypedHour};
pub use typed::{DayBasis, NoDay, TypedDate, TypedDay, typed, why_no_day};

use chrono::{DateTime, Datelike, Duration, FixedOffset, Local, NaiveDate, NaiveTime, TimeZone, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// An instant: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct At(pub i64);

/// A study day: days since 1970-01-01, a local date that changes at the rollover hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

/// An instant together with the study day it fell on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// The instant.
    pub at: At,
    /// The study day of the learner at that instant.
    pub day: Day,
}

/// When this version was made: 2026-11-01. A clock that says less is wrong.
pub const RELEASED: At = At(1_793_491_200_000);

impl At {
    /// Reads RFC 3339 with any offset; `None` when the text is not a time.
    pub fn parse(text: &str) -> Option<At> {
        parse_utc_millis(text.as_bytes())
            .or_else(|| Some(At(DateTime::parse_from_rfc3339(text).ok()?.timestamp_millis())))
    }

    /// The same instant, `seconds` later.
    pub fn plus_seconds(self, seconds: i64) -> At {
        At(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// Whole seconds from `earlier` to this instant; negative when this one is earlier.
    pub fn seconds_since(self, earlier: At) -> i64 {
        self.0.saturating_sub(earlier.0).div_euclid(1000)
    }

    fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or(DateTime::UNIX_EPOCH)
    }
}

impl fmt::Display for At {
    /// RFC 3339 in UTC with milliseconds: `2026-11-22T10:00:00.123Z`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.utc().format("%Y-%m-%dT%H:%M:%S%.3fZ"))
    }
}

impl Day {
    /// Reads `YYYY-MM-DD`; `None` when the text is not a date.
    pub fn parse(text: &str) -> Option<Day> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        Day::of_civil(digits(&bytes[0..4])?, digits(&bytes[5..7])?, digits(&bytes[8..10])?)
    }

    /// The study day whose calendar date is `date`.
    pub fn of(date: NaiveDate) -> Day {
        Day(date.num_days_from_ce() - EPOCH_FROM_CE)
    }

    /// The day of a year from 0 to 9999, a month and a day of it; `None` where there is no such day.
    /// A long history asks for two million of them. Formula: years counted from March, so that the leap
    /// day is the last of its year.
    fn of_civil(year: i32, month: i32, day: i32) -> Option<Day> {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let longest = match month {
            2 => 28 + i32::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if !(1..=12).contains(&month) || !(1..=longest).contains(&day) {
            return None;
        }
        let from_march = (month + 9) % 12;
        // Four centuries earlier, where no number below is negative.
        let year = year + 400 - i32::from(month < 3);
        let leap_days = year / 4 - year / 100 + year / 400;
        let day_of_year = (153 * from_march + 2) / 5 + day - 1;
        Some(Day(year * 365 + leap_days + day_of_year - EPOCH_FROM_MARCH))
    }

    /// Its calendar date.
    pub fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0.saturating_add(EPOCH_FROM_CE)).unwrap_or_default()
    }

    /// The day `days` later.
    pub fn plus(self, days: i64) -> Day {
        Day(i64::from(self.0).saturating_add(days).clamp(-1_000_000, 10_000_000) as i32)
    }

    /// Whole days from `earlier` to this day; 0 when this day is not later.
    pub fn days_since(self, earlier: Day) -> u32 {
        u32::try_from(i64::from(self.0) - i64::from(earlier.0)).unwrap_or(0)
    }
}

impl fmt::Display for Day {
    /// `YYYY-MM-DD`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.date().format("%Y-%m-%d"))
    }
}

/// Days from 0001-01-01 (as day 1) to 1970-01-01.
const EPOCH_FROM_CE: i32 = 719_163;

/// Days from the first of March, 400 years before the year 0, to 1970-01-01.
const EPOCH_FROM_MARCH: i32 = 719_468 + 146_097;

/// Where the learner is: a time zone, and the hour at which a study day ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar {
    /// The zone that turns instants into local time.
    pub zone: Zone,
    /// The hour of local time, 0 to 23, at which a new study day begins.
    pub rollover_hour: u8,
}

/// A time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// The zone of this machine.
    Local,
    /// A fixed offset from UTC.
    Fixed(FixedOffset),
}

impl Calendar {
    /// Study days in UTC that begin at 04:00; for tests and tools that must not depend on a machine.
    pub fn utc() -> Calendar {
        Calendar {
            zone: Zone::Fixed(FixedOffset::east_opt(0).expect("zero is a legal offset")),
            rollover_hour: 4,
        }
    }

    /// The instant with its study day.
    pub fn moment(&self, at: At) -> Moment {
        let day = match &self.zone {
            Zone::Local => study_day(&Local, self.rollover_hour, at),
            Zone::Fixed(offset) => study_day(offset, self.rollover_hour, at),
        };
        Moment { at, day }
    }

    /// The date of the calendar at an instant, whatever hour a study day begins at.
    pub fn date(&self, at: At) -> Day {
        Calendar { rollover_hour: 0, ..*self }.moment(at).day
    }

    /// Seconds that local time is ahead of UTC at an instant.
    pub fn offset(&self, at: At) -> i64 {
        let seconds = match &self.zone {
            Zone::Local => Local.offset_from_utc_datetime(&at.utc().naive_utc()).local_minus_utc(),
            Zone::Fixed(offset) => offset.local_minus_utc(),
        };
        i64::from(seconds)
    }

    /// The instant of a time of day, in minutes after midnight, on a calendar date.
    pub fn at_time(&self, date: Day, minutes: u16) -> At {
        match &self.zone {
            Zone::Local => local_time(&Local, date, minutes),
            Zone::Fixed(offset) => local_time(offset, date, minutes),
        }
    }

    /// The instant at which `day` begins.
    pub fn start_of(&self, day: Day) -> At {
        match &self.zone {
            Zone::Local => day_start(&Local, self.rollover_hour, day),
            Zone::Fixed(offset) => day_start(offset, self.rollover_hour, day),
        }
    }
}

/// The study day of an instant in a zone.
pub fn study_day<Z: TimeZone>(zone: &Z, rollover_hour: u8, at: At) -> Day {
    let local = zone.from_utc_datetime(&at.utc().naive_utc()).naive_local();
    Day::of((local - Duration::hours(i64::from(rollover_hour))).date())
}

/// The instant at which a study day begins.
pub fn day_start<Z: TimeZone>(zone: &Z, rollover_hour: u8, day: Day) -> At {
    local_time(zone, day, u16::from(rollover_hour % 24) * 60)
}

/// The instant of a time of day, in minutes after midnight. Where a clock change skips it, the first instant
/// after the gap; where it repeats it, the earlier one.
fn local_time<Z: TimeZone>(zone: &Z, date: Day, minutes: u16) -> At {
    let local = date.date().and_time(NaiveTime::MIN) + Duration::minutes(i64::from(minutes));
    // No gap of any zone is longer than a day; an hour later is past all common ones.
    let known = (0..48).find_map(|half_hours| {
        zone.from_local_datetime(&(local + Duration::minutes(30 * half_hours))).earliest()
    });
    At(known.map_or_else(|| local.and_utc().timestamp_millis(), |time| time.timestamp_millis()))
}

/// The one format we write ourselves, without the cost of a general parser: a long history has a
/// million of them.
fn parse_utc_millis(text: &[u8]) -> Option<At> {
    let [
        y0,
        y1,
        y2,
        y3,
        b'-',
        m0,
        m1,
        b'-',
        d0,
        d1,
        b'T',
        h0,
        h1,
        b':',
        n0,
        n1,
        b':',
        s0,
        s1,
        b'.',
        f0,
        f1,
        f2,
        b'Z',
    ] = text
    else {
        return None;
    };
    let (month, day) = (digits(&[*m0, *m1])?, digits(&[*d0, *d1])?);
    let (hour, minute, second) = (digits(&[*h0, *h1])?, digits(&[*n0, *n1])?, digits(&[*s0, *s1])?);
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let date = Day::of_civil(digits(&[*y0, *y1, *y2, *y3])?, month, day)?;
    let seconds = i64::from(date.0) * 86_400 + i64::from(hour * 3600 + minute * 60 + second);
    Some(At(seconds * 1000 + i64::from(digits(&[*f0, *f1, *f2])?)))
}

/// A few digits as a number; whether all are digits is asked once, at the end.
fn digits(bytes: &[u8]) -> Option<i32> {
    let (sum, highest) = bytes.iter().fold((0, 0), |(sum, highest), byte| {
        let digit = byte.wrapping_sub(b'0');
        (sum * 10 + i32::from(digit), digit.max(highest))
    });
    (highest <= 9).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day() {
        for (text, told) in [
            ("14:00", Some("14:00")),
            ("9:05", Some("09:05")),
            ("９:05", Some("09:05")),
            ("09：30", Some("09:30")),
            ("24:00", None),
            ("12:60", None),
            ("12:5", None),
            ("-1:00", None),
            ("14", None),
        ] {
            assert_eq!(TimeOfDay::parse(text).map(|time| time.to_string()).as_deref(), told, "{text}");
        }
    }

    /// The newest heading is that of what has no version yet, or this version with its date.
    #[test]
    fn the_time_of_the_release_is_that_of_the_list_of_changes() {
        let changes = include_str!("../CHANGELOG.md");
        let newest = changes.lines().find_map(|line| line.strip_prefix("## ")).unwrap();
        let released = RELEASED.to_string();
        let of_version = format!("[{}] - {}", env!("CARGO_PKG_VERSION"), &released[..10]);
        assert!(newest == "[Unreleased]" || newest == of_version, "{newest}");
        assert_eq!(released, "2026-11-01T00:00:00.000Z");
    }

    fn at(text: &str) -> At {
        At::parse(text).unwrap_or_else(|| panic!("{text} is not a time"))
    }

    #[test]
    fn times_are_read_and_written() {
        for text in ["2026-11-22T10:00:00.123Z", "1969-12-31T23:59:59.999Z", "2024-02-29T00:00:00.000Z"] {
            assert_eq!(at(text).to_string(), text);
        }
        assert_eq!(at("2026-11-22T10:00:00+08:00").to_string(), "2026-11-22T02:00:00.000Z");
        for text in ["", "2026-11-22", "2026-02-30T00:00:00.000Z", "2026-11-22T24:00:00.000Z", "中文"] {
            assert_eq!(At::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_read_and_written() {
        assert_eq!(Day::parse("1970-01-02"), Some(Day(1)));
        for text in ["2026-11-22", "0001-01-01", "9999-12-31"] {
            assert_eq!(Day::parse(text).map(|day| day.to_string()).as_deref(), Some(text));
        }
        for text in ["2026-13-01", "26-01-01", "2026-1-001", ""] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_of_the_calendar_are_those_of_chrono() {
        for year in (0..=9999).step_by(37).chain(1890..2110).chain([400, 2000, 9999]) {
            for (month, day) in (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day))) {
                let theirs = NaiveDate::from_ymd_opt(year, month as u32, day as u32).map(Day::of);
                assert_eq!(Day::of_civil(year, month, day), theirs, "{year}-{month}-{day}");
            }
        }
    }

    /// Rows: zone, instant, study day with rollover at 4.
    #[test]
    fn a_day_ends_at_the_rollover_hour_in_any_zone() {
        use chrono_tz::{America, Asia, Europe, Tz};
        let rows: [(Tz, &str, &str); 8] = [
            (Asia::Shanghai, "2026-11-22T19:59:59.999Z", "2026-11-22"),
            (Asia::Shanghai, "2026-11-22T20:00:00.000Z", "2026-11-23"),
            // Berlin, autumn: Saturday 04:30 summer time is Saturday, Sunday 04:30 winter time is Sunday.
            (Europe::Berlin, "2026-10-24T02:30:00.000Z", "2026-10-24"),
            (Europe::Berlin, "2026-10-25T03:30:00.000Z", "2026-10-25"),
            // Berlin, spring: Saturday 03:30 is still Friday, Sunday 04:30 is Sunday: two days.
            (Europe::Berlin, "2026-03-28T02:30:00.000Z", "2026-03-27"),
            (Europe::Berlin, "2026-03-29T02:30:00.000Z", "2026-03-29"),
            (America::New_York, "2026-11-01T05:30:00.000Z", "2026-10-31"),
            (America::New_York, "2026-11-01T09:00:00.000Z", "2026-11-01"),
        ];
        for (zone, instant, day) in rows {
            assert_eq!(study_day(&zone, 4, at(instant)).to_string(), day, "{zone} {instant}");
        }
    }

    #[test]
    fn a_day_starts_where_the_day_before_ends_even_across_clock_changes() {
        use chrono_tz::{America, Asia, Europe, Tz};
        for zone in [Asia::Shanghai, Europe::Berlin, America::New_York, Tz::UTC] {
            for rollover in 0..24 {
                for day in (20_500..20_900).map(Day) {
                    let start = day_start(&zone, rollover, day);
                    assert_eq!(study_day(&zone, rollover, start), day, "{zone} {rollover} {day}");
                }
            }
        }
    }
}
