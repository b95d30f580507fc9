//! An edit of notes as the files it changed, so that it can be taken back while they still say what it wrote.

use super::problem::Problem;
use super::{bounded, library, notes_file};
use crate::desk::EditedFile;
use crate::messages::NotesMessage;
use std::path::PathBuf;

/// Files as they were before an edit.
pub struct FilesBefore(Vec<(PathBuf, Vec<u8>)>);

impl FilesBefore {
    /// What these files say now, as far as they can be read.
    pub fn of(paths: impl IntoIterator<Item = PathBuf>) -> FilesBefore {
        let read = |path: PathBuf| bounded::read(&path, library::LARGEST).ok().map(|bytes| (path, bytes));
        FilesBefore(paths.into_iter().filter_map(read).collect())
    }

    /// Those that say something else by now.
    pub fn changed(self) -> Vec<EditedFile> {
        let changed = |(path, before): (PathBuf, Vec<u8>)| {
            let after = bounded::read(&path, library::LARGEST).ok().filter(|after| *after != before)?;
            Some(EditedFile { path, before, after })
        };
        self.0.into_iter().filter_map(changed).collect()
    }
}

/// Lets files say again what they said before an edit. All or none: where one has changed since, it says which.
pub fn restore(files: &[EditedFile]) -> Result<(), Problem> {
    let has_changed =
        |file: &&EditedFile| bounded::read(&file.path, library::LARGEST).ok().as_ref() != Some(&file.after);
    if let Some(file) = files.iter().find(has_changed) {
        return Err(Problem::ChangedMeanwhile {
            path: file.path.clone(),
            why: NotesMessage::ChangedSinceEdit,
        });
    }
    files.iter().try_for_each(|file| notes_file::write(&file.path, &file.before))
}
