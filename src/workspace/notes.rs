//! Notes that the learner wrote on one card in two places at once: both stay, and it is said.

use crate::card::CardId;
use crate::desk::Desk;
use crate::markdown;
use crate::messages::{Message, WorkMessage};
use crate::progress::{Kind, LogEvent, Progress};
use std::collections::{BTreeMap, BTreeSet};

/// The cards of notes that are written here and not in the file yet.
pub(super) fn written(progress: &Progress) -> BTreeSet<CardId> {
    let is_note = |event: &&LogEvent| matches!(event.kind, Kind::Note { .. });
    progress.unsaved().iter().filter(is_note).map(|event| event.card.clone()).collect()
}

/// Says which of the notes that were written here stand beside others.
pub(super) fn met(written: &BTreeSet<CardId>, desk: &Desk) -> Vec<Message> {
    let is_united = |card: &&CardId| desk.progress.is_note_of_several(card);
    written.iter().filter(is_united).map(|card| said(card, desk)).collect()
}

/// All notes, by the present ids of their cards.
pub(super) fn all(progress: &Progress) -> BTreeMap<CardId, String> {
    progress.own_notes().map(|(card, note)| (card.clone(), note.to_owned())).collect()
}

/// Says which notes stand beside others that came since these were all.
pub(super) fn united(before: &BTreeMap<CardId, String>, desk: &Desk) -> Vec<Message> {
    let is_united = |(card, text): &(&CardId, &String)| {
        desk.progress.own_note(card) != Some(text) && desk.progress.is_note_of_several(card)
    };
    before.iter().filter(is_united).map(|(card, _)| said(card, desk)).collect()
}

fn said(card: &CardId, desk: &Desk) -> Message {
    let question =
        desk.find(card).map(|place| markdown::text(&markdown::inlines(&desk.face(place).question)));
    let question = question.and_then(|text| text.lines().next().map(str::to_owned));
    WorkMessage::NotesUnited { card: question.unwrap_or_else(|| card.to_string()) }.into()
}
