//! The values of settings as they stand on a screen: in the reader's words, decks by their titles.

use crate::card::{Deck, Lang};
use crate::desk::Desk;
use crate::messages::{Choice, ModeName};
use crate::settings::Row;

/// What a setting is set to.
pub fn shown(row: &Row, desk: &Desk) -> String {
    match row.key {
        "decks_off" | "deck_modes" => listed(&(row.get)(&desk.settings), desk),
        _ => (row.label)(&desk.settings, desk.lang_of_words),
    }
}

/// Names of decks one after the other, some with what is said of them behind a sign.
fn listed(value: &str, desk: &Desk) -> String {
    let lang = desk.lang_of_words;
    let title = |name: &str| {
        let deck: Option<&Deck> = desk.decks.iter().find(|deck| deck.name == name);
        deck.map_or(name, |deck| deck.title(lang)).to_owned()
    };
    let item = |item: &str| match item.split_once('=') {
        Some((name, mode)) => {
            format!("{}={}", title(name), ModeName::named(mode).map_or(mode, |mode| mode.label(lang)))
        }
        None => title(item),
    };
    // One a line where one of them has blanks.
    let parts: Vec<&str> = match value.contains('\n') {
        true => value.lines().collect(),
        false => value.split_whitespace().collect(),
    };
    let items: Vec<String> = parts.into_iter().map(item).collect();
    items.join(if lang == Lang::Zh { "、" } else { ", " })
}
