//! Notes that leave while the program runs: the learner hears of it, and the card at hand stays for this run.

use crate::card::{CardId, Deck};
use crate::desk::Desk;
use crate::messages::{Message, NotesMessage};
use crate::store::spelling::shown;
use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

/// Files that are gone, with how many of their cards are nowhere else.
type GoneFiles = BTreeMap<PathBuf, usize>;

/// So many files are named.
const NAMED: usize = 3;

/// The files of these decks that no deck of the desk is read from any more, whose cards are in none of them either:
/// a file that was renamed took its cards along.
fn gone(before: &[Deck], desk: &Desk) -> GoneFiles {
    let files = |decks: &[Deck]| -> HashSet<PathBuf> {
        let faces = decks.iter().flat_map(|deck| &deck.cards).flat_map(|card| &card.faces);
        faces.filter_map(|face| face.source.file.as_deref().cloned()).collect()
    };
    let now = files(&desk.decks);
    let cards: HashSet<&CardId> =
        desk.places().map(|place| desk.progress.present_id(&desk.card(place).id)).collect();
    let mut gone = GoneFiles::new();
    for card in before.iter().flat_map(|deck| &deck.cards) {
        let file = card.faces.iter().find_map(|face| face.source.file.as_deref());
        if let Some(file) =
            file.filter(|file| !now.contains(*file) && !cards.contains(desk.progress.present_id(&card.id)))
        {
            *gone.entry(file.clone()).or_default() += 1;
        }
    }
    gone
}

/// What to say of files that left, but for those of which it was said before.
fn told(gone: &GoneFiles, known: &HashSet<PathBuf>) -> Option<Message> {
    let news: Vec<(&PathBuf, &usize)> = gone.iter().filter(|(file, _)| !known.contains(*file)).collect();
    let names: Vec<String> = news.iter().take(NAMED).map(|(file, _)| shown(file)).collect();
    let (cards, more) = (news.iter().map(|(_, cards)| **cards).sum(), news.len().saturating_sub(NAMED));
    let files = names.join(", ");
    (!news.is_empty()).then(|| match more {
        0 => NotesMessage::Left { files, cards }.into(),
        _ => NotesMessage::ManyLeft { files, more, cards }.into(),
    })
}

/// Finds which notes left with the decks of before. The card at hand stays, alone in its deck, until it is not at hand
/// any more. Gives what to say.
pub(super) fn look(
    before: Vec<Deck>,
    desk: &mut Desk,
    at_hand: Option<&CardId>,
    known: &mut HashSet<PathBuf>,
) -> Option<Message> {
    let gone = gone(&before, desk);
    let said = told(&gone, known);
    *known = gone.into_keys().collect();
    let id = at_hand.filter(|id| desk.find(id).is_none()).map(|id| desk.progress.present_id(id).clone());
    if let Some(id) = id
        && let Some(mut deck) = before
            .into_iter()
            .find(|deck| deck.cards.iter().any(|card| *desk.progress.present_id(&card.id) == id))
    {
        deck.cards.retain(|card| *desk.progress.present_id(&card.id) == id);
        match desk.decks.iter_mut().find(|other| other.name == deck.name) {
            Some(other) => other.cards.append(&mut deck.cards),
            None => desk.decks.push(deck),
        }
    }
    said
}
