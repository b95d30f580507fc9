//! What makes a card the same card: an id written by hand, or else a hash of its question and topic in
//! their normal form, in which an edit that asks the same changes nothing.
//!
//! Twins, which ask the same under the same headings of one file, are told apart by their answers, and
//! only where those are alike too by their place.

use super::stem::number;
use crate::card::{Card, CardId, Metadata};
use crate::markdown::normal;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Hands out the ids of one deck.
#[derive(Default)]
pub(super) struct Identities {
    /// The line of the first card of each id, and how many cards have it.
    seen: HashMap<CardId, (usize, u32)>,
    /// Questions without written ids that stand more than once, in the order of the second.
    twins: Vec<CardId>,
    topics: Topics,
}

/// The part of the key that the last topic gave, since most cards share it with their neighbour.
#[derive(Default)]
struct Topics(Option<(Arc<[String]>, String)>);

/// An id, and where it stands already.
pub(super) struct CardIdentity {
    pub(super) id: CardId,
    /// The line of the first card of that id, for its twins.
    pub(super) first_line: Option<usize>,
}

/// Other hashes than those before signs counted, so that no id means two cards.
const SEED: u64 = 2;

/// Figures and letters that are not taken for one another.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl Identities {
    /// The id of the next card of the deck, whose question stands on this line. That of a twin is known
    /// once all cards are, see [`Identities::settle`].
    pub(super) fn of(
        &mut self,
        written: Option<&str>,
        question: &str,
        topic: &Arc<[String]>,
        line: usize,
    ) -> CardIdentity {
        let id = match written {
            Some(id) => CardId::from(id),
            None => self.topics.id(question, topic),
        };
        let (first, count) = match self.seen.entry(id.clone()) {
            Entry::Vacant(place) => {
                place.insert((line, 1));
                return CardIdentity { id, first_line: None };
            }
            Entry::Occupied(mut place) => {
                place.get_mut().1 += 1;
                *place.get()
            }
        };
        let first_line = Some(first);
        if written.is_none() {
            if count == 2 {
                self.twins.push(id.clone());
            }
            return CardIdentity { id, first_line };
        }
        // Somebody may have written just that id.
        let id = free(&id, count, |id| self.seen.contains_key(id));
        self.seen.insert(id.clone(), (line, 1));
        CardIdentity { id, first_line }
    }

    /// Tells the twins among all cards of the deck apart.
    pub(super) fn settle(self, cards: &mut [Card]) {
        if self.twins.is_empty() {
            return;
        }
        let mut groups: HashMap<&CardId, Vec<usize>> = self.twins.iter().map(|id| (id, Vec::new())).collect();
        for (place, card) in cards.iter().enumerate() {
            if let Some(group) = groups.get_mut(&card.id) {
                group.push(place);
            }
        }
        let mut taken = TakenIds::new(cards.iter().map(|card| card.id.clone()));
        let mut named: Vec<(usize, CardId)> = Vec::new();
        for id in &self.twins {
            let answers: Vec<&str> = groups[id].iter().map(|place| &*cards[*place].faces[0].answer).collect();
            let names = names_of_twins(id, &answers, &mut taken);
            named.extend(groups[id].iter().copied().zip(names));
        }
        named.sort_unstable_by_key(|(place, _)| *place);
        rename(cards, &named);
    }
}

impl Topics {
    /// The topic belongs to it, because "Advantages?" is asked under many.
    fn id(&mut self, question: &str, topic: &Arc<[String]>) -> CardId {
        let mut key = normal(question);
        if self.0.as_ref().is_none_or(|(known, _)| !Arc::ptr_eq(known, topic)) {
            let parts =
                topic.iter().map(|heading| format!("\u{1f}{}", normal(unnumbered(heading)))).collect();
            self.0 = Some((topic.clone(), parts));
        }
        if let Some((_, parts)) = &self.0 {
            key.push_str(parts);
        }
        coded::<13>(&key)
    }
}

/// Chapters are renumbered when one is put between.
fn unnumbered(heading: &str) -> &str {
    number(heading).map(|(_, rest)| rest).filter(|rest| !rest.trim().is_empty()).unwrap_or(heading)
}

/// The hash of a text in so many figures and letters.
fn coded<const LENGTH: usize>(text: &str) -> CardId {
    let hash = xxh3_64_with_seed(text.as_bytes(), SEED);
    let letters: [u8; LENGTH] =
        std::array::from_fn(|place| ALPHABET[(hash >> (5 * (LENGTH - 1 - place))) as usize & 31]);
    CardId::from(std::str::from_utf8(&letters).expect("the alphabet is ASCII"))
}

/// The ids of cards that ask the same. One that alone has an answer keeps the plain one: those without
/// are mostly lines of a table of contents.
fn names_of_twins(id: &CardId, answers: &[&str], taken: &mut TakenIds) -> Vec<CardId> {
    let answered = answers.iter().filter(|answer| !answer.trim().is_empty()).count();
    let plain =
        if answered == 0 { Some(0) } else { answers.iter().position(|answer| !answer.trim().is_empty()) };
    let plain = plain.filter(|_| answered <= 1);
    let mut names = Vec::with_capacity(answers.len());
    for (place, answer) in answers.iter().enumerate() {
        let name = if plain == Some(place) {
            id.clone()
        } else if answer.trim().is_empty() {
            taken.numbered(id)
        } else {
            let told = told_apart(id, answer);
            if taken.ids.contains(&told) { taken.numbered(&told) } else { told }
        };
        taken.ids.insert(name.clone());
        names.push(name);
    }
    names
}

/// The id of a card that asks the same as another, by its answer.
pub fn told_apart(id: &CardId, answer: &str) -> CardId {
    CardId::from(format!("{id}-{}", coded::<8>(&normal(answer))).as_str())
}

/// Ids that no other card may have.
struct TakenIds {
    ids: HashSet<CardId>,
    /// The number to try next behind an id: thousands of cards may ask the same.
    next: HashMap<CardId, u32>,
}

impl TakenIds {
    fn new(ids: impl Iterator<Item = CardId>) -> Self {
        Self { ids: ids.collect(), next: HashMap::new() }
    }

    /// The first id with a number behind it that is free.
    fn numbered(&mut self, id: &CardId) -> CardId {
        let next = self.next.entry(id.clone()).or_insert(2);
        loop {
            let numbered = CardId::from(format!("{id}-{next}").as_str());
            *next += 1;
            if !self.ids.contains(&numbered) {
                return numbered;
            }
        }
    }
}

/// The id that a twin would have alone, where its own is made of its answer.
pub fn plain_of_twin(card: &Card) -> Option<CardId> {
    let (plain, code) = card.id.as_str().rsplit_once('-')?;
    if plain.len() != 13 || code.len() != 8 || !is_made(card) {
        return None;
    }
    let plain = CardId::from(plain);
    (told_apart(&plain, &card.faces[0].answer) == card.id).then_some(plain)
}

/// The first id with a number behind it that is free.
fn free(id: &CardId, from: u32, is_taken: impl Fn(&CardId) -> bool) -> CardId {
    let numbered = |count| CardId::from(format!("{id}-{count}").as_str());
    (from..).map(numbered).find(|id| !is_taken(id)).expect("there is a free number")
}

/// Gives cards other ids, and follow-ups the new id of the parent above them.
fn rename(cards: &mut [Card], named: &[(usize, CardId)]) {
    let mut current: HashMap<CardId, CardId> = HashMap::new();
    let mut next = named.iter().peekable();
    for (place, card) in cards.iter_mut().enumerate() {
        let face = &mut card.faces[0];
        let parent = face.metadata.as_deref().and_then(|metadata| metadata.parent.as_ref());
        if let Some(parent) = parent.and_then(|parent| current.get(parent)).cloned()
            && let Some(metadata) = &mut face.metadata
        {
            *metadata = Arc::new(Metadata { parent: Some(parent), ..Metadata::clone(metadata) });
        }
        if let Some((_, name)) = next.next_if(|(at, _)| *at == place) {
            current.insert(card.id.clone(), name.clone());
            card.id = name.clone();
        }
    }
}

/// A card as far as its id depends on it.
#[derive(Debug, Clone, Copy)]
pub struct AskedCard<'a> {
    /// The id it has in any case.
    pub written: Option<&'a CardId>,
    /// Its question.
    pub question: &'a str,
    /// Its answer.
    pub answer: &'a str,
    /// The headings above it.
    pub topic: &'a [String],
}

/// The ids of the cards of one file, in their order.
pub fn ids_of(cards: &[AskedCard<'_>]) -> Vec<CardId> {
    let plain = |card: &AskedCard<'_>| match card.written {
        Some(id) => id.clone(),
        None => Topics::default().id(card.question, &Arc::from(card.topic)),
    };
    let mut ids: Vec<CardId> = cards.iter().map(plain).collect();
    let mut groups: HashMap<CardId, Vec<usize>> = HashMap::new();
    for (place, id) in ids.iter().enumerate().filter(|(place, _)| cards[*place].written.is_none()) {
        groups.entry(id.clone()).or_default().push(place);
    }
    let mut taken = TakenIds::new(ids.iter().cloned());
    for (id, group) in groups.into_iter().filter(|(_, group)| group.len() > 1) {
        let answers: Vec<&str> = group.iter().map(|place| cards[*place].answer).collect();
        for (place, name) in group.into_iter().zip(names_of_twins(&id, &answers, &mut taken)) {
            ids[place] = name;
        }
    }
    ids
}

/// Whether a card has no written id: its own is made of its question.
pub fn is_made(card: &Card) -> bool {
    let face = &card.faces[0];
    is_made_of(&card.id, &face.question, &face.topic)
}

/// Whether an id is made of this question and topic, perhaps as one of several twins.
pub fn is_made_of(id: &CardId, question: &str, topic: &[String]) -> bool {
    let plain = Topics::default().id(question, &Arc::from(topic));
    id.as_str().strip_prefix(plain.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read;

    fn id(question: &str, topic: &[&str]) -> String {
        let topic: Arc<[String]> = topic.iter().map(|heading| heading.to_string()).collect();
        Identities::default().of(None, question, &topic, 1).id.to_string()
    }

    fn ids(text: &str) -> Vec<String> {
        read(text.as_bytes(), None, None, None).cards.iter().map(|card| card.id.to_string()).collect()
    }

    #[test]
    fn reformatting_a_question_keeps_its_id() {
        let plain = id("为什么提出CNN?", &["卷积"]);
        for same in ["为什么提出CNN？", "**为什么提出 CNN？**", "为什么提出ｃｎｎ", "`为什么`提出Cnn！"]
        {
            assert_eq!(id(same, &["卷积"]), plain, "{same}");
        }
        assert_eq!(id("为什么提出CNN?", &["3. **卷积**"]), plain);
    }

    #[test]
    fn other_questions_have_other_ids() {
        for (one, other) in [
            (("What is C?", ""), ("What is C++?", "")),
            (("What is $P(A|B)$?", ""), ("What is $P(A,B)$?", "")),
            (("Advantages?", "CNN"), ("Advantages?", "RNN")),
            (("？", ""), ("！", "")),
        ] {
            assert_ne!(id(one.0, &[one.1]), id(other.0, &[other.1]), "{one:?} {other:?}");
        }
    }

    #[test]
    fn an_id_is_no_hexadecimal_number() {
        let id = id("What is pooling?", &[]);
        assert_eq!(id.len(), 13);
        assert!(id.bytes().all(|byte| ALPHABET.contains(&byte)), "{id}");
    }

    #[test]
    fn twins_are_told_apart_by_their_answers_wherever_they_stand() {
        let one = ids("1. Why?\nBecause of a.\n2. What?\nx\n3. Why?\nBecause of b.\n");
        let other = ids("1. Why?\nBecause of b.\n2. Why?\n**Because** of a\n3. What?\nx\n");
        assert_eq!([&one[0], &one[1], &one[2]], [&other[1], &other[2], &other[0]]);
        assert_ne!(one[0], one[2]);
    }

    #[test]
    fn twins_with_one_answer_are_told_apart_by_their_place() {
        let same = ids("1. Why?\nx\n2. Why?\nx\n3. Why?\ny\n");
        assert_eq!(same[1], format!("{}-2", same[0]));
        assert!(same[2] != same[0] && same[2] != same[1]);
    }

    #[test]
    fn a_twin_without_an_answer_changes_no_id() {
        let asked = |answer| AskedCard { written: None, question: "Why?", answer, topic: &[] };
        let ids = |answers: &[&'static str]| {
            let asked: Vec<AskedCard<'_>> = answers.iter().map(|answer| asked(answer)).collect();
            ids_of(&asked).iter().map(CardId::to_string).collect::<Vec<_>>()
        };
        let alone = ids(&["x"]).remove(0);
        assert_eq!(ids(&["", "x"]), [format!("{alone}-2"), alone.clone()]);
        assert_eq!(ids(&["", ""]), [alone.clone(), format!("{alone}-2")]);
    }

    #[test]
    fn a_written_id_is_kept_and_numbered() {
        let text = "1. A?\n<!-- id: p -->\nx\n2. B?\n<!-- id: p-2 -->\nx\n3. C?\n<!-- id: p -->\nx\n";
        assert_eq!(ids(text), ["p", "p-2", "p-3"]);
    }
}
