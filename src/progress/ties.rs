//! Ties between ids: which ids are one card, and what it is called now.
//!
//! A move joins two ids into one card for good, whatever the order in which machines learn of it; the
//! latest move of a card gives its name. So A→B→C is one card called C, and A→B, later B→A is one
//! called A.
//!
//! A move whose cause is identity carries a history to the id that a newer version gives its card. Several
//! machines write such moves apart from one another, each for the cards it has: of several from one id, or
//! to one, the earliest counts, and the others join nothing.

use super::log::{LogEntry, Names};
use crate::card::CardId;
use crate::day::At;
use std::collections::{HashMap, HashSet};

/// A move between two ids, by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// When.
    pub at: At,
    /// The old id.
    pub from: u32,
    /// The new one.
    pub to: u32,
    /// Whether it was taken back before the snapshot this progress began with.
    pub undone: bool,
    /// Whether the rule of ids is its cause.
    pub is_identity: bool,
}

impl Move {
    /// The move that an entry of the log is.
    pub(super) fn of(entry: &LogEntry, to: u32, is_identity: bool) -> Move {
        Move { at: entry.at, from: entry.card, to, undone: false, is_identity }
    }
}

/// Every id's card and kin, by numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Ties {
    /// Ids that any move ever joined, also one that was taken back. An undo may name its card by any
    /// of these, which keeps the question which moves count free of circles.
    kin: Vec<u32>,
    /// Ids that are one card.
    card: Vec<u32>,
    /// The present name of each card that was moved.
    name: HashMap<u32, u32>,
}

impl Ties {
    /// Ties from all moves in time order; `is_undone` is asked with the kin known.
    pub(super) fn new(ids: usize, moves: &[Move], is_undone: impl Fn(&Ties, &Move) -> bool) -> Ties {
        let alone: Vec<u32> = (0..ids as u32).collect();
        let mut ties = Ties { kin: alone.clone(), card: alone, name: HashMap::new() };
        if moves.is_empty() {
            return ties;
        }
        let moves = joining(moves);
        join(&mut ties.kin, moves.iter().copied());
        let counting: Vec<&Move> =
            moves.into_iter().filter(|step| !step.undone && !is_undone(&ties, step)).collect();
        join(&mut ties.card, counting.iter().copied());
        for step in counting {
            ties.name.insert(ties.card[step.to as usize], step.to);
        }
        ties
    }

    /// How many ids there are.
    pub(super) fn len(&self) -> usize {
        self.card.len()
    }

    /// A new id is a card of its own.
    pub(super) fn grow(&mut self, ids: usize) {
        self.kin.extend(self.kin.len() as u32..ids as u32);
        self.card.extend(self.card.len() as u32..ids as u32);
    }

    pub(super) fn kin(&self, id: u32) -> u32 {
        self.kin[id as usize]
    }

    pub(super) fn card(&self, id: u32) -> u32 {
        self.card[id as usize]
    }

    /// The present name of a card.
    pub(super) fn name(&self, card: u32) -> u32 {
        self.name.get(&card).copied().unwrap_or(card)
    }

    /// The present name of whatever card this id belongs to.
    pub(super) fn name_of<'a>(&self, ids: &'a Names<CardId>, id: u32) -> &'a CardId {
        ids.get(self.name(self.card(id)))
    }
}

/// The moves that join, were they taken back later or not: all but those of identity that come too late.
fn joining(moves: &[Move]) -> Vec<&Move> {
    let (mut from, mut to) = (HashSet::new(), HashSet::new());
    let mut is_first = |step: &Move| {
        let is_free = !from.contains(&step.from) && !to.contains(&step.to);
        if is_free {
            from.insert(step.from);
            to.insert(step.to);
        }
        is_free
    };
    moves.iter().filter(|step| !step.is_identity || is_first(step)).collect()
}

/// Gives all ids that the moves connect the same number.
fn join<'a>(group: &mut [u32], moves: impl Iterator<Item = &'a Move>) {
    fn root(group: &mut [u32], mut id: u32) -> u32 {
        while group[id as usize] != id {
            group[id as usize] = group[group[id as usize] as usize];
            id = group[id as usize];
        }
        id
    }
    for step in moves {
        let (from, to) = (root(group, step.from), root(group, step.to));
        group[from.max(to) as usize] = from.min(to);
    }
    for id in 0..group.len() as u32 {
        group[id as usize] = root(group, id);
    }
}
