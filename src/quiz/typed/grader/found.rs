//! JSON among other text: a language model puts prose, thoughts and fences of code around what it was asked for,
//! and its command may put all of that into a JSON string again.

use serde_json::{Deserializer, Value};

/// JSON in strings of JSON is looked into so often.
const DEEPEST: usize = 3;

/// The last object in a text of which `of` makes something.
pub(super) fn last_that<T>(text: &str, of: &mut impl FnMut(&Value) -> Option<T>) -> Option<T> {
    let mut last = None;
    look_into(&without_colours(text), DEEPEST, &mut |value| match of(value) {
        Some(found) => {
            last = Some(found);
            true
        }
        None => false,
    });
    last
}

/// So many braces are tried, the last ones: each may cost a look at all that follows.
const MOST: usize = 4000;

/// Offers every object of a text, in its order; inside one that was taken it does not look.
fn look_into(text: &str, depth: usize, offer: &mut impl FnMut(&Value) -> bool) {
    let is_start = |(at, _): &(usize, &str)| text[at + 1..].trim_start().starts_with(['"', '}']);
    let starts: Vec<usize> = text.match_indices('{').filter(is_start).map(|(at, _)| at).collect();
    let mut end = 0;
    for start in starts.iter().skip(starts.len().saturating_sub(MOST)).copied() {
        if start < end {
            continue;
        }
        let mut values = Deserializer::from_str(&text[start..]).into_iter::<Value>();
        // Where no JSON begins stands a brace of a sentence, or of an object that was not finished.
        if let Some(Ok(value)) = values.next() {
            look_at(&value, depth, offer);
            end = start + values.byte_offset();
        }
    }
}

fn look_at(value: &Value, depth: usize, offer: &mut impl FnMut(&Value) -> bool) {
    match value {
        Value::Object(fields) if !offer(value) => {
            fields.values().for_each(|field| look_at(field, depth, offer));
        }
        Value::Array(values) => values.iter().for_each(|value| look_at(value, depth, offer)),
        Value::String(text) if depth > 0 && text.contains('{') => look_into(text, depth - 1, offer),
        _ => {}
    }
}

/// A text without the codes that colour it on a terminal: `ESC [ … letter`.
fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut parts = text.split("\u{1b}[");
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find(|letter: char| ('@'..='~').contains(&letter)).map_or(part.len(), |at| at + 1);
        plain.push_str(&part[end..]);
    }
    plain
}
