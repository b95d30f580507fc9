//! An event: one line of the review log, read and written as JSON.
//!
//! What this version does not know (an event, a field, a grade) is read as [`Kind::Unknown`]; since
//! the file keeps every line as it stands, nothing of it is lost.

use crate::card::{CardId, Grade};
use crate::day::{At, Day};
use crate::markdown;
use memchr::memchr;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::sync::Arc;

/// The cause of a move that says that the rule of ids has changed.
const IDENTITY: &str = "identity";

/// One thing that happened to a card.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Event {
    /// When.
    pub at: At,
    /// The learner's study day at that instant.
    pub day: Day,
    /// The card, by the id it had then; empty where an event is about no card.
    pub card: CardId,
    /// What happened.
    pub kind: Kind,
}

/// What happened to a card; `I` stands for the id of a card, `N` for any other text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KindOf<I, N> {
    /// It was asked, and the answer graded.
    Review(ReviewOf<N>),
    /// The event of this card at that instant is taken back. An undo cannot itself be undone: to
    /// redo is to let the event happen again.
    Undo {
        /// The instant of the event taken back.
        of: At,
    },
    /// It is not asked until it is resumed.
    Suspend,
    /// It may be asked again: neither suspended nor buried.
    Resume,
    /// It is not asked for the rest of the study day.
    Bury,
    /// The user marked it.
    Flag,
    /// The user took the mark away.
    Unflag,
    /// It counts as never seen from now on.
    Reset,
    /// The user said on which study day it comes back.
    Due {
        /// That day.
        on: Day,
    },
    /// Its id changed; all its history belongs to the new one.
    Move {
        /// The new id.
        to: I,
    },
    /// Its id changed because the rule did by which cards get their ids: a move that says so. Of several
    /// from one id, or to one, the earliest counts, see `ties`.
    Identity {
        /// The new id.
        to: I,
    },
    /// It was asked in a real interview.
    Asked {
        /// How that went, where it was the learner's own interview.
        went: Option<Grade>,
        /// Which interview it was: the headings of a report; empty where nothing is said.
        place: N,
    },
    /// It was answered without being graded yet, see [`Answered`].
    Answered(Answered),
    /// The learner wrote a note of their own on it; the last one counts, and an empty one takes it away.
    Note {
        /// The note; what counts is what [`note_text`] leaves of it.
        text: N,
    },
    /// What the learner studies for; about no card. The latest one counts.
    Plan(TargetOf<N>),
    /// Something this version does not know.
    Unknown,
}

/// What happened to a card.
pub type Kind = KindOf<CardId, Arc<str>>;

/// A [`Kind`] that borrows its texts.
pub type KindRef<'a> = KindOf<Cow<'a, str>, Cow<'a, str>>;

/// One graded answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReviewOf<N> {
    /// How well it was recalled.
    pub grade: Grade,
    /// The name of the mode it was asked in.
    pub mode: N,
    /// Time from question to grade, in milliseconds.
    pub ms: u32,
    /// How sure the learner was before seeing the answer, where they were asked.
    pub confidence: Option<Confidence>,
    /// Which points of the answer were said, where they were ticked off.
    pub points: Option<Points>,
    /// What the learner wrote, where they did, at most [`NOTE_MOST`] bytes.
    pub answer: Option<N>,
}

/// One graded answer.
pub type Review = ReviewOf<Arc<str>>;

impl<N> ReviewOf<N> {
    /// An answer of which no more is known than its grade and time.
    pub fn new(grade: Grade, mode: impl Into<N>, ms: u32) -> ReviewOf<N> {
        ReviewOf { grade, mode: mode.into(), ms, confidence: None, points: None, answer: None }
    }
}

/// An answer that waits for its grade: given in a mock interview, where grades come at the end. It
/// waits until the card's next review, and is taken back by an undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Answered {
    /// When its round began; answers of one round say the same.
    pub round: At,
    /// Time from question to answer, in milliseconds.
    pub ms: u32,
    /// The time the round had for each question, in milliseconds.
    pub pace: u32,
    /// How sure the learner was of it.
    pub confidence: Confidence,
}

/// What the learner studies for: a date, and the minutes they have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TargetOf<N> {
    /// The day of the interview; none takes the plan back.
    pub date: Option<Day>,
    /// Minutes of study a day.
    pub minutes: u32,
    /// What matters how much, as a JSON object from the name of a deck (`deep-learning`), or of a deck
    /// and a heading in it (`deep-learning › CNN`), to a weight, 0 for out of scope; `{}` where all is
    /// worth the same. See [`crate::progress::weights`].
    pub weights: N,
}

/// What the learner studies for.
pub type Target = TargetOf<Arc<str>>;

/// How sure a learner was of an answer before seeing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// They did not know.
    No,
    /// Rather not.
    Maybe,
    /// Rather yes.
    Likely,
    /// They knew.
    Sure,
}

impl Confidence {
    /// All of them, the least sure first.
    pub const ALL: [Confidence; 4] =
        [Confidence::No, Confidence::Maybe, Confidence::Likely, Confidence::Sure];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::No => "no",
            Confidence::Maybe => "maybe",
            Confidence::Likely => "likely",
            Confidence::Sure => "sure",
        }
    }

    /// The confidence of this name.
    pub fn named(name: &str) -> Option<Confidence> {
        Confidence::ALL.into_iter().find(|confidence| confidence.name() == name)
    }
}

/// Which points of an answer were missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points {
    /// How many points the answer had, at most [`Points::MOST`].
    of: u8,
    /// A bit for each point that was missed; the lowest is the first point.
    missed: u32,
}

impl Points {
    /// The most points that are told apart; what an answer has beyond them does not count.
    pub const MOST: usize = 32;

    /// The points of an answer that has `of` of them; `missed` counts from 0.
    pub fn new(of: usize, missed: impl IntoIterator<Item = usize>) -> Points {
        let of = of.min(Points::MOST);
        let missed = missed.into_iter().filter(|point| *point < of).fold(0, |bits, point| bits | 1 << point);
        Points { of: of as u8, missed }
    }

    /// The points of an answer of which these were said, in their order.
    pub fn of_said(said: &[bool]) -> Points {
        let missed = said.iter().enumerate().filter(|(_, said)| !**said).map(|(point, _)| point);
        Points::new(said.len(), missed)
    }

    /// How many points the answer had.
    pub fn count(self) -> usize {
        usize::from(self.of)
    }

    /// The missed points in order, from 0.
    pub fn missed(self) -> impl Iterator<Item = usize> {
        (0..self.count()).filter(move |point| self.missed >> point & 1 == 1)
    }
}

impl<I, N> KindOf<I, N> {
    /// The same with other ids and texts.
    pub fn map<'a, J, M>(
        &'a self,
        mut id: impl FnMut(&'a I) -> J,
        mut text: impl FnMut(&'a N) -> M,
    ) -> KindOf<J, M> {
        match self {
            KindOf::Review(ReviewOf { grade, mode, ms, confidence, points, answer }) => {
                KindOf::Review(ReviewOf {
                    grade: *grade,
                    mode: text(mode),
                    ms: *ms,
                    confidence: *confidence,
                    points: *points,
                    answer: answer.as_ref().map(text),
                })
            }
            KindOf::Undo { of } => KindOf::Undo { of: *of },
            KindOf::Suspend => KindOf::Suspend,
            KindOf::Resume => KindOf::Resume,
            KindOf::Bury => KindOf::Bury,
            KindOf::Flag => KindOf::Flag,
            KindOf::Unflag => KindOf::Unflag,
            KindOf::Reset => KindOf::Reset,
            KindOf::Due { on } => KindOf::Due { on: *on },
            KindOf::Move { to } => KindOf::Move { to: id(to) },
            KindOf::Identity { to } => KindOf::Identity { to: id(to) },
            KindOf::Asked { went, place } => KindOf::Asked { went: *went, place: text(place) },
            KindOf::Answered(answered) => KindOf::Answered(*answered),
            KindOf::Note { text: note } => KindOf::Note { text: text(note) },
            KindOf::Plan(TargetOf { date, minutes, weights }) => {
                KindOf::Plan(TargetOf { date: *date, minutes: *minutes, weights: text(weights) })
            }
            KindOf::Unknown => KindOf::Unknown,
        }
    }
}

/// An [`Event`] that borrows its texts from the line it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRef<'a> {
    /// When; the beginning of time where an unknown event does not say.
    pub at: At,
    /// The learner's study day.
    pub day: Day,
    /// The card.
    pub card: Cow<'a, str>,
    /// What happened.
    pub kind: KindRef<'a>,
}

impl Event {
    /// Its JSON object, on one line, keys in the order of the design.
    pub fn to_json(&self) -> String {
        let card = quoted(self.card.as_str());
        let mut json = format!(r#"{{"at":"{}","day":"{}""#, self.at, self.day);
        if !matches!(self.kind, Kind::Plan(_)) {
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
            Kind::Note { text } => write!(json, r#""note","text":{}"#, quoted(text)),
            Kind::Plan(Target { date, minutes, weights }) => {
                let date = date.map_or("null".into(), |date| quoted(&date.to_string()));
                write!(json, r#""plan","date":{date},"minutes":{minutes},"weights":{weights}"#)
            }
            Kind::Unknown => write!(json, r#""unknown""#),
        };
        written.expect("writing to a string never fails");
        json.push('}');
        json
    }

    /// The same event, borrowed.
    pub fn borrowed(&self) -> EventRef<'_> {
        let kind = self.kind.map(|id| Cow::Borrowed(id.as_str()), |text| Cow::Borrowed(&**text));
        EventRef { at: self.at, day: self.day, card: Cow::Borrowed(self.card.as_str()), kind }
    }
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
    let Review { grade, mode, ms, confidence, points, answer } = review;
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
    Ok(())
}

impl EventRef<'_> {
    /// The same event, owned.
    pub fn to_event(&self) -> Event {
        let kind = self.kind.map(|id| id.as_ref().into(), |text| text.as_ref().into());
        Event { at: self.at, day: self.day, card: self.card.as_ref().into(), kind }
    }
}

/// Reads one JSON object as an event; `None` when it is no JSON object.
pub fn parse(json: &[u8]) -> Option<EventRef<'_>> {
    let json = std::str::from_utf8(json).ok()?;
    written_by_us(json).or_else(|| any_event(json))
}

/// A review exactly as [`Event::to_json`] writes it, without the cost of a general parser: a long
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
    went: Option<Cow<'a, str>>,
    place: Option<serde_json::Value>,
    round: Option<Cow<'a, str>>,
    pace: Option<f64>,
    date: Option<Cow<'a, str>>,
    minutes: Option<f64>,
    weights: Option<serde_json::Value>,
    of: Option<Cow<'a, str>>,
    on: Option<Cow<'a, str>>,
    from: Option<Cow<'a, str>>,
    to: Option<Cow<'a, str>>,
    text: Option<serde_json::Value>,
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
        "note" => KindRef::Note { text: fields.text?.as_str()?.to_owned().into() },
        "plan" => KindRef::Plan(TargetOf {
            date: fields.date.map_or(Some(None), |date| Day::parse(&date).map(Some))?,
            minutes: fields.minutes? as u32,
            weights: weights_json(&weights_of(&fields.weights.unwrap_or_default())).into(),
        }),
        _ => return None,
    };
    let card = match kind {
        KindRef::Move { .. } | KindRef::Identity { .. } => fields.from.or(fields.card)?,
        KindRef::Plan(_) => Cow::Borrowed(""),
        _ => fields.card?,
    };
    Some(EventRef { at: At::parse(&fields.at?)?, day: Day::parse(&fields.day?)?, card, kind })
}

/// Points as a line has them: how many there are, and the numbers of the missed ones from 1.
fn points(of: &serde_json::Value, missed: &serde_json::Value) -> Option<Points> {
    let missed = missed.as_array()?.iter().filter_map(|point| point.as_u64()?.checked_sub(1));
    Some(Points::new(of.as_u64()? as usize, missed.map(|point| point as usize)))
}

/// The weights of a [`Target`], by name.
pub fn weights(target: &Target) -> BTreeMap<String, f32> {
    weights_of(&serde_json::from_str(&target.weights).unwrap_or_default())
}

fn weights_of(value: &serde_json::Value) -> BTreeMap<String, f32> {
    let entries = value.as_object().into_iter().flatten();
    let weight = |value: &serde_json::Value| value.as_f64().filter(|weight| *weight >= 0.0);
    entries.filter_map(|(name, value)| Some((name.clone(), weight(value)? as f32))).collect()
}

/// Weights as a [`Target`] holds them.
pub fn weights_json(weights: &BTreeMap<String, f32>) -> String {
    serde_json::to_string(weights).expect("a map from text to numbers is JSON")
}

/// The most bytes that a note of the learner has.
pub const NOTE_MOST: usize = 4096;

/// A note as it is kept and shown: without control codes and hidden letters, without white space around
/// it, and cut where another program wrote more than [`NOTE_MOST`] bytes.
pub fn note_text(text: &str) -> String {
    let mut text = markdown::clean(text);
    if text.len() > NOTE_MOST {
        text.truncate(text.floor_char_boundary(NOTE_MOST));
        // The cut may have parted what belongs together.
        text = markdown::clean(&text);
    }
    text.trim_end().trim_start_matches('\n').to_owned()
}

/// What a learner wrote as the log keeps it; nothing where nothing is left.
pub fn kept(text: &str) -> Option<String> {
    Some(note_text(text)).filter(|text| !text.is_empty())
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const AT: &str = r#""at":"2026-11-22T10:00:00.123Z","day":"2026-11-22","card":"pooling""#;

    fn event(kind: Kind) -> Event {
        Event {
            at: At::parse("2026-11-22T10:00:00.123Z").unwrap(),
            day: Day::parse("2026-11-22").unwrap(),
            card: "pooling".into(),
            kind,
        }
    }

    #[test]
    fn events_are_written_as_the_design_says_and_read_back() {
        let of = At::parse("2026-11-22T09:00:00.000Z").unwrap();
        let review = Review::new(Grade::Good, "recall", 5400);
        let told = Review {
            confidence: Some(Confidence::Likely),
            points: Some(Points::new(5, [1, 3])),
            ..review.clone()
        };
        for (kind, rest) in [
            (Kind::Review(review), r#""event":"review","grade":"good","mode":"recall","ms":5400"#),
            (
                Kind::Review(told),
                r#""event":"review","grade":"good","mode":"recall","ms":5400,"confidence":"likely","points":5,"missed":[2,4]"#,
            ),
            (Kind::Asked { went: Some(Grade::Hard), place: "".into() }, r#""event":"asked","went":"hard""#),
            (
                Kind::Asked { went: None, place: "A \"B\" · 2".into() },
                r#""event":"asked","place":"A \"B\" · 2""#,
            ),
            (
                Kind::Review(Review {
                    answer: Some("先说\n\"max\"".into()),
                    ..Review::new(Grade::Good, "typed", 5)
                }),
                r#""event":"review","grade":"good","mode":"typed","ms":5,"answer":"先说\n\"max\"""#,
            ),
            (
                Kind::Answered(Answered {
                    round: of,
                    ms: 81_000,
                    pace: 180_000,
                    confidence: Confidence::Sure,
                }),
                r#""event":"answered","round":"2026-11-22T09:00:00.000Z","ms":81000,"pace":180000,"confidence":"sure""#,
            ),
            (Kind::Undo { of }, r#""event":"undo","of":"2026-11-22T09:00:00.000Z""#),
            (Kind::Suspend, r#""event":"suspend""#),
            (Kind::Resume, r#""event":"resume""#),
            (Kind::Bury, r#""event":"bury""#),
            (Kind::Flag, r#""event":"flag""#),
            (Kind::Unflag, r#""event":"unflag""#),
            (Kind::Reset, r#""event":"reset""#),
            (Kind::Due { on: Day::parse("2026-12-01").unwrap() }, r#""event":"due","on":"2026-12-01""#),
            (Kind::Note { text: "说\n\"x\"".into() }, r#""event":"note","text":"说\n\"x\"""#),
            (Kind::Note { text: "".into() }, r#""event":"note","text":"""#),
            (Kind::Move { to: "池化\"1\"".into() }, r#""event":"move","from":"pooling","to":"池化\"1\"""#),
            (
                Kind::Identity { to: "x".into() },
                r#""event":"move","from":"pooling","to":"x","cause":"identity""#,
            ),
        ] {
            let event = event(kind);
            let json = event.to_json();
            assert_eq!(json, format!("{{{AT},{rest}}}"));
            assert_eq!(parse(json.as_bytes()).unwrap().to_event(), event);
        }
    }

    #[test]
    fn a_plan_is_about_no_card() {
        let date = Some(Day::parse("2026-12-05").unwrap());
        let weights = r#"{"RNN":2.5,"池化":0.0}"#;
        let none = Target { date: None, minutes: 0, weights: "{}".into() };
        for (target, rest) in [
            (
                Target { date, minutes: 40, weights: weights.into() },
                r#""date":"2026-12-05","minutes":40,"weights":{"RNN":2.5,"池化":0.0}"#,
            ),
            (none, r#""date":null,"minutes":0,"weights":{}"#),
        ] {
            let event = Event { card: "".into(), ..event(Kind::Plan(target)) };
            let json = event.to_json();
            let head = r#"{"at":"2026-11-22T10:00:00.123Z","day":"2026-11-22","event":"plan","#;
            assert_eq!(json, format!("{head}{rest}}}"));
            assert_eq!(parse(json.as_bytes()).unwrap().to_event(), event);
        }
    }

    #[test]
    fn a_note_is_cleaned_and_cut_once() {
        assert!(!note_text("a\u{1b}]0;x\u{7}").contains(['\u{1b}', '\u{7}']));
        for (text, note) in [("\n\n  a\n\n", "  a"), (" \n\t\n", ""), ("", ""), ("a\tb\n\nc ", "a    b\n\nc")]
        {
            assert_eq!(note_text(text), note, "{text:?}");
        }
        let long = note_text(&"池".repeat(3000));
        assert_eq!((long.len(), long.chars().all(|letter| letter == '池')), (4095, true));
        for text in [&*long, &"👩‍🚀".repeat(900), &"a\t".repeat(4000), "\u{200d}x\u{202e}y"] {
            let once = note_text(text);
            assert_eq!(note_text(&once), once, "what was cleaned stays as it is");
            assert!(once.len() <= NOTE_MOST);
        }
    }

    #[test]
    fn points_beyond_the_most_are_left_out() {
        let points = Points::new(40, [0, 31, 32, 39]);
        assert_eq!((points.count(), points.missed().collect::<Vec<_>>()), (32, vec![0, 31]));
    }

    /// Rows: the rest of a line that is kept; what this version makes of it.
    #[test]
    fn what_is_not_understood_is_unknown_not_an_error() {
        let good = KindRef::Review(ReviewOf::new(Grade::Good, "", 0));
        for (rest, kind) in [
            (r#""event":"review","grade":"good""#, good.clone()),
            (r#""event":"review","grade":"good","ms":0,"confidence":[1,{"a":null}]"#, good.clone()),
            (r#" "grade" : "good" , "event":"review","mode":"""#, good.clone()),
            (r#""event":"review","grade":"perfect""#, KindRef::Unknown),
            (r#""event":"review","grade":7"#, KindRef::Unknown),
            (r#""event":"dance","of":12"#, KindRef::Unknown),
            (r#""event":"undo","of":"yesterday""#, KindRef::Unknown),
            (
                r#""event":"review","grade":"good","confidence":"very","points":"x","missed":[1]"#,
                good.clone(),
            ),
            (r#""event":"plan","date":"soon","minutes":1"#, KindRef::Unknown),
            (r#""event":"move""#, KindRef::Unknown),
            (r#""event":"note""#, KindRef::Unknown),
            (r#""event":"note","text":7"#, KindRef::Unknown),
            (r#""event":"review","grade":"good","text":{"a":1}"#, good.clone()),
            (r#""event":"answered","ms":5,"pace":6,"confidence":"sure""#, KindRef::Unknown),
        ] {
            let json = format!("{{{AT},{rest}}}");
            let event = parse(json.as_bytes()).unwrap_or_else(|| panic!("{json}"));
            assert_eq!((event.at, &event.kind), (At(1_795_341_600_123), &kind), "{json}");
        }
        for json in ["", "{", "[]", "[1,2]", "null", "{\"at\":\"2026\"", "{}x", "{\"card\":\"\u{1}\"}"] {
            assert_eq!(parse(json.as_bytes()), None, "{json}");
        }
        assert_eq!(parse(b"{\"card\":\"\xff\"}"), None);
    }

    /// Texts as they may stand in a line, with their quotes.
    fn any_text() -> impl Strategy<Value = String> {
        let plain = prop::sample::select(vec!["pooling", "池化", "", "recall", "good", "review", "}", ","]);
        let escaped =
            prop::sample::select(vec![r#"a\"b"#, r"\u4e2d", "a\\\\", "tab\t", "\\x", "\u{1}", "\u{7f}é"]);
        prop_oneof![4 => plain, 1 => escaped].prop_map(|text| format!("\"{text}\""))
    }

    /// Lines of every kind: as we write them, or with fields in another order, left out, twice or odd,
    /// and with anything put in or taken away.
    fn any_line() -> impl Strategy<Value = String> {
        let at = prop::sample::select(vec![
            "2026-11-22T10:00:00.123Z",
            "2026-02-30T10:00:00.123Z",
            "2026-11-22T10:00:60.123Z",
            "2026-11-22T10:00:00,123Z",
            "2026-11-22T18:00:00+08:00",
            "0000-01-01T00:00:00.000Z",
            "/026-11-22T10:00:00.123Z",
        ]);
        let day =
            prop::sample::select(vec!["2026-11-22", "2026-13-01", "2026-1-001", "20261122", "中文中文"]);
        let event = prop_oneof![9 => Just("\"review\"".to_owned()), 1 => any_text()];
        let grade = prop_oneof![
            6 => prop::sample::select(Grade::ALL.to_vec()).prop_map(|grade| format!("\"{}\"", grade.name())),
            1 => any_text(),
        ];
        let ms = prop_oneof![
            4 => (0..1_000_000_000u64).prop_map(|ms| ms.to_string()),
            2 => prop::sample::select(vec!["0", "01", "-1", "1e3", "1.5", "", "10000000000", "null", "\"7\""])
                .prop_map(str::to_owned),
        ];
        let more = prop::sample::select(vec![
            "",
            "",
            "",
            r#","confidence":"likely""#,
            r#","confidence":"very""#,
            r#","confidence":3"#,
            r#","confidence":"no","new":[1,{"a":null}]"#,
            r#","points":5,"missed":[2]"#,
            r#","ms":7"#,
        ]);
        let edit = prop::option::of((
            0..400usize,
            prop::sample::select(vec!["", " ", "\"", "\\", "0", "}", "\n", "é"]),
        ));
        ((at, day, any_text(), event), (grade, any_text(), ms, more), (0..49usize, edit)).prop_map(
            |((at, day, card, event), (grade, mode, ms, more), (swap, edit))| {
                let mut fields = [
                    format!(r#""at":"{at}""#),
                    format!(r#""day":"{day}""#),
                    format!(r#""card":{card}"#),
                    format!(r#""event":{event}"#),
                    format!(r#""grade":{grade}"#),
                    format!(r#""mode":{mode}"#),
                    format!(r#""ms":{ms}{more}"#),
                ];
                // Most lines keep their order.
                if swap % 3 == 0 {
                    fields.swap(swap % 7, swap / 7);
                }
                let mut line = format!("{{{}}}", fields.join(","));
                if let Some((place, text)) = edit {
                    let place = (0..=place % line.len()).rfind(|place| line.is_char_boundary(*place));
                    let place = place.unwrap_or_default();
                    let after = line[place..].chars().next().map_or(0, char::len_utf8);
                    line.replace_range(place..place + after, text);
                }
                line
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 6_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_short_way_reads_what_the_general_one_reads(line in any_line()) {
            let short = written_by_us(&line);
            prop_assert!(short.is_none() || short == any_event(&line), "{} {:?}", line, short);
        }
    }

    #[test]
    fn the_short_way_is_taken_by_what_we_write() {
        for (grade, card) in Grade::ALL.into_iter().zip(["pooling", "池化", "a b", ""]) {
            for confidence in Confidence::ALL.into_iter().map(Some).chain([None]) {
                let review = Review { confidence, ..Review::new(grade, "recall", 5400) };
                let event = Event { card: card.into(), ..event(Kind::Review(review)) };
                let json = event.to_json();
                assert_eq!(written_by_us(&json), Some(event.borrowed()), "{json}");
            }
        }
        for ms in ["01", "-1", "1e3", "1.5", "", "10000000000"] {
            let json = format!(r#"{{{AT},"event":"review","grade":"easy","mode":"x","ms":{ms}}}"#);
            assert_eq!(written_by_us(&json), None, "{json}");
        }
    }
}
