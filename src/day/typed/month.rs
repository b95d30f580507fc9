//! A month and where in it: `12月中旬`, `下个月底`, `mid-December`, `end of next month`; its day by a number: `下个月5号`.

use super::super::Day;
use super::date;
use super::read::ReadDay;
use chrono::{Datelike, Months, NaiveDate};

/// A part of a month, of which one day is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MonthPart {
    Early,
    Middle,
    Late,
    End,
}

impl MonthPart {
    /// The part of a month of so many days: the day that is taken, and the last one.
    fn days(self, length: u32) -> (u32, u32) {
        match self {
            MonthPart::Early => (1, 10),
            MonthPart::Middle => (15, 20),
            MonthPart::Late => (21, length),
            MonthPart::End => (length, length),
        }
    }
}

const CHINESE: [(&str, MonthPart); 9] = [
    ("上旬", MonthPart::Early),
    ("上中旬", MonthPart::Early),
    ("中下旬", MonthPart::Middle),
    ("初", MonthPart::Early),
    ("中旬", MonthPart::Middle),
    ("下旬", MonthPart::Late),
    ("底", MonthPart::End),
    ("末", MonthPart::End),
    ("中", MonthPart::Middle),
];

const ENGLISH: [(&str, MonthPart); 11] = [
    ("early in ", MonthPart::Early),
    ("early ", MonthPart::Early),
    ("beginning of ", MonthPart::Early),
    ("start of ", MonthPart::Early),
    ("mid ", MonthPart::Middle),
    ("mid-", MonthPart::Middle),
    ("middle of ", MonthPart::Middle),
    ("late in ", MonthPart::Late),
    ("late ", MonthPart::Late),
    ("later ", MonthPart::Late),
    ("end of ", MonthPart::End),
];

/// A month, of a year where one is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SaidMonth {
    /// So many months from this one.
    Later(u32),
    /// One by its name.
    Named(Option<i32>, u32),
    /// None: the next such part of a month.
    Any,
}

/// The day that a text says by a month and a part of it, or by a month from this one and a number.
pub(super) fn part_of(text: &str, today: Day) -> Option<ReadDay> {
    let months = match text {
        "下个月" | "下月" | "next month" => Some(1),
        "下下个月" | "下下月" | "the month after next" | "month after next" => Some(2),
        _ => None,
    };
    if let Some(months) = months {
        return today.date().checked_add_months(Months::new(months)).map(|day| ReadDay::about(Day::of(day)));
    }
    part_of_year(text, today).or_else(|| in_chinese(text, today)).or_else(|| in_english(text, today))
}

/// `年底`, `明年初`, `end of the year`.
fn part_of_year(text: &str, today: Day) -> Option<ReadDay> {
    const YEARS: [(&str, i32); 6] =
        [("明年", 1), ("今年", 0), (" next year", 1), (" this year", 0), (" the year", 0), (" year", 0)];
    let text = text.strip_prefix("the ").unwrap_or(text);
    let year = YEARS.iter().find_map(|(name, later)| {
        let rest = if name.is_ascii() { text.strip_suffix(name) } else { text.strip_prefix(name) };
        Some((Some(*later), rest?))
    });
    let (later, rest) = year.unwrap_or((None, text));
    let (month, day) = match rest.strip_prefix('年').or(later.map(|_| rest))? {
        "底" | "末" | "end of" => (12, 31),
        "初" | "early" | "beginning of" | "start of" => (1, 1),
        _ => return None,
    };
    let now = today.date().year();
    let of = |later: i32| NaiveDate::from_ymd_opt(now + later, month, day).map(Day::of);
    match later {
        Some(later) => of(later).map(ReadDay::about),
        None => ReadDay::next((-1..2).filter_map(of), today).map(ReadDay::not_certain),
    }
}

fn in_chinese(text: &str, today: Day) -> Option<ReadDay> {
    const LATER: [(&str, u32); 8] = [
        ("下下个月", 2),
        ("下下月", 2),
        ("下个月", 1),
        ("下月", 1),
        ("本月", 0),
        ("这个月", 0),
        ("这月", 0),
        ("当月", 0),
    ];
    let (month, rest) = match LATER.iter().find_map(|(name, later)| Some((*later, text.strip_prefix(name)?)))
    {
        Some((later, rest)) => (SaidMonth::Later(later), rest),
        None => named(text, today).unwrap_or((SaidMonth::Any, text)),
    };
    let rest = rest.trim_start_matches(['份', '的', ' ']);
    let part = CHINESE.iter().find(|(name, _)| *name == rest || rest.strip_prefix('月') == Some(name));
    match (part, month) {
        // `底` alone is of no month.
        (Some(_), SaidMonth::Any) if !rest.starts_with('月') && !rest.ends_with('旬') => None,
        (Some((_, part)), _) => in_part(month, *part, today),
        (None, SaidMonth::Later(later)) => numbered(later, rest.strip_suffix(['号', '日'])?, today),
        (None, _) => None,
    }
}

/// `12月` or `2027年1月` at the beginning of a text, and the rest.
fn named(text: &str, today: Day) -> Option<(SaidMonth, &str)> {
    let at = text.find('月')?;
    let before = date::of_year(&text[..at + '月'.len_utf8()], today);
    let (year, month) = match before.trim_end_matches('月').split_once('年') {
        Some((year, month)) => (Some(year.parse().ok()?), month.to_owned()),
        None => (None, before.trim_end_matches('月').to_owned()),
    };
    let month = month.trim_start_matches('的').parse().ok().filter(|month| (1..=12).contains(month))?;
    Some((SaidMonth::Named(year, month), &text[at + '月'.len_utf8()..]))
}

fn in_english(text: &str, today: Day) -> Option<ReadDay> {
    let text = ["in ", "at ", "by ", "towards ", "toward "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let text = text.strip_prefix("the ").unwrap_or(text);
    // `the 5th of next month`
    if let Some(day) = text.strip_suffix(" of next month").filter(|day| day.starts_with(char::is_numeric)) {
        return numbered(1, day.trim_end_matches(char::is_alphabetic), today);
    }
    let (part, rest) = ENGLISH.iter().find_map(|(name, part)| Some((*part, text.strip_prefix(name)?)))?;
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let month = match rest {
        "month" => SaidMonth::Any,
        "this month" => SaidMonth::Later(0),
        "next month" => SaidMonth::Later(1),
        _ => {
            let mut words = rest.split([' ', ',']).filter(|word| !word.is_empty() && *word != "of");
            let month = date::month_of(words.next()?)?;
            let year = words.next().map(|year| year.parse().ok().filter(|year| (2000..2200).contains(year)));
            match (year, words.next()) {
                (None, _) => SaidMonth::Named(None, month),
                (Some(Some(year)), None) => SaidMonth::Named(Some(year), month),
                _ => return None,
            }
        }
    };
    in_part(month, part, today)
}

/// The day of a part that is taken, or today where the part has begun before.
fn in_part(month: SaidMonth, part: MonthPart, today: Day) -> Option<ReadDay> {
    let (year, now) = (today.date().year(), today.date().month0());
    let of = |year: i32, month0: u32| {
        let first = NaiveDate::from_ymd_opt(year + (month0 / 12) as i32, month0 % 12 + 1, 1)?;
        let next = first.checked_add_months(Months::new(1))?;
        let (day, last) = part.days(Day::of(next).days_since(Day::of(first)));
        let (day, last) = (first.with_day(day).map(Day::of)?, first.with_day(last).map(Day::of)?);
        Some(if last < today { day } else { day.max(today) })
    };
    let read = match month {
        SaidMonth::Later(later) => ReadDay::said(of(year, now + later)?),
        SaidMonth::Named(Some(year), month) => ReadDay::said(of(year, month - 1)?),
        SaidMonth::Any => {
            let months = (0..3).filter_map(|month| of(year - 1, now + 11 + month));
            ReadDay::next(months, today)?
        }
        SaidMonth::Named(None, month) => {
            ReadDay::next((-1..2).filter_map(|later| of(year + later, month - 1)), today)?
        }
    };
    Some(read.not_certain())
}

/// A day by its number in a month from this one.
fn numbered(later: u32, number: &str, today: Day) -> Option<ReadDay> {
    let month0 = today.date().month0() + later;
    let year = today.date().year() + (month0 / 12) as i32;
    NaiveDate::from_ymd_opt(year, month0 % 12 + 1, number.trim().parse().ok()?)
        .map(|day| ReadDay::said(Day::of(day)))
}
