//! Search and the list of cards, on a large library.

use crate::harness::desk::desk;
use backprop::card::{Deck, Grade, Lang};
use backprop::day::At;
use backprop::desk::{Desk, Place};
use backprop::import;
use backprop::progress::{Kind, Review};
use backprop::search::{FILTERS, Index, Order, Wanted};
use backprop::store::builtin::BUILTIN;

fn filter(name: &str) -> usize {
    FILTERS.iter().position(|filter| filter.name == name).unwrap()
}

/// Ids of the first cards found.
fn found(desk: &Desk, query: &str, state: &str, order: Order) -> Vec<String> {
    let wanted = Wanted { query, filter: filter(state), ..Wanted::default() };
    let places = Index::new(desk).find(desk, &wanted, order);
    places.iter().take(3).map(|place| desk.card(*place).id.to_string()).collect()
}

#[test]
fn words_of_both_languages_find_a_card_by_question_topic_and_answer() {
    let desk = desk(vec![BUILTIN[0].deck()], Lang::En);
    for (query, first) in [
        ("池化的作用", "pooling"),
        ("POOLING for", "pooling"),
        ("ｄｒｏｐｏｕｔ", "dropout"),
        ("梯度爆炸 lstm", "lstm-gradients"),
        ("topic:循环 gru", "rnn-lstm-gru"),
        ("btch nrm", "batch-norm"),
        ("Rprop", "batch-size"),
    ] {
        assert_eq!(
            found(&desk, query, "any", Order::Fit).first().map(String::as_str),
            Some(first),
            "{query}"
        );
    }
    assert!(found(&desk, "no such words anywhere", "any", Order::Fit).is_empty());
    assert!(found(&desk, "deck:other", "any", Order::Fit).is_empty());
}

#[test]
fn filters_and_orders_follow_the_memory() {
    let mut desk = desk(vec![BUILTIN[0].deck()], Lang::En);
    let now = desk.now;
    let mut grade = |id: &str, grade: Grade| {
        let review = Kind::Review(Review::new(grade, "recall", 1000));
        desk.progress.note(now, &id.into(), review).unwrap();
    };
    grade("pooling", Grade::Easy);
    grade("dropout", Grade::Again);
    for _ in 0..6 {
        grade("lstm", Grade::Again);
    }
    desk.progress.note(now, &"rnn".into(), Kind::Suspend).unwrap();
    desk.progress.note(now, &"lstm".into(), Kind::Flag).unwrap();
    for (state, ids) in [
        ("suspended", vec!["rnn"]),
        ("flagged", vec!["lstm"]),
        ("learning", vec!["dropout", "lstm"]),
        ("hard", vec!["lstm"]),
    ] {
        let mut all = found(&desk, "", state, Order::Fit);
        all.sort();
        assert_eq!(all, ids, "{state}");
        assert_eq!(found(&desk, &format!("is:{state}"), "any", Order::Fit).len(), ids.len());
    }
    assert_eq!(found(&desk, "", "any", Order::Difficulty)[0], "lstm");
    assert_eq!(found(&desk, "", "any", Order::Due)[2], "pooling", "cards never graded come after");
    desk.now = desk.calendar.moment(At(now.at.0 + 40 * 86_400_000));
    assert_eq!(found(&desk, "", "any", Order::Recall)[2], "pooling");
}

#[test]
fn a_hundred_thousand_cards_are_searched() {
    let text: String =
        (1..=100_000).map(|card| format!("{card}.问题 number {card}?\n答案 answer {}\n", card * 7)).collect();
    let cards = import::read(text.as_bytes(), None, None, None).cards;
    let desk = desk(vec![Deck { name: "big".to_owned(), titles: Vec::new(), cards }], Lang::En);
    let mut index = Index::new(&desk);
    let mut find = |query| index.find(&desk, &Wanted { query, ..Wanted::default() }, Order::Fit);
    assert!(find("").len() > 9_000);
    assert_eq!(find("number 4711?")[0], Place { deck: 0, card: 4710 });
    assert!(!find("nmbr 4711").is_empty(), "letters in order are enough");
}

#[test]
fn a_note_of_the_learner_finds_its_card() {
    let mut desk = desk(vec![BUILTIN[0].deck()], Lang::En);
    let mut index = Index::new(&desk);
    let mut find = |query: &str, desk: &Desk| {
        let places = index.find(desk, &Wanted { query, ..Wanted::default() }, Order::Fit);
        places.iter().map(|place| desk.card(*place).id.to_string()).collect::<Vec<_>>()
    };
    let all = find("", &desk);
    assert!(find("zebrafish", &desk).is_empty());
    let now = desk.now;
    let at = desk.progress.note(now, &"rnn".into(), Kind::Note { text: "Zebrafish 斑马鱼".into() }).unwrap();
    for query in ["zebrafish", "斑马鱼", "ＺＥＢＲＡ", "zebrafish deck:basics"] {
        let query = query.replace("deck:basics", &format!("deck:{}", desk.decks[0].name));
        assert_eq!(find(&query, &desk), ["rnn"], "{query}");
    }
    assert_eq!(find("", &desk), all);
    assert!(find("zebrafish dropout-no-such", &desk).is_empty());
    desk.progress.note(now, &"rnn".into(), Kind::Undo { of: at }).unwrap();
    assert!(find("zebrafish", &desk).is_empty());
}

#[test]
fn a_deck_and_a_heading_narrow_the_list() {
    let desk = desk(vec![BUILTIN[0].deck()], Lang::En);
    let mut index = Index::new(&desk);
    let mut count = |wanted: &Wanted<'_>| index.find(&desk, wanted, Order::Fit).len();
    let all = count(&Wanted::default());
    let topic = desk.face(Place { deck: 0, card: 0 }).topic.to_vec();
    let below = count(&Wanted { deck: Some(0), topic: Some(&topic), ..Wanted::default() });
    assert!(0 < below && below < all, "{below} of {all}");
    assert_eq!(count(&Wanted { deck: Some(7), ..Wanted::default() }), 0);
}
