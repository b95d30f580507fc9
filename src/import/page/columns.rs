//! How wide a text is.

/// The columns of a text; wide letters take two.
pub(in crate::import) fn columns(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.chars().map(|letter| 1 + usize::from(letter > '\u{2e7f}')).sum()
}
