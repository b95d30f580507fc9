//! What belongs to this machine alone: `machine.toml` beside the settings. No other machine reads it and
//! no synchronisation takes it along; only its owner may read it.
//!
//! The programs in it are settings ([`crate::settings`]); here are the paths of sources, and the exercises
//! whose tests may run. Keys that this version does not know and comments are kept.

use super::atomic;
use super::bounded;
use super::lock::{self, Lock};
use super::problem::Problem;
use super::spelling;
use crate::messages::{DiskMessage, Message};
use crate::settings;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

/// What stands in the file.
#[derive(Debug)]
pub struct Machine {
    path: PathBuf,
    /// The file; `None` when it is not TOML, and then it stays as it is.
    document: Option<DocumentMut>,
}

const SOURCES: &str = "sources";

/// A larger file holds no settings, in bytes.
const LARGEST: u64 = 16 << 20;

impl Machine {
    /// Where the file stands in the folder of settings.
    pub fn path_in(config: &Path) -> PathBuf {
        config.join("machine.toml")
    }

    /// Reads the file in the folder of settings; none is an empty one.
    pub fn load(config: &Path) -> Result<Machine, Problem> {
        let path = Machine::path_in(config);
        let text = match bounded::read(&path, LARGEST) {
            Ok(bytes) => String::from_utf8(bytes).ok(),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Some(String::new()),
            Err(cause) => return Err(Problem::io("read", &path)(cause)),
        };
        let document = text.and_then(|text| {
            let text = if text.trim().is_empty() { settings::machine_template() } else { text };
            text.parse().ok()
        });
        Ok(Machine { path, document })
    }

    /// Reads the file and keeps other programs from changing it while the lock is held.
    pub fn lock(config: &Path) -> Result<(Machine, Lock), Problem> {
        atomic::make_dir(config).map_err(Problem::io("create", config))?;
        let lock = lock::hold(&Machine::path_in(config))?;
        Ok((Machine::load(config)?, lock))
    }

    /// The paths of sources by their keys, in the order of the file.
    pub fn sources(&self) -> Vec<(String, PathBuf)> {
        let table = self.document.as_ref().and_then(|document| document.get(SOURCES)?.as_table_like());
        let path = |item: &Item| item.as_str().map(PathBuf::from).filter(|path| path.is_absolute());
        let entries = table.into_iter().flat_map(TableLike::iter);
        entries.filter_map(|(key, item)| Some((key.to_owned(), path(item)?))).collect()
    }

    /// The path of the source with this key.
    pub fn source(&self, key: &str) -> Option<PathBuf> {
        self.sources().into_iter().find(|(known, _)| known == key).map(|(_, path)| path)
    }

    /// Remembers where a source stands, as an absolute path; `None` forgets it. `false` when the path is no
    /// text, or relative, or the file is not TOML.
    pub fn set_source(&mut self, key: &str, path: Option<&Path>) -> bool {
        let Some(document) = &mut self.document else { return false };
        let Some(path) = path else {
            let table = document.get_mut(SOURCES).and_then(Item::as_table_like_mut);
            table.and_then(|table| table.remove(key));
            return true;
        };
        path.to_str().filter(|_| path.is_absolute()).is_some_and(|text| self.set(SOURCES, key, text))
    }

    /// Remembers that the learner trusts the exercise with this key, and what it is called.
    pub fn trust(&mut self, key: &str, name: &str) -> bool {
        self.set(settings::TRUST, key, name)
    }

    fn set(&mut self, table: &str, key: &str, text: &str) -> bool {
        let Some(document) = &mut self.document else { return false };
        let table = document.entry(table).or_insert_with(|| Item::Table(Table::new()));
        let Some(table) = table.as_table_like_mut() else { return false };
        match table.get_mut(key).and_then(Item::as_value_mut) {
            Some(old) => {
                let decor = old.decor().clone();
                *old = Value::from(text);
                *old.decor_mut() = decor;
            }
            None => drop(table.insert(key, Item::Value(Value::from(text)))),
        }
        true
    }

    /// Writes the file, unless it stands so already.
    pub fn save(&self) -> Result<(), Problem> {
        let text = self.document.as_ref().ok_or_else(|| not_toml(&self.path))?.to_string();
        write(&self.path, &text)
    }
}

/// That the file is not TOML.
pub(super) fn not_toml(path: &Path) -> Problem {
    let cause = io::Error::new(io::ErrorKind::InvalidData, Message::from(DiskMessage::NotToml));
    Problem::io("change", path)(cause)
}

/// Writes the file for its owner alone.
pub(super) fn write(path: &Path, text: &str) -> Result<(), Problem> {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        atomic::make_dir(folder).map_err(Problem::io("create", folder))?;
    }
    // A rename would replace a link, not what it points to.
    let target = spelling::real_or_same(path);
    atomic::replace(&target, |file| file.write_all(text.as_bytes())).map_err(Problem::io("write", path))?;
    #[cfg(unix)]
    {
        let own = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        fs::set_permissions(&target, own).map_err(Problem::io("protect", path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_kept_beside_what_else_stands_there() {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("new");
        let (mut machine, held) = Machine::lock(&config).unwrap();
        assert!(machine.set_source("池化 a.b", Some(Path::new("/notes/池化 a.md"))));
        assert!(machine.set_source("gone", Some(Path::new("/x"))));
        assert!(machine.set_source("gone", None));
        assert!(!machine.set_source("x", Some(Path::new("relative"))));
        machine.save().unwrap();
        drop(held);
        let path = Machine::path_in(&config);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("# What belongs"), "{text}");
        fs::write(&path, format!("later = 1 # kept\n{text}abc = true\n")).unwrap();
        let mut machine = Machine::load(&config).unwrap();
        assert_eq!(machine.sources(), [("池化 a.b".to_owned(), PathBuf::from("/notes/池化 a.md"))]);
        assert!(machine.set_source("池化 a.b", Some(Path::new("/other"))));
        machine.save().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains("later = 1 # kept") && text.contains("abc = true"), "{text}");
        assert_eq!(Machine::load(&config).unwrap().source("池化 a.b"), Some("/other".into()));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn trust_is_there_at_the_next_start_and_can_be_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let trusted = || {
            let text = fs::read_to_string(Machine::path_in(folder.path())).unwrap_or_default();
            settings::read_both("", &text).0.trusted.len()
        };
        assert_eq!(trusted(), 0);
        let (mut machine, _held) = Machine::lock(folder.path()).unwrap();
        assert!(machine.trust("0a1b", "Write \"mean\" 池化") && machine.trust("ff", "y"));
        machine.save().unwrap();
        assert_eq!(trusted(), 2);
        let path = Machine::path_in(folder.path());
        let text = fs::read_to_string(&path).unwrap();
        let without: Vec<&str> = text.lines().filter(|line| !line.starts_with("ff")).collect();
        fs::write(&path, without.join("\n")).unwrap();
        assert_eq!(trusted(), 1);
    }

    #[test]
    fn a_file_that_is_not_toml_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = Machine::path_in(folder.path());
        fs::write(&path, "[sources\n").unwrap();
        let mut machine = Machine::load(folder.path()).unwrap();
        assert!(!machine.set_source("a", Some(Path::new("/a"))) && machine.sources().is_empty());
        assert!(machine.save().unwrap_err().to_string().contains("not TOML"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "[sources\n");
    }
}
