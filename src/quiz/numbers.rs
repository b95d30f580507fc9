//! Numbers: a drill of the card with other values each time. The learner types a number, and it is
//! compared by value.

use super::asking::ModeContext;
use crate::card::Grade;
use crate::drill::{self, DrawnDrill};
use crate::markdown;

/// A drill with what the learner typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Computation {
    /// The drill with its values.
    pub drawn: DrawnDrill,
    /// What was typed so far.
    pub text: String,
    /// Whether it is right, once the answer is shown; nothing where no number could be read.
    pub is_right: Option<bool>,
}

/// What a card is asked by; none where it has no drill.
pub(super) fn task(asking: &ModeContext<'_>) -> Option<Computation> {
    let drills: Vec<_> = drill::drills(&asking.face().answer).into_iter().flatten().collect();
    let chosen = drills.get((asking.seed() % drills.len().max(1) as u64) as usize)?;
    let drawn = chosen.draw(asking.seed()).ok()?;
    Some(Computation { drawn, text: String::new(), is_right: None })
}

/// Whether a card can be asked so.
pub(super) fn is_possible(asking: &ModeContext<'_>) -> bool {
    !markdown::practice(&asking.face().answer, drill::FENCE).is_empty()
}

impl Computation {
    /// Compares what was typed.
    pub fn judge(&mut self) {
        self.is_right = self.drawn.compare(&self.text);
    }

    /// The grade that it speaks for: good or again, nothing where no number was typed.
    pub fn suggests(&self) -> Option<Grade> {
        self.is_right.map(|is_right| if is_right { Grade::Good } else { Grade::Again })
    }
}
