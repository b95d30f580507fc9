//! Keeping the data folder on several machines alike, through a git repository that they share.
//!
//! Each machine commits what it has, fetches what others sent, unites the two and sends the result; when
//! somebody else sent something meanwhile, it begins again. Git stores, carries and compares; uniting is
//! ours (`merge`), because a log is a set of events and a list of decks a set of lines, not text. For
//! those who merge by hand, `.gitattributes` gives the log git's own union driver, whose results the
//! program reads too.

mod merge;

use super::atomic;
use super::git::{Git, GitProblem};
use super::lock;
use super::problem::{Notice, Problem};
use crate::day::At;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What a synchronisation did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Whether the folder became a repository now.
    pub set_up: bool,
    /// The remote, without a password; none where there is none yet.
    pub remote: Option<String>,
    /// Files that had changed here since the last time.
    pub saved: Vec<String>,
    /// Events that came from elsewhere.
    pub events: usize,
    /// Other files that came from elsewhere, or went.
    pub files: Vec<String>,
    /// Files that were changed in both places otherwise: which stayed, and where the other version is.
    pub both: Vec<(String, String)>,
    /// Whether the remote has everything now.
    pub is_sent: bool,
    /// Whether there was something to send.
    pub has_sent: bool,
    /// What else to know.
    pub notices: Vec<Notice>,
}

/// How often it is tried again when somebody else sends at the same time.
const ROUNDS: usize = 20;

const REMOTE: &str = "origin";
const BRANCH: &str = "main";

/// The log is a set of lines; nothing is text whose line ends git may change.
const ATTRIBUTES: [&str; 2] = ["* -text", "progress.json -text merge=union"];

/// Only what is ours is shared, whatever else lies in the folder.
const SHARED: [&str; 8] = [
    "/*",
    "!/progress.json",
    "!/decks/",
    "!/config*.toml",
    "!/.gitattributes",
    "!/.gitignore",
    "*.lock",
    ".backprop-*",
];

/// How often the remote may refuse although nobody else has sent anything.
const REFUSALS: u32 = 3;
const PAUSE: Duration = Duration::from_millis(200);

/// Synchronises this data folder; `remote` is the address to share it through from now on. What was
/// done before a problem stays done, and is gone on from by the next call; `report` says what.
pub fn run(data: &Path, remote: Option<&str>, now: At, report: &mut Report) -> Result<(), Problem> {
    atomic::make_dir(data).map_err(Problem::io("create", data))?;
    let data = data.canonicalize().map_err(Problem::io("read", data))?;
    let git = Git::new(&data).map_err(cannot("start git", "install git, or use `backprop merge`"))?;
    report.set_up = set_up(&git)?;
    let own = PathBuf::from(git.text(["rev-parse", "--absolute-git-dir"]).map_err(broken)?);
    // One synchronisation at a time.
    let _alone = lock::hold(&own.join("backprop"))?;
    // Git makes this file by the umask, and it names the remote, perhaps with a password.
    let fetched = own.join("FETCH_HEAD");
    if !fetched.exists() {
        atomic::create(&fetched, |_| Ok(())).map_err(Problem::io("create", &fetched))?;
    }
    let own_branch = check_state(&git, &own)?;
    let known = git.found(&format!("remote.{REMOTE}.url"));
    let address = match remote {
        Some(address) => Some(set_remote(&git, known, address)?),
        None => known.map(str::to_owned),
    };
    report.remote = address.as_deref().map(without_password);
    let (mut before, mut refused, mut refusals) = (None, None, 0);
    for _ in 0..ROUNDS {
        let ours = commit(&git, now, report)?;
        if report.remote.is_none() {
            return begin(&git, &ours, report).map(drop);
        }
        fetch(&git, report)?;
        let (branch, theirs) = shared_branch(&git, &own_branch, ours.head.is_none())?;
        if let Some(refusal) = refused.take().filter(|_| theirs == before) {
            // Either somebody is sending right now, or it will be refused for ever.
            refusals += 1;
            if refusals == REFUSALS {
                return Err(cannot("send to the remote", SEND_WAY_OUT)(refusal));
            }
            std::thread::sleep(PAUSE * refusals);
        }
        if let Some(theirs) = &theirs
            && !merge::unite(&git, &ours, theirs, now, report)?
        {
            // Somebody changed a file here meanwhile.
            continue;
        }
        begin(&git, &ours, report)?;
        match push(&git, &branch, theirs.as_deref(), report)? {
            None => {
                report.is_sent = true;
                return Ok(());
            }
            Some(refusal) => (before, refused) = (theirs, Some(refusal)),
        }
    }
    let busy = GitProblem::Refused("others kept sending at the same time".to_owned());
    Err(cannot("send to the remote", "try again later")(busy))
}

const SEND_WAY_OUT: &str =
    "everything is kept here; check that you may write there, then run `backprop sync` again";

/// What this machine has: its last commit, if any, and the tree of what it has now.
struct Ours {
    head: Option<String>,
    tree: String,
}

fn cannot(deed: &str, way_out: &'static str) -> impl FnOnce(GitProblem) -> Problem {
    let deed = deed.to_owned();
    move |cause| Problem::Git { deed, cause, way_out }
}

/// For calls that only fail when the repository is broken.
fn broken(cause: GitProblem) -> Problem {
    cannot("use the repository in the data folder", "look at it with `git status` and `git fsck`")(cause)
}

/// Makes the folder a repository and says what git is to leave out; gives whether it was none before.
fn set_up(git: &Git) -> Result<bool, Problem> {
    let is_new = !git.is_set_up();
    if is_new {
        git.bytes(["init", "--quiet", "--template=", "--shared=0600"]).map_err(broken)?;
        git.bytes(["symbolic-ref", "HEAD", &format!("refs/heads/{BRANCH}")]).map_err(broken)?;
    }
    add_lines(&git.folder().join(".gitattributes"), &ATTRIBUTES)?;
    add_lines(&git.folder().join(".gitignore"), &SHARED)?;
    Ok(is_new)
}

/// Adds lines to a file that lacks any of them; in order, for the last one that fits counts.
fn add_lines(path: &Path, lines: &[&str]) -> Result<(), Problem> {
    let old = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(cause) => return Err(Problem::io("read", path)(cause)),
    };
    if lines.iter().all(|line| old.lines().any(|old| old == *line)) {
        return Ok(());
    }
    let gap = if old.is_empty() || old.ends_with('\n') { "" } else { "\n" };
    let text = format!("{old}{gap}{}\n", lines.join("\n"));
    atomic::replace(path, |file| file.write_all(text.as_bytes())).map_err(Problem::io("write", path))
}

/// Refuses a repository in the middle of something, and a log that is not in the folder. Gives the
/// branch that is checked out.
fn check_state(git: &Git, own: &Path) -> Result<String, Problem> {
    let refuse = |why: &str, way_out| {
        let cause = GitProblem::Refused(format!("{}: {why}", git.folder().display()));
        Err(cannot("synchronise", way_out)(cause))
    };
    if ["MERGE_HEAD", "rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD"]
        .iter()
        .any(|name| own.join(name).exists())
    {
        return refuse("a merge or rebase is under way there", "finish it or abort it with git first");
    }
    let log = git.folder().join(merge::LOG);
    if log.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink()) {
        return refuse("progress.json is a link to another place", "put the file itself there first");
    }
    match git.text(["symbolic-ref", "--quiet", "--short", "HEAD"]) {
        Ok(branch) => Ok(branch),
        Err(_) => refuse("no branch is checked out there", "check out a branch with git first"),
    }
}

/// Gives the address as git keeps it.
fn set_remote(git: &Git, known: Option<&str>, address: &str) -> Result<String, Problem> {
    let wrong = "name a repository, such as git@host:me/backprop.git, https://… or a folder";
    if address.is_empty() || address.starts_with('-') {
        let cause = GitProblem::Refused(format!("{address:?} is no address"));
        return Err(cannot("set the remote", wrong)(cause));
    }
    // Git would take a folder as seen from the data folder, not from where the user is.
    let folder = Path::new(address).canonicalize().ok();
    let address = folder.as_deref().and_then(Path::to_str).unwrap_or(address);
    if known != Some(address) {
        let verb = if known.is_some() { "set-url" } else { "add" };
        git.bytes(["remote", verb, REMOTE, address]).map_err(cannot("set the remote", wrong))?;
    }
    Ok(address.to_owned())
}

/// An address as it may be shown: a password in it is nobody's business.
fn without_password(address: &str) -> String {
    let shown = match address.split_once("://") {
        Some((scheme, rest)) => {
            let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
            let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
            format!("{scheme}://{host}/{path}")
        }
        None => address.to_owned(),
    };
    crate::markdown::clean(&shown).replace('\n', " ")
}

/// Commits what has changed here since the last commit.
fn commit(git: &Git, now: At, report: &mut Report) -> Result<Ours, Problem> {
    let Some((head, known)) = last_commit(git) else {
        return Ok(Ours { head: None, tree: tree_of_folder(git)? });
    };
    merge::restore_log(git, &head, now, report)?;
    let tree = tree_of_folder(git)?;
    if tree == known {
        return Ok(Ours { head: Some(head), tree });
    }
    merge::tree(git, &tree)?;
    note_saved(git, Some(&head), &tree, report)?;
    let head = record(git, &tree, &[&head])?;
    Ok(Ours { head: Some(head), tree })
}

/// The last commit here and its tree; none before the first.
fn last_commit(git: &Git) -> Option<(String, String)> {
    let names = git.text(["rev-parse", "--quiet", "HEAD^{commit}", "HEAD^{tree}"]).ok()?;
    let (head, tree) = names.split_once('\n')?;
    Some((head.to_owned(), tree.to_owned()))
}

/// The very first commit, where there is none and none came from the remote.
fn begin(git: &Git, ours: &Ours, report: &mut Report) -> Result<(), Problem> {
    if ours.head.is_some() || last_commit(git).is_some() {
        return Ok(());
    }
    merge::tree(git, &ours.tree)?;
    note_saved(git, None, &ours.tree, report)?;
    record(git, &ours.tree, &[]).map(drop)
}

/// The tree of what the folder has now.
fn tree_of_folder(git: &Git) -> Result<String, Problem> {
    // Nobody appends while git reads.
    let _still = lock::hold(&git.folder().join(merge::LOG))?;
    git.bytes(["add", "--all", "--", "."]).map_err(broken)?;
    git.text(["write-tree"]).map_err(broken)
}

fn note_saved(git: &Git, from: Option<&str>, to: &str, report: &mut Report) -> Result<(), Problem> {
    let names = match from {
        Some(from) => git.bytes(["diff-tree", "-r", "-z", "--name-only", from, to]),
        None => git.bytes(["ls-tree", "-r", "-z", "--name-only", to]),
    };
    let names = names.map_err(broken)?;
    for name in names.split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        let name = String::from_utf8_lossy(name).into_owned();
        if !report.saved.contains(&name) {
            report.saved.push(name);
        }
    }
    Ok(())
}

/// Makes a commit of a tree, and the branch stand there.
fn record(git: &Git, tree: &str, parents: &[&str]) -> Result<String, Problem> {
    let mut arguments = vec!["commit-tree", tree, "-m", "backprop sync"];
    parents.iter().for_each(|parent| arguments.extend(["-p", parent]));
    let commit = git.text(arguments).map_err(broken)?;
    git.bytes(["update-ref", "HEAD", &commit]).map_err(broken)?;
    Ok(commit)
}

fn tree_of(git: &Git, commit: &str) -> Result<String, Problem> {
    git.text(["rev-parse", "--verify", &format!("{commit}^{{tree}}")]).map_err(broken)
}

fn fetch(git: &Git, report: &Report) -> Result<(), Problem> {
    let refs = format!("+refs/heads/*:refs/remotes/{REMOTE}/*");
    let way_out = "everything is kept here and sent next time; check the connection and the address, and that \
                   git can reach it without asking (an ssh agent, a credential helper)";
    let deed = format!("reach {}", report.remote.as_deref().unwrap_or_default());
    git.bytes(["fetch", "--quiet", "--no-tags", "--prune", REMOTE, &refs]).map_err(cannot(&deed, way_out))?;
    Ok(())
}

/// The branch that is shared, with the last commit there: the one checked out here; for a machine that
/// joins, the only one there is.
fn shared_branch(git: &Git, own: &str, joins: bool) -> Result<(String, Option<String>), Problem> {
    let names = format!("refs/remotes/{REMOTE}/");
    let listed = git.text(["for-each-ref", "--format=%(refname) %(objectname)", &names]).map_err(broken)?;
    let there: Vec<(&str, &str)> =
        listed.lines().filter_map(|line| line.strip_prefix(&names)?.rsplit_once(' ')).collect();
    if let ([(only, commit)], true) = (&there[..], joins)
        && *only != own
    {
        git.bytes(["symbolic-ref", "HEAD", &format!("refs/heads/{only}")]).map_err(broken)?;
        return Ok(((*only).to_owned(), Some((*commit).to_owned())));
    }
    let theirs = there.iter().find(|(name, _)| *name == own);
    Ok((own.to_owned(), theirs.map(|(_, commit)| (*commit).to_owned())))
}

/// Sends what the remote lacks; gives what it said when it refused.
fn push(
    git: &Git,
    branch: &str,
    theirs: Option<&str>,
    report: &mut Report,
) -> Result<Option<GitProblem>, Problem> {
    let head = git.text(["rev-parse", "HEAD"]).map_err(broken)?;
    if theirs == Some(head.as_str()) {
        return Ok(None);
    }
    let target = format!("{head}:refs/heads/{branch}");
    match git.bytes(["push", "--quiet", "--no-verify", REMOTE, &target]) {
        Ok(_) => {
            report.has_sent = true;
            Ok(None)
        }
        Err(missing @ GitProblem::Missing(_)) => Err(broken(missing)),
        Err(refusal) => Ok(Some(refusal)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_its_password() {
        for (address, shown) in [
            ("https://me:secret@host.org/me/x.git", "https://host.org/me/x.git"),
            ("git@host.org:me/x.git", "git@host.org:me/x.git"),
            ("/srv/x.git", "/srv/x.git"),
        ] {
            assert_eq!(without_password(address), shown);
        }
    }
}
