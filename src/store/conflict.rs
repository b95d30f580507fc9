//! Copies of a file that sync tools and merges leave beside it: of the progress file, and of notes.

use super::bounded;
use super::spelling::shown;
use crate::messages::{DiskMessage, Message};
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A copy of notes that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The copy.
    pub copy: PathBuf,
    /// The notes it is a copy of.
    pub notes: PathBuf,
}

impl From<&Conflict> for Message {
    fn from(conflict: &Conflict) -> Message {
        let name = conflict.notes.file_name().map_or(conflict.notes.as_path(), Path::new);
        DiskMessage::LooksLikeCopy { copy: shown(&conflict.copy), notes: shown(name) }.into()
    }
}

impl fmt::Display for Conflict {
    /// In English.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        Message::from(self).fmt(out)
    }
}

/// The copies of a file that lie beside it, by name.
pub(super) fn copies(path: &Path) -> io::Result<Vec<PathBuf>> {
    let (Some(dir), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for entry in dir.read_dir()? {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(|other| is_copy(name, other))
            && entry.file_type()?.is_file()
        {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// Takes the copies out of a list of notes. A name that people give as well, such as `week 2.md` beside
/// `week.md`, is that of a copy only where the two say the same in part.
pub(super) fn take_out(notes: &mut Vec<PathBuf>) -> Vec<Conflict> {
    let name_of = |path: &Path| path.file_name().and_then(|name| name.to_str()).map(str::to_owned);
    if !notes.iter().any(|path| name_of(path).is_some_and(|name| may_be_copy(&name))) {
        return Vec::new();
    }
    let mut beside: HashMap<PathBuf, Vec<(String, PathBuf)>> = HashMap::new();
    for path in notes.iter() {
        if let (Some(folder), Some(name)) = (path.parent(), name_of(path)) {
            beside.entry(folder.to_path_buf()).or_default().push((name, path.clone()));
        }
    }
    let mut found = Vec::new();
    for path in notes.iter() {
        let Some((folder, name)) = path.parent().zip(name_of(path)).filter(|(_, name)| may_be_copy(name))
        else {
            continue;
        };
        let of = beside[folder].iter().filter(|(other, place)| {
            is_copy(other, &name) && (is_telling(other, &name) || say_the_same(place, path))
        });
        // A copy of a copy has the name of both.
        if let Some((_, notes)) = of.min_by_key(|(other, _)| other.len()) {
            found.push(Conflict { copy: path.clone(), notes: notes.clone() });
        }
    }
    let copies: HashSet<&PathBuf> = found.iter().map(|found| &found.copy).collect();
    notes.retain(|path| !copies.contains(path));
    found
}

/// Whether a name is worth a look at those beside it.
fn may_be_copy(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.ends_with([')', ']'])
        || stem.ends_with(|letter: char| letter.is_ascii_digit())
        || stem.to_lowercase().contains("conflict")
        || stem.contains("冲突")
        || stem.contains("-DESKTOP-")
        || stem.contains("-LAPTOP-")
}

/// Whether nobody but a tool gives such a name: it speaks of a conflict or a machine, with a date, a
/// number or brackets.
fn is_telling(name: &str, copy: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let middle = copy.strip_prefix(stem).unwrap_or(copy).to_lowercase();
    let says_so = middle.contains("conflict") || middle.contains("冲突");
    let is_marked = middle.contains(['(', '[', '（']) || middle.bytes().any(|byte| byte.is_ascii_digit());
    (says_so && is_marked) || middle.starts_with("-desktop-") || middle.starts_with("-laptop-")
}

/// Longer files are not compared.
const LARGEST: u64 = 16 << 20;

/// Whether a quarter of the lines of the shorter of two files stand in the other. A few letters say
/// nothing, unless there is no more.
fn say_the_same(one: &Path, other: &Path) -> bool {
    let lines = |path: &Path| -> HashSet<Vec<u8>> {
        let text = bounded::read(path, LARGEST).unwrap_or_default();
        let lines = text.split(|byte| *byte == b'\n').map(|line| line.trim_ascii().to_vec());
        lines.filter(|line| !line.is_empty()).collect()
    };
    let say_much = |line: &&Vec<u8>| {
        line.iter().filter(|byte| byte.is_ascii_alphanumeric() || **byte >= 0x80).count() >= 6
    };
    let telling = |lines: HashSet<Vec<u8>>| {
        let long: HashSet<Vec<u8>> = lines.iter().filter(say_much).cloned().collect();
        if long.is_empty() { lines } else { long }
    };
    let (one, other) = (telling(lines(one)), telling(lines(other)));
    let shared = one.intersection(&other).count();
    shared > 0 && shared * 4 >= one.len().min(other.len())
}

/// The name a copy gets when it was taken in, so that it is not taken in again.
pub(super) fn merged_name(copy: &Path) -> PathBuf {
    let name = copy.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let numbered = (2..).map(|number| format!("{name}.merged-{number}"));
    std::iter::once(format!("{name}.merged"))
        .chain(numbered)
        .map(|name| copy.with_file_name(name))
        .find(|path| !path.exists())
        .expect("some number is free")
}

/// Whether `other` is how a sync tool or a merge names a copy of `name`.
fn is_copy(name: &str, other: &str) -> bool {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(ending) = other.strip_prefix(name) {
        return [".orig", "..path1", "..path2"].contains(&ending)
            || ending.strip_prefix(".conflict").is_some_and(|number| number.is_empty() || is_number(number));
    }
    let Some(middle) = other
        .strip_prefix(stem)
        .and_then(|rest| rest.strip_suffix(extension))
        .and_then(|rest| rest.strip_suffix('.'))
    else {
        return false;
    };
    let in_brackets = middle.trim_start().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    // The names that Windows gives to machines; any other could as well be a user's own.
    let machine = middle.strip_prefix("-DESKTOP-").or(middle.strip_prefix("-LAPTOP-"));
    middle.to_lowercase().contains("conflict")
        || middle.contains("冲突")
        || middle.strip_prefix(' ').is_some_and(is_number)
        || in_brackets.is_some_and(is_number)
        || machine.is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_of_notes_are_taken_out_and_notes_stay() {
        let folder = tempfile::tempdir().unwrap();
        let text = "1. What is a?\nx\n2. What is b?\ny\n";
        for (name, is_left) in [
            ("n.md", true),
            ("n (conflicted copy 2026-11-01).md", false),
            ("n.sync-conflict-20261101-101500-ABC2DEF.md", false),
            ("n 2.md", false),
            ("n (1).md", false),
            ("n-DESKTOP-4F2K9QX.md", false),
            ("n (冲突副本 2026-11-01).md", false),
            ("m (conflicted copy).md", true),
            ("n conflicts.md", true),
            ("week.md", true),
            ("week 2.md", true),
            ("n2.md", true),
            ("other/n 2.md", true),
        ] {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            let own = format!("1. What is {name}?\nz\n");
            std::fs::write(&path, if is_left { own } else { format!("{text}3. New?\nz\n") }).unwrap();
            if name == "n.md" {
                std::fs::write(&path, text).unwrap();
            }
            let mut notes = vec![folder.path().join("n.md"), folder.path().join("week.md"), path.clone()];
            notes.dedup();
            let found = take_out(&mut notes);
            assert_eq!(notes.contains(&path), is_left, "{name}");
            let of = found.iter().map(|found| (found.copy.clone(), found.notes.clone()));
            let expected = (!is_left).then(|| (path, folder.path().join("n.md")));
            assert_eq!(of.collect::<Vec<_>>(), expected.into_iter().collect::<Vec<_>>(), "{name}");
        }
    }

    #[test]
    fn copies_are_known_by_the_names_that_tools_give_them() {
        for (other, expected) in [
            ("progress (Ana's conflicted copy 2026-11-22).json", true), // Dropbox
            ("progress (conflicted copy 2026-11-22 101500).json", true), // Nextcloud
            ("progress_conflict-20261122-101500.json", true),           // ownCloud
            ("progress.sync-conflict-20261122-101500-ABC2DEF.json", true), // Syncthing
            ("progress 2.json", true),                                  // iCloud
            ("progress (1).json", true),                                // Google Drive
            ("progress(1).json", true),                                 // Baidu Netdisk
            ("progress_laptop_Nov-22-101500-2026_Conflict.json", true), // Synology Drive
            ("progress (SFConflict ana@host 2026-11-22-10-15-00).json", true), // Seafile
            ("progress [conflicted].json", true),                       // pCloud
            ("progress (冲突副本 2026-11-22).json", true),              // Nutstore
            ("progress-DESKTOP-4F2K9QX.json", true),                    // OneDrive
            ("progress-LAPTOP-7H3J1-2.json", true),                     // OneDrive, the second one
            ("progress.json.conflict1", true),                          // rclone bisync
            ("progress.json..path2", true),                             // rclone bisync, older
            ("progress.json.orig", true),                               // merge tools
            ("progress.json", false),
            ("progress.json.lock", false),
            ("progress.json.rejected-20261122T101500Z", false),
            ("progress 2.json.merged", false),
            ("progress-backup.json", false),
            ("progress-old-DESKTOP-1.json", false),
            ("progress.json.conflicts-i-had", false),
            ("progress notes.json", false),
            ("settings (conflicted copy).json", false),
        ] {
            assert_eq!(is_copy("progress.json", other), expected, "{other}");
        }
    }
}
