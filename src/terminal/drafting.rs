//! What is typed reaches the disk while it is typed: at most once a second, and when the typing pauses.

use crate::workspace::{Command, Workspace};
use std::time::{Duration, Instant};

/// So long is a draft in memory only, at most.
const PACE: Duration = Duration::from_secs(1);

/// When drafts were written last.
#[derive(Default)]
pub(super) struct Drafting {
    written: Option<Instant>,
    /// Whether the learner knows that they cannot be written; once is enough.
    is_told: bool,
}

impl Drafting {
    /// Writes the drafts that are due; gives why that failed, the first time.
    pub(super) fn keep(&mut self, workspace: &mut Workspace) -> Option<anyhow::Error> {
        if self.wait(workspace) != Some(Duration::ZERO) {
            return None;
        }
        self.written = Some(Instant::now());
        let error = workspace.run(Command::KeepDrafts).err()?;
        (!std::mem::replace(&mut self.is_told, true)).then_some(error)
    }

    /// How long until a draft is to be written.
    pub(super) fn wait(&self, workspace: &Workspace) -> Option<Duration> {
        let since = self.written.map_or(PACE, |written| written.elapsed());
        workspace.state().drafts.is_unsaved().then(|| PACE.saturating_sub(since))
    }
}
