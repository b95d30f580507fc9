//! A synchronisation under way: repository, report and lock.

use super::report::{RefusedPath, SyncReport, broken};
use super::repository::Repository;
use crate::day::At;
use crate::messages::{Message, SyncMessage};
use crate::store::git::{Git, Objects};
use crate::store::lock::Lock;
use crate::store::problem::Problem;
use std::collections::HashSet;
use std::path::Path;

/// A synchronisation under way.
pub(super) struct Sync<'a> {
    pub(super) repository: Repository,
    pub(super) objects: Objects,
    pub(super) now: At,
    pub(super) report: &'a mut SyncReport,
    /// Files and folders of this machine that are shared.
    pub(super) own: HashSet<String>,
    /// The lock: one synchronisation at a time.
    pub(super) _alone: Lock,
}

impl Sync<'_> {
    pub(super) fn git(&self) -> &Git {
        &self.repository.git
    }

    pub(super) fn data(&self) -> &Path {
        &self.repository.data
    }

    /// The bytes of a file in the repository.
    pub(super) fn content(&mut self, id: &str) -> Result<Vec<u8>, Problem> {
        self.objects.read(id, "blob").map_err(broken)
    }

    /// Puts bytes into the repository.
    pub(super) fn store(&self, bytes: &[u8]) -> Result<String, Problem> {
        let id = self.git().fed(self.data(), ["hash-object", "-w", "--stdin"], bytes).map_err(broken)?;
        Ok(String::from_utf8_lossy(&id).trim().to_owned())
    }

    /// Tells what was not taken in, once.
    pub(super) fn refuse(&mut self, refused: &[RefusedPath]) {
        for refused in refused {
            if !self.report.refused.contains(refused) {
                self.report.refused.push(refused.clone());
            }
        }
    }

    /// Tells something of a path that was taken in.
    pub(super) fn remark(&mut self, path: &str, said: SyncMessage) {
        let said = Message::from(SyncMessage::OfPath { path: path.to_owned(), said: said.into() });
        if !self.report.said.contains(&said) {
            self.report.said.push(said);
        }
    }
}
