//! What a backup brought back here that other machines have otherwise: bringing it back is no word to them to take
//! out what they have. It is kept until the next synchronisation has united both.

use super::atomic;
use super::bounded;
use super::problem::Problem;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_64;

/// Stands beside the repository.
const FILE: &str = "sync/restored.json";

/// Files that were put in place, each with what it said, and files that went for it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Restored {
    put: BTreeMap<String, u64>,
    gone: BTreeSet<String>,
}

impl Restored {
    /// What was brought back since the last synchronisation; nothing where nothing was.
    pub(super) fn load(data: &Path) -> Result<Option<Restored>, Problem> {
        let path = path(data);
        match bounded::read(&path, 64 << 20) {
            Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(Problem::io("read", &path)(cause)),
            Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes).unwrap_or_default())),
        }
    }

    /// Adds a file that is put in place.
    pub(super) fn puts(&mut self, file: &str, bytes: &[u8]) {
        self.gone.remove(file);
        self.put.insert(file.to_owned(), xxh3_64(bytes));
    }

    /// Adds a file that goes.
    pub(super) fn goes(&mut self, file: &str) {
        self.put.remove(file);
        self.gone.insert(file.to_owned());
    }

    /// All these files.
    pub(super) fn files(&self) -> impl Iterator<Item = &String> {
        self.put.keys().chain(&self.gone)
    }

    /// Whether a file went.
    pub(super) fn has_gone(&self, file: &str) -> bool {
        self.gone.contains(file)
    }

    /// Whether a file says what it said when it was put in place.
    pub(super) fn is_as_put(&self, file: &str, bytes: &[u8]) -> bool {
        self.put.get(file) == Some(&xxh3_64(bytes))
    }

    /// Remembers it, where this folder is synchronised at all.
    pub(super) fn keep(&self, data: &Path) -> Result<(), Problem> {
        let path = path(data);
        if !path.parent().is_some_and(Path::is_dir) {
            return Ok(());
        }
        let bytes = serde_json::to_vec(self).expect("paths and numbers are JSON");
        atomic::replace(&path, |out| out.write_all(&bytes)).map_err(Problem::io("write", &path))
    }

    /// It was united.
    pub(super) fn forget(data: &Path) -> Result<(), Problem> {
        let path = path(data);
        match fs::remove_file(&path) {
            Err(cause) if cause.kind() != ErrorKind::NotFound => Err(Problem::io("delete", &path)(cause)),
            _ => Ok(()),
        }
    }
}

fn path(data: &Path) -> PathBuf {
    data.join(FILE)
}
