//! Typed answers: what is ticked beforehand is certain, and what is not certain is left to the learner.
//!
//! `typed/answers.txt` holds answers and a reader's marks; the shared marked answers are measured as well
//! where they exist. `cargo test --test typed -- --nocapture` prints the figures.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a panic is a failed test; figures are printed")]

use backprop::card::{Card, Grade, Lang};
use backprop::quiz::recall::Checklist;
use backprop::quiz::typed::{Judged, compare};
use backprop::store::builtin::BUILTIN;

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
    let cards: Vec<Card> = std::iter::once(BUILTIN[0].deck()).flat_map(|deck| deck.cards).collect();
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

fn judge(answer: &Answer) -> Vec<Judged> {
    compare(&answer.card, answer.card.face(answer.lang), answer.text)
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
fn what_is_ticked_beforehand_is_certain() {
    let (mut right, mut ticked) = (0, 0);
    for answer in answers() {
        for (at, point) in judge(&answer).iter().enumerate() {
            let is_marked = answer.covered.contains(&at);
            ticked += usize::from(point.is_covered);
            right += usize::from(point.is_covered && is_marked);
            if point.is_covered && !is_marked {
                println!("{} {} point {}: {point:?}", answer.card.id, answer.kind, at + 1);
            }
        }
    }
    println!("{right} of {ticked} points ticked beforehand are right");
    assert!(right * 100 >= ticked * 95, "{right} of {ticked}");
}

#[test]
fn no_grade_above_hard_is_suggested_before_the_learner_ticks_and_none_for_a_wrong_answer() {
    for answer in answers() {
        let mut list = Checklist::filled(judge(&answer).iter().map(|point| point.is_covered).collect());
        let grade = list.suggests(1_000);
        assert!(grade <= Some(Grade::Hard), "{}: {grade:?}", answer.text);
        assert_eq!(list.points(), None, "the program's ticks are no record");
        if matches!(answer.kind, "wrong" | "offtopic") {
            assert_eq!(grade, None, "{}", answer.text);
        }
        list.said.fill(true);
        list.tick();
        list.tick();
        assert!(list.points().is_some());
    }
}

/// The shared answers, on cards of their own: at least 95 of 100 ticks are right, at most 3 in 100
/// contradicted points are ticked, and half of what was recalled in the card's terms is found.
#[test]
fn the_shared_answers_are_ticked_as_a_careful_reader_would() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/typed");
    if !folder.exists() {
        return;
    }
    let (mut right, mut wrong, mut recalled, mut found) = (0, 0, 0, 0);
    let (mut contradicted, mut credited) = (0, 0);
    for lang in ["en", "zh"] {
        let deck = std::fs::read(folder.join(format!("deck_{lang}.md"))).unwrap();
        let cards = backprop::import::read(&deck, None, None, None).cards;
        let answers = std::fs::read(folder.join(format!("answers_{lang}.json"))).unwrap();
        let answers: serde_json::Value = serde_json::from_slice(&answers).unwrap();
        for answer in answers.as_array().unwrap() {
            let card = cards.iter().find(|card| answer["card"] == card.id.as_str()).unwrap();
            let points = compare(card, &card.faces[0], answer["answer"].as_str().unwrap());
            let marks = answer["points"].as_array().unwrap();
            assert_eq!(points.len(), marks.len(), "{}", card.id);
            for (point, mark) in points.iter().zip(marks) {
                let (is_ticked, mark) = (usize::from(point.is_covered), mark.as_str().unwrap());
                right += if mark == "covered" { is_ticked } else { 0 };
                wrong += if matches!(mark, "missed" | "contradicted") { is_ticked } else { 0 };
                contradicted += usize::from(mark == "contradicted");
                credited += if mark == "contradicted" { is_ticked } else { 0 };
                if answer["kind"] == "recalled" && mark == "covered" {
                    recalled += 1;
                    found += is_ticked;
                }
            }
        }
    }
    println!("{right} right ticks, {wrong} wrong; {credited} of {contradicted} contradicted points ticked");
    println!("{found} of {recalled} recalled points ticked");
    assert!(right * 100 >= (right + wrong) * 95);
    assert!(credited * 100 <= contradicted * 3);
    assert!(found * 2 >= recalled);
}

/// A card with these points.
fn card(points: &[&str]) -> Card {
    let list = points.iter().map(|point| format!("- {point}\n")).collect::<String>();
    let text = format!("# T\n\n## 1. What?\n\n{list}");
    let read = backprop::import::read(text.as_bytes(), None, None, None);
    read.cards.into_iter().next().unwrap()
}

const ENGLISH: [&str; 3] = [
    "Bagging mainly lowers the variance, boosting mainly lowers the bias.",
    "The $N \\times N$ score matrix is never written to the memory of 40 GB.",
    "A larger batch gives a less noisy gradient.",
];
const CHINESE: [&str; 3] = [
    "教师模型的温度大于 1，让分布更平滑。",
    "推理时不丢弃，也不用再缩放。",
    "L1 产生稀疏解，L2 让权重变小。",
];

fn ticks(points: &[&str], answer: &str) -> Vec<bool> {
    let card = card(points);
    compare(&card, &card.faces[0], answer).iter().map(|point| point.is_covered).collect()
}

#[test]
fn the_points_themselves_are_ticked_in_any_clothes() {
    for points in [ENGLISH, CHINESE] {
        let whole = points.join(" ");
        let bare: String = whole.chars().map(|c| if ",。，.".contains(c) { ' ' } else { c }).collect();
        let reversed = points.iter().rev().copied().collect::<Vec<_>>().join("\n");
        for answer in [&whole, &bare, &reversed, &whole.to_lowercase(), &whole.replace(['.', '。'], ",")] {
            assert_eq!(ticks(&points, answer), [true; 3], "{answer}");
            assert_eq!(ticks(&points, answer), ticks(&points, answer));
        }
    }
}

#[test]
fn cheats_and_contradictions_are_not_ticked() {
    let all = |points: &[&str], before: &str, after: &str| {
        points
            .iter()
            .map(|point| format!("{before}{}{after}", point.trim_end_matches(['.', '。'])))
            .collect::<Vec<_>>()
            .join("\n")
    };
    for answer in [
        all(&ENGLISH, "It is false that ", "."),
        all(&ENGLISH, "Some say ", ", which is wrong."),
        "Bagging mainly lowers the bias, boosting mainly lowers the variance. The N × N score matrix is \
         always written to the memory of 41 GB. A smaller batch gives a less noisy gradient."
            .to_owned(),
        "Bagging does not lower the variance. A larger batch gives no less noisy gradient.".to_owned(),
        "bagging boosting variance bias. score matrix memory. batch gradient noisy.".to_owned(),
        "bagging. mainly. lowers. variance. boosting. bias. larger. batch. gives. less. noisy. gradient."
            .to_owned(),
    ] {
        assert_eq!(ticks(&ENGLISH, &answer), [false; 3], "{answer}");
    }
    for answer in [
        all(&CHINESE, "以下说法错误：", "。"),
        all(&CHINESE, "有人说", "，其实不对。"),
        "教师模型的温度小于 1，让分布更平滑。推理时丢弃，也要再缩放。L2 产生稀疏解，L1 让权重变小。"
            .to_owned(),
    ] {
        assert_eq!(ticks(&CHINESE, &answer), [false; 3], "{answer}");
    }
}

#[test]
fn a_point_shows_the_nearest_sentence_with_the_shared_words_or_nothing() {
    let card = card(&ENGLISH);
    let answer = "I think that boosting lowers the bias a lot. Bananas are yellow.";
    let judged = compare(&card, &card.faces[0], answer);
    assert_eq!(judged[0].evidence, "I think that boosting lowers the bias a lot.");
    let shared: Vec<&str> = judged[0].shared.iter().map(|word| &judged[0].evidence[word.clone()]).collect();
    assert_eq!(shared, ["boosting", "lowers", "bias"]);
    assert!(judged[1..].iter().all(|point| point.evidence.is_empty() && !point.is_covered));
}
