//! Which card asks what a question of an interview report asks: the same question, in other words, or in the
//! other language.
//!
//! Both are compared by their terms, which are the same for all wordings of a concept; rare terms weigh more.
//! A card has to say most of what the question says and hardly anything else, and both have to want the same
//! kind of answer: who asks for a difference does not ask how one of the two works. What a card lists behind
//! its subject (`XGBoost: objective, second order, …`) is less than what it is about.

mod spelling;

pub use spelling::same_words;

use super::cloze;
use super::terms::{self, Term};
use crate::card::han::is_han;
use crate::card::{Card, Face};
use crate::desk::Place;
use crate::markdown;
use spelling::{BEGINNING, Spelling};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// From this likeness on a card is the one that was asked, if no other is as near.
const SURE: f32 = 0.6;
/// The same where the question has nothing but a name.
const SURE_OF_A_NAME: f32 = SAME_SUBJECT;
/// From this likeness on it may be the one.
const NEAR: f32 = 0.3;
/// So much nearer than the second has to be what is sure.
const AHEAD: f32 = 0.08;
/// From this likeness on a card is sure where no other comes near, which is one that is so much less like.
const ALONE: f32 = 0.55;
const FAR_AHEAD: f32 = 0.22;
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
/// What likeness is left for each name that the card has nowhere.
const OTHER_NAME: f32 = 0.8;
/// What likeness is left where the card only lists what the question is about.
const LISTED_SUBJECT: f32 = 0.8;
/// How much a word counts that names nothing.
const NO_NAME: f32 = 0.4;
/// How much a term counts against a card that lists it behind its subject, where it was not asked for.
const LISTED: f32 = 0.35;
/// How like a card is whose subject is all that the question names.
const SAME_SUBJECT: f32 = 0.8;
/// How like a card is whose name is all that the question names.
const OWN_NAME: f32 = 0.9;
/// What likeness is left to the first of two questions.
const FIRST: f32 = 0.95;
/// What stands behind the subject of a question.
const ENDS_SUBJECT: [char; 7] = ['：', ':', '；', ';', '？', '?', '（'];

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
    /// Cards by the words of their questions.
    said: HashMap<String, Place>,
    spelling: Spelling,
    /// In how many faces a term stands.
    counts: HashMap<String, u32>,
}

/// Terms, each with whether it names something: a concept of the glossary, or a name in Latin letters.
type Terms = HashMap<String, bool>;

struct Weighed {
    place: Place,
    question: Terms,
    /// Terms of the question up to where its subject ends.
    subject: HashSet<String>,
    beside: Terms,
    /// Terms of the name that the author gave the card.
    name: Terms,
    /// Whether that name is one term.
    is_named_alone: bool,
    wants: Vec<Want>,
}

impl Catalogue {
    /// Prepares these cards.
    pub fn new<'a>(cards: impl IntoIterator<Item = (Place, &'a Card)>) -> Catalogue {
        // A question that follows another does not say what it is about.
        let cards: Vec<(Place, &Card)> =
            cards.into_iter().filter(|(_, card)| card.parent().is_none()).collect();
        let all_faces = || {
            cards.iter().flat_map(|(place, card)| card.faces.iter().map(move |face| (*place, *card, face)))
        };
        let spelling = Spelling::of(all_faces().map(|(.., face)| face));
        let mut said = HashMap::new();
        for (place, _, face) in all_faces() {
            said.entry(same_words(&face.question)).or_insert(place);
        }
        // The bare name that its author gave a card asks for that card.
        for (place, card) in cards.iter().filter(|(_, card)| card.metadata().is_some()) {
            said.entry(same_words(&card.id.as_str().replace('-', " "))).or_insert(*place);
        }
        said.remove("");
        let faces: Vec<Weighed> =
            all_faces().map(|(place, card, face)| Weighed::new(place, card, face, &spelling)).collect();
        let mut counts: HashMap<String, u32> = HashMap::new();
        for key in faces.iter().flat_map(|face| face.question.keys()) {
            *counts.entry(key.clone()).or_default() += 1;
        }
        Catalogue { faces, said, spelling, counts }
    }

    /// The cards by how much they ask the same, the nearest first.
    pub fn nearest(&self, question: &str) -> Vec<(Place, f32)> {
        let mut best: HashMap<Place, f32> = HashMap::new();
        // Who asks two things at once asks the first.
        let question = self.spelling.respelt(&without_brackets(question));
        let first = question.split_inclusive(['?', '？']).next().filter(|first| first.len() < question.len());
        for (asked, share) in [(question.as_str(), 1.0)].into_iter().chain(first.map(|first| (first, FIRST)))
        {
            let (asked, wants) = (keys(asked), wants(asked));
            for face in &self.faces {
                let likeness = share * self.likeness(&asked, &wants, face);
                let known = best.entry(face.place).or_default();
                *known = known.max(likeness);
            }
        }
        let mut near: Vec<(Place, f32)> = best.into_iter().filter(|(_, likeness)| *likeness > 0.0).collect();
        near.sort_by(|(one, first), (other, second)| second.total_cmp(first).then(one.cmp(other)));
        near
    }

    /// What a question asks for.
    pub fn find(&self, question: &str) -> Match {
        if let Some(place) = self.said.get(&same_words(question)) {
            return Match::Sure(*place);
        }
        let near = self.nearest(question);
        let (first, second) = (near.first().copied(), near.get(1).map_or(0.0, |(_, likeness)| *likeness));
        let Some((place, likeness)) = first.filter(|(_, likeness)| *likeness >= NEAR) else {
            return Match::None;
        };
        let question = &self.spelling.respelt(question);
        let asked = keys(&without_brackets(question));
        // "What is X?" is asked by every card about X, and by one whose subject is X alone.
        let is_name = asked.len() <= 1;
        let is_alone = !is_name && likeness >= ALONE && likeness - second >= FAR_AHEAD;
        let is_like = likeness >= if is_name { SURE_OF_A_NAME } else { SURE };
        // Words that name nothing are those of many questions.
        let names = asked.values().any(|is_name| *is_name);
        let is_sure = names && (is_alone || is_like && likeness - second >= AHEAD);
        if is_sure && self.has_both(place, question, &asked) {
            return Match::Sure(place);
        }
        let near = near.into_iter().filter(|(_, likeness)| *likeness >= NEAR);
        Match::Near(near.take(MOST_OFFERED).map(|(place, _)| place).collect())
    }

    /// Whether a card has both sides of a comparison, where one is asked for.
    fn has_both(&self, place: Place, question: &str, asked: &Terms) -> bool {
        let has_both = |face: &&Weighed| {
            let shared = asked.keys().filter(|key| face.question.contains_key(*key)).count();
            face.wants.contains(&Want::Difference) || shared > 1
        };
        !wants(question).contains(&Want::Difference)
            || self.faces.iter().filter(|face| face.place == place).any(|face| has_both(&face))
    }

    /// How much a question and a card say the same, 0 to 1.
    fn likeness(&self, asked: &Terms, wants: &[Want], face: &Weighed) -> f32 {
        let weigh = |terms: &Terms, of: &Terms| -> f32 {
            let common = terms.iter().filter(|(key, _)| of.contains_key(*key));
            common.map(|(key, is_name)| self.weight(key, *is_name)).sum()
        };
        let named: f32 = {
            let common = asked.iter().filter(|(key, _)| face.name.contains_key(*key));
            common
                .filter(|(key, _)| !face.question.contains_key(*key))
                .map(|(key, is_name)| self.weight(key, *is_name))
                .sum()
        };
        let both = weigh(asked, &face.question) + named;
        if both == 0.0 {
            return 0.0;
        }
        let said = (both + BESIDE * weigh(asked, &face.beside)) / weigh(asked, asked);
        let own = face.question.iter().map(|(key, is_name)| {
            let is_listed = !face.subject.contains(key) && !asked.contains_key(key);
            self.weight(key, *is_name) * if is_listed { LISTED } else { 1.0 }
        });
        let more = both / (own.sum::<f32>() + named);
        let mut fit = 2.0 * said * more / (said + more);
        if face.wants != wants {
            let is_code = |wants: &[Want]| wants.contains(&Want::Code);
            fit *= if is_code(&face.wants) == is_code(wants) { OTHER_WANT } else { OTHER_CODE };
        }
        // What a question is about is the rarest name in it; a card without that name is about something else.
        // One without a name is about nothing that can be known.
        match self.subject(asked) {
            None => fit *= OTHER_CODE,
            Some(key) if face.name.contains_key(key) => {}
            Some(key) if !face.question.contains_key(key) => fit *= OTHER_SUBJECT,
            Some(key) if !face.subject.contains(key) => fit *= LISTED_SUBJECT,
            Some(_) => {}
        }
        let knows = [&face.question, &face.beside, &face.name];
        let known = |key: &String| knows.iter().any(|terms| terms.contains_key(key));
        let unknown = asked.iter().filter(|(key, is_name)| **is_name && !known(key)).count();
        fit *= OTHER_NAME.powi(unknown as i32);
        let subject = self.subject(&face.question).filter(|key| face.subject.contains(*key));
        if subject.is_some_and(|key| !asked.contains_key(key)) {
            fit *= MORE_SUBJECT;
        }
        // "What is DPO?" names all that the card is about, and nothing else.
        let is_same = face.wants == wants
            && asked.values().all(|is_name| *is_name)
            && face.subject.len() == asked.len()
            && asked.keys().all(|key| face.subject.contains(key));
        // The card `lora` is the one that says what that is.
        let names = || asked.iter().filter(|(_, is_name)| **is_name).map(|(key, _)| key);
        // Tests at its end do not make code of what it asks.
        let is_named = face.wants.iter().filter(|want| **want != Want::Code).eq(wants)
            && face.is_named_alone
            && names().count() == face.name.len()
            && asked.len() <= face.name.len() + 1
            && names().all(|key| face.name.contains_key(key));
        match (is_named, is_same) {
            (true, _) => fit.max(OWN_NAME),
            (_, true) => fit.max(SAME_SUBJECT),
            _ => fit,
        }
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
    fn new(place: Place, card: &Card, face: &Face, spelling: &Spelling) -> Weighed {
        let question = keys(&face.question);
        let beginning: String = face.answer.chars().take(BEGINNING).collect();
        let mut beside = keys(&beginning);
        beside.extend(face.topic.iter().flat_map(|heading| keys(heading)));
        // `causal mask` is a mask.
        let parts = terms::terms(&face.question).into_iter().filter(|term| term.is_concept);
        beside.extend(parts.map(|term| (term.key, true)));
        beside.retain(|key, _| !question.contains_key(key));
        let id = card.metadata().map(|_| card.id.as_str().replace('-', " ")).unwrap_or_default();
        let id = spelling.respelt(&id);
        let words = keys(&id);
        let is_name = |key: &String, is_name: bool| is_name || question.get(key) == Some(&true);
        let name = words.into_iter().filter(|(key, known)| is_name(key, *known));
        let name: Terms = name.map(|(key, _)| (key, true)).collect();
        let whole = id.to_lowercase();
        let is_whole = |term: &Term| term.surface == whole && name.contains_key(&term.key);
        let is_named_alone = name.len() == 1 && terms::terms(&id).iter().any(is_whole);
        let subject = keys(face.question.split(ENDS_SUBJECT).next().unwrap_or_default());
        let subject = if subject.is_empty() {
            question.keys().cloned().collect()
        } else {
            subject.into_keys().collect()
        };
        let mut wants = wants(&face.question);
        // A card with tests wants code, whatever its title says.
        let is_code = markdown::practice(&face.answer, "python tests").iter().any(|tests| !tests.is_empty());
        if is_code && !wants.contains(&Want::Code) {
            wants.push(Want::Code);
            wants.sort_unstable();
        }
        Weighed { place, question, subject, beside, name, is_named_alone, wants }
    }
}

/// A question without what it adds in brackets, where something else is left.
fn without_brackets(question: &str) -> Cow<'_, str> {
    let mut depth = 0;
    let outside = |letter: &char| {
        depth += i32::from(matches!(letter, '(' | '（'));
        let is_outside = depth <= 0;
        depth -= i32::from(matches!(letter, ')' | '）') && depth > 0);
        is_outside
    };
    let left: String = question.chars().filter(outside).collect();
    if keys(&left).is_empty() { Cow::Borrowed(question) } else { Cow::Owned(left) }
}

/// The terms of a text. Words that only ask say nothing of what is asked.
fn keys(text: &str) -> Terms {
    let asks = |key: &str| ASKING_KEYS.contains(key);
    let is_chinese = text.contains(is_han);
    let is_name = |term: &Term| {
        let is_latin = !term.surface.contains(is_han) && term.surface.chars().any(char::is_alphabetic);
        // In English every word is Latin; a name has capitals inside or figures.
        let is_general = GENERAL.split(", ").any(|one| one == term.key) || !cloze::is_telling(&term.key);
        let is_name = term.is_concept || is_chinese || is_spelt_as_name(&term.surface, text);
        is_name && (term.is_concept || is_latin) && !(term.is_concept && is_general)
    };
    let terms = terms::terms(text);
    let lower = text.to_lowercase().replace('-', " ");
    // 生成对抗网络 names one thing, and neither 对抗 nor 网络.
    let is_part = |term: &Term| {
        let longer =
            terms.iter().filter(|other| other.is_concept && other.surface.len() > term.surface.len());
        let mut rest = lower.clone();
        longer
            .filter(|other| other.surface.contains(&term.surface))
            .for_each(|other| rest = rest.replace(&other.surface, " "));
        rest.len() < lower.len() && !rest.contains(&term.surface)
    };
    let own = terms.iter().filter(|term| !asks(&term.key) && !is_part(term));
    own.map(|term| (term.key.clone(), is_name(term))).collect()
}

/// Whether a word stands in the text with two capitals, or one behind its first letter.
fn is_spelt_as_name(word: &str, text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let capitals = |word: &str| word.chars().skip(1).any(char::is_uppercase);
    words.into_iter().any(|one| capitals(one) && one.to_lowercase() == word)
}

/// The words of [`ASKING`] as terms are compared.
static ASKING_KEYS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let words = ASKING.split_whitespace();
    words.flat_map(|word| [word.to_owned(), terms::stem(word)]).collect()
});

/// Concepts of every second card, which name nothing.
const GENERAL: &str = "neural network, machine learning, deep learning, language model, large language model, model, algorithm, data set, \
    classification";

const ASKING: &str = "explain interpretability describe introduce tell know understand differ difference compare comparison vs versus \
    implement compute calculate discuss purpose role common commonly main basic key idea detail briefly advantage disadvantage benefit problem issue \
    approach technique method way work works mean means meaning use used using usage usually does give given example name list kind type \
    cause caused think thought consider considered happen might could would should few widely able about affect effect \
    impact important importance general generally good better best well popular prevent reason relate related relation \
    relationship set significant significance some specific typical typically various why concept process step \
    task handle help need require involve define definition available make come most many much more often \
    practice real-world application apply applied challenge deal solve solution improve between same time take \
    介绍 一下 解释 讲讲 讲 讲一下 说说 说明 简述 简述下 谈谈 描述 阐述 请问 了解 理解 哪些 区别 不同 差异 对比 比较 异同 \
    手写 手撕 实现 计算 原理 是什么 什么是 什么叫 为什么 怎么样 分别 提出 解决 问题 常见 常用 方法 主要 作用 简单 讲解 推导 要点 流程 \
    优势 好处 优点 缺点 优缺点 如何 怎么 怎样 应用 实际 适合 类型 种类 使用 关系 一般 动机 效果 采用 定义 概念 含义 思想 策略 改进 \
    过程 步骤 技巧 核心 基本 场景 应用场景 具体 具体说明 意义 特点 影响 联系 功能 办法 经验 通常 可以 用来 处理 试试 证明 各有什么 \
    advantage drawback solve prevent cause similar different simple role \
    fundamental basics tradeoff trade-off recommend recommended tend lead ensure choose choosing avoid intuition intuitively \
    formula derive derivation structure numpy pytorch python walk draw regard issue think \
    基础 避免 如何避免 预防 克服 采集 采用 公式 结构 本质 直观 中的 掌握 落地";

/// What kind of answer a question wants beside an explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
        &[
            "differ", "compare", " vs", "versus", " or ", "还是", "区别", "不同", "差异", "对比", "比较",
            "异同", "相比",
        ],
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
    // `different kinds` are no difference that is asked for.
    let question = question.to_lowercase().replace("different ", "");
    let holds = |(_, words): &&(Want, &[&str])| words.iter().any(|word| question.contains(word));
    WANTS.iter().filter(holds).map(|(want, _)| *want).collect()
}
