//! The `git` executable as an engine: no shell, no questions, no hooks, and none of the user's settings
//! that could change what is stored.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Why git did not do it.
#[derive(Debug)]
pub enum GitProblem {
    /// There is no git.
    Missing(io::Error),
    /// Git said no, and this is what it said.
    Refused(String),
}

impl std::fmt::Display for GitProblem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            GitProblem::Missing(cause) => write!(out, "git cannot be started: {cause}; install git"),
            GitProblem::Refused(said) => out.write_str(said),
        }
    }
}

impl std::error::Error for GitProblem {}

/// Git in one folder.
#[derive(Debug, Clone)]
pub struct Git {
    folder: PathBuf,
    /// Settings for every call.
    settings: Vec<String>,
    /// The settings as git found them.
    found: HashMap<String, String>,
    /// Whether the user has no way of their own to reach a host by ssh.
    plain_ssh: bool,
}

/// What would make git work on another repository than that of the folder, or ask somebody.
const FOREIGN: [&str; 15] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_CONFIG",
    "GIT_CONFIG_PARAMETERS",
    "GIT_CONFIG_COUNT",
    "GIT_SHALLOW_FILE",
    "GIT_GRAFT_FILE",
    "GIT_REPLACE_REF_BASE",
    "GIT_EXTERNAL_DIFF",
];

/// What the user may have set for other work: hooks, signatures, other line ends, ignored files; a dead
/// line must not hold us up for ever, and what git makes here is for its owner alone.
const SETTINGS: [&str; 13] = [
    "core.sharedRepository=0600",
    "core.hooksPath=/dev/null",
    "core.excludesFile=/dev/null",
    "core.attributesFile=/dev/null",
    "core.autocrlf=false",
    "core.safecrlf=false",
    "core.fsmonitor=false",
    "core.quotePath=false",
    "core.askPass=",
    "commit.gpgSign=false",
    "push.gpgSign=false",
    "http.lowSpeedLimit=1",
    "http.lowSpeedTime=30",
];

impl Git {
    /// Git in this folder; fails when there is no git.
    pub fn new(folder: &Path) -> Result<Git, GitProblem> {
        let mut git = Git {
            folder: folder.to_path_buf(),
            settings: SETTINGS.map(str::to_owned).into(),
            found: HashMap::new(),
            plain_ssh: false,
        };
        let listed = git.text(["config", "--list", "-z"])?;
        let entries = listed.split('\0').filter_map(|entry| entry.split_once('\n'));
        // Of a setting that stands several times the last one counts.
        git.found = entries.map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        for (key, setting) in
            [("user.name", "user.name=backprop"), ("user.email", "user.email=backprop@localhost")]
        {
            if git.found(key).is_none() {
                git.settings.push(setting.to_owned());
            }
        }
        let has_own_ssh = ["GIT_SSH_COMMAND", "GIT_SSH"].iter().any(|name| std::env::var_os(name).is_some());
        git.plain_ssh = !has_own_ssh && git.found("core.sshcommand").is_none();
        Ok(git)
    }

    /// A setting as it was found; its section and name in lower case.
    pub fn found(&self, key: &str) -> Option<&str> {
        self.found.get(key).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether the folder itself is a repository.
    pub fn is_set_up(&self) -> bool {
        self.folder.join(".git").exists()
    }

    /// What a command prints, without the last newline.
    pub fn text<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<String, GitProblem> {
        let bytes = self.bytes(arguments)?;
        Ok(String::from_utf8_lossy(&bytes).trim_end_matches('\n').to_owned())
    }

    /// What a command prints.
    pub fn bytes<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<Vec<u8>, GitProblem> {
        let output = self.output(arguments)?;
        if output.status.success() { Ok(output.stdout) } else { Err(refusal(&output)) }
    }

    /// What a command prints, with the exit code it ended with.
    pub fn output<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<Output, GitProblem> {
        let mut command = Command::new("git");
        for name in FOREIGN {
            command.env_remove(name);
        }
        command.arg("-C").arg(&self.folder);
        for setting in &self.settings {
            command.args(["-c", setting]);
        }
        command.args(arguments).stdin(Stdio::null());
        // A folder inside somebody's repository is none of that repository's business.
        if let Some(parent) = self.folder.parent() {
            command.env("GIT_CEILING_DIRECTORIES", parent);
        }
        command.env("GIT_TERMINAL_PROMPT", "0").env("GIT_ASKPASS", "").env("SSH_ASKPASS_REQUIRE", "never");
        if self.plain_ssh {
            command.env("GIT_SSH_COMMAND", "ssh -oBatchMode=yes -oConnectTimeout=15");
        }
        command.output().map_err(GitProblem::Missing)
    }
}

/// What git said, as it may be shown on a terminal.
fn refusal(output: &Output) -> GitProblem {
    let said = String::from_utf8_lossy(&output.stderr);
    let lines = said.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("hint:"));
    let lines: Vec<String> = lines.map(|line| crate::markdown::clean(line).replace('\n', " ")).collect();
    // The last lines say why; a chatty host may have said much before.
    let last = lines.len().saturating_sub(4);
    let said = lines[last..].join("; ");
    GitProblem::Refused(if said.is_empty() { format!("git ended with {}", output.status) } else { said })
}
