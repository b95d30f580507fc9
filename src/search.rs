//! Search: the cards that say something, or are in some state, in some order.
//!
//! A query is words and filters in any order: `dropout 过拟合 is:due deck:notes topic:CNN`. A card is
//! found when it has all of them. Words that stand in the text as they are come first, the question
//! before the rest; where hardly any card has them, letters in the same order are enough.

use crate::card::Card;
use crate::desk::{Desk, Place};
use crate::progress::Record;
use crate::state::Phase;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use std::cmp::Reverse;
use unicode_normalization::UnicodeNormalization;

/// A state to look for.
pub struct Filter {
    /// Its name in a query, behind `is:`.
    pub name: &'static str,
    holds: fn(&Desk, &Card, &Record) -> bool,
}

/// All filters; the first lets everything through.
pub const FILTERS: &[Filter] = &[
    Filter { name: "any", holds: |_, _, _| true },
    Filter { name: "new", holds: |_, card, record| record.state.phase == Phase::New && card.is_answered() },
    Filter {
        name: "learning",
        holds: |_, _, record| matches!(record.state.phase, Phase::Learning(_) | Phase::Relearning(_)),
    },
    Filter { name: "due", holds: |desk, _, record| is_due(desk, record) },
    Filter { name: "hard", holds: |_, _, record| is_hard(record) },
    Filter { name: "suspended", holds: |_, _, record| record.suspended },
    Filter { name: "flagged", holds: |_, _, record| record.flagged },
    Filter { name: "unanswered", holds: |_, card, _| !card.is_answered() },
];

fn is_due(desk: &Desk, record: &Record) -> bool {
    record.state.due.is_some_and(|due| due.has_come(desk.now))
}

/// Hard: forgotten three times, or a difficulty of 8 and more.
fn is_hard(record: &Record) -> bool {
    record.state.lapses >= 3 || record.state.memory.is_some_and(|memory| memory.difficulty >= 8.0)
}

/// An order of cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As well as they fit the query; without words, as they stand in their decks.
    Fit,
    /// Due first.
    Due,
    /// The lowest probability of recall first.
    Recall,
    /// The most difficult first.
    Difficulty,
    /// The most often forgotten first.
    Lapses,
}

impl Order {
    /// All orders.
    pub const ALL: [Order; 5] = [Order::Fit, Order::Due, Order::Recall, Order::Difficulty, Order::Lapses];
}

/// What to look for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Query {
    words: Vec<String>,
    states: Vec<usize>,
    decks: Vec<String>,
    topics: Vec<String>,
}

impl Query {
    fn parse(text: &str) -> Query {
        let mut query = Query::default();
        for part in folded(text).split_whitespace() {
            let state = part.strip_prefix("is:").and_then(state_named);
            match (state, part.strip_prefix("deck:"), part.strip_prefix("topic:")) {
                (Some(state), _, _) => query.states.push(state),
                (_, Some(deck), _) => query.decks.push(deck.to_owned()),
                (_, _, Some(topic)) => query.topics.push(topic.to_owned()),
                _ => query.words.push(part.to_owned()),
            }
        }
        query
    }
}

fn state_named(name: &str) -> Option<usize> {
    FILTERS.iter().position(|filter| filter.name == name)
}

/// The texts of all cards, ready to be searched.
#[derive(Debug, Default)]
pub struct Index {
    texts: Vec<Text>,
}

#[derive(Debug)]
struct Text {
    place: Place,
    question: String,
    topic: String,
    deck: String,
    answer: String,
}

/// Where a word was found; lower is better.
const FUZZY: u32 = 9;

/// When fewer cards than this have the words, letters in the same order count too.
const FEW: usize = 50;

impl Index {
    /// Reads every face of every card.
    pub fn new(desk: &Desk) -> Index {
        let text = |place: Place| {
            let faces = &desk.card(place).faces;
            let join = |part: fn(&crate::card::Face) -> String| {
                folded(&faces.iter().map(part).collect::<Vec<_>>().join("\n"))
            };
            Text {
                place,
                question: join(|face| face.question.clone()),
                topic: join(|face| face.topic.join("\n")),
                deck: folded(&desk.deck(place).name),
                answer: join(|face| face.answer.clone()),
            }
        };
        Index { texts: desk.places().map(text).collect() }
    }

    /// The cards that have what `query` asks for and are in the state of `filter`, in an order.
    pub fn find(&self, desk: &Desk, query: &str, filter: usize, order: Order) -> Vec<Place> {
        let query = Query::parse(query);
        let in_state = |place: Place| {
            let card = desk.card(place);
            let record = desk.progress.record(&card.id).copied().unwrap_or_default();
            query.states.iter().chain([&filter]).all(|state| (FILTERS[*state].holds)(desk, card, &record))
        };
        let fits = |text: &&Text| {
            query.decks.iter().all(|deck| text.deck.contains(deck))
                && query.topics.iter().all(|topic| text.topic.contains(topic))
        };
        let texts: Vec<&Text> = self.texts.iter().filter(fits).collect();
        let mut found: Vec<(u32, Place)> = texts
            .iter()
            .filter_map(|text| Some((text.rank(&query.words)?, text.place)))
            .filter(|(_, place)| in_state(*place))
            .collect();
        if found.len() < FEW && !query.words.is_empty() {
            found.extend(fuzzy(&texts, &query.words).into_iter().filter(|(_, place)| in_state(*place)));
        }
        sort(desk, &mut found, order);
        found.into_iter().map(|(_, place)| place).collect()
    }
}

impl Text {
    /// How well the words fit as they stand; `None` when one is missing.
    fn rank(&self, words: &[String]) -> Option<u32> {
        let rank = |word: &String| match word.as_str() {
            word if self.question.starts_with(word) => Some(0),
            word if self.question.contains(word) => Some(1),
            word if self.topic.contains(word) => Some(3),
            word if self.deck.contains(word) => Some(4),
            word if self.answer.contains(word) => Some(5),
            _ => None,
        };
        words.iter().try_fold(0, |sum, word| Some(sum + rank(word)?))
    }
}

/// What the matcher has to give for each letter; a whole word gives some 20, scattered letters less
/// than 15.
const LEAST_PER_LETTER: u32 = 15;

/// Questions that have the letters of the words in their order, but not the words as they are.
fn fuzzy(texts: &[&Text], words: &[String]) -> Vec<(u32, Place)> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::new(&words.join(" "), CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
    let mut buffer = Vec::new();
    // Letters scattered over a long question prove nothing.
    let least = words.iter().map(|word| word.chars().count()).sum::<usize>() as u32 * LEAST_PER_LETTER;
    let mut found: Vec<(u32, Place)> = texts
        .iter()
        .filter(|text| text.rank(words).is_none())
        .filter_map(|text| {
            let score = pattern.score(Utf32Str::new(&text.question, &mut buffer), &mut matcher)?;
            if score < least {
                return None;
            }
            Some((FUZZY * words.len() as u32 + 10_000 - score.min(10_000), text.place))
        })
        .collect();
    found.sort();
    found.truncate(FEW);
    found
}

fn sort(desk: &Desk, found: &mut [(u32, Place)], order: Order) {
    let state = |place: Place| desk.state(&desk.card(place).id);
    match order {
        Order::Fit => found.sort(),
        Order::Due => found.sort_by_cached_key(|(_, place)| {
            let due = state(*place).due.map(|due| due.instant(&desk.calendar));
            (due.is_none(), due, *place)
        }),
        Order::Recall => found.sort_by_cached_key(|(_, place)| {
            let recall = desk.scheduler.retrievability(&state(*place), desk.now.day);
            (recall.map_or(u32::MAX, |recall| (recall * 1e6) as u32), *place)
        }),
        Order::Difficulty => found.sort_by_cached_key(|(_, place)| {
            let difficulty = state(*place).memory.map_or(0.0, |memory| memory.difficulty);
            (Reverse((difficulty * 1e4) as u32), *place)
        }),
        Order::Lapses => found.sort_by_cached_key(|(_, place)| (Reverse(state(*place).lapses), *place)),
    }
}

/// A text as it is compared: without case and width.
fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkc().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_words_and_filters() {
        let query = Query::parse("Dropout ＣＮＮ is:due deck:notes topic:cnn is:nothing");
        assert_eq!(query.words, ["dropout", "cnn", "is:nothing"]);
        assert_eq!(query.states, [3]);
        assert_eq!((query.decks, query.topics), (vec!["notes".to_owned()], vec!["cnn".to_owned()]));
    }
}
