//! Who owns the state: it is lent to be read, and changed by what is asked of its owner alone.

use super::{Desk, DraftKey};
use crate::card::{CardId, Grade, Lang};
use crate::day::{At, Day, Moment};
use crate::progress::{Kind, NeedsHistory};
use std::ops::Deref;

/// An answer that was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoneAnswer {
    /// The card.
    pub card: CardId,
    /// How it was graded.
    pub grade: Grade,
    /// When.
    pub at: At,
}

/// The owner of a state, as sessions and screens have it: they read, and ask. The workspace is the owner of the
/// program's state, and makes durable what was asked; a simulation owns a desk of its own.
pub trait StateOwner {
    /// The state, to be read.
    fn desk(&self) -> &Desk;

    /// Lets something happen to a card now; an empty id is about no card. Gives the instant by which it is taken
    /// back.
    fn record(&mut self, card: &CardId, kind: Kind) -> At;

    /// The same, where it counts for another study day.
    fn record_for(&mut self, day: Day, card: &CardId, kind: Kind) -> At;

    /// Takes back what happened to a card at that instant.
    fn take_back(&mut self, card: &CardId, at: At);

    /// Takes back the last answers of the log, whichever session gave them; gives them, the last first.
    fn take_back_answers(&mut self, count: usize) -> Result<Vec<UndoneAnswer>, NeedsHistory>;

    /// Keeps what is being typed; an empty text takes it away.
    fn keep_draft(&mut self, key: DraftKey, text: &str);

    /// Shows cards in another language.
    fn show_cards_in(&mut self, lang: Lang);

    /// Lets the program speak another language, and shows cards in it.
    fn speak(&mut self, lang: Lang);
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

    fn record(&mut self, card: &CardId, kind: Kind) -> At {
        self.note(card, kind)
    }

    fn record_for(&mut self, day: Day, card: &CardId, kind: Kind) -> At {
        let moment = Moment { day, ..self.now };
        self.progress.note(moment, card, kind).expect("what happens now is later than every snapshot")
    }

    fn take_back(&mut self, card: &CardId, at: At) {
        self.note(card, Kind::Undo { of: at });
    }

    fn take_back_answers(&mut self, count: usize) -> Result<Vec<UndoneAnswer>, NeedsHistory> {
        let last = self.progress.last_answers(count, self.now.at)?;
        let last = last.iter().map(|answer| (answer.card.clone(), answer.grade, answer.at));
        let last: Vec<_> = last.map(|(card, grade, at)| UndoneAnswer { card, grade, at }).collect();
        for answer in &last {
            self.progress.note(self.now, &answer.card, Kind::Undo { of: answer.at })?;
        }
        Ok(last)
    }

    fn keep_draft(&mut self, key: DraftKey, text: &str) {
        self.drafts.keep(key, text);
    }

    fn show_cards_in(&mut self, lang: Lang) {
        self.lang = lang;
    }

    fn speak(&mut self, lang: Lang) {
        (self.lang, self.lang_of_words) = (lang, lang);
    }
}
