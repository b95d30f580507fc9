//! Folding: what does not count when texts are compared.

use crate::card::han::is_han;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// A text as it is compared: without case, width and accents, traditional characters as simplified ones.
pub fn folded(text: &str) -> String {
    let text = without_case(text);
    let text = if text.chars().any(is_accented) { without_accents(&text) } else { text };
    if text.chars().any(is_han) { fast2s::convert(&text) } else { text }
}

/// Letters of Latin script with an accent, and accents of their own.
fn is_accented(letter: char) -> bool {
    matches!(letter, '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}')
}

fn without_accents(text: &str) -> String {
    // Signs over Chinese and Korean letters are part of them: only Latin is taken apart.
    let bare = |letter: char| match is_accented(letter) {
        true => letter.nfd().filter(|part| !('\u{300}'..='\u{36f}').contains(part)).collect::<String>(),
        false => letter.to_string(),
    };
    text.chars().map(bare).collect()
}

fn without_case(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    if is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        return text.to_lowercase();
    }
    text.nfkc().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_forms_of_characters_do_not_count() {
        for (text, as_compared) in [
            ("Naïve BAYES, Pólya", "naive bayes, polya"),
            ("反向傳播與梯度", "反向传播与梯度"),
            ("ＲｅＬＵ", "relu"),
            ("е́ 한국어 が", "е 한국어 が"),
        ] {
            assert_eq!(folded(text), as_compared);
        }
    }
}
