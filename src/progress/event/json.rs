//! An event as JSON, on one line: how it is written, and how lines of this and of later versions are read.
//!
//! What this version does not know (an event, a field, a grade) is read as [`Kind::Unknown`]; since
//! the file keeps every line as it stands, nothing of it is lost.

use super::agreeing::before_json;
use super::{
    Answered, EventRef, Foretold, Kind, KindRef, LogEvent, Points, Review, ReviewOf, Target, TargetOf, kept,
    others_json, weights_json, weights_of,
};
use crate::card::{Confidence, Grade};
use crate::day::{At, Day, TimeOfDay};
use memchr::memchr;
use serde::Deserialize;
use std::borrow::Cow;
use std::fmt::{self, Write};

/// The cause of a move that says that the rule of ids has changed.
const IDENTITY: &str = "identity";

impl LogEvent {
    /// Its JSON object, on one line, keys in the order of the design.
    pub fn to_json(&self) -> String {
        let card = quoted(self.card.as_str());
        let mut json = format!(r#"{{"at":"{}","day":"{}""#, self.at, self.day);
        if self.kind.is_of_a_card() {
            write!(json, r#","card":{card}"#).expect("writing to a string never fails");
        }
        json.push_str(r#","event":"#);
        let written = match &self.kind {
            Kind::Review(review) => write_review(&mut json, review),
            Kind::Undo { of } => write!(json, r#""undo","of":"{of}""#),
            Kind::Suspend => write!(json, r#""suspend""#),
            Kind::Resume => write!(json, r#""resume""#),
            Kind::Bury => write!(json, r#""bury""#),
            Kind::Flag => write!(json, r#""flag""#),
            Kind::Unflag => write!(json, r#""unflag""#),
            Kind::Reset => write!(json, r#""reset""#),
            Kind::Due { on } => write!(json, r#""due","on":"{on}""#),
            Kind::Move { to } => write!(json, r#""move","from":{card},"to":{}"#, quoted(to.as_str())),
            Kind::Identity { to } => {
                write!(json, r#""move","from":{card},"to":{},"cause":"{IDENTITY}""#, quoted(to.as_str()))
            }
            Kind::Asked { went, place } => write_asked(&mut json, *went, place),
            Kind::Answered(Answered { round, ms, pace, confidence }) => write!(
                json,
                r#""answered","round":"{round}","ms":{ms},"pace":{pace},"confidence":"{}""#,
                confidence.name()
            ),
            Kind::Note { text, over } => {
                let over = over.map_or(String::new(), |over| format!(r#","over":{over}"#));
                write!(json, r#""note","text":{}{over}"#, quoted(text))
            }
            Kind::Plan(target) => write_plan(&mut json, target),
            Kind::Foretold(Foretold { date, cards, mean, low, high }) => {
                let [mean, low, high] = [mean, low, high].map(|tenths| f64::from(*tenths) / 10.0);
                write!(
                    json,
                    r#""foretold","date":"{date}","cards":{cards},"mean":{mean},"low":{low},"high":{high}"#
                )
            }
            Kind::Unknown => write!(json, r#""unknown""#),
        };
        written.expect("writing to a string never fails");
        json.push('}');
        json
    }
}

fn write_plan(json: &mut String, target: &Target) -> fmt::Result {
    let Target { date, hour, minutes, weights, others, before } = target;
    let date = date.map_or("null".into(), |date| quoted(&date.to_string()));
    write!(json, r#""plan","date":{date},"minutes":{minutes},"weights":{weights}"#)?;
    if let Some(hour) = hour {
        write!(json, r#","hour":"{hour}""#)?;
    }
    if !others.is_empty() {
        write!(json, r#","others":{others}"#)?;
    }
    if !before.is_empty() {
        write!(json, r#","before":{before}"#)?;
    }
    Ok(())
}

fn write_asked(json: &mut String, went: Option<Grade>, place: &str) -> fmt::Result {
    json.push_str(r#""asked""#);
    if let Some(went) = went {
        write!(json, r#","went":"{}""#, went.name())?;
    }
    if !place.is_empty() {
        write!(json, r#","place":{}"#, quoted(place))?;
    }
    Ok(())
}

fn write_review(json: &mut String, review: &Review) -> fmt::Result {
    let Review { grade, mode, ms, confidence, points, answer, exercise } = review;
    write!(json, r#""review","grade":"{}","mode":{},"ms":{ms}"#, grade.name(), quoted(mode))?;
    if let Some(confidence) = confidence {
        write!(json, r#","confidence":"{}""#, confidence.name())?;
    }
    if let Some(points) = points {
        let missed: Vec<usize> = points.missed().map(|point| point + 1).collect();
        write!(json, r#","points":{},"missed":{}"#, points.count(), serde_json::json!(missed))?;
    }
    if let Some(answer) = answer {
        write!(json, r#","answer":{}"#, quoted(answer))?;
    }
    if let Some(exercise) = exercise {
        write!(json, r#","exercise":{}"#, quoted(exercise))?;
    }
    Ok(())
}

/// Reads one JSON object as an event; `None` when it is no JSON object.
pub fn parse(json: &[u8]) -> Option<EventRef<'_>> {
    let json = std::str::from_utf8(json).ok()?;
    written_by_us(json).or_else(|| any_event(json))
}

/// A review exactly as [`LogEvent::to_json`] writes it, without the cost of a general parser: a long
/// history has a million of them.
fn written_by_us(json: &str) -> Option<EventRef<'_>> {
    let rest = json.strip_prefix(r#"{"at":""#)?;
    let (at, rest) = rest.split_at_checked("2026-11-22T10:00:00.123Z".len())?;
    let rest = rest.strip_prefix(r#"","day":""#)?;
    let (day, rest) = rest.split_at_checked("2026-11-22".len())?;
    let (card, rest) = plain_string(rest.strip_prefix(r#"","card":"#)?)?;
    let (grade, rest) = plain_string(rest.strip_prefix(r#","event":"review","grade":"#)?)?;
    let (mode, rest) = plain_string(rest.strip_prefix(r#","mode":"#)?)?;
    let (ms, rest) = plain_number(rest.strip_prefix(r#","ms":"#)?)?;
    let (confidence, rest) = match rest.strip_prefix(r#","confidence":"#) {
        Some(rest) => plain_string(rest).map(|(name, rest)| (Confidence::named(name), rest))?,
        None => (None, rest),
    };
    if rest != "}" {
        return None;
    }
    let review = ReviewOf { confidence, ..ReviewOf::new(Grade::named(grade)?, mode, ms) };
    let (at, day) = (At::parse(at)?, Day::parse(day)?);
    Some(EventRef { at, day, card: Cow::Borrowed(card), kind: KindRef::Review(review) })
}

/// A JSON string without escapes at the start of `text`, and what follows it.
fn plain_string(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix('"')?;
    let (string, rest) = text.split_at(memchr(b'"', text.as_bytes())?);
    let is_plain = string.bytes().fold(true, |plain, byte| plain & (byte >= b' ') & (byte != b'\\'));
    is_plain.then(|| (string, &rest[1..]))
}

/// A JSON number of a few digits at the start of `text`, and what follows it.
fn plain_number(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().position(|byte| !byte.is_ascii_digit())?;
    let (number, rest) = text.split_at(digits);
    let is_plain = matches!(digits, 1..=9) && (number == "0" || !number.starts_with('0'));
    is_plain.then(|| Some((number.parse().ok()?, rest)))?
}

/// The fields of every event; each may be missing.
#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
struct Fields<'a> {
    at: Option<Cow<'a, str>>,
    day: Option<Cow<'a, str>>,
    card: Option<Cow<'a, str>>,
    event: Option<Cow<'a, str>>,
    grade: Option<Cow<'a, str>>,
    mode: Option<Cow<'a, str>>,
    ms: Option<f64>,
    confidence: Option<serde_json::Value>,
    points: Option<serde_json::Value>,
    missed: Option<serde_json::Value>,
    answer: Option<serde_json::Value>,
    exercise: Option<serde_json::Value>,
    went: Option<Cow<'a, str>>,
    place: Option<serde_json::Value>,
    round: Option<Cow<'a, str>>,
    pace: Option<f64>,
    date: Option<Cow<'a, str>>,
    minutes: Option<f64>,
    weights: Option<serde_json::Value>,
    hour: Option<serde_json::Value>,
    others: Option<serde_json::Value>,
    before: Option<serde_json::Value>,
    cards: Option<f64>,
    mean: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    of: Option<Cow<'a, str>>,
    on: Option<Cow<'a, str>>,
    from: Option<Cow<'a, str>>,
    to: Option<Cow<'a, str>>,
    text: Option<serde_json::Value>,
    over: Option<serde_json::Value>,
    cause: Option<serde_json::Value>,
}

/// Only the time of an event, for the order of lines that are not understood.
#[derive(Deserialize)]
struct Whenever {
    at: Option<serde_json::Value>,
}

fn any_event(json: &str) -> Option<EventRef<'_>> {
    if let Some(event) = serde_json::from_str::<Fields<'_>>(json).ok().and_then(known) {
        return Some(event);
    }
    // Serde would read a struct from an array too.
    let when: Whenever = json.starts_with('{').then(|| serde_json::from_str(json).ok())??;
    let at = when.at.as_ref().and_then(|at| At::parse(at.as_str()?)).unwrap_or(At(i64::MIN));
    Some(EventRef { at, day: Day(0), card: Cow::Borrowed(""), kind: KindRef::Unknown })
}

fn known(fields: Fields<'_>) -> Option<EventRef<'_>> {
    let kind = match fields.event?.as_ref() {
        "review" => KindRef::Review(ReviewOf {
            grade: Grade::named(&fields.grade?)?,
            mode: fields.mode.unwrap_or_default(),
            ms: fields.ms.unwrap_or(0.0) as u32,
            confidence: fields.confidence.and_then(|value| Confidence::named(value.as_str()?)),
            points: fields.points.and_then(|of| points(&of, fields.missed.as_ref()?)),
            answer: fields.answer.as_ref().and_then(|text| kept(text.as_str()?)).map(Cow::Owned),
            exercise: fields.exercise.as_ref().and_then(|text| kept(text.as_str()?)).map(Cow::Owned),
        }),
        "undo" => KindRef::Undo { of: At::parse(&fields.of?)? },
        "suspend" => KindRef::Suspend,
        "resume" => KindRef::Resume,
        "bury" => KindRef::Bury,
        "flag" => KindRef::Flag,
        "unflag" => KindRef::Unflag,
        "reset" => KindRef::Reset,
        "due" => KindRef::Due { on: Day::parse(&fields.on?)? },
        "move" if fields.cause.as_ref().is_some_and(|cause| cause == IDENTITY) => {
            KindRef::Identity { to: fields.to? }
        }
        "move" => KindRef::Move { to: fields.to? },
        "asked" => KindRef::Asked {
            went: fields.went.map_or(Some(None), |went| Grade::named(&went).map(Some))?,
            place: fields
                .place
                .as_ref()
                .and_then(|place| place.as_str())
                .unwrap_or_default()
                .to_owned()
                .into(),
        },
        "answered" => KindRef::Answered(Answered {
            round: At::parse(&fields.round?)?,
            ms: fields.ms? as u32,
            pace: fields.pace? as u32,
            confidence: Confidence::named(fields.confidence?.as_str()?)?,
        }),
        "note" => KindRef::Note {
            text: fields.text?.as_str()?.to_owned().into(),
            over: fields.over.and_then(|over| over.as_u64()?.try_into().ok()),
        },
        "plan" => KindRef::Plan(TargetOf {
            date: fields.date.map_or(Some(None), |date| Day::parse(&date).map(Some))?,
            hour: fields.hour.as_ref().and_then(|hour| TimeOfDay::parse(hour.as_str()?)),
            minutes: fields.minutes? as u32,
            weights: weights_json(&weights_of(&fields.weights.unwrap_or_default())).into(),
            others: fields.others.as_ref().map(others_json).unwrap_or_default().into(),
            before: fields.before.as_ref().map(before_json).unwrap_or_default().into(),
        }),
        "foretold" => KindRef::Foretold(Foretold {
            date: Day::parse(&fields.date?)?,
            cards: fields.cards? as u32,
            mean: (fields.mean? * 10.0).round() as u32,
            low: (fields.low? * 10.0).round() as u32,
            high: (fields.high? * 10.0).round() as u32,
        }),
        _ => return None,
    };
    let card = match kind {
        KindRef::Move { .. } | KindRef::Identity { .. } => fields.from.or(fields.card)?,
        _ if kind.is_of_a_card() => fields.card?,
        _ => Cow::Borrowed(""),
    };
    Some(EventRef { at: At::parse(&fields.at?)?, day: Day::parse(&fields.day?)?, card, kind })
}

/// Points as a line has them: how many there are, and the numbers of the missed ones from 1.
fn points(of: &serde_json::Value, missed: &serde_json::Value) -> Option<Points> {
    let missed = missed.as_array()?.iter().filter_map(|point| point.as_u64()?.checked_sub(1));
    Some(Points::new(of.as_u64()? as usize, missed.map(|point| point as usize)))
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests;
