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
//!
//! The decks inside the program are one file with a part for each deck, and their number of cards before
//! their titles. Most of their texts are pieces of the program, and only told: 1 and more for the source,
//! where it begins, its length. Behind a 0 is the length of one that stands among the texts.

use super::Leaf;
use super::pieces::{NoteInput, NoteOutput};
use crate::card::{Card, Face, Lang, WholeText};
use crate::store::bounded;
use rayon::prelude::*;
use smallvec::SmallVec;
use std::fs::File;
use std::io::{Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

const MAGIC: &[u8; 8] = b"bpleaf\x05\n";

/// Bytes of the header before the parts are told.
const HEAD: usize = 32;

/// Bytes that tell of a part.
const PART: usize = 16;

/// Bytes that tell where a card stands in its part.
const PLACE: usize = 8;

/// Faces that cards have.
const LANGUAGES: usize = 2;

/// Topics that are looked at for the one of the next face.
const NEIGHBOURS: usize = 4;

/// Cards in a part.
const CARDS: usize = 8192;

/// A leaf as bytes; `None` when its texts are too long for that. Its path is not among them.
pub(super) fn written(leaf: &Leaf, made_from: u64) -> Option<Vec<u8>> {
    let mut titles = NoteOutput::default();
    titles.titles(&leaf.titles);
    let parts = leaf.cards.chunks(CARDS).map(|cards| part(cards, &[]));
    joined(std::iter::once(titles).chain(parts).collect(), leaf.cards.len(), leaf.print, made_from)
}

/// A deck inside the program without its name.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct InnerDeck {
    pub(super) titles: Vec<(Lang, String)>,
    pub(super) cards: Vec<Card>,
}

/// The decks inside the program as bytes, `sources` being what each of them was read from.
pub(super) fn written_decks(
    decks: &[InnerDeck],
    sources: &[Vec<&'static str>],
    made_from: u64,
) -> Option<Vec<u8>> {
    let mut titles = NoteOutput::default();
    titles.list(decks, |out, deck| {
        out.number(deck.cards.len());
        out.titles(&deck.titles);
    });
    let mut parts = vec![titles];
    parts.par_extend(decks.par_iter().zip(sources).map(|(deck, sources)| part(&deck.cards, sources)));
    joined(parts, decks.iter().map(|deck| deck.cards.len()).sum(), 0, made_from)
}

fn joined(parts: Vec<NoteOutput<'_>>, cards: usize, print: u64, made_from: u64) -> Option<Vec<u8>> {
    let short = |len: usize| u32::try_from(len).ok();
    let mut bytes = MAGIC.to_vec();
    bytes.extend(made_from.to_le_bytes());
    bytes.extend(print.to_le_bytes());
    bytes.extend(short(cards)?.to_le_bytes());
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

fn part<'a>(cards: &[Card], sources: &'a [&'static str]) -> NoteOutput<'a> {
    let mut out = NoteOutput { sources, ends: vec![0; sources.len()], ..NoteOutput::default() };
    let mut topics: Vec<&Arc<[String]>> = Vec::new();
    let mut topic_of = Vec::new();
    for face in cards.iter().flat_map(|card| &card.faces) {
        // Cards below one heading share it with their neighbours, in each of their languages.
        let known = topics.iter().rev().take(NEIGHBOURS).position(|known| **known == face.topic);
        topic_of.push(known.map_or(topics.len(), |back| topics.len() - 1 - back));
        if known.is_none() {
            topics.push(&face.topic);
        }
    }
    out.numbers.resize(cards.len() * PLACE, 0);
    out.list(&topics, |out, topic| out.list(topic, |out, heading| out.text(heading)));
    let mut topic_of = topic_of.into_iter();
    for (card, at) in cards.iter().zip((0..).step_by(PLACE)) {
        let place = [out.numbers.len() as u32, out.texts.len() as u32].map(u32::to_le_bytes);
        out.numbers[at..at + PLACE].copy_from_slice(place.as_flattened());
        out.id(&card.id);
        let mut before = None;
        out.list(&card.faces, |out, face| {
            out.lang(face.lang);
            out.number(topic_of.next().unwrap_or_default());
            out.text(&face.question);
            out.text(&face.answer);
            let (first, last) = face.source.answer_lines.unwrap_or_default();
            out.number(face.source.question_line);
            out.number(first);
            out.number(last - first);
            out.metadata(face.metadata.as_deref(), before);
            before = face.metadata.as_deref();
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

/// The leaf kept in this place, of the notes at `path`, when it was made from that.
pub(super) fn read(place: &Path, made_from: u64, path: &Arc<PathBuf>) -> Option<Leaf> {
    #[cfg(test)]
    super::READ.with_borrow_mut(|read| read.push(place.to_path_buf()));
    let mut input = bounded::open(place).ok()?;
    let length = input.metadata().ok()?.len();
    let BytesHead { print, cards: count, parts } = BytesHead::read(&mut input, length, made_from)?;
    // A short deck is read before others have woken up. Of a long one all processors read, each through a
    // file of its own.
    let is_long = count > CARDS;
    let cards_in = |part: usize| count.saturating_sub(part * CARDS).min(CARDS);
    let load = |(number, part): (usize, &BytesPart), input: &mut File| {
        part.load(input, number.checked_sub(1).map(cards_in), Vec::new())
    };
    let parts: Vec<Option<Loaded>> = match is_long {
        true => {
            parts.par_iter().enumerate().map(|part| load(part, &mut bounded::open(place).ok()?)).collect()
        }
        false => parts.iter().enumerate().map(|part| load(part, &mut input)).collect(),
    };
    let parts: Vec<Loaded> = parts.into_iter().collect::<Option<_>>()?;
    let (titles, parts) = parts.split_first()?;
    let titles = titles.input(0, 0)?.titles()?;
    // Where a card cannot be read, none is taken.
    let is_damaged = AtomicBool::new(parts.len() != count.div_ceil(CARDS));
    let card = |index: usize| {
        let card = parts.get(index / CARDS).and_then(|part| part.card(index % CARDS, Some(path)));
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

/// The decks inside the program that are kept in this place, when they were made from that.
pub(super) fn read_decks(
    place: &Path,
    sources: &[Vec<&'static str>],
    made_from: u64,
) -> Option<Vec<InnerDeck>> {
    #[cfg(test)]
    super::READ.with_borrow_mut(|read| read.push(place.to_path_buf()));
    let mut bytes = Vec::new();
    bounded::open(place).ok()?.read_to_end(&mut bytes).ok()?;
    let (length, mut input) = (bytes.len() as u64, Cursor::new(bytes));
    let BytesHead { parts, .. } = BytesHead::read(&mut input, length, made_from)?;
    let (titles, parts) = parts.split_first()?;
    let titles = titles.load(&mut input, None, Vec::new())?;
    let titles: Vec<_> = titles.input(0, 0)?.list(|input| Some((input.number()?, input.titles()?)))?;
    if titles.len() != parts.len() || titles.len() != sources.len() {
        return None;
    }
    let decks = titles.into_iter().zip(parts).zip(sources);
    let deck = |(((count, titles), part), sources): (((usize, _), &BytesPart), &Vec<&'static str>)| {
        let sources = sources.iter().map(|source| Arc::new(WholeText::Borrowed(source))).collect();
        let part = part.load(&mut input, Some(count), sources)?;
        // Those of a deck in the place they stay in.
        let mut cards = Vec::with_capacity(count);
        for card in 0..count {
            cards.push(part.card(card, None)?);
        }
        Some(InnerDeck { titles, cards })
    };
    decks.map(deck).collect()
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
    /// Reads it from the beginning of so many bytes.
    fn read(input: &mut impl Read, length: u64, made_from: u64) -> Option<BytesHead> {
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
    whole: Arc<WholeText>,
    sources: Vec<Arc<WholeText>>,
    numbers: Vec<u8>,
    topics: Vec<Arc<[String]>>,
}

impl BytesPart {
    /// Reads the part; with cards unless it is the one with the titles.
    fn load(
        &self,
        input: &mut (impl Read + Seek),
        cards: Option<usize>,
        sources: Vec<Arc<WholeText>>,
    ) -> Option<Loaded> {
        input.seek(SeekFrom::Start(self.start)).ok()?;
        let (mut texts, mut numbers) = (vec![0; self.texts], vec![0; self.numbers]);
        input.read_exact(&mut texts).ok()?;
        input.read_exact(&mut numbers).ok()?;
        if hash(&texts, &numbers) != self.hash {
            return None;
        }
        let whole = Arc::new(WholeText::Owned(String::from_utf8(texts).ok()?));
        let mut part = Loaded { whole, sources, numbers, topics: Vec::new() };
        if let Some(cards) = cards {
            let heading = |input: &mut NoteInput<'_>| Some(input.text()?.as_str().to_owned());
            let topic = |input: &mut NoteInput<'_>| Some(Arc::from(input.list(heading)?));
            part.topics = part.input(cards * PLACE, 0)?.list(topic)?;
        }
        Some(part)
    }
}

impl Loaded {
    /// What stands behind these numbers and texts.
    fn input(&self, numbers: usize, texts: u32) -> Option<NoteInput<'_>> {
        let numbers = self.numbers.get(numbers..)?;
        Some(NoteInput { numbers, whole: &self.whole, sources: &self.sources, end: texts })
    }

    fn card(&self, index: usize, file: Option<&Arc<PathBuf>>) -> Option<Card> {
        let place = self.numbers.get(index * PLACE..)?.first_chunk::<PLACE>()?;
        let [numbers, texts] =
            [0, 4].map(|at| u32::from_le_bytes([place[at], place[at + 1], place[at + 2], place[at + 3]]));
        let mut input = self.input(numbers as usize, texts)?;
        let id = input.id()?;
        let count = input.number()?;
        let mut faces: SmallVec<[Face; 1]> = SmallVec::with_capacity(count.min(LANGUAGES));
        for _ in 0..count {
            let face = input.face(&self.topics, file, faces.last())?;
            faces.push(face);
        }
        (!faces.is_empty()).then_some(Card { id, faces })
    }
}
