//! Every kind of session is played to its end, in every mode, with a plan and without: it ends, and the
//! log has what it should.

use crate::harness::desk;
use backprop::card::{CardId, Deck, Grade, Lang};
use backprop::desk::{Desk, Done, Place, StateOwner};
use backprop::import;
use backprop::messages::ModeName;
use backprop::progress::{Confidence, Kind, LogEvent, Target};
use backprop::quiz::interview::grading::Grading;
use backprop::quiz::interview::report::RoundReport;
use backprop::quiz::interview::{Length, Round};
use backprop::quiz::mode::{MODES, Pick, Task};
use backprop::quiz::session::{AskingPhase, End, Outlook, Session, Subject};
use backprop::schedule::ready;
use backprop::settings::ROWS;
use backprop::store::builtin::BUILTIN;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Decks of answers long enough for every mode.
fn notes(cards: usize) -> String {
    const THINGS: [&str; 12] = [
        "dropout",
        "pooling",
        "attention",
        "momentum",
        "padding",
        "embedding",
        "softmax",
        "quantisation",
        "distillation",
        "warm-up",
        "clipping",
        "beam search",
    ];
    let card = |card: usize| {
        let thing = THINGS[card % THINGS.len()];
        let chapter =
            if card.is_multiple_of(5) { format!("# Chapter {}\n\n", card / 5) } else { String::new() };
        // Every second card can be asked with other numbers each time.
        let drill = match card.is_multiple_of(2) {
            true => {
                "```drill\nHow many weights do {n} layers of 3 have?\nn = 2, 4, 8\nanswer = 3 * n\n```\n\n"
            }
            false => "",
        };
        format!(
            "{chapter}{}. What does {thing} number {card} do?\n\n- The {thing} step changes {} weights of layer {card} at once.\n- Its cost grows with {} rows of the batch and stays below {} ms.\n\n{drill}",
            card + 1,
            card + 3,
            card + 20,
            card + 7,
        )
    };
    (0..cards).map(card).collect()
}

fn desk_of(text: &str) -> Desk {
    let cards = import::read(text.as_bytes(), None, None, None).cards;
    desk::desk(vec![Deck { name: "own".into(), titles: Vec::new(), cards }], Lang::En)
}

/// A note is no answer: the card at hand stays, and an undo takes back what was done last.
#[test]
fn a_note_is_undone_in_its_turn_and_moves_no_card() {
    let mut desk = desk_of(&notes(3));
    let mut session = Session::start(Subject::default(), &desk);
    session.reveal(&desk);
    let (phase, card) = (session.phase, desk.card(session.place().unwrap()).id.clone());
    desk.record(&card, Kind::note("mine".into(), ""));
    assert_eq!(session.phase, phase);
    session.grade(Grade::Good, &mut desk);
    assert_ne!(session.place(), Some(Place { deck: 0, card: 0 }));
    assert_eq!(session.tally().answers, 1);
    assert_eq!(session.undo(&mut desk).map(|undone| undone.done), Some(Done::Graded(Grade::Good)));
    assert_eq!(desk.progress.own_note(&card), Some("mine"));
    let phase = session.phase;
    let undone = session.undo(&mut desk).unwrap();
    assert_eq!((undone.done, &undone.cards[..], session.phase), (Done::Noted, &[card.clone()][..], phase));
    assert_eq!(desk.progress.own_note(&card), None);
    assert!(session.trial.is_some() && session.undo(&mut desk).is_none());
}

fn pass(desk: &mut Desk, seconds: i64) {
    desk.now = desk.calendar.moment(desk.now.at.plus_seconds(seconds));
}

fn choose(desk: &mut Desk, key: &str, value: &str) {
    let row = ROWS.iter().find(|row| row.key == key).unwrap();
    assert!((row.set)(&mut desk.settings, value));
}

fn set_plan(desk: &mut Desk, days: i64, minutes: u32) {
    let date = Some(desk.now.day.plus(days));
    desk.note(
        &CardId::from(""),
        Kind::Plan(Target { date, minutes, weights: "{}".into(), ..Target::default() }),
    );
    pass(desk, 1);
}

fn ids(desk: &Desk) -> Vec<CardId> {
    desk.places().map(|place| desk.card(place).id.clone()).collect()
}

/// The graded answers in the log: card and grade.
fn reviews(desk: &Desk) -> Vec<(CardId, Grade)> {
    let review = |event: LogEvent| match event.kind {
        Kind::Review(review) => Some((event.card, review.grade)),
        _ => None,
    };
    desk.progress.counting().filter_map(review).collect()
}

/// How many numbers were worked out.
static COMPUTED: AtomicUsize = AtomicUsize::new(0);

/// Answers the card at hand as its task asks for, whatever stands in between.
fn answer(session: &mut Session, desk: &mut Desk) {
    pass(desk, 6);
    if matches!(session.phase, AskingPhase::Sure(..)) {
        session.sure(Confidence::Likely, desk);
    }
    match &session.trial.as_ref().unwrap().task {
        Task::Pick(options) => session.choose(options.right, desk),
        Task::Write(_) => {
            session.write("it changes the weights of the layer at once".to_owned());
            session.reveal(desk);
        }
        Task::Compute(computation) => {
            COMPUTED.fetch_add(1, Ordering::Relaxed);
            // Some are right and some are wrong.
            let right = computation.drawn.answer;
            let number = if right > 10.0 { right } else { 1.0 };
            session.write(number.to_string());
            session.reveal(desk);
        }
        Task::Say | Task::Fill(_) | Task::Code(_) => session.reveal(desk),
    }
    if matches!(session.phase, AskingPhase::Sure(..)) {
        session.sure(Confidence::Likely, desk);
    }
}

/// Plays a session to its end; gives the cards in the order they were asked. A card fails as often as
/// `fails` says, then it is recalled; minutes for learning steps pass where nothing else is left.
fn play(session: &mut Session, desk: &mut Desk, fails: u32, grade: Grade) -> Vec<Place> {
    let mut asked = Vec::new();
    let mut failed: HashMap<Place, u32> = HashMap::new();
    for _ in 0..2_000 {
        let Some(place) = session.place() else { return asked };
        let left = session.left(desk).total();
        assert!(left > 0, "a card is asked, and none is left");
        answer(session, desk);
        let times = failed.entry(place).or_default();
        let given = match *times {
            times if times < fails => Grade::Again,
            times if times == fails => grade,
            // Hard repeats a step, so it alone never ends one.
            _ => Grade::Good,
        };
        *times += 1;
        asked.push(place);
        session.grade(given, desk);
    }
    panic!("it does not end: {:?}", &asked[asked.len() - 20..]);
}

/// Seven days of study lie behind it: some cards are due, some come later, some are new.
fn used() -> Desk {
    let mut desk = desk_of(&notes(15));
    let cards = ids(&desk);
    for (index, card) in cards.iter().take(9).enumerate() {
        let grade = Grade::ALL[1 + index % 3];
        desk.note(card, Kind::Review(backprop::progress::Review::new(grade, "recall", 9000)));
        pass(&mut desk, 20);
        if index % 3 == 0 {
            desk.note(card, Kind::Review(backprop::progress::Review::new(Grade::Good, "recall", 9000)));
        }
    }
    desk.note(&cards[2], Kind::Suspend);
    pass(&mut desk, 7 * 86_400);
    desk
}

#[test]
fn readiness_before_a_session_stays_what_it_was_when_it_began() {
    let mut desk = used();
    let began = ready::of_all(&desk).unwrap();
    let mut session = Session::start(Subject::default(), &desk);
    for grade in [Grade::Easy, Grade::Again, Grade::Good, Grade::Good] {
        answer(&mut session, &mut desk);
        session.grade(grade, &mut desk);
        assert_eq!(session.ready_before(&desk), Some(began));
    }
    assert_ne!(ready::of_all(&desk), Some(began));
    session.undo(&mut desk).unwrap();
    assert_eq!(session.ready_before(&desk), Some(began));
    // The day it was about is that of the beginning.
    pass(&mut desk, 86_400);
    assert_eq!(session.ready_before(&desk), Some(began));
}

#[test]
fn three_chosen_cards_graded_easy_are_three_answers() {
    for days in [None, Some(9)] {
        let mut desk = desk_of("Q: one?\nA: 1.\n\nQ: two?\nA: 2.\n\nQ: three?\nA: 3.\n");
        if let Some(days) = days {
            set_plan(&mut desk, days, 30);
        }
        let mut session = Session::start(Subject::of_cards(ids(&desk)), &desk);
        let mut left = vec![session.left(&desk).total()];
        while session.place().is_some() {
            answer(&mut session, &mut desk);
            session.grade(Grade::Easy, &mut desk);
            left.push(session.left(&desk).total());
            assert!(left.len() < 10, "it does not end");
        }
        assert_eq!(left, [3, 2, 1, 0], "the counter counts cards down");
        assert_eq!(reviews(&desk).len(), 3);
        assert_eq!(session.end(&desk), End::Through);
    }
}

#[test]
fn every_kind_of_session_ends_with_a_plan_and_without() {
    for plan in [None, Some((1, 20)), Some((12, 45))] {
        for kind in &KINDS {
            for (fails, grade) in ANSWERS {
                play_kind(kind, Pick::One(MODES[0]), plan, fails, grade);
            }
        }
    }
}

#[test]
fn every_kind_of_session_ends_in_every_mode() {
    for (turn, pick) in Pick::all().skip(1).enumerate() {
        for (plan, turn) in [None, Some((12, 45))].into_iter().zip(turn..) {
            for (index, kind) in KINDS.iter().enumerate() {
                let (fails, grade) = ANSWERS[(turn + index) % ANSWERS.len()];
                play_kind(kind, pick, plan, fails, grade);
                let computed = COMPUTED.swap(0, Ordering::Relaxed);
                let may_compute = [ModeName::Numbers, ModeName::Mixed].contains(&pick.name());
                assert!(
                    pick.name() != ModeName::Numbers || computed > 0,
                    "{}: no number was asked",
                    kind.name
                );
                assert!(may_compute || computed == 0, "{}: {computed} numbers were asked", pick.name());
            }
        }
    }
}

/// How often a card fails, and how it is recalled then.
const ANSWERS: [(u32, Grade); 3] = [(0, Grade::Easy), (1, Grade::Good), (2, Grade::Hard)];

fn play_kind(kind: &SessionKind, pick: Pick, plan: Option<(i64, u32)>, fails: u32, grade: Grade) {
    let named = format!("{} {} {plan:?} {fails} {grade:?}", kind.name, pick.name());
    let mut desk = used();
    choose(&mut desk, "confidence", if fails == 1 { "on" } else { "off" });
    if let Some((days, minutes)) = plan {
        set_plan(&mut desk, days, minutes);
    }
    let before = reviews(&desk).len();
    let mut session = (kind.start)(&mut desk);
    session.ask_by(pick, &desk);
    let asked = play(&mut session, &mut desk, fails, grade);
    let noted = reviews(&desk).len() - before;
    (kind.holds)(&asked, noted, fails, &named);
    assert!(!asked.is_empty(), "{named}");
    assert!(!asked.contains(&Place { deck: 0, card: 2 }), "{named}: it is suspended");
}

struct SessionKind {
    name: &'static str,
    start: fn(&mut Desk) -> Session,
    /// Holds of: cards asked, answers in the log, failures of each card, and the name of all that.
    holds: fn(&[Place], usize, u32, &str),
}

const KINDS: [SessionKind; 8] = [
    SessionKind {
        name: "scheduled",
        start: |desk| Session::start(Subject::default(), desk),
        holds: |asked, noted, _, named| assert_eq!(asked.len(), noted, "{named}"),
    },
    SessionKind {
        name: "new only",
        start: |desk| Session::start(Subject { new: Some(4), ..Subject::default() }, desk),
        holds: |asked, noted, _, named| {
            assert_eq!(asked.len(), noted, "{named}");
            let new: HashSet<&Place> = asked.iter().filter(|place| place.card >= 9).collect();
            assert!(new.len() <= 4, "{named}: {new:?}");
        },
    },
    SessionKind {
        name: "limit",
        start: |desk| Session::start(Subject { limit: Some(5), ..Subject::default() }, desk),
        holds: |asked, noted, _, named| assert_eq!((asked.len(), noted), (5, 5), "{named}"),
    },
    SessionKind {
        name: "topic",
        start: |desk| Session::start(Subject { topic: Some("chapter 1".into()), ..Subject::default() }, desk),
        holds: |asked, noted, _, named| {
            assert_eq!(asked.len(), noted, "{named}");
            assert!(asked.iter().all(|place| place.card / 5 == 1), "{named}");
        },
    },
    SessionKind {
        name: "chosen",
        start: |desk| {
            let chosen = [0, 2, 5, 8, 10, 12, 14].map(|card| desk.decks[0].cards[card].id.clone());
            Session::start(Subject::of_cards(chosen.to_vec()), desk)
        },
        holds: |asked, noted, fails, named| {
            assert_eq!(noted, 6 * (fails as usize + 1), "{named}: one of seven is suspended");
            each_once(asked, &[0, 5, 8, 10, 12, 14], fails, named);
        },
    },
    SessionKind {
        name: "from a report",
        start: |desk| {
            let report = interview(desk);
            let cards: Vec<CardId> = report.study.iter().map(|row| report.rows[*row].card.clone()).collect();
            assert!(!cards.is_empty());
            pass(desk, 60);
            Session::start(Subject::of_cards(cards), desk)
        },
        holds: |asked, noted, fails, named| {
            // The interview left its grades too, one for each of its four questions.
            assert_eq!(asked.len() + 4, noted, "{named}");
            let mut cards: Vec<usize> = asked.iter().map(|place| place.card).collect();
            cards.sort_unstable();
            cards.dedup();
            each_once(asked, &cards, fails, named);
        },
    },
    SessionKind {
        name: "ahead",
        start: |desk| {
            let mut session =
                Session::start(Subject { topic: Some("chapter 1".into()), ..Subject::default() }, desk);
            session.study_ahead(desk);
            session
        },
        holds: |asked, noted, fails, named| {
            assert_eq!(asked.len(), noted, "{named}");
            each_once(asked, &[5, 6, 7, 8, 9], fails, named);
        },
    },
    SessionKind {
        name: "practice",
        start: |desk| {
            let mut session = Session::start(Subject::default(), desk);
            session.practise(desk, &mut ChaCha8Rng::seed_from_u64(7));
            session
        },
        holds: |asked, noted, fails, named| {
            assert!(noted == 0, "{named}: practice is not recorded");
            let all: Vec<usize> = (0..15).filter(|card| *card != 2).collect();
            each_once(asked, &all, fails, named);
        },
    },
];

/// Each of these cards was asked once, and once more for each failure.
fn each_once(asked: &[Place], cards: &[usize], fails: u32, named: &str) {
    let mut sorted: Vec<usize> = asked.iter().map(|place| place.card).collect();
    sorted.sort_unstable();
    let times = fails as usize + 1;
    let expected: Vec<usize> = cards.iter().flat_map(|card| std::iter::repeat_n(*card, times)).collect();
    assert_eq!(sorted, expected, "{named}");
}

/// A mock interview of four questions, played and graded to its end.
fn interview(desk: &mut Desk) -> RoundReport {
    let places: Vec<Place> = desk.places().collect();
    let mut round = Round::start(Length { questions: 4, minutes: 20 }, &places, desk);
    let mut answers = 0;
    while !round.is_over() {
        pass(desk, 40);
        round.answer(Confidence::ALL[answers % 4], desk);
        answers += 1;
        assert!(answers <= 4, "it does not end");
    }
    pass(desk, 5);
    let mut grading = Grading::of(round.began, desk);
    for grade in [Grade::Again, Grade::Hard, Grade::Good, Grade::Again] {
        assert!(grading.at_hand().is_some());
        pass(desk, 5);
        grading.grade(grade, desk);
    }
    assert!(grading.at_hand().is_none());
    RoundReport::of(&grading, desk).unwrap()
}

#[test]
fn failed_cards_come_again_after_some_others() {
    let mut desk = desk_of(&notes(20));
    let mut session = Session::start(Subject::of_cards(ids(&desk)), &desk);
    let asked = play(&mut session, &mut desk, 1, Grade::Easy);
    assert_eq!(asked.len(), 40);
    for (index, place) in asked.iter().enumerate() {
        let after = &asked[index + 1..];
        let again = after.iter().position(|other| other == place);
        // The last ones have nothing left to come between.
        let others: HashSet<&Place> = after.iter().filter(|other| *other != place).collect();
        let wanted = if others.len() < 5 { others.len().min(1) } else { 5 };
        assert!(again.is_none_or(|others| others >= wanted), "{index}: {again:?} in {asked:?}");
    }
}

#[test]
fn what_was_done_in_a_pass_is_undone_one_by_one() {
    let mut desk = desk_of(&notes(8));
    let mut session = Session::start(Subject::of_cards(ids(&desk)), &desk);
    let left = |session: &Session, desk: &Desk| session.left(desk).total();
    let mut steps = Vec::new();
    for step in 0..10 {
        steps.push((session.place().unwrap(), left(&session, &desk)));
        match step {
            3 => session.suspend(&mut desk),
            6 => session.bury(&mut desk),
            _ => {
                answer(&mut session, &mut desk);
                session.grade(if step % 2 == 0 { Grade::Again } else { Grade::Easy }, &mut desk);
            }
        }
        pass(&mut desk, 1);
    }
    for (step, (place, before)) in steps.into_iter().enumerate().rev() {
        let undone = session.undo(&mut desk).unwrap();
        let done = match step {
            3 => Done::Suspended,
            6 => Done::Buried,
            step if step % 2 == 0 => Done::Graded(Grade::Again),
            _ => Done::Graded(Grade::Easy),
        };
        assert_eq!((desk.find(&undone.cards[0]), undone.done), (Some(place), done));
        assert_eq!((session.place(), left(&session, &desk)), (Some(place), before), "step {step}");
    }
    assert!(session.undo(&mut desk).is_none());
    assert!(reviews(&desk).is_empty());
}

#[test]
fn answers_of_earlier_sessions_are_undone_newest_first_and_asked_again() {
    let mut desk = desk_of(&notes(4));
    let mut first = Session::start(Subject::default(), &desk);
    let asked = play(&mut first, &mut desk, 0, Grade::Easy);
    assert_eq!(asked.len(), 4);
    pass(&mut desk, 86_400);
    let mut second = Session::start(Subject::default(), &desk);
    assert!(second.place().is_none() && second.undo(&mut desk).is_none());
    for place in asked.iter().rev() {
        let undone = second.undo_earlier(&mut desk).unwrap().unwrap();
        assert_eq!((desk.find(&undone.cards[0]), undone.done), (Some(*place), Done::Graded(Grade::Easy)));
        assert_eq!(second.phase, AskingPhase::Asked(*place), "it is asked again");
        pass(&mut desk, 1);
    }
    assert_eq!(second.undo_earlier(&mut desk).unwrap(), None);
    answer(&mut second, &mut desk);
    second.grade(Grade::Good, &mut desk);
    assert_eq!(reviews(&desk), [(desk.card(asked[0]).id.clone(), Grade::Good)]);
    second.practise(&desk, &mut ChaCha8Rng::seed_from_u64(1));
    assert_eq!(second.undo_earlier(&mut desk).unwrap(), None, "practice takes back no real answer");
}

#[test]
fn a_session_says_why_it_ends() {
    let mut desk = desk_of(&notes(30));
    let mut session = Session::start(Subject { limit: Some(3), ..Subject::default() }, &desk);
    let mut left = Vec::new();
    while session.place().is_some() {
        left.push(session.left(&desk).total());
        answer(&mut session, &mut desk);
        session.grade(Grade::Easy, &mut desk);
    }
    assert_eq!(left, [3, 2, 1]);
    assert_eq!((session.end(&desk), session.outlook(&desk)), (End::Limit(3), Outlook::Waiting(17)));
    session.more_new(10, &desk);
    assert!(session.place().is_some(), "who goes on is past the limit");
    let mut session = Session::start(Subject::default(), &desk);
    play(&mut session, &mut desk, 0, Grade::Easy);
    let End::HeldBack(counts) = session.end(&desk) else { panic!("{:?}", session.end(&desk)) };
    assert_eq!((counts.new, counts.due), (10, 0));
    let mut desk = desk_of(&notes(3));
    let mut session = Session::start(Subject::default(), &desk);
    play(&mut session, &mut desk, 0, Grade::Easy);
    assert_eq!(session.end(&desk), End::Through);
    assert!(matches!(session.outlook(&desk), Outlook::Due(_)));
}

#[test]
fn a_pass_goes_on_when_the_decks_are_read_again() {
    let mut desk = desk_of(&notes(9));
    let mut session = Session::start(Subject::of_cards(ids(&desk)), &desk);
    for grade in [Grade::Again, Grade::Easy, Grade::Easy] {
        answer(&mut session, &mut desk);
        session.grade(grade, &mut desk);
    }
    let before = session.left(&desk).total();
    let at_hand = session.place().map(|place| desk.card(place).id.clone());
    // Another file stands before it now, and a card is gone.
    let other = desk_of(&notes(2)).decks.remove(0);
    let gone = desk.decks[0]
        .cards
        .iter()
        .position(|card| desk.progress.record(&card.id).is_none() && Some(&card.id) != at_hand.as_ref());
    desk.decks[0].cards.remove(gone.unwrap());
    desk.decks.insert(0, Deck { cards: vec![other.cards[0].clone()], ..other });
    desk.decks[0].cards[0].id = CardId::from("elsewhere");
    session.decks_changed(None, &desk);
    assert_eq!(session.place().map(|place| desk.card(place).id.clone()), at_hand);
    assert_eq!(session.left(&desk).total(), before - 1);
    assert_eq!(play(&mut session, &mut desk, 0, Grade::Easy).len() as u32, before - 1);
}

/// A card that was chosen is asked, though it follows up on one that is not known yet; those that need no other
/// come first.
#[test]
fn a_chosen_follow_up_is_asked_without_its_card() {
    let decks = || BUILTIN.iter().map(|builtin| builtin.deck()).collect();
    let desk = desk::desk(decks(), Lang::En);
    let closed: Vec<Place> = desk.places().filter(|place| !desk.is_open(*place)).take(3).collect();
    let parent = desk.parent(closed[2]).unwrap();
    assert_eq!(closed.len(), 3);
    let id = |place: &Place| desk.card(*place).id.clone();
    let session = Session::start(Subject::of_cards(vec![id(&closed[0])]), &desk);
    assert_eq!(session.place(), Some(closed[0]));
    let session = Session::start(Subject::of_cards(vec![id(&closed[2]), id(&parent)]), &desk);
    assert_eq!(session.place(), Some(parent));
    let mut suspended = desk::desk(decks(), Lang::En);
    suspended.note(&id(&closed[0]), Kind::Suspend);
    let session = Session::start(Subject::of_cards(vec![id(&closed[0])]), &suspended);
    assert_eq!(session.place(), None, "what was set aside stays so");
}

/// Who says how many new cards they want gets them, whatever the limit of reviews is.
#[test]
fn new_cards_that_were_asked_for_are_not_held_back_by_the_limit_of_reviews() {
    let desk = desk_of(&notes(260));
    let waiting =
        |new: Option<u32>| Session::start(Subject { new, ..Subject::default() }, &desk).left(&desk).new;
    assert_eq!(waiting(Some(250)), 250);
    assert_eq!(waiting(None), desk.settings.limits.new);
}
