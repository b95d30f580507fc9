//! From the start of the process to the first question on the screen, in a pseudo-terminal, beside a
//! process that only says hello. Prints medians; compare the ratios, machines differ.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark reports by printing")]

use backprop::day::{At, Calendar};
use backprop::import;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::time::{Duration, Instant};

const ROUNDS: usize = 15;
const HELLO: &str = "hello from a process that does nothing else";

fn main() {
    if std::env::args().any(|argument| argument == "--hello") {
        println!("{HELLO}");
        return;
    }
    let hello = median(|| {
        let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
        command.arg("--hello");
        first_sight(command, HELLO, None)
    });
    println!("hello world                                   {hello:>9.1?}");
    let folder = tempfile::tempdir().unwrap();
    let report = |name: &str, time: Duration| {
        println!("{name:<45} {time:>9.1?}  {:>5.1} × hello", time.as_secs_f64() / hello.as_secs_f64());
    };

    let home = folder.path().join("built-in");
    let study = |home: &Path, arguments: &[&str]| {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_backprop"));
        command.args(arguments);
        command.env("BACKPROP_DATA_DIR", home);
        command.env("TERM", "xterm-256color");
        command.env("BACKPROP_NO_WELCOME", "1");
        command
    };
    report(
        "first question, built-in deck",
        median(|| first_sight(study(&home, &["study", "--lang", "en"]), "show answer", None)),
    );
    report(
        "grade to next question, built-in deck",
        median(|| {
            first_sight(study(&home, &["study", "--lang", "en"]), "show answer", Some(("4", "show answer")))
        }),
    );

    for cards in [23, 10_000, 100_000] {
        let notes = folder.path().join(format!("notes-{cards}.md"));
        let text: String = (1..=cards)
            .map(|card| format!("{card}.What is number {card}?\nThe answer {card}.\n\n"))
            .collect();
        std::fs::write(&notes, &text).unwrap();
        settle(&notes);
        let home = folder.path().join(format!("home-{cards}"));
        let arguments = ["study", notes.to_str().unwrap(), "--lang", "en"];
        let once = first_sight(study(&home, &arguments), "show answer", None);
        report(&format!("first question ever, {cards} cards"), once);
        report(
            &format!("first question, {cards} cards"),
            median(|| first_sight(study(&home, &arguments), "show answer", None)),
        );
        if cards > 23 {
            let home = folder.path().join(format!("home-{cards}-seen"));
            std::fs::create_dir_all(&home).unwrap();
            std::fs::write(home.join("progress.json"), history(&text, cards)).unwrap();
            report(
                &format!("first question, {cards} cards, all seen once"),
                median(|| first_sight(study(&home, &arguments), "show answer", None)),
            );
        }
        if cards == 10_000 {
            std::fs::create_dir_all(&home).unwrap();
            std::fs::write(home.join("progress.json"), history(&text, 1_000_000)).unwrap();
            let once = first_sight(study(&home, &arguments), "show answer", None);
            report("first question, 1 000 000 reviews, no cache", once);
            report(
                "first question, 1 000 000 reviews",
                median(|| first_sight(study(&home, &arguments), "show answer", None)),
            );
            report(
                "grade to next question, 1 000 000 reviews",
                median(|| first_sight(study(&home, &arguments), "show answer", Some(("3", "show answer")))),
            );
        }
    }
}

/// Lets notes have changed a while ago: a cache does not trust those that may be changing now.
fn settle(notes: &Path) {
    let past = std::time::SystemTime::now() - Duration::from_secs(60);
    std::fs::File::options().append(true).open(notes).unwrap().set_modified(past).unwrap();
}

/// A log of this many reviews of the cards of these notes, each as often as the next.
fn history(notes: &str, reviews: usize) -> String {
    let cards = import::read(notes.as_bytes(), None, None, None).cards;
    let start = At::parse("2023-01-01T08:00:00.000Z").unwrap();
    let mut log = "[{\"backprop\":\"progress\",\"version\":1}\n".to_owned();
    for review in 0..reviews {
        let moment = Calendar::utc().moment(At(start.0 + review as i64 * 100_000));
        let card = &cards[review % cards.len()].id;
        let grade = ["good", "good", "hard", "good", "again", "easy"][review % 6];
        let (at, day) = (moment.at, moment.day);
        writeln!(log, ",{{\"at\":\"{at}\",\"day\":\"{day}\",\"card\":\"{card}\",\"event\":\"review\",\"grade\":\"{grade}\",\"mode\":\"recall\",\"ms\":5400}}").unwrap();
    }
    log + "]\n"
}

fn median(mut measure: impl FnMut() -> Duration) -> Duration {
    measure();
    let mut times: Vec<Duration> = (0..ROUNDS).map(|_| measure()).collect();
    times.sort();
    times[ROUNDS / 2]
}

/// The time from the start of a process until its screen shows a text; or, with keys, the time from
/// the keys (after that text and one more reveal) until the screen shows the second text.
fn first_sight(command: CommandBuilder, text: &str, then: Option<(&str, &str)>) -> Duration {
    let pair =
        native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
    let mut output = pair.master.try_clone_reader().unwrap();
    let mut keys = pair.master.take_writer().unwrap();
    let cells = |count| NonZeroU16::new(count).unwrap();
    let mut emulator = vt100::Parser::new(cells(24), cells(80), 0);
    let mut bytes = [0; 65536];
    let mut see = |text: &str| loop {
        let count = output.read(&mut bytes).unwrap_or(0);
        emulator.process(&bytes[..count]);
        if emulator.screen().contents().contains(text) {
            break;
        }
        assert!(count > 0, "it ended without showing {text}:\n{}", emulator.screen().contents());
    };
    let mut start = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    see(text);
    let mut taken = start.elapsed();
    if let Some((key, shown)) = then {
        keys.write_all(b" ").unwrap();
        see("Again");
        start = Instant::now();
        keys.write_all(key.as_bytes()).unwrap();
        see(shown);
        taken = start.elapsed();
    }
    let _ = child.kill();
    let _ = child.wait();
    taken
}
