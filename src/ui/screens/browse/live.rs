//! What can be done with the cards of the list, and where cards are written.

use super::{Browse, Field};
use crate::desk::Desk;
use crate::ui::app::{Effect, Look, Step};
use crate::ui::keymap::Action;
use crate::ui::screens::editor::Editor;

impl Browse {
    /// Whether an action does something to what is shown.
    pub(super) fn can(&self, action: Action, desk: &Desk) -> bool {
        let at_hand = self.found.get(self.cursor);
        let some_chosen = at_hand.is_some() || !self.marked.is_empty();
        match action {
            Action::Choose if self.field != Field::None => true,
            Action::Choose
            | Action::MarkAll
            | Action::Suspend
            | Action::Flag
            | Action::Reset
            | Action::Asked => some_chosen,
            Action::Details | Action::Mark | Action::SetDue | Action::Write | Action::Note => {
                at_hand.is_some()
            }
            Action::Edit => at_hand.is_some_and(|place| desk.face(*place).source.file.is_some()),
            Action::Undo => desk.undoable.last(self.opened).is_some(),
            Action::Redo => desk.undoable.undone(self.opened).is_some(),
            _ => true,
        }
    }

    /// Whether the card at hand is a question that waits for its answer: it cannot be studied.
    pub(super) fn is_to_be_answered(&self, desk: &Desk) -> bool {
        let at_hand = self.found.get(self.cursor).filter(|_| self.marked.is_empty());
        at_hand.is_some_and(|place| !desk.card(*place).is_answered())
    }

    pub(super) fn write(&self, desk: &Desk) -> Step {
        let Some(place) = self.found.get(self.cursor) else { return Step::Stay };
        Step::Open(Box::new(Editor::change(*place, desk)))
    }

    /// A new card at the end of the file that the card under the cursor stands in, or in the learner's own
    /// deck.
    pub(super) fn add(&self, desk: &Desk) -> Step {
        let editor = match self.found.get(self.cursor) {
            Some(place) => Some(Editor::add(*place, desk)),
            None => Editor::add_own(desk),
        };
        editor.map_or(Step::Stay, |editor| Step::Open(Box::new(editor)))
    }

    pub(super) fn edit(&self, desk: &Desk, look: &Look) -> Step {
        let Some(place) = self.found.get(self.cursor) else { return Step::Stay };
        let source = &desk.face(*place).source;
        match &source.file {
            Some(file) => Step::Ask(Effect::Edit { file: file.to_path_buf(), line: source.question_line }),
            None => Step::Notice(look.words.no_source.to_owned()),
        }
    }
}
