//! The draft: what the learner sets.

use crate::day::Day;
use crate::desk::Desk;
use crate::progress::{Target, weights_json};
use crate::schedule::plan::readout::Row;
use crate::schedule::plan::{Plan, USUAL_MINUTES};
use std::collections::BTreeMap;

/// What the learner sets.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PlanDraft {
    pub(super) date: Option<Day>,
    pub(super) minutes: u32,
    pub(super) weights: BTreeMap<String, f32>,
}

impl PlanDraft {
    pub(super) fn of(desk: &Desk) -> PlanDraft {
        match desk.progress.target().and_then(Plan::of) {
            Some(plan) => PlanDraft { date: Some(plan.date), minutes: plan.minutes, weights: plan.weights },
            None => PlanDraft { date: None, minutes: USUAL_MINUTES, weights: BTreeMap::new() },
        }
    }

    pub(super) fn plan(&self, date: Day) -> Plan {
        Plan { date, minutes: self.minutes, weights: self.weights.clone() }
    }

    pub(super) fn target(&self) -> Target {
        Target { date: self.date, minutes: self.minutes, weights: weights_json(&self.weights).into() }
    }
}

/// The weight a row has now: its own, that of its deck, or 1.
pub(super) fn weight_of(row: &Row, weights: &BTreeMap<String, f32>) -> f32 {
    let own = weights.get(&row.name);
    let of_deck = || weights.get(row.name.split(crate::schedule::plan::scope::SEPARATOR).next()?);
    own.or_else(of_deck).copied().unwrap_or(1.0)
}
