//! Reading the file: all of it, or what was added since it was last seen.

use crate::progress::EventRef;
use crate::progress::text::{HEADER, LogPiece, NotOurs, Scan, is_remains};
use crate::store::cache::FileIdentity;
use memchr::memchr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

const LAST_BYTES: u64 = 256;

/// How the file looked.
#[derive(Debug, Clone)]
pub(super) struct SeenLog {
    pub(super) identity: FileIdentity,
    /// Where its closing bracket stands.
    pub(super) end: u64,
    /// The bytes before it.
    pub(super) last: Vec<u8>,
}

impl SeenLog {
    /// A log that was like this before it was read up to its bracket at `end`.
    pub(super) fn new(identity: FileIdentity, log: &mut File, end: u64) -> io::Result<SeenLog> {
        Ok(SeenLog { identity, end, last: bytes_before(log, end)? })
    }
}

/// A whole file read line by line.
pub(super) struct LogReading {
    /// The file before it was read, so that whatever comes in meanwhile is news.
    pub(super) identity: FileIdentity,
    pub(super) scan: Scan,
    pub(super) lines: usize,
    pub(super) damaged: Vec<u8>,
    pub(super) damaged_lines: usize,
    /// Whether blocks that were never written follow the text.
    pub(super) has_blank_end: bool,
}

impl LogReading {
    /// Whether the file is as it should be, to its last byte.
    pub(super) fn is_sound(&self) -> bool {
        self.scan.sound_end().is_some() && !self.has_blank_end
    }
}

pub(super) fn identity(file: &File) -> io::Result<FileIdentity> {
    file.metadata().map(|metadata| FileIdentity::of(&metadata))
}

pub(super) fn bytes_before(file: &mut File, end: u64) -> io::Result<Vec<u8>> {
    let start = end.saturating_sub(LAST_BYTES);
    file.seek(SeekFrom::Start(start))?;
    let mut bytes = Vec::new();
    file.take(end - start).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads a log from its start: each event with its JSON object. Inner errors bear the line.
pub(super) fn read_whole(
    mut log: &File,
    each: &mut impl FnMut(&EventRef<'_>, &[u8]),
) -> io::Result<Result<LogReading, (u64, NotOurs)>> {
    let identity = identity(log)?;
    let end = end_of_text(log)?;
    let mut reading = LogReading {
        identity,
        scan: Scan::default(),
        lines: 0,
        damaged: Vec::new(),
        damaged_lines: 0,
        has_blank_end: end < identity.len,
    };
    let mut problem = None;
    log.seek(SeekFrom::Start(0))?;
    each_line(log.take(end), |line| {
        match reading.scan.take(line) {
            Ok(LogPiece::Event(event, json)) => {
                reading.lines += 1;
                each(&event, json);
            }
            Ok(LogPiece::Header | LogPiece::Frame) => (),
            Ok(LogPiece::Damaged) => {
                reading.damaged.extend_from_slice(line);
                reading.damaged_lines += 1;
            }
            Err(cause) => problem = Some((reading.scan.line(), cause)),
        }
        problem.is_none()
    })?;
    Ok(problem.map_or(Ok(reading), Err))
}

/// Reads a log from `start`, which is behind whole lines. Gives where its closing bracket stands now;
/// `None` when these bytes cannot follow those lines.
pub(super) fn read_tail(
    mut log: &File,
    start: u64,
    mut each: impl FnMut(&EventRef<'_>),
) -> io::Result<Option<u64>> {
    let end = end_of_text(log)?;
    if end < log.metadata()?.len() || end < start {
        return Ok(None);
    }
    let mut scan = Scan::resume(start);
    let mut is_whole = true;
    log.seek(SeekFrom::Start(start))?;
    each_line(log.take(end - start), |line| {
        match scan.take(line) {
            Ok(LogPiece::Event(event, _)) => each(&event),
            Ok(LogPiece::Header | LogPiece::Frame) => (),
            Ok(LogPiece::Damaged) | Err(_) => is_whole = false,
        }
        is_whole
    })?;
    Ok(scan.sound_end().filter(|_| is_whole))
}

/// Where the text of a file ends: a power loss may leave any number of blocks behind it that were never
/// written. Where the disk knows of them they are not even read.
pub(super) fn end_of_text(mut log: &File) -> io::Result<u64> {
    let len = log.metadata()?.len();
    let mut last = [0];
    if len == 0 {
        return Ok(0);
    }
    log.seek(SeekFrom::Start(len - 1))?;
    log.read_exact(&mut last)?;
    if last != [0] {
        return Ok(len);
    }
    let mut block = vec![0; 1 << 16];
    let mut end = end_of_data(log, len);
    while end > 0 {
        let start = end.saturating_sub(block.len() as u64);
        let block = &mut block[..(end - start) as usize];
        log.seek(SeekFrom::Start(start))?;
        log.read_exact(block)?;
        if let Some(last) = block.iter().rposition(|byte| *byte != 0) {
            return Ok(start + last as u64 + 1);
        }
        end = start;
    }
    Ok(0)
}

/// The same of a file that may not be there.
pub(super) fn end_of_text_at(path: &Path) -> Option<u64> {
    File::open(path).and_then(|log| end_of_text(&log)).ok()
}

/// Where the last hole of a file begins that reaches to its end, where the disk knows of holes.
#[cfg(any(target_os = "linux", target_os = "macos", target_os = "freebsd"))]
fn end_of_data(log: &File, len: u64) -> u64 {
    use rustix::fs::{SeekFrom, seek};
    let mut at = 0;
    loop {
        match seek(log, SeekFrom::Hole(at)) {
            Ok(hole) if hole < len => match seek(log, SeekFrom::Data(hole)) {
                Ok(data) => at = data,
                Err(rustix::io::Errno::NXIO) => return hole,
                Err(_) => return len,
            },
            _ => return len,
        }
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos", target_os = "freebsd")))]
fn end_of_data(_: &File, len: u64) -> u64 {
    len
}

/// Goes through the lines of a file from where it stands, until told to stop.
pub(super) fn each_line(file: impl Read, mut each: impl FnMut(&[u8]) -> bool) -> io::Result<()> {
    // A file that is not ours may be one endless line.
    const LONGEST_FIRST: u64 = 1 << 20;
    let mut reader = BufReader::with_capacity(1 << 18, file);
    let mut line = Vec::new();
    reader.by_ref().take(LONGEST_FIRST).read_until(b'\n', &mut line)?;
    let mut goes_on = line.is_empty() || each(&line);
    line.clear();
    while goes_on {
        let block = reader.fill_buf()?;
        let len = block.len();
        if len == 0 {
            break;
        }
        // Lines are taken where they stand; only one that is cut by the end of a block is put together.
        let mut rest = block;
        while let Some(end) = memchr(b'\n', rest).filter(|_| goes_on) {
            let (text, after) = rest.split_at(end + 1);
            if line.is_empty() {
                goes_on = each(text);
            } else {
                line.extend_from_slice(text);
                goes_on = each(&line);
                line.clear();
            }
            rest = after;
        }
        line.extend_from_slice(rest);
        reader.consume(len);
    }
    if goes_on && !line.is_empty() {
        each(&line);
    }
    Ok(())
}

/// Whether a file holds nothing but what a power loss leaves, see [`is_remains`]: the beginning of a
/// header, and blocks that were never written.
pub(super) fn is_all_remains(mut file: &File) -> io::Result<bool> {
    let end = end_of_text(file)?;
    if end > HEADER.len() as u64 {
        return Ok(false);
    }
    file.seek(SeekFrom::Start(0))?;
    let mut text = Vec::new();
    file.take(end).read_to_end(&mut text)?;
    Ok(is_remains(&text))
}
