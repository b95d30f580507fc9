//! What the learner has typed and not handed in yet: it outlives the screen, and on the disk the program.

use std::collections::{BTreeMap, BTreeSet};
use xxhash_rust::xxh3::xxh3_64_with_seed;

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
}
