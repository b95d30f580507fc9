//! A trial: a simulated learner studies a desk up to a day, and what they then recall.
//!
//! The learner is asked what [`queue::next`] gives and the grades go through [`Desk::note`], so what is
//! measured is what `next` and `grade` do.

use super::learner::Learner;
use super::queue::{self, Allowance, Next, Scope};
use crate::day::{At, Day};
use crate::desk::{Desk, Place};
use crate::progress::{Kind, NeedsHistory, Review};
use crate::state::Scheduler;

/// What a trial came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    /// Cards recalled on the day: the sum of the true probabilities.
    pub recalled: f32,
    /// Cards seen at least once.
    pub seen: usize,
    /// Seconds studied on each day.
    pub seconds: Vec<f32>,
    /// Answers.
    pub answers: usize,
}

impl Outcome {
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
        decks: desk.decks.clone(),
        progress,
        scheduler,
        settings: desk.settings.clone(),
        calendar: desk.calendar,
        now: desk.now,
        lang: desk.lang,
        lang_of_words: desk.lang_of_words,
    })
}

/// Studies on each day before `date`, from today on, for at most this many seconds a day.
pub fn run(desk: &mut Desk, learner: &mut Learner, date: Day, seconds_a_day: f32) -> Outcome {
    let selection: Vec<Place> = desk.places_in_track().collect();
    let mut outcome = Outcome::default();
    while desk.now.day < date {
        let seconds = day(desk, learner, &selection, seconds_a_day, &mut outcome.answers);
        outcome.seconds.push(seconds);
        // Six hours into the study day: at ten in the morning.
        let tomorrow = desk.calendar.start_of(desk.now.day.plus(1));
        desk.now = desk.calendar.moment(tomorrow.plus_seconds(6 * 3600));
    }
    for place in &selection {
        let id = &desk.card(*place).id;
        outcome.recalled += learner.recalls(id, date);
        outcome.seen += usize::from(desk.state(id).last.is_some());
    }
    outcome
}

/// One sitting; gives the seconds it took.
fn day(desk: &mut Desk, learner: &mut Learner, selection: &[Place], limit: f32, answers: &mut usize) -> f32 {
    let mut used = 0.0;
    while used < limit {
        let next = queue::next(desk, selection, Scope::Today, Allowance::of_day(desk));
        let Next::Ask(place) = next else { break };
        let id = desk.card(place).id.clone();
        let answer = learner.answer(&id, desk.now.day);
        used += answer.ms as f32 / 1000.0;
        let at = At(desk.now.at.0 + i64::from(answer.ms));
        // A sitting past the rollover hour still belongs to its day.
        desk.now.at = at;
        desk.note(&id, Kind::Review(Review::new(answer.grade, "recall", answer.ms)));
        *answers += 1;
    }
    used
}
