//! An event: what happened to a card, or what the learner studies for; one line of the review log.

mod agreeing;
mod interviews;
mod json;

pub use agreeing::{MOST_MINUTES, USUAL_MINUTES};
pub use interviews::others_json;
pub use json::parse;

use crate::card::{CardId, Confidence, Grade};
use crate::day::{At, Day, TimeOfDay};
use crate::markdown;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

/// One thing that happened to a card.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LogEvent {
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
///
/// The order is that of events of one instant and card, whichever machine wrote them first: a new kind comes last, and
/// the fields of all stay in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KindOf<I, N> {
    /// Its id changed; all its history belongs to the new one.
    Move {
        /// The new id.
        to: I,
    },
    /// It was asked, and the answer graded.
    Review(ReviewOf<N>),
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
    /// It was asked in a real interview.
    Asked {
        /// How that went, where it was the learner's own interview.
        went: Option<Grade>,
        /// Which interview it was: the headings of a report; empty where nothing is said.
        place: N,
    },
    /// What the learner studies for; about no card. The latest one counts, and of what it was changed from all that
    /// it did not change.
    Plan(TargetOf<N>),
    /// The event of this card at that instant is taken back. An undo cannot itself be undone: to
    /// redo is to let the event happen again.
    Undo {
        /// The instant of the event taken back.
        of: At,
    },
    /// Something this version does not know.
    Unknown,
    /// It was answered without being graded yet, see [`Answered`].
    Answered(Answered),
    /// Its id changed because the rule did by which cards get their ids: a move that says so. Of several
    /// from one id, or to one, the earliest counts, see `ties`.
    Identity {
        /// The new id.
        to: I,
    },
    /// The learner wrote a note of their own on it; the last one counts, and an empty one takes it away.
    Note {
        /// The note; what counts is what [`note_text`] leaves of it.
        text: N,
        /// The [`note_mark`] of the note that it takes the place of. Where another one stands there, both stay. Earlier
        /// versions do not say it, and their notes take the place of any.
        over: Option<u32>,
    },
    /// What was told of the day of the interview on its eve; about no card.
    Foretold(Foretold),
}

/// What happened to a card.
pub type Kind = KindOf<CardId, Arc<str>>;

/// A [`Kind`] that borrows its texts.
pub type KindRef<'a> = KindOf<Cow<'a, str>, Cow<'a, str>>;

/// One graded answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// What exactly was asked, where the same card asks other things at other times: the values of a drill, the
    /// claims of a choice, the passage with its gap. At most [`NOTE_MOST`] bytes.
    pub exercise: Option<N>,
}

/// One graded answer.
pub type Review = ReviewOf<Arc<str>>;

impl<N> ReviewOf<N> {
    /// An answer of which no more is known than its grade and time.
    pub fn new(grade: Grade, mode: impl Into<N>, ms: u32) -> ReviewOf<N> {
        ReviewOf {
            grade,
            mode: mode.into(),
            ms,
            confidence: None,
            points: None,
            answer: None,
            exercise: None,
        }
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

/// A forecast as it was shown, in tenths of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Foretold {
    /// The day of the interview.
    pub date: Day,
    /// Cards in scope, in whole cards.
    pub cards: u32,
    /// Cards that were expected to be recalled.
    pub mean: u32,
    /// One in ten outcomes is lower.
    pub low: u32,
    /// One in ten outcomes is higher.
    pub high: u32,
}

/// What the learner studies for: a date, and the minutes they have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TargetOf<N> {
    /// The day of the interview; none takes the plan back.
    pub date: Option<Day>,
    /// When on that day it begins, where the learner said so.
    pub hour: Option<TimeOfDay>,
    /// Minutes of study a day.
    pub minutes: u32,
    /// What matters how much, as a JSON object from the name of a deck (`deep-learning`), or of a deck
    /// and a heading in it (`deep-learning › CNN`), to a weight, 0 for out of scope; `{}` where all is
    /// worth the same. See [`crate::progress::weights`].
    pub weights: N,
    /// Further interviews as a JSON list of such targets; empty where there are none.
    pub others: N,
    /// What it was changed from, as such a target in JSON; empty where nobody says it. Only what differs from there was
    /// changed.
    pub before: N,
}

/// What the learner studies for.
pub type Target = TargetOf<Arc<str>>;

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

impl Kind {
    /// A note that takes the place of another one, or of none where that is empty.
    pub fn note(text: String, before: &str) -> Kind {
        Kind::Note { text: text.into(), over: Some(note_mark(before)) }
    }
}

impl<I, N> KindOf<I, N> {
    /// Whether it is about a card, and not about what the learner studies for.
    pub fn is_of_a_card(&self) -> bool {
        !matches!(self, KindOf::Plan(_) | KindOf::Foretold(_))
    }

    /// The same with other ids and texts.
    pub fn map<'a, J, M>(
        &'a self,
        mut id: impl FnMut(&'a I) -> J,
        mut text: impl FnMut(&'a N) -> M,
    ) -> KindOf<J, M> {
        match self {
            KindOf::Review(ReviewOf { grade, mode, ms, confidence, points, answer, exercise }) => {
                KindOf::Review(ReviewOf {
                    grade: *grade,
                    mode: text(mode),
                    ms: *ms,
                    confidence: *confidence,
                    points: *points,
                    answer: answer.as_ref().map(&mut text),
                    exercise: exercise.as_ref().map(text),
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
            KindOf::Note { text: note, over } => KindOf::Note { text: text(note), over: *over },
            KindOf::Plan(TargetOf { date, hour, minutes, weights, others, before }) => {
                KindOf::Plan(TargetOf {
                    date: *date,
                    hour: *hour,
                    minutes: *minutes,
                    weights: text(weights),
                    others: text(others),
                    before: text(before),
                })
            }
            KindOf::Foretold(foretold) => KindOf::Foretold(*foretold),
            KindOf::Unknown => KindOf::Unknown,
        }
    }
}

/// A [`LogEvent`] that borrows its texts from the line it was read from.
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

impl LogEvent {
    /// The same event, borrowed.
    pub fn borrowed(&self) -> EventRef<'_> {
        let kind = self.kind.map(|id| Cow::Borrowed(id.as_str()), |text| Cow::Borrowed(&**text));
        EventRef { at: self.at, day: self.day, card: Cow::Borrowed(self.card.as_str()), kind }
    }
}

impl EventRef<'_> {
    /// The same event, owned.
    pub fn to_event(&self) -> LogEvent {
        let kind = self.kind.map(|id| id.as_ref().into(), |text| text.as_ref().into());
        LogEvent { at: self.at, day: self.day, card: self.card.as_ref().into(), kind }
    }
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

/// By what a note is known whose place another one takes; an empty one is none.
pub fn note_mark(text: &str) -> u32 {
    xxh3_64(text.as_bytes()) as u32
}

/// Two notes on one card, none of which took the other into account: every line of both.
pub fn both_notes(first: &str, second: &str) -> String {
    let mut both = first.to_owned();
    for line in second.lines().filter(|line| !first.lines().any(|known| known.trim() == line.trim())) {
        if both.len() + line.len() >= BOTH_MOST {
            break;
        }
        if !both.is_empty() {
            both.push('\n');
        }
        both.push_str(line);
    }
    both
}

/// The most bytes of several notes that became one; it is shorter once the learner has written it anew.
const BOTH_MOST: usize = 4 * NOTE_MOST;

/// What a learner wrote as the log keeps it; nothing where nothing is left.
pub fn kept(text: &str) -> Option<String> {
    Some(note_text(text)).filter(|text| !text.is_empty())
}
