//! Who owns the state: it is lent to be read, and changed by what is asked of its owner alone.

use super::{Changed, Desk, DraftKey, StateChange, TakenBack, UndoMark, UndoneEvent, When};
use crate::card::{CardId, Lang};
use crate::day::At;
use crate::progress::{Kind, NeedsHistory};
use std::ops::Deref;

/// The owner of a state, as sessions and screens have it: they read, and ask for a [`StateChange`]. The workspace is the
/// owner of the program's state, and makes durable what was asked; a simulation owns a desk of its own.
///
/// The other methods only say one change in fewer words.
pub trait StateOwner {
    /// The state, to be read.
    fn desk(&self) -> &Desk;

    /// Does what a change says, in memory; see [`Desk::change`].
    fn change(&mut self, change: StateChange) -> Result<Changed, NeedsHistory>;

    /// Lets something happen to a card now; an empty id is about no card. Gives the instant by which it is taken
    /// back.
    fn record(&mut self, card: &CardId, kind: Kind) -> At {
        self.record_at(card, kind, When::Now)
    }

    /// The same, where it counts for another study day.
    fn record_at(&mut self, card: &CardId, kind: Kind, when: When) -> At {
        match self.change(StateChange::record(card, kind, when)) {
            Ok(Changed::Recorded(at)) => at[0],
            _ => unreachable!("what happens now is later than every snapshot"),
        }
    }

    /// Lets the same happen to cards now; they are taken back together.
    fn record_all(&mut self, cards: Vec<CardId>, kind: Kind) {
        self.ask(StateChange::Record { cards, kind, when: When::Now });
    }

    /// Takes back the newest thing done since then, where no file has to be written for it.
    fn undo(&mut self, since: UndoMark) -> Option<TakenBack> {
        match self.change(StateChange::Undo(since)) {
            Ok(Changed::TakenBack(taken)) => taken,
            _ => unreachable!("what was done in this run is in memory"),
        }
    }

    /// Does again what was taken back last since then, where no file has to be written for it.
    fn redo(&mut self, since: UndoMark) -> Option<TakenBack> {
        match self.change(StateChange::Redo(since)) {
            Ok(Changed::TakenBack(again)) => again,
            _ => unreachable!("what happens now is later than every snapshot"),
        }
    }

    /// Takes back what happened to a card at that instant, in this run or in the log in memory.
    fn take_back(&mut self, card: &CardId, at: At) {
        self.change(StateChange::TakeBack { card: card.clone(), at }).expect("it is in memory");
    }

    /// Takes back the last answers of the log, whichever session gave them; gives them, the last first.
    fn take_back_answers(&mut self, count: usize) -> Result<Vec<UndoneEvent>, NeedsHistory> {
        match self.change(StateChange::UndoAnswers(count))? {
            Changed::Undone(undone) => Ok(undone),
            _ => unreachable!("taking answers back says which"),
        }
    }

    /// Keeps what is being typed; an empty text takes it away.
    fn keep_draft(&mut self, key: DraftKey, text: &str) {
        self.ask(StateChange::KeepDraft(key, text.to_owned()));
    }

    /// Shows cards in another language.
    fn show_cards_in(&mut self, lang: Lang) {
        self.ask(StateChange::ShowCardsIn(lang));
    }

    /// Lets the program speak another language, and shows cards in it.
    fn speak(&mut self, lang: Lang) {
        self.ask(StateChange::Speak(lang));
    }

    /// Asks for a change that needs no event of the past.
    fn ask(&mut self, change: StateChange) {
        self.change(change).expect("it needs no event of the past");
    }
}

impl Deref for dyn StateOwner + '_ {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        self.desk()
    }
}

impl StateOwner for Desk {
    fn desk(&self) -> &Desk {
        self
    }

    fn change(&mut self, change: StateChange) -> Result<Changed, NeedsHistory> {
        Desk::change(self, change)
    }
}
