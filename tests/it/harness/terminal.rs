//! The real program in a real pseudo-terminal: keys go in, an emulator reads its screen, and every byte that it
//! sends is kept.

use crate::harness::warm;
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long something may take to show, in a slow build on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// What the terminals on which tests run say of themselves, which would change what the program does.
const VARIABLES_OF_TERMINALS: [&str; 14] = [
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
];

/// A window of so many columns and rows, with a program in it.
pub(crate) struct Terminal {
    running: Running,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    /// The emulator, and every byte it was sent.
    pub(crate) seen: Arc<Mutex<(vt100::Parser, Vec<u8>)>>,
    reader: JoinHandle<()>,
    is_closing: Arc<AtomicBool>,
    size: (u16, u16),
}

/// A program, which ends with the test.
struct Running(Box<dyn Child + Send + Sync>);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn pty_size((columns, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

impl Terminal {
    /// The program, with its data in `home`.
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

    /// The program in a folder of its own, with its data in `data`, in a window of 120 columns and 40 rows.
    pub(crate) fn start_in(
        folder: &Path,
        data: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_backprop"));
        command.args(arguments);
        command.cwd(folder);
        Terminal::start_command(command, data, environment, 120, 40)
    }

    /// Any command, with the data of the program that it may start in `home`.
    pub(crate) fn start_command(
        mut command: CommandBuilder,
        home: &Path,
        environment: &[(&str, &str)],
        columns: u16,
        rows: u16,
    ) -> Terminal {
        let size = (columns, rows);
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        VARIABLES_OF_TERMINALS.iter().for_each(|name| command.env_remove(name));
        warm::warm(home);
        command.env("BACKPROP_DATA_DIR", home);
        command.env("TERM", "xterm-256color");
        command.env("BACKPROP_NO_WELCOME", "1");
        command.env("LANG", "en_US.UTF-8");
        environment.iter().for_each(|(name, value)| command.env(name, value));
        let running = Running(pair.slave.spawn_command(command).unwrap());
        drop(pair.slave);
        let seen = Arc::new(Mutex::new((vt100::Parser::new(cells(rows), cells(columns), 0), Vec::new())));
        let is_closing = Arc::new(AtomicBool::new(false));
        let mut output = pair.master.try_clone_reader().unwrap();
        let (sink, stop) = (seen.clone(), is_closing.clone());
        let reader = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                let mut seen = sink.lock().unwrap();
                seen.0.process(&bytes[..count]);
                seen.1.extend_from_slice(&bytes[..count]);
                if stop.load(Ordering::SeqCst) {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Terminal { running, master: pair.master, keys, seen, reader, is_closing, size }
    }

    pub(crate) fn screen(&self) -> String {
        self.seen.lock().unwrap().0.screen().contents()
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.seen.lock().unwrap().1.clone()
    }

    fn length(&self) -> usize {
        self.seen.lock().unwrap().1.len()
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.seen.lock().unwrap().0.screen_mut().set_size(cells(rows), cells(columns));
        self.size = (columns, rows);
        self.master.resize(pty_size(self.size)).unwrap();
    }

    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Presses keys and waits until the program has drawn and is quiet. Some keys mean nothing where they
    /// are pressed, so it does not wait for long.
    pub(crate) fn press_and_rest(&mut self, keys: &str) {
        let before = self.length();
        self.press(keys);
        self.rests_after(before, Duration::from_millis(200));
    }

    /// Waits until something is drawn and stays for a moment.
    pub(crate) fn settle(&self) {
        let (mut last, mut since) = (self.screen(), Instant::now());
        while last.trim().is_empty() || since.elapsed() < Duration::from_millis(60) {
            std::thread::sleep(Duration::from_millis(10));
            let now = self.screen();
            if now != last {
                (last, since) = (now, Instant::now());
            }
            assert!(since.elapsed() < PATIENCE, "nothing is drawn");
        }
    }

    /// Waits until more than `before` bytes were sent, and then no more for a moment.
    fn rests_after(&self, before: usize, patience: Duration) {
        let (begun, mut last, mut quiet) = (Instant::now(), before, Instant::now());
        while begun.elapsed() < patience {
            std::thread::sleep(Duration::from_millis(4));
            let now = self.length();
            if now != last {
                (last, quiet) = (now, Instant::now());
            }
            if now > before && quiet.elapsed() > Duration::from_millis(15) {
                return;
            }
        }
    }

    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, holds: impl Fn(&str) -> bool) {
        let start = Instant::now();
        while !holds(&self.screen()) {
            assert!(start.elapsed() < PATIENCE, "waited for {what}, saw:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) {
        self.wait_until(text, |screen| screen.contains(text));
    }

    /// Waits until this text is on the screen, presses keys that take it away, and waits until it is gone. A
    /// screen may come in parts: without the first wait, what is not yet drawn would count as gone.
    #[track_caller]
    pub(crate) fn press_away(&mut self, keys: &str, text: &str) {
        self.wait_for(text);
        self.press(keys);
        self.wait_until(&format!("{text:?} to go"), |screen| !screen.contains(text));
    }

    /// Waits until the bytes sent so far hold this sequence.
    pub(crate) fn wait_for_bytes(&self, sequence: &[u8]) {
        self.wait_for_bytes_after(0, sequence);
    }

    /// The same, of the bytes behind the first `from`.
    #[track_caller]
    pub(crate) fn wait_for_bytes_after(&self, from: usize, sequence: &[u8]) {
        let start = Instant::now();
        while !self.bytes()[from..].windows(sequence.len()).any(|window| window == sequence) {
            assert!(
                start.elapsed() < PATIENCE,
                "{:?} was not sent:\n{}",
                String::from_utf8_lossy(sequence),
                self.screen()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits for the program to end by itself.
    pub(crate) fn end(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.running.0.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Presses Ctrl-C until the program ends, because one that follows Esc at once is another key; gives every
    /// byte that it sent.
    pub(crate) fn interrupt(mut self) -> Vec<u8> {
        let start = Instant::now();
        while self.running.0.try_wait().unwrap().is_none() {
            assert!(start.elapsed() < PATIENCE, "Ctrl-C does not end it:\n{}", self.screen());
            self.press_and_rest("\u{3}");
        }
        self.end_to_the_last_byte().1
    }

    /// Waits for the program to end by itself; gives how, and every byte that it sent.
    pub(crate) fn end_to_the_last_byte(mut self) -> (ExitStatus, Vec<u8>) {
        let status = self.end();
        let Terminal { master, keys, reader, seen, .. } = self;
        drop((keys, master));
        reader.join().unwrap();
        let bytes = seen.lock().unwrap().1.clone();
        (status, bytes)
    }

    /// Closes the window, so that the terminal is gone; gives how the program ended.
    #[track_caller]
    pub(crate) fn close(self) -> ExitStatus {
        let Terminal { mut running, master, keys, is_closing, reader, size: (columns, rows), .. } = self;
        // The thread that reads sees this once something is drawn anew.
        is_closing.store(true, Ordering::SeqCst);
        master.resize(pty_size((columns - 1, rows))).unwrap();
        reader.join().unwrap();
        drop((keys, master));
        let begun = Instant::now();
        loop {
            if let Some(status) = running.0.try_wait().unwrap() {
                return status;
            }
            assert!(begun.elapsed() < PATIENCE, "it goes on without a terminal");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub(crate) fn process_id(&self) -> u32 {
        self.running.0.process_id().unwrap()
    }

    pub(crate) fn signal(&self, name: &str) {
        let pid = self.process_id().to_string();
        assert!(std::process::Command::new("kill").args([name, &pid]).status().unwrap().success());
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
