//! Two cards are two cards: what differs in meaning has an identity of its own, in one file and in two.

use crate::harness::home::{Home, is_own, text};
use serde_json::Value;

/// Questions that differ in one sign.
const PAIRS: &[(&str, &str)] = &[
    ("What is $P(A|B)$?", "What is $P(A,B)$?"),
    ("When is a != b?", "When is a = b?"),
    ("When is a == b?", "When is a = b?"),
    ("When is a ≠ b?", "When is a = b?"),
    ("When is a <= b?", "When is a < b?"),
    ("When is a ≤ b?", "When is a ≥ b?"),
    ("When is a ~ b?", "When is a ≈ b?"),
    ("What does *args do?", "What does **args do?"),
    ("What does *args do?", "What does args do?"),
    ("What is f(-1)?", "What is f(1)?"),
    ("What is −1 here?", "What is 1 here?"),
    ("What is ±1 here?", "What is +1 here?"),
    ("What does R² say?", "What does R2 say?"),
    ("What does R₂ say?", "What does R2 say?"),
    ("What is x³ here?", "What is x² here?"),
    ("What is p̂ here?", "What is p here?"),
    ("What is x̄ here?", "What is x here?"),
    ("What is é for?", "What is e for?"),
    ("What is ñ for?", "What is n for?"),
    ("Why C?", "Why C++?"),
    ("Why C#?", "Why C++?"),
    ("Why .NET here?", "Why NET here?"),
    ("What is f' here?", "What is f here?"),
    ("What is f'' here?", "What is f' here?"),
    ("What is x* here?", "What is x here?"),
    ("What is a*b here?", "What is ab here?"),
    ("What is 2**3 here?", "What is 2*3 here?"),
    ("What is a/b here?", "What is ab here?"),
    ("What is a//b here?", "What is a/b here?"),
    ("What is a % b here?", "What is a & b here?"),
    ("What is a && b here?", "What is a & b here?"),
    ("What is a || b here?", "What is a | b here?"),
    ("What is ¬A here?", "What is A here?"),
    ("What is A → B here?", "What is A ← B here?"),
    ("What is A ⇒ B here?", "What is A ⇔ B here?"),
    ("What is A ∩ B here?", "What is A ∪ B here?"),
    ("What is a × b here?", "What is a · b here?"),
    ("How much is 10% here?", "How much is 10 here?"),
    ("What is ~x here?", "What is x here?"),
    ("What is @x here?", "What is x here?"),
    ("What is #x here?", "What is x here?"),
    ("What is 5! here?", "What is 5 here?"),
    ("What is $n!$?", "What is $n$?"),
    ("What is snake_case here?", "What is snakecase here?"),
    ("What is __init__ for?", "What is init for?"),
    ("Что такое ё?", "Что такое е?"),
    ("What is α here?", "What is a here?"),
    ("What is [0, 1) here?", "What is [0, 1] here?"),
    ("What is (0, 1) here?", "What is {0, 1} here?"),
    ("What is Vec<T> here?", "What is VecT here?"),
    ("What are <CLS> tokens?", "What are CLS tokens?"),
    ("What is a:b here?", "What is a;b here?"),
    ("What is a.b here?", "What is a,b here?"),
    ("What is x^2 here?", "What is x_2 here?"),
    ("What is `List` here?", "What is `list` here?"),
    ("What is `a[i]` here?", "What is `a(i)` here?"),
    ("What is $X$ here?", "What is $x$ here?"),
    ("What is $x_i$ here?", "What is $x^i$ here?"),
    ("What is $\\hat{p}$ here?", "What is $\\bar{p}$ here?"),
    ("What is $\\|x\\|$ here?", "What is $|x|$ here?"),
    ("什么是 a→b？", "什么是 a←b？"),
    ("什么是“¬p”？", "什么是“p”？"),
];

fn notes(cards: &[(&str, &str)]) -> String {
    (1..)
        .zip(cards)
        .map(|(number, (question, answer))| format!("## {number}. {question}\n\n{answer}\n\n"))
        .collect()
}

/// The learner's own cards.
fn own(home: &Home, now: &str) -> Vec<Value> {
    let Value::Array(mut cards) = home.json_at(now, &["cards", "--json"]) else { panic!() };
    cards.retain(is_own);
    cards
}

/// Own questions with how often each was answered, in order.
fn answered(home: &Home, now: &str) -> Vec<(String, u64)> {
    let told = |card: &Value| (card["question"].as_str().unwrap().to_owned(), card["reps"].as_u64().unwrap());
    own(home, now).iter().map(told).collect()
}

fn id_of(home: &Home, deck: &str, question: &str) -> String {
    let cards = own(home, "2026-11-22T10:00:00Z");
    let found = cards.iter().find(|card| card["deck"] == deck && card["question"] == question);
    found.unwrap_or_else(|| panic!("{deck}: {question}"))["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_sign_makes_two_cards_in_one_file_and_in_two() {
    let home = Home::new();
    for (one, other) in PAIRS {
        let both = home.write("both.md", notes(&[(one, "First answer."), (other, "Second answer.")]));
        let checked = home.json(&["check", "--json", &both]);
        let cards = checked[0]["cards"].as_array().unwrap();
        assert_eq!(cards.len(), 2, "{one} {other}");
        assert_ne!(cards[0]["id"], cards[1]["id"], "{one} {other}");
        assert_eq!(checked[0]["diagnostics"].as_array().unwrap().len(), 0, "{one} {other}: {checked}");
    }
    let side = |pick: fn(&(&'static str, &'static str)) -> &'static str| {
        let mut met = std::collections::HashSet::new();
        let questions: Vec<&str> = PAIRS.iter().map(pick).filter(|question| met.insert(*question)).collect();
        questions.into_iter().map(|question| (question, "The answer.")).collect::<Vec<_>>()
    };
    let (left, right) = (side(|pair| pair.0), side(|pair| pair.1));
    home.write("left.md", notes(&left));
    home.write("right.md", notes(&right));
    home.say(&["import", "--yes", &home.name("left.md"), &home.name("right.md")]);
    let cards = own(&home, "2026-11-22T10:00:00Z");
    let all: std::collections::HashSet<&str> =
        left.iter().chain(&right).map(|(question, _)| *question).collect();
    assert_eq!(cards.len(), all.len(), "none hides another");
}

#[test]
fn swapping_two_such_questions_swaps_no_histories() {
    let home = Home::new();
    let (one, other) = (("What is $P(A|B)$?", "Given B."), ("What is $P(A,B)$?", "Both."));
    let path = home.write("p.md", notes(&[one, other]));
    home.say(&["import", "--yes", "--link", &path]);
    home.say(&["grade", &id_of(&home, "p", one.0), "good"]);
    home.write("p.md", notes(&[other, one]));
    let now = "2026-11-22T10:05:00Z";
    assert_eq!(answered(&home, now), [(other.0.to_owned(), 0), (one.0.to_owned(), 1)]);
}

#[test]
fn twins_keep_their_histories_wherever_they_stand() {
    let home = Home::new();
    let (fast, small) =
        (("Advantages?", "It is fast on most machines."), ("Advantages?", "Small: it fits in memory."));
    let path = home.write("t.md", notes(&[fast, ("Why?", "x")]));
    home.say(&["import", "--yes", "--link", &path]);
    home.say(&["grade", &id_of(&home, "t", "Advantages?"), "good"]);
    // A twin comes, even before it.
    home.write("t.md", notes(&[small, fast, ("Why?", "x")]));
    let reps = |now: &str| answered(&home, now).into_iter().map(|(_, reps)| reps).collect::<Vec<_>>();
    assert_eq!(reps("2026-11-22T10:05:00Z"), [0, 1, 0]);
    home.write("t.md", notes(&[fast, ("Why?", "x"), small]));
    assert_eq!(reps("2026-11-22T10:10:00Z"), [1, 0, 0]);
    // Its answer is edited.
    let faster = ("Advantages?", "It is fast on nearly all machines.");
    home.write("t.md", notes(&[("Why?", "x"), small, faster]));
    assert_eq!(reps("2026-11-22T10:15:00Z"), [0, 0, 1]);
    // It goes: what is left has nothing of it.
    home.write("t.md", notes(&[("Why?", "x"), small]));
    assert_eq!(reps("2026-11-22T10:20:00Z"), [0, 0]);
    // And what is left is edited, and keeps what it has, also when the other comes back.
    home.say(&["grade", &id_of(&home, "t", "Advantages?"), "good"]);
    let smaller = ("Advantages?", "Small: it fits in any memory.");
    home.write("t.md", notes(&[("Why?", "x"), smaller]));
    assert_eq!(reps("2026-11-22T10:25:00Z"), [0, 1]);
    home.write("t.md", notes(&[faster, ("Why?", "x"), smaller]));
    assert_eq!(reps("2026-11-22T10:30:00Z"), [1, 0, 1]);
}

#[test]
fn the_same_question_with_another_answer_is_asked_and_told_with_both_places() {
    let home = Home::new();
    let first =
        home.write("week1.md", notes(&[("What is a key?", "What opens a door."), ("Why?", "Because.")]));
    let later = home.write(
        "week9.md",
        notes(&[
            ("Where?", "There."),
            ("What is a key?", "What a query is compared with."),
            ("Why?", "because"),
        ]),
    );
    let checked = home.json(&["check", "--json", &first, &later]);
    let told = &checked[1]["diagnostics"][0];
    assert_eq!(told["line"], 5, "{checked}");
    let message = told["message"].as_str().unwrap();
    assert!(message.contains("week1.md") && message.contains("line 1"), "{message}");
    let told = &checked[1]["diagnostics"][1];
    assert_eq!((&told["line"], &told["severity"]), (&9.into(), &"note".into()), "{checked}");
    let message = told["message"].as_str().unwrap();
    assert!(message.contains("week1.md, line 5") && message.contains("the same answer"), "{message}");
    let output = home.run(&["import", "--yes", &first, &later]);
    let said = text(&output.stderr);
    assert!(said.contains("week9.md, line 5") && said.contains("week1.md, line 1"), "{said}");
    let questions: Vec<String> =
        answered(&home, "2026-11-22T10:00:00Z").into_iter().map(|(question, _)| question).collect();
    assert_eq!(
        questions,
        ["What is a key?", "Why?", "Where?", "What is a key?"],
        "the one with one answer is one"
    );
    let output = home.run(&["cards"]);
    assert!(!text(&output.stderr).contains("both are asked"), "told once");

    let id = id_of(&home, "week9", "What is a key?");
    assert_ne!(id, id_of(&home, "week1", "What is a key?"));
    home.say(&["grade", &id, "good"]);
    let of_deck = |deck: &str, now: &str| home.json_at(now, &["cards", "--json", "--deck", deck]);
    assert_eq!(of_deck("week9", "2026-11-22T10:05:00Z")[1]["reps"], 1, "also when it is opened alone");
    assert_eq!(of_deck("week1", "2026-11-22T10:05:00Z")[0]["reps"], 0);
    // The answer is edited, and the first file goes.
    home.write(
        "week9.md",
        notes(&[("Where?", "There."), ("What is a key?", "What a query is compared with by a product.")]),
    );
    home.say_at("2026-11-22T10:10:00Z", &["import", "--yes", &later]);
    assert_eq!(of_deck("week9", "2026-11-22T10:10:00Z")[1]["reps"], 1);
    home.say_at("2026-11-22T10:12:00Z", &["remove", "week1"]);
    assert_eq!(answered(&home, "2026-11-22T10:15:00Z")[1], ("What is a key?".to_owned(), 1));
}

#[test]
fn copies_that_sync_tools_leave_are_told_and_left_out() {
    let home = Home::new();
    let folder = home.path("notes");
    std::fs::create_dir(&folder).unwrap();
    let good = notes(&[("What is a?", "The new answer."), ("What is b?", "y")]);
    let stale = notes(&[("What is a?", "The old answer."), ("What is b?", "y"), ("What is c?", "z")]);
    std::fs::write(folder.join("n.md"), &good).unwrap();
    let copies = [
        "n (conflicted copy 2026-11-01).md",
        "n 2.md",
        "n.sync-conflict-20261101-101500-ABC2DEF.md",
        "n(1).md",
    ];
    for copy in copies {
        std::fs::write(folder.join(copy), &stale).unwrap();
    }
    std::fs::write(folder.join("n 3.md"), notes(&[("Another chapter?", "Yes.")])).unwrap();
    let path = folder.to_str().unwrap().to_owned();
    for arguments in [vec!["check", path.as_str()], vec!["import", "--yes", "--link", &path], vec!["cards"]] {
        let said = text(&home.run(&arguments).stderr);
        for copy in copies {
            assert!(said.contains(&format!("{copy}: looks like a copy of n.md")), "{arguments:?}: {said}");
        }
    }
    let cards = own(&home, "2026-11-22T10:00:00Z");
    let told: Vec<(&str, &str)> = cards
        .iter()
        .map(|card| (card["deck"].as_str().unwrap(), card["question"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [("n-3", "Another chapter?"), ("n", "What is a?"), ("n", "What is b?")]);
    let answer = home.json(&["next", "--json", "n"])["answer"].as_str().unwrap().to_owned();
    assert_eq!(answer, "The new answer.");
    // Who names it has it read.
    let named = folder.join("n 2.md");
    let checked = home.json(&["check", "--json", named.to_str().unwrap()]);
    assert_eq!(checked[0]["cards"].as_array().unwrap().len(), 3);
}
