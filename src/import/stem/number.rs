//! The number a line starts with, in figures, circles or Chinese, and the sign behind it.

use super::white;

/// What stands behind or around a number. Numbers of one list share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::import) enum Delimiter {
    /// `1.`
    Dot,
    /// `1、`
    Comma,
    /// `1)` or `1）`
    Bracket,
    /// `(1)`, `（1）`, `（1.）`, `[1]` or `【1】`
    Brackets,
    /// `1:`
    Colon,
    /// `1 - `, the dash between blanks.
    Dash,
    /// `Q1`, `问题1：`, `第1题`, `Question 1:`, by the word: a list keeps to one.
    Word(u8),
    /// `一、`
    Han,
    /// `（一）`
    HanBrackets,
    /// `IV.`, `Ⅳ、`
    Roman,
    /// `①`
    Circle,
    /// `1.2`, by how many numbers it has.
    Parts(u8),
    /// `1` and a space; only a heading may be numbered so.
    Bare,
}

/// A number at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) struct Number {
    /// The number; of `2.3` the last part.
    pub(in crate::import) value: u32,
    /// The parts before the last one, as one figure to compare.
    pub(in crate::import) prefix: u32,
    pub(in crate::import) delimiter: Delimiter,
}

/// The number a text starts with, and what follows.
pub(in crate::import) fn number(text: &str) -> Option<(Number, &str)> {
    let first = text.chars().next()?;
    if let Some(lettered) = lettered(text) {
        return Some(lettered);
    }
    if matches!(first, 'I' | 'V' | 'X' | 'Ⅰ'..='Ⅻ') {
        return roman(text);
    }
    if !(first.is_ascii_digit() || matches!(first, '(' | '[' | '#') || !first.is_ascii()) {
        return None;
    }
    // Numbers that are counted when the text is typeset; as in Markdown, all of them are written alike.
    if let Some(rest) = text.strip_prefix("#.").filter(|rest| rest.starts_with(white)) {
        return Some((Number { value: 1, prefix: 0, delimiter: Delimiter::Dot }, rest));
    }
    if let '①'..='⑳' = first {
        let value = u32::from(first) - u32::from('①') + 1;
        let rest = text[first.len_utf8()..].trim_start_matches(['.', '、', ' ']);
        return Some((Number { value, prefix: 0, delimiter: Delimiter::Circle }, rest));
    }
    if let '❶'..='❿' | '➀'..='➓' = first {
        let base = if first < '➀' { '❶' } else { '➀' };
        let value = (u32::from(first) - u32::from(base)) % 10 + 1;
        let rest = text[first.len_utf8()..].trim_start_matches(['.', '、', ' ']);
        return Some((Number { value, prefix: 0, delimiter: Delimiter::Circle }, rest));
    }
    if let Some((value, rest)) = keycaps(text) {
        return Some((Number { value, prefix: 0, delimiter: Delimiter::Circle }, rest));
    }
    if let Some(rest) = text.strip_prefix('第') {
        return ordinal(rest);
    }
    let opened = text.strip_prefix(['(', '（', '[', '【']);
    let body = opened.unwrap_or(text);
    let (value, rest, han) = match figure(body) {
        Some((value, rest)) => (value, rest, false),
        None => han_figure(body).map(|(value, rest)| (value, rest, true))?,
    };
    let next = rest.chars().next();
    let number = |value, prefix, delimiter| Number { value, prefix, delimiter };
    if opened.is_some() {
        let rest =
            rest.strip_prefix(['.', '．', '、']).unwrap_or(rest).strip_prefix([')', '）', ']', '】'])?;
        let is_year = text.starts_with('【') && value > 999;
        let link = rest.starts_with(['(', '[']) || (text.starts_with('[') && rest.starts_with(':'));
        let delimiter = if han { Delimiter::HanBrackets } else { Delimiter::Brackets };
        return (!link && !is_year).then_some((number(value, 0, delimiter), rest));
    }
    let behind = &rest[next.map_or(0, char::len_utf8)..];
    if han {
        return match next? {
            '、' | '.' | '．' | '：' => Some((number(value, 0, Delimiter::Han), behind)),
            _ => None,
        };
    }
    match next? {
        ')' | '）' => Some((number(value, 0, Delimiter::Bracket), behind)),
        '、' => Some((number(value, 0, Delimiter::Comma), behind)),
        ':' | '：' if !behind.starts_with(|letter: char| letter.is_ascii_digit() || letter == '/') => {
            Some((number(value, 0, Delimiter::Colon), behind))
        }
        '\\' if behind.starts_with('.') => Some((number(value, 0, Delimiter::Dot), &behind[1..])),
        '.' | '．' | '-' => parts(value, rest),
        ' ' => dashed(rest).filter(|_| value < 1000).map(|rest| (number(value, 0, Delimiter::Dash), rest)),
        _ => None,
    }
}

/// What follows a dash that stands between blanks, where words do: `1 - Why scale?`, no sum and no range.
fn dashed(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(' ')?.strip_prefix(['-', '–', '—'])?.strip_prefix(' ')?;
    rest.trim_start_matches(['*', '_', '`', '"', '¿', '(']).starts_with(char::is_alphabetic).then_some(rest)
}

/// `1️⃣`, `1️⃣2️⃣`, `🔟`.
fn keycaps(text: &str) -> Option<(u32, &str)> {
    if let Some(rest) = text.strip_prefix('🔟') {
        return Some((10, rest));
    }
    let (mut value, mut rest) = (0, text);
    while let Some(digit) = rest.chars().next().and_then(|letter| letter.to_digit(10)) {
        let Some(behind) = rest[1..].trim_start_matches('\u{fe0f}').strip_prefix('\u{20e3}') else { break };
        (value, rest) = (value * 10 + digit, behind);
        if value > 999 {
            return None;
        }
    }
    (rest.len() < text.len()).then_some((value, rest))
}

/// The number of a heading like `## 3 Pooling`. Alone it may be part of the text, so the stem keeps it.
pub(in crate::import) fn bare_number(text: &str) -> Option<(Number, &str)> {
    let (value, rest) = figure(text)?;
    let behind = rest.trim_start_matches(white);
    let says = behind.len() < rest.len() && behind.starts_with(|letter: char| !letter.is_ascii_digit());
    (says && value < 1000).then_some((Number { value, prefix: 0, delimiter: Delimiter::Bare }, behind))
}

/// `1.`, `1.2 `, `1.2.`, `3-2 `, but no `3.14`, `2.0版` and `2020-01-01`.
fn parts(value: u32, rest: &str) -> Option<(Number, &str)> {
    let (mut last, mut prefix, mut count, mut rest) = (value, 0u32, 1u8, rest);
    let dash = rest.starts_with('-');
    loop {
        let behind = rest.strip_prefix(['.', '．', '-']);
        match behind.and_then(figure) {
            Some((next, after)) if count < 5 => {
                prefix = prefix.wrapping_mul(1000).wrapping_add(last);
                (last, rest, count) = (next, after, count + 1);
            }
            _ => break,
        }
    }
    if count == 1 {
        let rest = rest.strip_prefix(['.', '．']).filter(|_| !dash)?;
        // More digits than a number has are those of a value: `32.5023452`.
        if rest.bytes().take_while(u8::is_ascii_digit).count() > 6 {
            return None;
        }
        // `6.)` is written in a hurry.
        if let Some(rest) = rest.strip_prefix([')', '）']) {
            return Some((Number { value, prefix: 0, delimiter: Delimiter::Bracket }, rest));
        }
        return Some((Number { value, prefix: 0, delimiter: Delimiter::Dot }, rest));
    }
    let closed = rest.strip_prefix(['.', '、', ')', '）']).or_else(|| rest.strip_prefix(white));
    if last == 0 || count > 4 || value > 999 {
        return None;
    }
    Some((Number { value: last, prefix, delimiter: Delimiter::Parts(count) }, closed?))
}

/// `A.1 `, `B.12 `: a letter that heads a chapter stands before the number.
fn lettered(text: &str) -> Option<(Number, &str)> {
    let [letter @ b'A'..=b'Z', b'.', ..] = text.as_bytes() else { return None };
    let (value, rest) = figure(&text[2..]).filter(|(value, _)| (1..100).contains(value))?;
    let rest = rest.strip_prefix(['.', '、', ':', '：']).or_else(|| rest.strip_prefix(white))?;
    let prefix = 1000 + u32::from(*letter);
    Some((Number { value, prefix, delimiter: Delimiter::Parts(2) }, rest))
}

/// `1题：`, `三问`.
fn ordinal(text: &str) -> Option<(Number, &str)> {
    let text = text.trim_start();
    let (value, rest) = figure(text).or_else(|| han_figure(text))?;
    let rest = rest.trim_start();
    let rest = rest.strip_prefix(['题', '問', '问', '題']).or_else(|| rest.strip_prefix("道题"))?;
    let rest = rest.trim_start_matches(['：', ':', '.', '、', ' ', ')', '）']);
    Some((Number { value, prefix: 0, delimiter: Delimiter::Word(u8::MAX) }, rest))
}

/// `IV. `, `X) `, `Ⅱ、`. Small letters are those of sub-questions.
fn roman(text: &str) -> Option<(Number, &str)> {
    let number = |value| Number { value, prefix: 0, delimiter: Delimiter::Roman };
    let first = text.chars().next()?;
    if matches!(first, 'Ⅰ'..='Ⅻ') {
        let rest = text[first.len_utf8()..].trim_start_matches(['.', '、', '．', ' ']);
        return Some((number(u32::from(first) - u32::from('Ⅰ') + 1), rest));
    }
    let digits = text.bytes().take_while(|byte| b"IVX".contains(byte)).count();
    let value = (1..40).find(|value| written(*value) == text[..digits])?;
    let sign = text[digits..].chars().next()?;
    let rest = &text[digits + sign.len_utf8()..];
    let is_set_off =
        matches!(sign, '、' | '）' | '．') || (matches!(sign, '.' | ')') && rest.starts_with(white));
    is_set_off.then_some((number(value), rest))
}

/// A number below 40 in Roman figures.
fn written(value: u32) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    format!("{}{}", "X".repeat((value / 10) as usize), ONES[(value % 10) as usize])
}

/// Up to four digits, ASCII or full-width.
fn figure(text: &str) -> Option<(u32, &str)> {
    let (mut value, mut count, mut rest) = (0u32, 0usize, text.chars());
    let mut behind = rest.as_str();
    while let Some(digit) = rest.next().and_then(digit) {
        count += 1;
        if count > 6 {
            return None;
        }
        value = value * 10 + digit;
        behind = rest.as_str();
    }
    (count > 0).then_some((value, behind))
}

pub(super) fn digit(letter: char) -> Option<u32> {
    match letter {
        '０'..='９' => Some(u32::from(letter) - u32::from('０')),
        _ => letter.to_digit(10),
    }
}

pub(in crate::import) fn is_han_digit(letter: char) -> bool {
    matches!(letter, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// Chinese numbers up to 99.
fn han_figure(text: &str) -> Option<(u32, &str)> {
    let value =
        |letter| "一二三四五六七八九".chars().position(|digit| digit == letter).map(|at| at as u32 + 1);
    let end = text.find(|letter| value(letter).is_none() && letter != '十').unwrap_or(text.len());
    let digits = &text[..end];
    let figure = match digits.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { single(tens, value)? };
            tens * 10 + if ones.is_empty() { 0 } else { single(ones, value)? }
        }
        None => single(digits, value)?,
    };
    Some((figure, &text[end..]))
}

fn single(text: &str, value: impl Fn(char) -> Option<u32>) -> Option<u32> {
    let mut letters = text.chars();
    let first = letters.next()?;
    if letters.next().is_some() { None } else { value(first) }
}
