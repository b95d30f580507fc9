//! Days that have a name in the calendar: `元旦`, `圣诞节`, `明年五一`, `Christmas Eve`.

use super::super::Day;
use super::lunar;
use super::read::ReadDay;
use chrono::{Datelike, NaiveDate};

/// Names, each with its month and day; in Chinese `节` and `当天` may stand behind them.
const FEASTS: [(&[&str], u32, u32); 20] = [
    (&["元旦", "新年", "new year", "new year's", "new year's day", "new years day"], 1, 1),
    (&["情人", "valentine's day", "valentines day"], 2, 14),
    (&["妇女", "三八"], 3, 8),
    (&["植树"], 3, 12),
    (&["愚人", "april fools", "april fools' day"], 4, 1),
    (&["劳动", "五一", "may day"], 5, 1),
    (&["青年", "五四"], 5, 4),
    (&["儿童", "六一"], 6, 1),
    (&["建党"], 7, 1),
    (&["建军", "八一"], 8, 1),
    (&["教师"], 9, 10),
    (&["国庆", "十一"], 10, 1),
    (&["万圣", "halloween"], 10, 31),
    (&["光棍", "双十一", "双11"], 11, 11),
    (&["双十二", "双12"], 12, 12),
    (&["冬至"], 12, 22),
    (&["平安夜", "christmas eve", "xmas eve"], 12, 24),
    (&["圣诞", "christmas", "christmas day", "xmas"], 12, 25),
    (&["boxing day"], 12, 26),
    (&["跨年", "跨年夜", "new year's eve", "new years eve", "nye"], 12, 31),
];

/// Names of days of the lunar calendar, each with its month and day, and how many days later it is.
const OF_MOON: [(&[&str], u32, u32, i64); 9] = [
    (&["除夕", "大年三十", "年三十", "大年夜", "chinese new year's eve", "lunar new year's eve"], 1, 1, -1),
    (&["春", "过年", "新春", "大年初一", "chinese new year", "lunar new year", "spring festival"], 1, 1, 0),
    (&["元宵", "lantern festival"], 1, 15, 0),
    (&["端午", "dragon boat festival"], 5, 5, 0),
    (&["七夕"], 7, 7, 0),
    (&["中秋", "mid-autumn", "mid-autumn festival"], 8, 15, 0),
    (&["重阳"], 9, 9, 0),
    (&["腊八"], 12, 8, 0),
    (&["小年"], 12, 23, 0),
];

/// The next such day, or that of the year that is said.
pub(super) fn named(text: &str, today: Day) -> Option<ReadDay> {
    let now = today.date().year();
    let (year, name) = of_year(text, now);
    let name = name.trim().trim_end_matches("当天").trim_end_matches("那天");
    let is_it = |known: &str| name == known || name.strip_suffix('节') == Some(known);
    let by_moon = OF_MOON.iter().find(|(names, ..)| names.iter().any(|known| is_it(known)));
    let by_sun = || FEASTS.iter().find(|(names, ..)| names.iter().any(|known| is_it(known)));
    let of = |year: i32| match by_moon {
        Some((_, month, day, later)) => lunar::on(year, *month, *day).map(|day| day.plus(*later)),
        None => {
            let (_, month, day) = by_sun()?;
            NaiveDate::from_ymd_opt(year, *month, *day).map(Day::of)
        }
    };
    match year {
        Some(year) => of(year).map(ReadDay::said),
        // The last months of a lunar year are in the next one of the calendar.
        None => ReadDay::next((-2..3).filter_map(|later| of(now + later)), today),
    }
}

/// The year that a text begins with or ends with, and the rest.
fn of_year(text: &str, now: i32) -> (Option<i32>, &str) {
    for (name, later) in [("今年", 0), ("明年", 1), ("后年", 2), ("next ", 1)] {
        if let Some(rest) = text.strip_prefix(name) {
            let name = rest.strip_prefix('的').unwrap_or(rest);
            return (Some(now + later).filter(|_| later != 1 || name != "year"), name);
        }
    }
    let digits = |text: &str| text.parse::<i32>().ok().filter(|year| (2000..2200).contains(year));
    if let Some((year, rest)) = text.split_once('年')
        && let Some(year) = digits(year)
    {
        return (Some(year), rest);
    }
    match text.rsplit_once(' ') {
        Some((rest, year)) if digits(year).is_some() => (digits(year), rest),
        _ => (None, text),
    }
}
