//! Search: the cards that say something, or are in some state, in some order.
//!
//! A query is words and filters in any order: `dropout 过拟合 is:due 卡组:notes topic:CNN`. A card is
//! found when it has all of them. Words that stand in the text as they are come first, the question
//! before the rest; where hardly any card has them, letters in the same order are enough.

mod signs;
mod sounds;
mod text;
mod unmet;

use crate::card::han::is_han;
use crate::card::{Card, Lang, folded};
use crate::desk::{Desk, Place};
use crate::messages::{self, Messages};
use crate::progress::Record;
use crate::state::Phase;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use rayon::prelude::*;
use signs::Signs;
use sounds::sounding_parts;
pub use sounds::{sounds_like, starts_like};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use text::{SearchedText, WORST, Word, bit, text};
pub use unmet::UnmetFilter;

/// A state to look for.
pub struct Filter {
    /// Its name in a query, behind `is:`.
    pub name: &'static str,
    /// What the screens call it.
    pub label: fn(&Messages) -> &'static str,
    holds: fn(&Desk, &Card, &Record) -> bool,
}

/// All filters; the first lets everything through.
pub const FILTERS: &[Filter] = &[
    Filter { name: "any", label: |w| w.names.filter_all, holds: |_, _, _| true },
    Filter {
        name: "new",
        label: |w| w.new,
        holds: |_, card, record| record.state.phase == Phase::New && card.is_answered(),
    },
    Filter {
        name: "learning",
        label: |w| w.learning,
        holds: |_, _, record| matches!(record.state.phase, Phase::Learning(_) | Phase::Relearning(_)),
    },
    Filter { name: "due", label: |w| w.due, holds: |desk, _, record| is_due(desk, record) },
    Filter { name: "hard", label: |w| w.names.filter_hard, holds: |_, _, record| is_hard(record) },
    Filter { name: "suspended", label: |w| w.names.filter_suspended, holds: |_, _, record| record.suspended },
    Filter { name: "flagged", label: |w| w.names.filter_flagged, holds: |_, _, record| record.flagged },
    Filter {
        name: "unanswered",
        label: |w| w.names.filter_unanswered,
        holds: |_, card, _| !card.is_answered(),
    },
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

    /// What the screens call it.
    pub fn label(self, words: &Messages) -> &'static str {
        match self {
            Order::Fit => words.names.order_fit,
            Order::Due => words.names.order_due,
            Order::Recall => words.names.order_recall,
            Order::Difficulty => words.names.order_difficulty,
            Order::Lapses => words.names.order_lapses,
        }
    }
}

/// What to look for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Query {
    words: Vec<String>,
    states: Vec<usize>,
    decks: Vec<String>,
    topics: Vec<String>,
    /// Filters that there are none of.
    unknown: Vec<String>,
}

/// What a filter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FilterKind {
    State,
    Deck,
    Topic,
}

/// What stands before the colon of a filter, in either language.
const FILTER_NAMES: [(FilterKind, &[&str]); 3] = [
    (FilterKind::State, &["is", "状态"]),
    (FilterKind::Deck, &["deck", "卡组"]),
    (FilterKind::Topic, &["topic", "主题"]),
];

/// The filter that a part of a query is, and what it asks for.
fn filter_of(part: &str) -> Option<(FilterKind, &str)> {
    let (before, wanted) = part.split_once([':', '：'])?;
    let (kind, _) = FILTER_NAMES.iter().find(|(_, names)| names.contains(&before))?;
    Some((*kind, wanted))
}

impl Query {
    fn parse(text: &str) -> Query {
        let mut query = Query::default();
        for part in &parts(&folded(text)) {
            match filter_of(part) {
                Some((FilterKind::State, name)) => match state_named(name) {
                    Some(state) => query.states.push(state),
                    None => query.unknown.push(part.to_owned()),
                },
                Some((FilterKind::Deck, deck)) => query.decks.push(deck.to_owned()),
                Some((FilterKind::Topic, topic)) => query.topics.push(topic.to_owned()),
                None => query.words.push(part.to_owned()),
            }
        }
        query
    }
}

/// Whether a part of a query is a filter.
pub fn is_filter(part: &str) -> bool {
    filter_of(&folded(part)).is_some()
}

/// The filters of a query that there are none of.
pub fn unknown_filters(query: &str) -> Vec<String> {
    Query::parse(query).unknown
}

/// The first filter of a query that no card at hand has.
pub fn unmet_filter(query: &str, desk: &Desk) -> Option<UnmetFilter> {
    let query = Query::parse(query);
    let unknown = query.unknown.into_iter().next().map(UnmetFilter::State);
    unknown.or_else(|| unmet::unmet(&query.decks, &query.topics, desk))
}

/// Words and filters; what stands in quotation marks is one: `deck:"language models"`.
fn parts(text: &str) -> Vec<String> {
    let (mut parts, mut part, mut is_quoted) = (Vec::new(), String::new(), false);
    for letter in text.chars() {
        match letter {
            '"' | '“' | '”' => is_quoted = !is_quoted,
            letter if letter.is_whitespace() && !is_quoted => parts.push(std::mem::take(&mut part)),
            letter => part.push(letter),
        }
    }
    parts.push(part);
    parts.retain(|part| !part.is_empty());
    parts
}

/// A filter by its name, or by what the screens call it in either language.
fn state_named(name: &str) -> Option<usize> {
    let is_label = |filter: &Filter, lang| folded((filter.label)(messages::of(lang))) == name;
    let is_it = |filter: &Filter| {
        filter.name == name || [Lang::En, Lang::Zh].iter().any(|lang| is_label(filter, *lang))
    };
    FILTERS.iter().position(is_it)
}

/// The texts of all cards, ready to be searched.
#[derive(Debug, Default)]
pub struct Index {
    texts: Vec<SearchedText>,
    signs: Signs,
    /// The order last asked for: for every text its place in it.
    ranks: Option<(Order, Vec<u32>)>,
    /// Texts in the states last asked for.
    in_states: Option<(Vec<usize>, Vec<bool>)>,
    /// The learner's own notes, each with its text by number, as they were at so many changes of progress.
    notes: Option<(u64, Vec<(usize, String)>)>,
}

/// What cards to find.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted<'a> {
    /// Words and filters.
    pub query: &'a str,
    /// Index in the table of filters.
    pub filter: usize,
    /// Cards of this deck only, by its index.
    pub deck: Option<usize>,
    /// Cards below these headings only, outermost first.
    pub topic: Option<&'a [String]>,
}

/// When fewer cards than this have the words, letters in the same order count too.
const FEW: usize = 50;

/// How many questions are looked at letter by letter, so that a key stroke never waits.
const MOST_SCORED: usize = 2_000;

impl Index {
    /// Reads every face of every card, on all processors where there are many.
    pub fn new(desk: &Desk) -> Index {
        let places: Vec<Place> = desk.places().collect();
        let texts: Vec<SearchedText> =
            places.par_iter().with_min_len(1_000).map(|place| text(desk, *place)).collect();
        let signs = Signs::of(&texts);
        Index { texts, signs, ..Index::default() }
    }

    /// Forgets what it knows of the states of cards, after something happened to one.
    pub fn forget_states(&mut self) {
        (self.ranks, self.in_states) = (None, None);
    }

    /// The cards that have what is wanted, in an order. States are as they were when they were last
    /// asked for; [`Index::forget_states`] has them looked up again.
    pub fn find(&mut self, desk: &Desk, wanted: &Wanted<'_>, order: Order) -> Vec<Place> {
        let query = Query::parse(wanted.query);
        if !query.unknown.is_empty() {
            return Vec::new();
        }
        let mut states: Vec<usize> = query.states.clone();
        states.extend((wanted.filter > 0).then_some(wanted.filter));
        self.look_up_states(desk, states);
        self.look_up_notes(desk);
        let fits = |at: usize| {
            let text = &self.texts[at];
            self.in_states.as_ref().is_none_or(|(_, fits)| fits[at])
                && wanted.deck.is_none_or(|deck| deck == text.place.deck)
                && wanted.topic.is_none_or(|topic| desk.face(text.place).topic.starts_with(topic))
                && query.decks.iter().all(|deck| text.deck.contains(deck))
                && query.topics.iter().all(|topic| text.topic.contains(topic))
        };
        // Texts by how well they fit; there are few such ranks, and texts come in the order of places.
        let mut found: Vec<Vec<u32>> = vec![Vec::new(); WORST * query.words.len() + 1];
        let mut count = 0;
        let finders: Vec<Word<'_>> = query.words.iter().map(|word| Word::new(word)).collect();
        for at in self.signs.candidates(&query.words, self.texts.len()) {
            if fits(at)
                && let Some(rank) = self.texts[at].rank(&finders, "")
            {
                found[rank].push(at as u32);
                count += 1;
            }
        }
        for (at, note) in self.notes.iter().flat_map(|(_, notes)| notes) {
            let text = &self.texts[*at];
            if fits(*at)
                && text.rank(&finders, "").is_none()
                && let Some(rank) = text.rank(&finders, note)
            {
                let place = found[rank].partition_point(|other| *other < *at as u32);
                found[rank].insert(place, *at as u32);
                count += 1;
            }
        }
        let mut found: Vec<u32> = found.concat();
        if count < FEW && !query.words.is_empty() {
            let exact: HashSet<u32> = found.iter().copied().collect();
            let by_sound = |at: &usize| !exact.contains(&(*at as u32)) && fits(*at);
            let sounding = sounding(&self.texts, &query.words, by_sound);
            found.extend(&sounding);
            let exact: HashSet<u32> = exact.into_iter().chain(sounding).collect();
            found.extend(fuzzy(&self.texts, &query.words, |at| !exact.contains(&(at as u32)) && fits(at)));
        }
        if order != Order::Fit {
            let ranks = self.ranks(desk, order);
            found.sort_unstable_by_key(|at| ranks[*at as usize]);
        }
        found.into_iter().map(|at| self.texts[at as usize].place).collect()
    }

    fn look_up_states(&mut self, desk: &Desk, states: Vec<usize>) {
        if self.in_states.as_ref().is_some_and(|(known, _)| *known == states) {
            return;
        }
        self.in_states = (!states.is_empty()).then(|| {
            let holds = |text: &SearchedText| {
                let card = desk.card(text.place);
                let record = desk.progress.record(&card.id).copied().unwrap_or_default();
                states.iter().all(|state| (FILTERS[*state].holds)(desk, card, &record))
            };
            let fits = self.texts.iter().map(holds).collect();
            (states, fits)
        });
    }

    fn look_up_notes(&mut self, desk: &Desk) {
        let (progress, changes) = (&desk.progress, desk.progress.changes());
        if self.notes.as_ref().is_some_and(|(known, _)| *known == changes) {
            return;
        }
        if progress.own_notes().len() == 0 {
            self.notes = None;
            return;
        }
        let noted = |(at, text): (usize, &SearchedText)| {
            Some((at, folded(progress.own_note(&desk.card(text.place).id)?)))
        };
        self.notes = Some((changes, self.texts.iter().enumerate().filter_map(noted).collect()));
    }

    fn ranks(&mut self, desk: &Desk, order: Order) -> &[u32] {
        if self.ranks.as_ref().is_none_or(|(known, _)| *known != order) {
            let mut sorted: Vec<u32> = (0..self.texts.len() as u32).collect();
            sort(desk, &self.texts, &mut sorted, order);
            let mut ranks = vec![0; sorted.len()];
            for (rank, at) in sorted.into_iter().enumerate() {
                ranks[at as usize] = rank as u32;
            }
            self.ranks = Some((order, ranks));
        }
        self.ranks.as_ref().map_or(&[], |(_, ranks)| ranks)
    }
}

/// What the matcher has to give for each letter; a whole word gives some 20, scattered letters less
/// than 15.
const LEAST_PER_LETTER: u32 = 15;

/// Questions that have the letters of the words in their order, best first.
fn fuzzy(texts: &[SearchedText], words: &[String], fits: impl Fn(usize) -> bool) -> Vec<u32> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::new(&words.join(" "), CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
    let mut buffer = Vec::new();
    // Letters scattered over a long question prove nothing.
    let least = words.iter().map(|word| word.chars().count()).sum::<usize>() as u32 * LEAST_PER_LETTER;
    let letters = words.iter().flat_map(|word| word.chars()).fold(0, |letters, letter| letters | bit(letter));
    let may = |at: &usize| {
        let text = &texts[*at];
        text.letters & letters == letters && words.iter().all(|word| has_close(&text.question, word))
    };
    let candidates = (0..texts.len()).filter(may).filter(|at| fits(*at)).take(MOST_SCORED);
    let mut found: Vec<(Reverse<u32>, u32)> = candidates
        .filter_map(|at| {
            let score = pattern.score(Utf32Str::new(&texts[at].question, &mut buffer), &mut matcher)?;
            (score >= least).then_some((Reverse(score), at as u32))
        })
        .collect();
    found.sort();
    found.truncate(FEW);
    found.into_iter().map(|(_, at)| at).collect()
}

/// The shortest word that is looked for by its sound: fewer letters are in every text.
const LEAST_BY_SOUND: usize = 3;

/// Questions that sound like all words, where these are Chinese as it is typed: syllables or first letters. What
/// many questions have is a word of the field, and comes before letters that follow each other by chance.
fn sounding(texts: &[SearchedText], words: &[String], fits: impl Fn(&usize) -> bool) -> Vec<u32> {
    let is_typed =
        |word: &String| word.len() >= LEAST_BY_SOUND && word.bytes().all(|byte| byte.is_ascii_lowercase());
    if !words.iter().all(is_typed) {
        return Vec::new();
    }
    let han = (0..texts.len()).filter(|at| texts[*at].question.chars().any(is_han));
    let parts_of = |at: usize| {
        let parts = words.iter().map(|word| sounding_parts(&texts[at].question, word));
        let parts: Vec<Vec<String>> = parts.collect();
        parts.iter().all(|parts| !parts.is_empty()).then_some((at, parts))
    };
    let found: Vec<(usize, Vec<Vec<String>>)> =
        han.filter(fits).take(MOST_SCORED).filter_map(parts_of).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for part in found.iter().flat_map(|(_, parts)| parts.iter().flatten()) {
        *counts.entry(part).or_default() += 1;
    }
    let often = |parts: &[String]| parts.iter().map(|part| counts[part.as_str()]).max().unwrap_or_default();
    let rank = |parts: &[Vec<String>]| parts.iter().map(|parts| often(parts)).sum::<usize>();
    let mut ranked: Vec<(Reverse<usize>, u32)> =
        found.iter().map(|(at, parts)| (Reverse(rank(parts)), *at as u32)).collect();
    ranked.sort_unstable();
    ranked.into_iter().take(FEW).map(|(_, at)| at).collect()
}

/// Whether a text has the letters of a word in their order and not far apart: with wide gaps the
/// matcher gives too little.
fn has_close(text: &str, word: &str) -> bool {
    let most = word.len() * 3 + 8;
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return true };
    memchr::memchr_iter(*first, text).any(|start| {
        let end = text.len().min(start + most);
        let mut rest = text[start..end].iter();
        word.iter().all(|letter| rest.any(|other| other == letter))
    })
}

fn sort(desk: &Desk, texts: &[SearchedText], found: &mut [u32], order: Order) {
    let place = |at: &u32| texts[*at as usize].place;
    let state = |at: &u32| desk.state(&desk.card(place(at)).id);
    match order {
        Order::Fit => {}
        Order::Due => found.sort_by_cached_key(|at| {
            let due = state(at).due.map(|due| due.instant(&desk.calendar));
            (due.is_none(), due, *at)
        }),
        Order::Recall => found.sort_by_cached_key(|at| {
            let recall = desk.scheduler.retrievability(&state(at), desk.now.day);
            (recall.map_or(u32::MAX, |recall| (recall * 1e6) as u32), *at)
        }),
        Order::Difficulty => found.sort_by_cached_key(|at| {
            let difficulty = state(at).memory.map_or(0.0, |memory| memory.difficulty);
            (Reverse((difficulty * 1e4) as u32), *at)
        }),
        Order::Lapses => found.sort_by_cached_key(|at| (Reverse(state(at).lapses), *at)),
    }
}

#[cfg(test)]
mod tests;
