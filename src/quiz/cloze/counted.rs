//! Numbers and formulas in a gap, compared by their values.

use super::formula;
use super::gap::Fit;
use super::wording::{meaning, normal, stems};
use crate::card::han::is_han;
use crate::drill::read_number;
use crate::quiz::terms;

const COUNTED: [(&str, &str, &str); 13] = [
    ("zero", "零", "0"),
    ("one", "一", "1"),
    ("two", "二", "2"),
    ("twice", "两", "2"),
    ("three", "三", "3"),
    ("four", "四", "4"),
    ("five", "五", "5"),
    ("six", "六", "6"),
    ("seven", "七", "7"),
    ("eight", "八", "8"),
    ("nine", "九", "9"),
    ("ten", "十", "10"),
    ("half", "一半", "1/2"),
];

/// What is said for one of something.
const SINGLE: [(&str, &str); 6] = [
    ("a single ", "1 "),
    ("just one ", "1 "),
    ("only one ", "1 "),
    ("single ", "1 "),
    ("单个", "1个"),
    ("单一", "1个"),
];

/// Numbers in words as digits, the signs of formulas as those of keyboards.
fn digits(text: &str) -> String {
    let mut text = normal(text).replace("{,}", "").replace("\\%", "%");
    if let Some((below, above)) = text.split_once("分之").filter(|(below, _)| *below != "百") {
        let number = |part: &str| read_number(part.trim(), "").map(|read| read.number);
        if let (Some(below), Some(above)) = (number(below), number(above)) {
            return format!("{above}/{below}");
        }
    }
    if let Some((words, one)) = SINGLE.iter().find(|(words, _)| text.starts_with(words)) {
        text = text.replacen(words, one, 1);
    }
    // `2×`
    if let Some(number) =
        text.strip_suffix('*').filter(|number| number.ends_with(|letter: char| letter.is_ascii_digit()))
    {
        text = format!("{number} times");
    }
    for (english, chinese, digits) in COUNTED {
        let is_word = text.split(' ').next() == Some(english) || text == chinese;
        if is_word {
            text = text.replacen(english, digits, 1).replacen(chinese, digits, 1);
        }
    }
    text
}

/// Numbers by their values: right where they round to the same, near where they almost do; nothing where
/// the gap is no number.
pub(super) fn number(typed: &str, wording: &str) -> Option<Fit> {
    if let Some(fit) = in_words(typed, wording) {
        return Some(fit);
    }
    let wanted = digits(wording);
    let bare = wanted.trim_start_matches(['≈', '~', '约', ' ']);
    let end = bare
        .find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | ',' | '-')))
        .unwrap_or(bare.len());
    let unit = bare[end..].trim();
    // `10^9` and `1/4` are formulas.
    if unit.starts_with(['^', '/', '*', '+', '(', '-']) || unit.split(' ').count() > 3 {
        return None;
    }
    // So is what has letters behind its number: `2nd`.
    if wording.contains('$') && unit.contains(char::is_alphabetic) {
        return None;
    }
    let value = read_number(&bare[..end], "")?.number;
    let decimals = bare[..end].split_once('.').map_or(0, |(_, after)| after.len());
    let written = digits(typed);
    let reading = read_number(&written, unit);
    let otherwise = reading.and_then(|read| read.otherwise(unit));
    let read = reading.map(|read| read.number * read.factor).or_else(|| {
        // `0.167` for `16.7%`, and `1/4` for `0.25`.
        let may_be = !written.contains('%') || matches!(unit, "" | "%");
        let fraction = formula::value(&written).filter(|_| may_be)?;
        Some(if unit == "%" && !written.contains('%') { fraction * 100.0 } else { fraction })
    });
    let Some(found) = read else { return Some(Fit::Wrong) };
    let off = |found: f64| (found - value).abs();
    let rounds =
        if decimals == 0 { 1e-9 * value.abs().max(1.0) } else { 0.5001 * 10f64.powi(-(decimals as i32)) };
    Some(if off(found) <= rounds || otherwise.is_some_and(|other| off(other) <= rounds) {
        Fit::Right
    } else if off(found) <= 0.02 * value.abs() {
        Fit::Close
    } else {
        Fit::Wrong
    })
}

/// Chinese numerals with what they count, 两倍, 四个, and English fractions: nothing where a gap is none of them.
fn in_words(typed: &str, wording: &str) -> Option<Fit> {
    const NUMERALS: &str = "零一二两三四五六七八九十百千万亿点分之成半";
    const MEASURES: &str = "倍次个步层行列张档天位种轮条块";
    const FRACTIONS: [&str; 12] = [
        "half", "halves", "third", "thirds", "quarter", "quarters", "fourth", "fourths", "fifth", "fifths",
        "tenth", "tenths",
    ];
    let own = normal(wording);
    let is_numeral = |letter: char| NUMERALS.contains(letter);
    let is_fraction = own.split([' ', '-']).nth(1).is_some_and(|word| FRACTIONS.contains(&word));
    let measure = own.chars().next_back().filter(|letter| MEASURES.contains(*letter));
    let number = measure.map_or(own.as_str(), |measure| own.trim_end_matches(measure));
    let is_spoken = !number.is_empty() && number.chars().all(is_numeral) && number != "点";
    if !is_fraction && !is_spoken {
        return None;
    }
    let value = |text: &str| {
        read_number(text, "").map(|read| read.number * read.factor).or_else(|| formula::value(text))
    };
    let wanted = value(number).or_else(|| value(&digits(number)))?;
    let said = normal(typed);
    // Two rows are not two columns.
    if let Some((measure, other)) =
        measure.zip(said.chars().next_back().filter(|letter| MEASURES.contains(*letter)))
        && other != measure
    {
        return Some(Fit::Wrong);
    }
    let said = measure.and_then(|measure| said.strip_suffix(measure)).unwrap_or(&said);
    let found = value(said).or_else(|| value(&digits(said)));
    Some(match found {
        Some(found) if (found - wanted).abs() <= 5e-3 * wanted.abs() => Fit::Right,
        _ => Fit::Wrong,
    })
}

/// Whether a wording is a formula, with or without LaTeX.
pub(super) fn is_formula(wording: &str) -> bool {
    let own = digits(&formula::raised(wording));
    wording.contains('$')
        || own.contains(['^', '/', '*', '=', '√'])
        || ["exp(", "sqrt("].iter().any(|name| own.contains(name))
}

/// Whether there are words beside a formula, or a wording that has its signs is made of words: `A/B test`.
pub(super) fn has_words(wording: &str) -> bool {
    const NAMES: [&str; 6] = ["sqrt", "exp", "log", "max", "min", "floor"];
    let outside: String = wording.split('$').step_by(2).collect::<Vec<_>>().join(" ");
    let mut words = outside.split(|letter: char| !letter.is_alphabetic());
    words.any(|word| {
        let is_name = NAMES.contains(&word) || formula::is_letter(word);
        word.contains(is_han) || word.chars().count() >= 3 && !is_name
    })
}

/// Whether a wording is one formula in LaTeX and nothing else.
pub(super) fn is_latex_alone(wording: &str) -> bool {
    let inner = wording.trim().strip_prefix('$').and_then(|rest| rest.strip_suffix('$'));
    inner.is_some_and(|inner| !inner.contains('$'))
}

/// What may be left out behind a formula.
const UNITS: [&str; 18] = [
    "byte",
    "bytes",
    "bit",
    "bits",
    "times",
    "flop",
    "flops",
    "parameters",
    "tokens",
    "numbers",
    "字节",
    "比特",
    "倍",
    "次",
    "个参数",
    "个词元",
    "个数",
    "个",
];

/// Formulas by their values; nothing where one of them cannot be computed.
pub(super) fn by_value(typed: &str, wording: &str) -> Option<Fit> {
    if wording.contains('$') {
        return of_latex(typed, wording);
    }
    if !is_formula(wording) {
        return None;
    }
    let as_fit = |agree| if agree { Fit::Right } else { Fit::Wrong };
    // In plain text a large letter is the same as a small one.
    let (own, said) = (digits(&formula::raised(wording)), digits(&formula::raised(typed)));
    // `10^6` is a million, and `1/4` is 25 %.
    let read = read_number(&said, "").map(|read| read.number * read.factor);
    if let (Some(own), Some(read)) = (formula::value(&own), read)
        && (read - own).abs() <= 1e-9 * own.abs()
    {
        return Some(Fit::Right);
    }
    // `0.833` for `5/6`: a fraction that is rounded to the figures that were typed.
    let decimals = said.trim().split_once('.').map_or(0, |(_, after)| after.len());
    let is_fraction =
        own.split('/').count() == 2 && own.chars().all(|letter| letter.is_ascii_digit() || letter == '/');
    if let (Some(own), Some(read)) = (formula::value(&own), read)
        && is_fraction
        && decimals >= 2
        && (read - own).abs() <= 0.5001 * 10f64.powi(-(decimals as i32))
    {
        return Some(Fit::Right);
    }
    let agrees = formula::agree(&said, &own);
    let spoken = || formula::in_signs(&said).and_then(|said| formula::agree(&said, &own));
    Some(as_fit(agrees? || spoken() == Some(true)))
}

/// A formula in LaTeX, perhaps with words beside it.
fn of_latex(typed: &str, wording: &str) -> Option<Fit> {
    let beside = (wording.matches('$').count() == 2).then(|| {
        let parts: Vec<&str> = wording.split('$').collect();
        (format!("${}$", parts[1]), format!("{} {}", parts[0].trim(), parts[2].trim()).trim().to_owned())
    });
    let whole = fit(typed, wording);
    let Some((formula, words)) = beside.filter(|(_, words)| !words.is_empty()) else { return whole };
    let is_unit = UNITS.contains(&words.as_str());
    let bare = UNITS.iter().filter_map(|unit| typed.trim().strip_suffix(unit)).min_by_key(|rest| rest.len());
    let part = fit(bare.filter(|_| is_unit).unwrap_or(typed).trim(), &formula);
    match (whole, part) {
        (Some(Fit::Right), _) => whole,
        (_, Some(part)) if is_unit => Some(part),
        (_, Some(Fit::Right)) => Some(Fit::Close),
        _ => whole,
    }
}

/// How well a text, in signs or in words, has the values of a formula.
fn fit(typed: &str, formula: &str) -> Option<Fit> {
    let spoken = formula::in_signs(typed);
    let agrees = formula::agree(typed, formula);
    let said = || std::iter::once(typed).chain(spoken.as_deref());
    match agrees {
        _ if said().any(|said| formula::agree(said, formula) == Some(true)) => Some(Fit::Right),
        _ if said().any(|said| formula::agree_but_for_capitals(said, formula)) => Some(Fit::Close),
        agrees => agrees.map(|_| Fit::Wrong),
    }
}

/// A number without the words behind it, where the passage around its gap speaks of these: they stand right behind
/// the gap, or, where no unit stands there, elsewhere in the passage; in this language or another.
pub(super) fn without_unit(typed: &str, number: &str, before: &str, behind: &str) -> Option<String> {
    let is_number = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' ');
    if !number.chars().all(is_number) {
        return None;
    }
    let start = typed.find(|letter: char| !is_number(letter))?;
    let (value, words) = (typed[..start].trim(), typed[start..].trim());
    if value.is_empty() || !words.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-'))
    {
        return None;
    }
    let words = words.strip_prefix('个').filter(|words| !words.is_empty()).unwrap_or(words);
    let said = stems(words);
    let behind = behind.trim_start_matches(['*', ' ']);
    let concepts = |text: &str| -> Vec<String> {
        terms::terms(text).into_iter().filter(|term| term.is_concept).map(|term| term.key).collect()
    };
    let own = concepts(words);
    let fits = |text: &str| {
        let is_word = !said.is_empty() && said.iter().all(|stem| stems(text).contains(stem));
        is_word || own.len() == 1 && meaning(words).is_some() && concepts(text).contains(&own[0])
    };
    let unit: String = match behind.chars().next()? {
        first if is_han(first) => behind.chars().take_while(|letter| is_han(*letter)).take(4).collect(),
        first if first.is_alphabetic() => {
            behind.split([' ', ',', '.', ';', ')']).take(2).collect::<Vec<_>>().join(" ")
        }
        _ => String::new(),
    };
    let is_fit = match unit.is_empty() {
        false if is_han(unit.chars().next()?) => behind.starts_with(words) || fits(&unit),
        false => fits(&unit),
        true => fits(&format!("{before} {behind}")),
    };
    is_fit.then(|| value.to_owned())
}
