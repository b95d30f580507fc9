//! Paces: how long the learner's own answers take, by what was shown and how it went.
//!
//! Times are counted in classes a quarter of an octave wide, so that the fold keeps no list of times, a
//! count can be taken back, and the mean is exact to a per cent.

use super::tally::Sign;
use crate::card::Grade;
use crate::day::Day;
use crate::state::{CardState, Phase};

/// What was shown, and how it went, as far as it decides how long an answer takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Showing {
    /// A card never seen before.
    First,
    /// A card that was answered on the same day already.
    Repeat,
    /// A card last answered on an earlier day, with the grade it got.
    Later(Grade),
}

impl Showing {
    /// What an answer to a card in this state was.
    pub fn of(state: &CardState, grade: Grade, day: Day) -> Showing {
        match state.last {
            _ if state.phase == Phase::New => Showing::First,
            Some(last) if last.day >= day => Showing::Repeat,
            _ => Showing::Later(grade),
        }
    }

    fn index(self) -> usize {
        match self {
            Showing::First => 0,
            Showing::Repeat => 1,
            Showing::Later(grade) => 2 + grade as usize,
        }
    }
}

const SHOWINGS: usize = 6;

/// Classes of time; the first ends at 0.6 s, the last begins at 215 s.
const CLASSES: usize = 36;

/// The upper end of nothing: where the first class begins, in milliseconds.
const SHORTEST_MS: f64 = 500.0;

/// Classes an octave.
const PER_OCTAVE: f64 = 4.0;

/// A mean of fewer answers says little.
const ENOUGH: u32 = 10;

/// An answer that took so many times as long as the median was a pause.
const PAUSE: f64 = 3.0;

/// How many answers took how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paces([[u32; CLASSES]; SHOWINGS]);

impl Default for Paces {
    fn default() -> Paces {
        Paces([[0; CLASSES]; SHOWINGS])
    }
}

impl Paces {
    /// The mean of the answers of this kind without pauses, in seconds; `None` for fewer than ten. What many answers
    /// take together follows from the mean, not from the median, which is less where times are spread as they are.
    pub fn mean(&self, showing: Showing) -> Option<f32> {
        let counts = &self.0[showing.index()];
        let all: u32 = counts.iter().sum();
        if all < ENOUGH {
            return None;
        }
        let ms = |class: usize| SHORTEST_MS * ((class as f64 + 0.5) / PER_OCTAVE).exp2();
        let mut before = 0;
        let median = counts.iter().position(|count| {
            before += count;
            2 * before >= all
        })?;
        let longest = PAUSE * ms(median);
        let classes = counts.iter().enumerate().map(|(class, count)| (ms(class), f64::from(*count)));
        let (sum, count) = classes
            .filter(|(ms, _)| *ms <= longest)
            .fold((0.0, 0.0), |(sum, all), (ms, count)| (sum + ms * count, all + count));
        Some((sum / count / 1000.0) as f32)
    }

    /// Adds or takes back an answer. No time, as scripts may give, is no time to learn from.
    pub(super) fn count(&mut self, showing: Showing, ms: u32, sign: Sign) {
        if ms == 0 {
            return;
        }
        let octaves = (f64::from(ms) / SHORTEST_MS).log2();
        let class = (octaves * PER_OCTAVE).clamp(0.0, (CLASSES - 1) as f64) as usize;
        let count = &mut self.0[showing.index()][class];
        *count = if sign == Sign::Add { count.saturating_add(1) } else { count.saturating_sub(1) };
    }

    /// Adds what others counted.
    pub(super) fn add(&mut self, other: &Paces) {
        for (mine, theirs) in self.0.iter_mut().flatten().zip(other.counts()) {
            *mine = mine.saturating_add(theirs);
        }
    }

    /// All counts, for the cache of the fold.
    pub fn counts(&self) -> impl Iterator<Item = u32> {
        self.0.iter().flatten().copied()
    }

    /// Paces of these counts, in the order of [`Self::counts`]; `None` when there are too few.
    pub fn from_counts(mut next: impl FnMut() -> Option<u32>) -> Option<Paces> {
        let mut paces = Paces::default();
        for count in paces.0.iter_mut().flatten() {
            *count = next()?;
        }
        Some(paces)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_is_close_and_a_few_long_pauses_do_not_move_it() {
        let mut paces = Paces::default();
        for answer in 0..101 {
            assert_eq!(paces.mean(Showing::First).is_some(), answer >= 10);
            paces.count(Showing::First, 8_000 + answer * 40, Sign::Add);
        }
        let mean = paces.mean(Showing::First).unwrap();
        assert!((mean - 10.0).abs() < 0.5, "{mean}");
        (0..10).for_each(|_| paces.count(Showing::First, 300_000, Sign::Add));
        let with_pauses = paces.mean(Showing::First).unwrap();
        assert!((with_pauses - mean).abs() < 0.5, "{with_pauses}");
        (0..10).for_each(|_| paces.count(Showing::First, 300_000, Sign::Take));
        assert_eq!(paces.mean(Showing::First), Some(mean));
        paces.count(Showing::First, 0, Sign::Add);
        assert_eq!(paces.mean(Showing::First), Some(mean));
        assert_eq!(paces.mean(Showing::Later(Grade::Good)), None);
        // Of times that are spread the mean is more than the median: of 5, 10 and 20 s it is 11.7 s.
        for seconds in [5, 10, 20].repeat(20) {
            paces.count(Showing::Repeat, seconds * 1000, Sign::Add);
        }
        let spread = paces.mean(Showing::Repeat).unwrap();
        assert!((spread - 11.7).abs() < 0.6, "{spread}");
    }
}
