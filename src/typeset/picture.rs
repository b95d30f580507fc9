//! Pictures on a page: which one stands where, in how much room.

use super::mark::Mark;
use ratatui::layout::Size;
use ratatui::text::Line;
use std::path::PathBuf;
use std::sync::Arc;

/// Who knows how much room pictures take.
pub trait PictureSizes {
    /// The size in cells that a picture gets in a space; none as long as it is not known.
    fn size_within(&self, key: &PictureKey, space: Size) -> Option<Size>;
}

/// A picture as notes name it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PictureKey {
    /// The file of notes it stands in; none for a built-in deck.
    pub file: Option<Arc<PathBuf>>,
    /// What stands between the brackets, or in `src`.
    pub target: String,
}

/// A picture on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Which one.
    pub key: PictureKey,
    /// What it shows, in words.
    pub text: String,
    /// Where it stands, once its size is known.
    pub spot: Option<Area>,
}

/// Where a picture stands on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The first of its lines, from 0.
    pub line: usize,
    /// Cells to its left.
    pub x: u16,
    /// Its size in cells.
    pub size: Size,
}

/// Finds where the pictures of a page stand: their lines carry spots with their numbers.
pub fn settle(lines: &[Line<'_>], placed: &mut [Placed]) {
    for (number, line) in lines.iter().enumerate() {
        let mut x = 0;
        for span in &line.spans {
            let width = span.width() as u16;
            if let Some(Mark::Picture(index)) = Mark::of_style(span.style)
                && let Some(area) = placed.get_mut(index).and_then(|picture| picture.spot.as_mut())
                && area.line == usize::MAX
            {
                (area.line, area.x) = (number, x);
            }
            x += width;
        }
    }
}
