//! How far ahead a text says that a day lies: `+10`, `10d`, `in two weeks`, `10 天后`, `两礼拜后`,
//! `两个半月后`.

use super::super::Day;
use chrono::Months;

const COUNTS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// The day that is so far ahead. A number alone may be anything.
pub(super) fn ahead(text: &str, today: Day) -> Option<Day> {
    let is_marked = text.starts_with('+') || text.starts_with("in ");
    let rest = text.trim_start_matches('+').trim_start_matches("in ").trim();
    let past = ["再过", "过", "还有", "还剩", "剩", "从今天起", "从现在起", "今天起"]
        .iter()
        .find_map(|word| rest.strip_prefix(word));
    let rest = past.unwrap_or(rest).trim();
    let rest = [
        "以后",
        "之后",
        "过后",
        "后",
        " from now",
        " from today",
        " left",
        " to go",
        "'s time",
        "' time",
        "s time",
    ]
    .iter()
    .find_map(|end| rest.strip_suffix(end))
    .unwrap_or(rest);
    let (count, unit) = counted(rest.trim())?;
    if unit == "日" && !text.ends_with('后') {
        return None;
    }
    if unit.is_empty() && !is_marked {
        return None;
    }
    after(today, count, &unit)
}

/// The day that is so many halves of a unit after another one; before it, where there are fewer than none.
pub(super) fn after(from: Day, halves: i64, unit: &str) -> Option<Day> {
    let days = |half_days: i64| Some(from.plus(halves.checked_mul(half_days)? / 2));
    let months = |halves: i64| {
        let far = Months::new(u32::try_from((halves / 2).unsigned_abs()).ok()?);
        let day = from.date();
        let day = if halves < 0 { day.checked_sub_months(far) } else { day.checked_add_months(far) };
        // Half of a month has no months.
        Some(Day::of(day?).plus(halves % 2 * 15))
    };
    match unit {
        "" | "d" | "day" | "days" | "天" | "日" => days(1).filter(|_| halves % 2 == 0),
        "w" | "week" | "weeks" | "wk" | "wks" | "周" | "星期" | "个星期" | "礼拜" | "个礼拜" => {
            days(7)
        }
        "fortnight" | "fortnights" => days(14),
        "m" | "mo" | "month" | "months" | "个月" => months(halves),
        "y" | "year" | "years" | "年" => months(halves.checked_mul(12)?),
        _ => None,
    }
}

/// How many halves, and of what: `两个半月` is five halves of `个月`.
pub(super) fn counted(text: &str) -> Option<(i64, String)> {
    let (text, half) = without_half(text);
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let (count, unit) = if digits > 0 {
        (text[..digits].parse().ok()?, text[digits..].trim())
    } else {
        let (word, unit) = text.split_once([' ', '-'])?;
        let unit = unit.trim();
        let (word, unit) = match unit.strip_prefix("couple of ") {
            Some(unit) if word == "a" => ("two", unit),
            _ => (word, unit),
        };
        let count = COUNTS.iter().position(|known| *known == word).map(|at| at as i64 + 1);
        let one = matches!(word, "a" | "an").then_some(1);
        (count.or(one)?, unit)
    };
    Some((i64::checked_mul(count, 2)? + i64::from(half), unit.to_owned()))
}

/// A count without the half beside it: `3周半`, `半年`, `a month and a half`, `2.5 weeks`.
fn without_half(text: &str) -> (String, bool) {
    let alone = ["half a ", "a half ", "half "].iter().find_map(|half| text.strip_prefix(half));
    if let Some(unit) = alone.or_else(|| text.strip_prefix('半')) {
        let unit = if unit == "月" { "个月" } else { unit };
        return (format!("0 {unit}"), true);
    }
    match [" and a half", "半", "½", ".5"].iter().find(|half| text.contains(**half)) {
        Some(half) => (text.replacen(half, "", 1), true),
        None => (text.to_owned(), false),
    }
}
