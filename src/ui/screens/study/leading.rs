//! What leads away from the card at hand: its links, its pictures, the editors.

use super::Study;
use crate::desk::Desk;
use crate::ui::app::{Effect, Look, Step};
use crate::ui::screens::editor::Editor;
use crate::ui::screens::links::Links;
use crate::ui::screens::picture;

impl Study {
    pub(super) fn open_link(&self, look: &Look) -> Step {
        match self.sheet.links.as_slice() {
            [] => Step::Notice(look.words.no_link.to_owned()),
            [only] => Step::Ask(Effect::OpenLink(only.url.clone())),
            several => Step::Open(Box::new(Links::new(several.to_vec()))),
        }
    }

    /// Shows a picture as large as the screen: this one, or the first one in the window.
    pub(super) fn enlarge(&self, picture: Option<usize>, look: &Look) -> Step {
        match picture::seen(&self.sheet.pictures, picture, self.scroll.top) {
            Some(picture) => Step::Open(Box::new(picture)),
            None => Step::Notice(look.words.no_picture.to_owned()),
        }
    }

    pub(super) fn write(&self, desk: &Desk) -> Step {
        let Some(place) = self.session.place() else { return Step::Stay };
        Step::Open(Box::new(Editor::change(place, desk)))
    }

    /// A new card in the file of the card at hand, or in the learner's own deck.
    pub(super) fn add(&self, desk: &Desk) -> Step {
        let editor = match self.session.place() {
            Some(place) => Some(Editor::add(place, desk)),
            None => Editor::add_own(desk),
        };
        editor.map_or(Step::Stay, |editor| Step::Open(Box::new(editor)))
    }

    pub(super) fn edit(&self, desk: &Desk, look: &Look) -> Step {
        let Some(place) = self.session.place() else { return Step::Stay };
        let source = &desk.face(place).source;
        match &source.file {
            Some(file) => Step::Ask(Effect::Edit { file: file.to_path_buf(), line: source.question_line }),
            None => Step::Notice(look.words.no_source.to_owned()),
        }
    }
}
