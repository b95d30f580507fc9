//! A terminal that goes away, on every screen: the program ends in order, and nothing that waits is lost.

#![cfg(unix)]

use crate::harness::disk::Disk;
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(30);

/// What a terminal that hung up leaves as an exit code.
const HUNG_UP: u32 = 129;

/// A window with the program in it, which can be closed.
struct Window {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    seen: Arc<Mutex<vt100::Parser>>,
    is_closing: Arc<AtomicBool>,
    reader: JoinHandle<()>,
}

fn size(columns: u16) -> PtySize {
    PtySize { rows: 24, cols: columns, pixel_width: 0, pixel_height: 0 }
}

impl Window {
    /// Opens one with a program of these words, its home and temporary files in `home`.
    fn open(words: &[&str], data: &Path, home: &Path) -> Window {
        let pair = native_pty_system().openpty(size(80)).unwrap();
        let mut command = CommandBuilder::new(words[0]);
        command.args(&words[1..]);
        for name in ["NO_COLOR", "VISUAL", "EDITOR", "LC_ALL", "TMUX", "STY", "SSH_CONNECTION"] {
            command.env_remove(name);
        }
        command.env("BACKPROP_DATA_DIR", data);
        command.env("HOME", home);
        command.env("TMPDIR", home);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "en_US.UTF-8");
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let cells = |count: u16| NonZeroU16::new(count).unwrap();
        let seen = Arc::new(Mutex::new(vt100::Parser::new(cells(24), cells(80), 0)));
        let is_closing = Arc::new(AtomicBool::new(false));
        let mut output = pair.master.try_clone_reader().unwrap();
        let (sink, stop) = (seen.clone(), is_closing.clone());
        let reader = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                sink.lock().unwrap().process(&bytes[..count]);
                if stop.load(Ordering::SeqCst) {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Window { child, master: pair.master, keys, seen, is_closing, reader }
    }

    fn screen(&self) -> String {
        self.seen.lock().unwrap().screen().contents()
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    #[track_caller]
    fn wait_for(&self, text: &str) {
        let begun = Instant::now();
        while !self.screen().contains(text) {
            assert!(begun.elapsed() < PATIENCE, "waited for {text}, saw:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Closes the window, so that the terminal is gone; gives how the program ended.
    #[track_caller]
    fn close(self) -> ExitStatus {
        let Window { mut child, master, keys, is_closing, reader, .. } = self;
        // The thread that reads sees this once something is drawn anew.
        is_closing.store(true, Ordering::SeqCst);
        master.resize(size(79)).unwrap();
        reader.join().unwrap();
        drop(keys);
        drop(master);
        let begun = Instant::now();
        loop {
            if let Some(status) = child.try_wait().unwrap() {
                return status;
            }
            if begun.elapsed() > PATIENCE {
                child.kill().unwrap();
                panic!("it goes on without a terminal");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

const PROGRAM: &str = env!("CARGO_BIN_EXE_backprop");

fn notes(folder: &Path) -> String {
    let file = folder.join("notes.md");
    let card = |card: u32| {
        format!("{card}. Question {card}?\nAnswer {card}, see [paper](https://example.org/{card}).\n\n")
    };
    fs::write(&file, (1..=9).map(card).collect::<String>()).unwrap();
    file.to_str().unwrap().to_owned()
}

/// Every screen: its name, how the program is started (`NOTES` is a file of notes), the keys that lead
/// there, and what is then seen.
const SCREENS: [(&str, &[&str], &[&str], &str); 23] = [
    ("home", &[], &[], "q quit"),
    ("question", &["study", "NOTES"], &[], "Question 1?"),
    ("answer", &["study", "NOTES"], &[" "], "Answer 1"),
    ("points", &["study"], &["l"], "next point"),
    ("links", &["study", "NOTES"], &[" ", "o"], "example.org"),
    ("asked", &["study", "NOTES"], &["A"], "How did it go"),
    ("typed", &["study", "NOTES", "--mode", "typed"], &["words of mine"], "words of mine"),
    ("compared", &["study", "NOTES", "--mode", "typed"], &["words of mine", "\x13"], "Your answer"),
    ("choice", &["study", "NOTES", "--mode", "choice"], &[], "Question 1?"),
    ("editor", &["study", "NOTES"], &[" ", "w"], "Edit card"),
    ("help", &["study", "NOTES"], &["?"], "Keys"),
    ("palette", &[], &[":"], "All actions"),
    ("browse", &[], &["b"], "best fit"),
    ("search", &[], &["b", "/lstm"], "lstm"),
    ("details", &[], &["b", "i"], "Never reviewed"),
    ("picture", &[], &["b", "/lstm steps\r", "i", "i"], "Image"),
    ("settings", &[], &[","], "Settings"),
    ("statistics", &[], &["s"], "Statistics"),
    ("plan", &[], &["p"], "Interview plan"),
    ("sheet", &[], &["p", "s"], "Most likely to fail"),
    ("interview", &[], &["i"], "Mock interview"),
    ("interview question", &["interview"], &["\r"], "0:0"),
    ("preview", &["import", "NOTES"], &[], "Question 1?"),
];

fn on_screen(row: usize, around: &[&str], data: &Path, home: &Path) -> Window {
    let (_, arguments, keys, seen) = SCREENS[row];
    let notes = notes(home);
    let arguments = arguments.iter().map(|word| if *word == "NOTES" { notes.as_str() } else { word });
    let words: Vec<&str> =
        around.iter().copied().chain([PROGRAM]).chain(arguments).chain(["--lang", "en"]).collect();
    let mut window = Window::open(&words, data, home);
    if arguments_of(row).is_empty() {
        // The first start asks before home is there.
        window.wait_for("Your interview");
        settle(&window);
        window.press("\x1b");
        window.wait_for("q quit");
    }
    for keys in keys {
        settle(&window);
        window.press(keys);
    }
    window.wait_for(seen);
    window
}

fn arguments_of(row: usize) -> &'static [&'static str] {
    SCREENS[row].1
}

/// Waits until something is drawn and stays for a moment.
fn settle(window: &Window) {
    let (mut last, mut since) = (window.screen(), Instant::now());
    while last.trim().is_empty() || since.elapsed() < Duration::from_millis(60) {
        std::thread::sleep(Duration::from_millis(10));
        let now = window.screen();
        if now != last {
            (last, since) = (now, Instant::now());
        }
        assert!(since.elapsed() < PATIENCE, "nothing is drawn");
    }
}

#[track_caller]
fn assert_in_order(status: &ExitStatus, name: &str) {
    assert_eq!(status.signal(), None, "{name}: {status:?}");
    assert!([HUNG_UP, 1].contains(&status.exit_code()), "{name}: {status:?}");
}

#[test]
fn on_every_screen_the_end_of_the_terminal_is_an_end_in_order() {
    for (row, (name, ..)) in SCREENS.iter().enumerate() {
        let home = tempfile::tempdir().unwrap();
        let window = on_screen(row, &[], &home.path().join("data"), home.path());
        let status = window.close();
        assert_in_order(&status, name);
        assert_eq!(status.exit_code(), HUNG_UP, "{name}");
    }
}

#[test]
fn whichever_streams_are_on_the_terminal_and_whoever_ignores_the_signal_it_ends_in_order() {
    let home = tempfile::tempdir().unwrap();
    for (name, script) in [
        ("messages elsewhere", "exec \"$@\" 2> \"$HOME/messages\""),
        ("messages nowhere", "exec \"$@\" 2>&-"),
        ("no signal", "trap '' HUP; \"$@\"; code=$?; echo $code > \"$HOME/code\"; exit $code"),
    ] {
        let window = on_screen(2, &["sh", "-c", script, "sh"], &home.path().join("data"), home.path());
        assert_in_order(&window.close(), name);
    }
    assert_eq!(fs::read_to_string(home.path().join("code")).unwrap().trim(), "129");
}

/// The events in a file that holds what could not be saved.
fn rescued(home: &Path) -> usize {
    let entries = fs::read_dir(home).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.to_string_lossy().contains("backprop-unsaved"));
    files.map(|path| fs::read_to_string(path).unwrap().matches("\"review\"").count()).sum()
}

#[test]
fn with_a_full_disk_the_answers_that_wait_are_in_the_rescue_file() {
    for (name, keys, seen) in [
        ("question", "", "Question 4?"),
        ("answer", " ", "Answer 4"),
        ("editor", " w", "Edit card"),
        ("help", "?", "Keys"),
        ("palette", ":", "All actions"),
    ] {
        let Some(disk) = Disk::new("size=512k") else { return };
        let home = tempfile::tempdir().unwrap();
        let mut window = on_screen(1, &[], &disk.folder, home.path());
        // All the room there is, to the last byte.
        let mut out = fs::File::create(disk.folder.join("ballast")).unwrap();
        while out.write(&[1; 512]).is_ok_and(|count| count > 0) {}
        let log = || fs::read_to_string(disk.folder.join("progress.json")).unwrap_or_default();
        for card in 1..=3 {
            window.press(" ");
            window.wait_for(&format!("Answer {card}"));
            window.press("3");
            window.wait_for(&format!("Question {}?", card + 1));
        }
        keys.chars().for_each(|key| {
            settle(&window);
            window.press(&key.to_string());
        });
        window.wait_for(seen);
        let status = window.close();
        assert_in_order(&status, name);
        assert_eq!(log().matches("\"review\"").count() + rescued(home.path()), 3, "{name}: {status:?}");
        assert!(rescued(home.path()) > 0, "{name}: the disk never was full");
    }
}
