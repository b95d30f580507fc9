//! Uniting two trees of files: what one side changed is taken, what both changed is united by what the
//! file is, and where that cannot be done both versions are kept, under two names.

use super::{Ours, Report, broken, cannot, record, tree_of, tree_of_folder};
use crate::day::At;
use crate::settings;
use crate::store::atomic;
use crate::store::git::{Git, GitProblem};
use crate::store::lines;
use crate::store::problem::Problem;
use crate::store::progress_file::ProgressFile;
use crate::store::shelf::{self, uniting};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Component, Path, PathBuf};

pub(super) const LOG: &str = "progress.json";
const LIST: &str = "decks/decks.json";
const DECKS: &str = "decks";

/// Files by path; each with the name of its content.
pub(super) type Tree = BTreeMap<String, String>;

/// What is to become of a path in the folder.
enum Deed {
    Write(Vec<u8>),
    Remove,
}

/// Takes over what their commit has and this folder has not, and commits the union. Gives `false` when
/// somebody changed a file here meanwhile, so that it has to be done again.
pub(super) fn unite(
    git: &Git,
    ours: &Ours,
    theirs: &str,
    now: At,
    report: &mut Report,
) -> Result<bool, Problem> {
    let base = match &ours.head {
        Some(head) if head == theirs => return Ok(true),
        Some(head) => git.text(["merge-base", head, theirs]).ok(),
        None => None,
    };
    if base.as_deref() == Some(theirs) {
        return Ok(true);
    }
    let their_tree = tree_of(git, theirs)?;
    let mut union = Union {
        git,
        base: base.as_deref().map_or(Ok(Tree::new()), |base| tree(git, base))?,
        ours: tree(git, &ours.tree)?,
        theirs: tree(git, &their_tree)?,
        sides: [ours.head.as_deref(), Some(theirs)],
        deeds: BTreeMap::new(),
        moved: HashMap::new(),
        both: Vec::new(),
    };
    union.plan()?;
    let Union { deeds, both, ours: known, base: before, theirs: their_files, .. } = union;
    for (path, deed) in &deeds {
        match perform(git, path, deed, known.get(path))? {
            Done::Changed => report.files.push(path.clone()),
            Done::Same => (),
            Done::Stale => return Ok(false),
        }
    }
    report.both.extend(both);
    if before.get(LOG) != their_files.get(LOG) {
        take_log(git, &their_files, now, report)?;
    }

    let theirs_is_next = ours.head.is_none() || base == ours.head;
    let united = tree_of_folder(git)?;
    if theirs_is_next && united == their_tree {
        git.bytes(["update-ref", "HEAD", theirs]).map_err(broken)?;
    } else {
        let mine = ours.head.as_deref().filter(|_| !theirs_is_next);
        let parents: Vec<&str> = mine.into_iter().chain([theirs]).collect();
        record(git, &united, &parents)?;
    }
    Ok(true)
}

/// Gives the log back what the last commit had, where it is missing or shorter now: a log only grows.
pub(super) fn restore_log(git: &Git, head: &str, now: At, report: &mut Report) -> Result<(), Problem> {
    let Ok(size) = git.text(["cat-file", "-s", &format!("{head}:{LOG}")]) else { return Ok(()) };
    let has = fs::metadata(git.folder().join(LOG)).map_or(0, |metadata| metadata.len());
    if size.parse().is_ok_and(|size: u64| has < size) {
        take_log(git, &tree(git, head)?, now, report)?;
    }
    Ok(())
}

/// Lets the log here have the events of theirs.
fn take_log(git: &Git, theirs: &Tree, now: At, report: &mut Report) -> Result<(), Problem> {
    let Some(blob) = theirs.get(LOG) else { return Ok(()) };
    let bytes = content(git, blob)?;
    let path = git.folder().join(LOG);
    if fs::read(&path).is_ok_and(|mine| mine == bytes) {
        return Ok(());
    }
    let folder = tempfile::tempdir().map_err(Problem::io("create a file in", &std::env::temp_dir()))?;
    let other = folder.path().join("progress.json of the remote");
    fs::write(&other, &bytes).map_err(Problem::io("write", &other))?;
    report.events += ProgressFile::unite(&path, &other, now, &mut report.notices)?.new;
    Ok(())
}

/// What came of a deed.
enum Done {
    Changed,
    /// It was so already.
    Same,
    /// The file is no longer what it was.
    Stale,
}

/// Writes or removes a file, unless it is no longer what it was.
fn perform(git: &Git, path: &str, deed: &Deed, known: Option<&String>) -> Result<Done, Problem> {
    let file = git.folder().join(path);
    let present = fs::read(&file).ok();
    let was = known.map(|blob| content(git, blob)).transpose()?;
    match deed {
        Deed::Write(bytes) if present.as_ref() == Some(bytes) => return Ok(Done::Same),
        Deed::Remove if present.is_none() => return Ok(Done::Same),
        _ if present != was => return Ok(Done::Stale),
        Deed::Remove => fs::remove_file(&file).map_err(Problem::io("remove", &file))?,
        Deed::Write(bytes) => {
            let folder = file.parent().unwrap_or(Path::new("."));
            atomic::make_dir(folder).map_err(Problem::io("create", folder))?;
            let inside = folder.canonicalize().is_ok_and(|folder| folder.starts_with(git.folder()));
            if !inside {
                return Err(unsafe_path(path));
            }
            atomic::replace(&file, |out| out.write_all(bytes)).map_err(Problem::io("write", &file))?;
        }
    }
    Ok(Done::Changed)
}

/// The union as it is planned.
struct Union<'a> {
    git: &'a Git,
    base: Tree,
    ours: Tree,
    theirs: Tree,
    /// The commits of both sides, for the time of a change.
    sides: [Option<&'a str>; 2],
    deeds: BTreeMap<String, Deed>,
    /// Copies below `decks/` that got another name, because the other side has another file there.
    moved: HashMap<PathBuf, PathBuf>,
    /// Which name stayed, and where the other version is.
    both: Vec<(String, String)>,
}

impl Union<'_> {
    fn plan(&mut self) -> Result<(), Problem> {
        let paths: BTreeSet<String> = self.ours.keys().chain(self.theirs.keys()).cloned().collect();
        for path in paths.iter().filter(|path| *path != LOG && *path != LIST) {
            self.plan_path(path)?;
        }
        // The list comes last: it has to know which copies got another name.
        self.plan_list()
    }

    fn plan_path(&mut self, path: &str) -> Result<(), Problem> {
        let (base, ours, theirs) = (self.base.get(path), self.ours.get(path), self.theirs.get(path));
        if ours == theirs || base == theirs {
            return Ok(());
        }
        let deed = match (base == ours, ours, theirs) {
            // Only they changed it.
            (true, _, None) => Deed::Remove,
            // What one side changed and the other removed stays.
            (false, _, None) => return Ok(()),
            (true, _, Some(theirs)) | (false, None, Some(theirs)) => Deed::Write(content(self.git, theirs)?),
            (false, Some(ours), Some(theirs)) => {
                let (ours, theirs) = (ours.clone(), theirs.clone());
                return self.plan_conflict(path, base.cloned(), &ours, &theirs);
            }
        };
        self.deeds.insert(path.to_owned(), deed);
        Ok(())
    }

    /// Both changed it: lines of text are united where they do not meet, else both versions stay.
    fn plan_conflict(
        &mut self,
        path: &str,
        base: Option<String>,
        ours: &str,
        theirs: &str,
    ) -> Result<(), Problem> {
        let (mine, other) = (content(self.git, ours)?, content(self.git, theirs)?);
        let base = match base {
            Some(base) => Some(content(self.git, &base)?),
            None => shelf::beginning_of(path),
        };
        if let Some(base) = base
            && let Some(united) = united_text(&base, &mine, &other)
            && is_sound(path, &united)
        {
            self.deeds.insert(path.to_owned(), Deed::Write(united));
            return Ok(());
        }
        let mine_stays = self.mine_is_newer(path, ours, theirs);
        let (stays, goes, name) = if mine_stays { (mine, other, theirs) } else { (other, mine, ours) };
        let aside = aside(path, name);
        self.deeds.insert(path.to_owned(), Deed::Write(stays));
        self.deeds.insert(aside.clone(), Deed::Write(goes));
        let in_decks = |path: &str| Path::new(path).strip_prefix(DECKS).map(Path::to_path_buf).ok();
        if let (Some(from), Some(to)) = (in_decks(path), in_decks(&aside)) {
            self.moved.insert(from, to);
        }
        self.both.push((path.to_owned(), aside));
        Ok(())
    }

    /// Which version keeps the name: the one changed later, whichever machine decides.
    fn mine_is_newer(&self, path: &str, ours: &str, theirs: &str) -> bool {
        let changed = |commit: Option<&str>| {
            let time = self.git.text(["log", "-1", "--format=%ct", commit?, "--", path]).ok()?;
            time.parse::<i64>().ok()
        };
        let [mine, other] = self.sides.map(changed);
        // One that was never committed comes from a machine that only joins now.
        (mine, ours) > (other, theirs)
    }

    fn plan_list(&mut self) -> Result<(), Problem> {
        let (base, ours, theirs) = (self.base.get(LIST), self.ours.get(LIST), self.theirs.get(LIST));
        let (Some(ours), Some(theirs)) = (ours, theirs) else { return self.plan_path(LIST) };
        let is_plain = ours == theirs || base == Some(ours) || base == Some(theirs);
        if is_plain && self.moved.is_empty() {
            return self.plan_path(LIST);
        }
        let base_bytes = base.map(|blob| content(self.git, blob)).transpose()?;
        let (mine, other) = (content(self.git, ours)?, content(self.git, theirs)?);
        let mine_first = self.mine_is_newer(LIST, ours, theirs);
        let (first, second) = if mine_first { (&mine, &other) } else { (&other, &mine) };
        match uniting::unite(base_bytes.as_deref(), first, second, &self.moved) {
            Some(united) => drop(self.deeds.insert(LIST.to_owned(), Deed::Write(united))),
            None => {
                let (base, ours, theirs) = (base.cloned(), ours.clone(), theirs.clone());
                self.plan_conflict(LIST, base, &ours, &theirs)?;
            }
        }
        Ok(())
    }
}

/// The lines of three texts united; `None` where changes meet, or it is no text.
fn united_text(base: &[u8], ours: &[u8], theirs: &[u8]) -> Option<Vec<u8>> {
    let text = |bytes| std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
    let united = lines::unite(text(base)?, text(ours)?, text(theirs)?);
    (!united.met).then(|| united.text.into_bytes())
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
    format!("{folder}{slash}{stem} (other version {}){ending}", &blob[..blob.len().min(8)])
}

/// The files of a commit or tree. Links and modules are refused: files written through them could end
/// up anywhere.
pub(super) fn tree(git: &Git, name: &str) -> Result<Tree, Problem> {
    let listed = git.bytes(["ls-tree", "-r", "-z", "--full-tree", name]).map_err(broken)?;
    let mut tree = Tree::new();
    for line in listed.split(|byte| *byte == 0).filter(|line| !line.is_empty()) {
        let line = std::str::from_utf8(line).map_err(|_| unsafe_path(&String::from_utf8_lossy(line)))?;
        let (about, path) = line.split_once('\t').ok_or_else(|| unsafe_path(line))?;
        let mut about = about.split(' ');
        let (mode, blob) = (about.next().unwrap_or_default(), about.nth(1).unwrap_or_default());
        if !mode.starts_with("100") || !is_safe(path) {
            return Err(unsafe_path(path));
        }
        tree.insert(path.to_owned(), blob.to_owned());
    }
    Ok(tree)
}

fn is_safe(path: &str) -> bool {
    let is_name = |part: Component<'_>| match part {
        Component::Normal(name) => {
            !name.to_string_lossy().trim_end_matches([' ', '.']).eq_ignore_ascii_case(".git")
        }
        _ => false,
    };
    !path.contains('\\') && Path::new(path).components().all(is_name)
}

fn unsafe_path(path: &str) -> Problem {
    let path = crate::markdown::clean(path).replace('\n', " ");
    let cause =
        GitProblem::Refused(format!("the repository has {path}, which is no plain file below its folder"));
    cannot("synchronise", "take it out of the repository")(cause)
}

fn content(git: &Git, blob: &str) -> Result<Vec<u8>, Problem> {
    git.bytes(["cat-file", "blob", blob]).map_err(broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_below_the_folder_are_written() {
        for path in ["decks/a b.md", "x", "decks/.gitignore", "池化.md"] {
            assert!(is_safe(path), "{path}");
        }
        for path in ["../x", "/etc/passwd", "a/../../x", ".git/hooks/x", "a/.GIT/config", ".git./x", "a\\b"] {
            assert!(!is_safe(path), "{path}");
        }
    }

    #[test]
    fn the_other_version_keeps_its_ending() {
        for (path, other) in [
            ("decks/a/n.v2.md", "decks/a/n.v2 (other version 1234abcd).md"),
            ("config.toml", "config (other version 1234abcd).toml"),
            ("README", "README (other version 1234abcd)"),
            (".gitignore", ".gitignore (other version 1234abcd)"),
        ] {
            assert_eq!(aside(path, "1234abcdef"), other);
        }
    }
}
