//! Recalls: how often cards were recalled, by how long after their last answer.
//!
//! The time is measured in the stability that the memory model gave a card, so the counts say how fast
//! this learner forgets beside what the model expects. They are kept in classes a quarter of an octave
//! wide: a count can be taken back, and the fold keeps no list of answers.

use super::tally::Sign;
use crate::card::Grade;
use crate::day::Day;
use crate::state::CardState;

/// Classes of time.
const CLASSES: usize = 96;

/// Classes an octave.
const PER_OCTAVE: f32 = 4.0;

/// The class of one stability.
const OF_ONE: f32 = 48.0;

/// How often cards of an earlier day were forgotten and recalled, by the time since their last answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recalls([[[u32; 2]; CLASSES]; 2]);

impl Default for Recalls {
    fn default() -> Recalls {
        Recalls([[[0; 2]; CLASSES]; 2])
    }
}

/// Answers after about the same time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Recalled {
    /// Whether these are cards that had been answered on one day only.
    pub is_young: bool,
    /// The time since the answer before, in stabilities of the card.
    pub time: f32,
    /// Answers in which the card was forgotten.
    pub forgotten: u32,
    /// Answers in which it was recalled.
    pub recalled: u32,
}

impl Recalls {
    /// The answers, by time.
    pub fn classes(&self) -> impl Iterator<Item = Recalled> {
        let with_age = self.0.iter().zip([true, false]);
        let classes = with_age.flat_map(|(classes, is_young)| {
            classes.iter().enumerate().map(move |(class, counts)| (is_young, class, counts))
        });
        classes.filter(|(.., counts)| **counts != [0, 0]).map(|(is_young, class, [forgotten, recalled])| {
            Recalled {
                is_young,
                time: ((class as f32 + 0.5 - OF_ONE) / PER_OCTAVE).exp2(),
                forgotten: *forgotten,
                recalled: *recalled,
            }
        })
    }

    /// Adds or takes back the answer to a card that was in this state. An answer on the day of the last
    /// one says nothing about forgetting.
    pub(super) fn count(&mut self, state: &CardState, grade: Grade, day: Day, sign: Sign) {
        let (Some(memory), Some(last)) = (state.memory, state.last) else { return };
        if last.day >= day {
            return;
        }
        let time = day.days_since(last.day) as f32 / memory.stability.max(f32::MIN_POSITIVE);
        let class = (time.log2() * PER_OCTAVE + OF_ONE).clamp(0.0, (CLASSES - 1) as f32) as usize;
        let classes = &mut self.0[usize::from(!state.is_young())];
        let count = &mut classes[class][usize::from(grade != Grade::Again)];
        *count = if sign == Sign::Add { count.saturating_add(1) } else { count.saturating_sub(1) };
    }

    /// Adds what others counted.
    pub(super) fn add(&mut self, other: &Recalls) {
        for (mine, theirs) in self.0.iter_mut().flatten().flatten().zip(other.counts()) {
            *mine = mine.saturating_add(theirs);
        }
    }

    /// All counts, for the cache of the fold.
    pub fn counts(&self) -> impl Iterator<Item = u32> {
        self.0.iter().flatten().flatten().copied()
    }

    /// Recalls of these counts, in the order of [`Self::counts`]; `None` when there are too few.
    pub fn from_counts(mut next: impl FnMut() -> Option<u32>) -> Option<Recalls> {
        let mut recalls = Recalls::default();
        for count in recalls.0.iter_mut().flatten().flatten() {
            *count = next()?;
        }
        Some(recalls)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::{At, Calendar};
    use crate::memory::Memory;

    #[test]
    fn answers_stand_at_their_time_and_are_taken_back() {
        let first = Calendar::utc().moment(At(1_795_341_600_000));
        let memory = Some(Memory { stability: 4.0, difficulty: 5.0 });
        let state = CardState { memory, last: Some(first), ..CardState::default() };
        let mut recalls = Recalls::default();
        recalls.count(&CardState::default(), Grade::Good, first.day, Sign::Add);
        recalls.count(&state, Grade::Good, first.day, Sign::Add);
        assert_eq!(recalls, Recalls::default(), "a first answer and a repeat are no recall");
        for grade in [Grade::Again, Grade::Hard, Grade::Easy] {
            recalls.count(&state, grade, first.day.plus(8), Sign::Add);
        }
        let told: Vec<Recalled> = recalls.classes().collect();
        assert_eq!(told.len(), 1);
        assert!((told[0].time - 2.0).abs() < 0.3, "{told:?}");
        assert_eq!((told[0].forgotten, told[0].recalled), (1, 2));
        for grade in [Grade::Again, Grade::Hard, Grade::Easy] {
            recalls.count(&state, grade, first.day.plus(8), Sign::Take);
        }
        assert_eq!(recalls, Recalls::default());
    }

    #[test]
    fn cards_of_one_day_are_counted_apart() {
        let first = Calendar::utc().moment(At(1_795_341_600_000));
        let of = |stability: f32, reps: u32, lapses: u32| {
            let memory = Some(Memory { stability, difficulty: 5.0 });
            let state = CardState { memory, last: Some(first), reps, lapses, ..CardState::default() };
            let mut recalls = Recalls::default();
            recalls.count(&state, Grade::Good, first.day.plus(2), Sign::Add);
            recalls.classes().next().unwrap().is_young
        };
        // One answer; a failed first one with its repeat; recalled on a later day; forgotten on one.
        assert_eq!([of(8.0, 1, 0), of(0.3, 2, 0), of(8.0, 2, 0), of(0.3, 3, 1)], [true, true, false, false]);
    }
}
