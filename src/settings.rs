//! Settings: what a learner may choose. One table of rows feeds the file, its comments, the checks and
//! the screen.
//!
//! The file is TOML. Wrong values are told with their line and what is allowed, and everything else in
//! the file still counts. Changing a value keeps the rest of the file byte for byte.

mod memory;

pub use memory::write_weights;

use crate::card::Lang;
use crate::state::Rules;
use std::collections::BTreeMap;
use toml_edit::{Array, Document, DocumentMut, Item, Value};

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
    /// A program that judges typed answers, with its arguments; empty for none.
    pub grader: String,
}

impl Default for Quiz {
    fn default() -> Quiz {
        Quiz { mode: MODES[0], deck_modes: Vec::new(), confidence: false, grader: String::new() }
    }
}

/// The modes there are; a law test holds them to the table of modes.
pub const MODES: [&str; 5] = ["recall", "typed", "choice", "cloze", "mixed"];

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

/// Ways to draw lines; `auto` picks by the locale.
pub const BORDERS: [&str; 3] = ["auto", "lines", "ascii"];

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            limits: Limits::default(),
            rules: Rules::default(),
            weights_before: None,
            rollover_hour: 4,
            language: None,
            theme: "auto",
            images: "auto",
            hyperlinks: "auto",
            mouse: "on",
            borders: "auto",
            ask_background: "auto",
            quiz: Quiz::default(),
            keys: BTreeMap::new(),
        }
    }
}

/// How a value is written in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Integer,
    Decimal,
    Text,
    /// A list of texts, put together with spaces.
    List,
}

/// One setting.
pub struct Row {
    /// Its table in the file.
    pub table: &'static str,
    /// Its key in the table.
    pub key: &'static str,
    /// What it does, for the comment in the file.
    pub about: &'static str,
    /// What is allowed.
    pub allowed: &'static str,
    form: Form,
    /// Its value as text.
    pub get: fn(&Settings) -> String,
    /// Takes a value as text; `false` leaves everything as it was.
    pub set: fn(&mut Settings, &str) -> bool,
    /// The values before and after the present one on the screen.
    pub step: fn(&Settings, i32) -> String,
}

/// All settings.
pub static ROWS: &[Row] = &[
    Row {
        table: "study",
        key: "new_cards",
        about: "New cards a day.",
        allowed: "a number from 0 to 9999",
        form: Form::Integer,
        get: |s| s.limits.new.to_string(),
        set: |s, text| put(&mut s.limits.new, text, 0..=9999),
        step: |s, by| stepped(s.limits.new, by * 5, 0, 9999),
    },
    Row {
        table: "study",
        key: "reviews",
        about: "Reviews a day.",
        allowed: "a number from 0 to 99999",
        form: Form::Integer,
        get: |s| s.limits.reviews.to_string(),
        set: |s, text| put(&mut s.limits.reviews, text, 0..=99_999),
        step: |s, by| stepped(s.limits.reviews, by * 20, 0, 99_999),
    },
    Row {
        table: "study",
        key: "retention",
        about: "Desired retention: the probability of recall at which a card comes back.",
        allowed: "a number from 0.70 to 0.99",
        form: Form::Decimal,
        get: |s| format!("{:.2}", s.rules.retention),
        set: |s, text| put(&mut s.rules.retention, text, 0.70..=0.99),
        step: |s, by| format!("{:.2}", (s.rules.retention + 0.01 * by as f32).clamp(0.70, 0.99)),
    },
    Row {
        table: "study",
        key: "learning_steps",
        about: "Waits before a new card leaves for days.",
        allowed: "a list of spans such as [\"1m\", \"10m\"], with the units s, m, h, d",
        form: Form::List,
        get: |s| spans(&s.rules.learning_steps),
        set: |s, text| put_spans(&mut s.rules.learning_steps, text),
        step: |s, by| {
            among(&["", "10m", "1m 10m", "1m 10m 1h", "1m 10m 1d"], &spans(&s.rules.learning_steps), by)
        },
    },
    Row {
        table: "study",
        key: "relearning_steps",
        about: "Waits before a forgotten card leaves for days again.",
        allowed: "a list of spans such as [\"10m\"], with the units s, m, h, d",
        form: Form::List,
        get: |s| spans(&s.rules.relearning_steps),
        set: |s, text| put_spans(&mut s.rules.relearning_steps, text),
        step: |s, by| among(&["", "10m", "1m 10m", "10m 1d"], &spans(&s.rules.relearning_steps), by),
    },
    Row {
        table: "study",
        key: "longest_interval",
        about: "The longest interval, in days.",
        allowed: "a number from 1 to 36500",
        form: Form::Integer,
        get: |s| s.rules.longest_interval.to_string(),
        set: |s, text| put(&mut s.rules.longest_interval, text, 1..=36_500),
        step: |s, by| {
            let present = s.rules.longest_interval.to_string();
            among(&["30", "90", "180", "365", "3650", "36500"], &present, by)
        },
    },
    Row {
        table: "study",
        key: "day_starts_at",
        about: "The local hour at which a study day begins.",
        allowed: "an hour from 0 to 23",
        form: Form::Integer,
        get: |s| s.rollover_hour.to_string(),
        set: |s, text| put(&mut s.rollover_hour, text, 0..=23),
        step: |s, by| ((i32::from(s.rollover_hour) + by).rem_euclid(24)).to_string(),
    },
    Row {
        table: "look",
        key: "language",
        about: "The language of the program; auto follows the locale.",
        allowed: "auto, en, zh",
        form: Form::Text,
        get: |s| match s.language {
            None => "auto".to_owned(),
            Some(Lang::En) => "en".to_owned(),
            Some(Lang::Zh) => "zh".to_owned(),
        },
        set: |s, text| {
            s.language = match text {
                "auto" => None,
                "en" => Some(Lang::En),
                "zh" => Some(Lang::Zh),
                _ => return false,
            };
            true
        },
        step: |s, by| among(&["auto", "en", "zh"], &(ROWS[7].get)(s), by),
    },
    Row {
        table: "look",
        key: "theme",
        about: "Colours; auto picks by the terminal.",
        allowed: "auto, dark, light, contrast, sixteen, none",
        form: Form::Text,
        get: |s| s.theme.to_owned(),
        set: |s, text| pick(&mut s.theme, &THEMES, text),
        step: |s, by| among(&THEMES, s.theme, by),
    },
    Row {
        table: "look",
        key: "images",
        about: "How images are shown; blocks are coloured characters. Counts from the next start.",
        allowed: "auto, off, blocks, kitty, iterm2, sixel",
        form: Form::Text,
        get: |s| s.images.to_owned(),
        set: |s, text| pick(&mut s.images, &IMAGES, text),
        step: |s, by| among(&IMAGES, s.images, by),
    },
    Row {
        table: "look",
        key: "hyperlinks",
        about: "Links that the terminal opens itself (OSC 8).",
        allowed: "auto, on, off",
        form: Form::Text,
        get: |s| s.hyperlinks.to_owned(),
        set: |s, text| pick(&mut s.hyperlinks, &AUTO, text),
        step: |s, by| among(&AUTO, s.hyperlinks, by),
    },
    Row {
        table: "look",
        key: "mouse",
        about: "Whether clicks and the wheel work in the program; selecting text then needs Shift.",
        allowed: "on, off",
        form: Form::Text,
        get: |s| s.mouse.to_owned(),
        set: |s, text| pick(&mut s.mouse, &SWITCH, text),
        step: |s, by| among(&SWITCH, s.mouse, by),
    },
    Row {
        table: "look",
        key: "borders",
        about: "How lines are drawn; ascii helps where they come out broken or two cells wide.",
        allowed: "auto, lines, ascii",
        form: Form::Text,
        get: |s| s.borders.to_owned(),
        set: |s, text| pick(&mut s.borders, &BORDERS, text),
        step: |s, by| among(&BORDERS, s.borders, by),
    },
    Row {
        table: "look",
        key: "ask_background",
        about: "Whether the terminal is asked for its background at the start; auto: not over SSH or in tmux.",
        allowed: "auto, on, off",
        form: Form::Text,
        get: |s| s.ask_background.to_owned(),
        set: |s, text| pick(&mut s.ask_background, &AUTO, text),
        step: |s, by| among(&AUTO, s.ask_background, by),
    },
    Row {
        table: "quiz",
        key: "mode",
        about: "How cards are asked.",
        allowed: "recall, typed, choice, cloze, mixed",
        form: Form::Text,
        get: |s| s.mode_of("").to_owned(),
        set: |s, text| mode_named(text).map(|mode| s.quiz.mode = mode).is_some(),
        step: |s, by| among(&MODES, s.mode_of(""), by),
    },
    Row {
        table: "quiz",
        key: "deck_modes",
        about: "How the cards of some decks are asked.",
        allowed: "a list such as [\"deep-learning=typed\"], the name of a deck before the sign",
        form: Form::List,
        get: |s| {
            let one = |(deck, mode): &(String, &str)| format!("{deck}={mode}");
            s.quiz.deck_modes.iter().map(one).collect::<Vec<_>>().join(" ")
        },
        set: |s, text| {
            let one = |text: &str| {
                let (deck, mode) = text.rsplit_once('=')?;
                Some((deck.to_owned(), mode_named(mode)?))
            };
            let modes: Option<Vec<_>> = text.split_whitespace().map(one).collect();
            let modes = modes.filter(|_| is_shown_as_written(text));
            modes.map(|modes| s.quiz.deck_modes = modes).is_some()
        },
        step: |s, _| (row("deck_modes").get)(s),
    },
    Row {
        table: "quiz",
        key: "confidence",
        about: "Whether you are asked how sure you are before the answer is shown.",
        allowed: "off, on",
        form: Form::Text,
        get: |s| if s.quiz.confidence { "on" } else { "off" }.to_owned(),
        set: |s, text| {
            let known = matches!(text, "on" | "off");
            s.quiz.confidence = if known { text == "on" } else { s.quiz.confidence };
            known
        },
        step: |s, by| among(&["off", "on"], &(row("confidence").get)(s), by),
    },
    Row {
        table: "quiz",
        key: "grader",
        about: "A program that judges typed answers: it gets question, points and answer as JSON and gives grade and remarks as JSON.",
        allowed: "the program with its arguments, separated by spaces and run without a shell; empty for none",
        form: Form::Text,
        get: |s| s.quiz.grader.clone(),
        set: |s, text| {
            if !is_shown_as_written(text) {
                return false;
            }
            text.trim().clone_into(&mut s.quiz.grader);
            true
        },
        step: |s, _| s.quiz.grader.clone(),
    },
];

/// Takes a value that is in a list.
fn pick(place: &mut &'static str, values: &[&'static str], text: &str) -> bool {
    let known = values.iter().find(|value| **value == text);
    *place = known.unwrap_or(place);
    known.is_some()
}

/// Whether a value can be shown on the screen: the file may hold control codes.
fn is_shown_as_written(text: &str) -> bool {
    crate::markdown::clean(text) == text && !text.contains('\n')
}

fn row(key: &str) -> &'static Row {
    ROWS.iter().find(|row| row.key == key).expect("rows ask for rows of the same table")
}

fn put<T: std::str::FromStr + PartialOrd>(
    place: &mut T,
    text: &str,
    range: std::ops::RangeInclusive<T>,
) -> bool {
    match text.parse() {
        Ok(value) if range.contains(&value) => {
            *place = value;
            true
        }
        _ => false,
    }
}

fn stepped(value: u32, by: i32, least: u32, most: u32) -> String {
    i64::from(value).saturating_add(i64::from(by)).clamp(i64::from(least), i64::from(most)).to_string()
}

/// The neighbour of a value in a list; the first when the value is not in it.
fn among(values: &[&str], present: &str, by: i32) -> String {
    let at = values.iter().position(|value| *value == present).map_or(0, |at| at as i32 + by);
    values[at.rem_euclid(values.len() as i32) as usize].to_owned()
}

const UNITS: [(char, u32); 4] = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

fn spans(seconds: &[u32]) -> String {
    let span = |seconds: &u32| {
        let (unit, size) = UNITS.iter().find(|(_, size)| seconds.is_multiple_of(*size)).unwrap_or(&UNITS[3]);
        format!("{}{unit}", seconds / size)
    };
    seconds.iter().map(span).collect::<Vec<_>>().join(" ")
}

fn put_spans(place: &mut Vec<u32>, text: &str) -> bool {
    let span = |text: &str| {
        let unit = text.chars().next_back()?;
        let (_, size) = UNITS.iter().find(|(name, _)| *name == unit)?;
        let count: u32 = text[..text.len() - unit.len_utf8()].parse().ok()?;
        count.checked_mul(*size).filter(|seconds| (1..=36_500 * 86_400).contains(seconds))
    };
    match text.split_whitespace().map(span).collect::<Option<Vec<u32>>>() {
        Some(spans) if spans.len() <= 10 => {
            *place = spans;
            true
        }
        _ => false,
    }
}

/// Something in the file that does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Its line, from 1.
    pub line: usize,
    /// What is wrong, and what is allowed.
    pub message: String,
}

/// Reads settings: what is right counts, what is wrong is told and stays at its default.
pub fn read(text: &str) -> (Settings, Vec<Trouble>) {
    let mut settings = Settings::default();
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let line = line_of(text, error.span().map_or(0, |span| span.start));
            let message = format!("not TOML: {}; no setting was read", error.message());
            return (settings, vec![Trouble { line, message }]);
        }
    };
    let mut troubles = Vec::new();
    for (table, item) in document.iter() {
        let Some(entries) = item.as_table_like() else {
            troubles.push(Trouble {
                line: line_at(text, item),
                message: format!("{table}: not a table; tables: study, look, memory, quiz, keys"),
            });
            continue;
        };
        for (key, item) in entries.iter() {
            let taken = match table {
                "keys" => take_key(&mut settings, key, item),
                memory::TABLE => memory::take(&mut settings, key, item),
                _ => take(&mut settings, table, key, item),
            };
            if let Err(message) = taken {
                troubles.push(Trouble { line: line_at(text, item), message });
            }
        }
    }
    (settings, troubles)
}

fn take(settings: &mut Settings, table: &str, key: &str, item: &Item) -> Result<(), String> {
    let Some(row) = ROWS.iter().find(|row| row.table == table && row.key == key) else {
        let known: Vec<&str> = ROWS.iter().filter(|row| row.table == table).map(|row| row.key).collect();
        let known =
            if known.is_empty() { "study, look, memory, quiz, keys".to_owned() } else { known.join(", ") };
        return Err(format!("there is no setting {table}.{key}; allowed: {known}"));
    };
    let text = as_text(item).ok_or_else(|| format!("{key}: allowed is {}", row.allowed))?;
    if (row.set)(settings, &text) {
        Ok(())
    } else {
        Err(format!("{key}: {text:?} is not allowed; allowed is {}", row.allowed))
    }
}

fn take_key(settings: &mut Settings, key: &str, item: &Item) -> Result<(), String> {
    let keys = match item.as_value() {
        Some(Value::String(one)) => vec![one.value().clone()],
        Some(Value::Array(list)) => {
            list.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect()
        }
        _ => {
            return Err(format!("{key}: write a key such as \"x\", \"Ctrl-x\", \"PgDn\", or a list of them"));
        }
    };
    settings.keys.insert(key.to_owned(), keys);
    Ok(())
}

fn as_text(item: &Item) -> Option<String> {
    match item.as_value()? {
        Value::String(text) => Some(text.value().clone()),
        Value::Integer(number) => Some(number.value().to_string()),
        Value::Float(number) => Some(number.value().to_string()),
        Value::Array(list) => {
            list.iter().map(|value| value.as_str()).collect::<Option<Vec<_>>>().map(|list| list.join(" "))
        }
        _ => None,
    }
}

fn line_at(text: &str, item: &Item) -> usize {
    line_of(text, item.span().map_or(0, |span| span.start))
}

fn line_of(text: &str, at: usize) -> usize {
    1 + text.as_bytes()[..at.min(text.len())].iter().filter(|byte| **byte == b'\n').count()
}

/// The file with one value changed and everything else as it was; `None` when the file is not TOML.
pub fn write(text: &str, row: &Row, value: &str) -> Option<String> {
    let text = if text.trim().is_empty() { template() } else { text.to_owned() };
    let mut document: DocumentMut = text.parse().ok()?;
    let table = document.entry(row.table).or_insert_with(toml_edit::table).as_table_like_mut()?;
    let new = match row.form {
        Form::Integer => Value::from(value.parse::<i64>().ok()?),
        Form::Decimal => Value::from(value.parse::<f64>().ok()?),
        Form::Text => Value::from(value),
        Form::List => Value::Array(value.split_whitespace().collect::<Array>()),
    };
    match table.get_mut(row.key).and_then(Item::as_value_mut) {
        Some(old) => {
            // What stands before and behind a value are its spaces and its comment.
            let decor = old.decor().clone();
            *old = new;
            *old.decor_mut() = decor;
        }
        None => drop(table.insert(row.key, Item::Value(new))),
    }
    Some(document.to_string())
}

/// Whether a text is TOML at all.
pub fn is_toml(text: &str) -> bool {
    Document::parse(text).is_ok()
}

/// The file with every setting at its default and what is allowed above it.
pub fn template() -> String {
    let defaults = Settings::default();
    let mut text =
        "# backprop's settings. What is wrong here is told at start, and does not count.\n".to_owned();
    let mut table = "";
    for row in ROWS {
        if row.table != table {
            table = row.table;
            text.push_str(&format!("\n[{table}]\n"));
        }
        let value = (row.get)(&defaults);
        let value = match row.form {
            Form::Integer | Form::Decimal => value,
            Form::Text => format!("{value:?}"),
            Form::List => format!("{:?}", value.split_whitespace().collect::<Vec<_>>()),
        };
        text.push_str(&format!("# {} Allowed: {}.\n{} = {value}\n", row.about, row.allowed, row.key));
    }
    text.push_str(
        "\n# Keys of actions, such as: good = [\"3\", \"Ctrl-g\"]. A wrong name is told with all names there are.\n[keys]\n",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_says_the_defaults() {
        assert_eq!(read(&template()), (Settings::default(), vec![]));
        assert_eq!(read(""), (Settings::default(), vec![]));
    }

    #[test]
    fn wrong_values_are_told_with_their_line_and_the_rest_counts() {
        let text = "[study]\nnew_cards = -1\nretention = 0.85\nlearning_steps = [\"1x\"]\nnew_crads = 3\n\n[look]\ntheme = \"pink\"\nlanguage = \"zh\"\n";
        let (settings, troubles) = read(text);
        assert_eq!(
            (settings.rules.retention, settings.language, settings.limits.new),
            (0.85, Some(Lang::Zh), 20)
        );
        assert_eq!(troubles.iter().map(|trouble| trouble.line).collect::<Vec<_>>(), [2, 4, 5, 8]);
        assert!(troubles[3].message.contains("auto, dark, light"), "{}", troubles[3].message);
        let (settings, troubles) = read("[study\nnew_cards = 3\n");
        assert_eq!((settings, troubles[0].line), (Settings::default(), 1));
    }

    #[test]
    fn changing_a_value_keeps_the_rest_of_the_file() {
        let text = "# mine\n[study]\nnew_cards   = 7 # seven\n\n[other]\nx = 1\n";
        let row = |key: &str| ROWS.iter().find(|row| row.key == key).unwrap();
        assert_eq!(write(text, row("new_cards"), "9").unwrap(), text.replace("7 #", "9 #"));
        let more = write(text, row("learning_steps"), "1m 10m").unwrap();
        assert!(more.contains("learning_steps = [\"1m\", \"10m\"]"), "{more}");
        assert!(more.starts_with("# mine") && more.contains("# seven"));
        assert_eq!(write("[study\n", row("new_cards"), "9"), None);
    }

    #[test]
    fn every_row_steps_to_values_it_takes() {
        for row in ROWS {
            let mut settings = Settings::default();
            for by in [1, 1, -1, -1, -1] {
                let value = (row.step)(&settings, by);
                assert!((row.set)(&mut settings, &value), "{} {value}", row.key);
                let (read, troubles) = read(&write("", row, &value).unwrap());
                assert_eq!((&read, troubles), (&settings, vec![]), "{} {value}", row.key);
            }
        }
    }
}
