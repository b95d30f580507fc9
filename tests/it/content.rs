//! The built-in decks: no diagnostics, unique ids, both languages, the same points in each, and the rules
//! of a card in `library`.

use crate::harness::library::code::{self, CodeCard};
use crate::harness::library::{Pair, Words, faults, overlap};
use crate::harness::not_run;
use backprop::card::{Card, CardId, Lang};
use backprop::drill::{self, DrawnDrill, Drill};
use backprop::import::{self, Notes};
use backprop::markdown;
use backprop::store::builtin::BUILTIN;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use unicode_width::UnicodeWidthStr;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn notes(lang: Lang, name: &str) -> Notes {
    let folder = if lang == Lang::Zh { "zh" } else { "en" };
    let path = root().join("content").join(folder).join(name);
    import::read(&std::fs::read(path).unwrap(), None, None, Some(lang))
}

fn names(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root().join("content").join(folder)).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn every_file_is_a_row_of_the_table_in_both_languages() {
    assert_eq!(names("zh"), names("en"));
    let mut rows: Vec<String> = BUILTIN.iter().map(|deck| format!("{}.md", deck.name)).collect();
    rows.sort();
    assert_eq!(names("en"), rows);
}

#[test]
fn every_card_is_sound_and_says_the_same_in_both_languages() {
    let mut ids = HashSet::new();
    for name in names("zh") {
        let (zh, en) = (notes(Lang::Zh, &name), notes(Lang::En, &name));
        for notes in [&zh, &en] {
            assert_eq!(notes.diagnostics, [], "{name}");
            assert!(notes.title.is_some(), "{name}");
        }
        assert_eq!(zh.cards.len(), en.cards.len(), "{name}");
        for (zh, en) in zh.cards.iter().zip(&en.cards) {
            assert_eq!(zh.id, en.id, "{name}: the languages have other orders");
            assert!(ids.insert(zh.id.clone()), "{name}: {} twice", zh.id);
            assert!(
                !zh.id.as_str().chars().all(|letter| letter.is_ascii_hexdigit()),
                "{name}: {} has no written id",
                zh.id
            );
            let points = [zh, en].map(|card| markdown::written_points(&card.faces[0].answer).len());
            assert_eq!(points[0], points[1], "{name}: {}", zh.id);
            let is_told = zh.parent().is_some() || (3..=8).contains(&points[0]);
            assert!(is_told, "{name}: {} has {} points", zh.id, points[0]);
            let words = |card: &Card| card.faces[0].answer.split("```").next().map(Lang::of);
            let langs = [zh, en].map(words);
            // A short answer may be mostly a formula.
            assert!(zh.parent().is_some() || langs == [Some(Lang::Zh), Some(Lang::En)], "{}", zh.id);
        }
    }
}

#[test]
fn every_card_keeps_the_rules() {
    let mut all = Vec::new();
    for name in names("zh") {
        let (zh, en) = (notes(Lang::Zh, &name), notes(Lang::En, &name));
        let mut follow_ups: HashMap<CardId, usize> = HashMap::new();
        zh.cards
            .iter()
            .filter_map(Card::parent)
            .for_each(|id| *follow_ups.entry(id.clone()).or_default() += 1);
        for (zh, en) in zh.cards.iter().zip(&en.cards) {
            let metadata = [zh, en].map(|card| {
                let known = card.metadata().cloned().unwrap_or_default();
                (known.importance, known.level, known.tracks, known.after, known.parent)
            });
            if metadata[0] != metadata[1] {
                all.push(format!("{}: the comments differ: {metadata:?}", zh.id));
            }
            let pair = Pair {
                id: zh.id.as_str(),
                faces: [(Lang::Zh, zh), (Lang::En, en)],
                follow_ups: follow_ups.get(&zh.id).copied().unwrap_or(0),
            };
            all.extend(faults(&pair).into_iter().map(|fault| format!("{name}: {fault}")));
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

/// Every prerequisite is there, and none leads back to itself.
#[test]
fn prerequisites_exist_and_have_no_circle() {
    let mut after: HashMap<CardId, Vec<CardId>> = HashMap::new();
    for name in names("en") {
        for card in notes(Lang::En, &name).cards {
            let before = card.metadata().map(|metadata| metadata.after.clone()).unwrap_or_default();
            after.insert(card.id, before);
        }
    }
    let missing: Vec<_> = after
        .iter()
        .flat_map(|(id, before)| before.iter().map(move |one| (id, one)))
        .filter(|(_, one)| !after.contains_key(*one))
        .collect();
    assert!(missing.is_empty(), "no such card: {missing:?}");
    // Cards whose prerequisites are all done are done; a circle never is.
    let mut done: HashSet<&CardId> = HashSet::new();
    loop {
        let ready: Vec<_> = after
            .iter()
            .filter(|(id, before)| !done.contains(id) && before.iter().all(|one| done.contains(one)))
            .map(|(id, _)| id)
            .collect();
        if ready.is_empty() {
            break;
        }
        done.extend(ready);
    }
    let circle: Vec<_> = after.keys().filter(|id| !done.contains(id)).collect();
    assert!(circle.is_empty(), "a circle among {circle:?}");
}

/// Answers of a drill that a learner could work out are of a size that can be said.
const SANE: std::ops::RangeInclusive<f64> = 1e-6..=1e30;

/// Whether another value of this parameter alone can give another answer.
fn moves(name: &str, all: &[DrawnDrill]) -> bool {
    let mut answers = BTreeMap::new();
    all.iter().any(|drawn| {
        let others: Vec<_> = drawn.values.iter().filter(|(other, _)| *other != name).collect();
        *answers.entry(others).or_insert(drawn.answer) != drawn.answer
    })
}

#[test]
fn every_drill_has_a_sane_answer_for_all_its_values() {
    let mut count = 0;
    for name in names("en") {
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| notes(lang, &name).cards);
        for (zh, en) in zh.iter().zip(&en) {
            let drills = [zh, en].map(|card| drill::drills(&card.faces[0].answer));
            for drill in drills.iter().flatten() {
                let drill = drill.as_ref().unwrap_or_else(|fault| panic!("{}: {fault:?}", zh.id));
                let all: Vec<DrawnDrill> = drill
                    .all(100_000)
                    .into_iter()
                    .map(|drawn| drawn.unwrap_or_else(|fault| panic!("{}: {fault:?}", zh.id)))
                    .collect();
                assert!(all.len() >= 3, "{}: {} combinations are too few", zh.id, all.len());
                for (name, values) in &drill.parameters {
                    let is_read =
                        all[0].formula.split(|at: char| !at.is_alphanumeric()).any(|word| word == name);
                    assert!(
                        values.len() < 2 || !is_read || moves(name, &all),
                        "{}: {name} changes no answer; is it a constant, like E?",
                        zh.id
                    );
                }
                for drawn in all {
                    assert!(
                        SANE.contains(&drawn.answer.abs()),
                        "{}: {} {}",
                        zh.id,
                        drawn.question,
                        drawn.answer
                    );
                    assert!(!drawn.question.contains(['{', '}']), "{}: {}", zh.id, drawn.question);
                    assert_eq!(drawn.compare(&drawn.answer.to_string()), Some(true), "{}", zh.id);
                }
                count += 1;
            }
            let shape = |drill: &Result<Drill, drill::DrillFault>| {
                let drill = drill.clone().unwrap();
                (
                    drill.parameters.clone(),
                    drill.unit.clone(),
                    drill.tolerance,
                    drill.all(1)[0].clone().unwrap().answer,
                )
            };
            let [zh_shape, en_shape] =
                drills.each_ref().map(|drills| drills.iter().map(shape).collect::<Vec<_>>());
            assert_eq!(zh_shape, en_shape, "{}: the languages drill other things", zh.id);
        }
    }
    println!("{count} drills in both languages");
}

#[test]
fn every_solution_passes_its_tests_and_every_starter_fails_them() {
    let python = code::python();
    let mut count = 0;
    for (lang, folder) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for name in names(folder) {
            for card in notes(lang, &name).cards {
                let Some(code) = CodeCard::of(&card.faces[0].answer) else { continue };
                let CodeCard { starter, tests, solution } =
                    code.unwrap_or_else(|told| panic!("{}: {told}", card.id));
                count += 1;
                let Some(python) = &python else { continue };
                let (passes, said) = code::run(python, &format!("{solution}\n\n{tests}\n"));
                assert!(passes, "{} ({folder}): the solution fails: {said}", card.id);
                let (passes, _) = code::run(python, &format!("{starter}\n\n{tests}\n"));
                assert!(!passes, "{} ({folder}): the starter passes", card.id);
            }
        }
    }
    match python {
        Some(_) => println!("{count} code cards run"),
        None => not_run(&format!("{count} code cards of the library"), "there is no Python with NumPy"),
    }
}

/// Figures and formulas that stand in the cards, recomputed by a script for each deck that has one.
#[test]
fn the_figures_are_recomputed() {
    let Some(python) = code::python() else {
        return not_run("figures of the library", "there is no Python with NumPy");
    };
    for entry in std::fs::read_dir(root().join("tests/library/figures")).unwrap() {
        let path = entry.unwrap().path();
        let (passes, said) = code::run(&python, &std::fs::read_to_string(&path).unwrap());
        assert!(passes, "{}: {said}", path.display());
    }
}

/// Two points that share this much of their words say the same.
const SAME: f64 = 0.75;

#[test]
fn no_two_points_say_the_same() {
    for (lang, folder) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let (mut points, mut words) = (Vec::new(), Words::default());
        for name in names(folder) {
            for card in notes(lang, &name).cards {
                let layers = markdown::layers(&card.faces[0].answer);
                let claims = layers.core.into_iter().chain(layers.bonus);
                points.extend(claims.map(|point| (card.id.clone(), words.of(&point.text), point.text)));
            }
        }
        let mut pairs = Vec::new();
        for (index, one) in points.iter().enumerate() {
            for other in &points[index + 1..] {
                pairs.push((overlap(&one.1, &other.1), one, other));
            }
        }
        pairs.sort_by(|one, other| other.0.total_cmp(&one.0));
        println!("{folder}: {} points; the closest pairs:", points.len());
        for (share, one, other) in pairs.iter().take(10) {
            println!("{share:.2} {} / {}\n  {}\n  {}", one.0, other.0, one.2, other.2);
        }
        assert!(pairs.first().is_none_or(|pair| pair.0 < SAME), "two points say the same");
    }
}

#[test]
fn the_deck_covers_its_23_topics() {
    let deck = &BUILTIN[0].deck();
    assert_eq!(deck.cards.iter().filter(|card| card.parent().is_none()).count(), 23);
    assert!(deck.cards.iter().all(|card| card.faces.len() == 2 && card.is_answered()));
    assert_eq!(deck.title(Lang::Zh), "深度学习面试基础");
}

/// Columns that a screen of 80 leaves for a diagram beside its margins.
const DIAGRAM: usize = 76;

#[test]
fn every_diagram_fits_a_screen_of_80_columns() {
    for (lang, folder) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for name in names(folder) {
            for card in notes(lang, &name).cards {
                let mut is_open = false;
                for line in card.faces[0].answer.lines() {
                    if line.starts_with("```") {
                        is_open = line == "```text";
                    } else if is_open {
                        assert!(line.width() <= DIAGRAM, "{} ({folder}): {line}", card.id);
                    }
                }
            }
        }
    }
}

#[test]
fn every_picture_is_there() {
    for (lang, folder) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for name in names(folder) {
            for card in notes(lang, &name).cards {
                for address in
                    card.faces[0].answer.split("](").skip(1).filter_map(|rest| rest.split(')').next())
                {
                    let is_picture = address.ends_with(".svg") || address.ends_with(".png");
                    let path = root().join("content").join(folder).join(address);
                    assert!(!is_picture || path.exists(), "{}: {}", card.id, path.display());
                }
            }
        }
    }
}
