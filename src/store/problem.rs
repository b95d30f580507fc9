//! What can go wrong on the disk, and what a user should know although it went well.

use super::atomic::is_in_use;
use super::git::GitProblem;
use super::spelling::shown;
use crate::card::Lang;
use crate::day::At;
use crate::messages::{BackupMessage, DiskMessage, ListFault, Message, NotesMessage, Quoted, Say};
use crate::progress::text::NotOurs;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why something on the disk was not done: the thing, the cause and the way out.
#[derive(Debug)]
pub enum Problem {
    /// The file is something else, or newer than this program. It was left as it is.
    NotOurs {
        /// The file.
        path: PathBuf,
        /// Its line, from 1.
        line: u64,
        /// What is wrong with it.
        cause: NotOurs,
    },
    /// Another program holds the lock and does not let go.
    Locked {
        /// The lock file.
        path: PathBuf,
    },
    /// Another program has changed in a file what was to be changed there. It was left as it is.
    ChangedMeanwhile {
        /// The file.
        path: PathBuf,
        /// What was found, and where the change is kept.
        why: NotesMessage,
    },
    /// The system said no.
    Io {
        /// What was to be done: "read", "write", …
        deed: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// The list of imported decks is damaged, or newer than this program. It was left as it is.
    Manifest {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and on which line.
        cause: ListFault,
    },
    /// There is no home directory to put files in.
    NoHome,
    /// A file is no backup that can be brought back, or there is nothing to keep.
    NoBackup {
        /// The file, or the folder.
        path: PathBuf,
        /// Why.
        why: Quoted,
    },
    /// Git could not do its part.
    Git {
        /// What was to be done: "reach the remote", …
        deed: Quoted,
        /// What git said.
        cause: GitProblem,
        /// The way out.
        way_out: Quoted,
    },
}

impl Problem {
    /// For `map_err`: an I/O error gets the deed and the path it happened to.
    pub fn io<'a>(deed: &'static str, path: &'a Path) -> impl FnOnce(io::Error) -> Problem + 'a {
        move |cause| {
            // Windows denies access to a folder that stands where a file should.
            let is_folder = cfg!(windows) && cause.kind() == io::ErrorKind::PermissionDenied && path.is_dir();
            let cause = if is_folder { io::ErrorKind::IsADirectory.into() } else { cause };
            Problem::Io { deed, path: path.to_path_buf(), cause }
        }
    }

    /// Whether the file or its folder is not there.
    pub fn is_missing(&self) -> bool {
        matches!(self, Problem::Io { cause, .. } if cause.kind() == io::ErrorKind::NotFound)
    }

    /// Whether the folder or disk does not let us write at all.
    pub fn is_read_only(&self) -> bool {
        use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
        matches!(self, Problem::Io { cause, .. } if matches!(cause.kind(), PermissionDenied | ReadOnlyFilesystem))
    }
}

impl From<&Problem> for Message {
    fn from(problem: &Problem) -> Message {
        Message::from(match problem {
            Problem::NotOurs { path, line, cause } => {
                let hint = match cause {
                    NotOurs::NoHeader => DiskMessage::HintRepair,
                    NotOurs::Newer(_) => DiskMessage::HintUpdate,
                };
                let cause = Quoted::from(Message::from(cause));
                DiskMessage::NotOurs { path: shown(path), line: *line, cause, hint: hint.into() }
            }
            Problem::Locked { path } => DiskMessage::Locked { path: shown(path) },
            Problem::ChangedMeanwhile { path, why } => {
                let hint = DiskMessage::HintReadAgain.into();
                let cause = Message::from(why.clone()).into();
                DiskMessage::Cannot { what: "change", path: shown(path), cause, hint }
            }
            Problem::Io { deed, path, cause } => {
                let (path, hint) = (shown(path), way_out(cause).into());
                DiskMessage::Cannot { what: deed, path, cause: Message::of_system(cause).into(), hint }
            }
            Problem::Manifest { path, cause } => {
                DiskMessage::ListDamaged { path: shown(path), cause: cause.clone().into() }
            }
            Problem::Git { deed, cause, way_out } => {
                let (what, hint) = (deed.clone(), way_out.clone());
                DiskMessage::CannotGit { what, cause: Message::from(cause).into(), hint }
            }
            Problem::NoHome => DiskMessage::NoHome,
            Problem::NoBackup { path, why } => {
                return BackupMessage::Refused { path: shown(path), why: why.clone() }.into();
            }
        })
    }
}

impl Say for Problem {
    fn say(&self, lang: Lang) -> String {
        Message::from(self).say(lang)
    }
}

impl fmt::Display for Problem {
    /// In English.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.say(Lang::En))
    }
}

// The cause is part of the message; as a source it would be told twice.
impl std::error::Error for Problem {}

fn way_out(cause: &io::Error) -> DiskMessage {
    use io::ErrorKind as Kind;
    match cause.kind() {
        Kind::PermissionDenied if is_in_use(cause) => DiskMessage::HintInUseOrDenied,
        _ if is_in_use(cause) => DiskMessage::HintInUse,
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => DiskMessage::HintSpace,
        Kind::PermissionDenied => DiskMessage::HintPermission,
        Kind::ReadOnlyFilesystem => DiskMessage::HintReadOnly,
        Kind::IsADirectory | Kind::NotADirectory => DiskMessage::HintMove,
        Kind::InvalidData => DiskMessage::HintMend,
        Kind::NotFound => DiskMessage::HintName,
        // The program itself would not do it, and has said why.
        Kind::InvalidInput if cause.get_ref().is_some_and(|cause| cause.is::<Message>()) => {
            DiskMessage::HintNothingWritten
        }
        _ => DiskMessage::HintDisk,
    }
}

/// Something a user should know about the progress file although all went well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Damaged lines were set aside; every whole line was kept.
    SetAside {
        /// The log.
        log: PathBuf,
        /// How many lines.
        lines: usize,
        /// Where they are now.
        kept_in: PathBuf,
    },
    /// The file is damaged and could not be mended; its whole lines were read.
    NotMended {
        /// The log.
        log: PathBuf,
        /// Why.
        cause: String,
    },
    /// The file is empty, and a cache of it knew answers.
    Emptied {
        /// The log.
        log: PathBuf,
        /// How many answers were known.
        answers: u64,
        /// When the last one was given.
        latest: Option<At>,
    },
    /// A copy that a sync tool or merge left beside the log was taken in.
    TookIn {
        /// What it was called.
        copy: PathBuf,
        /// Events the log did not have.
        events: usize,
        /// What it is called now.
        renamed: PathBuf,
    },
    /// A copy beside the log was left alone.
    LeftAlone {
        /// The copy.
        copy: PathBuf,
        /// Why.
        cause: String,
    },
    /// Another program replaced or cut the file while this one ran; what it lacked was written again.
    Restored {
        /// The log.
        log: PathBuf,
        /// Events written again.
        events: usize,
    },
}

impl From<&Notice> for Message {
    fn from(notice: &Notice) -> Message {
        Message::from(match notice {
            Notice::SetAside { log, lines, kept_in } => {
                DiskMessage::LinesSetAside { log: shown(log), lines: *lines, kept_in: shown(kept_in) }
            }
            Notice::NotMended { log, cause } => {
                DiskMessage::NotMended { log: shown(log), cause: cause.clone() }
            }
            Notice::Emptied { log, answers, latest: None } => {
                DiskMessage::Emptied { log: shown(log), answers: *answers }
            }
            Notice::Emptied { log, answers, latest: Some(latest) } => {
                DiskMessage::EmptiedSince { log: shown(log), answers: *answers, latest: *latest }
            }
            Notice::TookIn { copy, events, renamed } => {
                DiskMessage::TookIn { copy: shown(copy), events: *events, renamed: shown(renamed) }
            }
            Notice::LeftAlone { copy, cause } => {
                DiskMessage::LeftAlone { copy: shown(copy), cause: cause.clone() }
            }
            Notice::Restored { log, events } => DiskMessage::Restored { log: shown(log), events: *events },
        })
    }
}

impl fmt::Display for Notice {
    /// In English.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        Message::from(self).fmt(out)
    }
}
