//! Grading the card at hand, and asking it in another mode or language.

use super::Study;
use crate::card::Grade;
use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::messages::{Choice, ModeName};
use crate::quiz::mode::Pick;
use crate::ui::app::{Look, Step};

impl Study {
    /// Grades, and says so where the mode cannot prove the grade that was pressed.
    pub(super) fn grade(&mut self, grade: Grade, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let given = self.session.trial.as_ref().map_or(grade, |trial| trial.at_best(grade));
        self.session.grade(grade, desk);
        if given < grade {
            return Step::Notice((look.words.at_most)((look.words.names.grade)(given)));
        }
        Step::Stay
    }

    /// Asks in the next mode of the table from now on.
    pub(super) fn next_mode(&mut self, desk: &Desk, look: &Look) -> Step {
        let deck = self.session.place().map_or(desk.decks.first(), |place| Some(desk.deck(place)));
        let Some(present) = deck.map(|deck| self.session.pick(deck, desk)) else { return Step::Stay };
        let pick =
            Pick::all().skip_while(|pick| *pick != present).nth(1).unwrap_or(Pick::from(ModeName::Recall));
        self.session.ask_by(pick, desk);
        self.chosen_mode = Some(pick.name());
        self.shown = None;
        Step::Notice((look.words.asked_by)(pick.name().label(desk.lang_of_words)))
    }

    pub(super) fn switch_language(&mut self, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let has_other = |place| desk.card(place).faces.iter().any(|face| face.lang != desk.face(place).lang);
        if self.session.place().is_some_and(|place| !has_other(place)) {
            return Step::Notice(look.words.one_language.to_owned());
        }
        desk.show_cards_in(desk.lang.other());
        self.session.language_changed(desk);
        self.shown = None;
        Step::Stay
    }
}
