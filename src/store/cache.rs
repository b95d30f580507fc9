//! The cached fold of the review log, so that start-up does not grow with the history.
//!
//! It says what it was computed from: the rules of the fold and the bytes of the log up to some
//! offset. A log whose place, length and time of change are the same is trusted; otherwise every block
//! of those bytes must have the same hash. The log only ever grows at its end, so what follows them is
//! all that is left to fold. Anything amiss, and the cache is as good as none.
//!
//! It holds the fold of what lay an hour back when it was written, and what came later as events: undos
//! and other machines mostly speak of the last hour, and what lies ahead must not be folded yet.

mod bytes;

use super::atomic;
use super::problem::Problem;
use crate::progress::Snapshot;
use crate::state::Rules;
use bytes::{FoldInput, Output};
use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use xxhash_rust::xxh3::xxh3_64;

/// What a file is, as far as the system tells without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FileIdentity {
    device: u64,
    inode: u64,
    /// Its length in bytes.
    pub len: u64,
    /// The time of its last change, in nanoseconds since 1970.
    changed: i128,
}

impl FileIdentity {
    /// The identity of a file.
    pub fn of(metadata: &Metadata) -> FileIdentity {
        let changed =
            metadata.modified().ok().map_or(0, |time| match time.duration_since(std::time::UNIX_EPOCH) {
                Ok(since) => since.as_nanos() as i128,
                Err(before) => -(before.duration().as_nanos() as i128),
            });
        #[cfg(unix)]
        let (device, inode) = {
            use std::os::unix::fs::MetadataExt;
            (metadata.dev(), metadata.ino())
        };
        #[cfg(not(unix))]
        let (device, inode) = (0, 0);
        FileIdentity { device, inode, len: metadata.len(), changed }
    }

    /// Whether it is the same file, whatever was written to it.
    pub fn is_same_file(&self, other: &FileIdentity) -> bool {
        (self.device, self.inode) == (other.device, other.inode)
    }
}

/// A fold, and what it is the fold of.
#[derive(Debug, Clone, PartialEq)]
pub struct Cached {
    /// The log when the fold was saved.
    pub identity: FileIdentity,
    /// How much of the log was folded: the offset of its closing bracket.
    pub end: u64,
    /// The hashes of the blocks of the log before `end`.
    pub blocks: Vec<u64>,
    /// The fold.
    pub snapshot: Snapshot,
}

/// Blocks are small enough to hash the last one again whenever the cache is saved.
const BLOCK: u64 = 1 << 20;

const MAGIC: &[u8; 8] = b"bpfold\x03\n";

/// The hashes of the blocks of a file before `end`. Those that were known before are taken over, but
/// for the last one, which may have been cut short.
pub fn hash_blocks(file: &mut File, known: &[u64], end: u64) -> io::Result<Vec<u64>> {
    let mut blocks = known[..known.len().saturating_sub(1)].to_vec();
    let mut offset = blocks.len() as u64 * BLOCK;
    file.seek(SeekFrom::Start(offset))?;
    let mut buffer = vec![0; BLOCK as usize];
    while offset < end {
        let block = &mut buffer[..BLOCK.min(end - offset) as usize];
        file.read_exact(block)?;
        blocks.push(xxh3_64(block));
        offset += block.len() as u64;
    }
    Ok(blocks)
}

/// Whether the bytes of a file before `cached.end` are those the fold was made from.
pub fn matches(file: &mut File, cached: &Cached) -> bool {
    let identity = file.metadata().map(|metadata| FileIdentity::of(&metadata));
    identity.as_ref().is_ok_and(|identity| *identity == cached.identity)
        || identity.is_ok_and(|identity| identity.len >= cached.end)
            && hash_blocks(file, &[], cached.end).is_ok_and(|blocks| blocks == cached.blocks)
}

/// Reads a cache; `None` when there is none, or it is of other rules or another program, or damaged.
pub fn read(path: &Path, rules: &Rules) -> Option<Cached> {
    let mut bytes = Vec::new();
    super::bounded::open(path).ok()?.read_to_end(&mut bytes).ok()?;
    let (body, hash) = bytes.split_last_chunk::<8>()?;
    if xxh3_64(body) != u64::from_le_bytes(*hash) {
        return None;
    }
    let mut input = FoldInput(body.strip_prefix(MAGIC)?);
    if input.u64()? != fingerprint(rules) {
        return None;
    }
    let identity =
        FileIdentity { device: input.u64()?, inode: input.u64()?, len: input.u64()?, changed: input.i128()? };
    let end = input.u64()?;
    let blocks = input.list(FoldInput::u64)?;
    let snapshot = input.snapshot()?;
    input.0.is_empty().then_some(Cached { identity, end, blocks, snapshot })
}

/// Writes a cache, whole or not at all. Nobody waits for the disk: one that a loss of power tears is no cache.
pub fn write(path: &Path, rules: &Rules, cached: &Cached) -> Result<(), Problem> {
    let mut output = Output(MAGIC.to_vec());
    output.u64(fingerprint(rules));
    output.u64(cached.identity.device);
    output.u64(cached.identity.inode);
    output.u64(cached.identity.len);
    output.0.extend(cached.identity.changed.to_le_bytes());
    output.u64(cached.end);
    output.list(&cached.blocks, |output, block| output.u64(*block));
    output.snapshot(&cached.snapshot);
    output.u64(xxh3_64(&output.0));
    let dir = path.parent().unwrap_or(Path::new("."));
    atomic::make_dir(dir).map_err(Problem::io("create", dir))?;
    atomic::replace_unsynced(path, &output.0).map_err(Problem::io("write", path))
}

/// To be raised whenever a snapshot is written otherwise, or folded otherwise.
const LAYOUT: u32 = 11;

/// A fold depends on the rules and on the code that folds.
fn fingerprint(rules: &Rules) -> u64 {
    xxh3_64(format!("{} {LAYOUT} {rules:?}", env!("CARGO_PKG_VERSION")).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::Grade;
    use crate::day::{At, Day};
    use crate::progress::{Answered, Confidence, Kind, LogEvent, Points, Progress, Review, Target};
    use crate::state::Scheduler;

    #[test]
    fn every_field_of_a_fold_comes_back() {
        let target = Target {
            date: Some(Day(20_800)),
            minutes: 40,
            weights: r#"{"RNN":2.5}"#.into(),
            ..Target::default()
        };
        let review = Review {
            confidence: Some(Confidence::Sure),
            points: Some(Points::new(5, [0, 4])),
            ..Review::new(Grade::Hard, "typed", 900)
        };
        let answered = Answered { round: At(3), ms: 81_000, pace: 180_000, confidence: Confidence::Likely };
        let kinds = [
            ("a", Kind::Review(review)),
            ("a", Kind::Asked { went: Some(Grade::Again), place: "".into() }),
            ("a", Kind::Answered(answered)),
            ("池化", Kind::note("先说\nmax".into(), "")),
            ("池化", Kind::Bury),
            ("池化", Kind::Flag),
            ("b", Kind::Move { to: "c".into() }),
            ("d", Kind::Identity { to: "e".into() }),
            ("", Kind::Plan(target)),
            ("d", Kind::Suspend),
        ];
        let events: Vec<LogEvent> = (kinds.into_iter().zip(0..))
            .map(|((card, kind), at)| LogEvent { at: At(at), day: Day(20_700), card: card.into(), kind })
            .collect();
        let snapshot = Progress::of(Scheduler::default(), &events).snapshot_until(At(8));
        let identity = FileIdentity { len: 7, ..FileIdentity::default() };
        let cached = Cached { identity, end: 5, blocks: vec![1, 2], snapshot };
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("fold");
        write(&path, &Rules::default(), &cached).unwrap();
        assert_eq!(read(&path, &Rules::default()).as_ref(), Some(&cached));
        assert!(cached.snapshot.target.is_some() && cached.snapshot.records.len() == 2);
        assert_eq!((cached.snapshot.notes.len(), cached.snapshot.later.len()), (1, 1));
    }
}
