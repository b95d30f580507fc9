//! What can go wrong on the disk, and what a user should know although it went well.

use super::atomic::is_in_use;
use super::git::GitProblem;
use super::library::shown;
use crate::day::At;
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
        cause: String,
    },
    /// There is no home directory to put files in.
    NoHome,
    /// Git could not do its part.
    Git {
        /// What was to be done: "reach the remote", …
        deed: String,
        /// What git said.
        cause: GitProblem,
        /// The way out.
        way_out: &'static str,
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

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NotOurs { path, line, cause } => {
                let way_out = match cause {
                    NotOurs::NoHeader => {
                        "`backprop doctor --repair` brings back every whole line of a damaged one; or move it away, or name another folder with --data-dir"
                    }
                    NotOurs::Newer(_) => {
                        "update backprop or name another folder with --data-dir; `backprop doctor --repair` if no newer one ever ran"
                    }
                };
                write!(out, "{}, line {line}: {cause}; the file was left as it is; {way_out}", shown(path))
            }
            Problem::Locked { path } => write!(
                out,
                "{}: another program has held this lock for several seconds; close it and try again",
                shown(path)
            ),
            Problem::Io { deed, path, cause } => {
                write!(out, "cannot {deed} {}: {cause}; {}", shown(path), way_out(cause))
            }
            Problem::Manifest { path, cause } => write!(
                out,
                "{}: {cause}; the file was left as it is; mend it, or move it away and import your notes again",
                shown(path)
            ),
            Problem::Git { deed, cause, way_out } => write!(out, "cannot {deed}: {cause}; {way_out}"),
            Problem::NoHome => out.write_str(
                "there is no home directory to keep progress in; name a folder with --data-dir or BACKPROP_DATA_DIR",
            ),
        }
    }
}

// The cause is part of the message; as a source it would be told twice.
impl std::error::Error for Problem {}

fn way_out(cause: &io::Error) -> &'static str {
    use io::ErrorKind as Kind;
    match cause.kind() {
        Kind::PermissionDenied if is_in_use(cause) => {
            "close it where it is open, or check who may write there, then try again"
        }
        _ if is_in_use(cause) => "another program has it open: close it there, then try again",
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => "free some space, then try again",
        Kind::PermissionDenied => "check who owns it and who may write there, then try again",
        Kind::ReadOnlyFilesystem => "the disk is read-only; name another folder with --data-dir",
        Kind::IsADirectory | Kind::NotADirectory => "move it away or name another folder with --data-dir",
        Kind::InvalidData => "mend it or move it away",
        _ => "check the disk, then try again",
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

impl fmt::Display for Notice {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Notice::SetAside { log, lines, kept_in } => write!(
                out,
                "{}: {} damaged; set aside in {}, all others kept",
                shown(log),
                count(*lines, "line was", "lines were"),
                shown(kept_in)
            ),
            Notice::NotMended { log, cause } => {
                write!(out, "{}: damaged lines were skipped but not removed: {cause}", shown(log))
            }
            Notice::Emptied { log, answers, latest } => {
                let until = latest.map_or_else(String::new, |latest| format!(" up to {latest}"));
                write!(
                    out,
                    "{} is empty, but {answers} answers{until} were known here: look for a copy of it beside it, in a \
                     backup or on another machine, and let `backprop merge FILE` or `backprop sync` take it in",
                    shown(log)
                )
            }
            Notice::TookIn { copy, events, renamed } => write!(
                out,
                "{}: a copy of the progress file; {} taken in; it is now {}",
                shown(copy),
                count(*events, "event was", "events were"),
                shown(renamed)
            ),
            Notice::LeftAlone { copy, cause } => {
                write!(out, "{}: looks like a copy of the progress file, left alone: {cause}", shown(copy))
            }
            Notice::Restored { log, events } => write!(
                out,
                "{}: changed by another program; {} written again",
                shown(log),
                count(*events, "event of this session was", "events of this session were")
            ),
        }
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
