//! Which card asks what a question of an interview report asks: the same question, in other words, or in the
//! other language.
//!
//! A question and the cards are compared by their terms (`words`): rare ones weigh more, names more than other
//! words. What a card says in its title counts whole, what stands in its answer less, and what it is asked on
//! behind its answer is part of it. How much of the question a card has, and how much of the card's title the
//! question has, makes the order. A card is sure only where the question names what the card is about and hardly
//! anything that its title lacks, and where no other card comes near.

mod kind;
mod spelling;
mod words;

pub use spelling::same_words;

use crate::card::{Card, CardId};
use crate::desk::Place;
use crate::markdown;
use kind::{CODE_NAME, Wants, wants, wants_of};
use spelling::Spelling;
use std::collections::{HashMap, HashSet};
use words::{Telling, Terms, is_of_many, is_of_tables, terms_of};

/// So many cards are offered where it is not sure.
const MOST_OFFERED: usize = 3;
/// From this likeness on a card may be the one.
const NEAR: f32 = 0.15;
/// The same where the question names nothing.
const NEAR_WITHOUT_NAME: f32 = 0.3;
/// What a card has to be to be sure: so like the question, so much nearer than the second (or
/// far nearer), with so much of the
/// question in its title, and with so much of its title in the question.
const SURE: f32 = 0.5;
const AHEAD: f32 = 0.06;
const FAR_AHEAD: f32 = 0.1;
const SURE_IN_TITLE: f32 = 0.8;
/// The same where a comparison is asked for: a card has to have both sides of it.
const SURE_OF_BOTH: f32 = 0.95;
const SURE_OF_TITLE: f32 = 0.6;

/// What stands in more cards than these, or in one of so many, is the subject of none.
const MOST_OF_A_NAME: usize = 3;
const MANY: usize = 25;

/// How much a term counts by where a card has it. In an answer it counts up to its share, the more often the more.
const IN_NAME: f32 = 0.8;
const IN_HEADING: f32 = 0.65;
const IN_POINT: f32 = 0.5;
const IN_ANSWER: f32 = 0.5;
const IN_GIST: f32 = 0.4;
const IN_FOLLOW_UP: f32 = 0.4;
/// So often it stands in an answer that it counts half of that.
const OFTEN: f32 = 2.0;
/// From so much on a card counts as one that has the term, for how rare that is.
const HAS: f32 = 0.4;

/// How much a term of a title counts that stands behind its subject (`XGBoost: objective, second order, …`).
const BEHIND_SUBJECT: f32 = 0.7;
/// How much a title counts of which the question has one of several subjects (`Precision, recall, F1: …`).
const ONE_OF_SEVERAL: f32 = 0.65;
/// How much of the likeness is left to a card of whose title the question has nothing.
const WITHOUT_TITLE: f32 = 0.55;
/// What likeness is left to a card with code where none is asked for, the other way round, and where a comparison
/// is asked for and not given, or the other way round.
const UNASKED_CODE: f32 = 0.5;
const NO_CODE: f32 = 0.75;
const NO_COMPARISON: f32 = 0.93;

/// How much the sentences count that stand beside the first that asks, and what stands in brackets.
const ASIDE: f32 = 0.4;
const IN_BRACKETS: f32 = 0.5;
/// How much a word counts that no card has: it does not tell them apart.
const UNKNOWN: f32 = 0.3;
/// How much a word that names nothing counts in what a title has to have.
const NO_NAME: f32 = 0.7;

/// What stands behind the subject of a title.
const ENDS_SUBJECT: [char; 8] = ['：', ':', '；', ';', '？', '?', '（', '('];

/// What a question asks, among the cards of a library.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Cards that may be meant, the nearest first.
    pub near: Vec<Place>,
    /// Whether it is the first of them.
    pub is_sure: bool,
}

/// The cards of a library, prepared for comparing. What is asked on behind a card belongs to it.
pub struct Catalogue {
    entries: Vec<CatalogueEntry>,
    /// Cards by the words of their questions.
    said: HashMap<String, Place>,
    spelling: Spelling,
    /// In how many cards a term stands.
    counts: HashMap<String, usize>,
    /// All terms that some card has.
    known: HashSet<String>,
}

struct CatalogueEntry {
    place: Place,
    /// Its questions, and the name that its author gave it.
    titles: Vec<Title>,
    /// The subjects of each title, one by one where it has several.
    subjects: Vec<Vec<Terms>>,
    /// How much it has of each term, wherever that stands.
    has: HashMap<String, f32>,
    wants: Wants,
}

/// A question of a card, or its name.
struct Title {
    terms: Terms,
    /// Terms up to where its subject ends.
    subject: HashSet<String>,
}

/// A card, and how it compares with a question.
struct Compared {
    entry: usize,
    likeness: f32,
    /// How much of the question its titles have.
    in_title: f32,
    /// How much of its nearest title the question has, or of the first thing that a title lists.
    of_title: f32,
}

impl Catalogue {
    /// Prepares these cards.
    pub fn new<'a>(cards: impl IntoIterator<Item = (Place, &'a Card)>) -> Catalogue {
        let cards: Vec<(Place, &Card)> = cards.into_iter().collect();
        let spelling = Spelling::of(cards.iter().flat_map(|(_, card)| &card.faces));
        let mut follow_ups: HashMap<&CardId, Vec<&Card>> = HashMap::new();
        for (_, card) in &cards {
            if let Some(parent) = card.parent() {
                follow_ups.entry(parent).or_default().push(card);
            }
        }
        let mut said = HashMap::new();
        let mut entries = Vec::new();
        for (place, card) in cards.iter().filter(|(_, card)| card.parent().is_none()) {
            let behind = follow_ups.get(&card.id).map_or(&[][..], Vec::as_slice);
            for face in card.faces.iter().chain(behind.iter().flat_map(|card| &card.faces)) {
                said.entry(same_words(&face.question)).or_insert(*place);
            }
            entries.push(CatalogueEntry::new(*place, card, behind, &spelling));
        }
        // The bare name that its author gave a card asks for that card.
        for (place, card) in
            cards.iter().filter(|(_, card)| card.metadata().is_some() && card.parent().is_none())
        {
            said.entry(same_words(&card.id.as_str().replace('-', " "))).or_insert(*place);
        }
        said.remove("");
        let mut counts: HashMap<String, usize> = HashMap::new();
        for (key, _) in entries.iter().flat_map(|entry| &entry.has).filter(|(_, share)| **share >= HAS) {
            *counts.entry(key.clone()).or_default() += 1;
        }
        let known = entries.iter().flat_map(|entry| entry.has.keys().cloned()).collect();
        Catalogue { entries, said, spelling, counts, known }
    }

    /// What a question asks for.
    pub fn find(&self, question: &str) -> Match {
        let said = self.said.get(&same_words(question)).copied();
        let asked = self.asked(question);
        let wants = wants(question);
        let near = self.nearest(&asked, wants);
        let is_sure = said.is_some() || self.is_first_sure(&near, &asked, wants);
        let places = near.iter().map(|compared| self.entries[compared.entry].place);
        let places = said.into_iter().chain(places.filter(|place| Some(*place) != said));
        Match { near: places.take(MOST_OFFERED).collect(), is_sure }
    }

    /// Whether the nearest card is the one, and no other comes near.
    fn is_first_sure(&self, near: &[Compared], asked: &Terms, wants: Wants) -> bool {
        let Some(first) = near.first() else { return false };
        let ahead = first.likeness - near.get(1).map_or(0.0, |second| second.likeness);
        // What is only the first of several things that a title lists needs more room.
        let needed = if first.of_title > ONE_OF_SEVERAL { AHEAD } else { FAR_AHEAD };
        ahead >= needed && self.is_sure(first, asked, wants)
    }

    /// The cards that may be meant, the nearest first.
    fn nearest(&self, asked: &Terms, wants: Wants) -> Vec<Compared> {
        let compared = (0..self.entries.len()).map(|entry| self.compare(asked, wants, entry));
        let is_named = asked.values().any(|told| told.is_name);
        let least = if is_named { NEAR } else { NEAR_WITHOUT_NAME };
        let mut near: Vec<Compared> = compared.filter(|compared| compared.likeness >= least).collect();
        near.sort_by(|one, other| {
            other.likeness.total_cmp(&one.likeness).then_with(|| one.entry.cmp(&other.entry))
        });
        near
    }

    /// Whether the question names what the card is about, and hardly anything that its title lacks, and wants what it
    /// gives.
    fn is_sure(&self, compared: &Compared, asked: &Terms, wants: Wants) -> bool {
        let entry = &self.entries[compared.entry];
        let is_about = |title: &Title| {
            let subject = title.terms.iter().filter(|(key, _)| title.subject.contains(*key));
            self.heaviest(subject.map(|(key, told)| (key, of_title(key, *told))))
                .is_some_and(|key| asked.contains_key(key))
        };
        let names = asked.iter().map(|(key, told)| (key, told.weight));
        let is_telling = |key: &&String| {
            let count = self.counts.get(*key).copied().unwrap_or(0);
            asked[*key].is_name && count <= MOST_OF_A_NAME.max(self.entries.len() / MANY)
        };
        let subject = self.heaviest(names).filter(|key| entry.names(key)).filter(is_telling);
        compared.likeness >= SURE
            && compared.in_title >= if wants.comparison { SURE_OF_BOTH } else { SURE_IN_TITLE }
            && compared.of_title >= SURE_OF_TITLE
            && subject.is_some()
            && entry.wants.code == wants.code
            && entry.titles.iter().any(is_about)
    }

    fn heaviest<'a>(&self, terms: impl Iterator<Item = (&'a String, f32)>) -> Option<&'a String> {
        let weighed = terms.map(|(key, weight)| (key, weight * self.rarity(key)));
        weighed.max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(one.0))).map(|(key, _)| key)
    }

    /// The terms of a question: the first sentence that asks most, what stands in brackets and beside it less.
    fn asked(&self, question: &str) -> Terms {
        let question = markdown::text(&markdown::inlines(question));
        let (outside, inside) = brackets_apart(&question);
        let sentences =
            outside.split_inclusive(['?', '？', '。', '；', ';']).flat_map(|part| part.split(". "));
        let read =
            sentences.map(|sentence| (sentence.ends_with(['?', '？']), terms_of(sentence, &self.spelling)));
        let sentences: Vec<(bool, Terms)> = read.filter(|(_, terms)| !terms.is_empty()).collect();
        let is_bare = sentences.is_empty();
        let names = |terms: &Terms| terms.values().any(|told| told.is_name);
        let main = sentences.iter().position(|(asks, terms)| *asks && names(terms));
        let main = main.or_else(|| sentences.iter().position(|(_, terms)| names(terms))).unwrap_or(0);
        let share = |at: usize| if at == main { 1.0 } else { ASIDE };
        let bracketed = terms_of(&inside, &self.spelling);
        let parts = sentences.into_iter().enumerate().map(|(at, (_, terms))| (share(at), terms));
        let mut asked = Terms::new();
        for (share, terms) in parts.chain([(if is_bare { 1.0 } else { IN_BRACKETS }, bracketed)]) {
            for (key, told) in terms {
                let known = asked.entry(key).or_insert(Telling { weight: 0.0, is_name: false });
                if told.weight * share > known.weight {
                    *known = Telling { weight: told.weight * share, ..told };
                }
            }
        }
        // A question that names nothing is told by all its words.
        if asked.values().any(|told| told.is_name) {
            for (key, told) in &mut asked {
                told.weight *= if told.is_name || self.known.contains(key) { 1.0 } else { UNKNOWN };
            }
        }
        asked
    }

    fn compare(&self, asked: &Terms, wants: Wants, at: usize) -> Compared {
        let entry = &self.entries[at];
        let sum = |weigh: &dyn Fn(&String, &Telling) -> f32| -> f32 {
            asked.iter().map(|(key, told)| weigh(key, told) * self.rarity(key)).sum()
        };
        let all = sum(&|_, told| told.weight).max(f32::MIN_POSITIVE);
        let has = sum(&|key, told| told.weight * entry.has.get(key).copied().unwrap_or(0.0)) / all;
        if has < NEAR {
            return Compared { entry: at, likeness: 0.0, in_title: 0.0, of_title: 0.0 };
        }
        let name = |key: &str, told: &Telling| {
            told.weight * if told.is_name || is_of_tables(key) { 1.0 } else { NO_NAME }
        };
        let named = sum(&|key, told| if entry.names(key) { name(key, told) } else { 0.0 });
        let in_title = named / sum(&|key, told| name(key, told)).max(f32::MIN_POSITIVE);
        let one = |subject: &Terms| ONE_OF_SEVERAL * self.share(subject, None, asked);
        let firsts = entry.subjects.iter().filter_map(|subjects| subjects.first()).map(one);
        let titles = entry.titles.iter().map(|title| self.share(&title.terms, Some(&title.subject), asked));
        let of_title = titles.chain(firsts).fold(0.0, f32::max);
        let of_any = entry.subjects.iter().flatten().map(one).fold(of_title, f32::max);
        let mut likeness = has * (WITHOUT_TITLE + (1.0 - WITHOUT_TITLE) * of_any);
        likeness *= match (entry.wants.code, wants.code) {
            (true, false) => UNASKED_CODE,
            (false, true) => NO_CODE,
            _ => 1.0,
        };
        likeness *= if entry.wants.comparison == wants.comparison { 1.0 } else { NO_COMPARISON };
        Compared { entry: at, likeness, in_title, of_title }
    }

    /// How much of a title a question has.
    fn share(&self, title: &Terms, subject: Option<&HashSet<String>>, asked: &Terms) -> f32 {
        let weigh = |(key, told): (&String, &Telling)| {
            let is_behind = subject.is_some_and(|subject| !subject.contains(key));
            of_title(key, *told) * self.rarity(key) * if is_behind { BEHIND_SUBJECT } else { 1.0 }
        };
        let all: f32 = title.iter().map(weigh).sum();
        let common: f32 = title.iter().filter(|(key, _)| asked.contains_key(*key)).map(weigh).sum();
        common / all.max(f32::MIN_POSITIVE)
    }

    /// A rare term says more than one of every second card.
    fn rarity(&self, key: &str) -> f32 {
        let count = self.counts.get(key).copied().unwrap_or(0);
        (1.0 + self.entries.len() as f32 / (1 + count) as f32).ln()
    }
}

/// In a title a common name tells one card from another like any.
fn of_title(key: &str, told: Telling) -> f32 {
    if is_of_many(key) { 1.0 } else { told.weight }
}

impl CatalogueEntry {
    fn new(place: Place, card: &Card, behind: &[&Card], spelling: &Spelling) -> CatalogueEntry {
        let mut has = HashMap::new();
        let mut add = |terms: Terms, share: f32| {
            for (key, told) in terms {
                let known: &mut f32 = has.entry(key).or_default();
                *known = known.max(share * told.weight.min(1.0));
            }
        };
        let of = |text: &str| terms_of(text, spelling);
        let mut titles: Vec<Title> = Vec::new();
        let mut often: HashMap<String, f32> = HashMap::new();
        for face in &card.faces {
            titles.push(Title::new(&face.question, spelling));
            face.topic.iter().for_each(|heading| add(of(heading), IN_HEADING));
            let lines = || face.answer.lines().filter(|line| !line.trim().is_empty());
            lines().take(1).for_each(|line| add(of(line), IN_GIST));
            lines().filter_map(label).for_each(|point| add(of(point), IN_POINT));
        }
        behind.iter().flat_map(|card| &card.faces).for_each(|face| add(of(&face.question), IN_FOLLOW_UP));
        let faces = || card.faces.iter().chain(behind.iter().flat_map(|card| &card.faces));
        for line in faces().flat_map(|face| face.answer.lines()) {
            of(line).into_iter().for_each(|(key, told)| *often.entry(key).or_default() += told.weight);
        }
        for (key, weight) in often {
            let known: &mut f32 = has.entry(key).or_default();
            *known = known.max(IN_ANSWER * weight / (weight + OFTEN));
        }
        if let Some(title) = card.metadata().and_then(|_| Title::of_name(&card.id, spelling)) {
            for (key, told) in &title.terms {
                let known = has.entry(key.clone()).or_default();
                *known = known.max(IN_NAME * told.weight.min(1.0));
            }
            titles.push(title);
        }
        for (key, told) in titles[..card.faces.len()].iter().flat_map(|title| &title.terms) {
            let known = has.entry(key.clone()).or_default();
            *known = known.max(if told.weight >= 0.5 { 1.0 } else { 0.6 });
        }
        let subjects = card.faces.iter().map(|face| subjects(&face.question, spelling)).collect();
        CatalogueEntry { place, titles, subjects, has, wants: wants_of(card) }
    }

    /// Whether a title has the term.
    fn names(&self, key: &str) -> bool {
        self.titles.iter().any(|title| title.terms.contains_key(key))
    }
}

impl Title {
    fn new(question: &str, spelling: &Spelling) -> Title {
        let terms = terms_of(question, spelling);
        let subject = terms_of(question.split(ENDS_SUBJECT).next().unwrap_or_default(), spelling);
        let subject =
            if subject.is_empty() { terms.keys().cloned().collect() } else { subject.into_keys().collect() };
        Title { terms, subject }
    }

    /// The name that an author gave a card; the deck of code begins its names with what they are.
    fn of_name(id: &CardId, spelling: &Spelling) -> Option<Title> {
        let name = id.as_str().strip_prefix(CODE_NAME).unwrap_or(id.as_str());
        let terms = terms_of(name, spelling);
        let subject = terms.keys().cloned().collect();
        (!terms.is_empty()).then_some(Title { terms, subject })
    }
}

/// What a title lists as its subjects, each on its own.
fn subjects(question: &str, spelling: &Spelling) -> Vec<Terms> {
    let subject =
        question.split(ENDS_SUBJECT).next().unwrap_or_default().replace(" and ", ",").replace(" or ", ",");
    let parts = subject.split([',', '，', '、', '/', '和', '与', '或']).map(|part| terms_of(part, spelling));
    parts.filter(|terms| terms.values().any(|told| told.is_name)).collect()
}

/// What stands in bold at the beginning of a point.
fn label(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("- **")?;
    rest.split_once("**").map(|(label, _)| label)
}

/// What stands outside brackets, and inside them.
fn brackets_apart(question: &str) -> (String, String) {
    let (mut outside, mut inside) = (String::new(), String::new());
    let mut depth = 0usize;
    for letter in question.chars() {
        match letter {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            letter if depth == 0 => outside.push(letter),
            letter => inside.push(letter),
        }
        if matches!(letter, '(' | '（' | ')' | '）') {
            if depth == 0 { outside.push(' ') } else { inside.push(' ') }
        }
    }
    (outside, inside)
}
