//! What a ZIP archive is: a document of another program, or only an archive.

use super::packed::Packed;
use super::{Converted, Refused, docx, mochi, notion};
use crate::messages::FormatMessage;

/// A file that stands in archives of one kind alone, the kind, and the way.
const KINDS: [(&str, &str, FormatMessage); 4] = [
    ("META-INF/container.xml", "EPUB book", FormatMessage::Epub),
    ("xl/workbook.xml", "Excel workbook", FormatMessage::Excel),
    ("ppt/presentation.xml", "PowerPoint presentation", FormatMessage::PowerPoint),
    ("content.xml", "OpenDocument file", FormatMessage::OpenDocument),
];

pub(super) fn read(bytes: &[u8]) -> Result<Converted, Refused> {
    let mut packed = Packed::open(bytes).map_err(|why| Refused::damaged("ZIP archive", why))?;
    if docx::is_document(&packed) {
        return docx::read(&mut packed);
    }
    if mochi::is_export(&packed) {
        return mochi::read(&mut packed);
    }
    if notion::is_export(&packed) {
        return notion::read(&mut packed);
    }
    let kind = KINDS.into_iter().find(|(file, ..)| packed.has(file));
    let (_, format, help) = kind.unwrap_or(("", "ZIP archive", FormatMessage::Zip));
    let article = if format.starts_with(['E', 'O']) { "an" } else { "a" };
    Err(Refused { format, message: FormatMessage::NotRead { article, format }, help })
}
