//! The `[memory]` table of the settings file: weights fitted to the learner, and those before them.
//!
//! They are no row of the table of settings: nobody sets 21 numbers by hand.

use super::domain::near;
use super::file::comment;
use super::rows::Settings;
use crate::card::Lang;
use crate::memory::Model;
use crate::messages::SettingMessage;
use toml_edit::{Array, DocumentMut, Item, Table, TableLike, Value};

/// The name of the table.
pub(super) const TABLE: &str = "memory";

const WEIGHTS: &str = "weights";
const BEFORE: &str = "weights_before";

/// Takes a key of the table.
pub(super) fn take(settings: &mut Settings, key: &str, item: &Item) -> Result<(), SettingMessage> {
    if key != WEIGHTS && key != BEFORE {
        let known = [WEIGHTS, BEFORE];
        return Err(super::file::elsewhere(&format!("{TABLE}.{key}"), key).unwrap_or_else(|| {
            let name = format!("{TABLE}.{key}");
            SettingMessage::NoSetting { name, near: near(key, known), known: known.join(", ") }
        }));
    }
    let numbers = |list: &Array| list.iter().map(number).collect::<Option<Vec<f32>>>();
    let weights = item.as_array().and_then(numbers).filter(|weights| Model::new(weights).is_ok());
    let weights = weights.ok_or_else(|| SettingMessage::NotWeights { key: key.to_owned() })?;
    if key == WEIGHTS {
        settings.rules.weights = weights;
    } else {
        settings.weights_before = Some(weights);
    }
    Ok(())
}

fn number(value: &Value) -> Option<f32> {
    value.as_float().or_else(|| value.as_integer().map(|number| number as f64)).map(|number| number as f32)
}

/// The file with these weights, those before them, and everything else as it was; `None` when the file
/// is not TOML. Empty weights are the published ones. New comments are in this language.
pub fn write_weights(text: &str, weights: &[f32], before: &[f32], lang: Lang) -> Option<String> {
    let text = if text.trim().is_empty() { super::template(lang) } else { text.to_owned() };
    let mut document: DocumentMut = text.parse().ok()?;
    let fresh = || {
        let mut table = Table::new();
        table.decor_mut().set_prefix("\n");
        Item::Table(table)
    };
    let table = document.entry(TABLE).or_insert_with(fresh).as_table_like_mut()?;
    put(table, WEIGHTS, weights, &comment(&SettingMessage::FileWeights, lang));
    put(table, BEFORE, before, &comment(&SettingMessage::FileWeightsBefore, lang));
    Some(document.to_string())
}

fn put(table: &mut dyn TableLike, key: &str, weights: &[f32], about: &str) {
    // A float of 32 bits shown with 64 would bear digits that nobody wrote.
    let short = |weight: &f32| format!("{weight:.4}").parse::<f64>().unwrap_or_default();
    let mut new = Value::Array(weights.iter().map(short).collect::<Array>());
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        None => {
            table.insert(key, Item::Value(new));
            if let Some(mut key) = table.key_mut(key) {
                key.leaf_decor_mut().set_prefix(about);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn weights_are_written_and_read_and_the_rest_of_the_file_stays() {
        let text = "# mine\n[study]\nnew_cards   = 7 # seven\n\n[other]\nx = 1\n";
        let weights: Vec<f32> = (1..=21).map(|number| number as f32 / 100.0).collect();
        let once = write_weights(text, &weights, &[], Lang::En).unwrap();
        assert!(once.starts_with(text), "{once}");
        let (settings, _) = read(&once);
        assert_eq!((&settings.rules.weights, &settings.weights_before), (&weights, &Some(vec![])));
        let commented = once.replace("weights = [", "weights   = [") + "# the end\n";
        let back = write_weights(&commented, &[], &weights, Lang::Zh).unwrap();
        let (settings, _) = read(&back);
        assert_eq!((&settings.rules.weights, &settings.weights_before), (&vec![], &Some(weights)));
        assert!(back.ends_with("# the end\n") && back.contains("weights   = []"), "{back}");
        assert_eq!(write_weights("[study\n", &[], &[], Lang::En), None);
        assert_eq!(read(&write_weights("", &[], &[], Lang::Zh).unwrap()).1, []);
    }

    #[test]
    fn weights_that_are_none_are_told_with_their_line() {
        let (settings, troubles) = read("[memory]\nweights = [1, 2]\nweights_befor = []\n");
        assert!(settings.rules.weights.is_empty());
        assert_eq!(troubles.iter().map(|trouble| trouble.line).collect::<Vec<_>>(), [2, 3]);
    }
}
