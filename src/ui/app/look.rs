//! How the program looks and speaks.

use crate::card::Lang;
use crate::messages::{self, Messages};
use crate::typeset::theme::{ColourDepth, TerminalLook, Theme};
use crate::ui::keymap::Keymap;
use crate::ui::pictures::Pictures;
use std::sync::Arc;

/// How the program looks and speaks.
#[derive(Debug, Clone)]
pub struct Look {
    /// Styles.
    pub theme: Theme,
    /// Words.
    pub words: &'static Messages,
    /// Keys.
    pub keys: Arc<Keymap>,
    /// What is known of the terminal's colours.
    pub terminal: TerminalLook,
    /// Whether lines are drawn with ASCII characters only.
    pub ascii: bool,
    /// Whether the screen is the first, so that leaving it leaves the program.
    pub is_alone: bool,
    /// Whether the clock was set to a time that has not come: what is foretold then is not kept.
    pub is_ahead: bool,
    /// What is known of pictures.
    pub pictures: Arc<Pictures>,
}

impl Look {
    /// A look with the usual keys.
    pub fn new(theme: Theme, lang: Lang) -> Look {
        let terminal =
            TerminalLook { colours: true, depth: ColourDepth::Indexed, is_dark: None, lines: true };
        let (keys, pictures) = (Arc::default(), Arc::default());
        let (ascii, is_alone, is_ahead) = (false, true, false);
        Look { theme, words: messages::of(lang), keys, terminal, ascii, is_alone, is_ahead, pictures }
    }
}
