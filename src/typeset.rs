//! The typesetter: an answer in Markdown becomes lines of cells, with formulas, tables and code.
//!
//! It knows the theme and the words, and no screen: what a window shows of the lines, and what a click on
//! them does, is for others. Pictures are left room for; what size they have, a [`PictureSizes`] says.

mod album;
mod code;
mod formula;
mod inline;
mod layout;
pub mod mark;
mod page;
pub mod picture;
mod table;
pub mod theme;
mod wrap;

pub use page::{AnswerPage, Link, Space};
pub use picture::PictureSizes;

use crate::card::Lang;
use crate::markdown::{self, Content};
use crate::messages::{self, Messages};
use album::Album;
use inline::MetLinks;
use layout::{Layout, page};
use ratatui::style::Style;
use ratatui::text::Line;
use theme::Theme;
use wrap::{Piece, wrap};

/// Lays Markdown out in lines of at most `width` cells, with pictures by their text only.
pub fn lay_out(source: &str, width: u16, theme: &Theme) -> AnswerPage {
    let album = Album::closed();
    page(source, width, Layout::new(theme, messages::of(Lang::En), album))
}

/// Lays Markdown out for a space, with pictures as far as they are known.
pub fn lay_out_in(
    source: &str,
    space: Space<'_>,
    (theme, words): (&Theme, &'static Messages),
    pictures: &dyn PictureSizes,
) -> AnswerPage {
    let album =
        Album { sizes: Some(pictures), file: space.file.cloned(), height: space.height, placed: Vec::new() };
    let mut layout = Layout::new(theme, words, album);
    layout.has_cursor = space.has_cursor;
    page(source, space.width, layout)
}

/// Lays a short text out, such as a question: markup inside lines counts, blocks do not.
pub fn lay_out_inline(source: &str, width: u16, base: Style, theme: &Theme) -> Vec<Line<'static>> {
    let width = usize::from(width).max(1);
    let flows = inline::flows(&markdown::inlines(source), base, theme, &mut MetLinks::silent());
    let mut rows = Vec::new();
    for flow in &flows {
        rows.extend(wrap(&flow.on_one_line(), width, width));
    }
    rows.into_iter().map(Line::from).collect()
}

/// Lays a question out: its first paragraph in the style of questions, and what follows it, such as code,
/// a table or the options to choose from, as in an answer.
pub fn lay_out_question(source: &str, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    // One line is one paragraph, and needs no look at its blocks.
    let blocks = if source.contains('\n') { markdown::blocks(source) } else { Vec::new() };
    let Some([first, second]) = blocks.first_chunk() else {
        return lay_out_inline(source, width, theme.question, theme);
    };
    let opens = matches!(first.content, Content::Paragraph(_));
    let at = if opens { second.first_line.max(first.last_line + 1) } else { 0 };
    let rest = source.split_inclusive('\n').skip(at);
    let head: String = source.split_inclusive('\n').take(at).collect();
    let mut lines =
        if opens { lay_out_inline(head.trim_end(), width, theme.question, theme) } else { Vec::new() };
    if opens {
        lines.push(Line::default());
    }
    lines.extend(lay_out(&rest.collect::<String>(), width, theme).lines);
    lines
}

/// A text that is no Markdown, broken into lines of at most `width` cells.
pub fn wrap_plain(text: &str, width: u16, style: Style) -> Vec<Line<'static>> {
    let width = usize::from(width).max(1);
    let text = markdown::clean(text);
    wrap(&[Piece::new(&text, style)], width, width).into_iter().map(Line::from).collect()
}

/// A short text on one line without markup, for lists and titles.
pub fn plain(source: &str) -> String {
    inline::plain(&markdown::inlines(source))
}

#[cfg(test)]
mod tests;
