//! An answer in the look of the screen: the typesetter with the screen's theme, words and pictures.

pub use crate::typeset::{
    AnswerPage, Link, Space, lay_out, lay_out_inline, lay_out_question, plain, wrap_plain,
};

use crate::desk::{Desk, Place};
use crate::typeset;
use crate::ui::app::Look;
use crate::ui::format::markdown_text;
use ratatui::text::{Line, Span};

/// Lays Markdown out for a space, with pictures as far as they are known.
pub fn lay_out_in(source: &str, space: Space<'_>, look: &Look) -> AnswerPage {
    typeset::lay_out_in(source, space, (&look.theme, look.words), &*look.pictures)
}

/// The question of a card; that of a follow-up below the question it follows up on, without which it may say little.
pub fn lay_out_asked(place: Place, width: u16, desk: &Desk, look: &Look) -> Vec<Line<'static>> {
    let parent = desk.parent(place).map(|parent| {
        let text = (look.words.layers.follows)(&markdown_text(&desk.face(parent).question));
        let mut rows = wrap_plain(&text, width.saturating_sub(1), look.theme.dim).into_iter();
        let mut first = rows.next().unwrap_or_default();
        if rows.next().is_some() {
            first.push_span(Span::styled("…", look.theme.dim));
        }
        first
    });
    let question = lay_out_question(&desk.face(place).question, width, &look.theme);
    parent.into_iter().chain(question).collect()
}
