//! The built-in decks as the program keeps them once it has read them, so that no test waits for that again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::UNIX_EPOCH;

/// Gives a data folder what a first start of this program leaves in its cache.
pub(crate) fn warm(data: &Path) {
    let cache = data.join("cache/notes");
    if cache.exists() {
        return;
    }
    fs::create_dir_all(&cache).unwrap();
    for file in fs::read_dir(kept()).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), cache.join(file.file_name())).unwrap();
    }
}

/// The cache of the program under test, made by itself.
fn kept() -> &'static Path {
    static KEPT: OnceLock<PathBuf> = OnceLock::new();
    KEPT.get_or_init(|| {
        let program = env!("CARGO_BIN_EXE_backprop");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let built = fs::metadata(program).unwrap().modified().unwrap();
        let kept = folder.join(format!("decks-{}", built.duration_since(UNIX_EPOCH).unwrap().as_nanos()));
        if kept.exists() {
            return kept;
        }
        for old in fs::read_dir(folder).unwrap().flatten() {
            if old.file_name().to_string_lossy().starts_with("decks-") {
                let _ = fs::remove_dir_all(old.path());
            }
        }
        let data = tempfile::tempdir_in(folder).unwrap();
        let mut first = Command::new(program);
        first.arg("next").env("BACKPROP_DATA_DIR", data.path()).stdin(Stdio::null()).stdout(Stdio::null());
        assert!(first.status().unwrap().success());
        // Another test may have been faster.
        let _ = fs::rename(data.path().join("cache/notes"), &kept);
        kept
    })
}
