//! Drafts on the disk: what is being typed, as an answer, a note or a card, a file each, gone when it is saved.

use super::atomic;
use super::bounded;
use super::problem::Problem;
use crate::desk::{DraftKey, TypedDrafts};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of drafts, below the data folder.
pub const FOLDER: &str = "drafts";

/// Of a longer text only the beginning is kept, in bytes.
const LONGEST: usize = 1 << 18;

/// So many drafts are kept; the oldest leave.
const KEPT: usize = 50;

/// All drafts that can be read. Whatever else stands there is none.
pub fn read(data: &Path) -> TypedDrafts {
    let text = |(key, path): &(DraftKey, PathBuf)| {
        let bytes = bounded::read(path, LONGEST as u64).ok()?;
        Some((*key, crate::markdown::clean(&crate::import::text(&bytes))))
            .filter(|(_, text)| !text.is_empty())
    };
    let files = files(&data.join(FOLDER));
    TypedDrafts::of(files.iter().rev().take(KEPT).filter_map(text).collect::<BTreeMap<_, _>>())
}

/// Writes drafts, and takes away those that are gone.
pub fn keep(data: &Path, changed: &[(DraftKey, Option<String>)]) -> Result<(), Problem> {
    let folder = data.join(FOLDER);
    for (key, text) in changed {
        let path = path(data, *key);
        let Some(text) = text else {
            match fs::remove_file(&path) {
                Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
                    return Err(Problem::io("remove", &path)(cause));
                }
                _ => continue,
            }
        };
        atomic::make_dir(&folder).map_err(Problem::io("create", &folder))?;
        let is_new = !path.exists();
        let text = &text[..text.floor_char_boundary(LONGEST)];
        atomic::replace(&path, |out| out.write_all(text.as_bytes())).map_err(Problem::io("write", &path))?;
        if is_new {
            let files = files(&folder);
            let many = files.len().saturating_sub(KEPT);
            files[..many].iter().for_each(|(_, path)| drop(fs::remove_file(path)));
        }
    }
    Ok(())
}

/// The file of a draft.
pub fn path(data: &Path, key: DraftKey) -> PathBuf {
    data.join(FOLDER).join(format!("{:016x}.{}", key.hash, ending(key.is_answer)))
}

/// What the name of a draft ends in.
fn ending(is_answer: bool) -> &'static str {
    if is_answer { "txt" } else { "md" }
}

/// The files of drafts, the oldest first.
fn files(folder: &Path) -> Vec<(DraftKey, PathBuf)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let draft = |entry: fs::DirEntry| {
        let modified = entry.metadata().ok().filter(fs::Metadata::is_file)?.modified().ok()?;
        let path = entry.path();
        let (name, end) =
            path.file_name()?.to_str()?.rsplit_once('.').filter(|(name, _)| name.len() == 16)?;
        let is_answer = [true, false].into_iter().find(|is_answer| ending(*is_answer) == end)?;
        let key = DraftKey { hash: u64::from_str_radix(name, 16).ok()?, is_answer };
        Some((modified, key, path))
    };
    let mut files: Vec<_> = entries.flatten().filter_map(draft).collect();
    files.sort();
    files.into_iter().map(|(_, key, path)| (key, path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(hash: u64) -> DraftKey {
        DraftKey { hash, is_answer: true }
    }

    #[test]
    fn drafts_come_back_and_what_is_no_draft_does_not() {
        let data = tempfile::tempdir().unwrap();
        let data = data.path();
        assert!(read(data).get(answer(1)).is_none());
        keep(data, &[(answer(1), None)]).unwrap();
        assert!(!data.join(FOLDER).exists(), "nothing is made for nothing");
        let long = "长".repeat(LONGEST);
        let changed = [(1, "words \u{4f60}\nof mine"), (2, "x"), (3, &long)];
        keep(data, &changed.map(|(key, text)| (answer(key), Some(text.to_owned())))).unwrap();
        keep(data, &[(answer(2), None)]).unwrap();
        let note = DraftKey { is_answer: false, ..answer(1) };
        keep(data, &[(note, Some("a note".to_owned()))]).unwrap();
        let folder = data.join(FOLDER);
        fs::write(folder.join("0000000000000004.txt"), vec![b'x'; LONGEST + 1]).unwrap();
        fs::write(folder.join("0000000000000005.txt"), b"a\x1b[2Jb\xff").unwrap();
        fs::write(folder.join("+000000000000006.txt"), "x").unwrap();
        fs::create_dir(folder.join("0000000000000007.txt")).unwrap();
        let drafts = read(data);
        assert_eq!(drafts.get(answer(1)), Some("words \u{4f60}\nof mine"));
        assert_eq!(drafts.get(answer(3)).unwrap().chars().count(), LONGEST / 3);
        assert!(!drafts.get(answer(5)).unwrap().contains('\x1b'));
        assert_eq!(drafts.get(note), Some("a note"));
        assert!([2, 4, 7].iter().all(|key| drafts.get(answer(*key)).is_none()));
    }

    #[test]
    fn only_the_newest_are_kept_and_only_for_their_owner() {
        let data = tempfile::tempdir().unwrap();
        for key in 0..2 * KEPT as u64 {
            keep(data.path(), &[(answer(key), Some("x".to_owned()))]).unwrap();
        }
        let folder = data.path().join(FOLDER);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), KEPT);
        #[cfg(unix)]
        for path in [folder.join(format!("{:016x}.txt", 2 * KEPT - 1)), folder] {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o077, 0, "{}", path.display());
        }
    }
}
