//! What was said to the learner and is not said again until it is something else: a file each in the cache.

use super::atomic;
use std::fs;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_64;

/// Something that is said once.
#[derive(Debug)]
pub struct SaidOnce {
    path: PathBuf,
}

impl SaidOnce {
    /// What was said of this subject.
    pub fn of(subject: &str, cache: &Path) -> SaidOnce {
        SaidOnce { path: cache.join("said").join(subject) }
    }

    /// Whether this is to be said: it is not what was said last. Where that cannot be written it is said again.
    pub fn is_news(&self, text: &str) -> bool {
        let mark = xxh3_64(text.as_bytes()).to_le_bytes();
        if fs::read(&self.path).is_ok_and(|said| said == mark) {
            return false;
        }
        if let Some(folder) = self.path.parent() {
            let _ = atomic::make_dir(folder);
        }
        let _ = atomic::replace_unsynced(&self.path, &mark);
        true
    }

    /// There is nothing to be said now: the same is news when it comes back.
    pub fn forget(&self) {
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_is_news_once_until_it_changes_or_goes() {
        let cache = tempfile::tempdir().unwrap();
        let said = || SaidOnce::of("drafts", cache.path());
        assert!(said().is_news("a") && !said().is_news("a"));
        assert!(said().is_news("b") && said().is_news("a"));
        said().forget();
        assert!(said().is_news("a") && SaidOnce::of("other", cache.path()).is_news("a"));
    }
}
