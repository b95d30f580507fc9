//! Small talk: what people say between questions and answers.

/// Words of which small talk is made.
const WORDS: [&str; 62] = [
    "thx",
    "thanks",
    "thank",
    "you",
    "ty",
    "np",
    "ok",
    "okay",
    "k",
    "cool",
    "nice",
    "great",
    "good",
    "luck",
    "bye",
    "cheers",
    "lol",
    "haha",
    "hi",
    "hey",
    "hello",
    "yeah",
    "yep",
    "yes",
    "sure",
    "right",
    "got",
    "it",
    "i",
    "see",
    "makes",
    "sense",
    "well",
    "done",
    "so",
    "much",
    "a",
    "lot",
    "very",
    "tmrw",
    "tomorrow",
    "and",
    "for",
    "all",
    "no",
    "problem",
    "welcome",
    "you're",
    "youre",
    "u",
    "same",
    "wow",
    "perfect",
    "really",
    "alright",
    "then",
    "不客气",
    "不谢",
    "没事",
    "客气了",
    "晚安",
    "加油",
];

/// Whole prompts to go on.
const PROMPTS: [&str; 12] = [
    "what else",
    "anything else",
    "and what else",
    "go on",
    "next",
    "next one",
    "next question",
    "and after that",
    "what did they ask",
    "what did they ask you",
    "what did they ask u",
    "want more questions",
];

/// Whether a message says nothing about a subject: `ok cool thx`, `and?`, `You're welcome!`
pub(super) fn is_small_talk(text: &str) -> bool {
    let is_part = |letter: char| !(letter.is_alphanumeric() || matches!(letter, '\'' | '’'));
    // No letter becomes shorter than a third of its bytes.
    if text.trim().len() > 3 * LONGEST {
        return false;
    }
    let lower = text.trim().to_lowercase().replace('’', "'");
    if lower.is_empty() || lower.len() > LONGEST {
        return false;
    }
    let words = || lower.split(is_part).filter(|word| !word.is_empty());
    let Some(last) = words().next_back() else { return false };
    let may_prompt = PROMPTS.iter().any(|end| last.ends_with(end.rsplit(' ').next().unwrap_or(end)));
    words().all(|word| WORDS.contains(&word))
        || may_prompt && {
            let whole = words().collect::<Vec<_>>().join(" ");
            PROMPTS.iter().any(|end| whole.ends_with(end))
        }
}

/// A longer message says something.
const LONGEST: usize = 60;

#[cfg(test)]
mod tests {
    use super::is_small_talk;

    #[test]
    fn small_talk_says_nothing_of_a_subject() {
        for text in [
            "ok cool thx",
            "np, good luck tmrw",
            "and?",
            "thanks!",
            "You’re welcome!",
            "hey so what did they ask u",
        ] {
            assert!(is_small_talk(text), "{text}");
        }
        for text in ["", "And random forest?", "yes, by a mask", "why?", "it is a loss", "BN?"] {
            assert!(!is_small_talk(text), "{text}");
        }
    }
}
