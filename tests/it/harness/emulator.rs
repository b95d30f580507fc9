//! The real program in a real pseudo-terminal, and an emulator that reads its screen.

use crate::harness::warm;
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// How long something may take to show, in a slow build on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct Terminal {
    pub(crate) child: Box<dyn Child + Send + Sync>,
    pub(crate) master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    /// The emulator, and every byte it was sent.
    pub(crate) seen: Arc<Mutex<(vt100::Parser, Vec<u8>)>>,
}

pub(crate) fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

impl Terminal {
    pub(crate) fn start(
        home: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
        columns: u16,
        rows: u16,
    ) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_backprop"));
        command.args(arguments);
        Terminal::start_command(command, home, environment, columns, rows)
    }

    pub(crate) fn start_command(
        mut command: CommandBuilder,
        home: &Path,
        environment: &[(&str, &str)],
        columns: u16,
        rows: u16,
    ) -> Terminal {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        for name in [
            "NO_COLOR",
            "VISUAL",
            "EDITOR",
            "LC_ALL",
            "COLORTERM",
            "COLORFGBG",
            "TMUX",
            "STY",
            "SSH_CONNECTION",
            "SSH_TTY",
            "SSH_CLIENT",
            "TERM_PROGRAM",
            "KITTY_WINDOW_ID",
            "VTE_VERSION",
        ] {
            command.env_remove(name);
        }
        warm::warm(home);
        command.env("BACKPROP_DATA_DIR", home);
        command.env("TERM", "xterm-256color");
        command.env("BACKPROP_NO_WELCOME", "1");
        command.env("LANG", "en_US.UTF-8");
        environment.iter().for_each(|(name, value)| command.env(name, value));
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let cells = |count: u16| NonZeroU16::new(count).unwrap();
        let seen = Arc::new(Mutex::new((vt100::Parser::new(cells(rows), cells(columns), 0), Vec::new())));
        let mut output = pair.master.try_clone_reader().unwrap();
        let sink = seen.clone();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                let mut seen = sink.lock().unwrap();
                seen.0.process(&bytes[..count]);
                seen.1.extend_from_slice(&bytes[..count]);
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Terminal { child, master: pair.master, keys, seen }
    }

    pub(crate) fn screen(&self) -> String {
        self.seen.lock().unwrap().0.screen().contents()
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.seen.lock().unwrap().1.clone()
    }

    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    pub(crate) fn wait_until(&self, what: &str, holds: impl Fn(&str) -> bool) {
        let start = Instant::now();
        while !holds(&self.screen()) {
            assert!(start.elapsed() < PATIENCE, "waited for {what}, saw:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub(crate) fn wait_for(&self, text: &str) {
        self.wait_until(text, |screen| screen.contains(text));
    }

    pub(crate) fn end(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub(crate) fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args([name, &pid]).status().unwrap().success());
    }

    /// Waits until the bytes sent so far hold this sequence.
    pub(crate) fn wait_for_bytes(&self, sequence: &[u8]) {
        let start = Instant::now();
        while !self.bytes().windows(sequence.len()).any(|window| window == sequence) {
            assert!(start.elapsed() < PATIENCE, "{:?} was not sent", String::from_utf8_lossy(sequence));
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn log(home: &Path) -> String {
    fs::read_to_string(home.join("progress.json")).unwrap_or_default()
}

pub(crate) fn reviews(home: &Path) -> usize {
    log(home).matches("\"review\"").count()
}

pub(crate) fn notes(folder: &Path) -> PathBuf {
    let file = folder.join("notes.md");
    let cards = (1..=5).map(|card| format!("{card}. Question {card}?\nAnswer {card}.\n\n"));
    fs::write(&file, cards.collect::<String>()).unwrap();
    file
}
