//! Taking back what was done here or in earlier sessions, and saying what it was.

use super::Study;
use crate::card::CardId;
use crate::desk::{Desk, StateOwner};
use crate::ui::app::{Effect, Look, Step};
use crate::ui::screens::note;
use crate::ui::undoing::{in_files, question, said, said_again};

impl Study {
    /// Takes back the newest thing done here, and says what; then answers of earlier sessions, once that was said twice.
    pub(super) fn undo(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        self.is_undoing = false;
        if let Some(asking) = in_files(self.session.since(), desk) {
            return asking;
        }
        let words = look.words;
        let undone = match self.session.undo(desk) {
            Some(undone) => Ok(Some(undone)),
            None if self.reaches_back => self.session.undo_earlier(desk),
            None => match desk.progress.last_answers(1, desk.now.at) {
                Ok(last) => {
                    let Some(answer) = last.first() else {
                        return Step::Notice(words.nothing_to_undo.to_owned());
                    };
                    self.reaches_back = true;
                    let question = question(&answer.card, desk, words);
                    return Step::Notice((words.undo_earlier)(
                        (words.names.grade)(answer.review.grade),
                        &question,
                    ));
                }
                Err(needs) => Err(needs),
            },
        };
        match undone {
            Ok(Some(undone)) => Step::Notice(said(&undone, desk, words)),
            Ok(None) => Step::Notice(words.nothing_to_undo.to_owned()),
            Err(_) => {
                self.is_undoing = true;
                Step::Ask(Effect::LoadHistory)
            }
        }
    }

    /// Does again what was taken back last here, and says what.
    pub(super) fn redo(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let since = self.session.since();
        if desk.undoable.is_undone_in_files(since) {
            return Step::Ask(Effect::Redo(since));
        }
        match self.session.redo(desk) {
            Some(again) => Step::Notice(said_again(&again, desk, look.words)),
            None => Step::Notice(look.words.home.nothing_to_redo.to_owned()),
        }
    }

    /// Shows a note that the learner wrote.
    pub(super) fn noted(&mut self, card: &CardId, desk: &Desk, look: &Look) -> Step {
        self.laid_out = None;
        self.follows = true;
        note::told(card, desk, look)
    }
}
