//! The laws of the fold: a log means the set of its events.

use backprop::card::{CardId, Grade};
use backprop::day::{At, Calendar, Day, Moment};
use backprop::progress::text::merge;
use backprop::progress::{
    Answered, Confidence, Kind, LogEvent, NeedsHistory, Points, Progress, Record, Replay, Review, Tally,
    Target,
};
use backprop::state::{Due, Phase, Rules, Scheduler};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn moment(text: &str) -> Moment {
    Calendar::utc().moment(At::parse(text).unwrap())
}

fn review(grade: Grade) -> Kind {
    Kind::Review(Review::new(grade, "recall", 1000))
}

fn event(time: &str, card: &str, kind: Kind) -> LogEvent {
    let Moment { at, day } = moment(time);
    LogEvent { at, day, card: card.into(), kind }
}

fn fold(events: &[LogEvent]) -> Progress {
    Progress::of(Scheduler::default(), events)
}

/// All that can be seen of a progress.
type Sight =
    (BTreeMap<CardId, Record>, BTreeMap<CardId, String>, Vec<(Day, Tally)>, Option<At>, Option<Target>);

fn sight(progress: &Progress) -> Sight {
    let records = progress.records().map(|(id, record)| (id.clone(), *record)).collect();
    let notes = progress.own_notes().map(|(id, note)| (id.clone(), note.to_owned())).collect();
    (records, notes, progress.days().collect(), progress.latest_at(), progress.target().cloned())
}

const T: [&str; 6] = [
    "2026-11-22T10:00:00.000Z",
    "2026-11-22T10:11:00.000Z",
    "2026-11-25T10:00:00.000Z",
    "2026-11-25T10:20:00.000Z",
    "2026-12-05T10:00:00.000Z",
    "2026-12-06T10:00:00.000Z",
];

fn at(index: usize) -> At {
    At::parse(T[index]).unwrap()
}

#[test]
fn a_day_counts_what_was_done_and_not_undone() {
    let events = [
        event(T[0], "a", review(Grade::Good)),
        event(T[1], "a", review(Grade::Good)),
        event(T[1], "b", review(Grade::Good)),
        event(T[2], "a", review(Grade::Again)),
        // The learning step of b was begun on an earlier day, so this counts as a review.
        event(T[2], "b", review(Grade::Again)),
        event(T[3], "b", review(Grade::Good)),
    ];
    let progress = fold(&events);
    let day = |text| Day::parse(text).unwrap();
    let first = Tally { new: 2, reviews: 0, answers: 3, again: 0, ms: 3000, untimed: 0 };
    let second = Tally { new: 0, reviews: 2, answers: 3, again: 2, ms: 3000, untimed: 0 };
    assert_eq!(progress.tally(day("2026-11-22")), first);
    assert_eq!(progress.tally(day("2026-11-25")), second);

    let mut undone = progress;
    undone.note(moment(T[4]), &"b".into(), Kind::Undo { of: at(2) }).unwrap();
    let second = Tally { new: 0, reviews: 2, answers: 2, again: 1, ms: 2000, untimed: 0 };
    assert_eq!(
        undone.tally(day("2026-11-25")),
        second,
        "the later answer of b is now the one that came back"
    );
}

#[test]
fn suspend_resume_and_bury() {
    let steps = [
        (Kind::Suspend, (true, None)),
        (Kind::Bury, (true, Some("2026-11-22"))),
        (Kind::Resume, (false, None)),
        (Kind::Bury, (false, Some("2026-11-25"))),
    ];
    let mut progress = fold(&[]);
    for (index, (kind, (suspended, buried))) in steps.into_iter().enumerate() {
        progress.note(moment(T[index]), &"a".into(), kind).unwrap();
        let record = progress.record(&"a".into()).unwrap();
        assert_eq!((record.suspended, record.buried), (suspended, buried.and_then(Day::parse)));
    }
    progress.note(moment(T[4]), &"a".into(), Kind::Undo { of: at(2) }).unwrap();
    assert!(progress.record(&"a".into()).unwrap().suspended, "the resume was undone");
}

#[test]
fn flag_reset_and_a_day_of_the_users_choice() {
    let mut progress = fold(&[event(T[0], "a", review(Grade::Easy))]);
    let state = |progress: &Progress| progress.record(&"a".into()).unwrap().state;
    let before = state(&progress);
    let on = Day::parse("2026-12-24").unwrap();
    progress.note(moment(T[1]), &"a".into(), Kind::Flag).unwrap();
    assert!(progress.record(&"a".into()).unwrap().flagged);
    let due = progress.note(moment(T[2]), &"a".into(), Kind::Due { on }).unwrap();
    assert_eq!((state(&progress).due, state(&progress).memory), (Some(Due::On(on)), before.memory));
    progress.note(moment(T[3]), &"a".into(), Kind::Undo { of: due }).unwrap();
    assert_eq!(state(&progress), before);
    progress.note(moment(T[4]), &"a".into(), Kind::Reset).unwrap();
    assert_eq!(state(&progress).phase, Phase::New);
    progress.note(moment(T[4]), &"a".into(), Kind::Unflag).unwrap();
    assert!(!progress.record(&"a".into()).unwrap().flagged);
    assert_eq!(
        progress.tally(Day::parse("2026-11-22").unwrap()).answers,
        1,
        "what was answered was answered"
    );
}

#[test]
fn the_last_note_counts_and_an_undo_brings_back_the_one_before() {
    let mut progress = fold(&[event(T[0], "a", review(Grade::Easy))]);
    let before = *progress.record(&"a".into()).unwrap();
    let mut note = |index: usize, text: &str| {
        let at = progress
            .note(moment(T[index]), &"a".into(), Kind::Note { text: text.into(), over: None })
            .unwrap();
        (at, progress.own_note(&"a".into()).map(str::to_owned))
    };
    assert_eq!(note(1, "说 *max*\n\n- x\n").1.as_deref(), Some("说 *max*\n\n- x"));
    let (second, shown) = note(2, "two\u{1b}]0;x\u{7}");
    assert!(shown.is_some_and(|text| text.starts_with("two") && !text.contains('\u{1b}')));
    let (removed, nothing) = note(3, "");
    assert_eq!(nothing, None);
    let kept = progress.events().filter(|event| matches!(event.kind, Kind::Note { .. })).count();
    assert_eq!((kept, *progress.record(&"a".into()).unwrap()), (3, before), "all kept, the memory untouched");
    progress.note(moment(T[4]), &"a".into(), Kind::Undo { of: removed }).unwrap();
    assert!(progress.own_note(&"a".into()).is_some_and(|text| text.starts_with("two")));
    progress.note(moment(T[4]), &"a".into(), Kind::Undo { of: second }).unwrap();
    assert_eq!(progress.own_note(&"a".into()), Some("说 *max*\n\n- x"));
    progress.note(moment(T[5]), &"a".into(), Kind::Move { to: "b".into() }).unwrap();
    assert_eq!(progress.own_note(&"b".into()), Some("说 *max*\n\n- x"), "it goes with the card");
    assert_eq!(sight(&progress), sight(&Progress::resume(Scheduler::default(), progress.snapshot())));
    assert_eq!(fold(&[]).own_note(&"a".into()), None);
}

#[test]
fn two_machines_notes_are_united_in_both_orders() {
    let note = |time: &str, text: &str| event(time, "a", Kind::Note { text: text.into(), over: None });
    let one = log_text(&[event(T[0], "a", review(Grade::Good)), note(T[1], "first"), note(T[3], "")]);
    let other = log_text(&[event(T[0], "a", review(Grade::Good)), note(T[2], "there"), note(T[4], "last")]);
    let both = merge(&[&one, &other]).unwrap().text;
    assert_eq!(both, merge(&[&other, &one]).unwrap().text);
    let progress = parse_text(&both);
    assert_eq!(progress.own_note(&"a".into()), Some("last"));
    assert_eq!(progress.events().filter(|event| matches!(event.kind, Kind::Note { .. })).count(), 4);
}

#[test]
fn notes_written_in_two_places_at_once_both_stay() {
    let note = |time: &str, text: &str, over: &str| event(time, "a", Kind::note(text.to_owned(), over));
    let own = |events: &[LogEvent]| fold(events).own_note(&"a".into()).map(str::to_owned);
    let start = note(T[0], "old", "");
    // One after the other, each in sight of the one before.
    assert_eq!(own(&[start.clone(), note(T[1], "new", "old")]).as_deref(), Some("new"));
    assert_eq!(own(&[start.clone(), note(T[1], "", "old")]), None);
    // Both over the same one: the later finds another than it replaces.
    let (one, other) = (note(T[1], "old\nhere", "old"), note(T[2], "old\nthere", "old"));
    let both = fold(&[start.clone(), one.clone(), other.clone()]);
    assert_eq!(both.own_note(&"a".into()), Some("old\nhere\nthere"));
    assert!(both.is_note_of_several(&"a".into()));
    assert_eq!(own(&[other.clone(), start.clone(), one.clone()]).as_deref(), Some("old\nhere\nthere"));
    // One that is taken away here and rewritten there stays, and so does what is written over both.
    assert_eq!(own(&[start.clone(), one.clone(), note(T[2], "", "old")]).as_deref(), Some("old\nhere"));
    let settled = fold(&[start.clone(), one.clone(), other, note(T[3], "mine", "old\nhere\nthere")]);
    assert_eq!(settled.own_note(&"a".into()), Some("mine"));
    assert!(!settled.is_note_of_several(&"a".into()));
    // What the version before wrote takes the place of any.
    let before = event(T[2], "a", Kind::Note { text: "last".into(), over: None });
    assert_eq!(own(&[start.clone(), one, before]).as_deref(), Some("last"));
    // One that is taken back is not met.
    let mut progress = fold(&[start, note(T[1], "new", "old")]);
    progress.note(moment(T[2]), &"a".into(), Kind::Undo { of: at(0) }).unwrap();
    assert_eq!(progress.own_note(&"a".into()), Some("new"));
}

#[test]
fn an_undo_takes_back_one_event_and_is_final() {
    let mut progress = fold(&[event(T[0], "a", review(Grade::Good)), event(T[0], "b", review(Grade::Good))]);
    let undo = progress.note(moment(T[1]), &"a".into(), Kind::Undo { of: at(0) }).unwrap();
    assert_eq!(progress.record(&"a".into()), None);
    assert!(progress.record(&"b".into()).is_some(), "another card's event of the same instant stays");
    progress.note(moment(T[2]), &"a".into(), Kind::Undo { of: undo }).unwrap();
    assert_eq!(progress.record(&"a".into()), None, "an undo cannot be undone");
    progress.note(moment(T[3]), &"a".into(), review(Grade::Easy)).unwrap();
    assert_eq!(progress.record(&"a".into()).unwrap().state.reps, 1);
}

/// Rows: moves in time order; the names of one card after them.
#[test]
fn moved_ids_are_one_card() {
    let rows: [(&[(&str, &str)], &str); 4] = [
        (&[("a", "b")], "b"),
        (&[("a", "b"), ("b", "c")], "c"),
        (&[("a", "b"), ("b", "a")], "a"),
        (&[("a", "b"), ("c", "b")], "b"),
    ];
    for (moves, name) in rows {
        let mut events = vec![event(T[0], "a", review(Grade::Good))];
        for (index, (from, to)) in moves.iter().enumerate() {
            events.push(event(T[1 + index], from, Kind::Move { to: (*to).into() }));
        }
        // A machine that does not know goes on with the old name.
        events.push(event(T[4], "a", review(Grade::Good)));
        let mut progress = fold(&events);
        assert_eq!(sight(&progress).0.keys().map(CardId::as_str).collect::<Vec<_>>(), [name], "{moves:?}");
        assert_eq!(progress.record(&"b".into()).unwrap().state.reps, 2);
        assert_eq!(progress.present_id(&"a".into()).as_str(), name);
        assert!(progress.counting().all(|event| event.card.as_str() == name));

        progress.note(moment(T[5]), &"a".into(), Kind::Undo { of: at(0) }).unwrap();
        assert_eq!(progress.record(&"b".into()).unwrap().state.reps, 1, "undone by any of its names");
        progress.note(moment(T[5]), &"b".into(), Kind::Undo { of: at(1) }).unwrap();
        assert_eq!(progress.record(&"a".into()).map(|record| record.state.reps), Some(1), "{moves:?}");
    }
}

/// From, to, and whether identity is the cause.
type Step<'a> = (&'a str, &'a str, bool);

/// Rows: ordinary moves and moves of identity in time order; the cards they come to, by their answers.
#[test]
fn of_moves_of_identity_the_earliest_counts() {
    let rows: [(&[Step<'_>], &[&[&str]]); 6] = [
        (&[("a", "x", true)], &[&["a", "x"], &["b"], &["y"]]),
        (&[("a", "x", true), ("a", "y", true)], &[&["a", "x"], &["b"], &["y"]]),
        (&[("a", "x", true), ("b", "x", true)], &[&["a", "x"], &["b"], &["y"]]),
        (&[("a", "x", true), ("b", "x", true), ("b", "y", true)], &[&["a", "x"], &["b", "y"]]),
        (&[("a", "x", true), ("a", "y", false)], &[&["a", "x", "y"], &["b"]]),
        (&[("a", "b", false), ("b", "x", true), ("a", "y", true)], &[&["a", "b", "x", "y"]]),
    ];
    for (moves, cards) in rows {
        let ids = ["a", "b", "x", "y"];
        let mut events: Vec<LogEvent> = ids.iter().map(|id| event(T[0], id, review(Grade::Good))).collect();
        for (index, (from, to, is_identity)) in moves.iter().enumerate() {
            let to = CardId::from(*to);
            let kind = if *is_identity { Kind::Identity { to } } else { Kind::Move { to } };
            events.push(event(T[1 + index], from, kind));
        }
        let whole = fold(&events);
        let card_of = |progress: &Progress, id: &str| progress.number(&id.into());
        for card in cards {
            assert!(
                card.iter().all(|id| card_of(&whole, id) == card_of(&whole, card[0])),
                "{moves:?} {card:?}"
            );
            let reps = whole.record(&card[0].into()).unwrap().state.reps;
            assert_eq!(reps, card.len() as u32, "{moves:?} {card:?}");
        }
        assert_eq!(whole.records().count(), cards.len(), "{moves:?}");
        // In whatever order they are learnt, and over a snapshot.
        let mut backwards = Progress::new(Scheduler::default());
        events.iter().rev().for_each(|event| backwards.absorb(event).unwrap());
        assert_eq!(sight(&backwards), sight(&whole), "{moves:?}");
        let resumed = Progress::resume(Scheduler::default(), whole.snapshot());
        assert_eq!(sight(&resumed), sight(&whole), "{moves:?}");
        let mut assumed = fold(&events[..4]);
        assumed.assume(&events[4..]).unwrap();
        assert_eq!(sight(&assumed), sight(&whole), "{moves:?}");
    }
}

#[test]
fn a_history_is_carried_over_once_also_when_that_is_taken_back() {
    let step = |at: usize, to: &str| event(T[at], "a", Kind::Identity { to: to.into() });
    let mut progress = fold(&[event(T[0], "a", review(Grade::Good)), step(1, "x")]);
    assert_eq!(progress.not_carried(|id| id == "a"), []);
    progress.note(moment(T[2]), &"a".into(), Kind::Undo { of: at(1) }).unwrap();
    assert_eq!(progress.record(&"x".into()), None);
    progress.absorb(&step(3, "y")).unwrap();
    assert_eq!(progress.record(&"y".into()), None, "a later one is not the first");
    assert_eq!(progress.record(&"a".into()).unwrap().state.reps, 1);
    let snapshot = progress.snapshot();
    let mut resumed = Progress::resume(Scheduler::default(), snapshot);
    assert_eq!(resumed.absorb(&step(4, "z")), Err(NeedsHistory), "it may part what was one");
    let left = fold(&[event(T[0], "a", review(Grade::Good)), event(T[1], "b", review(Grade::Good))]);
    assert_eq!(left.not_carried(|id| id == "b"), [("b".into(), "b".into())]);
}

#[test]
fn every_event_has_its_own_instant_even_when_the_clock_does_not_move() {
    let mut progress = fold(&[]);
    let instants =
        [T[1], T[1], T[0]].map(|time| progress.note(moment(time), &"a".into(), Kind::Bury).unwrap());
    assert_eq!(instants.map(|instant| instant.0 - at(1).0), [0, 1, at(0).0 - at(1).0]);
    assert_eq!(progress.unsaved().len(), 3);
    progress.mark_saved(2);
    assert_eq!(progress.unsaved()[0].at, instants[2]);
}

#[test]
fn what_a_snapshot_cannot_know_needs_history() {
    let events = [
        event(T[0], "a", review(Grade::Good)),
        event(T[1], "b", review(Grade::Good)),
        event(T[2], "a", review(Grade::Good)),
    ];
    let resumed = || Progress::resume(Scheduler::default(), fold(&events).snapshot());
    let undo = Kind::Undo { of: at(2) };
    let join = Kind::Move { to: "b".into() };
    assert_eq!(resumed().absorb(&event(T[3], "a", undo)), Err(NeedsHistory));
    assert_eq!(resumed().absorb(&event(T[1], "c", Kind::Bury)), Err(NeedsHistory));
    assert_eq!(resumed().absorb(&event(T[3], "a", join)), Err(NeedsHistory));
    assert_eq!(resumed().absorb(&event(T[3], "a", Kind::Move { to: "c".into() })), Ok(()));
    assert!(resumed().refold(Scheduler::default()).is_err());

    let mut progress = resumed();
    progress.note(moment(T[3]), &"a".into(), review(Grade::Good)).unwrap();
    assert_eq!(progress.note(moment(T[4]), &"a".into(), Kind::Undo { of: at(0) }), Err(NeedsHistory));
    assert_eq!(progress.unsaved().len(), 1, "what was refused did not happen");
    let mut whole = progress.clone();
    whole.replace_history(fold(&events));
    assert_eq!((sight(&whole), whole.unsaved()), (sight(&progress), progress.unsaved()));
    assert!(whole.note(moment(T[4]), &"a".into(), Kind::Undo { of: at(0) }).is_ok());
}

#[test]
fn a_move_may_give_an_older_undo_its_meaning() {
    let undo = |card: &str, of: usize| event(T[2], card, Kind::Undo { of: at(of) });
    let before = [event(T[1], "old", review(Grade::Good)), undo("new", 1)];
    let step = event(T[3], "old", Kind::Move { to: "new".into() });
    let mut resumed = Progress::resume(Scheduler::default(), fold(&before).snapshot());
    assert_eq!(resumed.absorb(&step), Err(NeedsHistory));
    let whole = fold(&[before[0].clone(), before[1].clone(), step]);
    assert_eq!(whole.record(&"new".into()), None, "the undo was about this review all the time");
}

#[test]
fn other_rules_are_another_fold_of_the_same_log() {
    let events = [event(T[0], "a", review(Grade::Good)), event(T[2], "a", review(Grade::Good))];
    let rules = Rules { learning_steps: vec![], retention: 0.8, ..Rules::default() };
    let mut progress = fold(&events);
    progress.refold(Scheduler::new(rules.clone()).unwrap()).unwrap();
    assert_eq!(sight(&progress), sight(&Progress::of(Scheduler::new(rules).unwrap(), &events)));
    assert_ne!(sight(&progress), sight(&fold(&events)));
    assert_eq!(progress.record(&"a".into()).unwrap().state.phase, Phase::Review);
}

/// An answer of a mock interview waits for its grade, through undo and reset, and across programs.
#[test]
fn an_answer_waits_for_its_grade() {
    let mut progress = fold(&[event(T[0], "a", review(Grade::Good))]);
    let waiting = |progress: &Progress| progress.record(&"a".into()).unwrap().waiting;
    let state = progress.record(&"a".into()).unwrap().state;
    let first = progress.note(moment(T[1]), &"a".into(), Kind::Answered(answered(7))).unwrap();
    let found = waiting(&progress).unwrap();
    assert_eq!((found.given, found.answered), (moment(T[1]), answered(7)));
    assert_eq!(
        progress.record(&"a".into()).unwrap().state,
        state,
        "an answer alone teaches the memory nothing"
    );
    progress.note(moment(T[2]), &"a".into(), Kind::Undo { of: first }).unwrap();
    assert_eq!(waiting(&progress), None);

    progress.note(moment(T[3]), &"a".into(), Kind::Answered(answered(8))).unwrap();
    let grade = progress.note(moment(T[4]), &"a".into(), review(Grade::Hard)).unwrap();
    assert_eq!(waiting(&progress), None);
    progress.note(moment(T[5]), &"a".into(), Kind::Undo { of: grade }).unwrap();
    assert_eq!(waiting(&progress).map(|waiting| waiting.answered.ms), Some(8), "its grade was taken back");
    progress.note(moment(T[5]), &"a".into(), Kind::Reset).unwrap();
    assert_eq!(waiting(&progress), None);
}

/// Random logs: few cards and few instants, so that undos, moves and ties meet.
fn any_event() -> impl Strategy<Value = LogEvent> {
    let card = prop::sample::select(vec!["a", "b", "c", "池化", "e\"\\", ""]);
    let instant = 0..40i64;
    let kind = prop_oneof![
        8 => (prop::sample::select(Grade::ALL.to_vec()), 0..3u32)
            .prop_map(|(grade, ms)| Kind::Review(Review::new(grade, "recall", ms))),
        2 => (prop::sample::select(Confidence::ALL.to_vec()), 0..3usize).prop_map(|(confidence, missed)| {
            let points = Some(Points::new(3, [missed]));
            Kind::Review(Review { confidence: Some(confidence), points, ..Review::new(Grade::Hard, "typed", 1) })
        }),
        3 => instant.clone().prop_map(|of| Kind::Undo { of: time(of) }),
        1 => Just(Kind::Suspend),
        1 => Just(Kind::Resume),
        1 => Just(Kind::Bury),
        1 => Just(Kind::Flag),
        1 => Just(Kind::Unflag),
        1 => Just(Kind::Reset),
        2 => prop::sample::select(vec!["", "一", "two\n\"lines\""])
            .prop_map(|text| Kind::note(text.into(), if text.len() % 2 == 0 { "" } else { text })),
        1 => instant.clone().prop_map(|on| Kind::Due { on: Calendar::utc().moment(time(on)).day }),
        2 => card.clone().prop_map(|to| Kind::Move { to: to.into() }),
        1 => prop::sample::select(Grade::ALL.to_vec()).prop_map(|went| Kind::Asked { went: Some(went), place: "A · 2".into() }),
        3 => (0..2u32).prop_map(|ms| Kind::Answered(answered(ms))),
        2 => (0..3u32).prop_map(|minutes| {
            let date = (minutes > 0).then(|| Calendar::utc().moment(time(60)).day);
            // Some say what they were changed from, as events of earlier versions do not.
            let before = if minutes == 1 { r#"{"date":"2026-11-20","minutes":1,"weights":{}}"# } else { "" };
            let weights = r#"{"a":2.0}"#.into();
            Kind::Plan(Target { date, minutes, weights, before: before.into(), ..Target::default() })
        }),
    ];
    (instant, card, kind).prop_map(|(instant, card, kind)| {
        let Moment { at, day } = Calendar::utc().moment(time(instant));
        let card = if matches!(kind, Kind::Plan(_)) { "" } else { card };
        LogEvent { at, day, card: card.into(), kind }
    })
}

fn answered(ms: u32) -> Answered {
    Answered { round: time(0), ms, pace: 60_000, confidence: Confidence::Likely }
}

/// Instants some hours apart, so that some share a day.
fn time(index: i64) -> At {
    At(1_795_000_000_000 + index * 9 * 3_600_000)
}

fn log_text(events: &[LogEvent]) -> Vec<u8> {
    let mut text = b"[{\"backprop\":\"progress\",\"version\":1}\n".to_vec();
    for event in events {
        text.extend(format!(",{}\n", event.to_json()).bytes());
    }
    text.extend(b"]\n");
    text
}

fn parse_text(text: &[u8]) -> Progress {
    let mut scan = backprop::progress::text::Scan::default();
    let mut replay = Replay::of(Progress::new(Scheduler::default()));
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        if let backprop::progress::text::LogPiece::Event(event, _) = scan.take(line).unwrap() {
            replay.push(&event);
        }
    }
    assert!(scan.sound_end().is_some());
    replay.finish().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_fold_depends_on_neither_order_nor_copies(
        events in prop::collection::vec(any_event(), 0..40),
        shuffled in Just(()).prop_perturb(|(), rng| rng),
    ) {
        let mut rng = shuffled;
        let mut other: Vec<LogEvent> = events.iter().chain(events.iter().take(7)).cloned().collect();
        for index in (1..other.len()).rev() {
            other.swap(index, (rng.next_u32() as usize) % (index + 1));
        }
        prop_assert_eq!(sight(&fold(&events)), sight(&fold(&other)));
        // One at a time, in that order too.
        let mut one_by_one = fold(&[]);
        for event in &other {
            one_by_one.absorb(event).unwrap();
        }
        prop_assert_eq!(sight(&fold(&events)), sight(&one_by_one));
    }

    #[test]
    fn a_snapshot_and_the_rest_is_the_whole_or_says_that_it_is_not(
        mut events in prop::collection::vec(any_event(), 0..30),
        cut in 0..30usize,
        again in 0..30usize,
    ) {
        events.sort_by_key(|event| event.at);
        let whole = sight(&fold(&events));
        let (before, after) = events.split_at(cut.min(events.len()));
        let mut progress = Progress::resume(Scheduler::default(), fold(before).snapshot());
        prop_assert_eq!(sight(&progress), sight(&fold(before)));
        let mut replay = Replay::of(progress.clone());
        after.iter().for_each(|event| replay.push(&event.borrowed()));
        if let Ok(replayed) = replay.finish() {
            prop_assert_eq!(sight(&replayed), whole.clone());
        }
        for (index, event) in after.iter().enumerate() {
            if progress.absorb(event).is_err() {
                return Ok(());
            }
            if index == again {
                progress = Progress::resume(Scheduler::default(), progress.snapshot());
            }
        }
        prop_assert_eq!(sight(&progress), whole);
    }

    #[test]
    fn a_fold_that_is_known_is_that_of_all_its_events(
        mut events in prop::collection::vec(any_event(), 1..30),
        cut in 0..30usize,
    ) {
        events.sort_by_key(|event| event.at);
        let (before, after) = events.split_at(cut % events.len());
        let mut progress = Progress::resume(Scheduler::default(), fold(before).snapshot());
        if after.iter().any(|event| progress.absorb(event).is_err()) {
            return Ok(());
        }
        let mut behind = Replay::behind(&progress);
        events.iter().rev().for_each(|event| behind.push(&event.borrowed()));
        let mut behind = behind.finish().unwrap();
        let mut whole = fold(&events);
        prop_assert_eq!(sight(&behind), sight(&whole));
        prop_assert!(behind.is_whole() && behind.events().eq(whole.events()));
        prop_assert!(behind.moves().eq(whole.moves()) && behind.counting().eq(whole.counting()));
        // What happens next finds the same history.
        for event in [&events[0], &events[cut % events.len()]] {
            for progress in [&mut behind, &mut whole] {
                let undo = Kind::Undo { of: event.at };
                progress.note(Calendar::utc().moment(time(50)), &event.card, undo).unwrap();
            }
            prop_assert_eq!(sight(&behind), sight(&whole));
        }
    }

    #[test]
    fn merging_is_a_union(
        a in prop::collection::vec(any_event(), 0..12),
        b in prop::collection::vec(any_event(), 0..12),
        c in prop::collection::vec(any_event(), 0..12),
    ) {
        let unknown = "\n,{\"event\":\"dance\",\"at\":\"2026-11-22T10:00:00Z\",\"new\":[1,{}]}\n, {\"x\":1}\r\n]\n";
        let texts = [&a, &b, &c].map(|events| log_text(events));
        let mut first = String::from_utf8(texts[0].clone()).unwrap();
        first.truncate(first.len() - 3);
        let [b_text, c_text] = [&texts[1][..], &texts[2][..]];
        let a_text = &[first.as_bytes(), unknown.as_bytes()].concat()[..];
        let union = |logs: &[&[u8]]| merge(logs).unwrap().text;
        let all = union(&[a_text, b_text, c_text]);
        prop_assert_eq!(&union(&[c_text, b_text, a_text]), &all);
        prop_assert_eq!(&union(&[&union(&[a_text, b_text]), c_text]), &all);
        prop_assert_eq!(&union(&[a_text, &union(&[b_text, c_text])]), &all);
        prop_assert_eq!(&union(&[&all, &all, b_text]), &all);
        let keeps_unknown = String::from_utf8(all.clone()).unwrap().contains(",{\"x\":1}\n");
        prop_assert!(keeps_unknown);
        let events: Vec<LogEvent> = [a, b, c].concat();
        prop_assert_eq!(sight(&parse_text(&all)), sight(&fold(&events)));
    }
}
