//! A run of this program beside the screens: what it prints is handed over line by line, and it can be stopped.

use crate::markdown;
use crate::messages::{Message, TerminalMessage};
use crate::ui::app::TaskEnd;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

/// A longer line is cut, in bytes: nobody prints one.
const LONGEST: u64 = 64 * 1024;

/// Where this is set, a command that takes long prints how far it is, in lines of their own.
pub const TELLS_SHARE: &str = "BACKPROP_TELLS_SHARE";

/// What such a line begins with.
const SHARE: &str = "\u{b7}share ";

/// The line that says how far a command is, in percent.
pub fn share_line(percent: u32) -> String {
    format!("{SHARE}{percent}")
}

/// How far a command is, where a line says that.
pub(super) fn share_of(line: &str) -> Option<u32> {
    line.strip_prefix(SHARE)?.trim().parse().ok().filter(|percent| *percent <= 100)
}

/// A program that runs.
pub(super) struct Streamed {
    child: Child,
    lines: Receiver<String>,
    /// Whether it was asked to stop.
    is_stopped: bool,
    /// Whether both of its outputs are closed and all of them was handed over.
    is_over: bool,
}

fn not_started(cause: &io::Error) -> Message {
    TerminalMessage::CannotStartAgain { cause: Message::of_system(cause).into() }.into()
}

impl Streamed {
    /// Starts this program with these words; `wake` is called for every line, and when it is over.
    pub(super) fn start(
        words: &[OsString],
        wake: impl Fn() + Send + Sync + 'static,
    ) -> anyhow::Result<Streamed> {
        let own = std::env::current_exe().map_err(|cause| not_started(&cause))?;
        let mut command = Command::new(own);
        command.env(TELLS_SHARE, "1");
        command.args(words).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn().map_err(|cause| not_started(&cause))?;
        let (sender, lines) = mpsc::channel();
        let wake: Arc<dyn Fn() + Send + Sync> = Arc::new(wake);
        if let Some(out) = child.stdout.take() {
            follow(out, sender.clone(), wake.clone());
        }
        if let Some(errors) = child.stderr.take() {
            follow(errors, sender, wake);
        }
        Ok(Streamed { child, lines, is_stopped: false, is_over: false })
    }

    /// What it has printed since the last look.
    pub(super) fn said(&mut self) -> Vec<String> {
        let mut said = Vec::new();
        loop {
            match self.lines.try_recv() {
                Ok(line) => said.push(line),
                Err(mpsc::TryRecvError::Empty) => break,
                Err(mpsc::TryRecvError::Disconnected) => {
                    self.is_over = true;
                    break;
                }
            }
        }
        said
    }

    /// How it ended, once all it printed was handed over.
    pub(super) fn end(&mut self) -> Option<TaskEnd> {
        if !self.is_over {
            return None;
        }
        let is_well = self.child.wait().is_ok_and(|status| status.success());
        Some(match (self.is_stopped, is_well) {
            (_, true) => TaskEnd::Done,
            (true, false) => TaskEnd::Stopped,
            (false, false) => TaskEnd::Failed,
        })
    }

    /// Has it stopped, with everything it started; it is over once its outputs are.
    pub(super) fn stop(&mut self) {
        self.is_stopped = true;
        super::bounded::end(&mut self.child);
    }
}

impl Drop for Streamed {
    fn drop(&mut self) {
        if !self.is_over {
            self.stop();
            let _ = self.child.wait();
        }
    }
}

/// Hands over every line of an output until its end.
fn follow(out: impl Read + Send + 'static, lines: Sender<String>, wake: Arc<dyn Fn() + Send + Sync>) {
    thread::spawn(move || {
        let mut out = BufReader::new(out);
        let mut bytes = Vec::new();
        while (&mut out).take(LONGEST).read_until(b'\n', &mut bytes).is_ok_and(|read| read > 0) {
            let line = markdown::clean(&String::from_utf8_lossy(&bytes));
            bytes.clear();
            // Nobody may listen any more.
            if lines.send(line.trim_end().to_owned()).is_err() {
                return;
            }
            wake();
        }
        // The end of the last output is the end of the task.
        drop(lines);
        wake();
    });
}
