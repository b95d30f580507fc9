//! What makes a card the same card: an id written by hand, or else a hash of its question and topic
//! with everything removed that an edit may change without changing the question.

use crate::card::CardId;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;
use xxhash_rust::xxh3::xxh3_64;

/// Hands out the ids of one deck; twins get a counter.
#[derive(Default)]
pub(super) struct Identities {
    seen: HashMap<CardId, u32>,
    /// The part of the key that the last topic gave, since most cards share it with their neighbour.
    topic: Option<(Arc<[String]>, String)>,
}

/// An id, and which of how many equal ones it is.
pub(super) struct Identity {
    pub(super) id: CardId,
    /// 1 for the first card of that id, 2 for its first twin.
    pub(super) count: u32,
}

impl Identities {
    /// The id of the next card of the deck.
    pub(super) fn of(&mut self, written: Option<&str>, question: &str, topic: &Arc<[String]>) -> Identity {
        let id = match written {
            Some(id) => CardId::from(id),
            None => CardId::from(self.hash(question, topic).as_str()),
        };
        let count = match self.seen.entry(id.clone()) {
            Entry::Vacant(place) => *place.insert(1),
            Entry::Occupied(mut place) => {
                *place.get_mut() += 1;
                *place.get()
            }
        };
        if count == 1 {
            return Identity { id, count };
        }
        let named = |count| CardId::from(format!("{id}-{count}").as_str());
        // Somebody may have written just that id.
        let free =
            (count..).map(named).find(|id| !self.seen.contains_key(id)).expect("there is a free number");
        self.seen.insert(free.clone(), 1);
        Identity { id: free, count }
    }

    /// Sixteen hexadecimal digits. The topic belongs to it, because "Advantages?" is asked under many.
    fn hash(&mut self, question: &str, topic: &Arc<[String]>) -> String {
        let mut key = normalise(question);
        if self.topic.as_ref().is_none_or(|(known, _)| !Arc::ptr_eq(known, topic)) {
            let parts = topic.iter().map(|heading| format!("\u{1f}{}", normalise(heading))).collect();
            self.topic = Some((topic.clone(), parts));
        }
        if let Some((_, parts)) = &self.topic {
            key.push_str(parts);
        }
        format!("{:016x}", xxh3_64(key.as_bytes()))
    }
}

/// A text without markup, case, punctuation, width and white space. Signs that tell questions apart
/// (`C` and `C++`, `<` and `>`) stay.
fn normalise(text: &str) -> String {
    let kept = |letter: &char| {
        matches!(letter, '\u{4e00}'..='\u{9fff}' | '+' | '#' | '<' | '=' | '>' | '%' | '&' | '@' | '^')
            || letter.is_alphanumeric()
    };
    let key: String = if text.chars().all(is_normal) {
        text.chars().filter(kept).map(|letter| letter.to_ascii_lowercase()).collect()
    } else {
        text.nfkc().flat_map(char::to_lowercase).filter(kept).collect()
    };
    // A question of nothing but punctuation is still a question.
    if key.is_empty() { text.trim().to_owned() } else { key }
}

/// Signs that their normal form leaves as they are, or that are left out either way: enough to spare
/// most questions the tables of Unicode.
fn is_normal(letter: char) -> bool {
    matches!(letter, '\0'..='\u{7f}' | '\u{4e00}'..='\u{9fff}' | '\u{3001}'..='\u{3002}' | '？' | '，' | '：' | '（' | '）')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(question: &str, topic: &[&str]) -> String {
        let topic: Arc<[String]> = topic.iter().map(|heading| heading.to_string()).collect();
        Identities::default().of(None, question, &topic).id.to_string()
    }

    #[test]
    fn reformatting_a_question_keeps_its_id() {
        let plain = id("为什么提出CNN?", &["卷积"]);
        for same in ["为什么提出CNN？", "**为什么提出 CNN？**", "为什么提出ｃｎｎ", "`为什么`提出Cnn！"]
        {
            assert_eq!(id(same, &["卷积"]), plain, "{same}");
        }
    }

    #[test]
    fn other_questions_have_other_ids() {
        for (one, other) in [
            (("What is C?", ""), ("What is C++?", "")),
            (("What is C#?", ""), ("What is C++?", "")),
            (("Advantages?", "CNN"), ("Advantages?", "RNN")),
            (("？", ""), ("！", "")),
        ] {
            assert_ne!(id(one.0, &[one.1]), id(other.0, &[other.1]), "{one:?} {other:?}");
        }
    }

    #[test]
    fn twins_get_a_counter() {
        let mut ids = Identities::default();
        let topic: Arc<[String]> = Arc::from([]);
        let first = ids.of(None, "Why?", &topic).id.to_string();
        assert_eq!(ids.of(None, "why", &topic).id.to_string(), format!("{first}-2"));
        assert_eq!(ids.of(Some("pooling"), "why", &topic).id.to_string(), "pooling");
        assert_eq!(ids.of(Some("pooling-2"), "why", &topic).id.to_string(), "pooling-2");
        assert_eq!(ids.of(Some("pooling"), "why", &topic).id.to_string(), "pooling-3");
        assert_eq!(ids.of(Some("pooling"), "why", &topic).id.to_string(), "pooling-4");
    }
}
