//! What an archive holds: a closed list of paths, and where each stands on this machine.

use crate::messages::{BackupMessage, Message};
use crate::store::dirs::Dirs;
use crate::store::problem::Problem;
use crate::store::spelling;
use crate::store::sync::names;
pub(super) use crate::store::sync::names::{LIST, LOG, SETTINGS};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Names of folders that an archive is being unpacked into.
pub const STAGING: &str = ".backprop-restore-";

/// The entry that says what the archive is.
pub(super) const HEADER: &str = "backup.json";
pub(super) const KIND: &str = "backup";
pub(super) const VERSION: u32 = 1;

/// What names programs and places on this machine; an archive has it to be read.
pub const MACHINE: &str = "machine.toml";
/// Damaged lines that were taken out of the log.
pub(super) const SCRAPS: &str = "progress.json.rejected-";
pub(super) const FOLDERS: [&str; 6] = ["decks", "kept", "seen", "reports", "code", MIRRORS];
pub(super) const MIRRORS: &str = "mirrors";

/// No file is larger, in bytes, nor are all of them together, nor are there more.
pub(super) const LARGEST: u64 = 1 << 30;
pub(super) const LARGEST_ALL: u64 = 4 << 30;
pub(super) const MOST_FILES: usize = 200_000;
/// Settings are small.
pub(super) const LARGEST_SETTINGS: u64 = 1 << 20;
pub(super) const LONGEST_PATH: usize = 1024;

/// What an archive says of itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct BackupHeader {
    pub(super) backprop: String,
    pub(super) version: u32,
    /// When it was made.
    pub(super) at: String,
    /// The version of the program that made it.
    pub(super) program: String,
}

/// How many bytes a path of the archive may hold, or why it is none.
pub(super) fn most_bytes(path: &str) -> Result<u64, Message> {
    match path {
        LOG => return Ok(LARGEST),
        SETTINGS | MACHINE => return Ok(LARGEST_SETTINGS),
        _ => (),
    }
    let unlisted = || BackupMessage::Unlisted.into();
    if path.len() > LONGEST_PATH {
        return Err(BackupMessage::PathTooLong.into());
    }
    let plain = |name: &str| names::plain(name).map_err(Message::from);
    let Some((folder, inside)) = path.split_once('/') else {
        return if path.starts_with(SCRAPS) { plain(path).map(|()| LARGEST) } else { Err(unlisted()) };
    };
    if !FOLDERS.contains(&folder) {
        return Err(unlisted());
    }
    if inside.split('/').count() > names::DEEPEST {
        return Err(BackupMessage::PathTooLong.into());
    }
    inside.split('/').try_for_each(plain)?;
    Ok(LARGEST)
}

/// Where a path of the archive stands on this machine.
pub(super) fn place(dirs: &Dirs, path: &str) -> PathBuf {
    let is_of_machine = matches!(path, SETTINGS | MACHINE) || path.split('/').next() == Some(MIRRORS);
    let place = if is_of_machine { &dirs.config } else { &dirs.data }.join(path);
    // A log that is a link stays one: what it leads to is replaced.
    if path == LOG { spelling::real_or_same(&place) } else { place }
}

pub(super) fn refused(path: &Path, why: impl Into<Message>) -> Problem {
    Problem::NoBackup { path: path.to_path_buf(), why: why.into().into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_paths_is_closed() {
        for path in [
            "progress.json",
            "config.toml",
            "machine.toml",
            "decks/decks.json",
            "decks/池化/第 1 周.md",
            "kept/a 2026.md",
            "seen/x.jsonl",
            "reports/deck.apkg",
            "code/x.py",
            "mirrors/agreed.jsonl",
            "progress.json.rejected-2026-11-22T100000",
        ] {
            assert!(most_bytes(path).is_ok(), "{path}");
        }
        for path in [
            "",
            "/progress.json",
            "../progress.json",
            "decks/../config.toml",
            "decks//a.md",
            "decks/",
            "decks",
            "decks\\..\\a.md",
            "decks/.git/config",
            "decks/con.md",
            "cache/fold.cache",
            "sync/git/config",
            "replaced/x",
            "restoring/plan.json",
            "progress.json.lock",
            "decks/a\u{202e}.md",
        ] {
            assert!(most_bytes(path).is_err(), "{path}");
        }
    }
}
