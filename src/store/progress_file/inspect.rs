//! Looking at a log without changing it.

use super::ProgressFile;
use super::reading::read_whole;
use crate::day::At;
use crate::progress::{KindRef, visible_until};
use crate::store::problem::Problem;
use std::collections::{BTreeSet, HashSet};
use std::fs::File;
use std::path::Path;
use xxhash_rust::xxh3::xxh3_64;

/// What a log looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// Lines that are events.
    pub events: usize,
    /// Those of them that are answers to cards and were not taken back.
    pub answers: usize,
    /// Lines that are none.
    pub damaged: usize,
    /// Events of a kind this version does not know.
    pub unknown: usize,
    /// Whether the whole is as it should be, to its last bracket.
    pub is_sound: bool,
    /// Events that lie ahead and were not taken back: when, and the card.
    pub ahead: Vec<(At, String)>,
}

impl ProgressFile {
    /// Looks at the log at `path`.
    pub fn inspect(path: &Path, now: At) -> Result<Inspection, Problem> {
        let log = File::open(path).map_err(Problem::io("read", path))?;
        let (mut unknown, mut ahead, mut undone) = (0, BTreeSet::new(), HashSet::new());
        // A log may have a million answers: each is known by a hash.
        let (mut answers, mut taken_back) = (HashSet::new(), HashSet::new());
        let mark = |at: At, card: &str| xxh3_64(format!("{} {card}", at.0).as_bytes());
        let limit = visible_until(now);
        let reading = read_whole(&log, &mut |event, _| {
            match event.kind {
                KindRef::Review(_) => drop(answers.insert(mark(event.at, &event.card))),
                KindRef::Undo { of } => drop(taken_back.insert(mark(of, &event.card))),
                _ => (),
            }
            match event.kind {
                KindRef::Unknown => unknown += 1,
                KindRef::Undo { of } if of > limit => {
                    undone.insert((of, event.card.to_string()));
                }
                KindRef::Undo { .. } => (),
                _ if event.at > limit => {
                    ahead.insert((event.at, event.card.to_string()));
                }
                _ => (),
            }
        });
        let answers = answers.difference(&taken_back).count();
        let ahead = ahead.into_iter().filter(|event| !undone.contains(event)).collect();
        let reading = reading
            .map_err(Problem::io("read", path))?
            .map_err(|(line, cause)| Problem::NotOurs { path: path.to_path_buf(), line, cause })?;
        let is_sound = reading.is_sound() || (reading.scan.line() == 0 && !reading.has_blank_end);
        let (events, damaged) = (reading.lines, reading.damaged_lines);
        Ok(Inspection { events, answers, damaged, unknown, is_sound, ahead })
    }
}
