//! Days that are said without another one: by a name, a weekday, a date, or how far ahead they are.

use super::super::Day;
use super::read::ReadDay;
use super::{ahead, date, feast, lunar, month, weekday};
use chrono::{Datelike, NaiveDate};

/// The day that a text says without another one.
pub(super) fn by_itself(text: &str, today: Day) -> Option<ReadDay> {
    let days = match text {
        "today" | "tonight" | "今天" | "今日" => Some(0),
        "tomorrow" | "tmrw" | "tmr" | "明天" | "明日" => Some(1),
        "day after tomorrow" | "the day after tomorrow" | "后天" => Some(2),
        "大后天" => Some(3),
        _ => weekday::ahead(text, today),
    };
    let weeks = match text {
        "next week" | "下周" | "下星期" | "下礼拜" | "下个礼拜" | "下个星期" => Some(1),
        "下下周" | "下下星期" | "下下个星期" | "下下礼拜" | "the week after next" | "week after next" => {
            Some(2)
        }
        _ => None,
    };
    if let Some(weeks) = weeks {
        return Some(ReadDay::about(today.plus(7 * weeks)));
    }
    let agrees = |read: &ReadDay| weekday::agrees(text, read.day);
    let days = days.map(|days| today.plus(days)).or_else(|| ahead::ahead(text, today));
    days.map(ReadDay::said)
        .or_else(|| feast::named(text, today))
        .or_else(|| lunar::said(text, today)?.day(today))
        .or_else(|| month::part_of(text, today))
        .or_else(|| in_month(text, today).map(ReadDay::said).filter(agrees))
        .or_else(|| date::said(text, today)?.day(today).filter(agrees))
}

/// A day of a month that is not said, `8号`, `the 8th` or `Friday the 11th`: the next such day.
pub(super) fn in_month(text: &str, today: Day) -> Option<Day> {
    let ends = ["号", "日", "st", "nd", "rd", "th"];
    let text = date::without_weekday(text);
    let text = text.strip_prefix("the ").unwrap_or(text);
    let number: u32 = ends.iter().find_map(|end| text.strip_suffix(end))?.trim().parse().ok()?;
    let (year, month) = (today.date().year(), today.date().month0() as i32);
    let in_month = |later: i32| {
        let months = month + later;
        NaiveDate::from_ymd_opt(year + months / 12, (months % 12) as u32 + 1, number).map(Day::of)
    };
    (0..12).filter_map(in_month).find(|day| *day >= today)
}
