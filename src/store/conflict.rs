//! Copies of the progress file that sync tools and merges leave beside it.

use std::io;
use std::path::{Path, PathBuf};

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
