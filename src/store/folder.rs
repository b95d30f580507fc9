//! A folder as someone sees it who looks for notes: its folders, and its files with what each would give.

use super::{library, spelling};
use std::path::{Path, PathBuf};

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickKind {
    /// Files with questions.
    Notes,
    /// Progress files of other machines.
    Logs,
    /// Notes of what an interview asked.
    Reports,
}

/// What stands in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderView {
    /// The folder.
    pub path: PathBuf,
    /// What stands in it, folders first; none where it cannot be read.
    pub entries: Option<Vec<FolderEntry>>,
}

/// One thing that stands in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderEntry {
    /// Its name.
    pub name: String,
    /// What it is, or would give.
    pub gives: Gives,
}

/// What something in a folder is, or would give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gives {
    /// A folder.
    Folder,
    /// So many questions.
    Questions(usize),
    /// It is read when it is chosen.
    Unread,
    /// Progress.
    Log,
}

/// More entries are not shown: nobody looks through them.
const MOST: usize = 2_000;
/// So many bytes of files are read to say what they would give; the rest is read when it is chosen.
const READ: u64 = 2 << 20;
/// A longer file is not read for that.
const LONGEST: u64 = 512 << 10;

/// The folder that a typed path leads to, `~` being the user's own; a relative one begins where the program was
/// started.
pub fn meant(text: &str) -> PathBuf {
    let home = || directories::UserDirs::new().map(|dirs| dirs.home_dir().to_path_buf());
    match text.strip_prefix('~') {
        Some(rest) if rest.is_empty() || rest.starts_with(['/', '\\']) => {
            home().map_or_else(|| PathBuf::from(text), |home| home.join(rest.trim_start_matches(['/', '\\'])))
        }
        _ => PathBuf::from(if text.is_empty() { "." } else { text }),
    }
}

/// Looks into a folder.
pub fn look(path: &Path, kind: PickKind) -> FolderView {
    let path = spelling::real_or_same(path);
    let entries = std::fs::read_dir(&path).ok().map(|read| {
        let mut found: Vec<(bool, String, u64)> = read
            .filter_map(Result::ok)
            .take(MOST)
            .filter_map(|entry| {
                let name = entry.file_name().into_string().ok()?;
                let about = std::fs::metadata(entry.path()).ok()?;
                let is_of_use = about.is_dir() || (about.is_file() && is_of_kind(&entry.path(), kind));
                (!name.starts_with('.') && is_of_use).then(|| (!about.is_dir(), name, about.len()))
            })
            .collect();
        found.sort();
        let mut left = READ;
        let entry = |(is_file, name, bytes): (bool, String, u64)| {
            let gives =
                if is_file { gives(&path.join(&name), bytes, kind, &mut left) } else { Gives::Folder };
            FolderEntry { name, gives }
        };
        found.into_iter().map(entry).collect()
    });
    FolderView { path, entries }
}

fn is_of_kind(path: &Path, kind: PickKind) -> bool {
    match kind {
        PickKind::Notes => library::may_be_picked(path),
        PickKind::Reports => library::has_ending_of_notes(path),
        PickKind::Logs => path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")),
    }
}

fn gives(path: &Path, bytes: u64, kind: PickKind, left: &mut u64) -> Gives {
    if kind == PickKind::Logs {
        return Gives::Log;
    }
    if kind == PickKind::Reports || bytes > LONGEST || bytes > *left {
        return Gives::Unread;
    }
    *left -= bytes;
    library::read_file(path, None).map_or(Gives::Unread, |file| Gives::Questions(file.notes.cards.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_folder_says_what_its_files_would_give() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("later")).unwrap();
        fs::write(
            at("cnn.md"),
            "1. What is pooling for?\n- fewer activations\n\n2. Why ReLU?\nIt is cheap.\n",
        )
        .unwrap();
        fs::write(at("empty.md"), "").unwrap();
        fs::write(at("photo.bmp"), "BM").unwrap();
        fs::write(at(".hidden.md"), "1. Why?\nSo.\n").unwrap();
        fs::write(at("long.txt"), vec![b'x'; LONGEST as usize + 1]).unwrap();
        fs::write(at("progress.json"), "[]").unwrap();
        let names = |kind| {
            let entries = look(folder.path(), kind).entries.unwrap();
            entries.into_iter().map(|entry| (entry.name, entry.gives)).collect::<Vec<_>>()
        };
        let row = |name: &str, gives| (name.to_owned(), gives);
        let notes = names(PickKind::Notes);
        assert_eq!(notes[0], row("later", Gives::Folder));
        assert!(notes.contains(&row("cnn.md", Gives::Questions(2))), "{notes:?}");
        assert!(notes.contains(&row("empty.md", Gives::Questions(0))), "{notes:?}");
        assert!(notes.contains(&row("long.txt", Gives::Unread)), "{notes:?}");
        assert!(notes.iter().all(|(name, _)| name != "photo.bmp" && name != ".hidden.md"), "{notes:?}");
        assert_eq!(names(PickKind::Logs), [row("later", Gives::Folder), row("progress.json", Gives::Log)]);
        assert_eq!(look(&at("nowhere"), PickKind::Notes).entries, None);
    }

    #[test]
    fn a_typed_path_may_begin_at_home() {
        let home = directories::UserDirs::new().unwrap().home_dir().to_path_buf();
        assert_eq!(meant("~"), home);
        assert_eq!(meant("~/notes"), home.join("notes"));
        assert_eq!(meant(""), PathBuf::from("."));
        assert_eq!(meant("notes/a"), PathBuf::from("notes/a"));
        assert_eq!(meant("~x"), PathBuf::from("~x"));
    }
}
