//! The interviews of a target: the first one, and those that follow it.

use super::{Target, weights_json, weights_of};
use crate::day::{Day, TimeOfDay};
use serde_json::{Map, Value};

/// The most interviews that a target has besides its first.
const MOST: usize = 16;

impl Target {
    /// All interviews that are noted, the nearest first, each without the others.
    pub fn interviews(&self) -> Vec<Target> {
        let mut all = self.each();
        all.retain(|target| target.date.is_some());
        all.sort_by_key(|target| (target.date, target.hour));
        all
    }

    /// The first one, which may have no date, and all others, each alone.
    pub(super) fn each(&self) -> Vec<Target> {
        let alone = Target { others: "".into(), before: "".into(), ..self.clone() };
        std::iter::once(alone).chain(others_of(&self.others)).collect()
    }

    /// The day of the last interview.
    pub fn last_day(&self) -> Option<Day> {
        if self.others.is_empty() { self.date } else { self.interviews().last()?.date }
    }

    /// A target of these interviews, the nearest first; of two on one day the earlier in the list stays.
    pub fn of_interviews(mut interviews: Vec<Target>) -> Target {
        interviews.sort_by_key(|target| target.date);
        interviews.dedup_by_key(|target| target.date);
        let mut interviews = interviews.into_iter();
        let Some(first) = interviews.next() else {
            return Target { weights: "{}".into(), ..Target::default() };
        };
        let others: Vec<Value> = interviews.take(MOST).map(|target| target.to_value()).collect();
        let others = if others.is_empty() { String::new() } else { Value::from(others).to_string() };
        Target { others: others.into(), ..first }
    }

    pub(super) fn to_value(&self) -> Value {
        let mut fields = Map::new();
        fields.insert("date".into(), self.date.map(|date| date.to_string()).into());
        if let Some(hour) = self.hour {
            fields.insert("hour".into(), hour.to_string().into());
        }
        fields.insert("minutes".into(), self.minutes.into());
        fields.insert("weights".into(), serde_json::from_str(&self.weights).unwrap_or_default());
        Value::Object(fields)
    }

    fn of_value(value: &Value) -> Option<Target> {
        let text = |name: &str| value.get(name).and_then(Value::as_str);
        Some(Target {
            date: Some(Day::parse(text("date")?)?),
            hour: text("hour").and_then(TimeOfDay::parse),
            minutes: value.get("minutes").and_then(Value::as_u64)?.try_into().ok()?,
            weights: weights_json(&weights_of(value.get("weights").unwrap_or(&Value::Null))).into(),
            ..Target::default()
        })
    }
}

/// The interviews of a list in JSON; what is none is left out.
fn others_of(json: &str) -> Vec<Target> {
    if json.is_empty() {
        return Vec::new();
    }
    let list: Value = serde_json::from_str(json).unwrap_or_default();
    list.as_array().into_iter().flatten().take(MOST).filter_map(Target::of_value).collect()
}

/// A list of interviews as another program may have written it, in the form that is kept.
pub fn others_json(list: &Value) -> String {
    let list = list.as_array().into_iter().flatten().take(MOST);
    let targets: Vec<Value> = list.filter_map(Target::of_value).map(|target| target.to_value()).collect();
    if targets.is_empty() { String::new() } else { Value::from(targets).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interviews_are_in_order_and_one_a_day() {
        let on = |day, minutes| Target {
            date: Some(Day(day)),
            hour: TimeOfDay::parse("14:00"),
            minutes,
            weights: r#"{"a":2.0}"#.into(),
            ..Target::default()
        };
        let target = Target::of_interviews(vec![on(30, 1), on(10, 2), on(20, 3), on(10, 4)]);
        let minutes: Vec<u32> = target.interviews().iter().map(|target| target.minutes).collect();
        assert_eq!(minutes, [2, 3, 1]);
        assert_eq!((target.date, target.last_day()), (Some(Day(10)), Some(Day(30))));
        assert_eq!(target.interviews()[2], on(30, 1));
        assert_eq!(Target::of_interviews(Vec::new()).date, None);
    }
}
