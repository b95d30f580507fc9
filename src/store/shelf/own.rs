//! The learner's own deck: new cards that belong to no other file, and built-in cards in other words.

use super::agreed::hash;
use super::{Correction, Entry, How, Shelf};
use crate::card::{Card, CardId, Deck, Face, Lang};
use crate::import::edit::{self, Wording};
use crate::import::native;
use crate::messages::{self, Message, NotesMessage};
use crate::store::atomic;
use crate::store::notes_file;
use crate::store::problem::Problem;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Its name, and that of its folder.
pub const OWN_DECK: &str = "my-cards";

/// What a built-in card says, as one number.
fn original(face: &Face) -> String {
    hash(&format!("{}\u{1f}{}", face.question, face.answer))
}

/// The file of new cards, or that of built-in cards in other words of a language: a card has one id in both
/// languages, and a file has it once.
fn file_name(corrected: Option<Lang>) -> String {
    match corrected {
        None => format!("{OWN_DECK}.md"),
        Some(lang) => format!("{OWN_DECK}.{}.md", lang.name()),
    }
}

/// What an own deck begins with.
fn head() -> String {
    format!("{}\n\n# {}\n", native::MARK, messages::of(Lang::En).names.my_cards)
}

/// What a file of the learner's own deck began with on every machine, for uniting two of them.
pub(in crate::store) fn beginning_of(path: &str) -> Option<Vec<u8>> {
    let inside = path.strip_prefix("decks/")?.strip_prefix(OWN_DECK)?;
    inside.starts_with('/').then(|| head().into_bytes())
}

impl Shelf {
    fn own(&self, corrected: Option<Lang>) -> Option<&Entry> {
        let name = file_name(corrected);
        self.entries().iter().find(|entry| entry.source.as_os_str() == name.as_str())
    }

    /// A file of the learner's own deck; it is made where there is none, and the list has to be saved.
    pub fn own_file(&mut self, corrected: Option<Lang>) -> Result<PathBuf, Problem> {
        let old = self.own(corrected).cloned();
        if let Some(file) = old.as_ref().and_then(|entry| self.copy_of(entry)).filter(|file| file.is_file()) {
            return Ok(file);
        }
        let name = file_name(corrected);
        let copy = Path::new(OWN_DECK).join(&name);
        let file = self.dir.join(&copy);
        let folder = self.dir.join(OWN_DECK);
        atomic::make_dir(&folder).map_err(Problem::io("make", &folder))?;
        if !file.is_file() {
            atomic::create(&file, |out| out.write_all(head().as_bytes()))
                .map_err(Problem::io("write", &file))?;
        }
        let entry = old.unwrap_or_else(|| Entry::new(PathBuf::from(name), How::Copy));
        self.set(Entry { copy: Some(copy), deck: Some(OWN_DECK.to_owned()), origin: None, ..entry });
        Ok(file)
    }

    /// Adds a card to the learner's own deck; gives its file. The list has to be locked.
    pub fn add_own(&mut self, wording: &Wording) -> Result<PathBuf, Problem> {
        let file = self.own_file(None)?;
        notes_file::append(&file, None, wording)?;
        self.save()?;
        Ok(file)
    }

    /// Says a built-in card in other words: they stand in the learner's own deck, under its id. The list
    /// has to be locked.
    pub fn correct(&mut self, id: &CardId, face: &Face, wording: &Wording) -> Result<PathBuf, Problem> {
        let file = self.own_file(Some(face.lang))?;
        let bytes = fs::read(&file).map_err(Problem::io("read", &file))?;
        let written = edit::with_named_card(&bytes, id, wording)
            .map_err(|why| notes_file::refused(&file, notes_file::said(&why)))?;
        notes_file::write(&file, &written)?;
        self.remember(id, face);
        self.save()?;
        Ok(file)
    }

    fn remember(&mut self, id: &CardId, face: &Face) {
        let correction = Correction { lang: face.lang.name().to_owned(), original: original(face) };
        if let Some(mut entry) = self.own(Some(face.lang)).cloned() {
            entry.corrects.insert(id.clone(), correction);
            self.set(entry);
        }
    }

    /// Lets the learner's own words count where a built-in card was corrected. Gives what to say of cards
    /// whose originals have changed since.
    pub fn apply_corrections(&self, decks: &mut [Deck]) -> Vec<Message> {
        let mut told = Vec::new();
        for own in self.entries().iter().filter(|own| !own.corrects.is_empty()) {
            told.extend(self.apply(own, decks));
        }
        told
    }

    fn apply(&self, own: &Entry, decks: &mut [Deck]) -> Vec<Message> {
        let Some(place) = decks.iter().position(|deck| Some(&deck.name) == own.deck.as_ref()) else {
            return Vec::new();
        };
        let file = self.copy_of(own);
        let cards = decks.iter().enumerate().filter(|(at, _)| *at != place);
        let cards = cards
            .flat_map(|(at, deck)| deck.cards.iter().enumerate().map(move |(card, found)| (found, at, card)));
        let builtin: HashMap<CardId, (usize, usize)> = cards
            .filter(|(card, ..)| own.corrects.contains_key(&card.id) && card.faces[0].source.file.is_none())
            .map(|(card, deck, at)| (card.id.clone(), (deck, at)))
            .collect();
        let is_correction = |card: &Card| {
            builtin.contains_key(&card.id) && card.faces[0].source.file.as_deref() == file.as_ref()
        };
        let (taken, kept): (Vec<Card>, Vec<Card>) =
            std::mem::take(&mut decks[place].cards).into_iter().partition(is_correction);
        decks[place].cards = kept;
        let mut told = Vec::new();
        for card in taken {
            let ((deck, at), correction) = (builtin[&card.id], &own.corrects[&card.id]);
            let faces = &mut decks[deck].cards[at].faces;
            let Some(face) = faces.iter_mut().find(|face| face.lang.name() == correction.lang) else {
                continue;
            };
            if original(face) != correction.original {
                let question = face.question.lines().next().unwrap_or_default().to_owned();
                told.push(NotesMessage::CorrectionOld { question }.into());
            }
            let own = &card.faces[0];
            face.question.clone_from(&own.question);
            face.answer.clone_from(&own.answer);
            face.source.clone_from(&own.source);
        }
        told
    }

    /// Remembers what a built-in card says now, when the learner's own words for it were saved again. The
    /// list has to be locked.
    pub fn renew_correction(
        &mut self,
        id: &CardId,
        file: &Path,
        builtin: &dyn Fn() -> Vec<Deck>,
    ) -> Result<(), Problem> {
        let is_its = |entry: &&Entry| self.copy_of(entry).is_some_and(|copy| copy == file);
        let own = self.entries().iter().find(is_its).and_then(|own| own.corrects.get(id));
        let Some(lang) = own.map(|found| found.lang.clone()) else { return Ok(()) };
        let builtin = builtin();
        let card = builtin.iter().flat_map(|deck| &deck.cards).find(|card| card.id == *id);
        if let Some(face) = card.and_then(|card| card.faces.iter().find(|face| face.lang.name() == lang)) {
            self.remember(id, face);
            self.save()?;
        }
        Ok(())
    }
}
