//! Pages of notes inside a file of another program: each is read as a file of its own, and its cards are taken.

use super::deck::ConvertedDeck;
use super::html;
use crate::import::diagnostic::Diagnostic;
use crate::import::encoding::decode_text;
use crate::import::notes::{Owner, Styled};
use crate::import::reading::notes_of;
use crate::messages::{FormatMessage, ReadingMessage};

/// Reads a page below these topics; gives whether it holds cards. `name` is said where something is to be told.
pub(super) fn read(text: &str, topic: &[String], name: Option<&str>, deck: &mut ConvertedDeck) -> bool {
    let start = text.trim_start();
    let page = html::is_page(start).then(|| html::read(start).text);
    let decoded = decode_text(page.as_deref().unwrap_or(text).as_bytes());
    let notes = notes_of(decoded, None, Styled::default(), None);
    let of_part = |said: FormatMessage| match name {
        Some(name) => FormatMessage::InPart { name: name.to_owned(), said: said.into() },
        None => said,
    };
    if notes.cards.is_empty() {
        if notes.spans.iter().any(|span| span.owner == Owner::Rest) {
            let message = of_part(FormatMessage::NoQuestionsInPart);
            deck.told.push(Diagnostic::note(1, message, FormatMessage::ImportAlone));
        }
        return false;
    }
    let own = notes.title.as_deref().filter(|title| topic.last().is_none_or(|last| last != title));
    let known = deck.title.clone();
    if known.is_none() {
        deck.title = own.map(str::to_owned);
    }
    let title = own.filter(|own| known.as_deref().is_some_and(|known| known != *own));
    for card in &notes.cards {
        let face = &card.faces[0];
        let levels =
            topic.iter().map(String::as_str).chain(title).chain(face.topic.iter().map(String::as_str));
        let levels: Vec<String> = levels.map(str::to_owned).collect();
        deck.card(None, &levels, &face.question, &face.answer);
    }
    let rest = notes.spans.iter().filter(|span| span.owner == Owner::Rest);
    let lines: usize = rest.map(|span| span.last + 1 - span.first).sum();
    if lines > 0 {
        let message = of_part(FormatMessage::LinesOnNoCard { lines });
        deck.told.push(Diagnostic::note(1, message, ReadingMessage::TextLeftOut));
    }
    true
}
