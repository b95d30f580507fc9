//! Uniting the data folder with a git repository.

use super::{Workspace, notes};
use crate::store::shelf::Shelf;
use crate::store::sync::{self, SyncReport, SyncRequest};
use std::collections::HashSet;

/// What a sync did.
#[derive(Debug)]
pub struct Synced {
    /// What went out and came in; also where it did not come to an end.
    pub report: SyncReport,
    /// Why it did not come to an end.
    pub failure: Option<anyhow::Error>,
}

impl Workspace {
    /// Opening has mended a damaged log and taken in copies of it before they are shared.
    pub(super) fn sync(&mut self, remote: Option<&str>, repair: bool) -> anyhow::Result<Synced> {
        let (dirs, now) = (self.files.dirs().clone(), self.state.now.at);
        // What the notes say now goes along, and what arrives waits for the user's word.
        let told = Shelf::of(&dirs)?.agree(now)?;
        let mut report = SyncReport::default();
        let wanted = SyncRequest { remote, repair, ..SyncRequest::default() };
        let notes_before = notes::all(&self.state.progress);
        let done = sync::run(&dirs.data, wanted, now, &mut report);
        let arrived = Shelf::of(&dirs)?.agree(now)?;
        let mut met = HashSet::new();
        let told = told.into_iter().chain(arrived).filter(|told| met.insert(told.clone()));
        self.files.told.extend(told);
        if report.events > 0 {
            self.sync_log()?;
            self.files.told.extend(notes::united(&notes_before, &self.state));
        }
        Ok(Synced { report, failure: done.err().map(Into::into) })
    }
}
