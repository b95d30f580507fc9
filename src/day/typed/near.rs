//! Days that are said by another one: `元旦前`, `圣诞节前三天`, `2 days before Christmas`, `a week from friday`, `Saturday
//! week`, `wednesday next week`.

use super::super::Day;
use super::read::ReadDay;
use super::{ahead, alone, weekday};

/// Words that stand between a span and the day that it is counted from, and whether it lies before that.
const BETWEEN: [(&str, bool); 4] =
    [(" before ", true), (" after ", false), (" from ", false), (" on ", false)];

/// What stands behind the day in Chinese.
const BEHIND: [(&str, bool); 6] =
    [("之前", true), ("以前", true), ("前", true), ("之后", false), ("以后", false), ("后", false)];

/// The day that is said by another one.
pub(super) fn day(text: &str, today: Day) -> Option<ReadDay> {
    let text = text.strip_prefix("the ").unwrap_or(text);
    in_week(text, today).or_else(|| spanned(text, today)).or_else(|| behind(text, today))
}

/// `wednesday next week`, `next week on wednesday`, `saturday week`.
fn in_week(text: &str, today: Day) -> Option<ReadDay> {
    let next = text.strip_suffix(" next week").or_else(|| text.strip_prefix("next week "));
    if let Some(name) = next {
        let name = name.trim().trim_start_matches("on ");
        let days = weekday::ahead(&format!("next {name}"), today)?;
        return Some(ReadDay::said(today.plus(days)));
    }
    let (day, weeks) = match text.strip_suffix(" week") {
        Some(day) => (day, 1),
        None => (text.strip_suffix(" fortnight")?, 2),
    };
    let day = day.trim_start_matches("on ");
    let is_day = weekday::is_one(day) || matches!(day, "today" | "tomorrow");
    alone::by_itself(day, today).filter(|_| is_day)?.moved(|day| Some(day.plus(7 * weeks)))
}

/// A span, and the day that it is counted from.
fn spanned(text: &str, today: Day) -> Option<ReadDay> {
    BETWEEN.iter().find_map(|(word, is_before)| {
        let (span, from) = text.split_once(word)?;
        let (count, unit) = match span.trim() {
            "day" => ahead::counted("a day")?,
            "week" => ahead::counted("a week")?,
            span => ahead::counted(span)?,
        };
        let from = alone::by_itself(from.trim(), today).filter(|_| !unit.is_empty())?;
        from.moved(|from| ahead::after(from, if *is_before { -count } else { count }, &unit))
    })
}

/// `元旦前` and `before christmas` are the day before, `元旦前三天` are three.
fn behind(text: &str, today: Day) -> Option<ReadDay> {
    for (word, by) in [("before ", -1), ("after ", 1)] {
        if let Some(from) = text.strip_prefix(word) {
            return alone::by_itself(from, today).map(|from| ReadDay::about(from.day.plus(by)));
        }
    }
    let text = text.trim_end_matches(['夕', '夜']);
    BEHIND.iter().find_map(|(word, is_before)| {
        let (from, span) = text.rsplit_once(word)?;
        let from = from.trim_end_matches('的').trim();
        // `年前` is before the Spring Festival.
        let from = if from == "年" { "春节" } else { from };
        // What is counted from today has no day before it.
        let from = alone::by_itself(from, today).filter(|_| !from.is_empty())?;
        let by = if *is_before { -1 } else { 1 };
        if span.trim().is_empty() {
            return Some(ReadDay::about(from.day.plus(by)));
        }
        let (count, unit) = ahead::counted(span.trim()).filter(|(_, unit)| !unit.is_empty())?;
        from.moved(|from| ahead::after(from, by * count, &unit))
    })
}
