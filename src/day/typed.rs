//! A day as people type it: `2026-12-08`, `12-8`, `8.12.`, `8 Dec`, `12月8日`, `8号`, `+10d`, `2w`, `friday`, `下周五`,
//! `next tuesday`, `tomorrow`, `12月中旬`, `around the 10th`, `腊月二十`; with the hour behind it: `明天下午两点`.

mod ahead;
mod alone;
mod date;
mod feast;
mod lunar;
mod month;
mod near;
mod read;
mod weekday;

pub use read::DayBasis;

use super::Day;
use super::about;
use super::hour::{TimeOfDay, TypedHour, chinese_number, lowered};
use super::parts::DayPart;
use chrono::Datelike;
use read::ReadDay;

/// What was typed for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedDay {
    /// This day.
    On(TypedDate),
    /// None at all.
    Never,
}

/// A day to come as it was typed, with its hour where one is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedDate {
    /// The day.
    pub day: Day,
    /// What it follows from.
    pub basis: DayBasis,
    /// The hour on it.
    pub hour: Option<TypedHour>,
}

impl TypedDate {
    /// A day that was told as it is.
    pub fn told(day: Day) -> TypedDate {
        TypedDate { day, basis: DayBasis::Said, hour: None }
    }
}

/// Why a text is no day to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDay {
    /// It says a day that is past.
    Past(Day),
    /// It says a day that is too far away.
    TooFar(Day),
    /// It says a date with another day of the week than this one has: `12月15日周三`.
    OtherWeekday(Day),
    /// It is written like a date that no calendar has: `31.11.`.
    NotInCalendar,
    /// It says a day of the lunar calendar that is not in the table.
    NotInLunarTable,
    /// It is not understood.
    Unknown,
}

/// Further days than this are a slip.
const FARTHEST: i64 = 36_525;

/// What is so many years from this one is a year and no time of day.
const YEARS: i32 = 10;

/// Longer texts say no day with its hour.
const LONGEST: usize = 100;

/// Reads a day with the hour behind it, where one is said, seen from today: `8 Dec 2pm`, `2026-12-08T14:00`,
/// `明天下午两点`; a day without a year is the next one. `None` where it is no day, or none to come.
pub fn typed(text: &str, today: Day) -> Option<TypedDay> {
    if matches!(bare(text).day.as_str(), "none" | "no" | "never" | "-" | "无" | "没有" | "不定") {
        return Some(TypedDay::Never);
    }
    let hour_alone = || {
        let hour = Some(TypedHour::alone(text)?);
        Some(TypedDate { day: today, basis: DayBasis::HourAlone, hour })
    };
    dated(text, today).or_else(|| with_hour(text, today)).or_else(hour_alone).map(TypedDay::On)
}

/// The day to come that a text says, whatever hour it is.
fn dated(text: &str, today: Day) -> Option<TypedDate> {
    let bare = bare(text);
    let ReadDay { day, basis } = bare.read(today).filter(|read| is_ahead(read.day, today))?;
    Some(TypedDate { day, basis, hour: bare.part.map(TypedHour::of_part) })
}

fn is_ahead(day: Day, today: Day) -> bool {
    day >= today && i64::from(day.days_since(today)) <= FARTHEST
}

/// The same with an hour of its own behind the day.
fn with_hour(text: &str, today: Day) -> Option<TypedDate> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let ends = text.char_indices().map(|(at, _)| at).skip(1);
    let mut parted = ends.filter_map(|at| {
        let (day, hour) = text.split_at(at);
        // Two figures beside each other are those of one number.
        let is_apart =
            |letter: char| !letter.is_alphanumeric() && !matches!(letter, '.' | ':' | '-' | '/' | '+');
        let is_end = |letter: char| is_apart(letter) || !letter.is_ascii();
        if !day.ends_with(is_end) && !hour.starts_with(is_end) && !hour.starts_with(['T', 't']) {
            return None;
        }
        let hour = hour.trim_start_matches([',', '，', ' ']);
        // What stands behind the day says that this is not certain.
        if ["左右", "前后", "前後", "上下"].iter().any(|word| hour.starts_with(word)) {
            return None;
        }
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
        let hour = match bare(day).part {
            // Twelve at night belongs to the next day as well as to this one.
            Some(DayPart::Night) if hour.time.minutes() % (12 * 60) == 0 => return None,
            Some(part) => hour.in_half(part.is_second()),
            None => hour,
        };
        Some(TypedDate { hour: Some(hour), ..dated(day, today)? })
    });
    // Of what can be parted in several places, the hour has as much as it can.
    parted.next()
}

/// Why [`typed`] reads no day to come.
pub fn why_no_day(text: &str, today: Day) -> NoDay {
    let bare = bare(text);
    let text = bare.day.as_str();
    if let Some(ReadDay { day, .. }) = bare.read(today) {
        return if day < today { NoDay::Past(day) } else { NoDay::TooFar(day) };
    }
    let said = date::said(text, today);
    let by_date = said.and_then(|said| said.day(today)).map(|read| read.day);
    match by_date.or_else(|| alone::in_month(text, today)).filter(|day| !weekday::agrees(text, *day)) {
        Some(day) => NoDay::OtherWeekday(day),
        None if said.is_some_and(date::Said::is_no_day) => NoDay::NotInCalendar,
        None if lunar::said(text, today).is_some() => NoDay::NotInLunarTable,
        None => NoDay::Unknown,
    }
}

/// A text as its day is read.
struct BareDay {
    /// The day without what stands beside it: `明天下午` and `friday morning` are days.
    day: String,
    /// The part of the day beside it.
    part: Option<DayPart>,
    /// Whether a word says that it is not certain.
    is_about: bool,
}

impl BareDay {
    /// The day, also one that is past or too far away.
    fn read(&self, today: Day) -> Option<ReadDay> {
        let read = alone::by_itself(&self.day, today).or_else(|| near::day(&self.day, today));
        read.map(|read| if self.is_about { read.not_certain() } else { read })
    }
}

fn bare(text: &str) -> BareDay {
    let (text, is_about) = about::without(&plain(text));
    let beside = DayPart::beside(&text).map(|(day, part)| (day.trim(), part));
    let (day, part) = match beside.filter(|(day, _)| !day.is_empty()) {
        Some(("this", part)) => ("today", Some(part)),
        Some((day, part)) => (day, Some(part)),
        None => (text.as_str(), None),
    };
    BareDay { day: day.to_owned(), part, is_about }
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
    let text = lowered(text);
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
