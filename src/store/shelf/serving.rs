//! Mirrors that a backup brought back, of notes that are gone from their folder: they serve from now on.

use super::agreed::{Agreed, Open, hash};
use super::mirrors::inside;
use super::reading::mirrors;
use super::{Refers, Shelf};
use crate::store::dirs::Dirs;
use crate::store::problem::Problem;
use std::fs;

impl Shelf {
    /// Lets the mirrors serve whose notes are not in their folder any more, as if they had been changed here while
    /// the notes were away. The list has to be locked.
    pub(in crate::store) fn serve_restored(dirs: &Dirs) -> Result<(), Problem> {
        let shelf = Shelf::of(dirs)?;
        let (mut agreed, mut open) = (Agreed::load(&shelf.config), Open::load(&shelf.config));
        let mut is_changed = false;
        for entry in shelf.entries().iter().filter(|entry| entry.refers == Some(Refers::Folder)) {
            let Some(origin) = entry.origin.as_ref().filter(|origin| origin.is_dir()) else { continue };
            let Some(copy) = shelf.copy_of(entry) else { continue };
            for mirror in mirrors(&copy) {
                let Some(key) = shelf.key_of_mirror(&mirror) else { continue };
                if inside(origin, &key.1).exists() {
                    continue;
                }
                let Ok(text) = fs::read_to_string(&mirror) else { continue };
                agreed.set(&key, None);
                open.edited.entry(key.0).or_default().insert(key.1, hash(&text));
                is_changed = true;
            }
        }
        if !is_changed {
            return Ok(());
        }
        agreed.save()?;
        open.save(&shelf.config)
    }
}
