//! Runs another program within bounds: it gets its input, and what it prints is read, for so long and no longer
//! than so many bytes; then it ends with everything it started.
//!
//! On Unix the program leads a process group of its own, which is killed as a whole before the leader is waited
//! for: until then no other process can have its number. A process that leaves the group is not followed; what it
//! holds open is not waited for either.

use crate::markdown;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// What a program may take.
pub(super) struct RunBounds {
    /// How long it may run.
    pub(super) time: Duration,
    /// How much it may print, in bytes.
    pub(super) printed: usize,
}

/// What came of a program that ended in time.
pub(super) struct Ran {
    /// Its standard output.
    pub(super) printed: Vec<u8>,
    /// The last line of its error output, cleaned and in short.
    pub(super) said: String,
}

/// Why a program was not run to its end.
#[derive(Debug)]
pub(super) enum Halt {
    /// It could not be started.
    NotStarted(io::Error),
    /// Its time was up.
    TimeUp {
        /// The last line of its error output, cleaned and in short.
        said: String,
    },
    /// It printed too much.
    TooLong,
    /// Nobody waits for it any more.
    Stopped,
}

/// How often it is looked at.
const LOOK: Duration = Duration::from_millis(20);
/// What it printed is waited for so long after it ended, and its end so long after its output did.
const GRACE: Duration = Duration::from_millis(400);
/// So much of its error output is kept, the end of it, in bytes.
const KEPT: usize = 4096;

/// Runs a program.
pub(super) fn run(
    mut command: Command,
    input: Vec<u8>,
    limits: &RunBounds,
    is_stopped: &AtomicBool,
) -> Result<Ran, Halt> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(Halt::NotStarted)?;
    let stdin = child.stdin.take();
    thread::spawn(move || {
        // It may answer without reading all it was given.
        stdin.map(|mut stdin| stdin.write_all(&input))
    });
    let printed = Stream::read(child.stdout.take(), Keep::Beginning(limits.printed));
    let errors = Stream::read(child.stderr.take(), Keep::End(KEPT));
    let halt = watch(&mut child, &printed, limits, is_stopped);
    end(&mut child);
    let begun = Instant::now();
    while !(printed.is_over() && errors.is_over()) && begun.elapsed() < GRACE {
        thread::sleep(Duration::from_millis(2));
    }
    let said = last_line(&errors.take());
    match halt {
        None if printed.is_too_long() => Err(Halt::TooLong),
        None => Ok(Ran { printed: printed.take(), said }),
        Some(Halt::TimeUp { .. }) => Err(Halt::TimeUp { said }),
        Some(halt) => Err(halt),
    }
}

/// Waits until the program has ended or has to.
fn watch(child: &mut Child, printed: &Stream, limits: &RunBounds, is_stopped: &AtomicBool) -> Option<Halt> {
    let begun = Instant::now();
    let mut ended_at = None;
    let mut over_at = None;
    loop {
        if is_stopped.load(Ordering::Relaxed) {
            return Some(Halt::Stopped);
        }
        if printed.is_too_long() {
            return Some(Halt::TooLong);
        }
        let (has_ended, is_over) = (has_ended(child), printed.is_over());
        if has_ended && is_over {
            return None;
        }
        // A child of its may hold the output open, and it may go on without one.
        let now = Instant::now();
        let ended = has_ended.then(|| *ended_at.get_or_insert(now));
        let over = is_over.then(|| *over_at.get_or_insert(now));
        if ended.or(over).is_some_and(|at| now - at >= GRACE) {
            return None;
        }
        if begun.elapsed() >= limits.time {
            return Some(Halt::TimeUp { said: String::new() });
        }
        thread::sleep(LOOK.min(limits.time));
    }
}

/// Whether the program has ended. It is not waited for yet, so that its number stays its own.
#[cfg(unix)]
pub(super) fn has_ended(child: &mut Child) -> bool {
    use rustix::process::{WaitId, WaitIdOptions, waitid};
    let how = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    group_of(child).is_none_or(|pid| waitid(WaitId::Pid(pid), how).map_or(true, |status| status.is_some()))
}

#[cfg(not(unix))]
pub(super) fn has_ended(child: &mut Child) -> bool {
    child.try_wait().map_or(true, |status| status.is_some())
}

/// Ends the program and whatever it started.
pub(super) fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = group_of(child) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(unix)]
fn group_of(child: &Child) -> Option<rustix::process::Pid> {
    rustix::process::Pid::from_raw(i32::try_from(child.id()).ok()?)
}

/// What is kept of a stream.
#[derive(Clone, Copy)]
enum Keep {
    /// The beginning; with more than that it is too long, and not read any further.
    Beginning(usize),
    /// The end; all of it is read, so that the program never waits.
    End(usize),
}

#[derive(Default)]
struct StreamRead {
    bytes: Vec<u8>,
    is_over: bool,
    is_too_long: bool,
}

/// A stream that is read beside everything else.
struct Stream(Arc<Mutex<StreamRead>>);

impl Stream {
    fn read(from: Option<impl Read + Send + 'static>, keep: Keep) -> Stream {
        let read = Arc::new(Mutex::new(StreamRead::default()));
        let stream = Stream(read.clone());
        thread::spawn(move || {
            if let Some(mut from) = from {
                let mut piece = vec![0; 16 * 1024];
                while let Ok(length @ 1..) = from.read(&mut piece) {
                    if !stream.take_in(&piece[..length], keep) {
                        break;
                    }
                }
            }
            stream.with(|read| read.is_over = true);
        });
        Stream(read)
    }

    fn with<T>(&self, act: impl FnOnce(&mut StreamRead) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether there is reason to go on.
    fn take_in(&self, piece: &[u8], keep: Keep) -> bool {
        self.with(|read| {
            read.bytes.extend_from_slice(piece);
            match keep {
                Keep::Beginning(most) => read.is_too_long = read.bytes.len() > most,
                Keep::End(most) => drop(read.bytes.drain(..read.bytes.len().saturating_sub(most))),
            }
            !read.is_too_long
        })
    }

    fn is_over(&self) -> bool {
        self.with(|read| read.is_over)
    }

    fn is_too_long(&self) -> bool {
        self.with(|read| read.is_too_long)
    }

    fn take(&self) -> Vec<u8> {
        self.with(|read| std::mem::take(&mut read.bytes))
    }
}

/// So much of the last line is shown, in characters.
const SHOWN: usize = 160;

fn last_line(bytes: &[u8]) -> String {
    let text = markdown::clean(&String::from_utf8_lossy(bytes));
    let last = text.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
    last.chars().take(SHOWN).collect()
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: RunBounds = RunBounds { time: Duration::from_secs(2), printed: 100_000 };

    fn sh(text: &str) -> Result<Ran, Halt> {
        let mut command = Command::new("sh");
        command.args(["-c", text]);
        run(command, b"hello\n".repeat(50_000), &BOUNDS, &AtomicBool::new(false))
    }

    fn printed(text: &str) -> String {
        String::from_utf8(sh(text).unwrap_or_else(|halt| panic!("{text}: {halt:?}")).printed).unwrap()
    }

    #[test]
    fn what_a_program_prints_is_read_however_it_treats_its_input_and_its_children() {
        let begun = Instant::now();
        assert_eq!(printed("echo a"), "a\n");
        assert_eq!(printed("read a; echo $a; echo b"), "hello\nb\n");
        assert_eq!(printed("cat | wc -c | tr -d ' '"), "300000\n");
        assert_eq!(printed("sleep 60 & echo a"), "a\n");
        assert_eq!(printed("echo a; exec >&- 2>&-; sleep 60"), "a\n");
        assert_eq!(printed("yes error | head -c 1000000 >&2; echo a"), "a\n");
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    }

    #[test]
    fn bounds_hold_and_the_last_words_are_told() {
        let said = |text: &str| match sh(text) {
            Err(Halt::TimeUp { said }) => said,
            other => panic!("{text}: {:?}", other.map(|ran| ran.printed)),
        };
        assert_eq!(
            said("echo loading >&2; printf 'still \\033[31mloading\\n\\n' >&2; sleep 60"),
            "still [31mloading"
        );
        assert_eq!(said("while :; do :; done"), "");
        assert!(matches!(sh("yes"), Err(Halt::TooLong)));
        assert!(matches!(sh("head -c 100001 /dev/zero"), Err(Halt::TooLong)));
        assert!(sh("head -c 100000 /dev/zero").is_ok());
        assert!(matches!(
            run(Command::new("/no/such/program"), vec![], &BOUNDS, &AtomicBool::new(false)),
            Err(Halt::NotStarted(_))
        ));
        let mut command = Command::new("sleep");
        command.arg("60");
        assert!(matches!(run(command, vec![], &BOUNDS, &AtomicBool::new(true)), Err(Halt::Stopped)));
    }

    #[test]
    fn no_child_outlives_the_program() {
        for text in ["sleep 61 & echo $!", "sh -c 'sleep 62 & echo $!; wait'", "sleep 63 & echo $!; sleep 64"]
        {
            let folder = tempfile::tempdir().unwrap();
            let marker = folder.path().join("pid");
            let text = text.replace("echo $!", &format!("echo $! > {}; echo $!", marker.display()));
            let _ = sh(&text);
            let pid = std::fs::read_to_string(&marker).unwrap().trim().parse::<i32>().unwrap();
            let pid = rustix::process::Pid::from_raw(pid).unwrap();
            let begun = Instant::now();
            // Whoever adopted it takes its end in a moment later.
            while rustix::process::test_kill_process(pid).is_ok() {
                assert!(begun.elapsed() < Duration::from_secs(20), "{text}");
                thread::sleep(Duration::from_millis(10));
            }
        }
    }
}
