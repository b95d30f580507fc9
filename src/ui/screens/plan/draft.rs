//! The draft: what the learner sets.

use crate::day::{Day, TimeOfDay};
use crate::desk::Desk;
use crate::progress::Target;
use crate::schedule::plan::readout::ReadoutRow;
use crate::schedule::plan::{Plan, USUAL_MINUTES};
use std::collections::BTreeMap;

/// What the learner sets.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PlanDraft {
    pub(super) date: Option<Day>,
    pub(super) hour: Option<TimeOfDay>,
    pub(super) minutes: u32,
    pub(super) weights: BTreeMap<String, f32>,
    /// The interviews after this one, which stay as they are.
    pub(super) later: Vec<Plan>,
}

impl PlanDraft {
    pub(super) fn of(desk: &Desk) -> PlanDraft {
        let later = Plan::later(desk);
        match Plan::current(desk) {
            Some(Plan { date, hour, minutes, weights }) => {
                PlanDraft { date: Some(date), hour, minutes, weights, later }
            }
            None => PlanDraft::without_date(later),
        }
    }

    /// No date, and nothing weighted.
    pub(super) fn without_date(later: Vec<Plan>) -> PlanDraft {
        PlanDraft { date: None, hour: None, minutes: USUAL_MINUTES, weights: BTreeMap::new(), later }
    }

    pub(super) fn plan(&self, date: Day) -> Plan {
        Plan { date, hour: self.hour, minutes: self.minutes, weights: self.weights.clone() }
    }

    pub(super) fn target(&self) -> Target {
        Plan::with_later(self.date.map(|date| self.plan(date)).as_ref(), &self.later)
    }
}

/// The weight a row has now: its own, that of its deck, or 1.
pub(super) fn weight_of(row: &ReadoutRow, weights: &BTreeMap<String, f32>) -> f32 {
    let own = weights.get(&row.name);
    let of_deck = || weights.get(row.name.split(crate::schedule::plan::scope::SEPARATOR).next()?);
    own.or_else(of_deck).copied().unwrap_or(1.0)
}
