//! Decks that one machine took out while another changed them: they stay, with all their notes.

use super::names::{self, DECKS, LIST, SharedKind};
use super::report::broken;
use super::tree::TreeFiles;
use super::under_way::Sync;
use crate::store::problem::Problem;
use crate::store::shelf::uniting::{LoneLine, lone};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// What of the lists stays although one side took it out.
#[derive(Default)]
pub(super) struct Returning {
    /// Its lines.
    pub(super) lines: HashSet<PathBuf>,
    /// Its notes, below `decks/`.
    copies: Vec<PathBuf>,
    /// Names of decks that were changed here.
    pub(super) stays: Vec<String>,
    /// Names of decks that were taken out here.
    pub(super) back: Vec<String>,
}

impl Returning {
    /// Whether a file belongs to what stays.
    pub(super) fn has(&self, path: &str) -> bool {
        self.copies.iter().any(|copy| is_of(copy, path))
    }
}

/// Whether a file is these notes, or stands in this folder of them.
fn is_of(copy: &Path, path: &str) -> bool {
    Path::new(path).strip_prefix(DECKS).is_ok_and(|inside| inside.starts_with(copy))
}

/// Looks for lines that one side took out and the other changed, or whose notes it changed. `head` is the last
/// commit here, `files` are those before, ours and theirs.
pub(super) fn look(
    sync: &mut Sync<'_>,
    head: Option<&str>,
    files: [&TreeFiles; 3],
) -> Result<Returning, Problem> {
    let mut found = Returning::default();
    let [before, ours, theirs] = files;
    let ids = files.map(|files| files.get(LIST));
    let (Some(our_list), Some(their_list)) = (ids[1], ids[2]) else { return Ok(found) };
    if our_list == their_list {
        return Ok(found);
    }
    let base = ids[0].map(|id| sync.content(id)).transpose()?;
    let (mine, other) = (sync.content(our_list)?, sync.content(their_list)?);
    let sides = [(true, &mine, &other, ours), (false, &other, &mine, theirs)];
    for (is_here, has, lacks, files) in sides {
        let is_changed = |line: &LoneLine| {
            let is_changed = |path: &String| {
                is_of(&line.copy, path)
                    && before.get(path) != files.get(path)
                    && matches!(names::kind(path), Ok(SharedKind::Notes))
            };
            line.is_changed || files.keys().any(is_changed)
        };
        for line in lone(base.as_deref(), has, lacks, true).into_iter().filter(is_changed) {
            found.lines.insert(line.source);
            found.copies.push(line.copy);
            if is_here { &mut found.stays } else { &mut found.back }.push(line.name);
        }
    }
    let arrived = arrived(sync, head, lone(base.as_deref(), &other, &mine, false))?;
    found.back.extend(arrived);
    Ok(found)
}

/// The names of decks that arrive now and that were here once.
fn arrived(sync: &Sync<'_>, head: Option<&str>, lines: Vec<LoneLine>) -> Result<Vec<String>, Problem> {
    let Some(head) = head else { return Ok(Vec::new()) };
    let mut names = Vec::new();
    for line in lines {
        let path = format!("{DECKS}/{}", line.copy.to_string_lossy().replace('\\', "/"));
        let was_here = sync.git().text(["log", "-1", "--format=%H", head, "--", &path]).map_err(broken)?;
        if !was_here.is_empty() {
            names.push(line.name);
        }
    }
    Ok(names)
}
