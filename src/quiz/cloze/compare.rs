//! What was typed into a gap, compared with what fits: by case, width, plural, the other language's word,
//! and numbers and formulas by their values.

use super::counted;
pub use super::gap::Fit;
use super::gap::Gap;
use super::misspelt::is_misspelt;
use super::wording::{self, concept, letters, normal, signs, stems};
use crate::card::han::is_han;
use crate::drill::{with_bits, with_bytes};
use crate::quiz::terms;

/// Longer texts are not compared letter by letter.
const LONGEST: usize = 200;

/// How well a text fits the gaps of a passage: a number may have the unit behind it that the passage speaks of.
/// `parts` are what stands before and behind each gap.
pub fn in_passage(typed: &str, gaps: &[Gap], parts: &[&str]) -> Fit {
    let fit = all(typed, gaps);
    match (gaps, parts) {
        ([gap], [before, behind]) if fit != Fit::Right => {
            let number = counted::without_unit(typed.trim(), &gap.text, before, behind);
            number.map_or(fit, |number| one(&number, gap).max(fit))
        }
        _ => fit,
    }
}

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
    let wordings = || std::iter::once(&gap.text).chain(&gap.also);
    let fits = |wording: &String| {
        let wanted = with_bits(wording);
        let bytes = (wanted != *wording).then(|| with_bytes(&typed));
        let others: Vec<&str> = wordings().filter(|other| *other != wording).map(String::as_str).collect();
        wording_fits(bytes.as_deref().unwrap_or(&typed), &wanted, &others)
    };
    wordings().map(fits).max().unwrap_or(Fit::Wrong)
}

/// Whether what another language marks in place of a gap may be another wording of it. An author may have marked
/// something else there; of two that are written in the same letters one has to fit the other.
pub(super) fn may_say_the_same(wording: &str, other: &str) -> bool {
    let has_han = |text: &str| text.contains(is_han);
    has_han(wording) != has_han(other) || wording_fits(other, wording, &[]) != Fit::Wrong
}

/// How well a text fits one wording of a gap; the others tell which meaning of a word is meant.
fn wording_fits(typed: &str, wording: &str, others: &[&str]) -> Fit {
    let (one, other) = (letters(typed), letters(wording));
    if one.is_empty() || other.is_empty() {
        return Fit::Wrong;
    }
    // A raised letter is no power: Qᵀ is Q^T.
    let has_digits = other.contains(|letter: char| letter.is_ascii_digit());
    let same = |one: &str, other: &str| {
        one == other || !has_digits && one.replace('^', "") == other.replace('^', "")
    };
    let is_formula = counted::is_formula(wording);
    let is_same = is_formula && same_signs(typed, wording, same)
        || (!is_formula || counted::has_words(wording)) && same(&one, &other);
    if is_same {
        return Fit::Right;
    }
    let (stems, wanted) = (stems(typed), stems(wording));
    // Half a term may be a wording of the whole elsewhere; here half of it was asked for and not said.
    let is_half = stems.len() < wanted.len() && stems.iter().all(|stem| wanted.contains(stem));
    let grows = || wording::growth(wording).is_some_and(|growth| wording::growth(typed) == Some(growth));
    let says_the_same = || wording::says_the_same(typed, wording, others, !is_half);
    if grows() {
        return Fit::Right;
    }
    // Where there is a value it decides, and not how it is spelt.
    if let Some(fit) = counted::number(typed, wording) {
        return if fit != Fit::Right && says_the_same() { Fit::Right } else { fit };
    }
    if let Some(fit) = counted::by_value(typed, wording) {
        return fit;
    }
    if is_formula && same(&one, &other) {
        return Fit::Close;
    }
    if stems == wanted
        || is_one_of(&one, &other)
        || is_one_of(&other, &one)
        || says_the_same()
        || wording::are_initials(typed, wording)
        || wording::is_same_with_kind(typed, wording)
    {
        return Fit::Right;
    }
    // The letters of a formula in another order are another formula.
    if counted::is_latex_alone(wording) {
        return Fit::Wrong;
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let is_near = || {
        is_slip(typed, wording)
            || is_part(&stems, &wanted)
            || wording::is_near(typed, wording)
            || wording::are_initials(wording, typed)
    };
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

/// Whether two formulas are written alike; large letters are small ones where the formula does not have both.
fn same_signs(typed: &str, wording: &str, same: impl Fn(&str, &str) -> bool) -> bool {
    let (typed, own) = (signs(typed), signs(wording));
    let has_both =
        own.chars().any(|letter| letter.is_uppercase() && own.contains(letter.to_ascii_lowercase()));
    same(&typed, &own) || !has_both && same(&typed.to_lowercase(), &own.to_lowercase())
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
