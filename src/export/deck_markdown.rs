//! Decks as Markdown that reads well on any page, and that this program reads back word for word.

use super::return_trip::Places;
use super::{Format, Material};
use crate::import::writing::{Writer, WrittenCard};
use crate::messages::{ExportMessage, Message};

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    about: ExportMessage::DeckMarkdown,
    is_text: true,
    has_images: false,
    write,
    places: Some(Places { style: Some("native"), ids: true, topics: true, unanswered: true }),
};

fn write(material: &Material<'_>) -> Result<Vec<u8>, Message> {
    let desk = material.desk;
    let mut out = String::new();
    for (index, deck) in desk.decks.iter().enumerate() {
        let mut writer = Writer::new(&mut out, deck.title(desk.lang));
        for place in desk.places().filter(|place| place.deck == index) {
            let face = desk.face(place);
            writer.card(&WrittenCard {
                id: &desk.card(place).id,
                metadata: desk.card(place).metadata(),
                topic: &face.topic,
                question: &face.question,
                answer: &face.answer,
            });
        }
    }
    Ok(out.into_bytes())
}
