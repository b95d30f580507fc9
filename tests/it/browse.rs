//! Search and the list of cards, on a large library.

use crate::harness::desk::desk;
use backprop::card::{Deck, Grade, Lang};
use backprop::day::At;
use backprop::desk::{Desk, Place};
use backprop::import;
use backprop::progress::{Kind, Review};
use backprop::search::{FILTERS, Index, Order, Wanted};
use backprop::state::Due;
use backprop::store::builtin::BUILTIN;
use backprop::store::library::builtin_decks;
use backprop::typeset::theme::Theme;
use backprop::ui::app::{App, Look};
use backprop::ui::keymap::Key;
use backprop::ui::screens::browse::Browse;

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
    let at = desk.progress.note(now, &"rnn".into(), Kind::note("Zebrafish 斑马鱼".into(), "")).unwrap();
    for query in ["zebrafish", "斑马鱼", "ＺＥＢＲＡ", "zebrafish deck:basics"] {
        let query = query.replace("deck:basics", &format!("deck:{}", desk.decks[0].name));
        assert_eq!(find(&query, &desk), ["rnn"], "{query}");
    }
    assert_eq!(find("", &desk), all);
    assert!(find("zebrafish dropout-no-such", &desk).is_empty());
    desk.progress.note(now, &"rnn".into(), Kind::Undo { of: at }).unwrap();
    assert!(find("zebrafish", &desk).is_empty());
}

/// First letters fit many questions by chance; what is said often in them is a term of the field.
#[test]
fn first_letters_find_the_term_before_letters_that_follow_by_chance() {
    let desk = desk(builtin_decks(), Lang::Zh);
    let mut index = Index::new(&desk);
    let mut find = |query| index.find(&desk, &Wanted { query, ..Wanted::default() }, Order::Fit);
    for (typed, term) in [
        ("zyl", "注意力"),
        ("zhuyl", "注意力"),
        ("xxl", "学习率"),
        ("gyh", "归一化"),
        ("fxcb", "反向传播"),
        ("jcs", "交叉熵"),
        ("gnh", "过拟合"),
        ("sjwl", "神经网络"),
    ] {
        let found = find(typed);
        let question = |place: &Place| desk.face(*place).question.replace(' ', "");
        let known = desk.places().filter(|place| question(place).contains(term)).count();
        assert!(known > 1, "{term} is in questions");
        let first = found.iter().take_while(|place| question(place).contains(term)).count();
        assert!(
            first >= known.min(3),
            "{typed}: {:?}",
            found.iter().take(5).map(question).collect::<Vec<_>>()
        );
    }
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

/// The list of cards, and what keys do there.
fn keys(desk: &mut Desk, app: &mut App, keys: &str) {
    for key in keys.chars() {
        let key = if key == '\n' { Key::Enter } else { Key::Char(key) };
        app.key(key, desk);
    }
}

#[test]
fn progress_of_many_cards_is_forgotten_only_when_it_is_said_twice() {
    let mut desk = desk(vec![BUILTIN[0].deck()], Lang::En);
    let now = desk.now;
    for id in ["pooling", "dropout"] {
        let review = Kind::Review(Review::new(Grade::Good, "recall", 1000));
        desk.progress.note(now, &id.into(), review).unwrap();
    }
    let is_known = |desk: &Desk| desk.state(&"pooling".into()).last.is_some();
    let mut app = App::with(Box::new(Browse::new(&desk)), Look::new(Theme::plain(), Lang::En));
    for kept in ["ar", "jr", "kr"] {
        keys(&mut desk, &mut app, kept);
        assert!(is_known(&desk), "{kept}");
    }
    keys(&mut desk, &mut app, "r");
    assert!(!is_known(&desk));
    keys(&mut desk, &mut app, "u");
    assert!(is_known(&desk));
}

#[test]
fn a_card_comes_back_in_days_or_on_a_day() {
    let mut desk = desk(vec![BUILTIN[0].deck()], Lang::En);
    let (now, id) = (desk.now, "pooling".into());
    desk.progress.note(now, &id, Kind::Review(Review::new(Grade::Good, "recall", 1000))).unwrap();
    let mut app = App::with(Box::new(Browse::new(&desk)), Look::new(Theme::plain(), Lang::En));
    keys(&mut desk, &mut app, "/池化的作用\n");
    let due = |desk: &Desk| desk.state(&"pooling".into()).due;
    let before = due(&desk);
    keys(&mut desk, &mut app, "dsoon\n");
    assert_eq!(due(&desk), before, "no day");
    app.key(Key::Ctrl('u'), &mut desk);
    keys(&mut desk, &mut app, "12\n");
    assert_eq!(due(&desk), Some(Due::On(now.day.plus(12))));
    keys(&mut desk, &mut app, "d+3d\n");
    assert_eq!(due(&desk), Some(Due::On(now.day.plus(3))));
}

#[test]
fn pasted_lines_stay_lines() {
    for pasted in ["one\rtwo", "one\r\ntwo", "one\ntwo"] {
        let mut desk = desk(vec![BUILTIN[0].deck()], Lang::En);
        let mut app = App::with(Box::new(Browse::new(&desk)), Look::new(Theme::plain(), Lang::En));
        keys(&mut desk, &mut app, "/pooling\nN");
        app.paste(pasted, &mut desk);
        app.key(Key::Ctrl('s'), &mut desk);
        let notes: Vec<&str> =
            desk.places().filter_map(|place| desk.progress.own_note(&desk.card(place).id)).collect();
        assert_eq!(notes, ["one\ntwo"], "{pasted:?}");
    }
}
