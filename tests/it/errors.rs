//! The error notebook, the setting that keeps what is typed, and tracks.

use crate::harness::desk;
use crate::harness::desk::desk;
use crate::harness::home::Home;
use backprop::card::{CardId, Grade, Lang, Track};
use backprop::desk::Desk;
use backprop::messages;
use backprop::progress::{Confidence, Kind, Points, Review};
use backprop::quiz::mode::Pick;
use backprop::quiz::session::{Session, Subject};
use backprop::settings::ROWS;
use backprop::stats::errors::errors;
use backprop::store::builtin::BUILTIN;

fn transformer() -> Desk {
    desk(vec![BUILTIN.iter().find(|builtin| builtin.name == "transformer").unwrap().deck()], Lang::En)
}

fn card(desk: &Desk, number: usize) -> CardId {
    desk.decks[0].cards.iter().filter(|card| card.parent().is_none()).nth(number).unwrap().id.clone()
}

fn later(desk: &mut Desk, days: i64) {
    desk.now = desk.calendar.moment(desk.now.at.plus_seconds(86_400 * days));
}

fn set(desk: &mut Desk, key: &str, value: &str) -> bool {
    (ROWS.iter().find(|row| row.key == key).unwrap().set)(&mut desk.settings, value)
}

#[test]
fn the_surest_mistakes_come_first_and_leave_when_they_are_known() {
    let mut desk = transformer();
    let cards: Vec<CardId> = (0..4).map(|number| card(&desk, number)).collect();
    let points = backprop::markdown::points(&desk.decks[0].cards[0].faces[0].answer).len();
    let fail = |desk: &mut Desk, card: &CardId, confidence, words: &str| {
        let answer = Some(words).filter(|words| !words.is_empty()).map(Into::into);
        let points = (card == &cards[0]).then(|| Points::new(points, [1]));
        desk.note(
            card,
            Kind::Review(Review { confidence, answer, points, ..Review::new(Grade::Again, "typed", 1) }),
        );
    };
    fail(&mut desk, &cards[0], Some(Confidence::Maybe), "it # is `so`");
    later(&mut desk, 1);
    fail(&mut desk, &cards[1], Some(Confidence::Sure), "");
    fail(&mut desk, &cards[2], None, "");
    fail(&mut desk, &cards[2], None, "");
    let listed = |desk: &Desk| -> Vec<CardId> {
        errors(desk).iter().map(|entry| desk.card(entry.place).id.clone()).collect()
    };
    assert_eq!(listed(&desk), [cards[1].clone(), cards[0].clone(), cards[2].clone()]);
    let entries = errors(&desk);
    assert_eq!((entries[2].times, entries[1].words.as_deref()), (2, Some("it # is `so`")));
    assert_eq!(entries[1].missed.as_ref().map(Vec::len), Some(1));
    let text = backprop::export::notebook(&entries, &desk, messages::of(Lang::Zh));
    for part in ["# 错题本", "你写的", "it # is `so`", "漏掉的要点", "当时自评："] {
        assert!(text.contains(part), "{part}: {text}");
    }
    // The same day proves nothing; two later days do; another failure brings it back.
    let recall = |desk: &mut Desk| desk.note(&cards[1], Kind::Review(Review::new(Grade::Good, "recall", 1)));
    recall(&mut desk);
    later(&mut desk, 1);
    recall(&mut desk);
    recall(&mut desk);
    assert!(listed(&desk).contains(&cards[1]));
    later(&mut desk, 3);
    recall(&mut desk);
    assert!(!listed(&desk).contains(&cards[1]));
    fail(&mut desk, &cards[1], None, "");
    assert!(listed(&desk).contains(&cards[1]));
    // Undone, it never happened.
    let mut session = Session::start(Subject::of_cards(vec![cards[3].clone()]), &desk);
    session.reveal(&desk);
    session.grade(Grade::Again, &mut desk);
    assert!(listed(&desk).contains(&cards[3]));
    session.undo(&mut desk).unwrap();
    assert!(!listed(&desk).contains(&cards[3]));
}

#[test]
fn what_is_typed_is_kept_unless_the_learner_says_no() {
    for (kept, expected) in [("on", Some("my own words")), ("off", None)] {
        let mut desk = transformer();
        assert!(set(&mut desk, "keep_answers", kept));
        let mut session = Session::start(Subject::default(), &desk);
        session.ask_by(Pick::named("typed").unwrap(), &desk);
        session.write("my own words".to_owned());
        session.reveal(&desk);
        session.grade(Grade::Again, &mut desk);
        assert_eq!(errors(&desk)[0].words.as_deref(), expected, "{kept}");
    }
}

#[test]
fn a_track_narrows_cards_and_their_follow_ups_and_nothing_without_a_track() {
    let mut desk = transformer();
    let all = desk.places().count();
    assert_eq!(desk.places_in_track().count(), all);
    let mut narrower = 0;
    for track in Track::ALL {
        assert!(set(&mut desk, "track", track.name()));
        let inside: Vec<_> = desk.places_in_track().collect();
        for place in &inside {
            let card = desk.card(*place);
            let owner = card.parent().map_or(Some(*place), |parent| desk.find(parent)).unwrap();
            let tracks = &desk.card(owner).metadata().unwrap().tracks;
            assert!(tracks.is_empty() || tracks.contains(track), "{} in {}", card.id, track.name());
        }
        assert_eq!(Subject::default().selection(&desk), inside);
        narrower += usize::from(inside.len() < all);
    }
    assert!(narrower >= 2, "{narrower}");
    assert!(set(&mut desk, "track", "everything") && !set(&mut desk, "track", "pastry"));
    assert_eq!(desk.places_in_track().count(), all);
    let own = backprop::import::read(b"1. What is a mask?\nIt hides.\n", None, None, None);
    let mut desk = desk::desk(
        vec![backprop::card::Deck { name: "own".into(), titles: Vec::new(), cards: own.cards }],
        Lang::En,
    );
    set(&mut desk, "track", "vision");
    assert_eq!(desk.places_in_track().count(), 1);
}

#[test]
fn every_command_takes_a_track() {
    let home = Home::new();
    let count = |words: &[&str]| home.say(words).matches("\"id\"").count();
    let all = count(&["cards", "--json"]);
    let vision = count(&["cards", "--json", "--track", "vision"]);
    assert!(vision > 0 && vision < all, "{vision} of {all}");
    home.say(&["plan", "--date", "2099-01-01", "--minutes", "30"]);
    let plan = |words: &[&str]| home.say(&[&["plan", "--json"], words].concat());
    assert_ne!(plan(&["--track", "vision"]), plan(&[]));
    assert_ne!(home.say(&["stats", "--json", "--track", "vision"]), home.say(&["stats", "--json"]));
    assert!(home.say(&["next", "--json", "--track", "research"]).contains("\"card\""));
    home.write("data/config.toml", "[study]\ntrack = \"vision\"\n");
    assert_eq!(count(&["cards", "--json"]), vision);
    assert_eq!(count(&["cards", "--json", "--track", "everything"]), all);
    assert!(home.say(&["export", "errors"]).starts_with("# Error notebook"));
}

/// Notes may be studied by their path alone, or their file may go: what failed in them is not passed over in silence.
#[test]
fn what_failed_and_is_in_no_deck_is_counted() {
    let home = Home::new();
    home.write("cnn.md", "1. What is pooling for?\nSmaller maps.\n\n2. Why ReLU?\nIt is cheap.\n");
    home.say(&["grade", &first_id(&home), "again", "--in", &home.name("cnn.md")]);
    let said = home.say(&["export", "errors"]);
    assert!(said.contains("1 failed card is in no deck"), "{said}");
    home.say(&["import", "--yes", &home.name("cnn.md")]);
    let said = home.say(&["export", "errors"]);
    assert!(said.contains("What is pooling for?") && !said.contains("in no deck"), "{said}");
}

fn first_id(home: &Home) -> String {
    let cards = home.json(&["cards", "--json", &home.name("cnn.md")]);
    cards[0]["id"].as_str().unwrap().to_owned()
}
