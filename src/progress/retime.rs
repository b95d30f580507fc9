//! Events of a wrong clock, and when they happened.
//!
//! Nobody can know for certain. What is certain is the order of lines in a file that one machine wrote:
//! an event happened after the one before it. So a wrong one is put right behind that, or right before
//! the next where there is none; the pauses within one run of wrong events were right, and stay. A line
//! whose study day is right although its instant is not stays on that day.

use super::event::{Kind, parse};
use super::time::visible_until;
use super::{LogEvent, Progress};
use crate::card::CardId;
use crate::day::{At, Calendar, Day, Moment};
use crate::state::Scheduler;
use serde_json::Value;
use std::collections::HashSet;

/// An event of a wrong clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retimed {
    /// The event as it stands in the log.
    pub event: LogEvent,
    /// When it happened, as far as can be told; nothing where it is not noted anew: a forecast that was shown on no
    /// such day.
    pub to: Option<Moment>,
    /// The lines to append: it is taken back, and noted anew.
    pub lines: Vec<String>,
}

/// What is wrong with the time of an event.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TimeFault {
    /// It lies ahead; the study day may be right.
    Ahead { on: Option<Day> },
    /// It lies long before this program, and before what was noted before it.
    Ancient,
    /// The instant is right, the study day is not.
    Day,
}

/// This program is younger than an instant before this one: 2020-01-01.
const ANCIENT: At = At(1_577_836_800_000);

/// A year, in seconds.
const YEAR: i64 = 365 * 86_400;

/// Study day and instant of an honest event differ by no more, whatever the zones.
const DAYS_APART: u32 = 2;

/// Histories of other programs are as old as they are; an interview may be graded days later.
const FOREIGN_MODES: [&str; 2] = ["anki", "interview"];

/// The events of a wrong clock among the lines of a log, in the order of the file.
pub fn retimed(lines: &[String], now: Moment, calendar: &Calendar) -> Vec<Retimed> {
    let events: Vec<(&String, LogEvent)> = lines
        .iter()
        .filter_map(|line| Some((line, parse(line.as_bytes())?.to_event())))
        .filter(|(_, event)| event.kind != Kind::Unknown)
        .collect();
    let mut progress = Progress::of(Scheduler::default(), events.iter().map(|(_, event)| event));
    let mut taken: HashSet<(CardId, At)> =
        events.iter().map(|(_, event)| (event.card.clone(), event.at)).collect();
    let faults: Vec<Option<TimeFault>> = faults(&events, &mut progress, now, calendar);
    let mut all = Vec::new();
    // The honest event before, and the wrong one before with its right time.
    let (mut before, mut run): (Option<At>, Option<(At, At)>) = (None, None);
    for (index, (line, event)) in events.iter().enumerate() {
        let Some(fault) = faults[index] else {
            if !matches!(event.kind, Kind::Undo { .. }) {
                // A clock may have been slow for a while: nothing is put back to that time.
                (before, run) = (before.max(Some(event.at)), None);
            }
            continue;
        };
        if matches!(event.kind, Kind::Foretold(_)) {
            let lines = vec![undo_of(event, now, &mut taken)];
            all.push(Retimed { event: event.clone(), to: None, lines });
            continue;
        }
        let next = || {
            let honest =
                |index: usize| faults[index].is_none() && !matches!(events[index].1.kind, Kind::Undo { .. });
            (index + 1..events.len()).find(|index| honest(*index)).map(|index| At(events[index].1.at.0 - 1))
        };
        let in_order = || match (run, before) {
            (Some((from, to)), _) => At(to.0 + (event.at.0 - from.0).max(1)),
            (None, Some(before)) => At(before.0 + 1),
            (None, None) => next().unwrap_or(now.at),
        };
        let mut at = match fault {
            TimeFault::Day => At(event.at.0 + 1),
            TimeFault::Ahead { on: Some(day) } => {
                in_order().clamp(calendar.start_of(day), At(calendar.start_of(day.plus(1)).0 - 1))
            }
            _ => in_order(),
        };
        at = at.min(now.at);
        while !taken.insert((event.card.clone(), at)) {
            at = At(at.0 + 1);
        }
        if fault != TimeFault::Day {
            run = Some((event.at, at));
        }
        let to = calendar.moment(at);
        let lines = vec![undo_of(event, now, &mut taken), with_time(line, event, to)];
        all.push(Retimed { event: event.clone(), to: Some(to), lines });
    }
    all
}

fn faults(
    events: &[(&String, LogEvent)],
    progress: &mut Progress,
    now: Moment,
    calendar: &Calendar,
) -> Vec<Option<TimeFault>> {
    let limit = visible_until(now.at);
    let mut before: Option<At> = None;
    let mut fault_of = |event: &LogEvent| {
        if matches!(event.kind, Kind::Undo { .. }) || !progress.is_counting(event) {
            return None;
        }
        let is_foreign =
            matches!(&event.kind, Kind::Review(review) if FOREIGN_MODES.contains(&&*review.mode));
        let day = calendar.moment(event.at).day;
        let is_apart = event.day.days_since(day).max(day.days_since(event.day)) > DAYS_APART;
        if event.at > limit {
            let is_lifted = is_apart && event.day <= now.day;
            return Some(TimeFault::Ahead { on: is_lifted.then_some(event.day) });
        }
        if is_foreign {
            return None;
        }
        let is_behind = before.is_some_and(|before| before.seconds_since(event.at) > YEAR);
        if event.at < ANCIENT && is_behind {
            return Some(TimeFault::Ancient);
        }
        before = Some(event.at);
        is_apart.then_some(TimeFault::Day)
    };
    events.iter().map(|(_, event)| fault_of(event)).collect()
}

/// The undo of a wrong event.
fn undo_of(event: &LogEvent, now: Moment, taken: &mut HashSet<(CardId, At)>) -> String {
    let mut at = now.at;
    while !taken.insert((event.card.clone(), at)) {
        at = At(at.0 + 1);
    }
    let kind = Kind::Undo { of: event.at };
    LogEvent { at, day: now.day, card: event.card.clone(), kind }.to_json()
}

/// A line with another time and all its other fields.
fn with_time(line: &str, event: &LogEvent, to: Moment) -> String {
    let head = |at: At, day: Day| format!(r#"{{"at":"{at}","day":"{day}""#);
    if let Some(rest) = line.strip_prefix(&head(event.at, event.day)) {
        return head(to.at, to.day) + rest;
    }
    let mut value: Value = serde_json::from_str(line).unwrap_or_default();
    (value["at"], value["day"]) = (to.at.to_string().into(), to.day.to_string().into());
    value.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(at: &str, day: &str, rest: &str) -> String {
        format!(
            r#"{{"at":"{at}","day":"{day}","card":"a","event":"review","grade":"good","mode":"recall","ms":1{rest}}}"#
        )
    }

    /// Rows: the times and days of a log; for each whether it is wrong, and when it happened.
    #[test]
    fn wrong_times_are_put_behind_what_was_noted_before() {
        let now = Calendar::utc().moment(At::parse("2026-11-22T10:00:00Z").unwrap());
        let rows: [&[(&str, &str, Option<&str>)]; 7] = [
            &[("2036-01-01T10:00:00.000Z", "2036-01-01", Some("2026-11-22T10:00:00.000Z"))],
            &[
                ("2036-01-01T10:00:00.000Z", "2036-01-01", Some("2026-11-22T09:59:59.999Z")),
                ("2026-11-22T10:00:00.000Z", "2026-11-22", None),
            ],
            &[
                ("2026-11-20T10:00:00.000Z", "2026-11-20", None),
                ("2036-01-01T10:00:00.000Z", "2036-01-01", Some("2026-11-20T10:00:00.001Z")),
                ("2036-01-01T10:01:00.000Z", "2036-01-01", Some("2026-11-20T10:01:00.001Z")),
                ("2026-11-22T10:00:00.000Z", "2026-11-22", None),
            ],
            // As the version before pushed on whatever came after.
            &[
                ("2026-11-20T10:00:00.000Z", "2026-11-20", None),
                ("2036-01-01T10:00:00.000Z", "2036-01-01", Some("2026-11-20T10:00:00.001Z")),
                ("2036-01-01T10:00:00.001Z", "2026-11-21", Some("2026-11-21T04:00:00.000Z")),
                ("2036-01-01T10:00:00.002Z", "2026-11-21", Some("2026-11-21T04:00:00.001Z")),
            ],
            &[
                ("2026-11-20T10:00:00.000Z", "2026-11-20", None),
                ("2026-11-20T10:00:00.001Z", "2000-01-01", Some("2026-11-20T10:00:00.002Z")),
            ],
            &[
                ("2026-11-20T10:00:00.000Z", "2026-11-20", None),
                ("2000-01-01T00:05:00.000Z", "1999-12-31", Some("2026-11-20T10:00:00.001Z")),
                ("2026-11-21T10:00:00.000Z", "2026-11-21", None),
            ],
            // The clock was slow for one answer.
            &[
                ("2026-11-21T10:00:00.000Z", "2026-11-21", None),
                ("2026-11-13T10:00:00.000Z", "2026-11-13", None),
                ("2036-01-01T10:00:00.000Z", "2036-01-01", Some("2026-11-21T10:00:00.001Z")),
            ],
        ];
        for row in rows {
            let lines: Vec<String> = row.iter().map(|(at, day, _)| line(at, day, r#","new":[1]"#)).collect();
            let found = retimed(&lines, now, &Calendar::utc());
            let times: Vec<String> = found.iter().map(|retimed| retimed.to.unwrap().at.to_string()).collect();
            let expected: Vec<&str> = row.iter().filter_map(|(_, _, right)| *right).collect();
            assert_eq!(times, expected, "{row:?}");
            let more: Vec<String> = found.iter().flat_map(|retimed| retimed.lines.clone()).collect();
            assert!(more.iter().skip(1).step_by(2).all(|line| line.ends_with(r#","new":[1]}"#)), "{more:?}");
            // Once repaired, nothing is wrong any more.
            let all: Vec<String> = lines.into_iter().chain(more).collect();
            assert_eq!(retimed(&all, now, &Calendar::utc()), [], "{all:?}");
        }
    }
    #[test]
    fn a_forecast_of_a_time_to_come_is_taken_back_and_not_noted_on_another_day() {
        let now = Calendar::utc().moment(At::parse("2026-11-22T10:00:00Z").unwrap());
        let foretold = r#"{"at":"2026-12-07T09:00:00.000Z","day":"2026-12-07","event":"foretold","date":"2026-12-08","cards":31,"mean":27.4,"low":25,"high":30}"#;
        let mut lines = vec![line("2026-11-20T10:00:00.000Z", "2026-11-20", ""), foretold.to_owned()];
        let found = retimed(&lines, now, &Calendar::utc());
        let [Retimed { to: None, lines: undo, .. }] = &found[..] else { panic!("{found:?}") };
        assert!(matches!(&undo[..], [line] if line.contains(r#""event":"undo""#)), "{undo:?}");
        lines.extend(undo.iter().cloned());
        assert_eq!(retimed(&lines, now, &Calendar::utc()), []);
    }
}
