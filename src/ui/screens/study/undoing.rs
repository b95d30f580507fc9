//! Taking back what was done here or in earlier sessions, and saying what it was.

use super::Study;
use crate::card::CardId;
use crate::day::At;
use crate::desk::StateOwner;
use crate::desk::{Desk, Place};
use crate::messages::Messages;
use crate::quiz::session::{Done, Undone};
use crate::ui::app::{Effect, Look, Step};
use crate::ui::format::markdown_text;

impl Study {
    /// Takes back the newest thing done here, and says what; then answers of earlier sessions, once that was said twice.
    pub(super) fn undo(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        self.is_undoing = false;
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
                    let question = question_of(desk.find(&answer.card), desk, words);
                    return Step::Notice((words.undo_earlier)((words.names.grade)(answer.grade), &question));
                }
                Err(needs) => Err(needs),
            },
        };
        match undone {
            Ok(Some(undone)) => Step::Notice(told_of_undo(&undone, desk, words)),
            Ok(None) => Step::Notice(words.nothing_to_undo.to_owned()),
            Err(_) => {
                self.is_undoing = true;
                Step::Ask(Effect::LoadHistory)
            }
        }
    }

    /// Remembers that the learner wrote a note, so that it can be taken back, and shows it.
    pub(super) fn noted(&mut self, card: &CardId, at: At, desk: &Desk, look: &Look) -> Step {
        self.laid_out = None;
        self.follows = true;
        self.session.noted(card, at, desk);
        let is_removed = desk.progress.own_note(card).is_none();
        Step::Notice(if is_removed { look.words.note_removed } else { look.words.note_saved }.to_owned())
    }
}

/// What was taken back, by its name and the question of its card.
fn told_of_undo(undone: &Undone, desk: &Desk, words: &Messages) -> String {
    let done = match undone.done {
        Done::Graded(grade) => (words.names.grade)(grade),
        Done::Suspended => words.actions.suspend,
        Done::Buried => words.actions.bury,
        Done::Noted => words.your_note,
    };
    (words.undone)(done, &question_of(undone.place, desk, words))
}

/// The first line of a card's question.
fn question_of(place: Option<Place>, desk: &Desk, words: &Messages) -> String {
    let question = place.map(|place| markdown_text(&desk.face(place).question));
    let question = question.unwrap_or_else(|| words.card_elsewhere.to_owned());
    question.lines().next().unwrap_or_default().to_owned()
}
