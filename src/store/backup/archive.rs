//! Reading a backup: every entry is looked at before anything is taken out of it. An archive is as hostile as
//! whatever else comes from outside.

use super::paths::{
    BackupHeader, HEADER, KIND, LARGEST_ALL, LARGEST_SETTINGS, LIST, LOG, MOST_FILES, SETTINGS, VERSION,
    most_bytes, refused,
};
use super::staging::Staging;
use crate::day::At;
use crate::messages::{BackupMessage, Message};
use crate::store::dirs::Dirs;
use crate::store::problem::Problem;
use crate::store::progress_file::ProgressFile;
use crate::store::sync::names::folded;
use crate::store::{bounded, shelf};
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use zip::ZipArchive;
use zip::result::ZipError;

/// What is unpacked may be so many times as large as the archive, beyond what a small one may give.
const LARGEST_RATIO: u64 = 200;
const SMALL: u64 = 64 << 20;
const LARGEST_HEADER: u64 = 4096;

/// A backup that was looked through and unpacked beside the data, where nothing reads it yet.
pub struct Backup {
    /// When it was made.
    pub at: At,
    /// How many answers its log has.
    pub answers: usize,
    /// How many decks of the learner's own, or folders of them, it has.
    pub decks: usize,
    /// How many files it holds.
    pub files: usize,
    pub(super) staging: Staging,
}

/// Opens a backup and unpacks it beside the data. Dropping it leaves nothing behind.
pub fn open(file: &Path, dirs: &Dirs, tell: &mut dyn FnMut(u32)) -> Result<Backup, Problem> {
    let bytes = bounded::open(file).map_err(Problem::io("read", file))?;
    let packed = bytes.metadata().map_err(Problem::io("read", file))?.len();
    let zip = ZipArchive::new(bytes).map_err(|_| no_archive(file))?;
    let mut unpacking =
        Unpacking { file, zip, left: LARGEST_ALL.min(SMALL + packed.saturating_mul(LARGEST_RATIO)) };
    let header = unpacking.header()?;
    let at = At::parse(&header.at).ok_or_else(|| refused(file, BackupMessage::NoHeader))?;
    let listed = unpacking.listed()?;
    let staging = Staging::begin(dirs)?;
    for (done, (index, path)) in listed.iter().enumerate() {
        unpacking.unpack(*index, path, &staging.place(path))?;
        tell(u32::try_from(done * 100 / listed.len()).unwrap_or(100));
    }
    let (answers, decks) = check(file, &staging)?;
    Ok(Backup { at, answers, decks, files: listed.len(), staging })
}

struct Unpacking<'a> {
    file: &'a Path,
    zip: ZipArchive<File>,
    /// How many bytes may still come out.
    left: u64,
}

impl Unpacking<'_> {
    fn header(&mut self) -> Result<BackupHeader, Problem> {
        let none = || refused(self.file, BackupMessage::NoHeader);
        let index = self.zip.index_for_name(HEADER).ok_or_else(none)?;
        let mut bytes = Vec::new();
        let entry = self.zip.by_index(index).map_err(|cause| refused(self.file, damaged(HEADER, &cause)))?;
        entry.take(LARGEST_HEADER).read_to_end(&mut bytes).map_err(|_| none())?;
        let header: BackupHeader = serde_json::from_slice(&bytes).map_err(|_| none())?;
        match header {
            header if header.backprop != KIND => Err(none()),
            header if header.version > VERSION => {
                Err(refused(self.file, BackupMessage::Newer { version: header.version, known: VERSION }))
            }
            header => Ok(header),
        }
    }

    /// The files that are taken out, each with its path; one that must not be there refuses them all.
    fn listed(&mut self) -> Result<Vec<(usize, String)>, Problem> {
        if self.zip.len() > MOST_FILES {
            let why = BackupMessage::TooMuch { files: MOST_FILES, gigabytes: LARGEST_ALL >> 30 };
            return Err(refused(self.file, why));
        }
        let (mut listed, mut spelled) = (Vec::new(), HashMap::new());
        for index in 0..self.zip.len() {
            let entry = self.zip.by_index_raw(index).map_err(|_| no_archive(self.file))?;
            let path = entry.name().map_err(|_| no_archive(self.file))?.into_owned();
            let of_path = |why: Message| {
                let path = crate::markdown::clean(&path).replace('\n', " ");
                refused(self.file, BackupMessage::OfPath { path, why: why.into() })
            };
            if path == HEADER {
                continue;
            }
            if entry.encrypted() {
                return Err(of_path(BackupMessage::Encrypted.into()));
            }
            if entry.is_symlink() || entry.is_dir() {
                return Err(of_path(BackupMessage::NoPlainFile.into()));
            }
            let most = most_bytes(&path).map_err(of_path)?;
            if entry.size() > most {
                return Err(of_path(BackupMessage::TooLarge { most: most >> 20 }.into()));
            }
            if spelled.insert(folded(&path), ()).is_some() {
                return Err(of_path(BackupMessage::Twice.into()));
            }
            listed.push((index, path));
        }
        Ok(listed)
    }

    fn unpack(&mut self, index: usize, path: &str, target: &Path) -> Result<(), Problem> {
        let most = most_bytes(path).unwrap_or_default().min(self.left);
        let file = self.file;
        let mut entry = self.zip.by_index(index).map_err(|cause| refused(file, damaged(path, &cause)))?;
        let mut out = Staging::create(target)?;
        let mut buffer = vec![0; 1 << 16];
        let mut size = 0;
        loop {
            let read = match entry.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(cause) => return Err(refused(file, damaged(path, &cause.into()))),
            };
            size += read as u64;
            if size > most {
                return Err(refused(file, BackupMessage::Swells));
            }
            out.write_all(&buffer[..read]).map_err(Problem::io("write", target))?;
        }
        self.left -= size;
        out.sync_all().or_else(ignored).map_err(Problem::io("write", target))
    }
}

/// A disk that knows no sync is written to all the same.
fn ignored(cause: io::Error) -> io::Result<()> {
    crate::store::atomic::synced(Err(cause))
}

/// Whether what was unpacked is what its names say; gives how many answers and decks it has.
fn check(file: &Path, staging: &Staging) -> Result<(usize, usize), Problem> {
    let of_path = |path: &str, why: Message| {
        refused(file, BackupMessage::OfPath { path: path.to_owned(), why: why.into() })
    };
    let log = staging.place(LOG);
    let answers = match log.exists() {
        true => {
            let seen = ProgressFile::inspect(&log, At(i64::MAX / 2));
            seen.map_err(|problem| of_path(LOG, in_archive(&problem)))?.answers
        }
        false => 0,
    };
    let list = staging.place(LIST);
    let decks = match list.exists() {
        true => shelf::decks_in_list(&list).map_err(|cause| of_path(LIST, cause))?,
        false => 0,
    };
    let settings = staging.place(SETTINGS);
    if settings.exists() {
        let text = bounded::read_text(&settings, LARGEST_SETTINGS).ok();
        if text.is_none_or(|text| text.parse::<toml_edit::DocumentMut>().is_err()) {
            return Err(of_path(SETTINGS, BackupMessage::NotToml.into()));
        }
    }
    Ok((answers, decks))
}

/// What is wrong with the log of an archive, without the place it was unpacked to.
fn in_archive(problem: &Problem) -> Message {
    match problem {
        Problem::NotOurs { cause, .. } => cause.into(),
        problem => problem.into(),
    }
}

fn no_archive(file: &Path) -> Problem {
    refused(file, BackupMessage::NoArchive)
}

fn damaged(path: &str, cause: &ZipError) -> Message {
    BackupMessage::Damaged { path: path.to_owned(), said: cause.to_string() }.into()
}
