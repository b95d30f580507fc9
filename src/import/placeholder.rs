//! What stands where an answer is still to be written: `TODO`, `??`, `(skip)`.

/// Words that say that an answer is still to come, and nothing else.
const WORDS: [&str; 22] = [
    "todo",
    "to do",
    "tbd",
    "tba",
    "tbc",
    "fixme",
    "wip",
    "coming soon",
    "to be done",
    "to be added",
    "to be answered",
    "à compléter",
    "à faire",
    "por completar",
    "a completar",
    "pendiente",
    "待补充",
    "待完善",
    "待填",
    "待定",
    "待写",
    "暂无答案",
];

/// Words that say so in brackets; without them they may be an answer.
const BRACKETED: [&str; 5] = ["skip", "skipped", "later", "empty", "略"];

/// Whether a text holds the place of an answer.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    if text.len() > LONGEST || text.contains('\n') {
        return false;
    }
    let says = |letter: char| letter.is_alphanumeric();
    if !text.contains(says) {
        let holds = |letter: char| matches!(letter, '?' | '？' | '.' | '…' | '-' | '–' | '—' | '_' | ' ');
        return !text.is_empty() && text.chars().all(holds);
    }
    let word = text.trim_matches(|letter: char| !says(letter)).to_lowercase();
    let is_bracketed =
        text.starts_with(['(', '（', '[', '【', '<']) && text.ends_with([')', '）', ']', '】', '>']);
    WORDS.contains(&word.as_str()) || is_bracketed && BRACKETED.contains(&word.as_str())
}

/// What is longer says something.
const LONGEST: usize = 40;

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn what_holds_a_place_is_no_answer() {
        for text in
            ["TODO", "- TODO", "**tbd**", "??", "...", "-", "(skip)", "（略）", "[todo]", "待补充。", "____"]
        {
            assert!(is_placeholder(text), "{text}");
        }
        for text in
            ["", "skip", "later", "TODO: read it", "!=", "+", "0", "*", "no", "略读", "todo\nand more"]
        {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
