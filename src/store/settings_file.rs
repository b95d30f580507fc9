//! The settings files: `config.toml` in the settings folder, and `machine.toml` beside it for what belongs
//! to this machine alone. A file that is not there means the defaults; it is written when something is
//! changed.

use super::atomic;
use super::bounded;
use super::machine::{self, Machine};
use super::problem::Problem;
use super::spelling;
use crate::card::Lang;
use crate::settings::{self, ConfigError, Measured, Row, Settings};
use std::io;
use std::path::{Path, PathBuf};

/// A larger file holds no settings, in bytes.
const LARGEST: u64 = 1 << 20;

/// The settings file.
#[derive(Debug)]
pub struct SettingsFile {
    path: PathBuf,
    /// The language of comments where the file is begun.
    lang: Lang,
}

impl SettingsFile {
    /// The settings file in a folder.
    pub fn in_folder(config: &Path) -> SettingsFile {
        SettingsFile { path: config.join("config.toml"), lang: Lang::En }
    }

    /// The same file; begun, it has its comments in this language.
    pub fn commented_in(&self, lang: Lang) -> SettingsFile {
        SettingsFile { path: self.path.clone(), lang }
    }

    /// Where it stands.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The settings, and what is wrong in the files.
    pub fn read(&self) -> Result<(Settings, Vec<ConfigError>), Problem> {
        Ok(settings::read_both(&text(&self.path)?, &text(&self.machine())?))
    }

    fn machine(&self) -> PathBuf {
        Machine::path_in(self.path.parent().unwrap_or(Path::new("")))
    }

    /// Changes one value and keeps the rest of the file. A file that is not TOML is left as it is.
    pub fn write(&self, row: &Row, value: &str) -> Result<(), Problem> {
        if row.is_of_machine() {
            return self.write_machine(row, value);
        }
        self.change(|text| settings::write(text, row, value, self.lang))
    }

    /// Changes the weights of the memory model, with those before them, and keeps the rest of the file.
    pub fn write_weights(&self, weights: &[f32], before: &[f32]) -> Result<(), Problem> {
        self.change(|text| settings::write_weights(text, weights, before, self.lang))
    }

    /// Remembers what was measured of the grader of this machine.
    pub fn write_measured(&self, measured: &Measured) -> Result<(), Problem> {
        self.change_machine(|text| settings::write_measured(text, measured))
    }

    fn write_machine(&self, row: &Row, value: &str) -> Result<(), Problem> {
        self.change_machine(|text| settings::write(text, row, value, self.lang))
    }

    fn change_machine(&self, changed: impl FnOnce(&str) -> Option<String>) -> Result<(), Problem> {
        let path = self.machine();
        let folder = path.parent().unwrap_or(Path::new(""));
        let (_, _held) = Machine::lock(folder)?;
        let changed = changed(&text(&path)?).ok_or_else(|| machine::not_toml(&path))?;
        machine::write(&path, &changed)
    }

    fn change(&self, changed: impl FnOnce(&str) -> Option<String>) -> Result<(), Problem> {
        let changed = changed(&text(&self.path)?).ok_or_else(|| machine::not_toml(&self.path))?;
        if let Some(folder) = self.path.parent() {
            atomic::make_dir(folder).map_err(Problem::io("create", folder))?;
        }
        // A rename would replace a link, not what it points to.
        let target = spelling::real_or_same(&self.path);
        atomic::replace(&target, |file| file.write_all(changed.as_bytes()))
            .map_err(Problem::io("write", &self.path))
    }
}

fn text(path: &Path) -> Result<String, Problem> {
    match bounded::read_text(path, LARGEST) {
        Ok(text) => Ok(text),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        Err(cause) => Err(Problem::io("read", path)(cause)),
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
        let grader = settings::ROWS.iter().find(|row| row.key == "grader").unwrap();
        let shared = std::fs::read_to_string(file.path()).unwrap();
        file.write(grader, "judge --fast").unwrap();
        assert_eq!(std::fs::read_to_string(file.path()).unwrap(), shared);
        assert_eq!(file.read().unwrap().0.grader, "judge --fast");
        std::fs::write(file.path(), "[study\n").unwrap();
        assert!(file.write(row, "8").is_err());
        assert_eq!(std::fs::read_to_string(file.path()).unwrap(), "[study\n");
    }
}
