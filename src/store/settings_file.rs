//! The settings file: `config.toml` in the settings folder. A file that is not there means the
//! defaults; it is written when something is changed.

use super::atomic;
use super::bounded;
use super::problem::Problem;
use crate::settings::{self, Row, Settings, Trouble};
use std::io;
use std::path::{Path, PathBuf};

/// A larger file holds no settings, in bytes.
const LARGEST: u64 = 1 << 20;

/// The settings file.
#[derive(Debug)]
pub struct SettingsFile {
    path: PathBuf,
}

impl SettingsFile {
    /// The settings file in a folder.
    pub fn in_folder(config: &Path) -> SettingsFile {
        SettingsFile { path: config.join("config.toml") }
    }

    /// Where it stands.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The settings, and what is wrong in the file.
    pub fn read(&self) -> Result<(Settings, Vec<Trouble>), Problem> {
        Ok(settings::read(&self.text()?))
    }

    /// Changes one value and keeps the rest of the file. A file that is not TOML is left as it is.
    pub fn write(&self, row: &Row, value: &str) -> Result<(), Problem> {
        self.change(|text| settings::write(text, row, value))
    }

    /// Changes the weights of the memory model, with those before them, and keeps the rest of the file.
    pub fn write_weights(&self, weights: &[f32], before: &[f32]) -> Result<(), Problem> {
        self.change(|text| settings::write_weights(text, weights, before))
    }

    fn change(&self, changed: impl FnOnce(&str) -> Option<String>) -> Result<(), Problem> {
        let changed = changed(&self.text()?).ok_or_else(|| {
            let cause = io::Error::new(io::ErrorKind::InvalidData, "it is not TOML; mend or delete it");
            Problem::io("change", &self.path)(cause)
        })?;
        if let Some(folder) = self.path.parent() {
            atomic::make_dir(folder).map_err(Problem::io("create", folder))?;
        }
        // A rename would replace a link, not what it points to.
        let target = self.path.canonicalize().unwrap_or_else(|_| self.path.clone());
        atomic::replace(&target, |file| file.write_all(changed.as_bytes()))
            .map_err(Problem::io("write", &self.path))
    }

    fn text(&self) -> Result<String, Problem> {
        match bounded::read_text(&self.path, LARGEST) {
            Ok(text) => Ok(text),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(String::new()),
            Err(cause) => Err(Problem::io("read", &self.path)(cause)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_value_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let file = SettingsFile::in_folder(&folder.path().join("new"));
        assert_eq!(file.read().unwrap(), (Settings::default(), vec![]));
        let row = settings::ROWS.iter().find(|row| row.key == "new_cards").unwrap();
        file.write(row, "7").unwrap();
        let (settings, troubles) = file.read().unwrap();
        assert_eq!((settings.limits.new, troubles), (7, vec![]));
        std::fs::write(file.path(), "[study\n").unwrap();
        assert!(file.write(row, "8").is_err());
        assert_eq!(std::fs::read_to_string(file.path()).unwrap(), "[study\n");
    }
}
