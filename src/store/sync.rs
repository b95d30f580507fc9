//! Keeping the data folder on several machines alike, through a git repository that they share.
//!
//! Each machine commits what it has, fetches what others sent, unites the two and sends the result; when
//! somebody else sent something meanwhile, it begins again. Git stores and carries; looking through what
//! came ([`tree`], [`names`], [`gate`]), uniting ([`merge`]) and writing ([`local`]) are ours, because
//! whoever can write to the repository must not be able to do more here than add notes and answers.

mod bringing;
mod following;
mod gate;
mod keeping;
mod local;
mod look;
mod merge;
pub(super) mod names;
mod repair;
mod report;
mod repository;
mod returning;
mod times;
mod tree;
mod under_way;

pub(super) use look::findings;
pub(super) use names::is_shared_copy;
pub use report::{PutAside, RefusedPath, SyncReport};
pub use repository::stale_locks;

use super::atomic;
use super::git::{GitProblem, Objects};
use super::lock;
use super::problem::Problem;
use super::spelling;
use crate::day::At;
use crate::messages::SyncMessage;
use local::Ours;
use report::{broken, cannot};
use repository::{REMOTE, Repository, place, record};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use times::EditTimes;
use tree::{TreeFiles, TreeSnapshot};
use under_way::Sync;

/// What is asked of a synchronisation.
#[derive(Debug, Clone, Copy, Default)]
pub struct SyncRequest<'a> {
    /// The address to share the folder through from now on.
    pub remote: Option<&'a str>,
    /// Whether the repository is to be fetched anew, because the one here is damaged.
    pub repair: bool,
    /// How many bytes the remote may send at once, where it is not what is usual.
    pub most_fetched: Option<u64>,
}

/// How often it is tried again when somebody else sends at the same time.
const ROUNDS: usize = 20;

/// How often the remote may refuse although nobody else has sent anything.
const REFUSALS: u32 = 3;
const PAUSE: Duration = Duration::from_millis(200);

/// Synchronises this data folder. What was done before a problem stays done, and is gone on from by the
/// next call; `report` says what.
pub fn run(data: &Path, wanted: SyncRequest<'_>, now: At, report: &mut SyncReport) -> Result<(), Problem> {
    let mut sync = open(data, wanted, now, report)?;
    let done = agree(&mut sync);
    sync.repository.give_up_address()?;
    done
}

/// Lets this folder and the remote have the same.
fn agree(sync: &mut Sync<'_>) -> Result<(), Problem> {
    let head = last_commit(sync)?;
    bringing::unite(sync, head.as_deref())?;
    let Some(address) = sync.repository.address.clone() else {
        let ours = commit(sync)?;
        return begin(sync, &ours);
    };
    let (mut before, mut refused, mut refusals) = (None, None, 0);
    for _ in 0..ROUNDS {
        let ours = commit(sync)?;
        let theirs = fetch(sync, &address)?;
        sync.repository.is_reached()?;
        if let Some(refusal) = refused.take().filter(|_| theirs == before) {
            // Either somebody is sending right now, or it will be refused for ever.
            refusals += 1;
            if refusals == REFUSALS {
                return Err(cannot(SyncMessage::SendToRemote, SyncMessage::CheckWriting)(refusal));
            }
            std::thread::sleep(PAUSE * refusals);
        }
        if let Some(theirs) = &theirs
            && !merge::unite(sync, &ours, theirs)?
        {
            // Somebody changed a file here meanwhile.
            continue;
        }
        begin(sync, &ours)?;
        match push(sync, &address, theirs.as_deref())? {
            None => {
                sync.report.is_sent = true;
                return Ok(());
            }
            Some(refusal) => (before, refused) = (theirs, Some(refusal)),
        }
    }
    let busy = GitProblem::Hopeless(Box::new(SyncMessage::OthersSending.into()));
    Err(cannot(SyncMessage::SendToRemote, SyncMessage::TryLater)(busy))
}

/// Opens the repository of a data folder, or makes one; clears what a killed git left in it.
fn open<'a>(
    data: &Path,
    wanted: SyncRequest<'_>,
    now: At,
    report: &'a mut SyncReport,
) -> Result<Sync<'a>, Problem> {
    atomic::make_dir(data).map_err(Problem::io("create", data))?;
    let data = spelling::real(data).map_err(Problem::io("read", data))?;
    let address = wanted.remote.map(repository::checked).transpose()?;
    let folder = repository::folder(&data);
    atomic::make_dir(&folder).map_err(Problem::io("create", &folder))?;
    // The lock stands beside the repository, which may be made anew.
    let alone = lock::hold(&folder.join("sync"))?;
    repair::go_on(&data)?;
    repository::clear(&data);
    let place = place(&data);
    let is_there = Repository::is_there(&data);
    let mut repository = match is_there {
        true => Repository::open(&data, &place),
        false => match repository::take_over(&data, report)? {
            Some(repository) => repository,
            None => {
                report.set_up = true;
                let format = repository::format_of(address.as_deref());
                Repository::make(&data, &place, None, &format)?
            }
        },
    };
    match &address {
        Some(address) if repository.address.as_ref() != Some(address) => repository.try_address(address)?,
        _ => repository.write_settings()?,
    }
    let most = wanted.most_fetched.unwrap_or(repository.git.most());
    repository.git.bound(most);
    report.remote = repository.shown_address();
    let unread = repository.git.take_user_settings();
    report.said.extend(unread.map(|said| SyncMessage::UserSettings { said: said.to_string() }.into()));
    check_log(&data)?;
    if wanted.repair {
        repository = repair::clone_anew(&repository, now, report)?;
        repository.git.bound(most);
    }
    let objects =
        Objects::new(&repository.git).map_err(cannot(SyncMessage::StartGit, SyncMessage::InstallGit))?;
    Ok(Sync { repository, objects, now, report, own: HashSet::new(), _alone: alone })
}

/// Refuses a log that is not in the folder.
fn check_log(data: &Path) -> Result<(), Problem> {
    let log = data.join(names::LOG);
    if log.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink()) {
        let cause = SyncMessage::LinkedLog { data: data.display().to_string() };
        let cause = GitProblem::Hopeless(Box::new(cause.into()));
        return Err(cannot(SyncMessage::Synchronise, SyncMessage::PutFileThere)(cause));
    }
    Ok(())
}

/// Commits what has changed here since the last commit.
fn commit(sync: &mut Sync<'_>) -> Result<Ours, Problem> {
    let Some(head) = last_commit(sync)? else {
        let folder = local::folder(sync, &TreeFiles::new())?;
        withhold(sync, &folder);
        return Ok(Ours { head: None, folder });
    };
    merge::restore_log(sync, &head)?;
    if sync.own.is_empty() {
        // Of two spellings of one file, that of this machine counts.
        local::folder(sync, &TreeFiles::new())?;
    }
    let known = TreeSnapshot::of(sync, &head)?;
    let folder = local::folder(sync, &known.files)?;
    withhold(sync, &folder);
    if folder.files == known.files {
        return Ok(Ours { head: Some(head), folder });
    }
    note_saved(sync, &known.files, &folder.files);
    let tree = tree::write(sync, &folder.files, Some(&known))?;
    let times = times::of_changed(sync.data(), &known.files, &folder.files);
    let head = record(sync.git(), &tree, &[&head], &times::message(&times))?;
    Ok(Ours { head: Some(head), folder })
}

fn withhold(sync: &mut Sync<'_>, folder: &local::Folder) {
    sync.report.withheld.clone_from(&folder.refused);
}

/// The last commit here; none before the first.
fn last_commit(sync: &Sync<'_>) -> Result<Option<String>, Problem> {
    let branch = sync.git().text(["symbolic-ref", "HEAD"]).map_err(broken)?;
    let listed = sync.git().text(["for-each-ref", "--format=%(objectname)", &branch]).map_err(broken)?;
    if !listed.is_empty() {
        return Ok(Some(listed));
    }
    // A name of a commit that the disk lost is no missing one.
    let kept = sync.git().repository().join(&branch);
    match fs::metadata(&kept) {
        Ok(_) => {
            let cause = SyncMessage::CommitNameDamaged { path: kept.display().to_string() };
            Err(broken(GitProblem::Hopeless(Box::new(cause.into()))))
        }
        Err(_) => Ok(None),
    }
}

/// The very first commit, where there is none and none came from the remote.
fn begin(sync: &mut Sync<'_>, ours: &Ours) -> Result<(), Problem> {
    if ours.head.is_some() || last_commit(sync)?.is_some() {
        return Ok(());
    }
    note_saved(sync, &TreeFiles::new(), &ours.folder.files);
    let tree = tree::write(sync, &ours.folder.files, None)?;
    record(sync.git(), &tree, &[], &times::message(&EditTimes::new())).map(drop)
}

fn note_saved(sync: &mut Sync<'_>, from: &TreeFiles, to: &TreeFiles) {
    let changed = from.keys().chain(to.keys()).filter(|path| from.get(*path) != to.get(*path));
    let changed: std::collections::BTreeSet<&String> = changed.collect();
    for path in changed {
        if !sync.report.saved.contains(path) {
            sync.report.saved.push(path.clone());
        }
    }
}

fn unreachable(sync: &Sync<'_>) -> impl FnOnce(GitProblem) -> Problem {
    let address = sync.repository.shown_address().unwrap_or_default();
    let way_out = match sync.repository.is_untried() {
        true => SyncMessage::CheckNewAddress,
        false => SyncMessage::CheckConnection,
    };
    move |cause| match cause {
        GitProblem::TooMuch(_) => cannot(SyncMessage::FetchFrom { address }, SyncMessage::LookWho)(cause),
        cause => cannot(SyncMessage::Reach { address }, way_out)(cause),
    }
}

/// Fetches the branch that is shared; gives its last commit. A machine that joins takes the branch that is
/// there, if there is only one.
fn fetch(sync: &Sync<'_>, address: &str) -> Result<Option<String>, Problem> {
    let mut branch = sync.repository.branch()?;
    if last_commit(sync)?.is_none() {
        let there = branches(sync, address)?;
        if let ([only], false) = (&there[..], there.contains(&branch)) {
            sync.git()
                .bytes(["check-ref-format", &format!("refs/heads/{only}")])
                .map_err(unreachable(sync))?;
            sync.git().bytes(["symbolic-ref", "HEAD", &format!("refs/heads/{only}")]).map_err(broken)?;
            branch.clone_from(only);
        } else if !there.contains(&branch) {
            return Ok(None);
        }
    }
    let kept = format!("refs/remotes/{REMOTE}/{branch}");
    let refs = format!("+refs/heads/{branch}:{kept}");
    match sync.git().remote("fetch", address, ["--quiet", "--no-tags", REMOTE, &refs]) {
        Ok(_) => (),
        // Somebody has emptied it; everything is sent again.
        Err(GitProblem::Refused(said)) if said.contains("couldn't find remote ref") => {
            sync.git().bytes(["update-ref", "-d", &kept]).map_err(broken)?;
            return Ok(None);
        }
        Err(GitProblem::Refused(said)) if is_own_damage(sync, &said) => {
            return Err(broken(GitProblem::Refused(said)));
        }
        Err(cause) => return Err(unreachable(sync)(cause)),
    }
    sync.git().text(["rev-parse", "--verify", &format!("{kept}^{{commit}}")]).map(Some).map_err(broken)
}

/// Whether git speaks of damage in the repository here, and not in the remote.
fn is_own_damage(sync: &Sync<'_>, said: &str) -> bool {
    const SIGNS: [&str; 8] = [
        "loose object",
        "object file",
        "is corrupt",
        "bad object",
        "bad tree object",
        "fatal: unable to read",
        "missing blob",
        "missing tree",
    ];
    let is_own = said.contains(&*sync.git().repository().to_string_lossy());
    is_own && SIGNS.iter().any(|sign| said.contains(sign))
        || said.contains("fatal: unable to read") && !said.contains("remote:")
}

/// The branches of the remote.
fn branches(sync: &Sync<'_>, address: &str) -> Result<Vec<String>, Problem> {
    let listed =
        sync.git().remote("ls-remote", address, ["--quiet", "--heads", REMOTE]).map_err(unreachable(sync))?;
    let listed = String::from_utf8_lossy(&listed).into_owned();
    let names = listed.lines().filter_map(|line| line.split_once('\t')?.1.strip_prefix("refs/heads/"));
    Ok(names.map(str::to_owned).collect())
}

/// Sends what the remote lacks; gives what it said when it refused.
fn push(sync: &mut Sync<'_>, address: &str, theirs: Option<&str>) -> Result<Option<GitProblem>, Problem> {
    let head = sync.git().text(["rev-parse", "HEAD"]).map_err(broken)?;
    if theirs == Some(head.as_str()) {
        return Ok(None);
    }
    let branch = sync.repository.branch()?;
    let target = format!("{head}:refs/heads/{branch}");
    match sync.git().remote("push", address, ["--quiet", "--no-verify", REMOTE, &target]) {
        Ok(_) => {
            sync.report.has_sent = true;
            Ok(None)
        }
        Err(missing @ GitProblem::Missing(_)) => Err(broken(missing)),
        Err(GitProblem::Refused(said)) if is_own_damage(sync, &said) => {
            Err(broken(GitProblem::Refused(said)))
        }
        Err(refusal) => Ok(Some(refusal)),
    }
}

/// Takes away the locks that a killed git left in our repository; gives them. Nothing is done while another
/// program synchronises.
pub fn clear_locks(data: &Path) -> Result<Vec<PathBuf>, Problem> {
    let found = stale_locks(data);
    if !found.is_empty() {
        let _alone = lock::hold(&repository::folder(data).join("sync"))?;
        repository::clear(data);
    }
    Ok(found)
}
