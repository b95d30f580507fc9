//! The table of settings: what each is called, what it allows, how it is read, shown and stepped through.

use super::lists::{items, put_spans, put_together, spans};
use super::{AUTO, BORDERS, GRADER_INPUTS, IMAGES, MODES, SWITCH, Settings, THEMES, mode_named};
use crate::card::{Lang, Track};

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
    pub(super) form: Form,
    /// Its value as text.
    pub get: fn(&Settings) -> String,
    /// Takes a value as text; `false` leaves everything as it was.
    pub set: fn(&mut Settings, &str) -> bool,
    /// The values before and after the present one on the screen.
    pub step: fn(&Settings, i32) -> String,
}

/// How a value is written in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Integer,
    Decimal,
    Text,
    /// A list of texts, put together with spaces.
    List,
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
        table: "study",
        key: "siblings_apart",
        about: "Whether cards of one source item (two directions, several holes) are kept apart.",
        allowed: "on, off",
        form: Form::Text,
        get: |s| SWITCH[usize::from(!s.siblings_apart)].to_owned(),
        set: |s, text| {
            let known = SWITCH.contains(&text);
            s.siblings_apart = if known { text == "on" } else { s.siblings_apart };
            known
        },
        step: |s, by| among(&SWITCH, &(row("siblings_apart").get)(s), by),
    },
    Row {
        table: "study",
        key: "track",
        about: "The kind of position you prepare for: decks and cards of others are left out.",
        allowed: "everything, llm, vision, ml-engineer, research, data",
        form: Form::Text,
        get: |s| s.track.map_or(EVERYTHING, Track::name).to_owned(),
        set: |s, text| {
            let track = Track::named(text);
            let known = track.is_some() || text == EVERYTHING;
            s.track = if known { track } else { s.track };
            known
        },
        step: |s, by| {
            let names: Vec<&str> =
                [EVERYTHING].into_iter().chain(Track::ALL.iter().map(|track| track.name())).collect();
            among(&names, &(row("track").get)(s), by)
        },
    },
    Row {
        table: "study",
        key: "decks_off",
        about: "Decks that are switched off; they are studied only when they are named.",
        allowed: "a list of names of decks such as [\"vision\", \"classic-ml\"]",
        form: Form::List,
        get: |s| put_together(&s.decks_off.iter().map(String::as_str).collect::<Vec<_>>()),
        set: |s, text| {
            s.decks_off = items(text).into_iter().map(str::to_owned).collect();
            s.decks_off.iter().all(|name| is_shown_as_written(name))
        },
        step: |s, _| (row("decks_off").get)(s),
    },
    Row {
        table: "study",
        key: "space_grades",
        about: "Whether Space at the end of an answer grades it, good or as suggested.",
        allowed: "on, off",
        form: Form::Text,
        get: |s| SWITCH[usize::from(!s.space_grades)].to_owned(),
        set: |s, text| {
            let known = SWITCH.contains(&text);
            s.space_grades = if known { text == "on" } else { s.space_grades };
            known
        },
        step: |s, by| among(&SWITCH, &(row("space_grades").get)(s), by),
    },
    Row {
        table: "look",
        key: "language",
        about: "The language of the program; auto follows the locale.",
        allowed: "auto, en, zh",
        form: Form::Text,
        get: |s| s.language.map_or("auto", |lang| ["en", "zh"][usize::from(lang == Lang::Zh)]).to_owned(),
        set: |s, text| {
            s.language = match text {
                "auto" => None,
                "en" => Some(Lang::En),
                "zh" => Some(Lang::Zh),
                _ => return false,
            };
            true
        },
        step: |s, by| among(&["auto", "en", "zh"], &(row("language").get)(s), by),
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
        allowed: "recall, typed, choice, cloze, numbers, code, mixed",
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
        key: "clock",
        about: "Whether a clock of 60 to 90 seconds runs while you answer aloud.",
        allowed: "on, off",
        form: Form::Text,
        get: |s| SWITCH[usize::from(!s.quiz.clock)].to_owned(),
        set: |s, text| {
            let known = SWITCH.contains(&text);
            s.quiz.clock = if known { text == "on" } else { s.quiz.clock };
            known
        },
        step: |s, by| among(&SWITCH, &(row("clock").get)(s), by),
    },
    Row {
        table: "quiz",
        key: "keep_answers",
        about: "Whether the log keeps what you write; the error notebook shows it.",
        allowed: "on, off",
        form: Form::Text,
        get: |s| SWITCH[usize::from(!s.quiz.keeps_answers)].to_owned(),
        set: |s, text| {
            let known = SWITCH.contains(&text);
            s.quiz.keeps_answers = if known { text == "on" } else { s.quiz.keeps_answers };
            known
        },
        step: |s, by| among(&SWITCH, &(row("keep_answers").get)(s), by),
    },
    Row {
        table: MACHINE,
        key: "grader",
        about: "A program that judges typed answers, such as the command of a language model.",
        allowed: COMMAND,
        form: Form::Text,
        get: |s| s.quiz.grader.clone(),
        set: |s, text| put_command(&mut s.quiz.grader, text),
        step: |s, by| match s.quiz.offered_grader.as_str() {
            "" => s.quiz.grader.clone(),
            offered => among(&["", offered], &s.quiz.grader, by),
        },
    },
    Row {
        table: MACHINE,
        key: "grader_input",
        about: "What the grader gets: question, points and answer as one JSON object, or a whole prompt for a language model.",
        allowed: "json, prompt",
        form: Form::Text,
        get: |s| s.quiz.grader_input.to_owned(),
        set: |s, text| pick(&mut s.quiz.grader_input, &GRADER_INPUTS, text),
        step: |s, by| among(&GRADER_INPUTS, s.quiz.grader_input, by),
    },
    Row {
        table: MACHINE,
        key: "grader_seconds",
        about: "A grader that has not answered after so many seconds is stopped.",
        allowed: "a number from 1 to 600",
        form: Form::Integer,
        get: |s| s.quiz.grader_seconds.to_string(),
        set: |s, text| put(&mut s.quiz.grader_seconds, text, 1..=600),
        step: |s, by| stepped(s.quiz.grader_seconds, by * 10, 1, 600),
    },
    Row {
        table: MACHINE,
        key: "editor",
        about: "Your editor; empty for $VISUAL or $EDITOR.",
        allowed: COMMAND,
        form: Form::Text,
        get: |s| s.editor.clone(),
        set: |s, text| put_command(&mut s.editor, text),
        step: |s, _| s.editor.clone(),
    },
    Row {
        table: MACHINE,
        key: "browser",
        about: "The program that opens links; empty for the one of the system.",
        allowed: COMMAND,
        form: Form::Text,
        get: |s| s.browser.clone(),
        set: |s, text| put_command(&mut s.browser, text),
        step: |s, _| s.browser.clone(),
    },
    Row {
        table: MACHINE,
        key: "python",
        about: "The Python that runs the tests of code cards; empty for python3.",
        allowed: COMMAND,
        form: Form::Text,
        get: |s| s.python.clone(),
        set: |s, text| put_command(&mut s.python, text),
        step: |s, _| s.python.clone(),
    },
];

/// The track that leaves nothing out.
pub const EVERYTHING: &str = "everything";

/// The table of what stands in `machine.toml`, which has none.
const MACHINE: &str = "machine";

const COMMAND: &str = "the program with its arguments, run without a shell; empty for none";

impl Row {
    /// Whether it belongs to this machine alone, in `machine.toml`.
    pub fn is_of_machine(&self) -> bool {
        self.table == MACHINE
    }
}

fn put_command(place: &mut String, text: &str) -> bool {
    if !is_shown_as_written(text) {
        return false;
    }
    text.trim().clone_into(place);
    true
}

pub(super) fn row(key: &str) -> &'static Row {
    ROWS.iter().find(|row| row.key == key).expect("rows ask for rows of the same table")
}

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
