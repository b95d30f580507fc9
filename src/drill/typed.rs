//! Numbers as they are typed, in the form in which they are read: narrow, without words such as `about`; and numbers
//! in English words.

use super::unit::{scale_size, time_size};
use crate::card::han::simplified;
use crate::markdown::narrow;

/// What may stand before a number that is not exact, longer words first.
const ABOUT: [&str; 21] = [
    "approximately",
    "roughly",
    "approx.",
    "approx",
    "around",
    "about",
    "circa",
    "nearly",
    "almost",
    "c.",
    "ca.",
    "ca",
    "大约",
    "大概",
    "差不多",
    "将近",
    "约为",
    "约",
    "近",
    "some ",
    "是",
];

/// What may stand behind it.
const OR_SO: [&str; 5] = ["or so", "左右", "上下", "以上", "多"];

/// A typed number in one form: narrow and simplified, without signs and words that say that it is not exact, `x` as a
/// sign of multiplication, numbers with a scale in a sum written out.
pub(super) fn typed_number(typed: &str) -> String {
    let narrowed: String = typed.chars().map(narrow).collect();
    let simple = simplified(&narrowed);
    let mut text = simple.trim();
    loop {
        let rest = text.trim_start_matches(['≈', '~', '∼', '≃', '=', ':', ' ', '$', '¥', '€', '£']);
        let lower = rest.to_lowercase();
        let word =
            ABOUT.iter().find(|word| lower.starts_with(**word) && is_apart(&lower[word.len()..], word));
        let rest = word.map_or(rest, |word| rest[word.len()..].trim_start());
        if rest.len() == text.len() {
            break;
        }
        text = rest;
    }
    let end = OR_SO.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text).trim_end();
    let end = end.trim_end_matches(['.', '。', ';', '；', '?', '？', '!', '！', ' ']);
    // `8x` and `8×` are 8 times.
    let times = end
        .strip_suffix(['x', 'X', '×'])
        .or_else(|| end.strip_suffix("fold"))
        .map(|number| number.trim_end_matches([' ', '-']));
    let times = times.filter(|number| number.ends_with(|letter: char| letter.is_ascii_digit()));
    let end = times.map_or(end.to_owned(), |number| format!("{number} times"));
    multiplied(&with_points(&with_fractions(&with_powers(&end).replace('_', ""))))
}

/// The text with raised figures as a power: `10²²` is `10^22`.
fn with_powers(text: &str) -> String {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let mut out = String::with_capacity(text.len());
    let mut is_power = false;
    for letter in text.chars() {
        let digit = RAISED.chars().position(|known| known == letter).map(|digit| digit.to_string());
        let plain = digit.or_else(|| (letter == '⁻').then(|| "-".to_owned()));
        match plain {
            Some(plain)
                if is_power || out.ends_with(|before: char| before.is_ascii_digit() || before == ')') =>
            {
                if !is_power {
                    out.push('^');
                }
                out.push_str(&plain);
                is_power = true;
            }
            _ => {
                out.push(letter);
                is_power = false;
            }
        }
    }
    out
}

/// The text with fractions in figures, and in brackets with the whole number before them: `1½` and `1 1/2` are
/// `(1+1/2)`.
fn with_fractions(text: &str) -> String {
    const FRACTIONS: [(char, &str); 7] =
        [('½', "1/2"), ('¼', "1/4"), ('¾', "3/4"), ('⅓', "1/3"), ('⅔', "2/3"), ('⅛', "1/8"), ('⅕', "1/5")];
    let mut text = text.to_owned();
    for (letter, fraction) in FRACTIONS {
        text = text.replace(letter, &format!(" {fraction}"));
    }
    let text = text.trim_start();
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    let rest = text[whole..].trim_start();
    let above = digits(rest);
    let below = rest[above..].strip_prefix('/').map_or(0, digits);
    let is_mixed = whole > 0 && above > 0 && below > 0 && rest.len() < text[whole..].len();
    if !is_mixed {
        return text.to_owned();
    }
    let end = above + 1 + below;
    format!("({}+{}){}", &text[..whole], &rest[..end], &rest[end..])
}

/// The text with a point where a comma parts a number and its decimals: `0,25`, `1,5`. What stands behind it is no group
/// of three or four figures, or nothing but a zero stands before it.
fn with_points(text: &str) -> String {
    let is_of_number = |letter: &char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let length = rest[start..].chars().take_while(is_of_number).count();
        let number = &rest[start..start + length];
        let decimals = number.split_once(',').filter(|(whole, decimals)| {
            let is_one = !whole.contains('.') && decimals.bytes().all(|byte| byte.is_ascii_digit());
            is_one && (matches!(decimals.len(), 1 | 2) || *whole == "0" && !decimals.is_empty())
        });
        out.push_str(&rest[..start]);
        match decimals {
            Some((whole, decimals)) => out.extend([whole, ".", decimals]),
            None => out.push_str(number),
        }
        rest = &rest[start + length..];
    }
    out + rest
}

/// Whether a word ends there.
fn is_apart(rest: &str, word: &str) -> bool {
    !word.is_ascii() || word.ends_with(['.', ' ']) || !rest.starts_with(|next: char| next.is_alphabetic())
}

/// A text with `*` where `x` stands between numbers, and with numbers before an operator written out: `32k*512`.
fn multiplied(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let rest = || letters[at..].iter().collect::<String>();
        let before = out.trim_end().chars().next_back();
        let is_number_before = before.is_some_and(|letter| letter.is_ascii_digit() || letter == ')');
        if is_number_before && letters[at].is_alphabetic() {
            let rest = rest();
            let word: String = rest.chars().take_while(|letter| letter.is_alphabetic()).collect();
            let behind = rest[word.len()..].trim_start();
            let is_hex = out == "0";
            let x = word.strip_prefix(['x', 'X']);
            let is_digit = |text: &str| {
                text.starts_with(|next: char| next.is_ascii_digit() || matches!(next, '.' | '('))
            };
            let is_rate = behind
                .strip_prefix('/')
                .is_some_and(|rest| rest.trim_start().starts_with(char::is_alphabetic));
            let has_operator =
                !is_rate && behind.starts_with(['*', '×', '/', '+', '·', '⋅', 'x', 'X', '-', '−', ')']);
            if x == Some("") && is_digit(behind) && !is_hex {
                out.push('*');
                at += 1;
                continue;
            }
            // `6*7B*1T`: behind a factor with a scale the last one has one too.
            let is_last = behind.is_empty() && out.contains("*1e") && word.len() == 1;
            if let Some(size) = scale_size(&word.to_lowercase()).filter(|_| has_operator || is_last) {
                let number = out.trim_end().len();
                out.truncate(number);
                // Only the number right before it: a power of ten times it is the same.
                out.push_str(&format!("*{size:e}"));
                at += word.chars().count();
                continue;
            }
        }
        out.push(letters[at]);
        at += 1;
    }
    out
}

const ONES: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const PARTS: [(&str, f64); 9] = [
    ("half", 2.0),
    ("halves", 2.0),
    ("third", 3.0),
    ("quarter", 4.0),
    ("fourth", 4.0),
    ("fifth", 5.0),
    ("eighth", 8.0),
    ("tenth", 10.0),
    ("sixteenth", 16.0),
];

/// The number that a text begins with in English words, `fifteen percent`, `two thirds`, `a hundred`, and the rest.
pub(super) fn counted_in_words(text: &str) -> Option<(f64, &str)> {
    let (first, mut rest) = word(text)?;
    let part = |word: &str| {
        let one = word.strip_suffix('s').unwrap_or(word);
        PARTS.iter().find(|(name, _)| *name == one || *name == word).map(|(_, parts)| *parts)
    };
    let mut number = match first.as_str() {
        "a" | "an" => None,
        "half" => {
            let rest = [" of", " an", " a"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
            return Some((0.5, rest));
        }
        first => Some(one_to_ninety(first)?),
    };
    let (second, behind) = word(rest).unwrap_or_default();
    if number.is_none() && time_size(second.strip_suffix('s').unwrap_or(&second)).is_some() {
        return Some((1.0, rest));
    }
    if let Some(parts) = part(&second) {
        return Some((number.unwrap_or(1.0) / parts, behind));
    }
    if second == "hundred" {
        (number, rest) = (Some(number.unwrap_or(1.0) * 100.0), behind);
    } else if number.is_none() && scale_size(&second).is_some() {
        number = Some(1.0);
    }
    number.map(|number| (number, rest))
}

/// The word at the start of a text, in small letters; a hyphen is part of it.
fn word(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start_matches([' ', '-']);
    let end = text.find(|letter: char| !letter.is_ascii_alphabetic() && letter != '-').unwrap_or(text.len());
    // `three-quarters` are two words, `twenty-five` is one.
    let whole = &text[..end];
    let end = match whole.split_once('-') {
        Some((first, _)) if one_to_ninety(&whole.to_lowercase()).is_none() => first.len(),
        _ => end,
    };
    (end > 0).then(|| (text[..end].to_lowercase(), &text[end..]))
}

fn one_to_ninety(word: &str) -> Option<f64> {
    let at = |names: &[&str], word: &str| names.iter().position(|name| *name == word);
    let ten = |word: &str| at(&TENS, word).map(|at| (at + 2) * 10);
    let number = at(&ONES, word).or_else(|| ten(word)).or_else(|| {
        let (tens, one) = word.split_once('-')?;
        Some(ten(tens)? + at(&ONES[..10], one)?)
    })?;
    Some(number as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_brought_into_one_form() {
        for (typed, text) in [
            ("about 15%", "15%"),
            ("≈ ~ 15％", "15%"),
            ("大约15%左右", "15%"),
            ("32k*512", "32*1e3*512"),
            ("32000 x 512", "32000 * 512"),
            ("70B", "70B"),
            ("64.4億", "64.4亿"),
            ("0x10", "0x10"),
            ("8x", "8 times"),
            ("2.5 ×", "2.5 times"),
            ("8-fold", "8 times"),
            ("47.9 t/s", "47.9 t/s"),
            ("$500", "500"),
            ("3 x y", "3 x y"),
            ("aboutness", "aboutness"),
            ("1/3.", "1/3"),
        ] {
            assert_eq!(typed_number(typed), text, "{typed}");
        }
    }

    #[test]
    fn numbers_are_said_in_english() {
        for (text, number, rest) in [
            ("fifteen percent", 15.0, " percent"),
            ("twenty-five GB", 25.0, " GB"),
            ("three quarters", 0.75, ""),
            ("three-quarters", 0.75, ""),
            ("a third", 1.0 / 3.0, ""),
            ("one eighth", 0.125, ""),
            ("a million", 1.0, " million"),
            ("two hundred", 200.0, ""),
            ("half", 0.5, ""),
        ] {
            assert_eq!(counted_in_words(text), Some((number, rest)), "{text}");
        }
        for text in ["", "many", "GB", "a lot"] {
            assert_eq!(counted_in_words(text), None, "{text}");
        }
    }
}
