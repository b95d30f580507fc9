//! Wordings that say the same: words by their stems, short forms, synonyms, terms of the glossary.

use super::formula::{of_sign, raised};
use crate::card::han::{is_han, simplified};
use crate::markdown;
use crate::quiz::terms;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Short forms of single words, each with the word.
const SHORT: &str = "val validation, eval evaluation, fc fully-connected, conv convolution, attn attention, lr learning-rate, \
    bs batch-size, param parameter, params parameters, hparams hyperparameters, reg regularisation, init initialisation, \
    seq sequence, emb embedding, embs embeddings, enc encoder, dec decoder, grad gradient, grads gradients, \
    acc accuracy, std standard-deviation, var variance, avg average, prob probability, probs probabilities, \
    vocab vocabulary, temp temperature, dim dimension, dims dimensions, neg negative, len length, \
    max maximum, min minimum, num number, mem memory, opt optimiser, coeff coefficient, obs observations, \
    iter iteration, iters iterations, freq frequency, img image, imgs images, cov covariance, corr correlation, \
    diff difference, exp exponential, log-prob log-probability, logprob log-probability, logprobs log-probabilities, \
    config configuration, repr representation, approx approximate, info information, hyperparams hyperparameters, \
    env environment";

/// Words that mean several things, one of which the gap's other language tells.
const AMBIGUOUS: [&str; 7] = ["bias", "步长", "norm", "kernel", "精度", "memory", "state"];

/// What a term may be called behind its name.
const KINDS: [&str; 22] = [
    "divergence",
    "matrix",
    "function",
    "algorithm",
    "distribution",
    "theorem",
    "inequality",
    "distance",
    "transform",
    "optimiser",
    "optimizer",
    "散度",
    "矩阵",
    "函数",
    "算法",
    "分布",
    "定理",
    "不等式",
    "距离",
    "变换",
    "优化器",
    "机制",
];

/// Terms that name one thing, with or without such a word.
const NAMED: &str = "softmax sigmoid logistic relu gelu swish silu tanh softplus kl js hessian jacobian bernoulli gaussian \
    poisson dirichlet wasserstein cauchy laplace beta gamma gumbel fisher bayes jensen markov chebyshev hoeffding adam adamw \
    sgd lion muon rmsprop adagrad fourier cosine euclidean mahalanobis hamming attention pagerank dijkstra viterbi kalman \
    em cross-entropy 注意力 高斯 伯努利 泊松 海森 雅可比 傅里叶 欧氏 马氏 汉明";

/// Small letters of one width, Chinese in simplified characters.
pub(super) fn normal(text: &str) -> String {
    let shown = if text.contains('$') { markdown::text(&markdown::inlines(text)) } else { text.to_owned() };
    let shown = shown.replace("==", "");
    let shown: String = shown.nfkc().flat_map(char::to_lowercase).collect();
    let shown = simplified(&shown);
    let shown = shown
        .trim_end_matches(['.', ',', '。', '，', ';', '；'])
        .replace(['−', '–'], "-")
        .replace(['·', '×'], "*")
        .replace("\\top", "t")
        .replace('⊤', "t");
    crossed(&shown)
}

/// A text in which `x` between two figures is a sign: `3x3`.
fn crossed(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let beside = |at: usize| {
        let before = letters[..at].iter().rev().find(|letter| **letter != ' ');
        let after = letters[at + 1..].iter().find(|letter| **letter != ' ');
        before.is_some_and(char::is_ascii_digit) && after.is_some_and(char::is_ascii_digit)
    };
    let one = |(at, letter): (usize, &char)| if *letter == 'x' && beside(at) { '*' } else { *letter };
    letters.iter().enumerate().map(one).collect()
}

/// A text without marks, spaces and hyphens.
pub(super) fn letters(text: &str) -> String {
    normal(text)
        .chars()
        .filter(|letter| letter.is_alphanumeric() || "+=<>/*^.%√∞".contains(*letter))
        .collect()
}

/// A formula as it is written, without spaces: its brackets and the sign of subtraction count, and large letters are
/// not small ones.
pub(super) fn signs(text: &str) -> String {
    let plain: String = if text.contains('$') { without_commands(text) } else { text.to_owned() };
    let plain: String = raised(&plain).nfkc().collect();
    let text = crossed(&simplified(plain.trim_end_matches(['.', '。', ';', '；'])));
    let text =
        text.replace("**", "^").replace("||", "‖").replace("\\|", "‖").replace('∥', "‖").replace("⊤", "T");
    let text = text.replace(['−', '–'], "-").replace(['·', '×'], "*").replace("≥", ">=").replace("≤", "<=");
    let text =
        text.replace(['[', '{'], "(").replace([']', '}'], ")").replace('∑', "sum").replace('√', "sqrt");
    let mut out = String::new();
    for letter in text.chars() {
        match of_sign(letter) {
            Some(name) => out.push_str(name),
            None if letter.is_alphanumeric() || "+-=<>/*^.,%()|‖!∂'".contains(letter) => out.push(letter),
            None => {}
        }
    }
    out
}

/// LaTeX with its commands as words and signs, without braces.
fn without_commands(source: &str) -> String {
    const COMMANDS: [(&str, &str); 21] = [
        ("\\,", ""),
        ("\\!", ""),
        ("\\mathrm", ""),
        ("\\mathbf", ""),
        ("\\operatorname", ""),
        ("\\text", ""),
        ("\\left", ""),
        ("\\right", ""),
        ("\\big", ""),
        ("\\lVert", "‖"),
        ("\\rVert", "‖"),
        ("\\|", "‖"),
        ("\\mid", "|"),
        ("\\times", "*"),
        ("\\cdot", "*"),
        ("\\leq", "<="),
        ("\\le", "<="),
        ("\\geq", ">="),
        ("\\ge", ">="),
        ("\\top", "T"),
        ("\\partial", "∂"),
    ];
    let plain = COMMANDS.iter().fold(source.to_owned(), |text, (command, sign)| text.replace(command, sign));
    plain.chars().filter(|letter| !matches!(letter, '$' | '\\' | '{' | '}')).collect()
}

/// The words of a text, Han characters each by itself.
fn words(text: &str) -> Vec<String> {
    let text = normal(text);
    let mut words: Vec<String> = vec![String::new()];
    for letter in text.chars() {
        let starts = is_han(letter) || words.last().is_some_and(|word| word.chars().any(is_han));
        if starts || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        if letter.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.push(letter);
        }
    }
    let articles = ["the", "a", "an", "的", "之", "to"];
    words.retain(|word| !word.is_empty() && !articles.contains(&word.as_str()));
    words
}

/// The same with short forms written out.
fn long_words(text: &str) -> Vec<String> {
    let long = |word: String| match SHORT_FORMS.get(word.as_str()) {
        Some(long) => long.split('-').map(str::to_owned).collect(),
        None => vec![word],
    };
    words(text).into_iter().flat_map(long).collect()
}

/// The stems of its words.
pub(super) fn stems(text: &str) -> Vec<String> {
    long_words(text).iter().map(|word| terms::stem(word)).collect()
}

static SHORT_FORMS: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| SHORT.split(", ").filter_map(|form| form.trim().split_once(' ')).collect());

/// From a wording to its line, or to the lines that it may mean or is near to.
#[derive(Default)]
struct Synonyms {
    same: HashMap<String, usize>,
    maybe: HashMap<String, HashSet<usize>>,
    near: HashMap<String, HashSet<usize>>,
}

static LINES: LazyLock<Synonyms> = LazyLock::new(|| {
    let mut lines = Synonyms::default();
    for (at, line) in
        terms::SYNONYMS.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
    {
        let (line, is_near) = line.strip_prefix("~ ").map_or((line, false), |near| (near, true));
        for wording in line.split(", ") {
            match wording.strip_suffix('?') {
                Some(wording) => drop(lines.maybe.entry(key(wording)).or_default().insert(at)),
                None if is_near => drop(lines.near.entry(key(wording)).or_default().insert(at)),
                None => drop(lines.same.insert(key(wording), at)),
            }
        }
    }
    lines
});

fn key(text: &str) -> String {
    stems(text).concat()
}

/// What a text means: its line among the synonyms, or the concept of the glossary that it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    Line(usize),
    Concept(String),
}

/// What a text means, if it is one term and nothing else.
pub(super) fn meaning(text: &str) -> Option<Meaning> {
    let line = LINES.same.get(&key(text)).map(|line| Meaning::Line(*line));
    line.or_else(|| concept(text).map(Meaning::Concept))
}

/// Whether both mean the same: in one line, or, where half a term is not asked for, of one concept of the glossary.
fn mean_the_same(one: &str, other: &str, may_be_concept: bool) -> bool {
    let line = |text: &str| LINES.same.get(&key(text));
    let may_mean = |text: &str, line: Option<&usize>| {
        line.is_some_and(|line| LINES.maybe.get(&key(text)).is_some_and(|lines| lines.contains(line)))
    };
    let (own, others) = (line(one), line(other));
    if own.is_some() && own == others || may_mean(one, others) || may_mean(other, own) {
        return true;
    }
    let is_one_concept = || concept(one).is_some_and(|own| concept(other) == Some(own));
    may_be_concept && (own.is_none() || others.is_none()) && is_one_concept()
}

/// Whether a text means what a gap's wording means; of a word with several meanings, none that the gap's other
/// wordings exclude.
pub(super) fn says_the_same(typed: &str, wording: &str, others: &[&str], may_be_concept: bool) -> bool {
    let is_ambiguous = |text: &str| AMBIGUOUS.contains(&normal(text).trim());
    let is_told = || others.iter().any(|other| !is_ambiguous(other) && meaning(other).is_some());
    if is_ambiguous(wording) && is_told() {
        return false;
    }
    mean_the_same(typed, wording, may_be_concept) || is_same_but_for_a_part(typed, wording)
}

/// Whether a text names what is near to a wording.
pub(super) fn is_near(typed: &str, wording: &str) -> bool {
    let lines = |text: &str| LINES.near.get(&key(text));
    let is_near = |one: &str, other: &str| match (lines(one), lines(other)) {
        (Some(one), Some(other)) => !one.is_disjoint(other),
        _ => false,
    };
    is_near(typed, wording) || differing(typed, wording).iter().any(|(one, other)| is_near(one, other))
}

/// Whether two texts of several words have all in common but for parts that mean the same: `prompt长度`, 提示长度.
fn is_same_but_for_a_part(typed: &str, wording: &str) -> bool {
    differing(typed, wording).iter().any(|(one, other)| mean_the_same(one, other, true))
}

/// The parts in which two texts differ, where they begin or end alike: without what is alike at both ends, or at one.
fn differing(one: &str, other: &str) -> Vec<(String, String)> {
    let (one, other) = (long_words(one), long_words(other));
    let same = |one: &String, other: &String| terms::stem(one) == terms::stem(other);
    let joined = |words: &[String]| {
        words.iter().fold(String::new(), |text, word| {
            let is_apart = !text.is_empty() && !word.starts_with(is_han);
            text + if is_apart { " " } else { "" } + word
        })
    };
    let mut found = Vec::new();
    for (from_start, from_end) in [(true, true), (true, false), (false, true)] {
        let alike = one.iter().zip(&other).take_while(|(one, other)| from_start && same(one, other)).count();
        let (one, other) = (&one[alike..], &other[alike..]);
        let pairs = one.iter().rev().zip(other.iter().rev());
        let last = pairs.take_while(|(one, other)| from_end && same(one, other)).count();
        let (one, other) = (&one[..one.len() - last], &other[..other.len() - last]);
        if alike + last > 0 && !one.is_empty() && !other.is_empty() {
            found.push((joined(one), joined(other)));
        }
    }
    found
}

/// The concept of the glossary that a text names, if nothing else stands in it.
pub(super) fn concept(text: &str) -> Option<String> {
    let shown = markdown::text(&markdown::inlines(text));
    // A Greek letter is the name of something in a formula.
    if shown.starts_with('\\') || ["alpha", "beta", "gamma"].contains(&shown.trim()) {
        return None;
    }
    let text = simplified(&shown);
    let long = long_words(&text);
    let text = if text.contains(is_han) || long == words(&text) { text.into_owned() } else { long.join(" ") };
    let found = terms::terms(&text);
    // The wording that takes most of the text is what it says.
    let longest = found.into_iter().filter(|term| term.is_concept).max_by_key(|term| term.surface.len())?;
    let own = letters(&longest.surface);
    (own.chars().count() + 1 >= letters(&text).chars().count()).then_some(longest.key)
}

/// Whether one is the other with the word for its kind behind it: `KL散度`, `softmax function`.
pub(super) fn is_same_with_kind(one: &str, other: &str) -> bool {
    let (one, other) = (normal(one), normal(other));
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let kind = long.strip_prefix(short.trim()).map(|rest| rest.trim_matches([' ', '-', '的']));
    kind.is_some_and(|kind| KINDS.contains(&kind))
        && NAMED.split_whitespace().any(|name| name == short.trim())
}

/// Whether a text is the first letters of the words of another: FPR, false-positive rate.
pub(super) fn are_initials(acronym: &str, full: &str) -> bool {
    const SKIPPED: [&str; 3] = ["of", "the", "for"];
    let full = normal(full);
    let acronym = acronym.trim();
    // `LoRA` and `MoE` have small letters too.
    let is_short = acronym.chars().filter(|letter| letter.is_uppercase()).count() >= 2
        && acronym.chars().all(|letter| letter.is_ascii_alphanumeric())
        && acronym.len() <= 6;
    let words: Vec<&str> = full.split([' ', '-', '/']).filter(|word| !word.is_empty()).collect();
    let initials = |words: &mut dyn Iterator<Item = &&str>| -> String {
        words.filter_map(|word| word.chars().next()).collect()
    };
    let wanted = acronym.to_lowercase();
    is_short
        && words.len() >= 2
        && (initials(&mut words.iter()) == wanted
            || initials(&mut words.iter().filter(|word| !SKIPPED.contains(word))) == wanted)
}

/// How something grows, by words and as a bound: 平方级, O(n²).
pub(super) fn growth(text: &str) -> Option<&'static str> {
    const WORDS: [(&str, &[&str]); 6] = [
        (
            "2",
            &[
                "quadratic",
                "quadratically",
                "平方级",
                "平方",
                "二次",
                "二次方",
                "二次方级",
                "平方阶",
                "平方复杂度",
            ],
        ),
        ("3", &["cubic", "cubically", "立方级", "三次方", "三次", "立方"]),
        ("1", &["linear", "linearly", "线性", "线性级"]),
        ("0", &["constant", "常数级", "常数"]),
        ("log", &["logarithmic", "logarithmically", "对数级", "对数"]),
        ("exp", &["exponential", "exponentially", "指数", "指数级"]),
    ];
    let text = signs(text).to_lowercase();
    let words = text.trim_end_matches("复杂度").trim_end_matches("增长").trim_end_matches("time");
    if let Some((name, _)) = WORDS.iter().find(|(_, known)| known.contains(&words)) {
        return Some(name);
    }
    let inner = text.strip_prefix("o(")?.strip_suffix(')')?;
    let mut letters = inner.chars();
    let is_letter = letters.next().is_some_and(char::is_alphabetic);
    Some(match (is_letter, letters.as_str()) {
        (true, "") => "1",
        (true, "2" | "^2") => "2",
        (true, "3" | "^3") => "3",
        (false, _) if inner == "1" => "0",
        (false, _) if inner.strip_prefix("2^").is_some_and(|power| power.chars().count() == 1) => "exp",
        (true, rest) if inner.starts_with("log") && rest.trim_matches(['(', ')']).chars().count() == 3 => {
            "log"
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_wording_stands_in_two_lines() {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for line in terms::SYNONYMS.lines().filter(|line| !line.starts_with(['#', '~']) && !line.is_empty()) {
            assert!(line.split(", ").count() > 1, "{line}");
            for wording in line.split(", ").filter(|wording| !wording.ends_with('?')) {
                if let Some(other) = seen.insert(key(wording), line) {
                    assert_eq!(other, line, "{wording}");
                }
            }
        }
    }

    #[test]
    fn initials_are_those_of_the_words() {
        for (acronym, full, expected) in [
            ("FPR", "false-positive rate", true),
            ("GQA", "grouped-query attention", true),
            ("IoU", "intersection over union", true),
            ("CoT", "chain of thought", true),
            ("ROC", "receiver operating characteristic", true),
            ("FNR", "false-positive rate", false),
            ("G", "gradient", false),
            ("fpr", "false-positive rate", false),
            ("LR", "learning rate schedule", false),
        ] {
            assert_eq!(are_initials(acronym, full), expected, "{acronym}");
        }
    }

    #[test]
    fn growth_is_said_in_words_and_as_a_bound() {
        for (text, found) in [
            ("O(n²)", Some("2")),
            ("O(T^2)", Some("2")),
            ("二次方", Some("2")),
            ("quadratic", Some("2")),
            ("O(n)", Some("1")),
            ("O(log n)", Some("log")),
            ("O(1)", Some("0")),
            ("O(2^n)", Some("exp")),
            ("O(n log n)", None),
            ("O(n^2 d)", None),
            ("square", None),
        ] {
            assert_eq!(growth(text), found, "{text}");
        }
    }
}
