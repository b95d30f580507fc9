//! The plan through the real binary, as a script drives it: the same cards in the same order as within
//! the program, the clock moved by BACKPROP_NOW or `--at`.

use crate::harness::home::Home;
use backprop::card::{CardId, Deck, Lang};
use backprop::day::{At, Calendar, Day};
use backprop::desk::{Desk, Place};
use backprop::import;
use backprop::progress::{Kind, Review, Target};
use backprop::schedule::learner::{Learner, Nature, Student, users};
use backprop::schedule::queue::{self, Allowance, Next, Scope};
use serde_json::Value;

const NOW: &str = "2026-11-22T10:00:00Z";

fn notes(cards: usize) -> String {
    let card = |card: usize| {
        let chapter =
            if card.is_multiple_of(4) { format!("# Chapter {}\n\n", card / 4) } else { String::new() };
        format!("{chapter}{}. Question {card}?\n\nAnswer {card}.\n\n", card + 1)
    };
    (0..cards).map(card).collect()
}

fn desk(notes: &str) -> Desk {
    let cards = import::read(notes.as_bytes(), None, None, None).cards;
    Desk::new(
        vec![Deck { name: "notes".to_owned(), titles: Vec::new(), cards }],
        Calendar::utc(),
        At::parse(NOW).unwrap(),
        Lang::En,
    )
}

#[test]
fn the_commands_serve_what_the_program_serves() {
    let home = Home::new();
    let text = notes(12);
    let file = home.path("notes.md");
    std::fs::write(&file, &text).unwrap();
    let file = file.to_str().unwrap();
    let told = home.json_at(NOW, &["plan", file, "--date", "2026-11-25", "--minutes", "3", "--json"]);
    assert_eq!((told["days_left"].as_u64(), told["cards"].as_u64()), (Some(3), Some(12)));

    let mut desk = desk(&text);
    let date = Day::parse("2026-11-25").unwrap();
    desk.note(
        &"".into(),
        Kind::Plan(Target { date: Some(date), minutes: 3, weights: "{}".into(), ..Target::default() }),
    );
    let mut learner = Learner::new(&users()[7], Nature::default(), 1);
    let selection: Vec<Place> = desk.places().collect();
    let mut answers = 0;
    while desk.now.day < date {
        let mut used = 0;
        loop {
            let now = desk.now.at.to_string();
            // The clock may be moved either way.
            let next = if answers % 2 == 0 {
                home.json_at(&now, &["next", file, "--json"])
            } else {
                home.json_at(NOW, &["next", file, "--json", "--at", &now])
            };
            let inside = queue::next(&desk, &selection, Scope::Today, Allowance::of_day(&desk));
            let Next::Ask(place) = inside else {
                assert_eq!(next["done"], true, "{next}");
                break;
            };
            let id: CardId = desk.card(place).id.clone();
            assert_eq!(next["card"].as_str(), Some(id.as_str()), "answer {answers}");
            let answer = learner.answer(&id, desk.now.day);
            used += answer.ms;
            desk.now.at = At(desk.now.at.0 + i64::from(answer.ms));
            desk.note(&id, Kind::Review(Review::new(answer.grade, "recall", answer.ms)));
            let (now, ms) = (desk.now.at.to_string(), answer.ms.to_string());
            let grade = answer.grade.name();
            let graded =
                home.run_at(NOW, &["grade", id.as_str(), grade, "--ms", &ms, "--at", &now, "--in", file]);
            assert!(graded.status.success(), "{}", String::from_utf8_lossy(&graded.stderr));
            answers += 1;
        }
        assert!(used < 3 * 60_000 + 30_000, "{used} ms");
        let tomorrow = desk.calendar.start_of(desk.now.day.plus(1)).plus_seconds(6 * 3600);
        desk.now = desk.calendar.moment(tomorrow);
    }
    assert!(answers > 15, "{answers}");
    let told = home.json_at("2026-11-26T10:00:00Z", &["plan", file, "--json"]);
    assert_eq!((told["days_left"].as_i64(), told["cards"].as_u64()), (Some(-1), Some(12)));
    assert!(told["predicted"]["cards"].as_f64().unwrap() > 6.0, "{told}");
    // The day has passed: learning steps and daily limits are back.
    let next = home.json_at("2026-11-26T10:00:00Z", &["next", file, "--json"]);
    assert!(next["done"] == true || next["state"] == "review", "{next}");
}

#[test]
fn a_plan_is_set_changed_and_cleared() {
    let home = Home::new();
    assert_eq!(home.json_at(NOW, &["plan", "--json"]), serde_json::json!({ "date": null }));
    let told = home.json_at(NOW, &["plan", "--date", "2026-12-06", "--json"]);
    assert_eq!((told["minutes"].as_u64(), told["days_left"].as_u64()), (Some(30), Some(14)));
    let topic = told["topics"][1]["name"].as_str().unwrap().to_owned();
    let cards = told["cards"].as_u64().unwrap();
    let zero = format!("{}=0", topic.replace(" › ", "/").to_uppercase());
    let told = home.json_at(NOW, &["plan", "--minutes", "45", "--weight", &zero, "--json"]);
    assert_eq!((told["minutes"].as_u64(), told["weights"][&topic].as_f64()), (Some(45), Some(0.0)));
    assert!(told["cards"].as_u64().unwrap() < cards);
    let back = format!("{topic}=");
    assert_eq!(home.json_at(NOW, &["plan", "--weight", &back, "--json"])["cards"].as_u64(), Some(cards));
    let people = String::from_utf8(home.run_at(NOW, &["plan"]).stdout).unwrap();
    // People read what the screens call it, which --weight takes as well.
    let shown = "Deep learning interview basics › Optimisation and training";
    assert!(people.contains("14 days left") && people.contains(shown), "{people}");
    let by_title = format!("{shown}=0");
    home.json_at(NOW, &["plan", "--weight", &by_title, "--json"]);
    let told = home.json_at(NOW, &["plan", "--weight", &back, "--json"]);
    assert_eq!(told["cards"].as_u64(), Some(cards));
    let zh = String::from_utf8(home.run_at(NOW, &["plan", "--lang", "zh"]).stdout).unwrap();
    assert!(zh.contains("还有 14 天"), "{zh}");
    // A weight set in one language of a card is shown, and holds, in the other.
    let name = home.json_at(NOW, &["plan", "--lang", "zh", "--json"])["topics"][1]["name"].clone();
    let weight = format!("{}=3", name.as_str().unwrap());
    home.json_at(NOW, &["plan", "--lang", "zh", "--weight", &weight, "--json"]);
    let told = home.json_at(NOW, &["plan", "--json"]);
    assert_eq!((&told["topics"][1]["name"], told["topics"][1]["weight"].as_f64()), (&name, Some(3.0)));
    for (arguments, code, told) in [
        (vec!["plan", "--date", "2026-11-21"], 1, "is past"),
        (vec!["plan", "--date", "soon"], 1, "no day ahead"),
        (vec!["plan", "--date", "9999-12-01"], 1, "too far away"),
        (vec!["plan", "--at", "25:00"], 1, "not an hour like 14:00"),
        (vec!["plan", "--minutes", "0"], 2, "1..=1440"),
        (vec!["plan", "--weight", "nothing=1"], 1, "no deck or topic"),
        (vec!["plan", "--weight", "deep-learning=-1"], 1, "from 0 to 100"),
        (vec!["plan", "--weight", "deep-learning"], 1, "NAME=W"),
        (vec!["next", "--at", "now"], 1, "not a time"),
    ] {
        let output = home.run_at(NOW, &arguments);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {error}");
        assert!(error.contains(told), "{arguments:?}: {error}");
    }
    assert!(home.run_at(NOW, &["plan", "--clear"]).status.success());
    assert_eq!(home.json_at(NOW, &["plan", "--json"])["date"], Value::Null);
    let other = home.run_at(NOW, &["plan", "--minutes", "20"]);
    assert!(String::from_utf8_lossy(&other.stderr).contains("no plan yet"));
}

#[test]
fn an_hour_and_further_interviews_are_set_changed_and_taken_back() {
    let home = Home::new();
    let told = home.json_at(NOW, &["plan", "--date", "2026-12-06", "--at", "14:00", "--json"]);
    assert_eq!((told["hour"].as_str(), told["later"].as_array().map(Vec::len)), (Some("14:00"), Some(0)));
    let weight = ["--weight", "deep-learning=2"];
    home.json_at(
        NOW,
        &[&["plan", "--also", "2026-12-20", "--minutes", "60", "--json"], &weight[..]].concat(),
    );
    let told = home.json_at(NOW, &["plan", "--at", "9:30", "--json"]);
    let later = serde_json::json!(
        [{ "date": "2026-12-20", "hour": null, "minutes": 60, "weights": { "deep-learning": 2.0 } }]
    );
    assert_eq!((told["hour"].as_str(), told["minutes"].as_u64()), (Some("09:30"), Some(30)));
    assert_eq!((&told["later"], &told["weights"]), (&later, &serde_json::json!({})));
    let people = String::from_utf8(home.run_at(NOW, &["plan"]).stdout).unwrap();
    assert!(people.contains("2026-12-06 Sun 09:30") && people.contains("2026-12-20 Sun"), "{people}");
    // Once the first has begun, the other one is the plan.
    let told = home.json_at("2026-12-06T09:30:00Z", &["plan", "--json"]);
    assert_eq!((told["date"].as_str(), told["minutes"].as_u64()), (Some("2026-12-20"), Some(60)));
    let refused = home.run_at("2026-12-20T15:00:00Z", &["plan", "--date", "2026-12-20", "--at", "14:00"]);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("14:00 is past today"), "{refused:?}");
    home.run_at(NOW, &["plan", "--at", "none"]);
    home.run_at(NOW, &["plan", "--also", "2026-12-20", "--clear"]);
    let told = home.json_at(NOW, &["plan", "--json"]);
    assert_eq!((&told["hour"], &told["later"]), (&Value::Null, &serde_json::json!([])));
}

#[test]
fn a_date_is_typed_as_people_write_it() {
    let home = Home::new();
    for text in ["2026-12-06", "12-6", "6 Dec", "December 6", "+14d", "2 weeks", "12月6日"] {
        let told = home.json_at(NOW, &["plan", "--date", text, "--json"]);
        assert_eq!(told["date"].as_str(), Some("2026-12-06"), "{text}");
        let told = home.json_at(NOW, &["plan", "--also", "20 Dec", "--json"]);
        assert_eq!(told["later"][0]["date"].as_str(), Some("2026-12-20"), "{text}");
        home.run_at(NOW, &["plan", "--clear"]);
    }
    // Seen from the instant that is given, and a day without a year is the next one.
    let from = ["plan", "--date", "12-6", "--at", "2026-12-10T10:00:00Z", "--json"];
    assert_eq!(home.json_at(NOW, &from)["date"].as_str(), Some("2027-12-06"));
    for (lang, told) in [("en", "8 Dec"), ("zh", "12月8日")] {
        let refused = home.run_at(NOW, &["plan", "--date", "someday", "--lang", lang]);
        assert_eq!(refused.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&refused.stderr).contains(told), "{refused:?}");
    }
    home.run_at(NOW, &["plan", "--date", "12-6"]);
    assert!(home.json_at(NOW, &["plan", "--date", "none", "--json"])["date"].is_null());
}

/// Rows: the language, what was typed, the day and hour that come of it, and what is said of them.
#[test]
fn what_a_date_leaves_open_is_said() {
    let home = Home::new();
    for (lang, text, day, hour, said) in [
        ("en", "mid-December", "2026-12-15", None, "note: Taken as 2026-12-15 Tue"),
        ("zh", "12月中旬", "2026-12-15", None, "按 2026-12-15 周二 算"),
        ("en", "8 Dec in the evening", "2026-12-08", Some("19:00"), "No hour was given: taken as 19:00."),
        ("zh", "12月31日晚上", "2026-12-31", Some("19:00"), "没有写几点，按 19:00 算"),
        ("en", "8 Dec at 3", "2026-12-08", Some("15:00"), "Taken as 15:00, in the afternoon"),
        ("en", "12 Nov", "2027-11-12", None, "2026-11-12 is past: taken as 2027-11-12 Fri."),
        ("zh", "11月12日晚8点", "2027-11-12", Some("20:00"), "2026-11-12 已经过去，按 2027-11-12 周五 算"),
        ("zh", "晚上8点", "2026-11-22", Some("20:00"), "没有写哪一天，按今天（2026-11-22 周日）算"),
        ("en", "8 Dec 2pm", "2026-12-08", Some("14:00"), ""),
        ("zh", "腊月二十", "2027-01-27", None, ""),
    ] {
        let told = home.run_at(NOW, &["plan", "--date", text, "--json", "--lang", lang]);
        let json: Value = serde_json::from_slice(&told.stdout).unwrap();
        let notes = String::from_utf8_lossy(&told.stderr);
        assert_eq!((json["date"].as_str(), json["hour"].as_str()), (Some(day), hour), "{text}");
        assert!(if said.is_empty() { notes.is_empty() } else { notes.contains(said) }, "{text}: {notes}");
        home.run_at(NOW, &["plan", "--clear"]);
    }
    for (lang, said) in [("en", "from 2026 to 2040"), ("zh", "2026 到 2040 年")] {
        let refused = home.run_at(NOW, &["plan", "--date", "2050年正月十五", "--lang", lang]);
        assert!(String::from_utf8_lossy(&refused.stderr).contains(said), "{refused:?}");
    }
    // An hour of its own leaves nothing open.
    let told = home.run_at(NOW, &["plan", "--date", "8 Dec in the evening", "--at", "20:30", "--json"]);
    assert!(told.stderr.is_empty(), "{told:?}");
}

/// Home asks about the last interview that was, not about the first that was noted.
#[cfg(unix)]
#[test]
fn home_asks_how_the_last_interview_went() {
    let home = Home::new();
    home.run_at(NOW, &["plan", "--date", "2026-11-24", "--minutes", "5"]);
    home.run_at(NOW, &["plan", "--also", "2026-11-27"]);
    let shown = |now: &str, lang: &str| {
        let variables = [("BACKPROP_NOW", now), ("BACKPROP_NO_WELCOME", "1"), ("TZ", "UTC")];
        let data = home.path("data");
        let mut terminal =
            crate::harness::terminal::Terminal::start(&data, &["--lang", lang], &variables, 80, 24);
        terminal.wait_for(if lang == "zh" { "面试是" } else { "Your interview was" });
        let screen = terminal.screen();
        terminal.press("q");
        assert!(terminal.end().success());
        screen
    };
    let between = shown("2026-11-26T10:00:00Z", "en");
    assert!(between.contains("Your interview was 2 days ago") && between.contains("Interview"), "{between}");
    assert!(!between.contains("p sets the next date"), "{between}");
    let after = shown("2026-11-30T10:00:00Z", "en");
    assert!(after.contains("Your interview was 3 days ago") && after.contains("next date"), "{after}");
    let after = shown("2026-11-28T10:00:00Z", "zh");
    assert!(after.contains("面试是昨天"), "{after}");
}

#[test]
fn what_is_told_on_the_eve_stands_in_the_log_once() {
    let home = Home::new();
    home.run_at(NOW, &["plan", "--date", "2026-11-24", "--minutes", "5"]);
    let log = || std::fs::read_to_string(home.path("data/progress.json")).unwrap();
    assert!(!log().contains("foretold"));
    let told = home.json_at("2026-11-23T20:00:00Z", &["plan", "--json"]);
    home.run_at("2026-11-23T20:01:00Z", &["plan"]);
    assert_eq!(log().matches(r#""event":"foretold","date":"2026-11-24""#).count(), 1, "{}", log());
    let past = home.json_at("2026-11-25T20:00:00Z", &["plan", "--json"]);
    let shown = |told: &Value| (told["cards"].as_f64().unwrap() * 10.0).round();
    assert_eq!((&past["cards"], shown(&past["predicted"])), (&told["cards"], shown(&told["followed"])));
}

#[test]
fn looking_from_another_time_writes_nothing() {
    let home = Home::new();
    home.run_at(NOW, &["plan", "--date", "2036-11-01", "--minutes", "40"]);
    let log = || std::fs::read_to_string(home.path("data/progress.json")).unwrap();
    let before = log();
    home.run_at(NOW, &["plan", "--at", "2036-10-31T09:00:00Z"]);
    home.run_at("2036-11-01T09:00:00Z", &["plan"]);
    assert_eq!(log(), before);
}

#[test]
fn the_plan_is_compared_on_own_notes() {
    let home = Home::new();
    let file = home.path("notes.md");
    std::fs::write(&file, notes(40)).unwrap();
    let file = file.to_str().unwrap();
    home.run_at(NOW, &["plan", file, "--date", "2026-11-25", "--minutes", "5"]);
    let ways = home.json_at(NOW, &["plan", file, "--simulate", "--json"]);
    let recalled: Vec<f64> = (0..3).map(|way| ways[way]["recalled"].as_f64().unwrap()).collect();
    assert!(recalled[0] > recalled[1] && recalled[0] > recalled[2], "{ways}");
    let minutes = ways[0]["minutes_a_day"].as_f64().unwrap();
    assert!(minutes > 3.0 && minutes <= 5.1, "{ways}");
    let log = std::fs::read_to_string(home.path("data/progress.json")).unwrap();
    assert_eq!(log.lines().count(), 3, "a simulation leaves no trace: {log}");
}

/// Cards of weight 0 are in no figure of a simulation, and the plan has one figure wherever it is told.
#[test]
fn a_simulation_is_about_the_scope_and_tells_the_plans_own_figure() {
    let home = Home::new();
    let file = home.path("notes.md");
    std::fs::write(&file, notes(24)).unwrap();
    let file = file.to_str().unwrap();
    let zero = "notes/Chapter 0=0";
    let told = home
        .json_at(NOW, &["plan", file, "--date", "2026-11-25", "--minutes", "10", "--weight", zero, "--json"]);
    assert_eq!(told["cards"].as_u64(), Some(20), "{told}");
    let ways = home.json_at(NOW, &["plan", file, "--simulate", "--json"]);
    let ways = ways.as_array().unwrap();
    assert!(ways.len() >= 4, "{ways:?}");
    for way in ways {
        assert!(way["seen"].as_f64().unwrap() <= 20.0, "{way}");
        assert!(way["recalled"].as_f64().unwrap() <= 20.0, "{way}");
    }
    let same = |one: &Value, other: &Value| (one.as_f64().unwrap() - other.as_f64().unwrap()).abs() < 1e-3;
    assert!(same(&ways[0]["recalled"], &told["followed"]["cards"]), "{ways:?} {told}");
}

/// A follow-up that is not open yet is in no figure of a simulation, since it is in none of the plan.
#[test]
fn every_way_of_a_simulation_is_about_the_same_cards() {
    let home = Home::new();
    let told = home.json_at(NOW, &["plan", "--date", "2026-11-24", "--minutes", "5", "--json"]);
    let off = |name: &str| name != "rag" && !name.contains('›');
    let names = told["topics"].as_array().unwrap().iter().filter_map(|row| row["name"].as_str());
    let weights: Vec<String> = names.filter(|name| off(name)).map(|name| format!("{name}=0")).collect();
    let mut arguments = vec!["plan", "--json"];
    weights.iter().for_each(|weight| arguments.extend(["--weight", weight]));
    let told = home.json_at(NOW, &arguments);
    let ways = home.json_at(NOW, &["plan", "--simulate", "--json"]);
    let cards = told["cards"].as_f64().unwrap();
    assert!(cards > 5.0 && cards < 30.0, "{told}");
    for way in ways.as_array().unwrap() {
        assert!(way["seen"].as_f64().unwrap() <= cards, "{cards} {way}");
    }
}

/// The decks of a plan share its minutes: one looked at alone promises no more than it does among the others.
#[test]
fn a_deck_looked_at_alone_has_its_share_of_the_minutes() {
    let home = Home::new();
    for deck in ["one", "two", "three"] {
        let path = home.path(&format!("{deck}.md"));
        std::fs::write(&path, notes(100).replace("Question", deck)).unwrap();
        let imported = home.run_at(NOW, &["import", path.to_str().unwrap(), "--yes"]);
        assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
    }
    let all = home.json_at(NOW, &["plan", "--date", "2026-11-25", "--minutes", "10", "--json"]);
    let alone: Vec<Value> =
        ["one", "two", "three"].map(|deck| home.json_at(NOW, &["plan", deck, "--json"])).into();
    let cards = |told: &Value| told["followed"]["cards"].as_f64().unwrap();
    let together: f64 = alone.iter().map(cards).sum();
    assert!(together <= cards(&all) + 0.1, "{together} of {}", cards(&all));
    for (told, deck) in alone.iter().zip(["one", "two", "three"]) {
        assert_eq!(told["cards"].as_u64(), Some(100));
        let row = all["topics"].as_array().unwrap().iter().find(|row| row["name"] == deck).unwrap();
        assert!((cards(told) - cards(row)).abs() < 1e-3, "{deck}");
    }
    let unknown = home.run_at(NOW, &["plan", "four"]);
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("no deck or file named four"));
}
