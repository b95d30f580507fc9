//! Matching: which card without a past is an old card after an edit, and which cards are the same twice.
//!
//! A card is known by its question, so an edited question is a new card and the old one is lost. Here
//! the lost are compared with the new, one to one, best first. What differs between two questions
//! decides how much their answers have to agree: "What is L1 …?" and "What is L2 …?" differ in one
//! letter and are two questions; a typo put right differs in one letter and is one. What is not sure
//! is doubtful, and the user is asked.

mod common;
mod difference;
mod subject;

pub use common::{in_common, is_most};

use crate::card::{Card, CardId, Text};
use crate::markdown::normal;
use difference::DifferenceKind;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;

/// What a card last looked like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portrait {
    /// Its id then.
    pub id: CardId,
    /// Its question.
    pub question: Text,
    /// Its answer.
    pub answer: Text,
    /// The headings above it.
    pub topic: Vec<String>,
    /// The card before it in its source, and the one behind it.
    #[serde(default)]
    pub between: (Option<CardId>, Option<CardId>),
}

/// The portraits of the cards of one source, in their order.
pub fn portraits(cards: &[Card]) -> Vec<Portrait> {
    let id = |index: usize| cards.get(index).map(|card| card.id.clone());
    let portrait = |(index, card): (usize, &Card)| {
        let face = &card.faces[0];
        Portrait {
            id: card.id.clone(),
            question: face.question.clone(),
            answer: face.answer.clone(),
            topic: face.topic.to_vec(),
            between: (index.checked_sub(1).and_then(id), id(index + 1)),
        }
    };
    cards.iter().enumerate().map(portrait).collect()
}

/// How sure it is that two portraits show one card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchVerdict {
    /// Perhaps; the user has to say.
    Doubtful,
    /// Yes.
    Sure,
}

/// A lost card and a new one that may be the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Index of the lost card.
    pub lost: usize,
    /// Index of the new one.
    pub new: usize,
    /// How sure it is.
    pub verdict: MatchVerdict,
    /// How alike they are, 0 to 1; for the order only.
    pub likeness: f32,
}

/// The pairs among lost and new cards, each card in one pair at most, the best first. `apart` says
/// which two have been told to be different cards.
pub fn pairs(lost: &[Portrait], new: &[Portrait], apart: impl Fn(&CardId, &CardId) -> bool) -> Vec<Pair> {
    // A new deck is nothing but new cards.
    if lost.is_empty() || new.is_empty() {
        return Vec::new();
    }
    let lost_prints: Vec<Print<'_>> = lost.iter().map(Print::of).collect();
    let new_prints: Vec<Print<'_>> = new.iter().map(Print::of).collect();
    let mut found = Vec::new();
    for (lost_at, new_at) in candidates(&lost_prints, &new_prints) {
        let (one, other) = (&lost_prints[lost_at], &new_prints[new_at]);
        if let Some((verdict, likeness)) = judge(one, other)
            && !apart(&one.portrait.id, &other.portrait.id)
        {
            found.push(Pair { lost: lost_at, new: new_at, verdict, likeness });
        }
    }
    doubt_rivals(&mut found, &lost_prints, &new_prints);
    found.sort_by(|one, other| {
        let by_worth = other.verdict.cmp(&one.verdict).then(other.likeness.total_cmp(&one.likeness));
        by_worth.then((one.lost, one.new).cmp(&(other.lost, other.new)))
    });
    let (mut taken_lost, mut taken_new) = (HashSet::new(), HashSet::new());
    found.retain(|pair| {
        let free = !taken_lost.contains(&pair.lost) && !taken_new.contains(&pair.new);
        if free {
            taken_lost.insert(pair.lost);
            taken_new.insert(pair.new);
        }
        free
    });
    found
}

/// Cards that are the same twice, of which at least one `is_brought` along now: the same question, or
/// nearly the same question and answer. Gives indices, the earlier card first; of three equal cards the
/// first is named twice. Portraits of one id are faces of one card.
pub fn duplicates(cards: &[Portrait], is_brought: impl Fn(&Portrait) -> bool) -> Vec<(usize, usize)> {
    let brought: Vec<usize> = (0..cards.len()).filter(|index| is_brought(&cards[*index])).collect();
    let mut found = if brought.len() * cards.len() <= MOST_COMPARED {
        with_like_questions(cards, &brought)
    } else {
        with_like_features(cards, &brought)
    };
    found.retain(|(one, other)| one != other);
    found.iter_mut().for_each(|(one, other)| (*one, *other) = (*one.min(other), *one.max(other)));
    found.sort_unstable();
    found.dedup();
    let mut prints: HashMap<usize, Print<'_>> = HashMap::new();
    for index in found.iter().flat_map(|(one, other)| [*one, *other]) {
        prints.entry(index).or_insert_with(|| Print::of(&cards[index]));
    }
    let mut copies: HashSet<usize> = HashSet::new();
    found.retain(|(one, other)| {
        let is_new = !copies.contains(other) && !copies.contains(one);
        let is_twice = is_new && are_duplicates(&prints[one], &prints[other]);
        if is_twice {
            copies.insert(*other);
        }
        is_twice
    });
    found
}

/// So many questions are compared, each with each; of more cards only those that share rare features.
const MOST_COMPARED: usize = 100_000;

/// From this likeness on two questions may be one.
const NEAR: f32 = 0.6;

/// Cards brought along and cards whose questions are the same or near. Most cards of a library are ruled
/// out by their question, so nothing else of them is looked at.
fn with_like_questions(cards: &[Portrait], brought: &[usize]) -> Vec<(usize, usize)> {
    if brought.is_empty() {
        return Vec::new();
    }
    let pairs: Vec<Vec<u64>> = cards.iter().map(|card| letter_pairs(&normal(&card.question))).collect();
    // Two lists share no more than the shorter one has.
    let may_be = |one: &[u64], other: &[u64]| {
        2.0 * one.len().min(other.len()) as f32 >= NEAR * (one.len() + other.len()) as f32
    };
    let is_like = |one: usize, other: usize| {
        let (one, other) = (&pairs[one], &pairs[other]);
        one == other || (may_be(one, other) && dice(one, other) >= NEAR)
    };
    let like = |one: usize| (0..cards.len()).map(move |other| (one, other));
    brought.iter().flat_map(|one| like(*one)).filter(|(one, other)| is_like(*one, *other)).collect()
}

/// Cards brought along and cards that share rare features with them.
fn with_like_features(cards: &[Portrait], brought: &[usize]) -> Vec<(usize, usize)> {
    let all: Vec<Print<'_>> = cards.iter().map(Print::of).collect();
    let own: Vec<Print<'_>> = brought.iter().map(|index| Print::of(&cards[*index])).collect();
    candidates(&all, &own).into_iter().map(|(one, other)| (one, brought[other])).collect()
}

/// Whether two ids are one card written twice, whatever their topics.
fn are_duplicates(one: &Print<'_>, other: &Print<'_>) -> bool {
    if one.portrait.id == other.portrait.id {
        return false;
    }
    let answers = one.answers_alike(other);
    if one.question == other.question {
        // "Advantages?" is asked under many headings; a question that says what it is about is not.
        return one.topic == other.topic
            || weight(&one.question) >= 12
            || answers.is_none_or(|alike| alike >= 0.6);
    }
    let near =
        dice(&one.question_pairs, &other.question_pairs) >= NEAR && answers.is_some_and(|alike| alike >= 0.9);
    near && one.answer_weight >= TELLING
        && matches!(one.difference(other), DifferenceKind::None | DifferenceKind::Typo)
}

/// An answer of this weight says which question it belongs to.
const TELLING: usize = 24;
/// An answer of this weight is more than "yes" or "true".
const SAYS_SOMETHING: usize = 6;
/// Beyond this many letters, answers are not compared.
const LONGEST: usize = 4000;

/// A portrait made ready to be compared.
struct Print<'a> {
    portrait: &'a Portrait,
    question: String,
    /// The signs of the question that carry meaning, sorted.
    signs: Vec<char>,
    /// The words of the question that carry meaning.
    words: Vec<String>,
    question_pairs: Vec<u64>,
    answer_pairs: Vec<u64>,
    answer_weight: usize,
    topic: String,
}

impl<'a> Print<'a> {
    fn of(portrait: &'a Portrait) -> Print<'a> {
        let question = normal(&portrait.question);
        let answer: String = plain(&portrait.answer).chars().take(LONGEST).collect();
        Print {
            portrait,
            words: difference::words(&portrait.question),
            signs: difference::signs(&question),
            question_pairs: letter_pairs(&question),
            answer_pairs: letter_pairs(&answer),
            answer_weight: weight(&answer),
            topic: plain(&portrait.topic.join("\u{1f}")),
            question,
        }
    }

    /// How alike two questions are: by letters, and by the words that carry meaning.
    fn questions_alike(&self, other: &Print<'_>) -> f32 {
        let words = |print: &Print<'_>| {
            let mut hashes: Vec<u64> =
                print.words.iter().map(|word| xxhash_rust::xxh3::xxh3_64(word.as_bytes())).collect();
            hashes.sort_unstable();
            hashes
        };
        let letters = dice(&self.question_pairs, &other.question_pairs);
        if self.words.is_empty() || other.words.is_empty() {
            return letters;
        }
        (letters + dice(&words(self), &words(other))) / 2.0
    }

    /// What kind of difference there is between two questions. A sign says as much as a word.
    fn difference(&self, other: &Print<'_>) -> DifferenceKind {
        let words = DifferenceKind::between(&self.words, &other.words);
        if self.signs == other.signs { words } else { DifferenceKind::Opposed }
    }

    /// How alike two answers are; nothing where there is none to compare.
    fn answers_alike(&self, other: &Print<'_>) -> Option<f32> {
        if self.answer_pairs.is_empty() || other.answer_pairs.is_empty() {
            return None;
        }
        Some(dice(&self.answer_pairs, &other.answer_pairs))
    }

    /// Whether both stand between the same cards, as after an edit in place.
    fn stands_where(&self, other: &Print<'_>) -> bool {
        let (one, two) = (&self.portrait.between, &other.portrait.between);
        let both = one == two;
        let either = (one.0.is_some() && one.0 == two.0) || (one.1.is_some() && one.1 == two.1);
        both || either
    }
}

/// Whether a lost and a new card are one, and how alike they are.
fn judge(lost: &Print<'_>, new: &Print<'_>) -> Option<(MatchVerdict, f32)> {
    let question = lost.questions_alike(new);
    let answers = lost.answers_alike(new);
    let answer = answers.unwrap_or(0.0);
    let telling = lost.answer_weight.min(new.answer_weight);
    let in_place = lost.stands_where(new);
    let same_topic = lost.topic == new.topic;
    let is_same_question = lost.question == new.question;

    let identical = answer >= 0.97 && telling >= TELLING;
    let identical_if_short = answer >= 0.995 && telling >= SAYS_SOMETHING;
    let sure = if is_same_question {
        // The topic or the counter changed. Which "Advantages?" it is only the answer can tell; what names its subject
        // asks the same anywhere.
        answer >= 0.5
            || (answers.is_none() && in_place)
            || topics_alike(lost, new)
            || subject::is_named(&lost.words)
    } else if question < 0.3 {
        answer >= 0.99 && telling >= 40
    } else {
        match lost.difference(new) {
            DifferenceKind::None => answer >= 0.5 || in_place,
            DifferenceKind::Typo => {
                (answer >= 0.6 && telling >= 12) || identical_if_short || (in_place && answer >= 0.6)
            }
            DifferenceKind::Added => (answer >= 0.85 && telling >= 16) || identical_if_short,
            DifferenceKind::Reworded => {
                (answer >= 0.9 && telling >= TELLING) || (identical_if_short && in_place)
            }
            DifferenceKind::Opposed => identical && question >= 0.5,
        }
    };
    let likeness = 0.5 * question
        + 0.5 * answers.unwrap_or(question)
        + if is_same_question { 0.2 } else { 0.0 }
        + if in_place { 0.05 } else { 0.0 }
        + if same_topic { 0.02 } else { 0.0 };
    let perhaps = question >= 0.55 || (answer >= 0.75 && telling >= 12) || (in_place && question >= 0.45);
    match (sure, perhaps) {
        (true, _) => Some((MatchVerdict::Sure, likeness)),
        (false, true) => Some((MatchVerdict::Doubtful, likeness)),
        (false, false) => None,
    }
}

/// Whether the headings were only put differently.
fn topics_alike(one: &Print<'_>, other: &Print<'_>) -> bool {
    one.topic == other.topic || dice(&letter_pairs(&one.topic), &letter_pairs(&other.topic)) >= 0.6
}

/// Two sure pairs about one card that are nearly as good: nobody can say which is right, unless the
/// rivals are the same card twice.
fn doubt_rivals(pairs: &mut [Pair], lost: &[Print<'_>], new: &[Print<'_>]) {
    const CLOSE: f32 = 0.03;
    let mut best: HashMap<(bool, usize), Vec<(f32, usize)>> = HashMap::new();
    for pair in pairs.iter().filter(|pair| pair.verdict == MatchVerdict::Sure) {
        best.entry((true, pair.lost)).or_default().push((pair.likeness, pair.new));
        best.entry((false, pair.new)).or_default().push((pair.likeness, pair.lost));
    }
    let is_same = |one: &Print<'_>, other: &Print<'_>| {
        one.question == other.question && one.answer_pairs == other.answer_pairs
    };
    for pair in pairs.iter_mut().filter(|pair| pair.verdict == MatchVerdict::Sure) {
        let close = |rivals: &Vec<(f32, usize)>, own: usize, prints: &[Print<'_>]| {
            rivals.iter().any(|(likeness, rival)| {
                *rival != own
                    && (likeness - pair.likeness).abs() < CLOSE
                    && !is_same(&prints[*rival], &prints[own])
            })
        };
        if close(&best[&(true, pair.lost)], pair.new, new)
            || close(&best[&(false, pair.new)], pair.lost, lost)
        {
            pair.verdict = MatchVerdict::Doubtful;
        }
    }
}

/// Pairs worth a look. All of them where they are few; else those that share rare features.
fn candidates(lost: &[Print<'_>], new: &[Print<'_>]) -> Vec<(usize, usize)> {
    const FEW: usize = 10_000;
    const COMMON: usize = 40;
    const BEST: usize = 8;
    if lost.len() * new.len() <= FEW {
        return (0..lost.len()).flat_map(|one| (0..new.len()).map(move |other| (one, other))).collect();
    }
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    for (index, print) in lost.iter().enumerate() {
        features(print).into_iter().for_each(|feature| places.entry(feature).or_default().push(index));
    }
    let mut found = Vec::new();
    for (index, print) in new.iter().enumerate() {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for feature in features(print) {
            let Some(holders) = places.get(&feature).filter(|holders| holders.len() <= COMMON) else {
                continue;
            };
            holders.iter().for_each(|holder| *shared.entry(*holder).or_default() += 1);
        }
        let mut shared: Vec<(usize, usize)> =
            shared.into_iter().map(|(holder, count)| (count, holder)).collect();
        shared.sort_unstable_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        found.extend(shared.into_iter().take(BEST).map(|(_, holder)| (holder, index)));
    }
    found
}

/// What a card can be found by: its question, its words in twos, its letters in threes, and a sample of
/// its answer.
fn features(print: &Print<'_>) -> Vec<u64> {
    let hash = |kind: u8, text: &str| xxhash_rust::xxh3::xxh3_64_with_seed(text.as_bytes(), u64::from(kind));
    let mut found = vec![hash(0, &print.question)];
    if !print.answer_pairs.is_empty() {
        let bytes: Vec<u8> = print.answer_pairs.iter().flat_map(|pair| pair.to_le_bytes()).collect();
        found.push(xxhash_rust::xxh3::xxh3_64_with_seed(&bytes, 1));
    }
    found.extend(print.words.windows(2).map(|two| hash(2, &two.concat())));
    let letters: Vec<char> = print.question.chars().collect();
    found.extend(letters.windows(4).map(|four| hash(3, &four.iter().collect::<String>())));
    let answer: Vec<char> = plain(&print.portrait.answer).chars().take(LONGEST).collect();
    let sample = answer.windows(6).map(|six| hash(4, &six.iter().collect::<String>()));
    found.extend(sample.filter(|hash| hash % 8 == 0).take(40));
    found.sort_unstable();
    found.dedup();
    found
}

/// A text without markup, case, punctuation, width and white space: enough to see how alike two are.
fn plain(text: &str) -> String {
    let kept = |letter: &char| letter.is_alphanumeric() || "+#<=>%&@^".contains(*letter);
    let key: String = text.nfkc().flat_map(char::to_lowercase).filter(kept).collect();
    if key.is_empty() { text.trim().to_owned() } else { key }
}

/// How much a text says: a Han character weighs two Latin letters.
fn weight(text: &str) -> usize {
    text.chars().map(|letter| if letter >= '\u{2e80}' { 2 } else { 1 }).sum()
}

/// The pairs of neighbouring letters of a text, sorted.
fn letter_pairs(text: &str) -> Vec<u64> {
    let letters: Vec<char> = text.chars().collect();
    let mut pairs: Vec<u64> = match letters.as_slice() {
        [] => Vec::new(),
        [only] => vec![u64::from(u32::from(*only))],
        _ => letters
            .windows(2)
            .map(|two| u64::from(u32::from(two[0])) << 32 | u64::from(u32::from(two[1])))
            .collect(),
    };
    pairs.sort_unstable();
    pairs
}

/// Dice's coefficient of two sorted lists: twice what they share over what they have.
fn dice(one: &[u64], other: &[u64]) -> f32 {
    let (mut left, mut right, mut shared) = (0, 0, 0usize);
    while left < one.len() && right < other.len() {
        match one[left].cmp(&other[right]) {
            std::cmp::Ordering::Less => left += 1,
            std::cmp::Ordering::Greater => right += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                left += 1;
                right += 1;
            }
        }
    }
    let all = one.len() + other.len();
    if all == 0 { 1.0 } else { 2.0 * shared as f32 / all as f32 }
}

#[cfg(test)]
mod tests;
