//! What the program costs while nothing happens: memory, wake-ups and processor time at the first
//! question, with the clock of recall (one wake-up a second) and without it, in a pseudo-terminal, each beside its goal and beside a process that only waits; and the
//! size of the binary. With `-- --build` also how long a clean build takes.
//!
//! Reads `/proc`, so it says nothing on other systems than Linux.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark reports by printing")]

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use std::fs;
use std::io::Read;
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

const HELLO: &str = "a process that does nothing but wait";

/// How long it is watched.
const WATCHED: Duration = Duration::from_secs(10);

/// What the threads of the start may still need after the first question is drawn.
const SETTLING: Duration = Duration::from_secs(1);

fn main() {
    if std::env::args().any(|argument| argument == "--hello") {
        println!("{HELLO}");
        thread::sleep(Duration::from_secs(3600));
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut hello = CommandBuilder::new(std::env::current_exe().unwrap());
    hello.arg("--hello");
    report("hello world", None, 0, &watch(hello, HELLO));

    let study = |home: &Path, notes: Option<&Path>| {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_backprop"));
        command.args(["study", "--lang", "en"]);
        command.args(notes);
        command.env("BACKPROP_DATA_DIR", home);
        command.env("TERM", "xterm-256color");
        command.env("BACKPROP_NO_WELCOME", "1");
        command
    };
    let home = folder.path().join("clock");
    report("recall clock", Some("goal 15.0"), 10, &watch(study(&home, None), "show answer"));
    let without_clock = |home: &Path| {
        fs::create_dir_all(home).unwrap();
        fs::write(home.join("config.toml"), "[quiz]\nclock = \"off\"\n").unwrap();
    };
    let home = folder.path().join("built-in");
    without_clock(&home);
    report("built-in deck", Some("goal 15.0"), 0, &watch(study(&home, None), "show answer"));
    let notes = folder.path().join("notes.md");
    let text: String =
        (1..=10_000).map(|card| format!("{card}.What is number {card}?\nThe answer {card}.\n\n")).collect();
    fs::write(&notes, text).unwrap();
    let home = folder.path().join("many");
    without_clock(&home);
    report("10 000 cards", None, 0, &watch(study(&home, Some(&notes)), "show answer"));

    let size = fs::metadata(env!("CARGO_BIN_EXE_backprop")).unwrap().len();
    println!("binary {:.1} MB", size as f64 / 1e6);
    if std::env::args().any(|argument| argument == "--build") {
        println!("clean release build {:.0} s", clean_build(folder.path()).as_secs_f64());
    }
}

/// What a process cost.
struct Cost {
    /// Memory that is its own or shared, in MB.
    resident: f64,
    /// Its own memory and its part of what it shares, in MB.
    proportional: f64,
    threads: usize,
    wake_ups: u64,
    /// Time on a processor.
    busy: Duration,
}

fn report(name: &str, goal: Option<&str>, wake_goal: u32, cost: &Cost) {
    let Cost { resident, proportional, threads, wake_ups, busy } = cost;
    let goal = goal.map_or(String::new(), |goal| format!(" ({goal})"));
    println!(
        "{name:<14} {resident:>5.1} MB resident{goal}, {proportional:.1} MB proportional, {threads} threads; \
         in {WATCHED:?}: {wake_ups} wake-ups (goal {wake_goal}), {busy:.1?} of processor time (goal 0)"
    );
}

/// Starts a process, waits until its screen shows a text, and watches it doing nothing.
fn watch(command: CommandBuilder, text: &'static str) -> Cost {
    let pair =
        native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
    let mut output = pair.master.try_clone_reader().unwrap();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let (shown, is_shown) = mpsc::channel();
    // The terminal is read on, so that nothing the process writes makes it wait.
    thread::spawn(move || {
        let cells = |count| NonZeroU16::new(count).unwrap();
        let mut emulator = vt100::Parser::new(cells(24), cells(80), 0);
        let mut bytes = [0; 65536];
        while let Ok(count @ 1..) = output.read(&mut bytes) {
            emulator.process(&bytes[..count]);
            if emulator.screen().contents().contains(text) {
                let _ = shown.send(());
            }
        }
    });
    is_shown.recv_timeout(Duration::from_secs(60)).expect("it shows the text");
    thread::sleep(SETTLING);
    let process = PathBuf::from(format!("/proc/{}", child.process_id().unwrap()));
    let (woken, worked) = (wake_ups(&process), busy(&process));
    thread::sleep(WATCHED);
    let cost = Cost {
        resident: megabytes(&process.join("status"), "VmRSS:"),
        proportional: megabytes(&process.join("smaps_rollup"), "Pss:"),
        threads: threads(&process).len(),
        wake_ups: wake_ups(&process) - woken,
        busy: busy(&process) - worked,
    };
    end(child.as_mut());
    cost
}

fn end(child: &mut dyn Child) {
    let _ = child.kill();
    let _ = child.wait();
}

fn threads(process: &Path) -> Vec<PathBuf> {
    let threads = fs::read_dir(process.join("task")).into_iter().flatten();
    threads.map(|thread| thread.unwrap().path()).collect()
}

/// How often its threads were put aside or woken.
fn wake_ups(process: &Path) -> u64 {
    let of_thread = |thread: &PathBuf| {
        let status = fs::read_to_string(thread.join("status")).unwrap_or_default();
        let counts = status.lines().filter_map(|line| line.split_once("ctxt_switches:"));
        counts.map(|(_, count)| count.trim().parse::<u64>().unwrap()).sum::<u64>()
    };
    threads(process).iter().map(of_thread).sum()
}

fn busy(process: &Path) -> Duration {
    let of_thread = |thread: &PathBuf| {
        let times = fs::read_to_string(thread.join("schedstat")).unwrap_or_default();
        times
            .split(' ')
            .next()
            .and_then(|time| time.parse().ok())
            .map_or(Duration::ZERO, Duration::from_nanos)
    };
    threads(process).iter().map(of_thread).sum()
}

/// A figure in kB of a file of `/proc`, in MB.
fn megabytes(file: &Path, name: &str) -> f64 {
    let text = fs::read_to_string(file).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<f64>().ok());
    kilobytes.map_or(f64::NAN, |kilobytes| kilobytes * 1024.0 / 1e6)
}

/// The time from nothing but sources to the binary.
fn clean_build(folder: &Path) -> Duration {
    let start = Instant::now();
    let build = Command::new(env!("CARGO"))
        .args(["build", "--release", "--manifest-path"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
        .arg("--target-dir")
        .arg(folder.join("target"))
        .status();
    assert!(build.unwrap().success());
    start.elapsed()
}
