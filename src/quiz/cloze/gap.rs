//! What fits a gap, and what is said of it beforehand.

use crate::card::han::is_han;
use crate::markdown;

/// How well something fits a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is something else.
    Wrong,
    /// It is near: misspelt, a part of it, or more than it.
    Close,
    /// It is what stands there.
    Right,
}

/// What fits a gap.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gap {
    /// As it stands in the passage.
    pub text: String,
    /// Other wordings, such as that of the card's other language.
    pub also: Vec<String>,
}

/// What stands in a gap before it is filled: many a passage could be filled in several ways, and only one of them
/// is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GapCue {
    /// A number is wanted.
    Number,
    /// A formula is wanted.
    Formula,
    /// The first letter of each word, of Chinese also how many characters there are: `d… s…`, `深…5字`, `梯…2字`.
    Letters(String),
}

impl Gap {
    /// What is told of the gap.
    pub fn cue(&self) -> GapCue {
        let is_formula = self.text.contains('$');
        let text = markdown::text(&markdown::inlines(&self.text));
        let words = words(&text);
        let is_number = |word: &&str| word.starts_with(|letter: char| letter.is_numeric());
        match () {
            () if is_formula => GapCue::Formula,
            () if words.first().is_none_or(is_number) => GapCue::Number,
            () => GapCue::Letters(words.into_iter().map(told).collect::<Vec<_>>().join(" ")),
        }
    }
}

/// The words of a text: runs of letters and numbers, Chinese and others apart.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = None;
    let mut before = false;
    for (at, letter) in text.char_indices() {
        let is_part = letter.is_alphanumeric();
        let is_other = start.is_some() && is_han(letter) != before;
        if let Some(from) = start.filter(|_| !is_part || is_other) {
            words.push(&text[from..at]);
            start = None;
        }
        if is_part && start.is_none() {
            start = Some(at);
        }
        before = is_han(letter);
    }
    words.extend(start.map(|from| &text[from..]));
    words
}

/// What is told of one word.
fn told(word: &str) -> String {
    let first = word.chars().next().unwrap_or('…');
    match word.chars().count() {
        _ if !is_han(first) => format!("{first}…"),
        // Of one it would be all.
        1 => "…1字".to_owned(),
        count => format!("{first}…{count}字"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_tells_what_sort_of_thing_fits_but_not_what() {
        let letters = |text: &str| GapCue::Letters(text.to_owned());
        for (text, cue) in [
            ("kernel", letters("k…")),
            ("depthwise separable", letters("d… s…")),
            ("low-rank", letters("l… r…")),
            ("`softmax`", letters("s…")),
            ("**KL**", letters("K…")),
            ("top-5", letters("t… 5…")),
            ("深度可分离", letters("深…5字")),
            ("梯度", letters("梯…2字")),
            ("KL 散度", letters("K… 散…2字")),
            ("3×3", GapCue::Number),
            ("8 pixels", GapCue::Number),
            ("−0.5", GapCue::Number),
            ("17.5%", GapCue::Number),
            (r"$\sqrt{d_k}$", GapCue::Formula),
            ("a sum of $x_i$", GapCue::Formula),
        ] {
            assert_eq!(Gap { text: text.into(), also: Vec::new() }.cue(), cue, "{text}");
        }
    }
}
