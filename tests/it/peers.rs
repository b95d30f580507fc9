//! Decks of other programs, unchanged: imported, asked and graded through the commands. And decks taken
//! out of the library again.

use crate::harness::run::program;
use backprop::store::builtin::BUILTIN;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Output;

struct Home(tempfile::TempDir);

impl Home {
    fn new(files: &[(&str, &str)]) -> Home {
        let home = Home(tempfile::tempdir().unwrap());
        for (name, text) in files {
            fs::create_dir_all(home.path(name).parent().unwrap()).unwrap();
            fs::write(home.path(name), text).unwrap();
        }
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        program(self.path("data")).args(arguments).current_dir(self.0.path()).output().unwrap()
    }

    fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.ok(arguments)).unwrap()
    }

    /// Studies a deck to its end as a script does: every question once, graded easy. Gives questions
    /// with their answers.
    fn study(&self, deck: &str) -> Vec<(String, String)> {
        let mut asked = Vec::new();
        loop {
            let next = self.json(&["next", deck, "--json"]);
            if next["done"] == true {
                return asked;
            }
            let part = |name: &str| next[name].as_str().unwrap().to_owned();
            asked.push((part("question"), part("answer")));
            let card = part("card");
            let mut grade = vec!["grade", &card, "easy"];
            if deck.contains('.') {
                grade.extend(["--in", deck]);
            }
            self.ok(&grade);
            assert!(asked.len() < 50, "the session ends");
        }
    }
}

/// hashcards: front matter with a name, answers over several lines, clozes with several holes, code and
/// links whose brackets are no holes, formulas, images, and rules between cards.
const HASHCARDS: &str = "\
---
name = \"Networks\"
---

Q: What is the order of a group?
A: The cardinality of its underlying set.

Q: List the parts of a neuron.
A:

- weights
- a bias

1. and an activation

---

C: The [order] of a group is [the cardinality of its underlying set].

C:
Better is the sight of the eyes than the wandering of the
desire, see `x[0]` and [the book](https://example.org).

— [Ecclesiastes] [6]:[9]

Q: What does this show?

![diagram](images/diagram.png)

A: $e^{i\\pi} + 1 = 0$
";

const OF_HASHCARDS: [(&str, &str); 5] = [
    ("What is the order of a group?", "The cardinality of its underlying set."),
    ("List the parts of a neuron.", "- weights\n- a bias\n\n1. and an activation"),
    ("The […] of a group is […].", "The order of a group is the cardinality of its underlying set."),
    (
        "Better is the sight of the eyes than the wandering of the\ndesire, see `x[0]` and [the book](https://example.org).\n\n— […] […]:[…]",
        "Better is the sight of the eyes than the wandering of the\ndesire, see `x[0]` and [the book](https://example.org).\n\n— Ecclesiastes 6:9",
    ),
    ("What does this show?\n\n![diagram](images/diagram.png)", "$e^{i\\pi} + 1 = 0$"),
];

/// repeater: the same labels in ordinary notes, cards apart by rules or by nothing at all.
const REPEATER: &str = "\
# Notes on optimisers

Text that is no card.

Q: What is momentum?
A: A running average of gradients.
It smooths the path.
---
C: Adam keeps [two] averages: of the [gradient] and of its [square].

Q: 什么是学习率？
A: 步长。
";

const OF_REPEATER: [(&str, &str); 3] = [
    ("What is momentum?", "A running average of gradients.\nIt smooths the path."),
    (
        "Adam keeps […] averages: of the […] and of its […].",
        "Adam keeps two averages: of the gradient and of its square.",
    ),
    ("什么是学习率？", "步长。"),
];

fn sorted(rows: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>) -> Vec<(String, String)> {
    let mut rows: Vec<_> = rows.into_iter().map(|(one, other)| (one.into(), other.into())).collect();
    rows.sort();
    rows
}

#[test]
fn decks_of_peers_are_studied_unchanged() {
    let home = Home::new(&[("cards/hash.md", HASHCARDS), ("cards/repeater.md", REPEATER)]);
    home.ok(&["import", "cards", "--yes"]);
    assert_eq!(sorted(home.study("hash")), sorted(OF_HASHCARDS));
    assert_eq!(sorted(home.study("repeater")), sorted(OF_REPEATER));
    assert_eq!(fs::read_to_string(home.path("cards/hash.md")).unwrap(), HASHCARDS);
}

#[test]
fn decks_of_peers_are_studied_without_an_import() {
    let home = Home::new(&[("hash.md", HASHCARDS)]);
    assert_eq!(sorted(home.study("hash.md")), sorted(OF_HASHCARDS));
}

#[test]
fn a_hopeless_file_does_not_keep_the_others_out() {
    let home = Home::new(&[
        ("notes/good.md", "1. What is a unit?\n\nA node.\n\n2. What is a layer?\n\nUnits.\n"),
        ("notes/essay.md", "Only text, and nothing is asked in it.\n"),
        ("notes/deck.md", REPEATER),
    ]);
    fs::write(home.path("notes/broken.md"), [0u8, 1, 2, 255, 254, 0, 7]).unwrap();
    home.ok(&["import", "notes", "--yes"]);
    assert_eq!(home.study("good").len(), 2);
    assert_eq!(home.study("deck").len(), 3);
}

#[test]
fn a_removed_deck_leaves_its_progress_and_its_file() {
    let home = Home::new(&[
        ("a.md", REPEATER),
        ("b.md", "1. What is a unit?\n\nA node.\n\n2. Why layers?\n\nDepth.\n"),
    ]);
    home.ok(&["import", "a.md", "--yes"]);
    home.ok(&["import", "b.md", "--link", "--yes"]);
    home.study("a");
    // No name, where one stands, and what is above mean nothing that was imported.
    for nothing in ["", ".", "/"] {
        assert!(!home.run(&["remove", nothing]).status.success(), "{nothing:?}");
    }
    let removed = home.json(&["remove", "a", "b.md", "--json"]);
    assert_eq!(
        (&removed[0]["deck"], &removed[0]["how"], &removed[1]["how"]),
        (&"a".into(), &"copy".into(), &"link".into())
    );
    let aside = removed[0]["aside"].as_str().unwrap();
    assert_eq!(fs::read_to_string(aside).unwrap(), REPEATER);
    // What goes aside is the mirror; the user's own file stays.
    let mirror = removed[1]["aside"].as_str().unwrap();
    assert!(home.path("b.md").exists() && mirror != home.path("b.md").to_str().unwrap());
    assert_eq!(fs::read(mirror).unwrap(), fs::read(home.path("b.md")).unwrap());
    let decks = |home: &Home| {
        home.json(&["cards", "--json"])
            .as_array()
            .unwrap()
            .iter()
            .filter(|card| BUILTIN.iter().all(|deck| card["deck"] != deck.name))
            .count()
    };
    assert_eq!(decks(&home), 0);
    let again = home.run(&["remove", "a"]);
    assert!(
        !again.status.success()
            && String::from_utf8_lossy(&again.stderr).contains("no imported deck is called a")
    );
    home.ok(&["import", "a.md", "--yes"]);
    let cards = home.json(&["cards", "--deck", "a", "--json"]);
    assert!(cards.as_array().unwrap().iter().all(|card| card["reps"] == 1), "{cards}");
}
