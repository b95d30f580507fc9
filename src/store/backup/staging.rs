//! Where a backup is unpacked: a folder of its own in the data folder, gone again unless it is kept.

use super::paths::STAGING;
use crate::store::atomic;
use crate::store::dirs::Dirs;
use crate::store::problem::Problem;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

/// A folder in which a backup is unpacked.
pub(super) struct Staging {
    folder: tempfile::TempDir,
}

impl Staging {
    pub(super) fn begin(dirs: &Dirs) -> Result<Staging, Problem> {
        atomic::make_dir(&dirs.data).map_err(Problem::io("create", &dirs.data))?;
        let folder = tempfile::Builder::new().prefix(STAGING).tempdir_in(&dirs.data);
        Ok(Staging { folder: folder.map_err(Problem::io("create a file in", &dirs.data))? })
    }

    /// Where a path of the archive is unpacked to.
    pub(super) fn place(&self, path: &str) -> PathBuf {
        self.folder.path().join("new").join(path)
    }

    /// A new file there.
    pub(super) fn create(target: &Path) -> Result<File, Problem> {
        let folder = target.parent().unwrap_or(Path::new("."));
        atomic::make_dir(folder).map_err(Problem::io("create", folder))?;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(target).map_err(Problem::io("create", target))
    }

    /// The folder itself.
    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The folder, which is not deleted any more.
    pub(super) fn keep(self) -> PathBuf {
        self.folder.keep()
    }
}
