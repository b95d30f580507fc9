//! A folder with notes and data of its own, and the real binary run in it.

use crate::harness::run::{NOW, program};
use crate::harness::warm;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Output;

pub(crate) struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    pub(crate) fn new() -> Home {
        let home = Home::cold();
        warm::warm(&home.path("data"));
        home
    }

    /// The same where the program never ran.
    pub(crate) fn cold() -> Home {
        Home { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn name(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    /// Writes a file; gives its path.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        fs::write(self.path(name), bytes).unwrap();
        self.name(name)
    }

    pub(crate) fn run_at(&self, now: &str, arguments: &[&str]) -> Output {
        program(self.path("data")).args(arguments).env("BACKPROP_NOW", now).output().unwrap()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.run_at(NOW, arguments)
    }

    /// What a command that succeeds prints.
    pub(crate) fn say_at(&self, now: &str, arguments: &[&str]) -> String {
        let output = self.run_at(now, arguments);
        assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) fn say(&self, arguments: &[&str]) -> String {
        self.say_at(NOW, arguments)
    }

    pub(crate) fn json_at(&self, now: &str, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.say_at(now, arguments)).unwrap()
    }

    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        self.json_at(NOW, arguments)
    }
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Whether a card is of a deck that was imported.
pub(crate) fn is_own(card: &Value) -> bool {
    is_own_name(card["deck"].as_str().unwrap_or_default())
}

/// Whether a deck was imported.
pub(crate) fn is_own_name(deck: &str) -> bool {
    backprop::store::builtin::BUILTIN.iter().all(|builtin| builtin.name != deck)
}
