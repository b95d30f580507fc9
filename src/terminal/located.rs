//! Where programs are: by name on the search path, or by path.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether a program can be started by this name or path.
pub fn finds_program(name: &str) -> bool {
    located(name).is_some()
}

/// A program with its arguments, ready to be started.
pub(super) fn program(words: &[String]) -> Command {
    // Windows finds a name without its ending only where that is `.exe`; editors are often a `.cmd`.
    let path = located(&words[0]).filter(|_| cfg!(windows));
    let mut command = path.map_or_else(|| Command::new(&words[0]), Command::new);
    command.args(&words[1..]);
    command
}

fn located(name: &str) -> Option<PathBuf> {
    let there = |path: &Path| {
        let with = |ending: &String| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        endings().iter().map(with).find(|path| path.is_file())
    };
    if Path::new(name).components().count() > 1 {
        return there(Path::new(name));
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).find_map(|folder| there(&folder.join(name)))
}

/// What the file of a program may have behind its name.
pub(super) fn endings() -> Vec<String> {
    if cfg!(not(windows)) {
        return vec![String::new()];
    }
    let known = std::env::var("PATHEXT").unwrap_or_else(|_| ".COM;.EXE;.BAT;.CMD".to_owned());
    let known = known.split(';').filter(|ending| ending.starts_with('.')).map(str::to_lowercase);
    // A name with its ending first; a file without any is a script of another system.
    std::iter::once(String::new()).chain(known).collect()
}
