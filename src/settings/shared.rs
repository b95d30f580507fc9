//! The settings as machines share them: what this version knows as a setting, keys and weights. Nothing
//! of it names a program, a path or an address; what else stands in the file stays on its machine.

use super::file::{KEYS, as_text};
use super::memory;
use super::rows::{ROWS, Row, Settings};
use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

/// What of a file is shared, and what is not, by key. `None` when it is not TOML.
pub fn shared(text: &str) -> Option<(String, Vec<String>)> {
    let mut document: DocumentMut = text.parse().ok()?;
    let mut refused = Vec::new();
    let tables: Vec<String> = document.iter().map(|(table, _)| table.to_owned()).collect();
    for table in tables {
        let Some(entries) = document.get_mut(&table).and_then(Item::as_table_like_mut) else {
            refused.push(table.clone());
            document.remove(&table);
            continue;
        };
        let unshared = unshared_keys(&table, entries);
        if !is_known(&table) {
            refused.push(table.clone());
            document.remove(&table);
            continue;
        }
        for key in unshared {
            entries.remove(&key);
            refused.push(format!("{table}.{key}"));
        }
    }
    let refused =
        refused.iter().map(|key| crate::markdown::clean(key).replace('\n', " ")).collect::<Vec<_>>();
    let shared = if refused.is_empty() { text.to_owned() } else { document.to_string() };
    Some((shared, refused))
}

/// A file that shares this, and says beside it what the file `around` says and does not share. `None`
/// when one of them is not TOML.
pub fn embedded(shared: &str, around: &str) -> Option<String> {
    let mut document: DocumentMut = shared.parse().ok()?;
    let own: DocumentMut = around.parse().ok()?;
    let mut is_changed = false;
    for (table, item) in own.iter() {
        let Some(entries) = item.as_table_like().filter(|_| is_known(table)) else {
            document.insert(table, item.clone());
            is_changed = true;
            continue;
        };
        for key in unshared_keys(table, entries) {
            let place =
                document.entry(table).or_insert_with(|| Item::Table(Table::new())).as_table_like_mut()?;
            let (name, value) = (entries.key(&key)?, entries.get(&key)?);
            place.insert(name.get(), value.clone());
            is_changed = true;
        }
    }
    Some(if is_changed { document.to_string() } else { shared.to_owned() })
}

/// Tables that hold what is shared.
fn is_known(table: &str) -> bool {
    table == KEYS || table == memory::TABLE || shared_rows().any(|row| row.table == table)
}

fn shared_rows() -> impl Iterator<Item = &'static Row> {
    ROWS.iter().filter(|row| !row.is_of_machine())
}

fn unshared_keys(table: &str, entries: &dyn TableLike) -> Vec<String> {
    let is_shared = |key: &str, item: &Item| match table {
        KEYS => is_key(key, item),
        memory::TABLE => memory::take(&mut Settings::default(), key, item).is_ok(),
        _ => shared_rows()
            .find(|row| row.table == table && row.key == key)
            .is_some_and(|row| as_text(item).is_some_and(|text| (row.set)(&mut Settings::default(), &text))),
    };
    let keys = entries.iter().filter(|(key, item)| !is_shared(key, item));
    keys.map(|(key, _)| key.to_owned()).collect()
}

/// Whether this gives an action a few keys: words such as `Ctrl-g`.
fn is_key(action: &str, item: &Item) -> bool {
    let is_action =
        action.len() <= 40 && action.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'_');
    let is_press = |value: &Value| value.as_str().is_some_and(|press| press.chars().count() <= 16);
    is_action
        && match item.as_value() {
            Some(Value::Array(list)) => list.len() <= 16 && list.iter().all(is_press),
            Some(value) => is_press(value),
            None => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# mine\n[study]\nnew_cards = 7 # seven\nnew_crads = 1\n\n[quiz]\nmode = \"typed\"\n\
                        grader = \"sh -c 'touch x'\" # judge\n\n[keys]\ngood = [\"3\", \"Ctrl-g\"]\n\
                        evil = \"/bin/sh -c touch${IFS}x\"\n\n[programs]\neditor = \"x\"\n";

    #[test]
    fn only_settings_are_shared_and_the_rest_stays_where_it_is() {
        let (out, refused) = shared(FILE).unwrap();
        assert_eq!(refused, ["study.new_crads", "quiz.grader", "keys.evil", "programs"]);
        assert!(
            out.contains("new_cards = 7 # seven") && out.contains("# mine") && out.contains("Ctrl-g"),
            "{out}"
        );
        for word in ["grader", "touch", "programs", "crads"] {
            assert!(!out.contains(word), "{word}: {out}");
        }
        assert_eq!(shared(&out).unwrap(), (out.clone(), vec![]));
        // What came back from elsewhere changes what is shared and nothing else.
        let changed = out.replace("= 7", "= 9");
        let back = embedded(&changed, FILE).unwrap();
        for line in [
            "new_cards = 9 # seven",
            "grader = \"sh -c 'touch x'\" # judge",
            "editor = \"x\"",
            "new_crads = 1",
        ] {
            assert!(back.contains(line), "{line}: {back}");
        }
        assert_eq!(shared(&back).unwrap().0, changed);
        assert_eq!(embedded(&back, FILE).unwrap(), back);
    }

    #[test]
    fn a_value_that_is_not_allowed_is_no_setting() {
        for text in [
            "[study]\nnew_cards = \"x\"\n",
            "[look]\ntheme = \"/etc/passwd\"\n",
            "[memory]\nweights = [1.0]\n",
            "[keys]\ngood = [[\"x\"]]\n",
            "[machine]\neditor = \"x\"\n",
            "x = 1\n",
            "[quiz.decks]\na = 1\n",
        ] {
            let (out, refused) = shared(text).unwrap();
            assert!(refused.len() == 1 && !out.contains('='), "{text}: {out} {refused:?}");
        }
        assert_eq!(shared("[study\n"), None);
        assert_eq!(embedded("", "[study]\nnew_cards = 3\n").unwrap(), "");
    }

    #[test]
    fn the_template_is_shared_whole() {
        let template = super::super::template(crate::card::Lang::Zh);
        assert_eq!(shared(&template).unwrap(), (template.clone(), vec![]));
        let (own, _) = super::super::read_both(&template, "");
        assert_eq!(own, Settings::default());
    }
}
