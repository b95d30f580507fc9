//! Mock interviews without a screen: what is drawn, what the log keeps, how grades and reports come
//! about.

use crate::harness::desk;
use backprop::card::{CardId, Deck, Grade, Lang};
use backprop::day::{At, Day};
use backprop::desk::{Desk, Place};
use backprop::import;
use backprop::progress::{Confidence, Kind, LogEvent, Progress, Review, Target};
use backprop::quiz::interview::grading::{self, Grading};
use backprop::quiz::interview::report::RoundReport;
use backprop::quiz::interview::{Length, MODE, Round};
use backprop::state::Scheduler;
use std::collections::HashSet;

const FIVE: Length = Length { questions: 5, minutes: 10 };

fn desk_of(notes: &str) -> Desk {
    let cards = import::read(notes.as_bytes(), None, None, None).cards;
    desk::desk(vec![Deck { name: "deck".to_owned(), titles: Vec::new(), cards }], Lang::En)
}

/// Chapters of five cards; each answer has four points.
fn desk(cards: usize) -> Desk {
    let card = |card: usize| {
        let chapter =
            if card.is_multiple_of(5) { format!("# Chapter {}\n\n", card / 5) } else { String::new() };
        format!("{chapter}{}. Question {card}?\n\n- one\n- two\n- three\n- four\n\n", card + 1)
    };
    desk_of(&(0..cards).map(card).collect::<String>())
}

fn pass(desk: &mut Desk, seconds: i64) {
    desk.now = desk.calendar.moment(desk.now.at.plus_seconds(seconds));
}

fn all(desk: &Desk) -> Vec<Place> {
    desk.places().collect()
}

fn id(desk: &Desk, card: usize) -> CardId {
    desk.decks[0].cards[card].id.clone()
}

fn waiting(desk: &Desk) -> usize {
    grading::interrupted(desk).iter().map(|round| round.answers).sum()
}

/// Answers the question at hand after some seconds; gives its card.
fn answer(round: &mut Round, desk: &mut Desk, seconds: i64, confidence: Confidence) -> Option<usize> {
    let card = round.place().map(|place| place.card);
    pass(desk, seconds);
    round.answer(confidence, desk);
    card
}

/// The same program after a kill: all it has is the events on the disk.
fn killed(desk: Desk) -> Desk {
    let events: Vec<LogEvent> = desk.progress.events().collect();
    Desk { progress: Progress::of(Scheduler::default(), &events), ..desk }
}

#[test]
fn a_round_asks_as_many_questions_as_agreed_each_once() {
    for (cards, questions) in [(23, 5), (3, 3)] {
        let mut desk = desk(cards);
        let mut round = Round::start(FIVE, &all(&desk), &desk);
        let mut asked = HashSet::new();
        while let Some(card) = answer(&mut round, &mut desk, 20, Confidence::Likely) {
            assert!(asked.insert(card), "{card} was asked twice");
        }
        assert_eq!((asked.len(), round.answered(), round.is_over()), (questions, questions, true));
        assert_eq!(waiting(&desk), questions);
        assert!(desk.progress.records().all(|(_, record)| record.state.reps == 0), "nothing is graded yet");
    }
}

#[test]
fn when_time_is_up_the_question_at_hand_is_the_last() {
    let mut desk = desk(23);
    let mut round = Round::start(FIVE, &all(&desk), &desk);
    answer(&mut round, &mut desk, 300, Confidence::Sure);
    assert!(round.left(desk.now.at) > 0);
    pass(&mut desk, 400);
    assert!(round.left(desk.now.at) < 0 && !round.is_over(), "what is being said may be finished");
    answer(&mut round, &mut desk, 10, Confidence::Sure);
    assert!(round.is_over());
    assert_eq!(round.answered(), 2);
}

#[test]
fn interviewers_go_deeper_where_something_is_known() {
    let mut desk = desk(50);
    let long = Length { questions: 12, minutes: 60 };
    let mut round = Round::start(long, &all(&desk), &desk);
    let mut chain: Vec<usize> = Vec::new();
    // Two follow-ups after sure answers, one after an unsure one, none where nothing is known.
    let script = [
        (Confidence::Sure, false),
        (Confidence::Likely, true),
        (Confidence::Sure, true),
        (Confidence::No, false),
        (Confidence::Maybe, false),
        (Confidence::Maybe, true),
        (Confidence::Sure, false),
        (Confidence::No, true),
        (Confidence::No, false),
    ];
    for (index, (confidence, is_follow_up)) in script.into_iter().enumerate() {
        assert_eq!(round.is_follow_up(), is_follow_up, "question {index}");
        let card = answer(&mut round, &mut desk, 20, confidence).unwrap();
        if is_follow_up {
            let last = chain.last().unwrap();
            assert_eq!(card / 5, last / 5, "a follow-up is of the same chapter");
        }
        chain.push(card);
    }
}

/// Where no heading stands, the next card is about something else, however sure the answer before was.
#[test]
fn cards_without_headings_follow_up_nothing() {
    let card = |card: usize| format!("{card}. Question {card}?\n\nThe answer {card}.\n\n");
    let mut desk = desk_of(&(1..=20).map(card).collect::<String>());
    let mut round = Round::start(FIVE, &all(&desk), &desk);
    while !round.is_over() {
        assert!(!round.is_follow_up());
        answer(&mut round, &mut desk, 20, Confidence::Sure);
    }
    assert_eq!(round.answered(), 5);
}

/// How often a card is the first question, out of 2000 rounds.
fn first_questions(desk: &mut Desk, card: usize) -> u32 {
    let mut times = 0;
    for _ in 0..2000 {
        desk.now.at = At(desk.now.at.0 + 7919);
        let round = Round::start(FIVE, &all(desk), desk);
        times += u32::from(round.place().unwrap().card == card);
    }
    times
}

#[test]
fn what_is_weak_and_what_matters_is_asked_more_often() {
    let mut desk = desk(10);
    for card in 0..10 {
        let card = id(&desk, card);
        desk.note(&card, Kind::Review(Review::new(Grade::Easy, "recall", 1000)));
    }
    pass(&mut desk, 86_400);
    let even = first_questions(&mut desk, 3);
    assert!((140..260).contains(&even), "{even}");
    // Asked in a real interview, where it went badly: three times as likely as the others.
    let asked = id(&desk, 3);
    desk.note(&asked, Kind::Asked { went: Some(Grade::Again), place: "".into() });
    let heard = first_questions(&mut desk, 3);
    assert!((420..580).contains(&heard), "{heard}");
    // Forgotten twice: its recall is low, and lapses add to it. The topic of the card that was asked has
    // gained, so this one, of another topic, does not gain the whole factor.
    let weak = id(&desk, 7);
    for _ in 0..2 {
        desk.note(&weak, Kind::Review(Review::new(Grade::Again, "recall", 1000)));
    }
    pass(&mut desk, 86_400);
    let weak = first_questions(&mut desk, 7);
    assert!(weak * 3 > even * 5, "{weak} against {even}");
    // The weight of a topic: chapter 1 counts nothing, so its cards are hardly asked.
    let weights = r#"{"deck › Chapter 1":0.0}"#;
    let date = Some(Day::parse("2026-12-24").unwrap());
    let plan = Kind::Plan(Target { date, minutes: 30, weights: weights.into(), ..Target::default() });
    desk.progress.note(desk.now, &"".into(), plan).unwrap();
    let light = first_questions(&mut desk, 7);
    assert!(light * 3 < weak, "{light} against {weak}");
}

#[test]
fn cards_that_are_held_back_or_unanswered_are_not_asked() {
    let mut desk = desk_of("1. A?\n\nx\n\n2. B?\n\nx\n\n3. C?\n\n4. D?\n\nx\n\n5. E?\n\nx\n");
    let cards: Vec<CardId> = (0..5).map(|card| id(&desk, card)).collect();
    desk.note(&cards[0], Kind::Suspend);
    desk.note(&cards[1], Kind::Bury);
    let mut round = Round::start(FIVE, &all(&desk), &desk);
    assert_eq!(round.length.questions, 2);
    let first = answer(&mut round, &mut desk, 5, Confidence::No).unwrap();
    assert!(first >= 3);
    // What waits for its grade is not asked in another round.
    let other = Round::start(FIVE, &all(&desk), &desk);
    assert_ne!(other.place().unwrap().card, first);
    assert_eq!(other.length.questions, 1);
    assert!(Round::start(FIVE, &[], &desk).is_over());
}

#[test]
fn an_answer_taken_back_is_asked_again_and_its_clock_goes_on() {
    let mut desk = desk(23);
    let mut round = Round::start(FIVE, &all(&desk), &desk);
    assert!(!round.undo(&mut desk));
    let first = answer(&mut round, &mut desk, 30, Confidence::Sure);
    let second = round.place();
    pass(&mut desk, 100);
    assert!(round.undo(&mut desk));
    assert_eq!((round.place().map(|place| place.card), round.answered(), waiting(&desk)), (first, 0, 0));
    assert_eq!(round.on_question(desk.now.at), 30_000);
    answer(&mut round, &mut desk, 5, Confidence::Sure);
    assert_eq!(round.place(), second, "the same answer leads to the same question");
    let entry = Grading::of(round.began, &desk).entries.remove(0);
    assert_eq!(entry.answered.ms, 35_000);
}

#[test]
fn a_kill_loses_nothing_that_was_answered_or_graded() {
    let mut desk = desk(23);
    let mut round = Round::start(FIVE, &all(&desk), &desk);
    for seconds in [10, 20, 130] {
        answer(&mut round, &mut desk, seconds, Confidence::Sure);
    }
    let mut desk = killed(desk);
    let [interrupted] = grading::interrupted(&desk)[..] else { panic!("one round waits") };
    assert_eq!((interrupted.round, interrupted.answers), (round.began, 3));
    let mut grading = Grading::of(interrupted.round, &desk);
    (0..4).for_each(|point| grading.tick(point));
    assert_eq!(grading.at_hand().unwrap().suggestion(), Some(Grade::Easy));
    grading.grade(Grade::Easy, &mut desk);

    // Killed again, in the middle of the grading, and gone on with two days later.
    let mut desk = killed(desk);
    pass(&mut desk, 2 * 86_400);
    assert_eq!(waiting(&desk), 2);
    let mut grading = Grading::of(interrupted.round, &desk);
    assert_eq!((grading.entries.len(), grading.graded()), (3, 1), "the report is on the whole round");
    grading.tick(0);
    grading.tick(2);
    assert_eq!(grading.at_hand().unwrap().suggestion(), Some(Grade::Hard));
    grading.grade(Grade::Again, &mut desk);
    grading.grade(Grade::Good, &mut desk);
    assert!(grading.at_hand().is_none() && waiting(&desk) == 0);
    let days: Vec<(Day, u32)> = desk.progress.days().map(|(day, tally)| (day, tally.answers)).collect();
    assert_eq!(days, [(Day::parse("2026-11-22").unwrap(), 3)], "they count for the day they were given on");

    let report = RoundReport::of(&grading, &desk).unwrap();
    assert_eq!(
        report.rows.iter().map(|row| row.grade).collect::<Vec<_>>(),
        [Grade::Easy, Grade::Again, Grade::Good]
    );
    assert_eq!(
        report.rows.iter().filter(|row| row.is_slow()).map(|row| row.ms).collect::<Vec<_>>(),
        [130_000]
    );
    assert!(report.rows[1].is_sure_but_wrong() && !report.rows[0].is_sure_but_wrong());
    assert_eq!(
        report.rows.iter().map(|row| row.points).collect::<Vec<_>>(),
        [Some((4, 4)), Some((2, 4)), None]
    );
    assert_eq!((report.study.clone(), report.confidence[3]), (vec![1], (3, 2.0)));
    assert!((report.score() - 2.0 / 3.0).abs() < 1e-6);
    let questions: u32 = report.topics.iter().map(|topic| topic.questions).sum();
    assert_eq!(questions, 3);

    let reviews: Vec<LogEvent> =
        desk.progress.counting().filter(|event| matches!(event.kind, Kind::Review(_))).collect();
    let Kind::Review(review) = &reviews[1].kind else { panic!("a review") };
    assert_eq!((&*review.mode, review.ms, review.confidence), (MODE, 20_000, Some(Confidence::Sure)));
    assert_eq!(review.points.unwrap().missed().collect::<Vec<_>>(), [1, 3]);

    // Every grade can be taken back, also those of earlier runs.
    for left in [1, 2, 3] {
        assert!(grading.undo(&mut desk));
        assert_eq!(waiting(&desk), left);
    }
    assert!(!grading.undo(&mut desk));
    grading::discard(interrupted.round, &mut desk);
    assert_eq!(waiting(&desk), 0);
    assert!(Grading::of(interrupted.round, &desk).entries.is_empty());
}

#[test]
fn a_card_studied_before_it_was_graded_leaves_the_round() {
    let mut desk = desk(23);
    let mut round = Round::start(FIVE, &all(&desk), &desk);
    let cards: Vec<usize> =
        (0..3).filter_map(|_| answer(&mut round, &mut desk, 10, Confidence::Maybe)).collect();
    let studied = id(&desk, cards[1]);
    desk.note(&studied, Kind::Review(Review::new(Grade::Good, "recall", 1000)));
    assert_eq!(waiting(&desk), 2);
    let grading = Grading::of(round.began, &desk);
    assert_eq!(
        grading.entries.iter().map(|entry| entry.place.card).collect::<Vec<_>>(),
        [cards[0], cards[2]]
    );
}

#[test]
fn rounds_of_two_machines_wait_side_by_side() {
    let mut here = desk(3);
    let mut there = desk(3);
    there.now = there.calendar.moment(At(there.now.at.0 + 5000));
    let mut rounds = [Round::start(FIVE, &all(&here), &here), Round::start(FIVE, &all(&there), &there)];
    let cards: Vec<usize> =
        (0..3).filter_map(|_| answer(&mut rounds[0], &mut here, 10, Confidence::Sure)).collect();
    let shared = answer(&mut rounds[1], &mut there, 100, Confidence::No).unwrap();
    there.progress.events().for_each(|event| here.progress.absorb(&event).unwrap());
    let found: Vec<usize> = grading::interrupted(&here).iter().map(|round| round.answers).collect();
    assert_eq!(found, [2, 1], "a card asked on both waits once, for its later answer");
    let left: Vec<usize> = cards.into_iter().filter(|card| *card != shared).collect();
    let waiting = |round: &Round| {
        let entries = Grading::of(round.began, &here).entries;
        entries.iter().map(|entry| entry.place.card).collect::<Vec<_>>()
    };
    assert_eq!((waiting(&rounds[0]), waiting(&rounds[1])), (left, vec![shared]));
}

/// Cards with follow-ups, some of which stand in the track of others.
fn with_follow_ups() -> Desk {
    let card = |card: usize| {
        let own = (0..card % 3)
            .map(|own| format!("#### Why {card} {own}?\n\n<!-- id: why-{card}-{own} -->\n\nBecause.\n\n"));
        let own: String = own.collect();
        let label = if own.is_empty() { "" } else { "Follow-ups:\n\n" };
        format!(
            "### {}. What is {card}?\n\n<!-- id: what-{card} -->\n\n- one\n- two\n\n{label}{own}",
            card + 1
        )
    };
    let desk = desk_of(&format!("# Deck\n\n## Chapter\n\n{}", (0..12).map(card).collect::<String>()));
    let follow_ups = desk.places().filter(|place| desk.card(*place).parent().is_some()).count();
    assert_eq!((desk.places().count(), follow_ups), (24, 12));
    desk
}

#[test]
fn what_follows_up_a_card_is_asked_right_behind_it_or_not_at_all() {
    let mut was_asked = 0;
    for seconds in 0..60 {
        let mut desk = with_follow_ups();
        pass(&mut desk, seconds);
        let length = Length { questions: 12, minutes: 240 };
        let mut round = Round::start(length, &all(&desk), &desk);
        let confidence = Confidence::ALL[seconds as usize % Confidence::ALL.len()];
        let mut before = None;
        while let Some(place) = round.place() {
            if let Some(parent) = desk.card(place).parent() {
                let last: &backprop::card::Card =
                    desk.card(before.expect("a round begins with no follow-up"));
                assert!(last.id == *parent || last.parent() == Some(parent), "{seconds}");
                was_asked += 1;
            }
            before = Some(place);
            answer(&mut round, &mut desk, 5, confidence);
        }
        assert_eq!(round.answered(), 12, "no question is missing");
    }
    assert!(was_asked > 20, "{was_asked}");
}

#[test]
fn a_round_of_nothing_but_follow_ups_asks_none() {
    let desk = with_follow_ups();
    let only: Vec<Place> =
        all(&desk).into_iter().filter(|place| desk.card(*place).parent().is_some()).collect();
    assert!(Round::start(FIVE, &only, &desk).is_over());
}
