//! Broken off: imports of folders with pictures, updates, removals and starts are killed at any moment,
//! and run into full and read-only disks. After each, every file is the old one or the new one, whole,
//! the list of decks names what is there, and the program starts.
//!
//! `BACKPROP_BREAKS=1000 cargo test --release --test it broken_off::killed -- --nocapture` kills so many
//! programs; a few are killed otherwise. Edits of a card, settings and the cache are broken off in
//! `tests/it/faults.rs`.

#![cfg(unix)]

use crate::harness::disk::Disk;
use crate::harness::warm;
use backprop::store::builtin::BUILTIN;
use backprop::store::shelf::Shelf;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const FILES: usize = 6;
const VERSIONS: u32 = 5;

/// Notes long enough to be written in more than one piece.
fn notes(file: usize, version: u32) -> String {
    let answer: String = (0..60).map(|line| format!("- version {version}, line {line} of sixty\n")).collect();
    format!(
        "1. What is in file {file}?\n\n![](p{file}.png)\n\n{answer}\n2. What else is in file {file}?\n\nLess.\n"
    )
}

/// What a picture is made of does not matter to an import.
fn picture(file: usize, version: u32) -> Vec<u8> {
    format!("picture {file} {version} ").into_bytes().repeat(400)
}

/// A folder of notes somewhere, and a data folder.
struct Place {
    notes: PathBuf,
    data: PathBuf,
}

impl Place {
    fn new(folder: &Path, data: &Path) -> Place {
        let place = Place { notes: folder.join("notes"), data: data.to_path_buf() };
        fs::create_dir(&place.notes).unwrap();
        warm::warm(data);
        (0..FILES).for_each(|file| place.write(file, 0));
        place
    }

    fn write(&self, file: usize, version: u32) {
        fs::write(self.notes.join(format!("n{file}.md")), notes(file, version)).unwrap();
        fs::write(self.notes.join(format!("p{file}.png")), picture(file, version)).unwrap();
    }

    fn take_away(&self, file: usize) {
        let _ = fs::remove_file(self.notes.join(format!("n{file}.md")));
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_backprop"));
        command.args(arguments).env("BACKPROP_DATA_DIR", &self.data).env("LC_ALL", "C");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn import(&self) -> Output {
        self.run(&["import", "--yes", self.notes.to_str().unwrap()])
    }

    fn list(&self) -> String {
        fs::read_to_string(self.data.join("decks/decks.json")).unwrap_or_default()
    }

    /// Every file whole, the list right, and the program starts. Gives the decks that are there.
    fn assert_whole(&self) -> BTreeSet<String> {
        let shelf = Shelf::open(&self.data).unwrap_or_else(|problem| panic!("{problem}"));
        for entry in shelf.entries() {
            let copy = shelf.copy_of(entry).unwrap();
            assert!(copy.is_file(), "the list names {}, which is not there", copy.display());
        }
        let mut found = Vec::new();
        files(&self.data, &mut found);
        for path in found {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let bytes = fs::read(&path).unwrap();
            let is_json = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).is_ok();
            let is_whole = if name.starts_with(".backprop-") {
                // What was being written; nobody reads it.
                true
            } else if name.ends_with(".md") || name.ends_with(".md.edited") {
                is_one_of(&bytes, |file, version| notes(file, version).into_bytes())
            } else if name.ends_with(".png") {
                is_one_of(&bytes, picture)
            } else if name.ends_with(".jsonl") {
                bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).all(is_json)
            } else if name.ends_with(".json") {
                is_json(&bytes)
            } else {
                name.ends_with(".lock") || name.ends_with(".cache")
            };
            assert!(is_whole, "{} is {}", path.display(), String::from_utf8_lossy(&bytes));
        }
        let cards = self.run(&["cards", "--json"]);
        let told = String::from_utf8_lossy(&cards.stderr).into_owned();
        assert!(cards.status.success() && !told.contains("imported deck"), "{told}");
        let cards: Vec<Value> = serde_json::from_slice(&cards.stdout).unwrap();
        cards.iter().map(|card| card["deck"].as_str().unwrap().to_owned()).collect()
    }
}

fn is_one_of(bytes: &[u8], made: impl Fn(usize, u32) -> Vec<u8>) -> bool {
    (0..FILES).any(|file| (0..VERSIONS).any(|version| bytes == made(file, version)))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// The program in a shell that lets no file grow beyond this length, in blocks of 512 bytes: it is broken
/// off in the middle of a write.
fn limited(place: &Place, arguments: &[&str], blocks: u32) -> Command {
    let mut command = place.command(&[]);
    let mut shell = Command::new("sh");
    shell.args(["-c", "ulimit -c 0; ulimit -f $1; shift; exec \"$@\"", "sh", &blocks.to_string()]);
    shell.arg(command.get_program()).args(arguments);
    for (name, value) in command.get_envs() {
        shell.env(name, value.unwrap_or_default());
    }
    command = shell;
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[test]
fn killed_at_any_moment_the_library_is_as_before_or_as_wanted() {
    let wanted = std::env::var("BACKPROP_BREAKS").map_or(8, |count| count.parse::<u32>().unwrap());
    let mut chance = ChaCha8Rng::seed_from_u64(u64::from(wanted));
    let (mut kills, mut in_a_write, mut list_changed, mut ended) = (0, 0, 0, 0);
    // How long each command is given at most.
    let mut spans: Option<[Duration; 4]> = None;
    while kills < wanted {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::new(folder.path(), &folder.path().join("data"));
        let begun = Instant::now();
        assert!(place.import().status.success());
        let longest = spans.get_or_insert([begun.elapsed(); 4]);
        let name = place.notes.to_str().unwrap().to_owned();
        for _ in 0..80 {
            if kills >= wanted {
                break;
            }
            for _ in 0..chance.random_range(0..4) {
                let file = chance.random_range(0..FILES);
                match chance.random_range(0..4) {
                    0 => place.take_away(file),
                    _ => place.write(file, chance.random_range(0..VERSIONS)),
                }
            }
            let deck = format!("n{}", chance.random_range(0..FILES));
            let commands: [&[&str]; 4] =
                [&["import", "--yes", &name], &["remove", &deck], &["remove", &name], &["cards"]];
            let which = [0, 0, 0, 1, 1, 2, 3][chance.random_range(0..7)];
            let arguments = commands[which];
            let before = place.list();
            let is_limited = chance.random_range(0..3) == 0;
            let mut child = match is_limited {
                true => limited(&place, arguments, chance.random_range(0..16)),
                false => place.command(arguments),
            };
            // Nobody reads what it says, and a full pipe would hold it.
            let mut child = child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            if !is_limited {
                std::thread::sleep(longest[which].mul_f64(chance.random_range(0.0..1.0)));
                child.kill().unwrap();
            }
            let status = child.wait().unwrap();
            let signal = status.signal();
            let is_cut = is_limited && !status.success();
            assert!(!is_limited || signal.is_none(), "{status}: a limit is an error");
            match signal.or(is_cut.then_some(0)) {
                Some(_) => {
                    kills += 1;
                    in_a_write += u32::from(is_cut);
                    list_changed += u32::from(place.list() != before);
                }
                None => ended += 1,
            }
            // Most are killed, however fast the machine is now, and some at their very end.
            if !is_limited {
                longest[which] = longest[which].mul_f64(if signal.is_some() { 1.05 } else { 0.9 });
            }
            place.assert_whole();
        }
        // Whatever was broken off is done by doing it again.
        (0..FILES).for_each(|file| place.write(file, 1));
        let done = place.import();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let decks = place.assert_whole();
        for file in 0..FILES {
            assert!(decks.contains(&format!("n{file}")), "{decks:?}");
            let copy = fs::read_to_string(place.data.join(format!("decks/notes/n{file}.md"))).unwrap();
            assert_eq!(copy, notes(file, 1));
        }
        println!(
            "{kills} programs killed, {in_a_write} of them in the middle of a write, {list_changed} after the list had changed; {ended} came to their end"
        );
    }
}

#[test]
fn on_a_full_disk_an_import_is_done_or_not_done() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = Disk::new("size=2m") else { return };
    let place = Place::new(folder.path(), &disk.folder.join("data"));
    assert!(place.import().status.success());
    let (mut done, mut refused) = (0, 0);
    for room in [0, 1, 3, 7, 15, 24] {
        (0..FILES).for_each(|file| place.write(file, 1 + room % 4));
        let ballast = disk.folder.join("ballast");
        let mut out = fs::File::create(&ballast).unwrap();
        while out.write(&[1; 4096]).is_ok_and(|count| count == 4096) {}
        let length = out.metadata().unwrap().len();
        out.set_len(length.saturating_sub(u64::from(room) * 4096)).unwrap();
        drop(out);
        let before = place.list();
        let output = place.import();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.success() {
            done += 1;
        } else {
            refused += 1;
            assert!(told.contains("free some space"), "{told}");
            assert_eq!(place.list(), before, "the list changed although the import failed");
        }
        assert_eq!(place.assert_whole().len(), FILES + BUILTIN.len());
        fs::remove_file(&ballast).unwrap();
    }
    assert!(refused > 0, "the disk never was full; {done} imports were done");
    assert!(place.import().status.success());
    let mut left = Vec::new();
    files(&place.data, &mut left);
    assert!(!left.iter().any(|path| path.to_string_lossy().contains(".backprop-")), "{left:?}");
}

#[test]
fn a_disk_that_may_only_be_read_keeps_its_library() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = Disk::new("size=2m") else { return };
    let place = Place::new(folder.path(), &disk.folder.join("data"));
    assert!(place.import().status.success());
    disk.remount("ro");
    let before = place.list();
    place.write(0, 3);
    place.take_away(1);
    let name = place.notes.to_str().unwrap();
    for arguments in [&["import", "--yes", name][..], &["remove", "n2"]] {
        let output = place.run(arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(1) && told.contains("read-only"), "{arguments:?}: {told}");
        assert_eq!(place.list(), before);
        assert_eq!(place.assert_whole().len(), FILES + BUILTIN.len());
    }
    disk.remount("rw");
    assert!(place.import().status.success());
    assert_eq!(place.assert_whole().len(), FILES - 1 + BUILTIN.len());
}
