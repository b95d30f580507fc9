//! White space before a text.

pub(super) fn white(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\u{3000}' | '\u{a0}' | '\u{200b}' | '\u{feff}')
}
