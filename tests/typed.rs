//! Typed answers: what is found in them agrees with a reader's own marks.
//!
//! `typed/answers.txt` holds the answers and the marks. Two thirds of the questions were looked at while
//! the comparison was tuned; the others never were. `SHOW=1 cargo test --test typed -- --nocapture`
//! prints the figures and where the program disagrees with the reader, of the tuned questions.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a panic is a failed test; figures are printed")]

use backprop::card::{Card, Grade, Lang};
use backprop::quiz::recall::Checklist;
use backprop::quiz::typed::{Judged, Rubric};
use backprop::store::builtin::Builtin;

/// The cards that the marks were made for: the built-in deck of that day.
const DECK: Builtin = Builtin {
    name: "deck",
    sources: &[
        (Lang::Zh, include_str!("typed/deck-zh.md")),
        (Lang::En, include_str!("typed/deck-en.md")),
    ],
};

struct Answer {
    card: Card,
    lang: Lang,
    kind: &'static str,
    covered: Vec<usize>,
    text: &'static str,
    /// The question is one of the third that was left out of the tuning.
    held_out: bool,
}

fn answers() -> Vec<Answer> {
    let cards: Vec<Card> = DECK.deck().cards;
    let file = include_str!("typed/answers.txt");
    let mut answers = Vec::new();
    for (at, question) in file.split("\n= ").skip(1).enumerate() {
        let (head, rest) = question.split_at(question.find("\n").unwrap());
        let (id, lang) = head.split_once(' ').unwrap();
        let lang = if lang == "zh" { Lang::Zh } else { Lang::En };
        let card = cards.iter().find(|card| card.id.as_str() == id).unwrap_or_else(|| panic!("no card {id}"));
        for answer in rest.split("\n+ ").skip(1) {
            let (head, text) = answer.split_once('\n').unwrap();
            let mut words = head.split_whitespace();
            let kind = words.next().unwrap();
            let covered = words.map(|number| number.parse::<usize>().unwrap() - 1).collect();
            answers.push(Answer {
                card: card.clone(),
                lang,
                kind,
                covered,
                text: text.trim(),
                held_out: at % 3 == 2,
            });
        }
    }
    answers
}

#[derive(Default, Debug, Clone, Copy)]
struct Count {
    agreed: usize,
    found_too_much: usize,
    found_too_little: usize,
}

impl Count {
    fn all(self) -> usize {
        self.agreed + self.found_too_much + self.found_too_little
    }

    fn share(self) -> f64 {
        self.agreed as f64 / self.all() as f64
    }
}

fn judge(answer: &Answer) -> Vec<Judged> {
    Rubric::of(&answer.card, answer.card.face(answer.lang)).judge(answer.text)
}

fn count(chosen: impl Fn(&Answer) -> bool) -> Count {
    let mut count = Count::default();
    for answer in answers().iter().filter(|answer| chosen(answer)) {
        for (at, point) in judge(answer).iter().enumerate() {
            let marked = answer.covered.contains(&at);
            match (point.is_covered, marked) {
                (true, false) => count.found_too_much += 1,
                (false, true) => count.found_too_little += 1,
                _ => count.agreed += 1,
            }
            if std::env::var_os("SHOW").is_some() && point.is_covered != marked && !answer.held_out {
                println!(
                    "{} {:?} {} point {}: {} {:?}",
                    answer.card.id,
                    answer.lang,
                    answer.kind,
                    at + 1,
                    if marked { "not found" } else { "found wrongly" },
                    point
                );
            }
        }
    }
    count
}

#[test]
fn the_set_is_as_big_and_as_mixed_as_it_says() {
    let answers = answers();
    assert!(answers.len() >= 120);
    for kind in ["complete", "partial", "wrong", "offtopic", "other"] {
        assert!(answers.iter().filter(|answer| answer.kind == kind).count() >= 10, "{kind}");
    }
}

#[test]
fn covered_points_agree_with_the_readers_marks() {
    for (name, count) in [
        ("tuned", count(|answer| !answer.held_out)),
        ("held out", count(|answer| answer.held_out)),
        ("all", count(|_| true)),
    ] {
        println!("{name}: {:.1} % of {} points agree, {count:?}", 100.0 * count.share(), count.all());
        assert!(count.share() >= 0.85, "{name}: {:.3} {count:?}", count.share());
    }
}

#[test]
fn no_wrong_answer_is_suggested_good() {
    for answer in answers() {
        let list = Checklist::filled(judge(&answer).iter().map(|point| point.is_covered).collect());
        let grade = list.suggests(60_000);
        println!("{} {grade:?}", answer.kind);
        if matches!(answer.kind, "wrong" | "offtopic") {
            assert!(grade < Some(Grade::Good), "{}: {grade:?}", answer.text);
        }
    }
}
