//! Decks and topics by the names that people see: the name of the file, the title or the heading on the screen,
//! in any language.

use super::fold::folded;
use super::{Card, Deck};
use std::collections::{HashMap, HashSet};

/// The decks that a name fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamedDecks {
    /// None.
    None,
    /// This one, by its place.
    One(usize),
    /// Several, by their names.
    Several(Vec<String>),
}

/// Finds a deck by its name, else by its name or a title without regard to case, width, accents, and simplified or
/// traditional characters.
pub fn deck_named(decks: &[Deck], name: &str) -> NamedDecks {
    if let Some(place) = decks.iter().position(|deck| deck.name == name) {
        return NamedDecks::One(place);
    }
    let meant = folded(name.trim());
    let fits = |deck: &Deck| {
        let shared = titled("", &deck.name);
        let mut titles = deck.titles.iter().map(|(_, title)| title);
        let is_title = |title: &String| {
            let bare = title.strip_suffix(&shared).unwrap_or(title);
            [folded(bare), folded(&titled(bare, &deck.name))].contains(&meant)
        };
        folded(&deck.name) == meant || titles.any(is_title)
    };
    let found: Vec<usize> = (0..decks.len()).filter(|place| fits(&decks[*place])).collect();
    match found[..] {
        [] => NamedDecks::None,
        [place] => NamedDecks::One(place),
        _ => NamedDecks::Several(found.iter().map(|place| decks[*place].name.clone()).collect()),
    }
}

/// What a deck is called whose title others have too.
fn titled(title: &str, name: &str) -> String {
    format!("{title} ({name})")
}

/// Files of notes often have one title: on a screen each of them bears its name too.
pub fn tell_titles_apart(decks: &mut [Deck]) {
    let is_own = |deck: &Deck| deck.cards.iter().any(Card::is_own);
    // Those of the program differ.
    if !decks.iter().any(is_own) {
        return;
    }
    let mut counts: HashMap<String, usize> = HashMap::with_capacity(decks.len());
    for deck in decks.iter() {
        let titles: HashSet<String> = deck.titles.iter().map(|(_, title)| folded(title)).collect();
        titles.into_iter().for_each(|title| *counts.entry(title).or_default() += 1);
    }
    for deck in decks.iter_mut().filter(|deck| is_own(deck)) {
        for (_, title) in &mut deck.titles {
            if counts.get(&folded(title)).is_some_and(|count| *count > 1) && *title != deck.name {
                *title = titled(title, &deck.name);
            }
        }
    }
}

/// The heading in a deck that is called so in any of its languages, without regard to case and the like.
pub fn heading_named<'a>(deck: &'a Deck, name: &str) -> Option<&'a str> {
    let meant = folded(name.trim());
    let mut headings = deck.cards.iter().flat_map(|card| &card.faces).flat_map(|face| face.topic.iter());
    headings.find(|heading| folded(heading) == meant).map(String::as_str)
}

/// Whether a card stands below a heading that has this, which was folded, in any of its languages.
pub fn is_below(card: &Card, folded_part: &str) -> bool {
    let mut headings = card.faces.iter().flat_map(|face| face.topic.iter());
    headings.any(|heading| folded(heading).contains(folded_part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Lang;

    #[test]
    fn a_deck_is_found_by_what_it_is_called_on_the_screen() {
        let deck = |name: &str, en: &str, zh: &str| Deck {
            name: name.to_owned(),
            titles: vec![(Lang::En, en.to_owned()), (Lang::Zh, zh.to_owned())],
            cards: Vec::new(),
        };
        let decks = [
            deck("fine-tuning", "Fine-tuning", "微调"),
            deck("rl", "Reinforcement learning", "强化学习"),
            deck("one", "Notes", "笔记"),
            deck("two", "notes", "筆記"),
            deck("02-llm", &titled("LLM", "02-llm"), &titled("大模型", "02-llm")),
            deck("04-llm", &titled("LLM", "04-llm"), &titled("大模型", "04-llm")),
        ];
        for (name, found) in [
            ("fine-tuning", NamedDecks::One(0)),
            (" Fine-Tuning ", NamedDecks::One(0)),
            ("微調", NamedDecks::One(0)),
            ("ＲＬ", NamedDecks::One(1)),
            ("reinforcement LEARNING", NamedDecks::One(1)),
            ("reinforcement", NamedDecks::None),
            ("笔记", NamedDecks::Several(vec!["one".to_owned(), "two".to_owned()])),
            ("大模型 (04-llm)", NamedDecks::One(5)),
            ("llm", NamedDecks::Several(vec!["02-llm".to_owned(), "04-llm".to_owned()])),
            ("", NamedDecks::None),
        ] {
            assert_eq!(deck_named(&decks, name), found, "{name}");
        }
    }
}
