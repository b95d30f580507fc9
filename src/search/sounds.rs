//! How Chinese is typed without an input method: the syllables of each character, or their first letters.

use pinyin::ToPinyinMulti;

/// Whether a text, from one of its characters on, is what was typed: each Chinese character stands for its
/// syllable (the last one for the beginning of it) or for the first letter of it, everything else for itself.
/// Blanks between typed syllables do not count. What was typed is lower case without accents.
pub fn sounds_like(text: &str, typed: &str) -> bool {
    let letters = letters(text);
    heard(typed, |typed| (0..letters.len()).any(|start| continues(&letters[start..], typed)))
}

/// The same, where the text begins so.
pub fn starts_like(text: &str, typed: &str) -> bool {
    heard(typed, |typed| continues(&letters(text), typed))
}

fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Whether what was typed can be a sound, and is one by this test; nothing is always heard.
fn heard(typed: &str, is_so: impl Fn(&[u8]) -> bool) -> bool {
    let typed: Vec<u8> = typed.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    typed.is_empty() || (typed.is_ascii() && is_so(&typed))
}

fn continues(letters: &[char], typed: &[u8]) -> bool {
    let Some(first) = typed.first() else { return true };
    let Some((letter, rest)) = letters.split_first() else { return false };
    if letter.is_ascii() {
        return letter.to_ascii_lowercase() as u8 == *first && continues(rest, &typed[1..]);
    }
    let Some(readings) = letter.to_pinyin_multi() else { return false };
    readings.into_iter().any(|reading| {
        // A keyboard without ü writes v.
        let syllable = reading.plain().replace('ü', "v");
        let syllable = syllable.as_bytes();
        if syllable.first() != Some(first) {
            return false;
        }
        let same = syllable.iter().zip(typed).take_while(|(one, other)| one == other).count();
        let is_whole = same == syllable.len() && continues(rest, &typed[same..]);
        is_whole || same == typed.len() || continues(rest, &typed[1..])
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
    }
}
