//! How synchronising is, for a look at the health of all files: nothing is changed.

use super::repository::{self, Repository, stale_locks};
use super::{GitProblem, place};
use crate::store::git::Git;
use crate::store::health::Finding;
use crate::store::library::shown;
use std::fs;
use std::path::Path;

/// What there is to say of the repository of a data folder.
pub(in crate::store) fn findings(data: &Path) -> Vec<Finding> {
    let place = place(data);
    let version = match Git::new(&place).text(["--version"]) {
        Ok(version) => version,
        Err(problem) => {
            return vec![Finding::note("git", problem.to_string(), "only `backprop sync` needs it")];
        }
    };
    let mut found: Vec<Finding> = locks(data).into_iter().collect();
    if !Repository::is_there(data) {
        let said = match repository::is_of_version_before(data) {
            true => "the data folder is a repository of an earlier version; the next sync goes on from it",
            false => "the data folder is not synchronised",
        };
        found.insert(0, Finding::good("git", format!("{version}; {said}")));
        return found;
    }
    let repository = Repository::open(data, &place);
    let said = format!("{version}; the data folder is synchronised through {}", shown(&place));
    found.insert(0, Finding::good("git", said));
    found.extend(leftovers(data));
    if repository.address.is_none() {
        let said = "the data folder is synchronised without a remote".to_owned();
        found.push(Finding::note("git", said, "`backprop sync REMOTE` shares it with other machines"));
        return found;
    }
    let ahead = repository.git.text(["rev-list", "--count", "HEAD", "--not", "--remotes=origin"]);
    match ahead.as_deref() {
        Ok("0") => (),
        // A machine that has joined and was broken off has no commit yet.
        Err(GitProblem::Refused(said)) if is_unborn(said) => {}
        Ok(count) => {
            let said = format!("{count} commits are not sent yet");
            found.push(Finding::note("git", said, "`backprop sync` sends them"));
        }
        Err(problem) => {
            let way_out = "`backprop sync --repair` fetches the repository anew and unites both";
            found.push(Finding::wrong("git", problem.to_string(), way_out));
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
    let more = if locks.len() > 1 { format!(" and {} more", locks.len() - 1) } else { String::new() };
    let said = format!("{}{more}: left by a git that is at work or was killed", shown(first));
    Some(Finding::note("git", said, "the next `backprop sync` clears it"))
}

fn leftovers(data: &Path) -> Vec<Finding> {
    let entries = fs::read_dir(repository::folder(data)).into_iter().flatten().flatten();
    let damaged = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("git.damaged"));
    damaged
        .map(|entry| {
            let said = format!("{}: a damaged repository that was replaced", shown(&entry.path()));
            Finding::note("leftovers", said, "it can be deleted")
        })
        .collect()
}
