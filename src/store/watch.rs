//! Watching notes for changes by other programs.
//!
//! The folders of the files are watched, not the files: editors replace a file by a new one. The system
//! tells; nothing is looked at while nothing changes.

use super::library;
use chrono::{DateTime, Utc};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// More folders are not watched: a system gives only so many watches.
const MOST_FOLDERS: usize = 512;

/// What a file looks like from outside: its length and when it was changed; none when it is not there.
type Outside = Option<(u64, Option<DateTime<Utc>>)>;

/// The files a desk was read from, and the folders around them.
pub struct Watch {
    watcher: RecommendedWatcher,
    folders: BTreeSet<PathBuf>,
    files: BTreeMap<PathBuf, Outside>,
    interest: Arc<Mutex<Interest>>,
}

/// What is followed, for the thread that hears of every change in the folders around it.
#[derive(Debug, Default)]
struct Interest {
    files: HashSet<PathBuf>,
    /// Folders that were named: notes may come to them.
    folders: Vec<PathBuf>,
}

impl Watch {
    /// A watch that calls `poke` from another thread when notes may have changed. `None` where the system
    /// cannot watch.
    pub fn new(poke: impl Fn() + Send + 'static) -> Option<Watch> {
        let interest = Arc::new(Mutex::new(Interest::default()));
        let followed = interest.clone();
        let tell = move |event: notify::Result<notify::Event>| {
            let is_news = |event| followed.lock().is_ok_and(|interest| interest.is_in(&event));
            // The system called, and a panic has no way through it: it would end the program.
            let _ = catch_unwind(AssertUnwindSafe(|| {
                if event.is_ok_and(is_news) {
                    poke();
                }
            }));
        };
        let watcher = notify::recommended_watcher(tell).ok()?;
        Some(Watch { watcher, folders: BTreeSet::new(), files: BTreeMap::new(), interest })
    }

    /// Watches these files and folders from now on; they have just been read.
    pub fn follow(&mut self, paths: &[PathBuf]) {
        self.files = files(paths);
        let around = self.files.keys().filter_map(|file| file.parent().map(Path::to_path_buf));
        let named: Vec<PathBuf> = paths.iter().filter(|path| path.is_dir()).cloned().collect();
        if let Ok(mut interest) = self.interest.lock() {
            *interest = Interest {
                files: self.files.keys().map(|file| absolute(file)).collect(),
                folders: named.iter().map(|folder| absolute(folder)).collect(),
            };
        }
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

impl Interest {
    /// Whether an event may be about notes: one of them was written, came or went, or something that may
    /// be notes did in a folder of notes.
    fn is_in(&self, event: &notify::Event) -> bool {
        let may_be = |path: &PathBuf| {
            let is_below = self.folders.iter().any(|folder| path.starts_with(folder));
            self.files.contains(path) || (is_below && library::may_be_notes(path))
        };
        !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(may_be)
    }
}

/// A path as events have it.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::sync::mpsc;
    use std::time::Duration;

    #[test]
    fn a_panic_where_it_is_told_ends_neither_the_program_nor_the_watch() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("a.md");
        fs::write(&file, "1. a?\nx\n").unwrap();
        let (sender, told) = mpsc::channel();
        let mut watch = Watch::new(move || {
            // Nobody listens at the end of the test.
            let _ = sender.send(());
            panic!("whoever is told may fail");
        })
        .unwrap();
        watch.follow(std::slice::from_ref(&file));
        for text in ["longer", "and longer still"] {
            while told.try_recv().is_ok() {}
            fs::write(&file, text).unwrap();
            told.recv_timeout(Duration::from_secs(10)).unwrap();
        }
    }

    #[test]
    fn only_a_change_of_the_notes_is_told() {
        let home = tempfile::tempdir().unwrap();
        let (file, folder) = (home.path().join("a.md"), home.path().join("more"));
        fs::create_dir(&folder).unwrap();
        fs::write(&file, "1. a?\nx\n").unwrap();
        let (sender, told) = mpsc::channel();
        let mut watch = Watch::new(move || sender.send(()).unwrap_or_default()).unwrap();
        let paths = [file.clone(), folder.clone()];
        watch.follow(&paths);
        assert_eq!(watch.changed(&paths), 0);
        fs::read(&file).unwrap();
        fs::write(home.path().join("b.md"), "1. b?\nx\n").unwrap();
        fs::write(folder.join("run.log"), "x").unwrap();
        assert!(
            told.recv_timeout(Duration::from_millis(100)).is_err(),
            "reading and other files are no change"
        );
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
