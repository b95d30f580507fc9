//! The desk: everything a screen or a command may read, in one place with one owner.

mod change;
mod drafts;
mod owner;
mod report;
mod undo;

pub(crate) use change::AT_ONCE;
pub use change::{Changed, StateChange, UndoneEvent, When};
pub use drafts::{DraftKey, EditedCard, TypedDrafts};
pub use owner::StateOwner;
pub use undo::{Done, EditedFile, LoggedReport, Reversal, TakenBack, UndoEntry, UndoList, UndoMark};

use crate::card::{Card, CardId, Deck, Face, Lang};
use crate::day::{At, Calendar, Day, Moment};
use crate::progress::{Kind, NeedsHistory, Progress};
use crate::settings::Settings;
use crate::state::{CardState, Scheduler};
use std::collections::BTreeMap;
use std::ops::Range;

/// Decks, progress, rules and the time.
#[derive(Debug)]
pub struct Desk {
    /// The decks at hand.
    pub decks: Vec<Deck>,
    /// The review log and what it adds up to.
    pub progress: Progress,
    /// The rules of scheduling.
    pub scheduler: Scheduler,
    /// What the learner chose.
    pub settings: Settings,
    /// Where a study day begins.
    pub calendar: Calendar,
    /// The time of the event being handled; only the shell sets it.
    pub now: Moment,
    /// The language cards are shown in, where they have it.
    pub lang: Lang,
    /// The language the program speaks.
    pub lang_of_words: Lang,
    /// What was typed and not handed in.
    pub drafts: TypedDrafts,
    /// What was done and can be taken back.
    pub undoable: UndoList,
    /// Decks that the plan knows by the names of files which are called otherwise now.
    pub renamed: BTreeMap<String, String>,
}

/// Where a card stands in the decks of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index of the deck.
    pub deck: usize,
    /// Index of the card in it.
    pub card: usize,
}

impl Desk {
    /// Decks on which nothing was studied yet, by the rules and settings that hold where nobody chose others.
    pub fn new(decks: Vec<Deck>, calendar: Calendar, at: At, lang: Lang) -> Desk {
        Desk {
            decks,
            progress: Progress::default(),
            scheduler: Scheduler::default(),
            settings: Settings::default(),
            calendar,
            now: calendar.moment(at),
            lang,
            lang_of_words: lang,
            drafts: TypedDrafts::default(),
            undoable: UndoList::default(),
            renamed: BTreeMap::new(),
        }
    }

    /// Takes on other settings. Other rules are another fold of the whole log.
    pub fn choose(&mut self, settings: Settings) -> Result<(), NeedsHistory> {
        if settings.rules != self.settings.rules
            && let Ok(scheduler) = Scheduler::new(settings.rules.clone())
        {
            self.progress.refold(scheduler.clone())?;
            self.scheduler = scheduler;
        }
        if settings.language != self.settings.language
            && let Some(lang) = settings.language
        {
            (self.lang, self.lang_of_words) = (lang, lang);
        }
        self.calendar.rollover_hour = settings.day_starts_at;
        self.now = self.calendar.moment(self.now.at);
        self.settings = settings;
        Ok(())
    }

    /// Lets something happen to a card now, or takes back what happened in this run. Gives the instant
    /// by which it can be undone.
    pub fn note(&mut self, card: &CardId, kind: Kind) -> At {
        self.progress.note(self.now, card, kind).expect("what happens now is later than every snapshot")
    }

    /// The date of the calendar, which people count days from: before the study day ends in the night it is one ahead.
    pub fn date_today(&self) -> Day {
        self.calendar.date(self.now.at)
    }

    /// The key of what is typed for a task of a card, as that card is now.
    pub fn draft_key(&self, card: &CardId, task: &str) -> DraftKey {
        let last = self.state(card).last.map_or(0, |last| last.at.0);
        DraftKey::answer(card.as_str(), last, task)
    }

    /// Whether no card at hand can go on with an edit that was typed: its card is nowhere, or its deck where it was a new
    /// one.
    pub fn is_stray(&self, edited: &EditedCard) -> bool {
        match edited.card.as_str() {
            "" => !self.decks.iter().any(|deck| deck.name == edited.deck),
            _ => {
                let is_there = |card: &CardId| self.find(card).is_some();
                !is_there(&edited.card) && !is_there(self.progress.present_id(&edited.card))
            }
        }
    }

    /// Whether a card stands in the deck of an edit and says what the edited one said, in one field at least.
    pub fn is_like(&self, edited: &EditedCard, place: Place) -> bool {
        let face = self.face(place);
        let says = |text: &str, before: u64| !text.is_empty() && EditedCard::mark(text) == before;
        let [question, answer] = edited.before;
        self.deck(place).name == edited.deck && (says(&face.question, question) || says(&face.answer, answer))
    }

    /// Whether a deck is switched off.
    pub fn is_off(&self, deck: &Deck) -> bool {
        self.settings.decks_off.contains(&deck.name)
    }

    /// Whether every deck with a card is switched off.
    pub fn is_all_off(&self) -> bool {
        self.places().all(|place| self.is_off(self.deck(place)))
    }

    /// The deck of a place.
    pub fn deck(&self, place: Place) -> &Deck {
        &self.decks[place.deck]
    }

    /// The card of a place.
    pub fn card(&self, place: Place) -> &Card {
        &self.decks[place.deck].cards[place.card]
    }

    /// The card's face in the language at hand; one that has an answer where only the other has.
    pub fn face(&self, place: Place) -> &Face {
        let card = self.card(place);
        let face = card.face(self.lang);
        let answered = card.faces.iter().find(|face| !face.answer.is_empty());
        if face.answer.is_empty() { answered.unwrap_or(face) } else { face }
    }

    /// The card's state now.
    pub fn state(&self, id: &CardId) -> CardState {
        self.progress.record(id).map_or_else(CardState::default, |record| record.state)
    }

    /// Whether a card may be asked at all: a follow-up opens once its parent was recalled, and stays open.
    /// A parent that is suspended or not there holds nothing back.
    pub fn is_open(&self, place: Place) -> bool {
        let card = self.card(place);
        let Some(parent) = card.parent() else { return true };
        self.state(&card.id).last.is_some()
            || match self.progress.record(parent) {
                Some(record) => record.suspended || record.state.was_recalled(),
                None => !self.is_there(parent, place),
            }
    }

    /// Whether a card of just this id is in some deck. It is looked for from a place on upwards first: a parent
    /// stands right above its follow-ups, and every look at the queue asks for all of them.
    fn is_there(&self, id: &CardId, near: Place) -> bool {
        let above = &self.decks[near.deck].cards[..near.card];
        let mut all = self.decks.iter().flat_map(|deck| &deck.cards);
        above.iter().rev().any(|card| card.id == *id) || all.any(|card| card.id == *id)
    }

    /// The first card that is better learned before this one and was never seen, though it may be asked.
    pub fn prerequisite(&self, card: &Card) -> Option<Place> {
        let unseen = |id: &&CardId| {
            self.progress.record(id).is_none_or(|record| !record.suspended && record.state.last.is_none())
        };
        let after = card.metadata().map_or(&[][..], |metadata| &metadata.after);
        let mut places = after.iter().filter(unseen).filter_map(|id| self.find(id));
        places.find(|place| self.card(*place).is_answered())
    }

    /// What each grade would do to a card now, worst first.
    pub fn choices(&self, id: &CardId) -> [CardState; 4] {
        let steps = self.progress.steps_on(self.now.day);
        self.scheduler.choices_with(steps, id, &self.state(id), self.now)
    }

    /// Every card of every deck, in order.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        let places = |(deck, cards): (usize, usize)| (0..cards).map(move |card| Place { deck, card });
        self.decks.iter().map(|deck| deck.cards.len()).enumerate().flat_map(places)
    }

    /// The card that this one follows up on: it stands above it in its deck.
    pub fn parent(&self, place: Place) -> Option<Place> {
        let parent = self.card(place).parent()?;
        let above = &self.decks[place.deck].cards[..place.card];
        let card = above.iter().rposition(|other| other.id == *parent)?;
        Some(Place { card, ..place })
    }

    /// The cards of every deck that belong to the track that the learner prepares for, in order.
    pub fn places_in_track(&self) -> impl Iterator<Item = Place> {
        self.places().filter(|place| self.is_in_track(*place))
    }

    /// Whether a card belongs to the track that the learner prepares for. A card that names none belongs to
    /// all, a follow-up to those of its parent.
    pub fn is_in_track(&self, place: Place) -> bool {
        let Some(track) = self.settings.track else { return true };
        let mut at = place;
        loop {
            match self.card(at).metadata() {
                Some(metadata) if !metadata.tracks.is_empty() => return metadata.tracks.contains(&track),
                _ => {}
            }
            let Some(parent) = self.parent(at) else { return true };
            at = parent;
        }
    }

    /// The cards of the same source item, with this one, as a range of its deck: they stand beside it.
    /// Alone where the learner does not want siblings kept apart.
    pub fn siblings(&self, place: Place) -> Range<usize> {
        let cards = &self.decks[place.deck].cards;
        let (mut first, mut end) = (place.card, place.card + 1);
        if !self.settings.siblings_apart {
            return first..end;
        }
        while first > 0 && cards[first].is_sibling(&cards[first - 1]) {
            first -= 1;
        }
        while end < cards.len() && cards[end].is_sibling(&cards[end - 1]) {
            end += 1;
        }
        first..end
    }

    /// The siblings of a card without itself.
    pub fn other_siblings(&self, place: Place) -> impl Iterator<Item = Place> + use<> {
        let all = self.siblings(place).map(move |card| Place { card, ..place });
        all.filter(move |other| *other != place)
    }

    /// Where the card stands that has this id, or ever had it.
    pub fn find(&self, id: &CardId) -> Option<Place> {
        let exact = self.places().find(|place| self.card(*place).id == *id);
        exact.or_else(|| {
            let name = self.progress.present_id(id);
            self.places().find(|place| self.progress.present_id(&self.card(*place).id) == name)
        })
    }
}
