//! Archives that other programs keep their documents in: files by their names, each up to a bound.

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
    pub(super) fn open(bytes: &'a [u8]) -> Result<Packed<'a>, String> {
        Packed::of(Cow::Borrowed(bytes))
    }

    /// An archive that was inside another one.
    pub(super) fn owned(bytes: Vec<u8>) -> Result<Packed<'static>, String> {
        Packed::of(Cow::Owned(bytes))
    }

    fn of(bytes: Cow<'_, [u8]>) -> Result<Packed<'_>, String> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|problem| problem.to_string())?;
        if zip.len() > MOST_FILES {
            return Err(format!("it holds more than {MOST_FILES} files"));
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
    pub(super) fn file(&mut self, name: &str, largest: u64) -> Result<Vec<u8>, String> {
        let file = self.zip.by_name(name).map_err(|problem| format!("{name}: {problem}"))?;
        let mut bytes = Vec::new();
        file.take(largest + 1).read_to_end(&mut bytes).map_err(|problem| format!("{name}: {problem}"))?;
        if bytes.len() as u64 > largest {
            return Err(format!("{name} is larger than {} MB when unpacked", (largest >> 20).max(1)));
        }
        Ok(bytes)
    }

    /// A file that is text.
    pub(super) fn text(&mut self, name: &str) -> Result<String, String> {
        let bytes = self.file(name, LARGEST_PART)?;
        String::from_utf8(bytes).map_err(|_| format!("{name} is no UTF-8 text"))
    }
}
