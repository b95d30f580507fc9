//! Asks the learner's grader: without a shell, with a time limit, beside the event loop or while a command waits,
//! so that nothing it does or fails to do holds up an answer.

use super::bounded::{self, Halt};
use super::{command, located};
use crate::card::CardId;
use crate::quiz::typed::grader::{GraderFailure, GraderRequest, Verdict};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// More than this is not read of what it prints, in bytes: thoughts may be long.
const LONGEST: usize = 512 * 1024;

/// What a grader said of the answer to a card, or why it said nothing.
pub(super) type GraderAnswer = (CardId, Result<Verdict, GraderFailure>);

/// The graders at work.
pub(super) struct Graders {
    sender: Sender<GraderAnswer>,
    receiver: Receiver<GraderAnswer>,
    is_over: Arc<AtomicBool>,
    /// Held by every grader at work.
    at_work: Arc<()>,
}

/// When the program ends, graders at work are given this long to be stopped.
const LEAVING: Duration = Duration::from_millis(500);

impl Graders {
    pub(super) fn new() -> Graders {
        let (sender, receiver) = mpsc::channel();
        Graders { sender, receiver, is_over: Arc::default(), at_work: Arc::default() }
    }

    /// Asks a grader; `wake` is called when it is done.
    pub(super) fn start(
        &mut self,
        card: CardId,
        request: GraderRequest,
        wake: impl FnOnce() + Send + 'static,
    ) {
        let (sender, is_over, at_work) = (self.sender.clone(), self.is_over.clone(), self.at_work.clone());
        thread::spawn(move || {
            let judged = ask(&request, &is_over);
            drop(at_work);
            // The program may be ending; then nobody listens.
            let _ = sender.send((card, judged));
            wake();
        });
    }

    /// What came back since the last look.
    pub(super) fn finished(&mut self) -> Vec<GraderAnswer> {
        self.receiver.try_iter().collect()
    }
}

impl Drop for Graders {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        let begun = Instant::now();
        while Arc::strong_count(&self.at_work) > 1 && begun.elapsed() < LEAVING {
            thread::sleep(Duration::from_millis(5));
        }
    }
}

/// Asks a grader about one answer and waits for it, until `is_stopped`.
pub fn ask(request: &GraderRequest, is_stopped: &AtomicBool) -> Result<Verdict, GraderFailure> {
    let words = command::words(&request.command).map_err(|why| GraderFailure::NoCommand(why.into()))?;
    let program = words[0].clone();
    let limits = bounded::RunBounds { time: Duration::from_secs(request.seconds.into()), printed: LONGEST };
    let input = request.text.clone().into_bytes();
    let ran = match bounded::run(located::program(&words), input, &limits, is_stopped) {
        Ok(ran) => ran,
        Err(Halt::NotStarted(cause)) => {
            return Err(GraderFailure::NotStarted { program, cause: cause.to_string() });
        }
        Err(Halt::TimeUp { said }) => {
            return Err(GraderFailure::TimeUp { seconds: request.seconds, said });
        }
        Err(Halt::TooLong) => return Err(GraderFailure::TooLong { bytes: LONGEST }),
        Err(Halt::Stopped) => return Err(GraderFailure::Stopped),
    };
    request.verdict(&ran.printed).map_err(|failure| match failure {
        GraderFailure::NoVerdict { printed, .. } => {
            GraderFailure::NoVerdict { program, printed, said: ran.said.clone() }
        }
        other => other,
    })
}

/// The same with how long it took, in milliseconds.
pub fn ask_timed(request: &GraderRequest, is_stopped: &AtomicBool) -> (Result<Verdict, GraderFailure>, u32) {
    let begun = Instant::now();
    let asked = ask(request, is_stopped);
    (asked, u32::try_from(begun.elapsed().as_millis()).unwrap_or(u32::MAX))
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Grade;

    fn request(command: &str) -> GraderRequest {
        GraderRequest {
            command: command.to_owned(),
            text: "{\"answer\":\"x\"}".to_owned(),
            points: 2,
            wants_points: false,
            seconds: 1,
        }
    }

    fn judge(folder: &tempfile::TempDir, text: &str) -> Result<Verdict, GraderFailure> {
        let path = folder.path().join("a grader.sh");
        std::fs::write(&path, text).unwrap();
        ask(&request(&format!("sh '{}'", path.display())), &AtomicBool::new(false))
    }

    #[test]
    fn a_grader_gets_its_request_and_its_failures_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let echo = "read line; case $line in *answer*) echo '{\"grade\":\"hard\",\"remarks\":\"ok\"}';; esac";
        let verdict = judge(&folder, echo).unwrap();
        assert_eq!((verdict.grade, verdict.remarks.as_str()), (Some(Grade::Hard), "ok"));
        let begun = Instant::now();
        let failure = |text: &str| judge(&folder, text).unwrap_err();
        let no_verdict = |printed: &str, said: &str| GraderFailure::NoVerdict {
            program: "sh".into(),
            printed: printed.into(),
            said: said.into(),
        };
        assert_eq!(failure("echo 1 >&2; echo no key >&2; exit 3"), no_verdict("", "no key"));
        assert_eq!(failure("echo good"), no_verdict("good", ""));
        assert_eq!(failure("exec sleep 60"), GraderFailure::TimeUp { seconds: 1, said: String::new() });
        assert_eq!(failure("yes"), GraderFailure::TooLong { bytes: LONGEST });
        assert!(begun.elapsed() < Duration::from_secs(30));
        let other = |command: &str| ask(&request(command), &AtomicBool::new(false)).unwrap_err();
        assert!(
            matches!(other("no-such-grader-here"), GraderFailure::NotStarted { program, .. } if program == "no-such-grader-here")
        );
        assert!(matches!(other("  "), GraderFailure::NoCommand(_)));
    }

    #[test]
    fn no_shell_reads_the_command() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("made");
        let _ = ask(&request(&format!("true ; touch {}", target.display())), &AtomicBool::new(false));
        assert!(!target.exists());
    }

    #[test]
    fn graders_at_work_end_with_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let (path, marker) = (folder.path().join("slow.sh"), folder.path().join("pid"));
        std::fs::write(&path, format!("sleep 60 & echo $! > {}; wait", marker.display())).unwrap();
        let mut graders = Graders::new();
        let slow = GraderRequest { seconds: 60, ..request(&format!("sh {}", path.display())) };
        graders.start(CardId::from("x"), slow, || ());
        let begun = Instant::now();
        while std::fs::read_to_string(&marker).unwrap_or_default().trim().is_empty() {
            assert!(begun.elapsed() < Duration::from_secs(30));
            thread::sleep(Duration::from_millis(10));
        }
        drop(graders);
        let pid: i32 = std::fs::read_to_string(&marker).unwrap().trim().parse().unwrap();
        let pid = rustix::process::Pid::from_raw(pid).unwrap();
        while rustix::process::test_kill_process(pid).is_ok() {
            assert!(begun.elapsed() < Duration::from_secs(30), "its child lives on");
            thread::sleep(Duration::from_millis(10));
        }
    }
}
