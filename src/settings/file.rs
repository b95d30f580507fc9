//! The file of settings: read, changed in one place, and written anew with its comments.

use super::domain::{Form, near};
use super::lists::{items, put_together};
use super::rows::{ROWS, Row, Settings};
use super::{machine, memory};
use crate::card::Lang;
use crate::messages::{self, Say, SettingMessage};
use toml_edit::{Array, Document, DocumentMut, Item, TableLike, Value};

/// Something in the file that does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The name of the file.
    pub file: &'static str,
    /// Its line, from 1.
    pub line: usize,
    /// What is wrong, and what is allowed.
    pub message: SettingMessage,
}

/// The file of settings that machines may share.
pub(super) const CONFIG: &str = "config.toml";

/// The table of keys.
pub(super) const KEYS: &str = "keys";

/// Reads settings: what is right counts, what is wrong is told and stays at its default.
pub fn read(text: &str) -> (Settings, Vec<ConfigError>) {
    let mut settings = Settings::default();
    let file = CONFIG;
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => return (settings, vec![not_toml(file, text, &error)]),
    };
    let mut troubles = Vec::new();
    for (table, item) in document.iter() {
        let Some(entries) = item.as_table_like() else {
            let message = elsewhere(table, table).unwrap_or_else(|| SettingMessage::NotTable {
                name: table.to_owned(),
                tables: tables().join(", "),
            });
            troubles.push(ConfigError { file, line: line_at(text, item), message });
            continue;
        };
        for (key, item) in entries.iter() {
            let taken = match table {
                KEYS => take_key(&mut settings, key, item),
                memory::TABLE => memory::take(&mut settings, key, item),
                machine::OLD_TABLE if key == machine::GRADER => machine::offer(&mut settings, item),
                _ => take(&mut settings, table, key, item),
            };
            if let Err(message) = taken {
                troubles.push(ConfigError { file, line: line_at(text, item), message });
            }
        }
    }
    (settings, troubles)
}

pub(super) fn not_toml(file: &'static str, text: &str, error: &toml_edit::TomlError) -> ConfigError {
    let line = line_of(text, error.span().map_or(0, |span| span.start));
    ConfigError { file, line, message: SettingMessage::NotToml { error: error.message().to_owned() } }
}

/// The tables of the file.
fn tables() -> Vec<&'static str> {
    let mut tables: Vec<&str> = Vec::new();
    for row in ROWS.iter().filter(|row| !row.is_of_machine()) {
        if tables.last() != Some(&row.table) {
            tables.push(row.table);
        }
    }
    tables.extend([memory::TABLE, KEYS]);
    tables
}

/// Where a setting that stands in the wrong place belongs.
pub(super) fn elsewhere(name: &str, key: &str) -> Option<SettingMessage> {
    let row = Row::named(key)?;
    let (name, key) = (name.to_owned(), key.to_owned());
    Some(match row.is_of_machine() {
        true => SettingMessage::OfMachine { name, key },
        false => SettingMessage::Elsewhere { name, key, table: row.table.to_owned(), file: CONFIG },
    })
}

fn take(settings: &mut Settings, table: &str, key: &str, item: &Item) -> Result<(), SettingMessage> {
    let shared = || ROWS.iter().filter(|row| !row.is_of_machine() && row.table == table);
    let Some(row) = shared().find(|row| row.key == key) else {
        let name = format!("{table}.{key}");
        if let Some(message) = elsewhere(&name, key) {
            return Err(message);
        }
        let known: Vec<&str> = shared().map(|row| row.key).collect();
        return Err(match known.is_empty() {
            true => SettingMessage::NoTable {
                name: table.to_owned(),
                near: near(table, tables()),
                tables: tables().join(", "),
            },
            false => {
                SettingMessage::NoSetting { name, near: near(key, known.clone()), known: known.join(", ") }
            }
        });
    };
    put(settings, row, item)
}

/// Lets a setting have the value of the file.
pub(super) fn put(settings: &mut Settings, row: &Row, item: &Item) -> Result<(), SettingMessage> {
    let (key, allowed) = (row.key.to_owned(), (row.allowed)().into());
    let Some(text) = as_text(item) else { return Err(SettingMessage::Allowed { key, allowed }) };
    if (row.set)(settings, &text) {
        return Ok(());
    }
    let near = near(&text, (row.names)());
    Err(SettingMessage::NotAllowed { key, value: format!("{text:?}"), near, allowed })
}

fn take_key(settings: &mut Settings, key: &str, item: &Item) -> Result<(), SettingMessage> {
    let keys = match item.as_value() {
        Some(Value::String(one)) => vec![one.value().clone()],
        Some(Value::Array(list)) => {
            list.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect()
        }
        _ => return Err(SettingMessage::KeyWanted { key: key.to_owned() }),
    };
    settings.keys.insert(key.to_owned(), keys);
    Ok(())
}

pub(super) fn as_text(item: &Item) -> Option<String> {
    match item.as_value()? {
        Value::String(text) => Some(text.value().clone()),
        Value::Integer(number) => Some(number.value().to_string()),
        Value::Float(number) => Some(number.value().to_string()),
        Value::Array(list) => list
            .iter()
            .map(|value| value.as_str())
            .collect::<Option<Vec<_>>>()
            .map(|list| put_together(&list)),
        _ => None,
    }
}

pub(super) fn line_at(text: &str, item: &Item) -> usize {
    line_of(text, item.span().map_or(0, |span| span.start))
}

pub(super) fn line_of(text: &str, at: usize) -> usize {
    1 + text.as_bytes()[..at.min(text.len())].iter().filter(|byte| **byte == b'\n').count()
}

/// The file with one value changed and everything else as it was; `None` when the file is not TOML. A file that is
/// begun has its comments in this language.
pub fn write(text: &str, row: &Row, value: &str, lang: Lang) -> Option<String> {
    let text = match (text.trim().is_empty(), row.is_of_machine()) {
        (true, true) => machine::template(),
        (true, false) => template(lang),
        (false, _) => text.to_owned(),
    };
    let mut document: DocumentMut = text.parse().ok()?;
    let table: &mut dyn TableLike = match row.is_of_machine() {
        true => document.as_table_mut(),
        false => document.entry(row.table).or_insert_with(toml_edit::table).as_table_like_mut()?,
    };
    let new = match row.form {
        Form::Integer => Value::from(value.parse::<i64>().ok()?),
        Form::Decimal => Value::from(value.parse::<f64>().ok()?),
        Form::Text => Value::from(value),
        Form::List => Value::Array(items(value).into_iter().collect::<Array>()),
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
pub fn template(lang: Lang) -> String {
    let defaults = Settings::default();
    let mut text = comment(&SettingMessage::FileHead, lang);
    let mut table = "";
    for row in ROWS.iter().filter(|row| !row.is_of_machine()) {
        if row.table != table {
            table = row.table;
            text.push_str(&format!("\n[{table}]\n"));
        }
        let value = (row.get)(&defaults);
        let value = match row.form {
            Form::Integer | Form::Decimal => value,
            Form::Text => format!("{value:?}"),
            Form::List => format!("{:?}", items(&value)),
        };
        text.push_str(&format!("{}{} = {value}\n", about(row, lang), row.key));
    }
    text.push_str(&format!("\n{}[{KEYS}]\n", comment(&SettingMessage::FileKeys, lang)));
    text
}

/// The comment above a setting.
pub(super) fn about(row: &Row, lang: Lang) -> String {
    let about = (row.words)(messages::of(lang)).about;
    comment(&SettingMessage::FileAbout { about, allowed: (row.allowed)().into() }, lang)
}

pub(super) fn comment(text: &SettingMessage, lang: Lang) -> String {
    format!("# {}\n", text.say(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_says_the_defaults() {
        for lang in [Lang::En, Lang::Zh] {
            assert_eq!(read(&template(lang)), (Settings::default(), vec![]));
        }
        let has_chinese = |line: &str| line.chars().any(crate::card::han::is_han);
        assert!(template(Lang::Zh).lines().filter(|line| line.starts_with('#')).all(has_chinese));
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
        let told = troubles[3].message.say(Lang::En);
        assert!(told.contains("auto, dark, light"), "{told}");
        let (settings, troubles) = read("[study\nnew_cards = 3\n");
        assert_eq!((settings, troubles[0].line), (Settings::default(), 1));
    }

    #[test]
    fn what_is_written_in_the_wrong_place_or_misspelt_is_told_with_the_way_out() {
        for (text, told) in [
            ("[study]\nnew_crads = 3\n", "there is no setting study.new_crads; did you mean new_cards?"),
            (
                "[quiz]\nnew_cards = 3\n",
                "there is no setting quiz.new_cards; new_cards belongs below [study] in",
            ),
            (
                "new_cards = 3\n",
                "there is no setting new_cards; new_cards belongs below [study] in config.toml",
            ),
            ("[memory]\nclock = \"on\"\n", "there is no setting memory.clock; clock belongs below [quiz] in"),
            ("[quiz]\neditor = \"vi\"\n", "there is no setting quiz.editor; editor belongs in machine.toml"),
            ("[stduy]\nx = 3\n", "there is no table [stduy]; did you mean study? tables: study, look,"),
            (
                "[look]\ntheme = \"drak\"\n",
                "theme: \"drak\" is not allowed; did you mean dark? allowed is auto,",
            ),
            ("[memory]\nweigths = []\n", "there is no setting memory.weigths; did you mean weights?"),
            ("x = 3\n", "x: not a table; tables: study, look, quiz, memory, keys"),
        ] {
            let (settings, troubles) = read(text);
            let said: Vec<String> = troubles.iter().map(|trouble| trouble.message.say(Lang::En)).collect();
            assert!(said.len() == 1 && said[0].starts_with(told), "{said:?}");
            assert_eq!(settings, Settings::default(), "{text}");
        }
        let told = |machine: &str| machine::read_both("", machine).1.remove(0).message.say(Lang::En);
        assert!(told("theme = \"dark\"\n").contains("theme belongs below [look] in config.toml"));
        assert!(
            told("[look]\ntheme = \"dark\"\n")
                .contains("look.theme; theme belongs below [look] in config.toml")
        );
        assert!(told("edtior = \"x\"\n").contains("did you mean editor?"));
    }

    #[test]
    fn changing_a_value_keeps_the_rest_of_the_file() {
        let text = "# mine\n[study]\nnew_cards   = 7 # seven\n\n[other]\nx = 1\n";
        let row = |key: &str| ROWS.iter().find(|row| row.key == key).unwrap();
        assert_eq!(write(text, row("new_cards"), "9", Lang::Zh).unwrap(), text.replace("7 #", "9 #"));
        let more = write(text, row("learning_steps"), "1m 10m", Lang::En).unwrap();
        assert!(more.contains("learning_steps = [\"1m\", \"10m\"]"), "{more}");
        assert!(more.starts_with("# mine") && more.contains("# seven"));
        assert_eq!(write("[study\n", row("new_cards"), "9", Lang::En), None);
    }

    #[test]
    fn every_row_steps_to_values_it_takes() {
        for row in ROWS {
            let mut settings = Settings::default();
            for by in [1, 1, -1, -1, -1] {
                let value = (row.step)(&settings, by);
                assert!((row.set)(&mut settings, &value), "{} {value}", row.key);
                let text = write("", row, &value, Lang::Zh).unwrap();
                let (config, machine) = if row.is_of_machine() { ("", &*text) } else { (&*text, "") };
                let (read, troubles) = machine::read_both(config, machine);
                assert_eq!((&read, troubles), (&settings, vec![]), "{} {value}", row.key);
            }
        }
    }
}
