//! Trees as they stand in the repository, looked through before anything of them is written: what is on
//! our list and plain comes in, everything else is named, ignored and left where it is.

use super::gate;
use super::names::{self, SharedKind};
use super::report::{RefusedPath, broken};
use super::under_way::Sync;
use crate::messages::{Message, SyncMessage};
use crate::store::git::{TreeLine, Trees};
use crate::store::problem::Problem;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Files by path; each with the name of its content, as machines share it.
pub(super) type TreeFiles = BTreeMap<String, String>;

/// More files than this are not taken, nor more bytes.
const MOST_FILES: usize = 100_000;
const MOST_BYTES: u64 = 4 << 30;
/// A folder with more lines than this is not looked through.
const MOST_LINES: usize = 100_000;
/// Nor one that has more bytes.
const LARGEST_FOLDER: u64 = 64 << 20;
/// So many folders are looked through.
const MOST_FOLDERS: usize = 20_000;

/// A tree that was looked through.
#[derive(Debug, Clone, Default)]
pub(super) struct TreeSnapshot {
    /// What comes in.
    pub(super) files: TreeFiles,
    /// What does not, and why.
    pub(super) refused: Vec<RefusedPath>,
    refused_paths: HashSet<String>,
    /// Contents that the gate changed, as they stand in the tree.
    raw: HashMap<&'static str, String>,
    /// The lines of each folder on our list, by its path.
    folders: HashMap<String, Vec<TreeLine>>,
    bytes: u64,
    /// Spellings by what they mean somewhere.
    spelled: HashMap<String, String>,
    /// Files and folders that its own list of decks names.
    listed: HashSet<String>,
}

/// What the version before put beside the shared files.
const KNOWN: [&str; 2] = [".gitattributes", ".gitignore"];

impl TreeSnapshot {
    /// Looks through the tree of a commit.
    pub(super) fn of(sync: &mut Sync<'_>, commit: &str) -> Result<TreeSnapshot, Problem> {
        let id = sync.git().text(["rev-parse", "--verify", &format!("{commit}^{{tree}}")]).map_err(broken)?;
        let mut snapshot = TreeSnapshot { listed: listed(sync, &id), ..TreeSnapshot::default() };
        snapshot.look(sync, "", &id)?;
        for path in [names::LIST, names::SETTINGS] {
            snapshot.pass(sync, path)?;
        }
        Ok(snapshot)
    }

    fn refuse(&mut self, path: &str, why: impl Into<Message>) {
        self.refused_paths.insert(path.to_owned());
        self.refused.push(RefusedPath { path: path.to_owned(), why: why.into() });
    }

    fn look(&mut self, sync: &mut Sync<'_>, folder: &str, id: &str) -> Result<(), Problem> {
        let Some(lines) = sync.objects.tree(id, LARGEST_FOLDER).map_err(broken)? else {
            self.refuse(folder, SyncMessage::NoList);
            return Ok(());
        };
        if lines.len() > MOST_LINES || self.folders.len() == MOST_FOLDERS {
            let why = SyncMessage::TooManyFiles { files: MOST_LINES, folders: MOST_FOLDERS };
            self.refuse(folder, why);
            return Ok(());
        }
        self.folders.insert(folder.to_owned(), lines.clone());
        let mut seen = BTreeSet::new();
        let inside = |line: &TreeLine| {
            let name = String::from_utf8_lossy(&line.name).into_owned();
            let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            (path, name)
        };
        // Of two spellings of one file, that of this machine counts, else that of the list.
        let mut in_order: Vec<&TreeLine> = lines.iter().collect();
        in_order.sort_by_cached_key(|line| {
            let (path, _) = inside(line);
            (!sync.own.contains(&path), !self.listed.contains(&path))
        });
        for line in in_order {
            let (path, name) = inside(line);
            if !seen.insert(&line.name) {
                self.refuse(&path, SyncMessage::NameTwice);
            } else if std::str::from_utf8(&line.name).is_err() {
                self.refuse(&path, SyncMessage::NameNoText);
            } else if let Err(why) = self.take(sync, &path, &name, line)? {
                self.refuse(&path, why);
            }
        }
        Ok(())
    }

    /// Takes a line in, or gives why not.
    fn take(
        &mut self,
        sync: &mut Sync<'_>,
        path: &str,
        name: &str,
        line: &TreeLine,
    ) -> Result<Result<(), SyncMessage>, Problem> {
        let is_top = !path.contains('/');
        match line.mode.trim_start_matches('0') {
            "40000" if is_top && path != names::DECKS => {
                return Ok(Err(SyncMessage::Unlisted));
            }
            "40000" => {
                if !is_top && let Err(why) = names::plain(name) {
                    return Ok(Err(why));
                }
                if let Err(why) = self.spell(path) {
                    return Ok(Err(why));
                }
                if path.split('/').count() > names::DEEPEST {
                    return Ok(Err(SyncMessage::TooDeep));
                }
                return self.look(sync, path, &line.id).map(Ok);
            }
            "120000" => return Ok(Err(SyncMessage::ALink)),
            "160000" => return Ok(Err(SyncMessage::OtherRepository)),
            "100644" | "100664" | "100755" => (),
            mode => return Ok(Err(SyncMessage::NoPlainFileMode { mode: mode.to_owned() })),
        }
        if KNOWN.contains(&path) && gate::is_of_version_before(sync, path, &line.id) {
            return Ok(Ok(()));
        }
        let kind = match names::kind(path) {
            Ok(kind) => kind,
            Err(why) => return Ok(Err(why)),
        };
        if let Err(why) = self.spell(path) {
            return Ok(Err(why));
        }
        let size = match sync.objects.look(&line.id).map_err(broken)? {
            Some((found, size)) if found == "blob" => size,
            _ => return Ok(Err(SyncMessage::ContentMissing)),
        };
        if size > kind.most_bytes() {
            let most = kind.most_bytes() >> 20;
            return Ok(Err(SyncMessage::TooManyBytes { size, most }));
        }
        if self.files.len() == MOST_FILES || self.bytes + size > MOST_BYTES {
            return Ok(Err(SyncMessage::TooMuch { files: MOST_FILES, gigabytes: MOST_BYTES >> 30 }));
        }
        self.bytes += size;
        self.files.insert(path.to_owned(), line.id.clone());
        if line.mode.ends_with("755") && kind != SharedKind::Log && !sync.own.contains(path) {
            sync.remark(path, SyncMessage::NoProgram);
        }
        Ok(Ok(()))
    }

    /// Remembers how a path is spelled; one that means the same elsewhere is refused.
    fn spell(&mut self, path: &str) -> Result<(), SyncMessage> {
        let known = self.spelled.entry(names::folded(path)).or_insert_with(|| path.to_owned());
        if known == path { Ok(()) } else { Err(SyncMessage::SameFile { other: known.clone() }) }
    }

    /// Lets the content of a path through the gate.
    fn pass(&mut self, sync: &mut Sync<'_>, path: &'static str) -> Result<(), Problem> {
        let Some(raw) = self.files.get(path).cloned() else { return Ok(()) };
        let bytes = sync.content(&raw)?;
        match gate::shared(path, &bytes) {
            Ok((shared, refused)) => {
                self.refused.extend(refused);
                let id = if shared == bytes { raw.clone() } else { sync.store(&shared)? };
                self.files.insert(path.to_owned(), id);
                self.raw.insert(path, raw);
            }
            Err(why) => {
                self.files.remove(path);
                self.refuse(path, why);
            }
        }
        Ok(())
    }

    /// Whether a path, or a folder above it, was refused: then nobody has taken it out.
    pub(super) fn has_refused(&self, path: &str) -> bool {
        parts(path).any(|part| self.refused_paths.contains(part))
    }

    /// Refuses what is spelled like another file here that stays.
    pub(super) fn refuse_doubles(&mut self, ours: &TreeFiles, base: &TreeFiles) {
        let stays = |path: &&String| self.files.contains_key(*path) || base.get(*path) != ours.get(*path);
        let mut spelled = HashMap::new();
        for path in ours.keys().filter(stays) {
            for part in parts(path) {
                spelled.insert(names::folded(part), part.to_owned());
            }
        }
        let double = |path: &String| {
            let other =
                parts(path).find_map(|part| spelled.get(&names::folded(part)).filter(|known| *known != part));
            other.filter(|_| !ours.contains_key(path)).map(|other| (path.clone(), other.clone()))
        };
        let doubles: Vec<(String, String)> = self.files.keys().filter_map(double).collect();
        for (path, other) in doubles {
            self.files.remove(&path);
            self.refuse(&path, SyncMessage::SameFileHere { other });
        }
    }
}

/// The copies that the list of decks of a tree names, and the folders above them.
fn listed(sync: &mut Sync<'_>, root: &str) -> HashSet<String> {
    let mut id = root.to_owned();
    for name in names::LIST.split('/') {
        let lines = sync.objects.tree(&id, LARGEST_FOLDER).ok().flatten().unwrap_or_default();
        let Some(line) = lines.into_iter().find(|line| line.name == name.as_bytes()) else {
            return HashSet::new();
        };
        id = line.id;
    }
    let is_bounded =
        matches!(sync.objects.look(&id), Ok(Some((_, size))) if size <= SharedKind::List.most_bytes());
    let bytes = if is_bounded { sync.objects.read(&id, "blob").unwrap_or_default() } else { Vec::new() };
    let paths = gate::copies(&bytes).into_iter().map(|copy| format!("{}/{copy}", names::DECKS));
    paths.flat_map(|path| parts(&path).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// A path and the folders above it.
pub(super) fn parts(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at]).chain([path])
}

/// Folders of a tree to be written.
#[derive(Default)]
struct TreeFolder<'a> {
    files: BTreeMap<&'a str, String>,
    folders: BTreeMap<&'a str, TreeFolder<'a>>,
}

/// Writes a tree of these files, with everything that an old tree has and that is not ours; gives its name.
pub(super) fn write(
    sync: &mut Sync<'_>,
    files: &TreeFiles,
    old: Option<&TreeSnapshot>,
) -> Result<String, Problem> {
    let empty = TreeSnapshot::default();
    let old = old.unwrap_or(&empty);
    let mut root = TreeFolder::default();
    for (path, id) in files {
        let id = outgoing(sync, path, id, old)?;
        let (mut folder, mut rest) = (&mut root, path.as_str());
        while let Some((first, inside)) = rest.split_once('/') {
            folder = folder.folders.entry(first).or_default();
            rest = inside;
        }
        folder.files.insert(rest, id);
    }
    let mut trees = Trees::new(sync.git()).map_err(broken)?;
    let written = write_folder(sync, &mut trees, &root, old, "")?;
    match written {
        Some(id) => Ok(id),
        None => trees.write(&[]).map_err(broken),
    }
}

/// What a file is in the tree: what the gate took out of it there stays there.
fn outgoing(sync: &mut Sync<'_>, path: &str, id: &str, old: &TreeSnapshot) -> Result<String, Problem> {
    let Some(raw) = old.raw.get(path) else { return Ok(id.to_owned()) };
    if old.files.get(path).is_some_and(|known| known == id) {
        return Ok(raw.clone());
    }
    let (shared, raw) = (sync.content(id)?, sync.content(raw)?);
    sync.store(&gate::embedded(path, &shared, Some(&raw)))
}

fn write_folder(
    sync: &mut Sync<'_>,
    trees: &mut Trees,
    folder: &TreeFolder<'_>,
    old: &TreeSnapshot,
    path: &str,
) -> Result<Option<String>, Problem> {
    let known = old.folders.get(path).map_or(&[][..], Vec::as_slice);
    let mut lines: Vec<TreeLine> = Vec::new();
    let mut seen = HashSet::new();
    for line in known {
        let name = String::from_utf8_lossy(&line.name).into_owned();
        let inside = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
        let is_ours = folder.files.contains_key(name.as_str()) || folder.folders.contains_key(name.as_str());
        let was_taken = old.files.contains_key(&inside);
        let is_double = !seen.insert(&line.name);
        if is_ours || was_taken || is_double || line.name.is_empty() || line.name.contains(&b'/') {
            continue;
        }
        if line.mode.trim_start_matches('0') == "40000" && old.folders.contains_key(&inside) {
            // What is not ours in a folder that has nothing of ours any more.
            let id = write_folder(sync, trees, &TreeFolder::default(), old, &inside)?;
            lines.extend(id.map(|id| TreeLine { id, ..line.clone() }));
        } else if is_whole(sync, line)? {
            lines.push(line.clone());
        }
    }
    for (name, inside) in &folder.folders {
        let below = if path.is_empty() { (*name).to_owned() } else { format!("{path}/{name}") };
        if let Some(id) = write_folder(sync, trees, inside, old, &below)? {
            lines.push(TreeLine { mode: "40000".to_owned(), name: name.as_bytes().to_vec(), id });
        }
    }
    for (name, id) in &folder.files {
        lines.push(TreeLine { mode: "100644".to_owned(), name: name.as_bytes().to_vec(), id: id.clone() });
    }
    if lines.is_empty() {
        return Ok(None);
    }
    trees.write(&lines).map(Some).map_err(broken)
}

/// Whether a line means what its mode says; git writes no other.
fn is_whole(sync: &mut Sync<'_>, line: &TreeLine) -> Result<bool, Problem> {
    let wanted = match line.mode.trim_start_matches('0') {
        "160000" => return Ok(true),
        "40000" => "tree",
        _ => "blob",
    };
    Ok(sync.objects.look(&line.id).map_err(broken)?.is_some_and(|(kind, _)| kind == wanted))
}
