//! The cached fold of the review log, so that start-up does not grow with the history.
//!
//! It says what it was computed from: the rules of the fold and the bytes of the log up to some
//! offset. A log whose place, length and time of change are the same is trusted; otherwise every block
//! of those bytes must have the same hash. The log only ever grows at its end, so what follows them is
//! all that is left to fold. Anything amiss, and the cache is as good as none.
//!
//! It holds the fold of what lay an hour back when it was written, and what came later as events: undos
//! and other machines mostly speak of the last hour, and what lies ahead must not be folded yet.

use super::atomic;
use super::problem::Problem;
use crate::card::{CardId, Grade};
use crate::day::{At, Day, Moment};
use crate::memory::Memory;
use crate::progress::{
    Answered, Confidence, Move, Paces, Points, Record, Snapshot, Tally, Target, Waiting, event,
};
use crate::state::{CardState, Due, Phase, Rules};
use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use xxhash_rust::xxh3::xxh3_64;

/// What a file is, as far as the system tells without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Identity {
    device: u64,
    inode: u64,
    /// Its length in bytes.
    pub len: u64,
    /// The time of its last change, in nanoseconds since 1970.
    changed: i128,
}

impl Identity {
    /// The identity of a file.
    pub fn of(metadata: &Metadata) -> Identity {
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
        Identity { device, inode, len: metadata.len(), changed }
    }

    /// Whether it is the same file, whatever was written to it.
    pub fn is_same_file(&self, other: &Identity) -> bool {
        (self.device, self.inode) == (other.device, other.inode)
    }
}

/// A fold, and what it is the fold of.
#[derive(Debug, Clone, PartialEq)]
pub struct Cached {
    /// The log when the fold was saved.
    pub identity: Identity,
    /// How much of the log was folded: the offset of its closing bracket.
    pub end: u64,
    /// The hashes of the blocks of the log before `end`.
    pub blocks: Vec<u64>,
    /// The fold.
    pub snapshot: Snapshot,
}

/// Blocks are small enough to hash the last one again whenever the cache is saved.
const BLOCK: u64 = 1 << 20;

const MAGIC: &[u8; 8] = b"bpfold\x01\n";

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
    let identity = file.metadata().map(|metadata| Identity::of(&metadata));
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
    let mut input = Input(body.strip_prefix(MAGIC)?);
    if input.u64()? != fingerprint(rules) {
        return None;
    }
    let identity =
        Identity { device: input.u64()?, inode: input.u64()?, len: input.u64()?, changed: input.i128()? };
    let end = input.u64()?;
    let blocks = input.list(Input::u64)?;
    let snapshot = input.snapshot()?;
    input.0.is_empty().then_some(Cached { identity, end, blocks, snapshot })
}

/// Writes a cache, whole or not at all.
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
    atomic::replace(path, |file| file.write_all(&output.0)).map_err(Problem::io("write", path))
}

/// To be raised whenever a snapshot is written otherwise, or folded otherwise.
const LAYOUT: u32 = 9;

/// A fold depends on the rules and on the code that folds.
fn fingerprint(rules: &Rules) -> u64 {
    xxh3_64(format!("{} {LAYOUT} {rules:?}", env!("CARGO_PKG_VERSION")).as_bytes())
}

/// Little-endian numbers one after the other.
struct Output(Vec<u8>);

/// What [`Output`] wrote; every read may find the end.
struct Input<'a>(&'a [u8]);

impl Output {
    fn u32(&mut self, number: u32) {
        self.0.extend(number.to_le_bytes());
    }

    fn u64(&mut self, number: u64) {
        self.0.extend(number.to_le_bytes());
    }

    fn at(&mut self, at: At) {
        self.u64(at.0 as u64);
    }

    fn day(&mut self, day: Day) {
        self.u32(day.0 as u32);
    }

    fn option<T>(&mut self, value: Option<&T>, put: impl FnOnce(&mut Output, &T)) {
        self.0.push(u8::from(value.is_some()));
        if let Some(value) = value {
            put(self, value);
        }
    }

    fn list<T>(&mut self, list: &[T], mut put: impl FnMut(&mut Output, &T)) {
        self.u64(list.len() as u64);
        for item in list {
            put(self, item);
        }
    }

    fn text(&mut self, text: &str) {
        self.u32(text.len() as u32);
        self.0.extend(text.as_bytes());
    }

    fn snapshot(&mut self, snapshot: &Snapshot) {
        self.option(snapshot.latest.as_ref(), |output, at| output.at(*at));
        self.option(snapshot.horizon.as_ref(), |output, at| output.at(*at));
        self.list(&snapshot.ids, |output, id| output.text(id.as_str()));
        self.list(&snapshot.records, |output, (id, record)| {
            output.u32(*id);
            output.record(record);
        });
        self.list(&snapshot.notes, |output, (id, text)| {
            output.u32(*id);
            output.text(text);
        });
        self.list(&snapshot.moves, |output, step| {
            output.at(step.at);
            output.u32(step.from);
            output.u32(step.to);
            output.0.extend([u8::from(step.undone), u8::from(step.is_identity)]);
        });
        self.list(&snapshot.days, |output, (day, tally)| {
            output.day(*day);
            for number in [tally.new, tally.reviews, tally.answers, tally.again, tally.untimed] {
                output.u32(number);
            }
            output.u64(tally.ms);
        });
        self.0.push(u8::from(snapshot.has_loose_undo));
        self.option(snapshot.target.as_ref(), |output, target| {
            output.option(target.date.as_ref(), |output, date| output.day(*date));
            output.u32(target.minutes);
            output.text(&target.weights);
        });
        snapshot.paces.counts().for_each(|count| self.u32(count));
        self.list(&snapshot.later, |output, event| output.text(&event.to_json()));
    }

    fn record(&mut self, record: &Record) {
        let Record { state, suspended, buried, flagged, points, asked, went, waiting } = record;
        let (phase, step) = match state.phase {
            Phase::New => (0, 0),
            Phase::Learning(step) => (1, step),
            Phase::Review => (2, 0),
            Phase::Relearning(step) => (3, step),
        };
        self.0.extend([phase, step, u8::from(*suspended), u8::from(*flagged)]);
        self.option(buried.as_ref(), |output, day| output.day(*day));
        self.option(state.memory.as_ref(), |output, memory| {
            output.u32(memory.stability.to_bits());
            output.u32(memory.difficulty.to_bits());
        });
        self.option(state.due.as_ref(), |output, due| match due {
            Due::At(at) => {
                output.0.push(0);
                output.at(*at);
            }
            Due::On(day) => {
                output.0.push(1);
                output.day(*day);
            }
        });
        self.option(state.last.as_ref(), |output, last| {
            output.at(last.at);
            output.day(last.day);
        });
        for number in [state.interval, state.reps, state.lapses, *asked] {
            self.u32(number);
        }
        for grade in [went, &state.grade] {
            self.option(grade.as_ref(), |output, grade| output.0.push(*grade as u8));
        }
        self.option(points.as_ref(), |output, points| {
            let missed: Vec<usize> = points.missed().collect();
            output.0.extend([points.count() as u8, missed.len() as u8]);
            output.0.extend(missed.iter().map(|point| *point as u8));
        });
        self.option(waiting.as_ref(), |output, Waiting { given, answered }| {
            output.at(given.at);
            output.day(given.day);
            output.at(answered.round);
            output.u32(answered.ms);
            output.u32(answered.pace);
            output.0.push(answered.confidence as u8);
        });
    }
}

impl Input<'_> {
    fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*bytes)
    }

    fn u8(&mut self) -> Option<u8> {
        self.bytes::<1>().map(|[byte]| byte)
    }

    fn bool(&mut self) -> Option<bool> {
        Some(self.u8()? == 1)
    }

    fn u32(&mut self) -> Option<u32> {
        self.bytes().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Option<u64> {
        self.bytes().map(u64::from_le_bytes)
    }

    fn i128(&mut self) -> Option<i128> {
        self.bytes().map(i128::from_le_bytes)
    }

    fn f32(&mut self) -> Option<f32> {
        self.u32().map(f32::from_bits)
    }

    fn at(&mut self) -> Option<At> {
        self.u64().map(|number| At(number as i64))
    }

    fn day(&mut self) -> Option<Day> {
        self.u32().map(|number| Day(number as i32))
    }

    fn option<T>(&mut self, get: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        match self.bool()? {
            true => get(self).map(Some),
            false => Some(None),
        }
    }

    fn list<T>(&mut self, mut get: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let len = usize::try_from(self.u64()?).ok()?;
        // No item takes less than a byte, so a longer list is not there.
        if len > self.0.len() {
            return None;
        }
        let mut list = Vec::with_capacity(len);
        for _ in 0..len {
            list.push(get(self)?);
        }
        Some(list)
    }

    fn snapshot(&mut self) -> Option<Snapshot> {
        let latest = self.option(Input::at)?;
        let horizon = self.option(Input::at)?;
        let ids = self.list(|input| input.text().map(CardId::from))?;
        let number = |input: &mut Self| input.u32().filter(|number| (*number as usize) < ids.len());
        let records = self.list(|input| Some((number(input)?, input.record()?)))?;
        let notes = self.list(|input| Some((number(input)?, input.text()?.into())))?;
        let moves = self.list(|input| {
            let (at, from, to) = (input.at()?, number(input)?, number(input)?);
            Some(Move { at, from, to, undone: input.bool()?, is_identity: input.bool()? })
        })?;
        let days = self.list(|input| {
            let day = input.day()?;
            let (new, reviews, answers, again) = (input.u32()?, input.u32()?, input.u32()?, input.u32()?);
            Some((day, Tally { new, reviews, answers, again, untimed: input.u32()?, ms: input.u64()? }))
        })?;
        let has_loose_undo = self.bool()?;
        let target = self.option(|input| {
            let (date, minutes) = (input.option(Input::day)?, input.u32()?);
            Some(Target { date, minutes, weights: input.text()?.into() })
        })?;
        let paces = Paces::from_counts(|| self.u32())?;
        let later = self.list(|input| Some(event::parse(input.text()?.as_bytes())?.to_event()))?;
        Some(Snapshot {
            latest,
            horizon,
            ids,
            records,
            notes,
            moves,
            days,
            has_loose_undo,
            target,
            paces,
            later,
        })
    }

    fn grade(&mut self) -> Option<Grade> {
        Grade::ALL.get(usize::from(self.u8()?)).copied()
    }

    fn text(&mut self) -> Option<&str> {
        let len = self.u32()? as usize;
        let (text, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }

    fn record(&mut self) -> Option<Record> {
        let phase = match self.bytes::<2>()? {
            [0, _] => Phase::New,
            [1, step] => Phase::Learning(step),
            [2, _] => Phase::Review,
            [3, step] => Phase::Relearning(step),
            _ => return None,
        };
        let (suspended, flagged) = (self.bool()?, self.bool()?);
        let buried = self.option(Input::day)?;
        let memory =
            self.option(|input| Some(Memory { stability: input.f32()?, difficulty: input.f32()? }))?;
        let due = self.option(|input| match input.u8()? {
            0 => input.at().map(Due::At),
            _ => input.day().map(Due::On),
        })?;
        let last = self.option(|input| Some(Moment { at: input.at()?, day: input.day()? }))?;
        let (interval, reps, lapses) = (self.u32()?, self.u32()?, self.u32()?);
        let asked = self.u32()?;
        let went = self.option(Input::grade)?;
        let grade = self.option(Input::grade)?;
        let state = CardState { phase, memory, due, interval, last, reps, lapses, grade };
        let points = self.option(|input| {
            let [of, missed] = input.bytes()?;
            let missed: Option<Vec<u8>> = (0..missed).map(|_| input.u8()).collect();
            Some(Points::new(usize::from(of), missed?.into_iter().map(usize::from)))
        })?;
        let waiting = self.option(|input| {
            let given = Moment { at: input.at()?, day: input.day()? };
            let (round, ms, pace) = (input.at()?, input.u32()?, input.u32()?);
            let confidence = *Confidence::ALL.get(usize::from(input.u8()?))?;
            Some(Waiting { given, answered: Answered { round, ms, pace, confidence } })
        })?;
        Some(Record { state, suspended, buried, flagged, points, asked, went, waiting })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::{Confidence, Event, Kind, Progress, Review};
    use crate::state::Scheduler;

    #[test]
    fn every_field_of_a_fold_comes_back() {
        let target = Target { date: Some(Day(20_800)), minutes: 40, weights: r#"{"RNN":2.5}"#.into() };
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
            ("池化", Kind::Note { text: "先说\nmax".into() }),
            ("池化", Kind::Bury),
            ("池化", Kind::Flag),
            ("b", Kind::Move { to: "c".into() }),
            ("d", Kind::Identity { to: "e".into() }),
            ("", Kind::Plan(target)),
            ("d", Kind::Suspend),
        ];
        let events: Vec<Event> = (kinds.into_iter().zip(0..))
            .map(|((card, kind), at)| Event { at: At(at), day: Day(20_700), card: card.into(), kind })
            .collect();
        let snapshot = Progress::of(Scheduler::default(), &events).snapshot_until(At(8));
        let identity = Identity { len: 7, ..Identity::default() };
        let cached = Cached { identity, end: 5, blocks: vec![1, 2], snapshot };
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("fold");
        write(&path, &Rules::default(), &cached).unwrap();
        assert_eq!(read(&path, &Rules::default()).as_ref(), Some(&cached));
        assert!(cached.snapshot.target.is_some() && cached.snapshot.records.len() == 2);
        assert_eq!((cached.snapshot.notes.len(), cached.snapshot.later.len()), (1, 1));
    }
}
