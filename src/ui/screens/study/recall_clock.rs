//! The clock of the card at hand: how long an answer may take, and what is left.

use crate::card::{Face, Lang};
use crate::day::At;
use crate::markdown;

/// Without a key for this long nobody is there, in milliseconds.
const PATIENCE: i64 = 300_000;

/// The clock of the card at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RecallClock {
    /// When the card was first shown.
    pub(super) asked_at: At,
    /// How long an answer may take, in milliseconds.
    pub(super) limit: i64,
    /// When the last key came.
    pub(super) key_at: At,
}

impl RecallClock {
    /// When it shows another second, as long as somebody is there.
    pub(super) fn next(self, now: At) -> Option<At> {
        let passed = (now.0 - self.asked_at.0).max(0);
        let next = At(self.asked_at.0 + (passed / 1000 + 1) * 1000);
        (next.0 - self.key_at.0 <= PATIENCE).then_some(next)
    }

    /// What it shows: the time left, or the time beyond it.
    pub(super) fn shown(self, now: At) -> (String, bool) {
        // It stands still where it last woke.
        let now = now.0.min(self.key_at.0 + PATIENCE);
        let left = self.limit - (now - self.asked_at.0).max(0) / 1000 * 1000;
        let seconds = left.abs() / 1000;
        let sign = if left < 0 { "+" } else { "" };
        (format!("{sign}{}:{:02}", seconds / 60, seconds % 60), left < 0)
    }
}

/// How long an answer may take: a minute, and half a minute more where the core is as long as one can say in
/// ninety seconds. In milliseconds, in steps of five seconds.
pub(super) fn limit(face: &Face) -> i64 {
    /// What one says in ninety seconds: words, or Han characters.
    const MOST: (usize, usize) = (220, 360);
    let layers = markdown::spoken(&face.answer);
    let core = layers.core.iter().map(|point| point.text.as_str()).chain([layers.gist.as_str()]);
    let core = core.collect::<Vec<_>>().join("\n");
    let share = match face.lang {
        Lang::Zh => core.chars().filter(|letter| *letter >= '\u{3400}').count() as f64 / MOST.1 as f64,
        Lang::En => core.split_whitespace().count() as f64 / MOST.0 as f64,
    };
    60_000 + (30.0 * share.min(1.0) / 5.0).round() as i64 * 5_000
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import;

    #[test]
    fn it_runs_while_somebody_is_there_and_then_stands_still() {
        let clock = RecallClock { asked_at: At(1_000), limit: 60_000, key_at: At(1_000) };
        for (now, shown, next) in [
            (1_000, "1:00", Some(2_000)),
            (1_400, "1:00", Some(2_000)),
            (2_000, "0:59", Some(3_000)),
            (61_000, "0:00", Some(62_000)),
            (62_000, "+0:01", Some(63_000)),
            (300_500, "+3:59", Some(301_000)),
            (301_000, "+4:00", None),
            (999_000, "+4:00", None),
        ] {
            let told = (clock.shown(At(now)).0, clock.next(At(now)).map(|at| at.0));
            assert_eq!(told, (shown.to_owned(), next), "{now}");
        }
        let touched = RecallClock { key_at: At(400_000), ..clock };
        assert_eq!(touched.next(At(400_500)), Some(At(401_000)));
    }

    #[test]
    fn a_longer_answer_may_take_longer() {
        let seconds = |answer: &str| {
            let notes = import::read(
                format!("1. Why is it so?\n{answer}\n\n2. And how?\nSo.\n").as_bytes(),
                None,
                None,
                None,
            );
            limit(&notes.cards[0].faces[0]) / 1000
        };
        assert_eq!(seconds("Short."), 60);
        assert_eq!(seconds(&"word ".repeat(110)), 75);
        assert_eq!(seconds(&"word ".repeat(900)), 90);
        assert_eq!(seconds(&"因为梯度会消失。".repeat(100)), 90);
    }
}
