//! Chinese characters: which letters are, and simplified and traditional ones as the same word.

use std::borrow::Cow;

/// Whether a letter is a Chinese character, of any block.
pub fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A text in simplified characters. Every place in it is the same place in the text.
pub fn simplified(text: &str) -> Cow<'_, str> {
    if !text.contains(is_han) {
        return Cow::Borrowed(text);
    }
    let simple = fast2s::convert(text);
    // A rare character has its other form in a block whose characters take more bytes.
    if simple.len() == text.len() {
        return Cow::Owned(simple);
    }
    Cow::Owned(text.chars().map(simplified_letter).collect())
}

fn simplified_letter(letter: char) -> char {
    let simple = fast2s::convert(letter.encode_utf8(&mut [0; 4]));
    let mut letters = simple.chars();
    match (letters.next(), letters.next()) {
        (Some(one), None) if one.len_utf8() == letter.len_utf8() => one,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_characters_become_simplified_ones() {
        for (traditional, expected) in [
            ("學習率", "学习率"),
            ("梯度消失與爆炸", "梯度消失与爆炸"),
            ("批次歸一化、權重衰減、過擬合", "批次归一化、权重衰减、过拟合"),
            ("注意力機制的計算複雜度", "注意力机制的计算复杂度"),
            ("損失函數、優化器、收斂", "损失函数、优化器、收敛"),
            ("上下文長度", "上下文长度"),
            ("学习率 learning rate", "学习率 learning rate"),
        ] {
            assert_eq!(simplified(traditional), expected);
        }
    }

    #[test]
    fn places_stay_places() {
        for text in ["學習率 learning rate，梯度", "\u{9fa6}\u{3400}𠀀學", "没有繁體字的 text"]
        {
            let simple = simplified(text);
            let places = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
            assert_eq!(places(&simple), places(text));
        }
    }
}
