//! Exercises on the disk: what the learner writes for a code card, kept until it is long past, and a folder
//! of its own for each run of its tests.

use super::atomic;
use super::bounded;
use super::problem::Problem;
use crate::card::CardId;
use crate::day::At;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The folder of what is being written, below the data folder.
pub const FOLDER: &str = "code";

/// Nobody writes a longer answer, in bytes.
pub const LONGEST: u64 = 1 << 18;

/// So many answers are kept; the oldest leave.
const KEPT: usize = 50;

/// The file of an answer that is being written, begun with this text where there is none yet. It stays when
/// the program dies; a card that was answered since has another one.
pub fn draft(data: &Path, card: &CardId, last: Option<At>, text: &str) -> Result<PathBuf, Problem> {
    let folder = data.join(FOLDER);
    atomic::make_dir(&folder).map_err(Problem::io("create", &folder))?;
    let readable: String =
        card.as_str().chars().filter(|letter| letter.is_alphanumeric() || *letter == '-').collect();
    let readable: String = readable.chars().take(40).collect();
    let name =
        xxhash_rust::xxh3::xxh3_64_with_seed(card.as_str().as_bytes(), last.map_or(0, |at| at.0) as u64);
    let path = folder.join(format!("{readable}-{name:016x}.py"));
    match atomic::create(&path, |out| out.write_all(text.as_bytes())) {
        Ok(()) => tidy(&folder),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(Problem::io("write", &path)(error)),
    }
    Ok(path)
}

/// What stands in such a file now.
pub fn written(path: &Path) -> Result<String, Problem> {
    let bytes = bounded::read(path, LONGEST).map_err(Problem::io("read", path))?;
    Ok(crate::import::text(&bytes))
}

/// Takes the oldest answers away.
fn tidy(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let age = |entry: fs::DirEntry| {
        let modified = entry.metadata().ok().filter(fs::Metadata::is_file)?.modified().ok()?;
        Some((modified, entry.path()))
            .filter(|(_, path)| path.extension().is_some_and(|ending| ending == "py"))
    };
    let mut files: Vec<_> = entries.flatten().filter_map(age).collect();
    files.sort();
    let many = files.len().saturating_sub(KEPT);
    files[..many].iter().for_each(|(_, path)| drop(fs::remove_file(path)));
}

/// A folder in which an answer is tested, gone when it is dropped.
#[derive(Debug)]
pub struct TestFolder {
    folder: TempDir,
}

impl TestFolder {
    /// A new folder with the answer, its tests and what runs them.
    pub fn new(answer: &str, tests: &str, runner: &str) -> io::Result<TestFolder> {
        let folder = tempfile::Builder::new().prefix("backprop-code-").tempdir()?;
        for (name, text) in [("answer.py", answer), ("tests.py", tests), ("runner.py", runner)] {
            fs::write(folder.path().join(name), text)?;
        }
        Ok(TestFolder { folder })
    }

    /// Where it stands.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// What the runner told so far.
    pub fn told(&self) -> String {
        let bytes = bounded::read(&self.path().join("told"), LONGEST).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_stays_until_the_card_is_answered() {
        let data = tempfile::tempdir().unwrap();
        let card = CardId::from("code-softmax/../x");
        let first = draft(data.path(), &card, None, "starter").unwrap();
        assert!(first.starts_with(data.path().join(FOLDER)) && written(&first).unwrap() == "starter");
        fs::write(&first, "mine").unwrap();
        assert_eq!(draft(data.path(), &card, None, "starter").unwrap(), first);
        assert_eq!(written(&first).unwrap(), "mine");
        let next = draft(data.path(), &card, Some(At(7)), "starter").unwrap();
        assert!(next != first && written(&next).unwrap() == "starter");
        for at in 0..2 * KEPT as i64 {
            draft(data.path(), &card, Some(At(100 + at)), "").unwrap();
        }
        assert_eq!(fs::read_dir(data.path().join(FOLDER)).unwrap().count(), KEPT);
    }
}
