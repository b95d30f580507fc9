//! The words of statistics in English and Chinese, for screen and reports alike. A text missing in one
//! language does not compile.

mod chinese;
mod english;
mod texts;

pub use texts::{Columns, Heading, Words};

use crate::card::Lang;
use chinese::CHINESE;
use english::ENGLISH;

/// The words in `lang`.
pub fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Zh => &CHINESE,
    }
}
