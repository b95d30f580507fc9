//! Taking back what a session did, and doing it again.

use super::{AskingPhase, Deed, DeedKind, Feed, Reveal, Session, Slot, phase};
use crate::card::Grade;
use crate::day::At;
use crate::desk::{Desk, Done, Reversal, StateOwner, TakenBack};
use crate::progress::NeedsHistory;
use crate::quiz::mode::Trial;

impl Session {
    /// Takes back the newest thing done since the session began. What the session did shows its card again; after
    /// anything else the card at hand stays. `None` when there is nothing, or files have to be written for it.
    pub fn undo(&mut self, desk: &mut dyn StateOwner) -> Option<TakenBack> {
        let Some(entry) = desk.undoable.last(self.since()) else {
            // Practice has nothing in the log.
            let deed = self.deeds.pop_if(|deed| deed.at.is_none())?;
            self.undone.push(deed.clone());
            let taken = deed.practised();
            self.show_again(deed, desk);
            return taken;
        };
        let is_its = |deed: &mut Deed| match (&entry.how, deed.at) {
            (Reversal::Events(events), Some(at)) => events[..] == [(deed.card.clone(), at)],
            _ => false,
        };
        let deed = self.deeds.pop_if(is_its);
        let taken = desk.undo(self.since())?;
        self.waiting = None;
        if let Some(deed) = deed {
            self.undone.push(deed.clone());
            self.show_again(deed, desk);
        }
        Some(taken)
    }

    /// Does again what was taken back last since the session began. A card that it was done to is left behind as it was
    /// then. `None` when there is nothing, or files have to be written for it.
    pub fn redo(&mut self, desk: &mut dyn StateOwner) -> Option<TakenBack> {
        let Some(again) = desk.redo(self.since()) else {
            let deed = self.undone.pop_if(|deed| deed.at.is_none())?;
            let again = deed.practised();
            self.pass_again(deed, None, desk);
            return again;
        };
        self.waiting = None;
        let noted = desk.undoable.last(self.began).map(|entry| entry.how.clone());
        let Some(Reversal::Events(events)) = noted else { return Some(again) };
        let is_its = |deed: &mut Deed| {
            let is_same = match deed.kind {
                DeedKind::Graded { grade, .. } => again.done == Done::Graded(grade),
                DeedKind::SetAside => matches!(again.done, Done::Suspended | Done::Buried),
            };
            is_same && again.cards == [deed.card.clone()]
        };
        let is_answer = matches!(again.done, Done::Graded(_) | Done::Suspended | Done::Buried);
        match (self.undone.pop_if(is_its), events.first()) {
            (Some(deed), Some((_, at))) => self.pass_again(deed, Some(*at), desk),
            // An answer of an earlier session.
            _ if is_answer && self.at_hand.as_ref().is_some_and(|card| again.cards.contains(card)) => {
                self.advance(desk);
            }
            _ => {}
        }
        Some(again)
    }

    /// Leaves the card of a deed behind that is done again, and that is in the log at that instant.
    fn pass_again(&mut self, deed: Deed, at: Option<At>, desk: &Desk) {
        let slot = match (&mut self.feed, deed.kind) {
            (Feed::Pass(pass) | Feed::Practice(pass), DeedKind::Graded { grade, .. }) => {
                pass.answer(deed.place, grade == Grade::Again, desk)
            }
            (Feed::Pass(pass) | Feed::Practice(pass), DeedKind::SetAside) => pass.take(deed.place),
            (Feed::Queue, _) => Slot::Nowhere,
        };
        self.deeds.push(Deed { at, since: desk.undoable.mark(), slot, ..deed });
        self.advance(desk);
    }

    /// Whether something that was taken back can be done again.
    pub fn may_redo(&self, desk: &Desk) -> bool {
        desk.undoable.undone(self.since()).is_some()
            || self.undone.last().is_some_and(|deed| deed.at.is_none())
    }

    /// Shows a card as it was before something that was taken back.
    fn show_again(&mut self, deed: Deed, desk: &Desk) {
        self.sitting.chosen.remove(&deed.card);
        self.at_hand = Some(deed.card.clone());
        self.waiting = None;
        if let Feed::Pass(pass) | Feed::Practice(pass) = &mut self.feed {
            match deed.kind {
                DeedKind::Graded { .. } => pass.unanswer(deed.place, deed.slot, desk),
                DeedKind::SetAside => pass.put_back(deed.place, deed.slot, desk),
            }
        }
        // The clock of the first try ran on while the next card was looked at.
        self.trial = deed.trial.map(|trial| Trial { asked_at: desk.now.at, ..trial });
        let first = self.trial.as_ref().map(|trial| phase::first_phase(deed.place, trial, desk));
        self.phase = match deed.kind {
            DeedKind::Graded { .. } => AskingPhase::Shown(deed.place, Reveal::All),
            DeedKind::SetAside => first.unwrap_or(AskingPhase::Asked(deed.place)),
        };
    }

    /// Takes back the last answer that an earlier session left in the log, and asks its card again where
    /// it is in a deck; `None` when there is none. Practice has nothing in the log, and takes nothing
    /// back that it did not do.
    pub fn undo_earlier(&mut self, desk: &mut dyn StateOwner) -> Result<Option<TakenBack>, NeedsHistory> {
        if self.is_practice() {
            return Ok(None);
        }
        let Some(answer) = desk.take_back_answers(1)?.pop() else { return Ok(None) };
        self.waiting = None;
        let place = desk.find(&answer.card);
        match place {
            Some(place) => self.ask(place, desk),
            None => self.advance(desk),
        }
        Ok(Some(TakenBack { done: answer.done, cards: vec![answer.card] }))
    }
}

impl Deed {
    /// What is said of it where it was practice.
    fn practised(&self) -> Option<TakenBack> {
        let DeedKind::Graded { grade, .. } = self.kind else { return None };
        Some(TakenBack { done: Done::Graded(grade), cards: vec![self.card.clone()] })
    }
}
