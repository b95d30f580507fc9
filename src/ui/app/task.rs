//! Tasks that are done from inside the program: with files, decks, other machines.

use crate::messages::InsideMessages;
use std::path::PathBuf;

/// A task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProgramTask {
    /// Notes come into the library.
    Import,
    /// A deck leaves it.
    Remove(String),
    /// Data is written for other programs.
    Export {
        /// What.
        what: &'static str,
        /// In which format.
        format: &'static str,
        /// Into which file; the shell fills it in.
        to: PathBuf,
    },
    /// The data folder is united with a git repository, at an address or the one that is set.
    Sync(Option<String>),
    /// The answers of another progress file are taken in.
    Merge(PathBuf),
    /// All that is the learner's own goes into one archive: a file, a folder for it, or none for the home folder.
    Backup(Option<PathBuf>),
    /// A backup is looked at, or brought back once that was agreed to.
    Restore {
        /// The archive.
        from: PathBuf,
        /// Whether the learner saw what would change and wants it.
        is_agreed: bool,
    },
    /// The weights are fitted.
    Tune,
    /// The weights before count again.
    Untune,
    /// Everything is checked.
    Doctor,
}

/// How a task ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskEnd {
    /// It is done.
    Done,
    /// It failed, and said why.
    Failed,
    /// The user stopped it.
    Stopped,
}

impl ProgramTask {
    /// What it is called.
    pub fn name(&self, words: &InsideMessages) -> &'static str {
        match self {
            ProgramTask::Import => words.act_import,
            ProgramTask::Remove(_) => words.act_remove,
            ProgramTask::Export { .. } => words.act_export,
            ProgramTask::Sync(_) => words.act_sync,
            ProgramTask::Merge(_) => words.act_merge,
            ProgramTask::Backup(_) => words.act_backup,
            ProgramTask::Restore { .. } => words.act_restore,
            ProgramTask::Tune => words.act_tune,
            ProgramTask::Untune => words.act_untune,
            ProgramTask::Doctor => words.act_doctor,
        }
    }
}
