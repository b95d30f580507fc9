//! A git that speaks to a remote, watched: whoever can write to a repository must not be able to fill the
//! disk or the memory here. Git itself has no bound for what it fetches.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// As much may come by one fetch, in bytes.
pub(super) const MOST: u64 = 1 << 30;

/// As much may git say: the names of a million branches.
const MOST_SAID: u64 = 64 << 20;

/// Pauses between two looks at whether git has ended: short at first, as most calls are.
const SHORTEST: Duration = Duration::from_millis(1);
const LONGEST: Duration = Duration::from_millis(100);

/// So many looks, this far apart, are given to a git that was told to end, and to what it has started.
const GRACE: u32 = 20;
const APART: Duration = Duration::from_millis(50);

/// What a command prints, with the exit code it ended with. `None` where more than `most` bytes came into
/// the repository: then git was ended, and what had come was deleted. Nobody else may be writing into it.
pub(super) fn output(mut command: Command, repository: &Path, most: u64) -> io::Result<Option<Output>> {
    let objects = repository.join("objects");
    let before = files(&objects);
    let bound = before.values().sum::<u64>().saturating_add(most);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (stdout, stderr) = (said(child.stdout.take()), said(child.stderr.take()));
    let mut pause = SHORTEST;
    let status = loop {
        let ended = child.try_wait()?;
        // What came at the very end counts too.
        if (ended.is_some() || pause == LONGEST) && files(&objects).values().sum::<u64>() > bound {
            end(&mut child, ended)?;
            sweep(&objects, &before);
            return Ok(None);
        }
        if let Some(status) = ended {
            break status;
        }
        thread::sleep(pause);
        pause = (pause * 2).min(LONGEST);
    };
    let bytes = |reader: JoinHandle<io::Result<Vec<u8>>>| {
        reader.join().unwrap_or_else(|_| Err(io::Error::other("what git said was not read")))
    };
    Ok(Some(Output { status, stdout: bytes(stdout)?, stderr: bytes(stderr)? }))
}

/// Reads what comes through a pipe, beside everything else. A git that says too much meets a closed one.
fn said(pipe: Option<impl Read + Send + 'static>) -> JoinHandle<io::Result<Vec<u8>>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(pipe) = pipe {
            pipe.take(MOST_SAID).read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    })
}

/// The files below a folder, with their sizes.
fn files(folder: &Path) -> HashMap<PathBuf, u64> {
    let mut found = HashMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.metadata() {
                Ok(metadata) if metadata.is_dir() => folders.push(entry.path()),
                Ok(metadata) => {
                    found.insert(entry.path(), metadata.len());
                }
                Err(_) => (),
            }
        }
    }
    found
}

/// Ends git and what it has started: gently first, so that it takes its own files away.
fn end(child: &mut Child, ended: Option<ExitStatus>) -> io::Result<()> {
    if ended.is_some() {
        return Ok(());
    }
    let started = started_by(child.id());
    terminate(child.id());
    for _ in 0..GRACE {
        if child.try_wait()?.is_some() {
            break;
        }
        thread::sleep(APART);
    }
    // It may have ended by itself meanwhile.
    let _ = child.kill();
    child.wait()?;
    started.into_iter().for_each(terminate);
    Ok(())
}

/// Deletes the files that came, until no more come: a program that lost its git needs a moment to end.
fn sweep(objects: &Path, before: &HashMap<PathBuf, u64>) {
    let mut quiet = 0;
    for _ in 0..GRACE {
        let mut came = files(objects);
        came.retain(|path, _| !before.contains_key(path));
        quiet = if came.is_empty() { quiet + 1 } else { 0 };
        if quiet > 2 {
            return;
        }
        for path in came.keys() {
            let _ = fs::remove_file(path);
        }
        thread::sleep(APART);
    }
}

#[cfg(unix)]
fn terminate(process: u32) {
    let process = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw);
    if let Some(process) = process {
        let _ = rustix::process::kill_process(process, rustix::process::Signal::TERM);
    }
}

/// There nobody can be asked to end, only be ended, and all that it has started with it.
#[cfg(not(unix))]
fn terminate(process: u32) {
    let mut command = Command::new("taskkill");
    command.args(["/T", "/F", "/PID", &process.to_string()]);
    // It may have ended by itself meanwhile.
    let _ = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
}

/// Ending a process ends what it has started: see [`terminate`].
#[cfg(not(unix))]
fn started_by(_process: u32) -> Vec<u32> {
    Vec::new()
}

/// The processes that a process has started, and those that they have.
#[cfg(unix)]
fn started_by(process: u32) -> Vec<u32> {
    let listed = Command::new("ps").args(["-A", "-o", "pid=", "-o", "ppid="]).stdin(Stdio::null()).output();
    let Ok(listed) = listed else { return Vec::new() };
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    let pair = |line: &str| {
        let mut words = line.split_whitespace().map(str::parse::<u32>);
        Some((words.next()?.ok()?, words.next()?.ok()?))
    };
    let pairs: Vec<(u32, u32)> = listed.lines().filter_map(pair).collect();
    let mut found = vec![process];
    let mut next = 0;
    while let Some(parent) = found.get(next).copied() {
        next += 1;
        for (child, of) in &pairs {
            if *of == parent && !found.contains(child) {
                found.push(*child);
            }
        }
    }
    found.split_off(1)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str, folder: &Path) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]).current_dir(folder).stdin(Stdio::null());
        command
    }

    #[test]
    fn what_brings_too_much_is_ended_with_all_it_started() {
        let folder = tempfile::tempdir().unwrap();
        let pack = folder.path().join("objects/pack");
        fs::create_dir_all(&pack).unwrap();
        fs::write(pack.join("old"), vec![1; 300]).unwrap();
        // The one that writes is a child, and does not hear what its parent hears.
        let script = "sh -c 'while :; do echo 0123456789 >> objects/pack/tmp_new; sleep 0.01; done' & wait";
        assert!(output(shell(script, folder.path()), folder.path(), 200).unwrap().is_none());
        thread::sleep(Duration::from_millis(300));
        assert_eq!(files(folder.path()).len(), 1, "what was there; the child has ended, and writes no more");

        // The same where it ends before anybody has looked.
        let script = "head -c 201 /dev/zero > objects/pack/new";
        assert!(output(shell(script, folder.path()), folder.path(), 200).unwrap().is_none());
        assert!(!pack.join("new").exists());
    }

    #[test]
    fn what_is_said_comes_back_whole() {
        let folder = tempfile::tempdir().unwrap();
        let script = "head -c 300000 /dev/zero; echo no >&2; head -c 200 /dev/zero > new; exit 3";
        let output = output(shell(script, folder.path()), folder.path(), 100).unwrap().unwrap();
        assert_eq!(
            (output.stdout.len(), &output.stderr[..], output.status.code()),
            (300_000, &b"no\n"[..], Some(3))
        );
    }
}
