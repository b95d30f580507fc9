//! Anki's packages: `.apkg` and `.colpkg` become cards with their images and their review history.
//!
//! Pure like the rest of this room: the bytes come in, and nothing is unpacked anywhere but in memory.
//! A package may come from anybody, so every size, count, name and number in it is bounded, and what is
//! beyond the bounds is refused or left out, and told.

mod archive;
mod collection;
pub(super) mod exports;
mod facts;
pub(super) mod holes;
mod protobuf;
mod template;

use super::writing::{Writer, WrittenCard};
use crate::card::CardId;
use crate::day::Calendar;
use crate::day::Day;
use crate::markdown;
use crate::messages::{Damage, FormatMessage};
use archive::Archive;
use collection::{Collection, RawCard};
use facts::Created;
pub(crate) use facts::{FIELDS, NOTE_TYPE, TOPIC};
pub use facts::{Logged, PackageEvent, PackageRefused};
use std::collections::HashSet;
use std::path::Path;
use xxhash_rust::xxh3::xxh3_64;

/// Whether this build reads and writes packages.
pub const IS_BUILT: bool = cfg!(feature = "anki");

/// A larger package, in bytes, is refused.
pub const LARGEST: u64 = 1 << 30;
/// All questions and answers together, in bytes.
const LARGEST_TEXT: usize = 64 << 20;

/// Whether a file is a package, by its name.
pub fn is_package(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ending.eq_ignore_ascii_case("apkg") || ending.eq_ignore_ascii_case("colpkg")
}

/// Whether the bytes of a file are a package, whatever its name.
pub fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") && archive::has_collection(bytes)
}

/// What a package holds.
#[derive(Debug)]
pub struct Package {
    /// The name of the deck that all others are below, where there is one.
    pub title: Option<String>,
    /// Its cards, deck by deck.
    pub cards: Vec<PackedCard>,
    /// What could not be taken, in sentences.
    pub told: Vec<FormatMessage>,
    created: Created,
    archive: Archive,
}

/// A card of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackedCard {
    /// What it is known by here: its own id where this program made the package.
    pub id: CardId,
    /// The decks it stands in, outermost first.
    pub topic: Vec<String>,
    /// Its question, as Markdown.
    pub question: String,
    /// Its answer, as Markdown.
    pub answer: String,
    /// Whether it is out of all queues.
    pub suspended: bool,
    /// Whether it bears a flag.
    pub flagged: bool,
    /// The day it comes back on, where it comes back after days; see [`Package::day`].
    pub due: Option<i64>,
    /// What happened to it, oldest first.
    pub log: Vec<Logged>,
}

impl Package {
    /// Reads a package.
    pub fn read(bytes: Vec<u8>) -> Result<Package, PackageRefused> {
        let mut archive = Archive::open(bytes)?;
        let database = archive.collection()?;
        let collection = Collection::read(database)?;
        let GatheredCards { title, cards, told } = GatheredCards::of(&collection)?;
        Ok(Package { title, cards, told, created: collection.created, archive })
    }

    /// The cards as notes in the program's own style. `name` is the title where the package has none.
    pub fn markdown(&self, name: &str) -> String {
        written(self.title.as_deref().unwrap_or(name), &self.cards)
    }

    /// The bytes of an image by the name that notes have for it, at most `largest` of them.
    pub fn image(&self, name: &str, largest: u64) -> Result<Vec<u8>, PackageRefused> {
        self.archive.media(name, largest)
    }

    /// The study day that is so many days after the collection was made.
    pub fn day(&self, days: i64, calendar: &Calendar) -> Day {
        let Created { at, west, rollover } = self.created;
        let first = match west {
            Some(west) => {
                let local = at.0.div_euclid(1000) - west * 60 - rollover * 3600;
                Day(0).plus(local.div_euclid(86_400))
            }
            None => calendar.moment(at).day,
        };
        first.plus(days)
    }
}

/// Cards as notes in the program's own style.
fn written(title: &str, cards: &[PackedCard]) -> String {
    let mut out = String::new();
    let mut writer = Writer::new(&mut out, title);
    for PackedCard { id, topic, question, answer, .. } in cards {
        writer.card(&WrittenCard { id, metadata: None, topic, question, answer });
    }
    out
}

/// The cards of a collection.
struct GatheredCards {
    title: Option<String>,
    cards: Vec<PackedCard>,
    told: Vec<FormatMessage>,
}

impl GatheredCards {
    fn of(collection: &Collection) -> Result<GatheredCards, PackageRefused> {
        let mut gathered = GatheredCards { title: None, cards: Vec::new(), told: collection.told.clone() };
        gathered.fill(collection)?;
        Ok(gathered)
    }

    fn fill(&mut self, collection: &Collection) -> Result<(), PackageRefused> {
        let (mut blank, mut twice, mut sounds, mut size) = (0usize, 0usize, 0usize, 0usize);
        let mut unanswered = 0usize;
        let mut ids = HashSet::new();
        for card in &collection.cards {
            let Some(faces) = template::faces(collection, card) else {
                blank += 1;
                continue;
            };
            let (question, sounds_asked) = text_of(&faces.question);
            let (answer, sounds_answered) = text_of(&faces.answer);
            sounds += sounds_asked + sounds_answered;
            if question.trim().is_empty() {
                blank += 1;
                continue;
            }
            size += question.len() + answer.len();
            if size > LARGEST_TEXT {
                return Err(PackageRefused(Damage::TooMuchText { mb: LARGEST_TEXT >> 20 }));
            }
            let id = id(&collection.notes[card.note].guid, card.ord);
            if !ids.insert(id.clone()) {
                twice += 1;
                continue;
            }
            unanswered += usize::from(answer.trim().is_empty());
            let own_tags = || tags(&collection.notes[card.note].tags).into_iter().collect();
            let topic = faces.topic.unwrap_or_else(own_tags);
            self.cards.push(packed(collection, card, id, topic, (question, answer)));
        }
        self.name();
        let told = [
            (blank, FormatMessage::Blank { count: blank }),
            (twice, FormatMessage::Twice { count: twice }),
            (sounds, FormatMessage::SoundsLeft { count: sounds }),
            (unanswered, FormatMessage::Unanswered { count: unanswered }),
        ];
        self.told.extend(told.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said));
        Ok(())
    }

    /// Takes the deck that all cards stand in as the title.
    fn name(&mut self) {
        let Some(first) = self.cards.first().and_then(|card| card.topic.first()).cloned() else { return };
        if self.cards.iter().all(|card| card.topic.first() == Some(&first)) {
            self.cards.iter_mut().for_each(|card| drop(card.topic.remove(0)));
            self.title = Some(first);
        }
    }
}

fn packed(
    collection: &Collection,
    card: &RawCard,
    id: CardId,
    own_topic: Vec<String>,
    (question, answer): (String, String),
) -> PackedCard {
    let mut topic = collection.deck(card);
    topic.extend(own_topic);
    PackedCard {
        id,
        topic,
        question,
        answer,
        suspended: card.suspended,
        flagged: card.flagged,
        due: card.due,
        log: collection.log.get(&card.id).cloned().unwrap_or_default(),
    }
}

/// Tags as one level of a topic: `#cnn #ml::basics`.
pub(super) fn tags(tags: &str) -> Option<String> {
    let tags: Vec<String> = tags.split_whitespace().map(|tag| format!("#{tag}")).collect();
    (!tags.is_empty()).then(|| tags.join(" "))
}

/// What a card is known by here. Notes of this program carry their card's id; another note's own name
/// has signs that no id may have, so its hash stands for it.
pub(super) fn id(guid: &str, ord: i64) -> CardId {
    let own =
        guid.strip_prefix(GUID).filter(|id| super::written_id(&format!("<!-- id: {id} -->")) == Some(id));
    let id = own.map_or_else(|| format!("anki-{:016x}", xxh3_64(guid.as_bytes())), str::to_owned);
    if ord == 0 { CardId::from(id.as_str()) } else { CardId::from(format!("{id}-{}", ord + 1).as_str()) }
}

/// Before a card's id: what its note is known by to Anki, so that it comes back as the same card.
pub(crate) const GUID: &str = "backprop:";

/// A side of a card as Markdown, and how many sounds it had.
pub(super) fn text_of(html: &str) -> (String, usize) {
    let (mut silent, mut rest, mut sounds) = (String::with_capacity(html.len()), html, 0);
    while let Some(at) = rest.find("[sound:") {
        let Some(end) = rest[at..].find(']') else { break };
        silent.push_str(&rest[..at]);
        rest = &rest[at + end + 1..];
        sounds += 1;
    }
    silent.push_str(rest);
    (markdown::from_html(&silent), sounds)
}
