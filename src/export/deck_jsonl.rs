//! Decks as JSON Lines: a card in each of its languages on a line, for scripts and models.

use super::{Format, Material};
use crate::messages::{ExportMessage, Message};
use crate::quiz::typed::points_of;
use serde::Serialize;

pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    about: ExportMessage::DeckJsonl,
    is_text: true,
    has_images: false,
    write,
    places: None,
};

/// A card in one language; keys as in `cards --json`.
#[derive(Serialize)]
struct ExportedFace<'a> {
    id: &'a str,
    deck: &'a str,
    lang: &'static str,
    topic: Vec<&'a str>,
    question: &'a str,
    answer: &'a str,
    /// The points of the answer, as plain text.
    points: Vec<String>,
}

fn write(material: &Material<'_>) -> Result<Vec<u8>, Message> {
    let mut out = Vec::new();
    for deck in &material.desk.decks {
        let faces = deck.cards.iter().flat_map(|card| card.faces.iter().map(move |face| (card, face)));
        for (card, face) in faces {
            let line = ExportedFace {
                id: card.id.as_str(),
                deck: &deck.name,
                lang: face.lang.name(),
                topic: face.topic.iter().map(|heading| &**heading).collect(),
                question: &face.question,
                answer: &face.answer,
                points: points_of(&face.answer),
            };
            serde_json::to_writer(&mut out, &line).expect("a card is plain data");
            out.push(b'\n');
        }
    }
    Ok(out)
}
