//! How synchronising is, for a look at the health of all files: nothing is changed.

use super::repository::{self, Repository, stale_locks};
use super::{GitProblem, place};
use crate::messages::HealthMessage as H;
use crate::store::git::Git;
use crate::store::health::Finding;
use crate::store::spelling::shown;
use std::fs;
use std::path::Path;

/// What there is to say of the repository of a data folder.
pub(in crate::store) fn findings(data: &Path) -> Vec<Finding> {
    let place = place(data);
    let version = match Git::new(&place).text(["--version"]) {
        Ok(version) => version,
        Err(problem) => {
            return vec![Finding::note(H::Git, &problem, H::OnlySyncNeeds)];
        }
    };
    let mut found: Vec<Finding> = locks(data).into_iter().collect();
    if !Repository::is_there(data) {
        let said = match repository::is_of_version_before(data) {
            true => H::OldRepository { version },
            false => H::NotSynchronised { version },
        };
        found.insert(0, Finding::good(H::Git, said));
        return found;
    }
    let repository = Repository::open(data, &place);
    found.insert(0, Finding::good(H::Git, H::Synchronised { version, path: shown(&place) }));
    found.extend(leftovers(data));
    if repository.address.is_none() {
        found.push(Finding::note(H::Git, H::NoRemote, H::NameRemote));
        return found;
    }
    let ahead = repository.git.text(["rev-list", "--count", "HEAD", "--not", "--remotes=origin"]);
    match ahead.as_deref() {
        Ok("0") => (),
        // A machine that has joined and was broken off has no commit yet.
        Err(GitProblem::Refused(said)) if is_unborn(said) => {}
        Ok(count) => {
            found.push(Finding::note(H::Git, H::NotSent { count: count.to_owned() }, H::SyncSends));
        }
        Err(problem) => {
            found.push(Finding::wrong(H::Git, problem, H::FetchAnew));
        }
    }
    found
}

/// Whether git says that there is no commit yet.
fn is_unborn(said: &str) -> bool {
    said.contains("bad revision 'HEAD'") || said.contains("ambiguous argument 'HEAD'")
}

fn locks(data: &Path) -> Option<Finding> {
    let locks = stale_locks(data);
    let first = locks.first()?;
    let path = shown(first);
    let said = match locks.len() {
        1 => H::LockLeft { path },
        locks => H::LocksLeft { path, more: locks - 1 },
    };
    Some(Finding::note(H::Git, said, H::SyncClears))
}

fn leftovers(data: &Path) -> Vec<Finding> {
    let entries = fs::read_dir(repository::folder(data)).into_iter().flatten().flatten();
    let damaged = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("git.damaged"));
    damaged
        .map(|entry| {
            let said = H::ReplacedRepository { path: shown(&entry.path()) };
            Finding::note(H::Leftovers, said, H::CanBeDeleted)
        })
        .collect()
}
