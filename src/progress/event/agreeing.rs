//! Plans that were changed apart from each other: each part is as it was changed last.
//!
//! The event of a plan says all of it, as it stood where it was changed, and what it was changed from. What differs
//! between the two was changed; the rest is what other events made of it.

use super::{Target, others_json, weights, weights_json, weights_of};
use crate::day::{Day, TimeOfDay};
use serde_json::Value;

/// Minutes a day before the learner says how many.
pub const USUAL_MINUTES: u32 = 30;

/// The most minutes a day.
pub const MOST_MINUTES: u32 = 24 * 60;

impl Target {
    /// What comes of this change where another plan may be in force than the one that it was made from.
    pub fn applied_to(&self, now: Option<&Target>) -> Target {
        let alone = |target: &Target| Target { before: "".into(), ..target.clone() };
        let none = Target { weights: "{}".into(), ..Target::default() };
        let now = now.map_or(none, alone);
        if self.before.is_empty() || *self.before == now.in_json() {
            return alone(self);
        }
        let before = serde_json::from_str(&self.before).unwrap_or_default();
        united(&target_of(&before), &now, self)
    }

    /// This change as one of the plan that is in force now.
    pub fn changed_from(&self, now: Option<&Target>) -> Target {
        Target { before: "".into(), ..self.applied_to(now) }.made_from(now)
    }

    /// This plan as a change of the one that it was made from; where it says already what that was, that stays.
    pub fn made_from(self, read: Option<&Target>) -> Target {
        if !self.before.is_empty() {
            return self;
        }
        let none = Target { weights: "{}".into(), ..Target::default() };
        Target { before: read.unwrap_or(&none).in_json().into(), ..self }
    }

    fn in_json(&self) -> String {
        let mut value = self.to_value();
        if let Some(fields) = value.as_object_mut().filter(|_| !self.others.is_empty()) {
            fields.insert("others".into(), serde_json::from_str(&self.others).unwrap_or_default());
        }
        value.to_string()
    }
}

/// What a plan was changed from, as another program may have written it, in the form that is kept.
pub(super) fn before_json(value: &Value) -> String {
    if value.is_object() { target_of(value).in_json() } else { String::new() }
}

/// A target as JSON has it; what is missing is as in no plan.
fn target_of(value: &Value) -> Target {
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    let minutes = value.get("minutes").and_then(Value::as_u64).unwrap_or_default();
    Target {
        date: text("date").and_then(Day::parse),
        hour: text("hour").and_then(TimeOfDay::parse),
        minutes: minutes.try_into().unwrap_or_default(),
        weights: weights_json(&weights_of(value.get("weights").unwrap_or(&Value::Null))).into(),
        others: value.get("others").map(others_json).unwrap_or_default().into(),
        before: "".into(),
    }
}

/// A plan that two changed, of which `mine` was the later one: of each interview what either changed, and mine where
/// both did. An interview that one took away and the other changed stays.
fn united(before: &Target, theirs: &Target, mine: &Target) -> Target {
    let [before, theirs, mine] = [before, theirs, mine].map(Target::each);
    let [mut in_theirs, mut in_mine] = [&theirs, &mine].map(|plan| Paired::new(&before, plan));
    let mut all = Vec::new();
    for (place, before) in before.iter().enumerate() {
        match (in_theirs.take(place), in_mine.take(place)) {
            (Some(theirs), Some(mine)) => all.push(of_one(before, theirs, mine)),
            (Some(one), None) | (None, Some(one)) if one != before => all.push(one.clone()),
            _ => {}
        }
    }
    all.extend(in_mine.rest().chain(in_theirs.rest()).cloned());
    let undated = all.iter().find(|one| one.date.is_none()).cloned();
    all.retain(|one| one.date.is_some());
    undated.filter(|_| all.is_empty()).unwrap_or_else(|| Target::of_interviews(all))
}

/// The interviews of a plan, by the places of those that they were before.
struct Paired<'a> {
    plan: &'a [Target],
    /// For each interview of before the one that it became.
    became: Vec<Option<usize>>,
    is_taken: Vec<bool>,
}

impl<'a> Paired<'a> {
    /// An interview is known by its day; those whose days changed by their order.
    fn new(before: &[Target], plan: &'a [Target]) -> Paired<'a> {
        let mut is_paired = vec![false; plan.len()];
        let mut pair = |fits: &dyn Fn(&Target) -> bool| {
            let place = (0..plan.len()).find(|place| !is_paired[*place] && fits(&plan[*place]))?;
            is_paired[place] = true;
            Some(place)
        };
        let mut became: Vec<Option<usize>> =
            before.iter().map(|one| pair(&|other| other.date == one.date)).collect();
        for place in became.iter_mut().filter(|place| place.is_none()) {
            *place = pair(&|_| true);
        }
        Paired { plan, became, is_taken: vec![false; plan.len()] }
    }

    fn take(&mut self, before: usize) -> Option<&'a Target> {
        let place = self.became[before]?;
        self.is_taken[place] = true;
        Some(&self.plan[place])
    }

    /// The interviews that were not there before.
    fn rest(&self) -> impl Iterator<Item = &'a Target> {
        let plan = self.plan.iter().zip(&self.is_taken);
        plan.filter(|(_, is_taken)| !**is_taken).map(|(one, _)| one)
    }
}

fn of_one(before: &Target, theirs: &Target, mine: &Target) -> Target {
    // Before there was a plan nobody had chosen the minutes either.
    let minutes = if before.date.is_none() && before.minutes == 0 { USUAL_MINUTES } else { before.minutes };
    Target {
        date: latest(&before.date, &theirs.date, &mine.date),
        hour: latest(&before.hour, &theirs.hour, &mine.hour),
        minutes: latest(&minutes, &theirs.minutes, &mine.minutes),
        weights: united_weights(before, theirs, mine).into(),
        ..Target::default()
    }
}

/// Each name has the weight that was said last.
fn united_weights(before: &Target, theirs: &Target, mine: &Target) -> String {
    let [before, mut all, mine] = [before, theirs, mine].map(weights);
    for name in before.keys().filter(|name| !mine.contains_key(*name)) {
        all.remove(name);
    }
    let changed = mine.into_iter().filter(|(name, weight)| before.get(name) != Some(weight));
    all.extend(changed);
    weights_json(&all)
}

fn latest<T: PartialEq + Copy>(before: &T, theirs: &T, mine: &T) -> T {
    if mine == before { *theirs } else { *mine }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `8@14:00 m40 a=2; 20 m30`: a plan in short, its interviews by day and hour.
    fn plan(text: &str) -> Target {
        let all: Vec<Target> = text.split(';').filter(|one| !one.trim().is_empty()).map(interview).collect();
        match &*all {
            [one] if one.date.is_none() => one.clone(),
            _ => Target::of_interviews(all),
        }
    }

    fn interview(text: &str) -> Target {
        let mut target = Target { weights: "{}".into(), minutes: USUAL_MINUTES, ..Target::default() };
        for word in text.split_whitespace() {
            if let Some(minutes) = word.strip_prefix('m') {
                target.minutes = minutes.parse().unwrap();
            } else if let Some((name, weight)) = word.split_once('=') {
                let mut all = weights(&target);
                all.insert(name.to_owned(), weight.parse().unwrap());
                target.weights = weights_json(&all).into();
            } else {
                let (day, hour) = word.split_once('@').unwrap_or((word, ""));
                target.date = day.parse().ok().map(Day);
                target.hour = TimeOfDay::parse(hour);
            }
        }
        target
    }

    #[test]
    fn each_part_of_a_plan_is_as_it_was_changed_last() {
        for (before, theirs, mine, both) in [
            ("8", "12", "8 m55", "12 m55"),
            ("8 m40", "8 m55", "12 m40", "12 m55"),
            ("8", "12", "9", "9"),
            ("8 m40", "8 m45", "8 m50", "8 m50"),
            ("8", "8@15:00", "8 m10", "8@15:00 m10"),
            ("8", "8@15:00", "12", "12@15:00"),
            ("8@14:00", "8@15:00", "12", "12"),
            ("8 a=2 b=1", "8 a=3 b=1", "8 a=2 b=0 c=1", "8 a=3 b=0 c=1"),
            ("8 a=2 b=1", "8 a=3 b=1", "8 b=1", "8 b=1"),
            ("8 a=2 b=1", "8 b=1", "8 a=2 b=3", "8 b=3"),
            // Further interviews.
            ("8", "8; 20", "8; 25", "8; 20; 25"),
            ("8", "5; 8", "8 m55", "5; 8 m55"),
            ("8; 20", "8; 20 m55", "9; 20", "9; 20 m55"),
            ("8; 20", "8", "8; 20 a=2", "8; 20 a=2"),
            ("8; 20", "8; 20 a=2", "8", "8; 20 a=2"),
            ("8; 20", "8", "8 m10; 20", "8 m10"),
            ("8; 20", "8; 22", "8 m10; 20", "8 m10; 22"),
            ("8", "8; 20 m10", "8; 20 m20", "8; 20 m20"),
            // Plans that begin and end.
            ("", "8 m55 a=2", "12", "12 m55 a=2"),
            ("", "8", "12 m55", "12 m55"),
            ("8 m40", "8 m55", "", ""),
            ("8 m40", "8 m40; 20", "", "20"),
            ("8 m40", "- m40", "12 m40", "12 m40"),
            ("8 m40", "8 m55", "- m40", "- m55"),
        ] {
            let case = format!("{before:?} -> {theirs:?}, {mine:?}");
            let [before, theirs, mine, both] = [before, theirs, mine, both].map(plan);
            let [theirs, mine] = [theirs, mine].map(|change| change.made_from(Some(&before)));
            let after = mine.applied_to(Some(&theirs.applied_to(Some(&before))));
            assert_eq!(after, both, "{case}");
            let noted = mine.changed_from(Some(&theirs));
            assert_eq!(noted.applied_to(Some(&theirs)), both, "{case}");
        }
    }

    #[test]
    fn a_change_that_does_not_say_from_what_counts_as_a_whole() {
        let (now, change) = (plan("8 m40 a=2; 20"), plan("12"));
        assert_eq!(change.applied_to(Some(&now)), change);
        assert_eq!(change.applied_to(None), change);
    }

    #[test]
    fn what_a_plan_was_changed_from_is_hostile() {
        for (json, kept) in [
            ("3", ""),
            ("[]", ""),
            ("{}", r#"{"date":null,"minutes":0,"weights":{}}"#),
            (
                r#"{"date":"never","minutes":-3,"weights":{"a":-1,"b":1},"others":{}}"#,
                r#"{"date":null,"minutes":0,"weights":{"b":1.0}}"#,
            ),
        ] {
            assert_eq!(before_json(&serde_json::from_str(json).unwrap()), kept, "{json}");
        }
        let change = Target { before: "{".into(), ..plan("12") };
        assert_eq!(change.applied_to(Some(&plan("8 m40"))), plan("12 m40"));
    }
}
