//! Cards that are written into their files, and what is taken back there.

use super::Shell;
use crate::card::CardId;
use crate::desk::{Changed, Desk, Done, Place, StateChange, TakenBack};
use crate::messages::{self, Messages};
use crate::store::notes_file::Wording;
use crate::ui::app::Event;
use crate::workspace::{Command, Outcome};

impl Shell<'_> {
    /// Writes a card into its file.
    pub(super) fn write(&mut self, place: Place, is_new: bool, wording: Wording) {
        let before = self.app.card(self.workspace.state());
        match self.workspace.run(Command::Write { place, is_new, wording }) {
            Ok(outcome) => {
                let now = match outcome {
                    Outcome::Written(now) => now,
                    // The editor takes it first: it stays open when the decks are others.
                    Outcome::Met { place: Some(place), .. } => {
                        self.app.event(Event::Met(place), self.workspace);
                        Some(self.workspace.state().card(place).id.clone())
                    }
                    Outcome::Met { place: None, beside } => {
                        self.app.event(Event::Lost(beside), self.workspace);
                        None
                    }
                    _ => None,
                };
                let added =
                    now.as_ref().filter(|_| is_new).and_then(|card| self.workspace.state().find(card));
                let renamed = before.zip(now).filter(|_| !is_new);
                self.app.decks_changed(renamed.as_ref(), self.workspace);
                self.follow_notes();
                if let Some(place) = added {
                    let state = self.workspace.state();
                    let deck = state.decks[place.deck].title(state.lang_of_words);
                    self.app.notify((messages::of(state.lang_of_words).home.added_to)(deck));
                }
            }
            Err(error) => self.insist_on(&error),
        }
        // The screen tells what could not be saved.
        let _ = self.save();
    }

    /// Takes back what stands in files, or does it again, and says what it was.
    pub(super) fn undo(&mut self, change: StateChange, said: fn(&TakenBack, &Desk, &Messages) -> String) {
        match self.workspace.run(Command::Change(change)) {
            Ok(Outcome::Changed(Changed::TakenBack(Some(taken)))) => {
                let state = self.workspace.state();
                let said = said(&taken, state, messages::of(state.lang_of_words));
                if let Done::Chosen(_) = taken.done {
                    self.app.settings_changed(state);
                } else {
                    let now = |card: &CardId| (card.clone(), state.progress.present_id(card).clone());
                    let renamed = taken.cards.first().map(now);
                    self.app.decks_changed(renamed.as_ref(), self.workspace);
                    self.follow_notes();
                }
                self.app.notify(said);
            }
            Ok(_) => {}
            Err(error) => self.insist_on(&error),
        }
        // The screen tells what could not be saved.
        let _ = self.save();
    }
}
