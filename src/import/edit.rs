//! Edits of notes: a card says something else, or a new card follows, and all else stays as it is.
//!
//! There are many styles and many ways of writing within each, so an edit is not known but tried: the
//! new words are put where the old ones stand, in every way that some style could mean, and the notes
//! are read again. The first text that reads as the same cards with just that change is the right one.

mod adding;
mod bytes;
mod holes;
mod places;
mod sheet;

use super::format;
use super::style::Style;
use super::{Notes, Owner, read, writing};
use crate::card::{Card, CardId, Face, Lang};
use crate::messages;
use sheet::{CardEdit, EditSheet, is_same};
pub use sheet::{EditRefusal, Wording};

/// The notes in which a card says something else. `style` is the one they have to be read in.
pub fn reworded(
    bytes: &[u8],
    style: Option<&'static Style>,
    face: &Face,
    wording: &Wording,
) -> Result<Vec<u8>, EditRefusal> {
    let sheet = EditSheet::of(bytes, style)?;
    let index = sheet.find(face).ok_or(EditRefusal::Changed)?;
    let wording = wording.tidied();
    let refused = || EditRefusal::NotRead { words: sheet.unreadable_words(index, &wording) };
    let after = sheet.reworded(index, &wording).ok_or_else(refused)?;
    bytes::spliced(bytes, &sheet.text, &after)
}

/// The notes with one card more, behind the last one and written like those above it.
pub fn with_card(
    bytes: &[u8],
    style: Option<&'static Style>,
    wording: &Wording,
) -> Result<Vec<u8>, EditRefusal> {
    let sheet = EditSheet::of(bytes, style)?;
    let after = adding::added(&sheet, &wording.tidied()).ok_or(EditRefusal::NotRead { words: None })?;
    bytes::spliced(bytes, &sheet.text, &after)
}

/// The notes with this card of another version of them, behind their last one and written as it is there; as
/// they are where they have it.
pub fn with_card_of(
    bytes: &[u8],
    other: &[u8],
    id: &CardId,
    style: Option<&'static Style>,
) -> Result<Vec<u8>, EditRefusal> {
    let (sheet, other) = (EditSheet::of(bytes, style)?, EditSheet::of(other, style)?);
    if sheet.notes.cards.iter().any(|card| card.id == *id) {
        return Ok(bytes.to_vec());
    }
    let index = other.notes.cards.iter().position(|card| card.id == *id).ok_or(EditRefusal::Changed)?;
    let after = adding::carried(&sheet, &other, index).ok_or(EditRefusal::NotRead { words: None })?;
    bytes::spliced(bytes, &sheet.text, &after)
}

/// The text of a file with plain line ends; `None` where it is no text.
pub fn plain_text(bytes: &[u8]) -> Option<String> {
    let decoded = format::decode(bytes);
    (!decoded.binary).then(|| decoded.text.replace("\r\n", "\n"))
}

/// The bytes of a file that says this text, in its own encoding and with its own line ends.
pub fn rewritten(bytes: &[u8], text: &str) -> Result<Vec<u8>, EditRefusal> {
    bytes::spliced(bytes, &plain_text(bytes).ok_or(EditRefusal::NoText)?, text)
}

/// Notes in the program's own style with one card more, which has this id.
pub fn with_named_card(bytes: &[u8], id: &CardId, wording: &Wording) -> Result<Vec<u8>, EditRefusal> {
    let sheet = EditSheet::of(bytes, None)?;
    let mut text = sheet.text.clone();
    let wording = wording.tidied();
    let Wording { question, answer } = &wording;
    writing::Writer::behind(&mut text, messages::of(Lang::En).names.my_cards).card(&writing::WrittenCard {
        id,
        metadata: None,
        topic: &[],
        question,
        answer,
    });
    let after = read(text.as_bytes(), None, None, None);
    let has_id = after.cards.last().is_some_and(|card| card.id == *id);
    if !has_id || !sheet.becomes(&after, CardEdit::New(&wording), true) {
        return Err(EditRefusal::NotRead { words: None });
    }
    bytes::spliced(bytes, &sheet.text, &text)
}

/// In longer notes, in bytes, it is not looked for which words cannot be written down: each try reads all of them.
const LONGEST_TRIED: usize = 200_000;
/// So many lines of an answer are looked at for that.
const MOST_LINES_TRIED: usize = 8;

impl EditSheet {
    fn of(bytes: &[u8], style: Option<&'static Style>) -> Result<EditSheet, EditRefusal> {
        let decoded = format::decode(bytes);
        if decoded.binary {
            return Err(EditRefusal::NoText);
        }
        if decoded.is_converted {
            return Err(EditRefusal::Converted { format: decoded.encoding });
        }
        Ok(EditSheet::new(decoded.text.replace("\r\n", "\n"), style))
    }

    fn new(text: String, style: Option<&'static Style>) -> EditSheet {
        let notes = read(text.as_bytes(), None, style, None);
        EditSheet { text, style, notes }
    }

    /// The card that still says what a face said, nearest to where that stood.
    fn find(&self, face: &Face) -> Option<usize> {
        let said = Wording::of(face);
        let line = |index: usize| self.face(index).source.question_line;
        let same = (0..self.notes.cards.len()).filter(|index| said.is_said(self.face(*index), true));
        same.min_by_key(|index| line(*index).abs_diff(face.source.question_line))
    }

    fn face(&self, index: usize) -> &Face {
        &self.notes.cards[index].faces[0]
    }

    /// The text with another wording of a card.
    fn reworded(&self, index: usize, wording: &Wording) -> Option<String> {
        let face = self.face(index);
        if holes::has(&face.question) {
            let texts = holes::texts(self, index, wording);
            return self.first(texts, CardEdit::Card(index, wording));
        }
        let old = Wording::of(face);
        let is_new_answer = !is_same(&old.answer, &wording.answer, true);
        let half = Wording { question: old.question.clone(), answer: wording.answer.clone() };
        let answered = match is_new_answer {
            true => {
                let text =
                    self.first(places::answers(self, index, &wording.answer), CardEdit::Card(index, &half))?;
                &EditSheet::new(text, self.style)
            }
            false => self,
        };
        if is_same(&old.question, &wording.question, true) {
            return Some(answered.text.clone());
        }
        let texts = places::questions(answered, index, &wording.question);
        answered.first(texts, CardEdit::Card(index, wording))
    }

    /// Which words of a wording cannot be written down: the question, or a line of the answer without which the rest
    /// can.
    fn unreadable_words(&self, index: usize, wording: &Wording) -> Option<String> {
        let old = Wording::of(self.face(index));
        let can_be = |question: &str, answer: &str| {
            let half = Wording { question: question.to_owned(), answer: answer.to_owned() };
            self.reworded(index, &half).is_some()
        };
        if self.text.len() > LONGEST_TRIED {
            return None;
        }
        if !can_be(&wording.question, &old.answer) {
            return wording.question.lines().next().map(str::to_owned);
        }
        let lines: Vec<&str> = wording.answer.lines().collect();
        let is_new =
            |line: &str| !line.trim().is_empty() && !old.answer.lines().any(|old| old.trim() == line.trim());
        let without = |at: usize| [&lines[..at], &lines[at + 1..]].concat().join("\n");
        let mut new = (0..lines.len()).filter(|at| is_new(lines[*at])).take(MOST_LINES_TRIED);
        new.find(|at| can_be(&wording.question, &without(*at))).map(|at| lines[at].trim().to_owned())
    }

    /// The first text that makes just this change.
    fn first(&self, texts: Vec<String>, change: CardEdit<'_>) -> Option<String> {
        let mut near = None;
        for text in texts {
            let after = read(text.as_bytes(), None, self.style, None);
            if self.becomes(&after, change, true) {
                return Some(text);
            }
            if near.is_none() && self.becomes(&after, change, false) {
                near = Some(text);
            }
        }
        near
    }

    fn becomes(&self, after: &Notes, change: CardEdit<'_>, exactly: bool) -> bool {
        let (old, new) = (&self.notes.cards, &after.cards);
        let says = |card: &Card, wording: &Wording| wording.is_said(&card.faces[0], exactly);
        let is_same = |(one, other): (&Card, &Card)| {
            let (one, other) = (&one.faces[0], &other.faces[0]);
            one.question == other.question && one.answer == other.answer && one.topic == other.topic
        };
        match change {
            CardEdit::Card(index, wording) => {
                let others = old.iter().zip(new).enumerate().filter(|(at, _)| *at != index);
                old.len() == new.len()
                    && old[index].faces[0].topic == new[index].faces[0].topic
                    && (says(&new[index], wording) || holes::says(&old[index], &new[index], wording))
                    && others.map(|(_, pair)| pair).all(is_same)
            }
            CardEdit::New(wording) => {
                new.len() == old.len() + 1
                    && new.last().is_some_and(|card| says(card, wording))
                    && old.iter().zip(new).all(is_same)
            }
        }
    }

    /// The bytes from the start of one line to the end of another, both 1-based, without the last line's
    /// end.
    fn range(&self, first: usize, last: usize) -> std::ops::Range<usize> {
        let mut starts = std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1));
        let start = starts.nth(first - 1).unwrap_or(self.text.len());
        let rest = &self.text[start..];
        let mut ends = rest.match_indices('\n').map(|(at, _)| at).chain([rest.len()]);
        let end = ends.nth(last.saturating_sub(first)).unwrap_or(rest.len());
        start..start + end
    }

    /// The lines of a card.
    fn lines(&self, index: usize) -> (usize, usize) {
        let mut own = self.notes.spans.iter().filter(|span| span.owner == Owner::Card(index));
        let first = own.next().map_or((1, 1), |span| (span.first, span.last));
        own.fold(first, |(first, _), span| (first, span.last))
    }
}
