//! The queue and the session, driven through days of study.

use crate::harness::desk as fresh;
use backprop::card::{CardId, Deck, Grade, Lang};
use backprop::day::At;
use backprop::desk::{Desk, Place};
use backprop::import;
use backprop::progress::{Kind, Progress};
use backprop::quiz::session::{AskingPhase, Reveal, Session, Subject};
use backprop::schedule::queue::{self, Allowance, Next, Scope};
use backprop::settings::{Limits, Settings};
use backprop::state::{Due, Scheduler};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

fn desk(notes: &str, limits: Limits) -> Desk {
    let cards = import::read(notes.as_bytes(), None, None, None).cards;
    Desk {
        settings: Settings { limits, ..Settings::default() },
        ..fresh::desk(vec![Deck { name: "deck".to_owned(), titles: Vec::new(), cards }], Lang::En)
    }
}

/// This many cards, in chapters of five.
fn notes(cards: usize) -> String {
    let card = |card: usize| {
        let chapter =
            if card.is_multiple_of(5) { format!("# Chapter {}\n\n", card / 5) } else { String::new() };
        format!("{chapter}{}. Question {card}?\n\nAnswer {card}.\n\n", card + 1)
    };
    (0..cards).map(card).collect()
}

fn pass(desk: &mut Desk, seconds: i64) {
    desk.now = desk.calendar.moment(desk.now.at.plus_seconds(seconds));
}

const MINUTE: i64 = 60;
const DAY: i64 = 86_400;

fn card_at_hand(session: &Session) -> Option<usize> {
    session.place().map(|place| place.card)
}

/// Reveals and grades, ten seconds later.
fn answer(session: &mut Session, desk: &mut Desk, grade: Grade) -> Option<usize> {
    let card = card_at_hand(session);
    pass(desk, 10);
    session.reveal(desk);
    session.grade(grade, desk);
    card
}

/// Answers everything of a day with one grade; gives the cards in the order they were asked.
fn day(session: &mut Session, desk: &mut Desk, grade: Grade) -> Vec<usize> {
    std::iter::from_fn(|| answer(session, desk, grade)).take(2_000).collect()
}

#[test]
fn new_cards_alternate_between_chapters() {
    let mut desk = desk(&notes(10), Limits::default());
    let mut session = Session::start(Subject::default(), &desk);
    let asked = day(&mut session, &mut desk, Grade::Easy);
    assert_eq!(asked, [0, 5, 1, 6, 2, 7, 3, 8, 4, 9]);
}

#[test]
fn a_failed_card_comes_back_in_the_same_sitting_after_its_minute() {
    let mut desk = desk(&notes(10), Limits::default());
    let mut session = Session::start(Subject::default(), &desk);
    assert_eq!(answer(&mut session, &mut desk, Grade::Again), Some(0));
    assert_eq!(answer(&mut session, &mut desk, Grade::Easy), Some(5), "its minute is not over");
    pass(&mut desk, MINUTE);
    assert_eq!(answer(&mut session, &mut desk, Grade::Easy), Some(1), "this one was drawn before");
    assert_eq!(card_at_hand(&session), Some(0), "learning cards that are due come first");
}

#[test]
fn steps_are_taken_a_little_early_when_nothing_else_is_left() {
    let mut desk = desk(&notes(2), Limits::default());
    let mut session = Session::start(Subject::default(), &desk);
    for card in [0, 1, 0, 1] {
        assert_eq!(answer(&mut session, &mut desk, Grade::Good), Some(card));
    }
    let AskingPhase::Finished { next_due } = session.phase else { panic!("{:?}", session.phase) };
    assert_eq!(next_due, Some(At::parse("2026-11-24T04:00:00.000Z").unwrap()));
}

#[test]
fn limits_count_per_day_and_not_per_session() {
    let limits = Limits { new: 7, reviews: 200 };
    let mut desk = desk(&notes(30), limits);
    let mut first = Session::start(Subject { limit: Some(4), ..Subject::default() }, &desk);
    assert_eq!(day(&mut first, &mut desk, Grade::Easy).len(), 4);
    let mut second = Session::start(Subject::default(), &desk);
    assert_eq!(day(&mut second, &mut desk, Grade::Easy).len(), 3);
    // Before the rollover hour it is still the same day.
    desk.now = desk.calendar.moment(At::parse("2026-11-23T03:59:59.000Z").unwrap());
    assert!(card_at_hand(&Session::start(Subject::default(), &desk)).is_none());
    pass(&mut desk, 1);
    assert!(card_at_hand(&Session::start(Subject::default(), &desk)).is_some());
}

#[test]
fn new_cards_are_mixed_with_reviews_and_stay_within_the_review_limit() {
    let mut desk = desk(&notes(60), Limits { new: 20, reviews: 200 });
    let mut session = Session::start(Subject::default(), &desk);
    assert_eq!(day(&mut session, &mut desk, Grade::Easy).len(), 20);
    pass(&mut desk, 40 * DAY);
    let is_seen: Vec<bool> =
        desk.decks[0].cards.iter().map(|card| desk.progress.record(&card.id).is_some()).collect();
    let mut session = Session::start(Subject::default(), &desk);
    let asked = day(&mut session, &mut desk, Grade::Easy);
    assert_eq!(asked.len(), 40);
    for part in [&asked[..10], &asked[30..]] {
        let reviews = part.iter().filter(|card| is_seen[**card]).count();
        assert!((4..=6).contains(&reviews), "{reviews} of ten are reviews: {asked:?}");
    }
    desk.settings.limits = Limits { new: 20, reviews: 15 };
    pass(&mut desk, 200 * DAY);
    let counts = queue::counts(&desk, &Subject::default().selection(&desk), Allowance::of_day(&desk));
    assert_eq!((counts.due, counts.new), (15, 0), "a backlog leaves no room for new cards");
}

#[test]
fn cards_at_most_risk_come_first() {
    let mut desk = desk(&notes(4).replace("# Chapter 0\n\n", ""), Limits::default());
    let mut session = Session::start(Subject::default(), &desk);
    for grade in [Grade::Easy, Grade::Good, Grade::Hard, Grade::Easy] {
        answer(&mut session, &mut desk, grade);
    }
    day(&mut session, &mut desk, Grade::Good);
    pass(&mut desk, 30 * DAY);
    let selection = Subject::default().selection(&desk);
    let Next::Ask(first) = queue::next(&desk, &selection, Scope::Today, Allowance::of_day(&desk)) else {
        panic!()
    };
    let recall = |place: Place| {
        let state = desk.state(&desk.card(place).id);
        desk.scheduler.retrievability(&state, desk.now.day).unwrap()
    };
    assert!(selection.iter().all(|place| recall(first) <= recall(*place)));
}

#[test]
fn suspended_and_buried_cards_stay_away_and_undo_brings_them_back() {
    let mut desk = desk(&notes(3), Limits::default());
    let mut session = Session::start(Subject::default(), &desk);
    session.suspend(&mut desk);
    assert_eq!(card_at_hand(&session), Some(1));
    session.bury(&mut desk);
    assert_eq!(card_at_hand(&session), Some(2));
    answer(&mut session, &mut desk, Grade::Easy);
    let AskingPhase::Finished { next_due } = session.phase else { panic!("{:?}", session.phase) };
    assert_eq!(
        next_due,
        Some(At::parse("2026-11-23T04:00:00.000Z").unwrap()),
        "the buried card comes tomorrow"
    );
    for card in [2, 1, 0] {
        assert!(session.undo(&mut desk).is_some());
        assert_eq!(card_at_hand(&session), Some(card));
    }
    assert!(session.undo(&mut desk).is_none());
    assert_eq!(desk.progress.tally(desk.now.day).answers, 0);
    session.suspend(&mut desk);
    session.bury(&mut desk);
    pass(&mut desk, DAY);
    let selection = Subject::default().selection(&desk);
    assert_eq!(
        queue::counts(&desk, &selection, Allowance::of_day(&desk)).new,
        2,
        "suspended for ever, buried for a day"
    );
}

#[test]
fn an_undone_grade_given_again_brings_the_same_day() {
    let mut desk = desk(&notes(1), Limits::default());
    let mut session = Session::start(Subject::default(), &desk);
    answer(&mut session, &mut desk, Grade::Easy);
    let id = desk.decks[0].cards[0].id.clone();
    let first = desk.state(&id).due;
    assert!(matches!(first, Some(Due::On(_))));
    session.undo(&mut desk);
    assert_eq!(desk.state(&id).due, None);
    assert_eq!(session.phase, AskingPhase::Shown(Place { deck: 0, card: 0 }, Reveal::All));
    session.grade(Grade::Easy, &mut desk);
    assert_eq!(desk.state(&id).due, first);
}

#[test]
fn what_the_buttons_show_is_what_happens() {
    let mut desk = desk(&notes(1), Limits::default());
    let id = desk.decks[0].cards[0].id.clone();
    let mut session = Session::start(Subject::default(), &desk);
    for round in 0..40 {
        let grade = Grade::ALL[[2, 2, 0, 2, 1, 3, 2][round % 7]];
        session.reveal(&desk);
        let shown = session.choices(&desk).unwrap()[grade as usize];
        session.grade(grade, &mut desk);
        let record = *desk.progress.record(&id).unwrap();
        assert_eq!((record.state.due, record.state.memory), (shown.due, shown.memory), "round {round}");
        let seconds = match shown.due.unwrap() {
            Due::At(at) => at.seconds_since(desk.now.at),
            Due::On(day) => desk.calendar.start_of(day).seconds_since(desk.now.at),
        };
        pass(&mut desk, seconds.max(1));
        session.refresh(&desk);
    }
}

#[test]
fn studying_ahead_takes_the_next_due_and_practice_changes_nothing() {
    let mut desk = desk(&notes(3), Limits::default());
    let mut session = Session::start(Subject::default(), &desk);
    day(&mut session, &mut desk, Grade::Easy);
    pass(&mut desk, DAY);
    let mut session = Session::start(Subject::default(), &desk);
    assert!(session.place().is_none());
    let events = desk.progress.events().count();
    session.practise(&desk, &mut ChaCha8Rng::seed_from_u64(1));
    answer(&mut session, &mut desk, Grade::Again);
    let asked = day(&mut session, &mut desk, Grade::Good);
    assert_eq!(asked.len(), 3, "a card that failed is asked again");
    assert_eq!(desk.progress.events().count(), events);
    session.study_ahead(&desk);
    let soonest = desk.decks[0].cards.iter().filter_map(|card| match desk.state(&card.id).due {
        Some(Due::On(day)) => Some(day),
        _ => None,
    });
    let soonest = soonest.min().unwrap();
    let at_hand = &desk.card(session.place().unwrap()).id;
    assert_eq!(desk.state(at_hand).due, Some(Due::On(soonest)));
}

#[test]
fn a_second_program_sees_the_same_queue() {
    let mut one = desk(&notes(20), Limits::default());
    let mut session = Session::start(Subject::default(), &one);
    for round in 0..30 {
        let Some(at_hand) = session.place() else { break };
        // The other one knows nothing but the log.
        let mut other = desk(&notes(20), Limits::default());
        let events: Vec<_> = one.progress.events().collect();
        other.progress = Progress::of(Scheduler::default(), &events);
        other.now = one.now;
        let selection = Subject::default().selection(&other);
        let next = queue::next(&other, &selection, Scope::Today, Allowance::of_day(&other));
        assert_eq!(next, Next::Ask(at_hand), "round {round}");
        pass(&mut one, 7);
        session.reveal(&one);
        session.grade(Grade::ALL[round % 4], &mut one);
    }
}

#[test]
fn a_topic_narrows_the_session() {
    let desk = desk(&notes(12), Limits::default());
    let subject = Subject { topic: Some("chapter 1".to_owned()), ..Subject::default() };
    assert_eq!(subject.selection(&desk).iter().map(|place| place.card).collect::<Vec<_>>(), [5, 6, 7, 8, 9]);
    let subject = Subject { topic: Some("no such".to_owned()), ..Subject::default() };
    assert!(subject.selection(&desk).is_empty());
}

#[test]
fn cards_without_an_answer_are_never_asked() {
    let mut desk = desk("1. Asked?\nYes.\n2. Not asked?\n3. Asked too?\nYes.\n", Limits::default());
    let mut session = Session::start(Subject::default(), &desk);
    assert_eq!(day(&mut session, &mut desk, Grade::Easy), [0, 2]);
    let id: CardId = desk.decks[0].cards[1].id.clone();
    assert!(desk.progress.record(&id).is_none());
    assert!(desk.progress.events().all(|event| !matches!(event.kind, Kind::Suspend)));
}
