//! The texts at which notes and their mirrors last agreed on this machine, and what is open between them.
//!
//! `mirrors/` beside this machine's settings holds them; no other machine gets them. Losing them costs the
//! chance to unite two versions: both stay then, and the user is asked.

use crate::store::atomic;
use crate::store::problem::Problem;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_64;

/// A file below a root: the key of its line in the list, and its place below a folder that is referred to;
/// empty for a file that is one itself.
pub(super) type MirrorKey = (String, String);

/// The texts, by file.
#[derive(Debug)]
pub(super) struct Agreed {
    path: PathBuf,
    texts: BTreeMap<MirrorKey, String>,
    is_changed: bool,
}

#[derive(Serialize, Deserialize)]
struct AgreedLine {
    key: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    path: String,
    /// Of the text: a line that was torn is no base.
    hash: String,
    text: String,
}

pub(super) fn hash(text: &str) -> String {
    format!("{:016x}", xxh3_64(text.as_bytes()))
}

fn folder(config: &Path) -> PathBuf {
    config.join("mirrors")
}

impl Agreed {
    /// Reads them; what is damaged is as good as none.
    pub(super) fn load(config: &Path) -> Agreed {
        let path = folder(config).join("agreed.jsonl");
        let text = fs::read_to_string(&path).unwrap_or_default();
        let lines = text.lines().filter_map(|line| serde_json::from_str::<AgreedLine>(line).ok());
        let whole = lines.filter(|line| hash(&line.text) == line.hash);
        let texts = whole.map(|line| ((line.key, line.path), line.text)).collect();
        Agreed { path, texts, is_changed: false }
    }

    pub(super) fn get(&self, key: &MirrorKey) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// The files of a root.
    pub(super) fn below(&self, root: &str) -> BTreeSet<String> {
        self.texts.keys().filter(|(key, _)| key == root).map(|(_, path)| path.clone()).collect()
    }

    pub(super) fn set(&mut self, key: &MirrorKey, text: Option<&str>) {
        if self.get(key) == text {
            return;
        }
        match text {
            Some(text) => self.texts.insert(key.clone(), text.to_owned()),
            None => self.texts.remove(key),
        };
        self.is_changed = true;
    }

    /// Writes them down, where something is new.
    pub(super) fn save(&mut self) -> Result<(), Problem> {
        if !self.is_changed {
            return Ok(());
        }
        let folder = self.path.parent().unwrap_or(Path::new("."));
        atomic::make_dir(folder).map_err(Problem::io("make", folder))?;
        let mut bytes = Vec::new();
        for ((key, path), text) in &self.texts {
            let line =
                AgreedLine { key: key.clone(), path: path.clone(), hash: hash(text), text: text.clone() };
            serde_json::to_writer(&mut bytes, &line).expect("texts and keys are text");
            bytes.push(b'\n');
        }
        atomic::replace_unsynced(&self.path, &bytes).map_err(Problem::io("write", &self.path))?;
        self.is_changed = false;
        Ok(())
    }
}

/// What is open between notes and mirrors on this machine.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Open {
    /// How many files a folder had when it was looked through last.
    #[serde(default)]
    pub(super) counts: BTreeMap<String, usize>,
    /// Mirrors that were changed here while the notes were away, with the hash of what they say.
    #[serde(default)]
    pub(super) edited: BTreeMap<String, BTreeMap<String, String>>,
    /// Mirrors with changes that the user has not accepted.
    #[serde(default)]
    pub(super) arrived: BTreeMap<String, BTreeSet<String>>,
}

impl Open {
    pub(super) fn load(config: &Path) -> Open {
        let bytes = fs::read(folder(config).join("open.json")).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    pub(super) fn save(&self, config: &Path) -> Result<(), Problem> {
        let path = folder(config).join("open.json");
        let mut bytes = serde_json::to_vec_pretty(self).expect("keys are text");
        bytes.push(b'\n');
        if fs::read(&path).is_ok_and(|old| old == bytes) {
            return Ok(());
        }
        atomic::make_dir(&folder(config)).map_err(Problem::io("make", &folder(config)))?;
        atomic::replace(&path, |out| out.write_all(&bytes)).map_err(Problem::io("write", &path))
    }

    pub(super) fn edited_hash(&self, key: &MirrorKey) -> Option<&String> {
        self.edited.get(&key.0)?.get(&key.1)
    }

    /// Nothing is open any more about a file.
    pub(super) fn close(&mut self, key: &MirrorKey) {
        if let Some(files) = self.edited.get_mut(&key.0) {
            files.remove(&key.1);
        }
        if let Some(files) = self.arrived.get_mut(&key.0) {
            files.remove(&key.1);
        }
        self.edited.retain(|_, files| !files.is_empty());
        self.arrived.retain(|_, files| !files.is_empty());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_and_torn_lines_do_not() {
        let config = tempfile::tempdir().unwrap();
        let key = |path: &str| ("n.md~1".to_owned(), path.to_owned());
        let mut agreed = Agreed::load(config.path());
        agreed.set(&key(""), Some("one\n"));
        agreed.set(&key("b"), Some("two\n"));
        agreed.save().unwrap();
        agreed.set(&key("b"), None);
        agreed.save().unwrap();
        let path = config.path().join("mirrors/agreed.jsonl");
        let whole = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("{whole}{{\"key\":\"n.md~1\",\"hash\":\"0")).unwrap();
        let mut read = Agreed::load(config.path());
        assert_eq!((read.get(&key("")), read.get(&key("b"))), (Some("one\n"), None));
        read.set(&key("c"), Some("three\n"));
        read.save().unwrap();
        let read = Agreed::load(config.path());
        assert_eq!((read.get(&key("")), read.get(&key("c"))), (Some("one\n"), Some("three\n")));
        assert_eq!(read.below("n.md~1"), BTreeSet::from([String::new(), "c".to_owned()]));
    }
}
