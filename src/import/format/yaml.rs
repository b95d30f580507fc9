//! Cards in YAML: in the front matter of notes, or in a file of nothing else.

use super::deck::ConvertedDeck;
use super::records::Records;
use super::{Converted, Refused, pages};
use crate::import::fields::plain_name;
use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Value};

/// The name of the format.
const FORMAT: &str = "YAML deck";
/// Longer YAML is not looked at, in bytes.
const LARGEST: usize = 8 << 20;
/// Deeper YAML is no deck.
const DEEPEST: usize = 32;

/// The cards of a text in whose front matter there are some, or which is YAML.
pub(super) fn read(text: &str) -> Option<Result<Converted, Refused>> {
    let (yaml, body) = parts(text)?;
    if yaml.len() > LARGEST || !names_cards(yaml) {
        return None;
    }
    let value = parsed(yaml)?;
    let mut records = Records::new(ConvertedDeck::default());
    records.walk(&value);
    let mut deck = records.finish();
    if !deck.has_cards() {
        return None;
    }
    if !body.trim().is_empty() {
        pages::read(body, &[], None, &mut deck);
    }
    Some(deck.converted(FORMAT))
}

/// The YAML of a text, and the notes below it.
fn parts(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    if let Some(behind) =
        text.strip_prefix("---").filter(|behind| behind.trim_start_matches(' ').starts_with('\n'))
    {
        let end = |mark: &str| behind.find(mark).map(|at| (at, mark.len()));
        let close = [end("\n---\n"), end("\n...\n")].into_iter().flatten().min();
        return Some(match close {
            Some((at, length)) => (&behind[..=at], &behind[at + length..]),
            None => (behind.strip_suffix("\n---").unwrap_or(behind), ""),
        });
    }
    // A file of YAML alone: it begins with a key that holds cards, or with a record.
    let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with(['#', '%']))?;
    let key = first.trim_end();
    let holds = key.ends_with(':') && !key.contains(' ') && key.is_ascii();
    let records =
        first.strip_prefix("- ").and_then(|item| item.split_once(':')).is_some_and(|(name, value)| {
            name.len() > 1
                && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_')
                && value.starts_with(' ')
        });
    (holds || records).then_some((text, ""))
}

/// Whether some lines have the names that fields of cards have: most front matter has none.
fn names_cards(yaml: &str) -> bool {
    use crate::import::fields::{ANSWERED, ASKED};
    let has = |names: &[&str]| {
        yaml.lines().any(|line| {
            let item = line.trim_start().trim_start_matches(['-', '{', ' ']);
            let key = item.split_once(':').map(|(key, _)| plain_name(key));
            key.is_some_and(|key| names.contains(&key.as_str()))
        })
    };
    has(&ASKED) && (has(&ANSWERED) || yaml.contains("options") || yaml.contains("choices"))
}

/// A value in the making: its items, and the key at hand of a map.
enum OpenValue {
    List(Vec<Value>),
    Map(Map<String, Value>, Option<String>),
}

/// The first document. What an alias refers to is not put in again, so that nothing grows beyond the text.
fn parsed(yaml: &str) -> Option<Value> {
    let mut open: Vec<OpenValue> = Vec::new();
    for event in Parser::new_from_str(yaml) {
        let (event, _) = event.ok()?;
        let done = match event {
            Event::SequenceStart(..) => {
                open.push(OpenValue::List(Vec::new()));
                None
            }
            Event::MappingStart(..) => {
                open.push(OpenValue::Map(Map::new(), None));
                None
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop()? {
                OpenValue::List(items) => Some(Value::Array(items)),
                OpenValue::Map(map, _) => Some(Value::Object(map)),
            },
            Event::Scalar(text, style, ..) => Some(scalar(&text, style)),
            Event::Alias(_) => Some(Value::Null),
            Event::DocumentEnd | Event::StreamEnd => return None,
            _ => None,
        };
        if open.len() > DEEPEST {
            return None;
        }
        let Some(value) = done else { continue };
        match open.last_mut() {
            None => return Some(value),
            Some(OpenValue::List(items)) => items.push(value),
            Some(OpenValue::Map(map, key)) => match key.take() {
                Some(key) => drop(map.insert(key, value)),
                None => *key = Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
            },
        }
    }
    None
}

fn scalar(text: &str, style: ScalarStyle) -> Value {
    if style != ScalarStyle::Plain {
        return Value::String(text.to_owned());
    }
    match text {
        "" | "~" | "null" => Value::Null,
        "true" | "True" => Value::Bool(true),
        "false" | "False" => Value::Bool(false),
        _ => match text.parse::<u32>() {
            Ok(number) if number.to_string() == text => Value::from(number),
            _ => Value::String(text.to_owned()),
        },
    }
}
