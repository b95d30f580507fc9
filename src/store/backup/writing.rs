//! Writing a backup.

use super::paths::{
    BackupHeader, FOLDERS, HEADER, KIND, LARGEST, LARGEST_ALL, LIST, LOG, MACHINE, MOST_FILES, SCRAPS,
    SETTINGS, VERSION, most_bytes, place, refused,
};
use crate::day::At;
use crate::messages::{BackupMessage, Message};
use crate::store::dirs::Dirs;
use crate::store::lock::{self, Lock};
use crate::store::problem::Problem;
use crate::store::spelling::shown;
use crate::store::{atomic, bounded};
use std::fs;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A backup that was written.
#[derive(Debug)]
pub struct WrittenBackup {
    /// How many files it holds.
    pub files: usize,
    /// Its size in bytes.
    pub bytes: u64,
    /// What was not taken along, and why.
    pub left: Vec<(String, Message)>,
}

/// What goes into the archive: its path there, and where it is read from.
struct BackupSource {
    path: String,
    file: PathBuf,
    bytes: u64,
}

/// The time of a backup as archives have it; their earliest one where they cannot say it.
fn time_of(now: At) -> zip::DateTime {
    let text = now.to_string();
    let number =
        |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u16>().ok()).unwrap_or(0);
    let [month, day, hour, minute, second] =
        [(5, 7), (8, 10), (11, 13), (14, 16), (17, 19)].map(|(from, to)| number(from, to) as u8);
    zip::DateTime::from_date_and_time(number(0, 4), month, day, hour, minute, second).unwrap_or_default()
}

/// Writes all that is the learner's own into a new file, whole or not at all. `tell` hears how far it is, in
/// percent.
pub fn write(
    dirs: &Dirs,
    target: &Path,
    now: At,
    tell: &mut dyn FnMut(u32),
) -> Result<WrittenBackup, Problem> {
    let mut left = Vec::new();
    // The list and the decks it names belong together.
    let list = dirs.data.join(LIST);
    let _decks = list.parent().filter(|decks| decks.is_dir()).map(|_| held(&list)).transpose()?;
    let sources = sources(dirs, &mut left)?;
    if sources.is_empty() {
        return Err(refused(&dirs.data, BackupMessage::NothingThere));
    }
    let header = BackupHeader {
        backprop: KIND.to_owned(),
        version: VERSION,
        at: now.to_string(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let all: u64 = sources.iter().map(|source| source.bytes).sum();
    let mut failed = None;
    let mut files = 0;
    let written = atomic::create(target, |out| {
        let mut zip = ZipWriter::new_stream(out);
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(time_of(now))
            .unix_permissions(0o600);
        zip.start_file(HEADER, options)?;
        zip.write_all(&serde_json::to_vec(&header)?)?;
        let mut done = 0;
        for source in &sources {
            match reader(dirs, source) {
                Ok(mut bytes) => {
                    zip.start_file(source.path.as_str(), options)?;
                    io::copy(&mut bytes, &mut zip)?;
                    files += 1;
                }
                Err(problem) if problem.is_missing() => {}
                Err(problem) => {
                    failed = Some(problem);
                    return Err(io::Error::other("what is to be kept cannot be read"));
                }
            }
            done += source.bytes;
            tell(u32::try_from(done.saturating_mul(100) / all.max(1)).unwrap_or(100).min(100));
        }
        zip.finish()?;
        Ok(())
    });
    match failed {
        Some(problem) => Err(problem),
        None => {
            written.map_err(Problem::io("write", target))?;
            let bytes = fs::metadata(target).map_or(0, |file| file.len());
            Ok(WrittenBackup { files, bytes, left })
        }
    }
}

/// A lock; none where nothing may be written.
fn held(path: &Path) -> Result<Option<Lock>, Problem> {
    match lock::hold(path) {
        Ok(lock) => Ok(Some(lock)),
        Err(problem) if problem.is_read_only() => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// The files that go in, in a fixed order.
fn sources(dirs: &Dirs, left: &mut Vec<(String, Message)>) -> Result<Vec<BackupSource>, Problem> {
    let mut paths: Vec<String> = [LOG, SETTINGS, MACHINE].map(str::to_owned).into();
    let beside = fs::read_dir(&dirs.data).into_iter().flatten().flatten();
    let names = beside.map(|entry| entry.file_name().to_string_lossy().into_owned());
    paths.extend(names.filter(|name| name.starts_with(SCRAPS)));
    for folder in FOLDERS {
        below(&place(dirs, folder), folder, &mut paths)?;
    }
    paths[3..].sort();
    let mut sources = Vec::new();
    for path in paths {
        let file = place(dirs, &path);
        let Ok(found) = fs::symlink_metadata(&file) else { continue };
        let kept = match most_bytes(&path) {
            _ if !found.is_file() => Err(BackupMessage::NoPlainFile.into()),
            Ok(most) if found.len() > most => Err(BackupMessage::TooLarge { most: most >> 20 }.into()),
            kept => kept,
        };
        match kept {
            Ok(_) => sources.push(BackupSource { path, file, bytes: found.len() }),
            Err(why) => left.push((shown(&file), why)),
        }
    }
    let sum: u64 = sources.iter().map(|source| source.bytes).sum();
    if sources.len() > MOST_FILES || sum > LARGEST_ALL {
        let why = BackupMessage::TooMuch { files: MOST_FILES, gigabytes: LARGEST_ALL >> 30 };
        return Err(refused(&dirs.data, why));
    }
    Ok(sources)
}

/// All files below a folder but locks and what was never finished.
fn below(folder: &Path, path: &str, paths: &mut Vec<String>) -> Result<(), Problem> {
    let entries = match fs::read_dir(folder) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(Problem::io("read", folder))?,
    };
    for entry in entries {
        let entry = entry.map_err(Problem::io("read", folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(".backprop-") || name.ends_with(".lock") {
            continue;
        }
        let path = format!("{path}/{name}");
        match entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            true => below(&entry.path(), &path, paths)?,
            false => paths.push(path),
        }
    }
    Ok(())
}

/// What is read of a file. Of the log it is what stood there at one moment: others may append to it.
fn reader(dirs: &Dirs, source: &BackupSource) -> Result<Box<dyn Read>, Problem> {
    let wrong = || Problem::io("read", &source.file);
    let mut file = bounded::open(&source.file).map_err(wrong())?;
    if source.path != LOG {
        return Ok(Box::new(file.take(LARGEST)));
    }
    // What is appended overwrites the closing bracket; all before it stays.
    const END: u64 = 4096;
    let lock = held(&place(dirs, LOG))?;
    let length = file.metadata().map_err(wrong())?.len();
    let body = length.saturating_sub(END);
    let mut end = Vec::new();
    file.seek(SeekFrom::Start(body)).map_err(wrong())?;
    (&file).take(length - body).read_to_end(&mut end).map_err(wrong())?;
    drop(lock);
    file.seek(SeekFrom::Start(0)).map_err(wrong())?;
    Ok(Box::new(file.take(body).chain(io::Cursor::new(end))))
}
