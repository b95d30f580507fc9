//! How Chinese is typed without an input method: the syllables of each character, or their first letters.

use pinyin::ToPinyinMulti;

/// Whether a text, from one of its characters on, is what was typed: each Chinese character stands for its
/// syllable (the last one for the beginning of it) or for the first letter of it, everything else for itself.
/// Blanks between typed syllables do not count. What was typed is lower case without accents.
pub fn sounds_like(text: &str, typed: &str) -> bool {
    let typed = keys(typed);
    typed.is_empty() || !heard_in(text, &typed).is_empty()
}

/// The same, where the text begins so.
pub fn starts_like(text: &str, typed: &str) -> bool {
    let typed = keys(typed);
    typed.is_empty() || heard(&letters(text), &typed).is_some()
}

/// Which parts of a text sound like what was typed, each once.
pub(super) fn sounding_parts(text: &str, typed: &str) -> Vec<String> {
    heard_in(text, &keys(typed))
}

fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// What was typed without its blanks.
fn keys(typed: &str) -> Vec<u8> {
    typed.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect()
}

fn heard_in(text: &str, typed: &[u8]) -> Vec<String> {
    let letters = letters(text);
    let part = |start: usize| {
        let rest = &letters[start..];
        Some(rest[..heard(rest, typed)?].iter().collect())
    };
    let mut parts: Vec<String> = (0..letters.len()).filter_map(part).collect();
    parts.sort();
    parts.dedup();
    parts
}

/// How many letters, from the first on, sound like what was typed.
fn heard(letters: &[char], typed: &[u8]) -> Option<usize> {
    let Some(first) = typed.first() else { return Some(0) };
    let (letter, rest) = letters.split_first()?;
    let behind = |typed: &[u8]| heard(rest, typed).map(|letters| letters + 1);
    if letter.is_ascii() {
        return if letter.to_ascii_lowercase() as u8 == *first { behind(&typed[1..]) } else { None };
    }
    letter.to_pinyin_multi()?.into_iter().find_map(|reading| {
        // A keyboard without ü writes v.
        let syllable = reading.plain().replace('ü', "v");
        let syllable = syllable.as_bytes();
        if syllable.first() != Some(first) {
            return None;
        }
        let same = syllable.iter().zip(typed).take_while(|(one, other)| one == other).count();
        let whole = if same == syllable.len() { behind(&typed[same..]) } else { None };
        whole.or((same == typed.len()).then_some(1)).or_else(|| behind(&typed[1..]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_found_by_syllables_and_by_first_letters() {
        for (text, typed, fits) in [
            ("模拟面试", "monimianshi", true),
            ("模拟面试", "mnms", true),
            ("模拟面试", "mianshi", true),
            ("模拟面试", "moni m", true),
            ("模拟面试", "mnianshi", false),
            ("统计", "tj", true),
            ("统计", "tongj", true),
            ("统计", "tjx", false),
            ("重来", "chonglai", true),
            ("长期", "changqi", true),
            ("学习率 lr", "xxllr", true),
            ("法律", "falv", true),
            ("KV 缓存", "kvhc", true),
            ("settings", "set", true),
            ("设置", "", true),
            ("设置", "é", false),
        ] {
            assert_eq!(sounds_like(text, typed), fits, "{text} {typed}");
        }
        assert!(starts_like("模拟面试", "mn") && !starts_like("模拟面试", "ms"));
        assert_eq!(sounding_parts("注意力，不是注意力", "zyl"), ["注意力"]);
        assert_eq!(sounding_parts("注意力在于理解", "zyl"), ["在于理", "注意力"]);
        assert!(sounding_parts("注意力", "xyz").is_empty());
    }
}
