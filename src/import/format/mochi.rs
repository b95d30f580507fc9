//! Mochi's exports: an archive with the cards as data, and their pictures beside it.

use super::packed::Packed;
use super::{Converted, Refused};
use crate::card::CardId;
use crate::import::damage;
use crate::import::writing::{Writer, WrittenCard};
use crate::messages::FormatMessage;
use serde_json::Value;
use xxhash_rust::xxh3::xxh3_64;

/// The name of the format.
const FORMAT: &str = "Mochi export";
const DATA: &str = "data.json";

/// Whether an archive is such an export.
pub(super) fn is_export(packed: &Packed<'_>) -> bool {
    packed.has(DATA) || packed.has("data.edn")
}

pub(super) fn read(packed: &mut Packed<'_>) -> Result<Converted, Refused> {
    if !packed.has(DATA) {
        return Err(Refused {
            format: FORMAT,
            message: FormatMessage::OldMochi,
            help: FormatMessage::NewerMochi,
        });
    }
    let text = packed.text(DATA).map_err(|why| Refused::damaged(FORMAT, why))?;
    let data: Value =
        serde_json::from_str(&text).map_err(|problem| Refused::damaged(FORMAT, damage::said(&problem)))?;
    let decks: Vec<&Value> = get(&data, "decks").map(items).unwrap_or_default();
    let mut out = String::new();
    let title = decks.first().and_then(|deck| string(deck, "name")).unwrap_or("Mochi");
    let mut writer = Writer::new(&mut out, title);
    for deck in &decks {
        let topic: Vec<String> = match decks.len() {
            1 => Vec::new(),
            _ => vec![string(deck, "name").unwrap_or("Mochi").to_owned()],
        };
        for card in get(deck, "cards").map(items).unwrap_or_default() {
            if get(card, "trashed?").is_some_and(|value| !value.is_null() && *value != Value::Bool(false)) {
                continue;
            }
            write(card, &topic, &mut writer);
        }
    }
    Ok(Converted { format: FORMAT, text: out, told: Vec::new() })
}

fn write(card: &Value, topic: &[String], writer: &mut Writer<'_>) {
    let content = string(card, "content").unwrap_or_default().replace("\r\n", "\n").replace("(@media/", "(");
    let mut sides: Vec<String> = sides(&content);
    if sides.iter().all(|side| side.is_empty()) {
        // A card of a template has fields in place of a text.
        let fields = get(card, "fields").and_then(Value::as_object);
        let mut named: Vec<(&String, &Value)> = fields.into_iter().flatten().collect();
        // Its front is the field of that name; the others have ids.
        named.sort_by_key(|(name, _)| name.trim_start_matches("~:") != "name");
        let texts = named.into_iter().map(|(_, field)| field);
        sides = texts.filter_map(|field| Some(string(field, "value")?.trim().to_owned())).collect();
    }
    sides.retain(|side| !side.is_empty());
    let Some((question, answers)) = sides.split_first() else { return };
    let own = string(card, "id").map(|id| id.trim_start_matches("~:").to_owned());
    let id = own.unwrap_or_else(|| format!("{:016x}", xxh3_64(content.as_bytes())));
    let answer = answers.join("\n\n");
    let holes = holes(question);
    if holes.is_empty() || !answer.is_empty() {
        let id = CardId::from(format!("mochi-{id}").as_str());
        return writer.card(&WrittenCard { id: &id, metadata: None, topic, question, answer: &answer });
    }
    for hole in &holes {
        let id = CardId::from(format!("mochi-{id}-{hole}").as_str());
        let (question, answer) = (filled(question, Some(hole.as_str())), filled(question, None));
        writer.card(&WrittenCard { id: &id, metadata: None, topic, question: &question, answer: &answer });
    }
}

/// The sides of a card: lines of three hyphens part them, but not in code.
fn sides(content: &str) -> Vec<String> {
    let (mut sides, mut is_code) = (vec![String::new()], false);
    for line in content.lines() {
        is_code ^= line.trim_start().starts_with("```");
        if !is_code && line.trim_end() == "---" {
            sides.push(String::new());
        } else if let Some(side) = sides.last_mut() {
            side.push_str(line);
            side.push('\n');
        }
    }
    sides.iter().map(|side| side.trim().to_owned()).collect()
}

/// The pieces of a text with holes, `{{1::so}}` or `{{so}}`: text, group and word in turn.
fn pieces(text: &str) -> Vec<(&str, Option<(&str, &str)>)> {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while let Some((before, (inner, after))) =
        rest.split_once("{{").and_then(|(before, behind)| Some((before, behind.split_once("}}")?)))
    {
        let hole = match inner.split_once("::") {
            Some((group, word)) if group.trim_start_matches('c').parse::<u32>().is_ok() => (group, word),
            _ => ("1", inner),
        };
        pieces.push((before, Some(hole)));
        rest = after;
    }
    pieces.push((rest, None));
    pieces
}

/// The groups of holes of a text, each once.
fn holes(text: &str) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    for (_, hole) in pieces(text) {
        if let Some((group, _)) = hole
            && !groups.iter().any(|known| known == group)
        {
            groups.push(group.to_owned());
        }
    }
    groups
}

/// The text with the holes of a group empty, or with all filled.
fn filled(text: &str, empty: Option<&str>) -> String {
    let piece = |(before, hole): (&str, Option<(&str, &str)>)| match hole {
        Some((group, _)) if Some(group) == empty => format!("{before}[…]"),
        Some((_, word)) if empty.is_none() => format!("{before}**{word}**"),
        Some((_, word)) => format!("{before}{word}"),
        None => before.to_owned(),
    };
    pieces(text).into_iter().map(piece).collect()
}

/// What an object has under a key, which may be written as a keyword.
fn get<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
    value.get(key).or_else(|| value.get(format!("~:{key}")))
}

fn string<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    get(value, key)?.as_str()
}

/// The items of a list or a set.
fn items(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(all) => match all.as_slice() {
            [Value::String(tag), Value::Array(inner)] if tag.starts_with("~#") => inner.iter().collect(),
            all => all.iter().collect(),
        },
        Value::Object(object) => match (object.len(), object.get("~#list").or_else(|| object.get("~#set"))) {
            (1, Some(Value::Array(inner))) => inner.iter().collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
