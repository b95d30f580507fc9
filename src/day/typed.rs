//! A day as people type it: `2026-12-08`, `12-8`, `8.12.`, `8 Dec`, `12月8日`, `8号`, `+10d`, `2w`, `friday`, `下周五`,
//! `next tuesday`, `tomorrow`, `明天`.

mod ahead;
mod alone;
mod date;
mod feast;
mod near;
mod weekday;

use super::Day;
use super::hour::{TimeOfDay, TypedHour, chinese_number, narrow};
use super::parts::DayPart;
use chrono::Datelike;

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
    alone::by_itself(&text, today).or_else(|| near::day(&text, today))
}

/// The day that a text says by its date, with another day of the week than it has: `12月15日周三`.
pub fn on_other_weekday(text: &str, today: Day) -> Option<Day> {
    let text = bare(text);
    let day =
        date::said(&text, today).and_then(|said| said.day(today)).or_else(|| alone::in_month(&text, today));
    day.filter(|day| meant(&text, today).is_none() && !weekday::agrees(&text, *day))
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
        // Noon is a part of the day and an hour.
        let is_noon = DayPart::behind(&plain(text)).is_some_and(|(_, part)| part == DayPart::Noon);
        let is_day = is_noon && matches!(day, TypedDay::On(_));
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
        let hour = match DayPart::behind(&plain(day)) {
            // Twelve at night belongs to the next day as well as to this one.
            Some((_, DayPart::Night)) if hour.time.minutes() % (12 * 60) == 0 => return None,
            Some((_, part)) => hour.in_half(part.is_second()),
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
    let day = DayPart::behind(&text).map(|(day, _)| day.trim());
    match day.filter(|day| !day.is_empty()) {
        Some("this") => "today".to_owned(),
        Some(day) => day.to_owned(),
        None => text,
    }
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
        if "零〇一二两三四五六七八九十百廿卅".contains(letter) {
            run.push(letter);
            continue;
        }
        let year = figures(&run).filter(|_| letter == '年');
        let number = || chinese_number(&run).map(|number| number.to_string());
        match year.or_else(number).filter(|_| "年月日号天个周星礼".contains(letter)) {
            Some(number) => out.push_str(&number),
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

/// A year as its figures are said one by one: `二〇二六`.
fn figures(run: &str) -> Option<String> {
    let digit = |letter: char| match letter {
        '零' | '〇' => Some(0),
        letter => chinese_number(&letter.to_string()).filter(|digit| *digit < 10),
    };
    let all: Option<String> = run.chars().map(|letter| Some(digit(letter)?.to_string())).collect();
    all.filter(|all| all.len() == 4)
}

#[cfg(test)]
mod tests;
