//! Settings: what a learner may choose. One table of rows feeds the file, its comments, the checks and
//! the screen.
//!
//! The file is TOML. Wrong values are told with their line and what is allowed, and everything else in
//! the file still counts. Changing a value keeps the rest of the file byte for byte.
//!
//! Whatever names a program or a path stands in a file of its own, `machine.toml`, which is never shared:
//! settings may come from other machines, and who can write there must not be able to run programs here.

mod file;
mod lists;
mod machine;
mod measured;
mod memory;
mod rows;
mod shared;

pub use file::{Trouble, is_toml, read, template, write};
pub use machine::{TRUST, read_both, template as machine_template, write_measured};
pub use measured::{GraderFigures, Measured};
pub use memory::write_weights;
pub use rows::{EVERYTHING, ROWS, Row};
pub use shared::{embedded, shared};

use crate::card::{Lang, Track};
use crate::state::Rules;
use std::collections::{BTreeMap, BTreeSet};

/// What a learner chose.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Cards a day.
    pub limits: Limits,
    /// Rules of scheduling.
    pub rules: Rules,
    /// The weights before those in use, empty for the published ones; none when they were never
    /// changed.
    pub weights_before: Option<Vec<f32>>,
    /// Whether cards of one source item are kept apart.
    pub siblings_apart: bool,
    /// The kind of position that decks and cards are narrowed to; none for all.
    pub track: Option<Track>,
    /// Whether the key that shows the answer grades at its end.
    pub space_grades: bool,
    /// Names of decks that are switched off: only who names them studies them.
    pub decks_off: Vec<String>,
    /// The local hour, 0 to 23, at which a study day begins.
    pub rollover_hour: u8,
    /// The language of the program; none follows the locale.
    pub language: Option<Lang>,
    /// The name of the theme, one of [`THEMES`].
    pub theme: &'static str,
    /// How pictures are shown, one of [`IMAGES`].
    pub images: &'static str,
    /// Whether links are given to the terminal, one of [`AUTO`].
    pub hyperlinks: &'static str,
    /// Whether the mouse works here, one of [`SWITCH`].
    pub mouse: &'static str,
    /// How lines are drawn, one of [`BORDERS`].
    pub borders: &'static str,
    /// Whether the terminal is asked for its background, one of [`AUTO`].
    pub ask_background: &'static str,
    /// How cards are asked.
    pub quiz: Quiz,
    /// The learner's editor with its arguments; empty for that of the environment.
    pub editor: String,
    /// The program that opens links, with its arguments; empty for that of the system.
    pub browser: String,
    /// The program that runs the tests of code cards, with its arguments; empty for the one that is found.
    pub python: String,
    /// Exercises whose tests the learner trusts on this machine, by their keys.
    pub trusted: BTreeSet<String>,
    /// Keys of actions by the action's name, as written.
    pub keys: BTreeMap<String, Vec<String>>,
}

/// How many cards a study day may bring, over all sessions together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// New cards a day.
    pub new: u32,
    /// Reviews a day.
    pub reviews: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { new: 20, reviews: 200 }
    }
}

/// How cards are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quiz {
    /// The name of a mode, one of [`MODES`].
    mode: &'static str,
    /// Names of decks with the mode of their own.
    deck_modes: Vec<(String, &'static str)>,
    /// Whether the learner is asked how sure they are before the answer is shown.
    pub confidence: bool,
    /// Whether a clock runs while the learner answers aloud.
    pub clock: bool,
    /// Whether the log keeps what the learner writes.
    pub keeps_answers: bool,
    /// A program that judges typed answers, with its arguments; empty for none.
    pub grader: String,
    /// A grader that `config.toml` names. It never runs; the settings screen offers to take it over.
    pub offered_grader: String,
    /// What the grader is given, one of [`GRADER_INPUTS`].
    pub grader_input: &'static str,
    /// A grader that says nothing for so many seconds is stopped.
    pub grader_seconds: u32,
    /// What `backprop grader` measured on this machine, of whichever grader.
    pub measured: Option<Measured>,
}

impl Default for Quiz {
    fn default() -> Quiz {
        Quiz {
            mode: MODES[0],
            deck_modes: Vec::new(),
            confidence: false,
            clock: true,
            keeps_answers: true,
            grader: String::new(),
            offered_grader: String::new(),
            grader_input: GRADER_INPUTS[0],
            grader_seconds: 60,
            measured: None,
        }
    }
}

/// The modes there are; a law test holds them to the table of modes.
pub const MODES: [&str; 7] = ["recall", "typed", "choice", "cloze", "numbers", "code", "mixed"];

impl Settings {
    /// The name of the mode that the cards of a deck are asked in.
    pub fn mode_of(&self, deck: &str) -> &'static str {
        let own = self.quiz.deck_modes.iter().find(|(name, _)| name == deck);
        own.map_or(self.quiz.mode, |(_, mode)| mode)
    }
}

fn mode_named(name: &str) -> Option<&'static str> {
    MODES.into_iter().find(|mode| *mode == name)
}

/// The themes there are; `auto` picks by the terminal.
pub const THEMES: [&str; 6] = ["auto", "dark", "light", "contrast", "sixteen", "none"];

/// Ways to show pictures; `auto` picks by the terminal, `blocks` are coloured characters.
pub const IMAGES: [&str; 6] = ["auto", "off", "blocks", "kitty", "iterm2", "sixel"];

/// What the program may decide itself.
pub const AUTO: [&str; 3] = ["auto", "on", "off"];

/// What is on or off.
pub const SWITCH: [&str; 2] = ["on", "off"];

/// What a grader is given: one JSON object, or a whole prompt for a language model.
pub const GRADER_INPUTS: [&str; 2] = ["json", "prompt"];

/// Ways to draw lines; `auto` picks by the locale.
pub const BORDERS: [&str; 3] = ["auto", "lines", "ascii"];

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            limits: Limits::default(),
            rules: Rules::default(),
            weights_before: None,
            siblings_apart: true,
            track: None,
            space_grades: true,
            decks_off: Vec::new(),
            rollover_hour: 4,
            language: None,
            theme: "auto",
            images: "auto",
            hyperlinks: "auto",
            mouse: "on",
            borders: "auto",
            ask_background: "auto",
            quiz: Quiz::default(),
            editor: String::new(),
            browser: String::new(),
            python: String::new(),
            trusted: BTreeSet::new(),
            keys: BTreeMap::new(),
        }
    }
}
