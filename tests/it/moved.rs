//! Notes that move: folders under other names and at other places, files under other names, folders that change
//! places. A deck keeps its history, its weight and what was chosen for it.

use crate::harness::home::{Home, text};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

const RNN: &str =
    "# RNN\n\n1. What is LSTM?\n   gates\n\n2. What is GRU?\n   fewer gates\n\n3. What is BPTT?\n   unroll\n";
const CNN: &str = "# CNN\n\n1. What is pooling?\n   smaller maps\n\n2. What is a stride?\n   the step\n\n3. What is dilation?\n   gaps\n";

/// A home whose folder `n` is linked, every card of it answered, and things chosen for the decks in it.
fn linked() -> Home {
    let home = Home::new();
    fs::create_dir(home.path("n")).unwrap();
    home.write("n/rnn.md", RNN);
    home.write("n/cnn.md", CNN);
    home.say(&["import", "--yes", "--link", &home.name("n")]);
    for (_, id, _) in own(&home) {
        home.say(&["grade", &id, "good"]);
    }
    home.say(&["plan", "--date", "2026-12-20", "--weight", "rnn=3"]);
    home.write("data/config.toml", "[study]\ndecks_off = [\"cnn\"]\n[quiz]\ndeck_modes = [\"rnn=typed\"]\n");
    home
}

/// The cards of the user's notes: deck, id, and whether they were answered.
fn own(home: &Home) -> Vec<(String, String, bool)> {
    let cards = home.json(&["cards", "--json"]);
    let text = |card: &Value, key: &str| card[key].as_str().unwrap_or_default().to_owned();
    let cards = cards.as_array().unwrap().iter();
    let own = cards.filter(|card| crate::harness::home::is_own(card));
    own.map(|card| (text(card, "deck"), text(card, "id"), card["reps"].as_u64().unwrap_or(0) > 0)).collect()
}

/// How many cards each deck of the user's has, and how many of them were answered.
fn decks(home: &Home) -> BTreeMap<String, (usize, usize)> {
    let mut decks = BTreeMap::new();
    for (deck, _, is_answered) in own(home) {
        let counts: &mut (usize, usize) = decks.entry(deck).or_default();
        *counts = (counts.0 + 1, counts.1 + usize::from(is_answered));
    }
    decks
}

/// The weight of a deck in the plan.
fn weight(home: &Home, deck: &str) -> f64 {
    let plan = home.json(&["plan", "--json"]);
    let rows = plan["topics"].as_array().unwrap();
    let row = rows.iter().find(|row| row["name"] == deck).unwrap_or_else(|| panic!("{deck}: {plan}"));
    row["weight"].as_f64().unwrap()
}

fn lines(home: &Home) -> usize {
    let list: Value = serde_json::from_slice(&fs::read(home.path("data/decks/decks.json")).unwrap()).unwrap();
    list["sources"].as_array().unwrap().len()
}

fn config(home: &Home) -> String {
    fs::read_to_string(home.path("data/config.toml")).unwrap()
}

fn one(deck: &str, cards: usize, answered: usize) -> (String, (usize, usize)) {
    (deck.to_owned(), (cards, answered))
}

fn import(home: &Home, place: &str) -> String {
    let output = home.run(&["import", "--yes", "--link", &home.name(place)]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stderr)
}

/// Rows: where the folder goes, what happens to its files there, and what is imported.
#[test]
fn a_folder_that_moved_is_the_same_decks() {
    type Change = fn(&Home, &str);
    let nothing: Change = |_, _| {};
    let edited: Change = |home, at| {
        let text =
            RNN.replace("   gates", "   gates: input, forget, output").replace("BPTT", "truncated BPTT");
        home.write(&format!("{at}/rnn.md"), text);
        home.write(
            &format!("{at}/new.md"),
            "# New\n\n1. What is Mamba?\n   a scan\n\n2. What is S4?\n   a filter\n",
        );
    };
    for (to, change, imported, more) in [
        ("n2", nothing, "n2", 0),
        ("deep/er/n", nothing, "deep/er/n", 0),
        ("up/n", nothing, "up", 0),
        ("n3", nothing, "n3/rnn.md", 0),
        ("n4", edited, "n4", 2),
    ] {
        let home = linked();
        fs::create_dir_all(home.path(to).parent().unwrap()).unwrap();
        fs::rename(home.path("n"), home.path(to)).unwrap();
        change(&home, to);
        let said = import(&home, imported);
        assert!(said.contains("its decks go on here"), "{to}: {said}");
        let mut expected = BTreeMap::from([one("cnn", 3, 3), one("rnn", 3, 3)]);
        expected.extend((more > 0).then(|| one("new", more, 0)));
        assert_eq!(decks(&home), expected, "{to}");
        assert_eq!((lines(&home), weight(&home, "rnn")), (1, 3.0), "{to}");
        let again = home.run(&["cards", "rnn"]);
        assert_eq!(text(&again.stderr), "", "{to}");
    }
}

#[test]
fn a_file_under_another_name_keeps_weight_and_settings() {
    for moved in [false, true] {
        let home = linked();
        fs::rename(home.path("n/rnn.md"), home.path("n/recurrent.md")).unwrap();
        fs::rename(home.path("n/cnn.md"), home.path("n/convolution.md")).unwrap();
        if moved {
            fs::rename(home.path("n"), home.path("n2")).unwrap();
            import(&home, "n2");
        }
        assert_eq!(
            decks(&home),
            BTreeMap::from([one("convolution", 3, 3), one("recurrent", 3, 3)]),
            "{moved}"
        );
        assert_eq!(weight(&home, "recurrent"), 3.0, "{moved}");
        let config = config(&home);
        assert!(
            config.contains("\"recurrent=typed\"") && config.contains("[\"convolution\"]"),
            "{moved}: {config}"
        );
        // What is said by the new name counts from then on.
        home.say(&["plan", "--weight", "recurrent=2"]);
        assert_eq!(weight(&home, "recurrent"), 2.0, "{moved}");
    }
}

#[test]
fn two_folders_that_change_places_keep_what_was_said_of_them() {
    for chain in [false, true] {
        let home = Home::new();
        for (folder, file, notes) in [("n", "rnn.md", RNN), ("m", "cnn.md", CNN)] {
            fs::create_dir(home.path(folder)).unwrap();
            home.write(&format!("{folder}/{file}"), notes);
            home.say(&["import", "--yes", "--link", "--deck", &format!("deck {folder}"), &home.name(folder)]);
        }
        home.say(&["plan", "--date", "2026-12-20", "--weight", "deck-n=3"]);
        fs::rename(home.path("n"), home.path("t")).unwrap();
        fs::rename(home.path("m"), home.path("n")).unwrap();
        if !chain {
            fs::rename(home.path("t"), home.path("m")).unwrap();
        }
        let has = |deck: &str, question: &str| {
            let cards = home.json(&["cards", deck, "--json"]);
            let cards = cards.as_array().unwrap();
            assert!(!cards.is_empty() && cards.len() == 3, "{deck}: {cards:?}");
            cards.iter().any(|card| card["question"] == question)
        };
        assert!(has("deck-n", "What is LSTM?") && has("deck-m", "What is pooling?"), "{chain}");
        if chain {
            import(&home, "t");
            assert!(has("deck-n", "What is LSTM?") && has("deck-m", "What is pooling?"));
        }
        assert_eq!((lines(&home), weight(&home, "deck-n")), (2, 3.0), "{chain}");
        let machine = fs::read_to_string(home.path("data/machine.toml")).unwrap();
        let place = if chain { "t" } else { "m" };
        assert!(
            machine.lines().any(|line| line.starts_with("\"n~") && line.ends_with(&format!("/{place}\""))),
            "{machine}"
        );
        // The place it left can be taken by notes of another kind.
        fs::create_dir_all(home.path("x")).unwrap();
        home.write("x/new.md", "1. What is Mamba?\n   a scan\n\n2. What is S4?\n   a filter\n");
        import(&home, "x");
        assert_eq!(lines(&home), 3);
    }
}

#[test]
fn the_old_place_can_be_taken_by_other_notes() {
    let home = linked();
    fs::rename(home.path("n"), home.path("n2")).unwrap();
    import(&home, "n2");
    fs::create_dir(home.path("n")).unwrap();
    home.write("n/new.md", "# New\n\n1. What is Mamba?\n   a scan\n\n2. What is S4?\n   a filter\n");
    import(&home, "n");
    assert_eq!(decks(&home), BTreeMap::from([one("cnn", 3, 3), one("new", 2, 0), one("rnn", 3, 3)]));
    assert_eq!(lines(&home), 2);
}

#[test]
fn a_copy_of_a_folder_is_said_and_nothing_is_taken_over() {
    let home = linked();
    fs::create_dir(home.path("copy")).unwrap();
    for file in ["rnn.md", "cnn.md"] {
        fs::copy(home.path(&format!("n/{file}")), home.path(&format!("copy/{file}"))).unwrap();
    }
    let said = import(&home, "copy");
    assert!(said.contains("which stands too"), "{said}");
    assert_eq!(lines(&home), 2);
    let asked: usize = decks(&home).values().map(|counts| counts.0).sum();
    assert_eq!(asked, 6);
}

#[test]
fn two_folders_that_moved_into_one_are_one_line() {
    let home = Home::new();
    for (folder, file, notes) in [("a", "rnn.md", RNN), ("b", "cnn.md", CNN)] {
        fs::create_dir(home.path(folder)).unwrap();
        home.write(&format!("{folder}/{file}"), notes);
        import(&home, folder);
    }
    for (_, id, _) in own(&home) {
        home.say(&["grade", &id, "good"]);
    }
    fs::create_dir(home.path("all")).unwrap();
    fs::rename(home.path("a"), home.path("all/a")).unwrap();
    fs::rename(home.path("b"), home.path("all/b")).unwrap();
    import(&home, "all");
    assert_eq!(decks(&home), BTreeMap::from([one("cnn", 3, 3), one("rnn", 3, 3)]));
    assert_eq!(lines(&home), 1);
    assert_eq!(text(&home.run(&["cards"]).stderr), "");
}

#[test]
fn a_file_that_was_left_out_stays_out_under_another_name() {
    let home = linked();
    home.say(&["remove", &home.name("n/cnn.md")]);
    assert_eq!(decks(&home), BTreeMap::from([one("rnn", 3, 3)]));
    fs::rename(home.path("n/cnn.md"), home.path("n/convolution.md")).unwrap();
    assert_eq!(decks(&home), BTreeMap::from([one("rnn", 3, 3)]));
    fs::rename(home.path("n"), home.path("n2")).unwrap();
    import(&home, "n2");
    assert_eq!(decks(&home), BTreeMap::from([one("rnn", 3, 3)]));
}

/// Rows: how the copies were made, where the folder goes, how it is imported again, and whether a file has another name
/// and other words there.
#[test]
fn copies_of_a_folder_that_moved_are_the_same_decks() {
    for (again, to, is_changed) in
        [(&["--copy"][..], "n2", false), (&["--copy"], "deep/er/n", true), (&[], "n2", true)]
    {
        let home = Home::new();
        fs::create_dir(home.path("n")).unwrap();
        home.write("n/rnn.md", RNN);
        home.write("n/cnn.md", CNN);
        home.say(&["import", "--yes", "--copy", &home.name("n")]);
        for (_, id, _) in own(&home) {
            home.say(&["grade", &id, "good"]);
        }
        let before = decks(&home);
        fs::create_dir_all(home.path(to).parent().unwrap()).unwrap();
        fs::rename(home.path("n"), home.path(to)).unwrap();
        if is_changed {
            fs::remove_file(home.path(to).join("rnn.md")).unwrap();
            home.write(&format!("{to}/recurrent.md"), RNN.replace("   gates", "   input, forget, output"));
        }
        home.say(&[&["import", "--yes"][..], again, &[&home.name(to)]].concat());
        assert_eq!(decks(&home), before, "{again:?} {to}");
        assert_eq!(lines(&home), 2, "{again:?} {to}");
        let cards = home.json(&["next", "rnn", "--json"]).to_string() + &home.say(&["cards", "--json"]);
        assert!(!is_changed || cards.contains("input, forget, output") || !cards.contains("LSTM"), "{cards}");
        // It goes on from there.
        home.write(&format!("{to}/cnn.md"), format!("{CNN}\n4. What is padding?\n   zeros\n"));
        home.say(&["import", "--yes"]);
        assert_eq!(decks(&home)["cnn"], (4, 3), "{again:?} {to}");
        assert_eq!(lines(&home), 2);
    }
}

#[test]
fn two_copies_of_the_same_words_keep_their_own_decks_when_they_move() {
    let home = Home::new();
    for folder in ["a", "b"] {
        fs::create_dir(home.path(folder)).unwrap();
        home.write(&format!("{folder}/{folder}.md"), RNN.replace("RNN", folder));
        home.say(&["import", "--yes", "--copy", &home.name(folder)]);
    }
    let before = decks(&home);
    for folder in ["a", "b"] {
        fs::rename(home.path(folder), home.path(&format!("{folder}2"))).unwrap();
        home.say(&["import", "--yes", "--copy", &home.name(&format!("{folder}2"))]);
    }
    assert_eq!((decks(&home), lines(&home)), (before, 2));
}

#[test]
fn a_file_that_is_deleted_in_its_folder_is_said_with_what_is_kept_of_it() {
    let home = linked();
    home.write("n/rl.md", "1. What is PPO?\n   clipped ratio\n\n2. What is DPO?\n   direct loss\n");
    home.say(&["import", "--yes", &home.name("n")]);
    fs::remove_file(home.path("n/cnn.md")).unwrap();
    let notices = || text(&home.run(&["cards"]).stderr);
    let said = notices();
    assert!(said.contains("cnn.md is no longer in its folder") && said.contains("kept"), "{said}");
    let doctor = home.say(&["doctor"]);
    assert!(doctor.contains("3 cards of it are not asked any more"), "{doctor}");
    // It is said once, and by doctor until the copy is back or deleted.
    assert!(!notices().contains("no longer in its folder"));
    let kept = fs::read_dir(home.path("data/kept")).unwrap().next().unwrap().unwrap().path();
    fs::copy(&kept, home.path("n/cnn.md")).unwrap();
    assert_eq!(decks(&home)["cnn"], (3, 3));
    assert!(!home.say(&["doctor"]).contains("no longer in its folder"));
    // One that only has another name is not missed.
    fs::rename(home.path("n/cnn.md"), home.path("n/vision.md")).unwrap();
    assert!(!notices().contains("no longer in its folder"));
    assert!(!home.say(&["doctor"]).contains("no longer in its folder"));
}
