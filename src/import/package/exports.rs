//! Anki's notes as JSON: decks that CrowdAnki writes, and lists of notes with their fields, as the add-ons that
//! speak to other programs give and take them.

use super::collection::{Collection, NoteType, RawCard, RawNote};
use super::{Created, GatheredCards, PackageRefused, holes, written};
use crate::day::At;
use crate::import::diagnostic::Diagnostic;
use crate::messages::{Damage, FormatMessage, ReadingMessage};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// Decks in decks are no deeper.
const DEEPEST: usize = 16;

/// The notes of an export as Markdown.
pub(in crate::import) struct NotesExport {
    pub(in crate::import) format: &'static str,
    pub(in crate::import) text: String,
    pub(in crate::import) told: Vec<Diagnostic>,
}

/// The cards of an export; `None` where the value is none.
pub(in crate::import) fn read(value: &Value) -> Option<Result<NotesExport, PackageRefused>> {
    let mut collection = Collection {
        notes: Vec::new(),
        cards: Vec::new(),
        kinds: HashMap::new(),
        log: HashMap::new(),
        created: Created { at: At(0), west: None, rollover: 4 },
        told: Vec::new(),
        decks: HashMap::new(),
    };
    let mut kinds: HashMap<String, i64> = HashMap::new();
    let (format, title) = if value["__type__"] == "Deck" {
        crowd(value, &mut kinds, "", 0, &mut collection);
        ("CrowdAnki deck", value["name"].as_str().unwrap_or("Anki"))
    } else {
        listed(value, &mut kinds, &mut collection)?;
        ("Anki notes (JSON)", "Anki")
    };
    let gathered = GatheredCards::of(&collection).and_then(|gathered| match gathered.cards.is_empty() {
        true => Err(PackageRefused(Damage::NoNotes)),
        false => Ok(gathered),
    });
    Some(gathered.map(|GatheredCards { title: own, cards, told }| {
        let told = told.into_iter().map(|told| Diagnostic::warning(1, told, ReadingMessage::OthersComplete));
        NotesExport { format, text: written(own.as_deref().unwrap_or(title), &cards), told: told.collect() }
    }))
}

/// A text of an object.
fn string<'v>(object: &'v Value, key: &str) -> &'v str {
    object[key].as_str().unwrap_or_default()
}

fn list<'v>(object: &'v Value, key: &str) -> &'v [Value] {
    object[key].as_array().map_or(&[], Vec::as_slice)
}

/// A deck of CrowdAnki with those inside it.
fn crowd(deck: &Value, kinds: &mut HashMap<String, i64>, above: &str, depth: usize, into: &mut Collection) {
    if depth > DEEPEST {
        return;
    }
    for model in list(deck, "note_models") {
        let key = kinds.len() as i64 + 1;
        let names = ordered(list(model, "flds")).into_iter().map(|field| string(field, "name").to_owned());
        let templates = ordered(list(model, "tmpls")).into_iter();
        let kind = NoteType {
            name: string(model, "name").to_owned(),
            is_cloze: model["type"] == 1,
            fields: names.collect(),
            templates: templates
                .map(|template| (string(template, "qfmt").to_owned(), string(template, "afmt").to_owned()))
                .collect(),
        };
        kinds.insert(string(model, "crowdanki_uuid").to_owned(), key);
        into.kinds.insert(key, kind);
    }
    let own = string(deck, "name");
    let name = if above.is_empty() { own.to_owned() } else { format!("{above}::{own}") };
    let place = into.decks.len() as i64 + 1;
    into.decks.insert(place, name.clone());
    for note in list(deck, "notes") {
        let fields = list(note, "fields").iter().map(|field| beside(field.as_str().unwrap_or_default()));
        let tags: Vec<&str> = list(note, "tags").iter().filter_map(Value::as_str).collect();
        let raw = RawNote {
            guid: string(note, "guid").to_owned(),
            kind: kinds.get(string(note, "note_model_uuid")).copied().unwrap_or(0),
            fields: fields.take(256).collect(),
            tags: tags.join(" "),
        };
        add(raw, place, into);
    }
    for child in list(deck, "children") {
        crowd(child, kinds, &name, depth + 1, into);
    }
}

/// Pictures stand in a folder beside the deck.
fn beside(field: &str) -> String {
    let mut out = String::with_capacity(field.len());
    let mut rest = field;
    while let Some(at) = rest.find("src=") {
        let quote = rest[at + 4..].chars().next().filter(|sign| matches!(sign, '"' | '\''));
        let start = at + 4 + usize::from(quote.is_some());
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let name = &rest[..rest.find(['"', '\'', '>', ' ']).unwrap_or(rest.len())];
        if !name.is_empty() && !name.contains(':') && !name.starts_with('/') {
            out.push_str("media/");
        }
    }
    out.push_str(rest);
    out
}

fn ordered(items: &[Value]) -> Vec<&Value> {
    let mut items: Vec<&Value> = items.iter().take(256).collect();
    items.sort_by_key(|item| item["ord"].as_i64().unwrap_or(0));
    items
}

/// Puts a note into the collection, with a card for each template that asks something, or for each hole.
fn add(note: RawNote, deck: i64, into: &mut Collection) {
    let Some(kind) = into.kinds.get(&note.kind) else {
        let note = crate::markdown::clean(&note.guid);
        into.told.push(FormatMessage::UnknownType { note });
        into.told.truncate(20);
        return;
    };
    let ords: Vec<i64> = if kind.is_cloze {
        let numbers: std::collections::BTreeSet<i64> =
            note.fields.iter().flat_map(|field| holes::numbers(field)).collect();
        numbers.into_iter().map(|number| number - 1).collect()
    } else {
        (0..kind.templates.len().min(256) as i64).collect()
    };
    let place = into.notes.len();
    for ord in ords {
        let id = into.cards.len() as i64;
        let card = RawCard { id, note: place, deck, ord, suspended: false, flagged: false, due: None };
        into.cards.push(card);
    }
    into.notes.push(note);
    // A template that shows nothing of a note makes no card of it.
    while into.cards.last().is_some_and(|card| card.note == place && card.ord > 0 && is_blank(into, card)) {
        into.cards.pop();
    }
}

fn is_blank(collection: &Collection, card: &RawCard) -> bool {
    let faces = super::template::faces(collection, card);
    faces.is_some_and(|faces| super::text_of(&faces.question).0.trim().is_empty())
}

/// Notes with named fields, in a list or in what holds one.
fn listed(value: &Value, kinds: &mut HashMap<String, i64>, into: &mut Collection) -> Option<()> {
    let holders = ["result", "notes", "params"];
    let mut notes = value;
    for _ in 0..3 {
        match holders.iter().find_map(|key| notes.get(*key)) {
            Some(inner) => notes = inner,
            None => break,
        }
    }
    let notes = notes.as_array()?;
    let is_note = |note: &Value| {
        note["fields"].is_object() && (note["modelName"].is_string() || note["noteId"].is_i64())
    };
    if notes.is_empty() || !notes.iter().all(is_note) {
        return None;
    }
    for note in notes {
        let fields = fields(note["fields"].as_object()?);
        let names: Vec<String> = fields.iter().map(|(name, _)| (*name).to_owned()).collect();
        let model = string(note, "modelName");
        let is_cloze = fields.iter().any(|(_, text)| !holes::numbers(text).is_empty());
        let key = format!("{model}\u{1f}{is_cloze}\u{1f}{}", names.join("\u{1f}"));
        let number = kinds.len() as i64 + 1;
        let kind = *kinds.entry(key).or_insert(number);
        into.kinds.entry(kind).or_insert_with(|| templates(model, &names, is_cloze));
        let deck = string(note, "deckName");
        let place = into.decks.iter().find(|(_, name)| *name == deck).map(|(place, _)| *place);
        let place = place.unwrap_or(into.decks.len() as i64 + 1);
        into.decks.insert(place, deck.to_owned());
        let tags: Vec<&str> = list(note, "tags").iter().filter_map(Value::as_str).collect();
        // Without a name of its own, a note is known by what it asks.
        let own = note["guid"].as_str().map(str::to_owned);
        let own = own.or_else(|| Some(format!("note {}", note["noteId"].as_i64()?)));
        let first = fields.first().map_or("", |(_, text)| *text);
        let guid = own.unwrap_or_else(|| format!("text {first}"));
        let texts = fields.iter().map(|(_, text)| (*text).to_owned()).collect();
        add(RawNote { guid, kind, fields: texts, tags: tags.join(" ") }, place, into);
    }
    Some(())
}

/// The fields of a note in their order, with their texts.
fn fields(object: &Map<String, Value>) -> Vec<(&str, &str)> {
    let mut fields: Vec<(i64, &str, &str)> = object
        .iter()
        .take(256)
        .enumerate()
        .filter_map(|(place, (name, field))| {
            let text = field.as_str().or_else(|| field["value"].as_str())?;
            // Maps are in the order of their names: without numbers, what asks stands first.
            let asks =
                crate::import::fields::ASKED.contains(&crate::import::fields::plain_name(name).as_str());
            let order = field["order"].as_i64().unwrap_or(if asks { -1 } else { place as i64 });
            Some((order, name.as_str(), text))
        })
        .collect();
    fields.sort_by_key(|(order, ..)| *order);
    fields.into_iter().map(|(_, name, text)| (name, text)).collect()
}

/// The first field asks, the others answer.
fn templates(model: &str, names: &[String], is_cloze: bool) -> NoteType {
    let first = names.first().map_or("", String::as_str);
    let others =
        names.iter().skip(1).map(|name| format!("{{{{{name}}}}}")).collect::<Vec<_>>().join("<br><br>");
    let templates = match is_cloze {
        true => (format!("{{{{cloze:{first}}}}}"), format!("{{{{cloze:{first}}}}}<br><br>{others}")),
        false => (format!("{{{{{first}}}}}"), others),
    };
    NoteType { name: model.to_owned(), is_cloze, fields: names.to_vec(), templates: vec![templates] }
}
