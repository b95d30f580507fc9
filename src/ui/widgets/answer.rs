//! An answer in the look of the screen: the typesetter with the screen's theme, words and pictures.

pub use crate::typeset::{
    AnswerPage, Link, Space, lay_out, lay_out_inline, lay_out_question, plain, wrap_plain,
};

use crate::typeset;
use crate::ui::app::Look;

/// Lays Markdown out for a space, with pictures as far as they are known.
pub fn lay_out_in(source: &str, space: Space<'_>, look: &Look) -> AnswerPage {
    typeset::lay_out_in(source, space, (&look.theme, look.words), &*look.pictures)
}
