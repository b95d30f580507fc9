//! Watching notes for changes by other programs.
//!
//! The folders of the files are watched, not the files: editors replace a file by a new one. The system
//! tells; nothing is looked at while nothing changes.

use super::library;
use chrono::{DateTime, Utc};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// More folders are not watched: a system gives only so many watches.
const MOST_FOLDERS: usize = 512;

/// What a file looks like from outside: its length and when it was changed; none when it is not there.
type Outside = Option<(u64, Option<DateTime<Utc>>)>;

/// The files a desk was read from, and the folders around them.
pub struct Watch {
    watcher: RecommendedWatcher,
    folders: BTreeSet<PathBuf>,
    files: BTreeMap<PathBuf, Outside>,
}

impl Watch {
    /// A watch that calls `poke` from another thread when notes may have changed. `None` where the system
    /// cannot watch.
    pub fn new(poke: impl Fn() + Send + 'static) -> Option<Watch> {
        let tell = move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| is_news(&event)) {
                poke();
            }
        };
        let watcher = notify::recommended_watcher(tell).ok()?;
        Some(Watch { watcher, folders: BTreeSet::new(), files: BTreeMap::new() })
    }

    /// Watches these files and folders from now on; they have just been read.
    pub fn follow(&mut self, paths: &[PathBuf]) {
        self.files = files(paths);
        let around = self.files.keys().filter_map(|file| file.parent().map(Path::to_path_buf));
        let named = paths.iter().filter(|path| path.is_dir()).cloned();
        let folders: BTreeSet<PathBuf> = around
            .chain(named)
            .map(|folder| if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder })
            .take(MOST_FOLDERS)
            .collect();
        for gone in self.folders.difference(&folders) {
            // It may be gone from the disk as well.
            let _ = self.watcher.unwatch(gone);
        }
        let mut watched: BTreeSet<PathBuf> = self.folders.intersection(&folders).cloned().collect();
        for new in folders.difference(&self.folders) {
            if self.watcher.watch(new, RecursiveMode::NonRecursive).is_ok() {
                watched.insert(new.clone());
            }
        }
        self.folders = watched;
    }

    /// How many files differ from what they were when they were read.
    pub fn changed(&self, paths: &[PathBuf]) -> usize {
        let now = files(paths);
        let differs = |path: &&PathBuf| now.get(*path) != self.files.get(*path);
        now.keys()
            .chain(self.files.keys())
            .collect::<BTreeSet<_>>()
            .iter()
            .filter(|path| differs(path))
            .count()
    }
}

fn files(paths: &[PathBuf]) -> BTreeMap<PathBuf, Outside> {
    let (files, _) = library::list(paths);
    let named = paths.iter().filter(|path| !path.is_dir()).cloned();
    files.into_iter().chain(named).map(|file| (file.clone(), outside(&file))).collect()
}

fn outside(file: &Path) -> Outside {
    let metadata = std::fs::metadata(file).ok()?;
    Some((metadata.len(), metadata.modified().ok().map(DateTime::from)))
}

/// Whether an event may be about notes: something was written, came or went that is not a hidden file.
fn is_news(event: &notify::Event) -> bool {
    let is_hidden =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !matches!(event.kind, EventKind::Access(_)) && !event.paths.iter().all(is_hidden)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::sync::mpsc;
    use std::time::Duration;

    #[test]
    fn a_change_of_the_notes_is_told_and_reading_is_not() {
        let home = tempfile::tempdir().unwrap();
        let (file, folder) = (home.path().join("a.md"), home.path().join("more"));
        fs::create_dir(&folder).unwrap();
        fs::write(&file, "1. a?\nx\n").unwrap();
        let (sender, told) = mpsc::channel();
        let mut watch = Watch::new(move || sender.send(()).unwrap()).unwrap();
        let paths = [file.clone(), folder.clone()];
        watch.follow(&paths);
        assert_eq!(watch.changed(&paths), 0);
        fs::read(&file).unwrap();
        assert!(told.recv_timeout(Duration::from_millis(100)).is_err(), "reading is no change");
        // As editors do it: a new file takes the place of the old one.
        fs::write(home.path().join("b.tmp"), "1. a?\nlonger\n").unwrap();
        fs::rename(home.path().join("b.tmp"), &file).unwrap();
        told.recv_timeout(Duration::from_secs(10)).unwrap();
        assert_eq!(watch.changed(&paths), 1);
        watch.follow(&paths);
        assert_eq!(watch.changed(&paths), 0);
        fs::write(folder.join("new.md"), "1. b?\nx\n").unwrap();
        told.recv_timeout(Duration::from_secs(10)).unwrap();
        assert_eq!(watch.changed(&paths), 1);
        fs::remove_file(&file).unwrap();
        assert_eq!(watch.changed(&paths), 2);
    }
}
