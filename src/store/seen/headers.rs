//! The first lines of the files of what was seen: each is read once.

use crate::store::bounded;
use crate::store::spelling;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::rc::Rc;

pub(super) const KIND: &str = "seen";
pub(super) const VERSION: u32 = 1;

/// The first line of a file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SnapshotHeader {
    pub(super) backprop: String,
    pub(super) version: u32,
    #[serde(with = "spelling::in_json")]
    pub(super) source: PathBuf,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(super) style: Option<String>,
    /// Of the cards, not of the bytes: a new way of reading the same bytes is a change too.
    pub(super) cards: String,
    #[serde(default)]
    pub(super) length: u64,
    #[serde(default)]
    pub(super) modified: u64,
}

/// The first lines that were read, by file; none for one that has no such line.
#[derive(Debug, Default)]
pub(super) struct Headers {
    read: RefCell<HashMap<PathBuf, Option<Rc<SnapshotHeader>>>>,
}

impl Headers {
    /// The first line of a file.
    pub(super) fn of(&self, file: &Path) -> Option<Rc<SnapshotHeader>> {
        if let Some(known) = self.read.borrow().get(file) {
            return known.clone();
        }
        let header = read(file).map(Rc::new);
        self.read.borrow_mut().insert(file.to_path_buf(), header.clone());
        header
    }

    /// What was read of a file that is written now is past.
    pub(super) fn forget(&self, file: &Path) {
        self.read.borrow_mut().remove(file);
    }
}

fn read(file: &Path) -> Option<SnapshotHeader> {
    #[cfg(test)]
    READ.with_borrow_mut(|read| read.push(file.to_path_buf()));
    let mut line = String::new();
    BufReader::new(bounded::open(file).ok()?).read_line(&mut line).ok()?;
    let header: SnapshotHeader = serde_json::from_str(&line).ok()?;
    (header.backprop == KIND && header.version == VERSION).then_some(header)
}

#[cfg(test)]
thread_local! {
    /// The files whose first lines this thread has read.
    pub(crate) static READ: RefCell<Vec<PathBuf>> = const { RefCell::new(Vec::new()) };
}
