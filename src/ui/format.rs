//! Spans of time as a user reads them.

use crate::day::{self, At, Day, DayBasis, HourBasis, Moment, NoDay, TypedDate, TypedHour};
use crate::desk::Desk;
use crate::messages::Messages;
use crate::schedule::plan::{Plan, today};
use crate::state::{CardState, Due};
use crate::stats::table::Cell;
use crate::typeset;
use chrono::Datelike;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// A span in its largest fitting unit: `45s`, `10m`, `3h`, `8d`, `2.5mo`, `1.2y`.
pub fn span(seconds: i64, words: &Messages) -> String {
    let seconds = seconds.max(0);
    let tenths = |unit: f64| {
        let value = seconds as f64 / unit;
        if value < 9.95 {
            format!("{value:.1}").trim_end_matches(".0").to_owned()
        } else {
            format!("{value:.0}")
        }
    };
    let month = 30.44 * DAY as f64;
    let (value, unit) = match seconds {
        ..MINUTE => (seconds.to_string(), words.names.seconds),
        MINUTE..HOUR => (((seconds + MINUTE / 2) / MINUTE).to_string(), words.names.minutes),
        HOUR..DAY => (((seconds + HOUR / 2) / HOUR).to_string(), words.names.hours),
        _ if seconds < 45 * DAY => ((seconds / DAY).to_string(), words.names.days),
        _ if seconds < 365 * DAY => (tenths(month), words.names.months),
        _ => (tenths(365.25 * DAY as f64), words.names.years),
    };
    format!("{value}{unit}")
}

/// How long until `due`, counted in whole days where it is a day.
pub fn until(due: Due, now: Moment, words: &Messages) -> String {
    span(seconds_until(due, now), words)
}

/// Why what was typed is no day to come.
pub fn no_day(text: &str, today: Day, words: &Messages) -> String {
    let home = words.home;
    match day::why_no_day(text, today) {
        NoDay::Past(day) => (home.past_day)(text, day),
        NoDay::TooFar(day) => (home.far_day)(text, day),
        NoDay::OtherWeekday(day) => (home.other_weekday)(text, &self::day(day, words)),
        NoDay::NotInCalendar => (home.no_such_day)(text),
        NoDay::NotInLunarTable => (home.no_lunar_day)(text),
        NoDay::Unknown => (home.no_day)(text),
    }
}

/// How a day and its hour were read, where another one may have been meant.
pub fn read_as(date: &TypedDate, words: &Messages) -> Option<String> {
    let home = words.home;
    let day = self::day(date.day, words);
    let of_day = match date.basis {
        DayBasis::Said => None,
        DayBasis::About => Some((home.day_about)(&day)),
        DayBasis::After(past) => Some((home.day_after)(past, &day)),
        DayBasis::HourAlone => Some((home.day_of_hour)(&day)),
    };
    let of_hour = date.hour.and_then(|hour| hour_read_as(hour, words));
    let read = of_day.into_iter().chain(of_hour).collect::<Vec<_>>().join(home.between_sentences);
    (!read.is_empty()).then_some(read)
}

/// How an hour was read, where another one may have been meant.
pub fn hour_read_as(hour: TypedHour, words: &Messages) -> Option<String> {
    match hour.basis {
        HourBasis::Said => None,
        HourBasis::Afternoon => Some((words.home.hour_of_afternoon)(hour.time)),
        HourBasis::PartOfDay => Some((words.home.hour_of_part)(hour.time)),
    }
}

/// When a card in this state comes back, seen from now. Under a plan a failed card has no time: where it comes
/// `again` today, it comes when nothing else pays more.
pub fn comes_back(state: &CardState, again: Day, desk: &Desk, words: &Messages) -> String {
    match today::comes_back(state, again, desk) {
        None => String::new(),
        Some(Due::At(_)) if Plan::in_force(desk).is_some() => words.plan.likely_today.to_owned(),
        Some(due) => until(due, desk.now, words),
    }
}

/// Seconds until `due`; a day counts as 86 400.
pub fn seconds_until(due: Due, now: Moment) -> i64 {
    match due {
        Due::At(at) => at.seconds_since(now.at),
        Due::On(day) => i64::from(day.days_since(now.day)) * DAY,
    }
}

/// A day with its weekday: `2026-12-06 Sun`.
pub fn day(day: Day, words: &Messages) -> String {
    let weekday = (words.names.weekday)(day.date().weekday());
    format!("{day} {weekday}")
}

/// An instant in the future, seen from now: `in 8m`.
pub fn from_now(at: At, now: Moment, words: &Messages) -> String {
    // Rounded up, so that a card said to come in 8 minutes is there after 8 minutes.
    let seconds = (at.0 - now.at.0 + 999).div_euclid(1000).max(0);
    let rounded =
        if (MINUTE..HOUR).contains(&seconds) { (seconds + MINUTE - 1) / MINUTE * MINUTE } else { seconds };
    (words.after)(&span(rounded, words))
}

/// A figure of the statistics as it stands on a screen.
pub(crate) fn figure(cell: &Cell) -> String {
    match cell {
        Cell::Question(question) => markdown_text(question),
        cell => cell.shown(),
    }
}

/// Markdown as one line of plain text.
pub(crate) fn markdown_text(source: &str) -> String {
    typeset::plain(source)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Lang;
    use crate::messages;

    #[test]
    fn spans_take_their_largest_unit() {
        for (seconds, text) in [
            (-5, "0s"),
            (45, "45s"),
            (60, "1m"),
            (330, "6m"),
            (7200, "2h"),
            (2 * DAY, "2d"),
            (44 * DAY, "44d"),
            (76 * DAY, "2.5mo"),
            (365 * DAY, "1y"),
            (36_500 * DAY, "100y"),
        ] {
            assert_eq!(span(seconds, messages::of(Lang::En)), text);
        }
        assert_eq!(span(600, messages::of(Lang::Zh)), "10 分钟");
    }
}
