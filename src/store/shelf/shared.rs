//! The list of decks as machines share it: copies below `decks/`, and of where they came from no more than
//! a mark by which the same source is known again.
//!
//! The list here says more: the places of sources, linked notes. That stays here.

use super::{Entry, Manifest, parse};
use crate::messages::ListFault;
use crate::store::sync::is_shared_copy;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_64;

/// More lines than this are no list.
const MOST_LINES: usize = 100_000;
/// Names are no longer, in bytes.
const LONGEST_NAME: usize = 1_000;

const MARK: &str = "source-";

/// What stands for the place of a source on other machines.
pub(in crate::store) fn mark(source: &Path) -> PathBuf {
    let text = source.to_string_lossy();
    if is_name(&text) {
        return source.to_path_buf();
    }
    PathBuf::from(format!("{MARK}{:016x}", xxh3_64(text.replace('\\', "/").as_bytes())))
}

/// Whether this is a name and no place.
fn is_name(text: &str) -> bool {
    let is_plain = |letter: char| !letter.is_control() && !"/\\:".contains(letter);
    !text.is_empty() && text.len() <= 255 && !text.starts_with('.') && text.chars().all(is_plain)
}

/// What of a list is shared, and why the rest is not; or why it is no list.
pub(in crate::store) fn shared(bytes: &[u8]) -> Result<(Vec<u8>, Vec<ListFault>), ListFault> {
    let mut list = parse(bytes)?;
    if list.sources.len() > MOST_LINES {
        return Err(ListFault::TooManyLines { lines: MOST_LINES });
    }
    let mut refused: Vec<ListFault> = list.held.drain(..).map(|held| held.why).collect();
    let mut sources = Vec::new();
    for entry in std::mem::take(&mut list.sources) {
        match shared_entry(&entry) {
            Ok(entry) => sources.push(entry),
            Err(why) => {
                let deck = entry.deck.clone().unwrap_or_default();
                refused.push(ListFault::LeftOut { deck, why: why.into() });
            }
        }
    }
    list.sources = sources;
    list.other.retain(|_, value| names_nothing(value));
    let is_short = |id: &crate::card::CardId| id.as_str().len() <= LONGEST_NAME;
    list.merged.retain(|copy, kept| is_short(copy) && is_short(kept));
    Ok((written(&list), refused))
}

/// The copies that a list names.
pub(in crate::store) fn copies(bytes: &[u8]) -> Vec<String> {
    let entries = parse(bytes).map(|list| list.sources).unwrap_or_default();
    let shared = entries.iter().filter_map(|entry| shared_entry(entry).ok()?.copy);
    shared.map(|copy| copy.to_string_lossy().into_owned()).collect()
}

/// A line as it is shared, or why it is not.
fn shared_entry(entry: &Entry) -> Result<Entry, ListFault> {
    let copy = entry.copy.as_ref().ok_or(ListFault::Outside)?;
    let copy = copy.to_str().map(|copy| copy.replace('\\', "/")).ok_or(ListFault::NotText)?;
    // A mirror of a folder is a folder.
    let is_folder = serde_json::to_value(entry).is_ok_and(|line| line["refers"] == "folder");
    if !is_shared_copy(&copy, is_folder) {
        return Err(ListFault::NotNotes);
    }
    let texts = [&entry.deck, &entry.title, &entry.style, &entry.bytes];
    if texts.into_iter().flatten().any(|text| text.len() > LONGEST_NAME) {
        return Err(ListFault::LongName);
    }
    let mut shared = Entry { copy: Some(copy.into()), folder: None, ..entry.clone() };
    shared.source = mark(&entry.source);
    let is_short = |file: &String, style: &String| file.len() <= LONGEST_NAME && style.len() <= LONGEST_NAME;
    shared
        .styles
        .retain(|file, style| is_short(file, style) && is_shared_copy(&format!("decks/{file}"), false));
    let is_place =
        |file: &String| file.len() <= LONGEST_NAME && is_shared_copy(&format!("decks/{file}"), false);
    shared.left_out.retain(is_place);
    shared.other.retain(|_, value| names_nothing(value));
    Ok(shared)
}

/// Whether a value of a later version is no path, address or program.
fn names_nothing(value: &serde_json::Value) -> bool {
    use serde_json::Value;
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
        Value::String(text) => {
            let is_plain = |letter: char| letter.is_alphanumeric() || "-_".contains(letter);
            text.len() <= LONGEST_NAME && text.chars().all(is_plain)
        }
        Value::Array(list) => list.iter().all(names_nothing),
        Value::Object(map) => map.values().all(names_nothing),
    }
}

/// A list that shares this, and says beside it what the list `around` says and does not share. `None`
/// where one of them is no list.
pub(in crate::store) fn embedded(shared: &[u8], around: &[u8]) -> Option<Vec<u8>> {
    let (mut list, own) = (parse(shared).ok()?, parse(around).ok()?);
    for entry in &mut list.sources {
        if let Some(own) = own.sources.iter().find(|own| mark(&own.source) == entry.source) {
            entry.source.clone_from(&own.source);
            entry.folder.clone_from(&own.folder);
            entry.how = own.how;
            let other = own.other.iter().filter(|(_, value)| !names_nothing(value));
            entry.other.extend(other.map(|(key, value)| (key.clone(), value.clone())));
        }
    }
    list.sources.extend(own.sources.into_iter().filter(|entry| shared_entry(entry).is_err()));
    list.held = own.held;
    list.other.extend(own.other.into_iter().filter(|(_, value)| !names_nothing(value)));
    Some(written(&list))
}

fn written(list: &Manifest) -> Vec<u8> {
    let mut bytes = list.to_json();
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Lang;
    use crate::messages::Say;
    use serde_json::{Value, json};

    fn list(lines: &Value) -> Vec<u8> {
        serde_json::to_vec(&json!({"backprop": "decks", "version": 1, "sources": lines})).unwrap()
    }

    fn lines(bytes: &[u8]) -> Vec<Value> {
        serde_json::from_slice::<Value>(bytes).unwrap()["sources"].as_array().unwrap().clone()
    }

    #[test]
    fn no_place_outside_the_data_folder_is_shared() {
        let here = list(&json!([
            {"source": "/home/me/n.md", "how": "copy", "deck": "n", "folder": "/home/me", "copy": "n/n.md", "later": 1},
            {"source": "/home/me/linked", "how": "link"},
        ]));
        let (out, refused) = shared(&here).unwrap();
        let text = String::from_utf8(out.clone()).unwrap();
        assert!(!text.contains("/home") && text.contains("\"later\": 1"), "{text}");
        assert!(
            refused.len() == 1 && refused[0].say(Lang::En).contains("outside the data folder"),
            "{refused:?}"
        );
        // It stays as it is wherever it goes, and comes back to what was here.
        assert_eq!(shared(&out).unwrap(), (out.clone(), vec![]));
        let back = embedded(&out, &here).unwrap();
        assert_eq!(lines(&back), lines(&here));
        assert_eq!(shared(&back).unwrap().0, out);
        assert_eq!(embedded(&out, b"{"), None);
        // A name is no place, and a mirror of a folder is a folder.
        let named =
            list(&json!([{"source": "notes~0123abcd", "how": "link", "copy": "notes", "refers": "folder"}]));
        let (out, refused) = shared(&named).unwrap();
        assert_eq!((lines(&out), refused), (lines(&named), vec![]));
    }

    #[test]
    fn every_line_is_looked_at_by_itself() {
        for (line, why) in [
            (json!({"source": "/x", "how": "copy", "copy": "../../home/x"}), "plain path"),
            (json!({"source": "/x", "how": "copy", "copy": "/etc/passwd"}), "plain path"),
            (json!({"source": "/x", "how": "copy", "copy": "a/../../x.md"}), "plain path"),
            (json!({"source": "/x", "how": "copy", "copy": "a\\..\\..\\x.md"}), "plain path"),
            (json!({"source": "/x", "how": "copy", "copy": "C:x.md"}), "plain path"),
            (json!({"source": "/x", "how": "copy", "copy": ".git/config"}), "plain path"),
            (json!({"source": "/x", "how": "copy", "copy": "decks.json"}), "plain path"),
            (json!({"source": "/x", "how": "copy", "copy": "a/con.md"}), "plain path"),
            (json!({"source": "/x", "how": "copy", "copy": "a/x.sh"}), "plain path"),
            (json!({"source": "/etc/passwd", "how": "copy"}), "names no copy"),
            (json!({"source": "/etc", "how": "link"}), "outside"),
            (json!({"source": "/x", "how": "run", "copy": "a.md"}), "unknown variant"),
            (json!({"how": "copy", "copy": "a.md"}), "source"),
            (json!(7), "invalid type"),
        ] {
            let good = json!({"source": "/good", "how": "copy", "copy": "good/n.md"});
            let (out, refused) = shared(&list(&json!([line.clone(), good]))).unwrap();
            assert_eq!(lines(&out).len(), 1, "{line}");
            assert!(refused.len() == 1 && refused[0].say(Lang::En).contains(why), "{line}: {refused:?}");
        }
        let odd = json!([{"source": "../../up", "how": "copy", "copy": "a.md", "run": "sh -c x", "url": "https://x"}]);
        let (out, _) = shared(&list(&odd)).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(!text.contains("..") && !text.contains("run") && !text.contains("url"), "{text}");
        for bytes in [&b"{"[..], b"[]", b"{\"backprop\":\"x\",\"version\":1}", b"\xff"] {
            assert!(shared(bytes).is_err());
        }
    }
}
