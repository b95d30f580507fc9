//! The archive of a package: which of its layouts it has, and its files, each unpacked up to a bound.

use super::PackageRefused;
use super::protobuf::{self, FieldValue};
use crate::import::damage;
use crate::messages::Damage;
#[cfg(feature = "anki")]
use ruzstd::decoding::StreamingDecoder;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// More files than this in one archive are refused.
const MOST_FILES: usize = 200_000;
/// A collection larger than this, in bytes, is refused,
const LARGEST_COLLECTION: u64 = 512 << 20;
/// and so is one that swells to this many times its packed size, beyond what a small one may have.
const LARGEST_RATIO: u64 = 100;
const SMALL: u64 = 32 << 20;
/// A list of media files larger than this, in bytes, is refused.
const LARGEST_LIST: u64 = 64 << 20;

type Zip = ZipArchive<Cursor<Vec<u8>>>;

/// A package's files.
pub(super) struct Archive {
    zip: RefCell<Zip>,
    layout: ArchiveLayout,
    /// The name of each media file in the archive, by its name in notes.
    media: HashMap<String, String>,
}

/// Which generation of Anki wrote it: where the collection is, and whether files are packed once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ArchiveLayout {
    collection: &'static str,
    is_packed: bool,
}

/// From the newest to the oldest. A newer one puts an older collection beside its own, which only says
/// that it is too old.
const LAYOUTS: [ArchiveLayout; 3] = [
    ArchiveLayout { collection: "collection.anki21b", is_packed: true },
    ArchiveLayout { collection: "collection.anki21", is_packed: false },
    ArchiveLayout { collection: "collection.anki2", is_packed: false },
];

/// Whether an archive is a package, by what is in it.
pub(super) fn has_collection(bytes: &[u8]) -> bool {
    let is_there = |zip: &ZipArchive<Cursor<&[u8]>>, layout: &ArchiveLayout| {
        zip.index_for_name(layout.collection).is_some()
    };
    ZipArchive::new(Cursor::new(bytes)).is_ok_and(|zip| LAYOUTS.iter().any(|layout| is_there(&zip, layout)))
}

impl fmt::Debug for Archive {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Archive({:?}, {} media files)", self.layout, self.media.len())
    }
}

impl Archive {
    pub(super) fn open(bytes: Vec<u8>) -> Result<Archive, PackageRefused> {
        let zip = ZipArchive::new(Cursor::new(bytes))
            .map_err(|problem| PackageRefused(Damage::NoPackage { why: damage::quoted(&problem) }))?;
        if zip.len() > MOST_FILES {
            return Err(PackageRefused(Damage::TooManyFiles { files: MOST_FILES }));
        }
        let layout = LAYOUTS.into_iter().find(|layout| zip.index_for_name(layout.collection).is_some());
        let none = || PackageRefused(Damage::NoPackage { why: Damage::NoCollection.into() });
        let layout = layout.ok_or_else(none)?;
        let mut archive = Archive { zip: RefCell::new(zip), layout, media: HashMap::new() };
        archive.media = archive.list()?;
        Ok(archive)
    }

    /// The database with the cards.
    pub(super) fn collection(&mut self) -> Result<Vec<u8>, PackageRefused> {
        let packed = self.size(self.layout.collection)?;
        let largest = LARGEST_COLLECTION.min(SMALL + packed.saturating_mul(LARGEST_RATIO));
        self.file(self.layout.collection, largest)
    }

    /// A media file by the name that notes have for it.
    pub(super) fn media(&self, name: &str, largest: u64) -> Result<Vec<u8>, PackageRefused> {
        let inside = self.media.get(name).ok_or(PackageRefused(Damage::NotInside))?;
        self.file(inside, largest)
    }

    /// Which media file is which.
    fn list(&self) -> Result<HashMap<String, String>, PackageRefused> {
        // A package without images may have no list.
        if self.zip.borrow().index_for_name("media").is_none() {
            return Ok(HashMap::new());
        }
        let list = self.file("media", LARGEST_LIST)?;
        if !self.layout.is_packed {
            let names: HashMap<String, String> = serde_json::from_slice(&list)
                .map_err(|problem| PackageRefused(Damage::MediaList { why: damage::quoted(&problem) }))?;
            return Ok(names.into_iter().map(|(number, name)| (name, number)).collect());
        }
        let entries = protobuf::fields(&list).filter_map(|(field, value)| match value {
            FieldValue::Bytes(entry) if field == 1 => Some(entry),
            _ => None,
        });
        let named = entries.enumerate().map(|(index, entry)| {
            let legacy = protobuf::fields(entry).find(|(field, _)| *field == 255);
            let number = match legacy {
                Some((_, FieldValue::Number(number))) => number.to_string(),
                _ => index.to_string(),
            };
            (protobuf::text(entry, 1), number)
        });
        Ok(named.take(MOST_FILES).collect())
    }

    /// The packed size of a file.
    fn size(&self, name: &str) -> Result<u64, PackageRefused> {
        let mut zip = self.zip.borrow_mut();
        Ok(zip.by_name(name).map_err(|problem| damaged(name, &problem))?.compressed_size())
    }

    /// A file of the archive, unpacked, of at most so many bytes. What the archive says of sizes is not
    /// believed.
    fn file(&self, name: &str, largest: u64) -> Result<Vec<u8>, PackageRefused> {
        let mut zip = self.zip.borrow_mut();
        let file = zip.by_name(name).map_err(|problem| damaged(name, &problem))?;
        if !self.layout.is_packed || name == "meta" {
            return bounded(file, name, largest);
        }
        unpacked(bounded(file, name, largest)?, name, largest)
    }
}

/// What was packed once more inside the archive.
#[cfg(feature = "anki")]
fn unpacked(packed: Vec<u8>, name: &str, largest: u64) -> Result<Vec<u8>, PackageRefused> {
    let mut packed = Cursor::new(packed);
    let mut bytes = Vec::new();
    // A file may be several frames one after another.
    while packed.position() < packed.get_ref().len() as u64 {
        let frame = StreamingDecoder::new(&mut packed).map_err(|problem| damaged(name, &problem))?;
        let left = largest - bytes.len() as u64;
        bytes.extend(bounded(frame, name, left)?);
    }
    Ok(bytes)
}

#[cfg(not(feature = "anki"))]
fn unpacked(_: Vec<u8>, _: &str, _: u64) -> Result<Vec<u8>, PackageRefused> {
    Err(PackageRefused::not_built())
}

fn damaged(name: &str, problem: &dyn fmt::Display) -> PackageRefused {
    PackageRefused(Damage::File { name: damage::shown(name), why: damage::quoted(problem) })
}

fn bounded(file: impl Read, name: &str, largest: u64) -> Result<Vec<u8>, PackageRefused> {
    let mut bytes = Vec::new();
    file.take(largest + 1).read_to_end(&mut bytes).map_err(|problem| damaged(name, &problem))?;
    if bytes.len() as u64 > largest {
        return Err(PackageRefused(Damage::FileTooLarge {
            name: name.to_owned(),
            mb: (largest >> 20).max(1),
        }));
    }
    Ok(bytes)
}
