//! A day as people type it: `2026-12-08`, `12-8`, `8.12.`, `8 Dec`, `12月8日`, `8号`, `+10d`, `2w`, `friday`, `下周五`,
//! `next tuesday`, `tomorrow`, `明天`.

mod ahead;
mod date;
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
        return Some((day, None));
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
        let hour = match hour.strip_prefix(['T', 't']) {
            Some(clock) => TimeOfDay::parse(clock).map(TypedHour::told)?,
            None => TypedHour::read(hour)?,
        };
        match typed(day.trim_end_matches([',', '，', ' ']), today)? {
            TypedDay::On(day) => Some((TypedDay::On(day), Some(hour))),
            TypedDay::Never => None,
        }
    });
    // Of what can be parted in several places, the hour has as much as it can.
    parted.into_iter().next()
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
            ("8th of December", Some("2026-12-08")),
            ("the 8th of Dec", Some("2026-12-08")),
            ("in two weeks", Some("2026-12-13")),
            ("a couple of weeks from now", Some("2026-12-13")),
            ("in three days", Some("2026-12-02")),
            ("two fruits", None),
            ("Tue, Dec 8", Some("2026-12-08")),
            ("Tuesday 8 Dec", Some("2026-12-08")),
            ("8 Dec (Tue)", Some("2026-12-08")),
            ("12月8日（周二）", Some("2026-12-08")),
            ("周二 12月8日", Some("2026-12-08")),
            ("星期二12月8日", Some("2026-12-08")),
            ("Sept 8, 2027", Some("2027-09-08")),
            ("08-12-2026", Some("2026-12-08")),
            ("13/12/2026", Some("2026-12-13")),
            ("12/13/2026", Some("2026-12-13")),
            ("13-13-2026", None),
            ("8 Dec 26", Some("2026-12-08")),
            ("Dec 8, 26", Some("2026-12-08")),
            ("8 Dec 126", None),
            ("2026 Dec 8", Some("2026-12-08")),
            ("十二月十五", Some("2026-12-15")),
            ("十二月", None),
            ("明年3月1日", Some("2027-03-01")),
            ("明年三月一号", Some("2027-03-01")),
            ("今年12-8", Some("2026-12-08")),
            ("今年1月1日", None),
            ("明年", None),
            ("半年后", Some("2027-05-29")),
            ("in half a year", Some("2027-05-29")),
            ("一年后", Some("2027-11-29")),
            ("一个月后", Some("2026-12-29")),
            ("两礼拜后", Some("2026-12-13")),
            ("三个礼拜后", Some("2026-12-20")),
            ("下礼拜五", Some("2026-12-04")),
            ("tmrw", Some("2026-11-30")),
            ("31.11.", None),
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

    #[test]
    fn a_date_that_no_calendar_has_is_told_from_what_is_no_date() {
        let today = Day::parse("2026-11-29").unwrap();
        for text in
            ["31.11.", "30.2.", "2026-02-30", "2027-02-29", "Nov 31", "31 November", "11月31日", "31/11/2026"]
                .into_iter()
                .chain(["Tue Dec 14", "Monday, 15 Dec 2026", "周二12月14日", "12月14日 星期三"])
        {
            assert!(is_no_day(text, today) && meant(text, today).is_none(), "{text}");
        }
        for text in ["29.2.", "2028-02-29", "8.12.", "13.13.", "soon", "2026-13-01", "10", "", "31.12."] {
            assert!(!is_no_day(text, today), "{text}");
        }
    }

    #[test]
    fn an_hour_may_stand_behind_the_day() {
        let today = Day::parse("2026-11-29").unwrap();
        for (text, day, hour) in [
            ("2026-12-08T14:00", "2026-12-08", Some("14:00")),
            ("2026-12-08t02:00", "2026-12-08", Some("02:00")),
            ("8 Dec 2pm", "2026-12-08", Some("14:00")),
            ("8 Dec, 14:00", "2026-12-08", Some("14:00")),
            ("8 Dec at 10", "2026-12-08", Some("10:00")),
            ("fri 2pm", "2026-12-04", Some("14:00")),
            ("12-8 14h", "2026-12-08", Some("14:00")),
            ("明天下午两点半", "2026-11-30", Some("14:30")),
            ("12月8日14点", "2026-12-08", Some("14:00")),
            ("周五 3点", "2026-12-04", Some("15:00")),
            ("明天下午", "2026-11-30", None),
            ("8 Dec", "2026-12-08", None),
            ("12月8日", "2026-12-08", None),
        ] {
            let read =
                with_hour(text, today).map(|(day, hour)| (day, hour.map(|hour| hour.time.to_string())));
            let day = TypedDay::On(Day::parse(day).unwrap());
            assert_eq!(read, Some((day, hour.map(str::to_owned))), "{text}");
        }
        for text in [
            "8 dec foo",
            "none 2pm",
            "2pm",
            "2026-12-08T",
            "2026-12-08T25:00",
            "31.11. 2pm",
            "12-81",
            "Dec 88",
            "2026-12-081",
            "12.8.12",
            "in 3 days2",
        ] {
            assert_eq!(with_hour(text, today), None, "{text}");
        }
    }
}
