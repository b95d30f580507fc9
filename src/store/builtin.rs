//! The decks inside the binary: one row each.

use crate::card::{Deck, Lang};
use crate::import;

/// A deck inside the binary, its own language first.
pub struct Builtin {
    /// Its name on the command line.
    pub name: &'static str,
    /// Its Markdown in each language.
    pub sources: &'static [(Lang, &'static str)],
}

/// The row of the deck of this name, its languages side by side in `content`.
macro_rules! deck {
    ($name:literal) => {
        Builtin {
            name: $name,
            sources: &[
                (Lang::Zh, include_str!(concat!("../../content/zh/", $name, ".md"))),
                (Lang::En, include_str!(concat!("../../content/en/", $name, ".md"))),
            ],
        }
    };
}

/// All built-in decks, those of what is asked most first.
pub const BUILTIN: &[Builtin] = &[
    deck!("deep-learning"),
    deck!("transformer"),
    deck!("llm-foundations"),
    deck!("llm-inference"),
    deck!("fine-tuning"),
    deck!("rl-and-alignment"),
    deck!("rag"),
    deck!("agents"),
    deck!("llm-evaluation"),
    deck!("distributed-training"),
    deck!("optimisation"),
    deck!("sequence-models"),
    deck!("probability-statistics"),
    deck!("vision"),
    deck!("multimodal"),
    deck!("generative-models"),
    deck!("regularisation-losses"),
    deck!("classic-ml"),
    deck!("system-design"),
    deck!("coding"),
];

/// The pictures of the built-in decks by the names of their files: the drawings in `assets/`, rasterised
/// once so that no program has to.
pub const PICTURES: &[(&str, &[u8])] = &[
    ("lstm.svg", include_bytes!("../../assets/lstm.png")),
    ("gru.svg", include_bytes!("../../assets/gru.png")),
];

/// Whether these tests stand in the text of a built-in deck, word for word: what is said of where a card comes
/// from may be wrong, the binary is not.
pub fn has_tests(tests: &str) -> bool {
    let fenced = format!("python tests\n{tests}\n```");
    BUILTIN.iter().flat_map(|deck| deck.sources).any(|(_, source)| source.contains(&fenced))
}

impl Builtin {
    /// Reads the deck; its languages become the faces of its cards.
    pub fn deck(&self) -> Deck {
        let mut deck = Deck { name: self.name.to_owned(), titles: Vec::new(), cards: Vec::new() };
        for (lang, source) in self.sources {
            let notes = import::read(source.as_bytes(), None, None, Some(*lang));
            deck.titles.extend(notes.title.map(|title| (*lang, title)));
            deck.cards = import::join_faces(deck.cards, notes.cards);
        }
        deck
    }
}
