//! Choice: nobody who looks only at the length or the wording of the options finds the right one more
//! often than by chance, over the built-in decks in both languages.
//!
//! `SHOW=1 cargo test --test choice -- --nocapture` prints the figures and some questions.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a panic is a failed test; figures are printed")]

mod desk;

use backprop::card::Lang;
use backprop::desk::{Desk, Place};
use backprop::quiz::choice::{self, Options};
use backprop::store::builtin::BUILTIN;
use desk::desk;
use std::collections::HashSet;
use unicode_width::UnicodeWidthStr;

fn builtin(lang: Lang) -> Desk {
    desk(vec![BUILTIN[0].deck()], lang)
}

/// Draws for each card: as many as a learner meets in the life of a card.
const DRAWS: u64 = 5;

/// Every choice with its question.
fn choices() -> Vec<(Lang, String, Options)> {
    let mut choices = Vec::new();
    for lang in [Lang::En, Lang::Zh] {
        let desk = builtin(lang);
        let places: Vec<Place> = desk.places().collect();
        for place in places {
            for draw in 0..DRAWS {
                let seed = draw.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (place.card as u64) << 32;
                if let Some(options) = choice::options(&desk, place, seed) {
                    choices.push((lang, desk.face(place).question.to_string(), options));
                }
            }
        }
    }
    choices
}

/// Words and, where there are no spaces, pairs of characters; all of them, unlike the program's own terms.
fn words(text: &str) -> HashSet<String> {
    let lower = text.to_lowercase();
    let is_han = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    let mut words: HashSet<String> = lower
        .split(|letter: char| !letter.is_alphanumeric() || is_han(letter))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let letters: Vec<char> = lower.chars().collect();
    words.extend(
        letters.windows(2).filter(|pair| pair.iter().all(|c| is_han(*c))).map(|pair| pair.iter().collect()),
    );
    words
}

/// How often a guesser is right who takes one of the options with the highest score.
fn hits(choices: &[(Lang, String, Options)], score: impl Fn(&str, &Options, usize) -> f64) -> f64 {
    let one = |(_, question, options): &(Lang, String, Options)| {
        let scores: Vec<f64> = (0..4).map(|at| score(question, options, at)).collect();
        let best = scores.iter().copied().fold(f64::MIN, f64::max);
        let tied = scores.iter().filter(|score| **score == best).count();
        if scores[options.right] == best { 1.0 / tied as f64 } else { 0.0 }
    };
    choices.iter().map(one).sum::<f64>() / choices.len() as f64
}

fn width(options: &Options, at: usize) -> f64 {
    options.statements[at].width() as f64
}

fn overlap(text: &str, other: &str) -> f64 {
    words(text).intersection(&words(other)).count() as f64
}

#[test]
fn no_option_is_given_away_by_its_length_or_its_wording() {
    let choices = choices();
    let mean = |options: &Options| (0..4).map(|at| width(options, at)).sum::<f64>() / 4.0;
    type Guesser<'a> = (&'a str, Box<dyn Fn(&str, &Options, usize) -> f64>);
    let guessers: Vec<Guesser<'_>> = vec![
        ("the longest", Box::new(|_, options, at| width(options, at))),
        ("the shortest", Box::new(|_, options, at| -width(options, at))),
        ("the most average", Box::new(move |_, options, at| -(width(options, at) - mean(options)).abs())),
        ("the least average", Box::new(move |_, options, at| (width(options, at) - mean(options)).abs())),
        (
            "most words of the question",
            Box::new(|question, options, at| overlap(question, &options.statements[at])),
        ),
        (
            "fewest words of the question",
            Box::new(|question, options, at| -overlap(question, &options.statements[at])),
        ),
        (
            "largest share of words of the question",
            Box::new(|question, options, at| {
                overlap(question, &options.statements[at])
                    / words(&options.statements[at]).len().max(1) as f64
            }),
        ),
        (
            "most words of the other options",
            Box::new(|_, options, at| {
                let others = (0..4).filter(|other| *other != at);
                others.map(|other| overlap(&options.statements[other], &options.statements[at])).sum()
            }),
        ),
        ("a formula", Box::new(|_, options, at| f64::from(u8::from(options.statements[at].contains('$'))))),
        (
            "a number",
            Box::new(|_, options, at| {
                f64::from(u8::from(options.statements[at].contains(|c: char| c.is_ascii_digit())))
            }),
        ),
        ("the first", Box::new(|_, _, at| -(at as f64))),
        ("the last", Box::new(|_, _, at| at as f64)),
    ];
    for lang in [None, Some(Lang::En), Some(Lang::Zh)] {
        let of: Vec<_> =
            choices.iter().filter(|(own, ..)| lang.is_none_or(|lang| *own == lang)).cloned().collect();
        for (name, score) in &guessers {
            let share = hits(&of, score);
            println!("{lang:?} {name}: {:.1} % of {}", 100.0 * share, of.len());
            assert!(share <= 0.35, "{lang:?} {name}: {share:.3} of {}", of.len());
        }
    }
}

#[test]
fn nearly_every_card_of_the_built_in_decks_can_be_asked_by_choice() {
    for lang in [Lang::En, Lang::Zh] {
        let desk = builtin(lang);
        let places: Vec<Place> = desk.places().collect();
        let asked = places.iter().filter(|place| choice::options(&desk, **place, 7).is_some()).count();
        println!("{lang:?}: {asked} of {}", places.len());
        assert!(asked * 10 >= places.len() * 8, "{lang:?}: {asked} of {}", places.len());
    }
}

#[test]
fn options_are_four_different_statements_and_stay_while_one_looks_at_them() {
    let desk = builtin(Lang::En);
    let places: Vec<Place> = desk.places().collect();
    for place in places {
        let Some(options) = choice::options(&desk, place, 3) else { continue };
        assert_eq!(options.statements.iter().collect::<HashSet<_>>().len(), 4);
        assert_eq!(choice::options(&desk, place, 3).unwrap(), options);
        let answer = &desk.face(place).answer.to_lowercase();
        for (at, statement) in options.statements.iter().enumerate() {
            let stands_there = answer.contains(&statement.to_lowercase());
            assert_eq!(stands_there, at == options.right, "{statement}");
        }
        if std::env::var_os("SHOW").is_some() {
            println!("\n{}", desk.face(place).question);
            for (at, statement) in options.statements.iter().enumerate() {
                println!("{} {statement}", if at == options.right { "*" } else { " " });
            }
        }
    }
}

#[test]
fn a_deck_with_too_few_cards_offers_no_choice() {
    let mut desk = builtin(Lang::En);
    desk.decks[0].cards.truncate(3);
    assert_eq!(choice::options(&desk, Place { deck: 0, card: 0 }, 1), None);
}
