//! Looking at a log without changing it.

use super::ProgressFile;
use super::reading::read_whole;
use crate::day::At;
use crate::progress::KindRef;
use crate::store::problem::Problem;
use std::fs::File;
use std::path::Path;

/// What a log looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inspection {
    /// Lines that are events.
    pub events: usize,
    /// Lines that are none.
    pub damaged: usize,
    /// Events of a kind this version does not know.
    pub unknown: usize,
    /// Whether the whole is as it should be, to its last bracket.
    pub is_sound: bool,
    /// The time of the last event.
    pub latest: Option<At>,
}

impl ProgressFile {
    /// Looks at the log at `path`.
    pub fn inspect(path: &Path) -> Result<Inspection, Problem> {
        let log = File::open(path).map_err(Problem::io("read", path))?;
        let (mut unknown, mut latest) = (0, None);
        let reading = read_whole(&log, &mut |event, _| {
            unknown += usize::from(event.kind == KindRef::Unknown);
            latest = latest.max(Some(event.at));
        });
        let reading = reading
            .map_err(Problem::io("read", path))?
            .map_err(|(line, cause)| Problem::NotOurs { path: path.to_path_buf(), line, cause })?;
        let is_sound = reading.scan.sound_end().is_some() || reading.scan.line() == 0;
        let (events, damaged) = (reading.lines, reading.damaged_lines);
        Ok(Inspection { events, damaged, unknown, is_sound, latest })
    }
}
