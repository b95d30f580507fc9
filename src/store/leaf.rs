//! A leaf of the library: a file of notes with what a start needs of it, read or taken from the cache.

mod bytes;
mod cache;
mod pieces;

pub use cache::{LeafCache, Leaves};

use super::library::{self, Unreadable, slug};
use super::seen;
use super::shelf::OWN_DECK;
use crate::card::{Card, Deck, Lang};
use crate::import::Styled;
use crate::markdown::clean;
use crate::messages;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The cards of a file of notes.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// Where it stands.
    pub path: Arc<PathBuf>,
    /// Its title in each language it has one in.
    pub titles: Vec<(Lang, String)>,
    /// Its cards.
    pub cards: Vec<Card>,
    /// Hash of what the cards say; another way of reading the same bytes changes it too.
    pub print: u64,
}

impl Leaf {
    /// Reads a file of notes.
    pub fn read(path: &Path, style: Styled<'_>) -> Result<Leaf, Unreadable> {
        let file = library::read_file_as(path, style)?;
        let title = file.notes.title.unwrap_or_else(|| clean(&stem(path)));
        let lang = file.notes.cards.first().map_or(Lang::of(&title), |card| card.faces[0].lang);
        let in_lang = |lang: Lang| messages::of(lang).names.my_cards;
        let titles = match name_of(path) == OWN_DECK && title == in_lang(Lang::En) {
            true => [Lang::En, Lang::Zh].map(|lang| (lang, in_lang(lang).to_owned())).into(),
            false => vec![(lang, title)],
        };
        Ok(Leaf::new(&file.path, titles, file.notes.cards))
    }

    /// A leaf of these cards.
    fn new(path: &Arc<PathBuf>, titles: Vec<(Lang, String)>, cards: Vec<Card>) -> Leaf {
        Leaf { path: path.clone(), titles, print: seen::print(&cards), cards }
    }

    /// Its cards as a deck, named after the file.
    pub fn into_deck(self) -> Deck {
        Deck { name: name_of(&self.path), titles: self.titles, cards: self.cards }
    }
}

/// The name of the deck of a file.
pub fn name_of(path: &Path) -> String {
    slug(&stem(path))
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
}

#[cfg(test)]
thread_local! {
    /// The files of caches that this thread has read.
    pub(crate) static READ: std::cell::RefCell<Vec<PathBuf>> = const { std::cell::RefCell::new(Vec::new()) };
}
