//! JSON and lines of JSON that hold cards: lists of questions with answers under any usual names, maps from
//! questions to answers, and Anki's notes.

use super::deck::ConvertedDeck;
use super::records::Records;
use super::{Converted, Refused};
use crate::import::damage;
use crate::import::package::exports;
use crate::messages::Damage;
use serde_json::Value;

/// The name of the format.
const FORMAT: &str = "JSON deck";
/// A longer text is not taken apart, in bytes: each of its values takes more room than its text.
const LARGEST: usize = 16 << 20;

/// The cards of a text; `None` where it is no JSON, or holds none.
pub(super) fn read(text: &str) -> Option<Result<Converted, Refused>> {
    if !looks_so(text) {
        return None;
    }
    if text.len() > LARGEST {
        return Some(Err(Refused::damaged("JSON file", Damage::TooLarge { mb: LARGEST >> 20 })));
    }
    let values: Result<Vec<Value>, _> = serde_json::Deserializer::from_str(text).into_iter().collect();
    let mut values = match values {
        Ok(values) => values,
        Err(problem) => return Some(Err(Refused::damaged("JSON file", damage::said(&problem)))),
    };
    // Several values are lines of JSON, each one record.
    let value = if values.len() == 1 { values.remove(0) } else { Value::Array(values) };
    if let Some(export) = exports::read(&value) {
        let exports::NotesExport { format, text, told } = match export {
            Ok(export) => export,
            Err(why) => return Some(Err(Refused::damaged("JSON export of Anki", why.0))),
        };
        return Some(Ok(Converted { format, text, told }));
    }
    let mut records = Records::new(ConvertedDeck::default());
    records.walk(&value);
    let deck = records.finish();
    deck.has_cards().then(|| deck.converted(FORMAT))
}

/// Whether a text begins as objects with keys do. `[1]` and `{a}` are words in notes.
fn looks_so(text: &str) -> bool {
    let mut start = text.chars().filter(|letter| !letter.is_whitespace()).take(2);
    let (first, second) = (start.next(), start.next());
    let begins = match first {
        Some('{') => second == Some('"'),
        Some('[') => matches!(second, Some('{' | '[')),
        _ => false,
    };
    let mut end = text.len().min(4000);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let colons =
        || text[..end].split('"').skip(2).step_by(2).any(|behind| behind.trim_start().starts_with(':'));
    begins && (colons() || (first, second) == (Some('['), Some('[')) && text.contains('"'))
}
