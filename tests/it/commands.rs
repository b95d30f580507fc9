//! The command line as scripts use it: the real binary, its output and its exit codes.

use crate::harness::home::{Home, text};
use crate::harness::run::program;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Stdio;

const NOTES: &str = "1.什么是卷积？\n局部连接\n\n2.什么是池化？\n降维\n3.没有答案的问题\n";

#[test]
fn check_prints_cards_and_diagnostics() {
    let home = Home::new();
    let file = home.write("notes.md", NOTES);
    let read = &home.json(&["check", &file, "--json"])[0];
    assert_eq!(read["encoding"], "UTF-8");
    assert_eq!(read["deck"], "notes");
    let lines = |card: &Value| {
        ["question_line", "answer_first_line", "answer_last_line"].map(|key| card[key].as_u64())
    };
    let cards: Vec<_> = read["cards"].as_array().unwrap().iter().map(lines).collect();
    assert_eq!(cards, [[Some(1), Some(2), Some(2)], [Some(4), Some(5), Some(5)], [Some(6), None, None]]);
    assert_eq!(read["diagnostics"][0]["line"], 6);
    assert_eq!(read["diagnostics"][0]["severity"], "warning");
    let people = home.run(&["check", &file]);
    assert!(text(&people.stdout).contains("6 | 3.没有答案的问题"), "{}", text(&people.stdout));
}

#[test]
fn a_script_studies_like_the_screen() {
    let home = Home::new();
    let first = home.json(&["next", "--json"]);
    assert_eq!(first["state"], "new");
    let seconds = ["again", "hard", "good"].map(|grade| first["intervals"][grade].as_i64().unwrap());
    assert_eq!(seconds, [60, 330, 600]);
    let card = first["card"].as_str().unwrap();
    assert!(home.run(&["grade", card, "good", "--ms", "5400"]).status.success());
    let second = home.json(&["next", "--json"]);
    assert_ne!(second["card"], first["card"]);
    assert_ne!(second["topic"], first["topic"], "related cards are not asked side by side");
    let cards = home.json(&["cards", "--json"]);
    let graded = cards.as_array().unwrap().iter().find(|other| other["id"] == card).unwrap();
    assert_eq!((graded["state"].as_str(), graded["reps"].as_u64()), (Some("learning"), Some(1)));
    assert_eq!(graded["due"], "2026-11-22T10:10:00.000Z");
    assert_eq!(home.json_at("2026-11-22T10:11:00Z", &["next", "--json"])["card"], card);
    let log = fs::read_to_string(home.path("data/progress.json")).unwrap();
    let log: Value = serde_json::from_str(&log).unwrap();
    assert_eq!(log[1]["ms"], 5400);
}

#[test]
fn a_deck_is_named_as_it_is_called_on_the_screen() {
    let home = Home::new();
    for name in ["fine-tuning", "Fine-tuning", "FINE-TUNING", "微调", "微調", "ｆｉｎｅ-tuning"] {
        assert_eq!(home.json(&["next", name, "--json"])["deck"], "fine-tuning", "{name}");
        let cards = home.json(&["export", "stats", name, "--format", "json"]);
        assert_eq!(cards["decks"][0]["deck"], "fine-tuning", "{name}");
    }
    for (file, title) in [("one.md", "Interview notes"), ("two.md", "interview NOTES")] {
        let notes = home.write(file, format!("# {title}\n\n1. What is {file}?\nA file.\n"));
        assert!(home.run(&["import", "--yes", &notes]).status.success());
    }
    let unknown = home.run(&["next", "Fine"]);
    assert!(!unknown.status.success());
    assert!(
        text(&unknown.stderr).contains("no deck or file named Fine; decks: "),
        "{}",
        text(&unknown.stderr)
    );
}

#[test]
fn words_of_the_screens_are_words_of_the_command_line() {
    let home = Home::new();
    for (grade, told) in [("3", "good"), ("困难", "hard"), ("重来", "again"), ("easy", "easy")] {
        let said = home.say(&["grade", "lora", grade]);
        assert!(said.contains(told), "{grade}: {said}");
    }
    assert!(home.say(&["asked", "pooling", "困难"]).contains("hard"));
    assert!(home.say(&["--lang", "zh", "undo"]).contains("简单"));
    let wrong = home.run(&["grade", "lora", "good", "--ms", "-1"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(!text(&wrong.stderr).contains("-- -1"), "{}", text(&wrong.stderr));
    let mode = home.run(&["study", "lora.md", "--mode", "默写"]);
    assert!(!text(&mode.stderr).contains("--mode"), "{}", text(&mode.stderr));
    let one = home.json(&["cards", "fine-tuning", "--json"]);
    assert!(one.as_array().unwrap().iter().all(|card| card["deck"] == "fine-tuning"), "{one}");
    let file = home.write("notes.md", NOTES);
    let open = home.json(&["cards", &file, "is:unanswered", "--json"]);
    assert_eq!(open.as_array().unwrap().len(), 1, "{open}");
}

#[test]
fn the_daily_limit_holds_over_all_sessions_of_a_day() {
    let home = Home::new();
    let mut asked = 0;
    loop {
        let next = home.json(&["next", "--json"]);
        if next["state"] != "new" {
            break;
        }
        home.run(&["grade", next["card"].as_str().unwrap(), "easy"]);
        asked += 1;
    }
    assert_eq!(asked, 20);
    let done = home.json(&["next", "--json"]);
    assert_eq!(done, serde_json::json!({"done": true, "next_due": "2026-11-23T04:00:00.000Z"}));
    assert_eq!(home.json_at("2026-11-23T03:59:00Z", &["next", "--json"])["done"], true);
    assert_eq!(home.json_at("2026-11-23T04:00:00Z", &["next", "--json"])["state"], "new");
}

#[test]
fn edits_of_the_notes_keep_progress() {
    let home = Home::new();
    let file = home.write("notes.md", NOTES);
    let card = home.json(&["next", &file, "--json"])["card"].as_str().unwrap().to_owned();
    home.say(&["grade", &card, "good", "--in", &file]);
    let reps = |text: &str| {
        home.write("notes.md", text);
        let cards = home.json(&["cards", "--deck", &file, "--json"]);
        cards.as_array().unwrap().iter().map(|card| card["reps"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(reps(NOTES), [1, 0, 0]);
    for (edit, edited, expected) in [
        ("another answer", NOTES.replace("局部连接", "共享权值，\n局部连接"), vec![1, 0, 0]),
        (
            "other numbers",
            NOTES.replace("1.", "11.").replace("2.", "12.").replace("3.", "13."),
            vec![1, 0, 0],
        ),
        ("a card above", format!("0.新的问题？\n答案\n{NOTES}"), vec![0, 1, 0, 0]),
        ("another order", "1.什么是池化？\n降维\n2.什么是卷积？\n局部连接\n".to_owned(), vec![0, 1]),
        ("bold and spaces", NOTES.replace("1.什么是卷积？", "1. **什么是 卷积?**"), vec![1, 0, 0]),
        ("windows line ends", NOTES.replace('\n', "\r\n"), vec![1, 0, 0]),
    ] {
        assert_eq!(reps(&edited), expected, "{edit}");
    }
}

#[test]
fn bad_input_gets_an_answer_that_helps() {
    let home = Home::new();
    let essay = home.write("essay.md", "Just an essay.\n");
    let binary = home.path("binary.md");
    fs::write(&binary, (0..=255u8).cycle().take(10_000).collect::<Vec<u8>>()).unwrap();
    let empty = home.write("empty.md", "");
    let missing = home.path("missing.md");
    for (arguments, code, told) in [
        (vec!["check", missing.to_str().unwrap()], 1, "missing.md"),
        (vec!["check", &empty], 1, "no questions found"),
        (vec!["check", binary.to_str().unwrap()], 1, "binary.md"),
        (vec!["next", &essay], 1, "no questions found"),
        (vec!["next", "no-such-deck"], 1, "decks: deep-learning"),
        (vec!["grade", "pooling", "perfect"], 2, "again, hard, good, easy"),
        (vec!["check", "--style", "x", &essay], 1, "numbered"),
        (vec!["frobnicate"], 2, "unrecognized"),
        (vec!["cards", "--at", "yesterday"], 1, "not a time"),
        (vec![], 1, "needs a terminal"),
        (vec!["study"], 1, "needs a terminal"),
    ] {
        let output = home.run(&arguments);
        let all = text(&output.stdout) + &text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {all}");
        assert!(all.contains(told), "{arguments:?}: {all}");
    }
}

#[test]
fn a_foreign_progress_file_is_refused_and_left_alone() {
    for foreign in ["{\"cards\": []}", "[{\"backprop\":\"progress\",\"version\":99}\n]\n", "\u{0}\u{1}\u{2}"]
    {
        let home = Home::new();
        fs::create_dir_all(home.path("data")).unwrap();
        home.write("data/progress.json", foreign);
        let output = home.run(&["grade", "pooling", "good"]);
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert!(told.contains("progress.json") && told.contains("line 1"), "{told}");
        assert_eq!(fs::read_to_string(home.path("data/progress.json")).unwrap(), foreign);
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let home = Home::new();
    let mut child = program(home.path("data"))
        .args(["cards", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn control_codes_in_notes_and_names_do_not_get_out() {
    let home = Home::new();
    // Windows has no names with the codes of ASCII.
    let name = if cfg!(windows) { "evil\u{9b}31m\u{202e}.md" } else { "evil\u{1b}]0;x\u{7}.md" };
    let file = home.write(name, "1. a\u{1b}[2Jb\u{9b}31m?\nx\u{1b}]52;c;eA==\u{7}y\u{202e}\n2. \u{1b}c\n");
    for arguments in [
        vec!["check", &file],
        vec!["check", &file, "--json"],
        vec!["next", &file],
        vec!["cards", "--deck", &file],
    ] {
        let output = home.run(&arguments);
        let all = text(&output.stdout) + &text(&output.stderr);
        let acts = |letter: char| {
            letter.is_control() && letter != '\n' || ('\u{202a}'..='\u{202e}').contains(&letter)
        };
        assert!(!all.contains(acts), "{arguments:?}: {all:?}");
    }
}

#[test]
fn a_folder_with_a_hopeless_file_still_gives_the_others() {
    let home = Home::new();
    fs::create_dir(home.path("notes")).unwrap();
    home.write("notes/good.md", NOTES);
    home.write("notes/essay.md", "Nothing to ask.\n");
    fs::write(home.path("notes/binary.md"), [0u8, 255, 1, 254]).unwrap();
    let cards = home.json(&["cards", "--deck", home.path("notes").to_str().unwrap(), "--json"]);
    assert_eq!(cards.as_array().unwrap().len(), 3);
    assert!(Path::new(&home.path("notes/good.md")).exists());
}

#[test]
fn what_a_real_interview_asked_is_noted() {
    let home = Home::new();
    let told = |arguments: &[&str]| {
        let output = home.run(arguments);
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(told(&["asked", "pooling", "hard"]), (Some(0), "pooling asked once, last time hard\n".into()));
    let zh = ["asked", "pooling", "again", "--lang", "zh"];
    assert_eq!(told(&zh), (Some(0), "pooling 被问过 2 次，最近一次：重来\n".into()));
    let log = fs::read_to_string(home.path("data/progress.json")).unwrap();
    assert_eq!(log.matches(r#""card":"pooling","event":"asked","went":"#).count(), 2, "{log}");
    let unknown = home.run(&["asked", "poling", "hard"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(String::from_utf8(unknown.stderr).unwrap().contains("no card has the id poling"));
    assert_eq!(home.run(&["asked", "pooling", "fine"]).status.code(), Some(2));
    // A round needs a terminal, and says so; its numbers have bounds.
    assert_eq!(home.run(&["interview"]).status.code(), Some(1));
    assert_eq!(home.run(&["interview", "--questions", "0"]).status.code(), Some(2));
    assert_eq!(home.run(&["interview", "--minutes", "241"]).status.code(), Some(2));
}

const FOLLOWED: &str = "# Deck\n\n## A\n\n### Late?\n\n<!-- id: late; after: early -->\n\n- x\n\n### Early?\n\n<!-- id: early; importance: 3 -->\n\n- y\n\nFollow-ups:\n\n#### And then?\n\n<!-- id: then -->\n\nz\n";

/// The next card of the notes, at an hour of the test's day.
fn next_of(home: &Home, hour: u32, notes: &str) -> String {
    let text = home.say_at(&format!("2026-11-22T{hour:02}:00:00Z"), &["next", "--json", notes]);
    let next: serde_json::Value = serde_json::from_str(&text).unwrap();
    next["card"].as_str().unwrap_or("none").to_owned()
}

#[test]
fn what_comes_before_is_asked_before_and_follow_ups_wait_for_their_parent() {
    let home = Home::new();
    let notes = home.write("notes.md", FOLLOWED);
    assert_eq!(next_of(&home, 10, &notes), "early", "a prerequisite comes first");
    home.say_at("2026-11-22T10:00:00Z", &["grade", "early", "again", "--in", &notes]);
    assert_eq!(next_of(&home, 11, &notes), "early", "a learning step is due");
    home.say_at("2026-11-22T11:00:00Z", &["grade", "late", "easy", "--in", &notes]);
    home.say_at("2026-11-22T11:00:00Z", &["grade", "early", "again"]);
    let cards = home.say_at("2026-11-22T11:00:30Z", &["next", "--json", &notes]);
    assert!(!cards.contains("\"then\""), "the parent was not recalled: {cards}");
    home.say_at("2026-11-22T12:00:00Z", &["grade", "early", "easy"]);
    home.say_at("2026-11-24T12:00:00Z", &["grade", "early", "good"]);
    home.say_at("2026-11-24T12:01:00Z", &["grade", "late", "good"]);
    let later = home.say_at("2026-11-25T12:00:00Z", &["next", "--json", &notes]);
    assert!(later.contains("\"then\""), "open once the parent was recalled: {later}");
}
