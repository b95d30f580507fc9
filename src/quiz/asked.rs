//! Which card asks what a question of an interview report asks: the same question, in other words, or in the
//! other language.
//!
//! Both are compared by their terms, which are the same for all wordings of a concept; rare terms weigh more.
//! A card has to say most of what the question says and hardly anything else, and both have to want the same
//! kind of answer: who asks for a difference does not ask how one of the two works.

use super::terms::{self, Term, is_han};
use crate::card::{Card, Face};
use crate::desk::Place;
use std::collections::HashMap;

/// From this likeness on a card is the one that was asked, if no other is as near.
const SURE: f32 = 0.58;
/// The same where the question has nothing but a name.
const SURE_OF_A_NAME: f32 = 0.95;
/// From this likeness on it may be the one.
const NEAR: f32 = 0.3;
/// So much nearer than the second has to be what is sure.
const AHEAD: f32 = 0.08;
/// So many cards are offered where it is not sure.
const MOST_OFFERED: usize = 3;
/// How much a term counts that stands in the heading or the first lines of an answer only.
const BESIDE: f32 = 0.4;
/// What likeness is left where another kind of answer is wanted, where the card is about something else than
/// the question, and where it is about more.
const OTHER_WANT: f32 = 0.8;
const OTHER_CODE: f32 = 0.5;
const OTHER_SUBJECT: f32 = 0.65;
const MORE_SUBJECT: f32 = 0.9;
/// How much a word counts that names nothing.
const NO_NAME: f32 = 0.4;
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

/// Terms, each with whether it names something: a concept of the glossary, or a name in Latin letters.
type Terms = HashMap<String, bool>;

struct Weighed {
    place: Place,
    question: Terms,
    beside: Terms,
    wants: Vec<Want>,
}

impl Catalogue {
    /// Prepares these cards.
    pub fn new<'a>(cards: impl IntoIterator<Item = (Place, &'a Card)>) -> Catalogue {
        let mut faces = Vec::new();
        for (place, card) in cards {
            // A question that follows another does not say what it is about.
            if card.parent().is_none() {
                faces.extend(card.faces.iter().map(|face| Weighed::new(place, face)));
            }
        }
        let mut counts: HashMap<String, u32> = HashMap::new();
        for key in faces.iter().flat_map(|face| face.question.keys()) {
            *counts.entry(key.clone()).or_default() += 1;
        }
        Catalogue { faces, counts }
    }

    /// The cards by how much they ask the same, the nearest first.
    pub fn nearest(&self, question: &str) -> Vec<(Place, f32)> {
        let (asked, wants) = (keys(question), wants(question));
        let mut best: HashMap<Place, f32> = HashMap::new();
        for face in &self.faces {
            let likeness = self.likeness(&asked, &wants, face);
            let known = best.entry(face.place).or_default();
            *known = known.max(likeness);
        }
        let mut near: Vec<(Place, f32)> = best.into_iter().filter(|(_, likeness)| *likeness > 0.0).collect();
        near.sort_by(|(one, first), (other, second)| second.total_cmp(first).then(one.cmp(other)));
        near
    }

    /// What a question asks for.
    pub fn find(&self, question: &str) -> Match {
        let mut near = self.nearest(question);
        near.retain(|(_, likeness)| *likeness >= NEAR);
        // "What is X?" is asked by every card about X.
        let sure = if keys(question).len() > 1 { SURE } else { SURE_OF_A_NAME };
        match near[..] {
            [] => Match::None,
            [(place, likeness)] if likeness >= sure => Match::Sure(place),
            [(place, first), (_, second), ..] if first >= sure && first - second >= AHEAD => {
                Match::Sure(place)
            }
            _ => Match::Near(near.into_iter().take(MOST_OFFERED).map(|(place, _)| place).collect()),
        }
    }

    /// How much a question and a card say the same, 0 to 1.
    fn likeness(&self, asked: &Terms, wants: &[Want], face: &Weighed) -> f32 {
        let weigh = |terms: &Terms, of: &Terms| -> f32 {
            let common = terms.iter().filter(|(key, _)| of.contains_key(*key));
            common.map(|(key, is_name)| self.weight(key, *is_name)).sum()
        };
        let both = weigh(asked, &face.question);
        if both == 0.0 {
            return 0.0;
        }
        let said = (both + BESIDE * weigh(asked, &face.beside)) / weigh(asked, asked);
        let more = both / weigh(&face.question, &face.question);
        let mut fit = 2.0 * said * more / (said + more);
        if face.wants != wants {
            let is_code = |wants: &[Want]| wants.contains(&Want::Code);
            fit *= if is_code(&face.wants) == is_code(wants) { OTHER_WANT } else { OTHER_CODE };
        }
        // What a question is about is the rarest name in it; a card without that name is about something else.
        // One without a name is about nothing that can be known.
        match self.subject(asked) {
            None => fit *= OTHER_CODE,
            Some(key) if !face.question.contains_key(key) => fit *= OTHER_SUBJECT,
            Some(_) => {}
        }
        if self.subject(&face.question).is_some_and(|key| !asked.contains_key(key)) {
            fit *= MORE_SUBJECT;
        }
        fit
    }

    fn subject<'a>(&self, terms: &'a Terms) -> Option<&'a String> {
        let names = terms.iter().filter(|(_, is_name)| **is_name).map(|(key, _)| key);
        names.max_by(|one, other| {
            self.weight(one, true).total_cmp(&self.weight(other, true)).then_with(|| one.cmp(other))
        })
    }

    /// A rare term says more than one of every second card, and a name more than another word.
    fn weight(&self, key: &str, is_name: bool) -> f32 {
        let count = self.counts.get(key).copied().unwrap_or(0);
        let rare = (1.0 + self.faces.len() as f32 / (1.0 + count as f32)).ln();
        if is_name { rare } else { rare * NO_NAME }
    }
}

impl Weighed {
    fn new(place: Place, face: &Face) -> Weighed {
        let question = keys(&face.question);
        let beginning: String = face.answer.chars().take(BEGINNING).collect();
        let mut beside = keys(&beginning);
        beside.extend(face.topic.iter().flat_map(|heading| keys(heading)));
        beside.retain(|key, _| !question.contains_key(key));
        Weighed { place, question, beside, wants: wants(&face.question) }
    }
}

/// The terms of a text. Words that only ask say nothing of what is asked.
fn keys(text: &str) -> Terms {
    let asks = |key: &str| ASKING.split_whitespace().any(|word| word == key);
    let is_chinese = text.contains(is_han);
    let is_name = |term: &Term| {
        let is_latin = !term.surface.contains(is_han) && term.surface.chars().any(char::is_alphabetic);
        // In English every word is Latin; a name has capitals inside or figures.
        term.is_concept || (is_latin && (is_chinese || is_spelt_as_name(&term.surface, text)))
    };
    let terms = terms::terms(text).into_iter().filter(|term| !asks(&term.key));
    terms.map(|term| (term.key.clone(), is_name(&term))).collect()
}

/// Whether a word stands in the text with two capitals, or one behind its first letter.
fn is_spelt_as_name(word: &str, text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let capitals = |word: &str| word.chars().skip(1).any(char::is_uppercase);
    words.into_iter().any(|one| capitals(one) && one.to_lowercase() == word)
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
