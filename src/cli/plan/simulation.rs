//! `backprop plan --simulate`: the plan beside other ways to study, on the learner's own decks.
//!
//! The learners are those of the forecast, so the plan's figure is the one that `backprop plan` tells.

use super::super::language::{failure, say};
use super::super::{out, print_json, tell_note};
use crate::card::{CardId, Lang};
use crate::desk::{Desk, Place};
use crate::messages::{Say, TaskMessage};
use crate::progress::{Kind, Target};
use crate::schedule::imagined::Imagined;
use crate::schedule::plan::believed::Believed;
use crate::schedule::plan::forecast::{Absences, ForecastInput};
use crate::schedule::plan::{Cards, Plan, readout};
use crate::schedule::trial::{self, TrialOutcome, Way};
use crate::settings::Limits;
use crate::state::{Rules, Scheduler};
use rayon::prelude::*;
use serde::Serialize;
use std::io::Write;

/// An interview that is further away is not simulated, in days.
const FARTHEST: u32 = 2 * 365;

/// Retentions of which the best is found with hindsight.
const RETENTIONS: [f32; 4] = [0.8, 0.9, 0.95, 0.97];

/// A way to study.
#[derive(Debug, Clone, Copy, PartialEq)]
enum ComparedWay {
    /// As the plan serves.
    Plan,
    /// Plain spaced repetition with the learner's own limits of a day.
    Plain,
    /// Plain spaced repetition with all new cards at once.
    AllNew(f32),
    /// All cards in turn.
    Cram,
}

#[derive(Serialize)]
struct WayJson {
    way: String,
    recalled: f32,
    seen: f32,
    minutes_a_day: f32,
}

pub(super) fn run(plan: &Plan, desk: &Desk, as_json: bool) -> anyhow::Result<()> {
    let days = plan.date.days_since(desk.now.day);
    if days == 0 {
        return Err(failure(TaskMessage::InterviewToday));
    }
    if days > FARTHEST {
        return Err(failure(TaskMessage::TooFar { days, most: FARTHEST }));
    }
    let outlook = readout::outlook(plan, desk);
    let learners = Believed::after(outlook.model, outlook.recalls);
    tell_note(&say(TaskMessage::Simulating { learners: learners.len() as u64, days }));
    // The cards of the forecast: a follow-up that is not open yet is in none of the figures.
    let cards = Cards::of(plan, desk, &desk.places_in_track().collect::<Vec<Place>>()).places;
    let trial = Simulation { plan, desk, cards: &cards, outlook: &outlook, learners: &learners };
    let named = |way: TaskMessage| if as_json { way.say(Lang::En) } else { say(way) };
    let mut told = Vec::new();
    // The forecast is the plan's own figure; the trial says what it takes.
    let group = readout::readout(plan, desk).all;
    let played = trial.play(ComparedWay::Plan)?;
    told.push(WayJson {
        way: named(TaskMessage::WayPlan),
        recalled: group.followed.mean,
        seen: group.cards as f32 - group.unreached,
        minutes_a_day: played.minutes_a_day,
    });
    let with = |retention: f32| format!("{retention:.2}");
    let way = named(TaskMessage::WayPlain { retention: with(desk.scheduler.rules.retention) });
    told.push(WayJson { way, ..trial.play(ComparedWay::Plain)? });
    let mut best: Option<WayJson> = None;
    for retention in RETENTIONS {
        let way = named(TaskMessage::WayAllNew { retention: with(retention) });
        let played = WayJson { way, ..trial.play(ComparedWay::AllNew(retention))? };
        if best.as_ref().is_none_or(|best| best.recalled < played.recalled) {
            best = Some(played);
        }
    }
    told.extend(best);
    told.push(WayJson { way: named(TaskMessage::WayInTurn), ..trial.play(ComparedWay::Cram)? });
    if as_json {
        return print_json(&told);
    }
    let mut out = out();
    writeln!(out, "{}", say(TaskMessage::SimulatedHead { date: plan.date }))?;
    for WayJson { way, recalled, seen, minutes_a_day } in told {
        writeln!(out, "{recalled:>8.1} {seen:>7.0} {minutes_a_day:>6.1}  {way}")?;
    }
    Ok(())
}

/// What all ways have in common.
struct Simulation<'a> {
    plan: &'a Plan,
    desk: &'a Desk,
    cards: &'a [Place],
    outlook: &'a ForecastInput<'a>,
    learners: &'a [Believed],
}

impl Simulation<'_> {
    /// The mean over the learners.
    fn play(&self, study: ComparedWay) -> anyhow::Result<WayJson> {
        let numbered = self.learners.par_iter().enumerate();
        let outcomes: anyhow::Result<Vec<TrialOutcome>> =
            numbered.map(|(seed, learner)| self.of(study, *learner, seed as u64 + 1)).collect();
        let outcomes = outcomes?;
        let mean = |value: fn(&TrialOutcome) -> f32| {
            outcomes.iter().map(value).sum::<f32>() / outcomes.len().max(1) as f32
        };
        Ok(WayJson {
            way: String::new(),
            recalled: mean(|outcome| outcome.recalled),
            seen: mean(|outcome| outcome.seen as f32),
            minutes_a_day: mean(TrialOutcome::minutes_a_day),
        })
    }

    fn of(&self, study: ComparedWay, learner: Believed, seed: u64) -> anyhow::Result<TrialOutcome> {
        let Simulation { plan, desk, .. } = *self;
        let rules = &desk.scheduler.rules;
        let retention = if let ComparedWay::AllNew(retention) = study { retention } else { rules.retention };
        let rules = Rules { retention, ..rules.clone() };
        let mut copy = trial::copy(desk, Scheduler::new(rules)?)?;
        if study != ComparedWay::Plan {
            let none = Target { weights: "{}".into(), ..Target::default() };
            copy.note(&CardId::from(""), Kind::Plan(none));
        }
        if let ComparedWay::AllNew(_) = study {
            copy.settings.limits = Limits { new: u32::MAX, reviews: u32::MAX };
        }
        let way = if study == ComparedWay::Cram { Way::InTurn } else { Way::Queue };
        let limit = if study == ComparedWay::Plan { f32::INFINITY } else { plan.seconds() };
        let mut learner = Imagined::new(self.outlook, learner, desk, self.cards, seed);
        let mut absences = Absences::of(self.outlook.missed, seed);
        let mut outcome = TrialOutcome::default();
        let today = copy.now.day;
        while copy.now.day <= plan.date {
            let mut limit = limit;
            if copy.now.day == plan.date {
                // What there is before the interview, from the beginning of its day.
                copy.now = copy.calendar.moment(copy.calendar.start_of(plan.date));
                limit = limit.min(self.outlook.seconds_on_the_day);
            }
            // Days are missed whichever way one studies.
            if copy.now.day > today && absences.misses_next() {
                limit = 0.0;
            }
            let tomorrow = copy.now.day.plus(1);
            let day = trial::run(&mut copy, &mut learner, self.cards, tomorrow, limit, way);
            outcome.seconds.extend(&day.seconds);
            outcome =
                TrialOutcome { seconds: outcome.seconds, answers: outcome.answers + day.answers, ..day };
        }
        Ok(outcome)
    }
}
