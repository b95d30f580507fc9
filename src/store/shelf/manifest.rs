//! The list of decks as bytes. Each line is looked at by itself, wherever the list comes from: one that
//! could reach a file outside does not count, stays in the file, and is told.

use super::{Entry, How};
use crate::card::CardId;
use crate::messages::ListFault;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::{Component, Path};

const KIND: &str = "decks";
const VERSION: u32 = 1;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Manifest {
    pub(super) backprop: String,
    pub(super) version: u32,
    pub(super) sources: Vec<Entry>,
    /// Cards that are another card written twice: copy and kept card.
    pub(super) merged: BTreeMap<CardId, CardId>,
    pub(super) other: Map<String, Value>,
    /// Lines that do not count; they stay in the file.
    pub(super) held: Vec<Held>,
}

/// A line of the list that does not count, and why.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Held {
    pub(super) line: Value,
    pub(super) why: ListFault,
}

/// The list as it stands in the file.
#[derive(Serialize, Deserialize)]
struct WrittenList {
    backprop: String,
    version: u32,
    #[serde(default)]
    sources: Vec<Value>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    merged: BTreeMap<CardId, CardId>,
    #[serde(flatten)]
    other: Map<String, Value>,
}

impl Manifest {
    /// A list without lines.
    pub(super) fn empty() -> Manifest {
        Manifest {
            backprop: KIND.to_owned(),
            version: VERSION,
            sources: Vec::new(),
            merged: BTreeMap::new(),
            other: Map::new(),
            held: Vec::new(),
        }
    }

    /// The bytes of the file.
    pub(super) fn to_json(&self) -> Vec<u8> {
        #[derive(Serialize)]
        #[serde(untagged)]
        enum Line<'a> {
            Entry(Box<Entry>),
            Held(&'a Value),
        }
        #[derive(Serialize)]
        struct File<'a> {
            backprop: &'a str,
            version: u32,
            sources: Vec<Line<'a>>,
            #[serde(skip_serializing_if = "BTreeMap::is_empty")]
            merged: &'a BTreeMap<CardId, CardId>,
            #[serde(flatten)]
            other: &'a Map<String, Value>,
        }
        let Manifest { backprop, version, merged, other, .. } = self;
        let held = self.held.iter().map(|held| Line::Held(&held.line));
        let sources =
            self.sources.iter().map(|entry| Line::Entry(Box::new(entry.as_written()))).chain(held).collect();
        let file = File { backprop, version: *version, sources, merged, other };
        serde_json::to_vec_pretty(&file).expect("every path in the list is text")
    }
}

/// Reads a list; each line is looked at by itself.
pub(super) fn parse(bytes: &[u8]) -> Result<Manifest, ListFault> {
    let written: WrittenList = serde_json::from_slice(bytes).map_err(|error| json(&error))?;
    let WrittenList { backprop, version, sources: lines, merged, other } = written;
    let (mut sources, mut held) = (Vec::new(), Vec::new());
    for (index, line) in lines.into_iter().enumerate() {
        match entry_of(&line) {
            Ok(entry) => sources.push(entry),
            Err(why) => {
                let why = ListFault::Entry { number: index + 1, why: why.into() };
                held.push(Held { line, why });
            }
        }
    }
    let mut manifest = Manifest { backprop, version, sources, merged, other, held };
    if manifest.backprop != KIND {
        return Err(ListFault::NotAList);
    }
    if manifest.version > VERSION {
        return Err(ListFault::Newer { version: manifest.version });
    }
    // The list comes from other machines too, and names are shown.
    for entry in &mut manifest.sources {
        for name in [&mut entry.deck, &mut entry.title].into_iter().flatten() {
            *name = crate::markdown::clean(name).replace('\n', " ");
        }
    }
    Ok(manifest)
}

/// What the reader of JSON says, as it can be shown.
fn json(error: &serde_json::Error) -> ListFault {
    ListFault::Json { why: crate::markdown::clean(&error.to_string()).replace('\n', " ") }
}

/// One line of the list, wherever it comes from: its copy stands below `decks/` and nowhere else.
fn entry_of(line: &Value) -> Result<Entry, ListFault> {
    let mut entry: Entry = serde_json::from_value(line.clone()).map_err(|error| json(&error))?;
    entry.as_read();
    match &entry.copy {
        Some(copy) if !is_inside(copy) => {
            Err(ListFault::NotInside { copy: crate::markdown::clean(&copy.to_string_lossy()) })
        }
        None if entry.how == How::Copy => Err(ListFault::NoCopy),
        None if !entry.source.is_absolute() => Err(ListFault::NotAbsolute),
        _ => Ok(entry),
    }
}

/// Whether a path leads to a file of its own below a folder, and through nothing hidden.
fn is_inside(path: &Path) -> bool {
    let is_plain = |part: Component<'_>| match part {
        Component::Normal(name) => {
            let name = name.to_string_lossy();
            !name.starts_with('.') && !name.contains('\\') && !name.chars().any(char::is_control)
        }
        _ => false,
    };
    let is_list = path.to_string_lossy().to_lowercase().starts_with("decks.json");
    path.components().next().is_some() && path.components().all(is_plain) && !is_list
}
