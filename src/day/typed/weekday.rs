//! Days of the week, in either language: `fri`, `next tuesday`, `周五`, `下下周二`.

use super::super::Day;
use chrono::Datelike;

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Days until a weekday, `fri` or `周五`: the next one, which is not today; `下周五` is that of the next week,
/// `下下周五` of the one behind it, and `本周五` that of this week, which may be past.
pub(super) fn ahead(text: &str, today: Day) -> Option<i64> {
    let now = i64::from(today.date().weekday().num_days_from_monday());
    if let Some(rest) = ["本", "这个", "这"].iter().find_map(|this| text.strip_prefix(this)) {
        return Some(chinese(rest)? - now);
    }
    let name = text.trim_start_matches('下');
    let mut weeks = text.chars().count() as i64 - name.chars().count() as i64;
    let mut name = if weeks > 0 { name.strip_prefix('个').unwrap_or(name) } else { name };
    if let Some(rest) = name.strip_prefix("next ") {
        (weeks, name) = (1, rest.trim());
    }
    let is_chinese = text.starts_with('下');
    let name = name.strip_prefix("this ").or_else(|| name.strip_prefix("on ")).unwrap_or(name);
    let wanted = match chinese(name) {
        Some(day) => day,
        None if is_chinese || name.len() < 3 => return None,
        None if name == "weekend" => 5,
        None => WEEKDAYS.iter().position(|known| known.starts_with(name))? as i64,
    };
    Some(if weeks > 0 { 7 * weeks - now + wanted } else { (wanted - now + 6).rem_euclid(7) + 1 })
}

/// Which day of the week a Chinese name says, Monday being the first: `周五`, `星期天`, `周末`.
pub(super) fn chinese(name: &str) -> Option<i64> {
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

/// Whether a day is the one of the week that a text says beside its date, if it says any.
pub(super) fn agrees(text: &str, day: Day) -> bool {
    let words = text.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| is_one(word));
    let english = words.filter_map(|word| WEEKDAYS.iter().position(|known| known.starts_with(word)));
    let names =
        ["周", "星期", "礼拜"].iter().flat_map(|week| text.match_indices(week)).filter_map(|(at, week)| {
            let end = at + week.len() + text[at + week.len()..].chars().next()?.len_utf8();
            chinese(&text[at..end])
        });
    let is_it = |told: i64| told == i64::from(day.date().weekday().num_days_from_monday());
    english.map(|told| told as i64).chain(names).all(is_it)
}

/// Whether a word is the name of a weekday, or the beginning of one.
pub(super) fn is_one(word: &str) -> bool {
    let is_english =
        word.len() >= 3 && WEEKDAYS.iter().any(|known| known.starts_with(word.trim_end_matches('s')));
    is_english || chinese(word).is_some()
}
