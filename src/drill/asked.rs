//! What the question of a drill says about its answer: what is counted, in parts of what, by which logarithm.

use crate::card::han::is_han;
use crate::markdown::narrow;

/// A text with the logarithm that the formula takes where it says no base.
pub(super) fn with_base(typed: &str, formula: &str) -> String {
    let bases = ["log2", "log10"].into_iter().filter(|base| formula.contains(base));
    match bases.collect::<Vec<_>>()[..] {
        [base] if !formula.contains("ln") => typed.replace("log(", &format!("{base}(")),
        _ => typed.to_owned(),
    }
}

/// How many parts the whole has that a question asks in: `in units of 10⁻⁴`, `百万分之几`, `in millionths`.
pub(super) fn parts(question: &str) -> Option<f64> {
    const WORDS: [(&str, f64); 9] = [
        ("千万分之几", 1e7),
        ("百万分之几", 1e6),
        ("十万分之几", 1e5),
        ("亿分之几", 1e8),
        ("万分之几", 1e4),
        ("千分之几", 1e3),
        ("in thousandths", 1e3),
        ("in millionths", 1e6),
        ("in billionths", 1e9),
    ];
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    if let Some((_, parts)) = WORDS.iter().find(|(word, _)| question.contains(word)) {
        return Some(*parts);
    }
    let exponent = ["units of 10", "以 10", "以10"].iter().find_map(|words| {
        let (_, rest) = question.split_once(words)?;
        let rest = rest.strip_prefix(['⁻', '^'])?.trim_start_matches(['-', '−', '{']);
        let raised = |letter: char| RAISED.chars().position(|raised| raised == letter);
        let figures = rest.chars().map_while(|letter| {
            raised(letter)
                .and_then(|figure| char::from_digit(figure as u32, 10))
                .or_else(|| Some(letter).filter(char::is_ascii_digit))
        });
        figures.take(2).collect::<String>().parse::<i32>().ok()
    })?;
    Some(10f64.powi(exponent))
}

/// What a number may be without the words behind it, longest words first, where these are what the question counts:
/// `500 美元`, `36 false windows an hour`.
pub(super) fn without_words<'a>(typed: &'a str, question: &'a str) -> impl Iterator<Item = String> + 'a {
    let counted = counted(question);
    let places = typed.char_indices().skip(1).filter(|(_, letter)| letter.is_alphabetic());
    places.filter_map(move |(at, _)| {
        let (number, words) = typed.split_at(at);
        let is_new =
            number.ends_with(' ') || is_han(words.chars().next()?) || !number.ends_with(char::is_alphabetic);
        let is_counted = is_new && stands_in(words, &counted);
        is_counted.then(|| number.trim_end().trim_end_matches('个').to_owned())
    })
}

/// The part of a question that says what is counted: behind `how many` or 多少, else all of it.
fn counted(question: &str) -> String {
    let question: String = question.chars().map(narrow).collect::<String>().to_lowercase();
    const NEAR: usize = 40;
    const NEAR_HAN: usize = 12;
    for (asks, near) in [("how many", NEAR), ("how much", NEAR), ("多少", NEAR_HAN), ("几", NEAR_HAN)] {
        if let Some((_, rest)) = question.rsplit_once(asks) {
            return rest.chars().take(near).collect();
        }
    }
    question
}

/// Whether all words are among those of a text, plural or not.
fn stands_in(words: &str, text: &str) -> bool {
    let one = |word: &str| word.strip_suffix('s').unwrap_or(word).to_owned();
    let parted = |text: &str| -> Vec<String> {
        text.split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(one)
            .collect()
    };
    let words = words.to_lowercase();
    let words = words.trim_start_matches('个');
    let all = parted(text);
    let wanted = parted(words);
    !wanted.is_empty()
        && wanted
            .iter()
            .all(|word| if word.contains(is_han) { text.contains(word.as_str()) } else { all.contains(word) })
}

#[cfg(test)]
mod tests {
    use super::super::Drill;
    use super::*;

    #[test]
    fn a_question_says_in_which_parts_it_asks() {
        for (question, parts_of) in [
            ("它的概率是多少（以 10⁻⁴ 为单位）？", Some(1e4)),
            ("What is its probability, in units of 10⁻¹²?", Some(1e12)),
            ("概率是百万分之几？", Some(1e6)),
            ("What is it, in millionths?", Some(1e6)),
            ("以 10 为底的对数是多少？", None),
            ("学习率为 3·10⁻⁴ 时要多少步？", None),
        ] {
            assert_eq!(parts(question), parts_of, "{question}");
        }
    }

    /// Rows: a drill, what is typed, and whether that is right; nothing where it is not read.
    #[test]
    fn answers_are_read_as_their_question_asks() {
        let mut off = Vec::new();
        for (drill, rows) in [
            (
                "概率是多少（以 10⁻⁴ 为单位）？\nanswer = 10\ntolerance = 1%",
                &[
                    ("10", Some(true)),
                    ("千分之一", Some(true)),
                    ("0.001", Some(true)),
                    ("1e-3", Some(true)),
                    ("0.1%", Some(true)),
                    ("万分之十", Some(true)),
                    ("万分之十点零五", Some(true)),
                    ("万分之五点一二", Some(false)),
                    ("0.01", Some(false)),
                    ("百分之一", Some(false)),
                ][..],
            ),
            (
                "这些共多少美元？\nanswer = 500",
                &[
                    ("500美元", Some(true)),
                    ("500 美元", Some(true)),
                    ("五百美元", Some(true)),
                    ("$500", Some(true)),
                    ("50美元", Some(false)),
                    ("500欧元", None),
                    ("500 苹果", None),
                ],
            ),
            (
                "How many false windows an hour is that, with 10 heads?\nanswer = 36",
                &[
                    ("36 windows", Some(true)),
                    ("36 false windows an hour", Some(true)),
                    ("36 cats", None),
                    ("35.9 windows", Some(true)),
                    ("3 windows", Some(false)),
                ],
            ),
            (
                "实验要多少人？\nanswer = 10000",
                &[
                    ("一万人", Some(true)),
                    ("1万人", Some(true)),
                    ("一千人", Some(false)),
                    ("一万个人", Some(true)),
                ],
            ),
            (
                "What is their score?\nanswer = 5 / ln(100)",
                &[
                    ("5/ln(100)", Some(true)),
                    ("5/log(100)", Some(true)),
                    ("5/log10(100)", Some(false)),
                    ("1.086", Some(true)),
                    ("5/ln(10)", Some(false)),
                ],
            ),
            (
                "What is its DCG?\nanswer = 1 / log2(8)",
                &[
                    ("1/log2(8)", Some(true)),
                    ("1/log(8)", Some(true)),
                    ("1/ln(8)", Some(false)),
                    ("1/3", Some(true)),
                ],
            ),
            (
                "How long?\nanswer = 24 days",
                &[
                    ("576 hours", Some(true)),
                    ("24.0 d", Some(true)),
                    ("3.43 weeks", Some(true)),
                    ("24天", Some(true)),
                    ("57 hours", Some(false)),
                    ("24 weeks", Some(false)),
                    ("24 GB", None),
                ],
            ),
            (
                "How much?\nanswer = 1.25 GiB\ntolerance = 1%",
                &[
                    ("1.25G", Some(true)),
                    ("1.25 Gi", Some(true)),
                    ("1280M", Some(true)),
                    ("1.25 gibibytes", Some(true)),
                    ("1.342 gigabytes", Some(true)),
                    ("1.25 gigabytes", Some(false)),
                    ("1.25GB", Some(false)),
                    ("1.25T", Some(false)),
                ],
            ),
            (
                "How fast?\nanswer = 47.9 tokens/s",
                &[
                    ("47.9 t/s", Some(true)),
                    ("47.9 tok/s", Some(true)),
                    ("47.9 词元/秒", Some(true)),
                    ("47.9 t/min", Some(false)),
                    ("47.9 T", Some(false)),
                ],
            ),
            (
                "How much more?\nanswer = 8 times",
                &[
                    ("8x", Some(true)),
                    ("8×", Some(true)),
                    ("8倍", Some(true)),
                    ("八倍", Some(true)),
                    ("eight times", Some(true)),
                    ("8-fold", Some(true)),
                    ("7x", Some(false)),
                    ("8 GB", None),
                ],
            ),
            (
                "半宽是多少个百分点（points）？\nanswer = 9.8 points\ntolerance = 1%",
                &[
                    ("9.8个百分点", Some(true)),
                    ("9.8", Some(true)),
                    ("9.8%", Some(true)),
                    ("9.8 percentage points", Some(true)),
                    ("9.8‰", Some(false)),
                    ("98个百分点", Some(false)),
                ],
            ),
            ("多少？\nanswer = 30.4\ntolerance = 0.1%", &[("三十点四", Some(true)), ("三十四", Some(false))]),
            (
                "How much?\nanswer = 0.125",
                &[("2**-3", Some(true)), ("2**3", Some(false)), ("1/8", Some(true))],
            ),
        ] {
            let drawn = drill.parse::<Drill>().and_then(|drill| drill.draw(0)).unwrap();
            for (typed, expected) in rows {
                let found = drawn.compare(typed);
                if found != *expected {
                    off.push(format!("{drill} / {typed}: {found:?}"));
                }
            }
        }
        assert!(off.is_empty(), "{off:#?}");
    }
}
