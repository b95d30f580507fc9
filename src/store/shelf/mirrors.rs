//! Notes and their mirrors: what one of them says newly goes to the other.
//!
//! The user's own file is the truth. Its changes go to the mirror; what was changed here while it was away
//! goes into it when it is back; what arrived from other machines waits until the user accepts it. Where
//! both changed since they last agreed they are united line by line, and what loses is kept.

use super::agreed::{Agreed, MirrorKey, Open, hash};
use super::entry::below;
use super::{Entry, Refers, Shelf};
use crate::day::At;
use crate::import::{self, edit};
use crate::matching::{in_common, is_most, portraits};
use crate::messages::{Message, NotesMessage, Quoted};
use crate::store::atomic;
use crate::store::kept;
use crate::store::library;
use crate::store::lines;
use crate::store::notes_file;
use crate::store::problem::Problem;
use crate::store::spelling::shown;
use crate::store::united;
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What to do where a mirror says something the notes do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Nothing that came from elsewhere goes into the notes.
    Wait,
    /// It goes into the notes.
    Accept,
    /// It is kept aside; the mirror says what the notes say.
    Decline,
}

/// What became of notes and mirror.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// They agree, as before.
    Same,
    /// The mirror says now what the notes say.
    Mirrored,
    /// The notes have now what was changed here while they were away, or what was accepted.
    Written,
    /// Both had changed the same lines; those of the notes stand, the other version is kept here.
    Met(PathBuf),
    /// A version was not wanted and is kept here.
    Declined(PathBuf),
    /// The mirror says something else, and the user has to say what is to become of it.
    Waits(MirrorDifference),
    /// The notes cannot be written; the mirror keeps what was changed, for this reason.
    Unwritten(Message),
}

/// Notes that went from their folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoneNotes {
    /// Where they stood.
    pub notes: PathBuf,
    /// What they said last, where no other file of the folder has their cards.
    pub kept: Option<PathBuf>,
}

/// Lines that accepting takes out of the notes and puts there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MirrorDifference {
    /// Lines, each with whether it is put there.
    pub lines: Vec<(bool, String)>,
    /// Both versions stand alone: nothing is known of a text they came from.
    pub has_base: bool,
}

/// A file and its mirror.
#[derive(Debug, Clone)]
pub(super) struct MirrorPair {
    pub(super) key: MirrorKey,
    pub(super) notes: PathBuf,
    pub(super) mirror: PathBuf,
    pub(super) deck: String,
}

/// The mirrors of one list, while it is locked.
pub struct Mirrors<'a> {
    shelf: &'a Shelf,
    agreed: Agreed,
    open: Open,
    now: At,
}

impl<'a> Mirrors<'a> {
    /// Reads what is known of them. The list has to be locked.
    pub fn of(shelf: &'a Shelf, now: At) -> Mirrors<'a> {
        let (agreed, open) = (Agreed::load(&shelf.config), Open::load(&shelf.config));
        Mirrors { shelf, agreed, open, now }
    }

    /// Writes down what is known now.
    pub fn save(&mut self) -> Result<(), Problem> {
        self.agreed.save()?;
        self.open.save(&self.shelf.config)
    }

    /// Lets the notes at a path and their mirror agree; `None` where they have none.
    pub fn settle(&mut self, notes: &Path, wish: Wish) -> Result<Option<Settled>, Problem> {
        let Some(pair) = self.shelf.pair(notes) else { return Ok(None) };
        let settled = self.settle_pair(&pair, wish)?;
        match settled {
            Settled::Waits(_) => {
                self.open.arrived.entry(pair.key.0).or_default().insert(pair.key.1);
            }
            Settled::Unwritten(_) => {}
            _ => self.open.close(&pair.key),
        }
        Ok(Some(settled))
    }

    /// The same for all mirrors that were changed here while their notes were away.
    pub fn settle_edited(&mut self) -> Vec<(PathBuf, Result<Settled, Problem>)> {
        let open: Vec<(String, String)> = (self.open.edited.iter())
            .flat_map(|(key, files)| files.keys().map(|path| (key.clone(), path.clone())))
            .collect();
        let mut done = Vec::new();
        for (root, path) in open {
            let entry = self.shelf.entries().iter().find(|entry| entry.source.as_os_str() == root.as_str());
            let notes = entry.and_then(|entry| Some(inside(entry.origin.as_deref()?, &path)));
            let Some(notes) = notes.filter(|notes| notes.is_file()) else { continue };
            if let Some(settled) = self.settle(&notes, Wish::Wait).transpose() {
                done.push((notes, settled));
            }
        }
        done
    }

    fn settle_pair(&mut self, pair: &MirrorPair, wish: Wish) -> Result<Settled, Problem> {
        // What is too large to be read as notes has no mirror.
        if fs::metadata(&pair.notes).is_ok_and(|notes| notes.len() > library::LARGEST) {
            return Ok(Settled::Same);
        }
        let bytes = fs::read(&pair.notes).map_err(Problem::io("read", &pair.notes))?;
        let Some(own) = edit::plain_text(&bytes) else { return Ok(Settled::Same) };
        let mirror = fs::read_to_string(&pair.mirror).ok();
        let base = self.agreed.get(&pair.key).map(str::to_owned);
        let Some(mirror) = mirror else { return self.mirrored(pair, &own) };
        if mirror == own {
            self.agreed.set(&pair.key, Some(&own));
            return Ok(Settled::Same);
        }
        if base.as_ref() == Some(&mirror) {
            return self.mirrored(pair, &own);
        }
        if wish == Wish::Decline {
            let kept = self.keep(pair, mirror.as_bytes())?;
            self.mirrored(pair, &own)?;
            return Ok(Settled::Declined(kept));
        }
        let is_own = self.open.edited_hash(&pair.key).is_some_and(|edited| *edited == hash(&mirror));
        let united = match &base {
            Some(base) => united::unite(base, &own, &mirror, self.shelf.style_of(&pair.notes)),
            None => lines::United { text: mirror.clone(), met: false },
        };
        let may_write = wish == Wish::Accept || (is_own && base.is_some());
        if !may_write {
            let lines = lines::difference(&own, &united.text);
            return Ok(Settled::Waits(MirrorDifference { lines, has_base: base.is_some() }));
        }
        self.write(pair, &bytes, &own, &mirror, &united, base.is_some())
    }

    /// Puts a union into the notes and the mirror.
    fn write(
        &mut self,
        pair: &MirrorPair,
        bytes: &[u8],
        own: &str,
        mirror: &str,
        united: &lines::United,
        has_base: bool,
    ) -> Result<Settled, Problem> {
        let written =
            edit::rewritten(bytes, &united.text).map_err(|why| Message::from(notes_file::said(&why)));
        let written = match written {
            // Somebody may have written there while the two were compared.
            Ok(_) if fs::read(&pair.notes).ok().as_deref() != Some(bytes) => {
                return Ok(Settled::Unwritten(NotesMessage::ChangingNow.into()));
            }
            Ok(written) => {
                notes_file::write(&pair.notes, &written).map_err(|problem| Message::from(&problem))
            }
            Err(why) => Err(why),
        };
        if let Err(why) = written {
            return Ok(Settled::Unwritten(why));
        }
        let lost = if united.met { Some(mirror) } else { Some(own).filter(|_| !has_base) };
        let kept = lost.map(|lost| self.keep(pair, lost.as_bytes())).transpose()?;
        self.mirrored(pair, &united.text)?;
        Ok(kept.map_or(Settled::Written, Settled::Met))
    }

    /// Lets the mirror say what the notes say.
    fn mirrored(&mut self, pair: &MirrorPair, text: &str) -> Result<Settled, Problem> {
        let folder = pair.mirror.parent().unwrap_or(Path::new("."));
        atomic::make_dir(folder).map_err(Problem::io("make", folder))?;
        // What is lost by a power cut is made again from the notes.
        atomic::replace_unsynced(&pair.mirror, text.as_bytes())
            .map_err(Problem::io("write", &pair.mirror))?;
        // Of two machines the one that wrote its notes later is the later one, whenever it was mirrored.
        if let Ok(written) = fs::metadata(&pair.notes).and_then(|notes| notes.modified()) {
            let mirror = fs::File::options().write(true).open(&pair.mirror);
            let _ = mirror.and_then(|mirror| mirror.set_modified(written));
        }
        self.agreed.set(&pair.key, Some(text));
        Ok(Settled::Mirrored)
    }

    fn keep(&self, pair: &MirrorPair, bytes: &[u8]) -> Result<PathBuf, Problem> {
        let ending = pair.mirror.extension().map_or("md".into(), |ending| ending.to_string_lossy());
        kept::keep(&self.shelf.data, &pair.deck, &ending, self.now, bytes)
    }

    /// Remembers that a mirror was changed in this program: it goes into the notes when they are back.
    pub fn edited(&mut self, mirror: &Path) {
        let Some(key) = self.shelf.key_of_mirror(mirror) else { return };
        let is_its = |entry: &&Entry| *entry.source.to_string_lossy() == *key.0;
        let comes_from_notes = |entry: &Entry| entry.refers.is_some() || entry.origin.is_some();
        if !self.shelf.entries().iter().find(is_its).is_some_and(comes_from_notes) {
            return;
        }
        if let Ok(text) = fs::read_to_string(mirror) {
            self.open.edited.entry(key.0).or_default().insert(key.1, hash(&text));
        }
    }

    /// Looks for files that went from a folder which is there: their mirrors go aside. Where more than
    /// half went at once the folder counts as away, unless the user says that they are gone.
    pub fn sweep(&mut self, entry: &Entry, wish: Wish) -> Result<Vec<GoneNotes>, Problem> {
        let (Some(Refers::Folder), Some(origin)) = (entry.refers, &entry.origin) else {
            return Ok(Vec::new());
        };
        let (files, unreadable) = library::list(std::slice::from_ref(origin));
        let key = entry.source.to_string_lossy().into_owned();
        let present: BTreeSet<String> = files.iter().filter_map(|file| below(origin, file)).collect();
        let known = self.agreed.below(&key);
        let is_away = !unreadable.is_empty() || is_mostly_gone(present.len(), known.len());
        if is_away && wish != Wish::Accept {
            return Ok(Vec::new());
        }
        let mut gone = Vec::new();
        for path in known.difference(&present) {
            let notes = inside(origin, path);
            let pair = self.shelf.pair_of(entry, &notes);
            let mut kept = None;
            let mirror = pair.as_ref().map(|pair| pair.mirror.clone());
            if let (Some(pair), Ok(bytes)) = (&pair, mirror.map_or(Err(ErrorKind::NotFound.into()), fs::read))
            {
                self.leave(entry, pair, &bytes, &files, wish)?;
                kept = Some(self.keep(pair, &bytes)?)
                    .filter(|_| !self.is_elsewhere(entry, pair, &bytes, &files));
                fs::remove_file(&pair.mirror).map_err(Problem::io("remove", &pair.mirror))?;
            }
            let key = (key.clone(), path.clone());
            self.agreed.set(&key, None);
            self.open.close(&key);
            gone.push(GoneNotes { notes, kept });
        }
        self.open.counts.insert(key, present.len());
        Ok(gone)
    }

    /// Whether other files of the folder have most of the cards of notes that went: they were renamed or united.
    fn is_elsewhere(&self, entry: &Entry, pair: &MirrorPair, mirror: &[u8], files: &[PathBuf]) -> bool {
        let style = entry.style(&pair.key.1);
        let cards = |bytes: &[u8]| portraits(&import::read(bytes, None, style, None).cards);
        let was = cards(mirror);
        let mut others = files.iter().filter_map(|file| fs::read(file).ok());
        was.is_empty()
            || others.any(|other| other == mirror || is_most(in_common(&was, &cards(&other)), was.len()))
    }

    /// What was changed in the mirror of notes that went is changed in the mirror of those that have their cards now.
    fn leave(
        &mut self,
        entry: &Entry,
        pair: &MirrorPair,
        mirror: &[u8],
        files: &[PathBuf],
        wish: Wish,
    ) -> Result<(), Problem> {
        let base = self.agreed.get(&pair.key).map(str::to_owned);
        let (Some(base), Ok(mirror)) = (base, std::str::from_utf8(mirror)) else { return Ok(()) };
        if base == mirror {
            return Ok(());
        }
        let style = entry.style(&pair.key.1);
        let cards = |text: &str| portraits(&import::read(text.as_bytes(), None, style, None).cards);
        let was = cards(&base);
        let texts = files.iter().filter_map(|file| Some((file, edit::plain_text(&fs::read(file).ok()?)?)));
        let in_common = texts.map(|(file, text)| (in_common(&was, &cards(&text)), file, text));
        let heir =
            in_common.max_by_key(|(common, ..)| *common).filter(|(common, ..)| is_most(*common, was.len()));
        let Some((_, notes, own)) = heir else { return Ok(()) };
        let Some(heir) = self.shelf.pair_of(entry, notes) else { return Ok(()) };
        let united = united::unite(&base, &own, mirror, style).text;
        if united == own {
            return Ok(());
        }
        let is_own = self.open.edited_hash(&pair.key).is_some_and(|edited| *edited == hash(mirror));
        atomic::replace_unsynced(&heir.mirror, united.as_bytes())
            .map_err(Problem::io("write", &heir.mirror))?;
        self.agreed.set(&heir.key, Some(&own));
        if is_own {
            self.open.edited.entry(heir.key.0).or_default().insert(heir.key.1, hash(&united));
        }
        self.settle(notes, wish).map(drop)
    }
}

/// Whether so many files of so many that were there are a folder that is away.
pub(super) fn is_mostly_gone(present: usize, known: usize) -> bool {
    present == 0 || present * 2 < known
}

/// The file at a place below a root.
pub(super) fn inside(root: &Path, path: &str) -> PathBuf {
    if path.is_empty() { root.to_path_buf() } else { root.join(path) }
}

/// What to say of notes and mirror, where there is something to say.
pub fn said(notes: &Path, settled: &Settled) -> Option<Message> {
    let notes = shown(notes);
    let said = match settled {
        Settled::Same | Settled::Mirrored => return None,
        Settled::Written => NotesMessage::Written { notes },
        Settled::Met(kept) => NotesMessage::Met { notes, kept: shown(kept) },
        Settled::Declined(kept) => NotesMessage::Declined { notes, kept: shown(kept) },
        Settled::Waits(_) => NotesMessage::Waits { notes },
        Settled::Unwritten(why) => NotesMessage::Unwritten { notes, why: Quoted::of(why) },
    };
    Some(said.into())
}
