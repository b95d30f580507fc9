//! A data folder of the version before goes on as it was: every card keeps its history.

use crate::harness::has_git;
use crate::harness::home::{Home, is_own, is_own_name};
use crate::harness::old_home;
use crate::harness::old_home::OldCard;
use serde_json::Value;
use std::path::Path;

/// A home with the old library.
fn old_library() -> Home {
    let home = Home::new();
    old_home::lay_out(home.path("").as_path());
    home
}

/// The cards of the learner's own decks, in the order of the list.
fn listed(home: &Home) -> Vec<OldCard> {
    let cards = home.json_at(old_home::NOW, &["cards", "--json"]);
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let card = |card: &Value| OldCard {
        id: text(&card["id"]).unwrap(),
        deck: text(&card["deck"]).unwrap(),
        question: text(&card["question"]).unwrap(),
        state: text(&card["state"]).unwrap(),
        stability: card["stability"].as_f64(),
        difficulty: card["difficulty"].as_f64(),
        due: text(&card["due"]),
        reps: card["reps"].as_u64().unwrap(),
        lapses: card["lapses"].as_u64().unwrap(),
        is_suspended: card["suspended"].as_bool().unwrap(),
    };
    let cards = cards.as_array().unwrap().iter().map(card);
    cards.filter(|card| is_own_name(&card.deck)).collect()
}

#[test]
fn every_card_of_an_old_library_keeps_its_history() {
    let home = old_library();
    let old = old_home::cards();
    assert_eq!(old.len(), 200);
    let listed = listed(&home);
    let mut at = 0;
    for card in &old {
        // Cards that the old program did not tell apart may stand between those it knew.
        while listed.get(at).is_some_and(|listed| listed.question != card.question) {
            assert_eq!(listed[at].state, "new", "{}", listed[at].question);
            at += 1;
        }
        let now = listed.get(at).unwrap_or_else(|| panic!("{} is gone", card.question));
        assert_eq!(OldCard { id: card.id.clone(), ..now.clone() }, *card);
        at += 1;
    }
    assert!(Path::new(&home.path("data/progress.json")).exists());
}

/// The lines of the log.
fn log(home: &Home) -> Vec<String> {
    let text = std::fs::read_to_string(home.path("data/progress.json")).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn histories_are_carried_over_once_and_say_why() {
    let home = old_library();
    let before = log(&home);
    let first = listed(&home);
    let after = log(&home);
    let moves: Vec<&String> = after.iter().filter(|line| !before.contains(line)).collect();
    let learnt = old_home::cards().iter().filter(|card| card.state != "new").count();
    assert_eq!(moves.len(), learnt);
    assert!(
        moves.iter().all(|line| line.contains(r#""event":"move""#) && line.contains(r#""cause":"identity""#))
    );
    assert!(before.iter().all(|line| after.contains(line)), "nothing else changes");
    assert_eq!(listed(&home), first);
    assert_eq!(log(&home), after, "and nothing is written again");
    // Without caches it comes to the same.
    std::fs::remove_dir_all(home.path("data/cache")).unwrap();
    assert_eq!(listed(&home), first);
    assert_eq!(log(&home), after);
    let twin = first.iter().find(|card| card.question == "What is y'_1?").unwrap();
    assert_eq!((twin.state.as_str(), twin.deck.as_str()), ("new", "c"), "it was hidden by another card");
    // Opened in part first, all are carried over as well.
    let other = old_library();
    other.json_at(old_home::NOW, &["cards", "--json", "--deck", "b"]);
    assert_eq!(listed(&other), first);
}

#[test]
fn cards_marked_out_or_merged_by_their_old_ids_stay_so() {
    let home = old_library();
    let list = home.path("data/decks/decks.json");
    let text = std::fs::read_to_string(&list).unwrap();
    let mut decks: Value = serde_json::from_str(&text).unwrap();
    let old = old_home::cards();
    let id = |question: &str| old.iter().find(|card| card.question == question).unwrap().id.clone();
    decks["sources"][0]["out"] = serde_json::json!([id("What is beam width?")]);
    decks["merged"] = serde_json::json!({ id("What is p̂?"): id("What is p?") });
    std::fs::write(&list, serde_json::to_string(&decks).unwrap()).unwrap();
    let listed = listed(&home);
    let is_there = |question: &str| listed.iter().any(|card| card.question == question);
    assert!(!is_there("What is beam width?") && !is_there("What is p̂?") && is_there("What is p?"));
}

/// A machine with one deck, of the version before: its log has answers under the id that the card had.
fn machine(deck: &str, question: &str, answers: &[&str]) -> Home {
    let home = Home::new();
    let notes = home.write(&format!("{deck}.md"), format!("1. {question}\nThe answer in {deck}.\n"));
    home.say_at("2026-12-01T09:00:00Z", &["import", "--yes", &notes]);
    take_in(&home, &old_log(question, answers));
    home
}

/// A log of the version before with answers to this question at these instants.
fn old_log(question: &str, answers: &[&str]) -> String {
    let text = format!("1. {question}\nx\n");
    let cards = backprop::import::read(text.as_bytes(), None, None, None).cards;
    let id = backprop::import::legacy::ids(&cards)[0].clone().unwrap();
    let review = |at: &&str| {
        format!(
            ",{{\"at\":\"{at}\",\"day\":\"{}\",\"card\":\"{id}\",\"event\":\"review\",\"grade\":\"good\",\"mode\":\"recall\",\"ms\":900}}\n",
            &at[..10]
        )
    };
    format!(
        "[{{\"backprop\":\"progress\",\"version\":1}}\n{}]\n",
        answers.iter().map(review).collect::<String>()
    )
}

fn take_in(home: &Home, log: &str) {
    let path = home.write("other.json", log);
    home.say_at("2026-12-09T09:00:00Z", &["merge", &path]);
}

/// Own questions with how often they were answered, sorted.
fn answered(home: &Home, now: &str) -> Vec<(String, u64)> {
    let cards = home.json_at(now, &["cards", "--json"]);
    let own = cards.as_array().unwrap().iter().filter(|card| is_own(card));
    let told =
        own.map(|card| (card["question"].as_str().unwrap().to_owned(), card["reps"].as_u64().unwrap()));
    let mut told: Vec<(String, u64)> = told.collect();
    told.sort();
    told
}

/// Two machines with different decks are upgraded apart from each other: their cards were one card by
/// the old rule, and are two.
#[test]
fn two_machines_that_are_upgraded_apart_end_alike_in_whatever_order_they_sync() {
    if !has_git("machines that are upgraded apart") {
        return;
    }
    let (one, other) = ("When is a != b?", "When is a = b?");
    for order in [[0, 1, 0, 1], [1, 0, 1, 0]] {
        let machines = [
            machine("left", one, &["2026-12-02T09:00:00.000Z", "2026-12-03T09:00:00.000Z"]),
            machine("right", other, &["2026-12-04T09:00:00.000Z"]),
        ];
        let folder = tempfile::tempdir().unwrap();
        let remote = folder.path().join("shared.git").to_str().unwrap().to_owned();
        std::process::Command::new("git").args(["init", "-q", "--bare", &remote]).output().unwrap();
        // Upgraded: the left one first.
        assert_eq!(answered(&machines[0], "2026-12-10T09:00:00Z"), [(one.to_owned(), 2)]);
        assert_eq!(answered(&machines[1], "2026-12-11T09:00:00Z"), [(other.to_owned(), 1)]);
        for at in order {
            machines[at].say_at("2026-12-12T09:00:00Z", &["sync", &remote]);
        }
        // Both have both decks; what was filed under the one old id is that of the earlier move.
        let expected = [(one.to_owned(), 3), (other.to_owned(), 0)].into_iter().collect::<Vec<_>>();
        let sorted = |mut cards: Vec<(String, u64)>| {
            cards.sort();
            cards
        };
        for machine in &machines {
            assert_eq!(answered(machine, "2026-12-13T09:00:00Z"), sorted(expected.clone()), "{order:?}");
        }
        // A machine of the version before goes on under the old id.
        take_in(&machines[order[1]], &old_log(one, &["2026-12-14T09:00:00.000Z"]));
        for at in [order[1], order[0], order[1], order[0]] {
            machines[at].say_at("2026-12-15T09:00:00Z", &["sync"]);
        }
        let expected = sorted(vec![(one.to_owned(), 4), (other.to_owned(), 0)]);
        for machine in &machines {
            assert_eq!(answered(machine, "2026-12-16T09:00:00Z"), expected, "{order:?}");
        }
        // And they are two: what happens to one does not happen to the other.
        let cards = machines[0].json_at("2026-12-16T09:00:00Z", &["cards", "--json"]);
        let id = |question: &str| {
            let card = cards.as_array().unwrap().iter().find(|card| card["question"] == question).unwrap();
            card["id"].as_str().unwrap().to_owned()
        };
        machines[0].say_at("2026-12-16T09:00:00Z", &["grade", &id(other), "good"]);
        let expected = sorted(vec![(one.to_owned(), 4), (other.to_owned(), 1)]);
        assert_eq!(answered(&machines[0], "2026-12-16T10:00:00Z"), expected);
    }
}

/// A machine that has nothing to carry over yet gets a history of the version before later.
#[test]
fn histories_that_arrive_later_are_carried_over_too() {
    let question = "When is a != b?";
    let home = machine("late", question, &[]);
    assert_eq!(answered(&home, "2026-12-10T09:00:00Z"), [(question.to_owned(), 0)]);
    take_in(&home, &old_log(question, &["2026-12-08T09:00:00.000Z"]));
    assert_eq!(answered(&home, "2026-12-11T09:00:00Z"), [(question.to_owned(), 1)]);
    // One of a card that nobody has waits until its notes come.
    take_in(&home, &old_log("When is x ≠ y?", &["2026-12-08T10:00:00.000Z"]));
    assert_eq!(answered(&home, "2026-12-12T09:00:00Z"), [(question.to_owned(), 1)]);
    let notes = home.write("more.md", "1. When is x ≠ y?\nNever.\n");
    home.say_at("2026-12-13T09:00:00Z", &["import", "--yes", &notes]);
    assert_eq!(
        answered(&home, "2026-12-13T10:00:00Z"),
        [(question.to_owned(), 1), ("When is x ≠ y?".to_owned(), 1)]
    );
}

#[test]
fn histories_of_cards_that_are_read_otherwise_now_are_found_by_their_lines() {
    let home = Home::new();
    let notes = "# Gates\n\n- [Q1: What is a gate?](https://example.org/x#q1)\n- [Q2: Why a sigmoid?](https://example.org/x#q2)\n- [Q3: How many?](https://example.org/x#q3)\n\n\
                 ### Q1: What is a gate?\n\nA factor.\n\n### Q2: Why a sigmoid?\n\nIt stays below one.\n\n### Q3: How many?\n\nThree.\n";
    let file = home.write("gates.md", notes);
    home.say(&["import", "--yes", "--copy", &file]);
    // What the version before saw: the entries of the contents as cards of their own, which were learnt.
    let folder = home.path("data/seen");
    let of_gates =
        |path: &std::path::PathBuf| std::fs::read_to_string(path).is_ok_and(|text| text.contains("sigmoid"));
    let mut files = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let seen = files.find(of_gates).expect("the source was seen");
    let text = std::fs::read_to_string(&seen).unwrap();
    let (header, cards) = text.split_once('\n').unwrap();
    let mut header: Value = serde_json::from_str(header).unwrap();
    header["cards"] = "0".into();
    let old = |id: &str, question: &str, answer: &str| {
        serde_json::json!({ "id": id, "question": question, "answer": answer, "topic": ["Gates"] })
            .to_string()
    };
    let sure = old("0123456789abcdef", "Why a sigmoid?](https://example.org/x#q2)", "");
    let doubtful = old("fedcba9876543210", "Three", "");
    std::fs::write(&seen, format!("{header}\n{sure}\n{doubtful}\n{cards}")).unwrap();
    let log = home.path("data/progress.json");
    let event = |id: &str, minute: u32| {
        format!(
            ",{{\"at\":\"2026-11-20T10:{minute:02}:00.000Z\",\"day\":\"2026-11-20\",\"card\":\"{id}\",\"event\":\"review\",\"grade\":\"good\",\"mode\":\"recall\",\"ms\":5}}\n"
        )
    };
    let events = event("0123456789abcdef", 1) + &event("fedcba9876543210", 2);
    std::fs::write(&log, format!("[{{\"backprop\":\"progress\",\"version\":1}}\n{events}]\n")).unwrap();
    let cards = home.json(&["cards", "--deck", "gates", "--json"]);
    let reps: Vec<u64> =
        cards.as_array().unwrap().iter().map(|card| card["reps"].as_u64().unwrap()).collect();
    assert_eq!(reps, [0, 1, 0], "{cards:#}");
    let told = home.json(&["import", "--json"]);
    let doubts: Vec<&Value> =
        told.as_array().unwrap().iter().flat_map(|file| file["doubtful"].as_array().unwrap()).collect();
    assert_eq!(
        (doubts.len(), &doubts[0]["from_question"], &doubts[0]["question"]),
        (1, &"Three".into(), &"How many?".into())
    );
}
