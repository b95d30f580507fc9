//! A day as people type it: `2026-12-08`, `12-8`, `8 Dec`, `12月8日`, `+10d`, `2w`, `friday`, `下周五`, `tomorrow`,
//! `明天`.

use super::Day;
use chrono::{Datelike, NaiveDate};

/// What was typed for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedDay {
    /// This day.
    On(Day),
    /// None at all.
    Never,
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Further days than this are a slip.
const FARTHEST: i64 = 3_650;

/// Reads it, seen from today; a day without a year is the next one. `None` where it is no day.
pub fn typed(text: &str, today: Day) -> Option<TypedDay> {
    let text: String = text.trim().to_lowercase().chars().map(narrow).collect();
    let text = in_digits(&text);
    match text.as_str() {
        "none" | "no" | "never" | "-" | "无" | "没有" | "不定" => return Some(TypedDay::Never),
        "today" | "今天" => return Some(TypedDay::On(today)),
        "tomorrow" | "明天" => return Some(TypedDay::On(today.plus(1))),
        "后天" => return Some(TypedDay::On(today.plus(2))),
        "大后天" => return Some(TypedDay::On(today.plus(3))),
        _ => {}
    }
    let days = ahead(&text).or_else(|| to_weekday(&text, today));
    let day = days.map(|days| today.plus(days)).or_else(|| date(&text, today))?;
    (day >= today && i64::from(day.days_since(today)) <= FARTHEST).then_some(TypedDay::On(day))
}

fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        letter => letter,
    }
}

/// The same with Chinese numbers up to 99 in digits, where they count days or months: `十二月九号` is `12月9号`.
fn in_digits(text: &str) -> String {
    const DIGITS: &str = "一二三四五六七八九";
    let digit = |letter: char| DIGITS.chars().position(|known| known == letter).map(|at| at + 1);
    let (mut out, mut run) = (String::new(), String::new());
    for letter in text.chars() {
        if digit(letter).is_some() || letter == '十' {
            run.push(letter);
            continue;
        }
        let (tens, ones) = run.split_once('十').map_or(("", run.as_str()), |(tens, ones)| (tens, ones));
        let value =
            |text: &str| (text.chars().count() < 2).then(|| text.chars().next().map_or(Some(0), digit))?;
        let tens = if !run.contains('十') {
            Some(0)
        } else if tens.is_empty() {
            Some(1)
        } else {
            value(tens)
        };
        match tens.zip(value(ones)).filter(|_| !run.is_empty() && "月日号天个周".contains(letter)) {
            Some((tens, ones)) => out.push_str(&(tens * 10 + ones).to_string()),
            None => out.push_str(&run),
        }
        run.clear();
        out.push(letter);
    }
    out + &run
}

/// Days from today: `+10`, `10d`, `+2 weeks`, `in 3 days`, `10 天后`. A number alone may be anything.
fn ahead(text: &str) -> Option<i64> {
    let is_marked = text.starts_with('+') || text.starts_with("in ");
    let rest = text.trim_start_matches('+').trim_start_matches("in ").trim().trim_end_matches('后').trim();
    let digits = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let count: i64 = rest[..digits].parse().ok()?;
    let factor = match rest[digits..].trim() {
        "" if is_marked => 1,
        "d" | "day" | "days" | "天" | "日" => 1,
        "w" | "week" | "weeks" | "周" | "星期" | "个星期" => 7,
        "m" | "mo" | "month" | "months" | "个月" => 30,
        _ => return None,
    };
    count.checked_mul(factor)
}

/// Days until a weekday, `fri` or `周五`: the next one, which is not today; `下周五` is that of the next week.
fn to_weekday(text: &str, today: Day) -> Option<i64> {
    let (is_next_week, name) = match text.strip_prefix('下') {
        Some(rest) => (true, rest.strip_prefix('个').unwrap_or(rest)),
        None => (false, text),
    };
    let wanted = match ["周", "星期", "礼拜"].iter().find_map(|week| name.strip_prefix(week)) {
        Some("天") => 6,
        Some(day) => ["一", "二", "三", "四", "五", "六", "日"].iter().position(|known| *known == day)?,
        None if is_next_week || name.len() < 3 => return None,
        None => WEEKDAYS.iter().position(|known| known.starts_with(name))?,
    };
    let (wanted, now) = (wanted as i64, i64::from(today.date().weekday().num_days_from_monday()));
    Some(if is_next_week { 7 - now + wanted } else { (wanted - now + 6).rem_euclid(7) + 1 })
}

fn date(text: &str, today: Day) -> Option<Day> {
    let month_of = |word: &str| {
        MONTHS.iter().position(|month| word.len() >= 3 && word.starts_with(month)).map(|at| at as u32 + 1)
    };
    let parts: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric() || "年月日号".contains(letter))
        .filter(|part| !part.is_empty())
        .collect();
    let number = |part: &str| {
        let digits =
            ["st", "nd", "rd", "th"].iter().find_map(|ending| part.strip_suffix(ending)).unwrap_or(part);
        digits.parse::<u32>().ok()
    };
    let (year, month, day) = match parts[..] {
        [year, month, day] if year.len() == 4 => (number(year), number(month)?, number(day)?),
        [one, other] => match (month_of(one), month_of(other)) {
            (Some(month), _) => (None, month, number(other)?),
            (_, Some(month)) => (None, month, number(one)?),
            // `13/12`: there is no thirteenth month.
            _ => match (number(one)?, number(other)?) {
                (day @ 13.., month) => (None, month, day),
                (month, day) => (None, month, day),
            },
        },
        [one, other, year] => match (month_of(one), month_of(other)) {
            (Some(month), _) => (number(year), month, number(other)?),
            (_, Some(month)) => (number(year), month, number(one)?),
            _ => return None,
        },
        _ => return None,
    };
    let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month, day).map(Day::of);
    match year {
        Some(year) => in_year(i32::try_from(year).ok()?),
        // Without a year it is the next such day; a leap day may be years away.
        None => (0..5).filter_map(|later| in_year(today.date().year() + later)).find(|day| *day >= today),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_type_them() {
        let today = Day::parse("2026-11-29").unwrap();
        for (text, day) in [
            ("2026-12-08", Some("2026-12-08")),
            ("2026/12/8", Some("2026-12-08")),
            ("12-8", Some("2026-12-08")),
            ("1/15", Some("2027-01-15")),
            ("8 Dec", Some("2026-12-08")),
            ("Dec 8th", Some("2026-12-08")),
            ("December 8, 2026", Some("2026-12-08")),
            ("12月8日", Some("2026-12-08")),
            ("2026年12月8号", Some("2026-12-08")),
            ("+10d", Some("2026-12-09")),
            ("＋１０", Some("2026-12-09")),
            ("2 weeks", Some("2026-12-13")),
            ("Fri", Some("2026-12-04")),
            ("sunday", Some("2026-12-06")),
            ("周一", Some("2026-11-30")),
            ("星期天", Some("2026-12-06")),
            ("下周一", Some("2026-11-30")),
            ("下个星期五", Some("2026-12-04")),
            ("下五", None),
            ("fr", None),
            ("10天后", Some("2026-12-09")),
            ("十天后", Some("2026-12-09")),
            ("两天后", None),
            ("大后天", Some("2026-12-02")),
            ("十二月九号", Some("2026-12-09")),
            ("十二月二十一日", Some("2026-12-21")),
            ("星期一", Some("2026-11-30")),
            ("13/12", Some("2026-12-13")),
            ("13.12.", Some("2026-12-13")),
            ("13/13", None),
            ("3 3qqq", None),
            ("8thx Dec", None),
            ("in 3 days", Some("2026-12-02")),
            ("today", Some("2026-11-29")),
            ("明天", Some("2026-11-30")),
            ("2-29", Some("2028-02-29")),
            ("2026-11-28", None),
            ("2026-13-01", None),
            ("10", None),
            ("+99999999999999999999d", None),
            ("2099-01-01", None),
            ("soon", None),
            ("", None),
        ] {
            let read = day.map(|day| TypedDay::On(Day::parse(day).unwrap()));
            assert_eq!(typed(text, today), read, "{text}");
        }
        for text in ["none", " None ", "无"] {
            assert_eq!(typed(text, today), Some(TypedDay::Never), "{text}");
        }
    }
}
