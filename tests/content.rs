//! The built-in decks: no diagnostics, unique ids, both languages, the same points in each.

#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use backprop::card::Lang;
use backprop::import::{self, Notes};
use backprop::markdown;
use backprop::store::builtin::BUILTIN;
use std::collections::HashSet;
use std::path::Path;

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
    let rows: Vec<String> = BUILTIN.iter().map(|deck| format!("{}.md", deck.name)).collect();
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
            let points = [zh, en].map(|card| markdown::points(&card.faces[0].answer).len());
            assert_eq!(points[0], points[1], "{name}: {}", zh.id);
            assert!((3..=8).contains(&points[0]), "{name}: {} has {} points", zh.id, points[0]);
            assert_eq!(
                (Lang::of(&zh.faces[0].answer), Lang::of(&en.faces[0].answer)),
                (Lang::Zh, Lang::En),
                "{}",
                zh.id
            );
        }
    }
}

#[test]
fn the_deck_covers_its_23_topics() {
    let deck = &BUILTIN[0].deck();
    assert_eq!(deck.cards.len(), 23);
    assert!(deck.cards.iter().all(|card| card.faces.len() == 2 && card.is_answered()));
    assert_eq!(deck.title(Lang::Zh), "深度学习面试基础");
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
