//! What each source last looked like, so that an edited card is known again.
//!
//! `seen/` in the data folder holds a file for each source that was ever read (JSON Lines: a header,
//! then one [`Portrait`] a line), and `gone.jsonl` with the cards that have a history and stand in no
//! source any more. A source is compared only when its cards have changed. Losing these files costs
//! nothing but the chance to know an edited card again.

mod headers;
mod ids;
mod located;

use super::atomic;
use super::bounded;
use super::problem::Problem;
use crate::card::{Card, CardId};
use crate::day::At;
use crate::import::legacy;
use crate::matching::{self, MatchVerdict, Portrait};
use crate::progress::Progress;
#[cfg(test)]
pub(crate) use headers::READ;
use headers::{Headers, KIND, SnapshotHeader, VERSION};
use ids::{known_ids, renewed};
use located::Located;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// The folder of these files, looked at once: what was read of them is not read again.
#[derive(Debug)]
pub struct Seen {
    dir: PathBuf,
    headers: Headers,
}

/// A source as it was read now.
#[derive(Debug, Clone, Copy)]
pub struct SeenSource<'a> {
    /// Where it stands.
    pub path: &'a Path,
    /// The style it had to be read in.
    pub style: Option<&'a str>,
    /// All its cards, also those marked out.
    pub cards: &'a [Card],
    /// The hash of what they say: [`print()`].
    pub print: u64,
}

/// A card that was lost and the one it has become, or may have become.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The lost card.
    pub from: Portrait,
    /// The new one.
    pub to: Portrait,
    /// How alike they are, 0 to 1.
    pub likeness: f32,
}

/// What reading the sources brought to light. Nothing is written before [`Seen::keep`].
#[derive(Debug, Default)]
pub struct News {
    /// Cards whose progress is to be carried over.
    pub moves: Vec<Change>,
    /// Cards of which the user has to say whether they are the same.
    pub doubtful: Vec<Change>,
    /// Moves to be taken back, because old and new question stand side by side: instant and card.
    pub separated: Vec<(At, CardId)>,
    writes: Vec<(PathBuf, Vec<u8>)>,
}

/// A card with a history that stands in no source.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct LostCard {
    #[serde(flatten)]
    portrait: Portrait,
    /// Cards it may have become, which the user has not been asked about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    maybe: Vec<CardId>,
}

/// A longer list of cards that are gone is none, in bytes.
const MOST_GONE: u64 = 256 << 20;

impl Seen {
    /// The files in this data folder.
    pub fn new(data: &Path) -> Seen {
        Seen { dir: data.join("seen"), headers: Headers::default() }
    }

    /// What the cards of a source last looked like; none where it was never read.
    pub fn last(&self, source: &Path) -> Vec<Portrait> {
        if self.hash_of(source).is_some() { self.portraits(source) } else { Vec::new() }
    }

    /// What the cards of files that are wanted and are not there any more last looked like.
    pub fn gone_files(&self, is_wanted: impl Fn(&Path) -> bool) -> Vec<(PathBuf, Vec<Portrait>)> {
        let files = fs::read_dir(&self.dir).into_iter().flatten().flatten();
        let mut sources: Vec<PathBuf> =
            files.filter_map(|file| Some(self.headers.of(&file.path())?.source.clone())).collect();
        sources.retain(|source| is_wanted(source) && !source.exists());
        sources.sort();
        sources.into_iter().map(|source| (source.clone(), self.portraits(&source))).collect()
    }

    /// Whether a source has the cards it had when it was last read, by the hash of what they say.
    pub fn is_unchanged(&self, source: &Path, print: u64) -> bool {
        self.hash_of(source) == Some(hash(print))
    }

    /// Compares sources with what they last looked like. `others` reads a source that is not among
    /// them, by path and style. The card at hand is about to be answered, and is carried over like one that was.
    pub fn compare(
        &self,
        sources: &[SeenSource<'_>],
        progress: &Progress,
        at_hand: Option<&CardId>,
        others: impl Fn(&Path, Option<&str>) -> Option<Vec<Card>>,
    ) -> News {
        let changed: Vec<&SeenSource<'_>> =
            sources.iter().filter(|source| !self.is_unchanged(source.path, source.print)).collect();
        let mut news = News::default();
        if changed.is_empty() {
            return news;
        }
        let olds: Vec<Vec<Portrait>> = changed.iter().map(|source| self.portraits(source.path)).collect();
        let nows: Vec<Vec<Portrait>> =
            changed.iter().map(|source| matching::portraits(source.cards)).collect();
        for (source, now) in changed.iter().zip(&nows) {
            news.writes.push((self.file(source.path), written(source, now)));
        }
        let present: HashSet<&CardId> =
            sources.iter().flat_map(|source| source.cards.iter().map(|card| &card.id)).collect();
        let present_cards: HashSet<&CardId> = present.iter().map(|id| progress.present_id(id)).collect();
        let is_lost = |portrait: &Portrait| {
            (progress.record(&portrait.id).is_some() || at_hand == Some(&portrait.id))
                && !present_cards.contains(progress.present_id(&portrait.id))
        };
        for (old, now) in olds.iter().zip(&nows) {
            news.separated.extend(separated(old, now, progress));
        }

        let gone_before = self.gone();
        let mut lost: Vec<LostCard> =
            gone_before.iter().filter(|gone| is_lost(&gone.portrait)).cloned().collect();
        let renamed = renamed(sources, &lost);
        for maybe in lost.iter_mut().flat_map(|gone| &mut gone.maybe) {
            *maybe = renamed.get(maybe).unwrap_or(maybe).clone();
        }
        let newly = olds.iter().flatten().filter(|old| is_lost(old));
        lost.extend(newly.map(|old| LostCard { portrait: old.clone(), maybe: Vec::new() }));

        let old_ids: HashSet<CardId> = olds.iter().flat_map(|old| known_ids(old)).collect();
        let mut new: Vec<Portrait> = nows.iter().flatten().cloned().collect();
        new.retain(|now| !old_ids.contains(&now.id) && progress.record(&now.id).is_none());
        if !new.is_empty() && progress.records().next().is_some() {
            let at_hand: HashSet<&Path> = sources.iter().map(|source| source.path).collect();
            let (known, lost_elsewhere) = self.elsewhere(&at_hand, &is_lost, &others);
            new.retain(|now| !known.contains(&now.id));
            lost.extend(lost_elsewhere.into_iter().map(|portrait| LostCard { portrait, maybe: Vec::new() }));
        }
        let mut names = HashSet::new();
        lost.retain(|gone| names.insert(progress.present_id(&gone.portrait.id).clone()));
        let mut names = HashSet::new();
        new.retain(|now| names.insert(now.id.clone()));
        let located = Located::of(
            changed.iter().zip(&olds).map(|(source, old)| (source.path, source.cards, old.as_slice())),
        );
        self.pair(&mut news, lost, &new, progress, &gone_before, &located);
        news
    }

    /// Matches lost and new cards, and remembers the lost ones that found no match.
    fn pair(
        &self,
        news: &mut News,
        mut lost: Vec<LostCard>,
        new: &[Portrait],
        progress: &Progress,
        gone_before: &[LostCard],
        located: &Located<'_>,
    ) {
        let taken_back: HashSet<(&CardId, &CardId)> =
            progress.moves().filter(|step| step.3).map(|(_, from, to, _)| (from, to)).collect();
        let portraits: Vec<Portrait> = lost.iter().map(|gone| gone.portrait.clone()).collect();
        let pairs = matching::pairs(&portraits, new, |from, to| {
            taken_back.contains(&(from, to)) || taken_back.contains(&(progress.present_id(from), to))
        });
        let mut found = HashSet::new();
        for pair in pairs {
            let (from, to) = (portraits[pair.lost].clone(), new[pair.new].clone());
            let change = Change { from, to, likeness: pair.likeness.min(1.0) };
            if pair.verdict == MatchVerdict::Sure {
                found.insert(pair.lost);
                news.moves.push(change);
            } else {
                let maybe = &mut lost[pair.lost].maybe;
                if !maybe.contains(&change.to.id) {
                    maybe.push(change.to.id.clone());
                }
                news.doubtful.push(change);
            }
        }
        locate(news, &mut lost, &mut found, progress, located);
        let mut index = 0..;
        lost.retain(|_| !index.next().is_some_and(|index| found.contains(&index)));
        let same = lost.len() == gone_before.len()
            && lost
                .iter()
                .zip(gone_before)
                .all(|(one, other)| one.portrait == other.portrait && one.maybe == other.maybe);
        if !same {
            news.writes.push((self.gone_file(), gone_lines(&lost)));
        }
    }

    /// The ids that sources not at hand have, and the cards that those have lost since they were read.
    fn elsewhere(
        &self,
        at_hand: &HashSet<&Path>,
        is_lost: &impl Fn(&Portrait) -> bool,
        others: &impl Fn(&Path, Option<&str>) -> Option<Vec<Card>>,
    ) -> (HashSet<CardId>, Vec<Portrait>) {
        let (mut known, mut lost) = (HashSet::new(), Vec::new());
        let Ok(entries) = fs::read_dir(&self.dir) else { return (known, lost) };
        let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.sort();
        for file in files {
            let header = self.headers.of(&file);
            let Some(header) = header.filter(|header| !at_hand.contains(header.source.as_path())) else {
                continue;
            };
            let old = self.portraits(&header.source);
            let is_same = stamp(&header.source) == Some((header.length, header.modified));
            if !is_same && old.iter().any(is_lost) {
                let now = others(&header.source, header.style.as_deref()).unwrap_or_default();
                let now: HashSet<&CardId> = now.iter().map(|card| &card.id).collect();
                let is_there = |(_, id): &(&Portrait, CardId)| now.contains(id);
                let gone = old.iter().zip(renewed(&old)).filter(|old| !is_there(old));
                lost.extend(gone.map(|(old, _)| old).filter(|old| is_lost(old)).cloned());
            }
            known.extend(known_ids(&old));
        }
        let lost_ids: HashSet<&CardId> = lost.iter().map(|lost| &lost.id).collect();
        known.retain(|id| !lost_ids.contains(id));
        (known, lost)
    }

    /// Writes down what the sources look like now.
    pub fn keep(&self, news: &News) -> Result<(), Problem> {
        if news.writes.is_empty() {
            return Ok(());
        }
        atomic::make_dir(&self.dir).map_err(Problem::io("make", &self.dir))?;
        for (path, bytes) in &news.writes {
            self.headers.forget(path);
            atomic::replace_unsynced(path, bytes).map_err(Problem::io("write", path))?;
        }
        Ok(())
    }

    /// The pairs that the user has yet to be asked about, among the cards at hand.
    pub fn doubts(&self, sources: &[SeenSource<'_>], progress: &Progress) -> Vec<Change> {
        let gone = self.gone();
        if gone.iter().all(|gone| gone.maybe.is_empty()) {
            return Vec::new();
        }
        let present: HashMap<CardId, Portrait> = (sources.iter())
            .flat_map(|source| matching::portraits(source.cards))
            .map(|portrait| (portrait.id.clone(), portrait))
            .collect();
        let names: HashSet<&CardId> = present.keys().map(|id| progress.present_id(id)).collect();
        let mut doubts = Vec::new();
        for gone in gone.iter().filter(|gone| !names.contains(progress.present_id(&gone.portrait.id))) {
            let heirs = gone.maybe.iter().filter(|id| progress.record(id).is_none());
            let heirs = heirs.filter_map(|id| present.get(id));
            doubts.extend(heirs.map(|to| Change {
                from: gone.portrait.clone(),
                to: to.clone(),
                likeness: 0.5,
            }));
        }
        doubts
    }

    /// Forgets that these pairs were doubtful: the user has answered.
    pub fn answered(&self, pairs: &[(CardId, CardId)]) -> Result<(), Problem> {
        let mut gone = self.gone();
        for entry in &mut gone {
            entry
                .maybe
                .retain(|to| !pairs.iter().any(|(from, other)| *from == entry.portrait.id && other == to));
        }
        let path = self.gone_file();
        atomic::replace_unsynced(&path, &gone_lines(&gone)).map_err(Problem::io("write", &path))
    }

    fn gone_file(&self) -> PathBuf {
        self.dir.join("gone.jsonl")
    }

    fn gone(&self) -> Vec<LostCard> {
        let Ok(text) = bounded::read_text(&self.gone_file(), MOST_GONE) else { return Vec::new() };
        text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
    }

    fn file(&self, source: &Path) -> PathBuf {
        self.dir.join(format!("{:016x}.jsonl", xxh3_64(source.as_os_str().as_encoded_bytes())))
    }

    fn hash_of(&self, source: &Path) -> Option<String> {
        let header = self.headers.of(&self.file(source))?;
        (header.source == source).then(|| header.cards.clone())
    }

    fn portraits(&self, source: &Path) -> Vec<Portrait> {
        let Ok(file) = bounded::open(&self.file(source)) else { return Vec::new() };
        let lines = BufReader::new(file).lines().map_while(Result::ok).skip(1);
        lines.filter_map(|line| serde_json::from_str(&line).ok()).collect()
    }
}

/// Looks for the heirs of cards that nothing else is like, by the lines they began with.
fn locate(
    news: &mut News,
    lost: &mut [LostCard],
    found: &mut HashSet<usize>,
    progress: &Progress,
    located: &Located<'_>,
) {
    let mut taken: HashSet<CardId> =
        news.moves.iter().chain(&news.doubtful).map(|change| change.to.id.clone()).collect();
    let undone: HashSet<(&CardId, &CardId)> =
        progress.moves().filter(|step| step.3).map(|(_, from, to, _)| (from, to)).collect();
    for (place, gone) in lost.iter_mut().enumerate() {
        if found.contains(&place) || !gone.maybe.is_empty() {
            continue;
        }
        let Some((to, is_sure)) = located.heir(&gone.portrait, &taken, progress) else { continue };
        if undone.contains(&(&gone.portrait.id, &to.id)) {
            continue;
        }
        taken.insert(to.id.clone());
        let change = Change { from: gone.portrait.clone(), to, likeness: 0.5 };
        if is_sure {
            found.insert(place);
            news.moves.push(change);
        } else {
            gone.maybe.push(change.to.id.clone());
            news.doubtful.push(change);
        }
    }
}

/// The ids that cards have now which the version before took for perhaps the same as a lost one.
fn renamed(sources: &[SeenSource<'_>], gone: &[LostCard]) -> HashMap<CardId, CardId> {
    if !gone.iter().flat_map(|gone| &gone.maybe).any(|id| legacy::is_old(id.as_str())) {
        return HashMap::new();
    }
    let cards = sources.iter().flat_map(|source| source.cards.iter().zip(legacy::ids(source.cards)));
    cards.filter_map(|(card, old)| Some((old?, card.id.clone()))).collect()
}

/// Moves between a card that came back and the card it had become, both in one source now: the author
/// means two cards.
fn separated(old: &[Portrait], now: &[Portrait], progress: &Progress) -> Vec<(At, CardId)> {
    let before: HashSet<&CardId> = old.iter().map(|old| &old.id).collect();
    let present: HashSet<&CardId> = now.iter().map(|now| &now.id).collect();
    let moves = progress.moves().filter(|step| !step.3);
    moves
        .filter(|(_, from, to, _)| present.contains(from) && present.contains(to))
        .filter(|(_, from, ..)| !before.contains(from) && !before.is_empty())
        .map(|(at, from, ..)| (at, from.clone()))
        .collect()
}

/// Length and time of change of a file.
fn stamp(path: &Path) -> Option<(u64, u64)> {
    let metadata = fs::metadata(path).ok()?;
    let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    Some((metadata.len(), u64::try_from(modified.as_nanos()).unwrap_or(u64::MAX)))
}

fn hash(print: u64) -> String {
    format!("{print:016x}")
}

/// The hash of what cards say.
pub fn print(cards: &[Card]) -> u64 {
    let mut hash = Xxh3::new();
    for card in cards {
        let face = &card.faces[0];
        let texts = [card.id.as_str(), &face.question, &face.answer];
        for text in texts.into_iter().chain(face.topic.iter().map(String::as_str)) {
            hash.update(text.as_bytes());
            hash.update(b"\x1f");
        }
        hash.update(b"\x1e");
    }
    hash.digest()
}

fn written(source: &SeenSource<'_>, portraits: &[Portrait]) -> Vec<u8> {
    let (length, modified) = stamp(source.path).unwrap_or_default();
    let header = SnapshotHeader {
        backprop: KIND.to_owned(),
        version: VERSION,
        source: source.path.to_path_buf(),
        style: source.style.map(str::to_owned),
        cards: hash(source.print),
        length,
        modified,
    };
    let mut bytes = Vec::new();
    push_line(&mut bytes, &header);
    portraits.iter().for_each(|portrait| push_line(&mut bytes, portrait));
    bytes
}

fn gone_lines(gone: &[LostCard]) -> Vec<u8> {
    let mut bytes = Vec::new();
    gone.iter().for_each(|gone| push_line(&mut bytes, gone));
    bytes
}

fn push_line(bytes: &mut Vec<u8>, value: &impl Serialize) {
    // A path that is no text cannot be written down; its source is then compared anew each time.
    if let Ok(line) = serde_json::to_vec(value) {
        bytes.extend(line);
        bytes.push(b'\n');
    }
}
