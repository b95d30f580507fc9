//! Numbers with Chinese numerals, 十 to 亿, as they are said and typed: `五十`, `1.5万`, `70十亿`, `三亿五千万`, `2万5`.

/// A number at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SpokenNumber {
    /// What it comes to.
    pub(super) value: f64,
    /// Whether a thousand or more is said in it, so that it is the number itself and no count of some scale.
    pub(super) is_whole: bool,
    /// Where it ends.
    pub(super) end: usize,
}

const DIGITS: &str = "〇一二三四五六七八九";

/// What a numeral multiplies what stands before it by.
fn scale(letter: char) -> Option<f64> {
    Some(match letter {
        '十' => 1e1,
        '百' => 1e2,
        '千' => 1e3,
        '万' => 1e4,
        '亿' => 1e8,
        _ => return None,
    })
}

/// A number of digits or of Chinese ones, with where it ends; a comma parts thousands.
fn plain(text: &str) -> Option<(f64, usize)> {
    let (mut digits, mut end) = (String::new(), 0);
    for (at, letter) in text.char_indices() {
        let position = DIGITS.chars().position(|known| known == letter);
        match (letter, position) {
            ('两', _) => digits.push('2'),
            ('零', _) => digits.push('0'),
            (_, Some(digit)) => digits.push_str(&digit.to_string()),
            ('0'..='9', _) => digits.push(letter),
            ('.' | '点', _) if !digits.is_empty() && !digits.contains('.') => digits.push('.'),
            (',', _) if !digits.is_empty() => {}
            _ => break,
        }
        end = at + letter.len_utf8();
    }
    Some((digits.trim_end_matches('.').parse().ok()?, end))
}

/// The number at the start of a text, where a numeral of tens or more or a Chinese digit is part of it.
pub(super) fn spoken(text: &str) -> Option<SpokenNumber> {
    let (mut sum, mut section, mut digits) = (0.0, 0.0, None::<f64>);
    let (mut last, mut is_whole, mut is_chinese, mut end) = (None::<f64>, false, false, 0);
    while end < text.len() {
        let rest = &text[end..];
        let (blank, rest) = (rest.len() - rest.trim_start().len(), rest.trim_start());
        let letter = rest.chars().next();
        if let Some(factor) = letter.and_then(scale) {
            // `百` alone is a hundred; behind a larger scale nothing is missing: 万亿 is ten thousand of them.
            if digits.is_none() && last.is_none() && factor >= 1e4 {
                return None;
            }
            if factor < 1e4 {
                let missing =
                    if section == 0.0 || last.is_some_and(|last| last > factor) { 1.0 } else { 0.0 };
                match digits.take() {
                    Some(digits) => section += digits * factor,
                    None if missing == 0.0 => section *= factor,
                    None => section += factor,
                }
            } else {
                section += digits.take().unwrap_or(0.0);
                if factor == 1e8 {
                    (sum, section) = ((sum + section) * factor, 0.0);
                } else {
                    (sum, section) = (sum + section * factor, 0.0);
                }
            }
            (is_whole, is_chinese) = (is_whole || factor >= 1e3, true);
            last = Some(factor);
            end += blank + letter.map_or(0, char::len_utf8);
        } else if let Some((decimals, length)) =
            last.filter(|_| digits.is_none() && letter == Some('点')).and_then(|_| plain(&format!("0{rest}")))
        {
            // `三十点四`
            section += decimals;
            end += blank + length - 1;
        } else if digits.is_none() && (blank == 0 || end == 0) {
            let Some((number, length)) = plain(rest) else { break };
            is_chinese |= !rest[..length].is_ascii();
            // `三万五` is short for thirty-five thousand.
            let is_short = rest[..length].chars().count() == 1
                && !rest[length..].starts_with(|next| scale(next).is_some());
            digits = Some(match last.filter(|last| is_short && *last >= 1e2) {
                Some(last) => number * last / 10.0,
                None => number,
            });
            end += blank + length;
        } else {
            break;
        }
    }
    let value = sum + section + digits.unwrap_or(0.0);
    (is_chinese && end > 0).then_some(SpokenNumber { value, is_whole, end })
}

/// A fraction at the start of a text, `八分之一`, with where it ends.
pub(super) fn fraction(text: &str) -> Option<(f64, usize)> {
    const OF: &str = "分之";
    let (below, above) = text.split_once(OF)?;
    let whole = |part: &str| {
        let found = spoken(part).map(|found| (found.value, found.end));
        // `万分之三`: alone these are no numbers elsewhere.
        let alone = || match part {
            "万" => Some((1e4, part.len())),
            "亿" => Some((1e8, part.len())),
            _ => None,
        };
        found.or_else(alone).or_else(|| plain(part))
    };
    let (parts, end) = whole(below.trim())?;
    let (count, length) = whole(above)?;
    let is_all = end == below.trim().len() && parts > 0.0 && length > 0;
    is_all.then(|| (count / parts, below.len() + OF.len() + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals_are_read_as_they_are_said() {
        for (text, value, rest) in [
            ("五十", 50.0, ""),
            ("十二", 12.0, ""),
            ("一百零五", 105.0, ""),
            ("1.5万", 15_000.0, ""),
            ("1.5 万 GB", 15_000.0, " GB"),
            ("70百万", 7e7, ""),
            ("3百万", 3e6, ""),
            ("2千亿", 2e11, ""),
            ("70十亿参数", 7e10, "参数"),
            ("两万亿", 2e12, ""),
            ("三亿五千万", 3.5e8, ""),
            ("三万五", 35_000.0, ""),
            ("三万零五", 30_005.0, ""),
            ("2千5", 2500.0, ""),
            ("一点五万", 15_000.0, ""),
            ("一千五百万", 1.5e7, ""),
            ("百万", 1e6, ""),
            ("三千", 3000.0, ""),
            ("一二三", 123.0, ""),
            ("三十点四", 30.4, ""),
            ("三十点四万", 304_000.0, ""),
            ("一百零二点二五", 102.25, ""),
            ("二十点五天", 20.5, "天"),
            ("十点", 10.0, ""),
        ] {
            let found = spoken(text).unwrap_or_else(|| panic!("{text}"));
            assert!((found.value - value).abs() <= 1e-9 * value, "{text}: {}", found.value);
            assert_eq!(&text[found.end..], rest, "{text}");
        }
        for text in ["1024", "GB", "", "万", "亿"] {
            assert_eq!(spoken(text), None, "{text}");
        }
    }
}
