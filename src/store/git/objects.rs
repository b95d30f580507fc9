//! What a repository holds, asked for piece by piece from a git that stays: trees as they are, without
//! anything written to the disk; and trees written.

use super::{Git, GitProblem};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

/// A line of a tree, as it stands there: nobody has looked at it yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct TreeLine {
    /// In octal: `40000`, `100644`, …
    pub(in crate::store) mode: String,
    /// Its name, in whatever letters.
    pub(in crate::store) name: Vec<u8>,
    /// What it holds.
    pub(in crate::store) id: String,
}

/// A git that answers until it is dropped.
struct Talk {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    errors: File,
}

impl Talk {
    fn start(git: &Git, arguments: &[&str]) -> Result<Talk, GitProblem> {
        let errors = tempfile::tempfile().map_err(GitProblem::Missing)?;
        let mut command = git.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        command.stderr(errors.try_clone().map_err(GitProblem::Missing)?);
        let mut child = command.spawn().map_err(GitProblem::Missing)?;
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().expect("its output is a pipe"));
        Ok(Talk { child, input, output, errors })
    }

    /// Says something and takes the line that comes back.
    fn ask(&mut self, git: &Git, words: &[u8]) -> Result<String, GitProblem> {
        let mut line = Vec::new();
        let asked =
            self.input.as_mut().map_or(Ok(()), |input| input.write_all(words).and_then(|()| input.flush()));
        let answered = asked.and_then(|()| self.output.read_until(b'\n', &mut line));
        match answered {
            Ok(_) if line.ends_with(b"\n") => {
                line.pop();
                Ok(String::from_utf8_lossy(&line).into_owned())
            }
            _ => Err(self.broken_off(git)),
        }
    }

    fn read(&mut self, git: &Git, size: u64) -> Result<Vec<u8>, GitProblem> {
        // What was promised need not come.
        let mut bytes = Vec::with_capacity(size.min(1 << 20) as usize);
        let read = self.output.by_ref().take(size + 1).read_to_end(&mut bytes);
        if read.is_err() || bytes.len() as u64 != size + 1 {
            return Err(self.broken_off(git));
        }
        bytes.pop();
        Ok(bytes)
    }

    /// What git has complained of so far.
    fn complaints(&mut self) -> Vec<u8> {
        let mut stderr = Vec::new();
        let _ = self.errors.rewind().and_then(|()| self.errors.read_to_end(&mut stderr));
        stderr
    }

    /// What git said when it ended too early.
    fn broken_off(&mut self, git: &Git) -> GitProblem {
        self.input = None;
        let status = self.child.wait();
        let stderr = self.complaints();
        match status {
            Ok(status) => git.refusal(&std::process::Output { status, stdout: Vec::new(), stderr }),
            Err(cause) => GitProblem::Missing(cause),
        }
    }
}

impl Drop for Talk {
    fn drop(&mut self) {
        self.input = None;
        let _ = self.child.wait();
    }
}

/// The objects of a repository.
pub(in crate::store) struct Objects {
    git: Git,
    sizes: Talk,
    contents: Talk,
}

impl Objects {
    pub(in crate::store) fn new(git: &Git) -> Result<Objects, GitProblem> {
        Ok(Objects {
            git: git.clone(),
            sizes: Talk::start(git, &["cat-file", "--batch-check"])?,
            contents: Talk::start(git, &["cat-file", "--batch"])?,
        })
    }

    /// Kind and size of an object, in bytes; `None` when it is not there.
    pub(in crate::store) fn look(&mut self, id: &str) -> Result<Option<(String, u64)>, GitProblem> {
        let said = self.sizes.ask(&self.git, format!("{id}\n").as_bytes())?;
        Ok(kind_and_size(&said))
    }

    /// What an object of this kind holds.
    pub(in crate::store) fn read(&mut self, id: &str, kind: &str) -> Result<Vec<u8>, GitProblem> {
        let said = self.contents.ask(&self.git, format!("{id}\n").as_bytes())?;
        let Some((found, size)) = kind_and_size(&said) else {
            return Err(self.missing(id));
        };
        let bytes = self.contents.read(&self.git, size)?;
        if found == kind { Ok(bytes) } else { Err(self.missing(id)) }
    }

    /// The lines of a tree; `None` when it is something else, or larger than this, in bytes.
    pub(in crate::store) fn tree(
        &mut self,
        id: &str,
        most: u64,
    ) -> Result<Option<Vec<TreeLine>>, GitProblem> {
        match self.look(id)? {
            Some((kind, size)) if kind == "tree" && size <= most => {
                Ok(lines(&self.read(id, "tree")?, id.len() / 2))
            }
            Some(_) => Ok(None),
            None => Err(self.missing(id)),
        }
    }

    /// That an object is not there, with what git said of it.
    fn missing(&mut self, id: &str) -> GitProblem {
        let said = [&mut self.sizes, &mut self.contents].map(Talk::complaints).concat();
        let said = self.git.cleaned(&super::shown(&said));
        let gap = if said.is_empty() { "" } else { ": " };
        GitProblem::Refused(format!("object {id} is missing or damaged{gap}{said}"))
    }
}

fn kind_and_size(said: &str) -> Option<(String, u64)> {
    let mut words = said.split(' ').skip(1);
    let kind = words.next()?;
    Some((kind.to_owned(), words.next()?.parse().ok()?))
}

/// Reads the bytes of a tree; the names of its objects have so many bytes.
fn lines(mut bytes: &[u8], id_length: usize) -> Option<Vec<TreeLine>> {
    let mut lines = Vec::new();
    while !bytes.is_empty() {
        let space = bytes.iter().position(|byte| *byte == b' ')?;
        let end = bytes.iter().position(|byte| *byte == 0)?;
        let mode = std::str::from_utf8(bytes.get(..space)?).ok()?;
        let name = bytes.get(space + 1..end)?;
        let id = bytes.get(end + 1..end + 1 + id_length)?;
        let is_mode =
            !mode.is_empty() && mode.len() <= 6 && mode.bytes().all(|byte| (b'0'..=b'7').contains(&byte));
        if !is_mode {
            return None;
        }
        let id = id.iter().map(|byte| format!("{byte:02x}")).collect();
        lines.push(TreeLine { mode: mode.to_owned(), name: name.to_vec(), id });
        bytes = &bytes[end + 1 + id_length..];
    }
    Some(lines)
}

/// Trees to be written.
pub(in crate::store) struct Trees {
    git: Git,
    talk: Talk,
}

impl Trees {
    pub(in crate::store) fn new(git: &Git) -> Result<Trees, GitProblem> {
        Ok(Trees { git: git.clone(), talk: Talk::start(git, &["mktree", "--batch", "-z", "--missing"])? })
    }

    /// Writes a tree of these lines, in any order; gives its name.
    pub(in crate::store) fn write(&mut self, lines: &[TreeLine]) -> Result<String, GitProblem> {
        let mut words = Vec::new();
        for TreeLine { mode, name, id } in lines {
            let kind = match mode.trim_start_matches('0') {
                "40000" => "tree",
                "160000" => "commit",
                _ => "blob",
            };
            words.extend(format!("{mode} {kind} {id}\t").bytes());
            words.extend(name);
            words.push(0);
        }
        words.push(0);
        self.talk.ask(&self.git, &words)
    }
}
