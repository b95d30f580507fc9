//! When files were edited. A commit says it of each file that it changes: it may be sent long after.

use super::tree::TreeFiles;
use super::under_way::Sync;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

/// Times of files by their paths, in milliseconds.
pub(super) type EditTimes = BTreeMap<String, i64>;

/// A commit says it of so many files.
const MOST: usize = 1_000;
const WORD: &str = "edited";

/// When the files were edited that are not as they were.
pub(super) fn of_changed(data: &Path, before: &TreeFiles, now: &TreeFiles) -> EditTimes {
    let changed = now.iter().filter(|(path, id)| before.get(*path) != Some(id));
    let times = changed.filter_map(|(path, _)| {
        let modified = fs::metadata(data.join(path)).ok()?.modified().ok()?;
        let since = modified.duration_since(UNIX_EPOCH).ok()?;
        Some((path.clone(), i64::try_from(since.as_millis()).ok()?))
    });
    times.take(MOST).collect()
}

/// What a commit says.
pub(super) fn message(times: &EditTimes) -> String {
    let lines = times.iter().take(MOST).map(|(path, at)| format!("\n{WORD} {at} {path}"));
    std::iter::once("backprop sync\n".to_owned()).chain(lines).chain(["\n".to_owned()]).collect()
}

/// When a file was edited last in the history of a commit; when that was sent, where it does not say so. No edit
/// is later than its commit.
pub(super) fn of(sync: &Sync<'_>, commit: &str, path: &str) -> Option<i64> {
    let said = sync.git().text(["log", "-1", "--format=%ct%n%B", commit, "--", path]).ok()?;
    let (committed, said) = said.split_once('\n').unwrap_or((&said, ""));
    let committed = committed.trim().parse::<i64>().ok()?.saturating_mul(1_000);
    let edited = said.lines().find_map(|line| {
        let (at, of) = line.strip_prefix(WORD)?.trim_start().split_once(' ')?;
        at.parse::<i64>().ok().filter(|_| of == path)
    });
    Some(edited.map_or(committed, |edited| edited.min(committed.saturating_add(999))))
}
