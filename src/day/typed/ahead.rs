//! How far ahead a text says that a day lies: `+10`, `10d`, `in two weeks`, `10 天后`, `两礼拜后`, `半年后`.

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
    after(today, count, unit)
}

/// The day that is so many of a unit after another one; before it, where the count is negative.
pub(super) fn after(today: Day, count: i64, unit: &str) -> Option<Day> {
    let days = |days: i64| Some(today.plus(count.checked_mul(days)?));
    let months = |months: i64| {
        let months = count.checked_mul(months)?;
        let far = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
        let day = today.date();
        let day = if months < 0 { day.checked_sub_months(far) } else { day.checked_add_months(far) };
        day.map(Day::of)
    };
    match unit {
        "" | "d" | "day" | "days" | "天" | "日" => days(1),
        "w" | "week" | "weeks" | "wk" | "wks" | "周" | "星期" | "个星期" | "礼拜" | "个礼拜" => {
            days(7)
        }
        "fortnight" | "fortnights" => days(14),
        "m" | "mo" | "month" | "months" | "个月" => months(1),
        "half" => months(6),
        "y" | "year" | "years" | "年" => months(12),
        _ => None,
    }
}

/// A count and what is counted. Half a year is counted once, by a unit of its own.
pub(super) fn counted(text: &str) -> Option<(i64, &str)> {
    if matches!(text, "半年" | "half a year" | "half year" | "a half year") {
        return Some((1, "half"));
    }
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    if digits > 0 {
        return Some((text[..digits].parse().ok()?, text[digits..].trim()));
    }
    let (word, unit) = text.split_once([' ', '-'])?;
    let unit = unit.trim();
    let (word, unit) = match unit.strip_prefix("couple of ") {
        Some(unit) if word == "a" => ("two", unit),
        _ => (word, unit),
    };
    let count = COUNTS.iter().position(|known| *known == word).map(|at| at as i64 + 1);
    let one = matches!(word, "a" | "an").then_some(1);
    Some((count.or(one)?, unit))
}
