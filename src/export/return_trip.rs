//! What a deck loses on its way out: it is read back, and what does not come back as the same card is said.

use super::Material;
use crate::card::CardId;
use crate::desk::Desk;
use crate::import::package::Package;
use crate::import::{self, Style};
use crate::markdown;
use crate::messages::{ExportMessage, Message};
use std::collections::HashMap;

/// A card as it went out, or as it comes back.
struct Side {
    id: CardId,
    topic: Vec<String>,
    question: String,
    answer: String,
}

/// What a format has places for.
#[derive(Debug)]
pub(crate) struct Places {
    /// The style that reads it; none for packages.
    pub(crate) style: Option<&'static str>,
    pub(crate) ids: bool,
    pub(crate) topics: bool,
    /// Whether a card may have no answer.
    pub(crate) unanswered: bool,
}

/// How many cards are named.
const NAMED: usize = 3;

/// What the written deck does not hold, in sentences.
pub(super) fn told(
    places: &Places,
    material: &Material<'_>,
    bytes: &[u8],
) -> Result<Vec<ExportMessage>, Message> {
    let desk = material.desk;
    let sent = sent(desk);
    let back = back(places.style, bytes)?;
    let mut told = Vec::new();
    let mut tell = |count: usize, message: fn(usize) -> ExportMessage| {
        if count > 0 {
            told.push(message(count));
        }
    };
    let is_left = |side: &&Side| !places.unanswered && side.answer.trim().is_empty();
    tell(sent.iter().filter(is_left).count(), |count| ExportMessage::Unanswered { count });
    let faces = desk.places().filter(|place| desk.card(*place).faces.len() > 1).count();
    tell(faces, |count| ExportMessage::OneLanguage { count });
    if !places.ids {
        tell(sent.len(), |count| ExportMessage::NoIds { count });
    }
    if !places.topics {
        let with_topic = sent.iter().filter(|side| !side.topic.is_empty()).count();
        tell(with_topic, |count| ExportMessage::NoTopics { count });
    }
    let sent: Vec<&Side> = sent.iter().filter(|side| !is_left(side)).collect();
    let Comparison { lost, changed, ways } = compared(places, &sent, &back);
    let names = |sides: &[&Side]| {
        let names: Vec<String> = sides.iter().take(NAMED).map(|side| named(&side.question)).collect();
        format!("{}{}", names.join(", "), if sides.len() > NAMED { ", …" } else { "" })
    };
    if ways > 0 {
        told.push(ExportMessage::WaysLost { count: ways });
    }
    if !lost.is_empty() {
        told.push(ExportMessage::NotBack { count: lost.len(), names: names(&lost) });
    }
    if !changed.is_empty() {
        told.push(ExportMessage::ChangedBack { count: changed.len(), names: names(&changed) });
    }
    Ok(told)
}

fn named(question: &str) -> String {
    let text = markdown::shown_question(question).split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = text.chars().take(40).collect();
    if short.len() < text.len() { format!("“{short}…”") } else { format!("“{short}”") }
}

fn sent(desk: &Desk) -> Vec<Side> {
    let sides = desk.places().map(|place| {
        let face = desk.face(place);
        Side {
            id: desk.card(place).id.clone(),
            topic: face.topic.to_vec(),
            question: face.question.to_string(),
            answer: face.answer.to_string(),
        }
    });
    sides.collect()
}

fn back(style: Option<&str>, bytes: &[u8]) -> Result<Vec<Side>, Message> {
    let Some(style) = style else {
        let package = Package::read(bytes.to_vec()).map_err(|refused| Message::from(refused.0))?;
        let sides = package.cards.into_iter().map(|card| Side {
            id: card.id,
            topic: card.topic,
            question: card.question,
            answer: card.answer,
        });
        return Ok(sides.collect());
    };
    let style: Option<&'static Style> = import::named(style);
    let notes = import::read(bytes, None, style, None);
    let sides = notes.cards.into_iter().filter_map(|card| {
        let face = card.faces.into_iter().next()?;
        Some(Side {
            id: card.id,
            topic: face.topic.to_vec(),
            question: face.question.to_string(),
            answer: face.answer.to_string(),
        })
    });
    Ok(sides.collect())
}

/// What came back beside what was sent.
struct Comparison<'a> {
    /// Cards that are not among those that came back.
    lost: Vec<&'a Side>,
    /// Those that say something else.
    changed: Vec<&'a Side>,
    /// How many say the same and lost marks of how they are asked.
    ways: usize,
}

fn compared<'a>(places: &Places, sent: &[&'a Side], back: &[Side]) -> Comparison<'a> {
    let key = |side: &Side| if places.ids { side.id.to_string() } else { question(side) };
    let mut found: HashMap<String, Vec<&Side>> = HashMap::new();
    for side in back.iter().rev() {
        found.entry(key(side)).or_default().push(side);
    }
    let (mut lost, mut changed, mut ways) = (Vec::new(), Vec::new(), 0);
    for side in sent {
        match found.get_mut(&key(side)).and_then(Vec::pop) {
            None => lost.push(*side),
            Some(other) if !is_same(places, side, other) => changed.push(*side),
            Some(other) => ways += usize::from(asked_ways(&side.answer) != asked_ways(&other.answer)),
        }
    }
    Comparison { lost, changed, ways }
}

fn is_same(places: &Places, one: &Side, other: &Side) -> bool {
    let says = |one: &str, other: &str| one == other || visible(one) == visible(other);
    // A file of several decks has their names above the topics.
    let has_topic = !places.topics || flat(&other.topic).ends_with(&flat(&one.topic));
    question(one) == question(other) && says(&one.answer, &other.answer) && has_topic
}

/// What marks of an answer say how it is asked, and no screen shows: blocks of code and drills, and marked gaps.
fn asked_ways(answer: &str) -> (usize, usize) {
    let blocks = answer.lines().filter(|line| markdown::begins_practice(line)).count();
    (blocks, answer.matches("==").count() / 2)
}

/// Topics on one line. A heading that says nothing is written as three dots, and marks before its text go.
fn flat(topic: &[String]) -> String {
    let level = |level: &String| visible(level.trim_start_matches(['#', ' ', '…']));
    topic.iter().map(level).filter(|level| !level.is_empty()).collect::<Vec<_>>().join(">")
}

fn question(side: &Side) -> String {
    markdown::shown_question(&side.question).chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// What a text shows, without white space and without the signs that the program draws.
fn visible(text: &str) -> String {
    markdown::shown(text).chars().filter(|letter| !letter.is_whitespace()).collect()
}
