//! The text of a log: its header, its lines and its end, read one line at a time; and the union of
//! several logs.
//!
//! ```text
//! [{"backprop":"progress","version":1}
//! ,{"at":"2026-11-22T10:00:00.123Z", …}
//! ]
//! ```

use super::event::{EventRef, parse};
use crate::day::At;
use crate::messages::{DiskMessage, Message};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt;

/// The first line of a log, without its newline.
pub const HEADER: &str = r#"[{"backprop":"progress","version":1}"#;

/// The last line of a log.
pub const END: &str = "]\n";

const VERSION: u64 = 1;

/// One line of a log.
#[derive(Debug)]
pub enum LogPiece<'a> {
    /// The first line.
    Header,
    /// An event, with its JSON object as it stands in the file.
    Event(EventRef<'a>, &'a [u8]),
    /// The closing bracket, or nothing at all.
    Frame,
    /// No part of a log.
    Damaged,
}

/// Why a text is not a log of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotOurs {
    /// Its first line is something else.
    NoHeader,
    /// It was written by a newer program, in this version of the format.
    Newer(u64),
}

impl From<&NotOurs> for Message {
    fn from(cause: &NotOurs) -> Message {
        Message::from(match cause {
            NotOurs::NoHeader => DiskMessage::NoHeader { header: HEADER },
            NotOurs::Newer(version) => DiskMessage::NewerFormat { version: *version, known: VERSION },
        })
    }
}

impl fmt::Display for NotOurs {
    /// In English.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        Message::from(self).fmt(out)
    }
}

/// Reads a log line by line, and knows whether the whole is valid JSON as it stands.
#[derive(Debug, Clone, Default)]
pub struct Scan {
    offset: u64,
    line: u64,
    begun: bool,
    /// Where the closing bracket stands, once it was read.
    end: Option<u64>,
    unsound: bool,
}

impl Scan {
    /// A scan that goes on at `offset`, behind a header and whole lines known to be sound.
    pub fn resume(offset: u64) -> Scan {
        Scan { offset, begun: true, ..Scan::default() }
    }

    /// Takes the next line, with its newline where it has one.
    pub fn take<'a>(&mut self, line: &'a [u8]) -> Result<LogPiece<'a>, NotOurs> {
        let start = self.offset;
        self.offset += line.len() as u64;
        self.line += 1;
        let text = trim(line);
        if !self.begun {
            return self.header(start, line, text);
        }
        if text.is_empty() {
            return Ok(LogPiece::Frame);
        }
        // Nothing but blank lines may follow the end, and only one line may be the header.
        let repeated = self.end.is_some();
        self.unsound |= repeated;
        if text == b"]" {
            self.close(start, line);
            return Ok(LogPiece::Frame);
        }
        let (json, comma, closed) = bare(text);
        match parse(json) {
            Some(event) => {
                self.unsound |= !comma;
                if closed {
                    self.close(start, line);
                }
                Ok(LogPiece::Event(event, json))
            }
            None => {
                self.unsound = true;
                match header(text) {
                    Some(LogHeader { version, .. }) if version <= VERSION => Ok(LogPiece::Frame),
                    Some(LogHeader { version, .. }) => Err(NotOurs::Newer(version)),
                    None => Ok(LogPiece::Damaged),
                }
            }
        }
    }

    /// Where the closing bracket stands, when everything read so far is valid JSON.
    pub fn sound_end(&self) -> Option<u64> {
        self.end.filter(|_| !self.unsound)
    }

    /// Whether everything read so far is valid JSON, and more is to come.
    pub fn is_open(&self) -> bool {
        self.begun && self.end.is_none() && !self.unsound
    }

    /// Whether the header was read.
    pub fn has_begun(&self) -> bool {
        self.begun
    }

    /// The number of the line taken last, from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    fn header<'a>(&mut self, start: u64, line: &'a [u8], text: &'a [u8]) -> Result<LogPiece<'a>, NotOurs> {
        let plain = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        if plain.is_empty() {
            return Ok(LogPiece::Frame);
        }
        // A byte order mark is not JSON.
        self.unsound |= plain.len() != text.len();
        match header(plain) {
            Some(LogHeader { version, closed }) if version <= VERSION => {
                self.begun = true;
                if closed {
                    self.close(start, line);
                }
                Ok(LogPiece::Header)
            }
            Some(LogHeader { version, .. }) => Err(NotOurs::Newer(version)),
            None => Err(NotOurs::NoHeader),
        }
    }

    fn close(&mut self, start: u64, line: &[u8]) {
        let bracket = line.iter().rposition(|byte| *byte == b']').expect("the line was seen to end with it");
        self.end = Some(start + bracket as u64);
    }
}

/// Whether this is all that a power loss left of a log: the beginning of its header, or blocks that
/// were never written.
pub fn is_remains(text: &[u8]) -> bool {
    let text = trim(text);
    HEADER.as_bytes().starts_with(text) || text.iter().all(|byte| *byte == 0)
}

/// The union of several logs: all their events in time order, each line kept as it stands, identical
/// lines once. Gives the text, and the lines that are no part of a log as (log, line), both from 0.
pub fn merge(logs: &[&[u8]]) -> Result<Merged, (usize, NotOurs)> {
    let mut lines: BTreeSet<(At, &[u8])> = BTreeSet::new();
    let mut damaged = Vec::new();
    for (index, log) in logs.iter().enumerate() {
        let mut scan = Scan::default();
        let is_new = log.iter().all(u8::is_ascii_whitespace);
        for (number, line) in log.split_inclusive(|byte| *byte == b'\n').enumerate() {
            if is_new {
                break;
            }
            match scan.take(line).map_err(|problem| (index, problem))? {
                LogPiece::Event(event, json) => {
                    let at = event.at;
                    lines.insert((at, json));
                }
                LogPiece::Damaged => damaged.push((index, number)),
                LogPiece::Header | LogPiece::Frame => (),
            }
        }
    }
    let mut text = format!("{HEADER}\n").into_bytes();
    for (_, json) in lines {
        text.push(b',');
        text.extend_from_slice(json);
        text.push(b'\n');
    }
    text.extend_from_slice(END.as_bytes());
    Ok(Merged { text, damaged })
}

/// What [`merge`] gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The log of all events.
    pub text: Vec<u8>,
    /// Lines that are no part of a log, as (log, line), both counted from 0.
    pub damaged: Vec<(usize, usize)>,
}

struct LogHeader {
    version: u64,
    closed: bool,
}

#[derive(Deserialize)]
struct HeaderFields {
    backprop: String,
    version: u64,
}

/// The version of the format that a header's JSON object names; `None` where it is none.
pub(super) fn header_version(object: &[u8]) -> Option<u64> {
    let fields: HeaderFields = serde_json::from_slice(object).ok()?;
    (fields.backprop == "progress").then_some(fields.version)
}

fn header(text: &[u8]) -> Option<LogHeader> {
    let text = text.strip_prefix(b"[")?;
    let (json, closed) = match text.strip_suffix(b"]") {
        Some(json) => (trim(json), true),
        None => (text, false),
    };
    Some(LogHeader { version: header_version(json)?, closed })
}

/// The JSON object of an event line, whether the comma before it is there and nothing else is amiss,
/// and whether the closing bracket follows on the same line.
pub(super) fn bare(text: &[u8]) -> (&[u8], bool, bool) {
    let (text, comma) = match text.strip_prefix(b",") {
        Some(rest) => (trim(rest), true),
        None => (text, false),
    };
    let (text, closed) = match text.strip_suffix(b"]") {
        Some(rest) => (trim(rest), true),
        None => (text, false),
    };
    match text.strip_suffix(b",") {
        Some(rest) => (trim(rest), false, closed),
        None => (text, comma, closed),
    }
}

/// Without the white space that JSON knows. Others, and what only looks like white space, is damage.
pub(super) fn trim(mut text: &[u8]) -> &[u8] {
    while let [b' ' | b'\t' | b'\r' | b'\n', rest @ ..] = text {
        text = rest;
    }
    while let [rest @ .., b' ' | b'\t' | b'\r' | b'\n'] = text {
        text = rest;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENT: &str = r#"{"at":"2026-11-22T10:00:00.123Z","event":"new in version 1.5"}"#;

    /// Rows: a log, whether it is valid as it stands, its events, its damaged lines.
    #[test]
    fn a_log_is_read_in_whatever_shape_it_comes_back() {
        let rows: [(String, bool, usize, usize); 14] = [
            (format!("{HEADER}\n]\n"), true, 0, 0),
            (format!("{HEADER}]"), true, 0, 0),
            (format!("{HEADER}\n,{EVENT}\n]\n"), true, 1, 0),
            (format!("{HEADER}\r\n,{EVENT}\r\n\r\n]\r\n\r\n"), true, 1, 0),
            (format!("{HEADER}\n,{EVENT}]"), true, 1, 0),
            (format!("\u{feff}{HEADER}\n,{EVENT}\n]\n"), false, 1, 0),
            (format!("{HEADER}\n,{EVENT}\n"), false, 1, 0),
            (format!("{HEADER}\n,{EVENT}"), false, 1, 0),
            (format!("{HEADER}\n{EVENT},\n{EVENT}\n]"), false, 2, 0),
            (format!("{HEADER}\n,{EVENT}\n]\n,{EVENT}\n]\n"), false, 2, 0),
            (format!("{HEADER}\n,{EVENT}\n{HEADER}\n,{EVENT}\n]\n"), false, 2, 0),
            (format!("{HEADER}\n<<<<<<< HEAD\n,{EVENT}\n=======\n>>>>>>> b\n]\n"), false, 1, 3),
            (format!("{HEADER}\n,{{\"at\":\"2026\0\0\0\n,{EVENT}\n]\n"), false, 1, 1),
            (format!("{HEADER}\n,{EVENT}\n,{{\"at\":"), false, 1, 1),
        ];
        for (log, sound, events, damaged) in rows {
            let mut scan = Scan::default();
            let mut found = (0, 0);
            for line in log.as_bytes().split_inclusive(|byte| *byte == b'\n') {
                match scan.take(line).unwrap() {
                    LogPiece::Event(..) => found.0 += 1,
                    LogPiece::Damaged => found.1 += 1,
                    LogPiece::Header | LogPiece::Frame => (),
                }
            }
            assert_eq!((scan.sound_end().is_some(), found), (sound, (events, damaged)), "{log}");
            assert_eq!(serde_json::from_str::<serde_json::Value>(&log).is_ok(), sound, "{log}");
            if let Some(end) = scan.sound_end() {
                assert_eq!(log.as_bytes()[end as usize], b']', "{log}");
            }
        }
    }

    #[test]
    fn other_files_are_not_ours() {
        for (text, problem) in [
            ("{}", NotOurs::NoHeader),
            ("[{\"backprop\":\"settings\",\"version\":1}\n]", NotOurs::NoHeader),
            ("[{\"backprop\":\"progress\",\"version\":2}\n]", NotOurs::Newer(2)),
            ("\u{1}\u{2}", NotOurs::NoHeader),
        ] {
            assert_eq!(Scan::default().take(text.as_bytes()).unwrap_err(), problem, "{text}");
        }
    }

    #[test]
    fn remains_of_a_header_are_told_from_other_files() {
        for (text, remains) in
            [("", true), ("[{\"backpr", true), ("\0\0\0\0", true), ("[{\"x", false), ("hello", false)]
        {
            assert_eq!(is_remains(text.as_bytes()), remains, "{text:?}");
        }
    }
}
