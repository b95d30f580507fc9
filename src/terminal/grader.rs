//! Runs the learner's grader beside the event loop: without a shell, with a time limit, and so that
//! nothing it does or fails to do holds up an answer.

use super::{command, programs};
use crate::card::CardId;
use crate::quiz::typed::grader::{self, Verdict};
use std::io::{Read, Write};
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

/// A grader that says nothing for this long is stopped.
const TIME_LIMIT: Duration = Duration::from_secs(20);
/// More than this it need not print, in bytes.
const LONGEST: u64 = 64 * 1024;

/// What a grader said of the answer to a card, or why it said nothing.
pub(super) type Judged = (CardId, Result<Verdict, String>);

/// The graders at work.
pub(super) struct Graders {
    sender: Sender<Judged>,
    receiver: Receiver<Judged>,
}

impl Graders {
    pub(super) fn new() -> Graders {
        let (sender, receiver) = mpsc::channel();
        Graders { sender, receiver }
    }

    /// Lets a command judge a request; `wake` is called when it is done.
    pub(super) fn start(
        &mut self,
        card: CardId,
        command: String,
        request: String,
        wake: impl FnOnce() + Send + 'static,
    ) {
        let sender = self.sender.clone();
        thread::spawn(move || {
            let judged = run(&command, request, TIME_LIMIT);
            // The program may be ending; then nobody listens.
            let _ = sender.send((card, judged));
            wake();
        });
    }

    /// What came back since the last look.
    pub(super) fn finished(&mut self) -> Vec<Judged> {
        self.receiver.try_iter().collect()
    }
}

fn run(command: &str, request: String, time_limit: Duration) -> Result<Verdict, String> {
    let words = command::words(command).map_err(|why| format!("the grader is no command: {why}"))?;
    let program = &words[0];
    let mut child = programs::program(&words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{program}: {error}"))?;
    let printed = exchange(&mut child, request, time_limit);
    // Whatever it still does is of no use any more.
    let _ = child.kill();
    let _ = child.wait();
    grader::verdict(&printed?).ok_or_else(|| format!("{program} did not print a grade or remarks as JSON"))
}

/// Gives a child its request and takes what it prints, both at once, so that neither waits for the
/// other.
fn exchange(child: &mut Child, request: String, time_limit: Duration) -> Result<Vec<u8>, String> {
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        // A grader may answer without reading all it was given.
        stdin.map(|mut stdin| stdin.write_all(request.as_bytes()))
    });
    thread::spawn(move || {
        let mut printed = Vec::new();
        let read = stdout.map(|stdout| stdout.take(LONGEST).read_to_end(&mut printed));
        sender.send(read.transpose().map(|_| printed))
    });
    match receiver.recv_timeout(time_limit) {
        Ok(printed) => printed.map_err(|error| error.to_string()),
        Err(_) => Err(format!("nothing came within {} s", time_limit.as_secs())),
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Grade;
    use std::time::Instant;

    fn script(folder: &tempfile::TempDir, text: &str) -> String {
        let path = folder.path().join("a grader.sh");
        std::fs::write(&path, text).unwrap();
        format!("sh '{}'", path.display())
    }

    #[test]
    fn a_grader_gets_its_request_and_its_failures_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let judge =
            |text: &str| run(&script(&folder, text), "{\"answer\":\"x\"}".to_owned(), Duration::from_secs(1));
        let echo =
            judge("read line; case $line in *answer*) echo '{\"grade\":\"hard\",\"remarks\":\"ok\"}';; esac");
        assert_eq!(echo, Ok(Verdict { grade: Some(Grade::Hard), remarks: "ok".into() }));
        let begun = Instant::now();
        for (text, cause) in [
            ("sleep 60", "nothing came"),
            ("exit 3", "did not print"),
            ("echo good", "did not print"),
            ("yes | head -c 1000000", "did not print"),
        ] {
            let error = judge(text).unwrap_err();
            assert!(error.contains(cause), "{text}: {error}");
        }
        assert!(begun.elapsed() < Duration::from_secs(30));
        assert!(
            run("no-such-grader-here", String::new(), TIME_LIMIT).unwrap_err().contains("no-such-grader")
        );
        assert!(run("  ", String::new(), TIME_LIMIT).is_err());
    }

    #[test]
    fn no_shell_reads_the_command() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("made");
        let _ = run(&format!("true ; touch {}", target.display()), String::new(), Duration::from_secs(1));
        assert!(!target.exists());
    }
}
