//! Telling apart: cards of two files that ask the same and answer otherwise are two cards. The later one
//! gets an id of its own, made of its answer; `seen/apart.jsonl` remembers which ones have, so that they
//! keep it when only one of the files is opened, or the first one goes.

use super::atomic;
use super::bounded;
use super::leaf::Leaf;
use super::seen;
use super::spelling;
use super::spelling::shown;
use super::twins::hash;
use crate::card::{Card, CardId};
use crate::import::identity;
use crate::markdown::normal;
use crate::messages::{DiskMessage, Message};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

/// The cards that were told apart from others of their question.
#[derive(Debug, Clone)]
pub struct Apart {
    file: PathBuf,
    known: BTreeSet<ApartLine>,
    is_changed: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct ApartLine {
    /// The file the card stands in.
    #[serde(with = "spelling::in_json")]
    source: PathBuf,
    /// The id it would have alone.
    card: CardId,
}

/// A file as it was read, and which of its cards are marked out.
#[derive(Debug)]
pub struct Read<'a> {
    /// Where it stands.
    pub path: &'a Path,
    /// All its cards.
    pub cards: &'a mut [Card],
    /// The hash of what they say, where one is kept.
    pub print: Option<&'a mut u64>,
    /// Cards that are not shown.
    pub out: Option<&'a BTreeSet<CardId>>,
}

/// Two cards that ask the same and answer otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Which of the files the later one stands in.
    pub file: usize,
    /// Where the later one stands: file and line.
    pub place: (PathBuf, usize),
    /// Where the first one stands.
    pub first: (PathBuf, usize),
}

impl From<&Meeting> for Message {
    fn from(meeting: &Meeting) -> Message {
        let ((path, line), (other, other_line)) = (&meeting.place, &meeting.first);
        let (path, other) = (shown(path), shown(other));
        DiskMessage::SameQuestion { path, line: *line, other, other_line: *other_line }.into()
    }
}

/// No list of ours is longer.
const LARGEST: u64 = 64 << 20;

impl<'a> Read<'a> {
    /// The file of a leaf.
    pub fn of(leaf: &'a mut Leaf, out: Option<&'a BTreeSet<CardId>>) -> Read<'a> {
        let Leaf { path, cards, print, .. } = leaf;
        Read { path, cards, print: Some(print), out }
    }
}

impl Apart {
    /// Nothing remembered.
    pub fn none() -> Apart {
        Apart { file: PathBuf::new(), known: BTreeSet::new(), is_changed: false }
    }

    /// Those remembered in this data folder.
    pub fn open(data: &Path) -> Apart {
        let file = data.join("seen").join("apart.jsonl");
        let text = bounded::read_text(&file, LARGEST).unwrap_or_default();
        let known = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        Apart { file, known, is_changed: false }
    }

    /// Gives the cards of a file their own ids that were told apart before.
    pub fn rename(&self, source: &Path, cards: &mut [Card]) -> bool {
        let ids: HashSet<&CardId> =
            self.known.iter().filter(|line| line.source == source).map(|line| &line.card).collect();
        let mut is_changed = false;
        for card in cards.iter_mut().filter(|card| ids.contains(&card.id)) {
            card.id = identity::told_apart(&card.id, &card.faces[0].answer);
            is_changed = true;
        }
        is_changed
    }

    /// Tells apart what stands in several of these files, `twice` being the hashes of ids that do; gives
    /// what was not known before.
    pub fn tell(&mut self, files: &mut [Read<'_>], twice: &HashSet<u64>) -> Vec<Meeting> {
        self.note_twins(files);
        if twice.is_empty() && self.known.is_empty() {
            return Vec::new();
        }
        let sources: Vec<PathBuf> = files.iter().map(|file| place_of(file.path)).collect();
        let mut first: HashMap<CardId, (usize, usize)> = HashMap::new();
        let (mut met, mut renamed) = (Vec::new(), Vec::new());
        for (at, file) in files.iter().enumerate() {
            for (place, card) in file.cards.iter().enumerate() {
                let line = ApartLine { source: sources[at].clone(), card: card.id.clone() };
                let is_known = !self.known.is_empty() && self.known.contains(&line);
                let is_twice = is_known || (!twice.is_empty() && twice.contains(&hash(&card.id)));
                let is_out = file.out.is_some_and(|out| out.contains(&card.id));
                if !is_twice || is_out || !card.is_answered() || !identity::is_made(card) {
                    continue;
                }
                let owner = first.get(&card.id).map(|(at, place)| (*at, &files[*at].cards[*place]));
                match owner {
                    Some((_, owner)) if answers_alike(owner, card) => (),
                    Some((owner_at, owner)) => {
                        renamed.push((at, place));
                        if self.known.insert(line) {
                            self.is_changed = true;
                            let line_of = |card: &Card| card.faces[0].source.question_line;
                            let first = (sources[owner_at].clone(), line_of(owner));
                            met.push(Meeting {
                                file: at,
                                place: (sources[at].clone(), line_of(card)),
                                first,
                            });
                        }
                    }
                    None if is_known => renamed.push((at, place)),
                    None => {
                        first.insert(card.id.clone(), (at, place));
                    }
                }
            }
        }
        let mut changed = BTreeSet::new();
        for (at, place) in renamed {
            let card = &mut files[at].cards[place];
            card.id = identity::told_apart(&card.id, &card.faces[0].answer);
            changed.insert(at);
        }
        for at in changed {
            let Read { cards, print: Some(print), .. } = &mut files[at] else { continue };
            **print = seen::print(cards);
        }
        met
    }

    /// Twins of one file have ids made of their answers. When only one of them is left it keeps its own: the
    /// plain id may have been that of another.
    fn note_twins(&mut self, files: &[Read<'_>]) {
        for file in files {
            let mut plain = file.cards.iter().filter_map(identity::plain_of_twin).peekable();
            if plain.peek().is_some() {
                let source = place_of(file.path);
                let lines = plain.map(|card| ApartLine { source: source.clone(), card });
                let before = self.known.len();
                self.known.extend(lines);
                self.is_changed |= self.known.len() > before;
            }
        }
    }

    /// Whether there is something new to remember.
    pub fn is_changed(&self) -> bool {
        self.is_changed
    }

    /// Remembers them.
    pub fn keep(&self) -> std::io::Result<()> {
        if let Some(dir) = self.file.parent() {
            atomic::make_dir(dir)?;
        }
        let mut bytes = Vec::new();
        for line in &self.known {
            serde_json::to_writer(&mut bytes, line)?;
            bytes.push(b'\n');
        }
        atomic::replace_unsynced(&self.file, &bytes)
    }
}

/// What a file is remembered by.
pub fn place_of(path: &Path) -> PathBuf {
    spelling::real_or_same(path)
}

fn answers_alike(one: &Card, other: &Card) -> bool {
    normal(&one.faces[0].answer) == normal(&other.faces[0].answer)
}
