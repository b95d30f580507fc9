//! Taking back what was done, on whichever screen, and saying what it was.

use super::app::{Effect, Look, Step};
use super::format::markdown_text;
use crate::card::CardId;
use crate::desk::{Desk, Done, StateOwner, TakenBack, UndoMark};
use crate::messages::Messages;
use crate::settings::ROWS;

/// Takes back the newest thing done since then, and says what it was.
pub(super) fn undo(since: UndoMark, desk: &mut dyn StateOwner, look: &Look) -> Step {
    if let Some(asking) = in_files(since, desk) {
        return asking;
    }
    match desk.undo(since) {
        Some(taken) => Step::Notice(said(&taken, desk, look.words)),
        None => Step::Notice(look.words.nothing_to_undo.to_owned()),
    }
}

/// Does again what was taken back last of what was done since then, and says what it is.
pub(super) fn redo(since: UndoMark, desk: &mut dyn StateOwner, look: &Look) -> Step {
    if desk.undoable.is_undone_in_files(since) {
        return Step::Ask(Effect::Redo(since));
    }
    match desk.redo(since) {
        Some(again) => Step::Notice(said_again(&again, desk, look.words)),
        None => Step::Notice(look.words.home.nothing_to_redo.to_owned()),
    }
}

/// What was done again: its name, and the question of its card or how many cards there are.
pub fn said_again(again: &TakenBack, desk: &Desk, words: &Messages) -> String {
    let done = name(again.done, words);
    match &again.cards[..] {
        _ if again.done == Done::Planned => (words.home.redone)(done),
        [] => (words.home.redone)(done),
        [card] => (words.home.redone)(&format!("{done} · {}", question(card, desk, words))),
        cards => (words.home.redone_many)(done, cards.len()),
    }
}

/// What to ask of the shell where files have to be written for it.
pub(super) fn in_files(since: UndoMark, desk: &Desk) -> Option<Step> {
    desk.undoable.is_in_files(since).then_some(Step::Ask(Effect::Undo(since)))
}

/// What was taken back: its name, and the question of its card or how many cards there are.
pub fn said(taken: &TakenBack, desk: &Desk, words: &Messages) -> String {
    let done = name(taken.done, words);
    match &taken.cards[..] {
        _ if taken.done == Done::Planned => (words.home.undone_alone)(done),
        // What was added is not there any more.
        _ if taken.done == Done::Added => (words.home.undone_alone)(done),
        [] => (words.home.undone_alone)(done),
        [card] => (words.undone)(done, &question(card, desk, words)),
        cards => (words.home.undone_many)(done, cards.len()),
    }
}

/// What was done, in one word or few.
pub fn name(done: Done, words: &Messages) -> &'static str {
    match done {
        Done::Graded(grade) => (words.names.grade)(grade),
        Done::Answered => words.interview.act_interview,
        Done::Suspended => words.actions.suspend,
        Done::Resumed => words.actions.resume,
        Done::Buried => words.actions.bury,
        Done::Flagged => words.actions.flag,
        Done::Unflagged => words.actions.unflag,
        Done::Reset => words.actions.reset,
        Done::SetDue => words.actions.set_due,
        Done::Noted => words.your_note,
        Done::Asked => words.asked,
        Done::Reported => words.interview.reported.report,
        Done::Planned => words.actions.plan,
        Done::Chosen(row) => (ROWS[row].words)(words).label,
        Done::Rewritten => words.actions.write,
        Done::Added => words.actions.add,
    }
}

/// The first line of a card's question.
pub(super) fn question(card: &CardId, desk: &Desk, words: &Messages) -> String {
    let question = desk.find(card).map(|place| markdown_text(&desk.face(place).question));
    let question = question.unwrap_or_else(|| words.card_elsewhere.to_owned());
    question.lines().next().unwrap_or_default().to_owned()
}
