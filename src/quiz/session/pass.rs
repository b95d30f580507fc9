//! A pass: some cards, each asked once, failed ones again after some others; then it is over.

use crate::card::CardId;
use crate::desk::{Desk, Place};
use crate::schedule::plan::agenda::APART;
use crate::schedule::queue;
use std::collections::HashMap;

/// Cards on their way through a pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pass {
    /// Not asked yet. The card at hand stays until it is answered.
    rest: Vec<PassedCard>,
    /// Failed, with how many answers there were then; the first one first.
    failed: Vec<(PassedCard, usize)>,
    /// Every answer's card, the last one last.
    answered: Vec<PassedCard>,
    /// Whether the rest is asked in the order it has, and not in that of the schedule.
    is_shuffled: bool,
}

/// A card of a pass, by its place and, should the decks change, by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PassedCard {
    place: Place,
    card: CardId,
}

/// Where a card stood in a pass before it left its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// Among the rest.
    Rest(usize),
    /// Among the failed, with the answers there were when it failed.
    Failed(usize, usize),
    /// Not in it: it was asked for by an undo.
    Nowhere,
}

impl Pass {
    /// A pass through these cards in the order of the schedule.
    pub(super) fn scheduled(places: impl IntoIterator<Item = Place>, desk: &Desk) -> Pass {
        let rest = places.into_iter().map(|place| PassedCard::at(place, desk)).collect();
        Pass { rest, failed: Vec::new(), answered: Vec::new(), is_shuffled: false }
    }

    /// A pass through these cards in this order.
    pub(super) fn in_order(places: impl IntoIterator<Item = Place>, desk: &Desk) -> Pass {
        Pass { is_shuffled: true, ..Pass::scheduled(places, desk) }
    }

    /// The cards that are still to come, the card at hand with them.
    pub(super) fn left(&self, desk: &Desk) -> Vec<Place> {
        let all = self.rest.iter().chain(self.failed.iter().map(|(asked, _)| asked));
        all.map(|asked| asked.place).filter(|place| queue::may_be_chosen(desk, *place)).collect()
    }

    /// The card to ask now.
    pub(super) fn next(&self, desk: &Desk) -> Option<Place> {
        let last = self.answered.len().saturating_sub(APART);
        let near: Vec<Place> =
            self.answered[last..].iter().flat_map(|asked| desk.other_siblings(asked.place)).collect();
        // In a shuffled order what follows up a card stands right behind it: it makes no sense without it.
        let follows_last = |place: &Place| {
            let parent = desk.card(*place).parent().filter(|_| self.is_shuffled);
            let last = self.answered.last().map(|asked| desk.card(asked.place));
            parent.zip(last).is_some_and(|(parent, last)| last.id == *parent || last.parent() == Some(parent))
        };
        let is_far = |place: &Place| !near.contains(place) || follows_last(place);
        let open = |asked: &PassedCard| Some(asked.place).filter(|place| queue::may_be_asked(desk, *place));
        let failed: Vec<(Place, usize)> =
            self.failed.iter().filter_map(|(asked, at)| Some((open(asked)?, *at))).collect();
        let far = || failed.iter().filter(|(place, _)| is_far(place));
        let just_asked = self.answered.last().map(|asked| asked.place);
        if let Some((place, _)) = far().find(|(_, at)| self.answered.len() >= at + APART) {
            return Some(*place);
        }
        let rest: Vec<Place> = self.rest.iter().filter_map(open).collect();
        let rest_far: Vec<Place> = rest.iter().copied().filter(is_far).collect();
        // A failed card that just left the screen would be an echo, a sibling is given away: better both
        // than nothing, and better any other card than either.
        self.of(&rest_far, desk)
            .or_else(|| far().map(|(place, _)| *place).find(|place| Some(*place) != just_asked))
            .or_else(|| self.of(&rest, desk))
            .or_else(|| failed.first().map(|(place, _)| *place))
            // What follows up on a card that is not known comes last, yet it was chosen.
            .or_else(|| self.rest.iter().map(|asked| asked.place).find(|it| queue::may_be_chosen(desk, *it)))
    }

    fn of(&self, cards: &[Place], desk: &Desk) -> Option<Place> {
        if self.is_shuffled || cards.len() < 2 {
            return cards.first().copied();
        }
        let before: Vec<Place> = self.answered.last().map(|asked| asked.place).into_iter().collect();
        queue::next_of(desk, cards, &before).or(cards.first().copied())
    }

    /// Takes in that a card was answered; a failed one comes again.
    pub(super) fn answer(&mut self, place: Place, has_failed: bool, desk: &Desk) -> Slot {
        let slot = self.take(place);
        let asked = PassedCard::at(place, desk);
        self.answered.push(asked.clone());
        if has_failed {
            self.failed.push((asked, self.answered.len()));
        }
        slot
    }

    /// Takes a card out.
    pub(super) fn take(&mut self, place: Place) -> Slot {
        if let Some(index) = self.rest.iter().position(|asked| asked.place == place) {
            self.rest.remove(index);
            return Slot::Rest(index);
        }
        match self.failed.iter().position(|(asked, _)| asked.place == place) {
            Some(index) => Slot::Failed(index, self.failed.remove(index).1),
            None => Slot::Nowhere,
        }
    }

    /// Takes the last answer back, which this card gave from this place.
    pub(super) fn unanswer(&mut self, place: Place, slot: Slot, desk: &Desk) {
        self.answered.pop();
        self.failed.pop_if(|(asked, _)| asked.place == place);
        self.put_back(place, slot, desk);
    }

    /// Puts a card back where it stood.
    pub(super) fn put_back(&mut self, place: Place, slot: Slot, desk: &Desk) {
        let asked = PassedCard::at(place, desk);
        match slot {
            Slot::Rest(index) => self.rest.insert(index.min(self.rest.len()), asked),
            Slot::Failed(index, at) => self.failed.insert(index.min(self.failed.len()), (asked, at)),
            Slot::Nowhere => {}
        }
    }

    /// The ids of its cards.
    pub(super) fn cards_mut(&mut self) -> impl Iterator<Item = &mut CardId> {
        let failed = self.failed.iter_mut().map(|(asked, _)| asked);
        self.rest.iter_mut().chain(failed).chain(&mut self.answered).map(|asked| &mut asked.card)
    }

    /// Follows a change of the decks: the cards are looked up again.
    pub(super) fn decks_changed(&mut self, places: &HashMap<&CardId, Place>, desk: &Desk) {
        let mut is_there = |asked: &mut PassedCard| {
            let place = places.get(desk.progress.present_id(&asked.card));
            place.map(|place| asked.place = *place).is_some()
        };
        self.rest.retain_mut(&mut is_there);
        self.failed.retain_mut(|(asked, _)| is_there(asked));
        self.answered.retain_mut(&mut is_there);
    }
}

/// The same cards in their order, what follows up another one right behind that one; without that it is left out,
/// unless nothing else is there.
pub(super) fn behind_parents(cards: Vec<Place>, desk: &Desk) -> Vec<Place> {
    let (follow_ups, first): (Vec<Place>, Vec<Place>) =
        cards.iter().partition(|place| desk.card(**place).parent().is_some());
    if first.is_empty() {
        return cards;
    }
    let mut by_parent: HashMap<&CardId, Vec<Place>> = HashMap::new();
    for place in follow_ups {
        by_parent.entry(desk.card(place).parent().expect("it has one")).or_default().push(place);
    }
    let with_own = |place: Place| {
        let own = by_parent.remove(&desk.card(place).id).unwrap_or_default();
        std::iter::once(place).chain(own)
    };
    first.into_iter().flat_map(with_own).collect()
}

impl PassedCard {
    fn at(place: Place, desk: &Desk) -> PassedCard {
        PassedCard { place, card: desk.card(place).id.clone() }
    }
}
