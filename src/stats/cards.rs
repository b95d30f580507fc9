//! The cards as they stand now: by state, by memory, by deck and topic, and the hardest of them.

use super::Rate;
use super::sums::{LEECH, MATURE, ProbabilitySum};
use crate::card::{CardId, Deck};
use crate::desk::{Desk, Place};
use crate::memory::Memory;
use crate::progress::Record;
use crate::schedule::plan::Plan;
use crate::schedule::plan::scope::Weights;
use crate::state::Phase;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// The cards of the decks by their state. A card that stands in several decks counts once.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct CardCounts {
    /// All cards.
    pub total: u32,
    /// Cards without an answer, which are never asked; in none of the following.
    pub unanswered: u32,
    /// Never graded.
    pub new: u32,
    /// Of the new ones, follow-ups that open once the question above them is recalled.
    pub closed: u32,
    /// In the learning steps.
    pub learning: u32,
    /// In review, stability below [`MATURE`].
    pub young: u32,
    /// In review, stability from [`MATURE`] on.
    pub mature: u32,
    /// Forgotten, in the relearning steps.
    pub relearning: u32,
    /// Of all these, out of the queues until resumed.
    pub suspended: u32,
    /// Of all these, marked by the learner.
    pub flagged: u32,
    /// How many would be recalled if all were asked today: the sum of the probabilities.
    pub expected: f64,
}

/// The cards whose figure is in a range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bin {
    /// The least, itself inside.
    pub from: f64,
    /// The most, itself outside; none where there is no end.
    pub to: Option<f64>,
    /// How many cards.
    pub cards: u32,
}

/// A deck, or a topic of a deck.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupFigures {
    /// The name of the deck.
    pub deck: String,
    /// What the deck is called on the screen.
    #[serde(skip)]
    pub title: String,
    /// The headings above the cards, outermost first; empty for a deck, and for cards below none.
    pub topic: Vec<String>,
    /// Its cards.
    pub cards: u32,
    /// Those answered at least once.
    pub seen: u32,
    /// How many of the seen ones would be recalled if all were asked today.
    pub expected: f64,
    /// True retention of its cards over the whole log.
    pub recall: Rate,
}

/// A card that is hard to remember.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hard {
    /// Its id.
    pub card: String,
    /// The name of its deck.
    pub deck: String,
    /// What its deck is called on the screen.
    #[serde(skip)]
    pub title: String,
    /// Its question, as Markdown.
    pub question: String,
    /// Difficulty, from 1 to 10.
    pub difficulty: f32,
    /// Stability, in days.
    pub stability: f32,
    /// The probability of recall now.
    pub retrievability: f32,
    /// Answers.
    pub reps: u32,
    /// Times it was forgotten after it had left the learning steps.
    pub lapses: u32,
}

const HARDEST: usize = 20;

/// The cards of the desk with what is known of them.
pub(super) struct Known<'a> {
    cards: Vec<KnownCard<'a>>,
}

struct KnownCard<'a> {
    place: Place,
    id: &'a CardId,
    /// Its number in a walk through the log, when something happened to it.
    number: Option<usize>,
    is_answered: bool,
    is_open: bool,
    /// Whether no place before is of the same card.
    is_first: bool,
    record: Option<&'a Record>,
    /// Memory with the probability of recall now.
    memory: Option<(Memory, f32)>,
}

impl<'a> Known<'a> {
    pub(super) fn of(desk: &'a Desk) -> Known<'a> {
        let (mut numbers, mut ids) = (HashSet::new(), HashSet::new());
        let card = |place: Place| {
            let card = desk.card(place);
            let number = desk.progress.number(&card.id);
            let record = desk.progress.record(&card.id);
            let recall = record.and_then(|record| {
                Some((record.state.memory?, desk.scheduler.retrievability(&record.state, desk.now.day)?))
            });
            let is_first = number.map_or_else(|| ids.insert(&card.id), |number| numbers.insert(number));
            let is_answered = card.is_answered();
            let is_open = desk.is_open(place);
            KnownCard { place, id: &card.id, number, is_answered, is_open, is_first, record, memory: recall }
        };
        Known { cards: desk.places_in_track().map(card).collect() }
    }

    /// Each card once.
    fn once(&self) -> impl Iterator<Item = &KnownCard<'a>> {
        self.cards.iter().filter(|card| card.is_first)
    }

    /// The numbers of all cards.
    pub(super) fn numbers(&self) -> impl Iterator<Item = usize> {
        self.once().filter_map(|card| card.number)
    }

    /// The cards that a plan is about: each card with an answer once, where it stands in any place that
    /// has a weight. Gives the numbers of those that something happened to.
    pub(super) fn in_scope(&self, desk: &Desk, plan: &Plan) -> Vec<Option<usize>> {
        // Real interviews move weights, but none to 0 or away from it.
        let mut weights = Weights::new(&plan.weights, desk, &[]);
        let (mut numbers, mut ids) = (HashSet::new(), HashSet::new());
        let cards = self.cards.iter().filter(|card| card.is_answered);
        cards
            .filter(|card| weights.of(desk, card.place, None) > 0.0)
            .filter(|card| card.number.map_or_else(|| ids.insert(card.id), |number| numbers.insert(number)))
            .map(|card| card.number)
            .collect()
    }

    /// The cards that were asked and can be asked again.
    pub(super) fn asked(&self) -> impl Iterator<Item = (&'a CardId, &'a Record)> {
        let cards = self.once().filter(|card| card.is_answered && card.memory.is_some());
        cards.filter_map(|card| Some((card.id, card.record?)))
    }

    /// Memory of each seen card with its recall now.
    fn memories(&self) -> impl Iterator<Item = (Memory, f32)> {
        self.once().filter_map(|card| card.memory)
    }

    pub(super) fn count(&self) -> CardCounts {
        let mut cards = CardCounts::default();
        let mut expected = ProbabilitySum::default();
        for card in self.once() {
            cards.total += 1;
            if !card.is_answered {
                cards.unanswered += 1;
                continue;
            }
            let record = card.record.copied().unwrap_or_default();
            let is_mature = card.memory.is_some_and(|(memory, _)| memory.stability >= MATURE);
            cards.closed += u32::from(record.state.phase == Phase::New && !card.is_open);
            let place = match record.state.phase {
                Phase::New => &mut cards.new,
                Phase::Learning(_) => &mut cards.learning,
                Phase::Relearning(_) => &mut cards.relearning,
                Phase::Review if is_mature => &mut cards.mature,
                Phase::Review => &mut cards.young,
            };
            *place += 1;
            cards.suspended += u32::from(record.suspended);
            cards.flagged += u32::from(record.flagged);
            expected.0 += card.memory.map_or(0, |(_, recall)| ProbabilitySum::of(recall).0);
        }
        cards.expected = expected.cards();
        cards
    }

    pub(super) fn decks(&self, desk: &Desk, recall_of: &[Rate]) -> Vec<GroupFigures> {
        let groups: Vec<GroupFigures> =
            desk.decks.iter().map(|deck| GroupFigures::new(deck, Vec::new(), desk)).collect();
        self.fill(groups, recall_of, |card| card.place.deck)
    }

    pub(super) fn topics(&self, desk: &Desk, recall_of: &[Rate]) -> Vec<GroupFigures> {
        let mut groups = Vec::new();
        let mut known: HashMap<(usize, &[String]), usize> = HashMap::new();
        let mut group_of = Vec::with_capacity(self.cards.len());
        for card in &self.cards {
            let topic = &*desk.card(card.place).face(desk.lang).topic;
            let index = *known.entry((card.place.deck, topic)).or_insert_with(|| {
                groups.push(GroupFigures::new(desk.deck(card.place), topic.to_vec(), desk));
                groups.len() - 1
            });
            group_of.push(index);
        }
        let mut group_of = group_of.into_iter();
        self.fill(groups, recall_of, |_| group_of.next().expect("every card has a group"))
    }

    fn fill(
        &self,
        mut groups: Vec<GroupFigures>,
        recall_of: &[Rate],
        mut group_of: impl FnMut(&KnownCard<'_>) -> usize,
    ) -> Vec<GroupFigures> {
        let mut expected = vec![ProbabilitySum::default(); groups.len()];
        for card in &self.cards {
            let index = group_of(card);
            let group = &mut groups[index];
            group.cards += 1;
            if let Some(number) = card.number {
                group.recall += recall_of[number];
            }
            if let Some((_, recall)) = card.memory {
                group.seen += 1;
                expected[index].0 += ProbabilitySum::of(recall).0;
            }
        }
        for (group, expected) in groups.iter_mut().zip(expected) {
            group.expected = expected.cards();
        }
        groups
    }

    pub(super) fn stability(&self) -> Vec<Bin> {
        let edges = [0.0, 1.0, 3.0, 7.0, 14.0, 21.0, 30.0, 60.0, 90.0, 180.0, 365.0];
        bins(&edges, None, self.memories().map(|(memory, _)| memory.stability))
    }

    pub(super) fn difficulty(&self) -> Vec<Bin> {
        let edges = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0];
        bins(&edges, Some(10.0), self.memories().map(|(memory, _)| memory.difficulty))
    }

    pub(super) fn retrievability(&self) -> Vec<Bin> {
        let edges = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
        bins(&edges, Some(1.0), self.memories().map(|(_, recall)| recall))
    }

    pub(super) fn hardest(&self, desk: &Desk) -> Vec<Hard> {
        let mut hard: Vec<&KnownCard<'_>> = self.once().filter(|card| card.memory.is_some()).collect();
        let difficulty = |card: &KnownCard<'_>| card.memory.map_or(0.0, |(memory, _)| memory.difficulty);
        hard.sort_by(|a, b| {
            let by_lapses = || lapses(b).cmp(&lapses(a));
            difficulty(b).total_cmp(&difficulty(a)).then_with(by_lapses).then_with(|| a.id.cmp(b.id))
        });
        hard.truncate(HARDEST);
        hard.into_iter().filter_map(|card| told(card, desk)).collect()
    }

    pub(super) fn leeches(&self, desk: &Desk) -> Vec<Hard> {
        let mut leeches: Vec<&KnownCard<'_>> = self.once().filter(|card| lapses(card) >= LEECH).collect();
        leeches.sort_by(|a, b| lapses(b).cmp(&lapses(a)).then_with(|| a.id.cmp(b.id)));
        leeches.into_iter().filter_map(|card| told(card, desk)).collect()
    }
}

impl GroupFigures {
    fn new(deck: &Deck, topic: Vec<String>, desk: &Desk) -> GroupFigures {
        let (deck, title) = (deck.name.clone(), deck.title(desk.lang).to_owned());
        GroupFigures { deck, title, topic, cards: 0, seen: 0, expected: 0.0, recall: Rate::default() }
    }
}

fn lapses(card: &KnownCard<'_>) -> u32 {
    card.record.map_or(0, |record| record.state.lapses)
}

fn told(card: &KnownCard<'_>, desk: &Desk) -> Option<Hard> {
    let (memory, retrievability) = card.memory?;
    Some(Hard {
        card: card.id.to_string(),
        deck: desk.deck(card.place).name.clone(),
        title: desk.deck(card.place).title(desk.lang).to_owned(),
        question: desk.face(card.place).question.to_string(),
        difficulty: memory.difficulty,
        stability: memory.stability,
        retrievability,
        reps: card.record?.state.reps,
        lapses: lapses(card),
    })
}

/// How many values are in each range; what is below the first edge or beyond the end counts in the
/// range next to it.
fn bins(edges: &[f64], end: Option<f64>, values: impl Iterator<Item = f32>) -> Vec<Bin> {
    let ends = edges.iter().skip(1).copied().map(Some).chain([end]);
    let mut bins: Vec<Bin> =
        edges.iter().zip(ends).map(|(from, to)| Bin { from: *from, to, cards: 0 }).collect();
    for value in values {
        let after = edges.partition_point(|edge| *edge as f32 <= value);
        bins[after.saturating_sub(1)].cards += 1;
    }
    bins
}
