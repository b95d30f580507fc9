//! The data folder as it is shared: which files go out, and the one way in which files are written.

use super::gate;
use super::names::{self, SharedKind};
use super::report::{RefusedPath, broken};
use super::tree::{TreeFiles, parts};
use super::under_way::Sync;
use crate::messages::{Message, SyncMessage};
use crate::store::atomic;
use crate::store::lock;
use crate::store::problem::Problem;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What this machine has.
#[derive(Debug, Clone, Default)]
pub(super) struct Folder {
    pub(super) files: TreeFiles,
    /// What is not shared, and why.
    pub(super) refused: Vec<RefusedPath>,
    refused_paths: HashSet<String>,
}

impl Folder {
    /// Whether a path, or a folder above it, cannot be shared from here.
    pub(super) fn has_refused(&self, path: &str) -> bool {
        parts(path).any(|part| self.refused_paths.contains(part))
    }
}

/// What is to become of a path in the folder.
pub(super) enum SyncOperation {
    Write(Vec<u8>),
    Remove,
}

/// What came of it.
pub(super) enum OperationResult {
    Changed,
    /// It was so already.
    Same,
    /// The file is no longer what it was.
    Stale,
    /// It cannot be done here, and why.
    Refused(Message),
}

/// Looks through the folder and stores what is shared. What cannot be shared from here is taken to be as
/// it is in `kept`: it was not taken out.
pub(super) fn folder(sync: &mut Sync<'_>, kept: &TreeFiles) -> Result<Folder, Problem> {
    let mut found = FoundFiles { data: sync.data().to_path_buf(), ..FoundFiles::default() };
    for path in [names::LOG, names::SETTINGS] {
        found.file(path, Path::new(path));
    }
    found.folder(names::DECKS)?;
    let FoundFiles { paths, mut refused, .. } = found;
    let mut files = store(sync, &paths)?;
    sync.own = files.keys().flat_map(|path| parts(path).map(str::to_owned)).collect();
    for path in [names::LIST, names::SETTINGS] {
        if !files.contains_key(path) {
            continue;
        }
        match fs::read(sync.data().join(path)) {
            Ok(bytes) => match gate::shared(path, &bytes) {
                // What is not shared of a file is not worth a word: it stays here.
                Ok((shared, _)) => drop(files.insert(path.to_owned(), sync.store(&shared)?)),
                Err(why) => {
                    files.remove(path);
                    refused.push(RefusedPath { path: path.to_owned(), why });
                }
            },
            Err(_) => drop(files.remove(path)),
        }
    }
    let refused_paths = refused.iter().map(|refused| refused.path.clone()).collect();
    let mut folder = Folder { files, refused, refused_paths };
    for (path, id) in kept {
        if !folder.files.contains_key(path) && folder.has_refused(path) {
            folder.files.insert(path.clone(), id.clone());
        }
    }
    Ok(folder)
}

/// Stores the contents of these files.
fn store(sync: &mut Sync<'_>, paths: &[String]) -> Result<TreeFiles, Problem> {
    // Nobody appends while git reads.
    let _still = lock::hold(&sync.data().join(names::LOG))?;
    let list: String = paths.iter().map(|path| format!("{path}\n")).collect();
    let arguments = ["hash-object", "-w", "--no-filters", "--stdin-paths"];
    let ids = sync.git().fed(sync.data(), arguments, list.as_bytes()).map_err(broken)?;
    let ids = String::from_utf8_lossy(&ids).into_owned();
    Ok(paths.iter().cloned().zip(ids.lines().map(str::to_owned)).collect())
}

/// What was found in the folder.
#[derive(Default)]
struct FoundFiles {
    data: PathBuf,
    paths: Vec<String>,
    refused: Vec<RefusedPath>,
    spelled: HashMap<String, String>,
}

impl FoundFiles {
    fn refuse(&mut self, path: &str, why: impl Into<Message>) {
        self.refused.push(RefusedPath { path: path.to_owned(), why: why.into() });
    }

    fn file(&mut self, path: &str, place: &Path) {
        let Ok(about) = fs::symlink_metadata(self.data.join(place)) else { return };
        let kind = names::kind(path);
        let known = self.spelled.entry(names::folded(path)).or_insert_with(|| path.to_owned());
        match kind {
            _ if about.is_symlink() => self.refuse(path, SyncMessage::ALink),
            _ if !about.is_file() => self.refuse(path, SyncMessage::NoPlainFile),
            Err(why) => self.refuse(path, why),
            Ok(_) if known != path => {
                let why = SyncMessage::SameFile { other: known.clone() };
                self.refuse(path, why);
            }
            Ok(kind) if about.len() > kind.most_bytes() => {
                self.refuse(path, SyncMessage::LargerThan { most: kind.most_bytes() >> 20 });
            }
            Ok(_) => self.paths.push(path.to_owned()),
        }
    }

    fn folder(&mut self, path: &str) -> Result<(), Problem> {
        let place = self.data.join(path);
        match fs::symlink_metadata(&place) {
            Ok(about) if about.is_symlink() => {
                self.refuse(path, SyncMessage::ALink);
                return Ok(());
            }
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(()),
            _ => (),
        }
        let entries = fs::read_dir(&place).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = entries.map_err(Problem::io("read", &place))?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                let path = format!("{path}/{}", name.to_string_lossy());
                self.refuse(&path, SyncMessage::NameNoText);
                continue;
            };
            // What is hidden or ours alone is nobody's note.
            if name.starts_with('.') || name.ends_with(".lock") {
                continue;
            }
            let inside = format!("{path}/{}", composed(name));
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                if names::kind(&inside).is_ok() {
                    self.refuse(&inside, "it is a folder");
                }
                match names::plain(&composed(name)) {
                    Ok(()) => self.folder(&inside)?,
                    Err(why) => self.refuse(&inside, why),
                }
            } else {
                self.file(&inside, Path::new(&inside));
            }
        }
        Ok(())
    }
}

/// A name as others write it: the file system of macOS takes letters apart.
fn composed(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    if cfg!(target_os = "macos") { name.nfc().collect() } else { name.to_owned() }
}

/// Writes or removes a file, unless it is no longer what it was.
pub(super) fn perform(
    sync: &mut Sync<'_>,
    path: &str,
    operation: &SyncOperation,
    known: Option<&String>,
) -> Result<OperationResult, Problem> {
    let place = sync.data().join(path);
    if let Some(why) = obstacle(sync.data(), path) {
        return Ok(OperationResult::Refused(why.into()));
    }
    let _still = match names::kind(path) {
        Ok(SharedKind::List) if place.parent().is_some_and(Path::is_dir) => Some(lock::hold(&place)?),
        _ => None,
    };
    let raw = match fs::read(&place) {
        Ok(bytes) => Some(bytes),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => None,
        Err(cause) => return Err(Problem::io("read", &place)(cause)),
    };
    let present =
        raw.as_deref().map(|raw| gate::shared(path, raw).map_or(raw.to_vec(), |(shared, _)| shared));
    let was = known.map(|id| sync.content(id)).transpose()?;
    match operation {
        SyncOperation::Write(bytes) if present.as_ref() == Some(bytes) => return Ok(OperationResult::Same),
        SyncOperation::Remove if present.is_none() => return Ok(OperationResult::Same),
        _ if present != was => return Ok(OperationResult::Stale),
        SyncOperation::Remove => remove(sync.data(), path, raw.as_deref())?,
        SyncOperation::Write(bytes) => {
            let folder = place.parent().unwrap_or(Path::new("."));
            atomic::make_dir(folder).map_err(Problem::io("create", folder))?;
            let bytes = gate::embedded(path, bytes, raw.as_deref());
            atomic::replace(&place, |out| out.write_all(&bytes)).map_err(Problem::io("write", &place))?;
        }
    }
    Ok(OperationResult::Changed)
}

/// Takes a file away, or what is shared of it.
fn remove(data: &Path, path: &str, raw: Option<&[u8]>) -> Result<(), Problem> {
    let place = data.join(path);
    let empty: &[u8] = match path {
        names::LIST => b"{\"backprop\":\"decks\",\"version\":1,\"sources\":[]}",
        _ => b"",
    };
    // What belongs to this machine stays in it.
    let rest = raw.map(|raw| gate::embedded(path, empty, Some(raw))).filter(|rest| rest != empty);
    match rest {
        Some(rest) if matches!(path, names::LIST | names::SETTINGS) => {
            atomic::replace(&place, |out| out.write_all(&rest)).map_err(Problem::io("write", &place))
        }
        _ => fs::remove_file(&place).map_err(Problem::io("remove", &place)),
    }
}

/// Why nothing can be written at a path: it, or a folder above it, is a link or something else.
fn obstacle(data: &Path, path: &str) -> Option<SyncMessage> {
    let above = path.match_indices('/').map(|(at, _)| &path[..at]);
    for folder in above {
        match fs::symlink_metadata(data.join(folder)) {
            Ok(about) if about.is_symlink() => {
                return Some(SyncMessage::LinkHere { folder: folder.to_owned() });
            }
            Ok(about) if !about.is_dir() => {
                return Some(SyncMessage::NoFolderHere { folder: folder.to_owned() });
            }
            _ => (),
        }
    }
    match fs::symlink_metadata(data.join(path)) {
        Ok(about) if about.is_symlink() => Some(SyncMessage::ALinkHere),
        Ok(about) if !about.is_file() => Some(SyncMessage::NoPlainFileHere),
        _ => None,
    }
}

/// What this machine has, with its last commit, if any.
pub(super) struct Ours {
    pub(super) head: Option<String>,
    pub(super) folder: Folder,
}
