//! The agenda of a day: cards in the order of their worth, failed ones again after some others.

use super::policy::{Policy, PolicyCard};
use crate::day::Day;
use std::cmp::Ordering;
use std::collections::HashMap;

/// A failed card is shown again after this many others, so that it is recalled and not echoed; so is a
/// sibling, where others are left.
pub const APART: usize = 5;

/// A card of the topic just asked gives way to one that is worth this much of it: they may give each
/// other away.
const GIVES_WAY: f32 = 0.97;

/// What is left to show on a day.
#[derive(Debug)]
pub struct Agenda<'a> {
    policy: &'a Policy<'a>,
    /// Cards not shown today, the most worth first.
    order: Vec<AgendaEntry>,
    /// Before this all of the order are shown.
    from: usize,
    /// Cards that failed today.
    failed: Vec<FailedCard>,
    /// Answers so far.
    answers: usize,
    /// The topic of the last answer.
    topic: u64,
    /// Answers up to the last one of these siblings.
    siblings: HashMap<u64, usize>,
}

#[derive(Debug, Clone, Copy)]
struct AgendaEntry {
    worth: f32,
    /// How many cards of its topic come before it.
    rank: u32,
    index: usize,
    topic: u64,
    siblings: u64,
    is_shown: bool,
}

#[derive(Debug, Clone, Copy)]
struct FailedCard {
    worth: f32,
    index: usize,
    siblings: u64,
    /// Answers before it failed.
    at: usize,
}

impl<'a> Agenda<'a> {
    /// The agenda of these cards, of which some may have been answered today.
    pub fn new(policy: &'a Policy<'a>, items: &[PolicyCard], today: Day) -> Agenda<'a> {
        let mut agenda = Agenda {
            policy,
            order: Vec::new(),
            from: 0,
            failed: Vec::new(),
            answers: 0,
            topic: 0,
            siblings: HashMap::new(),
        };
        let mut answered = Vec::new();
        let ranks = ranks(items);
        for (index, item) in items.iter().enumerate() {
            match item.last {
                Some(last) if last.day >= today => answered.push((last.at, index)),
                _ => {
                    let PolicyCard { topic, siblings, .. } = *item;
                    let rank = ranks[index];
                    let entry = |worth| AgendaEntry { worth, rank, index, topic, siblings, is_shown: false };
                    agenda.order.extend(policy.worth(item).map(entry));
                }
            }
        }
        agenda.order.sort_unstable_by(|one, other| {
            let by_rank = if policy.is_scarce { one.rank.cmp(&other.rank) } else { Ordering::Equal };
            other.worth.total_cmp(&one.worth).then(by_rank).then(one.index.cmp(&other.index))
        });
        answered.sort_unstable();
        for (_, index) in answered {
            agenda.note(index, &items[index]);
        }
        if agenda.answers == 0 {
            // The evening before still gives away the first card of a morning, a little.
            let last = items.iter().filter_map(|item| Some((item.last?.at, item.topic))).max();
            agenda.topic = last.map_or(0, |(_, topic)| topic);
        }
        agenda
    }

    /// The card to show now.
    pub fn next(&self) -> Option<usize> {
        let fresh = self.fresh();
        let is_far = |failed: &&FailedCard| !self.is_near(failed.siblings);
        let ready = self.failed.iter().filter(|failed| self.answers >= failed.at + APART).filter(is_far);
        let again = ready.max_by(|one, other| one.worth.total_cmp(&other.worth));
        match (fresh, again) {
            (Some(fresh), Some(again)) if again.worth > fresh.worth => Some(again.index),
            (Some(fresh), _) => Some(fresh.index),
            (None, Some(again)) => Some(again.index),
            // With nothing to put between, the failed card that waited longest, or a sibling.
            (None, None) => {
                let far = self.failed.iter().find(is_far).map(|failed| failed.index);
                far.or_else(|| self.unshown().chain(self.failed()).next().map(|(_, index)| index))
            }
        }
    }

    /// Whether one of these siblings was shown a few cards ago.
    fn is_near(&self, siblings: u64) -> bool {
        siblings != 0 && self.siblings.get(&siblings).is_some_and(|at| self.answers < at + APART)
    }

    /// The cards not shown today in the order of their worth, with it: indices.
    pub fn unshown(&self) -> impl Iterator<Item = (f32, usize)> {
        let unshown = self.order[self.from..].iter().filter(|entry| !entry.is_shown);
        unshown.map(|entry| (entry.worth, entry.index))
    }

    /// The cards that failed today, with the worth of showing them again.
    pub fn failed(&self) -> impl Iterator<Item = (f32, usize)> {
        self.failed.iter().map(|failed| (failed.worth, failed.index))
    }

    /// Notes that a card was answered and now is like this.
    pub fn answered(&mut self, index: usize, item: &PolicyCard) {
        self.failed.retain(|failed| failed.index != index);
        let entry = self.order[self.from..].iter_mut().find(|entry| entry.index == index);
        if let Some(entry) = entry {
            entry.is_shown = true;
        }
        while self.order.get(self.from).is_some_and(|entry| entry.is_shown) {
            self.from += 1;
        }
        self.note(index, item);
    }

    fn note(&mut self, index: usize, item: &PolicyCard) {
        self.answers += 1;
        self.topic = item.topic;
        if item.siblings != 0 {
            self.siblings.insert(item.siblings, self.answers);
        }
        if let Some(worth) = self.policy.worth(item) {
            self.failed.push(FailedCard { worth, index, siblings: item.siblings, at: self.answers });
        }
    }

    fn fresh(&self) -> Option<AgendaEntry> {
        let is_left = |entry: &&AgendaEntry| !entry.is_shown && !self.is_near(entry.siblings);
        let mut left = self.order[self.from..].iter().filter(is_left);
        let best = *left.next()?;
        let repeats = |entry: &AgendaEntry| entry.topic != 0 && entry.topic == self.topic;
        if !repeats(&best) {
            return Some(best);
        }
        let near = left.take_while(|entry| entry.worth >= best.worth * GIVES_WAY);
        Some(near.copied().find(|entry| !repeats(entry)).unwrap_or(best))
    }
}

/// For each card how many of its topic were seen before or come before it in order. Taken by rank, all topics
/// have their turn: interviewers roam, so where not everything fits, some of each is worth more than all of
/// the first ones.
fn ranks(items: &[PolicyCard]) -> Vec<u32> {
    let mut before: HashMap<u64, u32> = HashMap::new();
    for item in items.iter().filter(|item| item.last.is_some()) {
        *before.entry(item.topic).or_default() += 1;
    }
    let rank = |item: &PolicyCard| match item.last {
        Some(_) => 0,
        None => {
            let before = before.entry(item.topic).or_default();
            *before += 1;
            *before - 1
        }
    };
    items.iter().map(rank).collect()
}
