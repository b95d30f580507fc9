//! Archives that other programs keep their documents in: files by their names, each up to a bound.

use crate::import::damage;
use crate::messages::Damage;
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// More files than this in one archive are refused.
const MOST_FILES: usize = 100_000;
/// A file of text larger than this when unpacked, in bytes, is refused.
pub(super) const LARGEST_PART: u64 = 64 << 20;

/// An archive.
pub(super) struct Packed<'a> {
    zip: ZipArchive<Cursor<Cow<'a, [u8]>>>,
}

impl<'a> Packed<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Packed<'a>, Damage> {
        Packed::of(Cow::Borrowed(bytes))
    }

    /// An archive that was inside another one.
    pub(super) fn owned(bytes: Vec<u8>) -> Result<Packed<'static>, Damage> {
        Packed::of(Cow::Owned(bytes))
    }

    fn of(bytes: Cow<'_, [u8]>) -> Result<Packed<'_>, Damage> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|problem| damage::said(&problem))?;
        if zip.len() > MOST_FILES {
            return Err(Damage::TooManyFiles { files: MOST_FILES });
        }
        Ok(Packed { zip })
    }

    /// The names of all files, in no order.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        self.zip.file_names().filter_map(Result::ok).map(Cow::into_owned)
    }

    /// Whether a file is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// A file of at most so many bytes. What the archive says of sizes is not believed.
    pub(super) fn file(&mut self, name: &str, largest: u64) -> Result<Vec<u8>, Damage> {
        let part = |why: &dyn std::fmt::Display| Damage::Part {
            name: damage::shown(name),
            why: damage::quoted(why),
        };
        let file = self.zip.by_name(name).map_err(|problem| part(&problem))?;
        let mut bytes = Vec::new();
        file.take(largest + 1).read_to_end(&mut bytes).map_err(|problem| part(&problem))?;
        if bytes.len() as u64 > largest {
            return Err(Damage::FileTooLarge { name: damage::shown(name), mb: (largest >> 20).max(1) });
        }
        Ok(bytes)
    }

    /// A file that is text.
    pub(super) fn text(&mut self, name: &str) -> Result<String, Damage> {
        let bytes = self.file(name, LARGEST_PART)?;
        String::from_utf8(bytes).map_err(|_| Damage::NotUtf8 { name: damage::shown(name) })
    }
}
