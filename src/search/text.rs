//! What is searched of a card, and how well a word fits it.

use crate::card::{Deck, folded};
use crate::desk::{Desk, Place};
use memchr::memmem::Finder;

/// The texts of a card, folded.
#[derive(Debug)]
pub(super) struct SearchedText {
    pub(super) place: Place,
    pub(super) question: String,
    /// Which letters the question has.
    pub(super) letters: u64,
    pub(super) topic: String,
    pub(super) deck: String,
    pub(super) answer: String,
}

pub(super) fn text(desk: &Desk, place: Place) -> SearchedText {
    let faces = &desk.card(place).faces;
    let join = |part: fn(&crate::card::Face) -> String| {
        folded(&faces.iter().map(part).collect::<Vec<_>>().join("\n"))
    };
    let question = join(|face| face.question.to_string());
    SearchedText {
        place,
        letters: question.chars().fold(0, |letters, letter| letters | bit(letter)),
        question,
        topic: join(|face| face.topic.join("\n")),
        deck: folded(&named(desk.deck(place))),
        answer: join(|face| face.answer.to_string()),
    }
}

/// A deck by its name and by what it is called on the screen.
pub(super) fn named(deck: &Deck) -> String {
    let titles = deck.titles.iter().map(|(_, title)| title.as_str());
    std::iter::once(deck.name.as_str()).chain(titles).collect::<Vec<_>>().join("\n")
}

pub(super) fn bit(letter: char) -> u64 {
    1 << (letter as u32 % 61)
}

/// The worst rank a word has where it stands as it is.
pub(super) const WORST: usize = 5;

/// A word, ready to be looked for in many texts.
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) finder: Finder<'a>,
}

impl Word<'_> {
    pub(super) fn new(text: &str) -> Word<'_> {
        Word { text, finder: Finder::new(text) }
    }

    pub(super) fn is_in(&self, text: &str) -> bool {
        self.finder.find(text.as_bytes()).is_some()
    }
}

impl SearchedText {
    /// How well the words fit as they stand, here or in the learner's note; `None` when one is missing.
    pub(super) fn rank(&self, words: &[Word<'_>], note: &str) -> Option<usize> {
        let rank = |word: &Word<'_>| match word {
            word if self.question.starts_with(word.text) => Some(0),
            word if word.is_in(&self.question) => Some(1),
            word if word.is_in(&self.topic) => Some(3),
            word if word.is_in(&self.deck) => Some(4),
            word if word.is_in(&self.answer) || word.is_in(note) => Some(WORST),
            _ => None,
        };
        words.iter().try_fold(0, |sum, word| Some(sum + rank(word)?))
    }
}
