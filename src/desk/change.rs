//! What can be asked of a state, as one value: a key, a command, a step of a test and a byte of a fuzzer say the
//! same, and it is done in one place.

use super::{Desk, Done, DraftKey, Reversal, TakenBack, UndoEntry, UndoMark};
use crate::card::{CardId, Lang};
use crate::day::{At, Day, Moment};
use crate::progress::{Kind, LastAnswer, LogEvent, NeedsHistory};

/// Of what was done to several cards at once, or was taken back by one undo, each event is so many milliseconds after the
/// one before, at most.
pub(crate) const AT_ONCE: i64 = 2;

/// A change of the state.
#[derive(Debug, Clone, PartialEq)]
pub enum StateChange {
    /// The same happens to cards; the empty id is about no card. [`Changed::Recorded`].
    Record {
        /// The cards.
        cards: Vec<CardId>,
        /// What happens.
        kind: Kind,
        /// When.
        when: When,
    },
    /// What happened to a card at that instant is taken back. [`Changed::Done`].
    TakeBack {
        /// The card.
        card: CardId,
        /// The instant.
        at: At,
    },
    /// The newest thing that was done since then is taken back, if there is one. What files have to be written for
    /// only the workspace takes back. [`Changed::TakenBack`].
    Undo(UndoMark),
    /// What was taken back last of what was done since then is done again. What files have to be written for only the
    /// workspace does again. [`Changed::TakenBack`].
    Redo(UndoMark),
    /// So many of the last answers of the log are taken back, whichever session gave them. [`Changed::Undone`].
    UndoAnswers(usize),
    /// So many of the last things that the log has are taken back, answers or not. [`Changed::Undone`].
    UndoLast(usize),
    /// What is being typed is kept; an empty text takes it away. [`Changed::Done`].
    KeepDraft(DraftKey, String),
    /// Cards are shown in another language. [`Changed::Done`].
    ShowCardsIn(Lang),
    /// The program speaks another language, and shows cards in it. [`Changed::Done`].
    Speak(Lang),
}

/// When something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Now.
    Now,
    /// Now, and it counts for another study day.
    OnDay(Day),
    /// At a time that is given. One that lies ahead counts from then on.
    At(Moment),
}

/// What came of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// It is done; the state says the rest.
    Done,
    /// It is in the log, for each card at the instant by which it is taken back.
    Recorded(Vec<At>),
    /// What was taken back, or done again.
    TakenBack(Option<TakenBack>),
    /// What was taken back, the last first.
    Undone(Vec<UndoneEvent>),
}

/// Something in the log that was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoneEvent {
    /// The card; empty where it was about none.
    pub card: CardId,
    /// What it was.
    pub done: Done,
    /// When.
    pub at: At,
}

impl StateChange {
    /// Something happens to one card.
    pub fn record(card: &CardId, kind: Kind, when: When) -> StateChange {
        StateChange::Record { cards: vec![card.clone()], kind, when }
    }
}

impl Desk {
    /// Does what a change says, in memory. What happens now never fails; what happened at another time does where it
    /// needs events that are not in memory, and can be asked for again once they are.
    pub fn change(&mut self, change: StateChange) -> Result<Changed, NeedsHistory> {
        match change {
            StateChange::Record { cards, kind, when } => self.record_all(&cards, kind, when),
            StateChange::TakeBack { card, at } => {
                self.take_back_event(&card, at)?;
                self.undoable.forget(&card, at);
                Ok(Changed::Done)
            }
            StateChange::Undo(since) => self.undo(since).map(Changed::TakenBack),
            StateChange::Redo(since) => self.redo(since).map(Changed::TakenBack),
            StateChange::UndoAnswers(count) => {
                let last = self.progress.last_answers(count, self.now.at)?;
                let event = |answer: &LastAnswer| UndoneEvent {
                    card: answer.card.clone(),
                    done: Done::Graded(answer.review.grade),
                    at: answer.at,
                };
                let changed = self.undo_in_log(last.iter().map(event).collect())?;
                for LastAnswer { at, card, review } in last {
                    let (done, kind) = (Done::Graded(review.grade), Kind::Review(review));
                    self.undoable.was_undone(UndoEntry::of_events(done, vec![(card, at)], kind));
                }
                Ok(changed)
            }
            StateChange::UndoLast(count) => self.undo_in_log(self.last_done(count)?),
            StateChange::KeepDraft(key, text) => {
                self.drafts.keep(key, &text);
                Ok(Changed::Done)
            }
            StateChange::ShowCardsIn(lang) => {
                self.lang = lang;
                Ok(Changed::Done)
            }
            StateChange::Speak(lang) => {
                (self.lang, self.lang_of_words) = (lang, lang);
                Ok(Changed::Done)
            }
        }
    }

    fn record_all(&mut self, cards: &[CardId], kind: Kind, when: When) -> Result<Changed, NeedsHistory> {
        let now = self.now;
        let progress = &mut self.progress;
        let at = cards.iter().map(|card| match when {
            When::Now => progress.note(now, card, kind.clone()),
            When::OnDay(day) => progress.note(Moment { day, ..now }, card, kind.clone()),
            When::At(given) => progress.note_at(given, card, kind.clone()),
        });
        let at = at.collect::<Result<Vec<At>, _>>()?;
        if let Some(done) = Done::of(&kind).filter(|_| !cards.is_empty()) {
            let events = cards.iter().cloned().zip(at.iter().copied()).collect();
            self.undoable.push(UndoEntry::of_events(done, events, kind));
        }
        Ok(Changed::Recorded(at))
    }

    fn take_back_event(&mut self, card: &CardId, of: At) -> Result<(), NeedsHistory> {
        self.progress.note(self.now, card, Kind::Undo { of }).map(drop)
    }

    fn undo(&mut self, since: UndoMark) -> Result<Option<TakenBack>, NeedsHistory> {
        let Some(Reversal::Events(events)) = self.undoable.last(since).map(|entry| entry.how.clone()) else {
            return Ok(None);
        };
        for (card, of) in &events {
            self.take_back_event(card, *of)?;
        }
        Ok(self.undoable.pop(Reversal::Events(events)))
    }

    /// Notes again what was taken back last, each at the time when it happened: a line of the log is never taken out, so
    /// each is a new one.
    fn redo(&mut self, since: UndoMark) -> Result<Option<TakenBack>, NeedsHistory> {
        let Some(UndoEntry { how: Reversal::Events(events), kind: Some(kind), .. }) =
            self.undoable.undone(since).cloned()
        else {
            return Ok(None);
        };
        let again = events.into_iter().map(|(card, of)| {
            let then = self.calendar.moment(of);
            let at = self.progress.note_at(then, &card, kind.clone());
            // Who took it back had the log in memory up to there; another clock may have come between.
            let at = at.or_else(|_| self.progress.note(self.now, &card, kind.clone()))?;
            Ok((card, at))
        });
        let again = again.collect::<Result<Vec<_>, NeedsHistory>>()?;
        Ok(self.undoable.put_back(Reversal::Events(again)))
    }

    /// The last things that the log has of what can be taken back, the newest first. What was done to several cards
    /// at once is one thing.
    pub fn last_done(&self, count: usize) -> Result<Vec<UndoneEvent>, NeedsHistory> {
        let is_one = |event: &LogEvent, after: &LogEvent| {
            let (done, next) = (Done::of(&event.kind), Done::of(&after.kind));
            let is_answer = matches!(done, Some(Done::Graded(_) | Done::Answered));
            done == next && !is_answer && after.at.0 - event.at.0 <= AT_ONCE
        };
        let is_meant = |kind: &Kind| Done::of(kind).is_some();
        let last = self.progress.last_done(count, self.now.at, is_meant, is_one)?.into_iter();
        let event = |event: LogEvent| {
            Some(UndoneEvent { done: Done::of(&event.kind)?, card: event.card, at: event.at })
        };
        Ok(last.filter_map(event).collect())
    }

    fn undo_in_log(&mut self, last: Vec<UndoneEvent>) -> Result<Changed, NeedsHistory> {
        for event in &last {
            self.take_back_event(&event.card, event.at)?;
            self.undoable.forget(&event.card, event.at);
        }
        Ok(Changed::Undone(last))
    }
}
