//! A last place for answers that could not be saved where they belong.

use super::ProgressFile;
use super::tail::write_line;
use crate::day::At;
use crate::progress::Progress;
use crate::progress::text::{END, HEADER};
use crate::store::atomic;
use std::path::{Path, PathBuf};

impl ProgressFile {
    /// Writes what is unsaved into a log of its own, in the first of these folders that takes it, for
    /// [`ProgressFile::merge`] to take in one day. Gives where it is now; `None` where nobody takes it.
    pub fn rescue(progress: &Progress, folders: &[PathBuf], now: At) -> Option<PathBuf> {
        let time: String = now.to_string().chars().filter(char::is_ascii_alphanumeric).collect();
        let write = |folder: &Path| {
            let path = folder.join(format!("backprop-unsaved-{time}.json"));
            let written = atomic::create(&path, |file| {
                writeln!(file, "{HEADER}")?;
                for event in progress.unsaved() {
                    write_line(file, event.to_json().as_bytes())?;
                }
                file.write_all(END.as_bytes())
            });
            written.ok().map(|()| path)
        };
        folders.iter().find_map(|folder| write(folder))
    }
}
