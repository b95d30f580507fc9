//! What names a key, and how its lines are counted.

use crate::import::page::{Page, mark, plain_text};
use crate::import::stem::{is_han_digit, names_answer};

/// Whether a line only says that answers follow.
pub(super) fn names(page: &Page<'_>, line: usize) -> bool {
    let text = page.line(line);
    if text.len() < 120 && page.is_folded(line) && text.contains("<summary") {
        return names_answer(plain_text(text).trim());
    }
    text.len() < 80 && (page.level(line).is_some() || page.has(line, mark::ANSWER | mark::BOLD)) && {
        let core = text.trim_matches(|letter: char| !letter.is_alphanumeric());
        let is_key = |core: &str| core.ends_with("answer key") || core == "key";
        names_answer(core) || core.ends_with(['y', 'Y']) && is_key(&core.to_lowercase())
    }
}

/// Whether a line begins with a Chinese number.
pub(super) fn is_han_counted(page: &Page<'_>, line: usize) -> bool {
    page.line(line).trim_start_matches(['#', '*', ' ', '第', '（', '(']).starts_with(is_han_digit)
}

/// The number that a line begins with.
pub(super) fn number_of(page: &Page<'_>, line: usize) -> Option<u32> {
    page.heading_stem(line).number_of_heading()
}
