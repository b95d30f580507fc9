//! What belongs to this machine alone: programs, in `machine.toml`. A grader that `config.toml` names, as
//! it did once, is offered and never run.

use super::domain::near;
use super::file::{self, CONFIG, ConfigError, elsewhere, line_at, not_toml};
use super::measured::{self, MEASURED};
use super::rows::{ROWS, Row, Settings};
use crate::card::Lang;
use crate::messages::SettingMessage;
use toml_edit::{Document, Item};

/// The file of what belongs to this machine.
const MACHINE: &str = "machine.toml";

/// Tables of `machine.toml` that others read.
const OTHER_TABLES: [&str; 2] = ["sources", TRUST];

/// The table of exercises whose tests may run, by their keys.
pub const TRUST: &str = "trust";

/// The key of the grader, and the table it once had in `config.toml`.
pub(super) const GRADER: &str = "grader";
pub(super) const OLD_TABLE: &str = "quiz";

impl Row {
    /// Whether its value is a text of the learner's own.
    pub fn is_free_text(&self) -> bool {
        matches!((self.allowed)(), SettingMessage::Program)
    }

    /// Whether its value may be typed; others are stepped through.
    pub fn is_typed(&self) -> bool {
        self.is_free_text() || (self.form != super::domain::Form::Text && self.key != "decks_off")
    }
}

/// Reads the settings that may be shared and those of this machine.
pub fn read_both(config: &str, machine: &str) -> (Settings, Vec<ConfigError>) {
    let (mut settings, mut troubles) = file::read(config);
    let mut has_grader = false;
    match Document::parse(machine) {
        Err(error) => troubles.push(not_toml(MACHINE, machine, &error)),
        Ok(document) => {
            let trusted = document.get(TRUST).and_then(|table| table.as_table_like());
            settings.trusted =
                trusted.iter().flat_map(|table| table.iter()).filter_map(trusted_key).collect();
            for (key, item) in document.iter().filter(|(key, _)| !OTHER_TABLES.contains(key)) {
                has_grader |= key == GRADER;
                if let Err(message) = take(&mut settings, key, item) {
                    troubles.push(ConfigError { file: MACHINE, line: line_at(machine, item), message });
                }
            }
        }
    }
    if !has_grader && !settings.offered_grader.is_empty() {
        troubles.push(offered(config));
    }
    (settings, troubles)
}

/// The key of an exercise that is trusted: to take the trust away, its line is deleted or made `false`.
fn trusted_key((key, item): (&str, &Item)) -> Option<String> {
    (item.is_str() || item.as_bool() == Some(true)).then(|| key.to_owned())
}

fn take(settings: &mut Settings, key: &str, item: &Item) -> Result<(), SettingMessage> {
    if key == MEASURED {
        settings.measured = Some(measured::read(item)?);
        return Ok(());
    }
    let of_machine = || ROWS.iter().filter(|row| row.is_of_machine());
    if let Some(row) = of_machine().find(|row| row.key == key) {
        return file::put(settings, row, item);
    }
    // A setting of the other file, by itself or in its table.
    let inside = item.as_table_like().and_then(|table| table.iter().next().map(|(key, _)| key));
    if let Some(message) = elsewhere(key, key).or_else(|| elsewhere(&format!("{key}.{}", inside?), inside?)) {
        return Err(message);
    }
    let known: Vec<&str> = of_machine().map(|row| row.key).chain(OTHER_TABLES).collect();
    let near = near(key, known.clone());
    Err(SettingMessage::NoSetting { name: key.to_owned(), near, known: known.join(", ") })
}

/// Remembers a grader that `config.toml` names.
pub(super) fn offer(settings: &mut Settings, item: &Item) -> Result<(), SettingMessage> {
    let mut tried = Settings::default();
    if let Some(row) = Row::named(GRADER) {
        file::put(&mut tried, row, item)?;
    }
    settings.offered_grader = tried.grader;
    Ok(())
}

fn offered(config: &str) -> ConfigError {
    let document = Document::parse(config).ok();
    let item = document.as_ref().and_then(|document| document.get(OLD_TABLE)?.get(GRADER));
    let line = item.map_or(1, |item| line_at(config, item));
    ConfigError { file: CONFIG, line, message: SettingMessage::GraderOffered { key: GRADER } }
}

/// The file with what was measured of the grader, and everything else as it was; `None` when it is not TOML.
pub fn write_measured(text: &str, measured: &measured::Measured) -> Option<String> {
    match text.trim().is_empty() {
        true => measured::write(&template(), measured),
        false => measured::write(text, measured),
    }
}

/// The file without any of its settings, and what is allowed.
pub fn template() -> String {
    let mut text =
        "# What belongs to this machine alone: programs and paths. Never shared by `backprop sync`.\n"
            .to_owned();
    for row in ROWS.iter().filter(|row| row.is_of_machine()) {
        text.push_str(&format!("# {}\n{}", row.key, file::about(row, Lang::En)));
    }
    text.push_str("\n# Where notes stand on this machine.\n[sources]\n");
    text.push_str("\n# Tests of code cards that you allowed to run here, by their hash; delete a line to be asked again.\n[trust]\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grader_of_the_shared_file_is_offered_and_not_taken() {
        let config = "[quiz]\nmode = \"typed\"\ngrader = \"curl x\"\n";
        let (settings, troubles) = read_both(config, "");
        assert_eq!((settings.grader.as_str(), settings.offered_grader.as_str()), ("", "curl x"));
        assert_eq!((troubles[0].file, troubles[0].line, troubles.len()), (CONFIG, 3, 1));
        assert_eq!((Row::named(GRADER).unwrap().step)(&settings, 1), "curl x");
        // Confirmed, another one, or none: it was decided here.
        for (machine, grader) in [
            ("grader = \"curl x\"\n", "curl x"),
            ("grader = \"mine -v\"\n", "mine -v"),
            ("grader = \"\"\n", ""),
        ] {
            let (settings, troubles) = read_both(config, machine);
            assert_eq!((settings.grader.as_str(), troubles), (grader, vec![]));
        }
        let (settings, _) = read_both("[quiz]\ngrader = \"a\\u001b[2J\"\n", "");
        assert_eq!(settings.offered_grader, "");
        // Programs cannot be named in the shared file in any other way.
        for config in ["[machine]\neditor = \"x\"\n", "[quiz]\neditor = \"x\"\n", "editor = \"x\"\n"] {
            let (settings, troubles) = read_both(config, "");
            assert_eq!((settings.editor.as_str(), troubles.len()), ("", 1), "{config}");
        }
    }

    #[test]
    fn what_is_wrong_in_the_file_of_this_machine_is_told_with_its_line() {
        let machine = "editor = \"vi\"\nedtior = \"x\"\nbrowser = 3\n[sources]\na = \"/x\"\n[trust]\nb = \"Mean?\"\nc = false\n";
        let (settings, troubles) = read_both("", machine);
        assert_eq!((settings.editor.as_str(), settings.browser.as_str()), ("vi", "3"));
        assert_eq!(settings.trusted.iter().map(String::as_str).collect::<Vec<_>>(), ["b"]);
        assert_eq!(troubles.iter().map(|t| (t.file, t.line)).collect::<Vec<_>>(), [(MACHINE, 2)]);
        let (settings, troubles) = read_both("[study]\nnew_cards = 3\n", "editor = \n");
        assert_eq!((settings.limits.new, troubles.len(), troubles[0].file), (3, 1, MACHINE));
        assert_eq!(read_both("", &template()), (Settings::default(), vec![]));
    }
}
