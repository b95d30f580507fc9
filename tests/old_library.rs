//! A data folder of the version before goes on as it was: every card keeps its history.

#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

mod home;
mod old_home;

use home::Home;
use old_home::OldCard;
use serde_json::Value;
use std::path::Path;

/// A home with the old library.
fn old_library() -> Home {
    let home = Home::new();
    old_home::lay_out(home.path("").as_path());
    home
}

/// The cards of the learner's own decks, in the order of the list.
fn listed(home: &Home) -> Vec<OldCard> {
    let cards = home.json_at(old_home::NOW, &["cards", "--json"]);
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let card = |card: &Value| OldCard {
        id: text(&card["id"]).unwrap(),
        deck: text(&card["deck"]).unwrap(),
        question: text(&card["question"]).unwrap(),
        state: text(&card["state"]).unwrap(),
        stability: card["stability"].as_f64(),
        difficulty: card["difficulty"].as_f64(),
        due: text(&card["due"]),
        reps: card["reps"].as_u64().unwrap(),
        lapses: card["lapses"].as_u64().unwrap(),
        is_suspended: card["suspended"].as_bool().unwrap(),
    };
    let cards = cards.as_array().unwrap().iter().map(card);
    cards.filter(|card| card.deck != "deep-learning").collect()
}

#[test]
fn every_card_of_an_old_library_keeps_its_history() {
    let home = old_library();
    let old = old_home::cards();
    assert_eq!(old.len(), 200);
    let listed = listed(&home);
    let mut at = 0;
    for card in &old {
        // Cards that the old program did not tell apart may stand between those it knew.
        while listed.get(at).is_some_and(|listed| listed.question != card.question) {
            assert_eq!(listed[at].state, "new", "{}", listed[at].question);
            at += 1;
        }
        let now = listed.get(at).unwrap_or_else(|| panic!("{} is gone", card.question));
        assert_eq!(OldCard { id: card.id.clone(), ..now.clone() }, *card);
        at += 1;
    }
    assert!(Path::new(&home.path("data/progress.json")).exists());
}
