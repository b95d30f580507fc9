//! Uniting two trees of files: what one side changed is taken, what both changed is united by what the
//! file is, and where that cannot be done both versions are kept, under two names. Notes that were moved are the
//! same notes at another path.

use super::following::{self, MovedNotes};
use super::keeping;
use super::local::{self, OperationResult, Ours, SyncOperation};
use super::names::{self, DECKS, LIST, LOG, SharedKind};
use super::report::{PutAside, broken};
use super::repository::record;
use super::returning::{self, Returning};
use super::times::{self, EditTimes};
use super::tree::{self, TreeFiles, TreeSnapshot};
use super::under_way::Sync;
use crate::messages::Message;
use crate::messages::SyncMessage;
use crate::progress::text::NotOurs;
use crate::settings;
use crate::store::lines;
use crate::store::problem::Problem;
use crate::store::progress_file::ProgressFile;
use crate::store::shelf::{self, uniting};
use crate::store::united;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Takes over what their commit has and this folder has not, and commits the union. Gives `false` when
/// somebody changed a file here meanwhile, so that it has to be done again.
pub(super) fn unite(sync: &mut Sync<'_>, ours: &Ours, theirs: &str) -> Result<bool, Problem> {
    let base = match &ours.head {
        Some(head) if head == theirs => return Ok(true),
        Some(head) => sync.git().text(["merge-base", head, theirs]).ok(),
        None => None,
    };
    if base.as_deref() == Some(theirs) {
        return Ok(true);
    }
    let before = base.as_deref().map_or(Ok(TreeSnapshot::default()), |base| TreeSnapshot::of(sync, base))?;
    let mut their = TreeSnapshot::of(sync, theirs)?;
    their.refuse_doubles(&ours.folder.files, &before.files);
    let mut union = Union {
        sync,
        base: before.files,
        ours,
        theirs: &their,
        sides: [ours.head.as_deref(), Some(theirs)],
        operations: BTreeMap::new(),
        moved: HashMap::new(),
        both: Vec::new(),
        times: EditTimes::new(),
        begun_as: HashMap::new(),
        returning: Returning::default(),
    };
    union.plan()?;
    let Union { operations, both, times, returning, base: before, .. } = union;
    sync.refuse(&their.refused);
    let Some(left) = perform(sync, &operations, ours)? else { return Ok(false) };
    sync.report.both.extend(both);
    sync.report.stays.extend(returning.stays);
    sync.report.back.extend(returning.back);
    if before.get(LOG) != their.files.get(LOG) {
        take_log(sync, &their.files)?;
    }

    let theirs_is_next = ours.head.is_none() || base == ours.head;
    let mut united = local::folder(sync, &their.files)?.files;
    for path in left {
        // What could not be written here was not taken out here.
        if let Some(id) = their.files.get(&path) {
            united.entry(path).or_insert_with(|| id.clone());
        }
    }
    if theirs_is_next && united == their.files {
        sync.git().bytes(["update-ref", "HEAD", theirs]).map_err(broken)?;
    } else {
        let written = tree::write(sync, &united, Some(&their))?;
        let mine = ours.head.as_deref().filter(|_| !theirs_is_next);
        let parents: Vec<&str> = mine.into_iter().chain([theirs]).collect();
        record(sync.git(), &written, &parents, &times::message(&times))?;
    }
    Ok(true)
}

/// Does what was planned: first what goes, since a name may come back in another case. Gives the paths at
/// which nothing could be done, or nothing when a file is no longer what it was.
fn perform(
    sync: &mut Sync<'_>,
    operations: &BTreeMap<String, SyncOperation>,
    ours: &Ours,
) -> Result<Option<Vec<String>>, Problem> {
    let mut left = Vec::new();
    for is_removal in [true, false] {
        for (path, operation) in operations {
            if matches!(operation, SyncOperation::Remove) != is_removal {
                continue;
            }
            let before = fs::read(sync.data().join(path)).ok();
            match local::perform(sync, path, operation, ours.folder.files.get(path))? {
                OperationResult::Changed => took_in(sync, path, operation, before.as_deref())?,
                OperationResult::Same => (),
                OperationResult::Stale => return Ok(None),
                OperationResult::Refused(why) => {
                    sync.refuse(&[super::RefusedPath { path: path.clone(), why }]);
                    left.push(path.clone());
                }
            }
        }
    }
    Ok(Some(left))
}

/// Tells of a file that came or went; notes that went, or lost cards, are kept as they were.
fn took_in(
    sync: &mut Sync<'_>,
    path: &str,
    operation: &SyncOperation,
    before: Option<&[u8]>,
) -> Result<(), Problem> {
    let gives_way = match operation {
        SyncOperation::Remove => {
            sync.report.removed.push(path.to_owned());
            true
        }
        SyncOperation::Write(bytes) => {
            sync.report.files.push(path.to_owned());
            before.is_some_and(|before| keeping::loses_cards(path, before, bytes))
        }
    };
    before.filter(|_| gives_way).map_or(Ok(()), |before| keeping::keep(sync, path, before))
}

/// Gives the log back what the last commit had, where it is missing or shorter now: a log only grows.
pub(super) fn restore_log(sync: &mut Sync<'_>, head: &str) -> Result<(), Problem> {
    let known = sync.git().text(["rev-parse", "--verify", "--quiet", &format!("{head}:{LOG}")]);
    let Ok(id) = known else { return Ok(()) };
    let has = fs::symlink_metadata(sync.data().join(LOG)).map_or(0, |metadata| metadata.len());
    match sync.objects.look(&id).map_err(broken)? {
        Some((kind, size)) if kind == "blob" && has < size => {
            let bytes = sync.content(&id)?;
            take_bytes(sync, &bytes)
        }
        _ => Ok(()),
    }
}

/// Lets the log here have the events of theirs.
fn take_log(sync: &mut Sync<'_>, theirs: &TreeFiles) -> Result<(), Problem> {
    let Some(id) = theirs.get(LOG) else { return Ok(()) };
    let bytes = sync.content(id)?;
    take_bytes(sync, &bytes)
}

/// Lets the log here have the events of another.
fn take_bytes(sync: &mut Sync<'_>, bytes: &[u8]) -> Result<(), Problem> {
    let path = sync.data().join(LOG);
    if fs::read(&path).is_ok_and(|mine| mine == bytes) {
        return Ok(());
    }
    let folder = tempfile::tempdir().map_err(Problem::io("create a file in", &std::env::temp_dir()))?;
    let other = folder.path().join("progress.json of the remote");
    fs::write(&other, bytes).map_err(Problem::io("write", &other))?;
    match ProgressFile::unite(&path, &other, sync.now, &mut sync.report.notices) {
        Ok(taken) => sync.report.events += taken.new,
        // It is nobody's log; ours takes its place, and the history keeps it.
        Err(Problem::NotOurs { path: wrong, line, cause: NotOurs::NoHeader }) if wrong == other => {
            let why =
                SyncMessage::NothingTaken { line, cause: Message::from(&NotOurs::NoHeader).into() }.into();
            sync.refuse(&[super::RefusedPath { path: LOG.to_owned(), why }]);
        }
        Err(problem) => return Err(problem),
    }
    Ok(())
}

/// The union as it is planned.
struct Union<'a, 'b> {
    sync: &'a mut Sync<'b>,
    base: TreeFiles,
    ours: &'a Ours,
    theirs: &'a TreeSnapshot,
    /// The commits of both sides, for the time of a change.
    sides: [Option<&'a str>; 2],
    operations: BTreeMap<String, SyncOperation>,
    /// Copies below `decks/` that got another name, because the other side has another file there.
    moved: HashMap<PathBuf, PathBuf>,
    /// Which name stayed, where the other version is, and whose that is.
    both: Vec<(String, String, PutAside)>,
    /// When what both changed was edited last.
    times: EditTimes,
    /// Paths that both sides moved notes to, with what those were before.
    begun_as: HashMap<String, String>,
    /// Lines that one side took out while the other changed their notes.
    returning: Returning,
}

impl Union<'_, '_> {
    fn plan(&mut self) -> Result<(), Problem> {
        let files = [&self.base, &self.ours.folder.files, &self.theirs.files];
        self.returning = returning::look(self.sync, self.ours.head.as_deref(), files)?;
        let paths: BTreeSet<String> =
            self.ours.folder.files.keys().chain(self.theirs.files.keys()).cloned().collect();
        let mut done = HashSet::new();
        for moved in following::moved(self.sync, files)? {
            done.extend(self.plan_moved(moved)?);
        }
        let is_left = |path: &&String| *path != LOG && *path != LIST && !done.contains(*path);
        for path in paths.iter().filter(is_left) {
            self.plan_path(path)?;
        }
        // The list comes last: it has to know which copies got another name.
        self.plan_list()
    }

    /// The content of a path before, here and there.
    fn sides_of(&self, path: &str) -> [Option<String>; 3] {
        [&self.base, &self.ours.folder.files, &self.theirs.files].map(|files| files.get(path).cloned())
    }

    fn plan_path(&mut self, path: &str) -> Result<(), Problem> {
        let [base, ours, theirs] = self.sides_of(path);
        // What was refused was not taken out, and what cannot be read here is not written over.
        let is_refused = theirs.is_none() && self.theirs.has_refused(path);
        let comes_back = ours.is_none() && self.returning.has(path);
        if ours == theirs
            || (base == theirs && !comes_back)
            || is_refused
            || self.ours.folder.has_refused(path)
        {
            return Ok(());
        }
        let is_new = ours.is_none();
        let operation = match (base == ours, ours, theirs) {
            // It is of a deck that stays.
            (_, _, None) if self.returning.has(path) => return Ok(()),
            // Only they changed it.
            (true, _, None) => SyncOperation::Remove,
            // What one side changed and the other removed stays.
            (false, _, None) => return Ok(()),
            (true, _, Some(theirs)) | (false, None, Some(theirs)) => {
                // Another machine united two versions, and put that of this one aside.
                let stayed = beside(path).filter(|_| is_new);
                let is_ours = |stayed: &String| self.ours.folder.files.get(stayed) == Some(&theirs);
                self.both
                    .extend(stayed.filter(is_ours).map(|stayed| (stayed, path.to_owned(), PutAside::Ours)));
                SyncOperation::Write(self.sync.content(&theirs)?)
            }
            (false, Some(ours), Some(theirs)) => {
                let base = base.or_else(|| self.begun_as.get(path).cloned());
                return self.plan_conflict(path, base, [(path, &ours), (path, &theirs)]);
            }
        };
        self.operations.insert(path.to_owned(), operation);
        Ok(())
    }

    /// Notes that one side moved and the other changed, or moved elsewhere: they stand where they were moved to, with
    /// the changes of both. Gives the paths that nothing else is to be done about.
    fn plan_moved(&mut self, moved: MovedNotes) -> Result<Vec<String>, Problem> {
        let MovedNotes { before, base, ours, theirs } = moved;
        let paths = [&before, &ours.0, &theirs.0];
        if paths.iter().any(|path| self.returning.has(path) || self.ours.folder.has_refused(path)) {
            return Ok(Vec::new());
        }
        if ours.0 == theirs.0 {
            self.begun_as.insert(ours.0, base);
            return Ok(Vec::new());
        }
        let sides = [(&*ours.0, &*ours.1), (&*theirs.0, &*theirs.1)];
        let stays = if ours.0 == before {
            theirs.0.clone()
        } else if theirs.0 == before || self.mine_is_newer(&ours.0, sides[0], sides[1]).0 {
            ours.0.clone()
        } else {
            theirs.0.clone()
        };
        self.plan_conflict(&stays, Some(base), sides)?;
        if stays != ours.0 {
            self.operations.insert(ours.0.clone(), SyncOperation::Remove);
        }
        let (path, before) = (stays, before);
        self.sync.report.said.push(SyncMessage::FollowsMove { path, before: before.clone() }.into());
        Ok(vec![before, ours.0, theirs.0])
    }

    /// Both changed it: lines of text are united; where they meet, those of the later version count, and the other one
    /// stays beside it.
    fn plan_conflict(
        &mut self,
        path: &str,
        base: Option<String>,
        [ours, theirs]: [(&str, &str); 2],
    ) -> Result<(), Problem> {
        let (mine, other) = (self.sync.content(ours.1)?, self.sync.content(theirs.1)?);
        let base = match base {
            Some(base) => Some(self.sync.content(&base)?),
            None => shelf::beginning_of(path),
        };
        let (mine_stays, why) = self.mine_is_newer(path, ours, theirs);
        let (stays, goes, name) = if mine_stays { (mine, other, theirs.1) } else { (other, mine, ours.1) };
        let united = base.and_then(|base| united_text(path, &base, &stays, &goes));
        let united = united.filter(|united| is_sound(path, united.text.as_bytes()));
        // What the version that goes adds elsewhere stays: only where lines meet those of the other count.
        let (met, stays) = united.map_or((true, stays), |united| (united.met, united.text.into_bytes()));
        if !met {
            self.operations.insert(path.to_owned(), SyncOperation::Write(stays));
            return Ok(());
        }
        let aside = aside(path, name);
        self.operations.insert(path.to_owned(), SyncOperation::Write(stays));
        self.operations.insert(aside.clone(), SyncOperation::Write(goes));
        let in_decks = |path: &str| Path::new(path).strip_prefix(DECKS).map(Path::to_path_buf).ok();
        if let (Some(from), Some(to)) = (in_decks(path), in_decks(&aside)) {
            self.moved.insert(from, to);
        }
        self.both.push((path.to_owned(), aside, why));
        Ok(())
    }

    /// Whether the version here keeps the name: the one edited later does, whichever machine decides. Whose goes.
    fn mine_is_newer(&mut self, path: &str, ours: (&str, &str), theirs: (&str, &str)) -> (bool, PutAside) {
        let at = |side: usize, path: &str| times::of(self.sync, self.sides[side]?, path);
        let (mine, other) = (at(0, ours.0), at(1, theirs.0));
        self.times.extend(mine.max(other).map(|at| (path.to_owned(), at)));
        // One that was never committed comes from a machine that only joins now.
        match ((mine, ours.1) > (other, theirs.1), mine) {
            (true, _) => (true, PutAside::Theirs),
            (false, Some(_)) => (false, PutAside::Ours),
            (false, None) => (false, PutAside::Joined),
        }
    }

    fn plan_list(&mut self) -> Result<(), Problem> {
        if self.ours.folder.has_refused(LIST) {
            return Ok(());
        }
        let [base, ours, theirs] = self.sides_of(LIST);
        let (Some(ours), Some(theirs)) = (ours, theirs) else { return self.plan_path(LIST) };
        let is_plain = ours == theirs || base.as_ref() == Some(&ours) || base.as_ref() == Some(&theirs);
        if is_plain && self.moved.is_empty() && self.returning.lines.is_empty() {
            return self.plan_path(LIST);
        }
        let base_bytes = base.as_deref().map(|id| self.sync.content(id)).transpose()?;
        let (mine, other) = (self.sync.content(&ours)?, self.sync.content(&theirs)?);
        let (mine_first, _) = self.mine_is_newer(LIST, (LIST, &ours), (LIST, &theirs));
        let (first, second) = if mine_first { (&mine, &other) } else { (&other, &mine) };
        match uniting::unite(base_bytes.as_deref(), first, second, &self.moved, &self.returning.lines) {
            Some(united) => drop(self.operations.insert(LIST.to_owned(), SyncOperation::Write(united))),
            None => {
                self.plan_conflict(LIST, base, [(LIST, &ours), (LIST, &theirs)])?;
            }
        }
        Ok(())
    }
}

/// The lines of three texts united, and the cards of notes; `None` where it is no text.
fn united_text(path: &str, base: &[u8], stays: &[u8], goes: &[u8]) -> Option<lines::United> {
    let text = |bytes| std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
    let (base, stays, goes) = (text(base)?, text(stays)?, text(goes)?);
    Some(match names::kind(path) {
        Ok(SharedKind::Notes) => united::unite(base, stays, goes, None),
        _ => lines::unite(base, stays, goes),
    })
}

/// Whether a text put together by lines is still what its name says.
fn is_sound(path: &str, text: &[u8]) -> bool {
    match Path::new(path).extension().and_then(|ending| ending.to_str()) {
        Some("json") => serde_json::from_slice::<serde_json::Value>(text).is_ok(),
        Some("toml") => std::str::from_utf8(text).is_ok_and(settings::is_toml),
        _ => true,
    }
}

/// The name of the version that does not stay.
fn aside(path: &str, blob: &str) -> String {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => (stem, format!(".{ending}")),
        _ => (name, String::new()),
    };
    let slash = if folder.is_empty() { "" } else { "/" };
    // A name may have 255 bytes.
    let most = 220usize.saturating_sub(ending.len());
    let stem = &stem[..(0..=stem.len().min(most)).rev().find(|at| stem.is_char_boundary(*at)).unwrap_or(0)];
    format!("{folder}{slash}{stem} (other version {}){ending}", &blob[..blob.len().min(8)])
}

/// The path beside which a version was put; `None` where this is no such version.
fn beside(path: &str) -> Option<String> {
    let (before, rest) = path.rsplit_once(" (other version ")?;
    let (_, ending) = rest.split_once(')')?;
    Some(format!("{before}{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_version_keeps_its_ending() {
        for (path, other) in [
            ("decks/a/n.v2.md", "decks/a/n.v2 (other version 1234abcd).md"),
            ("config.toml", "config (other version 1234abcd).toml"),
            ("README", "README (other version 1234abcd)"),
            (".gitignore", ".gitignore (other version 1234abcd)"),
        ] {
            assert_eq!(aside(path, "1234abcdef"), other);
            assert_eq!(beside(other).as_deref(), Some(path));
        }
    }
}
