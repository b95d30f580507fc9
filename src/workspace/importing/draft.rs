//! A draft: what importing one file would do.

use crate::card::CardId;
use crate::import::{Diagnostic, LineMarks, Styled};
use crate::messages::Message;
use crate::store::library::{self, ReadFile, Unreadable};
use crate::store::shelf::{Entry, How, Settled, said};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// What importing a file does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ImportAction {
    /// It is new in the library.
    Added,
    /// It has changed.
    Updated,
    /// It is as it was.
    Unchanged,
    /// It holds no cards.
    Skipped,
}

impl ImportAction {
    /// Whether something is to be written.
    pub fn changes(self) -> bool {
        matches!(self, ImportAction::Added | ImportAction::Updated)
    }

    /// Its name for people and programs.
    pub fn name(self) -> &'static str {
        match self {
            ImportAction::Added => "added",
            ImportAction::Updated => "updated",
            ImportAction::Unchanged => "unchanged",
            ImportAction::Skipped => "skipped",
        }
    }
}

/// A file that was found, and its line for the list.
#[derive(Debug)]
pub struct Draft {
    /// The file as it was read.
    pub file: ReadFile,
    /// Its line.
    pub entry: Entry,
    /// What importing it does.
    pub action: ImportAction,
    /// The name of its deck.
    pub deck: String,
    /// Where it will be read from: the copy, or the notes themselves.
    pub place: PathBuf,
    /// Images that were carried along.
    pub images: Vec<PathBuf>,
    /// Lines for the same notes that this one takes the place of.
    pub replaces: Vec<Entry>,
    /// Where the file stood that a copy was made of, where it stands elsewhere now.
    pub(crate) moved_from: Option<PathBuf>,
    /// Lines of its mirror that are not in the notes, or the other way round.
    pub waits: Vec<(bool, String)>,
    /// Whether the user named it, and not all of a folder or of the library.
    pub is_named: bool,
}

impl Draft {
    /// Its place below the folder that it is referred to with; else empty.
    pub fn inside(&self) -> String {
        self.entry.place_of(&self.place)
    }

    /// Whether it refers to this folder as a whole.
    pub fn refers_to(&self, folder: &Path) -> bool {
        self.entry.how == How::Link && self.entry.origin.as_deref() == Some(folder)
    }

    /// Adds remarks, in the order of the lines.
    pub fn told(&mut self, remarks: Vec<Diagnostic>) {
        for remark in remarks {
            if !self.file.notes.diagnostics.contains(&remark) {
                self.file.notes.diagnostics.push(remark);
            }
        }
        self.file.notes.diagnostics.sort_by_key(|diagnostic| diagnostic.line);
    }

    /// Takes in what has become of the notes and their mirror.
    pub fn is_settled(&mut self, settled: &Settled) {
        self.waits = match settled {
            Settled::Waits(difference) => difference.lines.clone(),
            _ => Vec::new(),
        };
        if matches!(settled, Settled::Written | Settled::Met(_))
            && let Ok(file) = library::read_file_as(
                &self.file.path,
                Styled { accepted: None, ..self.entry.styled(&self.inside()) },
            )
        {
            // The notes have other words now.
            self.file = file;
            self.action = ImportAction::Updated;
        }
        if let Some(said) = said(&self.place, settled) {
            self.told(vec![Diagnostic::warning(1, said, "")]);
        }
    }
}

/// What the user chose for a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportChoice {
    /// Index of the draft.
    pub draft: usize,
    /// The style to read it in, where that is not the one it was read in.
    pub style: Option<&'static str>,
    /// Cards that are not wanted.
    pub out: Vec<CardId>,
    /// What was said of single lines.
    pub marks: LineMarks,
}

/// Files that were found, and what could not be read.
#[derive(Debug, Default)]
pub struct Drafts {
    /// One for each file.
    pub drafts: Vec<Draft>,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
    /// What the user should know.
    pub told: Vec<Message>,
}
