//! Salvage: every whole event in a damaged log.
//!
//! A log may have lost its beginning, or got another program's; it may come back with its JSON laid out
//! in another way, or with the marks of a merge in it. Lines that are whole are kept as they stand. In
//! what lies between them every JSON object that is an event is found, wherever it begins.

use super::event::{KindRef, parse};
use super::text::{bare, header_version, trim};
use memchr::memchr;
use serde::de::IgnoredAny;
use serde_json::Value;
use std::collections::HashSet;

/// What is left of a damaged log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Salvage {
    /// The JSON of each event on one line, in the order of the file, each once.
    pub lines: Vec<String>,
    /// What is no part of any event, line by line.
    pub scraps: Vec<String>,
    /// The format version that the log says it has.
    pub version: Option<u64>,
}

impl Salvage {
    /// All events of a text.
    pub fn of(text: &[u8]) -> Salvage {
        let mut salvage = Salvage::default();
        let mut known = HashSet::new();
        let mut between = Vec::new();
        for line in text.split_inclusive(|byte| *byte == b'\n') {
            match whole(line) {
                Some(json) => {
                    salvage.look_into(&between, &mut known);
                    between.clear();
                    salvage.keep(json.to_owned(), &mut known);
                }
                None => between.extend_from_slice(line),
            }
        }
        salvage.look_into(&between, &mut known);
        salvage
    }

    /// Whether all its events are of kinds that this version knows.
    pub fn is_understood(&self) -> bool {
        self.lines
            .iter()
            .all(|line| parse(line.as_bytes()).is_some_and(|event| event.kind != KindRef::Unknown))
    }

    fn keep(&mut self, line: String, known: &mut HashSet<String>) {
        if known.insert(line.clone()) {
            self.lines.push(line);
        }
    }

    /// Looks for events in bytes that are no whole lines.
    fn look_into(&mut self, mut bytes: &[u8], known: &mut HashSet<String>) {
        let mut scraps = Vec::new();
        while let Some(start) = memchr(b'{', bytes) {
            scraps.extend_from_slice(&bytes[..start]);
            let object = object(&bytes[start..]);
            if let Some(version) = object.and_then(header_version) {
                self.version = self.version.or(Some(version));
            } else if let Some(line) = object.and_then(event_line) {
                self.keep(line, known);
            } else {
                // Something within it may still be one.
                scraps.push(b'{');
                bytes = &bytes[start + 1..];
                continue;
            }
            scraps.push(b'\n');
            bytes = &bytes[start + object.map_or(1, <[u8]>::len)..];
        }
        scraps.extend_from_slice(bytes);
        let frame = |byte: char| byte.is_whitespace() || matches!(byte, '[' | ']' | ',' | '\0' | '\u{feff}');
        let text = String::from_utf8_lossy(&scraps);
        let lines = text.lines().filter(|line| !line.trim_matches(frame).is_empty());
        self.scraps.extend(lines.map(|line| line.trim_matches('\0').to_owned()));
    }
}

/// The event of a line that is as it should be.
fn whole(line: &[u8]) -> Option<&str> {
    let text = trim(line);
    let (json, _, _) = bare(text);
    let event = parse(json)?;
    let is_ours = text.starts_with(b",") || event.kind != KindRef::Unknown;
    std::str::from_utf8(json).ok().filter(|_| is_ours)
}

/// The JSON object that bytes begin with.
fn object(bytes: &[u8]) -> Option<&[u8]> {
    let mut values = serde_json::Deserializer::from_slice(bytes).into_iter::<IgnoredAny>();
    values.next()?.ok()?;
    Some(&bytes[..values.byte_offset()])
}

/// An event on one line. One of ours that was laid out anew is written as we write it, so that it is the
/// same line as in other copies of the log.
fn event_line(object: &[u8]) -> Option<String> {
    let line = String::from_utf8(on_one_line(object)).ok()?;
    let event = parse(line.as_bytes())?;
    let value: Value = serde_json::from_str(&line).ok()?;
    if event.kind == KindRef::Unknown {
        let is_event = value.get("event").is_some_and(Value::is_string) && value.get("at").is_some();
        return is_event.then_some(line);
    }
    let ours = event.to_event().to_json();
    let is_same = serde_json::from_str::<Value>(&ours).is_ok_and(|ours| ours == value);
    Some(if is_same { ours } else { line })
}

/// JSON without the white space between its parts.
fn on_one_line(json: &[u8]) -> Vec<u8> {
    let (mut line, mut in_text, mut is_escaped) = (Vec::with_capacity(json.len()), false, false);
    for byte in json {
        if in_text || !byte.is_ascii_whitespace() {
            line.push(*byte);
        }
        if is_escaped {
            is_escaped = false;
        } else if in_text && *byte == b'\\' {
            is_escaped = true;
        } else if *byte == b'"' {
            in_text = !in_text;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::text::HEADER;

    const LINES: [&str; 3] = [
        r#"{"at":"2026-11-22T10:00:00.000Z","day":"2026-11-22","card":"a {b}","event":"review","grade":"good","mode":"recall","ms":5400}"#,
        r#"{"at":"2026-11-22T10:00:01.000Z","day":"2026-11-22","event":"plan","date":"2026-12-05","minutes":40,"weights":{"RNN":2.5}}"#,
        r#"{"at":"2026-11-22T10:00:02.000Z","day":"2026-11-22","card":"池化","event":"dance","with":{"event":"x"}}"#,
    ];

    fn pretty(text: &str) -> String {
        serde_json::to_string_pretty(&serde_json::from_str::<Value>(text).unwrap()).unwrap()
    }

    #[test]
    fn every_whole_event_is_found_in_whatever_is_left() {
        let log = format!("{HEADER}\n,{}\n,{}\n,{}\n]\n", LINES[0], LINES[1], LINES[2]);
        let [one, two, three] = LINES;
        let outer = [one, three];
        let rows: Vec<(String, &[&str], usize)> = vec![
            (log.clone(), &LINES, 0),
            (log.replace('\n', ""), &LINES, 0),
            (log.replace(HEADER, "{]"), &LINES, 1),
            (log.replacen(HEADER, "", 1), &LINES, 0),
            (
                format!(
                    "<<<<<<< HEAD\n{}",
                    log.replace(",{\"at\":\"2026-11-22T10:00:01", "=======\n,{\"at\":\"2026-11-22T10:00:01")
                ),
                &LINES,
                2,
            ),
            (format!("\0\0\0\0:5400}}\n,{two}\n,{three}\n]\n\0\0\0"), &LINES[1..], 1),
            (format!("{HEADER}\u{b},{one}\u{b},{two}\n{three}\n"), &LINES, 0),
            (log.replacen("\"version\":1", "\"version\":3", 1), &LINES, 0),
            (log.replacen("\"grade\":\"good\"", "\"grade\":\"go", 1), &LINES[1..], 1),
            (log.replacen("RNN\":", "RNN\"", 1), &outer, 1),
            ("[1, {\"weights\": {\"at\": 1}}, \"x\"]".into(), &[], 1),
            (String::new(), &[], 0),
        ];
        for (text, lines, scraps) in rows {
            let salvage = Salvage::of(text.as_bytes());
            assert_eq!(salvage.lines, lines, "{text}");
            assert_eq!(salvage.scraps.len(), scraps, "{text}: {:?}", salvage.scraps);
        }
        // Laid out anew by a program that orders the names of fields.
        let found = Salvage::of(pretty(&log).as_bytes());
        assert_eq!(
            (&found.lines[..2], found.lines.len(), found.version),
            (&LINES.map(str::to_owned)[..2], 3, Some(1))
        );
        assert!(!found.is_understood() && found.scraps.is_empty());
    }
}
