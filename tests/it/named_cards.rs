//! Commands that name a card: a mistyped one is refused, the beginning of an id will do, and the last
//! answers can be taken back.

use crate::harness::home::{Home, text};

const NOTES: &str = "1. One?\n<!-- id: alpha-one -->\nx\n\n2. Two?\n<!-- id: alpha-two -->\ny\n\n3. Three?\n<!-- id: alpha -->\nz\n\n4. Four?\n<!-- id: beta -->\nw\n";

fn log(home: &Home) -> String {
    std::fs::read_to_string(home.path("data/progress.json")).unwrap_or_default()
}

#[test]
fn a_card_that_is_not_there_is_refused_and_nothing_is_written() {
    let home = Home::new();
    let notes = home.write("notes.md", NOTES);
    for arguments in [
        &["grade", "beta", "good"][..],
        &["grade", "poolin-g", "good"],
        &["grade", "", "good"],
        &["asked", "beta", "good"],
        &["asked", "gamma", "hard", "--in", &notes],
        &["grade", "gamma", "again", "--in", &notes],
    ] {
        let output = home.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let told = text(&output.stderr);
        assert!(told.contains("no card has the id") && told.contains("--in FILE"), "{told}");
        assert!(output.stdout.is_empty());
        assert_eq!(log(&home), "", "{arguments:?}");
    }
    assert!(home.run(&["grade", "beta", "good", "--in", &home.name("missing.md")]).status.code() == Some(1));
    assert_eq!(log(&home), "");
    home.say(&["grade", "beta", "good", "--in", &notes]);
    home.say(&["grade", "beta", "good"]);
    home.say(&["asked", "beta", "good"]);
    assert_eq!(log(&home).matches(r#""card":"beta""#).count(), 3, "what has history exists");
    home.say(&["grade", "pooling", "good", "--in", &notes]);
    assert!(log(&home).contains(r#""card":"pooling""#), "the library counts beside the notes");
}

#[test]
fn the_beginning_of_an_id_will_do_where_one_card_fits() {
    let home = Home::new();
    let notes = home.write("notes.md", NOTES);
    home.say(&["import", "-y", &notes]);
    assert!(home.say(&["grade", "bet", "good"]).starts_with("beta good"));
    assert!(home.say(&["grade", "alpha", "good"]).starts_with("alpha good"), "a whole id is no beginning");
    assert!(home.say(&["asked", "alpha-t", "hard"]).starts_with("alpha-two"));
    let before = log(&home);
    for arguments in [&["grade", "alph", "good"][..], &["asked", "alpha-", "hard"]] {
        let output = home.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let told = text(&output.stderr);
        assert!(told.contains("alpha-one  One?") && told.contains("alpha-two  Two?"), "{told}");
        assert!(!told.contains("beta"), "{told}");
    }
    assert_eq!(log(&home), before);
}

#[test]
fn a_note_is_written_printed_and_removed() {
    let home = Home::new();
    let notes = home.write("notes.md", NOTES);
    for arguments in [&["note", "beta", "x"][..], &["note", "beta"], &["note", "gamma", "x", "--in", &notes]]
    {
        let output = home.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(text(&output.stderr).contains("no card has the id"), "{}", text(&output.stderr));
        assert_eq!(log(&home), "", "{arguments:?}");
    }
    home.say(&["import", "-y", &notes]);
    let field = |command: &[&str], card: &str| {
        let found = home.json(command);
        let one = found
            .as_array()
            .map_or(found.clone(), |cards| cards.iter().find(|one| one["id"] == card).unwrap().clone());
        one["note"].clone()
    };
    assert_eq!(field(&["cards", "--json"], "beta"), serde_json::Value::Null);
    let nothing = home.run(&["note", "bet"]);
    assert!(
        nothing.status.success() && nothing.stdout.is_empty() && text(&nothing.stderr).contains("no note")
    );
    assert_eq!(home.say(&["note", "bet", "- say max\n- 再说 mean"]), "beta noted\n");
    assert_eq!(home.say(&["note", "beta"]), "- say max\n- 再说 mean\n");
    assert_eq!(field(&["cards", "--json"], "beta"), "- say max\n- 再说 mean");
    assert_eq!(home.say(&["note", "pooling", "built in"]), "pooling noted\n");
    assert_eq!(home.say(&["note", "pooling"]), "built in\n");
    let before = log(&home);
    assert_eq!(home.say(&["note", "beta", "- say max\n- 再说 mean\n"]), "beta unchanged\n");
    let long = home.run(&["note", "beta", &"x".repeat(4097)]);
    assert_eq!(long.status.code(), Some(1));
    assert!(text(&long.stderr).contains("4097 bytes"), "{}", text(&long.stderr));
    assert_eq!(home.run(&["note", "alph", "x"]).status.code(), Some(2), "several cards");
    assert_eq!(log(&home), before);
    assert_eq!(home.say(&["note", "beta", &"x".repeat(4096)]), "beta noted\n");
    assert_eq!(home.say(&["note", "beta", ""]), "beta note removed\n");
    assert_eq!(field(&["cards", "--json"], "beta"), serde_json::Value::Null);
    assert_eq!(log(&home).matches(r#""event":"note""#).count(), 4, "all are kept");
    assert_eq!(home.say(&["note", "alpha", "-"]), "alpha unchanged\n", "nothing comes from standard input");

    home.say(&["note", "alpha-one", "first"]);
    assert_eq!(field(&["next", &notes, "--json"], ""), "first");
    assert!(home.say(&["next", &notes]).contains("\nYour note:\nfirst\n"));
    let exported = home.run(&["export", "deck", &notes]);
    assert!(exported.status.success() && !text(&exported.stdout).contains("first"));
    assert!(text(&exported.stderr).contains("notes are not exported"), "{}", text(&exported.stderr));
}

#[test]
fn the_last_answers_are_undone_by_name_whichever_session_gave_them() {
    let home = Home::new();
    let nothing = home.run(&["undo"]);
    assert_eq!((nothing.status.code(), log(&home)), (Some(1), String::new()));
    let notes = home.write("notes.md", NOTES);
    home.say(&["import", "-y", &notes]);
    for (at, card, grade) in [
        ("2026-11-20T10:00:00Z", "beta", "good"),
        ("2026-11-21T10:00:00Z", "alpha", "hard"),
        ("2026-11-21T10:01:00Z", "pooling", "again"),
        ("2026-11-22T09:00:00Z", "alpha-one", "easy"),
    ] {
        home.say_at(at, &["grade", card, grade]);
    }
    let state = |card: &str| {
        let cards = home.json(&["cards", "--json"]);
        let found = cards.as_array().unwrap().iter().find(|one| one["id"] == card).unwrap().clone();
        found["reps"].as_u64().unwrap()
    };
    let one = home.say(&["undo"]);
    assert_eq!(one, "undone: alpha-one easy (2026-11-22T09:00:00.000Z) · One?\n");
    let two = home.say(&["undo", "2"]);
    let lines: Vec<&str> = two.lines().collect();
    assert!(
        lines[0].starts_with("undone: pooling again") && lines[1].starts_with("undone: alpha hard"),
        "{two}"
    );
    assert_eq!(["alpha-one", "pooling", "alpha", "beta"].map(state), [0, 0, 0, 1]);
    let rest = home.run(&["undo", "9"]);
    assert!(rest.status.success() && text(&rest.stdout).starts_with("undone: beta good"));
    assert!(text(&rest.stderr).contains("no more than 1"), "{}", text(&rest.stderr));
    assert_eq!(state("beta"), 0);
    assert_eq!(home.run(&["undo"]).status.code(), Some(1));
    assert_eq!(home.run(&["undo", "0"]).status.code(), Some(2));
}
