//! Carrying over: histories that are filed under ids of the version before belong to the cards that it
//! showed. Each is carried over once, by a move that says why; where two cards share such an id, the
//! first one with an answer has it, and the other starts new. What an edit carried on to a card that is
//! in the library is that card's already.

use super::atomic;
use crate::card::{Card, CardId};
use crate::day::Moment;
use crate::import::legacy;
use crate::progress::{Kind, LogEvent, Progress};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::Xxh3;

/// A file of the library, in the order of the decks.
#[derive(Debug, Clone, Copy)]
pub struct CarriedFile<'a> {
    /// All its cards, in their order.
    pub cards: &'a [Card],
    /// Those that are not shown, by their ids or by those they had.
    pub out: Option<&'a BTreeSet<CardId>>,
}

/// Ids that no card of the library had, so that they are not looked for at every start.
#[derive(Debug, Clone)]
pub struct Searched {
    path: PathBuf,
}

/// An id of the version before, and what its card is called now.
pub type Left = (CardId, CardId);

/// The moves that carry over what is filed under the ids that are left.
pub fn moves(left: &[Left], library: &[CarriedFile<'_>], progress: &Progress, now: Moment) -> Vec<LogEvent> {
    let mut heirs = heirs(&left.iter().map(|(old, _)| old).collect(), library);
    let numbers = library.iter().flat_map(|file| file.cards).filter_map(|card| progress.number(&card.id));
    let mut taken: HashSet<usize> = numbers.collect();
    let mut moves = Vec::new();
    // A card's own name first: it was moved on from the others.
    for of_name in [true, false] {
        for (old, _) in left.iter().filter(|(old, name)| (old == name) == of_name) {
            let number = progress.number(old);
            if number.is_some_and(|number| taken.contains(&number)) {
                continue;
            }
            let Some((_, to)) = heirs.remove(old) else { continue };
            taken.extend(number);
            moves.push(LogEvent { at: now.at, day: now.day, card: old.clone(), kind: Kind::Identity { to } });
        }
    }
    moves
}

/// The card that was shown under each of these ids, and whether it has an answer.
fn heirs(left: &HashSet<&CardId>, library: &[CarriedFile<'_>]) -> HashMap<CardId, (bool, CardId)> {
    let mut heirs: HashMap<CardId, (bool, CardId)> = HashMap::new();
    for file in library {
        let is_out = |id: &CardId| file.out.is_some_and(|out| out.contains(id));
        for (card, old) in file.cards.iter().zip(legacy::ids(file.cards)) {
            let Some(old) = old.filter(|old| left.contains(old) && !is_out(old) && !is_out(&card.id)) else {
                continue;
            };
            let is_answered = card.is_answered();
            match heirs.get_mut(&old) {
                Some(heir) if is_answered && !heir.0 => *heir = (true, card.id.clone()),
                Some(_) => (),
                None => {
                    heirs.insert(old, (is_answered, card.id.clone()));
                }
            }
        }
    }
    heirs
}

impl Searched {
    /// What is kept in this cache folder.
    pub fn below(cache: &Path) -> Searched {
        Searched { path: cache.join("searched") }
    }

    /// Whether just these ids were looked for and not found.
    pub fn has(&self, left: &[Left]) -> bool {
        fs::read(&self.path).is_ok_and(|kept| kept == print(left).to_le_bytes())
    }

    /// Remembers ids that were looked for and not found. What cannot be written only costs time.
    pub fn keep(&self, left: &[Left]) {
        if let Some(dir) = self.path.parent() {
            let _ = atomic::make_dir(dir);
        }
        let _ = atomic::replace_unsynced(&self.path, &print(left).to_le_bytes());
    }
}

fn print(left: &[Left]) -> u64 {
    let mut left: Vec<&Left> = left.iter().collect();
    left.sort_unstable();
    let mut hash = Xxh3::new();
    for id in left.into_iter().flat_map(|(old, name)| [old, name]) {
        hash.update(id.as_str().as_bytes());
        hash.update(b"\n");
    }
    hash.digest()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::{At, Day};
    use crate::import::read;

    fn cards(text: &str) -> Vec<Card> {
        read(text.as_bytes(), None, None, None).cards
    }

    fn carried(library: &[&[Card]], out: Option<&BTreeSet<CardId>>) -> Vec<(String, String)> {
        let files: Vec<CarriedFile<'_>> = library.iter().map(|cards| CarriedFile { cards, out }).collect();
        let left = library.iter().flat_map(|cards| legacy::ids(cards)).flatten();
        let left: Vec<Left> = left.map(|old| (old.clone(), old)).collect();
        let now = Moment { at: At(5), day: Day(1) };
        let to = |event: &LogEvent| match &event.kind {
            Kind::Identity { to } => to.to_string(),
            other => panic!("{other:?}"),
        };
        let progress = Progress::default();
        moves(&left, &files, &progress, now).iter().map(|event| (event.card.to_string(), to(event))).collect()
    }

    #[test]
    fn the_card_that_was_shown_first_has_the_history() {
        let (one, other) = (cards("1. Is a != b?\nx\n"), cards("1. Is a ¬ b?\ny\n2. Other?\nz\n"));
        let (old, others) = (legacy::ids(&one), legacy::ids(&other));
        let plain = cards("1. Is a ! b?\n2. Is a ‖ b?\nz\n");
        assert_eq!(legacy::ids(&plain)[0], others[0]);
        assert_ne!(old[0], others[0]);
        let found = carried(&[&plain[..1], &other], None);
        let to = |id: &Option<CardId>| found.iter().find(|(from, _)| Some(from.as_str().into()) == *id);
        assert_eq!(to(&others[0]).unwrap().1, other[0].id.to_string(), "the first has no answer");
        assert_eq!(to(&others[1]).unwrap().1, other[1].id.to_string());
        let two = carried(&[&other, &plain[1..]], None);
        assert_eq!(two.iter().filter(|(from, _)| from == others[0].as_ref().unwrap().as_str()).count(), 1);
        let out = BTreeSet::from([other[1].id.clone()]);
        assert_eq!(carried(&[&other], Some(&out)).len(), 1);
    }

    #[test]
    fn what_was_looked_for_in_vain_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let searched = Searched::below(folder.path());
        let ids: Vec<Left> = ["a", "b"].map(|id| (id.into(), id.into())).into();
        assert!(!searched.has(&ids));
        searched.keep(&ids);
        assert!(searched.has(&[ids[1].clone(), ids[0].clone()]));
        assert!(!searched.has(&ids[..1]));
    }
}
