//! Legacy: the ids that cards without a written one had before signs counted. They are only computed to
//! find histories that are still filed under them; nothing is named so any more.

use super::identity;
use crate::card::{Card, CardId};
use std::collections::HashMap;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;
use xxhash_rust::xxh3::xxh3_64;

/// Whether an id looks like one of those: sixteen hexadecimal digits, for a twin with a number behind.
pub fn is_old(id: &str) -> bool {
    let Some((hash, rest)) = id.split_at_checked(16) else { return false };
    let is_hash = hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let number = rest.strip_prefix('-').unwrap_or_default();
    is_hash && (rest.is_empty() || (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())))
}

/// The ids that the cards of one file had, in their order; none for those whose ids are written.
pub fn ids(cards: &[Card]) -> Vec<Option<CardId>> {
    let asked = cards.iter().map(|card| {
        let face = &card.faces[0];
        let written = (!identity::is_made(card)).then_some(&card.id);
        (&*face.question, &face.topic, written)
    });
    let mut seen: HashMap<CardId, u32> = HashMap::new();
    let mut topics: Option<(Arc<[String]>, String)> = None;
    let mut ids = Vec::with_capacity(cards.len());
    for (question, topic, written) in asked {
        if let Some(id) = written {
            *seen.entry(id.clone()).or_default() += 1;
            ids.push(None);
            continue;
        }
        let id = CardId::from(hash(question, topic, &mut topics).as_str());
        let count = seen.entry(id.clone()).or_default();
        *count += 1;
        if *count == 1 {
            ids.push(Some(id));
            continue;
        }
        let numbered = (*count..).map(|count| CardId::from(format!("{id}-{count}").as_str()));
        let free = numbered.into_iter().find(|id| !seen.contains_key(id)).expect("there is a free number");
        seen.insert(free.clone(), 1);
        ids.push(Some(free));
    }
    ids
}

fn hash(question: &str, topic: &Arc<[String]>, topics: &mut Option<(Arc<[String]>, String)>) -> String {
    let mut key = normalise(question);
    if topics.as_ref().is_none_or(|(known, _)| !Arc::ptr_eq(known, topic)) {
        let parts = topic.iter().map(|heading| format!("\u{1f}{}", normalise(heading))).collect();
        *topics = Some((topic.clone(), parts));
    }
    if let Some((_, parts)) = topics {
        key.push_str(parts);
    }
    format!("{:016x}", xxh3_64(key.as_bytes()))
}

/// A text without markup, case, punctuation, width and white space, and without most signs.
fn normalise(text: &str) -> String {
    let kept = |letter: &char| {
        matches!(letter, '\u{4e00}'..='\u{9fff}' | '+' | '#' | '<' | '=' | '>' | '%' | '&' | '@' | '^')
            || letter.is_alphanumeric()
    };
    let key: String = text.nfkc().flat_map(char::to_lowercase).filter(kept).collect();
    if key.is_empty() { text.trim().to_owned() } else { key }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read;

    /// As the version before named them.
    #[test]
    fn the_ids_of_the_version_before_are_known() {
        let text = "## P\n1. What is $P(A|B)$?\nx\n2. What is $P(A,B)$?\ny\n3. Own?\n<!-- id: own -->\nz\n";
        let cards = read(text.as_bytes(), None, None, None).cards;
        let old = [Some("5631856dcdab2abf".into()), Some("5631856dcdab2abf-2".into()), None];
        assert_eq!(ids(&cards), old);
    }

    #[test]
    fn an_old_id_is_known_by_its_looks() {
        for (id, expected) in [
            ("5631856dcdab2abf", true),
            ("5631856dcdab2abf-12", true),
            ("5631856dcdab2abf-", false),
            ("5631856dcdab2abf-x", false),
            ("5631856dcdab2abfa", false),
            ("5631856DCDAB2ABF", false),
            ("pooling", false),
            ("", false),
            ("池化池化池化", false),
        ] {
            assert_eq!(is_old(id), expected, "{id}");
        }
    }
}
