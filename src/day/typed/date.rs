//! A date as people write it: `2026-12-08`, `12-8`, `8.12.`, `8th of December`, `Tue, Dec 8`, `12月8日`, `明年3月1日`.

use super::super::Day;
use super::read::ReadDay;
use super::weekday;
use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What a text says of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// A month and a day of it, of a year where one is said.
    Named(Option<u32>, u32, u32),
    /// Two numbers of which either may be the month, of a year where one is said; the sooner day is meant.
    Either(Option<u32>, u32, u32),
}

impl Said {
    /// The day, seen from today; one without a year is the next such day.
    pub(super) fn day(self, today: Day) -> Option<ReadDay> {
        match self {
            Said::Named(year, month, day) => on(year, month, day, today),
            Said::Either(year, one, other) => {
                let days = [on(year, other, one, today), on(year, one, other, today)];
                let days = || days.into_iter().flatten();
                let ahead = days().filter(|read| read.day >= today).min_by_key(|read| read.day);
                ahead.or(days().max_by_key(|read| read.day))
            }
        }
    }

    /// Whether it is written like a date, and no calendar has it: `31.11.`, `2026-02-30`.
    pub(super) fn is_no_day(self) -> bool {
        let is_date = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
        // In a leap year, where none is said.
        let exists = |year: Option<u32>, month, day| {
            NaiveDate::from_ymd_opt(year.map_or(2028, |year| year as i32), month, day).is_some()
        };
        match self {
            Said::Named(year, month, day) => is_date(month, day) && !exists(year, month, day),
            Said::Either(year, one, other) => {
                let is_one = |month, day| is_date(month, day) && !exists(year, month, day);
                let is_other = |month, day| !is_date(month, day) || is_one(month, day);
                (is_one(one, other) || is_one(other, one)) && is_other(one, other) && is_other(other, one)
            }
        }
    }
}

/// The day of a year; without one the next such day, which for a leap day may be years away.
fn on(year: Option<u32>, month: u32, day: u32, today: Day) -> Option<ReadDay> {
    let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month, day).map(Day::of);
    match year {
        Some(year) => in_year(i32::try_from(year).ok()?).map(ReadDay::said),
        None => ReadDay::next((-4..5).filter_map(|later| in_year(today.date().year() + later)), today),
    }
}

/// What a text says of a date.
pub(super) fn said(text: &str, today: Day) -> Option<Said> {
    let text = of_year(after_weekday(text), today);
    let parts: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric() || "年月日号".contains(letter))
        .filter(|part| !part.is_empty() && !matches!(*part, "of" | "the" | "on" | "by"))
        .collect();
    // The weekday is told with the date, before it or behind it.
    let parts = match &parts[..] {
        [first, rest @ ..] if rest.len() > 1 && weekday::is_one(first) => rest,
        [rest @ .., last] if rest.len() > 1 && weekday::is_one(last) => rest,
        parts => parts,
    };
    let named_month = text.contains('月');
    // Who parts with dots and begins with the day ends with one, or with the year.
    let by_dots = text.contains('.') && !text.contains(['-', '/']) && !named_month;
    let has_month = parts.iter().any(|part| month_of(part).is_some());
    match *parts {
        [whole] if whole.len() == 8 && whole.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some(Said::Named(number(&whole[..4]), number(&whole[4..6])?, number(&whole[6..])?))
        }
        [day, month] if by_dots && !has_month => Some(match text.ends_with('.') {
            true if number(month)? <= 12 => Said::Named(None, number(month)?, number(day)?),
            _ => Said::Either(None, number(day)?, number(month)?),
        }),
        [day, month, year] if by_dots && year.len() == 4 && !has_month => {
            Some(Said::Named(number(year), number(month)?, number(day)?))
        }
        [year, month, day] if year.len() == 4 && !has_month => {
            Some(Said::Named(Some(number(year)?), number(month)?, number(day)?))
        }
        [year, month, day] if year.len() == 4 && has_month && number(year).is_some() => {
            Some(Said::Named(Some(number(year)?), month_of(month)?, number(day)?))
        }
        [one, other, year] if year.len() == 4 && !has_month => {
            Some(Said::Either(Some(number(year)?), number(one)?, number(other)?))
        }
        [one, other] => Some(match (month_of(one), month_of(other)) {
            (Some(month), _) => Said::Named(None, month, number(other)?),
            (_, Some(month)) => Said::Named(None, month, number(one)?),
            // `13/12`: there is no thirteenth month.
            _ => match (number(one)?, number(other)?) {
                (day @ 13.., month) if !named_month => Said::Named(None, month, day),
                (month, day) => Said::Named(None, month, day),
            },
        }),
        [one, other, year] if !has_month && year.len() == 2 => {
            of_short_year([one, other, year], by_dots, today)
        }
        [one, other, year] => {
            let year = number(year).filter(|_| matches!(year.len(), 2 | 4))?;
            let year = if year < 100 { 2000 + year } else { year };
            match (month_of(one), month_of(other)) {
                (Some(month), _) => Some(Said::Named(Some(year), month, number(other)?)),
                (_, Some(month)) => Some(Said::Named(Some(year), month, number(one)?)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A date of three short numbers, of which the last is the year where that is one of the next years, else the first.
fn of_short_year([one, other, last]: [&str; 3], by_dots: bool, today: Day) -> Option<Said> {
    const AHEAD: u32 = 3;
    let now = u32::try_from(today.date().year()).ok()?;
    let year = |part: &str| {
        let year = 2000 + number(part).filter(|_| part.len() == 2)?;
        Some(year).filter(|year| (now..now + AHEAD).contains(year))
    };
    match (year(last), year(one)) {
        (Some(year), _) if by_dots => Some(Said::Named(Some(year), number(other)?, number(one)?)),
        (Some(year), _) => Some(Said::Either(Some(year), number(one)?, number(other)?)),
        (None, Some(year)) => Some(Said::Named(Some(year), number(other)?, number(last)?)),
        (None, None) => None,
    }
}

/// A text without the Chinese weekday that stands before a number: `周二12月8日`.
fn after_weekday(text: &str) -> &str {
    let behind = |at: usize| {
        let (day, rest) = text.split_at_checked(at)?;
        let is_date = rest.starts_with(|letter: char| letter.is_ascii_digit());
        Some(rest).filter(|_| is_date && weekday::chinese(day).is_some())
    };
    // One letter after `周`, or after `星期` and `礼拜`.
    behind("周一".len()).or_else(|| behind("星期一".len())).unwrap_or(text)
}

/// A text without the weekday that stands before it or behind it, in brackets or not.
pub(super) fn without_weekday(text: &str) -> &str {
    let is_edge = |letter: char| matches!(letter, ' ' | ',' | '(' | ')' | '（' | '）' | '，');
    let text = after_weekday(text).trim_matches(is_edge);
    if let Some((first, rest)) = text.split_once([' ', ','])
        && weekday::is_one(first)
    {
        return rest.trim_matches(is_edge);
    }
    let behind = text.char_indices().rev().map(|(at, _)| at).take(12);
    let mut behind = behind.filter(|at| weekday::is_one(&text[*at..]));
    let is_apart = |at: &usize| !text[*at..].is_ascii() || text[..*at].ends_with(is_edge);
    match behind.find(is_apart) {
        Some(at) if at > 0 => text[..at].trim_matches(is_edge),
        _ => text,
    }
}

/// A text in which this year and the next are numbers.
pub(super) fn of_year(text: &str, today: Day) -> String {
    const YEARS: [(&str, i32); 3] = [("今年", 0), ("明年", 1), ("后年", 2)];
    let year = YEARS.iter().find_map(|(name, later)| Some((text.strip_prefix(name)?, later)));
    match year.filter(|(rest, _)| rest.contains(['月', '-', '/', '.'])) {
        Some((rest, later)) => format!("{}年{rest}", today.date().year() + later),
        None => text.to_owned(),
    }
}

/// The month whose English name a word is, or the beginning of which.
pub(super) fn month_of(word: &str) -> Option<u32> {
    let at = MONTHS.iter().position(|month| word.len() >= 3 && word.starts_with(month));
    at.filter(|_| word.bytes().all(|byte| byte.is_ascii_lowercase())).map(|at| at as u32 + 1)
}

fn number(part: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| part.strip_suffix(ending)).unwrap_or(part);
    digits.parse::<u32>().ok()
}
