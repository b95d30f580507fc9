//! Claims: what of an answer can stand as an option by itself.
//!
//! The right one is a sentence of a core point without the point's name, or the beginning of such a
//! sentence up to where it says why: mistakes have no names and are short. A sentence that needs its
//! name (an item of a comparison, a condition), has no predicate, or points back, is none.

use super::sentence::{advises, has_predicate, has_subject, is_balanced, may_advise, stands_alone};
use crate::card::Face;
use crate::card::han::is_han;
use crate::markdown::{self, Mistake};
use crate::quiz::cloze::is_telling;
use crate::quiz::terms;
use std::collections::HashSet;
use unicode_width::UnicodeWidthStr;

/// A claim that may become an option.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ClaimDraft {
    /// What it says, as Markdown.
    pub(super) text: String,
    /// Why it is wrong, where it is.
    pub(super) reason: String,
    /// The core point it comes from, where it is right.
    pub(super) point: usize,
    /// Cells of its text.
    pub(super) width: usize,
    pub(super) has_formula: bool,
    pub(super) has_number: bool,
    /// Whether it says what to do, not what is so.
    pub(super) is_advice: bool,
    /// What it is about.
    pub(super) words: HashSet<String>,
    /// How many of its words sweep, as those of wrong claims like to.
    pub(super) sweeping: usize,
}

/// Claims of other widths say too little, or are too long to compare.
const WIDTHS: std::ops::RangeInclusive<usize> = 14..=150;

impl ClaimDraft {
    fn new(source: &str, reason: &str, point: usize) -> Option<ClaimDraft> {
        let source = source.replace('\n', " ").replace("==", "");
        let source = source.trim().trim_end_matches(['.', '。', ';', '；', '!', '！']).trim();
        let text = markdown::text(&markdown::inlines(source));
        let width = text.width();
        let is_whole = is_balanced(source) && !text.ends_with(['?', '？', ':', '：']);
        (WIDTHS.contains(&width) && is_whole).then(|| ClaimDraft {
            text: capital(source),
            reason: reason.replace("==", ""),
            point,
            width,
            has_formula: source.contains('$'),
            has_number: text.contains(|letter: char| letter.is_ascii_digit()),
            is_advice: advises(&text),
            words: words(source),
            sweeping: sweeping(&text),
        })
    }
}

/// Words that wrong claims like.
const SWEEPING: &str = "all always any every never no only alone enough everything must \
    都 总 任何 只 一定 必须 所有 永远 全 不 就";

fn sweeping(text: &str) -> usize {
    let lower = text.to_lowercase();
    let parts: HashSet<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).collect();
    let says = |word: &&str| parts.contains(word) || word.contains(is_han) && lower.contains(word);
    SWEEPING.split_whitespace().filter(says).count()
}

/// The mistakes of a card that are claims and say why they are wrong.
pub(super) fn mistakes(face: &Face) -> Vec<ClaimDraft> {
    let is_claim = |mistake: &Mistake| {
        let claim = mistake.claim.to_lowercase();
        // What somebody forgets or mixes up is a mistake, but nothing that is right or wrong to say.
        let first = claim.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        !mistake.reason.is_empty()
            && !NO_CLAIM.split_whitespace().any(|word| word == first)
            && !NO_CLAIM_ZH.split_whitespace().any(|word| claim.starts_with(word))
            && !ends_as_deed(&claim)
    };
    let mistakes = markdown::layers(&face.answer).mistakes;
    let claims = mistakes.iter().filter(|mistake| is_claim(mistake));
    claims.filter_map(|mistake| ClaimDraft::new(&mistake.claim, &mistake.reason, 0)).collect()
}

const NO_CLAIM: &str = "forget forgetting forgot confuse confusing mix mixing ignore ignoring omit omitting \
    skip skipping overlook overlooking misread mistake mistaking not neglect neglecting";
const NO_CLAIM_ZH: &str =
    "忘 漏 忽略 忽视 混淆 不知道 弄混 搞混 分不清 没说 没有说 只说 只答 误以为 误认为 以为 认为 把握不";

/// Chinese for mixing something up often ends with the verb.
fn ends_as_deed(claim: &str) -> bool {
    let end = claim.trim_end_matches(['。', '.', '；', ';']);
    ["混用", "混淆", "弄混", "搞混", "写反", "记反", "弄反", "搞反"].iter().any(|deed| end.ends_with(deed))
}

/// Claims of the core points that can stand alone, whole and cut.
pub(super) fn right(face: &Face) -> Vec<ClaimDraft> {
    let layers = markdown::layers(&face.answer);
    let question = words(&face.question);
    let subject: HashSet<String> = words(&layers.gist).into_iter().chain(question.clone()).collect();
    let mut found: Vec<ClaimDraft> = Vec::new();
    for (at, point) in layers.core.iter().enumerate() {
        // Lists, code and formulas of their own are no sentence.
        if point.text.contains("```") || point.text.contains("$$") || point.text.contains("\n-") {
            continue;
        }
        let (name, rest) = parted(&point.text);
        if needs_name(name, rest, &question) {
            continue;
        }
        for (order, sentence) in sentences(&rest.replace('\n', " ")).into_iter().enumerate() {
            // A later sentence goes on about the first, unless it says itself what it is about.
            let subject = if order == 0 { &subject } else { &question };
            let mut cuts = vec![sentence.clone()];
            cuts.extend(beginnings(&sentence));
            for cut in cuts {
                let text = markdown::text(&markdown::inlines(&cut.replace("==", "")));
                let is_about = !words(&text).is_disjoint(subject);
                if is_about && stands_alone(&text) && has_predicate(&cut) && has_subject(&text) {
                    found.extend(ClaimDraft::new(&cut, "", at));
                }
            }
        }
    }
    found
}

/// The sentences of an answer without its mistakes.
pub(super) fn sentences_of(face: &Face) -> Vec<String> {
    let layers = markdown::layers(&face.answer);
    let points = layers.core.iter().chain(&layers.bonus).map(|point| point.text.as_str());
    points.chain([layers.gist.as_str()]).flat_map(|text| sentences(&text.replace('\n', " "))).collect()
}

/// Whether a mistake of this card is wrong beside any question: it names what its own card is about, and
/// neither points to anything else nor leaves out what it compares with.
pub(super) fn is_general(draft: &ClaimDraft, face: &Face) -> bool {
    let text = markdown::text(&markdown::inlines(&draft.text));
    let lower = text.to_lowercase();
    let parts: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |list: &str| list.split_whitespace().any(|word| parts.contains(&word));
    let is_vague = has(VAGUE)
        || VAGUE_PHRASES.iter().any(|phrase| lower.contains(phrase))
        || COMPARED.iter().any(|end| lower.ends_with(end));
    let named = words(&draft.text);
    let subject = words(&face.question);
    let names_subject = named.intersection(&subject).next().is_some();
    names_subject && stands_alone(&text) && !may_advise(&text) && !is_vague && !draft.has_formula
}

/// Words that leave open what is meant.
const VAGUE: &str = "it its they them their this that these those here there same both either neither such \
    one ones other others another else instead too so then we you i";
const VAGUE_PHRASES: &[&str] = &[
    "as well",
    "the rest",
    "the first",
    "the second",
    "the last",
    "the best",
    "the same",
    "enough",
    "它",
    "这",
    "那",
    "该",
    "其",
    "此",
    "同样",
    "也",
    "前者",
    "后者",
    "两者",
    "二者",
    "一样",
    "相同",
    "就行",
    "就够",
    "即可",
    "最好",
    "更好",
    "更",
    "还",
    "我",
    "你",
    "上面",
    "下面",
    "所有步",
    "第一",
    "第二",
    "另",
];
/// A comparison that ends so does not say with what.
const COMPARED: &[&str] = &["better", "worse", "faster", "slower", "cheaper", "smaller", "larger", "higher"];

/// A point's name, and its text.
fn parted(point: &str) -> (&str, &str) {
    match point.strip_prefix("**").and_then(|rest| rest.split_once("**")) {
        Some((name, rest)) => (name.trim(), rest.trim_start_matches([':', '：', '。', '.', ' '])),
        None => ("", point),
    }
}

/// Whether a point is not to be understood without its name: where that is one of several things that
/// the question compares, has a formula or a number, or is a condition.
fn needs_name(name: &str, rest: &str, question: &HashSet<String>) -> bool {
    if name.is_empty() {
        return false;
    }
    let (lower, said) = (name.to_lowercase(), words(rest));
    let first = lower.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let is_condition = CONDITION.split_whitespace().any(|word| word == first)
        || CONDITION_ZH.split_whitespace().any(|word| name.starts_with(word))
        || name.ends_with(['时', '后', '前', '中', '下', '上'])
        || name.contains(['=', '$', '<', '>', '≤', '≥', '→', ',', '，', '、'])
        || name.contains(|letter: char| letter.is_ascii_digit());
    let is_missing = words(name).iter().any(|word| question.contains(word) && !said.contains(word));
    let is_acronym = name.chars().filter(|letter| letter.is_uppercase()).count() > 1;
    let lacks_acronym = is_acronym && !rest.to_lowercase().contains(&lower);
    is_condition || is_missing || lacks_acronym
}

const CONDITION: &str = "too without with in at for when if first second third after before during on no not \
    where while under over low high large small larger smaller long short wide deep early late one two all";
const CONDITION_ZH: &str =
    "太 过 无 没 有 若 当 第 先 后 不 在 如 对 低 高 大 小 长 短 宽 深 早 晚 单 多 全 前 反 正 左 右";

/// The sentences of a paragraph, formulas and code left whole.
fn sentences(paragraph: &str) -> Vec<String> {
    let parts = cut_at(paragraph, |letter, next| {
        matches!(letter, '。' | '；' | ';' | '！') || letter == '.' && next.is_none_or(|next| next == ' ')
    });
    // `et al. 2017` and `e.g. this` end no sentence.
    let mut whole: Vec<String> = Vec::new();
    for part in parts {
        match whole.last_mut() {
            Some(last) if markdown::is_abbreviated(last) => *last = format!("{last}.{part}"),
            _ => whole.push(part),
        }
    }
    whole.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// A text cut behind some letters, but not inside formulas, code and brackets.
fn cut_at(text: &str, ends: impl Fn(char, Option<char>) -> bool) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let (mut parts, mut inside, mut depth) = (vec![String::new()], None, 0);
    for (at, letter) in letters.iter().copied().enumerate() {
        inside = match inside {
            Some(open) if open == letter => None,
            None if matches!(letter, '$' | '`') => Some(letter),
            same => same,
        };
        if inside.is_none() {
            depth += i32::from(matches!(letter, '(' | '（')) - i32::from(matches!(letter, ')' | '）'));
        }
        if inside.is_none() && depth <= 0 && ends(letter, letters.get(at + 1).copied()) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    parts
}

/// What says why, or adds to a sentence that is whole without it.
const ADDS: &[&str] = &["so ", "because ", "since ", "which ", "hence ", "therefore ", "as ", "whereas "];
const ADDS_ZH: &[&str] = &[
    "所以", "因此", "因为", "从而", "于是", "故", "因而", "由于", "这样", "这", "也就", "即", "例如", "比如",
];
/// A sentence that begins so is no sentence without what comes then.
const OPENS: &[&str] =
    &["if ", "when ", "where ", "since ", "because ", "as ", "unless ", "while ", "though "];
const OPENS_ZH: &[&str] = &[
    "如果", "若", "只要", "只有", "虽然", "当", "除非", "即使", "为了", "因为", "由于", "既然", "一旦",
    "不仅", "不是", "如",
];

/// The beginnings of a sentence that say as much of it as is true without the rest.
fn beginnings(sentence: &str) -> Vec<String> {
    let lower = sentence.to_lowercase();
    if OPENS.iter().any(|word| lower.starts_with(word)) || OPENS_ZH.iter().any(|word| lower.starts_with(word))
    {
        return Vec::new();
    }
    let parts = cut_at(sentence, |letter, next| {
        matches!(letter, '，' | '：') || matches!(letter, ',' | ':') && next == Some(' ')
    });
    let mut found = Vec::new();
    let mut length = 0;
    for pair in parts.windows(2) {
        length += pair[0].len();
        let rest = pair[1].trim_start();
        let is_explained = sentence[length..].starts_with([':', '：']);
        let adds = ADDS.iter().any(|word| rest.starts_with(word))
            || ADDS_ZH.iter().any(|word| rest.starts_with(word));
        if is_explained || adds {
            found.push(sentence[..length].trim().to_owned());
            break;
        }
        length += sentence[length..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

/// A sentence that was the second half of another begins as one; a Chinese one begins as it is.
fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(_) if sentence.contains(is_han) => sentence.to_owned(),
        // `pass@k`, `k-means`, `rsLoRA`: names keep their small letter.
        Some(first) if sentence.chars().nth(1).is_some_and(|next| next.is_lowercase() || next == ' ') => {
            let word: String = sentence.chars().take_while(|letter| !letter.is_whitespace()).collect();
            if word.chars().all(|letter| letter.is_alphabetic() && !letter.is_uppercase()) {
                return first.to_uppercase().chain(letters).collect();
            }
            sentence.to_owned()
        }
        _ => sentence.to_owned(),
    }
}

/// Words that tell nothing of what a text is about.
const EMPTY: &str = "the and are for with from that this when what which why how does not its into than then they     where who can has have was were will more most much many one two each all any only also as at by do in is it of     on or to 什么 为什 怎么 怎样 如何 多少 哪些 哪个 是否 区别 之间 一个 以及 可以 需要 没有 就是 不是";

/// What a text is about: its words without an ending of the plural, and pairs of Han characters.
pub(super) fn words(source: &str) -> HashSet<String> {
    let text = markdown::text(&markdown::inlines(&source.replace("==", ""))).to_lowercase();
    let latin = text.split(|letter: char| !letter.is_alphanumeric() || is_han(letter));
    let latin = latin.filter(|word| word.chars().count() > 1).map(|word| match word.strip_suffix('s') {
        Some(one) if one.len() > 2 && !one.ends_with('s') => one.to_owned(),
        _ => word.to_owned(),
    });
    let letters: Vec<char> = text.chars().collect();
    let pairs = letters.windows(2).filter(|pair| pair.iter().all(|letter| is_han(*letter)));
    let all = latin.chain(pairs.map(|pair| pair.iter().collect()));
    all.filter(|word| !EMPTY.split_whitespace().any(|empty| empty == word)).collect()
}

/// The concepts of a text that tell what it is about.
pub(super) fn concepts(source: &str) -> HashSet<String> {
    let text = markdown::text(&markdown::inlines(&source.replace("==", "")));
    let telling = |term: &terms::Term| term.is_concept && is_telling(&term.key);
    terms::terms(&text).into_iter().filter(telling).map(|term| term.key).collect()
}
