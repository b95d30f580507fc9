//! The album: the pictures met on a page, and the room each is given.

use super::picture::{Area, PictureKey, PictureSizes, Placed};
use ratatui::layout::Size;
use std::path::PathBuf;
use std::sync::Arc;

/// The pictures met so far, and what is known of them.
pub(super) struct Album<'a> {
    pub(super) sizes: Option<&'a dyn PictureSizes>,
    pub(super) file: Option<Arc<PathBuf>>,
    pub(super) height: u16,
    pub(super) placed: Vec<Placed>,
}

impl Album<'_> {
    /// Shows no pictures.
    pub(super) fn closed() -> Album<'static> {
        Album { sizes: None, file: None, height: 0, placed: Vec::new() }
    }

    /// Takes on a picture; gives its number and its size, where it is to be shown.
    pub(super) fn place(&mut self, target: &str, text: &str, width: usize) -> Option<(usize, Size)> {
        let sizes = self.sizes?;
        let key = PictureKey { file: self.file.clone(), target: target.to_owned() };
        // A line of text above it stays in view.
        let space = Size::new(width as u16, self.height.saturating_sub(1));
        let size = sizes.size_within(&key, space);
        let spot = size.map(|size| Area { line: usize::MAX, x: 0, size });
        self.placed.push(Placed { key, text: text.to_owned(), spot });
        Some((self.placed.len() - 1, size?))
    }
}
