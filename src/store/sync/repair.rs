//! The way back when the repository here is damaged: it is fetched anew beside the old one, takes its
//! place whole or not at all, and the old one stays. What this machine has is in its files; the log is
//! united with what can still be read of the old one.

use super::report::{SyncReport, broken, cannot};
use super::repository::{self, REMOTE, Repository, place};
use crate::day::At;
use crate::messages::SyncMessage;
use crate::store::atomic;
use crate::store::git::{Git, GitProblem, Objects};
use crate::store::library::unique_name;
use crate::store::problem::Problem;
use crate::store::progress_file::ProgressFile;
use crate::store::spelling::shown;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A repository that is whole and waits to take its place.
fn ready(data: &Path) -> PathBuf {
    place(data).with_extension("ready")
}

/// Ends a repair that was broken off between two names, and takes away what is half made.
pub(super) fn go_on(data: &Path) -> Result<(), Problem> {
    let (ready, place) = (ready(data), place(data));
    if ready.exists() && !place.exists() {
        atomic::rename(&ready, &place).map_err(Problem::io("rename", &ready))?;
    }
    // A folder without this file is no repository, whatever else is in it.
    if place.exists() && !place.join("HEAD").exists() {
        set_aside(&place)?;
    }
    for ending in ["new", "old", "ready"] {
        let half = place.with_extension(ending);
        if half.exists() {
            fs::remove_dir_all(&half).map_err(Problem::io("remove", &half))?;
        }
    }
    Ok(())
}

/// Gives the damaged repository another name; gives that.
fn set_aside(place: &Path) -> Result<PathBuf, Problem> {
    let name = unique_name("git.damaged", |name| place.with_file_name(name).exists());
    let aside = place.with_file_name(name);
    atomic::rename(place, &aside).map_err(Problem::io("rename", place))?;
    Ok(aside)
}

/// Fetches the repository anew and lets it take the place of this one.
pub(super) fn clone_anew(old: &Repository, now: At, report: &mut SyncReport) -> Result<Repository, Problem> {
    let data = old.data.clone();
    let Some(address) = old.address.clone() else {
        let cause = GitProblem::Hopeless(Box::new(SyncMessage::NoRemoteKnown.into()));
        return Err(cannot(SyncMessage::Repair, SyncMessage::NameIt)(cause));
    };
    let format = repository::format_of(Some(&address));
    let mut new = Repository::make(&data, &ready(&data), Some(&address), &format)?;
    // The user's settings are taken already; only what they say is told once more.
    let _ = new.git.take_user_settings();
    new.git.bound(old.git.most());
    let at = old.shown_address().unwrap_or_default();
    let refs = format!("+refs/heads/*:refs/remotes/{REMOTE}/*");
    new.git.remote("fetch", &address, ["--quiet", "--no-tags", REMOTE, &refs]).map_err(|cause| {
        let is_too_much = matches!(cause, GitProblem::TooMuch(_));
        let way_out = if is_too_much { SyncMessage::LookWho } else { SyncMessage::CheckThenAgain };
        cannot(SyncMessage::FetchAnew { address: at }, way_out)(cause)
    })?;
    let (branch, known) = commits_of(old.git.repository());
    let branch = branch.unwrap_or_else(|| repository::BRANCH.to_owned());
    new.git.bytes(["symbolic-ref", "HEAD", &format!("refs/heads/{branch}")]).map_err(broken)?;
    // The last commit that both know is what to unite from.
    let theirs = format!("refs/remotes/{REMOTE}/{branch}");
    let both = known.iter().find(|id| new.git.bytes(["merge-base", "--is-ancestor", id, &theirs]).is_ok());
    if let Some(both) = both {
        new.git.bytes(["update-ref", "HEAD", both]).map_err(broken)?;
    }
    for id in &known {
        take_log(&data, &old.git, id, now, report);
    }
    let aside = set_aside(old.git.repository())?;
    let (from, to) = (new.git.repository().to_path_buf(), place(&data));
    atomic::rename(&from, &to).map_err(Problem::io("rename", &from))?;
    report.said.push(SyncMessage::FetchedAnew { aside: shown(&aside) }.into());
    let mut opened = Repository::open(&data, &to);
    let _ = opened.git.take_user_settings();
    opened.write_settings()?;
    Ok(opened)
}

/// The branch of a damaged repository and the commits that its names still mean: first its own.
fn commits_of(repository: &Path) -> (Option<String>, Vec<String>) {
    let head = fs::read_to_string(repository.join("HEAD")).unwrap_or_default();
    let branch = head.trim().strip_prefix("ref: refs/heads/").map(str::to_owned);
    let mut texts = Vec::new();
    for folder in [repository.join("refs/heads"), repository.join("refs/remotes").join(REMOTE)] {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            texts.extend(fs::read_to_string(entry.path()));
        }
    }
    texts.extend(fs::read_to_string(repository.join("packed-refs")));
    let is_id = |word: &&str| {
        (word.len() == 40 || word.len() == 64) && word.bytes().all(|letter| letter.is_ascii_hexdigit())
    };
    let mut seen = BTreeSet::new();
    let words = texts.iter().flat_map(|text| text.split_whitespace()).filter(is_id);
    (branch, words.filter(|word| seen.insert(*word)).map(str::to_owned).collect())
}

/// Lets the log here have the events of that of a commit, as far as it can be read.
fn take_log(data: &Path, old: &Git, commit: &str, now: At, report: &mut SyncReport) {
    let id = old.text(["rev-parse", "--verify", "--quiet", &format!("{commit}:{}", super::names::LOG)]);
    let bytes = id.and_then(|id| Objects::new(old)?.read(&id, "blob"));
    let Ok(bytes) = bytes else { return };
    let Ok(folder) = tempfile::tempdir() else { return };
    let other = folder.path().join("progress.json of the damaged repository");
    if fs::write(&other, bytes).is_ok()
        && let Ok(taken) =
            ProgressFile::unite(&data.join(super::names::LOG), &other, now, &mut report.notices)
    {
        report.events += taken.new;
    }
}
