//! Signs, written as all their widths and styles are written.

use unicode_normalization::UnicodeNormalization;

/// Writes a sign as all its widths and styles are written.
pub(super) fn fold(letter: char, out: &mut impl FnMut(char)) {
    match letter {
        '\u{3001}' | '\u{ff64}' => out(','),
        '\u{3002}' | '\u{ff61}' => out('.'),
        '\u{3000}' => out(' '),
        // Plus and minus are signs in every width; superscripts are not digits.
        '\u{ff01}'..='\u{ff5e}' => out(narrow(letter)),
        '\u{2026}' => "...".chars().for_each(out),
        '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2212}' => out('-'),
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '〝' | '〞' => {
            out('"');
        }
        '‘' | '’' | '‚' | '‛' | '′' => out('\''),
        '″' => "''".chars().for_each(out),
        // They say how the sign before them is drawn.
        '\u{fe0e}' | '\u{fe0f}' => (),
        '\u{ff62}' | '\u{ff63}' => out('"'),
        '\u{ff65}'..='\u{ffef}' | '\u{2e80}'..='\u{2fdf}' | '\u{fb00}'..='\u{fb06}' => {
            std::iter::once(letter).nfkc().for_each(out);
        }
        letter => out(letter),
    }
}

/// The letter as it is typed without an input method: `１` is `1`.
pub fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        letter => letter,
    }
}
