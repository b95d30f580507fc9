//! The bytes of a cached leaf. It stands in parts, so that all processors may read one long deck; in a
//! part texts and numbers are apart, so that the texts become pieces of one that is taken over as it was
//! read.
//!
//! ```text
//! magic 8 · made from 8 · print of the cards 8 · count of cards 4 · count of parts 4
//! of each part: length of its texts 4 · length of its numbers 4 · hash of both 8
//! hash of all before 8
//! the parts: texts, without anything between them; then numbers, seven bits a byte, the lowest first
//! ```
//!
//! The first part has the titles. Each other one has some of the cards: first, for each of them, where its
//! numbers and its texts begin, 4 and 4; then the topics above them; then the cards. The number of a text
//! is its length; ids stand behind theirs among the numbers.

use super::Leaf;
use crate::card::{Card, CardId, Face, Importance, Lang, Level, Metadata, Source, Text, Track};
use crate::store::bounded;
use rayon::prelude::*;
use smallvec::SmallVec;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

const MAGIC: &[u8; 8] = b"bpleaf\x04\n";

/// Bytes of the header before the parts are told.
const HEAD: usize = 32;

/// Bytes that tell of a part.
const PART: usize = 16;

/// Bytes that tell where a card stands in its part.
const PLACE: usize = 8;

/// Cards in a part.
const CARDS: usize = 8192;

/// A leaf as bytes; `None` when its texts are too long for that. Its path is not among them.
pub(super) fn written(leaf: &Leaf, made_from: u64) -> Option<Vec<u8>> {
    let mut parts: Vec<NoteOutput> = leaf.cards.chunks(CARDS).map(part).collect();
    let mut titles = NoteOutput::default();
    titles.list(&leaf.titles, |out, (lang, title)| {
        out.lang(*lang);
        out.text(title);
    });
    parts.insert(0, titles);
    let short = |len: usize| u32::try_from(len).ok();
    let mut bytes = MAGIC.to_vec();
    bytes.extend(made_from.to_le_bytes());
    bytes.extend(leaf.print.to_le_bytes());
    bytes.extend(short(leaf.cards.len())?.to_le_bytes());
    bytes.extend(short(parts.len())?.to_le_bytes());
    for part in &parts {
        bytes.extend(short(part.texts.len())?.to_le_bytes());
        bytes.extend(short(part.numbers.len())?.to_le_bytes());
        bytes.extend(hash(part.texts.as_bytes(), &part.numbers).to_le_bytes());
    }
    bytes.extend(xxh3_64(&bytes).to_le_bytes());
    for part in parts {
        bytes.extend(part.texts.as_bytes());
        bytes.extend(part.numbers);
    }
    Some(bytes)
}

fn part(cards: &[Card]) -> NoteOutput {
    let mut out = NoteOutput::default();
    let mut topics: Vec<&Arc<[String]>> = Vec::new();
    let mut topic_of = Vec::new();
    for face in cards.iter().flat_map(|card| &card.faces) {
        // Cards below one heading share it with their neighbours.
        if topics.last().is_none_or(|last| **last != face.topic) {
            topics.push(&face.topic);
        }
        topic_of.push(topics.len() - 1);
    }
    out.numbers.resize(cards.len() * PLACE, 0);
    out.list(&topics, |out, topic| out.list(topic, |out, heading| out.text(heading)));
    let mut topic_of = topic_of.into_iter();
    for (card, at) in cards.iter().zip((0..).step_by(PLACE)) {
        let place = [out.numbers.len() as u32, out.texts.len() as u32].map(u32::to_le_bytes);
        out.numbers[at..at + PLACE].copy_from_slice(place.as_flattened());
        out.id(&card.id);
        out.list(&card.faces, |out, face| {
            out.lang(face.lang);
            out.number(topic_of.next().unwrap_or_default());
            out.text(&face.question);
            out.text(&face.answer);
            let (first, last) = face.source.answer_lines.unwrap_or_default();
            out.number(face.source.question_line);
            out.number(first);
            out.number(last - first);
            out.list(face.metadata.as_slice(), |out, metadata| out.metadata(metadata));
        });
    }
    out
}

fn hash(texts: &[u8], numbers: &[u8]) -> u64 {
    let mut hash = Xxh3::new();
    hash.update(texts);
    hash.update(numbers);
    hash.digest()
}

/// The leaf kept in this place, of the notes at `path`, when it was made from that; its cards stand in
/// `file`.
pub(super) fn read(
    place: &Path,
    made_from: u64,
    path: &Arc<PathBuf>,
    file: Option<&Arc<PathBuf>>,
) -> Option<Leaf> {
    #[cfg(test)]
    super::READ.with_borrow_mut(|read| read.push(place.to_path_buf()));
    let mut input = bounded::open(place).ok()?;
    let BytesHead { print, cards: count, parts } = BytesHead::read(&mut input, made_from)?;
    // A short deck is read before others have woken up. Of a long one all processors read, each through a
    // file of its own.
    let is_long = count > CARDS;
    let numbered =
        |(number, part): (usize, &BytesPart)| part.load(&mut bounded::open(place).ok()?, number, count);
    let parts: Vec<Option<Loaded>> = match is_long {
        true => parts.par_iter().enumerate().map(numbered).collect(),
        false => (0..).zip(&parts).map(|(number, part)| part.load(&mut input, number, count)).collect(),
    };
    let parts: Vec<Loaded> = parts.into_iter().collect::<Option<_>>()?;
    let (titles, parts) = parts.split_first()?;
    let titles = titles.input(0, 0)?.list(|input| Some((input.lang()?, input.text()?.to_string())))?;
    // Where a card cannot be read, none is taken.
    let is_damaged = AtomicBool::new(parts.len() != count.div_ceil(CARDS));
    let card = |index: usize| {
        let card = parts.get(index / CARDS).and_then(|part| part.card(index % CARDS, file));
        card.unwrap_or_else(|| {
            is_damaged.store(true, Ordering::Relaxed);
            Card { id: "".into(), faces: SmallVec::new() }
        })
    };
    // Most of the work is the system's, which gives room where it is filled.
    let cards = match is_long {
        true => (0..count).into_par_iter().with_min_len(CARDS / 2).map(card).collect(),
        false => (0..count).map(card).collect(),
    };
    (!is_damaged.into_inner()).then(|| Leaf { path: path.clone(), titles, cards, print })
}

/// What stands before the parts.
struct BytesHead {
    print: u64,
    cards: usize,
    parts: Vec<BytesPart>,
}

/// Where a part stands, and what its bytes hash to.
struct BytesPart {
    start: u64,
    texts: usize,
    numbers: usize,
    hash: u64,
}

impl BytesHead {
    fn read(input: &mut File, made_from: u64) -> Option<BytesHead> {
        let length = input.metadata().ok()?.len();
        let mut head = [0; HEAD];
        input.read_exact(&mut head).ok()?;
        let word = |bytes: &[u8], at: usize| Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
        let long = |bytes: &[u8], at: usize| Some(u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
        if !head.starts_with(MAGIC) || long(&head, 8)? != made_from {
            return None;
        }
        let (count, cards) = (word(&head, 28)? as usize, word(&head, 24)? as usize);
        // No part and no card takes less than a byte.
        if (count.max(cards) as u64) > length {
            return None;
        }
        let mut table = vec![0; count * PART + 8];
        input.read_exact(&mut table).ok()?;
        let (told, sum) = table.split_last_chunk::<8>()?;
        if xxh3_64(&[&head[..], told].concat()) != u64::from_le_bytes(*sum) {
            return None;
        }
        let mut start = (HEAD + table.len()) as u64;
        let mut parts = Vec::with_capacity(count);
        for row in told.chunks_exact(PART) {
            let (texts, numbers) = (word(row, 0)?, word(row, 4)?);
            let hash = long(row, 8)?;
            parts.push(BytesPart { start, texts: texts as usize, numbers: numbers as usize, hash });
            start += u64::from(texts) + u64::from(numbers);
        }
        (start == length).then_some(BytesHead { print: long(&head, 16)?, cards, parts })
    }
}

/// A part in memory.
struct Loaded {
    whole: Arc<String>,
    numbers: Vec<u8>,
    topics: Vec<Arc<[String]>>,
}

impl BytesPart {
    /// Reads the part of this number, of so many cards in all.
    fn load(&self, input: &mut File, number: usize, cards: usize) -> Option<Loaded> {
        input.seek(SeekFrom::Start(self.start)).ok()?;
        let (mut texts, mut numbers) = (vec![0; self.texts], vec![0; self.numbers]);
        input.read_exact(&mut texts).ok()?;
        input.read_exact(&mut numbers).ok()?;
        if hash(&texts, &numbers) != self.hash {
            return None;
        }
        let whole = Arc::new(String::from_utf8(texts).ok()?);
        let mut part = Loaded { whole, numbers, topics: Vec::new() };
        // The first part has titles and no cards.
        if let Some(before) = number.checked_sub(1) {
            let cards = cards.saturating_sub(before * CARDS).min(CARDS);
            let headings = |input: &mut NoteInput<'_>| input.list(|input| Some(input.text()?.to_string()));
            let topics = part.input(cards * PLACE, 0)?.list(|input| Some(headings(input)?.into()))?;
            part.topics = topics;
        }
        Some(part)
    }
}

impl Loaded {
    /// What stands behind these numbers and texts.
    fn input(&self, numbers: usize, texts: u32) -> Option<NoteInput<'_>> {
        Some(NoteInput { numbers: self.numbers.get(numbers..)?, whole: &self.whole, end: texts })
    }

    fn card(&self, index: usize, file: Option<&Arc<PathBuf>>) -> Option<Card> {
        let place = self.numbers.get(index * PLACE..)?.first_chunk::<PLACE>()?;
        let [numbers, texts] =
            [0, 4].map(|at| u32::from_le_bytes([place[at], place[at + 1], place[at + 2], place[at + 3]]));
        let mut input = self.input(numbers as usize, texts)?;
        let id = input.id()?;
        let mut faces = SmallVec::new();
        for _ in 0..input.number()? {
            faces.push(input.face(&self.topics, file)?);
        }
        (!faces.is_empty()).then_some(Card { id, faces })
    }
}

#[derive(Default)]
struct NoteOutput {
    numbers: Vec<u8>,
    texts: String,
}

impl NoteOutput {
    fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.numbers.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.numbers.push(number as u8);
    }

    fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut NoteOutput, &T)) {
        self.number(items.len());
        items.iter().for_each(|item| write(self, item));
    }

    fn lang(&mut self, lang: Lang) {
        self.number(lang as usize);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.texts.push_str(text);
    }

    fn id(&mut self, id: &CardId) {
        self.number(id.as_str().len());
        self.numbers.extend(id.as_str().as_bytes());
    }

    fn metadata(&mut self, metadata: &Metadata) {
        self.number(metadata.importance.map_or(0, |importance| importance.number().into()));
        self.number(metadata.level.map_or(0, |level| level as usize + 1));
        self.list(&metadata.tracks, |out, track| out.number(*track as usize));
        self.list(&metadata.after, NoteOutput::id);
        self.list(metadata.parent.as_slice(), NoteOutput::id);
        self.text(&metadata.sources);
    }
}

struct NoteInput<'a> {
    numbers: &'a [u8],
    whole: &'a Arc<String>,
    /// Where the last text ended.
    end: u32,
}

impl NoteInput<'_> {
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let (byte, rest) = self.numbers.split_first()?;
            self.numbers = rest;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()?;
        // Every item has at least one number.
        let mut items = Vec::with_capacity(count.min(self.numbers.len()));
        for _ in 0..count {
            items.push(read(self)?);
        }
        Some(items)
    }

    fn lang(&mut self) -> Option<Lang> {
        let number = self.number()?;
        [Lang::En, Lang::Zh].into_iter().find(|lang| *lang as usize == number)
    }

    fn id(&mut self) -> Option<CardId> {
        let length = self.number()?;
        let (id, rest) = self.numbers.split_at_checked(length)?;
        self.numbers = rest;
        Some(std::str::from_utf8(id).ok()?.into())
    }

    fn text(&mut self) -> Option<Text> {
        let start = self.end;
        self.end = start.checked_add(u32::try_from(self.number()?).ok()?)?;
        Text::part(self.whole, start..self.end)
    }

    fn metadata(&mut self) -> Option<Arc<Metadata>> {
        let (importance, level) = (self.number()?, self.number()?);
        let importance = u8::try_from(importance).ok().and_then(Importance::numbered);
        let level = level.checked_sub(1).and_then(|at| Level::ALL.get(at).copied());
        let tracks = self.list(|input| Track::ALL.get(input.number()?).copied())?;
        let (after, mut parent) = (self.list(NoteInput::id)?, self.list(NoteInput::id)?);
        let sources = self.text()?.to_string();
        Some(Arc::new(Metadata { importance, level, tracks, after, parent: parent.pop(), sources }))
    }

    fn face(&mut self, topics: &[Arc<[String]>], file: Option<&Arc<PathBuf>>) -> Option<Face> {
        let lang = self.lang()?;
        let topic = topics.get(self.number()?)?.clone();
        let (question, answer) = (self.text()?, self.text()?);
        let (question_line, first, more) = (self.number()?, self.number()?, self.number()?);
        let answer_lines = if first > 0 { Some((first, first.checked_add(more)?)) } else { None };
        let source = Source { file: file.cloned(), question_line, answer_lines };
        let metadata = self.list(NoteInput::metadata)?.pop();
        Some(Face { lang, topic, question, answer, source, metadata })
    }
}
