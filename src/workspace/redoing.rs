//! What undos took back is noted again, one undo after the other.

use super::Workspace;
use crate::card::CardId;
use crate::day::At;
use crate::desk::{AT_ONCE, Done, UndoneEvent};
use crate::messages::{Message, WorkMessage};
use crate::progress::{Kind, LogEvent, visible_until};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What is noted again has an instant of its own, so many milliseconds later at most.
const LATER: i64 = 50;

/// What one undo took back: each event by its card and instant, the last first.
type Undone = Vec<(CardId, At)>;

/// What happened to each card, by its instants.
type EventsOf = HashMap<CardId, BTreeMap<At, LogEvent>>;

impl Workspace {
    /// Notes again what the last undo took back that is not there again, each at its time; the last first. Undos of
    /// which all is there again are passed over, so that the whole chain comes back one by one, until something new is
    /// done. A line of the log is never taken out, so each is a new one.
    pub(super) fn redo_last(&mut self) -> anyhow::Result<Vec<UndoneEvent>> {
        self.files.load_history(&mut self.state)?;
        let progress = &self.state.progress;
        let until = visible_until(self.state.now.at);
        let name = |card: &CardId| progress.present_id(card).clone();
        let mut events_of = EventsOf::new();
        let mut undos: Vec<(At, CardId, At)> = Vec::new();
        let mut taken: HashSet<(CardId, At)> = HashSet::new();
        for event in progress.events() {
            taken.insert((name(&event.card), event.at));
            match event.kind {
                Kind::Undo { of } => undos.push((event.at, name(&event.card), of)),
                _ if Done::of(&event.kind).is_some() && event.at <= until => {
                    events_of.entry(name(&event.card)).or_default().insert(event.at, event);
                }
                _ => {}
            }
        }
        undos.retain(|(_, card, of)| events_of.get(card).is_some_and(|own| own.contains_key(of)));
        // It was noted again at the next instant that was free: that one is taken back again, or counts.
        let is_again = |(card, of): &(CardId, At)| {
            let own = &events_of[card];
            let behind = (of.0 + 1..=of.0 + LATER).map(At);
            let mut behind = behind.take_while(|at| taken.contains(&(card.clone(), *at)));
            behind.any(|at| own.get(&at).is_some_and(|other| other.kind == own[of].kind))
        };
        let mut chain = chain(&events_of, undos);
        chain.iter_mut().for_each(|undone| undone.retain(|event| !is_again(event)));
        let mut missing = chain.pop().unwrap_or_default();
        while missing.is_empty() && !chain.is_empty() {
            missing = chain.pop().unwrap_or_default();
        }
        let (mut events, mut found) = (Vec::new(), Vec::new());
        for (card, of) in missing {
            let event = &events_of[&card][&of];
            let Some(done) = Done::of(&event.kind) else { continue };
            let at =
                (of.0..).map(At).find(|at| taken.insert((card.clone(), *at))).expect("some instant is free");
            found.push(UndoneEvent { card, done, at });
            events.push(LogEvent { at, ..event.clone() });
        }
        if events.is_empty() {
            return Err(Message::from(WorkMessage::NothingToRedo).into());
        }
        self.files.add(&mut self.state, &events)?;
        Ok(found)
    }
}

/// What was taken back since something new was done, one entry an undo, the last at the end. What a screen brings back is
/// noted after the undo: it is no longer among them, and nothing new.
fn chain(events_of: &EventsOf, undos: Vec<(At, CardId, At)>) -> Vec<Undone> {
    let done = events_of.iter().flat_map(|(card, own)| own.keys().map(move |at| (*at, card.clone(), None)));
    let mut all: Vec<(At, CardId, Option<At>)> =
        undos.into_iter().map(|(at, card, of)| (at, card, Some(of))).chain(done).collect();
    all.sort();
    let (mut chain, mut before) = (Vec::<Undone>::new(), None);
    for (at, card, of) in all {
        let Some(of) = of else {
            let kind = &events_of[&card][&at].kind;
            let last = chain.last_mut();
            let is_it = |(other, of): &(CardId, At)| *other == card && events_of[other][of].kind == *kind;
            match last.and_then(|last| Some((last.iter().position(is_it)?, last))) {
                Some((index, last)) => drop(last.remove(index)),
                None => chain.clear(),
            }
            if chain.pop_if(|last| last.is_empty()).is_some() || chain.is_empty() {
                before = None;
            }
            continue;
        };
        let is_at_once = before.is_some_and(|before: At| at.0 - before.0 <= AT_ONCE);
        match chain.last_mut().filter(|_| is_at_once) {
            Some(last) => last.push((card, of)),
            None => chain.push(vec![(card, of)]),
        }
        before = Some(at);
    }
    chain.iter_mut().for_each(|undone| undone.sort_by(|(_, one), (_, other)| other.cmp(one)));
    chain
}
