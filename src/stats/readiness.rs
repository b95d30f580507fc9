//! Readiness: how many cards will be recalled on the day of the interview, and how that moved.

use super::cards::Known;
use super::sums::{ProbabilitySum, marks, shown};
use crate::day::Day;
use crate::desk::Desk;
use crate::progress::{ReviewStep, Standing};
use crate::schedule::plan::Plan;
use crate::state::Scheduler;
use serde::Serialize;

/// The expected recall on the day of the interview, if nothing more were studied.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Readiness {
    /// The day of the interview.
    #[serde(serialize_with = "shown")]
    pub date: Day,
    /// Days until then.
    pub days_left: u32,
    /// Cards in the scope of the plan: those in the decks that have an answer and a weight above 0. One
    /// never seen counts as not recalled.
    pub cards: u32,
    /// How many of them will be recalled on that day: the sum of the probabilities.
    pub expected: f64,
    /// The same as of the end of each day with an answer, up to the interview; always of the cards that
    /// are in scope now.
    pub history: Vec<Ready>,
}

/// The readiness as it was at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Ready {
    /// The day.
    #[serde(serialize_with = "shown")]
    pub day: Day,
    /// Cards that would have been recalled on the day of the interview, had study ended there.
    pub expected: f64,
}

/// Readiness as it is gathered.
pub(super) struct ReadinessGathering {
    date: Day,
    today: Day,
    cards: u32,
    /// Whether a card is in scope, by its number.
    in_scope: Vec<bool>,
    sum: ProbabilitySum,
    of_card: Vec<ProbabilitySum>,
    /// The day that is going on.
    day: Option<Day>,
    history: Vec<Ready>,
}

impl ReadinessGathering {
    pub(super) fn new(desk: &Desk, known: &Known<'_>) -> Option<ReadinessGathering> {
        let plan = Plan::current(desk)?;
        let scope = known.in_scope(desk, &plan);
        Some(ReadinessGathering {
            date: plan.date,
            today: desk.now.day,
            cards: scope.len() as u32,
            in_scope: marks(desk.progress.numbers(), scope.into_iter().flatten()),
            sum: ProbabilitySum::default(),
            of_card: vec![ProbabilitySum::default(); desk.progress.numbers()],
            day: None,
            history: Vec::new(),
        })
    }

    /// Takes in what happened to a card.
    pub(super) fn take(&mut self, passage: &ReviewStep, scheduler: &Scheduler) {
        if !self.in_scope[passage.card] {
            return;
        }
        // Days go back where the learner flies west; what was, was.
        let day = self.day.map_or(passage.day, |day| day.max(passage.day));
        if day > self.date {
            return;
        }
        if self.day != Some(day) {
            self.close_day();
            self.day = Some(day);
        }
        let expected = expected(&passage.after, self.date, scheduler);
        let before = std::mem::replace(&mut self.of_card[passage.card], expected);
        self.sum.0 += expected.0 - before.0;
    }

    fn close_day(&mut self) {
        if let Some(day) = self.day {
            self.history.push(Ready { day, expected: self.sum.cards() });
        }
    }

    pub(super) fn finish(mut self) -> Readiness {
        self.close_day();
        Readiness {
            date: self.date,
            days_left: self.date.days_since(self.today),
            cards: self.cards,
            expected: self.sum.cards(),
            history: self.history,
        }
    }
}

fn expected(standing: &Standing, date: Day, scheduler: &Scheduler) -> ProbabilitySum {
    let (Some(memory), Some(last)) = (standing.memory, standing.last) else {
        return ProbabilitySum::default();
    };
    ProbabilitySum::of(scheduler.model.retrievability(memory, date.days_since(last.day) as f32))
}
