//! Decks as comma-separated values, for tables and for programs that import flashcards.

use super::return_trip::Places;
use super::{Format, Material, csv};
use crate::messages::{ExportMessage, Message};

pub(super) const FORMAT: Format = Format {
    name: "csv",
    about: ExportMessage::DeckCsv,
    is_text: true,
    has_images: false,
    write,
    places: Some(Places { style: Some("csv"), ids: true, topics: true, unanswered: true }),
};

fn write(material: &Material<'_>) -> Result<Vec<u8>, Message> {
    let desk = material.desk;
    let mut out = String::new();
    csv::record(&mut out, &["question", "answer", "topic", "deck", "id"]);
    for place in desk.places() {
        let (face, card) = (desk.face(place), desk.card(place));
        let topic = face.topic.join(" > ");
        let fields = [face.question.as_str(), &face.answer, &topic, &desk.deck(place).name, card.id.as_str()];
        csv::record(&mut out, &fields);
    }
    Ok(out.into_bytes())
}
