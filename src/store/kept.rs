//! Versions of notes that lost: `kept/` of the data folder, named by deck and time. Nothing there is ever
//! read as notes or written over.

use super::atomic;
use super::library;
use super::problem::Problem;
use super::spelling;
use crate::day::At;
use std::io;
use std::path::{Path, PathBuf};

/// The folder below the data folder.
pub const FOLDER: &str = "kept";

/// Keeps the bytes of a version; gives where.
pub fn keep(data: &Path, deck: &str, ending: &str, now: At, bytes: &[u8]) -> Result<PathBuf, Problem> {
    let folder = data.join(FOLDER);
    atomic::make_dir(&folder).map_err(Problem::io("make", &folder))?;
    let time = spelling::time_in_name(now);
    let stem = format!("{} {time}", beginning(deck));
    for number in 1.. {
        let number = if number == 1 { String::new() } else { format!(" {number}") };
        let path = folder.join(format!("{stem}{number}.{ending}"));
        match atomic::create(&path, |out| out.write_all(bytes)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            done => return done.map(|()| path.clone()).map_err(Problem::io("write", &path)),
        }
    }
    unreachable!("some number is free")
}

/// The last version that is kept of a deck.
pub fn latest(data: &Path, deck: &str) -> Option<PathBuf> {
    let begin = format!("{} ", beginning(deck));
    let entries = std::fs::read_dir(data.join(FOLDER)).ok()?.flatten();
    let is_its =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&begin));
    entries.map(|entry| entry.path()).filter(is_its).max()
}

/// What the names of a deck's versions begin with.
fn beginning(deck: &str) -> String {
    library::slug(deck).chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_kept_is_written_over() {
        let data = tempfile::tempdir().unwrap();
        let now = At::parse("2026-11-22T10:00:00Z").unwrap();
        let paths =
            ["one", "two"].map(|text| keep(data.path(), "My Notes", "md", now, text.as_bytes()).unwrap());
        let names = paths.each_ref().map(|path| path.file_name().unwrap().to_str().unwrap());
        assert_eq!(names, ["my-notes 2026-11-22T100000.md", "my-notes 2026-11-22T100000 2.md"]);
        assert_eq!(std::fs::read_to_string(&paths[0]).unwrap(), "one");
        assert_eq!(latest(data.path(), "my notes"), Some(paths[0].clone()).max(Some(paths[1].clone())));
        assert_eq!(latest(data.path(), "my"), None);
    }
}
