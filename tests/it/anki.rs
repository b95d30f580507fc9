//! Packages as the real Anki library reads and writes them. Where Python has no module `anki` the tests
//! are skipped, with a message.

#![cfg(feature = "anki")]

use crate::harness::home::Home;
use crate::harness::not_run;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a script makes of the library; `None` where that is not installed.
fn anki(script: &str, arguments: &[&str]) -> Option<Value> {
    let python = |arguments: &[&str]| {
        Command::new("python3").args(arguments).env("TZ", "UTC").stdin(Stdio::null()).output()
    };
    if !python(&["-c", "import anki.collection"]).is_ok_and(|output| output.status.success()) {
        not_run("what Anki itself reads and writes", "Python has no module anki");
        return None;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anki").join(script);
    let output = python(&[&[script.to_str().unwrap()], arguments].concat()).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

const NOTES: &str = "# 深度学习

## CNN

1. 什么是卷积？它与 $f*g$ 有何关系
<!-- id: conv -->
局部连接，**权重共享**：$y_i = \\sum_j w_j x_{i+j}$，当 $a<b$ 时

$$
\\frac{\\partial L}{\\partial w}
$$

![图](img/卷积%201.png)

2. What does pooling do?
<!-- id: pool -->
```python
x = a < b and \"c\"
```

| a | b |
|---|--:|
| 1 | 2 |

## RNN

3. Why gates?
<!-- id: gate -->
- they keep gradients
- <script>alert(1)</script> they forget

4. Never asked?
<!-- id: never -->
x

5. Suspended?
<!-- id: out -->
x

6. Learning?
<!-- id: step -->
x

7. Forgotten?
<!-- id: lapse -->
x
";

/// A deck that was studied for some weeks.
fn studied() -> Home {
    let home = Home::new();
    fs::create_dir(home.path("img")).unwrap();
    fs::write(home.path("img/卷积 1.png"), b"\x89PNG\r\n\x1a\n not a real one").unwrap();
    fs::write(home.path("notes.md"), NOTES).unwrap();
    home.say_at(NOW, &["import", "-y", &home.name("notes.md")]);
    for (at, card, grade) in [
        ("2026-10-01T10:00:00Z", "conv", "good"),
        ("2026-10-01T10:00:30Z", "pool", "easy"),
        ("2026-10-01T10:01:00Z", "gate", "again"),
        ("2026-10-01T10:03:00Z", "gate", "hard"),
        ("2026-10-01T10:11:00Z", "conv", "good"),
        ("2026-10-01T10:12:00Z", "gate", "good"),
        ("2026-10-01T10:23:00Z", "gate", "good"),
        ("2026-10-02T23:00:00Z", "gate", "good"),
        ("2026-10-04T02:30:00Z", "conv", "good"),
        ("2026-10-05T08:00:00Z", "lapse", "easy"),
        ("2026-10-09T08:00:00Z", "pool", "hard"),
        ("2026-10-12T08:00:00Z", "out", "easy"),
        ("2026-10-17T08:00:00Z", "conv", "easy"),
        ("2026-10-30T08:00:00Z", "pool", "again"),
        ("2026-10-30T08:11:00Z", "pool", "good"),
        ("2026-11-20T08:00:00Z", "step", "good"),
        ("2026-11-20T08:01:00Z", "lapse", "again"),
    ] {
        home.say_at(NOW, &["grade", card, grade, "--ms", "4321", "--at", at]);
    }
    let log = home.path("data/progress.json");
    let text = fs::read_to_string(&log).unwrap();
    let more = "\
        ,{\"at\":\"2026-11-20T09:00:00.000Z\",\"day\":\"2026-11-20\",\"card\":\"out\",\"event\":\"suspend\"}\n\
        ,{\"at\":\"2026-11-20T09:00:01.000Z\",\"day\":\"2026-11-20\",\"card\":\"gate\",\"event\":\"flag\"}\n]\n";
    fs::write(&log, text.replace("]\n", more)).unwrap();
    home
}

const NOW: &str = "2026-11-20T10:00:00Z";

#[test]
fn anki_has_the_same_cards_memory_due_dates_reviews_and_images() {
    let home = studied();
    let package = home.name("deck.apkg");
    home.say_at(NOW, &["export", "deck", "notes", "--format", "apkg", "-o", &package]);
    fs::create_dir(home.path("anki")).unwrap();
    let Some(there) = anki("read.py", &[&package, &home.name("anki")]) else { return };
    let here = home.json_at(NOW, &["cards", "--deck", "notes", "--json"]);
    let (here, cards) = (here.as_array().unwrap(), there["cards"].as_array().unwrap());
    assert_eq!((here.len(), there["new"].as_u64()), (7, Some(7)));
    let reviews = home.say_at(NOW, &["export", "reviews", "notes", "--format", "jsonl"]);
    let reviews: Vec<Value> = reviews.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for (mine, card) in here.iter().zip(cards) {
        let name = mine["id"].as_str().unwrap();
        assert_eq!(card["guid"], format!("backprop:{name}"));
        assert_eq!(card["deck"], "深度学习");
        for figure in ["stability", "difficulty"] {
            match (mine[figure].as_f64(), card[figure].as_f64()) {
                // Anki keeps four decimals of stability and three of difficulty.
                (Some(mine), Some(card)) => {
                    assert!((mine - card).abs() <= 0.0005, "{name} {figure}: {mine} {card}");
                }
                (mine, card) => assert_eq!(mine, card, "{name} {figure}"),
            }
        }
        match card["due"].as_str() {
            Some(day) => {
                assert!(mine["due"].as_str().unwrap().starts_with(day), "{name}: {} {day}", mine["due"]);
            }
            None if name == "never" => assert_eq!(mine["due"], Value::Null),
            None => {
                let due = backprop::day::At::parse(mine["due"].as_str().unwrap()).unwrap();
                assert_eq!(card["due"].as_i64().unwrap(), due.0 / 1000, "{name}");
            }
        }
        for figure in ["reps", "lapses"] {
            assert_eq!(mine[figure], card[figure], "{name} {figure}");
        }
        assert_eq!(card["queue"] == -1, mine["suspended"].as_bool().unwrap(), "{name}");
        assert_eq!(card["flag"], i32::from(name == "gate"));
        let there: Vec<_> = (card["reviews"].as_array().unwrap().iter())
            .map(|row| (row[0].as_i64().unwrap(), row[1].as_i64().unwrap(), row[3].as_u64().unwrap()))
            .collect();
        let grades = ["again", "hard", "good", "easy"];
        let own: Vec<_> = (reviews.iter().filter(|review| review["card"] == name))
            .map(|review| {
                let at = backprop::day::At::parse(review["at"].as_str().unwrap()).unwrap().0;
                let ease = grades.iter().position(|grade| review["grade"] == *grade).unwrap() as i64 + 1;
                (at, ease, review["ms"].as_u64().unwrap())
            })
            .collect();
        assert_eq!(there, own, "{name}");
        assert_ne!(card["checksum"], 0);
    }
    let types: Vec<_> = cards.iter().map(|card| card["type"].as_i64().unwrap()).collect();
    assert_eq!(types, [2, 2, 2, 0, 2, 1, 3]);
    let media = there["media"].as_array().unwrap();
    assert_eq!(media.len(), 1, "{media:?}");
    let answer = cards[0]["fields"][1].as_str().unwrap();
    assert!(answer.contains(&format!("<img src=\"{}\" alt=\"图\">", media[0].as_str().unwrap())), "{answer}");
    assert!(
        answer.contains("\\(y_i = \\sum_j w_j x_{i+j}\\)") && answer.contains("\\(a&lt;b\\)"),
        "{answer}"
    );
    assert!(cards[0]["fields"][0].as_str().unwrap().contains("\\(f*g\\)"));
    assert!(cards[1]["fields"][1].as_str().unwrap().contains("x = a &lt; b and &quot;c&quot;"));
    assert!(!cards[2]["fields"][1].as_str().unwrap().contains("script"));
    assert_eq!(cards[2]["tags"], serde_json::json!(["RNN"]));
    assert_eq!(there["problems"], "Database rebuilt and optimized.");
}

/// The layouts that Anki writes, and what it calls them.
const LAYOUTS: [&str; 3] = ["legacy.apkg", "latest.apkg", "whole.colpkg"];

#[test]
fn what_anki_made_comes_back_with_its_review_log() {
    let home = Home::new();
    fs::create_dir(home.path("anki")).unwrap();
    let Some(made) = anki("write.py", &[&home.name("anki")]) else { return };
    let made = made["cards"].as_array().unwrap();
    let now = backprop::day::At(std::time::UNIX_EPOCH.elapsed().unwrap().as_millis() as i64).to_string();
    for layout in LAYOUTS {
        let _ = fs::remove_dir_all(home.path("data"));
        let package = home.name(&format!("anki/{layout}"));
        let report = home.json_at(&now, &["import", "--json", &package]);
        let reviews: usize = made.iter().map(|card| card["reviews"].as_array().unwrap().len()).sum();
        assert_eq!(report[0]["history"]["reviews"], reviews, "{layout}");
        let deck = report[0]["deck"].as_str().unwrap();
        let cards = home.json_at(&now, &["cards", "--deck", deck, "--json"]);
        let cards = cards.as_array().unwrap();
        assert_eq!(cards.len(), made.len(), "{layout}");
        let lines = home.say_at(&now, &["export", "reviews", "--format", "jsonl"]);
        let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let mut own: Vec<(i64, &str)> = (lines.iter())
            .map(|line| {
                let at = backprop::day::At::parse(line["at"].as_str().unwrap()).unwrap();
                (at.0, line["grade"].as_str().unwrap())
            })
            .collect();
        let grades = ["again", "hard", "good", "easy"];
        let mut there: Vec<(i64, &str)> = (made.iter())
            .flat_map(|card| card["reviews"].as_array().unwrap())
            .map(|row| (row[0].as_i64().unwrap(), grades[row[1].as_u64().unwrap() as usize - 1]))
            .collect();
        own.sort_unstable();
        there.sort_unstable();
        assert_eq!(own, there, "{layout}");
        // Anki's day changes at the same hour as ours.
        let today = backprop::day::Calendar::utc().moment(backprop::day::At::parse(&now).unwrap()).day;
        for card in made.iter().filter(|card| card["type"] == 2) {
            let due = today.plus(card["days"].as_i64().unwrap()).to_string();
            let is_it = |mine: &&Value| mine["due"].as_str().is_some_and(|day| day.starts_with(&due));
            assert!(cards.iter().any(|mine| is_it(&mine)), "{layout}: {due}");
        }
        assert_eq!(cards.iter().filter(|card| card["suspended"] == true).count(), 1, "{layout}");
        let again = home.json_at(&now, &["import", "--json", &package]);
        assert_eq!(again[0]["history"]["reviews"], 0, "{layout}");
    }
}

#[test]
fn a_package_of_this_program_comes_back_through_anki() {
    let home = studied();
    let package = home.name("deck.apkg");
    home.say_at(NOW, &["export", "deck", "notes", "--format", "apkg", "-o", &package]);
    fs::create_dir(home.path("anki")).unwrap();
    let Some(_) = anki("pass.py", &[&package, &home.name("anki")]) else { return };
    let before = fs::read_to_string(home.path("data/progress.json")).unwrap();
    let here = home.json_at(NOW, &["cards", "--deck", "notes", "--json"]);
    // Where the reviews are known already nothing is added.
    let report = home.json_at(NOW, &["import", "--json", &home.name("anki/back.apkg")]);
    assert_eq!(report[0]["history"]["reviews"], 0, "{report}");
    assert_eq!(fs::read_to_string(home.path("data/progress.json")).unwrap(), before);
    // On another machine the cards are as they were.
    fs::rename(home.path("data"), home.path("old")).unwrap();
    home.say_at(NOW, &["import", "-y", &home.name("anki/back.apkg")]);
    let there = home.json_at(NOW, &["cards", "--deck", "back", "--json"]);
    same_schedule(here.as_array().unwrap(), there.as_array().unwrap());
}

/// Cards with the same ids have the same memory, due dates and marks.
fn same_schedule(here: &[Value], there: &[Value]) {
    assert_eq!(here.len(), there.len());
    for mine in here {
        let other = there.iter().find(|other| other["id"] == mine["id"]).unwrap();
        for figure in
            ["state", "stability", "difficulty", "due", "last_review", "reps", "lapses", "suspended", "topic"]
        {
            assert_eq!(mine[figure], other[figure], "{} {figure}", mine["id"]);
        }
    }
}
