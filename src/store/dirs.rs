//! Where files live: data, settings and cache.

use super::problem::Problem;
use directories::ProjectDirs;
use std::path::{Path, PathBuf};

/// The variable that names one folder for everything, like `--data-dir`.
pub const DATA_DIR: &str = "BACKPROP_DATA_DIR";

/// The folders of one learner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dirs {
    /// Progress and imported decks.
    pub data: PathBuf,
    /// Settings.
    pub config: PathBuf,
    /// What can be deleted at any time.
    pub cache: PathBuf,
}

impl Dirs {
    /// Everything below `one_folder` or, without one, below the folder that [`DATA_DIR`] names; else
    /// where this system keeps such files.
    pub fn find(one_folder: Option<&Path>) -> Result<Dirs, Problem> {
        let from_environment = || std::env::var_os(DATA_DIR).filter(|dir| !dir.is_empty()).map(PathBuf::from);
        if let Some(dir) = one_folder.map(Path::to_path_buf).or_else(from_environment) {
            return Ok(Dirs::below(&dir));
        }
        let dirs = ProjectDirs::from("", "", "backprop").ok_or(Problem::NoHome)?;
        Ok(Dirs {
            data: dirs.data_dir().to_path_buf(),
            config: dirs.config_dir().to_path_buf(),
            cache: dirs.cache_dir().to_path_buf(),
        })
    }

    /// All three below one folder.
    pub fn below(dir: &Path) -> Dirs {
        Dirs { data: dir.to_path_buf(), config: dir.to_path_buf(), cache: dir.join("cache") }
    }

    /// Where answers may go that cannot be saved where they belong: another disk, if there is one.
    pub fn refuges() -> Vec<PathBuf> {
        let home = directories::UserDirs::new().map(|dirs| dirs.home_dir().to_path_buf());
        home.into_iter().chain([std::env::temp_dir()]).collect()
    }

    /// The review log.
    pub fn progress(&self) -> PathBuf {
        self.data.join("progress.json")
    }

    /// Whether nothing was ever written here: no log, no settings, no list of decks.
    pub fn is_untouched(&self) -> bool {
        let settings = self.config.join("config.toml");
        ![self.progress(), settings, self.data.join("decks.json")].iter().any(|file| file.exists())
    }

    /// The cached fold of the review log.
    pub fn fold_cache(&self) -> PathBuf {
        self.cache.join("fold.cache")
    }
}
