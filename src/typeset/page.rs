//! A page: an answer laid out, and the space it is laid out for.

use super::picture::Placed;
use ratatui::text::Line;
use std::path::PathBuf;
use std::sync::Arc;

/// An answer as lines, and where its links lead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswerPage {
    /// No line is wider than the width asked for.
    pub lines: Vec<Line<'static>>,
    /// Web addresses, each once, in order. The first is marked `[1]` in the lines.
    pub links: Vec<Link>,
    /// Pictures that are files, in order. Where their size is known, lines are kept free for them.
    pub pictures: Vec<Placed>,
}

impl AnswerPage {
    /// Puts lines above, such as the question.
    pub fn put_above(&mut self, mut lines: Vec<Line<'static>>) {
        let spots = self.pictures.iter_mut().filter_map(|picture| picture.spot.as_mut());
        spots.for_each(|spot| spot.line += lines.len());
        lines.append(&mut self.lines);
        self.lines = lines;
    }
}

/// The space an answer is laid out for, and where it comes from.
#[derive(Debug, Clone, Copy)]
pub struct Space<'a> {
    /// Cells a line.
    pub width: u16,
    /// Lines of the window it is seen through; no picture is higher.
    pub height: u16,
    /// The file it stands in; none for a built-in deck.
    pub file: Option<&'a Arc<PathBuf>>,
    /// Whether a cell is left before the boxes of a task list, for a cursor.
    pub has_cursor: bool,
}

/// A link on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What stands for it on the page.
    pub text: String,
    /// An `http` or `https` address.
    pub url: String,
}
