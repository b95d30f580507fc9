//! The repository behind a data folder: `sync/git` in it, apart from any that the user keeps there.
//!
//! Its settings are written by us and never read as anything but an address and a kind of names. Whoever
//! holds the lock of this machine may clear every lock of git in it: a git that was killed leaves them.

use super::report::{SyncReport, broken, cannot};
use crate::messages::SyncMessage;
use crate::store::atomic;
use crate::store::git::{Git, GitProblem, without_password};
use crate::store::problem::Problem;
use crate::store::spelling;
use crate::store::spelling::shown;
use std::fs;
use std::path::{Path, PathBuf};

pub(super) const REMOTE: &str = "origin";
pub(super) const BRANCH: &str = "main";

/// The repository of a data folder.
pub(in crate::store) struct Repository {
    pub(in crate::store) git: Git,
    /// The data folder.
    pub(super) data: PathBuf,
    /// The remote, where there is one.
    pub(in crate::store) address: Option<String>,
    /// The address before, until the one that takes its place was reached.
    untried: Option<Option<String>>,
    /// How objects are named: `sha1` or `sha256`.
    format: String,
}

/// Nothing of the user's counts, so little has to be said: names of letters as they are, no work behind our
/// back, a dead line does not hold us up, and what is made here is for its owner alone.
const SETTINGS: &str = "\
\tbare = true
\tsharedRepository = 0600
\tlogAllRefUpdates = false
\thooksPath = /dev/null
\tattributesFile = /dev/null
\texcludesFile = /dev/null
\tautocrlf = false
\tsafecrlf = false
\tfsmonitor = false
\tquotePath = false
\taskPass =
\tprecomposeUnicode = false
[user]
\tname = backprop
\temail = backprop@localhost
\tuseConfigOnly = true
[commit]
\tgpgSign = false
[push]
\tgpgSign = false
\trecurseSubmodules = no
\tfollowTags = false
[fetch]
\trecurseSubmodules = no
\tfsckObjects = false
\twriteCommitGraph = false
[gc]
\tautoDetach = false
[maintenance]
\tautoDetach = false
[protocol]
\tallow = never
[protocol \"file\"]
\tallow = always
[protocol \"git\"]
\tallow = always
[protocol \"http\"]
\tallow = always
[protocol \"https\"]
\tallow = always
[protocol \"ssh\"]
\tallow = always
[http]
\tlowSpeedLimit = 1
\tlowSpeedTime = 30
";

/// No rule in a tree is above these.
const ATTRIBUTES: &str =
    "* -text -eol -crlf -ident -filter -working-tree-encoding -diff !merge -export-subst\n";

/// The folder of all that synchronising keeps.
pub(in crate::store) fn folder(data: &Path) -> PathBuf {
    data.join("sync")
}

/// The repository's own folder.
pub(in crate::store) fn place(data: &Path) -> PathBuf {
    folder(data).join("git")
}

impl Repository {
    /// Whether this data folder was ever synchronised.
    pub(in crate::store) fn is_there(data: &Path) -> bool {
        place(data).join("HEAD").exists()
    }

    /// Opens the repository at this place, which is there.
    pub(in crate::store) fn open(data: &Path, place: &Path) -> Repository {
        let mut git = Git::new(place);
        let kept = kept_settings(place);
        let value =
            |key: &str| kept.iter().rev().find(|(known, _)| known == key).map(|(_, value)| value.clone());
        // One that was never reached, since the program was stopped over it, is forgotten.
        let known = if value("backprop.untried").is_some() { "backprop.before" } else { "remote.origin.url" };
        let address = value(known).filter(|address| check_address(address).is_ok());
        let format = value("extensions.objectformat").unwrap_or_else(|| "sha1".to_owned());
        address.iter().for_each(|address| git.hide(address));
        Repository { git, data: data.to_path_buf(), address, untried: None, format }
    }

    /// Makes a repository at this place, whole or not at all.
    pub(super) fn make(
        data: &Path,
        place: &Path,
        address: Option<&str>,
        format: &str,
    ) -> Result<Repository, Problem> {
        let new = place.with_extension("new");
        if new.exists() {
            fs::remove_dir_all(&new).map_err(Problem::io("remove", &new))?;
        }
        let git = Git::new(&new);
        let mut arguments = vec!["init", "--quiet", "--bare", "--template=", "--shared=0600"];
        let object_format = format!("--object-format={format}");
        // An older git knows no other format than this one, and no word for it.
        arguments.extend(Some(object_format.as_str()).filter(|_| format != "sha1"));
        git.bytes(arguments).map_err(cannot(SyncMessage::MakeRepository, SyncMessage::SeeGit))?;
        git.bytes(["symbolic-ref", "HEAD", &format!("refs/heads/{BRANCH}")]).map_err(super::broken)?;
        let made = Repository {
            git,
            data: data.to_path_buf(),
            address: address.map(str::to_owned),
            untried: None,
            format: format.to_owned(),
        };
        made.write_settings()?;
        atomic::rename(&new, place).map_err(Problem::io("rename", &new))?;
        let mut opened = Repository { git: Git::new(place), ..made };
        address.iter().for_each(|address| opened.git.hide(address));
        Ok(opened)
    }

    /// Shares this data folder through the remote at this address from now on, once it is reached.
    pub(super) fn try_address(&mut self, address: &str) -> Result<(), Problem> {
        let address = checked(address)?;
        self.git.hide(&address);
        self.untried = Some(self.address.replace(address));
        self.write_settings()
    }

    /// Whether its address was never reached.
    pub(super) fn is_untried(&self) -> bool {
        self.untried.is_some()
    }

    /// The remote was reached: its address stays.
    pub(super) fn is_reached(&mut self) -> Result<(), Problem> {
        if self.untried.take().is_some() { self.write_settings() } else { Ok(()) }
    }

    /// Has the address of before again where the one that takes its place was not reached.
    pub(super) fn give_up_address(&mut self) -> Result<(), Problem> {
        let Some(before) = self.untried.take() else { return Ok(()) };
        self.address = before;
        self.write_settings()
    }

    /// Writes what git is told of this repository.
    pub(super) fn write_settings(&self) -> Result<(), Problem> {
        let has_format = self.format != "sha1";
        let mut text = format!("[core]\n\trepositoryFormatVersion = {}\n{SETTINGS}", u8::from(has_format));
        if has_format {
            text.push_str(&format!("[extensions]\n\tobjectFormat = {}\n", self.format));
        }
        let quoted = |address: &str| address.replace('\\', "\\\\").replace('"', "\\\"");
        if let Some(before) = &self.untried {
            text.push_str("[backprop]\n\tuntried = true\n");
            let before = before.as_deref().map(|before| format!("\tbefore = \"{}\"\n", quoted(before)));
            text.push_str(&before.unwrap_or_default());
        }
        if let Some(address) = &self.address {
            text.push_str(&format!("[remote \"{REMOTE}\"]\n\turl = \"{}\"\n", quoted(address)));
            // What was sent is known to be there.
            text.push_str(&format!("\tfetch = +refs/heads/*:refs/remotes/{REMOTE}/*\n"));
        }
        let own = self.git.repository();
        write(&own.join("config"), &text)?;
        let info = own.join("info");
        atomic::make_dir(&info).map_err(Problem::io("create", &info))?;
        write(&info.join("attributes"), ATTRIBUTES)?;
        // Git makes this file by the umask, and it names the remote, perhaps with a password.
        let fetched = own.join("FETCH_HEAD");
        if !fetched.exists() {
            atomic::create(&fetched, |_| Ok(())).map_err(Problem::io("create", &fetched))?;
        }
        Ok(())
    }

    /// The address as it may be shown.
    pub(super) fn shown_address(&self) -> Option<String> {
        self.address.as_deref().map(without_password)
    }

    /// The branch that is shared.
    pub(super) fn branch(&self) -> Result<String, Problem> {
        let head = self.git.text(["symbolic-ref", "HEAD"]).map_err(super::broken)?;
        Ok(head.strip_prefix("refs/heads/").unwrap_or(BRANCH).to_owned())
    }
}

/// How the remote names its objects; `sha1` where it cannot be known.
pub(super) fn format_of(address: Option<&str>) -> String {
    let Some(address) = address else { return "sha1".to_owned() };
    let mut git = Git::new(Path::new("/dev/null/none"));
    let _ = git.take_user_settings();
    git.name_remote(address);
    let folder = address.strip_prefix("file://").unwrap_or(address);
    let known = match Path::new(folder).is_dir() {
        true => Git::new(Path::new(folder)).text(["rev-parse", "--show-object-format"]).ok(),
        false => git.remote("ls-remote", address, ["--quiet", REMOTE]).ok().and_then(|listed| {
            let length = listed.iter().position(|byte| *byte == b'\t')?;
            Some(if length == 64 { "sha256" } else { "sha1" }.to_owned())
        }),
    };
    known.filter(|format| format == "sha256").unwrap_or_else(|| "sha1".to_owned())
}

/// Writes a file, unless it stands so already.
fn write(path: &Path, text: &str) -> Result<(), Problem> {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    atomic::replace(path, |file| file.write_all(text.as_bytes())).map_err(Problem::io("write", path))
}

/// Keys and values of a repository's own file of settings; none where it cannot be read.
pub(super) fn kept_settings(place: &Path) -> Vec<(String, String)> {
    let mut arguments: Vec<std::ffi::OsString> = vec!["config".into(), "--file".into()];
    arguments.push(place.join("config").into_os_string());
    arguments.extend(["--no-includes".into(), "--list".into(), "-z".into()]);
    let listed = Git::new(place).text(arguments).unwrap_or_default();
    let entries = listed.split('\0').filter_map(|entry| entry.split_once('\n'));
    entries.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// The address as git is to have it.
pub(super) fn checked(address: &str) -> Result<String, Problem> {
    check_address(address).map_err(|why| {
        let (address, why) = (format!("{:?}", without_password(address)), why.into());
        let cause = GitProblem::Hopeless(Box::new(SyncMessage::Address { address, why }.into()));
        cannot(SyncMessage::SetRemote, SyncMessage::NameRepository)(cause)
    })?;
    // Git would take a folder as seen from where it runs, not from where the user is.
    let folder = spelling::real(Path::new(address)).ok().filter(|folder| folder.is_dir());
    Ok(folder.as_deref().and_then(Path::to_str).unwrap_or(address).to_owned())
}

/// Whether an address can only mean a repository; or why not.
fn check_address(address: &str) -> Result<(), SyncMessage> {
    if address.is_empty() || address.starts_with('-') {
        return Err(SyncMessage::NoAddress);
    }
    if address.chars().any(char::is_control) {
        return Err(SyncMessage::AddressControl);
    }
    // `ext::sh -c …` runs a program, and so may any other helper.
    if address.contains("::")
        && !address.contains("://")
        && !address.contains('[')
        && !Path::new(address).exists()
    {
        return Err(SyncMessage::AddressHelper);
    }
    let Some((scheme, rest)) = address.split_once("://") else { return Ok(()) };
    if !["file", "git", "http", "https", "ssh"].contains(&scheme.to_lowercase().as_str()) {
        return Err(SyncMessage::AddressScheme);
    }
    let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    if host.starts_with('-') || rest.starts_with('-') {
        return Err(SyncMessage::AddressHost);
    }
    Ok(())
}

/// What a killed git left behind in a repository: its locks.
pub fn stale_locks(data: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    left_in(&place(data), 0, &|name| name.ends_with(".lock") || name == "gc.pid", &mut found);
    found
}

/// Takes away what a killed git left behind; the caller holds our lock.
pub(super) fn clear(data: &Path) {
    let mut found = stale_locks(data);
    left_in(&place(data).join("objects"), 0, &|name| name.starts_with("tmp_"), &mut found);
    for path in found {
        let _ = fs::remove_file(path);
    }
}

fn left_in(folder: &Path, depth: usize, is_left: &dyn Fn(&str) -> bool, found: &mut Vec<PathBuf>) {
    const DEEPEST: usize = 8;
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() && depth < DEEPEST {
            left_in(&entry.path(), depth + 1, is_left, found);
        } else if is_left(&entry.file_name().to_string_lossy()) {
            found.push(entry.path());
        }
    }
}

/// Whether an earlier version synchronised this folder through a repository in it. Only that version made
/// this file: a repository of the user's own lacks it.
pub(super) fn is_of_version_before(data: &Path) -> bool {
    data.join(".git/backprop.lock").is_file()
}

/// Goes on from the repository that an earlier version made in the data folder itself: its last commit,
/// what it knew of the remote, and the address. The repository stays as it is.
pub(super) fn take_over(data: &Path, report: &mut SyncReport) -> Result<Option<Repository>, Problem> {
    if !is_of_version_before(data) {
        return Ok(None);
    }
    let old = data.join(".git");
    let kept = kept_settings(&old);
    let value =
        |key: &str| kept.iter().rev().find(|(known, _)| known == key).map(|(_, value)| value.as_str());
    let address = value("remote.origin.url").filter(|address| check_address(address).is_ok());
    let format = value("extensions.objectformat").unwrap_or("sha1");
    let repository = Repository::make(data, &place(data).with_extension("old"), address, format)?;
    let head = fs::read_to_string(old.join("HEAD")).unwrap_or_default();
    let branch = head.trim().strip_prefix("ref: refs/heads/").filter(|name| !name.is_empty());
    let branch = branch.unwrap_or(BRANCH);
    let git = &repository.git;
    let source = old.to_string_lossy().into_owned();
    let fetch = |refs: &str| git.remote("fetch", &source, ["--quiet", "--no-tags", &source, refs]);
    let taken = git
        .bytes(["symbolic-ref", "HEAD", &format!("refs/heads/{branch}")])
        .and_then(|_| fetch(&format!("+refs/remotes/{REMOTE}/*:refs/remotes/{REMOTE}/*")))
        .map(drop);
    // Without any commit yet there is nothing to go on from.
    let _ = fetch(&format!("+refs/heads/{branch}:refs/heads/{branch}"));
    if let Err(cause) = taken {
        let cause = cause.to_string();
        report.said.push(SyncMessage::HistoryNotTaken { path: shown(&old), cause }.into());
    }
    let (from, to) = (repository.git.repository().to_path_buf(), place(data));
    atomic::rename(&from, &to).map_err(Problem::io("rename", &from))?;
    report.said.push(SyncMessage::Moved { to: shown(&to), from: shown(&old) }.into());
    Ok(Some(Repository::open(data, &to)))
}

/// Makes a commit of a tree, and the branch stand there.
pub(super) fn record(git: &Git, tree: &str, parents: &[&str], said: &str) -> Result<String, Problem> {
    let mut arguments = vec!["commit-tree", tree, "-F", "-"];
    parents.iter().for_each(|parent| arguments.extend(["-p", parent]));
    let commit = git.fed(git.repository(), arguments, said.as_bytes()).map_err(broken)?;
    let commit = String::from_utf8_lossy(&commit).trim().to_owned();
    git.bytes(["update-ref", "HEAD", &commit]).map_err(broken)?;
    Ok(commit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_could_run_a_program_are_refused() {
        for address in [
            "",
            "-x",
            "--upload-pack=touch x",
            "ext::sh -c touch% x",
            "fd::3",
            "foo::bar",
            "ssh://-oProxyCommand=x/y",
            "ssh://me@-oProxyCommand=x/y",
            "ftp://x.org/y",
            "rsync://x/y",
            "a\nb",
            "https://x.org/\u{1b}[2J",
        ] {
            assert!(check_address(address).is_err(), "{address}");
        }
        for address in [
            "git@host.org:me/x.git",
            "https://me:pw@host.org/x.git",
            "ssh://git@host.org:22/x.git",
            "/srv/x.git",
            "file:///srv/x.git",
            "[::1]:x.git",
            "ssh://[::1]:22/x",
            "host.org:x",
            "C:/x.git",
        ] {
            assert_eq!(check_address(address), Ok(()), "{address}");
        }
    }
}
