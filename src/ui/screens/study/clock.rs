//! The clock of recall: an interviewer wants the answer in 60 to 90 seconds, by its size. It runs while the
//! question is shown and somebody is there: after five minutes without a key it stands still, and nothing
//! wakes the program any more.

use super::Study;
use crate::card::{Face, Lang};
use crate::day::At;
use crate::desk::Desk;
use crate::markdown;
use crate::quiz::mode::Task;
use crate::quiz::session::Phase;
use crate::ui::app::Look;
use ratatui::text::Line;

/// Without a key for this long nobody is there, in milliseconds.
const PATIENCE: i64 = 300_000;

/// The clock of the card at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RecallClock {
    /// When the card was first shown.
    asked_at: At,
    /// How long an answer may take, in milliseconds.
    limit: i64,
    /// When the last key came.
    key_at: At,
}

impl RecallClock {
    /// When it shows another second, as long as somebody is there.
    fn next(self, now: At) -> Option<At> {
        let passed = (now.0 - self.asked_at.0).max(0);
        let next = At(self.asked_at.0 + (passed / 1000 + 1) * 1000);
        (next.0 - self.key_at.0 <= PATIENCE).then_some(next)
    }

    /// What it shows: the time left, or the time beyond it.
    fn shown(self, now: At) -> (String, bool) {
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
fn limit(face: &Face) -> i64 {
    /// What one says in ninety seconds: words, or Han characters.
    const MOST: (usize, usize) = (220, 360);
    let layers = markdown::layers(&face.answer);
    let core = layers.core.iter().map(|point| point.text.as_str()).chain([layers.gist.as_str()]);
    let core = core.collect::<Vec<_>>().join("\n");
    let share = match face.lang {
        Lang::Zh => core.chars().filter(|letter| *letter >= '\u{3400}').count() as f64 / MOST.1 as f64,
        Lang::En => core.split_whitespace().count() as f64 / MOST.0 as f64,
    };
    60_000 + (30.0 * share.min(1.0) / 5.0).round() as i64 * 5_000
}

impl Study {
    /// Sets the clock for the card at hand, where it is one to answer aloud.
    pub(super) fn set_clock(&mut self, desk: &Desk) {
        self.clock = match (self.session.phase, &self.session.trial) {
            (Phase::Asked(place), Some(trial)) if trial.task == Task::Say && desk.settings.quiz.clock => {
                let limit = limit(desk.face(place));
                Some(RecallClock { asked_at: trial.asked_at, limit, key_at: desk.now.at })
            }
            _ => None,
        };
    }

    /// Somebody pressed a key.
    pub(super) fn keep_clock_going(&mut self, desk: &Desk) {
        if let Some(clock) = &mut self.clock {
            clock.key_at = desk.now.at;
        }
    }

    /// The clock while it is on screen.
    fn visible_clock(&self) -> Option<RecallClock> {
        self.clock.filter(|_| matches!(self.session.phase, Phase::Asked(_)))
    }

    /// When the clock shows another second.
    pub(super) fn clock_ticks(&self, desk: &Desk) -> Option<At> {
        self.visible_clock()?.next(desk.now.at)
    }

    /// The clock as it is shown.
    pub(super) fn clock_shown(&self, desk: &Desk) -> Option<String> {
        Some(self.visible_clock()?.shown(desk.now.at).0)
    }

    /// The clock at the right of a line of its own.
    pub(super) fn clock_line(&self, desk: &Desk, look: &Look) -> Option<Line<'static>> {
        let (text, is_over) = self.visible_clock()?.shown(desk.now.at);
        let style = if is_over { look.theme.warning } else { look.theme.dim };
        Some(Line::styled(text, style).right_aligned())
    }
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
