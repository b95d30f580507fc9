//! What a synchronisation did, and why it could not.

use crate::messages::{Message, SyncMessage};
use crate::store::git::GitProblem;
use crate::store::problem::{Notice, Problem};
use std::path::PathBuf;

/// A path that is not shared, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedPath {
    /// Its path in the repository or the data folder.
    pub path: String,
    /// Why.
    pub why: Message,
}

/// Whose version was put aside where two met, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PutAside {
    /// That of this machine: it was edited earlier.
    Ours,
    /// That of the other machine: it was edited earlier.
    Theirs,
    /// That of this machine: it shares the folder for the first time.
    Joined,
}

/// What a synchronisation did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SyncReport {
    /// Whether this folder is synchronised for the first time.
    pub set_up: bool,
    /// The remote, without a password; none where there is none yet.
    pub remote: Option<String>,
    /// Files that had changed here since the last time.
    pub saved: Vec<String>,
    /// Events that came from elsewhere.
    pub events: usize,
    /// Other files that came from elsewhere.
    pub files: Vec<String>,
    /// Files that were taken out elsewhere, and so here.
    pub removed: Vec<String>,
    /// Decks that another machine took out and that were changed here: they stay.
    pub stays: Vec<String>,
    /// Decks that were taken out here, and that another machine changed or brought along again: they are back.
    pub back: Vec<String>,
    /// Notes that were taken out or lost cards, and where the version before is.
    pub kept: Vec<(String, PathBuf)>,
    /// Files that were changed in both places otherwise: which stayed, where the other version is,
    /// and whose that is.
    pub both: Vec<(String, String, PutAside)>,
    /// What stands in the repository and was not taken in; it was left there.
    pub refused: Vec<RefusedPath>,
    /// What stands here and was not sent.
    pub withheld: Vec<RefusedPath>,
    /// Whether the remote has everything now.
    pub is_sent: bool,
    /// Whether there was something to send.
    pub has_sent: bool,
    /// What else to know.
    pub notices: Vec<Notice>,
    /// What else to know, of git and its repository.
    pub said: Vec<Message>,
}

pub(super) fn cannot(deed: SyncMessage, way_out: SyncMessage) -> impl FnOnce(GitProblem) -> Problem {
    move |cause| Problem::Git { deed: deed.into(), cause, way_out: way_out.into() }
}

/// For calls that only fail when there is no git or the repository is broken.
pub(super) fn broken(cause: GitProblem) -> Problem {
    let way_out = match cause {
        GitProblem::Missing(_) => SyncMessage::InstallGit,
        GitProblem::Refused(_) | GitProblem::Hopeless(_) | GitProblem::TooMuch(_) => SyncMessage::RepairSync,
    };
    cannot(SyncMessage::UseRepository, way_out)(cause)
}
