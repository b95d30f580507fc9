//! What was typed into a gap, compared with what fits: by case, width, plural, the other language's word,
//! and numbers and formulas by their values.

use super::formula;
use super::gap::Gap;
use super::misspelt::is_misspelt;
use crate::card::han::{is_han, simplified};
use crate::drill::{read_number, with_bits, with_bytes};
use crate::markdown;
use crate::quiz::terms;
use unicode_normalization::UnicodeNormalization;

/// How well something fits a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is something else.
    Wrong,
    /// It is near: misspelt, a part of it, or more than it.
    Close,
    /// It is what stands there.
    Right,
}

/// Longer texts are not compared letter by letter.
const LONGEST: usize = 200;

/// How well a text fits several gaps: as well as its worst part.
pub fn all(typed: &str, gaps: &[Gap]) -> Fit {
    let [gap] = gaps else {
        let by = |separators: &[char]| typed.split(separators).map(str::trim).collect::<Vec<_>>();
        let parts = [by(&[';', '；', '\n']), by(&[',', '，', '、', ';', '；', '\n'])]
            .into_iter()
            .find(|parts| parts.len() == gaps.len());
        let Some(parts) = parts else { return Fit::Wrong };
        return parts.iter().zip(gaps).map(|(part, gap)| one(part, gap)).min().unwrap_or(Fit::Wrong);
    };
    one(typed, gap)
}

/// How well a text fits a gap: as well as the wording of it that it fits best.
pub fn one(typed: &str, gap: &Gap) -> Fit {
    let typed: String = typed.trim().chars().take(LONGEST).collect();
    let typed = with_bits(&typed);
    let fits = |wording: &String| {
        let wanted = with_bits(wording);
        let bytes = (wanted != *wording).then(|| with_bytes(&typed));
        wording_fits(bytes.as_deref().unwrap_or(&typed), &wanted)
    };
    std::iter::once(&gap.text).chain(&gap.also).map(fits).max().unwrap_or(Fit::Wrong)
}

/// Whether what another language marks in place of a gap may be another wording of it. An author may have marked
/// something else there; of two that are written in the same letters one has to fit the other.
pub(super) fn may_say_the_same(wording: &str, other: &str) -> bool {
    let has_han = |text: &str| text.contains(is_han);
    has_han(wording) != has_han(other) || wording_fits(other, wording) != Fit::Wrong
}

fn wording_fits(typed: &str, wording: &str) -> Fit {
    let (one, other) = (letters(typed), letters(wording));
    if one.is_empty() || other.is_empty() {
        return Fit::Wrong;
    }
    // A raised letter is no power: Qᵀ is Q^T.
    let raised = |text: &str| text.replace('^', "");
    let has_digits = other.contains(|letter: char| letter.is_ascii_digit());
    if one == other || (!has_digits && raised(&one) == raised(&other)) {
        return Fit::Right;
    }
    // Where there is a value it decides, and not how it is spelt.
    if let Some(fit) = number(typed, wording).or_else(|| formula(typed, wording)) {
        return fit;
    }
    let (stems, wanted) = (stems(typed), stems(wording));
    // Half a term may be a wording of the whole elsewhere; here half of it was asked for and not said.
    let is_half = stems.len() < wanted.len() && stems.iter().all(|stem| wanted.contains(stem));
    if stems == wanted
        || is_one_of(&one, &other)
        || is_one_of(&other, &one)
        || (!is_half && same_concept(typed, wording))
    {
        return Fit::Right;
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let is_near = || is_slip(typed, wording) || is_part(&stems, &wanted);
    if digits(&one) == digits(&other) && !terms::are_opposite(typed, wording) && is_near() {
        return Fit::Close;
    }
    Fit::Wrong
}

/// Whether letters are the plural of others: `batchsizes` of `batch size`, whose words are no reason to tell them apart.
fn is_one_of(plural: &str, one: &str) -> bool {
    const SHORTEST: usize = 5;
    let is_word =
        one.len() >= SHORTEST && one.ends_with(|last: char| last.is_ascii_alphabetic() && last != 's');
    is_word && plural.strip_suffix('s') == Some(one)
}

/// Small letters of one width, Chinese in simplified characters, without marks, spaces and hyphens.
fn letters(text: &str) -> String {
    normal(text)
        .chars()
        .filter(|letter| letter.is_alphanumeric() || "+=<>/*^.%√∞".contains(*letter))
        .collect()
}

fn normal(text: &str) -> String {
    let shown = if text.contains('$') { markdown::text(&markdown::inlines(text)) } else { text.to_owned() };
    let shown = shown.replace("==", "");
    let shown: String = shown.nfkc().flat_map(char::to_lowercase).collect();
    let shown = simplified(&shown);
    shown
        .trim_end_matches(['.', ',', '。', '，', ';', '；'])
        .replace(['−', '–'], "-")
        .replace(['·', '×'], "*")
        .replace("\\top", "t")
        .replace('⊤', "t")
}

/// The stems of its words, Han characters each by itself.
fn stems(text: &str) -> Vec<String> {
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
    words.iter().map(|word| terms::stem(word)).collect()
}

/// Whether both name the same concept of the glossary and nothing else.
fn same_concept(typed: &str, wording: &str) -> bool {
    concept(wording).is_some_and(|wanted| concept(typed) == Some(wanted))
}

/// The concept of the glossary that a text names, if nothing else stands in it.
fn concept(text: &str) -> Option<String> {
    let shown = markdown::text(&markdown::inlines(text));
    let text = simplified(&shown);
    let found = terms::terms(&text);
    // The wording that takes most of the text is what it says.
    let longest = found.into_iter().filter(|term| term.is_concept).max_by_key(|term| term.surface.len())?;
    let own = letters(&longest.surface);
    (own.chars().count() + 1 >= letters(&text).chars().count()).then_some(longest.key)
}

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

/// Numbers in words as digits, the signs of formulas as those of keyboards.
fn digits(text: &str) -> String {
    let mut text = normal(text).replace("{,}", "").replace("\\%", "%");
    if let Some((below, above)) = text.split_once("分之").filter(|(below, _)| *below != "百") {
        let number = |part: &str| read_number(part.trim(), "").map(|read| read.number);
        if let (Some(below), Some(above)) = (number(below), number(above)) {
            return format!("{above}/{below}");
        }
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
fn number(typed: &str, wording: &str) -> Option<Fit> {
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
        let fraction = formula::value(&written)?;
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

/// Formulas by their values; nothing where one of them cannot be computed.
fn formula(typed: &str, wording: &str) -> Option<Fit> {
    let as_fit = |agree| if agree { Fit::Right } else { Fit::Wrong };
    if wording.contains('$') {
        return formula::agree(typed, wording).map(as_fit);
    }
    // In plain text a large letter is the same as a small one.
    let (own, said) = (digits(&formula::raised(wording)), digits(&formula::raised(typed)));
    let is_formula =
        own.contains(['^', '/', '*', '=', '√']) || ["exp(", "sqrt("].iter().any(|name| own.contains(name));
    if !is_formula {
        return None;
    }
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
    formula::agree(&said, &own).map(as_fit)
}

/// Whether one text is the other with slips in its words. A word that the glossary knows as something else is none.
fn is_slip(typed: &str, wording: &str) -> bool {
    let words = |text: &str| {
        let text = normal(text);
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect::<Vec<String>>()
    };
    let (one, other) = (words(typed), words(wording));
    if one.len() != other.len() {
        return is_misspelt(&letters(typed), &letters(wording));
    }
    let differ = one.iter().zip(&other).filter(|(one, other)| one != other);
    differ.clone().all(|(one, other)| {
        is_misspelt(one, other) && concept(one).is_none_or(|own| concept(other) == Some(own))
    }) && differ.count() > 0
}

/// Whether the words of one are among those of the other, and at least half of them.
fn is_part(one: &[String], other: &[String]) -> bool {
    let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let is_whole = |word: &String| word.chars().count() > 1 || word.chars().any(is_han);
    few.iter().all(|word| many.contains(word))
        && few.iter().any(is_whole)
        && few.len() * 2 >= many.len()
        && !many
            .iter()
            .any(|word| ["not", "no", "non", "un", "不", "非", "无", "没"].contains(&word.as_str()))
}

#[cfg(test)]
mod tests;
