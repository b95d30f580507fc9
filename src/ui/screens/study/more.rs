//! What else can be done with the card at hand: copying it, and reading the failed ones again.

use super::Study;
use crate::desk::Desk;
use crate::markdown;
use crate::quiz::session::{Session, Subject};
use crate::ui::app::{Effect, Step};
use crate::ui::keymap::Action;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// Puts an answer on the clipboard, or only its code.
pub(in crate::ui::screens) fn copied(action: Action, answer: &str) -> Effect {
    Effect::Copy(match action {
        Action::CopyCode => markdown::code_of(answer),
        _ => answer.trim().to_owned(),
    })
}

impl Study {
    /// Puts the answer or its code on the clipboard, as it was written.
    pub(super) fn copy(&self, action: Action, desk: &Desk) -> Step {
        let Some(place) = self.session.place() else { return Step::Stay };
        Step::Ask(copied(action, &desk.face(place).answer))
    }

    /// The cards that failed, once more and without a record.
    pub(super) fn read_again(&self, desk: &Desk) -> Step {
        let failed = self.session.tally().failed;
        let cards = failed.iter().map(|place| desk.card(*place).id.clone()).collect();
        let mut session = Session::start(Subject::of_cards(cards), desk);
        session.practise(desk, &mut ChaCha8Rng::seed_from_u64(desk.now.at.0 as u64));
        Step::Open(Box::new(Study::new(session)))
    }
}
