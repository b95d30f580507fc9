//! Which card asks what a question of an interview report asks: the same question, in other words, or in the
//! other language.
//!
//! Both are compared by their terms, which are the same for all wordings of a concept; rare terms weigh more.
//! A card has to say most of what the question says and hardly anything else, and both have to want the same
//! kind of answer: who asks for a difference does not ask how one of the two works.

use super::terms;
use crate::card::{Card, Face};
use crate::desk::Place;
use std::collections::{HashMap, HashSet};

/// From this likeness on a card is the one that was asked, if no other is as near.
const SURE: f32 = 0.66;
/// From this likeness on it may be the one.
const NEAR: f32 = 0.46;
/// So much nearer than the second has to be what is sure.
const AHEAD: f32 = 0.06;
/// So many cards are offered where it is not sure.
const MOST_OFFERED: usize = 3;
/// How much a term counts that stands in the heading or the first lines of an answer only.
const BESIDE: f32 = 0.4;
/// So many letters at the beginning of an answer say what it is about.
const BEGINNING: usize = 240;

/// What a question is, among the cards of a library.
#[derive(Debug, Clone, PartialEq)]
pub enum Match {
    /// It is this card.
    Sure(Place),
    /// It may be one of these, the nearest first.
    Near(Vec<Place>),
    /// No card asks it.
    None,
}

/// The cards of a library, prepared for comparing.
pub struct Catalogue {
    faces: Vec<Weighed>,
    /// In how many faces a term stands.
    counts: HashMap<String, u32>,
}

struct Weighed {
    place: Place,
    question: HashSet<String>,
    beside: HashSet<String>,
    wants: Vec<Want>,
}

impl Catalogue {
    /// Prepares these cards.
    pub fn new<'a>(cards: impl IntoIterator<Item = (Place, &'a Card)>) -> Catalogue {
        let mut faces = Vec::new();
        for (place, card) in cards {
            faces.extend(card.faces.iter().map(|face| Weighed::new(place, face)));
        }
        let mut counts: HashMap<String, u32> = HashMap::new();
        for key in faces.iter().flat_map(|face| &face.question) {
            *counts.entry(key.clone()).or_default() += 1;
        }
        Catalogue { faces, counts }
    }

    /// What a question asks for.
    pub fn find(&self, question: &str) -> Match {
        let (asked, wants) = (keys(question), wants(question));
        let mut best: HashMap<Place, f32> = HashMap::new();
        for face in &self.faces {
            let likeness = self.likeness(&asked, &wants, face);
            let known = best.entry(face.place).or_default();
            *known = known.max(likeness);
        }
        let mut near: Vec<(Place, f32)> =
            best.into_iter().filter(|(_, likeness)| *likeness >= NEAR).collect();
        near.sort_by(|(one, first), (other, second)| second.total_cmp(first).then(one.cmp(other)));
        match near[..] {
            [] => Match::None,
            [(place, likeness)] if likeness >= SURE => Match::Sure(place),
            [(place, first), (_, second), ..] if first >= SURE && first - second >= AHEAD => {
                Match::Sure(place)
            }
            _ => Match::Near(near.into_iter().take(MOST_OFFERED).map(|(place, _)| place).collect()),
        }
    }

    /// How much a question and a card say the same, 0 to 1.
    fn likeness(&self, asked: &HashSet<String>, wants: &[Want], face: &Weighed) -> f32 {
        let weigh = |keys: &mut dyn Iterator<Item = &String>| keys.map(|key| self.weight(key)).sum::<f32>();
        let both = weigh(&mut asked.intersection(&face.question));
        if both == 0.0 {
            return 0.0;
        }
        let beside = weigh(&mut asked.intersection(&face.beside));
        let said = (both + BESIDE * beside) / weigh(&mut asked.iter());
        let more = both / weigh(&mut face.question.iter());
        let fit = if face.wants == wants { 1.0 } else { 0.8 };
        fit * 2.0 * said * more / (said + more)
    }

    /// A rare term says more than one of every second card.
    fn weight(&self, key: &str) -> f32 {
        let count = self.counts.get(key).copied().unwrap_or(0);
        (1.0 + self.faces.len() as f32 / (1.0 + count as f32)).ln()
    }
}

impl Weighed {
    fn new(place: Place, face: &Face) -> Weighed {
        let question = keys(&face.question);
        let beginning: String = face.answer.chars().take(BEGINNING).collect();
        let mut beside = keys(&beginning);
        beside.extend(face.topic.iter().flat_map(|heading| keys(heading)));
        beside.retain(|key| !question.contains(key));
        Weighed { place, question, beside, wants: wants(&face.question) }
    }
}

/// The terms of a text. Words that only ask say nothing of what is asked.
fn keys(text: &str) -> HashSet<String> {
    let asks = |key: &String| ASKING.split_whitespace().any(|word| word == key);
    terms::terms(text).into_iter().map(|term| term.key).filter(|key| !asks(key)).collect()
}

const ASKING: &str = "explain describ introduc tell know understand differ compar vs implement comput calcul \
    介绍 一下 解释 讲讲 讲 讲一下 说说 说明 简述 谈谈 描述 阐述 请问 了解 理解 哪些 区别 不同 差异 对比 比较 异同 \
    手写 手撕 实现 计算 原理 是什么 什么是 为什么 怎么样 分别";

/// What kind of answer a question wants beside an explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Want {
    Difference,
    Code,
    Number,
    Weakness,
}

/// Words that want it.
const WANTS: [(Want, &[&str]); 4] = [
    (
        Want::Difference,
        &["differ", "compare", " vs", "versus", "区别", "不同", "差异", "对比", "比较", "异同", "相比"],
    ),
    (
        Want::Code,
        &[
            "implement",
            "write code",
            "code up",
            "in numpy",
            "in pytorch",
            "手写",
            "手撕",
            "代码实现",
            "实现一个",
        ],
    ),
    (
        Want::Number,
        &["how much memory", "how many", "calculate", "estimate", "多少", "计算量", "参数量", "显存", "估算"],
    ),
    (
        Want::Weakness,
        &["drawback", "disadvantage", "limitation", "weakness", "缺点", "不足", "局限", "缺陷", "弊端"],
    ),
];

fn wants(question: &str) -> Vec<Want> {
    let question = question.to_lowercase();
    let holds = |(_, words): &&(Want, &[&str])| words.iter().any(|word| question.contains(word));
    WANTS.iter().filter(holds).map(|(want, _)| *want).collect()
}
