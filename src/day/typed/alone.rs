//! Days that are said without another one: by a name, a weekday, a date, or how far ahead they are.

use super::super::Day;
use super::{ahead, date, feast, weekday};
use chrono::{Datelike, NaiveDate};

/// The day that a text says without another one.
pub(super) fn by_itself(text: &str, today: Day) -> Option<Day> {
    let days = match text {
        "today" | "tonight" | "今天" | "今日" => Some(0),
        "tomorrow" | "tmrw" | "tmr" | "明天" | "明日" => Some(1),
        "day after tomorrow" | "the day after tomorrow" | "后天" => Some(2),
        "大后天" => Some(3),
        "next week" | "下周" | "下星期" | "下礼拜" | "下个礼拜" => Some(7),
        "a fortnight" | "半个月" | "半个月后" | "半月后" => Some(14),
        _ => None,
    };
    let days = days.or_else(|| weekday::ahead(text, today));
    let day = days.map(|days| today.plus(days)).or_else(|| ahead::ahead(text, today));
    let day = day.or_else(|| feast::named(text, today));
    let day = day.or_else(|| in_named_month(text, today));
    let in_month = || in_month(text, today).filter(|day| weekday::agrees(text, *day));
    let day = day.or_else(in_month);
    let dated = || date::said(text, today)?.day(today).filter(|day| weekday::agrees(text, *day));
    day.or_else(dated)
}

/// A day of a month that is said by its place or its end: `下个月5号`, `月底`, `end of next month`, `年底`.
fn in_named_month(text: &str, today: Day) -> Option<Day> {
    let (year, month) = (today.date().year(), today.date().month());
    if matches!(text, "年底" | "年末" | "end of year" | "end of the year") {
        return NaiveDate::from_ymd_opt(year, 12, 31).map(Day::of);
    }
    let later = |months: u32| {
        let month = month - 1 + months;
        NaiveDate::from_ymd_opt(year + (month / 12) as i32, month % 12 + 1, 1)
    };
    let last = |months: u32| later(months + 1)?.pred_opt().map(Day::of);
    let rest = text.strip_prefix("end of ").map(|rest| rest.trim_start_matches("the "));
    match rest {
        Some("month" | "this month") => return last(0),
        Some("next month") => return last(1),
        _ => {}
    }
    let months = ["下下个月", "下下月", "下个月", "下月", "本月", "这个月", "这月"];
    let said = months.iter().position(|name| text.starts_with(name));
    let rest = said.map_or(text, |at| &text[months[at].len()..]).trim();
    let months = said.map_or(0, |at| [2, 2, 1, 1, 0, 0, 0][at]);
    match rest {
        "月底" | "月末" if said.is_none() => return last(0),
        "底" | "末" if said.is_some() => return last(months),
        "初" if said.is_some() => return later(months).map(Day::of),
        _ if said.is_none() => return None,
        _ => {}
    }
    let number: u32 = rest.strip_suffix(['号', '日'])?.parse().ok()?;
    later(months)?.with_day(number).map(Day::of)
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
