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

/// So many draws are tried before the values of a drill are gone through in turn.
const DRAWS: u64 = 32;

/// So many combinations of values are gone through.
const IN_TURN: usize = 400;

/// What a card is asked by; none where it has no drill. Values that were answered in this sitting come again only when
/// there are no others, and then those first that were answered the longest time ago.
pub(super) fn task(asking: &ModeContext<'_>) -> Option<Computation> {
    let drills: Vec<_> = drill::drills(&asking.face().answer).into_iter().flatten().collect();
    let answered = asking.sitting.drawn.get(&asking.card().id).map_or(&[][..], Vec::as_slice);
    let since = |drawn: &DrawnDrill| answered.iter().rposition(|question| *question == drawn.question);
    let draw = |at: u64| {
        let number = asking.seed().wrapping_add(at.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        drills.get((number % drills.len().max(1) as u64) as usize)?.draw(number).ok()
    };
    let fresh = (0..DRAWS).filter_map(draw).find(|drawn| since(drawn).is_none());
    let in_turn = || drills.iter().flat_map(|drill| drill.all(IN_TURN)).flatten();
    let drawn = fresh.or_else(|| in_turn().min_by_key(since))?;
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
