//! Terms: the words of a text that carry its meaning, in one form for all their wordings.
//!
//! English is compared by its stems, Chinese by its words. A glossary makes the wordings of one concept
//! one term, in both languages: 过拟合, overfitting and overfit are the same. The Chinese words that are
//! not in it are found by the segmenter's model of unknown words, so that no big dictionary has to be
//! shipped and loaded.

mod stop;

use crate::card::han::is_han;
use jieba_rs::Jieba;
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use stop::{NEGATIONS, is_content};
use unicode_normalization::UnicodeNormalization;

/// The concepts, one a line: English wordings `=` Chinese wordings.
const GLOSSARY: &str = include_str!("terms/glossary.txt");
/// Short forms, full forms and names, one meaning a line.
pub(super) const SYNONYMS: &str = include_str!("terms/synonyms.txt");
/// Pairs of opposites, one a line.
const OPPOSITES: &str = include_str!("terms/opposites.txt");

/// The longest wording in words.
const LONGEST: usize = 4;
/// The longest Chinese wording in characters.
const LONGEST_HAN: usize = 8;

/// One term of a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term {
    /// What it is compared by.
    pub key: String,
    /// How the text has it.
    pub surface: String,
    /// Whether it is a concept of the glossary.
    pub is_concept: bool,
}

/// What a clause says on one axis of opposites: which of the two.
pub type Stand = (usize, bool);

/// A piece of a text between two marks of punctuation.
#[derive(Debug, Clone, Default)]
pub struct Clause {
    /// Its terms.
    pub terms: Vec<Term>,
    /// What it says where something can be said or its opposite.
    pub stands: HashSet<Stand>,
    /// Whether it denies something.
    pub is_negated: bool,
}

/// The terms of a text in order, with repetitions.
pub fn terms(text: &str) -> Vec<Term> {
    LEXICON.terms(&tokens(&normal(text)))
}

/// The clauses of a text in order. A sentence is a run of clauses; `true` marks the last of each.
pub fn clauses(text: &str) -> Vec<(Clause, bool)> {
    let text = normal(text);
    let mut clauses = Vec::new();
    for sentence in split(&text, ends_sentence) {
        let parts = split(sentence, ends_clause);
        let last = parts.len().saturating_sub(1);
        for (at, part) in parts.into_iter().enumerate() {
            clauses.push((LEXICON.clause(part), at == last));
        }
    }
    clauses
}

/// The stem of an English word in small letters.
pub(super) fn stem(word: &str) -> String {
    LEXICON.stem(word)
}

/// Whether the glossary has a word as it stands there, or its plural: `expected` is not `expectation`.
pub(super) fn is_wording(surface: &str) -> bool {
    let known = |word: &str| LEXICON.wordings.contains(&normal(word));
    known(surface) || surface.strip_suffix('s').is_some_and(known)
}

/// The name that these stems are, or are short for: `bn`, `batch norm`.
pub(super) fn name_of(stems: &[&str]) -> Option<String> {
    LEXICON.names.get(&stems.join(" ")).cloned()
}

/// Whether a wording is short for a name of several words: its initials, or the beginnings of its words.
fn is_short_for(short: &str, name: &str) -> bool {
    let words: Vec<&str> = name.split([' ', '-']).collect();
    let parts: Vec<&str> = short.split([' ', '-']).collect();
    let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
    let begin =
        parts.len() == words.len() && parts.iter().zip(&words).all(|(part, word)| word.starts_with(part));
    words.len() > 1 && short != name && (short == initials || begin)
}

/// How many characters the longest Chinese word of the glossary has that these begin with, none if they begin
/// with none of several characters.
pub(super) fn wording_of(letters: impl Iterator<Item = char>) -> usize {
    let mut word = String::new();
    let mut longest = 0;
    for (at, letter) in letters.take(LONGEST_HAN).enumerate() {
        word.push(letter);
        if at > 0 && LEXICON.wordings.contains(&word) {
            longest = at + 1;
        }
    }
    longest
}

/// Whether one text says the opposite of the other: more, and less.
pub(super) fn are_opposite(one: &str, other: &str) -> bool {
    let (one, other) = (LEXICON.clause(&normal(one)).stands, LEXICON.clause(&normal(other)).stands);
    one.iter().any(|(axis, pole)| other.contains(&(*axis, !pole)) && !other.contains(&(*axis, *pole)))
}

/// The rows of all tables: wordings that mean one thing and nothing else, in both languages.
pub(super) fn wordings() -> impl Iterator<Item = Vec<&'static str>> {
    let concepts =
        rows(GLOSSARY).map(|(english, chinese)| english.split(", ").chain(chinese.split(", ")).collect());
    let lines = SYNONYMS.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '~']));
    concepts.chain(lines.map(|line| line.split(", ").filter(|wording| !wording.ends_with('?')).collect()))
}

/// How many concepts the glossary knows.
pub fn concepts() -> usize {
    rows(GLOSSARY).count()
}

struct Lexicon {
    jieba: Jieba,
    stemmer: Stemmer,
    /// All wordings as the glossary has them.
    wordings: HashSet<String>,
    /// From a wording, its words joined by spaces, to its concept.
    concepts: HashMap<String, String>,
    /// The first words of wordings of several words.
    starts: HashSet<String>,
    /// From a name of several words, or what is short for it, to that name.
    names: HashMap<String, String>,
    /// From a wording to what it says.
    stands: HashMap<String, Vec<Stand>>,
}

/// Built when the first text is compared: starting the program does not wait for it.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

fn rows(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "))
}

/// Words that the segmenter has to know besides those of the glossary.
const WORDS: &str = "为什么 因为 所以 因此 可以 不能 通过 使用 如果 那么 但是 而且 或者 以及 由于 用于 从而 并且 同时 \
    每个 每次 每层 各层 同一 所有 全部 任何 任意 之间 之后 之前 没有 不是 就是 也就是 得到 需要 进行 计算 结果 \
    方法 问题 作用 模型 网络 训练 测试 学习 输入 输出 提取 决定 控制 更新 存在 产生 导致 造成 引入 适合 擅长 \
    比较 非常 一般 通常 往往 主要 只有 仅仅 已经 仍然 还要 即使 虽然 然后 最后 首先 其次 例如 比如";

impl Lexicon {
    fn new() -> Lexicon {
        let mut lexicon = Lexicon {
            jieba: Jieba::empty(),
            stemmer: Stemmer::create(Algorithm::English),
            wordings: HashSet::new(),
            concepts: HashMap::new(),
            starts: HashSet::new(),
            names: HashMap::new(),
            stands: HashMap::new(),
        };
        for word in WORDS.split_whitespace() {
            lexicon.jieba.add_word(word, Some(200), None);
        }
        for (english, chinese) in rows(GLOSSARY) {
            let name = english.split(", ").next().unwrap_or(english);
            let short: Vec<&str> = english.split(", ").filter(|short| is_short_for(short, name)).collect();
            for wording in short.iter().chain(Some(&name).filter(|_| !short.is_empty())) {
                lexicon.names.insert(lexicon.key(wording), name.to_owned());
            }
            for wording in english.split(", ").chain(chinese.split(", ")) {
                lexicon.learn(wording);
                let key = lexicon.key(wording);
                lexicon.concepts.insert(key, name.to_owned());
                lexicon.wordings.insert(normal(wording));
            }
        }
        for (axis, (one, other)) in rows(OPPOSITES).enumerate() {
            let one = one.split(", ").map(|word| (word, false));
            for (wording, pole) in one.chain(other.split(", ").map(|word| (word, true))) {
                lexicon.learn(wording);
                let key = lexicon.key(wording);
                lexicon.stands.entry(key).or_default().push((axis, pole));
            }
        }
        lexicon
    }

    fn learn(&mut self, wording: &str) {
        if let Some((first, _)) = self.key(wording).split_once(' ') {
            self.starts.insert(first.to_owned());
        }
        if wording.contains(is_han) {
            let letters = wording.chars().count();
            self.jieba.add_word(&normal(wording), Some(500 * letters), None);
        }
    }

    /// What a wording is looked up by: the stems of its words.
    fn key(&self, wording: &str) -> String {
        let words: Vec<String> = tokens(&normal(wording)).iter().map(|token| self.stem(token)).collect();
        words.join(" ")
    }

    fn stem(&self, token: &str) -> String {
        if token.contains(is_han) {
            return token.to_owned();
        }
        self.stemmer.stem(&american(token)).into_owned()
    }

    fn clause(&self, text: &str) -> Clause {
        let tokens = tokens(text);
        let mut stands = HashSet::new();
        let mut is_negated = false;
        self.wordings(&tokens, |_, key| {
            stands.extend(self.stands.get(key).into_iter().flatten());
            is_negated |= NEGATIONS.contains(&key);
        });
        Clause { terms: self.terms(&tokens), stands, is_negated }
    }

    fn terms(&self, tokens: &[String]) -> Vec<Term> {
        let mut terms = Vec::new();
        self.wordings(tokens, |surface, key| {
            let concept = self.concepts.get(key);
            if let Some(name) = concept {
                terms.push(Term { key: name.clone(), surface: surface.to_owned(), is_concept: true });
            } else if !surface.contains(' ') && is_content(surface, key) {
                terms.push(Term { key: key.to_owned(), surface: surface.to_owned(), is_concept: false });
            }
        });
        terms
    }

    /// Every word, and every run of words that could be a wording: as it stands, and by its stems.
    fn wordings(&self, tokens: &[String], mut see: impl FnMut(&str, &str)) {
        // Chinese words come with the shorter words inside them.
        let mut runs: Vec<Vec<(String, String)>> = vec![Vec::new()];
        for token in tokens {
            if token.contains(is_han) {
                for word in self.jieba.cut_for_search(token, true) {
                    see(word.word, word.word);
                }
                runs.push(Vec::new());
            } else if let Some(run) = runs.last_mut() {
                run.push((token.clone(), self.stem(token)));
            }
        }
        for run in runs {
            for first in 0..run.len() {
                let (surface, stem) = &run[first];
                see(surface, stem);
                let longest = if self.starts.contains(stem) { LONGEST } else { 1 };
                for count in 2..=longest.min(run.len() - first) {
                    let words = &run[first..first + count];
                    let join = |pick: fn(&(String, String)) -> &str| {
                        words.iter().map(pick).collect::<Vec<_>>().join(" ")
                    };
                    see(&join(|(surface, _)| surface), &join(|(_, stem)| stem));
                }
            }
        }
    }
}

/// One form for full-width letters, capitals and the signs of formulas.
fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let letters: Vec<char> = text.nfkc().flat_map(char::to_lowercase).collect();
    for (at, letter) in letters.iter().enumerate() {
        let digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
        let within_number = digit(at.checked_sub(1)) && digit(Some(at + 1));
        match letter {
            // `150,528` is a number, `c_{t-1}` is written c_t-1 or ct-1 by hand.
            ',' if within_number => {}
            '_' | '{' | '}' | '\'' | '’' => {}
            '\\' | '$' | '^' => out.push(' '),
            '×' if within_number => out.push('x'),
            letter => out.push(*letter),
        }
    }
    out
}

/// Words, numbers and runs of Chinese.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut word = String::new();
    let letters: Vec<char> = text.chars().collect();
    for (at, letter) in letters.iter().copied().enumerate() {
        let is_point = letter == '.'
            && word.chars().last().is_some_and(|before| before.is_ascii_digit())
            && letters.get(at + 1).is_some_and(char::is_ascii_digit);
        let joins = letter.is_alphanumeric() || is_point;
        let changes = word.chars().last().is_some_and(|before| is_han(before) != is_han(letter));
        if !joins || changes {
            tokens.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
        }
        if joins {
            word.push(letter);
        }
    }
    tokens.extend((!word.is_empty()).then_some(word));
    tokens
}

fn ends_sentence(letter: char, next: Option<char>) -> bool {
    matches!(letter, '。' | '!' | '?' | ';' | '\n') || letter == '.' && next.is_none_or(char::is_whitespace)
}

fn ends_clause(letter: char, next: Option<char>) -> bool {
    matches!(letter, ':' | '(' | ')') || letter == ',' && next.is_none_or(|next| !next.is_ascii_digit())
}

fn split(text: &str, ends: fn(char, Option<char>) -> bool) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        let after = at + letter.len_utf8();
        if ends(letter, text[after..].chars().next()) {
            parts.push(&text[start..at]);
            start = after;
        }
    }
    parts.push(&text[start..]);
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// `normalisation` as `normalization`, so that both have one stem.
fn american(word: &str) -> String {
    const KEPT: [&str; 13] = [
        "nois", "rais", "precis", "otherwis", "likewis", "exercis", "compris", "aris", "promis", "revis",
        "superv", "unsuperv", "concis",
    ];
    if word.len() < 6 || KEPT.iter().any(|kept| word.starts_with(kept)) {
        return match word {
            "neighbours" | "neighbour" => "neighbor".to_owned(),
            _ => word.to_owned(),
        };
    }
    let word =
        word.replace("neighbour", "neighbor").replace("colour", "color").replace("behaviour", "behavior");
    for (british, ours) in [
        ("isation", "ization"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ise", "ize"),
        ("iser", "izer"),
        ("isers", "izers"),
        ("isations", "izations"),
    ] {
        if let Some(head) = word.strip_suffix(british) {
            return format!("{head}{ours}");
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        terms(text).into_iter().map(|term| term.key).collect()
    }

    #[test]
    fn wordings_of_one_concept_are_one_term() {
        for (one, other) in [
            ("overfitting", "过拟合"),
            ("it overfits", "过度拟合"),
            ("Batch Normalisation", "批归一化"),
            ("batch normalization", "ＢＮ"),
            ("weight sharing", "权重共享"),
            ("vanishing gradients", "梯度消失"),
            ("mini-batches", "小批量"),
        ] {
            let other = keys(other);
            assert!(keys(one).iter().any(|key| other.contains(key)), "{one}: {:?} {other:?}", keys(one));
        }
    }

    #[test]
    fn numbers_and_symbols_are_read_as_they_are_typed() {
        assert_eq!(keys("150,528"), ["150528"]);
        assert_eq!(keys("0.25。"), ["0.25"]);
        assert_eq!(keys("$c_{t}$"), keys("c_t"));
        assert!(keys("3×3").iter().any(|key| key == "3×3"), "{:?}", keys("3×3"));
    }

    #[test]
    fn the_glossary_is_long_and_no_wording_means_two_things() {
        assert!(concepts() >= 250, "{}", concepts());
        let mut seen = HashSet::new();
        for (english, chinese) in rows(GLOSSARY) {
            for wording in english.split(", ").chain(chinese.split(", ")) {
                assert!(seen.insert(wording), "{wording} stands in two lines");
                assert!(!wording.trim().is_empty() && wording.trim() == wording, "{wording:?}");
            }
            assert!(!english.contains(is_han) && chinese.contains(is_han), "{english} = {chinese}");
        }
    }

    #[test]
    fn clauses_know_what_they_say_and_deny() {
        let clauses = clauses("Pooling increases the resolution; it does not lose detail.");
        assert_eq!(clauses.len(), 2);
        assert!(clauses[0].0.stands.contains(&(0, false)) && !clauses[0].0.is_negated);
        assert!(clauses[1].0.is_negated);
    }
}
