//! Leaves as they were read last, so that a start need not read the notes again.
//!
//! `notes/` in the cache folder holds a file for each file of notes. It says what it was made from:
//! this very program, and the notes as the system describes them without opening them. Anything amiss,
//! and it is as good as none.

use super::Leaf;
use super::bytes::{self, InnerDeck};
use crate::card::Deck;
use crate::import::package::is_package;
use crate::import::{Style, Styled};
use crate::store::atomic;
use crate::store::builtin::{BUILTIN, Builtin};
use crate::store::cache::FileIdentity;
use crate::store::conflict::Conflict;
use crate::store::library::{self, Listing, Unreadable};
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use xxhash_rust::xxh3::xxh3_64;

/// The cached leaves of one learner.
#[derive(Debug, Clone)]
pub struct LeafCache {
    /// Where they stand; without it every leaf is read.
    dir: Option<PathBuf>,
    /// This program: another one may read notes otherwise.
    program: FileIdentity,
    /// Whether what is old was looked for: once is enough, since a folder may hold thousands of leaves.
    is_swept: Arc<AtomicBool>,
}

/// The leaves of some notes.
#[derive(Debug)]
pub struct Leaves {
    /// The leaves.
    pub leaves: Vec<Leaf>,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
    /// Copies that sync tools left; they were not read.
    pub copies: Vec<Conflict>,
}

/// What was kept longer ago is mostly of notes that are gone.
const OLD: Duration = Duration::from_secs(100 * 24 * 3600);

/// Some file systems count time in steps of two seconds: notes that changed less than that ago may
/// change again and look the same.
const SETTLED: Duration = Duration::from_secs(2);

impl LeafCache {
    /// The leaves in this cache folder.
    pub fn below(cache: &Path) -> LeafCache {
        let program = std::env::current_exe().and_then(fs::metadata);
        let dir = program.is_ok().then(|| cache.join("notes"));
        let program = program.map_or_else(|_| FileIdentity::default(), |file| FileIdentity::of(&file));
        LeafCache { dir, program, is_swept: Arc::default() }
    }

    /// A cache that keeps nothing.
    pub fn none() -> LeafCache {
        LeafCache { dir: None, program: FileIdentity::default(), is_swept: Arc::default() }
    }

    /// The leaf of a file of notes.
    pub fn leaf(&self, path: &Path, style: Option<&'static Style>) -> Result<Leaf, Unreadable> {
        self.leaf_as(path, Styled { forced: style, ..Styled::default() })
    }

    /// The same where a style is known in which the notes were accepted.
    pub fn leaf_as(&self, path: &Path, style: Styled<'_>) -> Result<Leaf, Unreadable> {
        let metadata = fs::metadata(path).ok().filter(|file| file.is_file() && !is_package(path));
        let (Some(dir), Some(metadata)) = (&self.dir, metadata) else { return Leaf::read(path, style) };
        let name = format!("{}|{}", path.display(), style.forced.map_or("", |style| style.name));
        let name = style.accepted.map_or(name.clone(), |style| format!("{name}|{}", style.name));
        let marks = style.marks.filter(|marks| !marks.is_empty());
        let name = marks.map_or(name.clone(), |marks| format!("{name}|{:016x}", marks.print()));
        let made_from = self.made_from(&FileIdentity::of(&metadata), &name);
        let place = NotePlace { dir, name: &name, made_from, is_swept: &self.is_swept };
        if let Some(leaf) = place.load(&Arc::new(path.to_path_buf())) {
            return Ok(leaf);
        }
        let leaf = Leaf::read(path, style)?;
        // A cache that cannot be written only costs time.
        let _ = place.keep(&leaf, &metadata);
        Ok(leaf)
    }

    /// The leaves of the notes at these paths, in this style or the one that fits best, and what could not be
    /// read.
    pub fn leaves(&self, paths: &[PathBuf], style: Option<&'static Style>) -> Leaves {
        let Listing { files, mut unreadable, copies } = library::listing(paths);
        let mut leaves = Vec::new();
        for path in files {
            match self.leaf(&path, style) {
                Ok(leaf) => leaves.push(leaf),
                Err(problem) => unreadable.push(problem),
            }
        }
        Leaves { leaves, unreadable, copies }
    }

    /// All decks inside the binary. What is not in the cache yet is read on all processors.
    pub fn builtin(&self) -> Vec<Deck> {
        let Some(dir) = &self.dir else { return library::builtin_decks() };
        let name = "built-in decks";
        let made_from = self.made_from(&FileIdentity::default(), name);
        let place = NotePlace { dir, name, made_from, is_swept: &self.is_swept };
        let sources = |builtin: &Builtin| builtin.sources.iter().map(|(_, source)| *source).collect();
        let sources: Vec<Vec<&'static str>> = BUILTIN.iter().map(sources).collect();
        let kept = bytes::read_decks(&place.path(), &sources, made_from);
        let decks = kept.unwrap_or_else(|| {
            let read = library::builtin_decks().into_iter();
            let read: Vec<_> = read.map(|Deck { titles, cards, .. }| InnerDeck { titles, cards }).collect();
            let bytes = bytes::written_decks(&read, &sources, made_from);
            // A cache that cannot be written only costs time.
            let _ = bytes.map(|bytes| place.write(&bytes, None));
            read
        });
        let named = |(InnerDeck { titles, cards }, builtin): (_, &Builtin)| Deck {
            name: builtin.name.to_owned(),
            titles,
            cards,
        };
        decks.into_iter().zip(BUILTIN).map(named).collect()
    }

    fn made_from(&self, notes: &FileIdentity, name: &str) -> u64 {
        xxh3_64(format!("{:?} {notes:?} {name}", self.program).as_bytes())
    }
}

/// Where one leaf is kept, and what it has to be made from.
struct NotePlace<'a> {
    dir: &'a Path,
    name: &'a str,
    made_from: u64,
    is_swept: &'a AtomicBool,
}

impl NotePlace<'_> {
    fn path(&self) -> PathBuf {
        self.dir.join(format!("{:016x}.cache", xxh3_64(self.name.as_bytes())))
    }

    /// The leaf of the notes at a path.
    fn load(&self, notes: &Arc<PathBuf>) -> Option<Leaf> {
        bytes::read(&self.path(), self.made_from, notes)
    }

    /// Writes the leaf down, unless its notes have changed just now.
    fn keep(&self, leaf: &Leaf, notes: &Metadata) -> io::Result<()> {
        bytes::written(leaf, self.made_from).map_or(Ok(()), |bytes| self.write(&bytes, Some(notes)))
    }

    fn write(&self, bytes: &[u8], notes: Option<&Metadata>) -> io::Result<()> {
        atomic::make_dir(self.dir)?;
        let path = self.path();
        atomic::replace_unsynced(&path, bytes)?;
        // The new file tells what time it is where it stands.
        let now = fs::metadata(&path)?.modified()?;
        let age = |file: &Metadata| now.duration_since(file.modified()?).map_err(io::Error::other);
        if notes.is_some_and(|notes| !age(notes).is_ok_and(|age| age >= SETTLED)) {
            fs::remove_file(&path)?;
        }
        if self.is_swept.swap(true, Ordering::Relaxed) {
            return Ok(());
        }
        for other in fs::read_dir(self.dir)?.flatten() {
            if other.metadata().and_then(|other| age(&other)).is_ok_and(|age| age > OLD) {
                fs::remove_file(other.path())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Lang;
    use std::fs::File;
    use std::time::SystemTime;

    /// Notes that changed a while ago, in a folder with a cache.
    fn notes(text: &str) -> (tempfile::TempDir, PathBuf, LeafCache) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.md");
        let cache = LeafCache::below(folder.path());
        rewrite(&path, text);
        (folder, path, cache)
    }

    fn rewrite(path: &Path, text: &str) {
        fs::write(path, text).unwrap();
        let past = SystemTime::now() - Duration::from_secs(60);
        File::options().append(true).open(path).unwrap().set_modified(past).unwrap();
    }

    fn kept(cache: &LeafCache) -> Vec<PathBuf> {
        let entries = fs::read_dir(cache.dir.as_ref().unwrap()).unwrap();
        entries.map(|entry| entry.unwrap().path()).collect()
    }

    const NOTES: &str = "# 标题\n\n## CNN\n\n1. 什么是池化？\n<!-- id: pooling; importance: 3; level: senior; tracks: data; after: x, y -->\n降维\n\n2. No answer?\n\n## RNN\n\n3. 门？\n\n```\nx\n```\n";

    #[test]
    fn a_kept_leaf_is_what_reading_gives() {
        let (_folder, path, cache) = notes(NOTES);
        let read = Leaf::read(&path, crate::import::Styled::default()).unwrap();
        assert_eq!(cache.leaf(&path, None).unwrap(), read);
        // What is taken from the cache is seen by what only the cache says.
        let place = &kept(&cache)[0];
        let bytes = fs::read(place).unwrap();
        assert_eq!(cache.leaf(&path, None).unwrap(), read);
        let made_from = made_from(&bytes);
        let other = Leaf { titles: vec![(Lang::En, "other".to_owned())], ..read.clone() };
        fs::write(place, bytes::written(&other, made_from).unwrap()).unwrap();
        assert_eq!(cache.leaf(&path, None).unwrap().titles, other.titles);
        assert_eq!((read.cards.len(), read.titles[0].1.as_str()), (3, "标题"));
    }

    #[test]
    fn a_damaged_or_foreign_leaf_is_none() {
        let (_folder, path, cache) = notes(NOTES);
        let read = cache.leaf(&path, None).unwrap();
        let place = &kept(&cache)[0];
        let whole = fs::read(place).unwrap();
        let made = made_from(&whole);
        let other = place.with_extension("other");
        let parsed = |bytes: Vec<u8>, made| {
            fs::write(&other, bytes).unwrap();
            bytes::read(&other, made, &read.path)
        };
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            assert_eq!(parsed(bytes, made), None, "byte {at}");
            assert_eq!(parsed(whole[..at].to_vec(), made), None, "cut at {at}");
        }
        assert_eq!(parsed(whole.clone(), made + 1), None);
        assert_eq!(parsed(whole.clone(), made).as_ref(), Some(&read));
        fs::write(place, &whole[..20]).unwrap();
        assert_eq!(cache.leaf(&path, None).unwrap(), read);
        assert_eq!(fs::read(place).unwrap(), whole, "it is mended");
    }

    fn made_from(bytes: &[u8]) -> u64 {
        u64::from_le_bytes(bytes[8..16].try_into().unwrap())
    }

    #[test]
    fn notes_that_change_are_read_again() {
        let (_folder, path, cache) = notes("1. What is a?\nb\n");
        let first = cache.leaf(&path, None).unwrap();
        assert_eq!(kept(&cache).len(), 1);
        rewrite(&path, "1. What is a?\nc\n2. What is d?\ne\n");
        let second = cache.leaf(&path, None).unwrap();
        assert_eq!((first.cards.len(), second.cards.len()), (1, 2));
        assert_ne!(first.print, second.print);
        // The next change could look like this one.
        fs::write(&path, "1. What is f?\ng\n").unwrap();
        let old = cache.dir.as_ref().unwrap().join("of notes that are gone.cache");
        fs::write(&old, "").unwrap();
        let past = SystemTime::now() - OLD - Duration::from_secs(60);
        File::options().append(true).open(&old).unwrap().set_modified(past).unwrap();
        // Once is enough for a run: with thousands of leaves, looking at all of them for each takes minutes.
        assert_eq!(&*cache.leaf(&path, None).unwrap().cards[0].faces[0].question, "What is f?");
        assert_eq!(kept(&cache), [old]);
        let next_run = LeafCache::below(cache.dir.as_ref().unwrap().parent().unwrap());
        assert_eq!(&*next_run.leaf(&path, None).unwrap().cards[0].faces[0].question, "What is f?");
        assert_eq!(kept(&cache), Vec::<PathBuf>::new());
    }

    #[test]
    fn a_long_deck_comes_back_in_its_order() {
        let text: String =
            (1..=20_000).map(|card| format!("{card}. What is {card}?\nIt is {card}.\n\n")).collect();
        let (_folder, path, cache) = notes(&text);
        let read = cache.leaf(&path, None).unwrap();
        assert_eq!(read.cards.len(), 20_000);
        assert!(cache.leaf(&path, None).unwrap() == read);
    }

    #[test]
    fn built_in_decks_come_back_with_all_their_faces() {
        let folder = tempfile::tempdir().unwrap();
        let cache = LeafCache::below(folder.path());
        let read: Vec<Deck> = BUILTIN.iter().map(Builtin::deck).collect();
        assert_eq!((cache.builtin(), cache.builtin()), (read.clone(), read.clone()));
        // Their texts stand in the program, and need not stand here.
        let [place] = &kept(&cache)[..] else { panic!("one file has all of them") };
        let sources = || BUILTIN.iter().flat_map(|deck| deck.sources).map(|(_, source)| source.len());
        let length = fs::read(place).unwrap().len();
        assert!(length * 5 < sources().sum(), "{length} bytes");
    }

    #[test]
    fn damaged_or_foreign_decks_of_the_program_are_none() {
        let zh = "# 标题\n\n## CNN\n\n### 1. 什么是池化？\n\n<!-- id: pooling; importance: 3 -->\n\n降维。\n\n### 2. 什么是门？\n\n因子。\n";
        let en = "# Title\n\n## CNN\n\n### 1. What is pooling?\n\n<!-- id: pooling -->\n\nIt shrinks.\n\n### 2. What is a gate?\n\nA factor.\n";
        let deck = |source: &str| {
            let notes = crate::import::read(source.as_bytes(), None, None, None);
            assert_eq!(notes.cards.len(), 2);
            InnerDeck { titles: vec![(Lang::Zh, "标题".to_owned())], cards: notes.cards }
        };
        let (decks, sources) = (vec![deck(zh), deck(en)], vec![vec![zh, en], vec![en]]);
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("decks.cache");
        let parsed = |bytes: &[u8], sources: &[Vec<&'static str>], made_from| {
            fs::write(&place, bytes).unwrap();
            bytes::read_decks(&place, sources, made_from)
        };
        let whole = bytes::written_decks(&decks, &sources, 7).unwrap();
        assert_eq!(parsed(&whole, &sources, 7), Some(decks.clone()));
        assert_eq!(parsed(&whole, &sources, 8), None);
        assert_eq!(parsed(&whole, &sources[..1], 7), None);
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            assert_eq!(parsed(&bytes, &sources, 7), None, "byte {at}");
            assert_eq!(parsed(&whole[..at], &sources, 7), None, "cut at {at}");
        }
        // What is no piece of a source stands in the file itself.
        let whole = bytes::written_decks(&decks, &[vec![""], vec![""]], 7).unwrap();
        assert_eq!(parsed(&whole, &[vec![""], vec![""]], 7), Some(decks));
    }
}
