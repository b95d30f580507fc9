//! Changing the plan: the day of the interview, minutes a day, and how much decks and topics matter.

use super::Workspace;
use crate::card::CardId;
use crate::day::{Day, Moment};
use crate::messages::{Message, WorkMessage};
use crate::progress::{Kind, Target, weights_json};
use crate::schedule::plan::{Plan, USUAL_MINUTES, scope};
use std::collections::BTreeMap;

/// What changes about the plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlanChange {
    /// The plan is taken back.
    pub clear: bool,
    /// The day of the interview.
    pub date: Option<Day>,
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
            let target = match change.clear {
                true => Target { date: None, minutes: 0, weights: "{}".into() },
                false => changed(self, change)?,
            };
            let (state, files) = (&mut self.state, &mut self.files);
            let given = state.now;
            files.note_at(state, given, &CardId::from(""), Kind::Plan(target))?;
        }
        self.save()?;
        self.files.look_from(&mut self.state)
    }
}

/// The plan so far with what changes.
fn changed(workspace: &Workspace, change: &PlanChange) -> anyhow::Result<Target> {
    let state = &workspace.state;
    let before = state.progress.target().and_then(Plan::of);
    let date = match change.date {
        Some(date) => date,
        None => before.as_ref().ok_or(Message::from(WorkMessage::NoPlanYet))?.date,
    };
    if date < state.now.day {
        return Err(Message::from(WorkMessage::PastDate { date }).into());
    }
    let minutes = change.minutes.or(before.as_ref().map(|plan| plan.minutes)).unwrap_or(USUAL_MINUTES);
    let mut weights = before.map_or_else(BTreeMap::new, |plan| plan.weights);
    for (name, weight) in &change.weights {
        let Some(name) = scope::find(state, name) else {
            return Err(Message::from(WorkMessage::NoDeckOrTopic { name: name.clone() }).into());
        };
        match weight {
            Some(weight) => weights.insert(name, *weight),
            None => weights.remove(&name),
        };
    }
    Ok(Target { date: Some(date), minutes, weights: weights_json(&weights).into() })
}
