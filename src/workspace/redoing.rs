//! What the last undo took back is noted again.

use super::Workspace;
use crate::card::CardId;
use crate::day::At;
use crate::desk::{AT_ONCE, Done, UndoneEvent};
use crate::messages::{Message, WorkMessage};
use crate::progress::{Kind, LogEvent};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Bound;

/// What is noted again has an instant of its own, so many milliseconds later at most.
const LATER: i64 = 50;

impl Workspace {
    /// Notes again what the last undo took back, each at its time; the last first. A line of the log
    /// is never taken out, so each is a new one.
    pub(super) fn redo_last(&mut self) -> anyhow::Result<Vec<UndoneEvent>> {
        self.files.load_history(&mut self.state)?;
        let progress = &self.state.progress;
        let name = |card: &CardId| progress.present_id(card).clone();
        // What happened to each card by its instants, and what was taken back of that.
        let mut events_of: HashMap<CardId, BTreeMap<At, LogEvent>> = HashMap::new();
        let mut undos: Vec<(At, CardId, At)> = Vec::new();
        let mut taken: HashSet<(CardId, At)> = HashSet::new();
        for event in progress.events() {
            taken.insert((name(&event.card), event.at));
            match event.kind {
                Kind::Undo { of } => undos.push((event.at, name(&event.card), of)),
                _ if Done::of(&event.kind).is_some() => {
                    events_of.entry(name(&event.card)).or_default().insert(event.at, event);
                }
                _ => {}
            }
        }
        undos.retain(|(_, card, of)| events_of.get(card).is_some_and(|own| own.contains_key(of)));
        undos.sort_by_key(|(at, _, of)| (Reverse(*at), Reverse(*of)));
        let ends = |pair: &[(At, CardId, At)]| pair[0].0.0 - pair[1].0.0 > AT_ONCE;
        let last = undos.windows(2).position(ends).map_or(undos.len(), |before| before + 1);
        let (mut events, mut found) = (Vec::new(), Vec::new());
        for (_, card, of) in &undos[..last] {
            let own = &events_of[card];
            let event = &own[of];
            let Some(done) = Done::of(&event.kind) else { continue };
            // It was noted again before: that one is taken back again, or counts.
            let behind = (Bound::Excluded(*of), Bound::Included(At(of.0 + LATER)));
            if own.range(behind).any(|(_, other)| other.kind == event.kind) {
                continue;
            }
            let at =
                (of.0..).map(At).find(|at| taken.insert((card.clone(), *at))).expect("some instant is free");
            found.push(UndoneEvent { card: card.clone(), done, at });
            events.push(LogEvent { at, ..event.clone() });
        }
        if events.is_empty() {
            return Err(Message::from(WorkMessage::NothingToRedo).into());
        }
        self.files.add(&mut self.state, &events)?;
        Ok(found)
    }
}
