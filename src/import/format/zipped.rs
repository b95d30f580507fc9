//! What a ZIP archive is: a document of another program, or only an archive.

use super::packed::Packed;
use super::{Converted, Refused, docx, mochi, notion};

/// A file that stands in archives of one kind alone, the kind, and the way.
const KINDS: [(&str, &str, &str); 4] = [
    ("META-INF/container.xml", "EPUB book", "`pandoc -f epub FILE -t gfm -o notes.md`, then read notes.md"),
    ("xl/workbook.xml", "Excel workbook", "save the sheet as CSV (UTF-8), and read that"),
    (
        "ppt/presentation.xml",
        "PowerPoint presentation",
        "save its outline as text, or `pandoc -f pptx FILE -t gfm -o notes.md`",
    ),
    ("content.xml", "OpenDocument file", "`pandoc -f odt FILE -t gfm -o notes.md`, then read notes.md"),
];

pub(super) fn read(bytes: &[u8]) -> Result<Converted, Refused> {
    let mut packed = Packed::open(bytes).map_err(|why| Refused::damaged("ZIP archive", &why))?;
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
    let (_, format, help) =
        kind.unwrap_or(("", "ZIP archive", "`unzip FILE -d notes`, then import what is inside"));
    let article = if format.starts_with(['E', 'O']) { "an" } else { "a" };
    let message = format!("this is {article} {format}, which is not read here");
    Err(Refused { format, message, help: help.to_owned() })
}
