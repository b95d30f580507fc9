//! Notes that are edited: their text, and what is to be different in it.

use super::super::Notes;
use super::super::style::Style;
use crate::card::Face;
use crate::markdown::clean;

/// What a card is to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The question.
    pub question: String,
    /// The answer, Markdown; empty for none yet.
    pub answer: String,
}

/// Why notes are left as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditRefusal {
    /// They no longer hold the card as it was read.
    Changed,
    /// However it is written down, other cards would change or come about.
    NotRead {
        /// The words that it is about, where they are known: the question, or a line of the answer.
        words: Option<String>,
    },
    /// Their encoding has no such letter.
    NoSuchLetter {
        /// The encoding.
        encoding: &'static str,
    },
    /// They are no text.
    NoText,
    /// They are another program's, and are read but not written.
    Converted {
        /// The format.
        format: &'static str,
    },
}

impl Wording {
    pub(super) fn of(face: &Face) -> Wording {
        Wording { question: face.question.to_string(), answer: face.answer.to_string() }
    }

    pub(super) fn tidied(&self) -> Wording {
        let Wording { question, answer } = self;
        Wording {
            question: question.trim().to_owned(),
            answer: answer.trim_end().trim_matches('\n').to_owned(),
        }
    }

    /// Whether a face says this; `exactly`, or up to the white space around its lines.
    pub(super) fn is_said(&self, face: &Face, exactly: bool) -> bool {
        is_same(&face.question, &self.question, exactly) && is_same(&face.answer, &self.answer, exactly)
    }
}

pub(super) fn is_same(read: &str, wanted: &str, exactly: bool) -> bool {
    let wanted = clean(wanted);
    if exactly {
        return read.trim() == wanted.trim();
    }
    let bare = |text: &str| -> Vec<String> {
        let lines = text.lines().map(|line| line.trim_start_matches(['>', ' ', '\t']).trim_end().to_owned());
        lines.filter(|line| !line.is_empty()).collect()
    };
    bare(read) == bare(&wanted)
}

/// A text of notes, with line ends of one kind, and what it was read as.
pub(super) struct EditSheet {
    pub(super) text: String,
    pub(super) style: Option<&'static Style>,
    pub(super) notes: Notes,
}

/// What is to be different.
#[derive(Clone, Copy)]
pub(super) enum CardEdit<'a> {
    /// This card says this.
    Card(usize, &'a Wording),
    /// There is one card more, the last one, and it says this.
    New(&'a Wording),
}
