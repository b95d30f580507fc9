//! Changing the plan: the day of the interview, minutes a day, and how much decks and topics matter.

use super::Workspace;
use crate::card::CardId;
use crate::day::{Day, Moment, TimeOfDay};
use crate::desk::Desk;
use crate::messages::{Message, WorkMessage};
use crate::progress::{Kind, Target};
use crate::schedule::plan::scope::{self, NamedScope};
use crate::schedule::plan::{Plan, USUAL_MINUTES};
use std::collections::BTreeMap;

/// What changes about the plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlanChange {
    /// The plan is taken back, or the interview of [`PlanChange::also`].
    pub clear: bool,
    /// The day of the interview.
    pub date: Option<Day>,
    /// Not the nearest interview, but that on this day, which is noted where it is not yet.
    pub also: Option<Day>,
    /// When on its day it begins; `Some(None)` takes that away.
    pub hour: Option<Option<TimeOfDay>>,
    /// Minutes of study a day.
    pub minutes: Option<u32>,
    /// How much decks or topics matter; no weight takes theirs away.
    pub weights: Vec<(String, Option<f32>)>,
}

impl PlanChange {
    /// Whether something changes.
    pub fn is_some(&self) -> bool {
        *self != PlanChange::default()
    }
}

impl Workspace {
    pub(super) fn plan(&mut self, change: &PlanChange, at: Option<Moment>) -> anyhow::Result<()> {
        let (state, files) = (&mut self.state, &mut self.files);
        if let Some(given) = at {
            files.trust(state, given)?;
        } else if change.is_some() {
            files.trusts_clock(state)?;
        }
        state.now = at.unwrap_or(state.now);
        if change.is_some() {
            let target = changed(self, change)?;
            let (state, files) = (&mut self.state, &mut self.files);
            let given = state.now;
            files.note_at(state, given, &CardId::from(""), Kind::Plan(target))?;
        }
        self.save()?;
        self.files.look_from(&mut self.state)
    }

    /// Takes in what other programs noted, so that a change of the plan keeps what they changed.
    pub(super) fn agree_on_plan(&mut self, change: &mut Target) {
        *change = std::mem::take(change).made_from(self.state.progress.target());
        // What goes wrong is told when the change itself is saved.
        let _ = self.sync_log();
    }
}

/// The interviews so far with what changes.
fn changed(workspace: &Workspace, change: &PlanChange) -> anyhow::Result<Target> {
    let state = &workspace.state;
    let in_force = Plan::in_force(state);
    let mut plans: Vec<Plan> = in_force.into_iter().chain(Plan::later(state)).collect();
    let before = match change.also {
        Some(day) => plans.iter().position(|plan| plan.date == day).map(|place| plans.remove(place)),
        None if change.clear => return Ok(Plan::with_later(None, &[])),
        // A plan whose day is past goes on with the next date.
        None if plans.is_empty() => Plan::current(state),
        None => Some(plans.remove(0)),
    };
    let plan = if change.clear { None } else { Some(one_changed(state, before, change)?) };
    Ok(Plan::with_later(plan.as_ref(), &plans))
}

/// One plan with what changes.
fn one_changed(state: &Desk, before: Option<Plan>, change: &PlanChange) -> anyhow::Result<Plan> {
    let date = match (change.also, change.date) {
        (_, Some(date)) | (Some(date), None) => date,
        (None, None) => before.as_ref().ok_or(Message::from(WorkMessage::NoPlanYet))?.date,
    };
    // A further interview is like the nearest one, until it is said otherwise.
    let before = before.or_else(|| Plan::in_force(state));
    if date < state.now.day {
        return Err(Message::from(WorkMessage::PastDate { date }).into());
    }
    let hour = change.hour.unwrap_or_else(|| before.as_ref()?.hour_on(date));
    let minutes = change.minutes.or(before.as_ref().map(|plan| plan.minutes)).unwrap_or(USUAL_MINUTES);
    let mut weights = before.map_or_else(BTreeMap::new, |plan| plan.weights);
    for (name, weight) in &change.weights {
        let unfit = |message: WorkMessage| Err(Message::from(message).into());
        let name = match scope::find(state, name) {
            NamedScope::One(name) => name,
            NamedScope::None => return unfit(WorkMessage::NoDeckOrTopic { name: name.clone() }),
            NamedScope::Several(found) => {
                return unfit(WorkMessage::SeveralDecks { name: name.clone(), found: found.join(", ") });
            }
        };
        match weight {
            Some(weight) => weights.insert(name, *weight),
            None => weights.remove(&name),
        };
    }
    let plan = Plan { date, hour, minutes, weights };
    match plan.is_over(state) {
        true => {
            Err(Message::from(WorkMessage::HourIsPast { hour: hour.expect("the day is not past") }).into())
        }
        false => Ok(plan),
    }
}
