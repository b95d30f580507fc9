//! Recall: the question alone. The learner answers aloud, then ticks off which points they said.

use crate::card::Grade;
use crate::progress::Points;

/// Thinking this long for each point is quick: saying a point aloud takes longer.
const QUICK_MS_PER_POINT: i64 = 4_000;

/// The points of an answer, ticked off one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    /// For each point whether it was said.
    pub said: Vec<bool>,
    /// The point that the next tick is for.
    pub cursor: usize,
    /// Whether the ticks say something: one was made, by the learner or for them.
    pub counts: bool,
    /// Whether all ticks are the program's, which makes only those that are certain: a point without one
    /// may have been said in other words.
    pub is_proposed: bool,
}

impl Checklist {
    /// A list of `of` points without a tick.
    pub fn new(of: usize) -> Checklist {
        Checklist { said: vec![false; of], cursor: 0, counts: false, is_proposed: false }
    }

    /// A list with the ticks that are certain, for the learner to complete.
    pub fn filled(said: Vec<bool>) -> Checklist {
        Checklist { said, cursor: 0, counts: true, is_proposed: true }
    }

    /// A list with ticks that count like the learner's own: somebody has judged every point.
    pub fn judged(said: Vec<bool>) -> Checklist {
        Checklist { said, cursor: 0, counts: true, is_proposed: false }
    }

    /// Ticks the point at the cursor, or takes its tick away.
    pub fn tick(&mut self) {
        if let Some(said) = self.said.get_mut(self.cursor) {
            *said = !*said;
            self.counts = true;
            self.is_proposed = false;
        }
    }

    /// Moves the cursor, within the points.
    pub fn step(&mut self, by: i32) {
        let last = self.said.len().saturating_sub(1) as i32;
        self.cursor = (self.cursor as i32 + by).clamp(0, last) as usize;
    }

    /// The grade that the ticks speak for: all points good, or easy when they came quickly; most of
    /// them hard; less again. Nothing as long as nothing was ticked; before the learner ticks, hard where
    /// most points are certain and else nothing.
    pub fn suggests(&self, thinking_ms: i64) -> Option<Grade> {
        let (said, of) = (self.said.iter().filter(|said| **said).count(), self.said.len());
        let quick = thinking_ms <= QUICK_MS_PER_POINT * of as i64;
        match of {
            0 => None,
            _ if !self.counts => None,
            _ if self.is_proposed => (2 * said > of).then_some(Grade::Hard),
            _ if said == of && quick => Some(Grade::Easy),
            _ if said == of => Some(Grade::Good),
            _ if 2 * said > of => Some(Grade::Hard),
            _ => Some(Grade::Again),
        }
    }

    /// The same for the log; the program's own ticks are no record of what was said.
    pub fn points(&self) -> Option<Points> {
        (self.counts && !self.is_proposed).then(|| Points::of_said(&self.said))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows: points, how many are ticked, seconds of thinking, the grade.
    #[test]
    fn ticks_speak_for_a_grade() {
        for (of, ticked, seconds, grade) in [
            (4, 4, 10, Some(Grade::Easy)),
            (4, 4, 60, Some(Grade::Good)),
            (4, 3, 5, Some(Grade::Hard)),
            (4, 2, 5, Some(Grade::Again)),
            (7, 4, 60, Some(Grade::Hard)),
            (1, 1, 60, Some(Grade::Good)),
            (4, 0, 5, None),
            (0, 0, 5, None),
        ] {
            let mut list = Checklist::new(of);
            for _ in 0..ticked {
                list.tick();
                list.step(1);
            }
            assert_eq!(list.suggests(seconds * 1000), grade, "{ticked} of {of} after {seconds} s");
        }
    }

    #[test]
    fn a_tick_can_be_taken_away_and_what_is_missed_is_told() {
        let mut list = Checklist::new(3);
        assert_eq!(list.points(), None);
        list.tick();
        list.step(5);
        list.tick();
        list.step(-5);
        list.tick();
        assert_eq!(list.said, [false, false, true]);
        assert_eq!(list.points(), Some(Points::new(3, [0, 1])));
    }
}
