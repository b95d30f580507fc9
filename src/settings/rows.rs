//! The table of settings. A row is all there is to a setting besides its words in `messages`: its place and default,
//! what it may be, and how the screen steps through its values.

use super::domain::{
    DeckModes, Decks, Domain, Form, HourOfDay, OnOff, Program, Share, Spans, Whole, WholeStep, among, one_of,
    one_of_or,
};
use super::measured::Measured;
use crate::card::{Lang, Track};
use crate::messages::{
    AutoSwitch, Borders, GraderInput, ImageWay, Messages, ModeName, NoChoice, SettingLabels, SettingMessage,
    SettingWords, ThemeName,
};
use crate::state::Rules;
use std::collections::{BTreeMap, BTreeSet};

/// One setting.
pub struct Row {
    /// Its table in the file.
    pub table: &'static str,
    /// Its key in the table.
    pub key: &'static str,
    /// Its words.
    pub words: fn(&Messages) -> SettingWords,
    /// What is allowed.
    pub allowed: fn() -> SettingMessage,
    /// The names it can have, where they are few.
    pub(super) names: fn() -> Vec<&'static str>,
    pub(super) form: Form,
    /// Its value as text.
    pub get: fn(&Settings) -> String,
    /// Its value as the screens show it.
    pub label: fn(&Settings, Lang) -> String,
    /// Takes a value as text; `false` leaves everything as it was.
    pub set: fn(&mut Settings, &str) -> bool,
    /// The values before and after the present one on the screen.
    pub step: fn(&Settings, i32) -> String,
}

/// Makes the settings and their table. A row is `key: type = default => values;`, where the settings keep it
/// themselves, or `key in field => values;`, and may end in how the screen steps, where that depends on other settings.
macro_rules! settings {
    (@place $settings:ident $key:ident) => { $settings.$key };
    (@place $settings:ident $key:ident $($field:ident).+) => { $settings.$($field).+ };
    (@step $values:expr, $place:expr, $settings:expr, $by:expr;) => { $values.step(&$place, $by) };
    (@step $values:expr, $place:expr, $settings:expr, $by:expr; $step:expr) => { ($step)($settings, $by) };
    (@form $values:expr) => { form(&$values) };
    (
        $( $(#[$doc:meta])* $besides:ident: $Besides:ty = $without:expr; )*
        $( [$table:ident] $(
            $key:ident $(: $Type:ty = $default:expr)? $(, in $($field:ident).+)? => $values:expr $(, step $step:expr)?;
        )* )*
    ) => {
        /// What a learner chose.
        #[derive(Debug, Clone, PartialEq)]
        #[allow(missing_docs, reason = "what a setting does stands with its words")]
        pub struct Settings {
            $( $(#[$doc])* pub $besides: $Besides, )*
            $( $( $( pub $key: $Type, )? )* )*
        }

        impl Default for Settings {
            fn default() -> Settings {
                Settings { $( $besides: $without, )* $( $( $( $key: { let value: $Type = $default; value }, )? )* )* }
            }
        }

        /// All settings.
        pub static ROWS: &[Row] = &[ $( $( Row {
            table: stringify!($table),
            key: stringify!($key),
            words: |words| words.settings.$key,
            allowed: || $values.allowed(),
            names: || $values.names(),
            form: form(&$values),
            get: |settings| $values.write(&settings!(@place settings $key $($($field).+)?)),
            label: |settings, lang| $values.label(&settings!(@place settings $key $($($field).+)?), lang),
            set: |settings, text| {
                let value = $values.read(text);
                value.map(|value| settings!(@place settings $key $($($field).+)?) = value).is_some()
            },
            step: |settings, by| {
                settings!(@step $values, settings!(@place settings $key $($($field).+)?), settings, by; $($step)?)
            },
        }, )* )* ];

        // Words without a row do not compile, as a row without words does not.
        const _: fn(&SettingLabels) = |SettingLabels { $( $( $key: _, )* )* }| {};
    };
}

const fn form<D: Domain>(_: &D) -> Form {
    D::FORM
}

settings! {
    /// Cards a day.
    limits: Limits = Limits::default();
    /// Rules of scheduling.
    rules: Rules = Rules::default();
    /// The weights before those in use, empty for the published ones; none when they were never changed.
    weights_before: Option<Vec<f32>> = None;
    /// A grader that `config.toml` names. It never runs; the settings screen offers to take it over.
    offered_grader: String = String::new();
    /// What `backprop grader` measured on this machine, of whichever grader.
    measured: Option<Measured> = None;
    /// Exercises whose tests the learner trusts on this machine, by their keys.
    trusted: BTreeSet<String> = BTreeSet::new();
    /// Keys of actions by the action's name, as written.
    keys: BTreeMap<String, Vec<String>> = BTreeMap::new();

    [study]
    new_cards, in limits.new => Whole { least: 0, most: 9999, step: WholeStep::By(5) };
    reviews, in limits.reviews => Whole { least: 0, most: 99_999, step: WholeStep::By(20) };
    retention, in rules.retention => Share { least: 0.70, most: 0.99 };
    learning_steps, in rules.learning_steps => Spans {
        example: "[\"1m\", \"10m\"]",
        through: &["", "10m", "1m 10m", "1m 10m 1h", "1m 10m 1d"],
    };
    relearning_steps, in rules.relearning_steps => Spans {
        example: "[\"10m\"]",
        through: &["", "10m", "1m 10m", "10m 1d"],
    };
    longest_interval, in rules.longest_interval => Whole {
        least: 1,
        most: 36_500,
        step: WholeStep::Through(&["30", "90", "180", "365", "3650", "36500"]),
    };
    day_starts_at: u8 = 4 => HourOfDay;
    siblings_apart: bool = true => OnOff;
    track: Option<Track> = None => one_of_or::<Track>(NoChoice::Everything);
    decks_off: Vec<String> = Vec::new() => Decks;
    space_grades: bool = true => OnOff;

    [look]
    language: Option<Lang> = None => one_of_or::<Lang>(NoChoice::Auto);
    theme: ThemeName = ThemeName::Auto => one_of::<ThemeName>();
    images: ImageWay = ImageWay::Auto => one_of::<ImageWay>();
    hyperlinks: AutoSwitch = AutoSwitch::Auto => one_of::<AutoSwitch>();
    mouse: bool = true => OnOff;
    borders: Borders = Borders::Auto => one_of::<Borders>();
    ask_background: AutoSwitch = AutoSwitch::Auto => one_of::<AutoSwitch>();

    [quiz]
    mode: ModeName = ModeName::Recall => one_of::<ModeName>();
    deck_modes: Vec<(String, ModeName)> = Vec::new() => DeckModes;
    confidence: bool = false => OnOff;
    clock: bool = true => OnOff;
    keep_answers: bool = true => OnOff;

    [machine]
    grader: String = String::new() => Program, step step_grader;
    grader_input: GraderInput = GraderInput::Json => one_of::<GraderInput>();
    grader_seconds: u32 = 60 => Whole { least: 1, most: 600, step: WholeStep::By(10) };
    editor: String = String::new() => Program;
    browser: String = String::new() => Program;
    python: String = String::new() => Program;
}

/// From none to the one that `config.toml` offers, and back.
fn step_grader(settings: &Settings, by: i32) -> String {
    match settings.offered_grader.as_str() {
        "" => settings.grader.clone(),
        offered => among(&["", offered], &settings.grader, by),
    }
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

/// The table of what stands in `machine.toml`, which has none.
const MACHINE: &str = "machine";

impl Row {
    /// Whether it belongs to this machine alone, in `machine.toml`.
    pub fn is_of_machine(&self) -> bool {
        self.table == MACHINE
    }

    /// The row of a key, which no two settings share.
    pub fn named(key: &str) -> Option<&'static Row> {
        ROWS.iter().find(|row| row.key == key)
    }
}

impl Settings {
    /// The mode that the cards of a deck are asked in.
    pub fn mode_of(&self, deck: &str) -> ModeName {
        let own = self.deck_modes.iter().find(|(name, _)| name == deck);
        own.map_or(self.mode, |(_, mode)| *mode)
    }
}
