//! A trial: a simulated learner studies a desk up to a day, and what they then recall.
//!
//! The learner is asked what [`queue::next`] gives and the grades go through [`Desk::note`], so what is
//! measured is what `next` and `grade` do.

use super::learner::Student;
use super::queue::{self, Allowance, Next, Scope};
use crate::day::{At, Day};
use crate::desk::{Desk, Place};
use crate::progress::{Kind, NeedsHistory, Review};
use crate::state::Scheduler;

/// What a trial came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrialOutcome {
    /// Cards recalled on the day: the sum of the true probabilities.
    pub recalled: f32,
    /// Cards seen at least once.
    pub seen: usize,
    /// Seconds studied on each day.
    pub seconds: Vec<f32>,
    /// Answers.
    pub answers: usize,
}

impl TrialOutcome {
    /// Minutes studied a day.
    pub fn minutes_a_day(&self) -> f32 {
        self.seconds.iter().sum::<f32>() / 60.0 / self.seconds.len().max(1) as f32
    }
}

/// A desk with the same cards and the same history, to try things on; needs the whole history.
pub fn copy(desk: &Desk, scheduler: Scheduler) -> Result<Desk, NeedsHistory> {
    let mut progress = desk.progress.clone();
    progress.refold(scheduler.clone())?;
    Ok(Desk {
        progress,
        scheduler,
        settings: desk.settings.clone(),
        now: desk.now,
        lang_of_words: desk.lang_of_words,
        ..Desk::new(desk.decks.clone(), desk.calendar, desk.now.at, desk.lang)
    })
}

/// How a trial goes on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Way {
    /// What [`queue::next`] gives.
    Queue,
    /// All cards in turn, over and over, on every day.
    InTurn,
}

/// Studies these cards on each day before `date`, from today on, for at most this many seconds a day.
pub fn run(
    desk: &mut Desk,
    learner: &mut impl Student,
    selection: &[Place],
    date: Day,
    seconds_a_day: f32,
    way: Way,
) -> TrialOutcome {
    let mut outcome = TrialOutcome::default();
    while desk.now.day < date {
        let mut sitting = TrialDay { desk, learner, selection, limit: seconds_a_day, answers: 0, used: 0.0 };
        match way {
            Way::Queue => sitting.by_queue(),
            Way::InTurn => sitting.in_turn(),
        }
        outcome.answers += sitting.answers;
        outcome.seconds.push(sitting.used);
        // Six hours into the study day: at ten in the morning.
        let tomorrow = desk.calendar.start_of(desk.now.day.plus(1));
        desk.now = desk.calendar.moment(tomorrow.plus_seconds(6 * 3600));
    }
    for place in selection {
        let id = &desk.card(*place).id;
        outcome.recalled += learner.recalls(id, date);
        outcome.seen += usize::from(desk.state(id).last.is_some());
    }
    outcome
}

/// One day's study.
struct TrialDay<'a, S> {
    desk: &'a mut Desk,
    learner: &'a mut S,
    selection: &'a [Place],
    limit: f32,
    answers: usize,
    used: f32,
}

impl<S: Student> TrialDay<'_, S> {
    fn by_queue(&mut self) {
        while self.used < self.limit {
            let next = queue::next(self.desk, self.selection, Scope::Today, Allowance::of_day(self.desk));
            let Next::Ask(place) = next else { break };
            self.ask(place);
        }
    }

    fn in_turn(&mut self) {
        let last = |desk: &Desk, place: &Place| desk.state(&desk.card(*place).id).last.map(|last| last.at);
        let mut order = self.selection.to_vec();
        order.sort_by_key(|place| last(self.desk, place));
        for place in order.iter().cycle() {
            if self.used >= self.limit || order.is_empty() {
                break;
            }
            self.ask(*place);
        }
    }

    fn ask(&mut self, place: Place) {
        let id = self.desk.card(place).id.clone();
        let answer = self.learner.answer(&id, self.desk.now.day);
        self.used += answer.ms as f32 / 1000.0;
        // A sitting past the rollover hour still belongs to its day.
        self.desk.now.at = At(self.desk.now.at.0 + i64::from(answer.ms));
        self.desk.note(&id, Kind::Review(Review::new(answer.grade, "recall", answer.ms)));
        self.answers += 1;
    }
}
