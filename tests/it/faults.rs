//! Faults: programs killed at any moment and between any two bytes of a write, full and read-only
//! disks, other programs that replace or cut the file, clocks that go backwards. After each, the files
//! are whole and everything that was acknowledged is there.
//!
//! `BACKPROP_KILLS=10000 cargo test --release --test it faults::killed -- --nocapture` kills so many
//! programs; some dozens are killed otherwise. `BACKPROP_MEDDLINGS=200` lets others meddle so often.

#[cfg(unix)]
use crate::harness::disk::Disk;
#[cfg(unix)]
use crate::harness::not_run;
use backprop::card::{CardId, Grade};
use backprop::day::{At, Calendar, Day};
#[cfg(unix)]
use backprop::progress::LogEvent;
use backprop::progress::text::HEADER;
use backprop::progress::{Kind, Progress, Record, Review, Tally};
use backprop::settings::ROWS;
use backprop::state::Scheduler;
use backprop::store::notes_file::{self, Wording};
use backprop::store::settings_file::SettingsFile;
use backprop::store::shelf::{CopyItem, Entry, How, Shelf};
use backprop::store::{Dirs, Opened, Problem, ProgressFile, atomic, library};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

const NOW: At = At(1_795_341_600_000);

/// When files are opened: behind all that happens in these tests.
const LATER: At = At(NOW.0 + 100_000_000_000);

fn open(folder: &Path) -> Result<Opened, Problem> {
    let dirs = Dirs::below(folder);
    ProgressFile::open(&dirs.progress(), &dirs.fold_cache(), Scheduler::default(), LATER)
}

fn log(folder: &Path) -> PathBuf {
    Dirs::below(folder).progress()
}

type Sight = (BTreeMap<CardId, Record>, Vec<(Day, Tally)>, Option<At>);

fn sight(progress: &Progress) -> Sight {
    let records = progress.records().map(|(id, record)| (id.clone(), *record)).collect();
    (records, progress.days().collect(), progress.latest_at())
}

/// The lines of events in a log, as they stand.
fn lines(folder: &Path) -> HashSet<String> {
    let text = fs::read(log(folder)).unwrap_or_default();
    let text = String::from_utf8_lossy(&text).into_owned();
    text.lines().filter_map(|line| Some(line.strip_prefix(',')?.trim_end().to_owned())).collect()
}

fn assert_valid(folder: &Path) {
    let text = fs::read_to_string(log(folder)).unwrap();
    assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{text}");
}

/// Grades a card, and gives the line that is on the disk now.
fn grade(opened: &mut Opened, card: &str, at: At) -> Result<String, Problem> {
    let kind = Kind::Review(Review::new(Grade::Good, "recall", 5400));
    note(opened, card, at, kind)
}

fn note(opened: &mut Opened, card: &str, at: At, kind: Kind) -> Result<String, Problem> {
    let moment = Calendar::utc().moment(at);
    if opened.progress.note(moment, &card.into(), kind.clone()).is_err() {
        opened.file.load_history(&mut opened.progress, NOW, &mut Vec::new())?;
        opened.progress.note(moment, &card.into(), kind).unwrap();
    }
    let line = opened.progress.unsaved().last().unwrap().to_json();
    opened.file.sync(&mut opened.progress, NOW)?;
    Ok(on_disk(opened.file.path(), &line))
}

/// The line as it was saved: what met an event of another program at the same instant happens later by as many
/// milliseconds as it takes.
fn on_disk(log: &Path, line: &str) -> String {
    let text = fs::read_to_string(log).unwrap();
    let (begins, rest) = line.split_at("{\"at\":\"".len());
    let (at, rest) = rest.split_at(24);
    let later = |ms: i64| format!("{begins}{}{rest}", At(At::parse(at).unwrap().0 + ms));
    let found = (0..100).map(later).find(|line| text.contains(line.as_str()));
    found.unwrap_or_else(|| panic!("not saved: {line}"))
}

// Killed at any moment.

const VICTIM: &str = "BACKPROP_TEST_VICTIM";
const SEED: &str = "BACKPROP_TEST_SEED";
const LIMIT: &str = "BACKPROP_TEST_LIMIT";

const QUESTION: &str = "What is pooling?";

/// An answer long enough to be written in more than one piece.
fn answer(version: u32) -> String {
    let lines: Vec<String> =
        (0..40).map(|line| format!("- version {version}, line {line} of forty")).collect();
    lines.join("\n")
}

fn notes(version: u32) -> String {
    format!("# Notes\n\n1. {QUESTION}\n\n{}\n\n2. And dropout?\n\nIt drops.\n", answer(version))
}

/// Not a test by itself: the test below runs it in processes of its own, and kills them.
#[test]
fn a_program_to_be_killed() {
    let Some(folder) = std::env::var_os(VICTIM).map(PathBuf::from) else { return };
    let number = |name| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    // Other systems know no such limit: there programs are killed between writes alone.
    #[cfg(unix)]
    if let Some(limit) = number(LIMIT) {
        // The system kills a program at the first byte beyond this length of a file.
        use rustix::process::{Resource, Rlimit, setrlimit};
        setrlimit(Resource::Fsize, Rlimit { current: Some(limit), maximum: Some(limit) }).unwrap();
        setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }).unwrap();
    }
    let mut chance = ChaCha8Rng::seed_from_u64(number(SEED).unwrap());
    println!("\nbegun");
    let mut opened = open(&folder).unwrap();
    for _ in 0..10_000 {
        let card = format!("card-{}", chance.random_range(0..20));
        let at = NOW.plus_seconds(chance.random_range(0..1_000_000));
        let line = grade(&mut opened, &card, at).unwrap();
        println!("saved {line}");
        match chance.random_range(0..12) {
            0 => {
                let of = At::parse(&line["{\"at\":\"".len()..][..24]).unwrap();
                println!("saved {}", note(&mut opened, &card, at, Kind::Undo { of }).unwrap());
            }
            1 | 2 => drop(opened.file.save_cache(&opened.progress).unwrap()),
            3 => {
                let row = ROWS.iter().find(|row| row.key == "new_cards").unwrap();
                let value = chance.random_range(0..1000).to_string();
                SettingsFile::in_folder(&folder).write(row, &value).unwrap();
            }
            4 => {
                let read = library::read_file(&folder.join("notes.md"), None).unwrap();
                let face = &read.notes.cards[0].faces[0];
                let wording = Wording {
                    question: face.question.to_string(),
                    answer: answer(chance.random_range(0..100)),
                };
                // Another program may have changed it meanwhile; that is refused.
                let _ = notes_file::rewrite(face, None, &wording);
            }
            5 => import(&folder, chance.random_range(0..4), chance.random_range(0..100)),
            _ => (),
        }
    }
}

fn import(folder: &Path, source: u32, version: u32) {
    let (mut shelf, _lock) = Shelf::lock(folder).unwrap();
    let mut entry = Entry::new(PathBuf::from(format!("/notes/{source}.md")), How::Copy);
    entry.deck = Some(format!("deck-{source}"));
    shelf
        .put(&CopyItem {
            entry,
            bytes: notes(version).as_bytes(),
            images: &[],
            package: None,
            original: None,
            now: NOW,
        })
        .unwrap();
    shelf.save().unwrap();
}

struct Victim {
    child: Child,
    said: Receiver<String>,
}

impl Victim {
    fn start(folder: &Path, seed: u64, limit: Option<u64>) -> Victim {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "faults::a_program_to_be_killed", "--nocapture"]);
        command.env(VICTIM, folder).env(SEED, seed.to_string()).env("RUST_BACKTRACE", "0");
        if let Some(limit) = limit {
            command.env(LIMIT, limit.to_string());
        }
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (sender, said) = channel();
        let output = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)).ok()
        });
        Victim { child, said }
    }

    /// Waits until it has opened the file or is dead.
    fn wait_until_it_has_begun(&self) {
        while let Ok(line) = self.said.recv_timeout(Duration::from_secs(20)) {
            if line == "begun" {
                return;
            }
        }
    }

    /// Kills it, unless it is dead; gives the signal that it died of and what it said was saved.
    fn kill(mut self) -> (i32, Vec<String>) {
        self.child.kill().unwrap();
        let status = self.child.wait().unwrap();
        let said: Vec<String> = self.said.iter().collect();
        #[cfg(unix)]
        let signal = std::os::unix::process::ExitStatusExt::signal(&status);
        // Who is killed there ends with this code, and a test that fails with 101.
        #[cfg(windows)]
        let signal = status.code().filter(|code| *code == 1).map(|_| 9);
        let signal = signal.unwrap_or_else(|| {
            let mut told = String::new();
            std::io::Read::read_to_string(&mut self.child.stderr.take().unwrap(), &mut told).unwrap();
            panic!("it failed before it was killed: {status} {said:?} {told}")
        });
        (signal, said.iter().filter_map(|line| Some(line.strip_prefix("saved ")?.to_owned())).collect())
    }
}

/// Everything on the disk is whole; what was acknowledged is there.
fn assert_whole(folder: &Path, acknowledged: &HashSet<String>) {
    let before = lines(folder);
    let lost: Vec<&String> = acknowledged.iter().filter(|line| !before.contains(*line)).collect();
    assert!(lost.is_empty(), "lost before anything was mended: {lost:?}");
    let opened = open(folder).unwrap_or_else(|problem| panic!("{problem}"));
    if !log(folder).exists() {
        return;
    }
    assert_valid(folder);
    let after = lines(folder);
    assert!(
        before.iter().filter(|line| is_whole(line)).all(|line| after.contains(line)),
        "mending lost a line"
    );
    // The cache says what the log says.
    let folder_without_cache = tempfile::tempdir().unwrap();
    fs::copy(log(folder), log(folder_without_cache.path())).unwrap();
    assert_eq!(sight(&opened.progress), sight(&open(folder_without_cache.path()).unwrap().progress));

    let (_, troubles) = SettingsFile::in_folder(folder).read().unwrap();
    assert_eq!(troubles, []);
    let text = fs::read_to_string(folder.join("notes.md")).unwrap();
    assert!((0..100).any(|version| text == notes(version)), "{text}");
    let shelf = Shelf::open(folder).unwrap_or_else(|problem| panic!("{problem}"));
    for entry in shelf.entries() {
        let copy = fs::read_to_string(shelf.copy_of(entry).unwrap()).unwrap();
        assert!((0..100).any(|version| copy == notes(version)), "{copy}");
    }
}

fn is_whole(line: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(line).is_ok()
}

#[test]
fn killed_at_any_moment_nothing_acknowledged_is_lost() {
    let wanted = std::env::var("BACKPROP_KILLS").map_or(60, |count| count.parse::<u64>().unwrap());
    let mut chance = ChaCha8Rng::seed_from_u64(wanted);
    let (mut kills, mut between_bytes, mut saved) = (0, 0, 0);
    while kills < wanted {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("notes.md"), notes(0)).unwrap();
        let mut acknowledged = HashSet::new();
        for _ in 0..20 {
            let victims: Vec<Victim> = (0..[1, 1, 2, 4][chance.random_range(0..4)])
                .map(|_| {
                    let size = fs::metadata(log(folder.path())).map_or(0, |metadata| metadata.len());
                    let limit = match chance.random_range(0..4) {
                        0 | 1 => Some(size + chance.random_range(0..700)),
                        // In the middle of mending, or of another file.
                        2 => Some(chance.random_range(0..size.max(1) + 3000)),
                        _ => None,
                    };
                    Victim::start(folder.path(), chance.random_range(0..u64::MAX), limit)
                })
                .collect();
            victims.iter().for_each(Victim::wait_until_it_has_begun);
            std::thread::sleep(Duration::from_micros(chance.random_range(0..40_000)));
            for victim in victims {
                let (signal, said) = victim.kill();
                kills += 1;
                between_bytes += u64::from(signal != 9);
                saved += said.len();
                acknowledged.extend(said);
            }
            assert_whole(folder.path(), &acknowledged);
        }
        if kills % 1000 < 40 {
            println!(
                "{kills} programs killed, {between_bytes} of them in the middle of a write; {saved} answers acknowledged, all there"
            );
        }
    }
    assert!(saved > 0 && (between_bytes > 0 || cfg!(windows)), "{saved} {between_bytes}");
}

// Others at work on the file, and clocks.

/// What another program does to the file.
fn meddle(folder: &Path, backup: &mut Vec<u8>, chance: &mut ChaCha8Rng) {
    let path = log(folder);
    let Ok(bytes) = fs::read(&path) else { return };
    match chance.random_range(0..7) {
        0 => fs::remove_file(&path).unwrap(),
        1 => fs::write(&path, &bytes[..chance.random_range(0..bytes.len() + 1)]).unwrap(),
        2 => {
            // A sync tool brings an older version back, as a new file.
            let new = folder.join("new");
            fs::write(&new, &backup).unwrap();
            atomic::rename(&new, &path).unwrap();
        }
        3 => *backup = bytes,
        4 => {
            let mut bytes = bytes;
            bytes.extend_from_slice(b"<<<<<<< ours\n");
            fs::write(&path, bytes).unwrap();
        }
        5 => {
            // Blocks that were never written.
            let mut bytes = bytes;
            let from = chance.random_range(0..bytes.len() + 1);
            bytes[from..].fill(0);
            fs::write(&path, bytes).unwrap();
        }
        _ => {
            let text = String::from_utf8_lossy(&bytes).replace('\n', "\r\n");
            fs::write(&path, text).unwrap();
        }
    }
}

#[test]
fn whatever_others_do_to_the_file_and_the_clock_a_running_program_loses_nothing() {
    let tries = std::env::var("BACKPROP_MEDDLINGS").map_or(30, |count| count.parse().unwrap());
    for seed in 0..tries {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let folder = tempfile::tempdir().unwrap();
        let mut backup = format!("{HEADER}\n]\n").into_bytes();
        let mut programs: Vec<Opened> = (0..2).map(|_| open(folder.path()).unwrap()).collect();
        let mut acknowledged = HashSet::new();
        for _ in 0..chance.random_range(5..40) {
            let program = chance.random_range(0..2);
            if chance.random_range(0..4) == 0 {
                // A change of the same length within one tick of the disk's clock would go unseen.
                std::thread::sleep(Duration::from_millis(12));
                meddle(folder.path(), &mut backup, &mut chance);
                continue;
            }
            // A clock that jumps by years, in both directions.
            let at = NOW.plus_seconds(chance.random_range(-50_000_000..50_000_000));
            let card = format!("card-{}", chance.random_range(0..3));
            let line = grade(&mut programs[program], &card, at)
                .unwrap_or_else(|problem| panic!("{seed}: {problem}"));
            acknowledged.insert(line);
            assert_valid(folder.path());
        }
        for program in &mut programs {
            let at = NOW.plus_seconds(60_000_000);
            acknowledged.insert(grade(program, "last", at).unwrap());
        }
        assert_valid(folder.path());
        let there = lines(folder.path());
        let lost: Vec<&String> = acknowledged.iter().filter(|line| !there.contains(*line)).collect();
        assert!(lost.is_empty(), "{seed}: {lost:?}");
        // Both see what one sees who only comes now.
        let fresh = sight(&open(folder.path()).unwrap().progress);
        for program in &mut programs {
            program.file.sync(&mut program.progress, NOW).unwrap();
            assert_eq!(sight(&program.progress), fresh, "{seed}");
        }
    }
}

/// A disk so slow, or another program so busy, that the lock is not had for a while.
#[test]
fn an_answer_waits_for_a_busy_file_and_is_told_when_that_takes_too_long() {
    let folder = tempfile::tempdir().unwrap();
    let mut opened = open(folder.path()).unwrap();
    grade(&mut opened, "card", NOW).unwrap();
    // Whoever has it lets go by closing it, as the program does.
    let hold = || {
        let busy = fs::File::open(folder.path().join("progress.json.lock")).unwrap();
        busy.lock().unwrap();
        busy
    };
    let busy = hold();
    std::thread::scope(|scope| {
        let answer = scope.spawn(|| grade(&mut opened, "card", NOW.plus_seconds(60)));
        std::thread::sleep(Duration::from_millis(700));
        assert!(!answer.is_finished());
        drop(busy);
        answer.join().unwrap().unwrap();
    });
    let busy = hold();
    let told = grade(&mut opened, "card", NOW.plus_seconds(120)).unwrap_err().to_string();
    assert!(told.contains("another program has held this lock"), "{told}");
    assert_eq!(opened.progress.unsaved().len(), 1);
    drop(busy);
    grade(&mut opened, "card", NOW.plus_seconds(180)).unwrap();
    assert_eq!((opened.progress.unsaved().len(), lines(folder.path()).len()), (0, 4));
}

// Disks that are full or do not let us write: mounted, and with modes, as only Unix does it.

#[cfg(unix)]
#[test]
fn on_a_full_disk_answers_wait_in_memory_and_are_written_when_there_is_room() {
    let Some(disk) = Disk::new("size=128k") else { return };
    let mut opened = open(&disk.folder).unwrap();
    let mut acknowledged = HashSet::new();
    acknowledged.insert(grade(&mut opened, "card", NOW).unwrap());
    let ballast = disk.folder.join("ballast");
    let deck = disk.folder.join("notes.md");
    fs::write(&deck, notes(0)).unwrap();
    for round in 0..3 {
        // All the room there is, to the last byte.
        let mut out = fs::File::create(&ballast).unwrap();
        while std::io::Write::write(&mut out, &[1; 512]).is_ok_and(|count| count > 0) {}
        drop(out);
        let mut refused = 0;
        for answer in 0..120 {
            let at = NOW.plus_seconds(1000 * (round * 1000 + answer));
            let unsaved = opened.progress.unsaved().len();
            match grade(&mut opened, "card", at) {
                // What was not acknowledged before is there as well.
                Ok(line) => {
                    assert_eq!(unsaved, 0, "no room comes from nowhere");
                    acknowledged.insert(line);
                }
                Err(problem) => {
                    assert!(problem.to_string().contains("free some space"), "{problem}");
                    refused += 1;
                    assert_eq!(opened.progress.unsaved().len(), unsaved + 1);
                }
            }
            assert_valid(&disk.folder);
        }
        assert!(refused > 0, "the disk never was full");
        // Settings, decks and cache: as before, or not there.
        let row = ROWS.iter().find(|row| row.key == "new_cards").unwrap();
        assert!(SettingsFile::in_folder(&disk.folder).write(row, "7").is_err());
        assert!(!disk.folder.join("config.toml").exists());
        let read = library::read_file(&deck, None).unwrap();
        let question = read.notes.cards[0].faces[0].question.to_string();
        let wording = Wording { question, answer: answer(7) };
        assert!(notes_file::rewrite(&read.notes.cards[0].faces[0], None, &wording).is_err());
        assert_eq!(fs::read_to_string(&deck).unwrap(), notes(0));
        assert_eq!(import_result(&disk.folder), Err(()));
        assert!(!disk.folder.join("decks/decks.json").exists());
        let _ = opened.file.save_cache(&opened.progress);
        let reps = |opened: &Opened| opened.progress.record(&"card".into()).unwrap().state.reps;
        assert_eq!(reps(&open(&disk.folder).unwrap()) as usize, acknowledged.len());

        fs::remove_file(&ballast).unwrap();
        let waiting: Vec<String> = opened.progress.unsaved().iter().map(LogEvent::to_json).collect();
        opened.file.sync(&mut opened.progress, NOW).unwrap();
        acknowledged.extend(waiting);
        assert_eq!(opened.progress.unsaved(), []);
        assert!(acknowledged.is_subset(&lines(&disk.folder)));
        assert_eq!(sight(&open(&disk.folder).unwrap().progress), sight(&opened.progress));
    }
    let left: Vec<_> = fs::read_dir(&disk.folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with(".backprop-")), "{left:?}");
}

#[cfg(unix)]
fn import_result(folder: &Path) -> Result<(), ()> {
    let (mut shelf, _lock) = Shelf::lock(folder).map_err(drop)?;
    let entry = Entry::new(PathBuf::from("/notes/a.md"), How::Copy);
    shelf
        .put(&CopyItem {
            entry,
            bytes: notes(1).as_bytes(),
            images: &[],
            package: None,
            original: None,
            now: NOW,
        })
        .map_err(drop)?;
    shelf.save().map_err(drop)
}

#[cfg(unix)]
#[test]
fn a_disk_that_becomes_read_only_and_writable_again_loses_nothing() {
    let Some(disk) = Disk::new("size=1m") else { return };
    let mut opened = open(&disk.folder).unwrap();
    let mut acknowledged = HashSet::from([grade(&mut opened, "card", NOW).unwrap()]);
    disk.remount("ro");
    for answer in 1..5 {
        let problem = grade(&mut opened, "card", NOW.plus_seconds(answer * 100)).unwrap_err().to_string();
        assert!(problem.contains("read-only") && problem.contains("--data-dir"), "{problem}");
    }
    assert_eq!(opened.progress.unsaved().len(), 4);
    assert_eq!(open(&disk.folder).unwrap().progress.record(&"card".into()).unwrap().state.reps, 1);
    disk.remount("rw");
    acknowledged.insert(grade(&mut opened, "card", NOW.plus_seconds(1000)).unwrap());
    assert_eq!((opened.progress.unsaved().len(), lines(&disk.folder).len()), (0, 6));
    assert!(acknowledged.is_subset(&lines(&disk.folder)));
}

/// The program as somebody who is not root, for whom permissions count.
#[cfg(unix)]
fn as_somebody(folder: &Path) -> Option<(Command, tempfile::TempDir)> {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let place = tempfile::tempdir().unwrap();
    let program = place.path().join("backprop");
    fs::copy(env!("CARGO_BIN_EXE_backprop"), &program).unwrap();
    for path in [place.path(), &program] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let start = || {
        let mut command = Command::new(&program);
        command.env("BACKPROP_DATA_DIR", folder).env("LANG", "en_US.UTF-8").stdin(Stdio::null());
        if rustix::process::geteuid().is_root() {
            command.uid(65_534).gid(65_534).current_dir("/");
        }
        command
    };
    start().arg("--version").output().is_ok_and(|output| output.status.success()).then(|| (start(), place))
}

#[cfg(unix)]
#[test]
fn without_permission_the_program_reads_and_says_what_it_cannot_write() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let saved = grade(&mut open(folder.path()).unwrap(), "pooling", NOW).unwrap();
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    // Others may look, nobody may write.
    mode(&log(folder.path()), 0o444);
    mode(folder.path(), 0o555);
    let run = |arguments: &[&str]| {
        let (mut command, _program) = as_somebody(folder.path())?;
        let output = command.args(arguments).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Some((output.status.code(), text(&output.stdout), text(&output.stderr)))
    };
    let Some((code, next, told)) = run(&["next"]) else {
        mode(folder.path(), 0o755);
        return not_run("a folder of somebody else", "the program cannot be run as another user");
    };
    assert!(code == Some(0) && !next.is_empty(), "{told}");
    let (code, _, told) = run(&["grade", "pooling", "good"]).unwrap();
    assert!(code == Some(1) && told.contains("check who owns it"), "{told}");
    let (code, text, _) = run(&["doctor"]).unwrap();
    assert!(code == Some(1) && text.contains("cannot be written to"), "{text}");
    // A file that may not even be read is not taken for an empty one.
    mode(&log(folder.path()), 0o000);
    for command in [&["next"][..], &["grade", "pooling", "good"], &["cards"]] {
        let (code, _, told) = run(command).unwrap();
        assert!(code == Some(1) && told.contains("cannot read"), "{command:?}: {told}");
    }
    mode(folder.path(), 0o755);
    mode(&log(folder.path()), 0o644);
    assert_eq!(lines(folder.path()), HashSet::from([saved]));
}
