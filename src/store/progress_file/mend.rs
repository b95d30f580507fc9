//! Mending the file after a power loss or a merge: damaged lines are set aside, all others kept.

use super::ProgressFile;
use super::reading::{LogReading, SeenLog, is_all_remains, read_whole};
use super::tail::write_line;
use crate::day::At;
use crate::progress::EventRef;
use crate::progress::text::{END, HEADER, NotOurs};
use crate::store::atomic;
use crate::store::problem::{Notice, Problem};
use std::fs::File;
use std::io;
use std::path::PathBuf;

impl ProgressFile {
    /// Reads the whole file; when it is damaged, mends it and reads it again. `each` may therefore see
    /// a line twice.
    pub(super) fn read_and_mend(
        &mut self,
        now: At,
        notices: &mut Vec<Notice>,
        mut each: impl FnMut(&EventRef<'_>, &[u8]),
    ) -> Result<usize, Problem> {
        self.forget();
        let Some(reading) = self.read(&mut each, now, notices)? else { return Ok(0) };
        if !reading.is_sound() {
            if let Err(problem) = self.mend(&reading, now, notices) {
                notices.push(Notice::NotMended { log: self.path.clone(), cause: problem.to_string() });
                return Ok(reading.lines);
            }
            let mended = self.read(&mut each, now, notices)?;
            self.see(mended.as_ref().unwrap_or(&reading))?;
            return Ok(reading.lines);
        }
        self.see(&reading)?;
        Ok(reading.lines)
    }

    /// What this process saved is not put back where the file loses it from now on.
    pub fn let_be_replaced(&mut self) {
        self.saved.clear();
    }

    /// Nothing is known of the file until it is read anew.
    pub(super) fn forget(&mut self) {
        (self.seen, self.cached) = (None, None);
        self.blocks.clear();
    }

    fn see(&mut self, reading: &LogReading) -> Result<(), Problem> {
        let Some(end) = reading.scan.sound_end() else { return Ok(()) };
        let seen = File::open(&self.path).and_then(|mut log| SeenLog::new(reading.identity, &mut log, end));
        self.seen = Some(seen.map_err(Problem::io("read", &self.path))?);
        Ok(())
    }

    /// Reads the whole file; `None` when there is none, or nothing in it.
    fn read(
        &self,
        each: &mut impl FnMut(&EventRef<'_>, &[u8]),
        now: At,
        notices: &mut Vec<Notice>,
    ) -> Result<Option<LogReading>, Problem> {
        let read = Problem::io("read", &self.path);
        match File::open(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(read(error)),
            Ok(log) => match read_whole(&log, each).map_err(read)? {
                Ok(reading) if reading.scan.line() == 0 && !reading.has_blank_end => return Ok(None),
                Ok(reading) if reading.scan.has_begun() => return Ok(Some(reading)),
                Err((line, cause @ NotOurs::Newer(_))) => return Err(self.not_ours(line, cause)),
                Ok(_) => (),
                Err((line, cause)) if !is_all_remains(&log).unwrap_or(false) => {
                    return Err(self.not_ours(line, cause));
                }
                Err(_) => (),
            },
        }
        // A power loss left nothing but the beginning of a header, or blocks never written.
        let kept_in = self.free_name("rejected", now);
        if let Err(cause) = atomic::rename(&self.path, &kept_in) {
            notices.push(Notice::NotMended { log: self.path.clone(), cause: cause.to_string() });
            return Ok(None);
        }
        notices.push(Notice::SetAside { log: self.path.clone(), lines: 1, kept_in });
        Ok(None)
    }

    fn not_ours(&self, line: u64, cause: NotOurs) -> Problem {
        Problem::NotOurs { path: self.path.clone(), line, cause }
    }

    /// Makes the file valid again: sets damaged lines aside and keeps all others as they stand.
    fn mend(&self, reading: &LogReading, now: At, notices: &mut Vec<Notice>) -> Result<(), Problem> {
        if reading.damaged_lines > 0 {
            let kept_in = self.free_name("rejected", now);
            atomic::create(&kept_in, |file| file.write_all(&reading.damaged))
                .map_err(Problem::io("write", &kept_in))?;
            let (log, lines) = (self.path.clone(), reading.damaged_lines);
            notices.push(Notice::SetAside { log, lines, kept_in });
        }
        let log = File::open(&self.path).map_err(Problem::io("read", &self.path))?;
        let mended = atomic::replace(&self.path, move |file| {
            writeln!(file, "{HEADER}")?;
            let mut result = Ok(());
            let _ = read_whole(&log, &mut |_: &EventRef<'_>, json: &[u8]| {
                if result.is_ok() {
                    result = write_line(file, json);
                }
            })?;
            result?;
            file.write_all(END.as_bytes())
        });
        mended.map_err(Problem::io("write", &self.path))
    }

    /// The name under which something of the file is kept beside it.
    pub(super) fn free_name(&self, what: &str, now: At) -> PathBuf {
        let time: String = now.to_string().chars().filter(char::is_ascii_alphanumeric).collect();
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let first = format!("{name}.{what}-{time}");
        let others = (2..).map(|number| format!("{first}-{number}"));
        std::iter::once(first.clone())
            .chain(others)
            .map(|name| self.path.with_file_name(name))
            .find(|path| !path.exists())
            .expect("some number is free")
    }
}
