//! What kind of difference there is between two questions.

use unicode_normalization::UnicodeNormalization;

/// The kinds, from the one that changes least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DifferenceKind {
    /// Only words that carry no meaning, or their order.
    None,
    /// A word spelt differently.
    Typo,
    /// Words were added, or removed.
    Added,
    /// Words were replaced by others.
    Reworded,
    /// A number, a negation, an opposite or a term is another one.
    Opposed,
}

/// Words that ask, and words that only join others.
const EMPTY: &[&str] = &[
    "a",
    "an",
    "the",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "of",
    "in",
    "on",
    "to",
    "for",
    "and",
    "or",
    "do",
    "does",
    "did",
    "what",
    "whats",
    "s",
    "which",
    "please",
    "explain",
    "describe",
    "define",
    "briefly",
    "you",
    "we",
    "your",
    "our",
    "it",
    "its",
    "this",
    "that",
    "there",
    "i",
    "me",
    "tell",
    "about",
    "give",
    "by",
    "with",
    "mean",
    "meant",
    "means",
    "can",
    "could",
    "would",
    "should",
    "the",
    "definition",
    "的",
    "了",
    "是",
    "什",
    "么",
    "请",
    "吗",
    "呢",
    "啊",
    "吧",
    "和",
    "与",
    "及",
    "在",
    "中",
    "有",
    "哪",
    "些",
    "谈",
    "述",
    "简",
    "解",
    "释",
    "说",
    "明",
    "一",
    "下",
    "个",
    "它",
    "你",
    "我",
    "们",
    "对",
    "所",
    "指",
    "叫",
    "做",
];

/// Words that turn a question round.
const NEGATIONS: &[&str] = &[
    "not", "no", "non", "never", "without", "cannot", "cant", "dont", "doesnt", "isnt", "不", "没", "非",
    "无", "未", "否", "勿", "反",
];

/// Numbers that are written as words.
const NUMERALS: &[&str] = &[
    "two", "three", "four", "five", "six", "first", "second", "third", "single", "multiple", "binary",
    "multi", "二", "三", "四", "五", "六", "七", "八", "九", "十", "两", "单", "双", "多",
];

/// Letters and words of which one is not the other.
const OPPOSITES: &[(&str, &str)] = &[
    ("优", "缺"),
    ("优", "劣"),
    ("利", "弊"),
    ("好", "坏"),
    ("大", "小"),
    ("高", "低"),
    ("上", "下"),
    ("前", "后"),
    ("左", "右"),
    ("入", "出"),
    ("内", "外"),
    ("正", "负"),
    ("正", "反"),
    ("真", "假"),
    ("强", "弱"),
    ("快", "慢"),
    ("深", "浅"),
    ("宽", "窄"),
    ("长", "短"),
    ("多", "少"),
    ("增", "减"),
    ("升", "降"),
    ("过", "欠"),
    ("编", "解"),
    ("同", "异"),
    ("硬", "软"),
    ("凸", "凹"),
    ("训", "测"),
    ("显", "隐"),
    ("静", "动"),
    ("早", "晚"),
    ("先", "后"),
    ("加", "减"),
    ("乘", "除"),
    ("能", "不"),
    ("开", "关"),
    ("局", "全"),
    ("生", "判"),
    ("最大", "最小"),
];

/// The words of a question that carry meaning: Latin words and numbers whole, Han characters one by one.
pub(super) fn words(question: &str) -> Vec<String> {
    let (mut words, mut word) = (Vec::new(), String::new());
    for letter in question.nfkc().flat_map(char::to_lowercase) {
        let is_wide = letter >= '\u{2e80}';
        if letter.is_alphanumeric() && !is_wide || "+#".contains(letter) {
            word.push(letter);
            continue;
        }
        // An apostrophe joins, all else parts.
        if matches!(letter, '\'' | '\u{2019}') {
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if letter.is_alphanumeric() {
            words.push(letter.to_string());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words.retain(|word| !EMPTY.contains(&word.as_str()));
    words
}

/// The signs of a question in its normal form that carry meaning, sorted: operators, brackets with
/// nothing but signs, raised figures, accents that stand alone. Punctuation carries little.
pub(super) fn signs(question: &str) -> Vec<char> {
    let letters: Vec<char> = question.chars().collect();
    let is_raised = |letter: char| matches!(letter, '²' | '³' | '¹' | '\u{2070}'..='\u{209f}');
    let is_word = |letter: Option<&char>| letter.is_some_and(|letter| letter.is_alphanumeric());
    let mut signs: Vec<char> = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let carries = match letter {
            ',' | '.' | ':' | ';' | '?' | '!' | '"' | '(' | ')' | '、' | '—' | '·' | '/' | '《' | '》'
            | '【' | '】' => false,
            // Minus, not a hyphen; a prime, not an apostrophe.
            '-' => !is_word(before),
            '\'' => !is_word(letters.get(at + 1)),
            letter => is_raised(*letter) || !letter.is_alphanumeric(),
        };
        if carries {
            signs.push(*letter);
        }
    }
    signs.sort_unstable();
    signs
}

impl DifferenceKind {
    /// The gravest difference between the words of two questions.
    pub(super) fn between(one: &[String], other: &[String]) -> DifferenceKind {
        let mut sorted = (one.to_vec(), other.to_vec());
        sorted.0.sort_unstable();
        sorted.1.sort_unstable();
        if sorted.0 == sorted.1 {
            return if one == other || !depends_on_order(one, other) {
                DifferenceKind::None
            } else {
                DifferenceKind::Opposed
            };
        }
        let hunks = hunks(one, other);
        hunks.iter().map(|(gone, come)| of_hunk(gone, come)).max().unwrap_or(DifferenceKind::None)
    }
}

/// "From A to B" is not "from B to A": two words that changed places.
fn depends_on_order(one: &[String], other: &[String]) -> bool {
    one.iter().zip(other).filter(|(one, other)| one != other).count() > 0
}

fn of_hunk(gone: &[String], come: &[String]) -> DifferenceKind {
    let (gone_text, come_text) = (gone.concat(), come.concat());
    if gone_text == come_text {
        return DifferenceKind::None;
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let count =
        |words: &[String], list: &[&str]| words.iter().filter(|word| list.contains(&word.as_str())).count();
    let has = |words: &[String], text: &str, word: &str| {
        words.iter().any(|other| other == word) || text.contains(word)
    };
    let opposed = OPPOSITES.iter().any(|(left, right)| {
        (has(gone, &gone_text, left) && has(come, &come_text, right))
            || (has(gone, &gone_text, right) && has(come, &come_text, left))
    });
    let numerals: Vec<&String> = gone.iter().filter(|word| NUMERALS.contains(&word.as_str())).collect();
    let other_numerals: Vec<&String> = come.iter().filter(|word| NUMERALS.contains(&word.as_str())).collect();
    if opposed
        || digits(&gone_text) != digits(&come_text)
        || count(gone, NEGATIONS) != count(come, NEGATIONS)
        || numerals != other_numerals
    {
        return DifferenceKind::Opposed;
    }
    match (gone, come) {
        ([], _) | (_, []) => DifferenceKind::Added,
        _ if is_latin(&gone_text) && is_latin(&come_text) => of_spelling(&gone_text, &come_text),
        _ if gone.len() == 1 && come.len() == 1 => DifferenceKind::Reworded,
        _ if is_latin(&gone_text) != is_latin(&come_text) => DifferenceKind::Reworded,
        _ => DifferenceKind::Reworded,
    }
}

/// A long word with one letter wrong is a typo; anything else is another term: GRU and RNN, encoder and
/// decoder, ResNet and ResNeXt, variance and covariance.
fn of_spelling(one: &str, other: &str) -> DifferenceKind {
    let shorter = one.chars().count().min(other.chars().count());
    let allowed = match shorter {
        ..=4 => 0,
        5..=8 => 1,
        _ => 2,
    };
    let is_near = strsim::damerau_levenshtein(one, other) <= allowed;
    let is_plural = |one: &str, other: &str| one.strip_suffix('s') == Some(other) && shorter >= 3;
    if is_plural(one, other) || is_plural(other, one) {
        return DifferenceKind::Typo;
    }
    let begins_alike = one.chars().take(1).eq(other.chars().take(1));
    if is_near && begins_alike && !NEAR_TERMS.iter().any(|(left, right)| is_pair(one, other, left, right)) {
        DifferenceKind::Typo
    } else {
        DifferenceKind::Opposed
    }
}

/// Terms that are spelt nearly alike.
const NEAR_TERMS: &[(&str, &str)] = &[
    ("maximize", "minimize"),
    ("maximise", "minimise"),
    ("maximizing", "minimizing"),
    ("maximum", "minimum"),
    ("maxima", "minima"),
    ("increase", "decrease"),
    ("inductive", "deductive"),
    ("resnet", "resnext"),
    ("internal", "external"),
    ("explicit", "implicit"),
    ("convex", "concave"),
    ("precision", "prediction"),
    ("exploding", "exploring"),
    ("homogeneous", "heterogeneous"),
    ("generator", "generation"),
    ("interpolation", "extrapolation"),
    ("adamw", "adamax"),
    ("overflow", "underflow"),
    ("parametric", "parameter"),
    ("momentum", "moment"),
    ("causal", "casual"),
    ("regression", "regularisation"),
];

fn is_pair(one: &str, other: &str, left: &str, right: &str) -> bool {
    (one == left && other == right) || (one == right && other == left)
}

fn is_latin(text: &str) -> bool {
    text.chars().all(|letter| letter < '\u{2e80}')
}

/// Runs of words that one has and the other has not, side by side, by their longest common subsequence.
fn hunks(one: &[String], other: &[String]) -> Vec<(Vec<String>, Vec<String>)> {
    const LONGEST: usize = 120;
    let (one, other) = (&one[..one.len().min(LONGEST)], &other[..other.len().min(LONGEST)]);
    let mut common = vec![vec![0u16; other.len() + 1]; one.len() + 1];
    for left in (0..one.len()).rev() {
        for right in (0..other.len()).rev() {
            common[left][right] = if one[left] == other[right] {
                common[left + 1][right + 1] + 1
            } else {
                common[left + 1][right].max(common[left][right + 1])
            };
        }
    }
    let (mut left, mut right) = (0, 0);
    let mut hunks: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    let mut open = false;
    while left < one.len() || right < other.len() {
        if left < one.len() && right < other.len() && one[left] == other[right] {
            (left, right, open) = (left + 1, right + 1, false);
            continue;
        }
        if !open {
            hunks.push((Vec::new(), Vec::new()));
            open = true;
        }
        let hunk = hunks.last_mut().expect("one was just opened");
        if right == other.len() || (left < one.len() && common[left + 1][right] >= common[left][right + 1]) {
            hunk.0.push(one[left].clone());
            left += 1;
        } else {
            hunk.1.push(other[right].clone());
            right += 1;
        }
    }
    hunks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_says_how_much_it_matters() {
        use DifferenceKind::{Added, None, Opposed, Reworded, Typo};
        for (one, other, kind) in [
            ("What is dropout?", "Explain the dropout", None),
            ("What is normalistion?", "What is normalisation?", Typo),
            ("What are optimizers?", "What are optimizer?", Typo),
            ("What is attention?", "What is attention in a transformer?", Added),
            ("What is L1 regularisation?", "What is L2 regularisation?", Opposed),
            ("What is a RNN?", "What is a CNN?", Opposed),
            ("What is the encoder?", "What is the decoder?", Opposed),
            ("Why is variance bad?", "Why is covariance bad?", Opposed),
            ("What is supervised learning?", "What is unsupervised learning?", Opposed),
            ("Why is it convex?", "Why is it not convex?", Opposed),
            ("How does ResNet work?", "How does ResNeXt work?", Opposed),
            ("From A4 to B5?", "From B5 to A4?", Opposed),
            ("RNN的优点", "RNN的缺点", Opposed),
            ("监督学习", "无监督学习", Opposed),
            ("一阶优化方法", "二阶优化方法", Opposed),
            ("什么是正则华？", "什么是正则化？", Reworded),
            ("什么是卷积？", "请解释卷积", None),
            ("为什么用ReLU", "为什么要用ReLU", Added),
        ] {
            assert_eq!(DifferenceKind::between(&words(one), &words(other)), kind, "{one} {other}");
            assert_eq!(DifferenceKind::between(&words(other), &words(one)), kind, "{other} {one}");
        }
    }
}
