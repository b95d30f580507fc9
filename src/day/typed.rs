//! A day as people type it: `2026-12-08`, `12-8`, `8.12.`, `8 Dec`, `12月8日`, `8号`, `+10d`, `2w`, `friday`, `下周五`,
//! `next tuesday`, `tomorrow`, `明天`.

use super::Day;
use super::hour::{chinese_number, narrow};
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
const FARTHEST: i64 = 36_525;

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
        "tomorrow" | "明天" | "明日" => Some(1),
        "day after tomorrow" | "the day after tomorrow" | "后天" => Some(2),
        "大后天" => Some(3),
        "next week" | "in a week" | "a week from now" | "下周" | "下星期" => Some(7),
        "in a fortnight" | "a fortnight" | "半个月" | "半个月后" | "半月后" => Some(14),
        _ => None,
    };
    let days = days.or_else(|| ahead(&text)).or_else(|| to_weekday(&text, today));
    let day = days.map(|days| today.plus(days)).or_else(|| in_named_month(&text, today));
    day.or_else(|| in_month(&text, today)).or_else(|| date(&text, today))
}

/// The same as [`plain`] without the part of the day behind it: `明天下午` and `friday morning` are days.
fn bare(text: &str) -> String {
    const PARTS: [&str; 12] = [
        "早上",
        "上午",
        "中午",
        "下午",
        "傍晚",
        "晚上",
        " morning",
        " afternoon",
        " evening",
        " at noon",
        " noon",
        " night",
    ];
    let text = plain(text);
    let part =
        PARTS.iter().find_map(|part| text.strip_suffix(part)).map(str::trim).filter(|rest| !rest.is_empty());
    part.map_or(text.clone(), str::to_owned)
}

/// A text in small narrow letters, with Chinese numbers in digits.
fn plain(text: &str) -> String {
    in_digits(&text.trim().to_lowercase().chars().map(narrow).collect::<String>())
}

/// The same with Chinese numbers up to 999 in digits, where they count days or months: `十二月九号` is `12月9号`.
fn in_digits(text: &str) -> String {
    let (mut out, mut run) = (String::new(), String::new());
    for letter in text.chars() {
        if "零〇一二两三四五六七八九十百".contains(letter) {
            run.push(letter);
            continue;
        }
        match chinese_number(&run).filter(|_| "月日号天个周星礼".contains(letter)) {
            Some(number) => out.push_str(&number.to_string()),
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
    let rest = text.trim_start_matches('+').trim_start_matches("in ").trim();
    let rest = ["以后", "之后", "后", " from now", " from today"]
        .iter()
        .find_map(|end| rest.strip_suffix(end))
        .unwrap_or(rest);
    let rest = rest.trim();
    let digits = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let count: i64 = rest[..digits].parse().ok()?;
    let factor = match rest[digits..].trim() {
        "" if is_marked => 1,
        "d" | "day" | "days" | "天" => 1,
        "日" if text.ends_with('后') => 1,
        "w" | "week" | "weeks" | "周" | "星期" | "个星期" => 7,
        "m" | "mo" | "month" | "months" | "个月" => 30,
        _ => return None,
    };
    count.checked_mul(factor)
}

/// Days until a weekday, `fri` or `周五`: the next one, which is not today; `下周五` is that of the next week,
/// `下下周五` of the one behind it, and `本周五` that of this week, which may be past.
fn to_weekday(text: &str, today: Day) -> Option<i64> {
    let now = i64::from(today.date().weekday().num_days_from_monday());
    if let Some(rest) = ["本", "这个", "这"].iter().find_map(|this| text.strip_prefix(this)) {
        return Some(chinese_weekday(rest)? - now);
    }
    let name = text.trim_start_matches('下');
    let mut weeks = text.chars().count() as i64 - name.chars().count() as i64;
    let mut name = if weeks > 0 { name.strip_prefix('个').unwrap_or(name) } else { name };
    if let Some(rest) = name.strip_prefix("next ") {
        (weeks, name) = (1, rest.trim());
    }
    let is_chinese = text.starts_with('下');
    let name = name.strip_prefix("this ").or_else(|| name.strip_prefix("on ")).unwrap_or(name);
    let wanted = match chinese_weekday(name) {
        Some(day) => day,
        None if is_chinese || name.len() < 3 => return None,
        None if name == "weekend" => 5,
        None => WEEKDAYS.iter().position(|known| known.starts_with(name))? as i64,
    };
    Some(if weeks > 0 { 7 * weeks - now + wanted } else { (wanted - now + 6).rem_euclid(7) + 1 })
}

/// Which day of the week a Chinese name says, Monday being the first: `周五`, `星期天`, `周末`.
fn chinese_weekday(name: &str) -> Option<i64> {
    let day = ["周", "星期", "礼拜"].iter().find_map(|week| name.strip_prefix(week))?;
    match day {
        "天" => Some(6),
        "末" => Some(5),
        day => ["一", "二", "三", "四", "五", "六", "日"]
            .iter()
            .position(|known| *known == day)
            .map(|at| at as i64),
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
    let named_month = text.contains('月');
    // Who parts with dots and begins with the day ends with one, or with the year.
    let by_dots = text.contains('.') && !text.contains(['-', '/']) && !named_month;
    let (year, month, day) = match parts[..] {
        [whole] if whole.len() == 8 && whole.bytes().all(|byte| byte.is_ascii_digit()) => {
            (number(&whole[..4]), number(&whole[4..6])?, number(&whole[6..])?)
        }
        [one, other] if by_dots && month_of(one).or(month_of(other)).is_none() => {
            return dotted(number(one)?, number(other)?, text.ends_with('.'), today);
        }
        [day, month, year] if by_dots && year.len() == 4 && month_of(day).or(month_of(month)).is_none() => {
            (number(year), number(month)?, number(day)?)
        }
        [year, month, day] if year.len() == 4 => (number(year), number(month)?, number(day)?),
        [one, other] => match (month_of(one), month_of(other)) {
            (Some(month), _) => (None, month, number(other)?),
            (_, Some(month)) => (None, month, number(one)?),
            // `13/12`: there is no thirteenth month.
            _ => match (number(one)?, number(other)?) {
                (day @ 13.., month) if !named_month => (None, month, day),
                (month, day) => (None, month, day),
            },
        },
        [one, other, year] => match (month_of(one), month_of(other)) {
            (Some(month), _) => (Some(number(year)?), month, number(other)?),
            (_, Some(month)) => (Some(number(year)?), month, number(one)?),
            _ => return None,
        },
        _ => return None,
    };
    match year {
        Some(year) => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).map(Day::of),
        None => next(month, day, today),
    }
}

/// The next such day; a leap day may be years away.
fn next(month: u32, day: u32, today: Day) -> Option<Day> {
    let in_year = |later: i32| NaiveDate::from_ymd_opt(today.date().year() + later, month, day).map(Day::of);
    (0..5).filter_map(in_year).find(|day| *day >= today)
}

/// `8.12.` begins with the day; `12.8` may begin with either, and the sooner day is meant.
fn dotted(one: u32, other: u32, ends_with_dot: bool, today: Day) -> Option<Day> {
    let (by_day, by_month) = (next(other, one, today), next(one, other, today));
    match ends_with_dot {
        true => by_day.or(by_month),
        false => by_day.into_iter().chain(by_month).min(),
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
            ("两天后", Some("2026-12-01")),
            ("8.12.", Some("2026-12-08")),
            ("12.8.", Some("2027-08-12")),
            ("8.12", Some("2026-12-08")),
            ("12.8", Some("2026-12-08")),
            ("12。8", Some("2026-12-08")),
            ("8.12.2026", Some("2026-12-08")),
            ("2026.12.8", Some("2026-12-08")),
            ("8/12", Some("2027-08-12")),
            ("13月1日", None),
            ("8 dec foo", None),
            ("8 dec 2pm", None),
            ("8号", Some("2026-12-08")),
            ("8日", Some("2026-12-08")),
            ("30号", Some("2026-11-30")),
            ("8日后", Some("2026-12-07")),
            ("the 8th", Some("2026-12-08")),
            ("32号", None),
            ("两周后", Some("2026-12-13")),
            ("2周", Some("2026-12-13")),
            ("两个星期后", Some("2026-12-13")),
            ("一百天后", Some("2027-03-09")),
            ("一百二十天后", Some("2027-03-29")),
            ("下周二", Some("2026-12-01")),
            ("下下周二", Some("2026-12-08")),
            ("next tuesday", Some("2026-12-01")),
            ("this friday", Some("2026-12-04")),
            ("next week", Some("2026-12-06")),
            ("20261208", Some("2026-12-08")),
            ("20261308", None),
            ("Dec 8, 2026", Some("2026-12-08")),
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
            ("2199-01-01", None),
            ("本周日", Some("2026-11-29")),
            ("这周日", Some("2026-11-29")),
            ("本周六", None),
            ("下周末", Some("2026-12-05")),
            ("周末", Some("2026-12-05")),
            ("半个月后", Some("2026-12-13")),
            ("in a fortnight", Some("2026-12-13")),
            ("in a week", Some("2026-12-06")),
            ("3 days from now", Some("2026-12-02")),
            ("10天以后", Some("2026-12-09")),
            ("十天之后", Some("2026-12-09")),
            ("月底", Some("2026-11-30")),
            ("下个月底", Some("2026-12-31")),
            ("end of the month", Some("2026-11-30")),
            ("年底", Some("2026-12-31")),
            ("下个月5号", Some("2026-12-05")),
            ("下月五号", Some("2026-12-05")),
            ("下下个月1日", Some("2027-01-01")),
            ("下个月32号", None),
            ("本月5号", None),
            ("明天下午", Some("2026-11-30")),
            ("后天 下午", Some("2026-12-01")),
            ("12月8号晚上", Some("2026-12-08")),
            ("friday morning", Some("2026-12-04")),
            ("day after tomorrow", Some("2026-12-01")),
            ("下午", None),
            ("soon", None),
            ("", None),
        ] {
            let read = day.map(|day| TypedDay::On(Day::parse(day).unwrap()));
            assert_eq!(typed(text, today), read, "{text}");
        }
        assert_eq!(meant("2026-11-28", today), Day::parse("2026-11-28"), "a day that is past is one");
        assert_eq!(meant("本周六", today), Day::parse("2026-11-28"), "so is one of this week");
        assert_eq!(meant("sooner", today), None);
        for text in ["none", " None ", "无"] {
            assert_eq!(typed(text, today), Some(TypedDay::Never), "{text}");
        }
    }
}
