//! The house keeps its own rules: imports point down, and some words belong to some rooms only.

#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms from the ground up; a room imports only from floors below its own, and from itself. On the
/// ground floor a room may also use those before it in the list.
const FLOORS: [&[&str]; 10] = [
    &["day", "card", "memory", "state", "markdown"],
    &["import", "matching", "progress"],
    &["settings"],
    &["desk"],
    &["schedule"],
    &["stats", "quiz", "search"],
    &["export", "store"],
    &["ui"],
    &["terminal"],
    &["cli"],
];

/// Words and the rooms they belong to.
const WORDS: [(&str, &[&str]); 10] = [
    ("std::fs", &["store"]),
    ("File::", &["store"]),
    ("SystemTime", &["terminal"]),
    ("Instant::now", &["terminal"]),
    ("Utc::now", &[]),
    ("Local::now", &[]),
    ("ratatui", &["ui", "terminal"]),
    ("crossterm", &["terminal"]),
    ("println!", &[]),
    ("fsrs::", &["memory"]),
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Every file with its room and its code, without comments and tests.
fn rooms() -> Vec<(PathBuf, String, String)> {
    let mut paths = Vec::new();
    files(&source(), &mut paths);
    let room = |path: PathBuf| {
        let inside = path.strip_prefix(source()).unwrap().to_path_buf();
        let first = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap().lines();
        let code: Vec<&str> = code.filter(|line| !line.trim_start().starts_with("//")).collect();
        (inside, first.trim_end_matches(".rs").to_owned(), code.join("\n"))
    };
    paths.into_iter().map(room).collect()
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The names of rooms that a file's code mentions as `crate::room`.
fn used(code: &str) -> Vec<String> {
    let name =
        |rest: &str| rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    code.split("crate::").skip(1).map(name).collect()
}

#[test]
fn every_room_has_a_floor() {
    for (path, room, _) in rooms() {
        assert!(
            floor(&room).is_some() || room == "lib" || room == "main",
            "{} stands on no floor",
            path.display()
        );
    }
}

#[test]
fn imports_point_down() {
    for (path, room, code) in rooms() {
        let Some(own) = floor(&room) else { continue };
        for other in used(&code).into_iter().filter(|other| *other != room) {
            let place = |name: &str| FLOORS[0].iter().position(|ground| *ground == name);
            let below = match (floor(&other), own) {
                (Some(0), 0) => place(&other) < place(&room),
                (Some(other), own) => other < own,
                (None, _) => panic!("{}: crate::{other} is no room", path.display()),
            };
            assert!(below, "{}: {room} imports {other}, which is not below it", path.display());
        }
    }
}

/// Whether a code has a word as a word of its own, not as the end of a longer name.
fn has(code: &str, word: &str) -> bool {
    let starts = |at: usize| !code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
    code.match_indices(word).any(|(at, _)| starts(at))
}

#[test]
fn words_stay_in_their_rooms() {
    for (path, room, code) in rooms() {
        for (word, homes) in WORDS {
            let may = homes.contains(&room.as_str());
            assert!(may || !has(&code, word), "{}: {word} does not belong there", path.display());
        }
    }
}

#[test]
fn every_file_says_what_it_is() {
    let mut paths = Vec::new();
    files(&source(), &mut paths);
    for path in paths {
        assert!(
            fs::read_to_string(&path).unwrap().starts_with("//! "),
            "{} has no first line",
            path.display()
        );
    }
}
