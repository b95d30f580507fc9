//! Cards of one source item: never on one day where the schedule has its way, a few cards apart where
//! the learner or a plan asks for more.

use crate::harness::desk;
use backprop::card::{Card, CardId, Deck, Face, Grade, Lang, Source};
use backprop::desk::{Desk, Place};
use backprop::import;
use backprop::progress::{Kind, LogEvent, Target};
use backprop::quiz::session::{Session, Subject};
use backprop::schedule::queue::{self, Allowance};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::collections::{HashMap, HashSet};

/// This many items of two cards each: a pair in both directions, or a text with two holes, in turn.
fn desk_of(items: usize) -> Desk {
    let mut cards = Vec::new();
    let mut add = |question: String, answer: String| {
        let line = cards.len() + 1;
        let source = Source { file: None, question_line: line, answer_lines: Some((line, line)) };
        let topic: Vec<String> = vec![format!("chapter {}", line / 8)];
        let (question, answer) = (question.as_str().into(), answer.as_str().into());
        let face = Face { lang: Lang::En, topic: topic.into(), question, answer, source, metadata: None };
        cards.push(Card { id: CardId::from(format!("card-{line}").as_str()), faces: [face].into() });
    };
    for item in 0..items {
        if item % 2 == 0 {
            add(format!("term {item}"), format!("meaning {item}"));
            add(format!("meaning {item}"), format!("term {item}"));
        } else {
            let whole = format!("Layer {item} has {} weights", item + 7);
            add(format!("Layer […] has {} weights", item + 7), whole.clone());
            add(format!("Layer {item} has [how many] weights"), whole);
        }
    }
    desk::desk(vec![Deck { name: "pairs".into(), titles: Vec::new(), cards }], Lang::En)
}

fn item(place: Place) -> usize {
    place.card / 2
}

fn pass(desk: &mut Desk, seconds: i64) {
    desk.now = desk.calendar.moment(desk.now.at.plus_seconds(seconds));
}

/// Plays a session to its end; gives the cards in the order they were asked.
fn play(session: &mut Session, desk: &mut Desk, grades: &[Grade]) -> Vec<Place> {
    let mut asked = Vec::new();
    while let Some(place) = session.place() {
        pass(desk, 8);
        session.reveal(desk);
        session.grade(grades[asked.len() % grades.len()], desk);
        asked.push(place);
        assert!(asked.len() < 2_000, "it does not end");
    }
    asked
}

/// No card is asked within five cards of its sibling while any other card is left.
fn assert_apart(asked: &[Place], named: &str) {
    for (at, place) in asked.iter().enumerate() {
        let before = &asked[at.saturating_sub(5)..at];
        let is_near = |card: &Place| before.iter().any(|one| one != card && item(*one) == item(*card));
        let is_echo = |card: &Place| before.last() == Some(card);
        let others = asked[at..].iter().filter(|card| !is_near(card) && !is_echo(card));
        let first_seen = others.filter(|card| !asked[..at].contains(card)).count();
        assert!(!is_near(place) || first_seen == 0, "{named}: {at} of {asked:?}");
    }
}

#[test]
fn siblings_never_come_on_one_day_by_the_schedule() {
    let mut desk = desk_of(12);
    desk.settings.limits.new = 7;
    let mut days: HashMap<_, HashSet<CardId>> = HashMap::new();
    for day in 0..40 {
        let mut session = Session::start(Subject::default(), &desk);
        let waiting = session.left(&desk).total();
        let grades = [Grade::Good, Grade::Easy, Grade::Good, Grade::Again, Grade::Hard];
        let asked = play(&mut session, &mut desk, &grades[day % 2..]);
        let cards: HashSet<Place> = asked.iter().copied().collect();
        assert_eq!(waiting as usize, cards.len(), "day {day}: as many come as were said to wait");
        pass(&mut desk, 86_400);
    }
    for event in desk.progress.counting() {
        if matches!(event.kind, Kind::Review(_)) {
            days.entry(event.day).or_default().insert(event.card);
        }
    }
    for (day, cards) in &days {
        let items: HashSet<usize> =
            desk.places().filter(|place| cards.contains(&desk.card(*place).id)).map(item).collect();
        assert_eq!(items.len(), cards.len(), "{day}: {cards:?}");
    }
    assert!(desk.places().all(|place| desk.progress.record(&desk.card(place).id).is_some()), "all came");
}

#[test]
fn a_sibling_graded_elsewhere_today_holds_the_other_until_tomorrow() {
    let mut desk = desk_of(1);
    let one = desk.decks[0].cards[0].id.clone();
    let grade = Kind::Review(backprop::progress::Review::new(Grade::Easy, "recall", 0));
    desk.note(&one, grade);
    let selection = Subject::default().selection(&desk);
    let counts = |desk: &Desk| queue::counts(desk, &selection, Allowance::of_day(desk));
    assert_eq!(counts(&desk).new, 0);
    let session = Session::start(Subject::default(), &desk);
    let backprop::quiz::session::AskingPhase::Finished { next_due } = session.phase else { panic!() };
    assert_eq!(next_due, Some(desk.calendar.start_of(desk.now.day.plus(1))));
    desk.settings.siblings_apart = false;
    assert_eq!(counts(&desk).new, 1, "a setting lets it come");
    desk.settings.siblings_apart = true;
    pass(&mut desk, 86_400);
    assert_eq!(counts(&desk).new, 1);
}

#[test]
fn chosen_cards_practice_and_cards_ahead_keep_siblings_apart() {
    for items in [3, 4, 7, 15] {
        for grades in [&[Grade::Easy][..], &[Grade::Good, Grade::Again, Grade::Easy, Grade::Easy]] {
            let mut desk = desk_of(items);
            let ids = desk.places().map(|place| desk.card(place).id.clone()).collect();
            let mut session = Session::start(Subject::of_cards(ids), &desk);
            let asked = play(&mut session, &mut desk, grades);
            assert!(asked.len() >= 2 * items);
            assert_apart(&asked, "chosen");
            pass(&mut desk, 86_400);

            let mut session = Session::start(Subject::default(), &desk);
            play(&mut session, &mut desk, &[Grade::Easy]);
            session.study_ahead(&desk);
            assert_apart(&play(&mut session, &mut desk, grades), "ahead");

            let mut session = Session::start(Subject::default(), &desk);
            session.practise(&desk, &mut ChaCha8Rng::seed_from_u64(items as u64));
            assert_apart(&play(&mut session, &mut desk, grades), "practice");
        }
    }
}

#[test]
fn a_plan_keeps_siblings_apart() {
    for (days, minutes) in [(2, 60), (6, 20), (20, 30)] {
        let mut desk = desk_of(15);
        let date = Some(desk.now.day.plus(days));
        desk.note(
            &CardId::from(""),
            Kind::Plan(Target { date, minutes, weights: "{}".into(), ..Target::default() }),
        );
        let mut shown = 0;
        for _ in 0..days {
            let mut session = Session::start(Subject::default(), &desk);
            let asked = play(&mut session, &mut desk, &[Grade::Good, Grade::Easy, Grade::Again, Grade::Good]);
            assert_apart(&asked, "plan");
            shown += asked.len();
            pass(&mut desk, 86_400);
        }
        assert!(shown >= 30, "{shown}");
        let same_day = |event: &LogEvent| event.day;
        assert!(desk.progress.counting().map(|event| same_day(&event)).collect::<HashSet<_>>().len() > 1);
    }
}

#[test]
fn without_the_setting_siblings_come_as_they_stand() {
    let mut desk = desk_of(3);
    desk.settings.siblings_apart = false;
    let mut session = Session::start(Subject::default(), &desk);
    assert_eq!(play(&mut session, &mut desk, &[Grade::Easy]).len(), 6);
}

/// In a shuffled order a follow-up has its card right before it; where that is not asked, it is not either.
#[test]
fn practice_asks_follow_ups_right_behind_their_cards() {
    let card = |card: usize| {
        let own = (0..card % 3)
            .map(|own| format!("#### Why {card} {own}?\n\n<!-- id: why-{card}-{own} -->\n\nBecause.\n\n"));
        let own: String = own.collect();
        let label = if own.is_empty() { "" } else { "Follow-ups:\n\n" };
        format!("### {}. What is {card}?\n\n<!-- id: what-{card} -->\n\nThat.\n\n{label}{own}", card + 1)
    };
    let notes = format!("# Deck\n\n## Chapter\n\n{}", (0..12).map(card).collect::<String>());
    let cards = import::read(notes.as_bytes(), None, None, None).cards;
    let mut desk = desk::desk(vec![Deck { name: "deck".to_owned(), titles: Vec::new(), cards }], Lang::En);
    let mut session = Session::start(Subject::default(), &desk);
    play(&mut session, &mut desk, &[Grade::Good]);
    pass(&mut desk, 40 * 86_400);
    let mut session = Session::start(Subject::default(), &desk);
    session.practise(&desk, &mut ChaCha8Rng::seed_from_u64(3));
    let asked = play(&mut session, &mut desk, &[Grade::Easy]).into_iter();
    let asked: Vec<CardId> = asked.map(|place| desk.card(place).id.clone()).collect();
    let follow_ups = asked.iter().filter(|card| card.as_str().starts_with("why")).count();
    assert_eq!((asked.len(), follow_ups), (24, 12));
    for (place, card) in asked.iter().enumerate().filter(|(_, card)| card.as_str().starts_with("why")) {
        let number = card.as_str().split('-').nth(1).unwrap();
        let before = asked[place - 1].as_str();
        assert!(
            before == format!("what-{number}") || before.starts_with(&format!("why-{number}-")),
            "{asked:?}"
        );
    }
}
