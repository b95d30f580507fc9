//! A day as people type it: `2026-12-08`, `12-8`, `8.12.`, `8 Dec`, `12月8日`, `8号`, `+10d`, `2w`, `friday`, `下周五`,
//! `next tuesday`, `tomorrow`, `明天`.

mod ahead;
mod date;
mod feast;
mod weekday;

use super::Day;
use super::hour::{TimeOfDay, TypedHour, chinese_number, narrow};
use chrono::{Datelike, NaiveDate};

/// What was typed for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedDay {
    /// This day.
    On(Day),
    /// None at all.
    Never,
}

/// Further days than this are a slip.
const FARTHEST: i64 = 36_525;

/// What is so many years from this one is a year and no time of day.
const YEARS: i32 = 10;

/// Longer texts say no day with its hour.
const LONGEST: usize = 100;

/// Reads it, seen from today; a day without a year is the next one. `None` where it is no day, or none to come.
pub fn typed(text: &str, today: Day) -> Option<TypedDay> {
    if matches!(bare(text).as_str(), "none" | "no" | "never" | "-" | "无" | "没有" | "不定") {
        return Some(TypedDay::Never);
    }
    let day = meant(text, today)?;
    (day >= today && i64::from(day.days_since(today)) <= FARTHEST).then_some(TypedDay::On(day))
}

/// The day that a text says, also one that is past or too far away.
pub fn meant(text: &str, today: Day) -> Option<Day> {
    let text = bare(text);
    let days = match text.as_str() {
        "today" | "tonight" | "今天" | "今日" => Some(0),
        "tomorrow" | "tmrw" | "tmr" | "明天" | "明日" => Some(1),
        "day after tomorrow" | "the day after tomorrow" | "后天" => Some(2),
        "大后天" => Some(3),
        "next week" | "下周" | "下星期" | "下礼拜" | "下个礼拜" => Some(7),
        "a fortnight" | "半个月" | "半个月后" | "半月后" => Some(14),
        _ => None,
    };
    let days = days.or_else(|| weekday::ahead(&text, today));
    let day = days.map(|days| today.plus(days)).or_else(|| ahead::ahead(&text, today));
    let day = day.or_else(|| feast::named(&text, today));
    let day = day.or_else(|| in_named_month(&text, today)).or_else(|| in_month(&text, today));
    let dated = || date::said(&text, today)?.day(today).filter(|day| weekday::agrees(&text, *day));
    day.or_else(dated)
}

/// Whether a text is written like a date that no calendar has, as `31.11.` is, or with another day of the week than
/// the date has.
pub fn is_no_day(text: &str, today: Day) -> bool {
    let text = bare(text);
    let is_none = |said: date::Said| {
        said.is_no_day() || said.day(today).is_some_and(|day| !weekday::agrees(&text, day))
    };
    date::said(&text, today).is_some_and(is_none)
}

/// A day with the hour behind it, where one is said: `8 Dec 2pm`, `2026-12-08T14:00`, `明天下午两点`.
pub fn with_hour(text: &str, today: Day) -> Option<(TypedDay, Option<TypedHour>)> {
    if let Some(day) = typed(text, today) {
        let text = plain(text);
        // Noon is a part of the day and an hour.
        let noon = ["中午", " noon"].iter().any(|noon| text.ends_with(noon));
        let is_day = noon && matches!(day, TypedDay::On(_));
        return Some((day, is_day.then(|| TypedHour::read("noon")).flatten()));
    }
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let ends = text.char_indices().map(|(at, _)| at).skip(1);
    let parted = ends.filter_map(|at| {
        let (day, hour) = text.split_at(at);
        // Two figures beside each other are those of one number.
        let is_apart =
            |letter: char| !letter.is_alphanumeric() && !matches!(letter, '.' | ':' | '-' | '/' | '+');
        let is_end = |letter: char| is_apart(letter) || !letter.is_ascii();
        if !day.ends_with(is_end) && !hour.starts_with(is_end) && !hour.starts_with(['T', 't']) {
            return None;
        }
        let hour = hour.trim_start_matches([',', '，', ' ']);
        // A year that is past is no hour: `12 Dec 2025`.
        let is_year = |number: i32| (number - today.date().year()).abs() <= YEARS;
        if hour.len() == 4 && hour.parse().is_ok_and(is_year) {
            return None;
        }
        let hour = match hour.strip_prefix(['T', 't']) {
            Some(clock) => TimeOfDay::parse(clock).map(TypedHour::told)?,
            None => TypedHour::read(hour)?,
        };
        let day = day.trim_end_matches([',', '，', ' ']);
        let hour = match part_of_day(&plain(day)) {
            // Twelve at night belongs to the next day as well as to this one.
            Some(("晚上" | " evening" | " night", _)) if hour.time.minutes() % (12 * 60) == 0 => {
                return None;
            }
            Some((_, is_second)) => hour.in_half(is_second),
            None => hour,
        };
        match typed(day, today)? {
            TypedDay::On(day) => Some((TypedDay::On(day), Some(hour))),
            TypedDay::Never => None,
        }
    });
    // Of what can be parted in several places, the hour has as much as it can.
    parted.into_iter().next()
}

/// The same as [`plain`] without the part of the day behind it: `明天下午` and `friday morning` are days.
fn bare(text: &str) -> String {
    let text = plain(text);
    let day = part_of_day(&text).map(|(part, _)| text.strip_suffix(part).unwrap_or(&text).trim());
    match day.filter(|day| !day.is_empty()) {
        Some("this") => "today".to_owned(),
        Some(day) => day.to_owned(),
        None => text,
    }
}

/// The part of the day that a text ends with, and whether it is the second half.
fn part_of_day(text: &str) -> Option<(&'static str, bool)> {
    const PARTS: [(&str, bool); 15] = [
        ("早上", false),
        ("早晨", false),
        ("清晨", false),
        ("凌晨", false),
        ("上午", false),
        ("中午", true),
        ("下午", true),
        ("傍晚", true),
        ("晚上", true),
        (" morning", false),
        (" afternoon", true),
        (" evening", true),
        (" at noon", true),
        (" noon", true),
        (" night", true),
    ];
    if text == "tonight" {
        return Some(("", true));
    }
    PARTS.into_iter().find(|(part, _)| text.ends_with(part))
}

/// A text in small narrow letters, with Chinese numbers in digits, and the short names of morning and evening in full.
fn plain(text: &str) -> String {
    const SHORT: [(&str, &str); 8] = [
        ("今早", "今天早上"),
        ("今晨", "今天早上"),
        ("今晚", "今天晚上"),
        ("明早", "明天早上"),
        ("明晨", "明天早上"),
        ("明晚", "明天晚上"),
        ("后早", "后天早上"),
        ("后晚", "后天晚上"),
    ];
    let text = text.trim().to_lowercase().chars().map(narrow).collect::<String>();
    let long = SHORT.iter().find_map(|(short, long)| Some((*long, text.strip_prefix(short)?)));
    in_digits(&long.map_or(text.clone(), |(long, rest)| format!("{long}{rest}")))
}

/// The same with Chinese numbers up to 999 in digits, where they count days or months: `十二月九号` is `12月9号`.
fn in_digits(text: &str) -> String {
    let (mut out, mut run) = (String::new(), String::new());
    for letter in text.chars() {
        if "零〇一二两三四五六七八九十百".contains(letter) {
            run.push(letter);
            continue;
        }
        match chinese_number(&run).filter(|_| "年月日号天个周星礼".contains(letter)) {
            Some(number) => out.push_str(&number.to_string()),
            None => out.push_str(&run),
        }
        run.clear();
        out.push(letter);
    }
    // `十二月十五` says a day at its end.
    match chinese_number(&run).filter(|_| out.ends_with('月')) {
        Some(number) => out + &number.to_string(),
        None => out + &run,
    }
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

/// A day of a month that is not said, `8号` or `the 8th`: the next such day.
fn in_month(text: &str, today: Day) -> Option<Day> {
    let ends = ["号", "日", "st", "nd", "rd", "th"];
    let text = text.strip_prefix("the ").unwrap_or(text);
    let number: u32 = ends.iter().find_map(|end| text.strip_suffix(end))?.trim().parse().ok()?;
    let (year, month) = (today.date().year(), today.date().month0() as i32);
    let in_month = |later: i32| {
        let months = month + later;
        NaiveDate::from_ymd_opt(year + months / 12, (months % 12) as u32 + 1, number).map(Day::of)
    };
    (0..12).filter_map(in_month).find(|day| *day >= today)
}

#[cfg(test)]
mod tests;
