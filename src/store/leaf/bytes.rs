//! The bytes of a cached leaf: texts and numbers apart, so that its texts are pieces of one, which is
//! taken over as it was read.
//!
//! ```text
//! the texts, without anything between them
//! numbers, seven bits a byte, the lowest first: titles, topics, cards; of a text its length
//! length of the numbers 4 · print of the cards 8 · what it was made from 8 · hash of all before 8 · magic 8
//! ```

use super::Leaf;
use crate::card::{Card, Face, Lang, Source, Text};
use smallvec::SmallVec;
use std::path::PathBuf;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

const MAGIC: &[u8; 8] = b"bpleaf\x01\n";

/// A leaf as bytes; `None` when its texts are too long for that. Its path is not among them.
pub(super) fn written(leaf: &Leaf, made_from: u64) -> Option<Vec<u8>> {
    let mut out = Output::default();
    out.list(&leaf.titles, |out, (lang, title)| {
        out.lang(*lang);
        out.text(title);
    });
    let mut topics: Vec<&Arc<[String]>> = Vec::new();
    let mut topic_of = Vec::new();
    for face in leaf.cards.iter().flat_map(|card| &card.faces) {
        // Cards below one heading share it with their neighbours.
        if topics.last().is_none_or(|last| **last != face.topic) {
            topics.push(&face.topic);
        }
        topic_of.push(topics.len() - 1);
    }
    out.list(&topics, |out, topic| out.list(topic, |out, heading| out.text(heading)));
    let mut topic_of = topic_of.into_iter();
    out.list(&leaf.cards, |out, card| {
        out.text(card.id.as_str());
        out.list(&card.faces, |out, face| {
            out.lang(face.lang);
            out.number(topic_of.next().unwrap_or_default());
            out.text(&face.question);
            out.text(&face.answer);
            let (first, last) = face.source.answer_lines.unwrap_or_default();
            out.number(face.source.question_line);
            out.number(first);
            out.number(last - first);
        });
    });
    let is_short = u32::try_from(out.texts.len()).is_ok() && u32::try_from(out.numbers.len()).is_ok();
    is_short.then(|| out.into_bytes(made_from, leaf.print))
}

/// The leaf that these bytes are, when it was made from that.
pub(super) fn read(
    mut bytes: Vec<u8>,
    made_from: u64,
    path: &Arc<PathBuf>,
    file: Option<&Arc<PathBuf>>,
) -> Option<Leaf> {
    let body = bytes.strip_suffix(MAGIC)?;
    let (body, hash) = body.split_last_chunk::<8>()?;
    let (rest, made) = body.split_last_chunk::<8>()?;
    if u64::from_le_bytes(*made) != made_from || xxh3_64(body) != u64::from_le_bytes(*hash) {
        return None;
    }
    let (rest, print) = rest.split_last_chunk::<8>()?;
    let (rest, count) = rest.split_last_chunk::<4>()?;
    let print = u64::from_le_bytes(*print);
    let end = rest.len();
    let numbers = bytes.split_off(end.checked_sub(u32::from_le_bytes(*count) as usize)?);
    let numbers = &numbers[..end - bytes.len()];
    let mut input = Input { numbers, whole: Arc::new(String::from_utf8(bytes).ok()?), end: 0 };
    let titles = input.list(|input| Some((input.lang()?, input.text()?.to_string())))?;
    let headings = |input: &mut Input<'_>| input.list(|input| Some(input.text()?.to_string()));
    let topics: Vec<Arc<[String]>> = input.list(|input| Some(headings(input)?.into()))?;
    let cards = input.list(|input| {
        let id = input.text()?.into();
        let mut faces = SmallVec::new();
        for _ in 0..input.number()? {
            faces.push(input.face(&topics, file)?);
        }
        (!faces.is_empty()).then_some(Card { id, faces })
    })?;
    let is_all = input.numbers.is_empty();
    is_all.then(|| Leaf { path: path.clone(), titles, cards, print })
}

#[derive(Default)]
struct Output {
    numbers: Vec<u8>,
    texts: String,
}

impl Output {
    fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.numbers.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.numbers.push(number as u8);
    }

    fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Output, &T)) {
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

    fn into_bytes(self, made_from: u64, print: u64) -> Vec<u8> {
        let mut bytes = self.texts.into_bytes();
        bytes.reserve_exact(self.numbers.len() + 36);
        bytes.extend(&self.numbers);
        bytes.extend((self.numbers.len() as u32).to_le_bytes());
        bytes.extend(print.to_le_bytes());
        bytes.extend(made_from.to_le_bytes());
        bytes.extend(xxh3_64(&bytes).to_le_bytes());
        bytes.extend(MAGIC);
        bytes
    }
}

struct Input<'a> {
    numbers: &'a [u8],
    whole: Arc<String>,
    /// Where the last text ended.
    end: u32,
}

impl Input<'_> {
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

    fn text(&mut self) -> Option<Text> {
        let start = self.end;
        self.end = start.checked_add(u32::try_from(self.number()?).ok()?)?;
        Text::part(&self.whole, start..self.end)
    }

    fn face(&mut self, topics: &[Arc<[String]>], file: Option<&Arc<PathBuf>>) -> Option<Face> {
        let lang = self.lang()?;
        let topic = topics.get(self.number()?)?.clone();
        let (question, answer) = (self.text()?, self.text()?);
        let (question_line, first, more) = (self.number()?, self.number()?, self.number()?);
        let answer_lines = if first > 0 { Some((first, first.checked_add(more)?)) } else { None };
        let source = Source { file: file.cloned(), question_line, answer_lines };
        Some(Face { lang, topic, question, answer, source })
    }
}
