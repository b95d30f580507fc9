//! The `git` executable as an engine: no shell, no questions, no hooks, and of the user's settings only how
//! to reach a host.
//!
//! Each call is told its repository, which has no folder of files: nothing is ever checked out, added or
//! filtered by git. What git says is shown whole, without passwords.

mod objects;
mod plain;
mod secrets;
mod user;
mod watched;

pub(super) use objects::{Objects, TreeLine, Trees};
pub(super) use secrets::{Secrets, without_password};

use crate::messages::{DiskMessage, Message};
use plain::{bare_command, shown};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Why git did not do it.
#[derive(Debug)]
pub enum GitProblem {
    /// There is no git.
    Missing(io::Error),
    /// Git said no, and this is what it said.
    Refused(String),
    /// Git was not asked: it could not have done it.
    Hopeless(Box<Message>),
    /// More bytes came than one fetch may bring.
    TooMuch(u64),
}

impl From<&GitProblem> for Message {
    fn from(problem: &GitProblem) -> Message {
        match problem {
            GitProblem::Missing(cause) => {
                DiskMessage::NoGit { cause: Message::of_system(cause).into() }.into()
            }
            GitProblem::Refused(said) => DiskMessage::GitSays { said: said.clone() }.into(),
            GitProblem::Hopeless(why) => (**why).clone(),
            GitProblem::TooMuch(most) => DiskMessage::TooMuchAtOnce { most: most >> 20 }.into(),
        }
    }
}

impl std::fmt::Display for GitProblem {
    /// In English.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Message::from(self).fmt(out)
    }
}

impl std::error::Error for GitProblem {}

/// Git in one repository.
#[derive(Debug, Clone)]
pub struct Git {
    repository: PathBuf,
    secrets: Secrets,
    /// What the user set for reaching hosts: keys and values in their order.
    user: Vec<(String, String)>,
    /// So many bytes may come by one fetch.
    most: u64,
}

/// What the repositories of folders are told: their own hooks and programs are not ours to run.
const TAMED: &str =
    "git -c core.hooksPath=/dev/null -c core.fsmonitor=false -c core.alternateRefsCommand=true";

impl Git {
    /// Git in this repository.
    pub fn new(repository: &Path) -> Git {
        let secrets = Secrets::default();
        Git { repository: repository.to_path_buf(), secrets, user: Vec::new(), most: watched::MOST }
    }

    /// The repository.
    pub fn repository(&self) -> &Path {
        &self.repository
    }

    /// So many bytes may come by one fetch.
    pub fn most(&self) -> u64 {
        self.most
    }

    /// From now on no more bytes than these may come by one fetch.
    pub fn bound(&mut self, most: u64) {
        self.most = most;
    }

    /// Takes over how the user reaches hosts; gives what could not be read.
    pub fn take_user_settings(&mut self) -> Option<String> {
        match user::settings() {
            Ok(settings) => {
                for text in settings.iter().flat_map(|(key, value)| [key, value]) {
                    self.secrets.hide_in(text);
                }
                self.user = settings;
                None
            }
            Err(said) => Some(self.secrets.without(&said)),
        }
    }

    /// Lets a git without a repository know a remote, which no list of processes shows.
    pub fn name_remote(&mut self, address: &str) {
        self.hide(address);
        self.user.push(("remote.origin.url".to_owned(), address.to_owned()));
    }

    /// From now on nothing that git says shows the password in this address.
    pub fn hide(&mut self, address: &str) {
        self.secrets.hide_in(address);
    }

    /// A text without what is to be hidden.
    pub fn cleaned(&self, text: &str) -> String {
        self.secrets.without(text)
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
        self.printed(self.output(arguments)?)
    }

    /// What a command prints, with the exit code it ended with.
    pub fn output<S: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<Output, GitProblem> {
        self.command(arguments).output().map_err(GitProblem::Missing)
    }

    /// What a command prints that reads these bytes, in this folder.
    pub fn fed<S: AsRef<OsStr>>(
        &self,
        folder: &Path,
        arguments: impl IntoIterator<Item = S>,
        input: &[u8],
    ) -> Result<Vec<u8>, GitProblem> {
        let mut command = self.command(arguments);
        // A file never blocks, however much is written and read.
        command.current_dir(folder).stdin(file_of(input).map_err(GitProblem::Missing)?);
        self.printed(command.output().map_err(GitProblem::Missing)?)
    }

    /// What a command prints that speaks to the remote at this address.
    pub fn remote<S: AsRef<OsStr>>(
        &self,
        verb: &str,
        address: &str,
        arguments: impl IntoIterator<Item = S>,
    ) -> Result<Vec<u8>, GitProblem> {
        let mut words = vec![verb.into()];
        if is_folder(address) {
            let (option, deed) = if verb == "push" {
                ("receive-pack", "receive-pack")
            } else {
                ("upload-pack", "upload-pack")
            };
            words.push(std::ffi::OsString::from(format!("--{option}={TAMED} {deed}")));
        }
        words.extend(arguments.into_iter().map(|word| word.as_ref().to_os_string()));
        let mut command = self.command(words);
        command.env("GIT_CONFIG_COUNT", self.user.len().to_string());
        for (index, (key, value)) in self.user.iter().enumerate() {
            command.env(format!("GIT_CONFIG_KEY_{index}"), key);
            command.env(format!("GIT_CONFIG_VALUE_{index}"), value);
        }
        let has_own_ssh = ["GIT_SSH_COMMAND", "GIT_SSH"].iter().any(|name| std::env::var_os(name).is_some());
        if !has_own_ssh && !self.user.iter().any(|(key, _)| key == "core.sshcommand") {
            command.env("GIT_SSH_COMMAND", "ssh -oBatchMode=yes -oConnectTimeout=15");
        }
        // One object that would fill the memory is refused by git itself.
        command.env("GIT_ALLOC_LIMIT", LARGEST);
        match watched::output(command, &self.repository, self.most).map_err(GitProblem::Missing)? {
            Some(output) => self.printed(output),
            None => Err(GitProblem::TooMuch(self.most)),
        }
    }

    fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = bare_command();
        command.env("GIT_DIR", &self.repository);
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null");
        command.env("GIT_ATTR_NOSYSTEM", "1");
        command.args(arguments).stdin(Stdio::null());
        command
    }

    fn printed(&self, output: Output) -> Result<Vec<u8>, GitProblem> {
        if output.status.success() { Ok(output.stdout) } else { Err(self.refusal(&output)) }
    }

    /// What git said, as it may be shown on a terminal.
    pub(super) fn refusal(&self, output: &Output) -> GitProblem {
        let said = self.secrets.without(&shown(&output.stderr));
        match said.is_empty() {
            true => GitProblem::Hopeless(Box::new(
                DiskMessage::GitEnded { status: output.status.to_string() }.into(),
            )),
            false => GitProblem::Refused(said),
        }
    }
}

/// Git may ask for so much memory at once when it speaks to a remote.
const LARGEST: &str = "2g";

/// Whether an address is a folder of this machine or one that it sees.
fn is_folder(address: &str) -> bool {
    address.starts_with("file://") || Path::new(address).is_dir()
}

/// An unnamed file with these bytes, to be read from its start.
fn file_of(bytes: &[u8]) -> io::Result<File> {
    use std::io::Seek;
    let mut file = tempfile::tempfile()?;
    file.write_all(bytes)?;
    file.rewind()?;
    Ok(file)
}
