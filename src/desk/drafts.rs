//! What the learner has typed and not handed in yet: it outlives the screen, and on the disk the program.

use crate::card::CardId;
use std::collections::{BTreeMap, BTreeSet};
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

/// Whose draft it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DraftKey {
    /// What it is about.
    pub hash: u64,
    /// Whether it answers a card. What else is written, a note or a card, is kept by those too who keep no answers.
    pub is_answer: bool,
}

impl DraftKey {
    /// The answer to a card as it was answered last, and what is asked of it. A card that was answered since begins
    /// with an empty field.
    pub(super) fn answer(card: &str, last: i64, task: &str) -> DraftKey {
        let hash = xxh3_64_with_seed(format!("{card}\n{task}").as_bytes(), last as u64);
        DraftKey { hash, is_answer: true }
    }

    /// What is written in a field, by what that field is about.
    pub fn writing(about: &[&str]) -> DraftKey {
        DraftKey { hash: xxh3_64_with_seed(about.join("\0").as_bytes(), 0), is_answer: false }
    }
}

/// Which card was edited when a draft was typed, and what it said then: kept in a draft of its own beside the texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditedCard {
    /// The card; empty where it is a new one.
    pub card: CardId,
    /// The name of its deck.
    pub deck: String,
    /// What its question and its answer said, by [`EditedCard::mark`].
    pub before: [u64; 2],
}

impl EditedCard {
    /// The key of the draft that says it.
    pub fn key(&self) -> DraftKey {
        self.key_of("edited")
    }

    /// The keys of what was typed as question and as answer.
    pub fn fields(&self) -> [DraftKey; 2] {
        ["question", "answer"].map(|of| self.key_of(of))
    }

    fn key_of(&self, of: &str) -> DraftKey {
        match self.card.as_str() {
            "" => DraftKey::writing(&[of, "new", &self.deck, "", ""]),
            card => DraftKey::writing(&[of, "card", card]),
        }
    }

    /// By what a text is known that was edited; white space around it does not count.
    pub fn mark(text: &str) -> u64 {
        xxh3_64(text.trim().as_bytes())
    }

    /// As it stands in a draft.
    pub fn to_text(&self) -> String {
        let [question, answer] = self.before;
        format!("{}\n{}\n{question:016x} {answer:016x}", self.card, self.deck)
    }

    fn parse(text: &str) -> Option<EditedCard> {
        let mut lines = text.lines();
        let (card, deck) = (CardId::from(lines.next()?), lines.next()?.to_owned());
        let (question, answer) = lines.next()?.split_once(' ')?;
        let mark = |digits| u64::from_str_radix(digits, 16).ok();
        Some(EditedCard { card, deck, before: [mark(question)?, mark(answer)?] })
    }
}

/// Drafts by their keys, and which of them the disk does not know yet.
#[derive(Debug, Clone, Default)]
pub struct TypedDrafts {
    texts: BTreeMap<DraftKey, String>,
    unsaved: BTreeSet<DraftKey>,
}

impl TypedDrafts {
    /// Those that stand on the disk.
    pub fn of(texts: BTreeMap<DraftKey, String>) -> TypedDrafts {
        TypedDrafts { texts, unsaved: BTreeSet::new() }
    }

    /// What was typed, where anything was.
    pub fn get(&self, key: DraftKey) -> Option<&str> {
        self.texts.get(&key).map(String::as_str)
    }

    /// Keeps a text; an empty one takes the draft away.
    pub(super) fn keep(&mut self, key: DraftKey, text: &str) {
        if self.get(key).unwrap_or_default() == text {
            return;
        }
        match text {
            "" => drop(self.texts.remove(&key)),
            _ => drop(self.texts.insert(key, text.to_owned())),
        }
        self.unsaved.insert(key);
    }

    /// The cards of which an edit was typed and neither saved nor given up.
    pub fn edited(&self) -> impl Iterator<Item = EditedCard> {
        let edited =
            |(key, text): (&DraftKey, &String)| EditedCard::parse(text).filter(|edited| edited.key() == *key);
        self.texts.iter().filter_map(edited)
    }

    /// Whether the disk has other drafts.
    pub fn is_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// What the disk does not know, each with its text where it is not gone; from now on it counts as known.
    pub fn take_unsaved(&mut self) -> Vec<(DraftKey, Option<String>)> {
        let unsaved = std::mem::take(&mut self.unsaved);
        unsaved.into_iter().map(|key| (key, self.texts.get(&key).cloned())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_to_be_saved() {
        let [first, second] = [DraftKey::answer("a", 0, "typed"), DraftKey::answer("a", 7, "typed")];
        assert_ne!(first, second);
        let mut drafts = TypedDrafts::of(BTreeMap::from([(first, "mine".to_owned())]));
        drafts.keep(first, "mine");
        drafts.keep(second, "");
        assert!(!drafts.is_unsaved());
        drafts.keep(first, "");
        drafts.keep(second, "more");
        assert!(drafts.is_unsaved());
        assert_eq!(drafts.take_unsaved().len(), 2);
        assert!(!drafts.is_unsaved() && drafts.get(first).is_none());
        assert_eq!(drafts.get(second), Some("more"));
    }

    #[test]
    fn an_edit_is_known_by_its_card_and_a_text_that_looks_like_one_is_none() {
        let edited =
            EditedCard { card: "pooling".into(), deck: "卷积 网络".into(), before: [7, u64::MAX] };
        let key = edited.key();
        let other = DraftKey::writing(&["note", "pooling"]);
        let texts = [(key, edited.to_text()), (other, edited.to_text())];
        let drafts = TypedDrafts::of(BTreeMap::from(texts));
        assert_eq!(drafts.edited().collect::<Vec<_>>(), [edited]);
        let broken = TypedDrafts::of(BTreeMap::from([(key, "pooling\ndeck".to_owned())]));
        assert_eq!(broken.edited().count(), 0);
        assert_eq!(EditedCard::mark(" x\n"), EditedCard::mark("x"));
    }
}
