//! The values of settings as they stand on a screen: in the reader's words, decks by their titles.

use crate::desk::Desk;
use crate::messages::{self, Choice};
use crate::settings::Row;

/// What a setting is set to.
pub fn shown(row: &Row, desk: &Desk) -> String {
    let (settings, lang) = (&desk.settings, desk.lang_of_words);
    let title = |name: &String| {
        let deck = desk.decks.iter().find(|deck| deck.name == *name);
        deck.map_or(name.as_str(), |deck| deck.title(lang)).to_owned()
    };
    let parts: Vec<String> = match row.key {
        "decks_off" => settings.decks_off.iter().map(title).collect(),
        "deck_modes" => {
            let modes = settings.deck_modes.iter();
            modes.map(|(deck, mode)| format!("{}={}", title(deck), mode.label(lang))).collect()
        }
        _ => return (row.label)(settings, lang),
    };
    parts.join(messages::of(lang).grading.between)
}
