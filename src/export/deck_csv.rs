//! Decks as comma-separated values, for tables and for programs that import flashcards.

use super::return_trip::Places;
use super::{Format, Material, csv};
use crate::messages::{ExportMessage as Said, Message, Say};

pub(super) const FORMAT: Format = Format {
    name: "csv",
    about: Said::DeckCsv,
    is_text: true,
    has_images: false,
    write,
    places: Some(Places { style: Some("csv"), ids: true, topics: true, unanswered: true }),
};

fn write(material: &Material<'_>) -> Result<Vec<u8>, Message> {
    let desk = material.desk;
    let mut out = String::new();
    let columns = [Said::Question, Said::Answer, Said::Topic, Said::DeckName, Said::Id];
    let columns = columns.map(|column| column.say(desk.lang_of_words));
    csv::record(&mut out, &columns.each_ref().map(String::as_str));
    for place in desk.places() {
        let (face, card) = (desk.face(place), desk.card(place));
        let topic = face.topic.join(" > ");
        let fields = [face.question.as_str(), &face.answer, &topic, &desk.deck(place).name, card.id.as_str()];
        csv::record(&mut out, &fields);
    }
    Ok(out.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::{Deck, Lang};
    use crate::day::{At, Calendar};
    use crate::desk::Desk;
    use crate::export::return_trip;
    use crate::import;

    #[test]
    fn columns_are_named_in_the_language_of_the_reader_and_read_back() {
        let notes =
            "# 卷积\n\n## 什么是池化？\n\n降低分辨率。\n\n## What is stride?\n\nThe step, in pixels.\n";
        for (lang, head) in
            [(Lang::En, "question,answer,topic,deck,id"), (Lang::Zh, "问题,答案,主题,卡组,ID")]
        {
            let cards = import::read(notes.as_bytes(), None, None, None).cards;
            assert_eq!(cards.len(), 2);
            let deck = Deck { name: "notes".to_owned(), titles: Vec::new(), cards };
            let now = At::parse("2026-11-22T10:00:00Z").unwrap();
            let desk = Desk::new(vec![deck], Calendar::utc(), now, lang);
            let material = Material { desk: &desk, is_chosen: false, images: &[] };
            let bytes = FORMAT.write(&material).unwrap();
            assert_eq!(String::from_utf8_lossy(&bytes).lines().next(), Some(head));
            let places = FORMAT.places.as_ref().unwrap();
            assert_eq!(return_trip::told(places, &material, &bytes).unwrap(), []);
        }
    }
}
