//! What the last undo took back is noted again.

use super::Workspace;
use crate::day::At;
use crate::desk::UndoneAnswer;
use crate::messages::{Message, WorkMessage};
use crate::progress::{Kind, LogEvent};
use std::collections::HashSet;

/// Of the answers that one undo took back each was taken back so many milliseconds after the one before, at most.
const AT_ONCE: i64 = 2;

/// An answer that is noted again has an instant of its own, so many milliseconds later at most.
const LATER: i64 = 50;

impl Workspace {
    /// Notes the answers again that the last undo took back, each at its time; the last first. A line of the log
    /// is never taken out, so each is a new one.
    pub(super) fn redo_answers(&mut self) -> anyhow::Result<Vec<UndoneAnswer>> {
        self.files.load_history(&mut self.state)?;
        let (events, found) = {
            let progress = &self.state.progress;
            let all: Vec<LogEvent> = progress.events().collect();
            let counting: Vec<LogEvent> = progress.counting().collect();
            let is_same = |one: &LogEvent, other: &LogEvent| {
                progress.present_id(&one.card) == progress.present_id(&other.card)
            };
            let answer_of = |undo: &LogEvent| {
                let Kind::Undo { of } = undo.kind else { return None };
                let is_it = |event: &&LogEvent| {
                    event.at == of && matches!(event.kind, Kind::Review(_)) && is_same(event, undo)
                };
                all.iter().find(is_it).map(|answer| (undo.at, answer))
            };
            let mut undone: Vec<(At, &LogEvent)> = all.iter().filter_map(answer_of).collect();
            undone.sort_by_key(|(undone, answer)| (std::cmp::Reverse(*undone), std::cmp::Reverse(answer.at)));
            let copies = |events: &[LogEvent], answer: &LogEvent, from: i64| {
                let span = answer.at.0 + from..=answer.at.0 + LATER;
                events.iter().any(|event| {
                    span.contains(&event.at.0) && event.kind == answer.kind && is_same(event, answer)
                })
            };
            // It counts, or was noted again before and taken back again since.
            let is_over = |answer: &LogEvent| copies(&counting, answer, 0) || copies(&all, answer, 1);
            let mut taken: HashSet<(_, At)> =
                all.iter().map(|event| (event.card.clone(), event.at)).collect();
            let (mut events, mut found) = (Vec::new(), Vec::new());
            let mut last = undone.first().map_or(At(0), |(undone, _)| *undone);
            let of_last = undone.into_iter().take_while(|(undone, _)| {
                let is_near = last.0 - undone.0 <= AT_ONCE;
                last = *undone;
                is_near
            });
            for (_, answer) in of_last.filter(|(_, answer)| !is_over(answer)) {
                let Kind::Review(review) = &answer.kind else { continue };
                let mut at = answer.at;
                while !taken.insert((answer.card.clone(), at)) {
                    at = At(at.0 + 1);
                }
                let card = progress.present_id(&answer.card).clone();
                found.push(UndoneAnswer { card, grade: review.grade, at });
                events.push(LogEvent { at, ..answer.clone() });
            }
            (events, found)
        };
        if events.is_empty() {
            return Err(Message::from(WorkMessage::NothingToRedo).into());
        }
        self.files.add(&mut self.state, &events)?;
        Ok(found)
    }
}
