//! Reading a long log in parts, each on a thread of its own.
//!
//! The meaning of a log is the set of its events, so it does not matter which of them is read first.
//! Only a log without any fault is read so; whoever has to tell of faults, with the numbers of their
//! lines, reads it from the start.

use super::reading::{each_line, end_of_text, identity};
use crate::progress::text::{LogPiece, Scan};
use crate::progress::{Progress, Replay, shares};
use crate::store::cache::FileIdentity;
use memchr::memchr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// The length of a line as we write them, about; what it takes to guess the number of events.
const LINE: u64 = 128;

/// A log that was read.
pub(super) struct LogParts {
    /// The file before it was read.
    pub(super) identity: FileIdentity,
    /// Where its closing bracket stands.
    pub(super) end: u64,
    /// How many events it has.
    pub(super) lines: usize,
}

struct LogPart {
    scan: Scan,
    replay: Replay,
    lines: usize,
    is_whole: bool,
}

/// Reads a log into a replay that has no events yet. `None` when it is short, or not as it should be;
/// the replay is worth nothing then.
pub(super) fn read(path: &Path, replay: &mut Replay) -> io::Result<Option<LogParts>> {
    let log = File::open(path)?;
    let before = identity(&log)?;
    if end_of_text(&log)? < before.len {
        return Ok(None);
    }
    let count = shares::count((before.len / LINE) as usize);
    let size = before.len / count as u64;
    let starts: io::Result<Vec<u64>> = (0..count as u64).map(|part| line_start(path, part * size)).collect();
    let starts = starts?;
    let parts: io::Result<Vec<LogPart>> = shares::each(count, |part| {
        let limit = starts.get(part + 1).map_or(u64::MAX, |next| next.saturating_sub(starts[part]));
        read_part(path, before, starts[part], limit)
    })
    .into_iter()
    .collect();
    let parts = parts?;
    let (last, others) = parts.split_last().expect("there is at least one part");
    let Some(end) = last.scan.sound_end() else { return Ok(None) };
    if !parts.iter().all(|part| part.is_whole) || !others.iter().all(|part| part.scan.is_open()) {
        return Ok(None);
    }
    let lines = parts.iter().map(|part| part.lines).sum();
    parts.into_iter().for_each(|part| replay.append(part.replay));
    Ok(Some(LogParts { identity: before, end, lines }))
}

/// Where the first line begins that does so at `offset` or behind it.
fn line_start(path: &Path, offset: u64) -> io::Result<u64> {
    let Some(before) = offset.checked_sub(1) else { return Ok(0) };
    let mut log = File::open(path)?;
    log.seek(SeekFrom::Start(before))?;
    let mut reader = BufReader::new(log);
    let mut start = before;
    loop {
        let block = reader.fill_buf()?;
        if let Some(end) = memchr(b'\n', block) {
            return Ok(start + end as u64 + 1);
        }
        let len = block.len();
        if len == 0 {
            return Ok(start);
        }
        start += len as u64;
        reader.consume(len);
    }
}

fn read_part(path: &Path, before: FileIdentity, start: u64, limit: u64) -> io::Result<LogPart> {
    let mut log = File::open(path)?;
    let mut part = LogPart {
        scan: if start == 0 { Scan::default() } else { Scan::resume(start) },
        replay: Replay::of(Progress::default()),
        lines: 0,
        // Another program may have put another file in its place.
        is_whole: identity(&log)? == before,
    };
    log.seek(SeekFrom::Start(start))?;
    each_line(log.take(limit), |line| {
        match part.scan.take(line) {
            Ok(LogPiece::Event(event, _)) => {
                part.lines += 1;
                part.replay.push(&event);
            }
            Ok(LogPiece::Header | LogPiece::Frame) => (),
            Ok(LogPiece::Damaged) | Err(_) => part.is_whole = false,
        }
        part.is_whole
    })?;
    Ok(part)
}
