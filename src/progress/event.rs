//! An event: one line of the review log, read and written as JSON.
//!
//! What this version does not know (an event, a field, a grade) is read as [`Kind::Unknown`]; since
//! the file keeps every line as it stands, nothing of it is lost.

use crate::card::{CardId, Grade};
use crate::day::{At, Day};
use serde::Deserialize;
use std::borrow::Cow;
use std::fmt::Write;
use std::sync::Arc;

/// One thing that happened to a card.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Event {
    /// When.
    pub at: At,
    /// The learner's study day at that instant.
    pub day: Day,
    /// The card, by the id it had then.
    pub card: CardId,
    /// What happened.
    pub kind: Kind,
}

/// What happened to a card.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Kind {
    /// It was asked, and the answer graded.
    Review(Review),
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
        to: CardId,
    },
    /// Something this version does not know.
    Unknown,
}

/// One graded answer. Later fields (confidence, missed points) belong here.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Review {
    /// How well it was recalled.
    pub grade: Grade,
    /// The name of the mode it was asked in.
    pub mode: Arc<str>,
    /// Time from question to grade, in milliseconds.
    pub ms: u32,
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

/// A [`Kind`] that borrows its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KindRef<'a> {
    /// See [`Kind::Review`].
    Review {
        /// How well it was recalled.
        grade: Grade,
        /// The name of the mode it was asked in.
        mode: Cow<'a, str>,
        /// Time from question to grade, in milliseconds.
        ms: u32,
    },
    /// See [`Kind::Undo`].
    Undo {
        /// The instant of the event taken back.
        of: At,
    },
    /// See [`Kind::Suspend`].
    Suspend,
    /// See [`Kind::Resume`].
    Resume,
    /// See [`Kind::Bury`].
    Bury,
    /// See [`Kind::Flag`].
    Flag,
    /// See [`Kind::Unflag`].
    Unflag,
    /// See [`Kind::Reset`].
    Reset,
    /// See [`Kind::Due`].
    Due {
        /// That day.
        on: Day,
    },
    /// See [`Kind::Move`].
    Move {
        /// The new id.
        to: Cow<'a, str>,
    },
    /// See [`Kind::Unknown`].
    Unknown,
}

impl Event {
    /// Its JSON object, on one line, keys in the order of the design.
    pub fn to_json(&self) -> String {
        let card = quoted(self.card.as_str());
        let mut json = format!(r#"{{"at":"{}","day":"{}","card":{card},"event":"#, self.at, self.day);
        let written = match &self.kind {
            Kind::Review(Review { grade, mode, ms }) => {
                let (grade, mode) = (grade.name(), quoted(mode));
                write!(json, r#""review","grade":"{grade}","mode":{mode},"ms":{ms}}}"#)
            }
            Kind::Undo { of } => write!(json, r#""undo","of":"{of}"}}"#),
            Kind::Suspend => write!(json, r#""suspend"}}"#),
            Kind::Resume => write!(json, r#""resume"}}"#),
            Kind::Bury => write!(json, r#""bury"}}"#),
            Kind::Flag => write!(json, r#""flag"}}"#),
            Kind::Unflag => write!(json, r#""unflag"}}"#),
            Kind::Reset => write!(json, r#""reset"}}"#),
            Kind::Due { on } => write!(json, r#""due","on":"{on}"}}"#),
            Kind::Move { to } => write!(json, r#""move","from":{card},"to":{}}}"#, quoted(to.as_str())),
            Kind::Unknown => write!(json, r#""unknown"}}"#),
        };
        written.expect("writing to a string never fails");
        json
    }

    /// The same event, borrowed.
    pub fn borrowed(&self) -> EventRef<'_> {
        let kind = match &self.kind {
            Kind::Review(review) => {
                KindRef::Review { grade: review.grade, mode: Cow::Borrowed(&review.mode), ms: review.ms }
            }
            Kind::Undo { of } => KindRef::Undo { of: *of },
            Kind::Suspend => KindRef::Suspend,
            Kind::Resume => KindRef::Resume,
            Kind::Bury => KindRef::Bury,
            Kind::Flag => KindRef::Flag,
            Kind::Unflag => KindRef::Unflag,
            Kind::Reset => KindRef::Reset,
            Kind::Due { on } => KindRef::Due { on: *on },
            Kind::Move { to } => KindRef::Move { to: Cow::Borrowed(to.as_str()) },
            Kind::Unknown => KindRef::Unknown,
        };
        EventRef { at: self.at, day: self.day, card: Cow::Borrowed(self.card.as_str()), kind }
    }
}

impl EventRef<'_> {
    /// The same event, owned.
    pub fn to_event(&self) -> Event {
        let kind = match &self.kind {
            KindRef::Review { grade, mode, ms } => {
                Kind::Review(Review { grade: *grade, mode: mode.as_ref().into(), ms: *ms })
            }
            KindRef::Undo { of } => Kind::Undo { of: *of },
            KindRef::Suspend => Kind::Suspend,
            KindRef::Resume => Kind::Resume,
            KindRef::Bury => Kind::Bury,
            KindRef::Flag => Kind::Flag,
            KindRef::Unflag => Kind::Unflag,
            KindRef::Reset => Kind::Reset,
            KindRef::Due { on } => Kind::Due { on: *on },
            KindRef::Move { to } => Kind::Move { to: to.as_ref().into() },
            KindRef::Unknown => Kind::Unknown,
        };
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
    let ms = rest.strip_prefix(r#","ms":"#)?.strip_suffix('}')?;
    let is_number = matches!(ms.len(), 1..=9)
        && ms.bytes().all(|byte| byte.is_ascii_digit())
        && (ms == "0" || !ms.starts_with('0'));
    if !is_number {
        return None;
    }
    let kind =
        KindRef::Review { grade: Grade::named(grade)?, mode: Cow::Borrowed(mode), ms: ms.parse().ok()? };
    Some(EventRef { at: At::parse(at)?, day: Day::parse(day)?, card: Cow::Borrowed(card), kind })
}

/// A JSON string without escapes at the start of `text`, and what follows it.
fn plain_string(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix('"')?;
    let end = text.bytes().position(|byte| byte == b'"' || byte == b'\\' || byte < 0x20)?;
    let (string, rest) = text.split_at(end);
    Some((string, rest.strip_prefix('"')?))
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
    of: Option<Cow<'a, str>>,
    on: Option<Cow<'a, str>>,
    from: Option<Cow<'a, str>>,
    to: Option<Cow<'a, str>>,
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
        "review" => KindRef::Review {
            grade: Grade::named(&fields.grade?)?,
            mode: fields.mode.unwrap_or_default(),
            ms: fields.ms.unwrap_or(0.0) as u32,
        },
        "undo" => KindRef::Undo { of: At::parse(&fields.of?)? },
        "suspend" => KindRef::Suspend,
        "resume" => KindRef::Resume,
        "bury" => KindRef::Bury,
        "flag" => KindRef::Flag,
        "unflag" => KindRef::Unflag,
        "reset" => KindRef::Reset,
        "due" => KindRef::Due { on: Day::parse(&fields.on?)? },
        "move" => KindRef::Move { to: fields.to? },
        _ => return None,
    };
    let card = match kind {
        KindRef::Move { .. } => fields.from.or(fields.card)?,
        _ => fields.card?,
    };
    Some(EventRef { at: At::parse(&fields.at?)?, day: Day::parse(&fields.day?)?, card, kind })
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let review = Review { grade: Grade::Good, mode: "recall".into(), ms: 5400 };
        for (kind, rest) in [
            (Kind::Review(review), r#""event":"review","grade":"good","mode":"recall","ms":5400"#),
            (Kind::Undo { of }, r#""event":"undo","of":"2026-11-22T09:00:00.000Z""#),
            (Kind::Suspend, r#""event":"suspend""#),
            (Kind::Resume, r#""event":"resume""#),
            (Kind::Bury, r#""event":"bury""#),
            (Kind::Flag, r#""event":"flag""#),
            (Kind::Unflag, r#""event":"unflag""#),
            (Kind::Reset, r#""event":"reset""#),
            (Kind::Due { on: Day::parse("2026-12-01").unwrap() }, r#""event":"due","on":"2026-12-01""#),
            (Kind::Move { to: "池化\"1\"".into() }, r#""event":"move","from":"pooling","to":"池化\"1\"""#),
        ] {
            let event = event(kind);
            let json = event.to_json();
            assert_eq!(json, format!("{{{AT},{rest}}}"));
            assert_eq!(parse(json.as_bytes()).unwrap().to_event(), event);
        }
    }

    /// Rows: the rest of a line that is kept; what this version makes of it.
    #[test]
    fn what_is_not_understood_is_unknown_not_an_error() {
        let good = KindRef::Review { grade: Grade::Good, mode: "".into(), ms: 0 };
        for (rest, kind) in [
            (r#""event":"review","grade":"good""#, good.clone()),
            (r#""event":"review","grade":"good","ms":0,"confidence":[1,{"a":null}]"#, good.clone()),
            (r#" "grade" : "good" , "event":"review","mode":"""#, good),
            (r#""event":"review","grade":"perfect""#, KindRef::Unknown),
            (r#""event":"review","grade":7"#, KindRef::Unknown),
            (r#""event":"dance","of":12"#, KindRef::Unknown),
            (r#""event":"undo","of":"yesterday""#, KindRef::Unknown),
            (r#""event":"move""#, KindRef::Unknown),
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

    #[test]
    fn the_short_way_reads_what_the_general_one_reads() {
        for (card, mode, ms) in [
            ("pooling", "recall", "0"),
            ("池化", "typed", "999999999"),
            ("", "", "5400"),
            ("a\\\"b", "x", "7"),
            ("a\\u4e2d", "x", "10"),
        ] {
            let json = format!(
                r#"{{"at":"2026-11-22T10:00:00.123Z","day":"2026-11-22","card":"{card}","event":"review","grade":"easy","mode":"{mode}","ms":{ms}}}"#
            );
            assert_eq!(parse(json.as_bytes()), any_event(&json), "{json}");
        }
        for ms in ["01", "-1", "1e3", "1.5", "", "10000000000"] {
            let json = format!(
                r#"{{"at":"2026-11-22T10:00:00.123Z","day":"2026-11-22","card":"a","event":"review","grade":"easy","mode":"x","ms":{ms}}}"#
            );
            assert_eq!(written_by_us(&json), None, "{json}");
        }
    }
}
