//! Time in the log: what lies ahead has no effect until its time comes, and what happens now is stamped
//! now.

use crate::harness::home::{Home, text};
use backprop::card::{CardId, Grade};
use backprop::day::{At, Calendar, Moment};
use backprop::progress::text::HEADER;
use backprop::progress::{Kind, LogEvent, Progress, Review, Target};
use backprop::state::{Due, Scheduler};
use backprop::store::problem::Problem;
use backprop::store::{Dirs, Opened, ProgressFile};
use serde_json::Value;
use std::collections::HashSet;
use std::fs;
use std::path::Path;

const NOW: &str = "2026-11-22T10:00:00.000Z";

fn at(text: &str) -> At {
    At::parse(text).unwrap()
}

fn moment(at: At) -> Moment {
    Calendar::utc().moment(at)
}

fn review(grade: Grade) -> Kind {
    Kind::Review(Review::new(grade, "recall", 1000))
}

fn event(time: At, card: &str, kind: Kind) -> LogEvent {
    let Moment { at, day } = moment(time);
    LogEvent { at, day, card: card.into(), kind }
}

fn open(folder: &Path, now: At) -> Opened {
    let dirs = Dirs::below(folder);
    loop {
        match ProgressFile::open(&dirs.progress(), &dirs.fold_cache(), Scheduler::default(), now) {
            // A busy machine may keep the lock from one of many for longer than it waits.
            Err(Problem::Locked { .. }) => {}
            opened => return opened.unwrap(),
        }
    }
}

fn write_log(folder: &Path, events: &[LogEvent]) {
    let lines: String = events.iter().map(|event| format!(",{}\n", event.to_json())).collect();
    fs::create_dir_all(folder).unwrap();
    fs::write(Dirs::below(folder).progress(), format!("{HEADER}\n{lines}]\n")).unwrap();
}

/// The events of a log as they stand in it.
fn lines(folder: &Path) -> Vec<Value> {
    let text = fs::read_to_string(Dirs::below(folder).progress()).unwrap();
    serde_json::from_str::<Vec<Value>>(&text).unwrap().split_off(1)
}

/// Every fold of the visible events.
fn fold(progress: &Progress) -> impl PartialEq + std::fmt::Debug + use<> {
    let mut records: Vec<_> = progress.records().map(|(id, record)| (id.clone(), *record)).collect();
    records.sort_by(|a, b| a.0.cmp(&b.0));
    let days: Vec<_> = progress.days().collect();
    (records, days, progress.latest_at(), progress.target().cloned(), progress.paces().clone())
}

const NOTES: &str = "# Notes\n\n1. What is A?\n<!-- id: A -->\n\nA.\n\n2. What is B?\n<!-- id: B -->\n\nB.\n\n3. What is C?\n<!-- id: C -->\n\nC.\n";

fn home() -> Home {
    let home = Home::new();
    let notes = home.write("notes.md", NOTES);
    home.say(&["import", &notes, "--yes"]);
    home
}

/// A card's entry in `cards --json`.
fn card(home: &Home, now: &str, id: &str) -> Value {
    let cards = home.json_at(now, &["cards", "--json"]);
    cards.as_array().unwrap().iter().find(|card| card["id"] == id).unwrap().clone()
}

#[test]
fn an_answer_that_lies_ahead_moves_no_other() {
    for order in [["ahead", "now"], ["now", "ahead"]] {
        let home = home();
        for step in order {
            match step {
                "ahead" => home.say(&["grade", "A", "good", "--at", "2036-01-01T10:00:00Z"]),
                _ => home.say(&["grade", "B", "good"]),
            };
        }
        let logged = lines(&home.path("data"));
        let of = |id: &str| logged.iter().find(|event| event["card"] == id).unwrap().clone();
        assert_eq!(
            (&of("A")["at"], &of("A")["day"]),
            (&"2036-01-01T10:00:00.000Z".into(), &"2036-01-01".into())
        );
        let told = at(of("B")["at"].as_str().unwrap());
        assert!(told.seconds_since(at(NOW)) < 5, "{told}");
        assert_eq!(of("B")["day"], "2026-11-22");
        let b = card(&home, NOW, "B");
        assert_eq!(b["state"], "learning");
        assert_eq!(at(b["due"].as_str().unwrap()).0 - told.0, 600_000);
        let a = card(&home, NOW, "A");
        assert_eq!((&a["pending"], &b["pending"]), (&"2036-01-01T10:00:00.000Z".into(), &Value::Null));
        assert_eq!((&a["state"], &a["due"], &a["reps"]), (&"new".into(), &Value::Null, &0.into()));
        // When its time has come it counts.
        assert_eq!(card(&home, "2036-01-02T10:00:00Z", "A")["state"], "learning");
        let then = home.json(&["cards", "--json", "--at", "2036-01-02T10:00:00Z"]);
        assert!(then.as_array().unwrap().iter().any(|card| card["id"] == "A" && card["reps"] == 1));
    }
}

#[test]
fn figures_are_as_if_what_lies_ahead_did_not_exist() {
    let (with, without) = (home(), home());
    for home in [&with, &without] {
        for (id, grade, time) in
            [("B", "good", "2026-11-20T10:00:00Z"), ("C", "easy", "2026-11-21T10:00:00Z"), ("B", "hard", NOW)]
        {
            home.say_at(time, &["grade", id, grade, "--ms", "4000"]);
        }
    }
    let figures = |home: &Home| {
        let views: [&[&str]; 3] = [&["stats", "--json"], &["next", "--json"], &["plan", "--json"]];
        views.map(|view| {
            let mut figures = home.json(view);
            // The clock goes on.
            figures.as_object_mut().unwrap().remove("at");
            figures
        })
    };
    let before = figures(&without);
    with.say(&["grade", "A", "good", "--at", "2036-01-01T10:00:00Z"]);
    with.say(&["plan", "--date", "2036-03-01", "--minutes", "5", "--at", "2036-01-01T10:00:00Z"]);
    assert_eq!(figures(&with), before);
    // With a cache of the fold, and through another machine's log.
    let now = at(NOW);
    let mut opened = open(&with.path("data"), now);
    assert!(opened.file.save_cache(&opened.progress).unwrap());
    assert_eq!(figures(&with), before);
    let other = home();
    other.say(&["merge", &with.name("data")]);
    assert_eq!(figures(&other), before);
}

#[test]
fn a_cache_holds_what_is_settled_and_is_good_at_any_time() {
    let folder = tempfile::tempdir().unwrap();
    let now = at(NOW);
    let plan = |minutes| {
        Kind::Plan(Target {
            date: Some(moment(now).day.plus(30)),
            minutes,
            weights: "{}".into(),
            ..Target::default()
        })
    };
    let hour = |hours: i64| now.plus_seconds(hours * 3600);
    let events = [
        event(hour(-50), "a", review(Grade::Good)),
        event(hour(-30), "b", review(Grade::Good)),
        event(hour(-20), "", plan(10)),
        event(hour(-3), "a", review(Grade::Again)),
        event(now.plus_seconds(-1800), "b", review(Grade::Good)),
        event(now.plus_seconds(-1200), "c", review(Grade::Hard)),
        event(now.plus_seconds(-600), "c", Kind::Undo { of: hour(-3) }),
        event(now.plus_seconds(-500), "a", Kind::Undo { of: hour(-3) }),
        event(now.plus_seconds(5400), "c", review(Grade::Easy)),
        event(hour(1000), "a", review(Grade::Easy)),
        event(hour(-40), "a", Kind::Undo { of: hour(2000) }),
        event(hour(2000), "a", review(Grade::Easy)),
        event(hour(500), "", plan(90)),
    ];
    for extra in [
        None,
        Some(event(now.plus_seconds(-900), "", plan(20))),
        Some(event(now.plus_seconds(-900), "c", Kind::Move { to: "d".into() })),
    ] {
        let is_moved = matches!(&extra, Some(LogEvent { kind: Kind::Move { .. }, .. }));
        let events: Vec<LogEvent> = events.iter().cloned().chain(extra).collect();
        write_log(folder.path(), &events);
        let dirs = Dirs::below(folder.path());
        let mut first = open(folder.path(), now);
        assert!(first.file.save_cache(&first.progress).unwrap());
        for later in [
            now,
            now.plus_seconds(300),
            now.plus_seconds(4801),
            hour(600),
            hour(1001),
            hour(3000),
            hour(-2),
            hour(-40),
        ] {
            let cached = open(folder.path(), later);
            let fresh = {
                let away = folder.path().join("away");
                fs::rename(dirs.fold_cache(), &away).unwrap();
                let fresh = open(folder.path(), later);
                fs::rename(&away, dirs.fold_cache()).unwrap();
                fresh
            };
            // An undo that found nothing may be about a card that was moved since.
            if !is_moved {
                assert_eq!(cached.progress.is_whole(), later <= hour(-3), "{later}");
            }
            assert_eq!(fold(&cached.progress), fold(&fresh.progress), "{later}");
            let ahead = |progress: &Progress| progress.pending().collect::<Vec<_>>();
            assert_eq!(ahead(&cached.progress), ahead(&fresh.progress));
            // A program that runs until then comes to the same.
            let mut running = open(folder.path(), now);
            if running.progress.look_from(later).is_err() {
                running.file.load_history(&mut running.progress, now, &mut Vec::new()).unwrap();
                running.progress.look_from(later).unwrap();
            }
            assert_eq!(fold(&running.progress), fold(&fresh.progress), "{later}");
        }
    }
}

#[test]
fn a_log_of_a_clock_that_is_ahead_drops_nothing_in_later() {
    let home = home();
    let ahead = "2026-11-22T11:30:00.000Z";
    write_log(
        &home.path("other"),
        &[
            event(at("2026-11-22T08:00:00Z"), "A", review(Grade::Good)),
            event(at(ahead), "A", review(Grade::Easy)),
        ],
    );
    home.say(&["merge", &home.name("other")]);
    home.say(&["grade", "A", "again"]);
    let a = card(&home, NOW, "A");
    let waits = at(a["due"].as_str().unwrap()).seconds_since(at(NOW));
    assert!((60..65).contains(&waits), "{a}");
    let undo = lines(&home.path("data")).into_iter().find(|event| event["event"] == "undo").unwrap();
    assert_eq!(undo["of"], ahead, "answering anew takes back what lies ahead");
    let later = card(&home, "2026-11-22T12:00:00Z", "A");
    assert_eq!((&later["reps"], &later["due"]), (&2.into(), &a["due"]));
    // Another machine learns of it too, whatever it has.
    let third = Home::new();
    third.say(&["merge", &home.name("other"), &home.name("data")]);
    let stats = third.json_at("2026-11-22T12:00:00Z", &["stats", "--json"]);
    assert_eq!(stats, third.json_at("2026-11-22T12:00:00Z", &["stats", "--json"]));
}

/// An answer of another program, on another card, alike to the last digit or in the same millisecond.
#[test]
fn programs_that_answer_alike_at_one_instant_all_count() {
    let folder = tempfile::tempdir().unwrap();
    let now = at(NOW);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..200 {
                    let mut opened = open(folder.path(), now);
                    opened.progress.note(moment(now), &"pooling".into(), review(Grade::Good)).unwrap();
                    while let Err(problem) = opened.file.sync(&mut opened.progress, now) {
                        assert!(matches!(problem, Problem::Locked { .. }), "{problem}");
                    }
                }
            });
        }
    });
    let logged = lines(folder.path());
    let instants: HashSet<&str> = logged.iter().map(|event| event["at"].as_str().unwrap()).collect();
    assert_eq!((logged.len(), instants.len()), (1600, 1600));
    let opened = open(folder.path(), now);
    assert_eq!(opened.progress.record(&"pooling".into()).unwrap().state.reps, 1600);
}

/// The same by whole programs. `BACKPROP_GRADES=200` has each of them answer so often.
#[test]
fn eight_programs_that_grade_one_card_by_a_standing_clock_all_count() {
    let each = std::env::var("BACKPROP_GRADES").map_or(20, |count| count.parse().unwrap());
    let home = home();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..each {
                    home.say(&["grade", "A", "good"]);
                }
            });
        }
    });
    let logged = lines(&home.path("data"));
    let instants: HashSet<&str> = logged.iter().map(|event| event["at"].as_str().unwrap()).collect();
    assert_eq!((logged.len(), instants.len()), (8 * each, 8 * each));
    assert_eq!(card(&home, NOW, "A")["reps"], 8 * each);
}

/// Both have the file open and note at the same instant; each undoes its own.
#[test]
fn an_answer_that_was_pushed_on_is_undone_by_the_instant_it_was_noted_at() {
    let folder = tempfile::tempdir().unwrap();
    let now = at(NOW);
    let id = CardId::from("pooling");
    let mut programs = [open(folder.path(), now), open(folder.path(), now)];
    let noted: Vec<At> = programs
        .iter_mut()
        .map(|opened| opened.progress.note(moment(now), &id, review(Grade::Good)).unwrap())
        .collect();
    assert_eq!(noted, [now, now]);
    for opened in &mut programs {
        opened.file.sync(&mut opened.progress, now).unwrap();
    }
    let instants: Vec<Value> = lines(folder.path()).iter().map(|event| event["at"].clone()).collect();
    assert_eq!(instants, ["2026-11-22T10:00:00.000Z", "2026-11-22T10:00:00.001Z"]);
    let Opened { file, progress, .. } = &mut programs[1];
    progress.note(moment(now), &id, Kind::Undo { of: noted[1] }).unwrap();
    file.sync(progress, now).unwrap();
    assert_eq!(lines(folder.path())[2]["of"], "2026-11-22T10:00:00.001Z");
    assert_eq!(progress.record(&id).unwrap().state.reps, 1);
    let due = open(folder.path(), now).progress.record(&id).unwrap().state.due;
    assert_eq!(due, Some(Due::At(now.plus_seconds(600))));
}

/// Rows: when the card was answered before, when it is now, and the instant that becomes.
#[test]
fn only_the_same_card_a_little_ahead_pushes_an_answer_on() {
    for (before, card, expected) in [
        ("2026-11-22T10:00:00.000Z", "a", "2026-11-22T10:00:00.001Z"),
        ("2026-11-22T10:09:59.000Z", "a", "2026-11-22T10:09:59.001Z"),
        ("2026-11-22T10:10:00.001Z", "a", NOW),
        ("2026-11-22T10:05:00.000Z", "b", NOW),
        ("2026-11-22T09:00:00.000Z", "a", NOW),
    ] {
        let mut progress = Progress::new(Scheduler::default());
        progress.look_from(at(NOW)).unwrap();
        progress.absorb(&event(at(before), card, review(Grade::Good))).unwrap();
        let noted = progress.note(moment(at(NOW)), &"a".into(), review(Grade::Good)).unwrap();
        assert_eq!(noted.to_string(), expected, "{before}");
    }
}

#[test]
fn a_time_that_is_given_is_taken() {
    let home = home();
    home.say(&["grade", "A", "good"]);
    home.say(&["grade", "A", "good", "--at", "2026-11-10T10:00:00Z"]);
    let logged = lines(&home.path("data"));
    assert_eq!(
        (&logged[1]["at"], &logged[1]["day"]),
        (&"2026-11-10T10:00:00.000Z".into(), &"2026-11-10".into())
    );
    assert_eq!(card(&home, NOW, "A")["reps"], 2);
    let told = home.run(&["grade", "B", "good", "--at", "2027-11-10T10:00:00Z"]);
    assert!(text(&told.stderr).contains("lies ahead of the clock"), "{}", text(&told.stderr));
}
