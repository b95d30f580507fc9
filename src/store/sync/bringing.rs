//! After a backup was brought back here: what the last commit had and the backup had not comes back, since other
//! machines still have it, and of what both have the later one stands. What gives way is kept.

use super::keeping;
use super::local::{self, OperationResult, SyncOperation};
use super::names::{LIST, LOG, SETTINGS};
use super::tree::{TreeFiles, TreeSnapshot};
use super::under_way::Sync;
use crate::store::problem::Problem;
use crate::store::restored::Restored;
use crate::store::shelf::uniting;
use std::collections::{HashMap, HashSet};
use std::fs;

/// Unites what was brought back with the last commit.
pub(super) fn unite(sync: &mut Sync<'_>, head: Option<&str>) -> Result<(), Problem> {
    let data = sync.data().to_path_buf();
    let Some(restored) = Restored::load(&data)? else { return Ok(()) };
    let Some(head) = head else { return Restored::forget(&data) };
    let here = local::folder(sync, &TreeFiles::new())?;
    let known = TreeSnapshot::of(sync, head)?.files;
    let mut planned: Vec<(&String, SyncOperation)> = Vec::new();
    let is_shared = |path: &&String| *path != LOG && *path != SETTINGS;
    for path in restored.files().filter(is_shared) {
        let Some(theirs) = known.get(path) else { continue };
        let theirs_bytes = sync.content(theirs)?;
        let Some(mine) = here.files.get(path) else {
            if restored.has_gone(path) {
                planned.push((path, SyncOperation::Write(theirs_bytes)));
            }
            continue;
        };
        if mine == theirs {
            continue;
        }
        let mine = sync.content(mine)?;
        if path == LIST {
            let united = uniting::unite(None, &theirs_bytes, &mine, &HashMap::new(), &HashSet::new());
            planned.extend(united.map(|united| (path, SyncOperation::Write(united))));
        } else if fs::read(data.join(path)).is_ok_and(|bytes| restored.is_as_put(path, &bytes)) {
            planned.push((path, SyncOperation::Write(theirs_bytes)));
        } else {
            // It was changed since: that stands, and theirs is kept.
            keeping::keep(sync, path, &theirs_bytes)?;
        }
    }
    for (path, operation) in &planned {
        let before = fs::read(data.join(path)).ok();
        match local::perform(sync, path, operation, here.files.get(*path))? {
            OperationResult::Changed if *path != LIST => {
                sync.report.files.push((*path).clone());
                if let Some(before) = before {
                    keeping::keep(sync, path, &before)?;
                }
            }
            OperationResult::Refused(why) => {
                sync.refuse(&[super::RefusedPath { path: (*path).clone(), why }]);
            }
            OperationResult::Changed | OperationResult::Same | OperationResult::Stale => (),
        }
    }
    Restored::forget(&data)
}
