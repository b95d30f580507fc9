//! Texts and numbers of a cached leaf, one after the other: written, and read again.

use crate::card::{CardId, Face, Importance, Lang, Level, Metadata, Source, Text, Track, WholeText};
use memchr::memmem;
use smallvec::SmallVec;
use std::path::PathBuf;
use std::sync::Arc;

/// A text mostly begins within so many bytes behind the one before it.
const NEAR: usize = 1000;

/// What is being written.
#[derive(Default)]
pub(super) struct NoteOutput<'a> {
    pub(super) numbers: Vec<u8>,
    pub(super) texts: String,
    /// What texts may be pieces of.
    pub(super) sources: &'a [&'static str],
    /// Where the last piece of each of them ended.
    pub(super) ends: Vec<usize>,
}

impl NoteOutput<'_> {
    pub(super) fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.numbers.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.numbers.push(number as u8);
    }

    pub(super) fn list<'t, T>(&mut self, items: &'t [T], mut write: impl FnMut(&mut Self, &'t T)) {
        self.number(items.len());
        items.iter().for_each(|item| write(self, item));
    }

    pub(super) fn lang(&mut self, lang: Lang) {
        self.number(lang as usize);
    }

    pub(super) fn titles(&mut self, titles: &[(Lang, String)]) {
        self.list(titles, |out, (lang, title)| {
            out.lang(*lang);
            out.text(title);
        });
    }

    pub(super) fn text(&mut self, text: &str) {
        if let Some((source, start)) = self.found(text) {
            self.ends[source] = start + text.len();
            return [source + 1, start, text.len()].into_iter().for_each(|number| self.number(number));
        }
        if !self.sources.is_empty() {
            self.number(0);
        }
        self.number(text.len());
        self.texts.push_str(text);
    }

    /// Where a text stands in the sources. Near behind the last one of each is the first guess.
    fn found(&self, text: &str) -> Option<(usize, usize)> {
        let find = |source: usize, from: usize, until: usize| {
            let source = self.sources[source].as_bytes();
            let within = source.get(from..until.min(source.len()))?;
            memmem::find(within, text.as_bytes()).map(|start| from + start)
        };
        let near = |source: usize| {
            let end = self.ends[source];
            Some((source, find(source, end, end + text.len() + NEAR)?))
        };
        let anywhere = |source: usize| Some((source, find(source, 0, usize::MAX)?));
        let sources = 0..self.sources.len();
        sources.clone().find_map(near).or_else(|| sources.clone().find_map(anywhere))
    }

    pub(super) fn id(&mut self, id: &CardId) {
        self.number(id.as_str().len());
        self.numbers.extend(id.as_str().as_bytes());
    }

    /// What an author wrote about a card: nothing, something, or the same as about the face `before`.
    pub(super) fn metadata(&mut self, metadata: Option<&Metadata>, before: Option<&Metadata>) {
        let Some(metadata) = metadata else { return self.number(0) };
        if before == Some(metadata) {
            return self.number(2);
        }
        self.number(1);
        self.number(metadata.importance.map_or(0, |importance| importance.number().into()));
        self.number(metadata.level.map_or(0, |level| level as usize + 1));
        self.list(&metadata.tracks, |out, track| out.number(*track as usize));
        self.list(&metadata.after, Self::id);
        self.list(metadata.parent.as_slice(), Self::id);
        self.text(&metadata.sources);
    }
}

/// What is left to be read.
pub(super) struct NoteInput<'a> {
    pub(super) numbers: &'a [u8],
    pub(super) whole: &'a Arc<WholeText>,
    pub(super) sources: &'a [Arc<WholeText>],
    /// Where the last text ended.
    pub(super) end: u32,
}

impl NoteInput<'_> {
    #[inline]
    pub(super) fn number(&mut self) -> Option<usize> {
        // Most of them take a byte.
        match self.numbers {
            [byte @ 0..0x80, rest @ ..] => {
                self.numbers = rest;
                Some(usize::from(*byte))
            }
            _ => self.long_number(),
        }
    }

    fn long_number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (byte, rest) = self.numbers.split_first()?;
            self.numbers = rest;
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                return Some(number);
            }
            if shift >= usize::BITS {
                return None;
            }
        }
    }

    pub(super) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()?;
        // Each takes a byte or more.
        let mut items = Vec::with_capacity(count.min(self.numbers.len()));
        for _ in 0..count {
            items.push(read(self)?);
        }
        Some(items)
    }

    pub(super) fn lang(&mut self) -> Option<Lang> {
        let number = self.number()?;
        [Lang::En, Lang::Zh].into_iter().find(|lang| *lang as usize == number)
    }

    pub(super) fn id(&mut self) -> Option<CardId> {
        let length = self.number()?;
        let (id, rest) = self.numbers.split_at_checked(length)?;
        self.numbers = rest;
        Some(std::str::from_utf8(id).ok()?.into())
    }

    pub(super) fn titles(&mut self) -> Option<Vec<(Lang, String)>> {
        self.list(|input| Some((input.lang()?, input.text()?.as_str().to_owned())))
    }

    pub(super) fn text(&mut self) -> Option<Text> {
        if !self.sources.is_empty()
            && let Some(source) = self.number()?.checked_sub(1)
        {
            let (start, length) = (self.number()?, self.number()?);
            let range = u32::try_from(start).ok()?..u32::try_from(start.checked_add(length)?).ok()?;
            return Text::part(self.sources.get(source)?, range);
        }
        let start = self.end;
        self.end = start.checked_add(u32::try_from(self.number()?).ok()?)?;
        Text::part(self.whole, start..self.end)
    }

    fn metadata(&mut self, before: Option<&Face>) -> Option<Option<Arc<Metadata>>> {
        match self.number()? {
            0 => return Some(None),
            1 => {}
            _ => return Some(before?.metadata.clone()),
        }
        let (importance, level) = (self.number()?, self.number()?);
        let importance = u8::try_from(importance).ok().and_then(Importance::numbered);
        let level = level.checked_sub(1).and_then(|at| Level::ALL.get(at).copied());
        let mut tracks = SmallVec::new();
        for _ in 0..self.number()? {
            tracks.push(*Track::ALL.get(self.number()?)?);
        }
        let after = self.list(NoteInput::id)?;
        let parent = if self.number()? > 0 { Some(self.id()?) } else { None };
        let sources = self.text()?;
        Some(Some(Arc::new(Metadata { importance, level, tracks, after, parent, sources })))
    }

    /// A face of a card, behind the one before.
    pub(super) fn face(
        &mut self,
        topics: &[Arc<[String]>],
        file: Option<&Arc<PathBuf>>,
        before: Option<&Face>,
    ) -> Option<Face> {
        let lang = self.lang()?;
        let topic = topics.get(self.number()?)?.clone();
        let (question, answer) = (self.text()?, self.text()?);
        let (question_line, first, more) = (self.number()?, self.number()?, self.number()?);
        let answer_lines = if first > 0 { Some((first, first.checked_add(more)?)) } else { None };
        let source = Source { file: file.cloned(), question_line, answer_lines };
        let metadata = self.metadata(before)?;
        Some(Face { lang, topic, question, answer, source, metadata })
    }
}
