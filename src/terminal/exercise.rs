//! Runs the tests of a code card beside the event loop: in a folder of its own, bounded in time, memory,
//! processes and output, so that nothing an answer does holds up the screen or outlives the run.
//!
//! On every system time and output are bounded here; memory, processes and files where the interpreter has
//! the system's bounds (its module `resource`), in the preamble. When a run is over, its whole process group
//! is ended.

use super::{bounded, command, located};
use crate::card::CardId;
use crate::messages::{Message, TerminalMessage};
use crate::quiz::code::{CodeOutcome, Report, Stop};
use crate::store::exercise::TestFolder;
use std::io::Read;
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// What runs an answer and its tests.
const RUNNER: &str = include_str!("exercise/runner.py");

/// Bounds of a run.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    seconds: u64,
    /// Bytes of memory.
    memory: u64,
    /// Bytes of what is printed, and of a file.
    output: u64,
}

const BOUNDS: Bounds = Bounds { seconds: 10, memory: 2 << 30, output: 1 << 20 };

/// Interpreters by the names they are found under.
const INTERPRETERS: [&str; 3] = ["python3", "python", "py -3"];

/// What an interpreter may know of the environment: where it is, and which language it speaks. No keys and
/// no tokens.
const ENVIRONMENT: [&str; 17] = [
    "PATH",
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "SYSTEMROOT",
    "SYSTEMDRIVE",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "TMPDIR",
    "PYENV_ROOT",
    "PYENV_VERSION",
    "VIRTUAL_ENV",
    "CONDA_PREFIX",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
];

/// One run: whose card it is, which text was tested, and what came of it.
pub(super) type Tested = (CardId, String, Report);

/// A text and its tests, to be run for a card.
pub(super) struct Run {
    pub(super) card: CardId,
    pub(super) answer: String,
    pub(super) tests: String,
    /// The interpreter that the settings name; empty for the one that is found.
    pub(super) python: String,
}

/// The runs at work.
pub(super) struct Runs {
    sender: Sender<Tested>,
    receiver: Receiver<Tested>,
}

impl Runs {
    pub(super) fn new() -> Runs {
        let (sender, receiver) = mpsc::channel();
        Runs { sender, receiver }
    }

    /// Starts a run; `wake` is called when it is over.
    pub(super) fn start(&mut self, run: Run, wake: impl FnOnce() + Send + 'static) {
        let sender = self.sender.clone();
        thread::spawn(move || {
            let report = test(&run, BOUNDS);
            // The program may be ending; then nobody listens.
            let _ = sender.send((run.card, run.answer, report));
            wake();
        });
    }

    /// What came back since the last look.
    pub(super) fn finished(&mut self) -> Vec<Tested> {
        self.receiver.try_iter().collect()
    }
}

/// Whether tests can be run on this machine.
#[cfg(all(test, unix))]
fn has_interpreter(python: &str) -> bool {
    interpreter(python).is_some()
}

/// The words of the interpreter: the set one, or the first that is found.
fn interpreter(python: &str) -> Option<Vec<String>> {
    let words =
        |command: &str| command::words(command).ok().filter(|words| located::finds_program(&words[0]));
    match python.trim() {
        "" => INTERPRETERS.iter().find_map(|command| words(command)),
        set => words(set),
    }
}

fn test(run: &Run, bounds: Bounds) -> Report {
    let report = |outcome| Report { outcome, printed: String::new() };
    let Some(words) = interpreter(&run.python) else { return report(CodeOutcome::NoInterpreter) };
    let broken = |cause: std::io::Error| {
        report(CodeOutcome::Broken(
            TerminalMessage::CannotRunTests {
                program: words[0].clone(),
                cause: Message::of_system(&cause).into(),
            }
            .into(),
        ))
    };
    let folder = match TestFolder::new(&run.answer, &run.tests, RUNNER) {
        Ok(folder) => folder,
        Err(cause) => return broken(cause),
    };
    let mut child = match started(&words, &folder, bounds) {
        Ok(child) => child,
        Err(cause) => return broken(cause),
    };
    let (stopped, printed) = watch(&mut child, bounds);
    let told = folder.told();
    // Another program of that name, or one that is too old, tells nothing at all.
    if told.is_empty() && stopped.is_none() {
        let said = Report::read("", &printed, None).printed;
        let said = said.lines().last().unwrap_or_default();
        return report(CodeOutcome::Broken(
            TerminalMessage::RanNoTests { program: words[0].clone(), said: said.to_owned() }.into(),
        ));
    }
    Report::read(&told, &printed, stopped)
}

fn started(words: &[String], folder: &TestFolder, bounds: Bounds) -> std::io::Result<Child> {
    let mut command = located::program(words);
    command.args(["-B", "runner.py"]);
    command.args([bounds.seconds, bounds.memory, bounds.output].map(|bound| bound.to_string()));
    command.current_dir(folder.path()).env_clear();
    command.envs(ENVIRONMENT.iter().filter_map(|name| Some((name, std::env::var_os(name)?))));
    // Libraries of linear algebra start a thread for each processor; one is enough here.
    for name in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"] {
        command.env(name, "1");
    }
    command.env("PYTHONIOENCODING", "utf-8:backslashreplace").env("PYTHONHASHSEED", "0");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn()
}

/// What a pipe of the child has come to.
enum Heard {
    /// It is closed, and this came through.
    Closed(Vec<u8>),
    /// More came than may.
    TooMuch(Vec<u8>),
}

/// Waits for a run within its bounds; gives why it was stopped, and what it printed.
fn watch(child: &mut Child, bounds: Bounds) -> (Option<Stop>, String) {
    let end = Instant::now() + Duration::from_secs(bounds.seconds);
    let (sender, receiver) = mpsc::channel();
    let pipes: [Option<Box<dyn Read + Send>>; 2] = [
        child.stdout.take().map(|pipe| Box::new(pipe) as Box<dyn Read + Send>),
        child.stderr.take().map(|pipe| Box::new(pipe) as Box<dyn Read + Send>),
    ];
    for mut pipe in pipes.into_iter().flatten() {
        let sender = sender.clone();
        thread::spawn(move || {
            let mut printed = Vec::new();
            let _ = pipe.by_ref().take(bounds.output).read_to_end(&mut printed);
            let is_more = pipe.read(&mut [0]).is_ok_and(|count| count > 0);
            let _ = sender.send(if is_more { Heard::TooMuch(printed) } else { Heard::Closed(printed) });
        });
    }
    drop(sender);
    let (mut stopped, mut printed) = (None, Vec::new());
    while stopped.is_none() {
        match receiver.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(Heard::Closed(text)) => printed.extend(text),
            Ok(Heard::TooMuch(text)) => {
                printed.extend(text);
                stopped = Some(Stop::Output);
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) => stopped = Some(Stop::Time),
        }
    }
    // Both pipes are closed: it ends about now, unless it goes on in silence.
    while stopped.is_none() && !bounded::has_ended(child) {
        match Instant::now() < end {
            true => thread::sleep(Duration::from_millis(5)),
            false => stopped = Some(Stop::Time),
        }
    }
    // The system's own bound on processor time may come a moment before ours.
    let is_late = Instant::now() + Duration::from_millis(500) >= end;
    bounded::end(child);
    let status = child.wait();
    let is_out_of_time = status.is_ok_and(|status| used_up_its_time(status, is_late));
    let stopped = stopped.or(is_out_of_time.then_some(Stop::Time));
    // What the readers still hold, now that the pipes are closed.
    while let Ok(Heard::Closed(text) | Heard::TooMuch(text)) = receiver.recv_timeout(Duration::from_secs(1)) {
        printed.extend(text);
    }
    (stopped, String::from_utf8_lossy(&printed).into_owned())
}

/// Whether the system ended it because its time was over. Where soft and hard bound are one it is killed outright,
/// which tells nothing but by when it comes.
#[cfg(unix)]
fn used_up_its_time(status: std::process::ExitStatus, is_late: bool) -> bool {
    use rustix::process::Signal;
    use std::os::unix::process::ExitStatusExt;
    let signals = [Signal::XCPU, Signal::ALARM].map(Signal::as_raw);
    let is_killed = |signal: i32| is_late && signal == Signal::KILL.as_raw();
    status.signal().is_some_and(|signal| signals.contains(&signal) || is_killed(signal))
}

#[cfg(not(unix))]
fn used_up_its_time(_status: std::process::ExitStatus, _is_late: bool) -> bool {
    false
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::quiz::code::Denial;
    use crate::store::builtin::BUILTIN;
    use crate::{markdown, quiz::code::Exercise};

    const TESTS: &str = "xs = mean([1, 2, 3])\nassert xs == 2\nassert mean([4]) == 4\n";
    const QUICK: Bounds = Bounds { seconds: 2, ..BOUNDS };

    fn of(answer: &str, tests: &str, bounds: Bounds) -> Report {
        let python = std::env::var("BACKPROP_PYTHON").unwrap_or_default();
        let run = Run { card: "mean".into(), answer: answer.to_owned(), tests: tests.to_owned(), python };
        test(&run, bounds)
    }

    #[test]
    fn what_fails_is_told_with_its_values() {
        if !has_interpreter("") {
            return;
        }
        let right = of("def mean(xs):\n    print('here')\n    return sum(xs) / len(xs)\n", TESTS, BOUNDS);
        assert_eq!((&right.outcome, right.printed.as_str()), (&CodeOutcome::Passed(2), "here\nhere"));
        let wrong = of("def mean(xs):\n    return sum(xs)\n", TESTS, BOUNDS);
        let CodeOutcome::Failed { passed: 1, failures, failed: 1 } = &wrong.outcome else {
            panic!("{wrong:?}")
        };
        assert_eq!((failures[0].tests_line, failures[0].source.as_str()), (Some(2), "assert xs == 2"));
        assert_eq!(failures[0].values, [("xs".to_owned(), "6".to_owned())]);
        let blank = of("", TESTS, BOUNDS);
        let CodeOutcome::Failed { failures, .. } = &blank.outcome else { panic!("{blank:?}") };
        assert!(failures[0].what.contains("NameError"), "{failures:?}");
        let missing = of("import no_such_package_here\n", TESTS, BOUNDS);
        assert_eq!(missing.outcome, CodeOutcome::Missing("no_such_package_here".to_owned()));
    }

    #[test]
    fn nothing_an_answer_does_outlives_its_bounds() {
        if !has_interpreter("") {
            return;
        }
        let begun = Instant::now();
        for (answer, outcome) in [
            ("while True: pass", CodeOutcome::Stopped(Stop::Time)),
            ("import time; time.sleep(60)", CodeOutcome::Stopped(Stop::Time)),
            ("import os; os.close(1); os.close(2)\nwhile True: pass", CodeOutcome::Stopped(Stop::Time)),
            ("import os\nwhile True: os.fork()", CodeOutcome::Denied(Denial::Starts)),
            ("import subprocess; subprocess.run(['true'])", CodeOutcome::Denied(Denial::Starts)),
            ("import ctypes; ctypes.CDLL(None).fork()", CodeOutcome::Denied(Denial::Starts)),
            ("while True: print('x' * 100000)", CodeOutcome::Stopped(Stop::Output)),
            ("import sys\nwhile True: sys.stderr.write('y' * 100000)", CodeOutcome::Stopped(Stop::Output)),
            ("x = bytearray(10 << 30)", CodeOutcome::Stopped(Stop::Memory)),
            ("x = []\nwhile True: x.append(bytes(50_000_000))", CodeOutcome::Stopped(Stop::Memory)),
            ("open('/tmp/backprop-not-allowed', 'w')", CodeOutcome::Denied(Denial::Changes)),
            (
                "import os\ntry: os.remove('/etc/hostname')\nexcept: pass",
                CodeOutcome::Denied(Denial::Changes),
            ),
            (
                "import socket; socket.create_connection(('127.0.0.1', 9))",
                CodeOutcome::Denied(Denial::Reaches),
            ),
            ("import os; os._exit(0)", CodeOutcome::Stopped(Stop::Ended)),
            ("import os, signal; os.abort()", CodeOutcome::Stopped(Stop::Ended)),
        ] {
            assert_eq!(of(answer, TESTS, QUICK).outcome, outcome, "{answer}");
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
        let file = "f = open('big', 'w')\nfor _ in range(10 ** 5): f.write('x' * 100000)";
        let CodeOutcome::Failed { failures, .. } = of(file, TESTS, QUICK).outcome else { panic!() };
        assert!(failures[0].what.contains("too large"), "{failures:?}");
    }

    #[test]
    fn without_an_interpreter_it_says_so() {
        let run = |python: &str| {
            let python = python.to_owned();
            test(&Run { card: "x".into(), answer: String::new(), tests: TESTS.to_owned(), python }, QUICK)
                .outcome
        };
        assert_eq!(run("no-such-python-here"), CodeOutcome::NoInterpreter);
        assert!(matches!(run("true"), CodeOutcome::Broken(_)));
        assert!(
            matches!(run("sh -c 'echo no such option; exit 2'"), CodeOutcome::Broken(why) if why.to_string().contains("no such option"))
        );
    }

    /// Every built-in solution passes its tests and every blank starter fails, where there is NumPy.
    #[test]
    fn built_in_solutions_pass_and_starters_fail() {
        if !has_interpreter("") || matches!(of("", "import numpy", BOUNDS).outcome, CodeOutcome::Missing(_)) {
            return;
        }
        let mut count = 0;
        for builtin in BUILTIN {
            for card in builtin.deck().cards {
                let face = card.face(crate::card::Lang::En);
                let Some(exercise) = Exercise::of(&face.answer) else { continue };
                let solution = markdown::practice(&face.answer, "python solution").join("\n");
                let report = of(&solution, &exercise.tests, BOUNDS);
                assert!(report.has_passed(), "{}: {report:?}", card.id);
                let blank = of(&exercise.starter, &exercise.tests, BOUNDS);
                assert!(matches!(blank.outcome, CodeOutcome::Failed { .. }), "{}: {blank:?}", card.id);
                count += 1;
            }
        }
        assert!(count > 0);
    }
}
